/** The rows of a grid to its tables, by what each row is (row-kinds.ts). Says where things stand, not what they mean. */
import { isExplained } from "../words/said.ts";
import { formLines } from "./form.ts";
import { kindOf } from "./row-kinds.ts";
import type { View, ViewCell } from "./view.ts";

type BlockItem =
  | { readonly kind: "data"; readonly row: number }
  /** A line of text between data rows: a family, a force, a period, a note. */
  | { readonly kind: "line"; readonly cell: ViewCell };

/** One table: the lines just above it, its header rows, its data rows. */
export interface Block {
  /** Titles and captions above the header, top to bottom. */
  readonly lines: readonly ViewCell[];
  /** Header rows, top to bottom; empty when the table has none of its own. */
  readonly header: readonly number[];
  readonly items: readonly BlockItem[];
  /** Rows that number the columns: "(1) (2) (3)", "A B C". */
  readonly numbering: readonly number[];
  /** A row that may be a header of years or a line of counts: the table cannot be read. */
  readonly doubtfulYears: ViewCell | null;
}

/** The rows of data of a table, top to bottom. */
export const dataRows = ({ items }: Pick<Block, "items">): readonly number[] =>
  items.flatMap((i) => (i.kind === "data" ? [i.row] : []));

/** The lines of text within a table, top to bottom. */
export const captionsIn = ({ items }: Pick<Block, "items">): readonly ViewCell[] =>
  items.flatMap((i) => (i.kind === "line" ? [i.cell] : []));

export interface Layout {
  readonly blocks: readonly Block[];
  /** Lines of text after the last table, or in a grid without any. */
  readonly trailing: readonly ViewCell[];
}

/** A block while its rows are added. */
type Draft = { -readonly [K in keyof Block]: Block[K] extends readonly (infer T)[] ? T[] : Block[K] };
const empty = (): Draft => ({ lines: [], header: [], items: [], numbering: [], doubtfulYears: null });

/** « I.S.T » between the rows of a table that is none yet: what follows is a table of its own, under the same heads. */
function endOfTitle(over: readonly ViewCell[], lines: readonly ViewCell[]): number {
  const own = lines.flatMap(({ facets }) => facets.statements).at(-1);
  const isTitle = ({ facets }: ViewCell): boolean =>
    facets.statements.some((named) => named !== own) && (isExplained(facets) || facets.periods.length > 0);
  return 1 + over.findLastIndex(isTitle);
}

/** Splits a grid into its tables. A header row after data rows begins the next table. */
export function layOut(view: View): Layout {
  const blocks: Draft[] = [];
  let current = empty();
  let pending: ViewCell[] = [];
  let afterBlank = false;
  /** The last row of data. */
  let above: number | undefined;
  /** Its texts, where it is no table. */
  const close = (): readonly ViewCell[] => {
    const { lines, header } = current;
    const isTable = above !== undefined;
    const texts = isTable ? [] : [...lines, ...header.flatMap((r) => view.own(r)), ...captionsIn(current)];
    if (isTable) blocks.push(current);
    above = undefined;
    return texts;
  };
  const take = (): ViewCell[] => {
    const taken = pending;
    pending = [];
    return taken;
  };
  for (let row = 0; row < view.height; row++) {
    const hasLines = pending.length > 0;
    const kind = kindOf(view, row, { header: current.header, above, hasLines, afterBlank });
    const [first] = view.own(row);
    if (kind === "numbering") current.numbering.push(row);
    else if (!first) afterBlank = true;
    else {
      if (kind === "line") pending.push(...view.fieldLines(first));
      else if (kind === "form") pending.push(...formLines(view, row));
      else if (kind === "header") {
        if (above !== undefined || hasLines || afterBlank) current = { ...empty(), lines: [...close(), ...take()] };
        current.header.push(row);
      } else {
        if (kind === "doubtful") current.doubtfulYears ??= first;
        const over = take();
        const isOver = current.header.length === 0 && above === undefined;
        const titles = over.splice(0, isOver ? over.length : endOfTitle(over, current.lines));
        if (titles.length > 0 && above !== undefined) {
          const { header } = current;
          close();
          current = { ...empty(), header };
        }
        current.lines.push(...titles);
        current.items.push(...over.map((cell): BlockItem => ({ kind: "line", cell })), { kind: "data", row });
        above = row;
      }
      afterBlank = false;
    }
  }
  return { blocks, trailing: [...close(), ...pending] };
}
