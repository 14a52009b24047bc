/** What a clerk would notice in the figures of a new file, whose template is the one that was confirmed. */
import { FORCE_LABELS, formatDate, formatNumber, formatPeriod, quote } from "../model/format.ts";
import {
  type Count,
  entersSeries,
  type Force,
  isCount,
  type Observation,
  type Recognition,
} from "../model/observation.ts";
import { distinctPeriods, lastDay, lengthOf, type Period, periodKey, samePeriod, shiftYears } from "../model/period.ts";
import { madeBefore } from "../model/typed.ts";
import { isCopy, lineKey } from "../nomenclature/index.ts";
import type { Difference } from "./news-words.ts";

type Column = readonly Count[];

const columnOf = (observations: readonly Observation[], force: Force, period: Period): Column =>
  observations.filter((o) => o.force === force && samePeriod(o.period, period) && entersSeries(o)).filter(isCount);

const FORCES: readonly Force[] = ["PN", "GN", "ensemble"];

const differenceAt = (says: string, column: readonly Observation[]): Difference => {
  const [first] = column;
  return first ? { says, place: first.provenance } : { says };
};

interface Later {
  readonly recognition: Recognition;
  readonly quarter: Period;
  /** Counts confirmed before, of the quarters before. */
  readonly history: readonly Observation[];
}

export function clerkDifferences(later: Later): readonly Difference[] {
  const { recognition, quarter } = later;
  const own = recognition.observations;
  const periods = distinctPeriods(own.map((o) => o.period));
  return [
    ...periods.flatMap((period) => sameForces(own, period)),
    ...FORCES.flatMap((force) => sameYears(own, force, quarter)),
    ...emptyForces(later, periods),
    ...outOfProportion(later),
    ...editedTooEarly(recognition, quarter),
  ];
}

function sameForces(own: readonly Observation[], period: Period): readonly Difference[] {
  const [police, gendarmerie] = [columnOf(own, "PN", period), columnOf(own, "GN", period)];
  const says = `la gendarmerie a, ligne pour ligne, les chiffres de la police (${formatPeriod(period)})`;
  return isCopy(police, gendarmerie) ? [differenceAt(says, gendarmerie)] : [];
}

function sameYears(own: readonly Observation[], force: Force, quarter: Period): readonly Difference[] {
  const [now, before] = [columnOf(own, force, quarter), columnOf(own, force, shiftYears(quarter, -1))];
  const says = `les deux années ont, ligne pour ligne, les mêmes chiffres (${FORCE_LABELS[force].toLowerCase()})`;
  return isCopy(now, before) ? [differenceAt(says, now)] : [];
}

const sum = (counts: readonly Observation[]): number => counts.reduce((total, o) => total + (o.value ?? 0), 0);

/** All at zero, or nothing, where there was much: the total is then the other force's alone. */
function emptyForces({ recognition, history }: Later, periods: readonly Period[]): readonly Difference[] {
  const own = recognition.observations;
  return (["PN", "GN"] as const).flatMap((force) =>
    periods.flatMap((period): readonly Difference[] => {
      const now = columnOf(own, force, period);
      const hasPlaces = own.some((o) => o.force === force && samePeriod(o.period, period));
      if (!hasPlaces || sum(now) > 0) return [];
      const before = history.filter((o) => o.force === force && lengthOf(o.period) === lengthOf(period));
      const usual = [...Map.groupBy(before.filter(isCount), (o) => periodKey(o.period)).values()].map(sum);
      const most = Math.max(0, ...usual);
      if (most < 10) return [];
      const had = usual.every((total) => total === most) ? formatNumber(most) : `jusqu'à ${formatNumber(most)}`;
      const says = `aucun fait pour la ${FORCE_LABELS[force].toLowerCase()} (${formatPeriod(period)}), qui en avait ${had}`;
      return [differenceAt(says, now)];
    }),
  );
}

/** Six times more, or less, than ever before, and thirty facts at least. */
const TIMES = 6;
const FACTS = 30;

function outOfProportion({ recognition, quarter, history }: Later): readonly Difference[] {
  const keyOf = (o: Observation): string => `${lineKey(o)}|${o.force}|${lengthOf(o.period)}`;
  const known = Map.groupBy(history.filter(isCount).filter(entersSeries), keyOf);
  const own = recognition.observations.filter(isCount).filter(entersSeries);
  return own.flatMap((o): readonly Difference[] => {
    const values = known.get(keyOf(o))?.map((before) => before.value) ?? [];
    if (values.length === 0 || o.period.last !== quarter.last) return [];
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const isFar =
      (o.value > TIMES * most && o.value - most >= FACTS) || (least > TIMES * o.value && least - o.value >= FACTS);
    const range = least === most ? formatNumber(most) : `${formatNumber(least)} à ${formatNumber(most)}`;
    const says = `${quote(o.label)} (${FORCE_LABELS[o.force].toLowerCase()}) : ${formatNumber(o.value)}, contre ${range} jusqu'ici`;
    return isFar ? [differenceAt(says, [o])] : [];
  });
}

/** « Édité le 12 mai 2026 » on the figures of a quarter that ends in June. */
function editedTooEarly({ tables }: Recognition, quarter: Period): readonly Difference[] {
  const texts = tables.flatMap(({ grid }) => [
    // "Édition | 08/04/2026"
    ...grid.rows.flatMap((cells) => cells.flatMap(({ text }, i) => [text, `${cells[i - 1]?.text ?? ""} : ${text}`])),
    ...(grid.besides ?? []),
  ]);
  const early = madeBefore(texts, lastDay(quarter));
  return early ? [{ says: `il est édité le ${formatDate(early)}, avant la fin du ${formatPeriod(quarter)}` }] : [];
}
