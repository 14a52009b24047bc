/** What the register says once its corrections are read: a line that was mistyped stays, and no longer counts. */
import type { RegisterLine } from "./entry.ts";

type CorrectionLine = Extract<RegisterLine, { readonly action: "correction" }>;
/** Number of each line that no longer counts -> the correction that says so. */
export type Corrections = ReadonlyMap<number, CorrectionLine>;

export const correctionsOf = (lines: readonly RegisterLine[]): Corrections =>
  new Map(lines.flatMap((line) => (line.action === "correction" && line.line < line.n ? [[line.line, line]] : [])));

/** The lines that count, in their order. */
export function inForce(lines: readonly RegisterLine[]): readonly RegisterLine[] {
  const cancelled = correctionsOf(lines);
  return lines.filter(({ n }) => !cancelled.has(n));
}
