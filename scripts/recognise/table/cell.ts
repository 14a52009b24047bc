/** One number of a table: the facets of its row, its column and the texts around joined to an observation, or the reason for none. */
import { quote } from "../../model/format.ts";
import { type Force, type Provenance, placeAt } from "../../model/observation.ts";
import type { Dimension, Measure } from "../../nomenclature/index.ts";
import { notUnderstood, type Outcome, ofOtherPlace } from "../layout/outcome.ts";
import type { ViewCell } from "../layout/view.ts";
import type { Axis } from "../meaning/axis.ts";
import type { Context } from "../meaning/context.ts";
import { forceOfNumber } from "../meaning/force-around.ts";
import { type LineOf, lineOfNumber } from "../meaning/line-of.ts";
import { findPlace, type PlaceFinding } from "../meaning/place-around.ts";
import { printed } from "../meaning/printed.ts";
import type { SpanContext } from "../meaning/span-of.ts";
import { axisTrouble } from "../meaning/trouble.ts";
import { forceInLabel } from "../words/composite-label.ts";
import { strongestOf } from "../words/phrases.ts";
import { readCount } from "./count.ts";
import type { Crossing } from "./crossing.ts";

/** Numbers under such a heading say something of their row, and are no facts. */
const NO_COUNTS: ReadonlySet<Dimension> = new Set(["number", "unit", "notes", "place"]);

/** The number at a crossing: ignored, in trouble, a printed figure, or a count. null: an empty place that counts nothing. */
export function readCell(context: Context, crossing: Crossing, cell: ViewCell | undefined): Outcome | null {
  const { column, rowAxis, family, above } = crossing;
  const { axis } = column;
  const ignored = whyIgnored(context, column, rowAxis);
  if (ignored) return ignored;
  const place = placeOfNumber(context, crossing);
  if (typeof place === "object") return place;
  const trouble = axisTrouble(context, column, rowAxis);
  if (trouble) return trouble;
  const line = lineOfNumber(context, axis, rowAxis, family);
  if (line.kind === "not-understood") return line;
  const force = forceOfNumber(context, above.force, axis, rowAxis);
  if ("kind" in force) return force;
  if (isOfAnotherForce(context, line, force.force))
    return notUnderstood("row", line.label, "son libellé dit une force, et le tableau une autre");
  const where = provenanceOf(context, crossing, cell);
  const spans: SpanContext = {
    ...context.spans,
    around: above.around,
    periodAround: above.period,
    isFillingUp: context.heads.isFillingUp,
    isRepeated: context.heads.repeated.has(column.column),
  };
  const measure = measureOfNumber(crossing);
  if (measure === "count")
    return readCount(context, crossing, cell, { isPlaced: place === "ours", line, force, where, spans });
  return cell
    ? printed(context, { cell, line, force: force.force, measure, column: axis, row: rowAxis, where }, spans)
    : null;
}

/** "Rodéos gendarmerie" under "Police". */
function isOfAnotherForce({ tools }: Context, { indicator, kind, label }: LineOf, force: Force): boolean {
  const said = indicator === null && kind === "line" ? forceInLabel(label, tools.parse(label)) : null;
  return said !== null && said !== force;
}

function provenanceOf({ view }: Context, { row, column }: Crossing, cell: ViewCell | undefined): Provenance {
  const raw = cell ? (view.grid.rows[row]?.[column.column]?.text ?? cell.text) : "";
  return placeAt(view.grid, row, column.column, raw);
}

/** "Constatés" under a title that also says "élucidés": its row and column first. */
function measureOfNumber({ column: { axis }, rowAxis, above }: Crossing): Measure {
  const own = strongestOf([axis.measure, rowAxis.measure]);
  const isDated = axis.periods.length === 1 || rowAxis.periods.length === 1;
  return own ?? (isDated ? above.measureOfDated() : above.measure()) ?? "count";
}

/** A number of another place than the commune, or of which nothing is sure; or what says that it is ours. */
function placeOfNumber(context: Context, { row, column, above }: Crossing): PlaceFinding {
  const { rows, columns } = context.plan.places;
  const [byRow, byColumn] = [rows.get(row), columns.get(column.column)];
  if (byRow?.kind === "elsewhere") return ofOtherPlace(byRow, "row");
  if (byColumn?.kind === "elsewhere") return ofOtherPlace(byColumn, "column");
  if ([byRow, byColumn].some((said) => said?.kind === "ours" && !said.generic)) return "ours";
  // a name that is not known, of a service or of another place: told by what stands around
  const doubtful = byRow ?? byColumn;
  return doubtful ? findPlace(context, above.around, doubtful) : above.place();
}

/** Columns and rows that are understood, and count nothing of the commune. */
function whyIgnored({ plan }: Context, { axis, column }: Crossing["column"], rowAxis: Axis): Outcome | null {
  const heading = axis.texts.join(" / ");
  const periods = plan.periodColumns.get(column);
  if (periods === "unreadable") return notUnderstood("column", heading, "des nombres sous un en-tête de période");
  const ignored = (why: string): Outcome => ({ kind: "ignored", why });
  if (axis.ignored || rowAxis.ignored) return ignored("ignoré par les réglages");
  if (periods !== undefined) return ignored(`${quote(heading)} : période de la ligne`);
  return axis.dimension && NO_COUNTS.has(axis.dimension) ? ignored(`colonne ${quote(heading)}`) : null;
}
