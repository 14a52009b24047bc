/** What was received when, and which edition of each bulletin is the latest: from the lines of the register alone. */
import { deliveryOfPath } from "../../model/delivery.ts";
import type { PublishedEdition, Recorded } from "../../model/edition.ts";
import { dayOf, type RegisterLine } from "./entry.ts";

/** @param lines in their order. */
export function recorded(lines: readonly RegisterLine[]): Recorded {
  return { received: Object.fromEntries(receivedOn(lines)), editions: Object.fromEntries(latestEditions(lines)) };
}

/**
 * Delivery -> days of its messages. The day on which a line is written is none of them: what was put right by hand came when it came.
 * A line that corrects another takes its place.
 */
function receivedOn(lines: readonly RegisterLine[]): ReadonlyMap<string, readonly string[]> {
  const messages = new Map<string, { readonly n: number; readonly day: string }[]>();
  for (const line of lines) {
    if (line.action !== "reception") continue;
    const { n, delivery, messageDate: day, corrects } = line;
    const own = messages.get(delivery) ?? [];
    const corrected = own.findIndex((message) => message.n === corrects);
    if (corrected === -1) own.push({ n, day });
    else own[corrected] = { n, day };
    messages.set(delivery, own);
  }
  return new Map([...messages].map(([delivery, own]) => [delivery, own.map(({ day }) => day)]));
}

/** Quarter -> its latest edition. A line that says no edition is of a program that knew one only. */
function latestEditions(lines: readonly RegisterLine[]): ReadonlyMap<string, PublishedEdition> {
  const latest = new Map<string, PublishedEdition>();
  for (const line of lines) {
    if (line.action === "build") {
      const { quarter, fingerprint, words = null } = line;
      const { edition = { number: 1, day: dayOf(line.at), replaces: null } } = line;
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
