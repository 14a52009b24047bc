/** The words of RTF, one by one: each text with what is read of it, "=>" between them; rows after "/", what stands beside in brackets. */
import { describe, expect, test } from "vitest";
import { MAX_DEPTH } from "../../../../scripts/read/contract/limits.ts";
import { readRtf } from "../../../../scripts/read/document/rtf/rtf.ts";
import { onOneLine, rules, source, withReadings } from "../../source.ts";

async function read(body: string, before = "\\rtf1\\ansi\\ansicpg1252 "): Promise<string> {
  const bytes = Uint8Array.from(Buffer.from(`{${before}${body}}`, "latin1"));
  const result = await readRtf(source("IS101.rtf", bytes));
  return onOneLine(result, rules(result));
}
const all = (bodies: readonly string[], around: (body: string) => string = (body) => body) =>
  withReadings(bodies, (body) => read(around(body)));
/** A figure in a row beside « Vols », and a second row. */
const cell = (inside: string, definition = "\\cellx1000\\cellx2000"): string =>
  `\\trowd${definition}\\pard\\intbl Vols\\cell\\pard\\intbl ${inside}\\cell\\row\\trowd\\cellx1000\\cellx2000\\pard\\plain\\intbl Rixes\\cell 8\\cell\\row\\pard `;
const HEAD =
  "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}{\\f2\\fcharset2 Signes;}{\\f3 Wingdings;}{\\f4\\fcharset99 Autre;}}" +
  "{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue128;\\red255\\green0\\blue0;\\green128;}";

describe("letters", () => {
  test("by their code, their Unicode and the signs that have words", async () => {
    expect(
      await all([
        "\\'e9t\\'E9",
        "\\u233?t\\u233 ?",
        "\\u-3913 ?x",
        "\\uc0\\u233 t",
        "\\uc2\\u233 abt",
        "{\\uc0 \\u233 }\\u233 ?t",
        "\\u233\\'e9t",
        "\\u233\\bullet t",
        "\\u233{\\b x}t",
        "a\\~b\\_c\\tab d\\line e",
        "a\\emdash b\\endash c\\lquote d\\rquote e",
        "a\\ldblquote b\\rdblquote c\\bullet d",
        "a\\lbr b\\page c\\column d",
        "\\u8217\\uc1 ?s",
        "1\\emspace 2\\enspace 3\\qmspace 4",
        "a\\-b",
        "a\\{b\\}c\\\\d",
        "a\\\nb",
        "a\\\rb",
        "a\nb\rc\0d",
        "\\b0 12",
        "\\b12",
        "\\b-1 2",
        "\\b 12",
        "\\b-x",
        "a\\bin3 xyzb",
        "a\\bin0 b",
      ]),
    ).toEqual([
      "\\'e9t\\'E9 => été",
      "\\u233?t\\u233 ? => été",
      "\\u-3913 ?x => x",
      "\\uc0\\u233 t => ét",
      "\\uc2\\u233 abt => ét",
      "{\\uc0 \\u233 }\\u233 ?t => éét",
      "\\u233\\'e9t => ét",
      "\\u233\\bullet t => ét",
      "\\u233{\\b x}t => éxt",
      "a\\~b\\_c\\tab d\\line e => a\u00a0b-c\td\ne",
      "a\\emdash b\\endash c\\lquote d\\rquote e => a—b–c‘d’e",
      "a\\ldblquote b\\rdblquote c\\bullet d => a“b”c•d",
      "a\\lbr b\\page c\\column d => a\nb\nc\nd",
      "\\u8217\\uc1 ?s => ’s",
      "1\\emspace 2\\enspace 3\\qmspace 4 => 1\u20032\u20023\u20054",
      "a\\-b => ab",
      "a\\{b\\}c\\\\d => a{b}c\\d",
      "a\\\nb => a / b",
      "a\\\rb => a / b",
      "a\nb\rc\u0000d => abcd",
      "\\b0 12 => 12",
      "\\b12 =>  error document-without-text",
      "\\b-1 2 => 2",
      "\\b 12 => 12",
      "\\b-x => -x",
      "a\\bin3 xyzb => ab",
      "a\\bin0 b => ab",
    ]);
  });

  test("by the code page of their font, else of the document", async () => {
    expect(
      await all(
        ["{\\f1 \\'e9}", "{\\f0 \\'e9}", "{\\f4 \\'e9}", "\\f1 \\'e9\\plain \\'e9", "{\\f1 a}\\'e9"],
        (body) => `${HEAD}${body}`,
      ),
    ).toEqual([
      "{\\f1 \\'e9} => й",
      "{\\f0 \\'e9} => é",
      "{\\f4 \\'e9} => é",
      "\\f1 \\'e9\\plain \\'e9 => йé",
      "{\\f1 a}\\'e9 => aé",
    ]);
    const paged = async (before: string) => `${before} => ${await read("\\'e9", before)}`;
    expect(
      await Promise.all(
        [
          "\\rtf1\\ansi ",
          "\\rtf1\\mac ",
          "\\rtf1\\ansi\\ansicpg1251 ",
          "\\rtf1\\ansi\\ansicpg9999 ",
          "\\rtf1\\ansi\\ansicpg1250\\ansicpg9999 ",
        ].map(paged),
      ),
    ).toEqual([
      "\\rtf1\\ansi  => é",
      "\\rtf1\\mac  => È",
      "\\rtf1\\ansi\\ansicpg1251  => й",
      "\\rtf1\\ansi\\ansicpg9999  => é",
      "\\rtf1\\ansi\\ansicpg1250\\ansicpg9999  => é",
    ]);
  });

  test("by each of the code pages that a font or the document may name", async () => {
    const signs = "\\'e1\\'ea\\'fe\\'a4";
    const pages: string[] = [];
    for (const charset of [0, 77, 161, 162, 186, 204, 238])
      pages.push(`font ${charset}: ${await read(`{\\fonttbl{\\f0\\fcharset${charset} A;}}\\f0 ${signs}`)}`);
    for (const page of [1250, 1251, 1252, 1253, 1254, 1257, 10_000, 28_591, 28_605, 65_001])
      pages.push(`${page}: ${await read(page === 65_001 ? "\\'c3\\'a9" : signs, `\\rtf1\\ansi\\ansicpg${page} `)}`);
    expect(pages).toEqual([
      "font 0: áêþ¤",
      "font 77: ·Í˛§",
      "font 161: ακώ¤",
      "font 162: áêş¤",
      "font 186: įźž¤",
      "font 204: бкю¤",
      "font 238: áęţ¤",
      "1250: áęţ¤",
      "1251: бкю¤",
      "1252: áêþ¤",
      "1253: ακώ¤",
      "1254: áêş¤",
      "1257: įźž¤",
      "10000: ·Í˛§",
      "28591: áêþ¤",
      "28605: áêþ€",
      "65001: é",
    ]);
  });

  test("of a file that is cut or goes on after its end are refused", async () => {
    const cut = async (text: string) => `${text} => ${rules(await readRtf(source("a.rtf", text)))}`;
    expect(
      await Promise.all(
        [
          "{\\rtf1 a}",
          "{\\rtf1 a} \n\r\0",
          "{\\rtf1 a}\x1a",
          "{\\rtf1 a}b",
          "{\\rtf1 a}{}",
          "{\\rtf1 a\\",
          "{\\rtf1 a\\'e",
          "{\\rtf1 a\\'zz}",
          "{\\rtf1 \\bin9 a}",
          "{\\rtf1 {a}",
          "{\\rtf1 a}}",
        ].map(cut),
      ),
    ).toEqual([
      "{\\rtf1 a} => ",
      "{\\rtf1 a} \n\r\u0000 => ",
      "{\\rtf1 a}\u001a => ",
      "{\\rtf1 a}b => error file-unreadable",
      "{\\rtf1 a}{} => error file-unreadable",
      "{\\rtf1 a\\ => error file-unreadable",
      "{\\rtf1 a\\'e => error file-unreadable",
      "{\\rtf1 a\\'zz} => error file-unreadable",
      "{\\rtf1 \\bin9 a} => error file-unreadable",
      "{\\rtf1 {a} => error file-unreadable",
      "{\\rtf1 a}} => error file-unreadable",
    ]);
  });
});

describe("groups", () => {
  test("are read, left out, or put elsewhere by their first word", async () => {
    expect(
      await all([
        "a{\\info{\\title x}}b",
        "a{\\footnote x}b",
        "a{\\*\\annotation x}b",
        "a{\\*\\unknown x}b",
        "a{\\unknown x}b",
        "a{\\b\\*\\unknown x}b",
        "a{\\*\\unknown{\\header x}}b",
        "{\\headerl x}{\\headerr y}{\\headerf z}a",
        "{\\footerl x}{\\footerr y}{\\footerf z}a\\par",
        "{\\headerl x}{\\headerr y}{\\headerf z}\\titlepg a",
        "\\facingp{\\headerl x}{\\headerr y}{\\headerf z}\\titlepg0 a",
        "\\facingp0{\\footerl x}{\\footer v}{\\footerf z}\\titlepg a\\par",
        "{\\header x\\par y}a",
        "a{\\tc x}{\\xe y}{\\rxe z}{\\private p}b",
        "a{\\nonshppict{\\pict 00}}b",
        "a{\\upr{x}{\\*\\ud{y}}}b",
        "{\\info{\\upr{x}{\\*\\ud{y}}}}b",
        "a{\\object{\\objdata 00}{\\result r}}b",
        "{\\shp{\\*\\shpinst\\shpwr2{\\shptxt\\pard t\\par}}}a",
        "a{\\*\\shppict{\\pict x}}b",
        "a{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}b",
        "a{\\field{\\*\\fldinst DATE}{\\fldrslt 3}}b",
        "a{\\field{\\*\\fldinst HYPERLINK {\\b x}}{\\fldrslt y}}b",
        "a{\\stylesheet{\\s1 Normal;}}b",
        "a{\\listtext 1.\\tab}b",
        "a{\\*\\ftnsep x}{\\ftnsepc y}b",
      ]),
    ).toEqual([
      "a{\\info{\\title x}}b => ab",
      "a{\\footnote x}b => ab",
      "a{\\*\\annotation x}b => ab",
      "a{\\*\\unknown x}b => ab",
      "a{\\unknown x}b => axb",
      "a{\\b\\*\\unknown x}b => axb",
      "a{\\*\\unknown{\\header x}}b => ab",
      "{\\headerl x}{\\headerr y}{\\headerf z}a => y / a",
      "{\\footerl x}{\\footerr y}{\\footerf z}a\\par => a / y",
      "{\\headerl x}{\\headerr y}{\\headerf z}\\titlepg a => y / z / a",
      "\\facingp{\\headerl x}{\\headerr y}{\\headerf z}\\titlepg0 a => x / y / a",
      "\\facingp0{\\footerl x}{\\footer v}{\\footerf z}\\titlepg a\\par => a / v / z",
      "{\\header x\\par y}a => x / y / a",
      "a{\\tc x}{\\xe y}{\\rxe z}{\\private p}b => ab",
      "a{\\nonshppict{\\pict 00}}b => ab",
      "a{\\upr{x}{\\*\\ud{y}}}b => ayb",
      "{\\info{\\upr{x}{\\*\\ud{y}}}}b => b",
      "a{\\object{\\objdata 00}{\\result r}}b => arb",
      "{\\shp{\\*\\shpinst\\shpwr2{\\shptxt\\pard t\\par}}}a => t / a",
      "a{\\*\\shppict{\\pict x}}b => ab",
      "a{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}b => a3b",
      "a{\\field{\\*\\fldinst DATE}{\\fldrslt 3}}b => a3b [stale DATE]",
      "a{\\field{\\*\\fldinst HYPERLINK {\\b x}}{\\fldrslt y}}b => ayb",
      "a{\\stylesheet{\\s1 Normal;}}b => ab",
      "a{\\listtext 1.\\tab}b => ab",
      "a{\\*\\ftnsep x}{\\ftnsepc y}b => ab",
    ]);
  });

  test("stand one within another as far as the limits allow", async () => {
    const nested = (depth: number) => read(`${"{".repeat(depth)}a${"}".repeat(depth)}`);
    expect([await nested(MAX_DEPTH - 1), await nested(MAX_DEPTH)]).toEqual(["a", " error file-too-large"]);
    expect([await read("{\\u233 }?t"), await read("{\\u233 ?}t")]).toEqual(["é?t", "ét"]);
  });

  test("give back what they changed", async () => {
    expect(
      await all(
        [
          "{\\v a}b",
          "\\v a{\\v0 b}c",
          "{\\strike a{\\b b}}c",
          "{\\f3 12}34",
          "{\\f2 12}34",
          "\\f3 12\\plain 34",
          "\\f3 12\\pard 34",
        ],
        (body) => cell(body).replace("\\trowd", `${HEAD}\\trowd`),
      ),
    ).toEqual([
      "{\\v a}b => Vols|b / Rixes|8 [hidden a]",
      "\\v a{\\v0 b}c => Vols|b / Rixes|8 [hidden a] [hidden c]",
      "{\\strike a{\\b b}}c => Vols|c / Rixes|8 [struck ab]",
      "{\\f3 12}34 => Vols|34 / Rixes|8 [unsure 12]",
      "{\\f2 12}34 => Vols|34 / Rixes|8 [unsure 12]",
      "\\f3 12\\plain 34 => Vols|34 / Rixes|8 [unsure 12]",
      "\\f3 12\\pard 34 => Vols| / Rixes|8 [unsure 1234]",
    ]);
  });
});

describe("rows", () => {
  const rows = (first: string, second = "\\trowd\\cellx1000\\cellx2000") =>
    `${HEAD}\\trowd${first}\\pard\\intbl a\\cell\\pard\\intbl\\cf2 1\\cell\\row${second}\\pard\\plain\\intbl b\\cell\\cf2 2\\cell\\row\\pard fin`;
  test("are defined anew by each \\trowd, or else as the row before", async () => {
    expect(
      await all(
        [
          "\\trleft500\\cellx1000\\cellx2000",
          "\\trrh-20\\cellx1000\\cellx2000",
          "\\trcbpat2\\cellx1000\\cellx2000",
          "\\rtlrow\\cellx1000\\cellx2000",
          "\\cellx1000\\clcbpat2\\cellx2000",
          "\\clcbpat2\\cellx1000\\cellx2000",
          "\\cellx1000\\clshdng10000\\clcfpat2\\cellx2000",
          "\\clshdng10000\\clcfpat2\\cellx1000\\cellx2000",
          "\\cellx1000\\clvmgf\\cellx2000",
          "\\clmgf\\cellx1000\\clmrg\\cellx2000",
        ],
        (first) => rows(first),
      ),
    ).toEqual([
      "\\trleft500\\cellx1000\\cellx2000 => |a|1 / b{1x2}|^|2 / || / fin||",
      "\\trrh-20\\cellx1000\\cellx2000 => | / b|2 / | / fin| [hidden a] [hidden 1]",
      "\\trcbpat2\\cellx1000\\cellx2000 => a| / b|2 / | / fin| [faint 1]",
      "\\rtlrow\\cellx1000\\cellx2000 => a|1 / b|2 / | / fin| [unsure ] [unsure ]",
      "\\cellx1000\\clcbpat2\\cellx2000 => a| / b|2 / | / fin| [faint 1]",
      "\\clcbpat2\\cellx1000\\cellx2000 => a|1 / b|2 / | / fin|",
      "\\cellx1000\\clshdng10000\\clcfpat2\\cellx2000 => a| / b|2 / | / fin| [faint 1]",
      "\\clshdng10000\\clcfpat2\\cellx1000\\cellx2000 => a|1 / b|2 / | / fin|",
      "\\cellx1000\\clvmgf\\cellx2000 => a|1 / b|2 / | / fin|",
      "\\clmgf\\cellx1000\\clmrg\\cellx2000 => a\n1{1x2}|^ / b|2 / | / fin|",
    ]);
    expect(
      await all(
        ["\\trrh-20\\cellx1000\\cellx2000", "\\rtlrow\\cellx1000\\cellx2000", "\\trcbpat2\\cellx1000\\cellx2000"],
        (first) => rows(first, ""),
      ),
    ).toEqual([
      "\\trrh-20\\cellx1000\\cellx2000 => | / | / | / fin| [hidden a] [hidden 1] [hidden b] [hidden 2]",
      "\\rtlrow\\cellx1000\\cellx2000 => a|1 / b|2 / | / fin| [unsure ] [unsure ] [unsure ] [unsure ]",
      "\\trcbpat2\\cellx1000\\cellx2000 => a| / b| / | / fin| [faint 1] [faint 2]",
    ]);
  });

  test("say of one cell what is no word of the next one", async () => {
    const flags =
      "clvmgf clmgf clmrg clcbpat2 clcbpatraw2 clshdng10000\\clcfpat2 clshdngraw10000\\clcfpatraw2 cldglu cldgll cldel";
    const drawn = (flag: string) =>
      `${HEAD}\\trowd\\cellx500\\${flag}\\cellx1000\\cellx2000\\pard\\intbl\\cf2 a\\cell 1\\cell 2\\cell\\row\\trowd\\cellx500\\clvmrg\\cellx1000\\clvmrg\\cellx2000\\pard\\intbl b\\cell\\cell\\cell\\row`;
    expect(await all(flags.split(" "), drawn)).toEqual([
      "clvmgf => a|1{2x1}|2 / b|^|",
      "clmgf => a|1|2 / b||",
      "clmrg => a\n1{1x2}|^|2 / b||",
      "clcbpat2 => a||2 / b|| [faint 1]",
      "clcbpatraw2 => a||2 / b|| [faint 1]",
      "clshdng10000\\clcfpat2 => a||2 / b|| [faint 1]",
      "clshdngraw10000\\clcfpatraw2 => a||2 / b|| [faint 1]",
      "cldglu => a||2 / b|| [covered 1]",
      "cldgll => a||2 / b|| [covered 1]",
      "cldel => a||2 / b|| [struck 1]",
    ]);
  });

  test("are merged with the row above, cell by cell", async () => {
    const two = (first: string, second: string) =>
      `\\trowd${first}\\pard\\intbl a\\cell 1\\cell\\row\\trowd${second}\\pard\\intbl\\cell\\cell\\row\\trowd\\cellx1000\\cellx2000\\pard\\intbl c\\cell 3\\cell\\row\\pard fin`;
    expect([
      await read(two("\\clvmgf\\cellx1000\\cellx2000", "\\clvmrg\\cellx1000\\cellx2000")),
      await read(two("\\clvmgf\\cellx1000\\clvmgf\\cellx2000", "\\clvmrg\\cellx1000\\cellx2000")),
      await read(two("\\cellx1000\\clvmgf\\cellx2000", "\\cellx1000\\clvmrg\\cellx2000")),
      await read(two("\\clmgf\\cellx1000\\clmrg\\cellx2000", "\\cellx1000\\cellx2000")),
    ]).toEqual([
      "a{2x1}|1 / ^| / c|3 / | / fin|",
      "a{2x1}|1 / ^| / c|3 / | / fin|",
      "a|1{2x1} / |^ / c|3 / | / fin|",
      "a\n1{1x2}|^ / | / c|3 / | / fin|",
    ]);
  });

  test("are in the table by \\intbl or \\itap, until \\pard", async () => {
    expect(
      await all([
        "\\trowd\\cellx1000\\pard\\itap1 a\\cell\\row\\pard b",
        "\\trowd\\cellx1000\\pard\\intbl a\\par b\\cell\\row\\pard c\\sect d",
        "\\trowd\\cellx1000\\pard\\intbl\\itap0 a\\par\\intbl b\\cell\\row\\pard c",
        "\\trowd\\cellx2000\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx1000\\nestrow}{\\nonesttables z}\\pard\\intbl w\\cell\\row\\pard c",
        "\\trowd\\cellx2000\\pard\\intbl\\itap2 x\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}\\pard\\intbl\\cell\\row\\trowd\\cellx1000\\pard\\intbl v\\cell\\row",
        "\\trowd\\cellx1000\\pard\\itap0\\intbl a\\par b\\cell\\row\\pard c",
        "\\trowd\\cellx2000\\pard\\intbl\\itap2 x\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}\\pard\\intbl v\\par w\\cell\\row",
        "\\trowd\\cellx2000\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\rtlrow\\cellx500\\cellx1000\\nestrow}\\pard\\intbl\\cell\\row",
        "\\pard a\\par\\par b",
      ]),
    ).toEqual([
      "\\trowd\\cellx1000\\pard\\itap1 a\\cell\\row\\pard b => a /  / b",
      "\\trowd\\cellx1000\\pard\\intbl a\\par b\\cell\\row\\pard c\\sect d => a\nb /  / c / d",
      "\\trowd\\cellx1000\\pard\\intbl\\itap0 a\\par\\intbl b\\cell\\row\\pard c => a / b /  / c",
      "\\trowd\\cellx2000\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx1000\\nestrow}{\\nonesttables z}\\pard\\intbl w\\cell\\row\\pard c => x|y / | / w| / c|",
      "\\trowd\\cellx2000\\pard\\intbl\\itap2 x\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}\\pard\\intbl\\cell\\row\\trowd\\cellx1000\\pard\\intbl v\\cell\\row => x /  / v",
      "\\trowd\\cellx1000\\pard\\itap0\\intbl a\\par b\\cell\\row\\pard c => a\nb /  / c",
      "\\trowd\\cellx2000\\pard\\intbl\\itap2 x\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}\\pard\\intbl v\\par w\\cell\\row => x /  / v / w",
      "\\trowd\\cellx2000\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\rtlrow\\cellx500\\cellx1000\\nestrow}\\pard\\intbl\\cell\\row => x|y [unsure ] [unsure ]",
      "\\pard a\\par\\par b => a / b",
    ]);
  });

  test("show the number of a list once, and forget it with the paragraph", async () => {
    expect(
      await all(
        [
          "{\\listtext 1.\\tab}2",
          "\\ls1 2",
          "\\ls0 2",
          "\\ls1{\\listtext 3)}2",
          "{\\listtext 1.}\\pard\\intbl 2",
          "{\\listtext 1.}{\\listtext 2}3",
        ],
        (body) => cell(body),
      ),
    ).toEqual([
      "{\\listtext 1.\\tab}2 => Vols|2 / Rixes|8 [unsure 1.]",
      "\\ls1 2 => Vols|2 / Rixes|8 [unsure n°]",
      "\\ls0 2 => Vols|2 / Rixes|8",
      "\\ls1{\\listtext 3)}2 => Vols|2 / Rixes|8 [unsure 3)]",
      "{\\listtext 1.}\\pard\\intbl 2 => Vols|2 / Rixes|8",
      "{\\listtext 1.}{\\listtext 2}3 => Vols|3 / Rixes|8 [unsure 1.2]",
    ]);
  });

  test("from right to left leave their figures in doubt, and say nothing of an empty cell", async () => {
    expect(await all(["12", "", "Vols"], (body) => cell(body, "\\rtlrow\\cellx1000\\cellx2000"))).toEqual([
      "12 => Vols|12 / Rixes|8 [unsure ] [unsure ]",
      " => Vols| / Rixes|8 [unsure ]",
      "Vols => Vols|Vols / Rixes|8 [unsure ] [unsure ]",
    ]);
  });
});

describe("the look of a text", () => {
  test("at each of its bounds", async () => {
    expect(
      await all(
        [
          "\\fs6 12",
          "\\fs7 12",
          "\\charscalex24 12",
          "\\charscalex25 12",
          "\\expndtw-60 12",
          "\\expndtw-59 12",
          "\\expnd-12 12",
          "\\expnd-11 12",
          "\\expndtw 12",
          "\\li-200 12",
          "\\li-201 12",
          "\\lin-201 12",
          "\\lin100\\fi-300 12",
          "\\li100\\fi-300 12",
          "\\li100\\fi-301 12",
          "\\sl-109 12",
          "\\sl-155 12",
          "\\sl-156 12",
          "\\sl59 12",
          "\\up2 12",
          "\\dn2 12",
          "\\up3 12",
          "\\dn3 12",
          "\\up0 12",
          "\\dn0 12",
          "\\super0 12",
          "\\sub0 12",
          "\\up6\\up0 12",
          "\\twoinone0 12",
          "\\v0 12",
          "\\strike0 12",
          "\\deleted0 12",
          "\\striked1 12",
          "\\absw0 12",
          "\\absw1 12",
          "\\posnegx-5 12",
          "\\dropcapli2 12",
          "\\phcol 12",
          "\\phcol0 12",
        ],
        (body) => cell(body),
      ),
    ).toEqual([
      "\\fs6 12 => Vols| / Rixes|8 [faint 12]",
      "\\fs7 12 => Vols|12 / Rixes|8",
      "\\charscalex24 12 => Vols| / Rixes|8 [faint 12]",
      "\\charscalex25 12 => Vols|12 / Rixes|8",
      "\\expndtw-60 12 => Vols| / Rixes|8 [unsure 12]",
      "\\expndtw-59 12 => Vols|12 / Rixes|8",
      "\\expnd-12 12 => Vols| / Rixes|8 [unsure 12]",
      "\\expnd-11 12 => Vols|12 / Rixes|8",
      "\\expndtw 12 => Vols|12 / Rixes|8",
      "\\li-200 12 => Vols|12 / Rixes|8",
      "\\li-201 12 => Vols| / Rixes|8 [unsure 12]",
      "\\lin-201 12 => Vols| / Rixes|8 [unsure 12]",
      "\\lin100\\fi-300 12 => Vols|12 / Rixes|8",
      "\\li100\\fi-300 12 => Vols|12 / Rixes|8",
      "\\li100\\fi-301 12 => Vols| / Rixes|8 [unsure 12]",
      "\\sl-109 12 => Vols| / Rixes|8 [unsure 12]",
      "\\sl-155 12 => Vols|12 / Rixes|8 [unsure 12]",
      "\\sl-156 12 => Vols|12 / Rixes|8",
      "\\sl59 12 => Vols|12 / Rixes|8",
      "\\up2 12 => Vols|12 / Rixes|8",
      "\\dn2 12 => Vols|12 / Rixes|8",
      "\\up3 12 => Vols|¹² / Rixes|8",
      "\\dn3 12 => Vols|₁₂ / Rixes|8",
      "\\up0 12 => Vols|12 / Rixes|8",
      "\\dn0 12 => Vols|12 / Rixes|8",
      "\\super0 12 => Vols|12 / Rixes|8",
      "\\sub0 12 => Vols|12 / Rixes|8",
      "\\up6\\up0 12 => Vols|12 / Rixes|8",
      "\\twoinone0 12 => Vols| / Rixes|8 [unsure 12]",
      "\\v0 12 => Vols|12 / Rixes|8",
      "\\strike0 12 => Vols|12 / Rixes|8",
      "\\deleted0 12 => Vols|12 / Rixes|8",
      "\\striked1 12 => Vols| / Rixes|8 [struck 12]",
      "\\absw0 12 => Vols|12 / Rixes|8",
      "\\absw1 12 => Vols| / Rixes|8 [unsure 12]",
      "\\posnegx-5 12 => Vols| / Rixes|8 [unsure 12]",
      "\\dropcapli2 12 => Vols| / Rixes|8 [unsure 12]",
      "\\phcol 12 => Vols| / Rixes|8 [unsure 12]",
      "\\phcol0 12 => Vols|12 / Rixes|8",
    ]);
  });

  test("on the ground that is nearest to it", async () => {
    const coloured = (body: string) => `${HEAD}${cell(body, "\\trcbpat1\\cellx1000\\cellx2000")}`;
    expect(
      await all(
        [
          "\\cf1 12",
          "\\cf2 12",
          "\\cf2\\cbpat2 12",
          "\\cf2\\chcbpat2 12",
          "\\cf2\\cb2 12",
          "\\cf2\\highlight2 12",
          "\\cf2\\cbpat2\\chcbpat1 12",
          "\\cf2\\chcbpat2\\highlight1 12",
          "\\cf1\\chshdng9500\\chcfpat2 12",
          "\\cf2\\chshdng9500\\chcfpat2 12",
          "\\cf2\\chshdng5000\\chcfpat2 12",
          "\\cf2\\shading9500\\cfpat2 12",
          "\\cf2\\shading5000\\cfpat2 12",
          "\\cf2\\shading9500\\cfpat2\\chcbpat1 12",
          "\\cf1\\chshdng10000 12",
          "\\highlight2 12",
          "\\cf0\\chcbpat2 12",
          "\\cf4\\chcbpat4 12",
          "\\cf4\\chcbpat1 12",
          "\\cf9\\chcbpat2 12",
          "\\fs 12",
          "\\fs6 12",
        ],
        coloured,
      ),
    ).toEqual([
      "\\cf1 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf2 12 => Vols|12 / Rixes|8",
      "\\cf2\\cbpat2 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf2\\chcbpat2 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf2\\cb2 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf2\\highlight2 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf2\\cbpat2\\chcbpat1 12 => Vols|12 / Rixes|8",
      "\\cf2\\chcbpat2\\highlight1 12 => Vols|12 / Rixes|8",
      "\\cf1\\chshdng9500\\chcfpat2 12 => Vols|12 / Rixes|8",
      "\\cf2\\chshdng9500\\chcfpat2 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf2\\chshdng5000\\chcfpat2 12 => Vols|12 / Rixes|8",
      "\\cf2\\shading9500\\cfpat2 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf2\\shading5000\\cfpat2 12 => Vols|12 / Rixes|8",
      "\\cf2\\shading9500\\cfpat2\\chcbpat1 12 => Vols|12 / Rixes|8",
      "\\cf1\\chshdng10000 12 => Vols|12 / Rixes|8",
      "\\highlight2 12 => Vols|12 / Rixes|8",
      "\\cf0\\chcbpat2 12 => Vols|12 / Rixes|8",
      "\\cf4\\chcbpat4 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf4\\chcbpat1 12 => Vols|12 / Rixes|8",
      "\\cf9\\chcbpat2 12 => Vols|12 / Rixes|8",
      "\\fs 12 => Vols|12 / Rixes|8",
      "\\fs6 12 => Vols| / Rixes|8 [faint 12]",
    ]);
  });

  test("on the ground of a cell within a cell, which is not known, and in a text box, which begins plain", async () => {
    const nested = `${HEAD}\\trowd\\clcbpat2\\cellx2000\\pard\\intbl\\itap2\\cf2 12\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}\\pard\\intbl\\cell\\row`;
    expect(await read(nested)).toBe("12");
    const box = (body: string) => `{\\strike\\v ${body}{\\shp{\\*\\shpinst{\\shptxt \\pard Douze\\par}}}}`;
    expect(await read(box(""))).toBe("Douze");
  });

  test("in the colours of its table, of which one may say a part, or nothing", async () => {
    const table = "{\\colortbl;\\red255\\green255\\blue255;;\\blue128;\\red255;\\green255\\red255;}";
    const coloured = (body: string) => `${table}${cell(body)}`;
    expect(
      await all(["\\cf1 12", "\\cf2 12", "\\cf3\\chcbpat3 12", "\\cf3\\chcbpat4 12", "\\cf5 12"], coloured),
    ).toEqual([
      "\\cf1 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf2 12 => Vols|12 / Rixes|8",
      "\\cf3\\chcbpat3 12 => Vols| / Rixes|8 [faint 12]",
      "\\cf3\\chcbpat4 12 => Vols|12 / Rixes|8",
      "\\cf5 12 => Vols| / Rixes|8 [faint 12]",
    ]);
  });

  test("on the page's own colour, where it is painted", async () => {
    const page = (colour: number, text: number) =>
      `{\\colortbl;\\red255;\\blue255;}\\viewbksp1{\\*\\background{\\shp{\\*\\shpinst{\\sp{\\sn fillColor}{\\sv ${colour}}}}}}${cell(`\\cf${text} 12`)}`;
    const found: string[] = [];
    for (const colour of [255, 0xff0000]) for (const text of [1, 2]) found.push(await read(page(colour, text)));
    expect(found).toEqual([
      "Vols| / Rixes|8 [faint 12]",
      "Vols|12 / Rixes|8",
      "Vols|12 / Rixes|8",
      "Vols| / Rixes|8 [faint 12]",
    ]);
  });

  test("by its styles: the document's, the table's, the paragraph's, the character's, then its own", async () => {
    const styled = (body: string) =>
      `${HEAD}{\\stylesheet{\\s1\\strike A;}{\\s2\\sbasedon1 B;}{\\s3\\sbasedon2\\strike0\\v C;}{\\s4\\sbasedon4\\v D;}{\\s5\\sbasedon222\\v E;}{\\s222\\strike X;}{\\*\\cs6\\v F;}{\\*\\cs7\\sbasedon6 G;}{\\*\\ts8\\v H;}{\\s9\\v0 I;}{\\s10\\li-3000 J;}{\\s11\\sbasedon10\\li0 K;}}${cell(body)}`;
    expect(
      await all(
        [
          "\\s1 12",
          "\\s2 12",
          "\\s3 12",
          "\\s4 12",
          "\\s5 12",
          "\\cs6 12",
          "\\cs7 12",
          "\\cs6\\v0 12",
          "\\s1\\cs6 12",
          "\\yts8 12",
          "\\yts8\\s9 12",
          "\\yts8\\s1 12",
          "\\s10 12",
          "\\s11 12",
          "\\s10\\li0 12",
          "\\s1\\pard\\intbl 12",
          "\\s1\\plain 12",
          "\\s99 12",
        ],
        styled,
      ),
    ).toEqual([
      "\\s1 12 => Vols| / Rixes|8 [struck 12]",
      "\\s2 12 => Vols| / Rixes|8 [struck 12]",
      "\\s3 12 => Vols| / Rixes|8 [hidden 12]",
      "\\s4 12 => Vols| / Rixes|8 [hidden 12]",
      "\\s5 12 => Vols| / Rixes|8 [hidden 12]",
      "\\cs6 12 => Vols| / Rixes|8 [hidden 12]",
      "\\cs7 12 => Vols| / Rixes|8 [hidden 12]",
      "\\cs6\\v0 12 => Vols|12 / Rixes|8",
      "\\s1\\cs6 12 => Vols| / Rixes|8 [hidden 12]",
      "\\yts8 12 => Vols| / Rixes|8 [hidden 12]",
      "\\yts8\\s9 12 => Vols|12 / Rixes|8",
      "\\yts8\\s1 12 => Vols| / Rixes|8 [hidden 12]",
      "\\s10 12 => Vols| / Rixes|8 [unsure 12]",
      "\\s11 12 => Vols|12 / Rixes|8",
      "\\s10\\li0 12 => Vols|12 / Rixes|8",
      "\\s1\\pard\\intbl 12 => Vols|12 / Rixes|8",
      "\\s1\\plain 12 => Vols| / Rixes|8 [struck 12]",
      "\\s99 12 => Vols|12 / Rixes|8",
    ]);
    const usual = (body: string) => `{\\*\\defchp\\v}{\\stylesheet{\\s1\\v0 A;}}\\pard ${body}`;
    expect(await all(["12", "\\s1 12", "\\v0 12"], usual)).toEqual([
      "12 =>  [hidden 12]",
      "\\s1 12 => 12",
      "\\v0 12 => 12",
    ]);
  });
});

describe("drawings", () => {
  test("lie on the text or not, by how it runs around them, how large they are and where they are anchored", async () => {
    const shape = (words: string, inside = "{\\sp{\\sn pib}{\\sv {\\pict 00}}}") =>
      `\\pard fin{\\shp{\\*\\shpinst${words}${inside}}}\\par`;
    expect(
      await all(
        [
          "\\shpleft0\\shptop0\\shpright2835\\shpbottom2835\\shpwr3",
          "\\shpleft0\\shptop0\\shpright2836\\shpbottom100\\shpwr3",
          "\\shpleft0\\shptop0\\shpright100\\shpbottom2836\\shpwr3",
          "\\shpleft1000\\shptop1000\\shpright3000\\shpbottom3000\\shpwr3",
          "\\shpright4000\\shpwr2",
          "\\shpright4000\\shpwr3\\shpfblwtxt0",
          "\\shpright4000\\shpwr3\\shpfblwtxt1",
          "\\shpright4000",
        ],
        shape,
      ),
    ).toEqual([
      "\\shpleft0\\shptop0\\shpright2835\\shpbottom2835\\shpwr3 => fin",
      "\\shpleft0\\shptop0\\shpright2836\\shpbottom100\\shpwr3 => fin warning may-look-otherwise",
      "\\shpleft0\\shptop0\\shpright100\\shpbottom2836\\shpwr3 => fin warning may-look-otherwise",
      "\\shpleft1000\\shptop1000\\shpright3000\\shpbottom3000\\shpwr3 => fin",
      "\\shpright4000\\shpwr2 => fin",
      "\\shpright4000\\shpwr3\\shpfblwtxt0 => fin warning may-look-otherwise",
      "\\shpright4000\\shpwr3\\shpfblwtxt1 => fin",
      "\\shpright4000 => fin warning may-look-otherwise",
    ]);
    expect(
      await all([
        shape("\\shpright100\\shpwr3", ""),
        `{\\header ${shape("\\shpright4000\\shpwr3")}}`,
        `{\\footer ${shape("\\shpright4000\\shpwr3")}}`,
      ]),
    ).toEqual([
      "\\pard fin{\\shp{\\*\\shpinst\\shpright100\\shpwr3}}\\par => fin warning may-look-otherwise",
      "{\\header \\pard fin{\\shp{\\*\\shpinst\\shpright4000\\shpwr3{\\sp{\\sn pib}{\\sv {\\pict 00}}}}}\\par} => fin",
      "{\\footer \\pard fin{\\shp{\\*\\shpinst\\shpright4000\\shpwr3{\\sp{\\sn pib}{\\sv {\\pict 00}}}}}\\par} => fin",
    ]);
    expect(
      await all(
        [
          "{\\shp{\\*\\shpinst\\shpright4000\\shpwr3}}12",
          "{\\shpgrp{\\*\\shpinst{\\shp{\\*\\shpinst\\shpwr3}}{\\shp{\\*\\shpinst\\shpwr3}}}}12",
          "{\\*\\do\\dprect}12",
          "{\\*\\shppict{\\shp{\\*\\shpinst\\shpwr3}}}12",
        ],
        (body) => cell(body),
      ),
    ).toEqual([
      "{\\shp{\\*\\shpinst\\shpright4000\\shpwr3}}12 => Vols|12 / Rixes|8 [covered ]",
      "{\\shpgrp{\\*\\shpinst{\\shp{\\*\\shpinst\\shpwr3}}{\\shp{\\*\\shpinst\\shpwr3}}}}12 => Vols|12 / Rixes|8 [covered ]",
      "{\\*\\do\\dprect}12 => Vols|12 / Rixes|8 [covered ]",
      "{\\*\\shppict{\\shp{\\*\\shpinst\\shpwr3}}}12 => Vols|12 / Rixes|8 [covered ]",
    ]);
  });
});

describe("fields", () => {
  test("show a number that is not in the file, unless they have a result, or show nothing", async () => {
    const field = (instruction: string, result = "", flags = "") =>
      `2{\\field${flags}{\\*\\fldinst ${instruction}}${result}}`;
    expect(
      await all(
        [
          field("SEQ x"),
          field("SEQ x", "{\\fldrslt  }"),
          field("SEQ x", "{\\fldrslt 1}"),
          field(""),
          field("{\\b SEQ} x"),
          field("TC x"),
          field("PAGE", "{\\fldrslt 1}", "\\fldpriv"),
          field("IF {\\field{\\*\\fldinst X}{\\fldrslt 7}}", "{\\fldrslt 1}"),
          field("SEQ x", "{\\fldrslt {\\field{\\*\\fldinst Y}{\\fldrslt 5}}}"),
          "2\\chpgn ",
          "2\\chdate ",
          "2\\sectnum ",
          "2\\chftn ",
          "2{\\super\\chftn}",
          "2{\\sub\\chftn}",
          "{\\*\\mmath{\\*\\moMath x}}2",
          "{\\info{\\pict 00}}2",
        ],
        (body) => cell(body),
      ),
    ).toEqual([
      "2{\\field{\\*\\fldinst SEQ x}} => Vols|2 / Rixes|8 [other n°]",
      "2{\\field{\\*\\fldinst SEQ x}{\\fldrslt  }} => Vols|2 / Rixes|8 [other n°]",
      "2{\\field{\\*\\fldinst SEQ x}{\\fldrslt 1}} => Vols|21 / Rixes|8",
      "2{\\field{\\*\\fldinst }} => Vols|2 / Rixes|8",
      "2{\\field{\\*\\fldinst {\\b SEQ} x}} => Vols|2 / Rixes|8 [other n°]",
      "2{\\field{\\*\\fldinst TC x}} => Vols|2 / Rixes|8",
      "2{\\field\\fldpriv{\\*\\fldinst PAGE}{\\fldrslt 1}} => Vols|2 / Rixes|8 [unsure 1] [stale PAGE]",
      "2{\\field{\\*\\fldinst IF {\\field{\\*\\fldinst X}{\\fldrslt 7}}}{\\fldrslt 1}} => Vols|21 / Rixes|8",
      "2{\\field{\\*\\fldinst SEQ x}{\\fldrslt {\\field{\\*\\fldinst Y}{\\fldrslt 5}}}} => Vols|25 / Rixes|8 [other n°]",
      "2\\chpgn  => Vols|2 / Rixes|8 [other n°]",
      "2\\chdate  => Vols|2 / Rixes|8 [other n°]",
      "2\\sectnum  => Vols|2 / Rixes|8 [other n°]",
      "2\\chftn  => Vols|2 / Rixes|8 [other n°]",
      "2{\\super\\chftn} => Vols|2 / Rixes|8",
      "2{\\sub\\chftn} => Vols|2 / Rixes|8",
      "{\\*\\mmath{\\*\\moMath x}}2 => Vols|2 / Rixes|8 [unsure ]",
      "{\\info{\\pict 00}}2 => Vols|2 / Rixes|8",
    ]);
  });
});
