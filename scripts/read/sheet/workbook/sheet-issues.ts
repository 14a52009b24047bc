/** What a spreadsheet may hide from the reader, one issue a sheet and the cells named as the spreadsheet names them. */

import { columnName } from "../../../model/format.ts";
import type { Issue } from "../../../model/issue.ts";
import type { RuleName } from "../../../model/rules.ts";

/** Places from 0. */
export type CellPlace = readonly [row: number, column: number];

/** Cells of one sheet. */
export interface Places {
  readonly file: string;
  readonly part: string;
  readonly places: readonly CellPlace[];
}

/** "B2, B3, C7" */
const listOf = (places: readonly CellPlace[]): string => {
  const names = places.slice(0, 40).map(([row, column]) => `${columnName(column + 1)}${row + 1}`);
  return `${names.join(", ")}${places.length > names.length ? "…" : ""}`;
};

/** One issue on all these cells, placed at the first; none: no issue. `say`: what of it, given the cells' names. */
function warnOf(
  rule: RuleName,
  { file, part, places }: Places,
  say: (list: string) => Pick<Issue, "message" | "hint" | "actual">,
): readonly Issue[] {
  const [first] = places;
  if (!first) return [];
  const place = { file, part, row: first[0] + 1, column: first[1] + 1, raw: "" };
  return [{ rule, severity: "warning", ...say(listOf(places)), place }];
}

const FORMULA = "une formule dont le résultat n'est pas enregistré";

/** Cells that wait for their spreadsheet to compute them. */
export const formulasWithoutValue = (cells: Places): readonly Issue[] =>
  warnOf("formula-without-value", cells, (list) => ({
    message:
      cells.places.length === 1
        ? `La cellule ${list} de « ${cells.part} » contient ${FORMULA} : elle est lue comme vide.`
        : `Les cellules ${list} de « ${cells.part} » contiennent ${FORMULA} : elles sont lues comme vides.`,
    hint: "Ouvrez le classeur dans un tableur, enregistrez-le (les formules seront calculées), puis relancez.",
    actual: `${cells.places.length} sans résultat`,
  }));

/** Cells that hold a text and are covered by a merge: nobody sees them, so they are not read. */
export const textsUnderMerges = (cells: Places): readonly Issue[] =>
  warnOf("text-under-merged-cells", cells, (list) => ({
    message: `Dans « ${cells.part} », des cellules fusionnées en cachent d'autres qui sont remplies (${list}) : elles ne sont pas lues.`,
    hint: "Défusionnez ces cellules dans le classeur si leur contenu compte, ou demandez l'état de nouveau.",
    actual: `${cells.places.length} cellule(s) cachée(s)`,
  }));

/** A sheet that shows a picture or text boxes, and no cell. */
export const onlyDrawings = (file: string, part: string): Issue => ({
  rule: "sheet-only-drawings",
  severity: "warning",
  message: `La feuille « ${part} » ne contient que des dessins (image ou zone de texte) et aucune cellule remplie : rien n'y est lu.`,
  hint: "Si des chiffres s'y trouvent, demandez l'état avec ses chiffres dans les cellules ; sinon, il n'y a rien à faire.",
  place: { file, part },
});
