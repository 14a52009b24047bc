/** The day of an edition: that on which the last of its inputs was received; never the day on which it was due, nor that of a clock. */
import { dueDay } from "../../model/delivery.ts";
import { formatDate, plural } from "../../model/format.ts";
import type { Recognition } from "../../model/observation.ts";
import { lastDay } from "../../model/period.ts";
import { ownDaysIn } from "../../model/typed.ts";
import { present } from "../words/present.ts";
import type { Context } from "./context.ts";
import { isDeliveryOf } from "./issues.ts";

type Days = Pick<Context, "received" | "analysis" | "id" | "quarter" | "recognitions">;

export interface EditionDay {
  /** "2026-04-08" */
  readonly day: string;
  /** The register knows when all the deliveries of the quarter came; a statement names its day; neither: the quarter's last day. */
  readonly from: "register" | "statement" | "quarter";
}

export function editionDay(c: Days): EditionDay {
  const known = c.analysis.deliveries.flatMap((delivery) => c.received[delivery] ?? []);
  const own = c.analysis.deliveries.filter((delivery) => isDeliveryOf(delivery, c.id));
  if (own.length > 0 && own.every((delivery) => c.received[delivery] !== undefined))
    return { day: latest(known), from: "register" };
  const end = lastDay(c.quarter);
  const named = latest([...known, ...c.recognitions.flatMap(daysNamed)]);
  return named > end ? { day: named, from: "statement" } : { day: end, from: "quarter" };
}

const latest = (days: readonly string[]): string => days.toSorted().at(-1) ?? "";

const daysNamed = ({ tables }: Recognition): readonly string[] =>
  tables.flatMap(({ grid }) => grid.ownDays ?? grid.rows.flat().flatMap(({ text }) => ownDaysIn(text)));

/** "12 jours après l'échéance du 8 avril 2026"; null for a delivery that came in time, or whose day is not known. */
export function lateness(c: Days & Pick<Context, "settings">): string | null {
  const [first] = ownDays(c).toSorted();
  const due = dueDay(c.quarter, c.settings.deliveryDay);
  if (first === undefined || first <= due) return null;
  const days = (Date.parse(first) - Date.parse(due)) / 86_400_000;
  return `${plural(days, "jour")} après l'échéance du ${formatDate(due)}`;
}

/** What the cover says of the day: "8 avril 2026"; "arrêtée au 31 mars 2026" where nothing tells when the deliveries came. */
export function editionDate(c: Days): string {
  const { day, from } = editionDay(c);
  return from === "quarter" ? `arrêtée au ${formatDate(day)}` : formatDate(day);
}

/** What it says beside: "édition 2, remplace celle du 8 avril 2026", "livraison reçue 12 jours après l'échéance …"; null: nothing. */
export function editionNote(c: Days & Pick<Context, "settings" | "edition">): string | null {
  const late = lateness(c);
  const { number, replaces } = c.edition;
  const replaced = replaces !== null && `édition ${number}, remplace celle du ${formatDate(replaces)}`;
  return present(replaced, late && `livraison reçue ${late}`).join(" ; ") || null;
}

/** "reçue le 8 avril 2026, complétée ou corrigée le 4 mai 2026": the delivery of the quarter; null where nothing says. */
export function receivedWords(c: Pick<Context, "received" | "analysis" | "id">): string | null {
  const [first, ...later] = [...new Set(ownDays(c))].toSorted().map((day) => `le ${formatDate(day)}`);
  if (first === undefined) return null;
  return `reçue ${first}${later.length > 0 ? `, complétée ou corrigée ${later.join(", puis ")}` : ""}`;
}

/** Days on which the deliveries of the quarter were received or changed; of those that the register knows. */
const ownDays = (c: Pick<Context, "received" | "analysis" | "id">): readonly string[] =>
  c.analysis.deliveries
    .filter((delivery) => isDeliveryOf(delivery, c.id))
    .flatMap((delivery) => c.received[delivery] ?? []);
