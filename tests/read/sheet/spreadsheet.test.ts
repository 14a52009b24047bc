import { type BookType, utils, type WorkSheet, write } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readOds } from "../../../scripts/read/sheet/ods.ts";
import { readXls } from "../../../scripts/read/sheet/xls.ts";
import { readXlsx } from "../../../scripts/read/sheet/xlsx.ts";
import { rules, show, source } from "../source.ts";

const book = (sheets: Record<string, WorkSheet>, bookType: BookType, hidden: readonly number[] = []): Uint8Array => {
  const workbook = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(workbook, sheet, name);
  workbook.Workbook = { Sheets: Object.keys(sheets).map((_, i) => ({ Hidden: hidden.includes(i) ? 1 : 0 })) };
  return new Uint8Array(write(workbook, { type: "buffer", bookType }) as Buffer);
};
const READERS = { biff8: readXls, xlml: readXls, xlsx: readXlsx } as const;
const kinds = Object.keys(READERS) as (keyof typeof READERS)[];

const sheetOf = (rows: unknown[][], formats: Record<string, string> = {}): WorkSheet => {
  const sheet = utils.aoa_to_sheet(rows);
  for (const [place, format] of Object.entries(formats)) {
    const cell: unknown = sheet[place];
    Object.assign(cell as object, { z: format });
  }
  return sheet;
};

describe.each(kinds)("a workbook (%s)", (kind) => {
  const readBook = (sheets: Record<string, WorkSheet>, hidden?: readonly number[]) =>
    READERS[kind](source("état.xls", book(sheets, kind, hidden)));

  it("gives its sheets, the hidden ones too, with text as typed", async () => {
    const result = await readBook(
      { Été: sheetOf([["Cœur d'été", "1 012", "007"], [], ["x", 12, ""]]), Masquée: sheetOf([["a", 1]]) },
      [1],
    );
    expect(result.value.map((g) => [g.part, g.hidden])).toEqual([
      ["Été", undefined],
      ["Masquée", true],
    ]);
    expect(show(result.value[0])).toEqual(["Cœur d'été|1 012|007", "||", "x|12|"]);
    expect(result.issues).toEqual([]);
  });

  it("keeps merged cells as spans, cut at the edge of what is filled", async () => {
    const sheet = sheetOf([
      ["Type", "T1 2026", "", ""],
      ["", "Police", "Gend.", "Total"],
    ]);
    sheet["!merges"] = [utils.decode_range("A1:A2"), utils.decode_range("B1:D1")];
    const wide = sheetOf([["Titre"], ["a", "b"]]);
    wide["!merges"] = [utils.decode_range("A1:Z1")];
    const result = await readBook({ A: sheet, B: wide });
    expect(show(result.value[0])).toEqual(["Type{2x1}|T1 2026{1x3}|^|^", "^|Police|Gend.|Total"]);
    expect(show(result.value[1])).toEqual(["Titre{1x2}|^", "a|b"]);
  });

  it("shows a plain number whole, a percentage, a sign or a word as its format does, a date in French", async () => {
    const rows: [unknown, string, string][] = [
      [1012, "#,##0", "1012"],
      [1234.5678, "#,##0", "1234,5678"],
      [0.4545, "0.00%", "45,45%"],
      [-0.2, "+0.00%;-0.00%", "-20,00%"],
      [0, "0.00%", "0,00%"],
      [5, "+0;-0;0", "+5"],
      [-5, "+0;-0;0", "-5"],
      [0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-', "0"],
      [7, '0" fait(s)"', "7 fait(s)"],
      [46112, "mmm-yy", "mars 2026"],
      [46112, "dd/mm/yyyy", "31/03/2026"],
      [46112, "yyyy", "2026"],
      [0.00783, "General", "0,00783"],
      [true, "General", "VRAI"],
    ];
    const formats = Object.fromEntries(rows.map(([, format], i) => [`A${i + 1}`, format]));
    const result = await readBook({
      A: sheetOf(
        rows.map(([value]) => [value]),
        formats,
      ),
    });
    expect(show(result.value[0])).toEqual(rows.map(([, , shown]) => shown));
    expect(result.issues).toEqual([]);
  });

  it("ends a merge with the last row that holds something", async () => {
    const sheet = sheetOf([["a", "b"]]);
    sheet["!merges"] = [utils.decode_range("A1:A9000")];
    const bytes = book({ A: sheet }, kind);
    const result = await READERS[kind](source("a.xls", bytes));
    expect(show(result.value[0])).toEqual(["a|b"]);
  });

  it("gives a number shown in thousands as it is shown, with what is stored beside; grouped digits are nothing to say", async () => {
    const sheet = sheetOf([["a", 10400, 10400]], { B1: "#,##0,", C1: "#,##0" });
    const result = await readBook({ A: sheet });
    expect(show(result.value[0])).toEqual(["a|10|10400"]);
    expect(result.value[0]?.rows[0]?.map(({ beside }) => beside)).toEqual([
      undefined,
      [{ kind: "otherwise", text: "10400" }],
      undefined,
    ]);
  });

  it("is refused when cut in the middle", async () => {
    const bytes = book({ A: sheetOf(Array.from({ length: 60 }, (_, i) => [`ligne ${i}`, i])) }, kind);
    const result = await READERS[kind](source("a.xls", bytes.subarray(0, bytes.length / 2)));
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
  });
});

describe("an .xlsx", () => {
  const parts = unzipSync(
    book(
      {
        A: sheetOf([
          ["Vols", 12],
          ["Homicides", 3],
        ]),
      },
      "xlsx",
    ),
  );
  const name = "xl/worksheets/sheet1.xml";
  const xml = new TextDecoder().decode(parts[name]);
  const altered = (change: (xml: string) => string) =>
    readXlsx(source("a.xlsx", zipSync({ ...parts, [name]: strToU8(change(xml)) })));

  it("is read as it is", async () => {
    expect(show((await altered((x) => x)).value[0])).toEqual(["Vols|12", "Homicides|3"]);
  });

  it.each([
    ["broken XML", (x: string) => x.replace("</row>", "")],
    ["a number that is none", (x: string) => x.replace("<v>12</v>", "<v>1x2</v>")],
    ["a cell twice", (x: string) => x.replace('r="B2"', 'r="B1"')],
    ["a cell within a cell", (x: string) => x.replace("<v>12</v>", '<c r="D9"><v>1</v></c>')],
    ["two values in a cell", (x: string) => x.replace("<v>12</v>", "<v>1</v><v>2</v>")],
    ["a value in two pieces", (x: string) => x.replace("<v>12</v>", "<v>1<v>2</v></v>")],
    ["an entity of its own", (x: string) => x.replace("?>", '?><!DOCTYPE x [<!ENTITY e "9">]>')],
  ])("is refused with %s", async (_, change) => {
    const result = await altered(change);
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
  });

  it("costs nothing when its dimension lies or an empty row is the last possible", async () => {
    const result = await altered((x) =>
      x
        .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')
        .replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"/></row></sheetData>'),
    );
    expect(show(result.value[0])).toEqual(["Vols|12", "Homicides|3"]);
  });

  it("tells raised digits from the figure that they follow", async () => {
    const run = (text: string, properties = "") =>
      `<r><rPr>${properties}<sz val="8"/></rPr><t xml:space="preserve">${text}</t></r>`;
    const rich = `${run("12")}${run("1 &#50;", '<vertAlign val="superscript"/>')}${run(" faits", '<vertAlign val="subscript"/>')}`;
    const result = await altered((x) =>
      x.replace(/<c r="B1"[^>]*>.*?<\/c>/, `<c r="B1" t="inlineStr"><is>${rich}</is></c>`),
    );
    expect(result.issues).toEqual([]);
    expect(show(result.value[0])).toEqual(["Vols|12¹ ² faits", "Homicides|3"]);
  });

  it("may hold as many cells as the limits allow", { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 500 }, (_, r) => Array.from({ length: 100 }, (_, c) => r * c));
    const result = await readXlsx(source("large.xlsx", book({ A: sheetOf(rows) }, "xlsx")));
    expect(result.issues).toEqual([]);
    expect(result.value[0]?.rows[499]?.[99]?.text).toBe(String(499 * 99));
  });

  it("names what stands under merged cells", async () => {
    const result = await altered((x) =>
      x.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
    );
    expect(show(result.value[0])).toEqual(["Vols{1x2}|^", "Homicides|3"]);
    expect(rules(result)).toEqual(["warning text-under-merged-cells"]);
    expect(result.issues[0]?.message).toContain("B1");
  });

  it("names the formulas whose value is not stored, and reads them as empty", async () => {
    const result = await altered((x) => x.replace("<v>12</v>", "<f>1+1</f>"));
    expect(show(result.value[0])).toEqual(["Vols|", "Homicides|3"]);
    expect(rules(result)).toEqual(["warning formula-without-value"]);
    expect(result.issues[0]?.message).toContain("B1");
  });
});

describe("an .ods", () => {
  const ods = (body: string, styles = "") =>
    readOds(
      source(
        "a.ods",
        zipSync({
          mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
          "content.xml": strToU8(
            `<office:document-content ${["office", "table", "text", "style"]
              .map((p) => `xmlns:${p}="urn:oasis:names:tc:opendocument:xmlns:${p}:1.0"`)
              .join(
                " ",
              )}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
          ),
        }),
      ),
    );
  const cell = (text: string, attributes = "") =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
  const table = (rows: string, attributes = "") => `<table:table table:name="F" ${attributes}>${rows}</table:table>`;
  const float = (value: string, shown: string) => cell(shown, `office:value-type="float" office:value="${value}"`);

  it("gives spans, repeated cells, and rows and columns at their places", async () => {
    const result = await ods(
      table(
        row(`${cell("T1", 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell("x")}`) +
          row("<table:table-cell/>", 'table:number-rows-repeated="2"') +
          row(`<table:table-cell table:number-columns-repeated="2"/>${cell("a")}`) +
          row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048572"'),
      ),
    );
    expect(show(result.value[0])).toEqual(["T1{1x2}|^|x", "||", "||", "||a"]);
    expect(result.issues).toEqual([]);
  });

  it("tells numbers from their stored value, whatever the language they are shown in", async () => {
    const result = await ods(
      table(
        row(
          float("1012", "1,012") +
            float("1234.5", "1,235") +
            float("5", "+5") +
            float("0", "-") +
            float("7", "7 fait(s)") +
            float("-7", "-7 fait(s)") +
            cell("45.45%", 'office:value-type="percentage" office:value="0.4545"') +
            cell("Mar-26", 'office:value-type="date" office:date-value="2026-03-31"') +
            cell("1 012", 'office:value-type="string"'),
        ),
      ),
    );
    expect(show(result.value[0])).toEqual(["1012|1234,5|+5|0|7 fait(s)|-7 fait(s)|45,45 %|mars 2026|1 012"]);
  });

  it("gives a row of figures that is written once and repeated as often as it stands there", async () => {
    const result = await ods(
      table(row(cell("a") + float("3", "3"), 'table:number-rows-repeated="3"') + row(cell("b") + float("4", "4"))),
    );
    expect(show(result.value[0])).toEqual(["a|3", "a|3", "a|3", "b|4"]);
  });

  it("names what stands under merged cells, and formulas without a value", async () => {
    const result = await ods(
      table(
        row(
          `${cell("T1", 'table:number-columns-spanned="2"')}<table:covered-table-cell><text:p>12</text:p></table:covered-table-cell>` +
            `<table:table-cell table:formula="of:=1"/>${cell("x")}`,
        ),
      ),
    );
    expect(show(result.value[0])).toEqual(["T1{1x2}|^||x"]);
    expect(rules(result)).toEqual(["warning formula-without-value", "warning text-under-merged-cells"]);
    expect(result.issues.map((i) => i.message).join()).toMatch(/C1.*B1/);
  });

  it("tells raised digits from the figure that they follow", async () => {
    const style =
      '<style:style style:name="r" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';
    const result = await ods(table(row(cell('12<text:span text:style-name="r">1</text:span>'))), style);
    expect(show(result.value[0])).toEqual(["12¹"]);
  });

  it("reads hidden sheets too, and says that they are", async () => {
    const style =
      '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const result = await ods(table(row(cell("a")), 'table:style-name="h"'), style);
    expect(result.value.map((g) => g.hidden)).toEqual([true]);
  });

  it("is refused when something is repeated without end", async () => {
    const rows = await ods(table(row(cell("a"), 'table:number-rows-repeated="1048576"')));
    expect(rules(rows)).toEqual(["warning file-too-large"]);
    const columns = await ods(table(row(cell("a", 'table:number-columns-repeated="16384"'))));
    expect(rules(columns)).toEqual(["warning file-too-large"]);
  });
});
