/** Where a file names persons: a heading, what a column or a row holds, the name of a sheet or of the file. */
import { quote } from "../../model/format.ts";
import type { Grid, ReadFile } from "../../model/grid.ts";
import type { Provenance } from "../../model/observation.ts";
import { CONTENTS, isNameHeading, isNominativeHeading, isPersonHeading, LIKE_A_NAME, NAMED_PERSON } from "./words.ts";

/** Distinct cells of one kind in a column: fewer may be the letterhead of the service. */
const MANY = 5;
/** Distinct « DUPONT Marie » in a column: one or two may be a line in capitals. */
const MANY_NAMES = 3;

export interface Found {
  /** null: the name of the file. */
  readonly grid: Grid | null;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** In French. What stands in the cells is not in it. */
  readonly why: string;
  /** The text may be a line of facts that nobody has declared: « RODÉOS Motorisés ». */
  readonly maybeLine?: true;
}

/**
 * Every column, row or name that names persons; none in a statement of counts.
 * @param unknown counts of lines that the nomenclature does not know. @param isLine do the settings say that a text is a line of facts?
 */
export function findPersons(
  { source, grids }: ReadFile,
  unknown: readonly Provenance[],
  isLine: (text: string) => boolean,
): readonly Found[] {
  const named = (name: string, grid: Grid | null, why: string): readonly Found[] =>
    NAMED_PERSON.test(name) ? [{ grid, row: 0, column: 0, why }] : [];
  return [
    ...named(source.name, null, "son nom semble être celui d'une personne"),
    ...grids.flatMap((grid) => {
      const columns = columnsOf(grid, isLine);
      const others = columns.length > 0 ? [] : [...rowsOf(grid), ...linesOf(grid, unknown, isLine)];
      return [
        ...named(grid.part, grid, "le nom de cette partie semble être celui d'une personne"),
        ...columns,
        ...others,
      ];
    }),
  ];
}

const textAt = (grid: Grid, row: number, column: number): string => grid.rows[row]?.[column]?.text.trim() ?? "";

/** Empty, a count or a mark for none: under "PV" or "Domicile" they are statistics. */
const isCountLike = (text: string): boolean => /^(?:[+-]?[\d\s.,]{0,6}%?|[-–/*]+|n\.?[acd]\.?|ndiff|s)$/i.test(text);

function columnsOf(grid: Grid, isLine: (text: string) => boolean): readonly Found[] {
  const width = grid.rows[0]?.length ?? 0;
  return Array.from(
    { length: width },
    (_, column) => byHeading(grid, column) ?? byContent(grid, column) ?? byNames(grid, column, isLine),
  ).filter((found) => found !== undefined);
}

/**
 * One text under such a heading is enough: a list of one victim names her. Not in a letterhead, where "Adresse" stands over "Téléphone",
 * or alone on its row; but "Nom" alone heads a list of names.
 */
function byHeading(grid: Grid, column: number): Found | undefined {
  for (let row = 0; row < grid.rows.length; row++) {
    const heading = textAt(grid, row, column);
    if (heading === "") continue;
    const isPerson = isPersonHeading(heading);
    if (!isPerson && !isNominativeHeading(heading)) continue;
    if (isKindOfPlace(grid, row, column)) continue;
    const below = grid.rows.slice(row + 1).map((_, i) => textAt(grid, row + 1 + i, column));
    const texts = below.filter((text) => !isCountLike(text) && !isNominativeHeading(text));
    const beside = grid.rows[row]?.filter((cell) => cell.text.trim() !== "").length ?? 0;
    const isHead = beside > 1 || (isNameHeading(heading) && below[0] === texts[0]);
    // "Victimes" over "mineurs" counts them; over « DUPONT Marie » it names her
    const names = isPerson ? texts.filter((text) => LIKE_A_NAME.test(text) || NAMED_PERSON.test(text)) : texts;
    if (isHead && names.length > 0) return { grid, row, column, why: `son titre est ${quote(heading)}` };
  }
  return undefined;
}

/** "Domicile" under "Lieu des faits": where facts happen, and no address. */
const isKindOfPlace = (grid: Grid, row: number, column: number): boolean =>
  /^domicile$/i.test(textAt(grid, row, column)) &&
  grid.rows
    .slice(0, row)
    .some((_, above) => /^(?:lieux?|type de lieu|nature (?:du|de) lieu)\b/i.test(textAt(grid, above, column)));

/** Each short text of a column that is no count, and the row where it first stands. */
function textsOf(grid: Grid, column: number): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = 0; row < grid.rows.length; row++) {
    const text = textAt(grid, row, column);
    if (text.length < 80 && !rows.has(text) && !isCountLike(text)) rows.set(text, row);
  }
  return rows;
}

function byContent(grid: Grid, column: number): Found | undefined {
  const rows = textsOf(grid, column);
  if (rows.size < MANY) return undefined;
  for (const { what, pattern, isOther } of CONTENTS) {
    const found = [...rows].filter(([text]) => pattern.test(text));
    const [first] = found;
    if (first && found.length >= MANY && !isOther?.(found.map(([text]) => text)))
      return { grid, row: first[1], column, why: `elle semble contenir ${what}` };
  }
  return undefined;
}

function byNames(grid: Grid, column: number, isLine: (text: string) => boolean): Found | undefined {
  const names = [...textsOf(grid, column)].filter(([text]) => LIKE_A_NAME.test(text) && !isLine(text));
  // « CSP Arleux », « CSP Bapaume »: the same word in capitals, and no surname
  const surnames = new Set(names.map(([text]) => /\p{Lu}{2}[\p{Lu}'’-]*/u.exec(text)?.[0]));
  const [first] = names;
  if (!first || surnames.size < MANY_NAMES) return undefined;
  return { grid, row: first[1], column, why: "elle semble contenir des noms de personnes", maybeLine: true };
}

/** A line that nobody knows and that looks like a name, before its count: « DUPONT Marie;1 ». */
function linesOf(grid: Grid, unknown: readonly Provenance[], isLine: (text: string) => boolean): readonly Found[] {
  for (const { part, row } of unknown) {
    if (part !== grid.part) continue;
    const column = grid.rows[row - 1]?.findIndex(({ text }) => LIKE_A_NAME.test(text) || NAMED_PERSON.test(text)) ?? -1;
    if (column < 0 || isLine(textAt(grid, row - 1, column))) continue;
    return [{ grid, row: row - 1, column, why: `la ligne ${row} semble être celle d'une personne`, maybeLine: true }];
  }
  return [];
}

/** Two kinds of such contents side by side, one of which no letterhead has: a person, whatever the headings and the number of rows. */
function rowsOf(grid: Grid): readonly Found[] {
  for (const [row, cells] of grid.rows.entries()) {
    const kinds = cells.map(({ text }) =>
      CONTENTS.find(({ pattern }) => text.length < 80 && pattern.test(text.trim())),
    );
    const column = kinds.findIndex((kind) => kind?.ofPersonsOnly);
    const other = kinds.find((kind) => kind && kind !== kinds[column]);
    if (column < 0 || !other) continue;
    const why = `la ligne ${row + 1} semble contenir ${kinds[column]?.what} et ${other.what}`;
    return [{ grid, row, column, why }];
  }
  return [];
}
