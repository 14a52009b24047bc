/**
 * A row « Total » under lines: where it is their sum in most columns, or in another table of the statement, it should be so in all. Where
 * it never is, it counts something else (lines that are not printed, families and their lines), and nothing is said.
 */
import { aWarning, type Issue } from "../model/issue.ts";
import { type Count, isCount, type Observation } from "../model/observation.ts";
import { isPartOfLine } from "../nomenclature/index.ts";
import { type CheckContext, comparable, wholeOf } from "./context.ts";

export function* linesSum({ observations }: CheckContext): Iterable<Issue> {
  const columns = Map.groupBy(observations, ({ provenance: p }) => `${p.file}|${p.part}|${p.column}`);
  const totals = [...columns.values()].flatMap((column) =>
    column.filter((o) => o.kind === "total" && isCount(o)).flatMap((total) => summed(total as Count, column) ?? []),
  );
  const rows = Map.groupBy(totals, ({ total: { provenance: p } }) => `${p.file}|${p.part}|${p.row}`);
  const found = [...rows.values()].map((all) => {
    const row = all.filter(({ total, sum }) => total.value + sum > 0); // 0 under zeros tells nothing
    return {
      name: all.map(({ total }) => comparable(total))[0],
      row,
      others: row.filter(({ total, sum }) => total.value !== sum),
    };
  });
  const sums = new Set(found.filter(({ row, others }) => row.length > 0 && others.length === 0).map((f) => f.name));
  for (const { name, row, others } of found) {
    if (others.length * 2 > row.length && !sums.has(name)) continue;
    for (const { total, sum } of others)
      yield aWarning("total-does-not-add-up", {
        about: { of: "lines", total: wholeOf(total), sum },
        place: total.provenance,
      });
  }
}

/** The lines of its column between it and the total before; null where one of them is not known. */
function summed(total: Count, column: readonly Observation[]): { readonly total: Count; readonly sum: number } | null {
  const above = column.filter(({ provenance }) => provenance.row < total.provenance.row);
  const start = Math.max(0, ...above.filter((o) => o.kind === "total").map(({ provenance }) => provenance.row));
  const lines = above.filter((o) => o.kind === "line" && o.provenance.row > start && !isPartOfLine(o));
  const isSame = (o: Observation): boolean =>
    o.force === total.force && o.period.first === total.period.first && o.period.last === total.period.last;
  if (lines.length === 0 || !lines.every((o) => isCount(o) && isSame(o))) return null;
  return { total, sum: lines.reduce((sum, o) => sum + (o.value ?? 0), 0) };
}
