/** A figure of several quarters against the quarters that stand beside it: it is their sum, or the bulletin says why not. */
import type { Analysis, Figure } from "../../model/analysis.ts";
import { deliveryOfPath } from "../../model/delivery.ts";
import { formatNumber, formatPeriod } from "../../model/format.ts";
import { compareText } from "../../model/order.ts";
import { lengthOf, type Period, quartersOf, samePeriod } from "../../model/period.ts";
import { quoted } from "../words/words.ts";

type Series = Analysis["series"];

/** The quarters of a span, in order; undefined for one that the series does not hold. */
const quartersIn = (series: Series, span: Period): readonly (Figure | undefined)[] =>
  (quartersOf(span) ?? []).map((q) => series.find((p) => samePeriod(p.figure.period, q))?.figure);

/** null when one of the quarters is not known. */
function sumOf(quarters: readonly (Figure | undefined)[]): number | null {
  const values = quarters.flatMap((f) => f?.value ?? []);
  return values.length === quarters.length && values.length > 0 ? values.reduce((x, y) => x + y, 0) : null;
}

/** "45 transmis"; "45 calculé", from other spans that were sent */
const asGiven = (figure: Figure): string =>
  `${formatNumber(figure.value ?? 0)} ${figure.status === "derived" ? "calculé" : "transmis"}`;

/** "somme de ses trimestres 46, un trimestre révisé depuis"; undefined when it is their sum, or when one of them is not known. */
export function againstItsQuarters(series: Series, figure: Figure): string | undefined {
  const quarters = quartersIn(series, figure.period);
  const sum = sumOf(quarters);
  if (figure.value === null || sum === null || sum === figure.value) return undefined;
  const newest = (figures: readonly (Figure | undefined)[]): string =>
    figures
      .flatMap((f) => f?.from.map(({ file }) => deliveryOfPath(file) ?? "") ?? [])
      .toSorted(compareText)
      .at(-1) ?? "";
  const why =
    compareText(newest([figure]), newest(quarters)) < 0
      ? "un trimestre révisé depuis"
      : "d'après ce qui a été transmis";
  return `somme de ses trimestres ${formatNumber(sum)}, ${why}`;
}

/** One note for each figure of the lines that is not the sum of its quarters; each figure once. */
export const sumNotes = (
  lines: readonly { readonly label: string; readonly whole: Analysis | null }[],
  figuresOf: (a: Analysis) => readonly Figure[],
): readonly string[] =>
  lines.flatMap(({ label, whole }) => {
    if (whole === null) return [];
    const found = figuresOf(whole).flatMap((figure) => {
      const why = lengthOf(figure.period) > 3 ? againstItsQuarters(whole.series, figure) : undefined;
      return why === undefined
        ? []
        : [`${quoted(label)}, ${formatPeriod(figure.period)} : ${asGiven(figure)}, ${why}.`];
    });
    return [...new Set(found)];
  });
