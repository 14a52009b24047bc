/** The references of the formulas of an .xls to other sheets. Excel 97 and later. */
import type { Cursor } from "./cursor.ts";

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
