/** A caption that may make of plain numbers something else than the facts of the convention: changes, or a part of the facts. */
import { quote } from "../../model/format.ts";
import type { Line } from "../layout/nearest-lines.ts";
import type { Doubt } from "../layout/outcome.ts";
import { isExplained } from "../words/said.ts";
import type { Context } from "./context.ts";

/** "Faits enregistrés : plaintes, déplacements, flagrants délits" defines what is counted. */
const isSentence = (text: string): boolean => /\.$|,/.test(text) || text.length > 120;

/**
 * "Évolution", over "T1 2025 | T1 2026" and plain numbers: changes, or the counts that they compare? A title that names the
 * statement, or a sheet, is called so for its counts of several periods.
 */
function changeDoubt({ text, facets, cell }: Line): Doubt | null {
  const isChange = facets.measure === "change" || facets.measure === "change-percent";
  const isTitle = cell === null || facets.statements.length > 0;
  if (!isChange || isTitle || !isExplained(facets) || facets.mentions.includes("facts")) return null;
  return {
    kind: "doubt",
    text,
    readings: [
      `les nombres sont des nombres de faits, que ${quote(text)} compare`,
      `les nombres sont eux-mêmes des évolutions`,
    ],
    settle: [
      { text, reading: "nombre" },
      { text, reading: "evolution" },
    ],
  };
}

/** "Mains courantes", "Faits commis de nuit": not all the facts, or none of them. `isSaid`: a heading says that facts are counted. */
function partDoubt({ text, facets, cell }: Line, isSaid: boolean): Doubt | null {
  const { mentions, declared } = facets;
  const isPart = mentions.includes("part-of-facts") || (mentions.includes("other-counts") && !isSaid);
  if (!isPart || declared || isSentence(text) || (cell?.matches.length ?? 0) > 0) return null;
  const readings = [
    "ce sont tous les faits enregistrés",
    `${quote(text)} ne compte qu'une partie des faits, ou autre chose que les faits enregistrés`,
  ];
  const all = { text, reading: "nombre" };
  return isSaid
    ? {
        kind: "doubt",
        text,
        readings,
        settle: [all],
        hint: "Sinon, retirez ce fichier de la livraison et demandez au service celui de tous les faits.",
      }
    : { kind: "doubt", text, readings: readings.toReversed(), settle: [{ text, reading: "autre" }, all] };
}

/** What the texts over counts leave in doubt. `inBlock`: the captions within the table over the row. */
export function captionDoubt(context: Context, inBlock: readonly Line[], isSaid: boolean): Doubt | null {
  const { around, columns, hasFamilies } = context;
  const titles = [...around.lines, around.sheet, around.file];
  // in a statement of families, captions within the table are lines of its own: "Violences faites aux femmes"
  const lines = hasFamilies ? titles : [...inBlock, ...titles];
  const hasChanges = columns.some(({ axis }) => axis.measure === "change" || axis.measure === "change-percent");
  for (const line of lines) {
    const doubt = (isSaid || hasChanges ? null : changeDoubt(line)) ?? partDoubt(line, isSaid);
    if (doubt) return doubt;
  }
  return null;
}
