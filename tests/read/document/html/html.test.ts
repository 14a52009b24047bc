import { describe, expect, it } from "vitest";
import { MAX_DEPTH } from "../../../../scripts/read/contract/limits.ts";
import { readHtml } from "../../../../scripts/read/document/html/html.ts";
import { rules, show, showBeside, source } from "../../source.ts";

const html = (content: string | Uint8Array) => readHtml(source("IS101.xls", content));

describe("an HTML page", () => {
  it("gives its tables, spans kept, and its paragraphs as rows of one cell", async () => {
    const result = await html(`<html><head><title>x</title><style>td{color:red}</style></head><body>
      <h1>IS 101</h1><script type="application/json">1</script>
      <table><tr><th rowspan=2>Type<th colspan="2">T1 2026</tr><tr><td>Police<td>Gend.</tr>
      <tr><td>Vols&nbsp;d&#39;accessoires<td>1&nbsp;012<td>&lt;3</table>Source : police</body></html>`);
    expect(show(result.value[0])).toEqual([
      "IS 101||",
      "Type{2x1}|T1 2026{1x2}|^",
      "^|Police|Gend.",
      "Vols\u00a0d'accessoires|1\u00a0012|<3",
      "||",
      "Source : police||",
    ]);
    expect(result.value[0]?.rowNames?.slice(0, 2)).toEqual(["paragraphe 1", "tableau 1, ligne 1"]);
    expect(result.issues).toEqual([]);
  });

  it("keeps line breaks, folds other blanks, and tells note marks from figures", async () => {
    const result = await html("<table><tr><td>Coups<br>et   blessures\n volontaires<td>12<sup>1</sup></table>");
    expect(show(result.value[0])).toEqual(["Coups\net blessures volontaires|12¹"]);
  });

  it("reads a table laid out within a table as its content", async () => {
    const result = await html("<table><tr><td>Titre<table><tr><td>A<td>1</table></td></tr><tr><td>fin</table>");
    expect(show(result.value[0])).toEqual(["Titre|", "A|1", "|", "fin|"]);
  });

  it("warns that a letter may be wrong where bytes have no meaning in its encoding", async () => {
    const [before, after] = ["<p>État</p><table><tr><td>D", "lits à vérifier<td>1</table>"].map((text) =>
      Buffer.from(text),
    );
    const result = await html(Uint8Array.from([...(before ?? []), 0xe9, ...(after ?? [])]));
    expect(rules(result)).toEqual(["warning encoding-doubtful"]);
    expect(show(result.value[0])).toEqual(["État|", "D\ufffdlits à vérifier|1"]);
  });

  it("is refused when it ends within a table", async () => {
    const result = await html("<table><tr><td>Homicides<td>1");
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
  });

  it("is refused when text stands between the cells of a row: a broken tag has lost a cell", async () => {
    for (const row of ["<td>Homicides</td>19<td>17</td>", "<td>Homicides</td>&nbsp;<x>19</x><td>17</td>"]) {
      const result = await html(`<table><tr>${row}</tr></table>`);
      expect(result.value).toEqual([]);
      expect(result.issues.map((i) => i.actual)).toEqual(["du texte entre deux cellules d'une ligne de tableau"]);
    }
    const blanks = await html(
      "<table><caption>IS 101</caption> <tr> <td>Homicides</td>&nbsp;\n<td>17</td> </tr></table>",
    );
    expect(show(blanks.value[0])).toEqual(["IS 101|", "Homicides|17"]);
    expect(blanks.issues).toEqual([]);
  });

  it("is refused when tables are nested without end", async () => {
    const nested = async (depth: number) =>
      rules(await html(`${"<table><tr><td>".repeat(depth)}12${"</table>".repeat(depth)}`));
    expect(await nested(MAX_DEPTH + 1)).toEqual(["error file-too-large"]);
    expect(await nested(MAX_DEPTH)).toEqual([]);
  });

  it("is refused when two cells claim one place", async () => {
    const result = await html("<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>");
    expect(rules(result)).toEqual(["error overlapping-cells"]);
  });

  it("may be a « page web unique »: one grid a page that holds a table", async () => {
    const page = "<html><body><table><tr><td>Vols=20d=E9lictueux<td>3=\r\n4</table></body></html>";
    const result = await html(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_x"\r\n\r\n----=_x\r\nContent-Location: file:///C:/a.htm\r\nContent-Type: text/html\r\n\r\n<html><frameset></frameset></html>\r\n----=_x\r\nContent-Location: file:///C:/a/sheet001.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="windows-1252"\r\n\r\n${page}\r\n----=_x--\r\n`,
    );
    expect(result.value.map((g) => g.part)).toEqual(["sheet001.htm"]);
    expect(show(result.value[0])).toEqual(["Vols délictueux|34"]);
    expect(result.issues).toEqual([]);
  });

  it("may be a « page web unique » whose style sheet stands apart, as Excel saves a workbook", async () => {
    const part = (kind: string, name: string, text: string) =>
      `--x\r\nContent-Location: file:///C:/${name}\r\nContent-Type: text/${kind}\r\n\r\n${text}\r\n`;
    const page = "<table><tr><td>Vols<td><font class=font5>11</font>9</table>";
    const result = await html(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n${part("html", "sheet001.htm", page)}${part("css", "stylesheet.css", ".font5{text-decoration:line-through}")}--x--\r\n`,
    );
    expect(showBeside(result.value[0])).toEqual(["9 [struck 11]"]);
  });
});

/** The figure of a table of one row, and what stands beside it: "12 [struck 11]". `style`: a style sheet of the page. */
const figure = async (cell: string, style = "", attributes = ""): Promise<string> => {
  const page = `<style>${style}</style><table><tr><th>Type<th>T1 2026<th>T1 2025</tr><tr><td>Vols</td><td ${attributes}>${cell}</td><td>9</td></tr><tr><td>Total</td><td>12</td><td>9</td></tr></table>`;
  const result = await html(page);
  const { text = "", beside = [] } = result.value[0]?.rows[1]?.[1] ?? {};
  return [...(text === "" ? [] : [text]), ...beside.map((one) => `[${one.kind} ${one.text}]`)].join(" ");
};
/** Each cell, with what is read of it. */
async function expectFigures(
  cases: readonly (readonly [cell: string, read: string, style?: string, attributes?: string])[],
) {
  for (const [cell, read, style, attributes] of cases)
    expect([cell, style, attributes, await figure(cell, style, attributes)]).toEqual([cell, style, attributes, read]);
}

describe("what a person sees of an HTML cell", () => {
  it("leaves struck text beside the figure, by an element, a style or the page's style sheet", async () => {
    await expectFigures([
      ["<s>11</s>9", "9 [struck 11]"],
      ["<strike>1<b>1</b></strike>9", "9 [struck 11]"],
      ["<del>11</del><ins>9</ins>", "9 [struck 11]"],
      ['<span style="text-decoration: underline line-through">11</span>9', "9 [struck 11]"],
      ['<span style="text-decoration-line:line-through">11</span>9', "9 [struck 11]"],
      ["<i class='x barre'>11</i>9", "9 [struck 11]", "/* barré */ .barre { text-decoration: line-through }"],
      ["11", "[struck 11]", "td#c{text-decoration:line-through}", "id=c"],
      ["<s style='text-decoration:none'>11</s>", "11"],
      // a line drawn through an element goes through all that it holds
      ["<s><b style='text-decoration:none'>11</b></s>9", "9 [struck 11]"],
      // an unclosed element ends with its cell
      ["<s>11", "[struck 11]"],
    ]);
    const unclosed = await html("<table><tr><td>Vols<td><s>11<td><span style='display:none'>9<td>12</table>");
    expect(show(unclosed.value[0])).toEqual(["Vols|||12"]);
  });

  it("leaves hidden text beside the figure, whatever hides it", async () => {
    const hidden = "12 [hidden 9]";
    await expectFigures([
      ['<span style="display:none">9</span>12', hidden],
      ['<span style="DISPLAY : NONE ! important">9</span>12', hidden],
      ["<span hidden>9</span>12", hidden],
      ['<span style="visibility:hidden">9</span>12', hidden],
      ["<details><summary>12</summary>9</details>", hidden],
      ["<details><summary>12</summary><p>9</p></details>", hidden],
      ["<details open><summary>1</summary>2</details>", "1\n2"],
      ["<dialog>9</dialog>12", hidden],
      ["<dialog open>9</dialog>12", "9\n12"],
      ["<template>9</template>12", hidden],
      ["<noscript>9</noscript>12", hidden],
      ["<noembed>9</noembed>12", hidden],
      ["<noframes>9</noframes>12", hidden],
      ["<canvas>9</canvas>12", hidden],
      ["<video>9</video>12", hidden],
      ["<math><mn>12</mn><annotation>9</annotation></math>", hidden],
      ["<ruby>12<rp>9</rp></ruby>", "12"],
      ['<span style="position:absolute;left:-9999px">9</span>12', hidden],
      ['<span style="position:absolute;clip:rect(0 0 0 0)">9</span>12', hidden],
      ['<span style="position:absolute;clip-path:inset(50%)">9</span>12', hidden],
      ['<p style="text-indent:-9999px">9</p>12', hidden],
      ['<p style="height:0;overflow:hidden">9</p>12', hidden],
      ['<span style="transform:scale(0)">9</span>12', hidden],
      ["<div style='visibility:hidden'>9<b style='visibility:visible'>12</b></div>", hidden],
      ["<script>9</script><style>9</style>12", "12"],
      ["<p style='height:40px;overflow:hidden'>12</p>", "12"],
    ]);
  });

  it("follows the page's style sheet as a screen does: selectors, weight, order, media", async () => {
    const hidden = "12 [hidden 9]";
    const cell = "<b class=x><i id=y title=z>9</i></b>12";
    for (const selector of [
      ".x",
      "#y",
      "i",
      "b i",
      "td.c > .x",
      "b>i#y",
      "table i",
      "*.x",
      "[title]",
      "[title=z]",
      "[title^='z']",
      "[title=Z i]",
      "b i:first-child",
      "td:nth-child(2) i",
      "td:nth-child(2n) i",
      "td:nth-child(even) i",
      "td + td.c .x",
      "p, .x",
      ":is(p, i)",
      "table > tbody > tr > td i",
      "tr td:not(.d) i",
      ":root i",
      ".c/**/.c .x",
      "t\\64  i",
      "/**/td/**/ i/* a *//* b */",
      "[class='\\78']",
      "i:not(:checked)",
    ])
      expect([selector, await figure(cell, `${selector}{display:none}`, "class=c")]).toEqual([selector, hidden]);
    for (const selector of [
      "i:link",
      "u i",
      "i > b",
      "td.d i",
      "[title=y]",
      "td:nth-child(3) i",
      "b + i",
      "table > tr i",
      "i:hover",
      "b:not(.x) i",
      "i::before",
      "i::selection",
      ".c/**/.x",
    ])
      expect([selector, await figure(cell, `${selector}{display:none}`, "class=c")]).toEqual([selector, "912"]);
    await expectFigures([
      [cell, "912", ".x{display:none} b.x{display:inline}"],
      [cell, "912", "b.x{display:inline} .x{display:none}"],
      [cell, hidden, ".x{display:inline} .x{display:none}"],
      [cell, hidden, ".x{display:none !important} b.x{display:inline}"],
      ["<b class=x style='display:inline'>9</b>12", "912", ".x{display:none}"],
      [cell, hidden, "@media screen and (min-width:100px){.x{display:none}}"],
      [cell, hidden, "@media (prefers-color-scheme:light) and (orientation:landscape){.x{display:none}}"],
      [cell, "12 [unsure 9]", "@media (min-width:1400px){.x{display:none}}"],
      [cell, "12 [unsure 9]", "@container (width>1px){.x{display:none}}"],
      [cell, "912", "@media not screen{.x{display:none}}"],
      [cell, hidden, "td{.x{display:none}}"],
      [cell, hidden, "td{color:red; & .x{display:none}}"],
      [cell, hidden, "td{@media screen{& .x{display:none}}}"],
      [cell, hidden, "@supports (display:grid){@media all{.x{display:none}}}"],
      [cell, hidden, "@import url(a.css); @charset 'x'; .x{display:none}"],
      [cell, hidden, "<!-- .x{display:none} -->"],
      [cell, hidden, ".z{content:'}'} .x{display:none}"],
      [cell, "912", "@media print{.x{display:none}}"],
      [cell, "912", "@media (max-width:600px){.x{display:none}}"],
      [cell, "912", "/* .x{display:none} */"],
    ]);
    for (const selector of [".X", "#Y", "[title=Z]", "td:nth-\\63 hild(2) i", "i:enabled", "; i", "} i"])
      expect([selector, await figure(cell, `${selector}{display:none}`)]).toEqual([selector, "12 [unsure 9]"]);
    expect(await figure(cell, "td/**/i{display:none}")).toBe("[unsure 912]");
    const late = await html(
      "<table><tr><td>Vols<td><i class=x>9</i>12</table><style media=print>td{display:none}</style><style>.x{display:none}</style>",
    );
    expect(showBeside(late.value[0])).toEqual(["12 [hidden 9]"]);
  });

  it("is not sure of a text that a rule may hide, strike or draw", async () => {
    await expectFigures([
      ["<b>9</b>12", "12 [unsure 9]", "b:last-child{display:none}"],
      ["<b>9</b>12", "12 [unsure 9]", "td:has(b) b{text-decoration:line-through}"],
      ["<b>9</b>12", "12 [unsure 9]", "b{display:var(--vu)}"],
      ["<b>9</b>12", "912", "b:last-child{font-size:9pt;display:inline}"],
      ["2", "2 [unsure 1]", "td.c::before{content:'1'}", "class=c"],
      ["2", "2 [unsure 1]", "td.c:after{content:'\\31'}", "class=c"],
      ["2", "2 [unsure ?]", "td.c::before{content:attr(title)}", "class=c"],
      ["12", "12", "td.c::before{content:'▲ '} td::after{content:none}", "class=c"],
      ["<bdo dir=rtl>12</bdo>", "[unsure 12]"],
      ["<span style='unicode-bidi:bidi-override'>12</span>", "[unsure 12]", "td.c{direction:rtl}", "class=c"],
      ["<dl style='display:flex;flex-flow:wrap column-reverse'><dt>12</dt></dl>", "12"],
      ["<dl style='display:flex;flex-flow:wrap row-reverse'><dt>12</dt></dl>", "[unsure 12]"],
      ['<span style="transform:rotate(180deg)">6</span>', "[unsure 6]"],
      ['<span style="display:flex;flex-direction:row-reverse"><b>1</b><b>2</b></span>', "[unsure 12]"],
      ["<svg><title>9</title><text>12</text></svg>", "[unsure 12]"],
      ["<object data=x>12</object>", "[other ] [unsure 12]"],
      ["<math><msup><mn>12</mn><mn>1</mn></msup></math>", "[unsure 121]"],
      ["<font face='Wingdings'>12</font>", "[unsure 12]"],
      ["<span style='font:9pt Webdings'>12</span>", "[unsure 12]"],
      ["<font face='Symbol'>12</font>", "12"],
      ["<font face='Wingdings'>é</font> 12", "12"],
    ]);
  });

  it("is not sure of a text that is drawn otherwise than it is written, or elsewhere", async () => {
    const unsure = "12 [unsure 9]";
    const drawn = [
      "animation:k 1s",
      "mask:linear-gradient(transparent,transparent)",
      "filter:blur(20px)",
      "mix-blend-mode:screen",
      "order:2",
      "rotate:180deg",
      "writing-mode:vertical-rl",
      "all:unset",
      "font-feature-settings:'sups'",
      "font-variant-numeric:diagonal-fractions",
      "clip-path:polygon(0 0,0 0,0 0)",
      "line-height:0",
      "line-height:3px",
      "color:oklch(1 0 0)",
      "color:var(--unknown)",
      "background:color-mix(in srgb,white,black)",
      "background:linear-gradient(white,white);color:white",
      "font-size:calc(1px - 1px)",
      "letter-spacing:-1em",
      "direction:rtl",
      "transform:scaleX(-1)",
    ];
    for (const style of drawn) expect([style, await figure("<b>9</b>12", `b{${style}}`)]).toEqual([style, unsure]);
    for (const style of [
      "filter:grayscale(1)",
      "mix-blend-mode:multiply",
      "font-feature-settings:'tnum' 1, 'lnum'",
      "font-variant-numeric:tabular-nums",
      "transform:translateY(1px)",
      "letter-spacing:-.02em",
      "order:0",
      "font-size:clamp(12pt,2vw,14pt)",
      "color:unknown",
      "animation:none",
    ])
      expect([style, await figure("<b>9</b>12", `b{${style}}`)]).toEqual([style, "912"]);
    await expectFigures([
      ["12", "[unsure 12]", "td.c{position:relative;left:90px}", "class=c"],
      ["12", "[unsure 12]", "td.c{float:right}", "class=c"],
      ["12", "[unsure 12]", "td.c{grid-column:3}", "class=c"],
      ["12", "[unsure 12]", "td.c{transform:translateX(9em)}", "class=c"],
      ["12", "[unsure 12]", "td.c::after{content:'';position:absolute;inset:0;background:#fff}", "class=c"],
      ["12", "12", "td.c::after{content:'';position:absolute;inset:0}", "class=c"],
      ["12", "12", "td.c{position:sticky;left:0}", "class=c"],
      [
        "<b style='font-family:o'>12</b>",
        "[unsure 12]",
        "@font-face{font-family:'O';src:url(data:font/woff2;base64,AA)}",
      ],
      ["<i style='background:currentColor'>9</i>12", "12 [faint 9]"],
      ["<i style='zoom:.01'>9</i>12", "12 [faint 9]"],
      ["<i>9</i>12", "12 [faint 9]", ":root{--ink:var(--paper,#fff)} i{color:var(--ink)}"],
      ["<i popover>9</i>12", "12 [hidden 9]"],
      ["<ol><li>2</li></ol>", "2 [other 1.]"],
      ["<ol start=12><li></li></ol>", "[other 12.]"],
      ["<ul><li>2</li></ul>", "2"],
      ["<q>2</q>", "2 [unsure 1]", "q{quotes:'1' ''}"],
      ["<i>2</i>", "2 [unsure 1]", "i{display:list-item;list-style:'1' inside}"],
      ["<div><template shadowrootmode=open>9</template>12</div>", "[hidden 9] [unsure 12]"],
    ]);
  });

  it("passes over what a browser passes over, and reads names written by their codes", async () => {
    const hidden = "12 [hidden 9]";
    const both = "<b class=k>9</b>12";
    await expectFigures([
      [both, hidden, ".k{display:none;display:blok}"],
      [both, hidden, ".k{visibility:hidden;visibility:bogus}"],
      [both, "12 [faint 9]", ".k{color:#fff;color:bogus}"],
      [both, "12 [faint 9]", ".k{font-size:0;font-size:bogus}"],
      [both, hidden, ".k{displ\\61y:n\\6fne}"],
      ["<b class='1a'>9</b>12", hidden, ".\\31 a{display:none}"],
      [both, hidden, "*|b.k{display:none}"],
      [both, hidden, ".k{display:none;display:block 5;display:no/**/ne}"],
      [both, hidden, ":is(#a,b){display:none} td b.k.k{display:inline}"],
      [both, hidden, "<!-- --> .k{display:none} <!-- @import url(a.css);"],
      [both, hidden, ".k{color:red;i{color:blue} display:none}"],
      [both, hidden, ".k{display:none} .k,::bogus{display:inline}"],
      [both, hidden, ".k{display:none} .k,.x:bogus{display:inline}"],
      [both, "12 [unsure 9]", "@layer a,b;@layer b{.k{display:none}}@layer a{.k{display:inline}}"],
    ]);
  });

  it("is not sure of what a browser may pass over: it leaves an earlier value as it was", async () => {
    for (const [first, second] of [
      ["display:none", "display:block 5"],
      ["color:#fff", "color:#12345"],
      ["color:#fff", "color:rgb(1,2) 3"],
      ["font-size:0", "font-size:12"],
      ["font-size:0", "font-size:-12px"],
      ["visibility:hidden", "visibility:visible 1"],
      ["opacity:0", "opacity:1px"],
      ["text-decoration:line-through", "text-decoration:none 5x"],
      ["text-indent:-999px", "text-indent:5"],
      ["margin-left:-999px", "margin-left:2"],
      ["position:absolute;left:-999px", "position:static 1"],
    ]) {
      const told = expect.stringMatching(/^12 \[(?:hidden|faint|struck|unsure) 9\]$/);
      expect([second, await figure("<b>9</b>12", `b{${first};${second}}`)]).toEqual([second, told]);
      expect([second, await figure(`<b style="${first};${second}">9</b>12`)]).toEqual([second, told]);
    }
  });

  it("goes on with what is around where a style says so, and takes colours of the system for doubtful", async () => {
    await expectFigures([
      ["<u style='visibility:hidden'><b style='visibility:inherit'>9</b></u>12", "12 [hidden 9]"],
      ["<u style='visibility:hidden'><b style='visibility:initial'>9</b></u>12", "912"],
      ["<u style='font-family:Wingdings'><b style='font-family:inherit'>9</b></u>12", "12 [unsure 9]"],
      ["<b style='color:HighlightText'>9</b>12", "12 [unsure 9]"],
      ["<b style='color:GrayText'>9</b>12", "912"],
      ["<b style='-webkit-text-stroke:#000000'>9</b>12", "912"],
      ["<font color=ffffff>9</font>12", "12 [faint 9]"],
      ["<font color=' FFFFFF '>9</font>12", "12 [faint 9]"],
      ["<font color=#fff>9</font>12", "12 [faint 9]"],
      ["<font color=abcdef>9</font>12", "912"],
      ["<font color=fff>9</font>12", "12 [unsure 9]"],
      ["<b style='columns:2;display:inline-block'>9</b>12", "12 [unsure 9]"],
      ["<b style='-webkit-text-stroke:#ffffff 9px'>9</b>12", "12 [unsure 9]"],
      ["<b style='font-family:Inconnue,Wingdings'>9</b>12", "12 [unsure 9]"],
      ["<b style='font-family:Inconnue,Wingdings'>nd</b>", "nd"],
      ["<b style='font-family:Arial,Wingdings'>9</b>12", "912"],
      ["<b style='font:var(--f)'>9</b>12", "12 [unsure 9]", ":root{--f:0 a}"],
    ]);
    const hidden = async (sheet: string) =>
      showBeside(
        (await html(`<style>.k{display:none}</style>${sheet}<table><tr><td>Vols<td><b class=k>9</b>12</table>`))
          .value[0],
      );
    const shows = ".k{display:inline}";
    for (const sheet of [`<template><style>${shows}</style></template>`, `<style type=text/less>${shows}</style>`])
      expect([sheet, await hidden(sheet)]).toEqual([sheet, ["12 [hidden 9]"]]);
    expect(await hidden(`<style type=TEXT/CSS>${shows}</style>`)).toEqual([]);
  });

  it("is not sure of a table shifted over the edge of the window, nor of a text cut off at a part of its width", async () => {
    const shifted = async (style: string) =>
      showBeside((await html(`<div style="${style}"><table><tr><td>12</table></div>`)).value[0]);
    for (const style of [
      "margin-left:-101px",
      "margin-top:-600px",
      "position:relative;left:-101px",
      "translate:0 -99px",
      "transform:translateY(-200px)",
    ])
      expect([style, await shifted(style)]).toEqual([style, [" [unsure 12]"]]);
    for (const style of ["margin-left:-100%", "margin-left:-600px", "position:absolute;left:-100vw"])
      expect([style, await shifted(style)]).toEqual([style, [" [hidden 12]"]]);
    for (const style of ["margin-left:-99px", "left:-101px", "margin:-15px", "position:relative;left:9px"])
      expect([style, await shifted(style)]).toEqual([style, []]);
    await expectFigures([
      ["<b style='display:inline-block;overflow:hidden;width:1%'>9</b>12", "12 [unsure 9]"],
      ["<b style='display:inline-block;overflow:hidden;width:calc(1px)'>9</b>12", "12 [unsure 9]"],
      ["<p style='overflow:hidden;text-indent:100%;white-space:nowrap'>9</p>", "[hidden 9]"],
      ["<div style='overflow:hidden;width:100%'>12</div>", "12"],
    ]);
  });

  it("warns of a font that the page asks for elsewhere, where it bears on a table", async () => {
    const page = (font: string) =>
      html(
        `<style>@font-face{font-family:M;src:url(https://x/m.woff2)} td{font-family:${font}}</style><h1 style="font-family:M">x</h1><table><tr><td>12</table>`,
      );
    expect((await page("M,Arial")).issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("@font-face"),
    ]);
    expect((await page("Arial,M")).issues).toEqual([]);
  });

  it("is not sure of digits that are moved, painted over or written by a style, in a cell", async () => {
    const unsure = "12 [unsure 9]";
    for (const style of [
      "contain:strict",
      "translate:-9999px",
      "transform:translateX(-200vw)",
      "position:relative;left:-16px",
      "margin-left:-20px",
      "margin-inline-end:-20px",
      "z-index:-1",
      "word-spacing:-1em",
      "scale:0 1",
      "font-size:min(1px,2em)",
      "opacity:calc(1 - 1)",
      "-webkit-text-security:disc",
      "backdrop-filter:blur(9px)",
      "clip:rect(9px 9px 9px 9px)",
    ])
      expect([style, await figure("<b>9</b>12", `b{${style}}`)]).toEqual([style, unsure]);
    for (const style of ["margin-left:-1px", "position:relative;left:1px", "z-index:1", "contain:content", "scale:1"])
      expect([style, await figure("<b>9</b>12", `b{${style}}`)]).toEqual([style, "912"]);
    await expectFigures([
      ["12", "12 [unsure -]", "td.c::before{content:'-'}", "class=c"],
      ["12", "12 [unsure non]", "td.c::before{content:'non '}", "class=c"],
      ["<ul><li>12</ul>", "12 [unsure 9]", "li::marker{content:'9'}"],
      ["12", "[unsure 12]", "td.c{content:url(a.svg)}", "class=c"],
      ["12", "[unsure 12]", "td.c{display:block}", "class=c"],
      ["12", "[unsure 12]", "td.c{display:list-item;list-style:decimal inside}", "class=c"],
      ["12", "[unsure 12]", "td.c::after{content:'';position:absolute;top:50%;border-top:2px solid}", "class=c"],
      ["<font color=fffffg>9</font>12", unsure],
      ["<b>12</b>", "[unsure 12]", "@font-face{font-family:q;src:url(data:x)} b{font-family:Zzz,q}"],
      ["<b>12</b>", "12", "@font-face{font-family:q;src:url(data:x)} b{font-family:Arial,q}"],
      ["<div style='width:18px;overflow:hidden'>129999</div>", "[covered 129999]"],
      ["<b style='inline-size:0;overflow:clip;display:inline-block'>9</b>12", "12 [hidden 9]"],
      ["<b style='transform:scale3d(0,0,0)'>9</b>12", "12 [hidden 9]"],
      ["<b style='width:0;overflow:scroll;display:inline-block'>9</b>12", "12 [hidden 9]"],
    ]);
  });

  it("takes digits much smaller than their neighbours, or a link beside digits, for another number", async () => {
    await expectFigures([
      ["12<small>9</small>", "129 [unsure 129]"],
      ["<b style='font-size:5px'>9</b>12", "912 [unsure 912]"],
      ["<b style='font-size:3px'>9</b>12", "12 [faint 9]"],
      ["12<a href=#n>9</a>", "129 [unsure 129]"],
      ["<a href=#n>129</a>", "129"],
      ["<small>129</small>", "129"],
      ["<font size=7>1</font>2", "12 [unsure 12]"],
      ["12<font size=-2>9</font>", "129 [unsure 129]"],
      ["<font size=3>1</font>2", "12"],
      ["<font size=1>12</font>", "12"],
      ["12<small> (p)</small>", "12 (p)"],
      ["1<b style='font-size:95%'>2</b>", "12"],
    ]);
  });

  it("is told that a text may be cut off at the width of its cell", async () => {
    const cut = "td.c{overflow:hidden;white-space:nowrap;width:20px}";
    await expectFigures([
      ["129 999", "[covered 129 999]", cut, "class=c"],
      ["12", "12", cut, "class=c"],
      ["129 999", "129 999", "td.c{white-space:nowrap;width:20px}", "class=c"],
    ]);
  });

  it("sees a gap where a style puts one between two figures", async () => {
    await expectFigures([
      ["<b style='padding-right:5em'>1</b>2", "1 2"],
      ["1<b style='margin:0 0 0 5em'>2</b>", "1 2"],
      ["1<b style='margin-left:.3em'>2</b>", "12"],
    ]);
  });

  it("keeps the place of a cell whose text is moved out of sight", async () => {
    const { value } = await html("<table><tr><td>Vols<td style='text-indent:-9999px'>99<td>9</table>");
    expect(show(value[0])).toEqual(["Vols||9"]);
    expect(showBeside(value[0])).toEqual([" [hidden 99]"]);
  });

  it("warns that a browser may show something else: a style sheet apart, a program, something laid over the page", async () => {
    const reasons = async (page: string) => (await html(page)).issues.map(({ rule, message }) => `${rule} ${message}`);
    const row = "<table><tr><td>Vols<td>12</table>";
    for (const [page, words] of [
      [`<link rel=stylesheet href=a.css>${row}`, "feuille de style"],
      [`<style>@import url(a.css);</style>${row}`, "feuille de style"],
      [`<script>document.write('12')</script>${row}`, "script"],
      [`<script src=a.js></script>${row}`, "script"],
      [`<script>q.remove()</script>${row}`, "script"],
      [`<body onload="q.remove()">${row}`, "script"],
      [`<meta http-equiv=refresh content="0;url=b.html">${row}`, "script"],
      [`${row}<div style='position:fixed;inset:0;background:white'></div>`, "posés par-dessus"],
      [`${row}<div style='margin-top:-500px;background:white'></div>`, "posés par-dessus"],
      ["<table><tr><td>Vols<td>12<i style='outline:20px solid white'></i></table>", "posés par-dessus"],
      [`<body style='text-shadow:8px 0 black'>${row}`, "text-shadow"],
      [`<body style='background:url(a.png)'>${row}`, "background-image"],
      ["<table><col><col bgcolor=red><tr><td>Vols<td>12</table>", "background-color"],
      ["<table><tr><td>Vols<td style='overflow:hidden'>12</table>", "overflow"],
      [`<div style='height:60px;overflow:hidden'>${row}</div>`, "overflow"],
      [`<div style='max-height:799px;overflow-y:clip'>${row}</div>`, "overflow"],
      ["<table><tr><td>Vols<td style='mso-hide:all'>12</table>", "mso-hide|hide"],
    ] as const)
      expect(await reasons(page)).toEqual([expect.stringMatching(`^may-look-otherwise .*${words}`)]);
    for (const page of [
      `<link rel=icon href=a.png><link rel=stylesheet media=print href=a.css>${row}`,
      `<script type='application/ld+json'>{"a":"document.b"}</script>${row}`,
      `${row}<div style='position:fixed;bottom:0'>x</div>`,
      `<p style='text-shadow:8px 0 black'>IS 101</p>${row}`,
      `<div style='height:60px;overflow:hidden'>IS 101</div>${row}`,
      `<div style='height:60px;overflow:auto'>${row}</div>`,
      `<div style='height:100%;overflow:hidden'>${row}</div>`,
      `<div style='max-height:800px;overflow:hidden'>${row}</div>`,
      "<table><tr><td>Vols<td><div style='height:20px;overflow:hidden'>12</div></table>",
      `<body style='background:url(a.png)'>${row.replace("<table", "<table style='background:white'")}`,
      `<meta charset=utf-8><style>td{padding:2px;-moz-osx-font-smoothing:auto;mso-x:y}</style>${row}`,
    ])
      expect(await reasons(page)).toEqual([]);
  });

  it("tells text that can hardly be seen, on what is behind it", async () => {
    const faint = "12 [faint 9]";
    await expectFigures([
      ["<font color=white>9</font>12", faint],
      ["<font color='#FEFEFE'>9</font>12", faint],
      ['<span style="color:#fff">9</span>12', faint],
      ['<span style="color:rgb(255, 255, 255)">9</span>12', faint],
      ['<span style="color:hsl(0 0% 100%)">9</span>12', faint],
      ['<span style="color:hsl(60 100% 98%)">9</span>12', faint],
      ['<span style="color:hsl(60 100% 20%)">9</span>12', "912"],
      ['<span style="color:transparent">9</span>12', faint],
      ['<span style="color:#0000">9</span>12', faint],
      ['<span style="color:rgba(0,0,0,0)">9</span>12', faint],
      ['<span style="opacity:0">9</span>12', faint],
      ['<span style="font-size:1px">9</span>12', faint],
      ['<span style="font-size:0">9</span>12', faint],
      ['<small style="font:.1em Arial">9</small>12', faint],
      ['<small style="font:0/0 a">9</small>12', faint],
      ['<span style="color:navy">9</span>12', "12 [faint 9]", "td.c{background:navy;color:white}", "class=c"],
      [
        "12",
        "[faint 12]",
        "td.c{background:url(x.png);color:white} td b{color:white}",
        "style='background:white'".concat(" class=c"),
      ],
      ["12", "12", "td.c{background:#000080;color:white}", "class=c"],
      ["12", "12", "td.c{background:url(x.png);color:white}", "class=c"],
      ["12", "12", "td.c{background-image:linear-gradient(red,blue);color:white}", "class=c"],
      ["<font color=white>12</font>", "12", "", "bgcolor=navy"],
      ["<font color=white>12</font>", "12", "", "bgcolor='#000080'"],
      ['<span style="color:white;background-color:black">12</span>', "12"],
      ['<span style="color:unknown">12</span>', "12"],
      ['<span style="font-size:6pt;color:gray">12</span>', "12"],
    ]);
  });

  it("writes note marks above or under the line, by an element, a style or a small text moved up", async () => {
    await expectFigures([
      ["12<sup>1</sup>", "12¹"],
      ["12<sub>1</sub>", "12₁"],
      ["12<a><sup><b>1</b></sup></a>", "12¹"],
      ['12<span style="vertical-align:super">1</span>', "12¹"],
      ['12<span style="vertical-align:4px;font-size:6pt">1</span>', "12¹"],
      ['12<span style="font-size:60%;vertical-align:top">1</span>', "12¹"],
      ["12<sup>1</sup>", "12¹", "sup{vertical-align:baseline;position:relative;top:-.5em;font-size:75%}"],
      ['12<small style="position:relative;bottom:5px">1</small>', "12¹"],
      ["12", "12", "td{vertical-align:super;position:relative;top:-9px} p{vertical-align:super}"],
      ["<p>12</p>", "12", "p{position:relative;top:-9px}"],
      ['<span style="position:relative;top:1px">12</span>', "12"],
      ["<sup style='vertical-align:baseline;font-size:100%'>12</sup>", "12"],
    ]);
  });

  it("tells fields, pictures and small text above in place of a figure, and leaves arrows and logos", async () => {
    await expectFigures([
      ["<input value=12>", "[other 12]"],
      ["<input type=hidden value=9>12", "12"],
      ["<textarea>12</textarea>", "[other 12]"],
      ["<select><option>12<option>9</select>", "[other 12]"],
      ["<ruby>12<rt>9</rt></ruby>", "12⁹"],
      ["<ruby>12<rt>neuf</rt></ruby>", "12"],
      ["<img alt=12>", "[other 12]"],
      ["<img src=x>", "[other ]"],
      ["<img alt=1>2", "2 [other 1]"],
      ["<iframe srcdoc=12></iframe>", "[other ]"],
      ["12 <img src=x>", "12"],
      ["12 <img alt='en hausse'>", "12"],
      ["<img src=x width=1 height=1>", ""],
    ]);
    const titled = await html(
      "<p><img alt='Ville 2026'></p><table><tr><td><img src=x><td>T1 2026<tr><td>Vols<td>1</table>",
    );
    expect(showBeside(titled.value[0])).toEqual([]);
  });

  it("keeps apart what a browser sets apart: lines of <pre>, blocks, floats", async () => {
    await expectFigures([
      ["<pre>1\n234</pre>", "1\n234"],
      ["<span style='white-space:pre-line'>1\n234</span>", "1\n234"],
      ["<span style='display:block'>1</span>2", "1\n2"],
      ["1<span style='float:right'>2</span>", "1\n2"],
      ["<div>1</div><div>2</div>", "1\n2"],
      ["1<wbr>2", "12"],
      ["<span style='display:inline-block'>1</span>2", "12"],
      ["<search>1</search>2", "1\n2"],
      ["1<xmp>2</xmp>", "1\n2"],
      ["12<option>9", "12 [other 9]"],
      ["1<svg></svg>2", "1\n2"],
      ["1<input>2", "1\n2"],
      ["1<input type=hidden>2", "12"],
      ["1<span style='padding:9px'></span>2", "1 2"],
      ["1<span style='display:inline-block;width:3em'></span>2", "1 2"],
      ["<math>9</math>12", "12 [unsure 9]"],
      ["<math><mn>12</mn></math>", "12"],
      ["<button>9</button>12", "12 [other 9]"],
      ["<marquee>9</marquee>12", "12 [other 9]"],
    ]);
  });
});

describe("a table as a browser lays it out", () => {
  it("is hidden with its body, written or not, and is not sure where a column is", async () => {
    const rows = "<tr><td>Vols<td>99";
    for (const page of [
      `<style>tbody{display:none}</style><p>a</p><table>${rows}</table>`,
      `<p>a</p><table><tbody hidden>${rows}</table>`,
    ])
      expect(showBeside((await html(page)).value[0])).toEqual([" [hidden Vols][hidden 99]"]);
    const column = await html(`<table><colgroup><col><col style='visibility:collapse'></colgroup>${rows}</table>`);
    expect(showBeside(column.value[0])).toContain(" [unsure 99]");
  });

  it("has the attributes of every <body> that is written", async () => {
    const rows = "<p>a</p><table><tr><td>Vols<td>99</table>";
    expect(showBeside((await html(`<body>${rows}<body hidden>`)).value[0])).toEqual(
      showBeside((await html(`<body hidden>${rows}`)).value[0]),
    );
    expect(showBeside((await html(`<body hidden>${rows}`)).value[0])).not.toEqual([]);
  });

  const table = async (rows: string, style = "") => {
    const { value, issues } = await html(`<style>${style}</style><table>${rows}</table>`);
    return {
      lines: value.flatMap((grid) => show(grid)),
      beside: value.flatMap((grid) => showBeside(grid)),
      issues: issues.map((i) => i.actual),
    };
  };

  it("has no place for a cell, a row or a table that is not shown: the others move, and what is hidden is told beside the next", async () => {
    expect(await table("<tr><td>Vols<td style='display:none'>99<td>12<td>9")).toMatchObject({
      lines: ["Vols|12|9"],
      beside: ["12 [hidden 99]"],
    });
    expect(await table("<tr><td>Vols<td>12<td hidden>99")).toMatchObject({
      lines: ["Vols|12"],
      beside: ["12 [hidden 99]"],
    });
    const row = await table(
      "<tr><td>Homicides<td>1<tr class=x><td>Vols<td>99<td>88<tr><td>Vols<td>12",
      ".x{display:none}",
    );
    expect(row).toMatchObject({
      lines: ["Homicides|1", "Vols|12"],
      beside: ["Vols [hidden Vols][hidden 99][hidden 88]"],
    });
    expect(await table("<tr><td>Vols<td>12<tr hidden><td>Vols<td>99")).toMatchObject({
      lines: ["Vols|12", "|", "|"],
      beside: [" [hidden Vols][hidden 99]"],
    });
    const beforeEmpty = await table("<tr><td>Vols<td hidden>99<td><td>9");
    expect(beforeEmpty).toMatchObject({ lines: ["Vols||9"], beside: [" [hidden 99]"] });
    const whole = await html("<table hidden><tr><td>Vols<td>99</table><p>IS 101</p>");
    expect(show(whole.value[0])).toEqual(["IS 101"]);
    expect(showBeside(whole.value[0])).toEqual(["IS 101 [hidden Vols][hidden 99]"]);
  });

  it("ends a cell that reaches down with the rows that stand together", async () => {
    const head = "<thead><tr><th rowspan=3>Type<th>T1<tr><th>2026</thead>";
    expect((await table(`${head}<tbody><tr><td>Vols<td>12</tbody>`)).lines).toEqual([
      "Type{2x1}|T1",
      "^|2026",
      "Vols|12",
    ]);
    expect((await table("<tr><td rowspan=65535>Vols<td>12<tr><td>9")).lines).toEqual(["Vols{2x1}|12", "^|9"]);
    expect((await table("<tr><td rowspan=0>Vols<td>12<tr><td>9")).lines).toEqual(["Vols{2x1}|12", "^|9"]);
  });

  it("shows the first thead first and the first tfoot last, wherever they are written", async () => {
    const rows =
      "<tfoot><tr><td>Total<td>3</tfoot><tbody><tr><td>Vols<td>1<tr><td>Rixes<td>2</tbody><thead><tr><td>Type<td>T1</thead>";
    expect((await table(rows)).lines).toEqual(["Type|T1", "Vols|1", "Rixes|2", "Total|3"]);
  });

  it("has the columns that its cells fill, however far one says that it goes", async () => {
    expect((await table("<tr><td>Vols<td>12<td>9<tr><td>Rixes<td>3<td colspan=9999>4")).lines).toEqual([
      "Vols|12|9",
      "Rixes|3|4",
    ]);
    expect((await table("<tr><td>Vols<td>12<tr><td colspan=9999>Titre")).lines).toEqual(["Vols|12", "Titre{1x2}|^"]);
  });

  it("ends what is left open in a cell with the cell, and a table with the next", async () => {
    expect((await table("<tr><td><b>Vols<td><i>12<td>9</td><tr><td>Rixes<td>3<td>4")).lines).toEqual([
      "Vols|12|9",
      "Rixes|3|4",
    ]);
    expect((await table("<tr><td>Vols<td>12<table><tr><td>a<td>b</table><tr><td>Rixes<td>3")).issues).toEqual([]);
    expect((await table("<tr><td>Vols<td>1</td></tr><table><tr><td>Rixes<td>2")).lines).toEqual([
      "Vols|1",
      "|",
      "Rixes|2",
    ]);
    // What can stand in no cell ends it; what can stand in no table is shown above it.
    expect((await table("<tr><td>Vols<td>12<col><td>9")).lines).toEqual(["Vols|12", "9|"]);
    expect((await table("<tr><td>Vols<td>1<colgroup>2<td>9")).lines).toEqual(["2|", "Vols|1", "9|"]);
    const open = await html("<html><head><meta charset=utf-8><title>x</title><body><table><tr><td>Vols<td>1</table>");
    expect(show(open.value[0])).toEqual(["Vols|1"]);
    expect(show((await html("<html><head><title>x</title><p>IS 101</p>")).value[0])).toEqual(["IS 101"]);
  });
});
