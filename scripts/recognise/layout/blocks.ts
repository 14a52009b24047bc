/** The rows of a grid to its tables, by what each row is (row-kinds.ts). Says where things stand, not what they mean. */
import {
  isHeaderFragment,
  isKeyValue,
  isMissingLine,
  isNamedWithoutFigures,
  isNumbering,
  kindOf,
  nextIsHeader,
} from "./row-kinds.ts";
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

/** Splits a grid into its tables. A header row after data rows begins the next table. */
export function layOut(view: View): Layout {
  const blocks: Draft[] = [];
  let current = empty();
  const pending: ViewCell[] = [];
  let afterBlank = false;
  /** The row above that has a cell. */
  let before: number | undefined;
  const hasData = () => current.items.some((i) => i.kind === "data");
  /** Its texts, where it is no table. */
  const close = (): readonly ViewCell[] => {
    const { lines, header } = current;
    const texts = [...lines, ...header.flatMap((r) => view.own(r)), ...captionsIn(current)];
    const isTable = hasData();
    if (isTable) blocks.push(current);
    current = empty();
    return isTable ? [] : texts;
  };
  for (let row = 0; row < view.height; row++) {
    if (!hasData() && current.header.length > 0 && isNumbering(view, row)) {
      current.numbering.push(row);
      continue;
    }
    const above = current.items.findLast((i) => i.kind === "data")?.row;
    const found = kindOf(view, row, above, afterBlank || pending.length > 0);
    const [first] = view.own(row);
    const underHeader = !hasData() && pending.length === 0 && current.header.at(-1) === row - 1;
    const isFirst = !hasData() && current.header.at(-1) === before; // rows without a cell may stand between
    const goesOn = pending.length === 0 && (isFirst || above === row - 1);
    const kind = found === "header" && goesOn && isNamedWithoutFigures(view, row, current.header) ? "data" : found;
    if (kind === "blank" || !first) {
      afterBlank ||= view.own(row).length === 0;
      continue;
    }
    const isMissing = kind === "line" && isMissingLine(view, first, above);
    const fragment = kind === "line" && !isMissing && isHeaderFragment(view, first, underHeader, hasData());
    if (kind === "line" && !fragment && !isMissing) pending.push(first);
    else if (kind === "header" || fragment) {
      if (hasData() || pending.length > 0 || afterBlank) {
        const left = close();
        current.lines = [...left, ...pending.splice(0)];
      }
      if (!hasData() && isKeyValue(view, row) && nextIsHeader(view, row)) current.lines.push(...view.own(row));
      else current.header.push(row);
    } else {
      if (kind === "doubtful") current.doubtfulYears ??= first;
      if (current.header.length === 0 && !hasData()) current.lines.push(...pending.splice(0));
      current.items.push(...pending.splice(0).map((cell): BlockItem => ({ kind: "line", cell })), {
        kind: "data",
        row,
      });
    }
    afterBlank = false;
    before = row;
  }
  const left = close();
  return { blocks, trailing: [...left, ...pending] };
}
