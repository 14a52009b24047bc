/**
 * How large a file may be. A quarterly statement of one commune is a few dozen rows: these bounds leave it more than a
 * hundred times its size, and keep a hostile or misplaced file from taking the machine's memory or the operator's morning.
 */
import { formatNumber } from "../../model/format.ts";
import type { Cell } from "../../model/grid.ts";
import type { Issue } from "../../model/issue.ts";
import type { Provenance } from "../../model/observation.ts";

const MiB = 1024 * 1024;

/** Whole file; a command checks it by `stat`, before reading. */
export const MAX_FILE_BYTES = 32 * MiB;
/** Text file (CSV, HTML). */
export const MAX_TEXT_BYTES = 12 * MiB;
/** Old workbook (.xls), which is not compressed. */
export const MAX_SHEET_BYTES = 12 * MiB;
/** All that is inflated from one zip (.xlsx, .ods, .docx, .odt). */
export const MAX_INFLATED_BYTES = 24 * MiB;
/** Members of one zip. */
export const MAX_ZIP_ENTRIES = 2_000;
export const MAX_SHEETS = 60;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 300;
/** Cells of one file, empty ones within its tables included. */
const MAX_CELLS = 50_000;
/** Texts of one file that are not the same: each is looked at in many ways, and what is found is kept. */
export const MAX_TEXTS = 5_000;
/** Characters of one cell. */
export const MAX_CELL_CHARACTERS = 32_767;
/** Tables within tables, elements within elements. */
export const MAX_DEPTH = 200;

const ASK =
  "Un état trimestriel d'une commune est bien plus petit. Vérifiez que c'est le bon fichier ; sinon retirez-le du dossier.";

/** The first bound that a grid breaks; `cells` and `texts`: of the whole file, this grid included. */
export const sizeFault = (
  file: string,
  part: string,
  { rows, columns, cells, texts }: Readonly<Record<"rows" | "columns" | "cells" | "texts", number>>,
): Issue | undefined => {
  if (rows > MAX_ROWS) return tooManyRows(file, part, rows);
  if (columns > MAX_COLUMNS) return tooManyColumns(file, part, columns);
  if (cells > MAX_CELLS) return tooManyCells(file, cells);
  return texts > MAX_TEXTS ? tooManyTexts(file, texts) : undefined;
};

type CellRows = readonly (readonly (Cell | undefined)[] | undefined)[];

/** How many texts are not the same; figures alone are none. */
export const textsIn = (rows: CellRows): number =>
  new Set(rows.flatMap((row) => row?.flatMap((cell) => (cell && /\p{L}/u.test(cell.text) ? [cell.text] : [])) ?? []))
    .size;

/** The first cell that is too long. */
export function findLongCell(
  file: string,
  part: string,
  rows: readonly (readonly (Cell | undefined)[])[],
): Issue | undefined {
  for (const [r, row] of rows.entries())
    for (const [c, cell] of row.entries())
      if (cell && cell.text.length > MAX_CELL_CHARACTERS)
        return cellTooLong({ file, part, row: r + 1, column: c + 1, raw: "" }, cell.text.length);
  return undefined;
}

const megabytes = (bytes: number): string => `${formatNumber(bytes / MiB, bytes < 10 * MiB ? 1 : 0)} Mio`;

const NO_STATEMENT = "Ce n'est pas un état trimestriel d'une commune.";

/** A sound file whose tables are far larger than a statement: it is left aside, and stops nothing. */
const leftAside = (file: string, found: string, allowed: string): Issue => ({
  ...tooLarge(file, found, allowed),
  severity: "warning",
  message: `Fichier laissé de côté, rien n'en a été lu : ${found}, pour ${allowed} au plus. ${NO_STATEMENT}`,
});

/** One sheet among others of its workbook. `found`: what breaks a bound, in the words of the file's own issue. */
export const partLeftAside = (file: string, part: string, { actual = "", expected = "" }: Issue): Issue => ({
  rule: "part-too-large",
  severity: "warning",
  message: `La feuille « ${part} » est laissée de côté, rien n'en a été lu : ${actual}, pour ${expected}. ${NO_STATEMENT}`,
  hint: "Vérifiez qu'aucun état ne s'y trouve ; sinon, demandez-le dans un classeur à part.",
  place: { file, part },
  actual,
  expected,
});

/** The one form of every limit's message: what was found, what is allowed, that nothing was read. */
const tooLarge = (file: string, found: string, allowed: string, place?: Provenance): Issue => ({
  rule: "file-too-large",
  severity: "error",
  message: `Fichier refusé, rien n'en a été lu : ${found}, pour ${allowed} au plus. ${NO_STATEMENT}`,
  hint: ASK,
  place: place ?? { file },
  actual: found,
  expected: `${allowed} au plus`,
});

/** `bytes` on disk beyond MAX_FILE_BYTES; or, with `limit`, beyond a smaller bound of the format. */
export const fileTooLarge = (file: string, bytes: number, limit: number = MAX_FILE_BYTES): Issue =>
  (limit < MAX_FILE_BYTES ? leftAside : tooLarge)(file, `${megabytes(bytes)} sur le disque`, megabytes(limit));
export const inflatedTooLarge = (file: string, bytes: number): Issue =>
  leftAside(file, `${megabytes(bytes)} une fois décompressé`, megabytes(MAX_INFLATED_BYTES));
export const tooManyMembers = (file: string, count: number): Issue =>
  tooLarge(file, `${formatNumber(count)} parties dans le fichier`, formatNumber(MAX_ZIP_ENTRIES));
export const tooManySheets = (file: string, count: number): Issue =>
  leftAside(file, `${formatNumber(count)} feuilles`, formatNumber(MAX_SHEETS));
export const tooManyRows = (file: string, part: string, count: number): Issue =>
  leftAside(file, `${formatNumber(count)} lignes dans « ${part} »`, formatNumber(MAX_ROWS));
const tooManyColumns = (file: string, part: string, count: number): Issue =>
  leftAside(file, `${formatNumber(count)} colonnes dans « ${part} »`, formatNumber(MAX_COLUMNS));
const tooManyCells = (file: string, count: number): Issue =>
  leftAside(file, `${formatNumber(count)} cellules`, formatNumber(MAX_CELLS));
const tooManyTexts = (file: string, count: number): Issue =>
  leftAside(file, `${formatNumber(count)} textes différents`, formatNumber(MAX_TEXTS));
export const tooManyPages = (file: string, count: number, allowed: number): Issue =>
  leftAside(file, `${formatNumber(count)} pages`, formatNumber(allowed));
export const tooManyOrders = (file: string, count: number, allowed: number): Issue =>
  tooLarge(file, `${formatNumber(count)} ordres de dessin sur une page`, formatNumber(allowed));
export const tooManyMarks = (file: string, count: number, allowed: number): Issue =>
  tooLarge(file, `au moins ${formatNumber(count)} caractères ou traits sur une page`, formatNumber(allowed));
export const tooDeep = (file: string): Issue =>
  tooLarge(file, "des éléments imbriqués sans fin", `${formatNumber(MAX_DEPTH)} niveaux`);
export const tooManyElements = (file: string, part: string, allowed: number): Issue =>
  leftAside(file, `plus de ${formatNumber(allowed)} éléments dans la partie « ${part} »`, formatNumber(allowed));
/** Names the cell; its text is not repeated. */
const cellTooLong = (place: Provenance, length: number): Issue =>
  tooLarge(
    place.file,
    `${formatNumber(length)} caractères dans la cellule ligne ${place.row}, colonne ${place.column} de « ${place.part} »`,
    formatNumber(MAX_CELL_CHARACTERS),
    { ...place, raw: "" },
  );
