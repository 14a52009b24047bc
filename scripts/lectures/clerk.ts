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
import { daysAfter } from "../model/typed.ts";
import { isCopy, lineKey } from "../nomenclature/index.ts";
import type { Difference } from "./news-words.ts";

type Column = readonly Count[];

const columnOf = (observations: readonly Observation[], force: Force, period: Period): Column =>
  observations.filter((o) => o.force === force && samePeriod(o.period, period) && entersSeries(o)).filter(isCount);

const FORCES: readonly Force[] = ["PN", "GN", "ensemble"];

const first = (column: Column) => {
  const [place] = column.map((o) => o.provenance);
  return place ? { place } : {};
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
  return isCopy(police, gendarmerie)
    ? [
        {
          says: `la gendarmerie a, ligne pour ligne, les chiffres de la police (${formatPeriod(period)})`,
          ...first(gendarmerie),
        },
      ]
    : [];
}

function sameYears(own: readonly Observation[], force: Force, quarter: Period): readonly Difference[] {
  const [now, before] = [quarter, shiftYears(quarter, -1)].map((period) => columnOf(own, force, period));
  return now && before && isCopy(now, before)
    ? [
        {
          says: `les deux années ont, ligne pour ligne, les mêmes chiffres (${FORCE_LABELS[force].toLowerCase()})`,
          ...first(now),
        },
      ]
    : [];
}

const sum = (column: Column): number => column.reduce((total, o) => total + o.value, 0);

/** All at zero, or nothing, where there was much: the total is then the other force's alone. */
function emptyForces({ recognition, history }: Later, periods: readonly Period[]): readonly Difference[] {
  const own = recognition.observations;
  return (["PN", "GN"] as const).flatMap((force) =>
    periods.flatMap((period): readonly Difference[] => {
      const now = columnOf(own, force, period);
      const hasPlaces = own.some((o) => o.force === force && periodKey(o.period) === periodKey(period));
      if (!hasPlaces || sum(now) > 0) return [];
      const before = [
        ...Map.groupBy(
          history.filter((o) => o.force === force && isCount(o) && lengthOf(o.period) === lengthOf(period)),
          (o) => periodKey(o.period),
        ).values(),
      ];
      const usual = before.map((counts) => counts.reduce((total, o) => total + (o.value ?? 0), 0));
      const most = Math.max(0, ...usual);
      if (most < 10) return [];
      const had = usual.every((sum) => sum === most) ? formatNumber(most) : `jusqu'à ${formatNumber(most)}`;
      return [
        {
          says: `aucun fait pour la ${FORCE_LABELS[force].toLowerCase()} (${formatPeriod(period)}), qui en avait ${had}`,
          ...first(now),
        },
      ];
    }),
  );
}

/** Six times more, or less, than ever before, and thirty facts at least. */
const TIMES = 6;
const FACTS = 30;

function outOfProportion({ recognition, quarter, history }: Later): readonly Difference[] {
  const known = Map.groupBy(
    history.filter(isCount).filter(entersSeries),
    (o) => `${lineKey(o)}|${o.force}|${lengthOf(o.period)}`,
  );
  return recognition.observations
    .filter(isCount)
    .filter((o) => entersSeries(o) && o.period.last === quarter.last)
    .flatMap((o): readonly Difference[] => {
      const values = known.get(`${lineKey(o)}|${o.force}|${lengthOf(o.period)}`)?.map((before) => before.value) ?? [];
      if (values.length === 0) return [];
      const [least, most] = [Math.min(...values), Math.max(...values)];
      const isFar =
        (o.value > TIMES * most && o.value - most >= FACTS) || (least > TIMES * o.value && least - o.value >= FACTS);
      return isFar
        ? [
            {
              says: `${quote(o.label)} (${FORCE_LABELS[o.force].toLowerCase()}) : ${formatNumber(o.value)}, contre ${least === most ? formatNumber(most) : `${formatNumber(least)} à ${formatNumber(most)}`} jusqu'ici`,
              place: o.provenance,
            },
          ]
        : [];
    });
}

/** Before a day that a text says to be its own. */
const EDITED =
  "(?:édit(?:é|ée|és|ion)|imprimée?s?|extraite?s?|extraction|générée?s?|établie?s?|arrêtée?s?|mise? à jour|tirage)\\s*(?:le|du|au|:|\\s)+\\s*";

/** « Édité le 12 mai 2026 » on the figures of a quarter that ends in June. */
function editedTooEarly({ tables }: Recognition, quarter: Period): readonly Difference[] {
  const end = lastDay(quarter);
  const texts = tables.flatMap(({ grid }) => [...grid.rows.flat().map((cell) => cell.text), ...(grid.besides ?? [])]);
  const [early] = texts.flatMap((text) => daysAfter(EDITED, text)).filter((day) => day < end);
  return early ? [{ says: `il est édité le ${formatDate(early)}, avant la fin du ${formatPeriod(quarter)}` }] : [];
}
