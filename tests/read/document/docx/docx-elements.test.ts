/** The elements of a .docx, one by one: what is read of each, "=>" between them; rows after "/", what stands beside in brackets. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../../scripts/read/document/docx/docx.ts";
import { onOneLine, source, withReadings } from "../../source.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OTHERS =
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:autre="urn:autre"';
type Parts = Readonly<Record<string, string>>;
async function read(body: string, parts: Parts = {}): Promise<string> {
  const files = { "word/document.xml": `<w:document ${W} ${OTHERS}><w:body>${body}</w:body></w:document>`, ...parts };
  const given = Object.entries(files).filter(([, text]) => text !== "");
  const bytes = zipSync(Object.fromEntries(given.map(([name, text]) => [name, strToU8(text)])));
  const result = await readDocx(source("IS101.docx", bytes));
  return onOneLine(result);
}
/** Without the elements that only hold others. */
const bare = (body: string): string =>
  body.replace(/<w:(p|r|tc|tr|tbl)Pr><\/w:\1Pr>/g, "").replace(/<\/?w:(?:p|r|t)>/g, "");
const all = (bodies: readonly string[], around: (body: string) => string = (body) => body, parts?: Parts) =>
  withReadings(bodies, (body) => read(around(body), parts), bare);
const r = (text: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const p = (content: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const cell = (content: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (cells: string, properties = ""): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const table = (rows: string, properties = ""): string => `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows}</w:tbl>`;
const text = (words: string): string => p(r(words));
/** A figure beside « Vols », above another row. */
const figure = (content: string, properties = ""): string =>
  table(row(cell(text("Vols")) + cell(p(content, properties))) + row(cell(text("Rixes")) + cell(text("8"))));

describe("the text of a run", () => {
  test("with its tabs, breaks, hyphens, symbols and what stands for something else", async () => {
    const inRun = (content: string) => figure(`<w:r><w:t>9</w:t>${content}</w:r>`);
    expect(
      await all(
        [
          "<w:tab/>",
          "<w:ptab/><w:t>1</w:t>",
          "<w:br/><w:t>1</w:t>",
          "<w:cr/><w:t>1</w:t>",
          "<w:noBreakHyphen/><w:t>1</w:t>",
          "<w:softHyphen/><w:t>1</w:t>",
          "<w:pgNum/>",
          "<w:dayShort/>",
          "<w:monthLong/>",
          "<w:yearLong/>",
          '<w:sym w:font="Arial" w:char="F031"/>',
          '<w:sym w:font="Arial" w:char="0031"/>',
          '<w:sym w:char="F080"/>',
          '<w:sym w:char="F095"/>',
          '<w:sym w:char="F096"/>',
          '<w:sym w:char="F07F"/>',
          '<w:sym w:char="xyz"/>',
          '<w:sym w:char="F041"/>',
          "<w:delText>1</w:delText>",
          "<w:instrText>1</w:instrText>",
          '<w:footnoteReference w:id="1"/>',
          '<w:endnoteReference w:id="1"/>',
          '<w:footnoteReference w:id="1" w:customMarkFollows="1"/>',
          "<w:ruby><w:rubyBase><w:r><w:t>1</w:t></w:r></w:rubyBase><w:rt><w:r><w:t>2</w:t></w:r></w:rt></w:ruby>",
          "<autre:x><w:t>1</w:t></autre:x>",
          "<w:lastRenderedPageBreak/>",
        ],
        inRun,
      ),
    ).toEqual([
      "<w:tab/> => Vols|9 / Rixes|8",
      "<w:ptab/>1 => Vols|9\t1 / Rixes|8",
      "<w:br/>1 => Vols|9\n1 / Rixes|8",
      "<w:cr/>1 => Vols|9\n1 / Rixes|8",
      "<w:noBreakHyphen/>1 => Vols|9-1 / Rixes|8",
      "<w:softHyphen/>1 => Vols|91 / Rixes|8",
      "<w:pgNum/> => Vols|9 / Rixes|8 may-look-otherwise",
      "<w:dayShort/> => Vols|9 / Rixes|8 may-look-otherwise",
      "<w:monthLong/> => Vols|9 / Rixes|8 may-look-otherwise",
      "<w:yearLong/> => Vols|9 / Rixes|8 may-look-otherwise",
      '<w:sym w:font="Arial" w:char="F031"/> => Vols|9 / Rixes|8 [unsure 1]',
      '<w:sym w:font="Arial" w:char="0031"/> => Vols|9 / Rixes|8 [unsure 1]',
      '<w:sym w:char="F080"/> => Vols|9 / Rixes|8 [unsure ]',
      '<w:sym w:char="F095"/> => Vols|9 / Rixes|8 [unsure ]',
      '<w:sym w:char="F096"/> => Vols|9 / Rixes|8',
      '<w:sym w:char="F07F"/> => Vols|9 / Rixes|8',
      '<w:sym w:char="xyz"/> => Vols|9 / Rixes|8 [unsure ?]',
      '<w:sym w:char="F041"/> => Vols|9 / Rixes|8',
      "<w:delText>1</w:delText> => Vols|9 / Rixes|8 [struck 1]",
      "<w:instrText>1</w:instrText> => Vols|9 / Rixes|8 [unsure 1]",
      '<w:footnoteReference w:id="1"/> => Vols|9 / Rixes|8 [other n°]',
      '<w:endnoteReference w:id="1"/> => Vols|9 / Rixes|8 [other n°]',
      '<w:footnoteReference w:id="1" w:customMarkFollows="1"/> => Vols|9 / Rixes|8',
      "<w:ruby><w:rubyBase>1</w:rubyBase><w:rt>2</w:rt></w:ruby> => Vols|91² / Rixes|8",
      "<autre:x>1</autre:x> => Vols|9 / Rixes|8 [unsure 1]",
      "<w:lastRenderedPageBreak/> => Vols|9 / Rixes|8",
    ]);
  });

  test("within what only wraps it, or changes how it is seen", async () => {
    const wrap = (name: string) => `<w:${name}>${r("1")}</w:${name}>`;
    expect(
      await all(
        [
          ...["sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "fldSimple", "dir", "del", "moveFrom"].map(
            wrap,
          ),
          `<w:bdo w:val="rtl">${r("1")}</w:bdo>`,
          `<w:bdo w:val="ltr">${r("1")}</w:bdo>`,
          `<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>${r("1")}</w:sdtContent></w:sdt>`,
          `<autre:x>${r("1")}</autre:x>`,
          "<w:proofErr/>",
        ],
        (content) => figure(r("9") + content),
      ),
    ).toEqual([
      "<w:sdt>1</w:sdt> => Vols|91 / Rixes|8",
      "<w:sdtContent>1</w:sdtContent> => Vols|91 / Rixes|8",
      "<w:ins>1</w:ins> => Vols|91 / Rixes|8",
      "<w:moveTo>1</w:moveTo> => Vols|91 / Rixes|8",
      "<w:customXml>1</w:customXml> => Vols|91 / Rixes|8",
      "<w:smartTag>1</w:smartTag> => Vols|91 / Rixes|8",
      "<w:fldSimple>1</w:fldSimple> => Vols|91 / Rixes|8",
      "<w:dir>1</w:dir> => Vols|91 / Rixes|8",
      "<w:del>1</w:del> => Vols|9 / Rixes|8 [struck 1]",
      "<w:moveFrom>1</w:moveFrom> => Vols|9 / Rixes|8 [struck 1]",
      '<w:bdo w:val="rtl">1</w:bdo> => Vols|9 / Rixes|8 [unsure 1]',
      '<w:bdo w:val="ltr">1</w:bdo> => Vols|91 / Rixes|8',
      "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>1</w:sdtContent></w:sdt> => Vols|9 / Rixes|8 [unsure 1]",
      "<autre:x>1</autre:x> => Vols|9 / Rixes|8 [unsure 1]",
      "<w:proofErr/> => Vols|9 / Rixes|8",
    ]);
  });
});

test("a run is marked and shaded in its own colours, or not at all, over the black of its style", async () => {
  const styled = (black: string, own: string) =>
    read(figure(r("12", `<w:rStyle w:val="N"/>${own}`)), {
      "word/styles.xml": `<w:styles ${W}><w:style w:type="character" w:styleId="N"><w:rPr>${black}</w:rPr></w:style></w:styles>`,
    });
  const marker = '<w:highlight w:val="black"/>';
  const shade = '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>';
  const [hidden, seen] = ["Vols| / Rixes|8 [faint 12]", "Vols|12 / Rixes|8"];
  for (const [black, own, text] of [
    [marker, "", hidden],
    [marker, '<w:highlight w:val="yellow"/>', seen],
    [marker, '<w:highlight w:val="none"/>', seen],
    [shade, "", hidden],
    [shade, '<w:highlight w:val="none"/>', hidden],
    [shade, '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', seen],
    [shade, '<w:highlight w:val="yellow"/>', seen],
  ] as const)
    expect([black, own, await styled(black, own)]).toEqual([black, own, text]);
});

test("a paragraph's own shade is behind its text; behind a pattern, what is seen is not known", async () => {
  const shades = ["", '<w:shd w:val="clear" w:fill="1F3864"/>', '<w:shd w:val="pct50" w:fill="auto"/>'];
  const white = (shade: string) => figure(r("12", '<w:color w:val="FFFFFF"/>'), shade);
  const found: string[] = [];
  for (const shade of shades) found.push(await read(white(shade)));
  expect(found).toEqual(["Vols| / Rixes|8 [faint 12]", "Vols|12 / Rixes|8", "Vols|12 / Rixes|8"]);
});

test("a text under a marker pen of its own colour is not seen, whichever of the sixteen", async () => {
  const pens =
    "black 000000 white FFFFFF blue 0000FF cyan 00FFFF green 00FF00 magenta FF00FF red FF0000 yellow FFFF00 darkBlue 000080 " +
    "darkCyan 008080 darkGreen 008000 darkMagenta 800080 darkRed 800000 darkYellow 808000 darkGray 808080 lightGray C0C0C0";
  for (const [, pen, colour] of pens.matchAll(/(\w+) (\w{6})/g)) {
    const drawn = r("12", `<w:color w:val="${colour}"/><w:highlight w:val="${pen}"/>`);
    expect([pen, await read(figure(drawn))]).toEqual([pen, "Vols| / Rixes|8 [faint 12]"]);
  }
});

describe("fields", () => {
  const mark = (type: string, inside = "") => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
  const instr = (words: string) => `<w:r><w:instrText>${words}</w:instrText></w:r>`;
  const field = (words: string, result: string) =>
    mark("begin") + instr(words) + mark("separate") + result + mark("end");
  test("show their result, or a number that is not in the file", async () => {
    const drop = (result: string) =>
      mark(
        "begin",
        `<w:ffData><w:ddList>${result}<w:listEntry w:val="10"/><w:listEntry w:val="20"/></w:ddList></w:ffData>`,
      ) + mark("end");
    expect(
      await all(
        [
          field(" PAGE ", r("1")),
          mark("begin") + instr(" SEQ x ") + mark("end"),
          mark("begin") + instr(" TC x ") + mark("end"),
          mark("begin") + mark("end"),
          field(" IF ", field(" X ", r("7"))),
          mark("begin") + field(" X ", r("7")) + instr(" IF ") + mark("separate") + r("1") + mark("end"),
          mark("separate") + r("1"),
          mark("end") + r("1"),
          drop(""),
          drop('<w:result w:val="1"/>'),
          drop('<w:result w:val="9"/>'),
        ],
        (content) => figure(r("9") + content),
      ),
    ).toEqual([
      '<w:fldChar w:fldCharType="begin"></w:fldChar><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"></w:fldChar>1<w:fldChar w:fldCharType="end"></w:fldChar> => Vols|91 / Rixes|8 [stale PAGE]',
      '<w:fldChar w:fldCharType="begin"></w:fldChar><w:instrText> SEQ x </w:instrText><w:fldChar w:fldCharType="end"></w:fldChar> => Vols|9 / Rixes|8 [other n°]',
      '<w:fldChar w:fldCharType="begin"></w:fldChar><w:instrText> TC x </w:instrText><w:fldChar w:fldCharType="end"></w:fldChar> => Vols|9 / Rixes|8',
      '<w:fldChar w:fldCharType="begin"></w:fldChar><w:fldChar w:fldCharType="end"></w:fldChar> => Vols|9 / Rixes|8',
      '<w:fldChar w:fldCharType="begin"></w:fldChar><w:instrText> IF </w:instrText><w:fldChar w:fldCharType="separate"></w:fldChar><w:fldChar w:fldCharType="begin"></w:fldChar><w:instrText> X </w:instrText><w:fldChar w:fldCharType="separate"></w:fldChar>7<w:fldChar w:fldCharType="end"></w:fldChar><w:fldChar w:fldCharType="end"></w:fldChar> => Vols|97 / Rixes|8',
      '<w:fldChar w:fldCharType="begin"></w:fldChar><w:fldChar w:fldCharType="begin"></w:fldChar><w:instrText> X </w:instrText><w:fldChar w:fldCharType="separate"></w:fldChar>7<w:fldChar w:fldCharType="end"></w:fldChar><w:instrText> IF </w:instrText><w:fldChar w:fldCharType="separate"></w:fldChar>1<w:fldChar w:fldCharType="end"></w:fldChar> => Vols|91 / Rixes|8',
      '<w:fldChar w:fldCharType="separate"></w:fldChar>1 => Vols|91 / Rixes|8',
      '<w:fldChar w:fldCharType="end"></w:fldChar>1 => Vols|91 / Rixes|8',
      '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="10"/><w:listEntry w:val="20"/></w:ddList></w:ffData></w:fldChar><w:fldChar w:fldCharType="end"></w:fldChar> => Vols|9 / Rixes|8 [other 10]',
      '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="10"/><w:listEntry w:val="20"/></w:ddList></w:ffData></w:fldChar><w:fldChar w:fldCharType="end"></w:fldChar> => Vols|9 / Rixes|8 [other 20]',
      '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="9"/><w:listEntry w:val="10"/><w:listEntry w:val="20"/></w:ddList></w:ffData></w:fldChar><w:fldChar w:fldCharType="end"></w:fldChar> => Vols|9 / Rixes|8 may-look-otherwise',
    ]);
    expect(
      await read(
        p(mark("begin") + instr(" x ")) + p(instr(" y ") + r("hidden")) + p(mark("separate") + r("seen") + mark("end")),
      ),
    ).toBe("seen");
  });
});

describe("tables", () => {
  test("with cells that span, go on, stand back or are wrapped", async () => {
    const second = (cells: string, properties = "") =>
      table(row(cell(text("a")) + cell(text("b")) + cell(text("c"))) + row(cells, properties));
    const [x, y] = [text("x"), text("y")];
    expect(
      await all([
        second(cell(x, '<w:gridSpan w:val="2"/>') + cell(y)),
        second(cell(x, '<w:gridSpan w:val="0"/>') + cell(y)),
        second(cell(x) + cell(y), '<w:gridBefore w:val="1"/>'),
        second(cell(x) + cell(y), '<w:gridBefore w:val="0"/>'),
        second(cell(x, '<w:hMerge w:val="restart"/>') + cell(y, "<w:hMerge/>") + cell(text("z"))),
        second(cell(x, "<w:vMerge/>") + cell(y)),
        table(
          row(cell(x, '<w:vMerge w:val="restart"/>') + cell(text("1"))) +
            row(cell("<w:p/>", "<w:vMerge/>") + cell(text("2"))) +
            row(cell(y, '<w:vMerge w:val="restart"/>') + cell(text("3"))),
        ),
        second(`<w:sdt><w:sdtContent>${cell(x)}</w:sdtContent></w:sdt>${cell(y)}`),
        table(`<w:sdt><w:sdtContent>${row(cell(x))}</w:sdtContent></w:sdt>`),
        table(row(cell(x + table(row(cell(text("1"))))) + cell(y)) + row(cell(text("z")))),
        second(cell(x) + cell(y), "<w:del/>"),
        second(cell(x) + cell(y), "<w:hidden/>"),
        second(cell(x) + cell(y), '<w:hidden w:val="0"/>'),
        second(cell(x) + cell(y), '<w:trHeight w:val="109" w:hRule="exact"/>'),
        second(cell(x) + cell(y), '<w:trHeight w:val="110" w:hRule="exact"/>'),
        second(cell(x) + cell(y), '<w:trHeight w:val="20" w:hRule="atLeast"/>'),
        table(row(cell(x) + cell(text("9")), "<w:hidden/>") + row(cell(y) + cell(text("8")))),
        table(row(cell(x, "<w:cellIns/>"))),
        table(row(cell(x, "<w:cellMerge/>"))),
      ]),
    ).toEqual([
      '<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c / x{1x2}|^|y',
      '<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val="0"/></w:tcPr>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c / x|y|',
      '<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c / |x|y',
      '<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="0"/></w:trPr><w:tc>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c / x|y|',
      '<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>x</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr>y</w:tc><w:tc>z</w:tc></w:tr></w:tbl> => a|b|c / x\ny{1x2}|^|z',
      "<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c / x|y| [unplain texte sous une cellule fusionnée]",
      '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>x</w:tc><w:tc>1</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>2</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>y</w:tc><w:tc>3</w:tc></w:tr></w:tbl> => x{2x1}|1 / ^|2 / y|3',
      "<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:sdt><w:sdtContent><w:tc>x</w:tc></w:sdtContent></w:sdt><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c / x|y|",
      "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>x</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl> => x",
      "<w:tbl><w:tr><w:tc>x<w:tbl><w:tr><w:tc>1</w:tc></w:tr></w:tbl></w:tc><w:tc>y</w:tc></w:tr><w:tr><w:tc>z</w:tc></w:tr></w:tbl> => x / 1 /  / y / z",
      "<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c [struck x] [struck y]",
      "<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c [hidden x] [hidden y]",
      '<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:trPr><w:hidden w:val="0"/></w:trPr><w:tc>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c / x|y|',
      '<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:trPr><w:trHeight w:val="109" w:hRule="exact"/></w:trPr><w:tc>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c [hidden x] [hidden y]',
      '<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:trPr><w:trHeight w:val="110" w:hRule="exact"/></w:trPr><w:tc>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c / x|y| [covered x] [covered y]',
      '<w:tbl><w:tr><w:tc>a</w:tc><w:tc>b</w:tc><w:tc>c</w:tc></w:tr><w:tr><w:trPr><w:trHeight w:val="20" w:hRule="atLeast"/></w:trPr><w:tc>x</w:tc><w:tc>y</w:tc></w:tr></w:tbl> => a|b|c / x|y|',
      "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>x</w:tc><w:tc>9</w:tc></w:tr><w:tr><w:tc>y</w:tc><w:tc>8</w:tc></w:tr></w:tbl> => y|8 [hidden x] [hidden 9]",
      "<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns/></w:tcPr>x</w:tc></w:tr></w:tbl> =>  tracked-table-change",
      "<w:tbl><w:tr><w:tc><w:tcPr><w:cellMerge/></w:tcPr>x</w:tc></w:tr></w:tbl> =>  tracked-table-change",
    ]);
  });
});

test("a cell that a line crosses, one way or the other, is told", async () => {
  for (const [line, said] of [
    ["tl2br", "Vols|12 [covered 12]"],
    ["tr2bl", "Vols|12 [covered 12]"],
    ["top", "Vols|12"],
  ])
    expect(
      await read(
        table(row(cell(text("Vols")) + cell(text("12"), `<w:tcBorders><w:${line} w:val="single"/></w:tcBorders>`))),
      ),
    ).toBe(said);
});

test("rows that are not shown are told one after the other beside the row that follows, or after the last", async () => {
  const hidden = (words: string) => row(cell(text(words)), "<w:hidden/>");
  const shown = (words: string) => row(cell(text(words)));
  expect(await read(table(hidden("1") + hidden("2") + shown("a") + hidden("3") + shown("b") + hidden("4")))).toBe(
    "a / b [hidden 1] [hidden 2] [hidden 3] [hidden 4]",
  );
});

describe("lists", () => {
  const level = (n: number, format: string, words: string) =>
    `<w:lvl w:ilvl="${n}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${words}"/></w:lvl>`;
  const numbering = {
    "word/numbering.xml": `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "decimal", "%1.%2)")}${level(2, "bullet", "-")}${level(3, "none", "%1:")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">${level(0, "decimal", "(%1)")}</w:lvlOverride></w:num><w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="L"/>${level(0, "decimal", "%1!")}</w:abstractNum><w:abstractNum w:abstractNumId="9"><w:styleLink w:val="L"/>${level(0, "decimal", "%1-")}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num></w:numbering>`,
    "word/styles.xml": `<w:styles ${W}><w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`,
  };
  test("draw their numbers by the paragraph, its style, and the level that the list overrides", async () => {
    const num = (id: string, at = "") =>
      `<w:numPr>${at === "" ? "" : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="${id}"/></w:numPr>`;
    expect(
      await all(
        [
          num("1"),
          num("1", "0"),
          num("1", "1"),
          num("1", "2"),
          num("1", "3"),
          num("1", "9"),
          num("2"),
          num("2", "1"),
          num("3"),
          num("0"),
          num("9"),
          '<w:pStyle w:val="A"/>',
          '<w:pStyle w:val="B"/>',
          `<w:pStyle w:val="A"/>${num("0")}`,
          "",
        ],
        (properties) => figure(r("2"), properties),
        numbering,
      ),
    ).toEqual([
      '<w:numPr><w:numId w:val="1"/></w:numPr> => Vols|2 / Rixes|8 [unsure n°.]',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr> => Vols|2 / Rixes|8 [unsure n°.]',
      '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr> => Vols|2 / Rixes|8 [unsure n°.n°)]',
      '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr> => Vols|2 / Rixes|8 [unsure -]',
      '<w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr> => Vols|2 / Rixes|8',
      '<w:numPr><w:ilvl w:val="9"/><w:numId w:val="1"/></w:numPr> => Vols|2 / Rixes|8',
      '<w:numPr><w:numId w:val="2"/></w:numPr> => Vols|2 / Rixes|8 [unsure (n°)]',
      '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr> => Vols|2 / Rixes|8 [unsure n°.n°)]',
      '<w:numPr><w:numId w:val="3"/></w:numPr> => Vols|2 / Rixes|8 [unsure n°-]',
      '<w:numPr><w:numId w:val="0"/></w:numPr> => Vols|2 / Rixes|8',
      '<w:numPr><w:numId w:val="9"/></w:numPr> => Vols|2 / Rixes|8',
      '<w:pStyle w:val="A"/> => Vols|2 / Rixes|8 [unsure n°.n°)]',
      '<w:pStyle w:val="B"/> => Vols|2 / Rixes|8 [unsure n°.n°)]',
      '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr> => Vols|2 / Rixes|8',
      " => Vols|2 / Rixes|8",
    ]);
  });
});

describe("drawings and boxes", () => {
  const drawn = (content: string) => `<w:r><w:drawing>${content}</w:drawing></w:r>`;
  const anchor = (size: number, inside: string, attributes = 'behindDoc="0"') =>
    drawn(`<wp:anchor ${attributes}><wp:extent cx="${size}" cy="${size}"/>${inside}</wp:anchor>`);
  const picture = "<pic:pic/>";
  const drawings = [
    drawn(`<wp:inline><wp:docPr descr="12"/>${picture}</wp:inline>`),
    drawn(`<wp:inline><wp:docPr/>${picture}</wp:inline>`),
    anchor(1_800_000, `<wp:wrapNone/>${picture}`),
    anchor(1_800_001, `<wp:wrapNone/>${picture}`),
    anchor(100, "<wp:wrapNone/>"),
    anchor(4_000_000, "<wp:wrapSquare/>"),
    anchor(4_000_000, "<wp:wrapTight/>"),
    anchor(4_000_000, "<wp:wrapThrough/>"),
    anchor(4_000_000, "<wp:wrapTopAndBottom/>"),
    anchor(4_000_000, "<wp:wrapNone/>", 'behindDoc="1"'),
    anchor(4_000_000, "<wp:wrapNone/>", 'behindDoc="true"'),
    '<w:r><w:pict><v:rect style="position:absolute;z-index:1"/></w:pict></w:r>',
    '<w:r><w:pict><v:rect style="position:absolute;z-index:-1"/></w:pict></w:r>',
    "<w:r><w:pict><v:shape/></w:pict></w:r>",
  ];
  test("that lie over the text, or over a figure, are told", async () => {
    const sized = (width: number, height: number) =>
      drawn(`<wp:anchor><wp:extent cx="${width}" cy="${height}"/><wp:wrapNone/>${picture}</wp:anchor>`);
    for (const [width, height] of [
      [4_000_000, 500_000],
      [500_000, 4_000_000],
    ] as const)
      expect(await read(p(r("a") + sized(width, height)))).toBe("a may-look-otherwise");
    expect(await all(drawings, (drawing) => p(r("a") + drawing))).toEqual([
      '<w:drawing><wp:inline><wp:docPr descr="12"/><pic:pic/></wp:inline></w:drawing> => a [other 12]',
      "<w:drawing><wp:inline><wp:docPr/><pic:pic/></wp:inline></w:drawing> => a",
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="1800000" cy="1800000"/><wp:wrapNone/><pic:pic/></wp:anchor></w:drawing> => a',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="1800001" cy="1800001"/><wp:wrapNone/><pic:pic/></wp:anchor></w:drawing> => a may-look-otherwise',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="100" cy="100"/><wp:wrapNone/></wp:anchor></w:drawing> => a may-look-otherwise',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="4000000" cy="4000000"/><wp:wrapSquare/></wp:anchor></w:drawing> => a',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="4000000" cy="4000000"/><wp:wrapTight/></wp:anchor></w:drawing> => a',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="4000000" cy="4000000"/><wp:wrapThrough/></wp:anchor></w:drawing> => a',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="4000000" cy="4000000"/><wp:wrapTopAndBottom/></wp:anchor></w:drawing> => a',
      '<w:drawing><wp:anchor behindDoc="1"><wp:extent cx="4000000" cy="4000000"/><wp:wrapNone/></wp:anchor></w:drawing> => a',
      '<w:drawing><wp:anchor behindDoc="true"><wp:extent cx="4000000" cy="4000000"/><wp:wrapNone/></wp:anchor></w:drawing> => a',
      '<w:pict><v:rect style="position:absolute;z-index:1"/></w:pict> => a may-look-otherwise',
      '<w:pict><v:rect style="position:absolute;z-index:-1"/></w:pict> => a',
      "<w:pict><v:shape/></w:pict> => a",
    ]);
    expect(await all(drawings, (drawing) => figure(r("7") + drawing))).toEqual([
      '<w:drawing><wp:inline><wp:docPr descr="12"/><pic:pic/></wp:inline></w:drawing> => Vols|7 / Rixes|8 [other 12]',
      "<w:drawing><wp:inline><wp:docPr/><pic:pic/></wp:inline></w:drawing> => Vols|7 / Rixes|8 may-look-otherwise",
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="1800000" cy="1800000"/><wp:wrapNone/><pic:pic/></wp:anchor></w:drawing> => Vols|7 / Rixes|8 [covered ]',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="1800001" cy="1800001"/><wp:wrapNone/><pic:pic/></wp:anchor></w:drawing> => Vols|7 / Rixes|8 [covered ]',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="100" cy="100"/><wp:wrapNone/></wp:anchor></w:drawing> => Vols|7 / Rixes|8 [covered ]',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="4000000" cy="4000000"/><wp:wrapSquare/></wp:anchor></w:drawing> => Vols|7 / Rixes|8 [covered ]',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="4000000" cy="4000000"/><wp:wrapTight/></wp:anchor></w:drawing> => Vols|7 / Rixes|8 [covered ]',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="4000000" cy="4000000"/><wp:wrapThrough/></wp:anchor></w:drawing> => Vols|7 / Rixes|8 [covered ]',
      '<w:drawing><wp:anchor behindDoc="0"><wp:extent cx="4000000" cy="4000000"/><wp:wrapTopAndBottom/></wp:anchor></w:drawing> => Vols|7 / Rixes|8 [covered ]',
      '<w:drawing><wp:anchor behindDoc="1"><wp:extent cx="4000000" cy="4000000"/><wp:wrapNone/></wp:anchor></w:drawing> => Vols|7 / Rixes|8',
      '<w:drawing><wp:anchor behindDoc="true"><wp:extent cx="4000000" cy="4000000"/><wp:wrapNone/></wp:anchor></w:drawing> => Vols|7 / Rixes|8',
      '<w:pict><v:rect style="position:absolute;z-index:1"/></w:pict> => Vols|7 / Rixes|8 [covered ]',
      '<w:pict><v:rect style="position:absolute;z-index:-1"/></w:pict> => Vols|7 / Rixes|8',
      "<w:pict><v:shape/></w:pict> => Vols|7 / Rixes|8 may-look-otherwise",
    ]);
  });

  test("that hold a text are read after their paragraph; of two alternatives, the one that Word knows", async () => {
    const box = (words: string) => `<w:txbxContent>${text(words)}</w:txbxContent>`;
    const choice = (requires: string, first: string, second: string) =>
      `<mc:AlternateContent><mc:Choice Requires="${requires}">${first}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent>`;
    expect(
      await all([
        p(r("a") + drawn(`<wp:inline>${box("b")}</wp:inline>`)),
        p(`${r("a")}<w:r>${choice("wps", `<w:drawing>${box("b")}</w:drawing>`, `<w:pict>${box("b")}</w:pict>`)}</w:r>`),
        p(r("a") + drawn(`<wp:inline>${choice("wps", box("b"), box("b"))}</wp:inline>`)),
        p(choice("wps", r("1"), r("1"))),
        p(choice("wps", r("1"), r("2"))),
        p(choice("inconnu", r("1"), r("2"))),
        p(choice("wps inconnu", r("1"), r("2"))),
        p(choice("w14 wps", r("1"), "")),
        choice("wps", text("1"), text("2")),
        choice("wps", table(row(cell(text("1")))), text("2")),
        table(choice("wps", row(cell(text("1"))), row(cell(text("2"))))),
      ]),
    ).toEqual([
      "a<w:drawing><wp:inline><w:txbxContent>b</w:txbxContent></wp:inline></w:drawing> => a / b",
      'a<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>b</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>b</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent> => a / b',
      'a<w:drawing><wp:inline><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>b</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>b</w:txbxContent></mc:Fallback></mc:AlternateContent></wp:inline></w:drawing> => a / b',
      '<mc:AlternateContent><mc:Choice Requires="wps">1</mc:Choice><mc:Fallback>1</mc:Fallback></mc:AlternateContent> => 1',
      '<mc:AlternateContent><mc:Choice Requires="wps">1</mc:Choice><mc:Fallback>2</mc:Fallback></mc:AlternateContent> =>  [unsure 1]',
      '<mc:AlternateContent><mc:Choice Requires="inconnu">1</mc:Choice><mc:Fallback>2</mc:Fallback></mc:AlternateContent> => 2',
      '<mc:AlternateContent><mc:Choice Requires="wps inconnu">1</mc:Choice><mc:Fallback>2</mc:Fallback></mc:AlternateContent> => 2',
      '<mc:AlternateContent><mc:Choice Requires="w14 wps">1</mc:Choice><mc:Fallback></mc:Fallback></mc:AlternateContent> => 1',
      '<mc:AlternateContent><mc:Choice Requires="wps">1</mc:Choice><mc:Fallback>2</mc:Fallback></mc:AlternateContent> =>  [unsure 1]',
      '<mc:AlternateContent><mc:Choice Requires="wps"><w:tbl><w:tr><w:tc>1</w:tc></w:tr></w:tbl></mc:Choice><mc:Fallback>2</mc:Fallback></mc:AlternateContent> =>  [unsure 1]',
      '<w:tbl><mc:AlternateContent><mc:Choice Requires="wps"><w:tr><w:tc>1</w:tc></w:tr></mc:Choice><mc:Fallback><w:tr><w:tc>2</w:tc></w:tr></mc:Fallback></mc:AlternateContent></w:tbl> => 1',
    ]);
  });

  test("formulas are text when they are plain", async () => {
    expect(
      await all(
        [
          "<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>",
          "<m:oMathPara><m:oMath><m:r><m:t>12</m:t></m:r></m:oMath></m:oMathPara>",
          "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
        ],
        (content) => figure(content),
      ),
    ).toEqual([
      "<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath> => Vols|12 / Rixes|8",
      "<m:oMathPara><m:oMath><m:r><m:t>12</m:t></m:r></m:oMath></m:oMathPara> => Vols|12 / Rixes|8",
      "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath> => Vols| / Rixes|8 [unsure 12]",
    ]);
  });
});

describe("parts", () => {
  const REL = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const relation = (type: string, target: string) => `<Relationship Type="http://x/${type}" Target="${target}"/>`;
  const story = (name: string, words: string) => `<w:${name} ${W}>${text(words)}</w:${name}>`;
  const HEADERS: Parts = {
    "word/header1.xml": story("hdr", "h1"),
    "word/header2.xml": story("hdr", "h2"),
    "word/header3.xml": story("hdr", "h1"),
    "word/footer1.xml": story("ftr", "f1"),
  };
  test("are those that the document names: its headers first, once, its footers last", async () => {
    expect(await read(text("a"), HEADERS)).toBe("h1 / h2 / a / f1");
    // What a header draws lies under the text.
    const shape =
      '<w:r><w:drawing><wp:anchor behindDoc="0"><wp:extent cx="9999999" cy="9999999"/><wp:wrapNone/></wp:anchor></w:drawing></w:r>';
    const drawn = `<w:hdr ${W} ${OTHERS}>${p(r("h") + shape)}</w:hdr>`;
    expect([await read(text("a"), { "word/header1.xml": drawn }), await read(p(r("a") + shape))]).toEqual([
      "h / a",
      "a may-look-otherwise",
    ]);
    expect(
      await read(text("a"), {
        ...HEADERS,
        "word/_rels/document.xml.rels": `<Relationships ${REL}>${relation("header", "header2.xml")}${relation("footer", "/word/footer1.xml")}${relation("styles", "header1.xml")}</Relationships>`,
      }),
    ).toBe("h2 / a / f1");
    expect(
      await read("", {
        "word/document.xml": "",
        "word/document2.xml": story("document", "x")
          .replace(/<w:p>/, "<w:body><w:p>")
          .replace(/<\/w:p><\/w:document>/, "</w:p></w:body></w:document>"),
        "_rels/.rels": `<Relationships ${REL}>${relation("officeDocument", "word/document2.xml")}</Relationships>`,
      }),
    ).toBe("x");
    expect(await read(text("a"), { "word/document2.xml": story("document", "x") })).toBe("a");
    expect(await read("", { "word/document.xml": "", "word/other.xml": "<a/>" })).toBe(
      " file-unreadable word/document.xml absent",
    );
  });

  test("that are not in the file, or bring fonts, are told", async () => {
    const font = (name: string) => ({
      "word/fontTable.xml": `<w:fonts ${W}><w:font w:name="A"><w:${name}/></w:font></w:fonts>`,
    });
    expect([
      await read("<w:altChunk/>"),
      await read(p("<w:subDoc/>")),
      await read(text("a"), font("embedRegular")),
      await read(text("a"), font("embedBold")),
      await read(text("a"), font("embedItalic")),
      await read(text("a"), font("embedBoldItalic")),
      await read(text("a"), font("family")),
      await read(""),
    ]).toEqual([
      " document-part-not-read",
      " document-part-not-read",
      "a may-look-otherwise",
      "a may-look-otherwise",
      "a may-look-otherwise",
      "a may-look-otherwise",
      "a",
      " document-without-text",
    ]);
    const signs = (content: string) =>
      read(figure(r("12", '<w:rFonts w:ascii="A"/>')), {
        "word/fontTable.xml": `<w:fonts ${W}><w:font w:name="A">${content}</w:font></w:fonts>`,
      });
    expect([
      await signs('<w:charset w:val="02"/>'),
      await signs('<w:charset w:val="00"/>'),
      await signs('<w:altName w:val="Wingdings"/>'),
      await signs('<w:altName w:val="Arial"/>'),
    ]).toEqual([
      "Vols| / Rixes|8 [unsure 12]",
      "Vols|12 / Rixes|8",
      "Vols| / Rixes|8 [unsure 12]",
      "Vols|12 / Rixes|8",
    ]);
  });

  test("of paragraphs whose mark is deleted go on in the next one", async () => {
    const deleted = "<w:rPr><w:del/></w:rPr>";
    expect([
      await read(p(r("1"), deleted) + text("2") + text("3")),
      await read(p(r("1"), deleted) + p(r("2"), deleted) + text("3")),
      await read(text("0") + p(r("1"), deleted)),
    ]).toEqual(["1\n2 / 3", "1\n2\n3", "0 / 1"]);
  });
});

describe("what is behind a text, and what its table says of it", () => {
  const colour = (hex: string) => `<w:color w:val="${hex}"/>`;
  const onShade = (text: string, shade: string) => figure(r("12", `${colour(text)}<w:shd ${shade}/>`));
  const styled = (body: string, styles: string) =>
    read(body, { "word/styles.xml": `<w:styles ${W}>${styles}</w:styles>` });

  test("shades of one colour, of a pattern, of the theme and darker", async () => {
    const [navy, white] = ["000080", "FFFFFF"];
    const shades = [
      'w:val="solid" w:color="000080" w:fill="FFFFFF"',
      'w:val="solid" w:color="auto" w:fill="FFFFFF"',
      'w:val="clear" w:themeFill="background2" w:fill="E7E6E6"',
      'w:val="clear" w:themeFill="background2" w:themeFillShade="40" w:fill="3A3838"',
      'w:val="clear" w:themeFill="background1" w:themeFillShade="40" w:fill="404040"',
      'w:val="clear" w:themeFill="text1" w:fill="000000"',
      'w:val="clear" w:themeFill="dark1" w:fill="auto"',
      'w:val="nil" w:fill="000080"',
    ];
    const found: string[] = [];
    for (const shade of shades) {
      const seen = [await read(onShade(navy, shade)), await read(onShade(white, shade))];
      found.push(`${shade}: ${seen.map((text) => (text.includes("faint") ? "faint" : "seen")).join(" ")}`);
    }
    expect(found).toEqual([
      'w:val="solid" w:color="000080" w:fill="FFFFFF": faint seen',
      'w:val="solid" w:color="auto" w:fill="FFFFFF": seen seen',
      'w:val="clear" w:themeFill="background2" w:fill="E7E6E6": seen faint',
      'w:val="clear" w:themeFill="background2" w:themeFillShade="40" w:fill="3A3838": seen seen',
      'w:val="clear" w:themeFill="background1" w:themeFillShade="40" w:fill="404040": seen seen',
      'w:val="clear" w:themeFill="text1" w:fill="000000": seen seen',
      'w:val="clear" w:themeFill="dark1" w:fill="auto": seen seen',
      'w:val="nil" w:fill="000080": seen faint',
    ]);
  });

  test("a text box has the ground that fills it, or what is behind it, and covers nothing where it is read", async () => {
    const box = (text: string) =>
      `<w:r><w:drawing><wp:anchor behindDoc="0"><wp:extent cx="9" cy="9"/><w:txbxContent>${p(r(text, colour("FFFFFF")))}</w:txbxContent></wp:anchor></w:drawing></w:r>`;
    expect([await read(p(box("12"))), await read(figure(r("7") + box("12")))]).toEqual([
      " [faint 12] may-look-otherwise",
      "Vols|7 / Rixes|8 [faint 12]",
    ]);
  });

  test("a text box is filled with a colour, with none, or with what cannot be told", async () => {
    const inside = `<w:txbxContent>${p(r("12", colour("FFFFFF")))}</w:txbxContent>`;
    const wps = (fill: string) => `<wps:wsp><wps:spPr>${fill}</wps:spPr>${inside}</wps:wsp>`;
    const solid = (of: string) => wps(`<a:solidFill>${of}</a:solidFill>`);
    const ofTheme = (index: number, fill = "") =>
      wps(fill).replace("</wps:spPr>", `</wps:spPr><wps:style><a:fillRef idx="${index}"/></wps:style>`);
    const vml = (attributes: string, fill = "") => `<v:rect ${attributes}>${fill}${inside}</v:rect>`;
    const seen = async (shape: string) => (await read(p(`<w:r><w:pict>${shape}</w:pict></w:r>`))).includes("faint");
    for (const [shape, isFaint] of [
      [wps(""), true],
      [wps("<a:noFill/>"), true],
      [wps("<a:gradFill/>"), false],
      [solid('<a:srgbClr val="FFFFFF"/>'), true],
      [solid('<a:srgbClr val="000080"/>'), false],
      [solid('<a:srgbClr val="FFFFFF"><a:lumMod val="10000"/></a:srgbClr>'), false],
      [solid('<a:schemeClr val="bg1"/>'), true],
      [solid('<a:schemeClr val="accent1"/>'), false],
      [ofTheme(0), true],
      [ofTheme(1), false],
      [ofTheme(1, "<a:noFill/>"), true],
      [vml(""), true],
      [vml('filled="f" fillcolor="#000080"'), true],
      [vml('fillcolor="#000080"'), false],
      [vml('fillcolor="white [3212]"'), true],
      [vml('fillcolor="#fff [3212]"'), true],
      [vml('fillcolor="navy"'), false],
      [vml("", '<v:fill type="gradient"/>'), false],
    ] as const)
      expect([shape, await seen(shape)]).toEqual([shape, isFaint]);
  });

  test("the style of a table comes after what the document says, and bears on the tables within", async () => {
    const defaults = (properties: string) =>
      `<w:docDefaults><w:rPrDefault><w:rPr>${properties}</w:rPr></w:rPrDefault></w:docDefaults>`;
    const ofTable = (properties: string) => `<w:style w:type="table" w:styleId="T">${properties}</w:style>`;
    const inTable = (content: string) =>
      table(
        row(cell(text("Vols")) + cell(content)) + row(cell(text("Rixes")) + cell(text("8"))),
        '<w:tblStyle w:val="T"/>',
      );
    const black = `<w:rPr>${colour("000000")}</w:rPr>`;
    const doubtful = '<w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>';
    expect([
      await styled(inTable(text("12")), defaults(colour("FFFFFF")) + ofTable(black)),
      await styled(inTable(text("12")), defaults(colour("FFFFFF")) + ofTable("")),
      await styled(inTable(text("12")), ofTable(doubtful)),
      await styled(inTable(figure(r("12"))), ofTable(doubtful)),
    ]).toEqual([
      "Vols|12 / Rixes|8",
      "| / | [faint Vols] [faint 12] [faint Rixes] [faint 8]",
      "| / | [unsure Vols] [unsure 12] [unsure Rixes] [unsure 8]",
      "| / | / | / | / | [unsure Vols] [unsure Vols] [unsure 12] [unsure Rixes] [unsure 8] [unsure Rixes] [unsure 8]",
    ]);
    expect(await read(figure(`<w:del>${r("9", "<w:vanish/>")}</w:del>${r("12")}`))).toBe(
      "Vols|12 / Rixes|8 [struck 9]",
    );
  });
});
