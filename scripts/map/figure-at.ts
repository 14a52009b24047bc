/** One figure of a later file, from its cell and what its place means. */
import { oneLine } from "../model/format.ts";
import { parseNumber } from "../model/number.ts";
import { placeAt, type Reading, type Status, type Undated } from "../model/observation.ts";
import { monthIndex, type Period } from "../model/period.ts";
import { isNoneOf } from "./draw.ts";
import type { At, Counted, Figure } from "./map.ts";
import { monthsAt } from "./months-at.ts";
import { laterText, type Spot, textOf } from "./spot.ts";
import { isNothing } from "./texts.ts";

/** What a later file says otherwise of the same figure: its label, its delivery, its place. */
function anew({ of, labelAt }: Figure, spot: Spot) {
  const { found, row, column } = spot;
  const by = labelAt?.[1] === found.columns.at[column] ? "heading" : "row";
  return {
    label: labelAt ? oneLine(laterText(spot, { by, at: labelAt })) : of.label,
    delivery: found.quarters.delivery,
    provenance: placeAt(found.grid, row, column),
  };
}

/** A word: what keeps it from being read. */
export function countAt(figure: Counted, spot: Spot): Reading | "dates" | "changed" {
  const period = monthsAt(figure, spot);
  // nothing stood there, nor does it: of which months, does not matter
  if (!period && figure.of.value === null && isNothing(textOf(spot).trim())) return { kind: "empty" };
  if (!period) return "dates";
  const counted = countIn(figure, period, spot);
  if (!counted) return "changed";
  return { kind: "count", observation: { ...figure.of, ...anew(figure, spot), period, ...counted } };
}

/** null: the text is neither a count nor a reason for having none. */
function countIn(
  { of, isSum }: Counted,
  period: Period,
  spot: Spot,
): { readonly value: number | null; readonly status: Exclude<Status, "derived"> } | null {
  const { found, row, column } = spot;
  const text = textOf(spot);
  const number = parseNumber(text);
  const isNone =
    !isSum &&
    monthIndex(period.last) <= monthIndex(found.quarters.to.last) &&
    found.grid.rows[row]?.[column]?.beside === undefined &&
    isNoneOf(found.map.marksOfNone, text, of);
  if ((number === undefined || number.kind === "absent") && isNone) return { value: 0, status: "normal" };
  if (text.trim() === "") return { value: null, status: "missing" };
  if (number?.kind === "whole" && Number.isSafeInteger(number.value)) return { value: number.value, status: "normal" };
  if (number?.kind !== "absent") return null;
  return number.status === "none" ? { value: 0, status: "normal" } : { value: null, status: number.status };
}

export function printedAt(figure: Extract<Figure, { is: "printed" }>, spot: Spot): Reading {
  const number = parseNumber(textOf(spot));
  if (!number || number.kind === "absent" || number.kind === "two-ways") return { kind: "ignored", why: "sans valeur" };
  const { of } = figure;
  const isPercent = number.kind === "percent" && of.measure === "change";
  const [before, after] = (figure.between ?? []).map((at) => monthsOf(at, spot));
  return {
    kind: "printed",
    figure: {
      ...of,
      ...anew(figure, spot),
      measure: isPercent ? "change-percent" : of.measure,
      value: number.kind === "change" ? number.facts : number.value,
      precision: number.kind === "change" || number.kind === "whole" ? 0.5 : number.precision,
      between: before && after ? [before, after] : null,
    },
  };
}

/** The months of the count that was confirmed there, in the row or column of this one. */
function monthsOf([r, c]: At, spot: Spot): Period | null {
  const { rows, columns, map } = spot.found;
  const cell = map.rows[r]?.[c];
  if (cell?.is !== "count") return null;
  const row = rows.at[spot.row] === r ? spot.row : rows.at.indexOf(r);
  const column = columns.at[spot.column] === c ? spot.column : columns.at.indexOf(c);
  return monthsAt(cell, { ...spot, row, column });
}

export function undatedAt(figure: Extract<Figure, { is: "undated" }>, spot: Spot): Undated {
  const number = parseNumber(textOf(spot));
  const { label, provenance } = anew(figure, spot);
  return { ...figure.of, label, provenance, value: number?.kind === "whole" ? number.value : null };
}
