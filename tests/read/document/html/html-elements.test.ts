/** The elements of an HTML page, one by one: what is read of each, "=>" between them; rows after "/", what stands beside in brackets. */
import { describe, expect, test } from "vitest";
import { readHtml } from "../../../../scripts/read/document/html/html.ts";
import { onOneLine, source, withReadings } from "../../source.ts";

async function read(page: string): Promise<string> {
  const result = await readHtml(source("IS101.html", page));
  return onOneLine(result);
}
const all = (bodies: readonly string[], around: (body: string) => string = (body) => body) =>
  withReadings(bodies, (body) => read(around(body)));
/** A figure beside « Vols », above another row. */
const figure = (content: string): string =>
  `<table><tr><td>Vols<td>${content}</td></tr><tr><td>Rixes<td>8</td></tr></table>`;

describe("text", () => {
  test("that a field shows is read, but a figure in a table, which may be typed in or chosen", async () => {
    expect(
      await all([
        "<select><option>Lens<option selected>Arras<option>Vimy</select>",
        "<select><optgroup><option>Lens</optgroup><option>Arras</select>",
        "<select><option selected>Lens<option selected>Arras</select>",
        "<select multiple><option>Lens<option>Arras</select>.",
        "<select size=2><option>Lens<option>Arras</select>.",
        "<select size=1><option>Lens<option>Arras</select>",
        "<select><option>10<option>25</select>",
        "<input value=Arras>",
        "<input type=number value=12>",
        "<input placeholder=Arras>.",
        "<input type=submit value=Chercher>.",
        "<textarea>Arras</textarea>",
        "<table><tr><td>Lieu<td><select><option>Lens<option selected>Arras</select></table>",
        "<table><tr><td>Lieu<td><input value=Arras></table>",
        "<table><tr><td>Vols<td><input value=12></table>",
      ]),
    ).toEqual([
      "<select><option>Lens<option selected>Arras<option>Vimy</select> => Arras",
      "<select><optgroup><option>Lens</optgroup><option>Arras</select> => Lens",
      "<select><option selected>Lens<option selected>Arras</select> => Arras",
      "<select multiple><option>Lens<option>Arras</select>. => .",
      "<select size=2><option>Lens<option>Arras</select>. => .",
      "<select size=1><option>Lens<option>Arras</select> => Lens",
      "<select><option>10<option>25</select> => 10",
      "<input value=Arras> => Arras",
      "<input type=number value=12> => 12",
      "<input placeholder=Arras>. => .",
      "<input type=submit value=Chercher>. => .",
      "<textarea>Arras</textarea> => Arras",
      "<table><tr><td>Lieu<td><select><option>Lens<option selected>Arras</select></table> => Lieu|Arras",
      "<table><tr><td>Lieu<td><input value=Arras></table> => Lieu|Arras",
      "<table><tr><td>Vols<td><input value=12></table> => Vols| [other 12]",
    ]);
  });

  test("in blocks, lines and lists", async () => {
    expect(
      await all([
        "a<p>b</p>c",
        "a<br>b",
        "<div>a</div><div>b</div>",
        "<h1>a</h1>b",
        "a<span>b</span>c",
        "<pre>a\nb</pre>",
        "a\n  b",
        "a&nbsp;b",
        "<ul><li>a<li>b</ul>",
        "<ol><li>a<li>b</ol>",
        "<dl><dt>a<dd>b</dl>",
        "<address>a</address>b",
        "<blockquote>a</blockquote>b",
        "<fieldset><legend>a</legend>b</fieldset>",
        "<figure>a<figcaption>b</figcaption></figure>",
        "<center>a</center>b",
        "<title>a</title>b",
        "<!-- a -->b",
        "a<hr>b",
        "<nav>a</nav><main>b</main>",
        "<xmp>a</xmp>b",
        "<q>a</q>",
        "<wbr>a",
      ]),
    ).toEqual([
      "a<p>b</p>c => a / b / c",
      "a<br>b => a\nb",
      "<div>a</div><div>b</div> => a / b",
      "<h1>a</h1>b => a / b",
      "a<span>b</span>c => abc",
      "<pre>a\nb</pre> => a\nb",
      "a\n  b => a b",
      "a&nbsp;b => a\u00a0b",
      "<ul><li>a<li>b</ul> => a / b",
      "<ol><li>a<li>b</ol> => a / b",
      "<dl><dt>a<dd>b</dl> => a / b",
      "<address>a</address>b => a / b",
      "<blockquote>a</blockquote>b => a / b",
      "<fieldset><legend>a</legend>b</fieldset> => a / b",
      "<figure>a<figcaption>b</figcaption></figure> => a / b",
      "<center>a</center>b => a / b",
      "<title>a</title>b => b",
      "<!-- a -->b => b",
      "a<hr>b => a / b",
      "<nav>a</nav><main>b</main> => a / b",
      "<xmp>a</xmp>b => a / b",
      "<q>a</q> => a",
      "<wbr>a => a",
    ]);
  });
  test("of one line, with the room that styles leave between two figures", async () => {
    const styles = [
      "display:inline-block;width:5em",
      "display:inline;width:5em",
      "width:5em",
      "display:inline-block;min-width:5em",
      "padding-left:1em",
      "padding-left:1.1em",
      "padding-left:.6em;padding-right:.6em",
      "margin-right:2em",
      "margin-left:-2em",
      "display:block",
      "float:left",
      "position:absolute",
    ];
    expect(await all(styles, (style) => figure(`1<b style="${style}">2</b>3`))).toEqual([
      "display:inline-block;width:5em => Vols|1 2 3 / Rixes|8",
      "display:inline;width:5em => Vols|123 / Rixes|8",
      "width:5em => Vols|123 / Rixes|8",
      "display:inline-block;min-width:5em => Vols|1 2 3 / Rixes|8",
      "padding-left:1em => Vols|123 / Rixes|8",
      "padding-left:1.1em => Vols|1 2 3 / Rixes|8",
      "padding-left:.6em;padding-right:.6em => Vols|1 2 3 / Rixes|8",
      "margin-right:2em => Vols|1 2 3 / Rixes|8",
      "margin-left:-2em => Vols|13 / Rixes|8 [unsure 2]",
      "display:block => Vols|1\n2\n3 / Rixes|8",
      "float:left => Vols|1\n2\n3 / Rixes|8",
      "position:absolute => Vols|1\n2\n3 / Rixes|8",
    ]);
  });
  test("that is no text of the page, or stands for something else", async () => {
    expect(
      await all(
        [
          "<input value=1>",
          "<input type=text value=1>",
          "<input type=hidden value=1>",
          "<input type=checkbox value=1>",
          "<input type=submit value=1>",
          "<input>",
          "<img alt=1>",
          "<img>",
          "<img width=2 height=9>",
          "<img width=3 height=3>",
          "<img height=1>",
          "<iframe></iframe>",
          "<embed>",
          "<canvas>1</canvas>",
          "<video></video>",
          "<progress>1</progress>",
          "<object data=x>1</object>",
          "<object>1</object>",
          "<textarea>1</textarea>",
          "<select><option>1<option>2</select>",
          "<svg><text>1</text></svg>",
          "<template>1</template>",
          "<noscript>1</noscript>",
          "<ruby>1<rt>2</rt></ruby>",
          "<sup>1</sup>",
          "<sub>1</sub>",
          "<s>1</s>",
          "<ins>1</ins>",
          "<ol><li>1</ol>",
          "<ol start=5><li>1<li>2</ol>",
          "<ol><li value=7>1</ol>",
          "<ul><li value=7>1</ul>",
        ],
        (content) => figure(`9${content}`),
      ),
    ).toEqual([
      "<input value=1> => Vols|9 / Rixes|8 [other 1]",
      "<input type=text value=1> => Vols|9 / Rixes|8 [other 1]",
      "<input type=hidden value=1> => Vols|9 / Rixes|8",
      "<input type=checkbox value=1> => Vols|9 / Rixes|8",
      "<input type=submit value=1> => Vols|9 / Rixes|8 [other 1]",
      "<input> => Vols|9 / Rixes|8",
      "<img alt=1> => Vols|9 / Rixes|8 [other 1]",
      "<img> => Vols|9 / Rixes|8 may-look-otherwise",
      "<img width=2 height=9> => Vols|9 / Rixes|8",
      "<img width=3 height=3> => Vols|9 / Rixes|8 may-look-otherwise",
      "<img height=1> => Vols|9 / Rixes|8",
      "<iframe></iframe> => Vols|9 / Rixes|8 may-look-otherwise",
      "<embed> => Vols|9 / Rixes|8 may-look-otherwise",
      "<canvas>1</canvas> => Vols|9 / Rixes|8 [hidden 1] may-look-otherwise",
      "<video></video> => Vols|9 / Rixes|8 may-look-otherwise",
      "<progress>1</progress> => Vols|9 / Rixes|8 [hidden 1] may-look-otherwise",
      "<object data=x>1</object> => Vols|9 / Rixes|8 [unsure 1] may-look-otherwise",
      "<object>1</object> => Vols|9\n1 / Rixes|8",
      "<textarea>1</textarea> => Vols|9 / Rixes|8 [other 1]",
      "<select><option>1<option>2</select> => Vols|9 / Rixes|8 [other 1]",
      "<svg><text>1</text></svg> => Vols|9 / Rixes|8 [unsure 1]",
      "<template>1</template> => Vols|9 / Rixes|8 [hidden 1]",
      "<noscript>1</noscript> => Vols|9 / Rixes|8 [hidden 1]",
      "<ruby>1<rt>2</rt></ruby> => Vols|91² / Rixes|8",
      "<sup>1</sup> => Vols|9¹ / Rixes|8",
      "<sub>1</sub> => Vols|9₁ / Rixes|8",
      "<s>1</s> => Vols|9 / Rixes|8 [struck 1]",
      "<ins>1</ins> => Vols|91 / Rixes|8",
      "<ol><li>1</ol> => Vols|9\n1 / Rixes|8 [other 1.]",
      "<ol start=5><li>1<li>2</ol> => Vols|9\n1\n2 / Rixes|8 [other 5.] [other 6.]",
      "<ol><li value=7>1</ol> => Vols|9\n1 / Rixes|8 [other 7.]",
      "<ul><li value=7>1</ul> => Vols|9\n1 / Rixes|8 [other 7.]",
    ]);
  });
});

test("a page whose parts are all inline has its last line", async () => {
  expect(await read("<html style='display:inline'><body style='display:inline'>a")).toBe("a");
});

test("a text between two cells is told when it is seen", async () => {
  const between = (stray: string) => `<table><tr>${stray}<td>a</table>`;
  expect(await all(["1", "<b hidden>1</b>", "<s>1</s>", " "], between)).toEqual([
    "1 =>  file-unreadable du texte entre deux cellules d'une ligne de tableau",
    "<b hidden>1</b> => a [hidden 1]",
    "<s>1</s> => a [struck 1]",
    "  => a",
  ]);
});

describe("tables", () => {
  test("with cells that span, rows in groups, captions, and tags that are left out", async () => {
    const two = (rows: string) => `<table><tr><td>a<td>b<td>c</tr>${rows}</table>`;
    expect(
      await all(
        [
          "<tr><td colspan=2>x<td>y</tr>",
          "<tr><td colspan=0>x<td>y<td>z</tr>",
          "<tr><td colspan=x>x<td>y<td>z</tr>",
          "<tr><td rowspan=2>x<td>y<td>z</tr><tr><td>u<td>v</tr>",
          "<tr><td>x<td rowspan=2>y<td>z</tr><tr><td>u<td>v</tr>",
          "<tr><td rowspan=0>x<td>y<td>z</tr><tr><td>u<td>v</tr>",
          "<tr><td rowspan=9>x<td>y<td>z</tr><tr><td>u<td>v</tr>",
          "<tr><td>x<td>y<td>z",
          "<td>x<td>y<td>z",
          "<tbody><tr><td rowspan=2>x<td>y<td>z</tr></tbody><tr><td>t<td>u<td>v</tr>",
          "<tr></tr><tr><td>x<td>y<td>z</tr>",
          "<caption>t</caption>",
          "<tfoot><tr><td>x<td>y<td>z</tr></tfoot><tr><td>u<td>v<td>w</tr>",
          "<thead><tr><td>x<td>y<td>z</tr></thead>",
          "<tr><td>x<table><tr><td>1</table><td>y<td>z</tr><tr><td>u<td>v<td>w</tr>",
          "<tr><td>x<td>y</tr>",
          "<tr><td>x<td>2</tr>",
        ],
        two,
      ),
    ).toEqual([
      "<tr><td colspan=2>x<td>y</tr> => a|b|c / x{1x2}|^|y",
      "<tr><td colspan=0>x<td>y<td>z</tr> => a|b|c / x|y|z",
      "<tr><td colspan=x>x<td>y<td>z</tr> => a|b|c / x|y|z",
      "<tr><td rowspan=2>x<td>y<td>z</tr><tr><td>u<td>v</tr> => a|b|c / x{2x1}|y|z / ^|u|v",
      "<tr><td>x<td rowspan=2>y<td>z</tr><tr><td>u<td>v</tr> => a|b|c / x|y{2x1}|z / u|^|v",
      "<tr><td rowspan=0>x<td>y<td>z</tr><tr><td>u<td>v</tr> => a|b|c / x{2x1}|y|z / ^|u|v",
      "<tr><td rowspan=9>x<td>y<td>z</tr><tr><td>u<td>v</tr> => a|b|c / x{2x1}|y|z / ^|u|v",
      "<tr><td>x<td>y<td>z => a|b|c / x|y|z",
      "<td>x<td>y<td>z => a|b|c / x|y|z",
      "<tbody><tr><td rowspan=2>x<td>y<td>z</tr></tbody><tr><td>t<td>u<td>v</tr> => a|b|c / x|y|z / t|u|v",
      "<tr></tr><tr><td>x<td>y<td>z</tr> => a|b|c / || / x|y|z",
      "<caption>t</caption> => t|| / a|b|c",
      "<tfoot><tr><td>x<td>y<td>z</tr></tfoot><tr><td>u<td>v<td>w</tr> => a|b|c / u|v|w / x|y|z",
      "<thead><tr><td>x<td>y<td>z</tr></thead> => x|y|z / a|b|c",
      "<tr><td>x<table><tr><td>1</table><td>y<td>z</tr><tr><td>u<td>v<td>w</tr> => a|b|c / || / x|| / 1|| / || / y|| / z|| / u|v|w",
      "<tr><td>x<td>y</tr> => a|b|c / x|y|",
      "<tr><td>x<td>2</tr> => a|b|c / x|2| [unplain ligne à laquelle il manque une cellule] [unplain ligne à laquelle il manque une cellule]",
    ]);
  });
});

describe("a text that is not simply seen", () => {
  test("by each bound of its style", async () => {
    const styled = (style: string) => figure(`<b style="${style}">7</b>`);
    expect(
      await all(
        [
          "font-size:3pt",
          "font-size:4px",
          "font-size:4.1px",
          "font-size:5px",
          "opacity:.14",
          "opacity:.15",
          "opacity:.2",
          "filter:opacity(10%)",
          "color:#eee",
          "color:#ddd",
          "color:#bbb",
          "vertical-align:2px",
          "vertical-align:4px",
          "vertical-align:-4px",
          "vertical-align:super",
          "position:relative;top:-5px",
          "position:relative;top:5px",
          "position:relative;bottom:5px",
          "letter-spacing:-.1em",
          "letter-spacing:-.3em",
          "display:none",
          "visibility:hidden",
          "visibility:collapse",
          "text-indent:-499px",
          "text-indent:-501px",
          "position:absolute;left:-501px",
          "position:absolute;left:-499px",
          "margin-left:-501px",
          "margin-inline:-501px 0",
          "margin-inline:0 -501px",
          "margin:0\n0\n0\n-501px",
          "position:relative;inset-block:5px 0",
          "position:relative;inset-block:0 5px",
          "position:absolute;inset-inline:-501px 0",
          "height:1px;overflow:hidden",
          "height:30px;overflow:hidden",
          "max-width:0;overflow:hidden",
          "clip:rect(0 0 0 0)",
          "clip:rect(1px,1px,1px,1px)",
          "clip:rect(2px,1px,1px,1px)",
          "clip-path:inset(50%)",
          "transform:scale(0)",
          "scale:0",
          "text-decoration:line-through",
          "text-decoration:underline",
          "background:red",
          "content-visibility:hidden",
          "zoom:10%",
          "content:none",
          "content:normal",
          "content:'1'",
          "font-family:Wingdings",
          "font-family:Wingdings;text-decoration:line-through",
        ],
        styled,
      ),
    ).toEqual([
      "font-size:3pt => Vols| / Rixes|8 [faint 7]",
      "font-size:4px => Vols| / Rixes|8 [faint 7]",
      "font-size:4.1px => Vols|7 / Rixes|8",
      "font-size:5px => Vols|7 / Rixes|8",
      "opacity:.14 => Vols| / Rixes|8 [faint 7]",
      "opacity:.15 => Vols|7 / Rixes|8",
      "opacity:.2 => Vols|7 / Rixes|8",
      "filter:opacity(10%) => Vols| / Rixes|8 [faint 7]",
      "color:#eee => Vols| / Rixes|8 [faint 7]",
      "color:#ddd => Vols|7 / Rixes|8",
      "color:#bbb => Vols|7 / Rixes|8",
      "vertical-align:2px => Vols|7 / Rixes|8",
      "vertical-align:4px => Vols|7 / Rixes|8",
      "vertical-align:-4px => Vols|7 / Rixes|8",
      "vertical-align:super => Vols|⁷ / Rixes|8",
      "position:relative;top:-5px => Vols|⁷ / Rixes|8",
      "position:relative;top:5px => Vols|₇ / Rixes|8",
      "position:relative;bottom:5px => Vols|⁷ / Rixes|8",
      "letter-spacing:-.1em => Vols|7 / Rixes|8",
      "letter-spacing:-.3em => Vols| / Rixes|8 [unsure 7]",
      "display:none => Vols| / Rixes|8 [hidden 7]",
      "visibility:hidden => Vols| / Rixes|8 [hidden 7]",
      "visibility:collapse => Vols| / Rixes|8 [hidden 7]",
      "text-indent:-499px => Vols|7 / Rixes|8",
      "text-indent:-501px => Vols| / Rixes|8 [hidden 7]",
      "position:absolute;left:-501px => Vols| / Rixes|8 [hidden 7]",
      "position:absolute;left:-499px => Vols| / Rixes|8 [unsure 7]",
      "margin-left:-501px => Vols| / Rixes|8 [hidden 7]",
      "margin-inline:-501px 0 => Vols| / Rixes|8 [hidden 7]",
      "margin-inline:0 -501px => Vols| / Rixes|8 [unsure 7]",
      "margin:0\n0\n0\n-501px => Vols| / Rixes|8 [hidden 7]",
      "position:relative;inset-block:5px 0 => Vols|₇ / Rixes|8",
      "position:relative;inset-block:0 5px => Vols|7 / Rixes|8",
      "position:absolute;inset-inline:-501px 0 => Vols| / Rixes|8 [hidden 7]",
      "height:1px;overflow:hidden => Vols| / Rixes|8 [hidden 7]",
      "height:30px;overflow:hidden => Vols|7 / Rixes|8",
      "max-width:0;overflow:hidden => Vols| / Rixes|8 [hidden 7]",
      "clip:rect(0 0 0 0) => Vols| / Rixes|8 [hidden 7]",
      "clip:rect(1px,1px,1px,1px) => Vols| / Rixes|8 [hidden 7]",
      "clip:rect(2px,1px,1px,1px) => Vols| / Rixes|8 [unsure 7]",
      "clip-path:inset(50%) => Vols| / Rixes|8 [hidden 7]",
      "transform:scale(0) => Vols| / Rixes|8 [hidden 7]",
      "scale:0 => Vols| / Rixes|8 [hidden 7]",
      "text-decoration:line-through => Vols| / Rixes|8 [struck 7]",
      "text-decoration:underline => Vols|7 / Rixes|8",
      "background:red => Vols|7 / Rixes|8",
      "content-visibility:hidden => Vols| / Rixes|8 [hidden 7]",
      "zoom:10% => Vols| / Rixes|8 [faint 7]",
      "content:none => Vols|7 / Rixes|8",
      "content:normal => Vols|7 / Rixes|8",
      "content:'1' => Vols| / Rixes|8 [unsure 7]",
      "font-family:Wingdings => Vols| / Rixes|8 [unsure 7]",
      "font-family:Wingdings;text-decoration:line-through => Vols| / Rixes|8 [struck 7]",
    ]);
  });
  test("by a rule that may bear on it, or not", async () => {
    const ruled = (rule: string) => `<style>b:last-child{${rule}}</style>${figure("9<b>1</b>")}`;
    expect(
      await all(
        [
          "vertical-align:super",
          "display:none",
          "display:block",
          "color:white",
          "color:red",
          "font-size:9pt",
          "text-decoration:line-through",
        ],
        ruled,
      ),
    ).toEqual([
      "vertical-align:super => Vols|9 / Rixes|8 [unsure 1]",
      "display:none => Vols|9 / Rixes|8 [unsure 1]",
      "display:block => Vols|9 / Rixes|8 [unsure 1]",
      "color:white => Vols|9 / Rixes|8 [unsure 1]",
      "color:red => Vols|91 / Rixes|8",
      "font-size:9pt => Vols|91 / Rixes|8",
      "text-decoration:line-through => Vols|9 / Rixes|8 [unsure 1]",
    ]);
    const set = (style: string) => figure(`9<b style="${style}">1</b>`);
    expect(
      await all(
        [
          "top:-5px",
          "bottom:5px",
          "position:relative;top:-1px",
          "font-size:60%;vertical-align:top",
          "font-size:100%;vertical-align:top",
          "font-size:60%;vertical-align:1px",
          "transform:translateY(-5px)",
        ],
        set,
      ),
    ).toEqual([
      "top:-5px => Vols|91 / Rixes|8",
      "bottom:5px => Vols|91 / Rixes|8",
      "position:relative;top:-1px => Vols|91 / Rixes|8",
      "font-size:60%;vertical-align:top => Vols|9¹ / Rixes|8",
      "font-size:100%;vertical-align:top => Vols|91 / Rixes|8",
      "font-size:60%;vertical-align:1px => Vols|91 / Rixes|8 [unsure 91]",
      "transform:translateY(-5px) => Vols|9¹ / Rixes|8",
    ]);
  });
  test("by what it stands in", async () => {
    expect(
      await all(
        [
          "<div style='visibility:hidden'>1<b style='visibility:visible'>2</b></div>",
          "<div style='display:none'>1<b style='display:block'>2</b></div>",
          "<div style='opacity:.4'><b style='opacity:.3'>1</b></div>",
          "<div style='opacity:.5'><b style='opacity:.5'>1</b></div>",
          "<div style='text-decoration:line-through'>1<b style='text-decoration:none'>2</b></div>",
          "<div style='color:#fff;background:#000'>1<b style='background:#fff'>2</b></div>",
          "<div style='background:#000'><b style='background:transparent;color:#fff'>1</b></div>",
          "<div style='font-size:4px'><b style='font-size:300%'>1</b></div>",
          "<div hidden>1</div>",
          "<details>1<summary>2</summary></details>",
          "<details open>1<summary>2</summary></details>",
          "<dialog>1</dialog>",
          "<dialog open>1</dialog>",
          "<div dir=rtl>1</div>",
          "<bdo dir=rtl>1</bdo>",
          "1<table><caption>2</caption><tr><td>3</table>",
          "1<b style='background:url(a)'> </b>",
          "1<b style='background:url(a)'>2</b>",
        ],
        figure,
      ),
    ).toEqual([
      "<div style='visibility:hidden'>1<b style='visibility:visible'>2</b></div> => Vols|2 / Rixes|8 [hidden 1]",
      "<div style='display:none'>1<b style='display:block'>2</b></div> => Vols| / Rixes|8 [hidden 1] [hidden 2]",
      "<div style='opacity:.4'><b style='opacity:.3'>1</b></div> => Vols| / Rixes|8 [faint 1]",
      "<div style='opacity:.5'><b style='opacity:.5'>1</b></div> => Vols|1 / Rixes|8",
      "<div style='text-decoration:line-through'>1<b style='text-decoration:none'>2</b></div> => Vols| / Rixes|8 [struck 12]",
      "<div style='color:#fff;background:#000'>1<b style='background:#fff'>2</b></div> => Vols|1 / Rixes|8 [faint 2]",
      "<div style='background:#000'><b style='background:transparent;color:#fff'>1</b></div> => Vols|1 / Rixes|8",
      "<div style='font-size:4px'><b style='font-size:300%'>1</b></div> => Vols|1 / Rixes|8",
      "<div hidden>1</div> => Vols| / Rixes|8 [hidden 1]",
      "<details>1<summary>2</summary></details> => Vols|2 / Rixes|8 [hidden 1]",
      "<details open>1<summary>2</summary></details> => Vols|1\n2 / Rixes|8",
      "<dialog>1</dialog> => Vols| / Rixes|8 [hidden 1]",
      "<dialog open>1</dialog> => Vols|1 / Rixes|8",
      "<div dir=rtl>1</div> => Vols| / Rixes|8 [unsure 1]",
      "<bdo dir=rtl>1</bdo> => Vols| / Rixes|8 [unsure 1]",
      "1<table><caption>2</caption><tr><td>3</table> => Vols| / 1| / 2| / 3| / | / Rixes|8",
      "1<b style='background:url(a)'> </b> => Vols|1 / Rixes|8",
      "1<b style='background:url(a)'>2</b> => Vols|12 / Rixes|8 may-look-otherwise",
    ]);
  });
});

describe("a page", () => {
  test("that asks for more than is in its file, or may be changed by a program, is told", async () => {
    expect(
      await all(
        [
          "<link rel=stylesheet href=a>",
          "<link rel='alternate stylesheet' href=a>",
          "<link rel=stylesheet media=print href=a>",
          "<link rel=icon href=a>",
          "<style>@import 'a';</style>",
          "<style media=print>@import 'a';</style>",
          "<script src=a></script>",
          "<script>document.title</script>",
          "<script> </script>",
          "<script>var a</script>",
          "<script type=module src=a></script>",
          "<script type='application/json' src=a></script>",
          "<script>x.innerHTML=1</script>",
          "<script>$('a')</script>",
          "<div style='position:fixed;background:red'></div>",
          "<div style='position:fixed'></div>",
          "<div style='position:absolute;background:url(a)'></div>",
        ],
        (before) => `${before}${figure("7")}`,
      ),
    ).toEqual([
      "<link rel=stylesheet href=a> => Vols|7 / Rixes|8 may-look-otherwise",
      "<link rel='alternate stylesheet' href=a> => Vols|7 / Rixes|8",
      "<link rel=stylesheet media=print href=a> => Vols|7 / Rixes|8",
      "<link rel=icon href=a> => Vols|7 / Rixes|8",
      "<style>@import 'a';</style> => Vols|7 / Rixes|8 may-look-otherwise",
      "<style media=print>@import 'a';</style> => Vols|7 / Rixes|8",
      "<script src=a></script> => Vols|7 / Rixes|8 may-look-otherwise",
      "<script>document.title</script> => Vols|7 / Rixes|8 may-look-otherwise",
      "<script> </script> => Vols|7 / Rixes|8",
      "<script>var a</script> => Vols|7 / Rixes|8 may-look-otherwise",
      "<script type=module src=a></script> => Vols|7 / Rixes|8 may-look-otherwise",
      "<script type='application/json' src=a></script> => Vols|7 / Rixes|8",
      "<script>x.innerHTML=1</script> => Vols|7 / Rixes|8 may-look-otherwise",
      "<script>$('a')</script> => Vols|7 / Rixes|8 may-look-otherwise",
      "<div style='position:fixed;background:red'></div> => Vols|7 / Rixes|8 may-look-otherwise",
      "<div style='position:fixed'></div> => Vols|7 / Rixes|8",
      "<div style='position:absolute;background:url(a)'></div> => Vols|7 / Rixes|8 may-look-otherwise",
    ]);
    expect(
      await all([
        "",
        "<p></p>",
        "<table><tr><td></table>",
        "<table><tr><td>a",
        "<table><tr><td>a</td>b<td>c</table>",
        "<table><tr>b<td>c</table>",
      ]),
    ).toEqual([
      " =>  document-without-text",
      "<p></p> =>  document-without-text",
      "<table><tr><td></table> => ",
      "<table><tr><td>a =>  file-unreadable un tableau n'est pas terminé",
      "<table><tr><td>a</td>b<td>c</table> =>  file-unreadable du texte entre deux cellules d'une ligne de tableau",
      "<table><tr>b<td>c</table> =>  file-unreadable du texte entre deux cellules d'une ligne de tableau",
    ]);
  });
});

test("digits in letters of other sizes, as <font> of old says them, are two numbers", async () => {
  const sizes = ["1", "2", "3", "4", "5", "7", "9", "0", "-1", "-2", "+1", "+2", "+9", "-9"];
  const isTwo: string[] = [];
  for (const size of sizes)
    if ((await read(figure(`1<font size="${size}">2</font>`))).includes("[unsure")) isTwo.push(size);
  expect(isTwo).toEqual(["1", "2", "5", "7", "9", "-1", "-2", "+2", "+9", "-9"]);
  // Two texts of which each says its size.
  const pair = async (a: string, b: string) =>
    (await read(figure(`<font size="${a}">1</font><font size="${b}">2</font>`))).includes("[unsure");
  expect([await pair("6", "7"), await pair("6", "+3"), await pair("7", "+4"), await pair("1", "-2")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("a text that goes on from line to line is cut off by its longest word only, unless it may not", async () => {
  const box = (style: string) => read(figure(`<div style="width:40px;overflow:hidden;${style}">12 345 678</div>`));
  expect([await box(""), await box("white-space:nowrap"), await box("white-space:pre")]).toEqual([
    "Vols|12 345 678 / Rixes|8",
    "Vols| / Rixes|8 [covered 12 345 678]",
    "Vols| / Rixes|8 [covered 12 345 678]",
  ]);
});

test("an option that is chosen is one that a rule of those chosen means", async () => {
  const page = (attributes: string) =>
    read(
      `<style>option:checked, input:checked + b { text-decoration: line-through }</style>${figure(`<input ${attributes}><b>9</b><select><option ${attributes.replace("checked", "selected")}>7</select>`)}`,
    );
  expect([await page("checked"), await page("")]).toEqual([
    "Vols| / Rixes|8 [struck 9] [struck 7]",
    "Vols|9 / Rixes|8 [unsure 7]",
  ]);
});

test("what an element stands in bears on it, and what it says itself comes first", async () => {
  const drawn = [
    '<div style="--ink:#000"><b style="--ink:#fff;color:var(--ink)">9</b></div>',
    '<div style="--ink:#000"><b style="color:var(--ink, #fff)">7</b></div>',
    '<b style="color:var(--none, #fff)">9</b>',
    '<div style="width:10px;overflow:hidden;white-space:nowrap"><b style="color:#111">123456</b></div>',
    '<b style="opacity:.3;filter:opacity(.4)">9</b>',
    '<b style="opacity:.3"><i style="opacity:.4">9</i></b>',
    '<b style="color:#000;-webkit-text-fill-color:#fff">9</b>',
    '<b style="color:#fff;-webkit-text-fill-color:#000">7</b>',
    '<div style="transform:rotate(9deg)"><b style="color:#111">9</b></div>',
    "<svg><desc><b>9</b></desc></svg>7",
    '<span style="display:inline-block;min-width:40px">1</span>2',
    '<span style="display:inline-block;width:40px">1</span>2',
    '<span style="min-width:40px">1</span>2',
    "<details><summary>7</summary><summary>9</summary></details>",
    '<div style="height:2pt;overflow:hidden">9</div>',
    '<div style="margin-inline:-600px">9</div>',
    "<s hidden>9</s>",
    '<input value="7" placeholder="9">',
    '<div style="background-image:url(x.png)"><b style="background-color:rgba(255,255,255,.3)">7</b></div>',
    '<div style="background-image:url(x.png)"><b style="background-color:#fff">7</b></div>',
    '<div style="background-image:url(x.png);text-shadow:1px 1px"><b style="background-color:#fff">7</b></div>',
    "<style>div b:last-child{display:none}</style><div><b>9</b></div>",
    "<style>div b:first-child{display:none}</style><div><b>9</b></div>7",
  ];
  expect((await all(drawn, figure)).map((line) => line.slice(line.lastIndexOf(" => ") + 4))).toEqual([
    "Vols| / Rixes|8 [faint 9]",
    "Vols|7 / Rixes|8",
    "Vols| / Rixes|8 [faint 9]",
    "Vols| / Rixes|8 [covered 123456]",
    "Vols| / Rixes|8 [faint 9]",
    "Vols| / Rixes|8 [faint 9]",
    "Vols| / Rixes|8 [faint 9]",
    "Vols|7 / Rixes|8",
    "Vols| / Rixes|8 [unsure 9]",
    "Vols|7 / Rixes|8",
    "Vols|1 2 / Rixes|8",
    "Vols|1 2 / Rixes|8",
    "Vols|12 / Rixes|8",
    "Vols|7 / Rixes|8 [hidden 9]",
    "Vols| / Rixes|8 [hidden 9]",
    "Vols| / Rixes|8 [hidden 9]",
    "Vols| / Rixes|8 [hidden 9]",
    "Vols| / Rixes|8 [other 7]",
    "Vols|7 / Rixes|8 may-look-otherwise",
    "Vols|7 / Rixes|8",
    "Vols|7 / Rixes|8 may-look-otherwise",
    "Vols| / Rixes|8 [unsure 9]",
    "Vols|7 / Rixes|8 [hidden 9]",
  ]);
});

test("the first head and the first foot that hold rows stand at the ends of their table", async () => {
  const rows = (name: string, ...texts: readonly string[]) =>
    `<${name}>${texts.map((text) => `<tr><td>${text}</td></tr>`).join("")}</${name}>`;
  expect([
    await read(`<table>${rows("tbody", "a")}${rows("thead", "t")}${rows("thead", "u")}</table>`),
    await read(`<table>${rows("tfoot")}${rows("tfoot", "f")}${rows("tfoot", "g")}${rows("tbody", "a")}</table>`),
    await read(`<table>${rows("thead")}${rows("tbody", "a")}${rows("thead", "t")}</table>`),
  ]).toEqual(["t / a / u", "g / a / f", "t / a"]);
});
