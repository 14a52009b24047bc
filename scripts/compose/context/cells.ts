/** Cells of the tables: a figure, a difference, a sparkline. A missing figure is never 0 and never blank. */
import {
  type Analysis,
  type Comparison,
  comparisonOf,
  type Figure,
  lastingOf,
  rangeOf,
  readingOf,
} from "../../model/analysis.ts";
import type { Sparkline } from "../../model/chart.ts";
import { isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { TableCell } from "../../model/document/table.ts";
import { formatDifference, formatNumber, formatPercent, plural } from "../../model/format.ts";
import { provenanceKey, type Status } from "../../model/observation.ts";
import { BREAK_WORDING } from "../words/verdicts.ts";

/** What stands for a figure that is not known, and the note that explains it. */
export const ABSENT: Readonly<Record<Exclude<Status, "normal" | "derived">, { mark: string; note: string }>> = {
  missing: {
    mark: "n.d.",
    note: "n.d. : non disponible. Le nombre manque dans les états transmis, ou ne peut pas en être déduit ; il ne vaut pas zéro.",
  },
  confidential: { mark: "secret", note: "secret : nombre que le service n'a pas communiqué ; il ne vaut pas zéro." },
  "not-applicable": { mark: "s.o.", note: "s.o. : sans objet, comme l'indique l'état transmis." },
};

/** What is not known: « n.d. ». */
export const UNKNOWN: TableCell = { text: ABSENT.missing.mark, sort: null };
/** What there is nothing to say of: no comparison, no rate, no force told apart. */
export const NOTHING: TableCell = { text: "–", sort: null };
/** Of a grave line without a fact: not the same as no sign, which says ordinary. */
export const NOT_JUDGED = "non jugé";

/** 12 => "12"; not known => "n.d.". `from` leads to the cells that the figure rests on. */
export function figureCell(figure: Figure | null | undefined): TableCell {
  if (figure == null) return UNKNOWN;
  const from = figure.from.map(provenanceKey);
  return {
    text: figureText(figure),
    sort: figure.value,
    ...(from.length > 0 ? { from } : {}),
  };
}

function figureText(figure: Figure): string {
  if (figure.value !== null) return formatNumber(figure.value);
  const status = figure.status === "normal" || figure.status === "derived" ? "missing" : figure.status;
  return ABSENT[status].mark;
}

/**
 * "+15", and "+15 (+63 %)" when the earlier count reaches `percentageFrom`; "–" where a break in series stands between.
 * @param comparison of these two figures: it knows whether a break stands between them
 */
export function differenceCell(
  after: Pick<Figure, "value"> | null | undefined,
  before: Pick<Figure, "value"> | null | undefined,
  comparison: Pick<Comparison, "acrossBreak"> | null | undefined,
  percentageFrom: number,
): TableCell {
  if (comparison?.acrossBreak) return NOTHING;
  if (after?.value == null || before?.value == null) return UNKNOWN;
  const difference = after.value - before.value;
  const percent =
    before.value > 0 && before.value >= percentageFrom ? ` (${formatPercent(difference / before.value)})` : "";
  return { text: `${formatDifference(difference)}${percent}`, sort: difference };
}

/** The quarter's difference with the same quarter a year earlier. */
export const quarterDifference = (a: Analysis | null, percentageFrom: number): TableCell =>
  differenceCell(a?.quarter, a?.quarterBefore, a && comparisonOf(a, "quarter"), percentageFrom);

/** Share of a count in a whole, only when the whole reaches the threshold: "64 %"; otherwise "–". */
export function shareCell(part: Figure | undefined, whole: Figure | undefined, from: number): TableCell {
  if (part?.value == null || whole?.value == null) return UNKNOWN;
  if (whole.value === 0 || whole.value < from) return NOTHING;
  return { text: formatPercent(part.value / whole.value).replace("+", ""), sort: part.value / whole.value };
}

/** Quarters that a sparkline shows. */
const SPARK_LENGTH = 12;

export const sparklineCell = (analysis: Analysis): TableCell => {
  const curve = curveOf(analysis);
  return curve === null ? NOTHING : { text: "", sparkline: curve };
};

/** The last quarters, with the ordinary counts of the latest as a band; null where there are not two to draw. */
export function curveOf(analysis: Analysis): Sparkline | null {
  const values = analysis.series.slice(-SPARK_LENGTH).map((p) => p.figure.value);
  const range = rangeOf(analysis);
  const { quarterBefore, quarter } = analysis;
  // Too short to draw: the same quarter of the year before, where it is known, and this one.
  const isShort = values.filter((v) => v !== null).length < 3;
  if (isShort) {
    const pair = [quarterBefore.value, quarter.value];
    if (pair.some((v) => v === null)) return null;
    return { values: pair, bars: true, alternative: sparkAlternative(pair) };
  }
  return { values, ...(range && { range }), alternative: sparkAlternative(values) };
}

function sparkAlternative(values: Sparkline["values"]): string {
  const known = values.filter((v) => v !== null);
  const last = values.at(-1);
  return (
    `${plural(values.length, "trimestre")} : de ${formatNumber(Math.min(...known))} à ${formatNumber(Math.max(...known))}, ` +
    `dernier ${last == null ? "inconnu" : formatNumber(last)}.`
  );
}

/** A count with the mark of what is announced of it, in bold; without one, nothing is said of it. */
export function judgedCell(figure: Figure | undefined, comparison: Comparison | null | undefined): TableCell {
  const cell = figureCell(figure);
  if (!comparison || !isAnnounced(comparison.verdict)) return cell;
  return { ...cell, mark: comparison.verdict, emphasis: "strong" };
}

/** What is said of a line: its quarter, then its last twelve months; grey words where there is nothing to say. */
export function verdictCell(a: Analysis, remark = ""): TableCell {
  if (a.grave) return { text: (a.quarter.value ?? 0) > 0 ? "fait grave" : NOT_JUDGED, sort: null, emphasis: "muted" };
  const [quarter, year] = [readingOf(a), lastingOf(a)];
  const said = [
    ...(quarter && isAnnounced(quarter.verdict) ? [`${VERDICT_WORDS[quarter.verdict]}${remark}`] : []),
    ...(year && isAnnounced(year.verdict) ? [`12 mois : ${VERDICT_WORDS[year.verdict]}`] : []),
    ...(a.shape?.told && !a.shape.denied && !(year && isAnnounced(year.verdict))
      ? [`évolution : ${VERDICT_WORDS[a.shape.change > 0 ? "rise-to-follow" : "fall-to-follow"]}`]
      : []),
  ];
  const sort = quarter?.pAdjusted ?? null;
  if (said.length > 0) return { text: said.join(" ; "), sort, emphasis: "strong" };
  const isSilent = quarter?.verdict === "ordinary" || quarter?.verdict === "none"; // its zeros say it
  const text = quarter?.acrossBreak ? BREAK_WORDING : isSilent ? "" : VERDICT_WORDS["not-judged"];
  return { text: `${text}${text === "" ? "" : remark}`, sort, emphasis: "muted" };
}
