/** Where a file names persons: a heading, what a column or a row holds, the name of a sheet or of the file. */

import type { Nominative } from "../../model/about-files.ts";
import type { Grid, ReadFile } from "../../model/grid.ts";
import type { Provenance } from "../../model/observation.ts";
import { own, received } from "../../model/received.ts";
import { CONTENTS, headingOf, NAMED_PERSON, namesPerson } from "./words.ts";

export interface Found {
  /** null: the name of the file. */
  readonly grid: Grid | null;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly why: Nominative;
  /** The text may be a line of facts that nobody has declared: « RODÉOS Motorisés ». */
  readonly maybeLine?: true;
}

/** Do the settings say that a text is a line of facts? */
type IsLine = (text: string) => boolean;
/** Is a text made of words that name nobody? */
export type IsOrdinary = (text: string) => boolean;

/**
 * Every column, row or name that names persons; none in a statement of counts.
 * @param unknown counts of lines that the nomenclature does not know.
 */
export function findPersons(
  { source, grids }: ReadFile,
  unknown: readonly Provenance[],
  isLine: IsLine,
  isOrdinary: IsOrdinary,
): readonly Found[] {
  const named = (name: string, grid: Grid | null, by: "file-name" | "part-name"): readonly Found[] =>
    NAMED_PERSON.test(name) ? [{ grid, row: 0, column: 0, why: { by } }] : [];
  return [
    ...named(source.name, null, "file-name"),
    ...grids.flatMap((grid) => {
      const columns = (grid.rows[0] ?? []).flatMap(
        (_, column) => byHeading(grid, column, isOrdinary) ?? byContent(grid, column, isLine) ?? [],
      );
      const others = columns.length > 0 ? [] : [...rowsOf(grid), ...linesOf(grid, unknown, isLine)];
      return [...named(grid.part, grid, "part-name"), ...columns, ...others];
    }),
  ];
}

const columnOf = (grid: Grid, column: number): readonly string[] =>
  grid.rows.map((row) => row[column]?.text.trim() ?? "");

/** Empty, a count or a mark for none: under "PV" or "Domicile" they are statistics. */
const isCountLike = (text: string): boolean => /^(?:[+-]?[\d\s.,]{0,6}%?|[-–/*]+|n\.?[acd]\.?|ndiff|s)$/i.test(text);

/** Whatever stands in a row with counts is no heading: "Personnes" beside the first of its lines, "Victime" under "Unité de compte". */
const holdsCounts = (cells: readonly { readonly text: string }[]): boolean =>
  cells.some(({ text }) => /^\d{1,3}(?:[ \u00a0\u202f.]\d{3})*$/.test(text.trim()));

/** "A | B | … | AD" under the headings: the letters of the columns, and nobody's initials. */
function isLettered(cells: readonly { readonly text: string }[]): boolean {
  const texts = cells.map(({ text }) => text.trim()).filter((text) => text !== "");
  return texts.length > 2 && texts.every((text) => /^[A-Z]{1,2}$/i.test(text));
}

/** "Domicile" under such a heading: where facts happen, and no address. */
const KIND_OF_PLACE = /^(?:lieux?|type de lieu|nature (?:du|de) lieu)\b/i;

/**
 * One text under such a heading is enough: a list of one victim names her. Not in a letterhead, where "Adresse" stands over "Téléphone",
 * or alone on its row; but "Nom" alone heads a list of names.
 */
function byHeading(grid: Grid, column: number, isOrdinary: IsOrdinary): Found | undefined {
  const texts = columnOf(grid, column);
  const ranks = new Set(grid.rows.filter(isLettered).map((row) => row[column]?.text.trim()));
  for (const [row, heading] of texts.entries()) {
    const kind = headingOf(heading);
    if (!kind || (/^domicile$/i.test(heading) && texts.slice(0, row).some((above) => KIND_OF_PLACE.test(above))))
      continue;
    const below = texts.slice(row + 1);
    const held = below.filter((text) => !isCountLike(text) && ["person", undefined].includes(headingOf(text)));
    const cells = grid.rows[row] ?? [];
    const beside = cells.filter((cell) => cell.text.trim() !== "").length;
    const isHead = beside > 1 || (kind === "name" && below[0] === held[0]);
    // "Victimes" over "mineurs" counts them; over any word that no list has it may name one
    // a letter alone numbers its column
    const isRank = (text: string): boolean => /^\p{L}$/u.test(text.trim()) || ranks.has(text);
    const isNobody = (text: string): boolean => holdsCounts(cells) || isOrdinary(text) || isRank(text);
    const names = (text: string): boolean => kind !== "person" || namesPerson(text) || !isNobody(text);
    if (isHead && held.some(names)) return { grid, row, column, why: { by: "heading", heading: received(heading) } };
  }
  return undefined;
}

/** Several texts of one kind; fewer may be the letterhead of the service, or lines in capitals. */
function byContent(grid: Grid, column: number, isLine: IsLine): Found | undefined {
  const texts = columnOf(grid, column);
  for (const { what, pattern, least = 5, keyOf, isOther, maybeLine } of CONTENTS) {
    const isOwn = (text: string): boolean =>
      text.length < 80 && !isCountLike(text) && pattern.test(text) && !(maybeLine && isLine(text));
    const found = [...new Set(texts.filter(isOwn))];
    const [first] = found;
    if (first !== undefined && new Set(found.map((text) => keyOf?.(text) ?? text)).size >= least && !isOther?.(found))
      return {
        grid,
        row: texts.indexOf(first),
        column,
        why: { by: "content", kind: own(what) },
        ...(maybeLine ? { maybeLine } : {}),
      };
  }
  return undefined;
}

/** Two kinds of such contents side by side, one of which no letterhead has: a person, whatever the headings and the number of rows. */
function rowsOf(grid: Grid): readonly Found[] {
  for (const [row, cells] of grid.rows.entries()) {
    const kinds = cells.map(({ text }) =>
      CONTENTS.find(({ pattern, maybeLine }) => !maybeLine && text.length < 80 && pattern.test(text.trim())),
    );
    const column = kinds.findIndex((kind) => kind?.ofPersonsOnly);
    const other = kinds.find((kind) => kind && kind !== kinds[column]);
    if (column < 0 || !other) continue;
    const named = [kinds[column]?.what ?? "", other.what].map(own);
    return [{ grid, row, column, why: { by: "row", row: row + 1, kinds: named } }];
  }
  return [];
}

/** A line that nobody knows and that names a person, before its count: « Mme DUPONT;1 ». One that may be a name is a question of the lecture. */
function linesOf(grid: Grid, unknown: readonly Provenance[], isLine: IsLine): readonly Found[] {
  for (const { part, row } of unknown) {
    const texts = part === grid.part ? (grid.rows[row - 1]?.map(({ text }) => text) ?? []) : [];
    const column = texts.findIndex((text) => NAMED_PERSON.test(text) && !isLine(text));
    if (column >= 0) return [{ grid, row: row - 1, column, why: { by: "line", row } }];
  }
  return [];
}
