/** The parts of an .xlsx: its sheets, what they refer to, and what is wrong with a file that is refused. */
import { describe, expect, it } from "vitest";
import { readXlsx } from "../../../../scripts/read/sheet/xlsx.ts";
import { rules, show, source } from "../../source.ts";
import {
  besides,
  cellOf,
  links,
  NO_STYLES,
  NUMBER,
  one,
  read,
  SPACES,
  seen,
  styled,
  value,
  type Written,
  xlsx,
} from "../hand-made-xlsx.ts";

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
    const rows = one('<c r="A1"><f>INDIRECT(B1)</f><v>4</v></c>');
    for (const [calcPr, stale] of [
      ['fullCalcOnLoad="true"', true],
      ['fullCalcOnLoad="0"', false],
      ['fullCalcOnLoad="false" calcCompleted="true"', false],
      ['calcCompleted="false"', true],
    ] as const)
      expect(await besides({ rows, styles: NO_STYLES, workbook: `<calcPr ${calcPr}/>` })).toEqual([
        stale ? "stale INDIRECT(B1)" : undefined,
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
