/** Cells of the tables: a figure, a difference, a sparkline. A missing figure is never 0 and never blank. */
import { type Analysis, type Comparison, comparisonOf, type Figure, rangeOf, readingOf } from "../../model/analysis.ts";
import type { Sparkline } from "../../model/chart.ts";
import { isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { TableCell } from "../../model/document/table.ts";
import { formatDifference, formatNumber, formatPercent, plural } from "../../model/format.ts";
import { type Observation, provenanceKey, type Status } from "../../model/observation.ts";
import { BREAK_WORDING } from "../words/verdicts.ts";
import { saidOf } from "./said.ts";

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

/** A count as it was sent. */
export const sentCell = ({ value, provenance }: Pick<Observation, "value" | "provenance">): TableCell => ({
  text: value === null ? ABSENT.missing.mark : formatNumber(value),
  sort: value,
  from: [provenanceKey(provenance)],
});

/** A percentage of fewer facts says more than they do. */
export const PERCENTAGE_FROM = 20;

/**
 * "+15", and "+15 (+63 %)" when the earlier count reaches PERCENTAGE_FROM; "–" where a break in series stands between.
 * @param comparison of these two figures: it knows whether a break stands between them
 */
export function differenceCell(
  after: Pick<Figure, "value"> | null | undefined,
  before: Pick<Figure, "value"> | null | undefined,
  comparison: Pick<Comparison, "acrossBreak"> | null | undefined,
): TableCell {
  if (comparison?.acrossBreak) return NOTHING;
  if (after?.value == null || before?.value == null) return UNKNOWN;
  const difference = after.value - before.value;
  const percent =
    before.value > 0 && before.value >= PERCENTAGE_FROM ? ` (${formatPercent(difference / before.value)})` : "";
  return { text: `${formatDifference(difference)}${percent}`, sort: difference };
}

/** The quarter's difference with the same quarter a year earlier. */
export const quarterDifference = (a: Analysis | null): TableCell =>
  differenceCell(a?.quarter, a?.quarterBefore, a && comparisonOf(a, "quarter"));

/** Quarters that a sparkline shows. */
const SPARK_LENGTH = 12;

export const sparklineCell = (analysis: Analysis): TableCell => {
  const curve = curveOf(analysis);
  return curve === null ? NOTHING : { text: "", sparkline: curve };
};

/** The last quarters, with the ordinary counts of the latest as a band; null where there are not two to draw. */
export function curveOf(analysis: Analysis): Sparkline | null {
  const shown = analysis.series.slice(-SPARK_LENGTH);
  const values = shown.map((p) => p.figure.value);
  const breaks = shown.flatMap((p, i) => (p.breakBefore && i > 0 ? [i] : []));
  const range = rangeOf(analysis);
  const { quarterBefore, quarter } = analysis;
  // Too short to draw: the same quarter of the year before, where it is known, and this one.
  const isShort = values.filter((v) => v !== null).length < 3;
  if (isShort) {
    const pair = [quarterBefore.value, quarter.value];
    if (pair.some((v) => v === null)) return null;
    return { values: pair, bars: true, alternative: sparkAlternative(pair) };
  }
  return {
    values,
    ...(range && { range }),
    ...(breaks.length > 0 && { breaks }),
    alternative: `${sparkAlternative(values)}${breaks.length > 0 ? " Rupture de série." : ""}`,
  };
}

function sparkAlternative(values: Sparkline["values"]): string {
  const known = values.filter((v) => v !== null);
  const last = values.at(-1);
  return (
    `${plural(values.length, "trimestre")} : de ${formatNumber(Math.min(...known))} à ${formatNumber(Math.max(...known))}, ` +
    `dernier ${last == null ? "inconnu" : formatNumber(last)}.`
  );
}

/** A count of a line, in bold where it is what gives the line its sign. @param of the comparison of that count */
export function judgedCell(a: Analysis, figure: Figure, of: typeof readingOf): TableCell {
  const sign = saidOf(a)?.sign ?? "ordinary";
  const isStrong = isAnnounced(sign) && of(a)?.verdict === sign;
  return { ...figureCell(figure), ...(isStrong && { emphasis: "strong" }) };
}

/** « Lecture »: the sign of a line and what gives it; grey words where there is nothing to say. @param remark on the reading of the quarter */
export function verdictCell(a: Analysis, remark = ""): TableCell {
  if (a.grave) return { text: (a.quarter.value ?? 0) > 0 ? "fait grave" : NOT_JUDGED, sort: null, emphasis: "muted" };
  const reading = readingOf(a);
  const sort = reading?.pAdjusted ?? null;
  const said = saidOf(a);
  if (said !== null && isAnnounced(said.sign)) {
    const { quarter, year, sign } = said;
    const words = VERDICT_WORDS[sign];
    const text = [
      ...(quarter?.verdict === sign ? [`${words}${remark}`] : []),
      ...(year?.verdict === sign ? [`12 mois : ${words}`] : []),
      ...(quarter || year ? [] : [`évolution : ${words}`]),
    ].join(" ; ");
    return { text, mark: sign, sort, emphasis: "strong" };
  }
  const isSilent = reading?.verdict === "ordinary" || reading?.verdict === "none"; // its zeros say it
  const text = reading?.acrossBreak ? BREAK_WORDING : isSilent ? "" : VERDICT_WORDS["not-judged"];
  return { text: `${text}${text === "" ? "" : remark}`, sort, emphasis: "muted" };
}
