/** What was found in a page -> paragraphs and tables, in their order. */
import type { Beside } from "../../../model/grid.ts";
import { withoutUnseen } from "../../contract/unseen.ts";
import { NAMES, unplain } from "../../plain/rule.ts";
import type { SeenText } from "../../seen/seen-text.ts";
import { type Block, isBlank, paragraph, type TableRow } from "../document.ts";
import { isPageLayout, textOfCell, writeTable } from "../table-blocks.ts";
import { clusterEdges } from "../table-geometry.ts";
import type { Texts } from "./in-page/page.ts";
import type { CellBox } from "./in-page/tables.ts";
import type { Look } from "./looks.ts";
import type { Layout } from "./page.ts";

/** Where a table stands in a text, and what is told of a run that stands in no table. */
export const tablePlace = (table: number): string => `\ufdd0${table}\ufdd0`;
export const tellPlace = (run: number): string => `\ufdd1${run}\ufdd1`;
/** No text of a page may hold them. */
export const PLACES = /[\ufdd0\ufdd1]/g;

/** What the runs say: only those that are not as they are written, or are told. */
export const replacedTexts = ({ runs }: Layout, looks: readonly Look[]): Readonly<Record<number, string>> =>
  Object.fromEntries(
    looks.flatMap(({ text, beside }, i) =>
      beside || text !== runs[i]?.text ? [[i, `${text}${beside && runs[i]?.cell === null ? tellPlace(i) : ""}`]] : [],
    ),
  );

/** `"9"`, "counter(rows)", "− ": what may be read with the figure beside it. */
const SAYS_FIGURE = /counter|attr\(|url\(|[\d°+<>~±.,\u2010-\u2015\u2212-]/;

function besidesOf({ isMoved, drawn, written }: CellBox, text: string): readonly Beside[] {
  const hasPicture = drawn.length > 0 && !/\p{L}/u.test(text); // beside words, it is a logo or a pictogram
  const isAddedTo = written.some((content) => SAYS_FIGURE.test(content));
  return unplain([
    ...(isMoved ? [NAMES.pushed] : []),
    ...(hasPicture ? [NAMES.picture] : []),
    ...(isAddedTo ? [NAMES.added] : []),
  ]);
}

export function blocksOf({ cells, runs }: Layout, texts: Texts, looks: readonly Look[]): readonly Block[] {
  const toldIn = Map.groupBy(runs.keys(), (i) => runs[i]?.cell);
  const rowsOf = Map.groupBy(cells.keys(), (i) => cells[i]?.table);
  const seenIn = (line: string): SeenText => {
    const beside = [...line.matchAll(/\ufdd1(\d+)\ufdd1/g)].flatMap(([, run]) => looks[Number(run)]?.beside ?? []);
    return { text: withoutUnseen(line.replace(/\ufdd1\d+\ufdd1/g, "")), ...(beside.length > 0 && { beside }) };
  };
  /** A text with tables in it, one line a paragraph. */
  const within = (text: string): readonly Block[] =>
    text
      .split(/\ufdd0(\d+)\ufdd0/)
      .flatMap((piece, i) =>
        i % 2 === 1 ? tableBlocks(Number(piece)) : piece.split("\n").map((line) => paragraph(seenIn(line))),
      );
  const contentOf = (i: number): readonly Block[] => {
    const besides = [
      ...(toldIn.get(i) ?? []).flatMap((run) => looks[run]?.beside ?? []),
      ...besidesOf(cells[i] as CellBox, texts.cells[i] ?? ""),
    ];
    const own = within(texts.cells[i] ?? "");
    return besides.length > 0 ? [...own, paragraph({ text: "", beside: besides })] : own;
  };
  const tableBlocks = (t: number): readonly Block[] => {
    const writer = writeTable(placeByBoxes);
    for (const row of Map.groupBy(rowsOf.get(t) ?? [], (i) => cells[i]?.row).values()) {
      const contents = row.map(contentOf);
      if (isPageLayout(contents)) writer.addPageLayout(contents);
      else writer.add(row.map((i, c) => ({ ...(cells[i] as CellBox), ...textOfCell(contents[c] ?? []) })));
    }
    return [...within(texts.captions[t] ?? ""), ...writer.finish()];
  };
  return within(texts.page);
}

/** In pixels: where the cells of one column begin differs by less. */
const SAME_COLUMN = 3;
/** In pixels: an empty cell of no width is seen by nobody. */
const NO_WIDTH = 1;

type BoxedCell = SeenText & Pick<CellBox, "box" | "rowSpan">;

/** A column is where cells begin: each cell spans those that begin before its own end. */
function placeByBoxes(all: readonly (readonly BoxedCell[])[]): readonly TableRow[] {
  const rows = all.map((row) => row.filter((cell) => cell.box[2] >= NO_WIDTH || !isBlank(cell)));
  const boxes = rows.flat().map(({ box }) => box);
  const narrowest = Math.max(NO_WIDTH, Math.min(...boxes.map(([, , width]) => width)));
  const tolerance = Math.min(SAME_COLUMN, narrowest / 4);
  const starts = clusterEdges(
    boxes.map(([x]) => x),
    tolerance,
  );
  const columnsBefore = (x: number): number => starts.filter((start) => start < x).length;
  return rows.map((row) => ({
    cells: row.map(({ text, beside, rowSpan, box: [x, , width] }) => {
      const column = columnsBefore(x + tolerance) - 1;
      const colSpan = Math.max(1, columnsBefore(x + width - tolerance) - column);
      return { text, ...(beside && { beside }), column, colSpan, rowSpan };
    }),
  }));
}
