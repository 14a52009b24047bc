/** "Rappel T1 2025" beside columns that the title dates: the same figures of another year. */
import type { Force } from "../../model/observation.ts";
import { fullPeriod } from "../words/period-part.ts";
import { isCount } from "../words/said.ts";
import type { Axis } from "./axis.ts";
import type { Context } from "./context.ts";

/**
 * « IS 101 - T1 2026 » over "Police | Gendarmerie | Rappel T1 2025": the title dates what its columns leave undated. Beside a column of
 * the title's own period nothing does, for the heading may have been lost.
 */
export function titleDates({ columns, sidesSayPeriod, spans: { anchor, explicit = [] } }: Context): boolean {
  if (sidesSayPeriod || anchor?.source !== "title") return false;
  const dated = columns.filter(({ axis }) => isCount(axis) && axis.periods.length > 0);
  const isBefore = explicit.every((period) => period.last < anchor.period.first);
  return isBefore && explicit.length > 0 && dated.every(({ axis }) => axis.periods.every((p) => fullPeriod(p)));
}

/** After "Gendarmerie" alone it is of the gendarmerie, after "Police | Gendarmerie | Total" of both, as the total is; null: nothing tells. */
export function reminderForce(context: Context, { periods, force, total }: Axis): Force | null {
  if (force !== null || total || periods.length !== 1 || context.block.header.length !== 1 || !titleDates(context))
    return null;
  const counts = context.columns.flatMap(({ axis }) => (isCount(axis) ? [axis] : []));
  if (counts.some((axis) => axis.periods.length > 0 && axis.force !== null)) return null;
  const undated = counts.filter((axis) => axis.periods.length === 0);
  if (undated.some(({ total }) => total)) return "ensemble";
  const [only = null, ...others] = new Set(undated.map((axis) => axis.force));
  return others.length === 0 ? only : null;
}
