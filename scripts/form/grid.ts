/** A received table as its form: its cells where they stand, their texts blurred, their numbers drawn. */
import type { Cell, Grid } from "../model/grid.ts";
import type { Reading, ReadTable } from "../model/observation.ts";
import { fold, loadWords, type Word } from "../nomenclature/index.ts";
import { changeIn, changeOf } from "./changes.ts";
import { draw, drawn, type Written, write, writtenIn } from "./numbers.ts";
import { isMonth, type Shift, shifted } from "./periods.ts";
import { type Counts, drawnCounts, sumsOfColumns, sumsOfRows } from "./sums.ts";
import { INVENTED } from "./texts.ts";

/** What grids are blurred with. */
export interface Blurring {
  readonly blur: (text: string) => string;
  readonly shift: Shift;
  /** A line that has others under it, by its label. */
  readonly isFamily: (text: string) => boolean;
}

type Readings = ReadTable["readings"];
type Numbers = readonly (readonly (Written | null)[])[];
const YEARS = /^(?:19|20)\d\d$/;

const isOf = (text: string, kind: Word["kind"]): boolean =>
  loadWords()
    .phrases.get(fold(text))
    ?.some((word) => word.kind === kind) ?? false;

/**
 * Read as a heading; where nothing is read of it, years that follow one another, all the numbers of the first row that has several, beside no label
 * but the head of the labels. A count of 2 019 facts is none.
 */
function isYear({ rows }: Grid, reading: Reading | undefined, row: number, text: string): boolean {
  if (!YEARS.test(text)) return false;
  if (reading?.kind === "text" && reading.role === "header") return true;
  const textsOf = (cells: readonly Cell[] = []): readonly string[] =>
    cells.flatMap((cell) => (cell.text.trim() === "" ? [] : [cell.text.trim()]));
  const numbersOf = (texts: readonly string[]): readonly string[] => texts.filter((one) => writtenIn(one));
  const texts = textsOf(rows[row]);
  if (rows.slice(0, row).some((cells) => numbersOf(textsOf(cells)).length > 1)) return false;
  const years = [...new Set(numbersOf(texts).map(Number))];
  const areNext = years.length > 1 && Math.max(...years) - Math.min(...years) === years.length - 1;
  return areNext && texts.every((one) => YEARS.test(one) || isOf(one, "dimension"));
}

const TOTALS = new Set(
  [...loadWords().phrases].flatMap(([text, says]) =>
    says.some((word) => word.kind === "total" || (word.kind === "force" && word.force === "ensemble")) ? [text] : [],
  ),
);

/** The counts of a table: its whole numbers, but those of a column where changes stand. */
function countsIn(grid: Grid, readings: Readings, numbers: Numbers): Counts {
  const isChange = (column: number): boolean =>
    numbers.some((row, r) => {
      const { sign = "", after = "" } = row[column] ?? {};
      return readings[r]?.[column]?.kind === "printed" || sign !== "" || /[%‰]/.test(after);
    });
  const changes = new Set((grid.rows[0] ?? []).flatMap((_, c) => (isChange(c) ? [c] : [])));
  return numbers.map((row, r) =>
    row.map((written, c) => {
      const isOther = written?.decimals !== 0 || changes.has(c);
      return isOther || isYear(grid, readings[r]?.[c], r, grid.rows[r]?.[c]?.text.trim() ?? "")
        ? undefined
        : written?.value;
    }),
  );
}

/** In the place of its counts. */
function countsDrawn({ rows }: Grid, counts: Counts, isFamily: Blurring["isFamily"]): Counts {
  const isTotal = ({ text, colSpan = 1 }: Cell): boolean =>
    TOTALS.has(fold(text)) || (colSpan === 1 && fold(text).startsWith("cumul")) || isFamily(text);
  const first = counts.findIndex((row) => row.some((count) => count !== undefined));
  const headsOf = (column: number): readonly Cell[] =>
    rows
      .slice(0, Math.max(first, 0))
      .flatMap((row) =>
        row.filter((cell, at) => at <= column && column < at + (cell.colSpan ?? 1) && cell.text !== ""),
      );
  return drawnCounts(
    counts,
    sumsOfRows(counts, (r) => (rows[r] ?? []).some(isTotal)),
    sumsOfColumns(
      counts,
      (c) => headsOf(c).some(isTotal),
      (c) => headsOf(c).at(-1)?.text ?? "",
    ),
    draw,
  );
}

export function blurGrid(grid: Grid, readings: Readings, { blur, shift, isFamily }: Blurring): Grid {
  const numbers = grid.rows.map((row) => row.map(({ text }) => writtenIn(text)));
  const counts = countsIn(grid, readings, numbers);
  const values = countsDrawn(grid, counts, isFamily);
  const changes = (grid.rows[0] ?? []).map((_, c) => changeIn(c, numbers, counts));
  const months = new Set(grid.rows.flatMap((row) => row.flatMap(({ text }) => (isMonth(text) ? [fold(text)] : []))));
  const textAt = (text: string, r: number, c: number): string => {
    const [reading, written, change] = [readings[r]?.[c], numbers[r]?.[c], changes[c]];
    const blurred = blur(text);
    if (!written || blurred.trim() === INVENTED.insee) return isMonth(text) && months.size > 1 ? text : blurred;
    if (isYear(grid, reading, r, text.trim())) return shifted(text.trim(), shift.by);
    const [before = 0, after] = change ? [values[r]?.[change.before], values[r]?.[change.after]] : [];
    const isKept = change !== undefined && before > 0 && after !== undefined;
    return write(written, isKept ? changeOf(before, after, change.isPercent) : (values[r]?.[c] ?? drawn(written)));
  };
  const besideOf = (text: string): string => {
    const written = writtenIn(text);
    return written ? write(written, drawn(written)) : blur(text);
  };
  const { besides, comments } = grid;
  return {
    ...grid,
    part: blur(grid.part),
    ...(besides && { besides: besides.map(blur) }),
    ...(comments && { comments: comments.map(blur) }),
    rows: grid.rows.map((row, r) =>
      row.map((cell, c) => ({
        ...cell,
        text: textAt(cell.text, r, c),
        // what may be seen otherwise is told in the program's own words
        ...(cell.beside && {
          beside: cell.beside.map((one) => (one.kind === "unplain" ? one : { ...one, text: besideOf(one.text) })),
        }),
      })),
    ),
  };
}
