/**
 * A construct that is not plain (Beside "unplain", in model/grid.ts) may show a person something else than what is read. It is a doubt
 * for the figures that it touches: its own cell, those of the row or the column that it heads, those of the tables under its title.
 * Anywhere else it is nobody's business.
 */
import { columnName, listSome, plural, quote } from "../../model/format.ts";
import type { Grid } from "../../model/grid.ts";
import type { Issue } from "../../model/issue.ts";
import { placeAt } from "../../model/observation.ts";
import { saysSomething } from "../words/said.ts";
import { type Block, captionsIn, dataRows } from "./blocks.ts";
import type { Columns, ValueColumn } from "./columns.ts";
import type { Line } from "./nearest-lines.ts";
import type { PlacedOutcome } from "./outcome.ts";
import type { View, ViewCell } from "./view.ts";

interface Place {
  readonly row: number;
  readonly column: number;
}
type Role = "cell" | "row" | "column" | "title";
/** A figure that is not read, with the cell whose construct makes it so. */
export interface Unplain extends Place {
  readonly text: string;
  readonly role: Role;
  readonly cause: Place;
  /** "texte barré" */
  readonly construct: string;
}

/** A table, as it is laid out. `lines`: its captions and titles. */
interface Table {
  readonly view: View;
  readonly block: Block;
  readonly columns: Columns;
  readonly lines: readonly Line[];
}

/** The cell that fills a place: its own, or the one merged over it. */
function originOf({ rows }: Grid, { row, column }: Place): Place {
  for (let r = row; r >= 0; r--)
    for (let c = column; c >= 0; c--) {
      const cell = rows[r]?.[c];
      const reaches = cell && r + (cell.rowSpan ?? 1) > row && c + (cell.colSpan ?? 1) > column;
      if (reaches && !cell.covered) return { row: r, column: c };
    }
  return { row, column };
}

const constructOf = ({ rows }: Grid, { row, column }: Place): string | undefined =>
  rows[row]?.[column]?.beside?.find(({ kind }) => kind === "unplain")?.text;

/** Does a title say anything of the figures under it? A page number, a letterhead do not. */
const isOfFigures = ({ facets, matches }: ViewCell): boolean =>
  saysSomething(facets) ||
  facets.weakForce !== null ||
  matches.length + facets.mentions.length + facets.unreadable.length + facets.until.length > 0;

const holdsUnplain = ({ rows }: Grid): boolean =>
  rows.some((cells) => cells.some(({ beside }) => beside?.some(({ kind }) => kind === "unplain")));

/** The figures of a table that a construct touches, each once. */
export function unplainFigures({ view, block, columns, lines }: Table): readonly Unplain[] {
  const { grid } = view;
  if (!holdsUnplain(grid)) return [];
  const titles = [...lines.flatMap(({ cell }) => cell ?? []), ...block.lines].filter(isOfFigures);
  const captions = captionsIn(block);
  const isLabels = (one: ValueColumn, figure: ValueColumn): boolean => one.column < figure.column;
  return dataRows(block).flatMap((row) =>
    columns.values.flatMap((value): readonly Unplain[] => {
      const own = { row, column: value.column };
      const atLeft = columns.texts.filter((one) => isLabels(one, value));
      const labels = (atLeft.length > 0 ? atLeft : columns.texts).map(({ column }) => ({ row, column }));
      const heads = block.header.map((r) => ({ row: r, column: value.column }));
      const above = [...captions.filter((caption) => caption.row < row), ...titles];
      const places: readonly (readonly [Role, readonly Place[]])[] = [
        ["cell", [own]],
        ["row", labels],
        ["column", [...heads, ...value.headings]],
        ["title", above],
      ];
      for (const [role, causes] of places)
        for (const one of causes) {
          const cause = originOf(grid, one);
          const construct = constructOf(grid, cause);
          if (construct !== undefined)
            return [{ ...own, text: view.at(row, value.column)?.text ?? "", role, cause, construct }];
        }
      return [];
    }),
  );
}

const NOT_READ = "une mise en forme peut montrer autre chose que ce qui est lu";

/** The same outcomes, without the figures that are not read. */
export function withoutUnplain(
  outcomes: readonly PlacedOutcome[],
  found: readonly Unplain[],
): readonly PlacedOutcome[] {
  const touched = new Map(found.map((one) => [`${one.row} ${one.column}`, one]));
  return outcomes.map((o) => {
    const one = touched.get(`${o.row} ${o.column}`);
    const isRead = o.outcome.kind === "count" || o.outcome.kind === "printed" || o.outcome.kind === "not-understood";
    return one && isRead ? { ...o, outcome: { kind: "ignored", why: `${NOT_READ} : ${one.construct}` } } : o;
  });
}

/** More places than this are counted, not listed. */
const LISTED = 12;

/** "B5", or "tableau 1, ligne 5, colonne B" where rows have names. */
export const nameOfPlace = (grid: Grid, row: number, column: number): string => {
  const name = grid.rowNames?.[row];
  return name === undefined ? `${columnName(column + 1)}${row + 1}` : `${name}, colonne ${columnName(column + 1)}`;
};

const OVER: Readonly<Record<Exclude<Role, "cell">, string>> = {
  row: "la ligne qui commence en",
  column: "la colonne dont l'en-tête est en",
  title: "les tableaux dont le titre est en",
};

/** « 12 » in B5; "4 chiffres de la ligne qui commence en A5" */
function listed(grid: Grid, group: readonly [Unplain, ...Unplain[]]): string {
  const [{ role, cause, text }] = group;
  const place = nameOfPlace(grid, cause.row, cause.column);
  if (role !== "cell") return `${plural(group.length, "chiffre")}, dans ${OVER[role]} ${place}`;
  return text === "" ? place : `${place} (${quote(text.slice(0, 40))})`;
}

/** One issue a grid. */
export function unplainIssues(grid: Grid, found: readonly Unplain[]): readonly Issue[] {
  const [first] = found;
  if (!first) return [];
  const byConstruct = [...Map.groupBy(found, ({ construct }) => construct)].map(([construct, touched]) => {
    const byCause = [...Map.groupBy(touched, ({ role, cause }) => `${role} ${cause.row} ${cause.column}`).values()];
    const names = byCause.flatMap(([one, ...others]) => (one ? [listed(grid, [one, ...others])] : []));
    return `${construct} : ${listSome(names, LISTED, " ; ")}`;
  });
  return [
    {
      rule: "figure-beside-unplain",
      severity: "error",
      message: `Dans ${quote(grid.part)}, des chiffres ne sont pas lus, car leur mise en forme peut montrer autre chose que ce qui est enregistré. ${byConstruct.join(". ")}.`,
      hint: "Ouvrez-le, vérifiez, enregistrez-le en PDF dans le même dossier.",
      place: placeAt(grid, first.row, first.column, first.text),
      actual: plural(found.length, "chiffre"),
    },
  ];
}
