/** What a spreadsheet does not show to the reader, one issue a sheet. */
import { columnName, listSome } from "../../../model/format.ts";
import type { Issue } from "../../../model/issue.ts";
import type { SheetPlace } from "./areas.ts";

const LISTED = 40;

/** Cells that wait for their spreadsheet to compute them; none: no issue. */
export function formulasWithoutValue(file: string, part: string, places: readonly SheetPlace[]): readonly Issue[] {
  const [first] = places;
  if (!first) return [];
  const names = places.map(({ row, column }) => `${columnName(column + 1)}${row + 1}`);
  const listed = listSome(names, LISTED);
  const what = "une formule dont le résultat n'est pas enregistré";
  return [
    {
      rule: "formula-without-value",
      severity: "warning",
      message:
        places.length === 1
          ? `La cellule ${listed} de « ${part} » contient ${what} : elle est lue comme vide.`
          : `Les cellules ${listed} de « ${part} » contiennent ${what} : elles sont lues comme vides.`,
      hint: "Ouvrez le classeur dans un tableur, enregistrez-le (les formules seront calculées), puis relancez.",
      place: { file, part, row: first.row + 1, column: first.column + 1, raw: "" },
      actual: `${places.length} sans résultat`,
    },
  ];
}

/** A sheet that shows a picture or text boxes, and no cell. */
export const onlyDrawings = (file: string, part: string): Issue => ({
  rule: "sheet-only-drawings",
  severity: "warning",
  message: `La feuille « ${part} » ne contient que des dessins (image ou zone de texte) et aucune cellule remplie : rien n'y est lu.`,
  hint: "Si des chiffres s'y trouvent, demandez l'état avec ses chiffres dans les cellules ; sinon, il n'y a rien à faire.",
  place: { file, part },
});
