/** One table (block) of a grid: each of its numbers to an outcome. The heart of the program. */
import { OTHER_STATEMENT } from "../../model/observation.ts";
import { fold } from "../../nomenclature/index.ts";
import { type Block, captionsIn, dataRows } from "../layout/blocks.ts";
import { type Doubt, type PlacedOutcome, undatedOf } from "../layout/outcome.ts";
import { type Line, nearestLines, toLine } from "../layout/surroundings.ts";
import { type Unplain, unplainFigures, withoutUnplain } from "../layout/unplain.ts";
import type { View } from "../layout/view.ts";
import type { Context } from "../meaning/context.ts";
import { findForce } from "../meaning/force-around.ts";
import { findPlace } from "../meaning/place-around.ts";
import type { Tools } from "../words/tools.ts";
import { readCells } from "./cells.ts";
import { withoutRepeatedLabels } from "./repeated-labels.ts";
import { type PlacedBlock, understand } from "./understood.ts";

export interface BlockReading extends Context {
  readonly outcomes: readonly PlacedOutcome[];
  /** Its figures of which it is not sure what a person sees. */
  readonly unplain: readonly Unplain[];
  /** Folded texts that speak of its counts: captions, titles, headings, labels. */
  readonly texts: ReadonlySet<string>;
  /** The text just above the table; "" for none. */
  readonly caption: string;
  /** What said the force of the counts: a column or row of the table, a text around it, or no word at all. */
  readonly force: "table" | "around" | "unsaid";
  /** What said the period of the counts: columns or rows of the table, a text around it, or only the delivery's folder. */
  readonly period: "table" | "around" | "folder";
  /** Whose facts it counts: said by its rows, columns or a text around it, or by none. */
  readonly place: "said" | "unsaid" | "doubt";
  /** Captions and titles above its first row, nearest first. Cells of the table are none. */
  readonly above: readonly Line[];
}

/** Reads every number of a block. */
export function readBlock(placed: PlacedBlock, tools: Tools): BlockReading {
  const { view, block } = placed;
  const context = understand(placed, tools);
  const { around, doubt, rows, statement } = context;
  const refused = (outcome: Doubt): readonly PlacedOutcome[] =>
    rows.flatMap(({ row }) =>
      context.columns.flatMap(({ column }) => (view.at(row, column) ? [{ row, column, outcome }] : [])),
    );
  const read = doubt ? refused(doubt) : readCells(context);
  const told = withoutRepeatedLabels(read, rows);
  const counts = told.flatMap((o) => (o.outcome.kind === "count" ? [o.outcome] : []));
  const captions = nearestLines(captionsIn(block).map((cell) => toLine(cell, true)));
  // in a statement of families, captions under its first line are lines of its own: "Violences faites aux femmes"
  const [top = 0] = dataRows(block);
  const isOverAll = ({ cell }: Line): boolean => !context.hasFamilies || (cell !== null && cell.row < top);
  const force = forceSaid(
    context,
    captions,
    told.some(({ outcome }) => outcome.kind === "count" || undatedOf(outcome)),
  );
  const place = placeOfBlock(context, captions);
  const outcomes = statement === OTHER_STATEMENT && force === "unsaid" ? told.map(withoutForce) : told;
  const unplain = unplainFigures({ view, block, columns: context.heads, lines: placed.around.lines });
  return {
    ...context,
    outcomes: withoutUnplain(outcomes, unplain),
    unplain,
    texts: new Set([...around.lines.map((l) => l.text), ...textsOf(view, block)].map(fold)),
    caption: placed.around.lines.find((l) => l.near)?.text ?? "",
    force,
    period: counts.some((c) => c.fromFolder)
      ? "folder"
      : context.columnsSayPeriod || context.sidesSayPeriod
        ? "table"
        : "around",
    place,
    above: [...captions.filter(isOverAll), ...around.lines].filter((line) => !isInTable(placed, line)),
  };
}

/** "Total | 12", "Homicides": what is a table's own is read as such. */
const isInTable = ({ view, block }: PlacedBlock, { cell }: Line): boolean =>
  cell !== null && (cell.matches.length > 0 || (view.own(cell.row).length > 1 && !block.header.includes(cell.row)));

function forceSaid({ rowsHaveForces, columnsHaveForces, around }: Context, captions: readonly Line[], counts: boolean) {
  if (rowsHaveForces || columnsHaveForces || !counts) return "table";
  return findForce(around, captions).kind === "force" ? "around" : "unsaid";
}

function withoutForce(o: PlacedOutcome): PlacedOutcome {
  const { outcome } = o;
  const undated = undatedOf(outcome);
  if (outcome.kind === "count")
    return { ...o, outcome: { ...outcome, observation: { ...outcome.observation, forceUnsaid: true } } };
  return undated && outcome.kind === "not-understood"
    ? { ...o, outcome: { ...outcome, undated: { ...undated, force: null } } }
    : o;
}

function placeOfBlock(context: Context, captions: readonly Line[]): BlockReading["place"] {
  const { rows, columns } = context.plan.places;
  if (rows.size + columns.size > 0) return "said";
  const found = findPlace(context, captions);
  return found === "unsaid" ? "unsaid" : found !== "ours" && found.kind === "doubt" ? "doubt" : "said";
}

/** Headings, captions and labels of a table; its numbers left aside. */
const textsOf = (view: View, block: Block): readonly string[] => [
  ...block.header.flatMap((row) => view.own(row).map((c) => c.text)),
  ...block.items.flatMap((item) =>
    item.kind === "line" ? [item.cell.text] : view.own(item.row).flatMap((c) => (c.number ? [] : [c.text])),
  ),
];
