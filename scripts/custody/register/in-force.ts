/** What the register says once its corrections are read (a line that was mistyped stays, and the line that corrects it prevails); what was then received when, and which edition of each bulletin is the latest. */

import { deliveryOfPath } from "../../model/delivery.ts";
import type { PublishedEdition, Recorded } from "../../model/edition.ts";
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

/** @param lines in their order. */
export function recorded(lines: readonly RegisterLine[]): Recorded {
  return { received: Object.fromEntries(receivedOn(lines)), editions: Object.fromEntries(latestEditions(lines)) };
}

/**
 * Delivery -> day of its message, then of each change: of a further message, or that on which a change without a message was recorded.
 * A line that corrects another takes its place.
 */
function receivedOn(lines: readonly RegisterLine[]): ReadonlyMap<string, readonly string[]> {
  const events = new Map<string, { readonly n: number; readonly message: string; readonly day: string }[]>();
  for (const { line, day } of inForce(lines)) {
    if (line.action !== "reception") continue;
    const { n, delivery, messageDate: message, reason, corrects } = line;
    const own = events.get(delivery) ?? [];
    const corrected = own.findIndex((event) => event.n === corrects);
    const isWithoutMessage = reason !== undefined && message === own.at(-1)?.message;
    const before = own[corrected];
    if (!before) own.push({ n, message, day: isWithoutMessage ? day : message });
    // files that were only renamed came when they came
    else own[corrected] = { n, message, day: isWithoutMessage ? before.day : message };
    events.set(delivery, own);
  }
  return new Map([...events].map(([delivery, own]) => [delivery, own.map((event) => event.day)]));
}

/** Quarter -> its latest edition. A line that says no edition is of a program that knew one only. */
function latestEditions(lines: readonly RegisterLine[]): ReadonlyMap<string, PublishedEdition> {
  const latest = new Map<string, PublishedEdition>();
  for (const { line, day } of inForce(lines)) {
    if (line.action === "build") {
      const { quarter, fingerprint, words = null, edition = { number: 1, day, replaces: null } } = line;
      const before = latest.get(quarter);
      latest.set(quarter, {
        quarter,
        ...edition,
        fingerprint,
        words,
        deliveries: Object.fromEntries(
          line.inputs
            .filter(({ path }) => deliveryOfPath(path) !== undefined)
            .map(({ path, sha256 }) => [path, sha256]),
        ),
        left: before?.number === edition.number && before.left,
      });
    }
    if (line.action === "copies") {
      const own = latest.get(line.quarter);
      if (own) latest.set(line.quarter, { ...own, left: true });
    }
  }
  return latest;
}
