/** Wholes and their parts: a cumulative count and the periods that it contains, a family and its lines, all the lines and their total. */
import { formatNumber, plural, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { type Count, isCount, type Observation } from "../model/observation.ts";
import { contains, periodKey, samePeriod } from "../model/period.ts";
import { labelKey, lineKey } from "../nomenclature/index.ts";
import { ASK_SERVICE, type CheckContext, comparable, describe, knownCount, withArticle } from "./context.ts";

export function* partAboveWhole({ observations, series }: CheckContext): Iterable<Issue> {
  const periods = [...new Map(observations.map((o) => [periodKey(o.period), o.period])).values()];
  const parts = new Map(
    periods.map((whole) => [
      periodKey(whole),
      periods.filter((period) => contains(whole, period) && !samePeriod(whole, period)),
    ]),
  );
  for (const own of series) {
    for (const whole of own.counts) {
      for (const period of parts.get(periodKey(whole.period)) ?? []) {
        const part = knownCount(own, period, whole.delivery);
        if (!part || part.value <= whole.value) continue;
        const revised =
          part.delivery === whole.delivery
            ? ""
            : ` Ce nombre vient de la livraison ${part.delivery} : il a pu être révisé depuis.`;
        yield {
          rule: "cumulative-below-part",
          severity: "warning",
          message:
            `${describe(whole)} : ${formatNumber(whole.value)}, moins que ${withArticle(part.period)} qui en fait partie ` +
            `(${formatNumber(part.value)}) ; le reste serait négatif (${formatNumber(whole.value - part.value)}).${revised}`,
          hint: ASK_SERVICE,
          place: whole.provenance,
          actual: String(whole.value),
          expected: `${part.value} au moins`,
        };
      }
    }
  }
}

/** The lines of a family never exceed it. */
export function* familySum({ observations }: CheckContext): Iterable<Issue> {
  const lines = observations.filter(isCount).filter((o) => o.kind === "line");
  const groups = Map.groupBy(
    lines,
    (o) => `${o.statement}|${o.provenance.file}|${o.provenance.part}|${o.force}|${periodKey(o.period)}`,
  );
  for (const counts of groups.values()) {
    for (const family of counts.filter((c) => c.family === null)) {
      const cells = counts.filter((c) => isFamily(family, c.family));
      const own = [...new Map(cells.map((c) => [lineKey(c), c])).values()]; // each line once
      const sum = own.reduce((total, c) => total + c.value, 0);
      if (sum <= family.value) continue;
      const above = own.filter((c) => c.value > family.value);
      const [first] = above;
      yield {
        rule: "lines-exceed-family",
        severity: "warning",
        message: first
          ? `${describe(family)} : la sous-ligne ${quote(first.label)} (${formatNumber(first.value)}) dépasse sa famille (${formatNumber(family.value)}).`
          : `${describe(family)} : ses ${plural(own.length, "sous-ligne")} font ${formatNumber(sum)}, plus que la famille (${formatNumber(family.value)}).`,
        hint: first ? ASK_SERVICE : `${ASK_SERVICE} Des sous-lignes qui se recoupent (« dont … ») peuvent l'expliquer.`,
        place: (first ?? family).provenance,
        actual: String(first?.value ?? sum),
        expected: `${family.value} au plus`,
      };
    }
  }
}

/** `name`: the family that a line says it belongs to, by id or by label as sent. */
const isFamily = (family: Count, name: string | null): boolean =>
  name !== null && (family.indicator === name || labelKey(family.label) === labelKey(name));

/**
 * A row « Total » under lines: where it is their sum in most columns, or in another table of the statement, it should be so in all. Where
 * it never is, it counts something else (lines that are not printed, families and their lines), and nothing is said.
 */
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
      yield {
        rule: "total-does-not-add-up",
        severity: "warning",
        message: `${describe(total)} : les lignes au-dessus font ${formatNumber(sum)}, le total imprimé est ${formatNumber(total.value)}.`,
        hint: ASK_SERVICE,
        place: total.provenance,
        actual: String(total.value),
        expected: String(sum),
      };
  }
}

/** The lines of its column between it and the total before; null where one of them is not known. */
function summed(total: Count, column: readonly Observation[]): { readonly total: Count; readonly sum: number } | null {
  const above = column.filter(({ provenance }) => provenance.row < total.provenance.row);
  const start = Math.max(0, ...above.filter((o) => o.kind === "total").map(({ provenance }) => provenance.row));
  const lines = above.filter((o) => o.kind === "line" && o.provenance.row > start);
  const isSame = (o: Observation): boolean =>
    o.force === total.force && o.period.first === total.period.first && o.period.last === total.period.last;
  if (lines.length === 0 || !lines.every((o) => isCount(o) && isSame(o))) return null;
  return { total, sum: lines.reduce((sum, o) => sum + (o.value ?? 0), 0) };
}
