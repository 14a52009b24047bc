/**
 * A line of the settings speaks of a text wherever it stands in the file. One that would settle a doubt in one table and change
 * the counts of another ("2025" of a quarter here, of a cumulative table there) is not offered.
 */
import { fold } from "../../nomenclature/index.ts";
import { type Doubt, hasCounts, type Outcome } from "../layout/outcome.ts";
import type { BlockReading } from "../table/block.ts";
import { type OpenTable, withOutcomes } from "../table/table.ts";

const ELSEWHERE =
  "Aucun réglage n'est proposé : ce texte se trouve aussi dans un autre tableau du fichier, qu'il ferait lire autrement. Demandez au service expéditeur le même état sans cette ambiguïté.";

/** The tables of one file, their doubts without the lines of the settings that reach too far. */
export function boundSettings(tables: readonly OpenTable[]): readonly OpenTable[] {
  const readings = tables.flatMap((t) => t.blocks.map((b) => b.reading));
  const counted = readings.filter((r) => hasCounts(r.outcomes));
  const reachesOthers = (text: string, own: BlockReading): boolean =>
    counted.some((other) => other !== own && other.texts.has(fold(text)));
  const bound = (outcome: Outcome, own: BlockReading): Outcome => {
    if (outcome.kind !== "doubt" || !outcome.settle?.some((w) => reachesOthers(w.text, own))) return outcome;
    const { settle: _, ...doubt }: Doubt = outcome;
    return { ...doubt, hint: ELSEWHERE };
  };
  return withOutcomes(tables, bound);
}
