/**
 * The quarters of the year as index.html shows them: how far each has come, and what to do next; and the document of `npm run check --
 * --json`, an interface that others read: keep it stable.
 */
import { copiesOf } from "../custody/copies/copies.ts";
import type { RegisterLine } from "../custody/index.ts";
import { type Holdings, quartersHeld } from "../holdings/holdings.ts";
import { deliveryOfPath, deliveryQuarter, dueDay } from "../model/delivery.ts";
import { NO_STATES, type YearStates } from "../model/edition.ts";
import { formatDate, formatPeriod } from "../model/format.ts";
import { plainJson } from "../model/hidden-characters.ts";
import type { Issue } from "../model/issue.ts";
import { OTHER_STATEMENT, type Recognition } from "../model/observation.ts";
import { periodKey, periodOfQuarter, quarterId, quarter as quarterOf, shiftQuarters, yearOf } from "../model/period.ts";
import { isReadingRule } from "../model/rules.ts";

interface Known {
  readonly holdings: Holdings;
  readonly lines: readonly RegisterLine[];
  /** Deliveries whose reception is in the register; undefined: there is no register, as for the demonstration. */
  readonly received: readonly string[] | undefined;
  readonly issues: readonly Issue[];
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

function stepsOf(id: string, { lines, received, issues, published }: Known) {
  const isOf = (delivery: string | undefined): boolean => delivery !== undefined && deliveryQuarter(delivery) === id;
  const toConfirm = issues.some(({ rule, place }) => isReadingRule(rule) && isOf(place && deliveryOfPath(place.file)));
  const copies = copiesOf(lines).filter((copy) => copy.quarter === id);
  const out = copies.filter(({ state }) => state === "out").length;
  const kept = copies.filter(({ state }) => state !== "destroyed").length;
  return [
    { label: "reçu", done: received === undefined || received.some(isOf), todo: `npm run reception -- ${id}` },
    { label: "lecture confirmée", done: !toConfirm, todo: `npm run lecture -- ${id}` },
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

/** Statement of most of a file's counts; that of its first table when it has none; AUTRE when nothing was read. */
export function statementOf(recognition: Recognition): string {
  const counts = new Map<string, number>();
  for (const { statement } of recognition.observations) counts.set(statement, (counts.get(statement) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best?.[0] ?? recognition.tables.find((t) => t.statement !== OTHER_STATEMENT)?.statement ?? OTHER_STATEMENT;
}

/** Files, observations and issues as plain JSON, line by line: there may be ten thousand observations and more. */
export function* checkJson(recognitions: readonly Recognition[], issues: readonly Issue[]): Generator<string> {
  yield "{";
  yield* list("files", recognitions, (r) => ({
    path: r.file.source.path,
    sha256: r.file.source.sha256,
    format: r.file.format,
    statement: statementOf(r),
    delivery: r.file.source.delivery,
  }));
  const observations = recognitions.flatMap((r) => r.observations);
  yield* list("observations", observations, (o) => ({
    statement: o.statement,
    indicator: o.indicator,
    label: o.label,
    force: o.force,
    period: periodKey(o.period),
    value: o.value,
    status: o.status,
    delivery: o.delivery,
    provenance: o.provenance,
  }));
  yield* list(
    "issues",
    issues,
    ({ rule, severity, message, hint, place }) => ({
      rule,
      severity,
      message,
      hint: hint ?? null,
      place: place ?? null,
    }),
    "}",
  );
}

/** An item a line. @param end what follows the list. */
function* list<T>(name: string, items: readonly T[], toPlain: (item: T) => unknown, end = ","): Generator<string> {
  yield `"${name}": [`;
  for (const [i, item] of items.entries()) yield `${plainJson(toPlain(item))}${i < items.length - 1 ? "," : ""}`;
  yield `]${end}`;
}
