/**
 * What the places of the words leave open in a table without lines -> doubts, in French. One is enough to refuse the page: a
 * figure moved by one row or column would be a wrong figure.
 */
import type { TableRow } from "../document/document.ts";
import { areThousands, type Band, bandOf, hasValue, isValue, isYear, unitsIn } from "./bands.ts";
import { goesOn, mostGoOn } from "./labels.ts";
import { gapsOf, isWrapped, type Line, textOf, textOfLines, type Unit } from "./lines.ts";
import { FAR_APART, LONGER, OVERLAP } from "./measures.ts";
import { isParted, type Row, type RowContext } from "./rows.ts";

export function doubtsOfRows(rows: readonly Row[], context: RowContext): readonly string[] {
  const columns = columnsOf(rows);
  const lines = new Set([...linesWithoutLabel(rows, columns), ...linesThatMayGoOn(rows, context)]);
  return [...rows.flatMap(doubtsOfCells), ...doubtsOfColumns(rows, columns, context), ...[...lines].map(doubtOfLine)];
}

/** A column of a table: its cells that hold something, those of figures alone, and whether these are most. */
interface Column {
  readonly cells: readonly (readonly Unit[])[];
  readonly valued: readonly (readonly Unit[])[];
  readonly isOfFigures: boolean;
}

const columnsOf = (rows: readonly Row[]): readonly Column[] =>
  (rows[0]?.cells ?? []).map((_, c) => {
    const cells = rows.map((row) => row.cells[c] ?? []).filter((units) => units.length > 0);
    const valued = cells.filter((units) => units.every((u) => isValue(u.text)));
    return { cells, valued, isOfFigures: valued.length * 2 >= cells.length && cells.length > 0 };
  });

/** The first after that of the labels; -1: none. */
const firstOfFigures = (columns: readonly Column[]): number =>
  columns.findIndex(({ isOfFigures }, c) => c > 0 && isOfFigures);

const doubtOfLine = (line: Line): string =>
  `on ne peut pas dire à quelle ligne du tableau appartient « ${textOf(line.units)} ».`;

/** Two figures in one cell, or one beside a label. */
const doubtsOfCells = ({ cells }: Row): readonly string[] =>
  cells.flatMap((units, column) => {
    const figures = units.filter((u) => isValue(u.text));
    const mixed = column === 0 ? figures.length > 0 && units.length > 1 : figures.length > 1 && !areThousands(units);
    return mixed
      ? [
          `on ne peut pas dire à quelle colonne appartient chaque nombre de « ${textOfLines(units)} » : ils sont trop près l'un de l'autre ou du libellé.`,
        ]
      : [];
  });

/**
 * One column of labels, at the left of the figures, or several that each row fills on its one line, but for its number, or that lines part
 * row by row; in the first column of figures, where a label may end, nothing but figures and their marks.
 */
function doubtsOfColumns(
  rows: readonly Row[],
  columns: readonly Column[],
  { isParted: areParted }: RowContext,
): readonly string[] {
  const first = firstOfFigures(columns);
  const doubts: string[] = [];
  const areYears = columns[0]?.cells.every((units) => units.every((u) => isYear(u.text)));
  const ofWords = columns.slice(0, Math.max(0, first)).filter(({ isOfFigures }) => !isOfFigures);
  const isSure = ofWords.length > 0 && (areParted || ofWords.every(({ cells }) => cells.length === rows.length));
  const areSeveral = (columns[0]?.isOfFigures && !areYears) || first > 1;
  if (areSeveral && !(isSure && rows.every(({ lines }) => lines.length === 1)))
    doubts.push(
      "plusieurs colonnes se trouvent avant les chiffres (rang, service, période…) ; sans les lignes du tableau, on ne peut pas dire quel libellé va avec quelle ligne de chiffres.",
    );
  const other = columns[first]?.cells.find((units) => !columns[first]?.valued.includes(units));
  if (other) doubts.push(`« ${textOfLines(other)} » se trouve dans une colonne de chiffres (la colonne ${first + 1}).`);
  return doubts;
}

/** Rows without a label, and those whose label seems to go on with the one above. */
function linesWithoutLabel(rows: readonly Row[], columns: readonly Column[]): readonly Line[] {
  const ofLabels = Math.max(1, firstOfFigures(columns));
  const labels = rows.map(({ cells }) => textOfLines(cells.slice(0, ofLabels).find((units) => units.length > 0) ?? []));
  const areSmall = mostGoOn(labels);
  const hasLabel = (label = "", i: number): boolean => label !== "" && (areSmall || !goesOn(label) || isOwn(rows, i));
  return rows.flatMap(({ lines }, i) => (hasLabel(labels[i], i) ? [] : lines.slice(0, 1)));
}

/** On its one line with its figures, as the row above is, and no nearer to it than to the next: two labels, even in small letters. */
function isOwn(rows: readonly Row[], i: number): boolean {
  const areWhole = [i - 1, i].every((at) => rows[at]?.lines.length === 1 && rows[at].lines.every(hasValue));
  const gaps = gapsOf(rows.flatMap(({ lines }) => lines.slice(0, 1))); // gaps[i - 1]: above row i
  return areWhole && (gaps[i - 1] ?? 0) * LONGER > (gaps[i] ?? gaps[i - 2] ?? 0);
}

/**
 * Lines that may be the rest of the label above, or a row of their own. Of those that were joined to it: the ones that had room beside its
 * line and begin as a label does (the title of the next rows, under « Total », stands as near). Of those that were parted from it: all that
 * stand no further off than the lines of one row, and, where one of the two has no figures, nearer than rows are or in the look of a rest;
 * but not a label that begins beside figures of its own, under figures whose label goes on in small letters.
 */
function linesThatMayGoOn(
  rows: readonly Row[],
  { bands, rowLines, pitch, isParted: areParted }: RowContext,
): readonly Line[] {
  const hadRoom = (upper: readonly Line[], lower: Line): boolean => {
    const [last] = unitsIn(upper, bands, 0).slice(-1);
    const [first] = unitsIn([lower], bands, 0);
    return last && first && bands[0] ? !isWrapped(last, first, bands[0].x1 - bands[0].x0) : false;
  };
  const joined = rows.flatMap(({ lines }) =>
    lines.filter(
      (line, i) =>
        line.baseline - (lines[i - 1] ?? line).baseline >= OVERLAP * line.size &&
        !areParted &&
        hadRoom(lines.slice(0, i), line) &&
        !REST.test(textOf(line.units)),
    ),
  );
  const apart = rows.slice(1).flatMap(({ lines: lower }, i) => {
    const [upper, first] = [rows[i]?.lines ?? [], lower[0]];
    const last = upper.at(-1);
    if (!last || !first || isParted(last, first, rowLines)) return [];
    const gap = first.baseline - last.baseline;
    const gaps = [upper, lower].flatMap(gapsOf);
    const looksNew = gap >= FAR_APART * first.size || CAPITALISED.test(textOf(first.units)) || hadRoom(upper, first);
    const isRow = [upper, lower].every((lines) => lines.some(hasValue)) || (gap * LONGER >= pitch && looksNew);
    const goOn = [upper, lower].every((lines) => lines.slice(1).every((line) => REST.test(textOf(line.units))));
    const isHeld = (lines: readonly Line[], column: number): boolean => unitsIn(lines, bands, column).length > 0;
    const haveBoth = bands.some((_, column) => column > 0 && [upper, [first]].every((lines) => isHeld(lines, column)));
    const areTold = goOn && haveBoth && !goesOn(textOf(first.units));
    return isRow && (areTold || gaps.every((within) => gap >= LONGER * within)) ? [] : [first];
  });
  return [...joined, ...apart];
}

/** A word that a new label begins with; and none that it does. */
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
const REST = /^[\p{Ll}(«"\d+–-]/u;

/** What was left around the table: figures under its columns, a heading that no level took, a column that no heading names. `last`: of its rows. */
export function doubtsAround(
  before: readonly Line[],
  head: readonly TableRow[],
  after: readonly Line[],
  { bands, rowLines }: RowContext,
  last?: Line,
): readonly string[] {
  const [heading] = before.slice(-1).filter((line) => line.units.filter((u) => bandOf(bands, u) > 0).length > 1);
  const figures = [...before, ...after].filter((line) => hasValue(line) && line.units.some((u) => isUnder(bands, u)));
  const [next] = after;
  const isApart = last && next && isParted(last, next, rowLines);
  const rest = next && !isApart && goesOn(next.units[0]?.text ?? "") ? [next] : [];
  const beside = after.filter(
    (line) => !figures.includes(line) && line.units.length > 1 && line.x0 < (bands[0]?.x1 ?? 0),
  );
  const named = new Set(head.flatMap((row) => row.cells.flatMap((c) => range(c.column, c.colSpan))));
  const unnamed = bands.findIndex((_, i) => i > 0 && !named.has(i));
  return [
    ...[...new Set([...figures, ...(heading ? [heading] : []), ...rest, ...beside])].map(doubtOfLine),
    ...(head.length > 0 && unnamed > 0 ? [`aucun titre ne se trouve au-dessus de la colonne ${unnamed + 1}.`] : []),
  ];
}

const isUnder = (bands: readonly Band[], unit: Unit): boolean =>
  isValue(unit.text) && bands.some((band, i) => i > 0 && unit.x0 < band.x1 && band.x0 < unit.x1);

/** A line far above the table with texts over several of its columns, and not « Commune : Lure »: its heading, beyond a blank? */
export function doubtsOfLine(line: Line | undefined, bands: readonly Band[]): readonly string[] {
  const heads = (line?.units ?? []).filter(({ text }) => !KEYED.test(text));
  const over = bands.filter((band, i) => i > 0 && heads.some((u) => u.x0 < band.x1 && band.x0 < u.x1));
  return line && line.units.length > 1 && over.length > 1
    ? [`on ne peut pas dire si « ${textOf(line.units)} » est l'en-tête du tableau qui suit, dont un blanc le sépare.`]
    : [];
}
/** A key with its value. */
const KEYED = /\p{L}\s*:\s*\S/u;

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i);
