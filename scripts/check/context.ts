/** What every rule looks at: the counts by line, the deliveries in order. Built once; rules change nothing. */

import type { Figure } from "../model/about-counts.ts";
import type { Issue } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { type Count, isCount, type Observation, OTHER_STATEMENT, type Recognition } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { type Period, periodKey } from "../model/period.ts";
import { type Own, own, printable, type Received } from "../model/received.ts";
import type { Settings } from "../model/settings.ts";
import { lineKey } from "../nomenclature/index.ts";

export interface CheckInput {
  readonly recognitions: readonly Recognition[];
  /** Paths of files of which an error says already why nothing is read. */
  readonly refused?: ReadonlySet<string>;
  readonly nomenclature: Nomenclature;
  readonly settings: Settings;
  /** "2026-04-09" */
  readonly today: string;
}

/** The known counts of one line, force and kind. */
export interface Series {
  readonly counts: readonly Count[];
  /** By periodKey: what the deliveries say of one figure. */
  readonly byPeriod: ReadonlyMap<string, readonly Count[]>;
}

export interface CheckContext extends CheckInput {
  readonly observations: readonly Observation[];
  readonly series: readonly Series[];
  /** Names of the delivery folders that hold a file, in order of time. */
  readonly deliveries: readonly string[];
}

/** One rule: it only yields issues. */
export type Rule = (context: CheckContext) => Iterable<Issue>;

/**
 * Counts that may be held against each other: of the same line (nomenclature/line.ts), and of one kind. The lines of other documents
 * are held against those of their own file only: the same words may count other things elsewhere.
 */
export const comparable = (o: Observation): string =>
  [o.kind, o.statement === OTHER_STATEMENT ? o.provenance.file : "", lineKey(o)].join("|");

/** Names of the delivery folders that hold a file, in order of time. */
export const deliveriesOf = (recognitions: readonly Recognition[]): readonly string[] =>
  [...new Set(recognitions.map((r) => r.file.source.delivery))].sort(compareText);

export function createContext(input: CheckInput): CheckContext {
  const observations = input.recognitions.flatMap((r) => r.observations);
  const deliveries = deliveriesOf(input.recognitions);
  const byLine = Map.groupBy(observations.filter(isCount), (o) => `${comparable(o)}|${o.force}`);
  const series = [...byLine.values()].map((counts) => ({
    counts,
    byPeriod: Map.groupBy(counts, (c) => periodKey(c.period)),
  }));
  return { ...input, observations, deliveries, series };
}

/**
 * The count of a period as known in a delivery: its own, else the latest earlier one. undefined when there is none, or when
 * one delivery gives two values (another rule says so).
 */
export function knownCount({ byPeriod }: Series, period: Period, delivery: string): Count | undefined {
  let known: Count | undefined;
  let isOne = true;
  for (const count of byPeriod.get(periodKey(period)) ?? []) {
    if (count.delivery > delivery) continue;
    if (known === undefined || count.delivery > known.delivery) {
      known = count;
      isOne = true;
    } else if (count.delivery === known.delivery && count.value !== known.value) isOne = false;
  }
  return isOne ? known : undefined;
}

/**
 * The label of a count, as a remark gives it: a line that nobody confirmed has lost its own before the checks (lectures/veil.ts), so that
 * what it bears here may be printed.
 */
export const labelOf = ({ label }: Pick<Observation, "label">): Received => printable(label);

/** « Cambriolages de logement », police nationale, 1er trimestre 2026 */
export const figureOf = (o: Pick<Observation, "label" | "force" | "period">): Figure => ({
  label: labelOf(o),
  force: o.force,
  period: o.period,
});

export const wholeOf = (count: Count) => ({ figure: figureOf(count), value: count.value });

/** The figures of one issue by line, with what is said of each. */
export const byLine = <Item>(items: readonly { readonly figure: Observation; readonly said: Item }[]) =>
  [...Map.groupBy(items, ({ figure }) => lineKey(figure)).values()].map((own) => ({
    label: printable(own[0]?.figure.label ?? ""),
    items: own.map(({ figure, said }) => ({ force: figure.force, ...said })),
  }));

/** The name of a statement. */
export const statementOf = (nomenclature: Nomenclature, id: string): Own =>
  own(nomenclature.statements.find((s) => s.id === id)?.label ?? id);
