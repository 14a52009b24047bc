/** Rates per 1 000: the commune's, over twelve months, and those of a public base, by year. */
import type { Rate, ReferenceRate } from "../../model/analysis.ts";
import type { TableCell } from "../../model/document/table.ts";
import { formatNumber } from "../../model/format.ts";
import { UNKNOWN } from "./cells.ts";
import type { Context } from "./context.ts";
import type { Line } from "./lines.ts";

export const rateCell = (rate: number | null): TableCell =>
  rate === null ? UNKNOWN : { text: formatNumber(rate, 2), sort: rate };

/** The rate of the latest year that the base publishes, not later than the bulletin's own: a quarter made again compares with its time. */
export const latestRate = (c: Context, indicator: string | null, territory: string): ReferenceRate | undefined =>
  c.analysis.references
    .filter((r) => r.indicator === indicator && r.territory === territory && r.year <= c.year)
    .toSorted((a, b) => a.year - b.year)
    .at(-1);

/** The territory of the public base that is not the commune itself: its département. undefined when the base has none of these lines. */
export const widerTerritory = (c: Context, lines: readonly Line[]): string | undefined =>
  c.analysis.references.find(
    (r) => r.territory !== c.settings.commune.name && lines.some(({ whole }) => whole?.indicator === r.indicator),
  )?.territory;

/** Of a rate that stands apart, as table 1 and page one say it. */
export const besideWord = ({ low }: Ends): "au-dessus" | "en dessous" => (low > 1 ? "au-dessus" : "en dessous");

/** Of an interval. */
export type Ends = Pick<Rate, "low" | "high">;

/** How the commune's rate stands to that of a territory: only where its whole wide interval lies on one side. */
export function rateBeside(rate: Rate | null, other: ReferenceRate): Ends | null {
  if (!rate?.wide || rate.denominator !== other.denominator || other.rate <= 0) return null;
  const { low, high } = rate.wide;
  return low <= other.rate && high >= other.rate ? null : { low: low / other.rate, high: high / other.rate };
}
