/** An .xls as a whole, record by record: its sheets, and what is wrong with a file that is refused ([MS-XLS]). */
import { CFB } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { MAX_SHEET_BYTES } from "../../../../scripts/read/contract/limits.ts";
import { readXls } from "../../../../scripts/read/sheet/xls.ts";
import { rules, show, source } from "../../source.ts";
import {
  type Book,
  bof,
  type Content,
  EOF,
  f64,
  font,
  format,
  label,
  latin,
  number,
  OLD,
  PLAIN,
  read,
  record,
  row,
  sst,
  text8,
  u16,
  u32,
  type Written,
  xf,
  xls,
} from "../hand-made-xls.ts";

describe("a workbook", () => {
  it("has several sheets, each with its own cells; those of charts and of macros have none", async () => {
    const names = ["A", "Graphique", "B", "Macro"];
    const types = [0, 2, 0, 1];
    const head = (starts: readonly number[]): Content =>
      [
        bof(5),
        ...PLAIN,
        ...names.map(
          (name, i): Written => [
            0x0085,
            [...u32(starts[i] ?? 0), i === 2 ? 1 : 0, types[i] ?? 0, name.length, 0, ...latin(name)],
          ],
        ),
        EOF,
      ].flatMap(record);
    const book = (third: readonly Written[]) => {
      const sheets = names.map((_, i) =>
        [bof(types[i] === 2 ? 0x20 : 0x10), number(0, 0, i), ...(i === 2 ? third : []), EOF].flatMap(record),
      );
      const starts = sheets.map((_, i) => head([]).length + sheets.slice(0, i).flat().length);
      return readXls(source("a.xls", Uint8Array.from([...head(starts), ...sheets.flat()])));
    };
    const { value, issues } = await book([]);
    expect(issues).toEqual([]);
    expect(value.map((grid) => [grid.part, grid.hidden, ...show(grid)])).toEqual([
      ["A", undefined, "0"],
      ["B", true, "2"],
    ]);
    const damaged = await book([number(0, 0, 3)]);
    expect(damaged.issues[0]?.actual).toBe("feuille « B », cellule double (ligne 1, colonne 1)");
  });

  it("of Excel 95 may be a sheet alone; its stream is called Book", async () => {
    const alone = Uint8Array.from([bof(0x10, OLD), font(), xf(), number(0, 0, 12), EOF].flatMap(record));
    const { value } = await readXls(source("a.xls", alone));
    expect(value.map((grid) => [grid.part, grid.hidden, ...show(grid)])).toEqual([["Feuille 1", undefined, "12"]]);
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(
      file,
      "/Book",
      Buffer.from(xls({ version: OLD, globals: [font(), xf()], sheet: [number(0, 0, 13)] })),
    );
    const bytes = new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
    expect((await readXls(source("a.xls", bytes))).value.map(show)).toEqual([["13"]]);
  });

  it("has no styles at all, dates since 1900 where it says so, and a text after its texts that is not theirs", async () => {
    expect(await row({ sheet: [number(0, 0, 12, 3)] })).toEqual(["12"]);
    const dated = [[0x0022, u16(0)] as const, font(), xf(), xf({ format: 17 })];
    expect(await row({ globals: dated, sheet: [number(0, 0, 46112, 1)] })).toEqual(["mars 2026"]);
    const texts = sst(text8("a"));
    expect(await row({ globals: [...PLAIN, texts, [0x00ff, [0, 0]]], sheet: [label(0, 0, 0)] })).toEqual(["a"]);
  });

  it.each([
    [undefined, 0x9c, "œ"],
    [1252, 0x9c, "œ"],
    [1250, 0xe8, "č"],
    [1251, 0xe9, "й"],
    [1258, 0xd2, "\u0309"],
    [367, 0x41, "A"],
    [866, 0xa9, "й"],
    [874, 0xa1, "ก"],
    [10000, 0x8e, "é"],
    [32768, 0x8e, "é"],
    [32769, 0xe9, "é"],
  ])("of Excel 95 has texts in its code page: %s", async (page, byte, letter) => {
    const globals: readonly Written[] = [...(page === undefined ? [] : [[0x0042, u16(page)] as const]), font(), xf()];
    expect(await row({ version: OLD, globals, sheet: [[0x0204, [...u16(0, 0, 0, 1), byte]]] })).toEqual([letter]);
  });

  it.each([
    [932, [0x82, 0xa0], "あ"],
    [936, [0xc4, 0xe3], "你"],
    [949, [0xb0, 0xa1], "가"],
    [950, [0xa4, 0xa4], "中"],
    [1200, [0x53, 0x01], "œ"],
  ])("of Excel 95 has letters of two bytes in its code page: %s", async (page, bytes, letter) => {
    const globals: readonly Written[] = [[0x0042, u16(page)], font(), xf()];
    expect(await row({ version: OLD, globals, sheet: [[0x0204, [...u16(0, 0, 0, 2), ...bytes]]] })).toEqual([letter]);
  });

  it("of Excel 95 has fonts, formats and fills where that program put them", async () => {
    const old = (name: string, flags = 0, colour = 0x7fff): Written => [
      0x0031,
      [...u16(220, flags, colour, 400, 0), 0, 0, 0, 0, name.length, ...latin(name)],
    ];
    const style = (f: number, form = 0, pattern = 0, fore = 64, back = 65): Written => [
      0x00e0,
      [...u16(f, form, 0, 0, fore | (back << 7), pattern, 0, 0)],
    ];
    const globals: readonly Written[] = [
      ...[old("Arial"), old("Arial", 8), old("Wingdings"), old("Arial", 0, 9)],
      [0x041e, [...u16(164), 3, ...latin(";;;")]],
      [0x041e, [...u16(165), 2, ...latin("0%")]],
      ...[
        style(0),
        style(1),
        style(2),
        style(0, 164),
        style(3),
        style(3, 0, 1, 18),
        style(3, 0, 4, 18, 9),
        style(3, 0, 16, 18, 9),
        style(3, 0, 17, 18, 9),
        style(0, 165),
      ],
    ];
    const sheet = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => number(0, i, 99, i));
    expect(await row({ version: OLD, globals, sheet })).toEqual([
      "99",
      "[struck 99]",
      "99 [unsure ]",
      "[otherwise 99]",
      "[faint 99]",
      "99",
      "[faint 99]",
      "[faint 99]",
      "[faint 99]",
      "9900%",
    ]);
  });

  it.each(Array.from({ length: 19 }, (_, pattern) => pattern))(
    "shows most of its pattern or of its ground: %i",
    async (pattern) => {
      const under = async (fore: number, back: number) => {
        const globals = [font(), font({ colour: 18 }), xf(), xf({ font: 1, pattern, fore, back })];
        return row({ globals, sheet: [number(0, 0, 99, 1)] });
      };
      const isDense = [1, 2, 3, 5, 6, 7, 8, 9, 10].includes(pattern);
      expect(await under(18, 9)).toEqual([isDense ? "[faint 99]" : "99"]);
      expect(await under(9, 18)).toEqual([isDense || pattern === 0 ? "99" : "[faint 99]"]);
    },
  );

  it("has its own colours in their order", async () => {
    const palette: Written = [0x0092, [...u16(2), 9, 9, 9, 0, 255, 255, 250, 0]];
    const white = [font(), font({ colour: 9 }), palette, xf(), xf({ font: 1 })];
    expect(await row({ globals: white, sheet: [number(0, 0, 99, 1)] })).toEqual(["[faint 99]"]);
    const dark = [font(), font({ colour: 8 }), palette, xf(), xf({ font: 1 })];
    expect(await row({ globals: dark, sheet: [number(0, 0, 99, 1)] })).toEqual(["99"]);
    const none = [font(), font({ colour: 18 }), xf(), xf({ font: 1, pattern: 0, fore: 18, back: 18 })];
    expect(await row({ globals: none, sheet: [number(0, 0, 99, 1)] })).toEqual(["99"]);
  });

  it("has sizes in twentieths of a point, and formats by the number that the file gives them", async () => {
    const globals = (height: number) => [font(), font({ height }), xf(), xf({ font: 1 })];
    expect(await row({ globals: globals(40), sheet: [number(0, 0, 99, 1)] })).toEqual(["[faint 99]"]);
    expect(await row({ globals: globals(60), sheet: [number(0, 0, 99, 1)] })).toEqual(["99"]);
    const formats = [font(), format(165, "0%"), format(164, '0" faits"'), xf(), xf({ format: 164 }), xf({ format: 9 })];
    const sheet = [number(0, 0, 9, 1), number(0, 1, 9, 2), number(0, 2, 9)];
    expect(await row({ globals: formats, sheet })).toEqual(["9 faits", "900%", "9"]);
  });
});

describe("an .xls is refused, and why is told", () => {
  const ONE = number(0, 0, 12);
  it.each<readonly [string, Book, string]>([
    [
      "a cell twice",
      { sheet: [number(2, 0, 1), number(2, 1, 1), number(2, 1, 1)] },
      "feuille « IS 101 », cellule double (ligne 3, colonne 2)",
    ],
    ["a cell that is longer", { sheet: [[0x0203, [...u16(0, 0, 0), ...f64(1), 0]]] }, "cellule de longueur fausse"],
    ["a cell of a false length", { sheet: [[0x0203, [0, 0, 0, 0, 0, 0]]] }, "cellule de longueur fausse"],
    [
      "several cells of a false length",
      { sheet: [[0x00bd, [...u16(0, 0), ...u16(0), ...u32(2), ...u16(0), 0]]] },
      "cellule de longueur fausse",
    ],
    ["a text cell without its text", { sheet: [[0x0204, u16(0, 0)]] }, "cellule de longueur fausse"],
    ["a cell outside the sheet", { sheet: [number(3, 256, 1)] }, "cellule hors de la feuille (ligne 4)"],
    [
      "cells that end outside the sheet",
      { sheet: [[0x00bd, [...u16(0, 255), ...u16(0), ...u32(2), ...u16(0), ...u32(2), ...u16(256)]]] },
      "cellule hors de la feuille (ligne 1)",
    ],
    [
      "several cells that do not end where they say",
      { sheet: [[0x00bd, [...u16(6, 4, 0), ...u32(2), ...u16(5)]]] },
      "ligne 7 incohérente",
    ],
    ["a style that does not exist", { sheet: [number(0, 2, 1, 1)] }, "style inconnu (ligne 1, colonne 3)"],
    [
      "a shared text that does not exist",
      { globals: [...PLAIN, sst(text8("a"))], sheet: [label(1, 0, 1)] },
      "valeur inconnue (ligne 2, colonne 1)",
    ],
    [
      "a result of no kind",
      { sheet: [[0x0006, [...u16(0, 0, 0), 4, 0, 0, 0, 0, 0, 255, 255, ...u16(0, 0, 0, 0)]]] },
      "valeur inconnue",
    ],
    ["a formula that is cut", { sheet: [[0x0006, [...u16(0, 0, 0), ...f64(4), 0, 0]]] }, "valeur inconnue"],
    ["a text that is cut", { sheet: [[0x0204, [...u16(0, 0, 0, 5), 0, 0x41]]] }, "valeur inconnue"],
    [
      "shared texts that are cut",
      { globals: [...PLAIN, [0x00fc, [...u32(2), ...u32(2), ...text8("a"), ...u16(5), 0]]] },
      "textes partagés coupés",
    ],
    ["a record that does not exist", { sheet: [[0x1100, []]] }, "enregistrement inconnu 0x1100"],
    ["a mark that holds something", { sheet: [[0xffff, [0]]] }, "enregistrement inconnu 0xffff"],
    ["a sheet of no kind", { sheet: [ONE, [0x0809, [0, 6]]] }, "feuille sans nature"],
    ["a sheet that is not where it is said to be", { off: 4 }, "feuille introuvable"],
    [
      "a sheet whose name is cut",
      { globals: [...PLAIN, [0x0085, [...u32(0), 0, 0, 9, 0, 0x41]]] },
      "feuille introuvable",
    ],
    ["a code page of DOS", { globals: [[0x0042, u16(437)], ...PLAIN] }, "page de codes inconnue"],
    ["a code page after those of Windows", { globals: [[0x0042, u16(1259)], ...PLAIN] }, "page de codes inconnue"],
  ])("%s", async (_, book, words) => {
    const result = await read({ globals: PLAIN, ...book });
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
    expect(result.issues[0]?.message).toContain("un classeur Excel (.xls)");
    expect(result.issues[0]?.actual).toContain(words);
  });

  it("a record of later versions, and the empty mark of LibreOffice, are passed over", async () => {
    expect(await row({ globals: PLAIN, sheet: [[0x10ff, [1]], [0xffff, []], ONE] })).toEqual(["12"]);
    expect(await row({ globals: PLAIN, sheet: [ONE, [0x1066, []]] })).toEqual(["12"]);
  });

  it.each([0x0009, 0x0209, 0x0409])("of before Excel 5 (%i): what it is, and what to do", async (id) => {
    const result = await readXls(source("a.xls", Uint8Array.from(record([id, [0, 0, 16, 0]]))));
    expect(rules(result)).toEqual(["error file-format-unknown"]);
    expect(result.issues[0]).toMatchObject({
      message: expect.stringContaining("Excel 4 ou plus ancien"),
      hint: expect.stringContaining("enregistrez-le en .xlsx"),
      place: { file: "2026-T1/a.xls" },
    });
  });

  it("with a password: Excel; cut: where; too large: left aside", async () => {
    expect((await read({ globals: [[0x002f, [0, 0]]] })).issues[0]?.message).toContain("(Excel)");
    const whole = xls({ globals: PLAIN, sheet: [ONE] });
    const why = async (bytes: Uint8Array) => (await readXls(source("a.xls", bytes))).issues[0]?.actual;
    expect(await why(whole.subarray(0, -4))).toBe("feuille coupée avant sa fin");
    expect(await why(whole.subarray(0, -7))).toBe("enregistrement coupé");
    expect(await why(Uint8Array.of(9, 8, 0))).toBe("aucune feuille");
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, "/Other", Buffer.alloc(9));
    expect(await why(new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer))).toBe("flux du classeur coupé");
    const padded = new Uint8Array(MAX_SHEET_BYTES + 1);
    padded.set(whole);
    expect((await readXls(source("a.xls", padded.subarray(0, -1)))).issues).toEqual([]);
    expect(rules(await readXls(source("a.xls", padded)))).toEqual(["warning file-too-large"]);
  });
});
