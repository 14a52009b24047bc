/** A caption that may make of plain numbers something else than the facts of the convention: changes, or a part of the facts. */
import { quote } from "../../model/format.ts";
import { fold } from "../../nomenclature/index.ts";
import type { Line } from "../layout/nearest-lines.ts";
import type { Doubt } from "../layout/outcome.ts";
import { isFamily } from "../words/labels.ts";
import { isExplained } from "../words/said.ts";
import type { Context } from "./context.ts";

/** "Faits enregistrés : plaintes, déplacements, flagrants délits" defines what is counted. */
const isSentence = (text: string): boolean => /\.$|,/.test(text) || text.length > 120;

/** "Évolution en nombre": not of the number of facts. */
const IN_NUMBER = /\ben (?:nombre|valeur)\b/i;
/** "Évolution en nombre par rapport au trimestre précédent", whatever follows; folded. */
const COMPARED =
  /^(?:evolution|variation|ecart|difference)s?(?: en (?:nombre|valeur|volume))?(?: absolue?)? (?:par rapport|entre|comparee?|depui)/;

/**
 * "Évolution", over "T1 2025 | T1 2026" and plain numbers: changes, or the counts that they compare? A title that names the
 * statement, or a sheet, is called so for its counts of several periods.
 */
function changeDoubt({ text, facets, cell }: Line): Doubt | null {
  const isChange = facets.measure === "change" || facets.measure === "change-percent";
  const isTitle = cell === null || facets.statements.length > 0;
  const isSaid = (isChange && isExplained(facets)) || (!facets.declared && COMPARED.test(fold(text)));
  const namesFacts = facets.mentions.includes("facts") && !IN_NUMBER.test(text);
  if (!isSaid || isTitle || namesFacts) return null;
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
function partDoubt({ text, facets }: Line, isSaid: boolean): Doubt | null {
  const { mentions, declared } = facets;
  const isPart = mentions.includes("part-of-facts") || (mentions.includes("other-counts") && !isSaid);
  if (!isPart || declared || isSentence(text)) return null;
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

export interface CaptionedNumber {
  /** A heading says that facts are counted. */
  readonly isSaid: boolean;
  /** Its line, where its row or column names it: a text over the table that names another is no label of it. */
  readonly label: string | null;
}

/** What the texts over a count leave in doubt. `inBlock`: the captions within the table over the row. */
export function captionDoubt(
  context: Context,
  inBlock: readonly Line[],
  { isSaid, label }: CaptionedNumber,
): Doubt | null {
  const { around, captions, columns, hasFamilies } = context;
  // in a statement of families, captions under its first line are lines of its own: "Violences faites aux femmes"
  const isCaption = ({ cell }: Line): boolean => !hasFamilies || (cell !== null && captions.rowsAbove.get(cell) === 0);
  const lines = [...inBlock.filter(isCaption), ...around.lines, around.sheet, around.file];
  const namesLine = (line: Line): boolean => {
    const matches = line.cell?.matches ?? [];
    const mayHead = inBlock.includes(line) || label === null || label === line.text;
    return matches.length > 0 && (mayHead || matches.some((m) => isFamily(m.indicator)));
  };
  const hasChanges = columns.some(({ axis }) => axis.measure === "change" || axis.measure === "change-percent");
  for (const line of lines) {
    const doubt =
      (isSaid || hasChanges ? null : changeDoubt(line)) ?? (namesLine(line) ? null : partDoubt(line, isSaid));
    if (doubt) return doubt;
  }
  return null;
}
