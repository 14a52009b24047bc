/** One row of a public base: its year and its rate, held against its own count and size. */

import { formatNumber, quote } from "../../model/format.ts";
import type { Cell, Grid } from "../../model/grid.ts";
import type { Issue } from "../../model/issue.ts";
import type { Indicator } from "../../model/nomenclature.ts";
import type { RuleName } from "../../model/rules.ts";
import type { ReferenceColumns } from "./columns.ts";

/** Why a value is left out. */
export interface Fault {
  readonly rule: RuleName;
  readonly message: string;
  readonly column: number;
}
type RowRead =
  | { readonly kind: "rate"; readonly year: number; readonly rate: number }
  | { readonly kind: "unpublished" }
  | (Fault & { readonly kind: "fault" });

/** The rate that one row says of the indicator. */
export function readRow(cells: readonly Cell[], columns: ReferenceColumns, indicator: Indicator): RowRead {
  const text = (column: number | null) => (column === null ? "" : (cells[column]?.text.trim() ?? ""));
  const fault = (rule: RuleName, column: number, message: string) => ({
    kind: "fault" as const,
    rule,
    column,
    message,
  });
  const [yearText, rateText] = [text(columns.year), text(columns.rate)];
  const year = parseYear(yearText);
  if (year === undefined)
    return fault("reference-value-unreadable", columns.year, `L'année ${quote(yearText)} n'est pas comprise.`);
  const rate = parseDecimal(rateText);
  if (rate === null || /^n/i.test(text(columns.published))) return { kind: "unpublished" };
  if (rate === undefined || rate < 0)
    return fault("reference-value-unreadable", columns.rate, `Le taux ${quote(rateText)} n'est pas compris.`);
  const size = parseDecimal(text(indicator.denominator === "logements" ? columns.dwellings : columns.population));
  const count = parseDecimal(text(columns.count));
  if (size && typeof count === "number" && !agrees(rate, count, size))
    return fault(
      "reference-rate-contradicts-count",
      columns.rate,
      `${indicator.label}, ${year} : le taux ${quote(rateText)} n'est pas celui de ${formatNumber(count)} pour ${formatNumber(size)} ${indicator.denominator}.`,
    );
  return { kind: "rate", year, rate };
}

/** A value left out, said with its cell. `index`: of the row. */
export const leftOut = (grid: Grid, index: number, { rule, message, column }: Fault): Issue => ({
  rule,
  severity: "warning",
  message: `${message} La valeur est laissée de côté.`,
  hint: "Téléchargez de nouveau la base sur data.gouv.fr, sans la réenregistrer dans un tableur.",
  place: {
    file: grid.file,
    part: grid.part,
    row: index + 1,
    column: column + 1,
    raw: grid.rows[index]?.[column]?.text ?? "",
  },
});

/** A published rate is count / size × 1 000, to its own rounding: half a per cent, or half a unit of the fourth decimal. */
const agrees = (rate: number, count: number, size: number): boolean =>
  Math.abs(rate - (count / size) * 1000) <= Math.max(0.005 * rate, 0.00005);

/** "16" => 2016, "2016" => 2016; undefined for anything else. */
function parseYear(text: string): number | undefined {
  if (/^(19|20)\d{2}$/.test(text)) return Number(text);
  return /^\d{2}$/.test(text) ? 2000 + Number(text) : undefined;
}

/** "7,83e-03" => 0.00783, "2,25" => 2.25; null: not published ("NA", "ndiff", empty); undefined: not a number. */
function parseDecimal(text: string): number | null | undefined {
  if (/^(na|n\/a|nd|nc|ndiff|s|)$/i.test(text)) return null;
  return /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text.replace(",", ".")) : undefined;
}
