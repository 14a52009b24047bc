/** A caption that may make changes of plain numbers. */
import { quote } from "../../model/format.ts";
import { fold } from "../../nomenclature/index.ts";
import type { Line } from "../layout/nearest-lines.ts";
import type { Doubt } from "../layout/outcome.ts";
import { isExplained } from "../words/said.ts";
import type { Context } from "./context.ts";

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

/**
 * What a caption over a count leaves in doubt, where no heading says that facts are counted and no column has changes. `inBlock`: the
 * captions within the table over the row.
 */
export function captionDoubt({ around, columns }: Context, inBlock: readonly Line[]): Doubt | null {
  const hasChanges = columns.some(({ axis }) => axis.measure === "change" || axis.measure === "change-percent");
  if (hasChanges) return null;
  for (const line of [...inBlock, ...around.lines]) {
    const doubt = changeDoubt(line);
    if (doubt) return doubt;
  }
  return null;
}
