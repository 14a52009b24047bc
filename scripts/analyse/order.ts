/** Orders that do not depend on the order of the input nor on the machine's language. */
import type { Observation } from "../model/observation.ts";

/** By code unit: "2026-T1" before "2026-T1-rectificatif" before "2026-T2". */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By place: file, part, row, column. */
export const comparePlaces = (a: Observation, b: Observation): number =>
  compareText(a.provenance.file, b.provenance.file) ||
  compareText(a.provenance.part, b.provenance.part) ||
  a.provenance.row - b.provenance.row ||
  a.provenance.column - b.provenance.column;
