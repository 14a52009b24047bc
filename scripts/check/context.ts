/** What every rule looks at: the counts by line, the deliveries in order. Built once; rules change nothing. */

import { FORCE_LABELS, formatPeriod, listSome, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { type Count, isCount, type Observation, OTHER_STATEMENT, type Recognition } from "../model/observation.ts";
import { compareText } from "../model/order.ts";
import { isHalfYear, isQuarter, isWholeYear, type Period, periodKey } from "../model/period.ts";
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

/** « Cambriolages de logement », police nationale, 1er trimestre 2026 */
export const describe = (o: Pick<Observation, "label" | "force" | "period">): string =>
  `${quote(o.label)}, ${FORCE_LABELS[o.force].toLowerCase()}, ${formatPeriod(o.period)}`;

/** Lines of one issue that are named. */
const MOST_LINES = 6;

/**
 * « Cambriolages de logement » (police nationale : 16 puis 18 ; ensemble : 25 puis 27), « Vols » (police nationale, ensemble : …): the
 * figures of one issue by line, with what is said of each.
 */
export function listLines(items: readonly { readonly figure: Observation; readonly words: string }[]): string {
  const lines = [...Map.groupBy(items, ({ figure }) => lineKey(figure)).values()].map((own) => {
    const said = [...Map.groupBy(own, ({ words }) => words)].map(
      ([words, same]) => `${same.map(({ figure }) => FORCE_LABELS[figure.force].toLowerCase()).join(", ")} : ${words}`,
    );
    return `${quote(own[0]?.figure.label ?? "")} (${said.join(" ; ")})`;
  });
  return listSome(lines, MOST_LINES, ", ", ["autre ligne", "autres lignes"]);
}

/** "le 1er trimestre 2026", "l'année 2025", "la période janvier à septembre 2026" */
export function withArticle(period: Period): string {
  const words = formatPeriod(period);
  if (isWholeYear(period)) return `l'${words}`;
  return isQuarter(period) || isHalfYear(period) ? `le ${words}` : `la période ${words}`;
}

/** "Vérifiez …" for figures that contradict each other. */
export const ASK_SERVICE =
  "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon.";
