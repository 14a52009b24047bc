/** What a spreadsheet may hide from the reader, one issue a sheet and the cells named as the spreadsheet names them. */
import { columnName } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";

/** Places from 0. */
export type CellPlace = readonly [row: number, column: number];

/** "B2, B3, C7" */
const listOf = (places: readonly CellPlace[]): string => {
  const names = places.slice(0, 40).map(([row, column]) => `${columnName(column + 1)}${row + 1}`);
  return `${names.join(", ")}${places.length > names.length ? "…" : ""}`;
};

/** One issue on all these cells, placed at the first; none: no issue. `say`: what of it, given the cells' names. */
function warnOf(
  rule: string,
  file: string,
  part: string,
  places: readonly CellPlace[],
  say: (list: string) => Pick<Issue, "message" | "hint" | "actual">,
): readonly Issue[] {
  const [first] = places;
  if (!first) return [];
  const place = { file, part, row: first[0] + 1, column: first[1] + 1, raw: "" };
  return [{ rule, severity: "warning", ...say(listOf(places)), place }];
}

const FORMULA = "une formule dont le résultat n'est pas enregistré";

/** Cells that wait for their spreadsheet to compute them. */
export const formulasWithoutValue = (file: string, part: string, places: readonly CellPlace[]): readonly Issue[] =>
  warnOf("formula-without-value", file, part, places, (list) => ({
    message:
      places.length === 1
        ? `La cellule ${list} de « ${part} » contient ${FORMULA} : elle est lue comme vide.`
        : `Les cellules ${list} de « ${part} » contiennent ${FORMULA} : elles sont lues comme vides.`,
    hint: "Ouvrez le classeur dans un tableur, enregistrez-le (les formules seront calculées), puis relancez.",
    actual: `${places.length} sans résultat`,
  }));

/** Cells that hold a text and are covered by a merge: nobody sees them, so they are not read. */
export const textsUnderMerges = (file: string, part: string, places: readonly CellPlace[]): readonly Issue[] =>
  warnOf("text-under-merged-cells", file, part, places, (list) => ({
    message: `Dans « ${part} », des cellules fusionnées en cachent d'autres qui sont remplies (${list}) : elles ne sont pas lues.`,
    hint: "Défusionnez ces cellules dans le classeur si leur contenu compte, ou demandez l'état de nouveau.",
    actual: `${places.length} cellule(s) cachée(s)`,
  }));

/** Numbers that the spreadsheet shows divided by thousands: what is stored is read, and it is not what the eye sees. */
export const scaledNumbers = (file: string, part: string, places: readonly CellPlace[]): readonly Issue[] =>
  warnOf("number-shown-scaled", file, part, places, (list) => ({
    message: `Dans « ${part} », des nombres sont affichés en milliers ou en millions (${list}) : c'est la valeur enregistrée, entière, qui est lue.`,
    hint: "Comparez ces nombres avec la feuille de contrôle ; au besoin, demandez l'état sans cet affichage.",
    actual: `${places.length} cellule(s)`,
  }));
