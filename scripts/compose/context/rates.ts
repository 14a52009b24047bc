/** Rates per 1 000: the commune's, over twelve months, and those of a public base, by year. */
import type { Analysis, ReferenceRate } from "../../model/analysis.ts";
import type { TableCell } from "../../model/bulletin.ts";
import { formatNumber } from "../../model/format.ts";
import { figureCell, UNKNOWN } from "./cells.ts";
import type { Context } from "./context.ts";

export const rateCell = (rate: number | null): TableCell =>
  rate === null ? UNKNOWN : { text: formatNumber(rate, 2), sort: rate };

/** The commune's rate leads to the cells of the count that it is made from. */
export const communeRateCell = (a: Analysis | null): TableCell =>
  a?.rate == null ? rateCell(null) : { ...figureCell(a.rolling), ...rateCell(a.rate.value) };

/** The rate of the latest year that the base publishes. */
export const latestRate = (c: Context, indicator: string | null, territory: string): ReferenceRate | undefined =>
  c.analysis.references
    .filter((r) => r.indicator === indicator && r.territory === territory)
    .toSorted((a, b) => a.year - b.year)
    .at(-1);
