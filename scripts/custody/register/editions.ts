/** What was received when, and which edition of each bulletin is the latest: from the lines of the register alone. */
import { deliveryOfPath } from "../../model/delivery.ts";
import type { PublishedEdition, Recorded } from "../../model/edition.ts";
import type { RegisterLine } from "./entry.ts";
import { inForce } from "./in-force.ts";

/** @param lines in their order. */
export function recorded(lines: readonly RegisterLine[]): Recorded {
  return { received: Object.fromEntries(receivedOn(lines)), editions: Object.fromEntries(latestEditions(lines)) };
}

/** Delivery -> day of its message. Of several receptions the last holds: it brought a further file, or put a date right. */
export function receivedOn(lines: readonly RegisterLine[]): ReadonlyMap<string, string> {
  return new Map(lines.flatMap((line) => (line.action === "reception" ? [[line.delivery, line.messageDate]] : [])));
}

/** Quarter -> its latest edition. A line that says no edition is of a program that knew one only. */
export function latestEditions(lines: readonly RegisterLine[]): ReadonlyMap<string, PublishedEdition> {
  const latest = new Map<string, PublishedEdition>();
  for (const { line, day } of inForce(lines)) {
    if (line.action === "build") {
      const { quarter, fingerprint, edition = { number: 1, day, replaces: null } } = line;
      const before = latest.get(quarter);
      latest.set(quarter, {
        quarter,
        ...edition,
        fingerprint,
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
