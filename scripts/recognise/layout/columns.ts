/** Header rows to what each column says; spans that a format has lost are found again only when one reading is possible. */
import { isCount } from "../words/said.ts";
import { type Block, dataRows } from "./blocks.ts";
import { type Doubt, doubtful } from "./outcome.ts";
import { isYearLike, type View, type ViewCell } from "./view.ts";

/** A column that holds numbers, with the heading cells above it, top to bottom. */
export interface ValueColumn {
  readonly column: number;
  readonly headings: readonly ViewCell[];
}

export interface Columns {
  readonly values: readonly ValueColumn[];
  /** Columns of text: labels, forces, periods, notes. With their headings. */
  readonly texts: readonly ValueColumn[];
  /** Columns that hold nothing under their headings. */
  readonly blank: readonly ValueColumn[];
  /** "T1 | T2 | T3 | T4" in June: those to come are headed, and hold nothing yet. */
  readonly isFillingUp: boolean;
  /** "T1 2026 | Total" at the end of March: on each row the same number as at its left. */
  readonly repeated: ReadonlySet<number>;
  /** A header may span two ways; null when it is certain. */
  readonly doubt: Doubt | null;
}

/** Columns with at least as many numbers as texts, over the data rows of the block. */
export function readColumns(view: View, block: Block): Columns {
  const rows = dataRows(block);
  const values: number[] = [];
  const texts: number[] = [];
  const empty: number[] = [];
  for (let c = 0; c < view.width; c++) {
    const cells = rows.flatMap((r) => view.at(r, c) ?? []).filter((cell) => cell.column === c);
    const numbers = cells.filter((cell) => cell.number !== undefined).length;
    if (numbers > 0 && 2 * numbers >= cells.length) values.push(c);
    else (cells.length > 0 ? texts : empty).push(c);
  }
  // a column without any figure has its place among those of figures when its heading is one of theirs
  const lowest = (c: number): string | undefined => view.at(block.header.at(-1) ?? -1, c)?.text;
  const headed = empty.filter((c) => lowest(c) !== undefined && values.some((other) => lowest(other) === lowest(c)));
  const filled = fillSpans(
    view,
    block.header,
    [...values, ...headed].toSorted((a, b) => a - b),
  );
  const column = (c: number): ValueColumn => {
    const headings = block.header.flatMap((r, i) => filled.rows[i]?.get(c) ?? view.at(r, c) ?? []);
    return { column: c, headings: [...new Set(headings)] };
  };
  const isFillingUp = empty.some((c) => (view.at(block.header.at(-1) ?? -1, c)?.facets.periods.length ?? 0) > 0);
  const repeats = (c: number): boolean => rows.every((r) => view.at(r, c)?.text === view.at(r, c - 1)?.text);
  return {
    values: values.map(column),
    texts: texts.map(column),
    blank: empty.map(column),
    isFillingUp,
    repeated: new Set(values.filter((c) => values.includes(c - 1) && repeats(c))),
    doubt: filled.doubt,
  };
}

interface Filled extends Pick<Columns, "doubt"> {
  /** A header row: value column => the cell that stands over it although the format lost the span. */
  readonly rows: readonly ReadonlyMap<number, ViewCell>[];
}

/** The heading of the labels' column stands over no group of numbers. */
const isGroupHeading = ({ matches, facets }: ViewCell): boolean =>
  matches.length > 0 || facets.dimension === null || facets.dimension === "place" || facets.periods.length > 0;

/** "T1 2025 | T1 2025 | T1 2026 | T1 2026": each column says its own, and an empty one says nothing. */
const repeatsHeadings = (view: View, row: number, values: readonly number[]): boolean =>
  values.some((c, i) => {
    const cell = view.at(row, c);
    const next = view.at(row, values[i + 1] ?? -1);
    return cell !== undefined && cell.text === next?.text;
  });

interface Group {
  readonly head: ViewCell;
  readonly columns: readonly number[];
}

/**
 * Where a format keeps no spans (.csv, .doc), an empty heading continues the one at its left, but only when the row below
 * repeats one sequence under each: "T1 2025 · · T1 2026 · ·" over "Police Gendarmerie Total Police Gendarmerie Total".
 */
function fillSpans(view: View, header: readonly number[], values: readonly number[]): Filled {
  let doubt: Doubt | null = null;
  const rows: ReadonlyMap<number, ViewCell>[] = header.map(() => new Map());
  // from the lowest row up, so that each row is held against the one below with its own spans found
  for (let i = header.length - 2; i >= 0; i--) {
    const row = header[i] ?? 0;
    const below: Below = (c) => rows[i + 1]?.get(c) ?? view.at(header[i + 1] ?? 0, c);
    if (view.own(row).some((c) => c.colSpan > 1) || repeatsHeadings(view, row, values)) continue;
    const { groups, uncovered } = groupHeadings(view, row, values, below);
    const spans = [groups, groups.map((g) => withoutTrailingMeasures(g, below))].find((g) => fits(g, uncovered, below));
    const wide = (spans ?? []).filter((g) => g.columns.length > 1);
    const [unfit] = groups.filter((g) => g.columns.length > 1);
    if (spans) rows[i] = new Map(wide.flatMap((g) => g.columns.map((c): [number, ViewCell] => [c, g.head])));
    else if (unfit)
      doubt ??= doubtful(unfit.head.text, `il peut couvrir ${unfit.columns.length} colonnes, ou la sienne seule`);
  }
  return { rows, doubt };
}

type Below = (column: number) => ViewCell | undefined;

/** Each heading with the empty columns at its right that have a heading below. */
function groupHeadings(view: View, row: number, values: readonly number[], below: Below) {
  const groups: Group[] = [];
  let uncovered = 0;
  for (const c of values) {
    const cell = view.at(row, c);
    const last = groups.at(-1);
    if (cell) groups.push({ head: cell, columns: [c] });
    else if (below(c) === undefined) continue;
    else if (last && isGroupHeading(last.head))
      groups[groups.length - 1] = { head: last.head, columns: [...last.columns, c] };
    else uncovered++;
  }
  return { groups, uncovered };
}

/**
 * Does one sequence of headings stand under every wide group, with no rival beside them and no column left out? A group over one wide
 * heading covers what that one covers.
 */
function fits(groups: readonly Group[], uncovered: number, below: Below): boolean {
  const wide = groups.filter((g) => g.columns.length > 1);
  if (wide.length === 0) return true;
  const several = wide.filter((g) => new Set(g.columns.map(below)).size > 1);
  const [model] = several;
  const under = (g: Group): string => g.columns.map((c) => below(c)?.text.toLowerCase() ?? "").join(" · ");
  const isPeriod = (g: Group): boolean => g.head.facets.periods.length > 0 || isYearLike(g.head);
  const isAlike = (g: Group): boolean => model !== undefined && under(g) === under(model);
  const isRival = (g: Group): boolean =>
    g.columns.length === 1 &&
    standsOverItsOwn(g, below) &&
    wide.some((w) => isPeriod(w) === isPeriod(g)) &&
    !isAlike(g);
  return uncovered === 0 && !groups.some(isRival) && several.every(isAlike);
}

/** "Évolution" at the end stands for itself: it may be under the last group or beside it, and no count depends on which. */
function withoutTrailingMeasures(group: Group, below: Below): Group {
  const columns = [...group.columns];
  const isPrinted = (c: number | undefined): boolean => {
    const facets = c === undefined ? undefined : below(c)?.facets;
    return facets !== undefined && !isCount(facets) && facets.residual === "";
  };
  while (columns.length > 1 && isPrinted(columns.at(-1))) columns.pop();
  return { head: group.head, columns };
}

/** Does the row below say something of its own under the heading? */
const standsOverItsOwn = (group: Group, below: Below): boolean =>
  group.columns.some((c) => below(c) !== undefined && below(c) !== group.head);
