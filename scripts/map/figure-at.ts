/** One figure of a later file, from its cell and what its place means. */
import { oneLine } from "../model/format.ts";
import { parseNumber } from "../model/number.ts";
import { placeAt, type Reading, type Status, type Undated } from "../model/observation.ts";
import { monthIndex, type Period } from "../model/period.ts";
import { isNoneOf } from "./draw.ts";
import type { News } from "./find.ts";
import type { At, Figure, LineMeant } from "./map.ts";
import { monthsAt } from "./months-at.ts";
import { laterText, type Spot, textOf } from "./spot.ts";
import { isNothing } from "./texts.ts";

/** The label as the later file writes it. */
function labelOf({ label, labelAt }: Pick<LineMeant, "label" | "labelAt">, spot: Spot): string {
  if (!labelAt) return label;
  const isAcross = labelAt[1] === spot.found.columns.at[spot.column];
  return oneLine(laterText(spot, { by: isAcross ? "heading" : "row", at: labelAt }));
}

export const newsAt = (spot: Spot, is: "dates" | "changed"): News => ({
  is,
  text: textOf(spot),
  place: placeAt(spot.found.grid, spot.row, spot.column),
  was: [spot.found.of, spot.found.rows.at[spot.row] ?? 0, spot.found.columns.at[spot.column] ?? 0],
});

type CountRead = Extract<Reading, { kind: "count" | "empty" }> | { readonly kind: "news"; readonly news: News };

export function countAt(figure: Extract<Figure, { is: "count" }>, spot: Spot): CountRead {
  const { found, row, column, delivery } = spot;
  const period = monthsAt(figure, spot);
  // nothing stood there, nor does it: of which months, does not matter
  if (!period && figure.held === "none" && isNothing(textOf(spot).trim())) return { kind: "empty" };
  if (!period) return { kind: "news", news: newsAt(spot, "dates") };
  const counted = countIn(figure, period, spot);
  if (!counted) return { kind: "news", news: newsAt(spot, "changed") };
  const { statement, indicator, family, kind, force, isForceUnsaid } = figure;
  const label = labelOf(figure, spot);
  return {
    kind: "count",
    observation: {
      statement,
      indicator,
      label,
      family,
      kind,
      force,
      period,
      ...counted,
      delivery,
      provenance: placeAt(found.grid, row, column),
      ...(isForceUnsaid && { forceUnsaid: true }),
    },
  };
}

/** null: the text is neither a count nor a reason for having none. */
function countIn(
  figure: Extract<Figure, { is: "count" }>,
  period: Period,
  spot: Spot,
): { readonly value: number | null; readonly status: Exclude<Status, "derived"> } | null {
  const { found, row, column, to } = spot;
  const text = textOf(spot);
  const number = parseNumber(text);
  const isNone =
    !figure.isSum &&
    monthIndex(period.last) <= monthIndex(to.last) &&
    found.grid.rows[row]?.[column]?.beside === undefined &&
    isNoneOf(found.map.marksOfNone, text, figure);
  if ((number === undefined || number.kind === "absent") && isNone) return { value: 0, status: "normal" };
  if (text.trim() === "") return { value: null, status: "missing" };
  if (number?.kind === "whole" && Number.isSafeInteger(number.value)) return { value: number.value, status: "normal" };
  if (number?.kind !== "absent") return null;
  return number.status === "none" ? { value: 0, status: "normal" } : { value: null, status: number.status };
}

export function printedAt(figure: Extract<Figure, { is: "printed" }>, spot: Spot): Reading {
  const { found, row, column, delivery } = spot;
  const number = parseNumber(textOf(spot));
  if (!number || number.kind === "absent" || number.kind === "two-ways") return { kind: "ignored", why: "sans valeur" };
  const { statement, indicator, family, force, measure, between } = figure;
  const isPercent = number.kind === "percent" && measure === "change";
  const [before, after] = (between ?? []).map((at) => monthsOf(at, spot));
  const label = labelOf(figure, spot);
  return {
    kind: "printed",
    figure: {
      statement,
      indicator,
      label,
      family,
      force,
      measure: isPercent ? "change-percent" : measure,
      value: number.kind === "change" ? number.facts : number.value,
      precision: number.kind === "change" || number.kind === "whole" ? 0.5 : number.precision,
      between: before && after ? [before, after] : null,
      delivery,
      provenance: placeAt(found.grid, row, column),
    },
  };
}

/** The months of the count that was confirmed there, in the row or column of this one. */
function monthsOf([r, c]: At, spot: Spot): Period | null {
  const { rows, columns, map } = spot.found;
  const part = map.rows[r]?.[c]?.part;
  if (part?.is !== "figure" || part.figure.is !== "count") return null;
  const row = rows.at[spot.row] === r ? spot.row : rows.at.indexOf(r);
  const column = columns.at[spot.column] === c ? spot.column : columns.at.indexOf(c);
  return monthsAt(part.figure, { ...spot, row, column });
}

export function undatedAt(figure: Extract<Figure, { is: "undated" }>, spot: Spot): Undated {
  const { found, row, column } = spot;
  const number = parseNumber(textOf(spot));
  return {
    label: labelOf(figure, spot),
    value: number?.kind === "whole" ? number.value : null,
    force: figure.force,
    provenance: placeAt(found.grid, row, column),
  };
}
