/** A grid as the recogniser looks at it: each cell with its own span, its text parsed as number, facets and label. */
import { oneLine } from "../../model/format.ts";
import type { Grid } from "../../model/grid.ts";
import { type NumberReading, parseNumber } from "../../model/number.ts";
import { matchComposite } from "../words/composite-label.ts";
import type { LabelMatch } from "../words/labels.ts";
import { type Facets, LONGEST, saysSomething } from "../words/said.ts";
import type { Tools } from "../words/tools.ts";
import { daysIn, fieldsIn } from "./fields.ts";

/** A non-empty cell, at its top left corner. Rows and columns count from 0 here. */
export interface ViewCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Text on one line, trimmed. */
  readonly text: string;
  readonly number: NumberReading | undefined;
  readonly facets: Facets;
  readonly matches: readonly LabelMatch[];
  /** The text names the line, and a force or a period besides: "Homicides (PN)". */
  readonly composite: boolean;
  /** In a form: it and its key, or its value: "Commune : Valmont". */
  readonly field?: string;
  /** A line of which the operator has said that it is one, whatever else its words say. */
  readonly declaredLine: boolean;
}

export interface View {
  readonly grid: Grid;
  readonly height: number;
  readonly width: number;
  /** The first that holds something: that of the labels. */
  readonly firstColumn: number;
  /** The cell that fills this place, its own or one merged over it; undefined for an empty place. */
  readonly at: (row: number, column: number) => ViewCell | undefined;
  /** Non-empty cells whose top left corner is in this row, left to right. */
  readonly own: (row: number) => readonly ViewCell[];
  /** A cell of a form, which says what its field does. */
  readonly inField: (cell: ViewCell, field: string) => ViewCell;
  /** "OBJET : …", "PÉRIODE : …", "RÉF. : …" on lines of one paragraph: a text each. */
  readonly fieldLines: (cell: ViewCell) => readonly ViewCell[];
}

/** On one line; the rest of a longer text is left, and its last character tells that it is longer than what is understood. */
const shownLine = (text: string): string => oneLine(text).slice(0, LONGEST + 1);

/** Before a line of a letterhead that begins with what it says: "PÉRIODE : 1er trimestre 2026" */
const FIELD_AFTER = /\n(?=\s*\p{Lu}[\p{L} .’']{1,30}\s*:)/u;

/** "650" above "723", or a tab before it: two figures in one cell, and not 650 723. */
const isInPieces = (text: string): boolean => /\d\s*[\n\t]\s*\d/.test(text);

/** "2026.1": the first quarter. */
const YEAR_AND_QUARTER = /^20\d\d\.[1-4]$/;

/** A number that may be a year: "2026", written plainly, with the mark of a note or without: "2026 (1)", "2025*", "2026 (p)". */
export const isYearLike = (cell: ViewCell): boolean =>
  /^(?:19[89]|20\d)\d(?:[¹²³]|\s?\*{1,3}|\s?\([1-9a-z]\))?$/.test(cell.text) && cell.number?.kind === "whole";

/** "2026¹" => 2026 */
export const yearIn = ({ text }: ViewCell): number => Number(text.slice(0, 4));

/** Does a title say anything of the figures under it? A page number, a letterhead do not. */
export const speaksOfFigures = ({ facets, matches }: ViewCell): boolean =>
  saysSomething(facets) ||
  facets.weakForce !== null ||
  matches.length + facets.mentions.length + facets.unreadable.length + facets.until.length > 0;

/** "+5", "-10 %": a change, whatever its heading says. */
export const isSigned = ({ number }: ViewCell): boolean => ["signed", "percent", "change"].includes(number?.kind ?? "");

/** Lays the cells of a grid out; a merged cell answers for all the places that it covers. */
export function createView(grid: Grid, tools: Pick<Tools, "parse" | "labels" | "placeIn">): View {
  const { parse, labels } = tools;
  const height = grid.rows.length;
  const width = Math.max(0, ...grid.rows.map((r) => r.length));
  const places: (ViewCell | undefined)[][] = grid.rows.map(() =>
    new Array<ViewCell | undefined>(width).fill(undefined),
  );
  const own: ViewCell[][] = grid.rows.map(() => []);
  grid.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const text = shownLine(cell.text);
      if (cell.covered || text === "") return;
      const isCut = text.length > LONGEST;
      const number = isCut || isInPieces(cell.text) || YEAR_AND_QUARTER.test(text) ? undefined : parseNumber(text);
      const facets = parse(text);
      const named = number === undefined ? labels.match(text) : [];
      const besides = number === undefined && named.length === 0 ? matchComposite(text, facets, tools) : [];
      const view: ViewCell = {
        row,
        column,
        rowSpan: cell.rowSpan ?? 1,
        colSpan: cell.colSpan ?? 1,
        text,
        number,
        facets,
        matches: named.length > 0 ? named : besides,
        composite: besides.length > 0,
        declaredLine: labels.isDeclared(text),
      };
      own[row]?.push(view);
      for (let r = row; r < Math.min(height, row + view.rowSpan); r++)
        for (let c = column; c < Math.min(width, column + view.colSpan); c++) {
          const line = places[r];
          if (line) line[c] = view;
        }
    });
  });
  const over = ({ row, column }: ViewCell): readonly ViewCell[] =>
    places.slice(0, row).flatMap((cells) => cells[column] ?? []);
  const join = (key: ViewCell, value: ViewCell, text: string): void => {
    const colSpan = value.column + value.colSpan - key.column;
    const joined: ViewCell = { ...key, colSpan, text, facets: parse(text), matches: [], composite: false };
    own[key.row] = (own[key.row] ?? []).flatMap((cell) => (cell === value ? [] : cell === key ? [joined] : [cell]));
    for (let c = key.column; c < key.column + colSpan; c++) (places[key.row] ?? [])[c] = joined;
  };
  for (const [row, cells] of own.entries()) {
    for (const { key, value, text } of fieldsIn(cells, over)) join(key, value, text);
    const days = daysIn(cells, own[row + 1] ?? []);
    for (const [key, value] of days?.pairs ?? []) join(key, value, days?.text ?? "");
  }
  const firstColumn = Math.min(...own.flatMap(([first]) => (first ? [first.column] : [])), width);
  return {
    grid,
    height,
    width,
    firstColumn: firstColumn === width ? 0 : firstColumn,
    at: (row, column) => places[row]?.[column],
    own: (row) => own[row] ?? [],
    inField: (cell, field) => ({ ...cell, field, facets: cell.facets.declared ? cell.facets : parse(field) }),
    fieldLines: (cell) => {
      const lines = (grid.rows[cell.row]?.[cell.column]?.text ?? "").split(FIELD_AFTER).map(shownLine);
      return lines.length < 2 ? [cell] : lines.map((text) => ({ ...cell, text, facets: parse(text), matches: [] }));
    },
  };
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const digitOf = (mark: string | undefined): string =>
  mark?.replace(/[⁰¹²³⁴-⁹]/g, (sign) => String(RAISED.indexOf(sign))) ?? "";
const BEGINS = /^\s*(?:\(?([¹²³⁴-⁹])|\(([1-9])\)|([1-9])\s*[:)]\s)/;
const ENDS = /\S\s*(?:[([]?([¹²³⁴-⁹])|[([]([1-9]))[)\]]?\s*$/;

/** "1 : dont violences intrafamiliales", where "Vols avec armes¹" or "Total (1)" sends to it. */
export function isFootnote({ grid }: View, text: string): boolean {
  const markIn = (own: string, where: RegExp): string => digitOf(where.exec(own)?.slice(1).find(Boolean));
  const mark = markIn(text, BEGINS);
  return mark !== "" && grid.rows.some((row) => row.some((cell) => markIn(cell.text, ENDS) === mark));
}

/** The next row that holds something. */
export function nextRow(view: View, row: number): number | undefined {
  for (let r = row + 1; r < view.height; r++) if (view.own(r).length > 0) return r;
  return undefined;
}
