/**
 * What the places of the words leave open in a table without lines -> doubts, in French. One is enough to refuse the page: a
 * figure moved by one row or column would be a wrong figure.
 */
import type { TableRow } from "../document/document.ts";
import { areThousands, type Band, bandOf, hasValue, isValue, unitsIn } from "./bands.ts";
import { isWrapped, joinLines, type Line, middleOf, textOf, textOfLines } from "./lines.ts";
import { FAR_APART, LONGER } from "./measures.ts";
import { isParted, mayBeApart, type RowContext } from "./rows.ts";
import type { Unit } from "./units.ts";

type Group = readonly Line[];

export function doubtsOfRows(groups: readonly Group[], context: RowContext): readonly string[] {
  const { bands } = context;
  const rows = groups.map((group) => bands.map((_, column) => unitsIn(group, bands, column)));
  const labelOf = (line: Line): string => textOf(unitsIn([line], bands, 0));
  return [
    ...rows.flatMap(doubtsOfCells),
    ...doubtsOfColumns(
      rows,
      groups.every((group) => group.length === 1),
    ),
    ...doubtsOfLabels(groups, rows),
    ...doubtsOfSpacing(groups, context),
    ...groups.flatMap((group) => {
      const [upper, lower] = mayBeApart(group, context) ?? [];
      return upper && lower
        ? [
            `on ne peut pas dire si « ${labelOf(lower)} » continue le libellé « ${labelOf(upper)} », ou s'il est le titre de ce qui suit.`,
          ]
        : [];
    }),
  ];
}

/** Two figures in one cell, or one beside a label. */
const doubtsOfCells = (row: readonly (readonly Unit[])[]): readonly string[] =>
  row.flatMap((units, column) => {
    const figures = units.filter((u) => isValue(u.text));
    const mixed = column === 0 ? figures.length > 0 && units.length > 1 : figures.length > 1 && !areThousands(units);
    return mixed
      ? [
          `on ne peut pas dire à quelle colonne appartient chaque nombre de « ${textOfLines(units)} » : ils sont trop près l'un de l'autre ou du libellé.`,
        ]
      : [];
  });

/**
 * One column of labels, at the left of the figures, or several that each row fills on its one line; in a column of figures, nothing but
 * figures and their marks.
 */
function doubtsOfColumns(rows: readonly (readonly (readonly Unit[])[])[], isOneLine: boolean): readonly string[] {
  const columns = (rows[0] ?? []).map((_, c) => rows.map((row) => row[c] ?? []).filter((units) => units.length > 0));
  const valued = columns.map((cells) => cells.filter((units) => units.every((u) => isValue(u.text))));
  const ofFigures = columns.map((cells, c) => (valued[c]?.length ?? 0) * 2 >= cells.length && cells.length > 0);
  const first = ofFigures.findIndex((is, c) => c > 0 && is);
  const doubts: string[] = [];
  const isFilled = first > 1 && columns.slice(0, first).every((cells) => cells.length === rows.length);
  if ((ofFigures[0] || first > 1) && !(isOneLine && isFilled))
    doubts.push(
      "plusieurs colonnes se trouvent avant les chiffres (rang, service, période…) ; sans les lignes du tableau, on ne peut pas dire quel libellé va avec quelle ligne de chiffres.",
    );
  for (const [c, cells] of columns.entries()) {
    const other = ofFigures[c] && c > 0 ? cells.find((units) => !valued[c]?.includes(units)) : undefined;
    if (other) doubts.push(`« ${textOfLines(other)} » se trouve dans une colonne de chiffres (la colonne ${c + 1}).`);
  }
  return doubts;
}

/** A text in small letters, or after such a sign, seems to go on with another. */
const GOES_ON = /^[\p{Ll}(«+–-]/u;
/** "dont tentatives", "- sexuelles": lines of their own that start so. */
const SUB_LINE = /^(dont|dt)\b|^[-–—•*]/iu;

/** A row of figures without a label, and a label that seems to go on with the one above. */
function doubtsOfLabels(groups: readonly Group[], rows: readonly (readonly (readonly Unit[])[])[]): readonly string[] {
  const labels = rows.map((row) => textOfLines(row[0] ?? []));
  const goesOn = labels.map((label) => GOES_ON.test(label) && !SUB_LINE.test(label));
  const usual = goesOn.filter(Boolean).length * 2 > labels.length; // all in small letters
  return labels.flatMap((label, i) => {
    if (label === "") {
      const words = joinLines((groups[i] ?? []).map((line) => textOf(line.units)));
      return [`on ne peut pas dire à quelle ligne appartient « ${words} ».`];
    }
    return goesOn[i] && !usual ? [`on ne peut pas dire de quelle ligne « ${label} » est la suite.`] : [];
  });
}

/** Rows stand further apart than the lines within them; a line with no figure is a row of its own only if it stands as one. */
function doubtsOfSpacing(groups: readonly Group[], { bands, rowLines, pitch }: RowContext): readonly string[] {
  const doubts: string[] = [];
  const within = Math.max(0, ...groups.flatMap(gapsWithin));
  for (const [i, lower] of groups.entries()) {
    const upper = groups[i - 1];
    const [last, first] = [upper?.at(-1), lower[0]];
    if (!upper || !last || !first || rowLines.some((y) => y > middleOf(last) && y < middleOf(first))) continue;
    const gap = first.baseline - last.baseline;
    const alone = [upper, lower].filter((group) => !group.some(hasValue));
    const wraps = upper.length > 1 || lower.length > 1;
    const near = wraps && within > 0 && gap < LONGER * within && !startsAnew(upper, first, bands);
    const standsAlone = alone.every(
      () => gap * LONGER >= pitch && (gap >= FAR_APART * first.size || !mayGoOn(last, first, bands)),
    );
    if (near || !standsAlone)
      doubts.push(
        `on ne peut pas dire si « ${textOf(first.units)} » est une nouvelle ligne ou la suite de « ${textOf(last.units)} ».`,
      );
  }
  return doubts;
}

/** A capital begins the label of a row of figures: the row above has its own, and its label does not seem to begin the next. */
function startsAnew(upper: Group, lower: Line, bands: readonly Band[]): boolean {
  const [first] = unitsIn([lower], bands, 0);
  const last = upper.at(-1);
  const [ending] = last ? unitsIn([last], bands, 0) : [];
  const isWhole =
    last !== undefined && (hasValue(last) || /^\d+ ans\b/.test(ending?.text ?? "") || GOES_ON.test(ending?.text ?? ""));
  return hasValue(lower) && upper.some(hasValue) && isWhole && /^\p{Lu}\p{Ll}/u.test(first?.text ?? "");
}

const gapsWithin = (group: Group): readonly number[] =>
  group.slice(1).map((line, i) => line.baseline - (group[i]?.baseline ?? 0));

/** Could `lower`'s label be the rest of `upper`'s? It was too long for the column, and starts as no new label does. */
function mayGoOn(upper: Line, lower: Line, bands: readonly Band[]): boolean {
  const [label] = bands;
  const [last] = unitsIn([upper], bands, 0);
  const [first] = unitsIn([lower], bands, 0);
  if (!label || !last || !first) return true;
  const isCapitalised = /^\p{Lu}\p{Ll}/u.test(first.text);
  return !isCapitalised && isWrapped(last, first, label.x1 - label.x0);
}

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
  const goesOn = next && !isApart && GOES_ON.test(next.units[0]?.text ?? "") ? [next] : [];
  const beside = after.filter(
    (line) => !figures.includes(line) && line.units.length > 1 && line.x0 < (bands[0]?.x1 ?? 0),
  );
  const named = new Set(head.flatMap((row) => row.cells.flatMap((c) => range(c.column, c.colSpan))));
  const unnamed = bands.findIndex((_, i) => i > 0 && !named.has(i));
  return [
    ...[...new Set([...figures, ...(heading ? [heading] : []), ...goesOn, ...beside])].map(
      (line) => `on ne peut pas dire à quelle ligne du tableau appartient « ${textOf(line.units)} ».`,
    ),
    ...(head.length > 0 && unnamed > 0 ? [`aucun titre ne se trouve au-dessus de la colonne ${unnamed + 1}.`] : []),
  ];
}

const isUnder = (bands: readonly Band[], unit: Unit): boolean =>
  isValue(unit.text) && bands.some((band, i) => i > 0 && unit.x0 < band.x1 && band.x0 < unit.x1);

/** A line far above the table with texts over several of its columns: its heading, beyond a blank? */
export function doubtsOfLine(line: Line | undefined, bands: readonly Band[]): readonly string[] {
  const over = bands.filter((band, i) => i > 0 && line?.units.some((u) => u.x0 < band.x1 && band.x0 < u.x1));
  return line && line.units.length > 1 && over.length > 1
    ? [`on ne peut pas dire si « ${textOf(line.units)} » est l'en-tête du tableau qui suit, dont un blanc le sépare.`]
    : [];
}

const range = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, i) => from + i);
