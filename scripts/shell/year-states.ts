/** The quarters of the year as index.html shows them: how far each has come, and what to do next. The year is that of what is held. */
import { copiesOf, isOut } from "../custody/copies/copies.ts";
import type { RegisterLine } from "../custody/index.ts";
import { type Holdings, quartersHeld } from "../holdings/holdings.ts";
import { deliveryQuarter, dueDay } from "../model/delivery.ts";
import { NO_STATES, type YearStates } from "../model/edition.ts";
import { formatDate, formatPeriod } from "../model/format.ts";
import { periodOfQuarter, quarterId, quarter as quarterOf, shiftQuarters, yearOf } from "../model/period.ts";

interface Known {
  readonly holdings: Holdings;
  readonly lines: readonly RegisterLine[];
  /** Deliveries whose reception is in the register; undefined: there is no register, as for the demonstration. */
  readonly received: readonly string[] | undefined;
  /** Is a lecture of the quarter still to be confirmed? */
  readonly toConfirm: (quarter: string) => boolean;
  /** Day of the build, "2026-11-29": that of what the register says of copies. */
  readonly today: string;
  /** Quarters that have a bulletin, those that are being made among them. */
  readonly published: readonly string[];
}

/** The four of the year of the latest delivery, those from before the convention left out; after its fourth, the first of the next too. */
export function yearStates(known: Known): YearStates {
  const held = quartersHeld(known.holdings);
  const latest = held.at(-1);
  if (latest === undefined) return NO_STATES;
  const year = yearOf(periodOfQuarter(latest).last);
  const first = known.holdings.settings.since ?? held[0] ?? latest;
  const all = [1, 2, 3, 4].map((n) => quarterOf(year, n));
  const last = quarterOf(year, 4);
  const shown = (quarterId(last) === latest ? [...all, shiftQuarters(last, 1)] : all).filter(
    (period) => quarterId(period) >= first || held.includes(quarterId(period)),
  );
  const quarters = shown.map((period) => {
    const id = quarterId(period);
    const due = `attendu le ${formatDate(dueDay(period, known.holdings.settings.deliveryDay))}`;
    const steps = held.includes(id) ? stepsOf(id, known) : [];
    const undone = steps.find(({ done }) => !done);
    return {
      quarter: formatPeriod(period),
      steps: [{ label: due, done: held.includes(id) }, ...steps.map(({ label, done }) => ({ label, done }))],
      next:
        steps.length === 0 ? `déposer ses fichiers dans data/${id}, puis npm run trimestre` : (undone?.todo ?? "rien"),
    };
  });
  return { asOf: known.received === undefined ? null : formatDate(known.today), quarters };
}

function stepsOf(id: string, { lines, received, toConfirm, published }: Known) {
  const copies = copiesOf(lines).filter((copy) => copy.quarter === id);
  const out = copies.filter(isOut).length;
  const kept = copies.filter(({ destroyedOn }) => destroyedOn === null).length;
  return [
    {
      label: "reçu",
      done: received === undefined || received.some((delivery) => deliveryQuarter(delivery) === id),
      todo: `npm run reception -- ${id}`,
    },
    { label: "lecture confirmée", done: !toConfirm(id), todo: `npm run lecture -- ${id}` },
    { label: "publié", done: published.includes(id), todo: `npm run build -- --trimestre ${id}` },
    ...(received === undefined
      ? []
      : [
          { label: "exemplaires remis", done: copies.length > 0, todo: `npm run copies -- ${id} --pour tous` },
          {
            label: "revenus",
            done: copies.length > 0 && out === 0,
            todo: "npm run trimestre, qui demande lesquels sont revenus",
          },
          {
            label: "détruits",
            done: copies.length > 0 && kept === 0,
            todo: "npm run trimestre, qui demande lesquels sont détruits",
          },
        ]),
  ];
}
