/**
 * Months that a template holds each quarter, and that a later file does not: of three months a quarter one is not there, the last quarter of
 * a list of the year has no row of the police. A line without facts may have no row: of a force, all of them are looked at together.
 */
import type { Force, Observation } from "../model/observation.ts";
import { addMonths, isWholeYear, lengthOf, monthIndex, type Period, samePeriod } from "../model/period.ts";
import type { Counted, MapOfFile } from "./map.ts";

const MONTHS_OF_QUARTER = 3;

/** Of which no figure is there, counted for this force. */
export interface MonthsGone {
  readonly force: Force;
  readonly period: Period;
}

type Held = Pick<Observation, "statement" | "force" | "period">;

const seriesOf = ({ statement, force, period }: Held): string => [statement, force, lengthOf(period)].join("|");
type HeldByMap = Held & Pick<Counted, "spans">;
const countsOf = ({ tables }: MapOfFile): readonly HeldByMap[] =>
  tables.flatMap(({ rows }) =>
    rows.flat().flatMap((cell) => {
      if (cell.is !== "count") return [];
      const { of, spans } = cell;
      // a whole year follows the years, not the quarters
      return of.value === null || isWholeYear(of.period) ? [] : [{ ...of, spans }];
    }),
  );

/** @param quarter of the later file. */
export function monthsGone(map: MapOfFile, later: readonly Held[], quarter: Period): readonly MonthsGone[] {
  const now = Map.groupBy(later, seriesOf);
  return [...Map.groupBy(countsOf(map), seriesOf)].flatMap(([series, before]): readonly MonthsGone[] => {
    const held = now.get(series) ?? [];
    const [first] = held;
    if (!first) return quarterGone(before, map.quarter, later, quarter);
    const length = lengthOf(first.period);
    /** Months from the end of each to the end of the quarter. */
    const apart = (of: readonly Held[], { last }: Period): ReadonlySet<number> =>
      new Set(of.map(({ period }) => monthIndex(last) - monthIndex(period.last)));
    const [was, is] = [apart(before, map.quarter), apart(held, quarter)];
    const followed = (from: number, to: number): readonly number[] =>
      Array.from({ length: Math.max(0, Math.ceil((to - from) / length)) }, (_, i) => from + i * length);
    const newest = Math.min(...was);
    const isFollowing = followed(newest, Math.max(...was)).every((months) => was.has(months));
    const ofQuarter = [...was].filter((months) => months < MONTHS_OF_QUARTER);
    const wanted = new Set(isFollowing ? [...followed(newest, Math.max(...is)), ...ofQuarter] : [newest]);
    return [...wanted]
      .filter((months) => !is.has(months))
      .map((months) => {
        const last = addMonths(quarter.last, -months);
        return { force: first.force, period: { first: addMonths(last, 1 - length), last } };
      });
  });
}

/** The quarter itself, of a force that has figures of other months alone: the half-year in its place. Counts since January go on. */
function quarterGone(before: readonly HeldByMap[], was: Period, later: readonly Held[], quarter: Period) {
  const own = before.find(({ period, spans }) => samePeriod(period, was) && spans.some(({ is }) => is === "months"));
  const isThere = later.some(({ statement, force }) => statement === own?.statement && force === own.force);
  return own && isThere ? [{ force: own.force, period: quarter }] : [];
}
