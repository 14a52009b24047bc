/**
 * Tables of one file that may be read in two ways beside each other. A rule changes nothing, it only yields; one rule a file.
 *
 * To add a doubt: its rule in this folder, one line in RULES, one test.
 */

import { type OpenTable, withOutcomes } from "../table/table.ts";
import type { Tools } from "../words/tools.ts";
import { otherCovers, unplaced } from "./other-places.ts";
import type { Doubted, DoubtRule } from "./rule.ts";
import { runningSums } from "./running-sums.ts";
import { boundSettings } from "./settings-reach.ts";
import { silences } from "./silences.ts";
import { strangeTexts } from "./strange-texts.ts";
import { titlePeriods } from "./title-periods.ts";

/** In this order: what one takes away is no matter of the next. */
const RULES: readonly DoubtRule[] = [
  unplaced, //      a table of no place beside tables of several
  otherCovers, //   a cover, or a header of pages, that names another commune
  silences, //      no word of a force or a period, where the other tables say theirs
  titlePeriods, //  a title, or the name of a sheet, of another period than the figures
  runningSums, //   « Cumul » that is the sum of its neighbours
  strangeTexts, //  a text at the figures that is not understood
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
