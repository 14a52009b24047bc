/** No column names persons: such a document must not be kept, so the build stops. What stands in it is never repeated. */
import { quote } from "../model/format.ts";
import type { Grid } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import { OTHER_STATEMENT } from "../model/observation.ts";
import type { CheckContext } from "./context.ts";
import { CONTENTS, isNominativeHeading } from "./nominative-words.ts";

/** Distinct cells of one kind in a column: fewer may be the letterhead of the service. */
const MANY = 5;
/** Texts under a heading, for it to be one: "Adresse" alone in a letterhead is none. */
const UNDER_HEADING = 2;

export function* nominative({ recognitions }: CheckContext): Iterable<Issue> {
  for (const { file, tables, observations } of recognitions) {
    // another document, of which nothing is shown: it is set aside, and stops no bulletin
    const isOther = tables.length > 0 && tables.every((t) => t.statement === OTHER_STATEMENT);
    const isSetAside = isOther && observations.length === 0;
    for (const grid of file.grids) {
      const width = grid.rows[0]?.length ?? 0;
      for (let column = 0; column < width; column++) {
        const found = byHeading(grid, column) ?? byContent(grid, column);
        if (found) yield { ...issueOf(grid, column, found), severity: isSetAside ? "warning" : "error" };
      }
    }
  }
}

interface Found {
  readonly row: number;
  readonly why: string;
}

const textAt = (grid: Grid, row: number, column: number): string => grid.rows[row]?.[column]?.text.trim() ?? "";

/** Empty, a count or a mark for none: under "PV" or "Domicile" they are statistics. */
const isCountLike = (text: string): boolean => /^(?:[+-]?[\d\s.,]{0,6}%?|[-–/*]+|n\.?[acd]\.?|ndiff|s)$/i.test(text);

/** A heading among others on its row, with texts under it. */
function byHeading(grid: Grid, column: number): Found | undefined {
  for (let row = 0; row < grid.rows.length; row++) {
    const heading = textAt(grid, row, column);
    if (heading === "" || !isNominativeHeading(heading)) continue;
    const beside = grid.rows[row]?.filter((cell) => cell.text.trim() !== "").length ?? 0;
    let under = 0;
    for (let below = row + 1; below < grid.rows.length && under < UNDER_HEADING; below++)
      if (!isCountLike(textAt(grid, below, column))) under += 1;
    if (beside > 1 && under >= UNDER_HEADING) return { row, why: `son titre est ${quote(heading)}` };
  }
  return undefined;
}

function byContent(grid: Grid, column: number): Found | undefined {
  /** Each short text that is no count, and the row where it first stands. */
  const rows = new Map<string, number>();
  for (let row = 0; row < grid.rows.length; row++) {
    const text = textAt(grid, row, column);
    if (text.length < 80 && !rows.has(text) && !isCountLike(text)) rows.set(text, row);
  }
  if (rows.size < MANY) return undefined;
  for (const { what, pattern } of CONTENTS) {
    const alike = [...rows].filter(([text]) => pattern.test(text));
    const first = alike[0]?.[1];
    if (first !== undefined && alike.length >= MANY) return { row: first, why: `elle semble contenir ${what}` };
  }
  return undefined;
}

const issueOf = (grid: Grid, column: number, { row, why }: Found): Issue => ({
  rule: "nominative-column",
  severity: "error",
  message: `La colonne ${column + 1} de ${quote(grid.part)} paraît nominative : ${why}. Un état statistique ne doit nommer personne.`,
  hint: "Retirez ce fichier de la livraison, prévenez le service, et demandez l'état sans donnée personnelle. Ne le copiez nulle part.",
  place: { file: grid.file, part: grid.part, row: row + 1, column: column + 1, raw: "" },
});
