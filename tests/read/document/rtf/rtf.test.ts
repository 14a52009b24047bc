import { describe, expect, it } from "vitest";
import { MAX_DEPTH } from "../../../../scripts/read/contract/limits.ts";
import { readRtf } from "../../../../scripts/read/document/rtf/rtf.ts";
import { rules, show, showBeside, source } from "../../source.ts";

const rtf = (body: string) => readRtf(source("IS101.rtf", `{\\rtf1\\ansi\\ansicpg1252 ${body}}`));

describe("an RTF document", () => {
  it("places cells by their edges, so that a wide heading spans without any merge mark", async () => {
    const result = await rtf(
      "\\pard IS 101\\par\\trowd\\cellx1000\\cellx3000\\pard\\intbl Type\\cell T1 2026\\cell\\row" +
        "\\trowd\\cellx1000\\cellx2010\\cellx3000\\pard\\intbl Homicides\\cell 0\\cell 1\\cell\\row\\pard fin\\par",
    );
    expect(show(result.value[0])).toEqual(["IS 101||", "Type|T1 2026{1x2}|^", "Homicides|0|1", "||", "fin||"]);
    expect(result.issues).toEqual([]);
  });

  it("joins cells merged by marks, across and down", async () => {
    const result = await rtf(
      "\\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\pard\\intbl Type\\cell T1\\cell\\cell\\row" +
        "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl\\cell PN\\cell GN\\cell\\row",
    );
    expect(show(result.value[0])).toEqual(["Type{2x1}|T1{1x2}|^", "^|PN|GN"]);
  });

  it("reads accents by code page and by Unicode, and leaves out hidden, deleted and raised text, fields and pictures", async () => {
    const result = await rtf(
      "\\pard V\\'e9hicules \\u339?uvre{\\v cach\\'e9}{\\deleted ancien} 12{\\super 1}" +
        '{\\field{\\*\\fldinst HYPERLINK "http://exemple.fr"}{\\fldrslt lien}}{\\pict 0102}{\\*\\inconnu x}\\par',
    );
    expect(show(result.value[0])).toEqual(["Véhicules œuvre 12¹lien"]);
  });

  it("puts page headers first and footers last", async () => {
    const result = await rtf("{\\footer pied\\par}{\\header IS 101 - T1 2026\\par}\\pard corps\\par");
    expect(show(result.value[0])).toEqual(["IS 101 - T1 2026", "corps", "pied"]);
  });

  it("refuses a row that has not as many cells as it defines: a mark lost joins two figures", async () => {
    const result = await rtf("\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl a\\cell 0\\celn 0\\cell\\row");
    expect(result.value).toEqual([]);
    expect(result.issues.map((i) => i.actual)).toEqual(["une ligne de tableau a 2 cellules et en définit 3"]);
    expect(rules(await rtf("\\trowd\\cellx1000\\pard\\intbl a\\cell b\\cell\\row"))).toEqual(["error file-unreadable"]);
  });

  it("refuses braces left open, text after the end, and endless groups", async () => {
    expect(rules(await rtf("{\\b gras"))).toEqual(["error file-unreadable"]);
    expect(rules(await rtf("a}b{c"))).toEqual(["error file-unreadable"]);
    expect(rules(await rtf("{".repeat(MAX_DEPTH + 1) + "}".repeat(MAX_DEPTH + 1)))).toEqual(["error file-too-large"]);
  });
});

/** A row of two cells after a table head that says its colours and its styles. */
const head =
  "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset2 Wingdings;}{\\f3 Wingdings 2;}}" +
  "{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue128;\\red0\\green0\\blue0;}" +
  "{\\stylesheet{Normal;}{\\s1\\strike Retir\\'e9;}{\\s2\\sbasedon1 Aussi;}{\\s3\\sbasedon1\\strike0 Non;}{\\*\\cs20\\v Cach\\'e9;}{\\*\\cs21\\super Note;}}";
const row = (cell: string, definition = "\\cellx1000\\cellx2000", first = "Vols") =>
  rtf(`${head}\\trowd${definition}\\pard\\intbl ${first}\\cell ${cell}\\cell\\row\\pard\\plain fin\\par`);
const beside = async (...given: Parameters<typeof row>) => showBeside((await row(...given)).value[0]);
const second = async (...given: Parameters<typeof row>) => (await row(...given)).value[0]?.rows[0]?.[1]?.text;

describe("what a person sees of an RTF cell", () => {
  it("leaves struck and deleted text beside the figure, whoever strikes it: a word, a style, the style it is based on", async () => {
    for (const run of [
      "{\\strike 11}9",
      "{\\striked1 11}9",
      "{\\deleted 11}9",
      "{\\mvf 11}9",
      "\\strike 1{\\b 1}\\strike0 9",
      "{\\striked1 11\\striked0 9}",
    ])
      expect([run, await beside(run)]).toEqual([run, ["9 [struck 11]"]]);
    for (const run of ["\\pard\\intbl\\s1 11", "\\pard\\intbl\\s2 11", "\\pard\\plain\\intbl\\s2\\plain 11"])
      expect([run, await beside(run)]).toEqual([run, [" [struck 11]"]]);
    for (const run of ["\\pard\\intbl\\s3 11", "\\pard\\intbl\\s1\\strike0 11", "\\pard\\intbl\\s1\\pard\\intbl 11"])
      expect([run, await beside(run), await second(run)]).toEqual([run, [], "11"]);
  });

  it("leaves hidden text beside the figure, by a word or by a style of characters", async () => {
    for (const run of ["{\\v 9}12", "{\\cs20 9}12", "\\v 9\\plain 12", "\\v 9\\v0 12"])
      expect([run, await beside(run)]).toEqual([run, ["12 [hidden 9]"]]);
  });

  it("writes note marks above or under the line, by a word or by a style", async () => {
    for (const run of ["12{\\super 1}", "12{\\cs21 1}", "12{\\up6 1}", "12{\\up 1}"])
      expect([run, await second(run)]).toEqual([run, "12¹"]);
    for (const run of ["12{\\sub 1}", "12{\\dn6 1}"]) expect([run, await second(run)]).toEqual([run, "12₁"]);
    expect(await second("12\\super\\nosupersub 1")).toBe("121");
  });

  it("tells white on white, and type of two points, but not white on a dark cell", async () => {
    for (const run of ["{\\cf1 9}12", "{\\fs4 9}12"]) expect([run, await beside(run)]).toEqual([run, ["12 [faint 9]"]]);
    expect(await beside("{\\fs7\\cf2 912}")).toEqual([]);
    expect(await beside("{\\highlight3 9}{\\highlight1 12}")).toEqual(["12 [faint 9]"]);
    expect(await beside("{\\chcbpat3 12}")).toEqual([]);
    const dark = "\\cellx1000\\clcbpat2\\cellx2000";
    for (const [run, definition] of [
      ["\\cf1 12", dark],
      ["\\cf1\\chcbpat2 12", undefined],
      ["\\pard\\intbl\\cbpat2\\cf1 12", undefined],
      ["\\cf1 12", "\\cellx1000\\clshdng10000\\cellx2000"],
    ] as const)
      expect([run, definition, await beside(run, definition)]).toEqual([run, definition, []]);
    // the shade is that of its own cell
    expect(await beside("\\cf1 12", "\\clcbpat2\\cellx1000\\cellx2000")).toEqual([" [faint 12]"]);
    expect(await beside("{\\cf2 9}12", dark)).toEqual(["12 [faint 9]"]);
  });

  it("is not sure of a text hidden as marks are, nor of a formula, and tells a form field and letters squeezed to nothing", async () => {
    expect(await beside("{\\spv 9}12")).toEqual(["12 [unsure 9]"]);
    expect(await beside("{\\webhidden 9}12")).toEqual(["12 [unsure 9]"]);
    expect(await beside("{\\charscalex20 9}12")).toEqual(["12 [faint 9]"]);
    expect(await beside("{\\mmath{\\*\\moMath{\\mr 12}}}")).toEqual([" [unsure ]"]);
    const field = (result: string) =>
      `{\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield{\\fftype2}}}{\\fldrslt ${result}}}`;
    expect(await second(field("12"))).toBe("12");
    const two = await rtf(
      `\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl a\\cell 1\\cell 2\\cell\\row\\pard\\intbl b\\cell ${field("")}\\cell 9\\cell\\row\\pard `,
    );
    expect(showBeside(two.value[0])).toEqual([" [other ][other n°]"]);
  });

  it("is not sure of letters one over the other, of a frame, of an order from right to left", async () => {
    expect(await beside("{\\expndtw-400 12}")).toEqual([" [unsure 12]"]);
    expect(await beside("{\\expnd-80 12}")).toEqual([" [unsure 12]"]);
    expect(await beside("{\\expndtw-10 12}")).toEqual([]);
    expect(await beside("{\\twoinone1 12}")).toEqual([" [unsure 12]"]);
    expect(await beside("\\rtlpar 12 345")).toEqual([" [unsure 12 345]"]);
    expect(await beside("\\posx500 12")).toEqual([" [unsure 12]"]);
    expect(await beside("12", "\\rtlrow\\cellx1000\\cellx2000")).toEqual(["Vols [unsure ]", "12 [unsure ]"]);
  });

  it("is not sure of a figure out of its cell, or cut off by the line, nor of what only a style says so", async () => {
    for (const words of ["\\fi-3000", "\\li-3000", "\\li360\\fi-3000", "\\sl-20", "\\posxr", "\\absw500", "\\phmrg"])
      expect([words, await beside(`\\pard\\intbl${words} 12`)]).toEqual([words, [" [unsure 12]"]]);
    for (const words of ["\\li360\\fi-360", "\\sl-240", "\\sl20\\slmult1", "\\absh0"])
      expect([words, await beside(`\\pard\\intbl${words} 12`)]).toEqual([words, []]);
    const styled = async (style: string, content: string) =>
      showBeside(
        (
          await rtf(
            `{\\colortbl;\\red0\\green0\\blue128;}${style}\\trowd\\cellx1000\\cellx2000\\pard\\intbl Vols\\cell\\pard\\intbl ${content}\\cell\\row\\pard `,
          )
        ).value[0],
      );
    expect(await styled("{\\stylesheet{\\s9\\posx500 X;}}", "\\s9 12")).toEqual([" [unsure 12]"]);
    expect(await styled("{\\stylesheet{\\s9\\ls1 X;}}", "\\s9 2")).toEqual(["2 [unsure n°]"]);
    expect(await styled("{\\stylesheet{\\s9\\cbpat1 X;}}", "\\s9\\cf1 12")).toEqual([" [faint 12]"]);
    expect(await styled("{\\stylesheet{\\*\\ts9\\tsrowd\\v X;}}", "\\yts9 12")).toEqual([" [hidden 12]"]);
    expect(await styled("{\\*\\defchp \\v}", "{\\v0 12}\\plain 9")).toEqual([" [hidden Vols]", "12 [hidden 9]"]);
  });

  it("sees a coloured text on the shade of its row, of its paragraph, or of its cell as later versions say it", async () => {
    const shaded = (cellDefinition: string, words = "", rowDefinition = "") =>
      beside(`\\pard\\intbl${words}\\cf2 12`, `${rowDefinition}\\cellx1000${cellDefinition}\\cellx2000`);
    for (const definition of ["\\clcbpatraw2", "\\clshdngraw10000\\clcfpatraw2"])
      expect([definition, await shaded(definition)]).toEqual([definition, [" [faint 12]"]]);
    expect(await shaded("", "\\shading10000\\cfpat2")).toEqual([" [faint 12]"]);
    expect(await shaded("", "", "\\trcbpat2")).toEqual([" [faint 12]"]);
    for (const [cell, row] of [
      ["", ""],
      ["", "\\trcbpat1"],
      ["\\clcbpat1", "\\trcbpat2"],
      ["", "\\trshdng500"],
    ] as const)
      expect([cell, row, await shaded(cell, "", row)]).toEqual([cell, row, []]);
  });

  it("sees a text of the colour of a shade of dots: those of the dots and of what is between them, in their shares", async () => {
    const white = "{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue128;}";
    const shaded = async (cellDefinition: string, words = "", rowDefinition = "") =>
      showBeside(
        (
          await rtf(
            `${white}\\trowd${rowDefinition}${cellDefinition}\\cellx1000\\pard\\intbl${words}\\cf1 12\\cell\\row`,
          )
        ).value[0],
      );
    const faint = [" [faint 12]"];
    expect(await shaded("\\clshdng500\\clcfpat2")).toEqual(faint);
    expect(await shaded("\\clshdng5000\\clcfpat2")).toEqual([]);
    expect(await shaded("\\clshdng5000\\clcfpat1\\clcbpat2")).toEqual([]);
    expect(await shaded("\\clshdng500")).toEqual(faint);
    expect(await shaded("", "\\shading500\\cfpat2")).toEqual(faint);
    expect(await shaded("", "\\shading500\\cfpat1\\cbpat2")).toEqual([]);
    expect(await shaded("", "\\chshdng500\\chcfpat2")).toEqual(faint);
    expect(await shaded("", "", "\\trshdng500\\trcfpat2")).toEqual(faint);
    expect(await shaded("", "", "\\trshdng5000\\trcfpat2")).toEqual([]);
    expect(await shaded("\\clcbpat9")).toEqual(faint);
  });

  it("sees a text on what fills its text box", async () => {
    const white = "{\\colortbl;\\red255\\green255\\blue255;}";
    const property = (name: string, value: number) => `{\\sp{\\sn ${name}}{\\sv ${value}}}`;
    const boxed = async (properties: string) =>
      showBeside(
        (await rtf(`${white}\\pard{\\shp{\\*\\shpinst${properties}{\\shptxt\\pard\\cf1 12\\par}}}\\par`)).value[0],
      );
    const faint = [" [faint 12]"];
    expect(await boxed("")).toEqual(faint);
    expect(await boxed(property("fillColor", 0xffffff))).toEqual(faint);
    expect(await boxed(property("fillColor", 0x800000))).toEqual([]);
    expect(await boxed(property("fillColor", 0x800000) + property("fFilled", 0))).toEqual(faint);
    expect(await boxed(property("fillType", 7))).toEqual([]);
    expect(await boxed(property("fillOpacity", 9))).toEqual([]);
  });

  it("is not sure of a figure beside the number of a list, of a note or of a page, nor of a field without its result", async () => {
    expect(await beside("{\\listtext 1.\\tab}2")).toEqual(["2 [unsure 1.]"]);
    expect(await beside("{\\pntext -\\tab}2")).toEqual(["2 [unsure -]"]);
    expect(await beside("{\\listtext\\'b7}2")).toEqual([]);
    expect(await beside("\\ls1 2")).toEqual(["2 [unsure n°]"]);
    expect(await beside("{\\*\\pn\\pndec}2")).toEqual(["2 [unsure n°]"]);
    expect(await beside("{\\listtext 1.\\tab}Vols")).toEqual([]);
    expect(await beside("12\\chftn ")).toEqual(["12 [other n°]"]);
    expect(await beside("12{\\super\\chftn }")).toEqual([]);
    expect(await beside("1{\\super\\chftn }2")).toEqual(["12 [unsure 12]"]);
    expect(await beside("2\\chpgn ")).toEqual(["2 [other n°]"]);
    const field = (instruction: string, result: string) => beside(`2{\\field{\\*\\fldinst ${instruction}}${result}}`);
    expect(await field("SEQ x", "")).toEqual(["2 [other n°]"]);
    expect(await field("SEQ x", "{\\fldrslt }")).toEqual(["2 [other n°]"]);
    expect(await field("SEQ x", "{\\fldrslt 1}")).toEqual([]);
    expect(await field("TC x", "")).toEqual([]);
  });

  it("hides the text of a row of no height, sees a shade that is solid, and warns of a font within the file", async () => {
    expect(await beside("12", "\\trrh-20\\cellx1000\\cellx2000")).toEqual([" [hidden Vols]", " [hidden 12]"]);
    expect(await beside("12", "\\trrh-400\\cellx1000\\cellx2000")).toEqual([]);
    expect(await beside("{\\chshdng10000\\chcfpat3\\cf3 9}12")).toEqual(["12 [faint 9]"]);
    expect(await beside("{\\chshdng2000\\chcfpat3\\cf3 9}12")).toEqual([]);
    expect(await beside("\\cf3 12", "\\cellx1000\\clshdng10000\\cellx2000")).toEqual([" [faint 12]"]);
    expect(await beside("\\cf2 12", "\\cellx1000\\clshdng10000\\clcfpat2\\cellx2000")).toEqual([" [faint 12]"]);
    expect(rules(await rtf("{\\fonttbl{\\f5{\\*\\fontemb 00}X;}}\\pard 12\\par"))).toEqual([
      "warning may-look-otherwise",
    ]);
    expect(await beside("{\\f5 12}", "\\cellx1000\\cellx2000", "Vols{\\fonttbl{\\f5\\fcharset2 X;}}")).toEqual([
      " [unsure 12]",
    ]);
  });

  it("is not sure of digits in a font of signs, reads those of Symbol, and leaves its bullets out", async () => {
    expect(await beside("{\\f2 12}")).toEqual([" [unsure 12]"]);
    expect(await beside("{\\f3 12}")).toEqual([" [unsure 12]"]);
    expect(await second("{\\f1 12}")).toBe("12");
    const bullet = await row("12", undefined, "{\\f2\\'a7}\\tab Vols");
    expect(show(bullet.value[0])[0]).toBe("Vols|12");
    expect(showBeside(bullet.value[0])).toEqual([]);
  });

  it("reads the text in Unicode where it is given twice, the result of an object, and the text of a drawing apart", async () => {
    expect(await second("{\\upr{9}{\\*\\ud{12}}}")).toBe("12");
    expect(await second("{\\object{\\*\\objdata 0102}{\\result 12}}")).toBe("12");
    const drawn = await rtf("\\pard corps{\\*\\do{\\dptxbxtext \\pard Titre\\par}}\\par");
    expect(show(drawn.value[0])).toEqual(["Titre", "corps"]);
  });

  it("is not sure of the result of a private field, nor of what stands in it", async () => {
    const field = (result: string, flags = "\\fldpriv") =>
      `{\\field${flags}{\\*\\fldinst PRIVATE}{\\fldrslt ${result}}}`;
    expect(await beside(`${field("1")}2`)).toEqual(["2 [unsure 1]"]);
    expect(await beside(field(field("12", "")))).toEqual([" [unsure 12]"]);
    expect(await second(field("12", "\\flddirty"))).toBe("12");
  });

  it("is not sure of a figure in a cell that goes on from above, where programs differ on what they show", async () => {
    const merged = (start: string, text: string) =>
      rtf(
        `\\trowd\\cellx1000${start}\\cellx2000\\pard\\intbl Vols\\cell\\cell\\row` +
          `\\trowd\\cellx1000\\clvmrg\\cellx2000\\pard\\intbl Viols\\cell ${text}\\cell\\row\\pard `,
      );
    for (const start of ["", "\\clvmgf"])
      expect(showBeside((await merged(start, "12")).value[0])).toEqual([
        "12 [unplain texte sous une cellule fusionnée]",
      ]);
    expect(showBeside((await merged("", "")).value[0])).toEqual([]);
  });

  it("takes digits much smaller than their neighbours, or a link beside digits, for another number", async () => {
    const link = (text: string) => `{\\field{\\*\\fldinst HYPERLINK "#n"}{\\fldrslt ${text}}}`;
    expect(await beside("12{\\fs12 9}")).toEqual(["129 [unsure 129]"]);
    expect(await beside("{\\fs20 1}{\\fs22 2}")).toEqual([]);
    expect(await beside(`12${link("9")}`)).toEqual(["129 [unsure 129]"]);
    expect(await beside(link("129"))).toEqual([]);
    expect(await beside("{\\charscalex20 9}12")).toEqual(["12 [faint 9]"]);
    expect(await beside("{\\horzvert0 9}12")).toEqual(["12 [unsure 9]"]);
  });

  it("reads on two lines what the end of a page or of a column parts", async () => {
    for (const end of ["\\page ", "\\column "])
      expect(show((await rtf(`\\pard 1${end}2\\par`)).value[0])).toEqual(["1\n2"]);
  });

  it("sees the colour of the page behind the text, where the document is to be looked at so", async () => {
    const page = (colour: number, view: string) =>
      `${view}{\\*\\background {\\shp{\\*\\shpinst{\\sp{\\sn fillColor}{\\sv ${colour}}}}}}{\\colortbl;\\red51\\green102\\blue153;}`;
    const row = "\\trowd\\cellx1000\\pard\\intbl {\\cf1 9}12\\cell\\row";
    const seen = async (head: string) => showBeside((await rtf(head + row)).value[0]);
    expect(await seen(page(10053171, "\\viewbksp1"))).toEqual(["12 [faint 9]"]);
    expect(await seen(page(10053171, "\\viewbksp0"))).toEqual([]);
    expect(await seen(page(10053171, ""))).toEqual([]);
    expect(await seen(page(0, "\\viewbksp1"))).toEqual([]);
  });

  it("follows the font of a style, of the document and of all its characters", async () => {
    const fonts = "{\\fonttbl{\\f0 Arial;}{\\f2 Wingdings;}}";
    const row = (text: string) => `\\trowd\\cellx1000\\pard\\intbl ${text}\\cell\\row`;
    const seen = async (body: string) => showBeside((await rtf(body)).value[0]);
    expect(await seen(`${fonts}{\\stylesheet{\\*\\cs9\\f2 W;}}${row("{\\cs9 9}12")}`)).toEqual(["12 [unsure 9]"]);
    expect(await seen(`\\deff2${fonts}${row("99")}`)).toEqual([" [unsure 99]"]);
    expect(await seen(`\\deff2${fonts}${row("\\f0 99")}`)).toEqual([]);
    expect(await seen(`${fonts}{\\*\\defchp\\f2}${row("99")}`)).toEqual([" [unsure 99]"]);
  });

  it("is not sure of a crossed cell, leaves a deleted one, and what stands below the last line of a row of exact height", async () => {
    const seen = async (cell: string, text = "12") =>
      showBeside((await rtf(`\\trowd${cell}\\cellx1000\\pard\\intbl ${text}\\cell\\row`)).value[0]);
    for (const line of ["\\cldglu", "\\cldgll"]) expect(await seen(line)).toEqual([" [covered 12]"]);
    expect(await seen("\\cldel")).toEqual([" [struck 12]"]);
    expect(await seen("\\trrh-280", "\\par\\par 12")).toEqual(["12 [covered 12]"]);
    expect(await seen("\\trrh-280", "\\line\\line 12")).toEqual(["12 [covered 12]"]);
    expect(await seen("\\trrh-280", "12\\par")).toEqual([]);
    expect(await seen("\\trrh-280", "\\sb400 12")).toEqual(["12 [covered 12]"]);
    expect(await seen("\\trrh-280", "\\sb400\\pard\\intbl 12")).toEqual([]);
    expect(await seen("\\trrh-280\\clpadt400")).toEqual(["12 [covered 12]"]);
    expect(await seen("\\trrh-280\\clpadt88")).toEqual([]);
    expect(await seen("\\trrh-280\\clpadt88\\clpadb1")).toEqual(["12 [covered 12]"]);
    expect(await seen("\\trrh-280\\trpaddt44\\trpaddb45")).toEqual(["12 [covered 12]"]);
    expect(await seen("\\trrh280", "\\par\\par 12")).toEqual([]);
    expect(await seen("\\trrh-100")).toEqual([" [hidden 12]"]);
  });

  it("is not sure of a figure set to the right, beyond the right of its cell", async () => {
    for (const [words, isTold] of [
      ["\\qr\\ri-2500", true],
      ["\\qr\\rin-2500", true],
      ["\\qr\\ri-200", false],
      ["\\ri-2500", false],
      ["\\qr\\ri-2500\\ql", false],
    ] as const)
      expect([words, await beside(`\\pard\\intbl${words} 12`)]).toEqual([words, isTold ? [" [unsure 12]"] : []]);
  });

  it("is not sure of a figure whose cell is too narrow for it", async () => {
    const seen = async (row: string, text = "123") => await beside(text, row);
    expect(await seen("\\cellx1000\\cellx1300")).toEqual(["123 [unsure 123]"]);
    expect(await seen("\\cellx1000\\cellx1360")).toEqual([]);
    expect(await seen("\\trgaph70\\cellx1000\\cellx1360")).toEqual(["123 [unsure 123]"]);
    expect(await seen("\\cellx1000\\cellx1300", "1\\~ 2")).toEqual([]);
    expect(await seen("\\cellx1000\\cellx1300", "abc")).toEqual([]);
  });

  it("is not sure of a figure that its paragraph sets beyond the right of its cell", async () => {
    const told = ["12 [unsure 12]"];
    const seen = (paragraph: string) => beside(`${paragraph} 12`, "\\cellx1000\\cellx2000");
    expect(await seen("\\li761")).toEqual(told);
    expect(await seen("\\li760")).toEqual([]);
    expect(await seen("\\li900\\fi-200")).toEqual([]);
    expect(await seen("\\ri761")).toEqual(told);
    expect(await seen("\\tx761\\tab")).toEqual(told);
    expect(await seen("\\tx700\\tx761\\tab")).toEqual([]);
    expect(await seen("\\tqdec\\tx1001")).toEqual(told);
    expect(await seen("\\tqdec\\tx1000\\tx1500")).toEqual([]);
    expect(await beside("12", "\\trpaddr500\\cellx1000\\clpadl300\\cellx2000")).toEqual(told);
    expect(await beside("12", "\\clpadr500\\cellx1000\\clpadl300\\cellx2000")).toEqual([]);
  });

  it("is not sure of a table, or of a cell, beyond the edge of the paper", async () => {
    const seen = async (row: string, cells = "\\cellx1000\\cellx2000") => await beside("12", `${row}${cells}`);
    const whole = [" [unsure Vols]", " [unsure 12]"];
    expect(await seen("\\trleft-3000", "\\cellx-2000\\cellx-1000")).toEqual([]);
    expect(await seen("\\trleft-3001", "\\cellx-2000\\cellx-1000")).toEqual(whole);
    expect(await seen("\\trleft9001", "\\cellx10000\\cellx11000")).toEqual(whole);
    expect(await seen("", "\\cellx32000\\cellx33000")).toEqual([]);
    expect(await seen("", "\\cellx60001\\cellx61000")).toEqual([" [unsure 12]"]);
    for (const place of ["\\tposx15001", "\\tposnegx-3001", "\\tposy15001", "\\tposnegy-3001"])
      expect([place, await seen(place)]).toEqual([place, whole]);
    expect(await seen("\\tposx15000\\tposy-3000")).toEqual([]);
    expect(await seen("\\trpaddl5001")).toEqual(whole);
    expect(await seen("", "\\cellx1000\\clpadl5001\\clpadfl3\\cellx2000")).toEqual([" [unsure 12]"]);
    expect(await seen("\\trpaddl5000", "\\cellx7000\\clpadt5000\\cellx14000")).toEqual([]);
  });

  it("is not sure of a text of the colour that the style of its table puts behind it, or behind a part of it, nor of one that it hides in a part", async () => {
    const head = (style: string) =>
      `{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue128;}{\\stylesheet{\\*\\ts8${style} A;}{\\*\\ts9\\sbasedon8 B;}}`;
    const seen = async (style: string, { text = "{\\cf2 9}12", row = "\\ts8", cell = "" } = {}) =>
      showBeside((await rtf(`${head(style)}\\trowd${row}${cell}\\cellx1000\\pard\\intbl ${text}\\cell\\row`)).value[0]);
    const navy = "\\tscellcbpat2";
    expect(await seen(navy)).toEqual(["12 [unsure 9]"]);
    expect(await seen(navy, { row: "\\ts9" })).toEqual(["12 [unsure 9]"]);
    expect(await seen(navy, { row: "", text: "\\yts9{\\cf2 9}12" })).toEqual(["12 [unsure 9]"]);
    expect(await seen(navy, { row: "" })).toEqual([]);
    expect(await seen(navy, { cell: "\\clcbpat1" })).toEqual([]);
    expect(await seen(navy, { text: "{\\cf1 9}12" })).toEqual([]);
    expect(await seen(`\\tscfirstrow\\cf1${navy}`)).toEqual(["12 [unsure 9]"]);
    expect(await seen(`\\tscfirstrow\\cf1${navy}`, { text: "12" })).toEqual([]);
    expect(await seen("\\tscbandhorzodd\\cf1", { text: "12" })).toEqual([" [unsure 12]"]);
    expect(await seen("\\tsclastcol\\strike", { text: "12" })).toEqual([" [unsure 12]"]);
    expect(await seen("\\v", { text: "12" })).toEqual([" [hidden 12]"]);
  });

  it("is not sure of a font for which one of signs stands", async () => {
    expect(await beside("{\\f5 9}12", undefined, "Vols{\\fonttbl{\\f5 Inconnue{\\*\\falt Wingdings};}}")).toEqual([
      "12 [unsure 9]",
    ]);
    expect(await beside("{\\f5 9}12", undefined, "Vols{\\fonttbl{\\f5 Inconnue{\\*\\falt Arial};}}")).toEqual([]);
  });

  it("warns of a sum of the table, and of a field that Word computes again", async () => {
    const field = (instruction: string, dirty = "") => `{\\field${dirty}{\\*\\fldinst ${instruction}}{\\fldrslt 12}}`;
    expect(await beside(field("=SUM(ABOVE)"))).toEqual(["12 [stale =SUM(ABOVE)]"]);
    expect(await beside(field("REF a", "\\flddirty"))).toEqual(["12 [stale REF a]"]);
    expect(await beside(field("REF a"))).toEqual([]);
  });

  it("warns of a drawing laid on the page outside the cells, and of a picture beside a figure", async () => {
    const shape = (words: string, inside = "") => `{\\shp{\\*\\shpinst\\shpleft0\\shpright4000${words}${inside}}}`;
    const table = (cell = "12") => `\\trowd\\cellx1000\\cellx2000\\pard\\intbl Vols\\cell ${cell}\\cell\\row\\pard `;
    const picture = "{\\sp{\\sn pib}{\\sv {\\pict 00}}}";
    for (const over of [
      shape("\\shpwr3"),
      shape("\\shpwr3", picture),
      "{\\*\\do\\dprect}",
      shape("\\shpwr3", "{\\shptxt\\pard 99\\par}"),
      shape("", "{\\shptxt\\pard\\par}"),
      table("12{\\pict 00}"),
    ])
      expect([over, rules(await rtf(`\\pard fin${over}\\par${table()}`))]).toEqual([
        over,
        ["warning may-look-otherwise"],
      ]);
    const logo = "{\\shp{\\*\\shpinst\\shpright900\\shpbottom900\\shpwr3{\\sp{\\sn pib}{\\sv {\\pict 00}}}}}";
    for (const harmless of [
      shape("\\shpwr2"),
      shape("\\shpwr3\\shpfblwtxt1"),
      shape("\\shpwr3", "{\\shptxt\\pard Titre\\par}"),
      logo,
      `{\\header ${shape("\\shpwr3")}\\par}`,
      table("{\\pict 00}Vols"),
      `\\trowd\\cellx1000\\pard\\intbl ${shape("\\shpwr3")}Vols\\cell\\row`,
    ])
      expect([harmless, rules(await rtf(`\\pard fin${harmless}\\par${table()}`))]).toEqual([harmless, []]);
  });

  it("reads outside of tables a text in a frame, and the name of who it is sent to at the right of the page", async () => {
    for (const set of ["\\pvpg\\posx100\\absw3000", "\\li5670"]) {
      const [grid] = (await rtf(`\\pard${set} Commissariat\\par`)).value;
      expect([set, show(grid), showBeside(grid)]).toEqual([set, ["Commissariat"], []]);
      expect([set, await beside(`${set} 12`)]).toEqual([set, [" [unsure 12]"]]);
    }
  });

  it("reads an old text box as far as it is on the paper, and is not sure of what stands on its colours", async () => {
    const box = (inside: string, words: string) =>
      rtf(`\\pard {\\*\\do\\dptxbx{\\dptxbxtext ${inside}}${words}}fin\\par`);
    const table = "\\trowd\\cellx1000\\cellx2000\\pard\\intbl Vols\\cell 12\\cell\\row\\pard";
    const seen = async (words: string) => {
      const [grid] = (await box(table, words)).value;
      return [show(grid).join(" / "), ...showBeside(grid)];
    };
    const read = ["Vols|12 / | / fin|"];
    const unsure = ["| / | / fin|", " [unsure Vols]", " [unsure 12]"];
    const away = [" / fin", " [hidden Vols][hidden 12]"];
    expect(await seen("\\dpx0\\dpy0\\dpxsize9000\\dpysize900")).toEqual(read);
    expect(await seen("\\dpx-20000\\dpxsize9000")).toEqual(away);
    expect(await seen("\\dpx-10000\\dpxsize9000")).toEqual(read);
    expect(await seen("\\dpx20001")).toEqual(away);
    expect(await seen("\\dpy25001")).toEqual(away);
    expect(await seen("\\dpy-9000\\dpysize900")).toEqual(away);
    expect(await seen("\\dpfillbgcr255\\dpfillbgcg255\\dpfillbgcb255\\dpfillpat1")).toEqual(read);
    expect(await seen("\\dpfillbgcr255\\dpfillbgcg255\\dpfillbgcb254\\dpfillpat1")).toEqual(unsure);
    expect(await seen("\\dpfillpat2")).toEqual(unsure);
  });

  it("tells a picture in place of a figure, or over it, and not the logo beside a title nor an arrow", async () => {
    const table = (cell: string, label = "Vols") =>
      rtf(
        `\\pard {\\pict 00}\\par\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl {\\pict 00}\\cell T1 2026\\cell Signe\\cell\\row` +
          `\\pard\\intbl Homicides\\cell 1\\cell {\\pict 00}\\cell\\row\\pard\\intbl ${label}\\cell ${cell}\\cell\\cell\\row` +
          "\\pard\\intbl Total\\cell 13\\cell\\cell\\row\\pard ",
      );
    const told = async (cell: string) => showBeside((await table(cell)).value[0]);
    expect(await told("12{\\pict 00}")).toEqual([]);
    expect(await told("{\\shp{\\*\\shpinst{\\sp}}}12")).toEqual(["12 [covered ]"]);
    const instead = await rtf(
      "\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl Homicides\\cell 1\\cell 2\\cell\\row" +
        "\\pard\\intbl Vols\\cell {\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}\\cell 9\\cell\\row\\pard ",
    );
    expect(showBeside(instead.value[0])).toEqual([" [other ]"]);
  });
});
