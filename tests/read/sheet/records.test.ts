/** A stream of records is read whole, or refused by what it is. */

import { expect, test } from "vitest";
import { readBook } from "../../../scripts/read/sheet/biff/xls-book.ts";
import { readCells } from "../../../scripts/read/sheet/biff/xls-cells.ts";
import { readRecords } from "../../../scripts/read/sheet/biff/xls-records.ts";
import { PLAIN_STYLE, textValue } from "../../../scripts/read/sheet/workbook/workbook.ts";
import { quotedBy } from "../../spoken.ts";
import { refusal } from "../source.ts";

const record = (id: number, ...content: readonly number[]): readonly number[] => [
  id & 255,
  id >> 8,
  content.length,
  0,
  ...content,
];
const BOF = record(0x809, 0, 6, 5, 0);
const EOF = record(0x0a);
const CELL = 0x203;
/** Names a sheet "A", which begins at the first byte. */
const SHEET = record(0x85, 0, 0, 0, 0, 0, 0, 1, 0, 65);

test.each([
  ["one sheet", [...BOF, ...record(CELL, 7), ...record(0x204, 8), ...EOF], "whole 2"],
  ["a chart within, left out", [...BOF, ...BOF, ...record(CELL, 7), ...EOF, ...record(CELL, 7), ...EOF], "whole 1"],
  ["zeros between sheets", [...BOF, ...EOF, 0, 0, 0, ...BOF, ...record(CELL), ...EOF], "whole 0,1"],
  ["LibreOffice's empty record of a colour scale", [...BOF, ...record(0xffff), ...EOF], "whole 1"],
  ["one that is not empty", [...BOF, ...record(0xffff, 1), ...EOF], "file-unreadable enregistrement inconnu 0xffff"],
  ["an id that no record has", [...BOF, ...record(0x1100), ...EOF], "file-unreadable enregistrement inconnu 0x1100"],
  ["the highest id", [...BOF, ...record(0x10ff), ...EOF], "whole 1"],
  ["a record that is cut", [...BOF, 3, 2, 9, 0, 1], "file-unreadable enregistrement coupé"],
  ["a sheet without its end", BOF, "file-unreadable feuille coupée avant sa fin"],
  ["a sheet of no kind", [...record(0x809, 0, 6), ...EOF], "file-unreadable feuille sans nature"],
  ["nothing", [0, 0, 0, 0, 0], "file-unreadable aucune feuille"],
  ["a password", [...BOF, ...record(0x2f, 1), ...EOF], "file-password-protected Excel"],
  ["Excel 95", [...record(0x809, 0, 5, 5, 0), ...EOF], "file-format-old un classeur d'Excel 95 ou plus ancien"],
  ["Excel 4", [...record(0x409, 0, 0, 0, 0), ...EOF], "file-format-old un classeur d'Excel 95 ou plus ancien"],
] as const)("%s", (_, bytes, said) => {
  let kept = "";
  const issue = refusal(() => {
    const substreams = readRecords(Uint8Array.from(bytes));
    kept = `whole ${substreams.map((one) => one.records.length).join()}`;
  });
  expect(issue ? `${issue.rule} ${quotedBy(issue)}`.trim() : kept).toBe(said);
});

test("a workbook that names no sheet is damaged: a sheet that stands alone is not taken for an empty workbook", () => {
  const alone = readRecords(Uint8Array.from([...record(0x809, 0, 6, 0x10, 0), ...record(CELL, 7), ...EOF]));
  expect(quotedBy(refusal(() => readBook(alone)))).toBe("aucune feuille n'est nommée");
});

test("a formula whose text is not stored does not take that of the next one, which Numbers has written", () => {
  const formula = (id: number, column: number): readonly number[] =>
    record(id, 0, 0, column, 0, 0, 0, ...[0, 0, 0, 0, 0, 0, 255, 255], ...Array.from({ length: 8 }, () => 0));
  const text = record(0x207, 1, 0, 0, 65);
  const records = [...SHEET, ...formula(0x06, 0), ...formula(0x406, 1), ...text];
  const substreams = readRecords(Uint8Array.from([...BOF, ...records, ...EOF]));
  const [row] = readCells({ ...readBook(substreams), style: () => PLAIN_STYLE }, substreams[0]?.records ?? []);
  expect(row?.map((cell) => cell?.value)).toEqual([{ kind: "waiting" }, textValue("A")]);
});
