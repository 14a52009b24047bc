/** What a spreadsheet may hide from the reader, one issue a sheet and the cells named as the spreadsheet names them. */
import { columnName } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";

/** Places from 0. */
export type CellPlace = readonly [row: number, column: number];

/** "B2, B3, C7" */
const listOf = (places: readonly CellPlace[]): string => {
  const names = places.slice(0, 40).map(([row, column]) => `${columnName(column + 1)}${row + 1}`);
  return `${names.join(", ")}${places.length > names.length ? "…" : ""}`;
};

/** Cells of one sheet that wait for their spreadsheet to compute them, in one issue; none: no issue. */
export function formulasWithoutValue(file: string, part: string, places: readonly CellPlace[]): readonly Issue[] {
  const [first] = places;
  if (!first) return [];
  const list = listOf(places);
  const formula = "une formule dont le résultat n'est pas enregistré";
  return [
    {
      rule: "formula-without-value",
      severity: "warning",
      message:
        places.length === 1
          ? `La cellule ${list} de « ${part} » contient ${formula} : elle est lue comme vide.`
          : `Les cellules ${list} de « ${part} » contiennent ${formula} : elles sont lues comme vides.`,
      hint: "Ouvrez le classeur dans un tableur, enregistrez-le (les formules seront calculées), puis relancez.",
      place: { file, part, row: first[0] + 1, column: first[1] + 1, raw: "" },
      actual: `${places.length} sans résultat`,
    },
  ];
}

/** Cells that hold a text and are covered by a merge: nobody sees them, so they are not read. */
export function textsUnderMerges(file: string, part: string, places: readonly CellPlace[]): readonly Issue[] {
  const [first] = places;
  if (!first) return [];
  return [
    {
      rule: "text-under-merged-cells",
      severity: "warning",
      message: `Dans « ${part} », des cellules fusionnées en cachent d'autres qui sont remplies (${listOf(places)}) : elles ne sont pas lues.`,
      hint: "Défusionnez ces cellules dans le classeur si leur contenu compte, ou demandez l'état de nouveau.",
      place: { file, part, row: first[0] + 1, column: first[1] + 1, raw: "" },
      actual: `${places.length} cellule(s) cachée(s)`,
    },
  ];
}

/** Numbers that the spreadsheet shows divided by thousands: what is stored is read, and it is not what the eye sees. */
export function scaledNumbers(file: string, part: string, places: readonly CellPlace[]): readonly Issue[] {
  const [first] = places;
  if (!first) return [];
  return [
    {
      rule: "number-shown-scaled",
      severity: "warning",
      message: `Dans « ${part} », des nombres sont affichés en milliers ou en millions (${listOf(places)}) : c'est la valeur enregistrée, entière, qui est lue.`,
      hint: "Comparez ces nombres avec la feuille de contrôle ; au besoin, demandez l'état sans cet affichage.",
      place: { file, part, row: first[0] + 1, column: first[1] + 1, raw: "" },
      actual: `${places.length} cellule(s)`,
    },
  ];
}
