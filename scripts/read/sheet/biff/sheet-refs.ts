/** The sheets of an .xls, and the references of its formulas to other sheets ([MS-XLS] 2.4.28, 2.4.105, 2.4.271). */
import { type Cursor, textIn } from "./cursor.ts";
import type { Substream } from "./records.ts";

const EXTERNSHEET = 0x0017;
const SUPBOOK = 0x01ae;
export const REFERENCE_RECORDS = [EXTERNSHEET, SUPBOOK];

/** Says of a book that it is this one ([MS-XLS] 2.4.271). */
const THIS_BOOK = 0x0401;

/**
 * By the index of a reference, the name of its sheet: ExternSheet names a book, and its first and last sheet ([MS-XLS] 2.4.105).
 * undefined: of another file, or several sheets. `names`: of all the sheets of this file, in their order.
 */
export function sheetsReferredTo(
  cursors: (id: number) => readonly Cursor[],
  names: readonly string[],
): (index: number) => string | undefined {
  const isOwn = cursors(SUPBOOK).map((cursor) => {
    cursor.skip(2);
    return cursor.u16() === THIS_BOOK;
  });
  const references = cursors(EXTERNSHEET).flatMap((cursor) =>
    Array.from({ length: cursor.u16() }, () => [cursor.u16(), cursor.u16(), cursor.u16()] as const),
  );
  return (index) => {
    const [book = -1, first = -1, last = -1] = references[index] ?? [];
    return isOwn[book] && first === last ? names[first] : undefined;
  };
}

/** A sheet of a bare substream. */
const WORKSHEET = 0x10;

export interface SheetRef {
  readonly name: string;
  readonly hidden: boolean;
  readonly substream: Substream;
}

/** Sheets of cells, in their order: charts and macros have none to read. undefined: one is not where it is said to be. */
export function readSheetRefs(
  cursors: readonly Cursor[],
  substreams: readonly Substream[],
): readonly SheetRef[] | undefined {
  const starts = new Map(substreams.map((substream) => [substream.start, substream]));
  const sheets: SheetRef[] = [];
  for (const cursor of cursors) {
    const substream = starts.get(cursor.u32());
    const state = cursor.u8();
    const type = cursor.u8();
    const name = textIn(cursor, cursor.u8());
    if (!substream || cursor.isPastEnd()) return undefined;
    if (type === 0) sheets.push({ name, hidden: (state & 3) !== 0, substream });
  }
  // A sheet of its own, without a workbook around it.
  const [only] = substreams;
  if (cursors.length === 0 && only?.type === WORKSHEET) return [{ name: "Feuille 1", hidden: false, substream: only }];
  return sheets;
}
