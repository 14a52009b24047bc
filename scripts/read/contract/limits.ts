/**
 * How large a file may be. A quarterly statement of one commune is a few dozen rows: these bounds leave it more than a
 * hundred times its size, and keep a hostile or misplaced file from taking the machine's memory or the operator's morning.
 */
import { formatNumber } from "../../model/format.ts";
import type { Cell } from "../../model/grid.ts";
import { anError, aWarning, type Issue } from "../../model/issue.ts";

const MiB = 1024 * 1024;

/** Whole file; a command checks it by `stat`, before reading. */
export const MAX_FILE_BYTES = 32 * MiB;
/** Text file (CSV, HTML). */
export const MAX_TEXT_BYTES = 12 * MiB;
/** Old workbook (.xls), which is not compressed. */
export const MAX_SHEET_BYTES = 12 * MiB;
/** All that is inflated from one zip (.xlsx, .ods, .docx, .odt). */
export const MAX_INFLATED_BYTES = 24 * MiB;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 300;
/** Cells of one file, empty ones within its tables included. */
const MAX_CELLS = 50_000;
/** Texts of one file that are not the same: each is looked at in many ways, and what is found is kept. */
export const MAX_TEXTS = 5_000;
/** Tables within tables, elements within elements. */
export const MAX_DEPTH = 200;

/** Why a file is not read. */
export type Refusal = (file: { readonly path: string }) => Issue;

const megabytes = (bytes: number): string => `${formatNumber(bytes / MiB, bytes < 10 * MiB ? 1 : 0)} Mio`;

const NO_STATEMENT = "Ce n'est pas un état trimestriel d'une commune.";

/** The one form of every limit's message: what was found, what is allowed, that nothing was read. */
const tooLarge =
  (found: string, most: string): Refusal =>
  ({ path }) =>
    anError("file-too-large", {
      message: `Fichier refusé, rien n'en a été lu : ${found}, pour ${most} au plus. ${NO_STATEMENT}`,
      hint: "Un état trimestriel d'une commune est bien plus petit. Vérifiez que c'est le bon fichier ; sinon retirez-le du dossier.",
      place: { file: path },
      actual: found,
      expected: `${most} au plus`,
    });

/** A sound file whose tables are far larger than a statement: it is left aside, and stops nothing. */
const leftAside =
  (found: string, most: string): Refusal =>
  (file) => ({
    ...tooLarge(found, most)(file),
    severity: "warning",
    message: `Fichier laissé de côté, rien n'en a été lu : ${found}, pour ${most} au plus. ${NO_STATEMENT}`,
  });

export const fileTooLarge = (bytes: number, most = MAX_FILE_BYTES): Refusal =>
  (most < MAX_FILE_BYTES ? leftAside : tooLarge)(`${megabytes(bytes)} sur le disque`, megabytes(most));
export const inflatedTooLarge = (bytes: number): Refusal =>
  leftAside(`${megabytes(bytes)} une fois décompressé`, megabytes(MAX_INFLATED_BYTES));
export const tooManyRows = (part: string, count: number): Refusal =>
  leftAside(`${formatNumber(count)} lignes dans « ${part} »`, formatNumber(MAX_ROWS));
export const tooManyPages = (count: number, most: number): Refusal =>
  leftAside(`${formatNumber(count)} pages`, formatNumber(most));
export const tooManyOrders = (most: number): Refusal =>
  tooLarge(`plus de ${formatNumber(most)} ordres de dessin sur une page`, formatNumber(most));
export const tooManyMarks = (count: number, most: number): Refusal =>
  tooLarge(`au moins ${formatNumber(count)} caractères ou traits sur une page`, formatNumber(most));
export const tooDeep = tooLarge("des éléments imbriqués sans fin", `${MAX_DEPTH} niveaux`);
export const tooManyElements = (part: string, most: number): Refusal =>
  leftAside(`plus de ${formatNumber(most)} éléments dans la partie « ${part} »`, formatNumber(most));

/** The first bound that a grid breaks; `cells` and `texts`: of the whole file, this grid included. */
export function sizeFault(
  part: string,
  { rows, columns, cells, texts }: Readonly<Record<"rows" | "columns" | "cells" | "texts", number>>,
): Refusal | undefined {
  if (rows > MAX_ROWS) return tooManyRows(part, rows);
  if (columns > MAX_COLUMNS)
    return leftAside(`${formatNumber(columns)} colonnes dans « ${part} »`, formatNumber(MAX_COLUMNS));
  if (cells > MAX_CELLS) return leftAside(`${formatNumber(cells)} cellules`, formatNumber(MAX_CELLS));
  return texts > MAX_TEXTS ? leftAside(`${formatNumber(texts)} textes différents`, formatNumber(MAX_TEXTS)) : undefined;
}

type CellRows = readonly (readonly (Cell | undefined)[] | undefined)[];

/** How many texts are not the same; figures alone are none. */
export const textsIn = (rows: CellRows): number =>
  new Set(rows.flatMap((row) => row?.flatMap((cell) => (cell && /\p{L}/u.test(cell.text) ? [cell.text] : [])) ?? []))
    .size;

/** One sheet among others of its workbook. `found`: what breaks a bound, in the words of the file's own issue. */
export const partLeftAside = (file: string, part: string, { actual = "", expected = "" }: Issue): Issue =>
  aWarning("part-too-large", {
    message: `La feuille « ${part} » est laissée de côté, rien n'en a été lu : ${actual}, pour ${expected}. ${NO_STATEMENT}`,
    hint: "Vérifiez qu'aucun état ne s'y trouve ; sinon, demandez-le dans un classeur à part.",
    place: { file, part },
    actual,
    expected,
  });
