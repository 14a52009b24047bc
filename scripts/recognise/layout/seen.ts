/**
 * What a person sees is what is read. The one rule on what readers tell beside it (Beside, in model/grid.ts): a sheet, row or
 * column that is not shown is named and left; text that is struck out or hidden is named, and never joined to a figure; unplain.ts: a
 * figure of which it is not sure what a person sees is not read.
 */
import { listSome, plural, quote } from "../../model/format.ts";
import type { Beside, Cell, Grid } from "../../model/grid.ts";
import { aWarning, type Issue } from "../../model/issue.ts";
import { parseNumber } from "../../model/number.ts";
import { placeAt } from "../../model/observation.ts";
import { nameOfPlace } from "./unplain.ts";

export interface AsSeen {
  /** As received: what the control sheet shows. */
  readonly source: Grid;
  /** What is read: the places that are left are empty. */
  readonly grid: Grid;
  /** The places that are left, from 0, with the reason. */
  readonly left: readonly { readonly row: number; readonly column: number; readonly why: string }[];
  readonly issues: readonly Issue[];
}

/** What a source hides, in French. */
const HIDDEN = { part: "feuille masquée", rows: "ligne masquée", columns: "colonne masquée" } as const;
type Hidden = keyof typeof HIDDEN;

/** Text that is not seen, beside a figure that is. */
type Kind = Exclude<Beside["kind"], "unplain">;
const ADJECTIVES: Readonly<Record<Kind, string>> = { struck: "barré", hidden: "masqué" };

/** More places than this are counted, not listed. */
const LISTED = 12;

/** "12.", "~12": figures and signs, no word. */
const isOfFigures = (text: string): boolean => /\d/.test(text) && !/\p{L}/u.test(text);

/** Does the cell hold a figure, or did it? A label with a struck word is read as it is seen. */
const isFigure = ({ text, beside = [] }: Cell): boolean =>
  parseNumber(text) !== undefined ||
  beside.some((b) => parseNumber(b.text) !== undefined) ||
  (text.trim() === "" && beside.some((b) => isOfFigures(b.text)));

interface Place {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Its spans stay: the place is empty, not gone. */
const withoutText = ({ beside: _, ...cell }: Cell): Cell => (cell.covered ? cell : { ...cell, text: "" });

/** A grid to what is read of it, with what is left and why. */
export function asSeen(source: Grid): AsSeen {
  const [hiddenRows, hiddenColumns] = [new Set(source.hiddenRows), new Set(source.hiddenColumns)];
  const hiddenAt = (row: number, column: number): Hidden | undefined => {
    if (source.hidden) return "part";
    if (hiddenRows.has(row)) return "rows";
    return hiddenColumns.has(column) ? "columns" : undefined;
  };
  const left: (AsSeen["left"][number] & Place & { readonly hidden: Hidden })[] = [];
  const companions: (Beside & Place)[] = [];
  const rows = source.rows.map((cells, row) =>
    cells.map((cell, column) => {
      const hidden = hiddenAt(row, column);
      const place = { row, column, cell };
      if (!hidden && isFigure(cell)) companions.push(...(cell.beside ?? []).map((one) => ({ ...one, ...place })));
      if (!hidden) return cell;
      if (cell.text.trim() !== "") left.push({ ...place, hidden, why: `${HIDDEN[hidden]} dans le fichier` });
      return withoutText(cell);
    }),
  );
  const issues = [
    ...[...Map.groupBy(companions, (one) => one.kind)].flatMap(([kind, places]) =>
      kind === "unplain" ? [] : besideIssue(source, kind, places),
    ),
    ...[...Map.groupBy(left, (one) => one.hidden)].map(([hidden, places]) => hiddenIssue(source, hidden, places)),
  ];
  return { source, grid: { ...source, rows }, left, issues };
}

function besideIssue(grid: Grid, kind: Kind, places: readonly (Beside & Place)[]): Issue {
  const adjective = ADJECTIVES[kind];
  const names = places.map(({ row, column, cell, text }) => {
    const shown = cell.text.trim();
    const words = [
      ...(shown === "" ? [] : [`${quote(shown.slice(0, 40))} à l'écran`]),
      ...(text === "" ? [] : [`${quote(text.slice(0, 40))} ${adjective}`]),
    ];
    return `${nameOfPlace(grid, row, column)}${words.length === 0 ? "" : ` (${words.join(", ")})`}`;
  });
  const [{ row, column } = { row: 0, column: 0 }] = places;
  return aWarning(`figure-beside-${kind}`, {
    message: `Dans ${quote(grid.part)}, des cellules de chiffres contiennent du texte ${adjective} : ${listSome(names, LISTED, " ; ")}. Décision : seul le texte visible est lu.`,
    hint: "Ouvrez le fichier et comparez ces cellules avec l'écran ; demandez au service l'état définitif, sans correction apparente.",
    place: placeAt(grid, row, column),
    actual: plural(places.length, "cellule"),
  });
}

/** A sheet, rows or columns that hold something: told once; the control sheet shows each cell. */
function hiddenIssue(grid: Grid, hidden: Hidden, places: readonly Place[]): Issue {
  const [{ row, column } = { row: 0, column: 0 }] = places;
  const many = (of: "row" | "column", noun: string) => plural(new Set(places.map((one) => one[of])).size, noun);
  const what = { part: "toute la feuille", rows: many("row", "ligne"), columns: many("column", "colonne") }[hidden];
  return aWarning(`${hidden}-hidden`, {
    message: `Dans ${quote(grid.part)}, masqué dans le fichier et non lu : ${what}. La feuille de contrôle le montre.`,
    hint: "Ouvrez le fichier : si ces données comptent, affichez-les et enregistrez ; sinon, il n'y a rien à faire.",
    place: placeAt(grid, row, column),
  });
}
