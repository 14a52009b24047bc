/** Which months, lines and forces a file gives figures of, told from the quarter of its delivery: the same each quarter. */
import { FORCE_LABELS, plural } from "../model/format.ts";
import { isCount, type Observation, type Recognition } from "../model/observation.ts";
import { addMonths, lengthOf, monthIndex, monthOf, type Period, yearOf } from "../model/period.ts";
import { abstract } from "./abstract.ts";
import type { Difference } from "./differences.ts";

/**
 * What a period is beside a quarter: of 2026-T1, 2025-01/2025-03 is "le trimestre, 1 an avant", and the cumulative count too: the first
 * quarter is both.
 */
function spanKinds(period: Period, quarter: Period): readonly string[] {
  const months = lengthOf(period);
  const before = monthIndex(quarter.last) - monthIndex(period.last);
  const years = before / 12;
  const ago = Number.isInteger(years) ? (years === 0 ? "" : `, ${plural(years, "an")} avant`) : null;
  const kinds: string[] = [];
  if (months === 3)
    kinds.push(ago === null ? `un trimestre, ${plural(before, "mois", "mois")} avant` : `le trimestre${ago}`);
  // in a table of the year, which fills up quarter after quarter; the first quarter, which has none before it, stands for those to come
  if (months === 3 && yearOf(period.last) === yearOf(quarter.last) && (before > 0 || monthOf(quarter.last) === 3))
    kinds.push("un trimestre déjà donné de l'année");
  if (ago !== null && monthOf(period.first) === 1 && yearOf(period.first) === yearOf(period.last))
    kinds.push(`le cumul depuis janvier${ago}`);
  if (months === 12 && monthOf(period.first) === 1)
    kinds.push(`l'année entière, ${plural(yearOf(quarter.last) - yearOf(period.last), "an")} avant`);
  if (months === 12 && ago !== null && period.first === addMonths(period.last, -11)) kinds.push(`douze mois${ago}`);
  return kinds.length > 0
    ? kinds
    : [`${plural(months, "mois", "mois")}, ${plural(before, "mois", "mois")} avant la fin du trimestre`];
}

/** The place of a figure: a line, a force and months that the table crosses, whether a number stands there or none. */
interface Given {
  /** Line and force. */
  readonly key: string;
  readonly force: Observation["force"];
  readonly kinds: readonly string[];
  readonly isFilled: boolean;
  readonly observation: Observation;
}

const givenBy = ({ observations }: Recognition, quarter: Period): readonly Given[] =>
  observations
    .filter((o) => o.status !== "derived")
    .map((o) => ({
      key: `${o.statement}|${o.kind}|${o.indicator ?? abstract(o.label)}|${o.force}`,
      force: o.force,
      kinds: spanKinds(o.period, quarter),
      isFilled: isCount(o) || o.status !== "missing",
      observation: o,
    }));

/** Figures that one file gives and the other does not, told by force and span. */
export function spanDifferences(
  known: { readonly recognition: Recognition },
  knownQuarter: Period,
  later: Recognition,
  quarter: Period,
): readonly Difference[] {
  const before = givenBy(known.recognition, knownQuarter);
  const now = givenBy(later, quarter);
  const filled = now.filter(({ isFilled }) => isFilled);
  const gone = without(
    before.filter(({ isFilled }) => isFilled),
    filled,
  );
  const withoutPlace = new Set(without(gone, now));
  const hasBlanks = before.some(({ isFilled }) => !isFilled);
  const isTold = (given: Given): boolean =>
    withoutPlace.has(given) || !hasBlanks || (given.observation.value ?? 0) >= MANY;
  return [...tell(without(filled, before), false), ...tell(gone.filter(isTold), true)];
}

/**
 * Where a template leaves a blank or a dash for no fact, it has another one each quarter: told where so many facts stood, which do not
 * come down to none.
 */
const MANY = 6;

/** Those of which the others have no place. */
function without(these: readonly Given[], others: readonly Given[]): readonly Given[] {
  const known = Map.groupBy(others, (given) => given.key);
  return these.filter(
    ({ key, kinds }) => !known.get(key)?.some((other) => other.kinds.some((kind) => kinds.includes(kind))),
  );
}

const tell = (given: readonly Given[], areGone: boolean): readonly Difference[] =>
  [...Map.groupBy(given, ({ force, kinds }) => `${FORCE_LABELS[force].toLowerCase()}, ${kinds[0]}`)].map(
    ([what, own]) => {
      const [first, second] = own;
      const lines = own
        .slice(0, 2)
        .map(({ observation }) => observation.label)
        .join(", ");
      const be = second ? "étaient" : "était";
      const words = areGone ? `l'${be}, et ne ${second ? "le sont" : "l'est"} plus` : `ne l'${be} pas`;
      return {
        says: `${plural(own.length, "chiffre lu", "chiffres lus")} (${what} : ${lines}${own.length > 2 ? "…" : ""}) ${words}`,
        ...(first && !areGone ? { place: first.observation.provenance } : {}),
      };
    },
  );
