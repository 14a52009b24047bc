/**
 * Rows that have lost a cell. In CSV and HTML a cell's column is its rank in the row: where a separator or a tag is lost, the
 * figures that follow stand one column too far left, and nothing else shows it.
 */
import type { SourceFile } from "../../model/grid.ts";
import type { Issue } from "../../model/issue.ts";

export interface RowShape {
  /** Columns up to the end of its last cell, cells that reach down from above included. */
  readonly width: number;
  readonly texts: readonly string[];
}

/** "1 012", "+3", "4,5" */
export const isFigure = (text: string): boolean => /^[+-]?\d[\d\s\u00a0\u202f.,]*$/.test(text.trim());
const isAlone = ({ texts }: RowShape): boolean => texts.filter((text) => text.trim() !== "").length < 2;

/**
 * Indexes of the rows of figures that end before the others of their table do. A table ends with a blank row or a text alone
 * ("Police nationale"); what stands before its first row of full width ("Année;2026") is no part of it.
 */
export function findShortRows(rows: readonly RowShape[]): readonly number[] {
  const tables: number[][] = [[]];
  for (const [r, row] of rows.entries())
    if (isAlone(row)) tables.push([]);
    else tables.at(-1)?.push(r);
  const widthOf = (r: number): number => rows[r]?.width ?? 0;
  return tables.flatMap((table) => {
    const usual = mostCommon(table.map(widthOf));
    const first = table.findIndex((r) => widthOf(r) >= usual);
    return table.slice(first).filter((r) => widthOf(r) < usual && rows[r]?.texts.slice(1).some(isFigure));
  });
}

/** The larger one where two are as common; 0 for none. */
function mostCommon(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [[width] = [0]] = [...counts].toSorted(([a, n], [b, m]) => m - n || b - a);
  return width;
}

/** All of them in one issue; none: no issue. `names`: how a person finds each, as "ligne 7". */
export function shortRows(file: SourceFile, part: string, names: readonly string[]): readonly Issue[] {
  if (names.length === 0) return [];
  const list = `${names.slice(0, 10).join(", ")}${names.length > 10 ? "…" : ""}`;
  return [
    {
      rule: "table-row-short",
      severity: "warning",
      message: `Moins de cellules que dans les autres lignes du tableau : ${list}. S'il y manque une cellule ou un séparateur, les nombres qui suivent sont lus une colonne trop à gauche.`,
      hint: "Comparez avec l'état d'origine ; en cas de doute, demandez-le en .xlsx.",
      place: { file: file.path, part },
      actual: names.length === 1 ? "1 ligne plus courte" : `${names.length} lignes plus courtes`,
    },
  ];
}
