/** The parts of an .xlsx one by one: what each element and attribute says, and what is wrong with one that is refused. */
import { describe, expect, it } from "vitest";
import { readXlsx } from "../../../../scripts/read/sheet/xlsx.ts";
import { rules, show, source } from "../../source.ts";
import {
  cellOf,
  links,
  NO_STYLES,
  NUMBER,
  one,
  read,
  SPACES,
  seen,
  solid,
  styled,
  type Written,
  xlsx,
} from "../hand-made-xlsx.ts";

const HIDDEN = seen("", "faint 99");
/** What stands beside each cell of the first row. */
const besides = async (written: Written): Promise<readonly (string | undefined)[]> =>
  ((await read(written)).value[0]?.rows[0] ?? []).map(({ beside }) =>
    beside?.map((b) => `${b.kind} ${b.text}`.trim()).join(),
  );
const value = (text: string, more = "") => one(`<c r="A1" ${more}><v>${text}</v></c>`);

describe("a workbook", () => {
  it("has its sheets in their order, with their names and states; one of a chart has no cell", async () => {
    const part = (n: number) => `<worksheet ${SPACES}><sheetData>${value(String(n))}</sheetData></worksheet>`;
    const { value: grids, issues } = await read({
      styles: NO_STYLES,
      parts: {
        "xl/workbook.xml": `<workbook ${SPACES}><sheets><sheet name="Deux" r:id="r2"/><sheet r:id="r9" name="Graphique"/><sheet r:id="r1" state="visible"/><sheet name="Trois" r:id="r3" state="hidden"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": links({
          r1: ["worksheet", "worksheets/a.xml"],
          r2: ["worksheet", "worksheets/b.xml"],
          r3: ["worksheet", "worksheets/c.xml"],
          r9: ["chartsheet", "chartsheets/d.xml"],
        }),
        "xl/worksheets/a.xml": part(1),
        "xl/worksheets/b.xml": part(2),
        "xl/worksheets/c.xml": part(3),
      },
    });
    expect(issues).toEqual([]);
    expect(grids.map((grid) => [grid.part, grid.hidden, ...show(grid)])).toEqual([
      ["Deux", undefined, "2"],
      ["Feuille 3", undefined, "1"],
      ["Trois", true, "3"],
    ]);
  });

  it("passes over a sheet of old macros, which has no part; one whose part is lost is damaged", async () => {
    const sheets = (second: string) =>
      read({
        styles: NO_STYLES,
        rows: value("12"),
        parts: {
          "xl/workbook.xml": `<workbook ${SPACES}><sheets><sheet name="IS101" r:id="r1"/>${second}</sheets></workbook>`,
        },
      });
    const { value: grids, issues } = await sheets('<sheet name="Module" r:id=""/>');
    expect(issues).toEqual([]);
    expect(grids.map((grid) => [grid.part, ...show(grid)])).toEqual([["IS101", "12"]]);
    expect(rules(await sheets('<sheet name="Perdue" r:id="r7"/>'))).toEqual(["error file-unreadable"]);
    expect(rules(await sheets('<sheet name="Perdue"/>'))).toEqual(["error file-unreadable"]);
  });

  it("takes of its alternatives the one that Excel takes, wherever they stand in a list", async () => {
    const choice = (requires: string, first: string, second: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="${requires}">${first}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent>`;
    const struck = "<font><strike/></font>";
    const fonts = (requires: string, first: string, second: string) =>
      cellOf({
        rows: NUMBER,
        styles: `<fonts><font/>${choice(requires, first, second)}<font/></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>`,
      });
    expect(await fonts("hs", "<font/>", struck)).toEqual(seen("", "struck 99"));
    expect(await fonts("hs", struck, "<font/>")).toEqual(seen("99"));
    expect(await fonts("x14", struck, "<font/>")).toEqual(seen("", "struck 99"));
    const { value: grids } = await read({
      styles: NO_STYLES,
      parts: {
        "xl/workbook.xml": `<workbook ${SPACES}><sheets>${choice("x15", '<sheet name="IS101" r:id="r1"/>', "")}</sheets></workbook>`,
        "xl/worksheets/sheet1.xml": `<worksheet ${SPACES}><sheetData>${value("12")}</sheetData></worksheet>`,
      },
    });
    expect(grids.map(({ part }) => part)).toEqual(["IS101"]);
    const text = one('<c r="A1" t="s"><v>1</v></c>');
    const si = (words: string) => `<si><t>${words}</t></si>`;
    const texts = si("a") + choice("x14", si("99"), si("88")) + si("12");
    expect(rules(await read({ styles: NO_STYLES, rows: text, texts }))).toEqual(["error file-unreadable"]);
  });

  it("may be written by the strict standard, its drawings too", async () => {
    const strict = (text: string): string =>
      text
        .replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006",
          "http://purl.oclc.org/ooxml/officeDocument",
        )
        .replaceAll("http://schemas.openxmlformats.org/drawingml/2006", "http://purl.oclc.org/ooxml/drawingml");
    const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
    const place = (name: string, at: number) =>
      `<xdr:${name}><xdr:col>${at}</xdr:col><xdr:row>${at}</xdr:row></xdr:${name}>`;
    const box = `<xdr:sp><xdr:spPr><a:noFill/></xdr:spPr><xdr:txBody><a:p><a:r><a:t>9</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
    const parts = {
      "_rels/.rels": links({ r1: ["officeDocument", "xl/workbook.xml"] }),
      "xl/workbook.xml": `<workbook ${SPACES}><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": links({ r1: ["worksheet", "worksheets/sheet1.xml"] }),
      "xl/worksheets/sheet1.xml": `<worksheet ${SPACES}><sheetData>${value("12")}</sheetData></worksheet>`,
      "xl/worksheets/_rels/sheet1.xml.rels": links({ d: ["drawing", "../drawings/drawing1.xml"] }),
      "xl/drawings/drawing1.xml": `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>${place("from", 0)}${place("to", 1)}${box}</xdr:twoCellAnchor></xdr:wsDr>`,
    };
    const { value: grids } = await read({
      parts: Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strict(text)])),
    });
    expect(grids[0]?.rows[0]?.[0]).toEqual({ text: "", beside: [{ kind: "covered", text: "12" }] });
  });

  it("may have other parts beside its workbook, as those that name its author", async () => {
    const parts = {
      "_rels/.rels": links({ r1: ["officeDocument", "xl/workbook.xml"], r2: ["core-properties", "docProps/core.xml"] }),
    };
    expect((await read({ rows: value("12"), styles: NO_STYLES, parts })).value.map(show)).toEqual([["12"]]);
  });

  it("may have its parts named as Windows names files", async () => {
    const parts = {
      "_rels/.rels": links({ r1: ["officeDocument", "\\xl\\workbook.xml"] }),
      "xl/_rels/workbook.xml.rels": links({ r1: ["worksheet", "\\xl\\worksheets\\sheet1.xml"] }),
    };
    expect((await read({ rows: value("12"), parts })).value.map(show)).toEqual([["12"]]);
  });

  it("does not follow a link that leads out of the file", async () => {
    const out = links({ r1: ["worksheet", "worksheets/sheet1.xml"] }).replace("/>", ' TargetMode="External"/>');
    const result = await read({ rows: value("12"), styles: NO_STYLES, parts: { "xl/_rels/workbook.xml.rels": out } });
    expect(result.issues[0]?.actual).toContain("feuille « IS101 » introuvable");
  });

  it("asks for its formulas to be computed again, or does not; counts its days since 1904, or does not", async () => {
    const rows = one('<c r="A1"><f>ROUND(B1,0)</f><v>4</v></c>');
    for (const [calcPr, stale] of [
      ['fullCalcOnLoad="true"', true],
      ['fullCalcOnLoad="0"', false],
      ['fullCalcOnLoad="false" calcCompleted="true"', false],
      ['calcCompleted="false"', true],
    ] as const)
      expect(await besides({ rows, styles: NO_STYLES, workbook: `<calcPr ${calcPr}/>` })).toEqual([
        stale ? "stale ROUND(B1,0)" : undefined,
      ]);
    const dated = { rows: value("46112", 's="1"'), styles: styled({ format: "mmm-yy" }) };
    expect(await cellOf({ ...dated, workbook: '<workbookPr date1904="0"/>' })).toEqual(seen("mars 2026"));
    expect(await cellOf({ ...dated, workbook: "<workbookPr/>" })).toEqual(seen("mars 2026"));
  });
});

describe("a pivot table", () => {
  it("is told where the file asks for it to be made anew, and nowhere else", async () => {
    const rows = `${one('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>')}<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>`;
    const told = async (cache: string, location: string) => {
      const { value: grids } = await read({
        rows: `${rows}<row r="3"><c r="B3"><v>5</v></c></row>`,
        styles: NO_STYLES,
        parts: {
          "xl/_rels/workbook.xml.rels": links({
            r1: ["worksheet", "worksheets/sheet1.xml"],
            p: ["pivotCacheDefinition", "pivotCache/d.xml"],
          }),
          "xl/pivotCache/d.xml": `<pivotCacheDefinition ${SPACES} ${cache}/>`,
          "xl/worksheets/_rels/sheet1.xml.rels": links({ t: ["pivotTable", "../pivotTables/t.xml"] }),
          "xl/pivotTables/t.xml": `<pivotTableDefinition ${SPACES}>${location}</pivotTableDefinition>`,
        },
      });
      return grids[0]?.rows.map((row) =>
        row.map(({ text, beside }) => `${text}${beside?.map((b) => ` ${b.kind}`) ?? ""}`),
      );
    };
    const plain = [
      ["1", "2"],
      ["3", "4"],
      ["", "5"],
    ];
    expect(await told('refreshOnLoad="1"', '<location ref="B1:B2"/>')).toEqual([
      ["1", "2 stale"],
      ["3", "4 stale"],
      ["", "5"],
    ]);
    expect(await told('refreshOnLoad="1"', "")).toEqual(plain);
    expect(await told('refreshOnLoad="0"', '<location ref="B1:B2"/>')).toEqual(plain);
  });
});

describe("a value", () => {
  it.each([
    ["<v> 12 </v>", "", "12"],
    ["<v>+5</v>", "", "5"],
    ["<v>.5</v>", "", "0,5"],
    ["<v>5.</v>", "", "5"],
    ["<v>1.25E+1</v>", 't="n"', "12,5"],
    ["<v>125e-1</v>", "", "12,5"],
    ["<v>1.5e10</v>", "", "15000000000"],
    ["<v>1</v>", 't="b"', "VRAI"],
    ["<v>true</v>", 't="b"', "VRAI"],
    ["<v>0</v>", 't="b"', "FAUX"],
    ["<v>false</v>", 't="b"', "FAUX"],
    ["<v> #REF! </v>", 't="e"', "#REF!"],
    ["<v> a </v>", 't="str"', " a "],
    ["<v>a_x000A_b_x00e9_</v>", 't="str"', "a\nbé"],
    ["<v>a</v>", 't="inlineStr"', "a"],
    ["<is><t>a</t></is>", 't="inlineStr"', "a"],
    ["<is><r><t>a</t></r><r><rPr/><t>b</t></r><r/></is>", 't="inlineStr"', "ab"],
    ["<is><r><t>a_x000A_</t></r><r><t> </t></r><r><t>b</t></r></is>", 't="inlineStr"', "a\n b"],
    ["<v>1</v>", 't="s"', "deux"],
  ])("is read by its type: %s %s", async (content, type, text) => {
    const rows = one(`<c r="A1" ${type}>${content}</c><c r="B1"><v>7</v></c>`);
    const result = await read({ rows, texts: "<si><t>un</t></si><si><t>deux</t></si>" });
    expect(result.issues).toEqual([]);
    expect(show(result.value[0])[0]).toBe(`${text}|7`);
  });

  it("that is a date of the standard is a day, and unsure where no format of dates shows it", async () => {
    const written = (format: string) => ({ rows: value("2026-03-31", 't="d" s="1"'), styles: styled({ format }) });
    expect(await cellOf(written("mmm-yy"))).toEqual(seen("mars 2026"));
    expect(await cellOf(written("0"))).toEqual(seen("46112", "other"));
  });

  it("that is none is an empty cell, or a formula that waits", async () => {
    for (const [content, type] of [
      ["<v></v>", ""],
      ["<v> </v>", 't="n"'],
      ["<v/>", 't="s"'],
      ["", ""],
    ]) {
      const rows = (formula: string) => one(`<c r="A1" ${type}>${formula}${content}</c><c r="B1"><v>7</v></c>`);
      expect(show((await read({ rows: rows("") })).value[0])).toEqual(["|7"]);
      expect(rules(await read({ rows: rows("<f>C1</f>") }))).toEqual(["warning formula-without-value"]);
    }
    const empty = one('<c r="A1" t="str"><f>C1</f><v></v></c><c r="B1"><v>7</v></c>');
    expect((await read({ rows: empty })).issues).toEqual([]);
  });

  it("stands where its cell says, or after the one before it; so does its row", async () => {
    const rows =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="3"><c r="B3"><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(show((await read({ rows })).value[0])).toEqual(["1|||2|3", "||||", "|4|||", "5||||"]);
  });
});

describe("an .xlsx is refused, and why is told", () => {
  const SHEET = "xl/worksheets/sheet1.xml";
  it.each<readonly [string, Written, string]>([
    ["an address of no cell", { rows: one('<c r="1A"><v>1</v></c>') }, `${SHEET}, cellule 1A : adresse impossible`],
    ["an address of another row", { rows: one('<c r="B2"><v>1</v></c>') }, "cellule B2 : adresse d'une autre ligne"],
    [
      "a cell twice",
      { rows: one('<c r="B1"><v>1</v></c><c r="B1"><v>1</v></c>') },
      "cellule B1 : deux fois dans la feuille",
    ],
    [
      "a style that does not exist",
      { rows: one('<c/><c s="1"><v>1</v></c>') },
      "cellule 2 de la ligne 1 : style inconnu",
    ],
    ["a number that is none", { rows: one('<c r="C1"><v>1x2</v></c>') }, "cellule C1 : nombre impossible « 1x2 »"],
    ["a number that begins otherwise", { rows: value("x12") }, "nombre impossible"],
    ["a number that ends otherwise", { rows: value("12x") }, "nombre impossible"],
    ["a number of another base", { rows: value("0x0C") }, "nombre impossible « 0x0C »"],
    ["a number without end", { rows: value("1e999") }, "nombre impossible"],
    ["a long number that is none", { rows: value("x".repeat(50)) }, `« ${"x".repeat(40)} »`],
    ["a date that is none", { rows: value("2026-02-30", 't="d"') }, "date impossible « 2026-02-30 »"],
    ["an unknown type", { rows: value("1", 't="z"') }, "type inconnu « z »"],
    [
      "a shared text beyond the last",
      { rows: value("1", 't="s"'), texts: "<si><t>a</t></si>" },
      "texte partagé introuvable",
    ],
    [
      "a shared text of no number",
      { rows: value("0x", 't="s"'), texts: "<si><t>a</t></si>" },
      "texte partagé introuvable",
    ],
    ["two values", { rows: one('<c r="A1"><v>1</v><v>2</v></c>') }, "cellule A1 : plusieurs valeurs"],
    ["a value and a text", { rows: one('<c r="A1" t="inlineStr"><v>1</v><is><t>2</t></is></c>') }, "plusieurs valeurs"],
    ["a value in pieces", { rows: one('<c r="A1"><v>1<v>2</v></v></c>') }, "plusieurs valeurs"],
    ["a cell within a cell", { rows: one('<c r="A1"><c r="B1"><v>1</v></c></c>') }, "une autre cellule dedans"],
    ["a text in a cell of numbers", { rows: one('<c r="A1"><is><t>2</t></is></c>') }, "texte de plusieurs façons"],
    [
      "a text of two texts",
      { rows: one('<c r="A1" t="inlineStr"><is><t>1</t><t>2</t></is></c>') },
      "texte de plusieurs façons",
    ],
    [
      "a shared text of two texts",
      { texts: "<si><t>a</t></si><si><t>1</t><t>2</t></si>" },
      "xl/sharedstrings.xml, texte 2 de plusieurs façons",
    ],
    ["a text of runs and a text", { texts: "<si><t>1</t><r><t>2</t></r></si>" }, "texte 1 de plusieurs façons"],
    ["a run of two texts", { texts: "<si><r><t>1</t></r><r><t>1</t><t>2</t></r></si>" }, "texte 1 de plusieurs façons"],
    ["a text in pieces", { texts: "<si><r><t>1<b/></t></r></si>" }, "texte 1 de plusieurs façons"],
    [
      "a run that is chosen",
      { texts: "<si><r><mc:AlternateContent/><t>1</t></r></si>" },
      "texte 1 de plusieurs façons",
    ],
    [
      "a value that is chosen",
      { rows: one('<c r="A1"><mc:AlternateContent/></c>') },
      "cellule A1 : contenu de remplacement",
    ],
    ["a cell that is chosen", { rows: '<row r="2"><mc:AlternateContent/></row>' }, "ligne 2 : contenu de remplacement"],
    ["a row of no number", { rows: '<row r="0"/>' }, "ligne « 0 » impossible"],
    ["a row of letters", { rows: '<row r="A"/>' }, "ligne « A » impossible"],
    ["a row too far", { rows: '<row r="1048577"/>' }, "ligne « 1048577 » impossible"],
    [
      "a row twice",
      { rows: `${value("1")}<row r="2"/>${one('<c r="B1"><v>2</v></c>')}` },
      "ligne 1 deux fois dans la feuille",
    ],
    ["rows elsewhere", { after: `<x>${value("1")}</x>` }, "cellules hors de la feuille"],
    [
      "rows of a chosen sheet",
      {
        parts: {
          [SHEET]: `<worksheet ${SPACES}><mc:AlternateContent><sheetData>${value("1")}</sheetData></mc:AlternateContent></worksheet>`,
        },
      },
      "cellules hors de la feuille",
    ],
    ["two lists of rows", { after: "<sheetData/>" }, "cellules hors de la feuille"],
    ["a sheet that is none", { parts: { [SHEET]: `<dialogsheet ${SPACES}/>` } }, "cellules hors de la feuille"],
    [
      "a sheet that is not in the file",
      { parts: { "xl/_rels/workbook.xml.rels": links({ r1: ["worksheet", "worksheets/autre.xml"] }) } },
      "xl/workbook.xml, feuille « IS101 » introuvable",
    ],
    [
      "a workbook that is none",
      { parts: { "xl/workbook.xml": `<worksheet ${SPACES}/>` } },
      "xl/workbook.xml sans classeur",
    ],
    ["no workbook", { parts: { "_rels/.rels": links({}) } }, "_rels/.rels, un classeur et un seul y est attendu"],
    ["links that are cut", { parts: { "_rels/.rels": "<Relationships>" } }, "_rels/.rels : "],
    ["a workbook that is cut", { parts: { "xl/workbook.xml": "<workbook>" } }, "xl/workbook.xml : "],
    ["a sheet that is cut", { parts: { [SHEET]: "<worksheet>" } }, `${SHEET} : `],
    ["styles that are cut", { parts: { "xl/styles.xml": "<styleSheet>" } }, "xl/styles.xml : "],
    ["shared texts that are cut", { parts: { "xl/sharedStrings.xml": "<sst>" } }, "xl/sharedstrings.xml : "],
  ])("%s", async (_, written, words) => {
    const result = await read({ styles: NO_STYLES, ...written });
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
    expect(result.issues[0]?.message).toContain("un classeur Excel (.xlsx)");
    expect(result.issues[0]?.actual).toContain(words);
  });

  it("one of its parts that has not its checksum", async () => {
    const whole = Buffer.from(xlsx({ rows: value("12"), styles: NO_STYLES }, 0));
    whole.write("13", whole.indexOf("<v>12") + 3);
    const result = await readXlsx(source("a.xlsx", whole));
    expect([...rules(result), result.issues[0]?.actual]).toEqual([
      "error file-unreadable",
      "partie « xl/worksheets/sheet1.xml » abîmée (somme de contrôle)",
    ]);
  });

  it("the last row and the last cell that there are are none of these", async () => {
    expect((await read({ rows: `${value("1")}<row r="1048576"/>` })).issues).toEqual([]);
  });
});

describe("the look of a cell", () => {
  const look = (style: Parameters<typeof styled>[0], parts: Written["parts"] = {}, before = "") =>
    cellOf({ rows: NUMBER, styles: before + styled(style), parts });
  const pattern = (type: string, fore: string, back = ""): string =>
    `<patternFill ${type === "" ? "" : `patternType="${type}"`}><fgColor rgb="FF${fore}"/>${back === "" ? "" : `<bgColor rgb="FF${back}"/>`}</patternFill>`;
  it.each([
    ["solid", "000000", "FFFFFF", HIDDEN],
    ["solid", "FFFFFF", "000000", seen("99")],
    ["none", "000000", "000000", seen("99")],
    ["", "000000", "000000", seen("99")],
    ["darkGray", "000000", "FFFFFF", HIDDEN],
    ["darkUp", "FFFFFF", "000000", seen("99")],
    ["lightUp", "FFFFFF", "000000", HIDDEN],
    ["gray125", "000000", "FFFFFF", seen("99")],
  ])("its fill of the pattern %j, %s on %s", async (type, fore, back, expected) => {
    expect(await look({ fill: pattern(type, fore, back) })).toEqual(expected);
  });

  it.each([
    ['<strike val="true"/>', seen("", "struck 99")],
    ['<strike val="1"/>', seen("", "struck 99")],
    ['<strike val="false"/>', seen("99")],
    ['<vertAlign val="subscript"/>', seen("99", "unsure")],
    ['<vertAlign val="baseline"/>', seen("99")],
    ['<sz val="2"/>', HIDDEN],
    ['<sz val="3"/>', seen("99")],
    ['<color rgb="FFFFFF"/>', HIDDEN],
    ['<color rgb="xyz"/>', seen("99")],
    ['<color theme="99"/>', seen("99")],
    ['<color auto="1"/>', seen("99")],
    ['<color theme="1"/>', seen("99")],
    ['<color theme="0" tint="-0.5"/>', seen("99")],
    ['<color rgb="FF000000" tint="0.95"/>', HIDDEN],
    ['<color rgb="FFFFFFFF" theme="1" indexed="8"/>', HIDDEN],
    ['<color theme="0" indexed="8"/>', HIDDEN],
    ['<color indexed="64"/>', seen("99")],
    ['<rFont val="Wingdings"/>', seen("99", "unsure")],
  ])("its font %s", async (font, expected) => {
    expect(await look({ font })).toEqual(expected);
  });

  it("the colours of the theme of its file, whose scheme has the dark ones first", async () => {
    const colour = (n: number, rgb: string) => `<a:c${n}><a:srgbClr val="${rgb}"/></a:c${n}>`;
    const theme = (list: readonly string[]) => ({
      "xl/theme/theme1.xml": `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:clrScheme>\n<a:c0><a:sysClr val="windowText" lastClr="${list[0]}"/></a:c0>${list
        .slice(1)
        .map((rgb, i) => colour(i + 1, rgb))
        .join("\n")}</a:clrScheme></a:theme>`,
      "xl/_rels/workbook.xml.rels": links({
        r1: ["worksheet", "worksheets/sheet1.xml"],
        r2: ["styles", "styles.xml"],
        r3: ["sharedStrings", "sharedStrings.xml"],
        r4: ["theme", "theme/theme1.xml"],
      }),
    });
    const whites = async (white: number): Promise<readonly number[]> => {
      const list = Array.from({ length: 6 }, (_, i) => (i === white ? "FFFFFF" : "111111"));
      const found: number[] = [];
      for (const index of [0, 1, 2, 3, 4, 5])
        if ((await look({ font: `<color theme="${index}"/>` }, theme(list))).text === "") found.push(index);
      return found;
    };
    expect([await whites(0), await whites(1), await whites(2), await whites(3), await whites(4)]).toEqual([
      [1],
      [0],
      [3],
      [2],
      [4],
    ]);
  });

  it("the colours of the palette of its file, after the eight that are fixed", async () => {
    const palette = `<colors><indexedColors>${Array.from({ length: 10 }, (_, i) => `<rgbColor rgb="00${i === 9 || i === 1 ? "FFFFFF" : "111111"}"/>`).join("")}</indexedColors></colors>`;
    const index = async (n: number) => (await look({ font: `<color indexed="${n}"/>` }, {}, palette)).text;
    expect([await index(1), await index(8), await index(9)]).toEqual(["", "99", ""]);
    const short = `<colors><indexedColors>${'<rgbColor rgb="00111111"/>'.repeat(8)}</indexedColors></colors>`;
    expect((await look({ font: '<color indexed="9"/>' }, {}, short)).text).toBe("");
  });

  it("a piece of text has its own look, of which nothing is that of the first font of the file", async () => {
    const styles = "<fonts><font><strike/></font></fonts><cellXfs><xf/></cellXfs>";
    const texts = "<si><r><rPr><b/></rPr><t>1</t></r><r><t>2</t></r></si>";
    expect(await cellOf({ rows: value("0", 't="s"'), styles, texts })).toEqual(seen("1", "struck 2"));
  });

  it("its number format by its number; a style of another file's fonts and fills is plain", async () => {
    const styles =
      '<fonts><font/></fonts><cellXfs><xf/><xf numFmtId="9" fontId="7" fillId="7" borderId="7"/></cellXfs>';
    expect(await cellOf({ rows: NUMBER, styles })).toEqual(seen("9900%"));
    expect(await cellOf({ rows: NUMBER, styles: "" })).toEqual(seen("99"));
    expect(await cellOf({ rows: NUMBER, styles: NO_STYLES.replace("<xf/>", '<xf/><xf numFmtId="999"/>') })).toEqual(
      seen("99"),
    );
  });
});

describe("a conditional format", () => {
  const WHITE = '<font><color rgb="FFFFFFFF"/></font>';
  const STRUCK = "<font><strike/></font>";
  const dxfs = (...list: readonly string[]): string =>
    styled({ more: `<dxfs>${list.map((dxf) => `<dxf>${dxf}</dxf>`).join("")}</dxfs>` });
  const X14 =
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
  const over = (sqref: string, rules_: string) =>
    `<conditionalFormatting sqref="${sqref}">${rules_}</conditionalFormatting>`;
  const rule = (attributes: string, ...formulas: readonly string[]) =>
    `<cfRule priority="1" dxfId="0" ${attributes}>${formulas.map((formula) => `<formula>${formula}</formula>`).join("")}</cfRule>`;
  const TRUE = rule('type="expression"', "TRUE");
  const figure = (after: string, ...list: readonly string[]) =>
    cellOf({ rows: value("99"), after, styles: dxfs(...(list.length > 0 ? list : [WHITE])) });

  it.each([
    ["TRUE", HIDDEN],
    ["true()", HIDDEN],
    ["1", HIDDEN],
    ["FALSE", seen("99")],
    ["FALSE()", seen("99")],
    ["0", seen("99")],
    ["TRUE&gt;1", seen("99", "unsure")],
    ["NOT(TRUE)", seen("99", "unsure")],
    ["10", seen("99", "unsure")],
  ])("by the formula %s", async (formula, expected) => {
    expect(await figure(over("A1", rule('type="expression"', formula)))).toEqual(expected);
  });

  it.each([
    ["equal", ["99"], true],
    ["equal", ["98"], false],
    ["notEqual", ["98"], true],
    ["notEqual", ["99"], false],
    ["greaterThan", ["98.5"], true],
    ["greaterThan", ["99"], false],
    ["greaterThanOrEqual", ["99"], true],
    ["greaterThanOrEqual", ["100"], false],
    ["lessThan", ["100"], true],
    ["lessThan", ["99"], false],
    ["lessThanOrEqual", ["99"], true],
    ["lessThanOrEqual", ["98"], false],
    ["between", ["-1", "99"], true],
    ["between", ["99", "1"], true],
    ["between", ["1", "98"], false],
    ["notBetween", ["1", "98"], true],
    ["notBetween", ["1", "99"], false],
  ])("of a figure that is %s to %j", async (operator, bounds, holds) => {
    const after = over("A1", rule(`type="cellIs" operator="${operator}"`, ...bounds));
    expect(await figure(after)).toEqual(holds ? HIDDEN : seen("99"));
  });

  it.each([
    ['type="cellIs" operator="between"', ["1"]],
    ['type="cellIs" operator="equal"', ["$B$1"]],
    ['type="cellIs" operator="equal"', ["99%"]],
    ['type="cellIs" operator="any"', ["99"]],
    ['type="top10"', ["1"]],
    ['type="cellIs" operator="equal"', []],
  ])("of which it is not known whether it holds: %s %j", async (attributes, formulas) => {
    expect(await figure(over("A1", rule(attributes, ...formulas)))).toEqual(seen("99", "unsure"));
  });

  it.each([
    ["A1", true],
    ["B1", false],
    ["A2", false],
    ["C3 A1:B2", true],
    ["A:A", true],
    ["$A:$B", true],
    ["B:C", false],
    ["1:1", true],
    ["$1:$9", true],
    ["2:9", false],
    ["", false],
  ])("lies over %j: %s", async (sqref, lies) => {
    expect(await figure(over(sqref, TRUE))).toEqual(lies ? HIDDEN : seen("99"));
  });

  it("the one of the first priority wins, wherever it stands", async () => {
    const [white, struck] = [1, 2].map(
      (priority, i) => `<cfRule priority="${priority}" dxfId="${i}" type="expression"><formula>TRUE</formula></cfRule>`,
    );
    const black = '<font><color rgb="FF000000"/></font>';
    for (const order of [`${white}${struck}`, `${struck}${white}`]) {
      expect(await figure(over("A1", order), WHITE, black)).toEqual(HIDDEN);
      expect(await figure(over("A1", order), black, WHITE)).toEqual(seen("99"));
    }
    const late = `<cfRule dxfId="1" type="expression"><formula>TRUE</formula></cfRule>`;
    expect(await figure(over("A1", `${late}${TRUE}`), WHITE, black)).toEqual(HIDDEN);
  });

  it("that says to stop leaves out those after it where it holds, even if it changes nothing", async () => {
    const rule = (more: string, formula = "TRUE") =>
      `<cfRule type="expression" ${more}><formula>${formula}</formula></cfRule>`;
    const white = rule('priority="2" dxfId="0"');
    expect(await figure(over("A1", white + rule('priority="1" stopIfTrue="1"')), WHITE)).toEqual(seen("99"));
    for (const first of [
      rule('priority="1"'),
      rule('priority="1" stopIfTrue="0"'),
      rule('priority="3" stopIfTrue="1"'),
      rule('priority="1" stopIfTrue="1"', "FALSE"),
    ])
      expect([first, await figure(over("A1", first + white), WHITE)]).toEqual([first, HIDDEN]);
  });

  it("changes what it says, and nothing where it names no look", async () => {
    expect(await figure(over("A1", TRUE), STRUCK)).toEqual(seen("", "struck 99"));
    expect(await figure(over("A1", TRUE), '<numFmt numFmtId="170" formatCode="0%"/>')).toEqual(seen("9900%"));
    expect(await figure(over("A1", TRUE), '<fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill>')).toEqual(
      HIDDEN,
    );
    expect(
      await figure(
        over("A1", TRUE),
        `<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill>`,
      ),
    ).toEqual(HIDDEN);
    expect(
      await figure(
        over("A1", TRUE),
        `<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/><bgColor rgb="FFFFFF00"/></patternFill></fill>`,
      ),
    ).toEqual(seen("99"));
    expect(await figure(over("A1", TRUE.replace('dxfId="0"', 'dxfId="7"')))).toEqual(seen("99"));
    expect(await figure(over("A1", TRUE.replace('dxfId="0"', "")))).toEqual(seen("99"));
    const inked = {
      rows: NUMBER,
      after: over("A1", TRUE),
      styles: styled({ font: "<strike/>", more: `<dxfs><dxf><font><b/></font></dxf></dxfs>` }),
    };
    expect(await cellOf(inked)).toEqual(seen("", "struck 99"));
    const white = {
      ...inked,
      styles: styled({ font: '<color rgb="FFFFFFFF"/>', more: "<dxfs><dxf><font><b/></font></dxf></dxfs>" }),
    };
    expect(await cellOf(white)).toEqual(HIDDEN);
  });

  const bars = (content: string, type = "dataBar") =>
    over("A1", `<cfRule type="${type}" priority="1">${content}</cfRule>`);
  it.each([
    ['<dataBar showValue="false"/>', seen("", "otherwise 99")],
    ['<dataBar showValue="1"/>', seen("99")],
    ['<dataBar><color rgb="FF000000"/></dataBar>', seen("99", "unsure")],
    ['<dataBar showValue="0"><color rgb="FF000000"/></dataBar>', seen("", "otherwise 99")],
  ])("bars: %s", async (content, expected) => {
    expect(await figure(bars(content))).toEqual(expected);
  });

  it("icons in place of a figure hide it, not a text", async () => {
    const icons = bars('<iconSet showValue="0"/>', "iconSet");
    expect(await figure(icons)).toEqual(seen("", "otherwise 99"));
    expect(await cellOf({ rows: value("a", 't="str"'), after: icons, styles: NO_STYLES })).toEqual(seen("a"));
    expect(await figure(bars('<iconSet showValue="1"/>', "iconSet"))).toEqual(seen("99"));
  });

  it("of Excel 2010 and later: its range, its formula and its look are its own", async () => {
    const own = (formula: string, sqref: string) =>
      `<extLst ${X14}><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="cellIs" operator="greaterThan" priority="1"><xm:f>${formula}</xm:f><x14:dxf>${WHITE}</x14:dxf></x14:cfRule><xm:sqref> ${sqref} </xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    expect(await figure(own("98", "A1"), "")).toEqual(HIDDEN);
    expect(await figure(own("99", "A1"), "")).toEqual(seen("99"));
    expect(await figure(own("98", "B1:B9"), "")).toEqual(seen("99"));
    const scale = (content: string) => own("98", "A1").replace(/<x14:dxf>.*<\/x14:dxf>/, content);
    expect(await figure(scale('<x14:colorScale><x14:color rgb="FF000000"/></x14:colorScale>'))).toEqual(
      seen("99", "unsure"),
    );
    expect(await figure(scale('<x14:dataBar><x14:fillColor rgb="FF000000"/></x14:dataBar>'))).toEqual(
      seen("99", "unsure"),
    );
    expect(await figure(scale('<x14:dataBar showValue="0"/>').replace('type="cellIs"', 'type="dataBar"'))).toEqual(
      seen("", "otherwise 99"),
    );
  });
});

describe("a sheet", () => {
  it("its columns: several ranges, the usual width, more than there are", async () => {
    const rows = one(["A", "B", "C"].map((column) => `<c r="${column}1"><v>1</v></c>`).join(""));
    const hidden = async (before: string) => (await read({ rows, before, styles: NO_STYLES })).value[0]?.hiddenColumns;
    expect(
      await hidden('<cols><col min="1" max="1" hidden="1"/><col min="3" max="16384" hidden="true"/></cols>'),
    ).toEqual([0, 2]);
    expect(await hidden('<cols><col min="1" max="1" width="0.69"/><col min="2" max="2" width="0.7"/></cols>')).toEqual([
      0,
    ]);
    expect(await hidden('<sheetFormatPr defaultColWidth="0"/><cols><col min="2" max="2" width="9"/></cols>')).toEqual([
      0, 2,
    ]);
    expect(await hidden('<sheetFormatPr defaultColWidth="0"/><cols><col min="2" max="2"/></cols>')).toEqual([0, 1, 2]);
    expect(await hidden('<cols><col min="1" max="3" hidden="0" width="9"/></cols>')).toBeUndefined();
    expect(await hidden('<cols><col min="1" max="3" style="1"/></cols>')).toBeUndefined();
  });

  it("its rows: hidden, of no height, of the usual height", async () => {
    const rows = (first: string, second: string) =>
      `<row r="1" ${first}><c><v>1</v></c></row><row r="2" ${second}><c><v>2</v></c></row>`;
    const hidden = async (written: Written) => (await read({ styles: NO_STYLES, ...written })).value[0]?.hiddenRows;
    expect(await hidden({ rows: rows('hidden="true"', "") })).toEqual([0]);
    expect(await hidden({ rows: rows('ht="5"', 'ht="4.9"') })).toEqual([1]);
    expect(await hidden({ rows: rows('hidden="0" ht="20"', 'hidden="1" ht="20"') })).toEqual([1]);
    expect(await hidden({ rows: rows("", ""), before: '<sheetFormatPr defaultRowHeight="15"/>' })).toBeUndefined();
  });

  it("a merge said twice is one; merges of two lists are all read", async () => {
    const after =
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A1:B1"/><mergeCell ref="x"/><mergeCell/></mergeCells>';
    expect(
      show((await read({ rows: `${value("1")}<row r="2"><c r="B2"><v>2</v></c></row>`, after })).value[0]),
    ).toEqual(["1{1x2}|^", "|2"]);
  });

  it("its view: zeros, and formulas in place of results", async () => {
    const view = (attributes: string) => `<sheetViews><sheetView ${attributes}/></sheetViews>`;
    const zero = (attributes: string) => cellOf({ rows: value("0"), before: view(attributes) });
    expect([await zero('showZeros="1"'), await zero('showZeros="false"')]).toEqual([seen("0"), seen("", "hidden 0")]);
    const formula = (attributes: string) =>
      cellOf({ rows: one('<c r="A1"><f>ROUND(B1,0)</f><v>4</v></c>'), before: view(attributes) });
    expect([await formula('showFormulas="true"'), await formula('showFormulas="0"')]).toEqual([
      seen("4", "unsure"),
      seen("4"),
    ]);
  });
});

describe("a formula", () => {
  const computed = (cells: string): Written => ({
    styles: NO_STYLES,
    rows: `${one('<c r="A1"><v>4</v></c><c r="B1"><v>5</v></c><c r="C1"><v>6</v></c>')}<row r="2">${cells}</row>`,
  });
  const stale = async (cells: string) =>
    (await read(computed(cells))).value[0]?.rows[1]?.map(({ beside }) => beside?.[0]?.kind === "stale");

  it("that cells share moves over rows and columns, each group by itself; its text may come again", async () => {
    expect(
      await stale(
        '<c r="A2"><f t="shared" si="0" ref="A2:B2">A1+1</f><v>5</v></c><c r="B2"><f t="shared" si="0"/><v>6</v></c><c r="C2"><f t="shared" si="0"/><v>6</v></c>',
      ),
    ).toEqual([false, false, true]);
    expect(
      await stale(
        '<c r="A2"><f t="shared" si="0">A1+1</f><v>5</v></c><c r="B2"><f t="shared" si="1">A1+2</f><v>6</v></c><c r="C2"><f t="shared" si="1"/><v>7</v></c>',
      ),
    ).toEqual([false, false, false]);
    expect(await stale('<c r="A2"><f t="shared" si="3"/><v>9</v></c><c r="B2"><f t="shared"/><v>9</v></c>')).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("of several cells at once, or of a table of data, is not checked; of one cell it is", async () => {
    expect(await stale('<c r="A2"><f t="array" ref="A2:B2">A1+B1</f><v>1</v></c>')).toEqual([false, false, false]);
    expect(await stale('<c r="A2"><f t="array" ref="A2">A1+B1</f><v>1</v></c>')).toEqual([true, false, false]);
    expect(await stale('<c r="A2"><f t="dataTable" ref="A2:A3">A1+B1</f><v>1</v></c>')).toEqual([false, false, false]);
    expect(await stale('<c r="A2"><f t="normal">A1+B1</f><v>1</v></c>')).toEqual([true, false, false]);
  });
});

describe("a table of a sheet", () => {
  const withTable = (attributes: string, { columns = "", style = "", styles = "", rows = "" } = {}): Written => ({
    rows,
    styles,
    parts: {
      "xl/worksheets/_rels/sheet1.xml.rels": links({ t: ["table", "../tables/table1.xml"] }),
      "xl/tables/table1.xml": `<table ${SPACES} ${attributes}><tableColumns>${columns}</tableColumns><tableStyleInfo name="${style}"/></table>`,
    },
  });

  it("has a header whose fill is not known: neither white nor black is hidden there, unless its cell has a fill", async () => {
    const white = {
      styles: styled({ font: '<color rgb="FFFFFFFF"/>' }),
      rows: `${NUMBER}<row r="2"><c r="A2" s="1"><v>98</v></c></row>`,
    };
    const shown = async (attributes: string, more = white) =>
      (await read(withTable(attributes, more))).value[0]?.rows.map(([cell]) => cell?.text);
    expect(await shown('ref="A1:A2"')).toEqual(["99", ""]);
    expect(await shown('ref="A1:A2" headerRowCount="1"')).toEqual(["99", ""]);
    expect(await shown('ref="A1:A2" headerRowCount="0"')).toEqual(["", ""]);
    expect(await shown('ref="A2:A3"')).toEqual(["", "98"]);
    expect(await shown('ref="B1:C2"')).toEqual(["", ""]);
    expect(await shown("")).toEqual(["", ""]);
    const filled = { ...white, styles: styled({ font: '<color rgb="FFFFFFFF"/>', fill: solid("FFFFFF") }) };
    expect(await shown('ref="A1:A2"', filled)).toEqual(["", ""]);
  });

  it("has a header of its own, beside that of another table", async () => {
    const table = (ref: string) => `<table ${SPACES} ref="${ref}"><tableColumns/></table>`;
    const { value } = await read({
      styles: styled({ font: '<color rgb="FFFFFFFF"/>' }),
      rows: `<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="1"><v>3</v></c></row>`,
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": links({
          t: ["table", "../tables/table1.xml"],
          u: ["table", "../tables/table2.xml"],
        }),
        "xl/tables/table1.xml": table("A1:A2"),
        "xl/tables/table2.xml": table("C1:C2"),
      },
    });
    expect(show(value[0])).toEqual(["1||3"]);
  });

  it("has columns that formulas name, under its header and above its totals", async () => {
    const rows = `${one('<c r="B1"><v>1</v></c><c r="C1"><v>2</v></c>')}<row r="2"><c r="B2"><v>3</v></c><c r="C2"><v>4</v></c></row><row r="3"><c r="B3"><v>5</v></c><c r="C3"><v>6</v></c></row>`;
    const columns = '<tableColumn name="un"/><tableColumn name="T 2"/>';
    const isStale = async (attributes: string, formula: string, total: number) => {
      const sum = `<row r="5"><c r="A5"><f>${formula}</f><v>${total}</v></c></row>`;
      const { value: grids } = await read(
        withTable(`ref="B1:C3" displayName="F" ${attributes}`, { columns, rows: rows + sum, styles: NO_STYLES }),
      );
      return grids[0]?.rows[4]?.[0]?.beside !== undefined;
    };
    expect([await isStale("", "SUM(F[un])", 8), await isStale("", "SUM(F[un])", 9)]).toEqual([false, true]);
    expect([await isStale("", "SUM(F[T 2])", 10), await isStale("", "SUM(F[T 2])", 8)]).toEqual([false, true]);
    expect([
      await isStale('headerRowCount="0"', "SUM(F[un])", 9),
      await isStale('headerRowCount="0"', "SUM(F[un])", 8),
    ]).toEqual([false, true]);
    expect([
      await isStale('totalsRowCount="1"', "SUM(F[un])", 3),
      await isStale('totalsRowCount="1"', "SUM(F[un])", 8),
    ]).toEqual([false, true]);
    expect(await isStale("", "SUM(F[trois])", 99)).toBe(false);
    expect([
      await isStale("", "2*SUM(F[un])-SUM(F[T 2])", 6),
      await isStale("", "2*SUM(F[un])-SUM(F[T 2])", 7),
    ]).toEqual([false, true]);
  });

  it("has a style of the file's own, of which each element may hide a figure of the table", async () => {
    const styles = (elements: string) =>
      styled({
        more: `<dxfs><dxf><font><b/></font></dxf><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs><tableStyles><tableStyle name="autre"><tableStyleElement dxfId="1"/></tableStyle><tableStyle name="own">${elements}</tableStyle></tableStyles>`,
      });
    const of = (elements: string, ref = "A1:A2") =>
      cellOf(
        withTable(`ref="${ref}" headerRowCount="0"`, { style: "own", styles: styles(elements), rows: value("99") }),
      );
    expect(await of('<tableStyleElement dxfId="0"/><tableStyleElement dxfId="1"/>')).toEqual(seen("99", "unsure"));
    expect(await of('<tableStyleElement dxfId="0"/><tableStyleElement dxfId="9"/><tableStyleElement/>')).toEqual(
      seen("99"),
    );
    expect(await of('<tableStyleElement dxfId="1"/>', "B1:B2")).toEqual(seen("99"));
  });

  it("has a style of white on dark, over which the colour and the fill of a cell of its own stand", async () => {
    const dark = `<dxf><font><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf>`;
    const of = (font: string, fill: string, style: string) =>
      cellOf(
        withTable('ref="A1:A2" headerRowCount="0"', {
          style: "own",
          styles: styled({
            font,
            fill,
            more: `<dxfs>${dark}</dxfs><tableStyles><tableStyle name="own"><tableStyleElement dxfId="0"/></tableStyle></tableStyles>`,
          }).replace('<font><sz val="11"/>', '<font><color theme="1"/>'),
          rows: value("99", style),
        }),
      );
    const black = '<color rgb="FF000000"/>';
    expect(await of("", "", "")).toEqual(seen("99"));
    expect(await of("<b/>", "", 's="1"')).toEqual(seen("99"));
    expect(await of(black, "", 's="1"')).toEqual(seen("99", "unsure"));
    expect(await of(black, solid("FFFFFF"), 's="1"')).toEqual(seen("99"));
    expect(await of("", solid("FFFFFF"), 's="1"')).toEqual(seen("99", "unsure"));
  });
});

describe("what is drawn over a sheet", () => {
  const XDR =
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const PICTURE = "<xdr:pic/>";
  const rows = [1, 2]
    .map((r) => `<row r="${r}">${["A", "B", "C"].map((c) => `<c r="${c}${r}"><v>${r}</v></c>`).join("")}</row>`)
    .join("");
  /** The places that are covered. */
  const covered = async (drawing: string, before = "") => {
    const { value: grids } = await read({
      styles: NO_STYLES,
      rows,
      before,
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": links({ d: ["drawing", "../drawings/drawing1.xml"] }),
        "xl/drawings/drawing1.xml": `<xdr:wsDr ${XDR}>${drawing}</xdr:wsDr>`,
      },
    });
    return (grids[0]?.rows ?? [])
      .flatMap((row, r) =>
        row.flatMap(({ beside }, c) => (beside?.[0]?.kind === "covered" ? [`${"ABC"[c]}${r + 1}`] : [])),
      )
      .join(" ");
  };
  const at = (name: string, col: number, row: number, colOff = 0, rowOff = 0) =>
    `<xdr:${name}><xdr:col>${col}</xdr:col><xdr:colOff>${colOff}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${rowOff}</xdr:rowOff></xdr:${name}>`;
  const two = (from: string, to: string, content = PICTURE) =>
    `<xdr:twoCellAnchor>${from}${to}${content}</xdr:twoCellAnchor>`;
  const WIDTH = 9 * 7 * 9_525;
  const HEIGHT = 15 * 12_700;

  it.each([
    [two(at("from", 0, 0), at("to", 2, 1)), "A1 B1"],
    [two(at("from", 1, 0), at("to", 2, 2)), "B1 B2"],
    [two(at("from", 0, 0, 0.81 * WIDTH), at("to", 2, 1)), "B1"],
    [two(at("from", 0, 0, 0.5 * WIDTH), at("to", 1, 1, 0.5 * WIDTH)), "A1 B1"],
    [two(at("from", 0, 0), at("to", 1, 0, 0, 0.5 * HEIGHT)), "A1"],
    [
      `<xdr:oneCellAnchor>${at("from", 1, 1)}<xdr:ext cx="${2 * WIDTH}" cy="${HEIGHT}"/>${PICTURE}</xdr:oneCellAnchor>`,
      "B2 C2",
    ],
    [
      `<xdr:oneCellAnchor>${at("from", 0, 0, 0.5 * WIDTH)}<xdr:ext cx="${WIDTH}" cy="${1.5 * HEIGHT}"/>${PICTURE}</xdr:oneCellAnchor>`,
      "A1 B1 A2 B2",
    ],
    [
      `<xdr:absoluteAnchor><xdr:pos x="${2 * WIDTH}" y="${HEIGHT}"/><xdr:ext cx="${WIDTH}" cy="${HEIGHT}"/>${PICTURE}</xdr:absoluteAnchor>`,
      "C2",
    ],
    [
      `<xdr:absoluteAnchor><xdr:pos x="${1.5 * WIDTH}" y="${0.5 * HEIGHT}"/><xdr:ext cx="${0.3 * WIDTH}" cy="${0.3 * HEIGHT}"/>${PICTURE}</xdr:absoluteAnchor>`,
      "B1",
    ],
  ])("%s covers %s", async (drawing, places) => {
    expect(await covered(drawing)).toBe(places);
  });

  it("counts the rows and columns as high and wide as they are", async () => {
    const drawing = `<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="${0.5 * WIDTH}" cy="${0.5 * HEIGHT}"/>${PICTURE}</xdr:absoluteAnchor>`;
    expect(await covered(drawing)).toBe("A1");
    expect(await covered(drawing, '<sheetFormatPr defaultColWidth="30" defaultRowHeight="15"/>')).toBe("");
    expect(await covered(drawing, '<sheetFormatPr defaultRowHeight="60"/>')).toBe("");
    expect(await covered(drawing, '<cols><col min="1" max="2" width="2.25"/></cols>')).toBe("A1 B1");
  });

  const box = (content: string) => two(at("from", 0, 0), at("to", 1, 1), `<xdr:sp>${content}</xdr:sp>`);
  it.each([
    ["a shape without fill", box('<xdr:spPr><a:prstGeom prst="rect"/><a:noFill/></xdr:spPr>'), ""],
    ["a shape whose line alone is none", box("<xdr:spPr><a:ln><a:noFill/></a:ln></xdr:spPr>"), "A1"],
    [
      "a shape without fill that holds a text",
      box(
        '<xdr:spPr><a:prstGeom prst="rect"/><a:noFill/></xdr:spPr><xdr:txBody><a:p><a:r><a:t>a</a:t></a:r></a:p></xdr:txBody>',
      ),
      "A1",
    ],
    [
      "a shape without fill that holds spaces",
      box(
        '<xdr:spPr><a:prstGeom prst="rect"/><a:noFill/></xdr:spPr><xdr:txBody><a:p><a:r><a:t> </a:t></a:r></a:p><a:p/></xdr:txBody>',
      ),
      "",
    ],
    ["a line", two(at("from", 0, 0, 0, 0.5 * HEIGHT), at("to", 1, 0, 0, 0.5 * HEIGHT), "<xdr:cxnSp/>"), "A1"],
    [
      "a chart",
      two(
        at("from", 0, 0),
        at("to", 1, 1),
        '<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="1"/></xdr:nvGraphicFramePr></xdr:graphicFrame>',
      ),
      "A1",
    ],
    ["a shape that is hidden", box('<xdr:nvSpPr><xdr:cNvPr id="1" hidden="true"/></xdr:nvSpPr>'), ""],
    [
      "a group that is hidden",
      two(
        at("from", 0, 0),
        at("to", 1, 1),
        '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr hidden="1"/></xdr:nvGrpSpPr><xdr:sp><xdr:nvSpPr><xdr:cNvPr/></xdr:nvSpPr></xdr:sp></xdr:grpSp>',
      ),
      "",
    ],
  ])("%s", async (_, drawing, places) => {
    expect(await covered(drawing)).toBe(places);
  });

  it("a text box of several pieces and paragraphs is read as it stands", async () => {
    const content = "<xdr:txBody><a:p><a:r><a:t>1</a:t></a:r><a:r><a:t>2</a:t></a:r></a:p></xdr:txBody>";
    const { value: grids } = await read({
      styles: NO_STYLES,
      rows: one('<c r="B1"><v>1</v></c>'),
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": links({ d: ["drawing", "../drawings/drawing1.xml"] }),
        "xl/drawings/drawing1.xml": `<xdr:wsDr ${XDR}>${box(content)}</xdr:wsDr>`,
      },
    });
    expect(grids[0]?.rows[0]?.[0]?.beside).toEqual([{ kind: "other", text: "12" }]);
  });

  it("a control of the sheet itself covers what it stands on", async () => {
    const after = `<controls ${XDR}><control><controlPr><anchor>${at("from", 0, 0)}${at("to", 1, 1)}</anchor></controlPr></control></controls>`;
    expect(await besides({ rows: value("9"), styles: NO_STYLES, after })).toEqual(["covered 9"]);
  });

  const vml = (shape: string, tag = "shape") => `<xml><v:${tag} style="position:absolute">${shape}</v:${tag}></xml>`;
  const client = (type: string, anchor: string, more = "") =>
    `<x:ClientData a="b" ObjectType="${type}">${more}<x:Anchor>\n ${anchor}</x:Anchor></x:ClientData>`;
  const OVER = "0, 0, 0, 0, 1, 0, 1, 0";
  it.each([
    ["a button", vml(client("Button", OVER)), true],
    ["a picture", vml(client("Pict", OVER), "image"), true],
    ["a rectangle", vml(client("Rect", OVER), "rect"), true],
    ["the list of a filter", vml(client("Drop", OVER)), false],
    ["a comment", vml(client("Note", OVER)), false],
    ["a comment that is shown", vml(client("Note", OVER, "<x:Visible></x:Visible>")), true],
    [
      "a comment that is shown by its style",
      vml(client("Note", OVER)).replace("absolute", "absolute;visibility:visible"),
      true,
    ],
    ["a button of three places", vml(client("Button", "0, 0, 0")), false],
    ["a button that says no place", vml('<x:ClientData ObjectType="Button"/>'), false],
    ["a shape of no object", vml(`<x:Anchor>${OVER}</x:Anchor>`), false],
    ["a button in the next row", vml(client("Button", "0, 0, 1, 0, 1, 0, 2, 0")), false],
    ["a button in the next column", vml(client("Button", "1, 0, 0, 0, 2, 0, 1, 0")), false],
    ["a button from the last fifth of the row on", vml(client("Button", "0, 0, 0, 17, 1, 0, 1, 0")), false],
    ["a button from the middle of the row on", vml(client("Button", "0, 0, 0, 10, 1, 0, 1, 0")), true],
    ["a button from the last fifth of the column on", vml(client("Button", "0, 52, 0, 0, 1, 0, 1, 0")), false],
    ["a button up to the middle of the cell", vml(client("Button", "0, 0, 0, 0, 0, 32, 0, 10")), true],
    [
      "two shapes, of which the second",
      `${vml(client("Button", "5, 0, 5, 0, 6, 0, 6, 0"))}${vml(client("Button", OVER))}`,
      true,
    ],
  ])("in the drawings of old: %s", async (_, drawing, hides) => {
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": links({ v: ["vmlDrawing", "../drawings/vmlDrawing1.vml"] }),
      "xl/drawings/vmlDrawing1.vml": drawing,
    };
    expect(await besides({ rows: value("9"), styles: NO_STYLES, parts })).toEqual([hides ? "covered 9" : undefined]);
  });

  it("a picture alone in a sheet is told, though it is in a group", async () => {
    const group = two(at("from", 0, 0), at("to", 1, 1), `<xdr:grpSp>${PICTURE}</xdr:grpSp>`);
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": links({ d: ["drawing", "../drawings/drawing1.xml"] }),
      "xl/drawings/drawing1.xml": `<xdr:wsDr ${XDR}>${group}</xdr:wsDr>`,
    };
    expect(rules(await read({ parts }))[0]).toBe("warning sheet-only-drawings");
  });

  it("a picture alone in a sheet, in the drawings of old too, is told", async () => {
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": links({ v: ["vmlDrawing", "../drawings/vmlDrawing1.vml"] }),
      "xl/drawings/vmlDrawing1.vml": vml(client("Pict", OVER)),
    };
    expect(rules(await read({ parts }))[0]).toBe("warning sheet-only-drawings");
  });
});
