/** Orders that depend neither on the order of the input nor on the machine's language. */
import type { Provenance } from "./observation.ts";

/** By code unit: "2026-T1" before "2026-T1-rectificatif" before "2026-T2". */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By place: file, part, row, column. */
export const comparePlaces = (a: Provenance, b: Provenance): number =>
  compareText(a.file, b.file) || compareText(a.part, b.part) || a.row - b.row || a.column - b.column;
