/** Where a row and a column of numbers cross, with what the captions over the row and the texts around its table say. */

import type { Force } from "../../model/observation.ts";
import { once } from "../../model/remember.ts";
import type { Measure } from "../../nomenclature/index.ts";
import { type Legend, legendsIn, mayBeUncounted } from "../../nomenclature/index.ts";
import { isNear, type Surroundings } from "../layout/surroundings.ts";
import type { Axis } from "../meaning/axis.ts";
import type { Context } from "../meaning/context.ts";
import type { Family } from "../meaning/families.ts";
import { type ForceFinding, findForce } from "../meaning/force-around.ts";
import { findPlace, type PlaceFinding } from "../meaning/place-around.ts";
import { findMeasure } from "../meaning/printed.ts";
import { findPeriodLine, type PeriodFinding } from "../periods/around.ts";
import type { PeriodPart } from "../words/period-part.ts";

export interface Crossing {
  readonly row: number;
  readonly column: Context["columns"][number];
  readonly rowAxis: Axis;
  readonly family: Family | null;
  readonly above: Above;
}

/** The captions over a row within its table and what stands around the table, with what they say: each looked for once. */
export interface Above {
  readonly around: Surroundings;
  readonly place: () => PlaceFinding;
  readonly force: () => ForceFinding;
  readonly period: () => PeriodFinding;
  readonly measure: () => Measure | null;
  /** Of numbers whose row or column says a period. */
  readonly measureOfDated: () => Measure | null;
  /** "Cumul 2026": of numbers whose row and column say no months. */
  readonly running: () => string | null;
  /** What stands for no fact in the place of a number, "" for an empty cell. */
  readonly marksOfNone: (force: Force, family: string | null) => ReadonlySet<string>;
}

export const textsOver = (context: Context, around: Surroundings): Above => ({
  around,
  place: once(() => findPlace(context, around)),
  force: once(() => findForce(around)),
  period: once(() => findPeriodLine(around)),
  measure: once(() => findMeasure(around, false)),
  measureOfDated: once(() => findMeasure(around, true)),
  running: once(() => findRunning(around)),
  marksOfNone: (force, family) => findMarksOfNone(around, force, family),
});

/** Since January, or over twelve months. */
export const runs = (p: PeriodPart): boolean => p.cumulative === true || p.rolling === true;

/** "Cumul 2026" over a table, which is no title of the statement. */
const findRunning = ({ lines }: Surroundings): string | null =>
  lines.find((l) => isNear(l) && l.facets.statements.length === 0 && l.facets.periods.some(runs))?.text ?? null;

/** « Case vide : aucun fait » at the table, where no other legend says something else of the same mark. */
function findMarksOfNone({ lines, notes }: Surroundings, force: Force, family: string | null): ReadonlySet<string> {
  const legends = [...lines, ...notes]
    .flatMap(({ text }) => legendsIn(text))
    .filter((l) => l.force === null || l.force === force);
  const isOpen = (legend: Legend): boolean =>
    legend.mark === "" && legend.force === null && mayBeUncounted(force, family);
  const said = (none: boolean): ReadonlySet<string> =>
    new Set(legends.flatMap((l) => (l.isNone === none && !isOpen(l) ? [l.mark] : [])));
  return said(true).difference(said(false));
}
