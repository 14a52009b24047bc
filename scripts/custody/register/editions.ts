/** What was received when, and which edition of each bulletin is the latest: from the lines of the register alone. */
import { deliveryOfPath } from "../../model/delivery.ts";
import type { PublishedEdition, Recorded } from "../../model/edition.ts";
import type { RegisterLine } from "./entry.ts";
import { inForce } from "./in-force.ts";

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
