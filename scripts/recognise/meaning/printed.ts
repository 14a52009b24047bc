/** A printed change, rate or other measure: kept to be checked or shown, never a count. */
import { quote } from "../../model/format.ts";
import type { Force, Provenance } from "../../model/observation.ts";
import { addMonths, lengthOf, monthIndex, type Period, shiftYears } from "../../model/period.ts";
import { fold, type Measure } from "../../nomenclature/index.ts";
import type { Outcome } from "../layout/outcome.ts";
import type { Surroundings } from "../layout/surroundings.ts";
import type { ViewCell } from "../layout/view.ts";
import { periodOf } from "../periods/resolve.ts";
import type { Axis } from "./axis.ts";
import { type Context, statementAt } from "./context.ts";
import type { LineOf } from "./line-of.ts";
import { partsOf, type SpanContext } from "./span-of.ts";

/** A number that measures something else than facts, and what is known of it. */
interface MeasuredNumber {
  readonly cell: ViewCell;
  readonly line: LineOf;
  readonly force: Force;
  readonly measure: Exclude<Measure, "count">;
  readonly column: Axis;
  readonly row: Axis;
  readonly where: Provenance;
}

/** A printed change, rate or other measure: kept to be checked or shown, never a count. */
export function printed(
  context: Context,
  { cell, line, force, measure, column, row, where }: MeasuredNumber,
  spans: SpanContext,
): Outcome {
  const { number } = cell;
  const heading = column.texts.join(" / ");
  if (!number) return { kind: "ignored", why: `texte sous ${quote(heading)}` };
  if (number.kind === "absent" || number.kind === "two-ways")
    return { kind: "ignored", why: `${quote(heading)} sans valeur` };
  const isChange = measure === "change" || measure === "change-percent";
  const asPercent = number.kind === "percent" || (measure === "change-percent" && number.kind !== "change");
  const kind = !isChange ? measure : asPercent ? "change-percent" : "change";
  const value = number.kind === "change" ? number.facts : number.value;
  const precision = number.kind === "change" || number.kind === "whole" ? 0.5 : number.precision;
  return {
    kind: "printed",
    figure: {
      statement: statementAt(context, column, row),
      indicator: line.indicator,
      label: line.label,
      family: line.family,
      force,
      measure: kind,
      value,
      precision,
      between: betweenOf(column, row, spans),
      delivery: context.tools.file.delivery,
      provenance: where,
    },
  };
}

const COMPARED = /\b(?:evol|var|ecart|nombre|nbre|nb|fait|progression)/;

/** A measure said by a caption or title: "Faits élucidés", "Taux pour 1 000 habitants". */
export function findMeasure(around: Surroundings, axisHasPeriod: boolean): Measure | null {
  for (const line of around.lines) {
    const { measure, residual, statements, declared } = line.facets;
    if (declared && measure !== null) return measure;
    if (statements.length === 0 && /\d/.test(residual)) continue; // "Densité : 1 234 hab/km²": a figure of its own
    if (measure === "other" || measure === "rate") return measure;
    if (measure !== null && measure !== "count" && !axisHasPeriod) return measure;
    // "(en %)" over columns of periods: shares, typed as plain numbers; but "faits et évolution en %" says counts too
    if (measure === "change-percent" && !COMPARED.test(fold(line.text))) return "rate";
  }
  return [around.sheet, around.file].map((l) => l.facets.measure).find((m) => m === "other" || m === "rate") ?? null;
}

/** The two periods that a heading compares: "Variation 2025/2026", "Évolution du cumul". */
function betweenOf(column: Axis, row: Axis, spans: SpanContext): readonly [Period, Period] | null {
  const parts = partsOf(column, row) ?? [];
  const periods = parts.flatMap((p) => periodOf(p, spans) ?? []);
  const [a, b, third] = periods;
  const own = parts.length > 1 ? undefined : (a ?? spans.anchor?.period);
  if (own && [...column.texts, ...row.texts, ...around(spans)].some(comparesWithQuarterBefore))
    return [{ first: addMonths(own.first, -lengthOf(own)), last: addMonths(own.first, -1) }, own];
  if (a && b && !third) return monthIndex(a.last) <= monthIndex(b.last) ? [a, b] : [b, a];
  if (a && parts.length === 1) return [shiftYears(a, -1), a];
  return null;
}

const around = ({ around: { lines, notes } }: SpanContext): readonly string[] =>
  [...lines, ...notes].map(({ text }) => text);

/** « Variation par rapport aux trois mois précédents »: the layout of the ministry compares with no year before. */
const comparesWithQuarterBefore = (text: string): boolean => {
  const folded = fold(text);
  return (
    /\b(?:(?:trimestre|(?:3|trois?) moi) precedent|sur (?:(?:1|un) trimestre|(?:3|trois?) moi)$)/.test(folded) &&
    /\b(?:evol|var|ecart|compar|rapport)/.test(folded)
  );
};
