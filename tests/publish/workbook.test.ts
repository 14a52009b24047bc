/** tableaux.xlsx, opened by two readers that did not write it: the program's own, and SheetJS. */
import { readFileSync } from "node:fs";
import * as XLSX from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Bulletin, Edition } from "../../scripts/model/document/bulletin.ts";
import type { Table } from "../../scripts/model/document/table.ts";
import { showHidden } from "../../scripts/model/hidden-characters.ts";
import { writeWorkbook } from "../../scripts/publish/workbook/workbook.ts";
import { readXlsx } from "../../scripts/read/sheet/xlsx.ts";
import { anyText, fc, runs } from "../fast-check.ts";
import { source } from "../read/source.ts";

const { bulletin } = JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition;
const bytes = writeWorkbook(bulletin);
const book = XLSX.read(bytes);

const blocks = bulletin.sections.flatMap((section) => section.blocks);
const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));

const partsOf = (workbook: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(workbook)).map(([name, content]) => [name, strFromU8(content)]));
const parts = partsOf(bytes);
const sheetXml = (name: string): string => parts[`xl/worksheets/sheet${book.SheetNames.indexOf(name) + 1}.xml`] ?? "";

/** Cells of a sheet, its rows from the first. */
const cellsOf = (name: string, from = book): readonly (readonly (XLSX.CellObject | undefined)[])[] => {
  const sheet = from.Sheets[name] ?? {};
  const { e } = XLSX.utils.decode_range(sheet["!ref"] ?? "A1");
  return Array.from({ length: e.r + 1 }, (_, r) =>
    Array.from({ length: e.c + 1 }, (_, c) => sheet[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined),
  );
};
/** Row of the head, from 0: the table of the part says where it stands. */
const headOf = (name: string): number => {
  const table = parts[`xl/tables/table${book.SheetNames.indexOf(name) + 1}.xml`] ?? "";
  return Number(/ref="A(\d+):/.exec(table)?.[1]) - 1;
};
const rowsOf = (name: string): readonly (readonly (XLSX.CellObject | undefined)[])[] =>
  cellsOf(name).slice(headOf(name) + 1);
/** As printed, but for what French typography and a spreadsheet write each in their way: "−1 012" => "-1012" */
const plain = (text: string): string => text.replaceAll("−", "-").replace(/[\s.,]/g, "");
const shown = (cell: XLSX.CellObject | undefined): string => plain(String(cell?.w ?? cell?.v ?? ""));

/** The bulletin with one table in place of all. */
const withTable = (own: Partial<Table>): Bulletin => {
  const table: Table = { id: "t1", number: 1, title: "Essai", columns: [], rows: [], champ: "", source: "", ...own };
  return { ...bulletin, sections: [{ id: "is101", title: "IS 101", blocks: [{ kind: "table", table }] }] };
};
/** A label a row, and a number. */
const withLabels = (labels: readonly string[]): Bulletin =>
  withTable({
    columns: [
      { id: "line", label: "Ligne", kind: "label" },
      { id: "count", label: "Nombre", kind: "number" },
    ],
    rows: labels.map((text, i) => ({ line: "x", level: i % 2 === 0 ? 0 : 1, cells: [{ text }, { text: "3" }] })),
  });
const valuesOf = (name: string, of: Bulletin) =>
  cellsOf(name, XLSX.read(writeWorkbook(of))).map((row) => row.map((cell) => cell?.v));

describe("tableaux.xlsx", () => {
  test("holds a presentation, the contents, the notes, then one sheet a table", () => {
    expect(book.SheetNames.slice(0, 3)).toEqual(["Présentation", "Sommaire", "Notes"]);
    const named = book.SheetNames.slice(3);
    expect(named).toEqual(tables.map(({ number }) => `Tableau ${number}`));
    for (const name of book.SheetNames) expect(name.length).toBeLessThanOrEqual(31);
  });

  test("says in each sheet what the bulletin prints, and every number of it is a number", () => {
    let numbers = 0;
    for (const { number, columns, rows } of tables) {
      const sheet = rowsOf(`Tableau ${number}`);
      const lines = rows.filter((row) => !row.isTheme); // the heading of a theme is no line
      expect(sheet).toHaveLength(lines.length);
      for (const [r, { cells }] of lines.entries()) {
        const found = sheet[r] ?? [];
        const texts = found.map(shown);
        for (const [c, { text }] of cells.entries()) {
          if (columns[c]?.kind === "sparkline") continue;
          const [value = "", percent] =
            columns[c]?.kind === "number" && text !== "" ? text.replace(/ \/ .*/, "").split(/ (?=\()/) : [text || "–"]; // "−3 (−14 %)" stands in two columns
          expect(texts).toContain(plain(value));
          if (percent !== undefined)
            expect(texts).toContain(
              plain(/%\)$/.test(percent) ? percent.replace(/[()]/g, "") : text.slice(value.length + 1)),
            );
          if (columns[c]?.kind !== "number" || !/\d/.test(text)) continue;
          numbers += 1;
          expect(found.filter((cell) => shown(cell) === plain(value)).some((cell) => cell?.t === "n")).toBe(true);
        }
      }
    }
    expect(numbers).toBeGreaterThan(100);
  });

  test("leaves out a column of drawings, which no spreadsheet can add up", () => {
    const drawn = tables.filter(({ columns }) => columns.some(({ kind }) => kind === "sparkline"));
    expect(drawn.length).toBeGreaterThan(0);
    for (const { number, columns } of drawn) {
      const name = `Tableau ${number}`;
      const heads = (cellsOf(name)[headOf(name)] ?? []).map((cell) => String(cell?.v));
      for (const { kind, label } of columns)
        expect(
          heads.some((head) => head.endsWith(label)),
          `${name}: ${label}`,
        ).toBe(kind !== "sparkline");
    }
  });

  test("prints the head of each table on the pages of its own sheet, and the marking as it is written", () => {
    const titles = [...(parts["xl/workbook.xml"] ?? "").matchAll(/localSheetId="(\d+)">'([^']+)'!\$(\d+):/g)].map(
      ([, sheet, name = "", row]) => ({ name: book.SheetNames[Number(sheet)], of: name, row: Number(row) }),
    );
    expect(titles.length).toBeGreaterThan(tables.length);
    for (const { name, of, row } of titles) expect([name, row]).toEqual([of, headOf(of) + 1]);
    const marked = partsOf(writeWorkbook({ ...bulletin, banner: null, marking: "Police & mairie" }));
    // "&P" alone would be the number of the page
    expect(marked["xl/worksheets/sheet1.xml"]).toContain("&amp;LPolice &amp;&amp; mairie&amp;R");
    // Beyond 255 characters in a header, a spreadsheet says that the file is damaged.
    const long = partsOf(writeWorkbook({ ...bulletin, banner: null, marking: "Diffusion restreinte ".repeat(20) }));
    const [, header = ""] = /<oddHeader>(.*)<\/oddHeader>/.exec(long["xl/worksheets/sheet1.xml"] ?? "") ?? [];
    expect(header).toMatch(/^&amp;LDiffusion restreinte .*&amp;RPage &amp;P\/&amp;N$/);
    expect(header.length).toBeLessThan(255);
  });

  test("shows in bold what is printed in bold, and nothing else", () => {
    const written = withLabels(["Vols", "Armes"]);
    const strong: Bulletin = JSON.parse(
      JSON.stringify(written).replace('{"text":"3"}', '{"text":"3","emphasis":"strong"}'),
    );
    const sheet = partsOf(writeWorkbook(strong));
    const [, cells = ""] = (sheet["xl/styles.xml"] ?? "").split("<cellXfs");
    const fonts = [...cells.matchAll(/<xf [^>]*fontId="(\d)"/g)].map(([, font]) => font);
    const numbers = [...(sheet["xl/worksheets/sheet4.xml"] ?? "").matchAll(/s="(\d+)"><v>3</g)];
    expect(numbers.map(([, style]) => fonts[Number(style)])).toEqual(["1", "0"]);
  });

  test("a title is large, a head is bold, a link is underlined: by its font, for whoever does not tell colours", () => {
    const [before = "", cells = ""] = (parts["xl/styles.xml"] ?? "").split("<cellXfs");
    const fonts = [...before.matchAll(/<font>(.*?)<\/font>/g)].map(([, font = ""]) => font);
    const styles = [...cells.matchAll(/<xf [^>]*fontId="(\d)"/g)].map(([, font]) => fonts[Number(font)] ?? "");
    /** Look of the cells of a sheet at these places. */
    const looksOf = (name: string, places: RegExp): ReadonlySet<string> =>
      new Set(
        [...sheetXml(name).matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/g)].flatMap(([, at = "", style]) =>
          places.test(at) ? [styles[Number(style)]?.replace(/<name.*$/, "") ?? ""] : [],
        ),
      );
    for (const name of book.SheetNames) {
      expect([...looksOf(name, /^A1$/)], `${name}: title`).toEqual(['<b/><sz val="14"/>']);
      if (name !== "Présentation")
        expect([...looksOf(name, new RegExp(`^[A-Z]+${headOf(name) + 1}$`))], `${name}: head`).toEqual([
          '<b/><sz val="11"/>',
        ]);
      const links = [...sheetXml(name).matchAll(/<hyperlink ref="([^"]+)"/g)].map(([, at = ""]) => at);
      expect(links.length).toBeGreaterThan(0);
      expect([...looksOf(name, new RegExp(`^(?:${links.join("|")})$`))], `${name}: links`).toEqual([
        '<u/><sz val="11"/>',
      ]);
    }
  });

  test("every part is named with its kind, by its whole path, and every relation leads to a part", () => {
    const types = [...(parts["[Content_Types].xml"] ?? "").matchAll(/PartName="\/([^"]+)" ContentType="([^"]+)"/g)];
    const named = Object.keys(parts).filter((name) => name !== "[Content_Types].xml" && !name.endsWith(".rels"));
    expect(types.map(([, name]) => name).sort()).toEqual(named.sort());
    for (const [, name = "", type] of types) {
      const kind = /worksheet|table|styles|workbook|core/.exec(name.replace(/^xl\/(?=worksheets|tables)/, ""))?.[0];
      expect(type, name).toContain(kind === "workbook" ? "sheet.main" : kind);
    }
    for (const [name, content] of Object.entries(parts)) {
      if (!name.endsWith(".rels")) continue;
      for (const [, target = ""] of content.matchAll(/Target="([^"]+)"/g))
        expect(
          parts[new URL(target, `file:///${name.replace(/_rels\/[^/]+$/, "")}`).pathname.slice(1)],
          target,
        ).toBeDefined();
    }
  });

  test("a column of words holds words, though they look like numbers; the edition says what it replaces", () => {
    const written = withTable({
      columns: [
        { id: "line", label: "Ligne", kind: "label" },
        { id: "period", label: "Période", kind: "text" },
      ],
      rows: [{ line: "x", level: 0, cells: [{ text: "Vols" }, { text: "2026" }] }],
    });
    const again = XLSX.read(writeWorkbook({ ...written, editionNote: "édition 2, remplace celle du 8 avril 2026" }));
    expect(
      cellsOf("Tableau 1", again)
        .at(-1)
        ?.map((cell) => [cell?.t, cell?.v]),
    ).toEqual([
      ["s", "Vols"],
      ["s", "2026"],
    ]);
    const said = cellsOf("Présentation", again).map(([cell]) => String(cell?.v));
    expect(said).toContain(`Édition : ${bulletin.editionDate} (édition 2, remplace celle du 8 avril 2026)`);
    expect(cellsOf("Présentation").map(([cell]) => String(cell?.v))).toContain(
      `Édition : ${bulletin.editionDate}${bulletin.editionNote === null ? "" : ` (${bulletin.editionNote})`}`,
    );
  });

  test("sets a sub-line back, and it alone", () => {
    const sheet = partsOf(writeWorkbook(withLabels(["Biens", "Vols", "Armes", "Tags"])));
    const [, cells = ""] = (sheet["xl/styles.xml"] ?? "").split("<cellXfs");
    const indents =
      cells.match(/<xf .*?(?:<\/xf>|\/>(?=<xf|<\/cellXfs))/g)?.map((xf) => xf.includes('indent="1"')) ?? [];
    const labels = [
      ...(sheet["xl/worksheets/sheet4.xml"] ?? "").matchAll(/s="(\d+)"[^>]*><is><t[^>]*>(Biens|Vols|Armes|Tags)</g),
    ];
    expect(labels.map(([, style, label]) => [label, indents[Number(style)]])).toEqual([
      ["Biens", false],
      ["Vols", true],
      ["Armes", false],
      ["Tags", true],
    ]);
  });

  test("says on its first sheet what it holds, and what its signs mean", () => {
    const said = cellsOf("Présentation").map(([cell]) => String(cell?.v).replace(/[\u00a0\u202f]/g, " "));
    expect(said.slice(8)).toEqual([
      `Ce classeur donne les tableaux du bulletin, dont les chiffres de ses courbes, soit ${book.SheetNames.length - 3} tableaux, un par feuille. Les nombres sont ceux du bulletin, avec les mêmes arrondis ; le bulletin les commente, sa feuille de contrôle mène à leurs cases d’origine.`,
      "n.d. : non disponible ou non publié ; ne vaut pas zéro.",
      "– : sans objet, à venir, ou non donné pour un trop petit nombre (la note du tableau le dit).",
      "Dans chaque feuille, la ligne d’en-tête et la première colonne restent en vue.",
      "Aller au sommaire",
      "Aller aux notes",
    ]);
  });

  test("gives a number with the digits that are printed, and in words what is said beside it or by its bold", () => {
    const workbook = writeWorkbook(
      withTable({
        columns: [
          { id: "line", label: "Ligne", kind: "label" },
          ...["Nombre", "Écart", "Part", "Taux", "Année", "taux", "", "taux", "Taux"].map((label) => ({
            id: label,
            label,
            kind: "number" as const,
          })),
        ],
        rows: [
          {
            line: "x",
            level: 0,
            cells: [
              { text: "Homicides" },
              { text: "1\u202f012", emphasis: "strong", mark: "rise-established" },
              { text: "−3 (−14\u202f%)" },
              { text: "84\u202f%" },
              { text: "0,10" },
              { text: "2025" },
              { text: "1" },
              { text: "2" },
              { text: "3" },
              { text: "4" },
            ],
          },
          {
            line: "y",
            level: 0,
            cells: [
              { text: "Vols" },
              ...["63\u00a0transmis", "+5", "–", "–", "2025", "1", "2", "3", "4"].map((text) => ({ text })),
            ],
          },
        ],
      }),
    );
    const [head = [], ...rows] = cellsOf("Tableau 1", XLSX.read(workbook, { cellNF: true })).slice(4);
    expect(head.map((cell) => cell?.v)).toEqual([
      "Ligne",
      "Nombre",
      "Nombre : remarque",
      "Nombre : lecture",
      "Écart",
      "Écart en pourcentage",
      "Part",
      "Taux",
      "Année",
      "taux (2)",
      "Colonne 11",
      "taux (3)",
      "Taux (4)",
    ]);
    expect(rows.map((row) => row.map((cell) => cell?.v))).toEqual([
      ["Homicides", 1012, "–", "hausse établie", -3, -0.14, 0.84, 0.1, 2025, 1, 2, 3, 4],
      ["Vols", 63, "transmis", "–", 5, "–", "–", "–", 2025, 1, 2, 3, 4],
    ]);
    expect(rows[0]?.map((cell) => cell?.w)).toEqual([
      "Homicides",
      "1,012",
      "–",
      "hausse établie",
      "-3",
      "-14%",
      "84%",
      "0.10",
      "2025",
      "1",
      "2",
      "3",
      "4",
    ]);
  });

  test.each([
    ["years stay numbers", ["2024", "2025"], [2024, 2025]],
    ["a longer number is the label that was sent", ["2025", "10250"], ["2025", "10250"]],
    ["a zero ahead is kept", ["12", "007"], ["12", "007"]],
  ])("of what heads the rows, %s", (_, labels, values) => {
    expect(
      valuesOf("Tableau 1", withLabels(labels))
        .slice(-2)
        .map(([first]) => first),
    ).toEqual(values);
  });

  test("the mark of a number is a word beside it", () => {
    const given = withTable({
      columns: [
        { id: "line", label: "Ligne", kind: "label" },
        { id: "count", label: "Nombre", kind: "number" },
      ],
      rows: ["n.d.", "7"].map((text) => ({
        line: "x",
        level: 0,
        cells: [{ text: "Vols" }, { text, ...(text === "7" && { emphasis: "strong", mark: "fall-to-follow" }) }],
      })),
    });
    expect(valuesOf("Tableau 1", given).slice(-2)).toEqual([
      ["Vols", "n.d.", "–"],
      ["Vols", 7, "baisse à suivre"],
    ]);
  });

  test("one note is told by its number", () => {
    const given = withTable({ ...tables[0], number: 1, notes: [], champ: "", source: "La police" });
    const told = (of: Bulletin) =>
      valuesOf("Tableau 1", of)
        .flat()
        .filter((text) => String(text).startsWith("Champ, s"));
    expect(told(given)).toEqual(["Champ, source et remarques : la note 1 de la feuille Notes."]);
    expect(told(withLabels(["Vols", "Armes"]))).toEqual([]);
  });

  test("says of which bulletin it is, by the first letters of its fingerprint", () => {
    expect(valuesOf("Présentation", bulletin).flat()).toContain(
      `Empreinte du contenu du bulletin : ${bulletin.fingerprint.slice(0, 12)}`,
    );
  });

  test("is read by the program's own reader as a person sees it: nothing hidden, nothing merged, no remark", async () => {
    const { value, issues } = await readXlsx(source("tableaux.xlsx", bytes));
    expect(issues).toEqual([]);
    expect(value.map(({ part }) => part)).toEqual(book.SheetNames);
    const first = tables[0];
    const grid = value.find(({ part }) => part === `Tableau ${first?.number}`);
    const lines = first?.rows.filter((row) => !row.isTheme) ?? [];
    expect(grid?.rows.slice(-lines.length).map(([cell]) => cell?.text)).toEqual(
      lines.map(({ cells }) => cells[0]?.text),
    );
  });

  test("keeps the rules of accessible spreadsheets in every sheet", () => {
    for (const name of book.SheetNames) {
      const xml = sheetXml(name);
      const rows = cellsOf(name);
      expect(rows[0]?.[0]?.t, `${name}: the title is in A1`).toBe("s");
      expect(xml, `${name}: neither merged nor hidden`).not.toMatch(/mergeCell|hidden=|<f>/);
      const marks = `${bulletin.banner} – ${bulletin.marking}`;
      expect(JSON.stringify(rows.slice(0, 4)), `${name}: that its figures are invented, and the marking`).toContain(
        marks,
      );
      expect(xml, `${name}: the marking, printed`).toContain(`${bulletin.marking}&amp;RPage &amp;P/&amp;N</oddHeader>`);
      if (name === "Présentation") continue;
      expect(
        rows
          .slice(0, 4)
          .flat()
          .map((cell) => cell?.v),
      ).toContain("Cette feuille contient un tableau.");
      const head = headOf(name);
      expect(xml, `${name}: the head stays in view`).toContain(
        `<pane xSplit="1" ySplit="${head + 1}" topLeftCell="B${head + 2}"`,
      );
      expect(xml, `${name}: as many pages as its rows ask for`).toContain('fitToHeight="0"');
      expect(
        parts[`xl/tables/table${book.SheetNames.indexOf(name) + 1}.xml`],
        `${name}: the table goes to the last row`,
      ).toMatch(new RegExp(` ref="A${head + 1}:[A-Z]+${rows.length}"`));
      const names = [
        ...(parts[`xl/tables/table${book.SheetNames.indexOf(name) + 1}.xml`] ?? "").matchAll(
          /<tableColumn id="\d+" name="([^"]*)"/g,
        ),
      ];
      expect(
        names.map(([, text]) => text),
        `${name}: the columns of the table`,
      ).toEqual(rows[head]?.map((cell) => cell?.v));
      expect(new Set(names.map(([, text]) => text?.toLowerCase())).size).toBe(names.length);
      expect(
        rows
          .slice(head)
          .flat()
          .filter((cell) => cell === undefined || cell.v === ""),
        `${name}: no empty cell`,
      ).toEqual([]);
    }
    expect(parts["xl/styles.xml"]).not.toMatch(/color|patternType="solid"/i);
  });

  test("leads from the contents to every sheet, and from every sheet back", () => {
    const linksOf = (name: string) =>
      [...sheetXml(name).matchAll(/<hyperlink ref="[A-Z]+\d+" location="'([^']+)'!A1"/g)].map(([, to]) => to);
    expect(linksOf("Sommaire")).toEqual(book.SheetNames.slice(2));
    for (const name of book.SheetNames.slice(3)) expect(linksOf(name)).toEqual(["Notes", "Sommaire"]);
    expect(linksOf("Présentation")).toEqual(["Sommaire", "Notes"]);
    for (const name of book.SheetNames) for (const to of linksOf(name)) expect(book.SheetNames).toContain(to);
  });

  test("tells the notes, the champ and the source of each table, by their numbers", () => {
    const notes = rowsOf("Notes").map((row) => row.map((cell) => cell?.v));
    for (const { number, notes: own = [], champ, source: from } of tables) {
      const line = cellsOf(`Tableau ${number}`)
        .flat()
        .find((cell) => String(cell?.v).startsWith("Champ, source"));
      const [first = 0, last = first] = [...String(line?.v).matchAll(/\d+/g)].map(([digits]) => Number(digits));
      expect(notes.slice(first - 1, last)).toEqual(
        [...own.map((text) => ["Note", text]), ["Champ", champ], ["Source", from]].map(([kind, text], i) => [
          first + i,
          `Tableau ${number}`,
          kind,
          text,
        ]),
      );
    }
  });

  test("the same bulletin gives the same bytes", () => {
    expect(Buffer.compare(writeWorkbook(structuredClone(bulletin)), bytes)).toBe(0);
  });

  test("a label that looks like an order to a spreadsheet is text, marked so that it stays text", () => {
    const labels = ["=1+1", "+33", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "＝1+1", "2025", "007"];
    const written = partsOf(writeWorkbook(withLabels(labels)));
    const sheet = written["xl/worksheets/sheet4.xml"] ?? "";
    const styles = [...(written["xl/styles.xml"] ?? "").matchAll(/<xf fontId[^>]*>/g)].map(([xf]) => xf);
    const cells = [
      ...sheet.matchAll(/<c r="A\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">([^<]*)</g),
    ].slice(-labels.length);
    expect(cells.map(([, , text]) => text)).toEqual(labels);
    for (const [, style] of cells) expect(styles[Number(style)]).toContain('quotePrefix="1"');
    expect(Object.values(written).join("")).not.toContain("<f>");
  });

  test("whatever a label holds comes back as it was, but for what is not seen", async () => {
    const label = fc
      .oneof(fc.string({ unit: "grapheme" }), anyText, fc.constantFrom("_x0041_", "a\ufffe\uffffb", "\ud800"))
      .filter((text) => text !== "");
    await fc.assert(
      fc.asyncProperty(fc.array(label, { minLength: 10, maxLength: 10 }), async (labels) => {
        const sheet = cellsOf("Tableau 1", XLSX.read(writeWorkbook(withLabels(labels))));
        expect(sheet.slice(-labels.length).map(([cell]) => cell?.v)).toEqual(
          labels.map((text) =>
            showHidden(text)
              .toWellFormed()
              .replace(/[\ufffe\uffff]/g, "\ufffd"),
          ),
        );
      }),
      runs(10),
    );
  });
});
