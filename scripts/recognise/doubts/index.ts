/**
 * Tables of one file that may be read in two ways beside each other. A rule changes nothing, it only yields; one rule a file.
 *
 * To add a doubt: its rule in this folder, one line in RULES, one test.
 */

import { fold } from "../../nomenclature/index.ts";
import { type Doubt, type Outcome, ofKind } from "../layout/outcome.ts";
import type { BlockReading } from "../table/block.ts";
import { type OpenTable, withOutcomes } from "../table/table.ts";
import type { Tools } from "../words/tools.ts";
import { contradictions } from "./contradictions.ts";
import { madeTooEarly } from "./made-too-early.ts";
import { otherForces } from "./other-forces.ts";
import { countedIn, type Doubted, type DoubtRule } from "./rule.ts";
import { runningSums } from "./running-sums.ts";
import { silences } from "./silences.ts";
import { strangeTexts } from "./strange-texts.ts";
import { titlePeriods } from "./title-periods.ts";
import { unplaced } from "./unplaced.ts";

/** In this order: what one takes away is no matter of the next. */
const RULES: readonly DoubtRule[] = [
  unplaced, //      no word of a place, where a cover, a header of pages or other tables name another
  silences, //      no word of a force or a period, where the other tables say theirs
  otherForces, //   two texts that say two forces
  titlePeriods, //  a title, or the name of a sheet, of another period than the figures
  madeTooEarly, //  a day of making before the end of the figures' period
  runningSums, //   « Cumul » that is the sum of its neighbours
  strangeTexts, //  a text at the figures that is not understood
  contradictions, // a figure that is said twice, with two values
];

export const withDoubts = (tables: readonly OpenTable[], tools: Tools): readonly OpenTable[] =>
  boundSettings(RULES.reduce((open, rule) => apply(open, [...rule(open, tools)]), tables));

function apply(tables: readonly OpenTable[], found: readonly Doubted[]): readonly OpenTable[] {
  if (found.length === 0) return tables;
  const byTable = Map.groupBy(found, ({ reading }) => reading);
  return withOutcomes(tables, (outcome, own) => {
    if (outcome.kind !== "count") return outcome;
    return byTable.get(own)?.find(({ of }) => of?.(outcome) ?? true)?.instead ?? outcome;
  });
}

const ELSEWHERE =
  "Aucun réglage n'est proposé : ce texte se trouve aussi dans un autre tableau du fichier, qu'il ferait lire autrement. Demandez au service expéditeur le même état sans cette ambiguïté.";

/**
 * A word of the settings speaks of a text wherever it stands in the file: one that would settle a doubt in one table and change the
 * counts of another ("2025" of a quarter here, of a cumulative table there) is not offered. The same head in the sheet of each force is
 * one doubt, and one answer.
 */
function boundSettings(tables: readonly OpenTable[]): readonly OpenTable[] {
  const counted = countedIn(tables);
  const reachesOthers = (doubt: Doubt, own: BlockReading): boolean =>
    counted.some((other) => other !== own && other.texts.has(fold(doubt.text)) && !doubtsAlike(doubt, other));
  const bound = (outcome: Outcome, own: BlockReading): Outcome => {
    if (outcome.kind !== "doubt" || !outcome.asks || !reachesOthers(outcome, own)) return outcome;
    const { asks: _, ...doubt }: Doubt = outcome;
    return { ...doubt, hint: ELSEWHERE };
  };
  return withOutcomes(tables, bound);
}

const doubtsAlike = ({ text, asks }: Doubt, { outcomes }: BlockReading): boolean =>
  ofKind(outcomes, "doubt").some(
    ({ outcome }) => outcome.text === text && outcome.asks?.may.join() === asks?.may.join(),
  );
