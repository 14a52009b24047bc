/** What the register says once its corrections are read: a line that was mistyped stays, and the line that corrects it prevails. */
import { dayOf, type RegisterLine } from "./entry.ts";

export type CorrectionLine = Extract<RegisterLine, { readonly action: "correction" }>;

/**
 * Number of each line that is put right -> the correction that prevails. A correction may itself be cancelled by a later one, and has
 * then no effect: the latest line is read first.
 *
 *   12  return of copy 3
 *   15  correction: line 12 is cancelled          a return of copy 3 counts again,
 *   18  correction: line 15 is cancelled          and nothing is left to say of line 12
 */
export function correctionsOf(lines: readonly RegisterLine[]): ReadonlyMap<number, CorrectionLine> {
  const found = new Map<number, CorrectionLine>();
  for (const line of lines.toReversed()) {
    if (line.action !== "correction" || line.line >= line.n) continue;
    if (found.get(line.n)?.change.kind === "cancelled") continue;
    if (line.change.kind === "cancelled" || !found.has(line.line)) found.set(line.line, line);
  }
  return found;
}

interface InForce {
  readonly line: RegisterLine;
  /** Day of what was done, "2026-05-02": that of the line, unless a correction gives another. */
  readonly day: string;
}

/** The lines that count, in their order. */
export function inForce(lines: readonly RegisterLine[]): readonly InForce[] {
  const corrections = correctionsOf(lines);
  return lines.flatMap((line): readonly InForce[] => {
    const change = corrections.get(line.n)?.change;
    if (change?.kind === "cancelled") return [];
    return [{ line, day: change?.kind === "dated" ? change.day : dayOf(line.at) }];
  });
}
