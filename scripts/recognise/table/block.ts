/** One table (block) of a grid: each of its numbers to an outcome. The heart of the program. */
import { fold } from "../../nomenclature/index.ts";
import { type Block, captionsIn, dataRows } from "../layout/blocks.ts";
import type { Doubt, PlacedOutcome } from "../layout/outcome.ts";
import { isNear, type Line, toLine } from "../layout/surroundings.ts";
import { type Unplain, unplainFigures, withoutUnplain } from "../layout/unplain.ts";
import type { View } from "../layout/view.ts";
import type { Context } from "../meaning/context.ts";
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
  /** Captions and titles above its first row, nearest first. Cells of the table are none. */
  readonly above: readonly Line[];
}

/** Reads every number of a block. */
export function readBlock(placed: PlacedBlock, tools: Tools): BlockReading {
  const { view, block } = placed;
  const context = understand(placed, tools);
  const { around, doubt, rows } = context;
  const refused = (outcome: Doubt): readonly PlacedOutcome[] =>
    rows.flatMap(({ row }) =>
      context.columns.flatMap(({ column }) => (view.at(row, column) ? [{ row, column, outcome }] : [])),
    );
  const read = doubt ? refused(doubt) : readCells(context);
  const told = withoutRepeatedLabels(read, rows);
  const captions = captionsIn(block).map((cell) => toLine(cell, "within"));
  // in a statement of families, captions under its first line are lines of its own: "Violences faites aux femmes"
  const [top = 0] = dataRows(block);
  const isOverAll = ({ cell }: Line): boolean => !context.hasFamilies || (cell !== null && cell.row < top);
  const unplain = unplainFigures(view, block, context.heads, placed.around.lines);
  return {
    ...context,
    outcomes: withoutUnplain(told, unplain),
    unplain,
    texts: new Set([...around.lines.map((l) => l.text), ...textsOf(view, block)].map(fold)),
    caption: placed.around.lines.find(isNear)?.text ?? "",
    above: [...captions.filter(isOverAll), ...around.lines].filter((line) => !isInTable(placed, line)),
  };
}

/** "Total | 12", "Homicides": what is a table's own is read as such. */
const isInTable = ({ view, block }: PlacedBlock, { cell }: Line): boolean =>
  cell !== null && (cell.matches.length > 0 || (view.own(cell.row).length > 1 && !block.header.includes(cell.row)));

/** Headings, captions and labels of a table; its numbers left aside. */
const textsOf = (view: View, block: Block): readonly string[] => [
  ...block.header.flatMap((row) => view.own(row).map((c) => c.text)),
  ...block.items.flatMap((item) =>
    item.kind === "line" ? [item.cell.text] : view.own(item.row).flatMap((c) => (c.number ? [] : [c.text])),
  ),
];
