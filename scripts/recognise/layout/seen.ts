/**
 * What a person sees is what is read. The one rule on what readers tell beside it (Beside, in model/grid.ts): a sheet, row or
 * column that is not shown is named and left; text that is struck out or hidden is named, and never joined to a figure; unplain.ts: a
 * figure of which it is not sure what a person sees is not read.
 */
import { columnName, listSome, plural, quote } from "../../model/format.ts";
import type { Beside, Cell, Grid } from "../../model/grid.ts";
import type { Issue } from "../../model/issue.ts";
import { placeAt } from "../../model/observation.ts";
import { parseNumber } from "../words/number.ts";
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

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && cell.text.trim() !== "";

/** A grid to what is read of it, with what is left and why. */
export function asSeen(source: Grid): AsSeen {
  if (source.hidden) return hiddenPart(source);
  const rows = new Set(source.hiddenRows);
  const columns = new Set(source.hiddenColumns);
  const left: { row: number; column: number; why: string }[] = [];
  const found = new Map<Kind, { row: number; column: number; cell: Cell; text: string }[]>();
  const seen = source.rows.map((cells, row) =>
    cells.map((cell, column): Cell => {
      if (rows.has(row) || columns.has(column)) {
        const why = rows.has(row) ? "ligne masquée dans le fichier" : "colonne masquée dans le fichier";
        if (isFilled(cell)) left.push({ row, column, why });
        return cell.covered ? cell : withText(cell, "");
      }
      if (!cell.beside || !isFigure(cell)) return cell;
      for (const { kind, text } of cell.beside)
        if (kind !== "unplain") found.set(kind, [...(found.get(kind) ?? []), { row, column, cell, text }]);
      return cell;
    }),
  );
  const issues = [...found].map(([kind, places]) => companionIssue(source, kind, places));
  return {
    source,
    grid: { ...source, rows: seen },
    left,
    issues: [...issues, ...hiddenLines(source, "row"), ...hiddenLines(source, "column")],
  };
}

/** Its spans stay: the place is empty, not gone. */
const withText = ({ beside: _, ...cell }: Cell, text: string): Cell => ({ ...cell, text });

function companionIssue(
  grid: Grid,
  kind: Kind,
  places: readonly { readonly row: number; readonly column: number; readonly cell: Cell; readonly text: string }[],
): Issue {
  const adjective = ADJECTIVES[kind];
  const names = places.map(({ row, column, cell, text }) => {
    const beside = text === "" ? "" : `${quote(text.slice(0, 40))} ${adjective}`;
    const shown = cell.text.trim() === "" ? "" : `${quote(cell.text.trim().slice(0, 40))} à l'écran`;
    const words = [shown, beside].filter((part) => part !== "").join(", ");
    return `${nameOfPlace(grid, row, column)}${words === "" ? "" : ` (${words})`}`;
  });
  const [first] = places;
  return {
    rule: `figure-beside-${kind}`,
    severity: "warning",
    message: `Dans ${quote(grid.part)}, des cellules de chiffres contiennent du texte ${adjective} : ${listSome(names, LISTED, " ; ")}. Décision : seul le texte visible est lu.`,
    hint: "Ouvrez le fichier et comparez ces cellules avec l'écran ; demandez au service l'état définitif, sans correction apparente.",
    ...(first && { place: placeAt(grid, first.row, first.column) }),
    actual: plural(places.length, "cellule"),
  };
}

/** A part that the source hides is left whole. */
function hiddenPart(source: Grid): AsSeen {
  const left = source.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (isFilled(cell) ? [{ row, column, why: "feuille masquée dans le fichier" }] : [])),
  );
  const rows = source.rows.map((cells) => cells.map((cell) => (cell.covered ? cell : withText(cell, ""))));
  const issue: Issue = {
    rule: "part-hidden",
    severity: "warning",
    message: `La feuille ${quote(source.part)} est masquée dans le fichier : elle n'est pas lue.`,
    hint: "Ouvrez le classeur : si cette feuille compte, affichez-la et enregistrez ; sinon, il n'y a rien à faire.",
    place: { file: source.file, part: source.part },
  };
  return { source, grid: { ...source, rows }, left, issues: left.length > 0 ? [issue] : [] };
}

/** Hidden rows, or columns, that hold something: named once. */
function hiddenLines(grid: Grid, of: "row" | "column"): readonly Issue[] {
  const lines = (of === "row" ? grid.hiddenRows : grid.hiddenColumns) ?? [];
  const filled = lines.filter((i) =>
    of === "row" ? grid.rows[i]?.some(isFilled) : grid.rows.some((cells) => isFilled(cells[i])),
  );
  const [first] = filled;
  if (first === undefined) return [];
  const names = filled.slice(0, LISTED).map((i) => (of === "row" ? String(i + 1) : columnName(i + 1)));
  const list = `${names.join(", ")}${filled.length > names.length ? "…" : ""}`;
  const many = filled.length > 1;
  const line = of === "row" ? "ligne" : "colonne";
  const what = many
    ? `Les ${line}s ${list} de ${quote(grid.part)} sont masquées`
    : `La ${line} ${list} de ${quote(grid.part)} est masquée`;
  const left = many ? "elles ne sont pas lues" : "elle n'est pas lue";
  return [
    {
      rule: of === "row" ? "rows-hidden" : "columns-hidden",
      severity: "warning",
      message: `${what} dans le fichier : ${left}.`,
      hint: "Ouvrez le fichier : si ces données comptent, affichez-les et enregistrez ; sinon, il n'y a rien à faire.",
      place: of === "row" ? placeAt(grid, first, 0) : placeAt(grid, 0, first),
    },
  ];
}
