/** A figure of several quarters against the quarters that stand beside it: it is their sum, or the bulletin says both. */
import type { Analysis, Figure } from "../../model/analysis.ts";
import { formatNumber, formatPeriod } from "../../model/format.ts";
import { lengthOf, quartersOf, samePeriod } from "../../model/period.ts";
import { quoted } from "../words/words.ts";

/** "45 transmis"; "45 calculé", from other spans that were sent */
const asGiven = (figure: Figure): string =>
  `${formatNumber(figure.value ?? 0)} ${figure.status === "derived" ? "calculé" : "transmis"}`;

/** The sum of its quarters; undefined when it is that, or when one of them is not known. */
function otherSum(series: Analysis["series"], { period, value }: Figure): number | undefined {
  const quarters = quartersOf(period) ?? [];
  const known = quarters.flatMap((q) => series.find((p) => samePeriod(p.figure.period, q))?.figure.value ?? []);
  const sum = known.reduce((x, y) => x + y, 0);
  return value === null || known.length === 0 || known.length < quarters.length || sum === value ? undefined : sum;
}

/** One note for each figure of the lines that is not the sum of its quarters; each figure once. */
export const sumNotes = (
  lines: readonly { readonly label: string; readonly whole: Analysis | null }[],
  figuresOf: (a: Analysis) => readonly Figure[],
): readonly string[] =>
  lines.flatMap(({ label, whole }) => {
    if (whole === null) return [];
    const found = figuresOf(whole).flatMap((figure) => {
      const sum = lengthOf(figure.period) > 3 ? otherSum(whole.series, figure) : undefined;
      return sum === undefined
        ? []
        : [
            `${quoted(label)}, ${formatPeriod(figure.period)} : ${asGiven(figure)}, somme de ses trimestres ${formatNumber(sum)}.`,
          ];
    });
    return [...new Set(found)];
  });
