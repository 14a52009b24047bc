/** The sheets of an .xls ([MS-XLS] 2.4.28). */
import { type Cursor, textIn } from "./cursor.ts";
import type { Substream } from "./records.ts";

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
