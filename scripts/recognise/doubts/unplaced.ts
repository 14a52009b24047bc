/**
 * Counts of which nothing says the place, in a file that names another: on its cover, in the header of its pages, or for others of its
 * tables.
 */
import { doubtful, ofKind, ofOtherPlace } from "../layout/outcome.ts";
import type { OpenTable } from "../table/table.ts";
import { elsewhere } from "../words/place-said.ts";

const TOTAL = /total|ensemble|r[ée]cap|synth[èe]se|global|g[ée]n[ée]ral|toutes|cumul/i;

/** A table of no place, beside tables of others: their total where its caption says so, else a doubt. */
const besideOthers = (caption: string): Doubted["instead"] =>
  TOTAL.test(caption)
    ? ofOtherPlace(elsewhere(caption, "other", "le total de plusieurs lieux"))
    : doubtful(caption, "il ne dit pas son lieu, que d'autres tableaux du fichier disent");

import { type Doubted, readingsOf } from "./rule.ts";

export function* unplaced(tables: readonly OpenTable[]): Iterable<Doubted> {
  const covers = tables.flatMap((t) => [...t.cover, ...t.besides]);
  // a contents page names several, ours among them
  const cover = covers.some((s) => s.kind === "ours")
    ? undefined
    : covers.filter((s) => s.kind === "elsewhere").find((s) => s.by !== "area");
  const hasOthers = readingsOf(tables).some(({ outcomes }) =>
    ofKind(outcomes, "elsewhere").some(({ outcome }) => outcome.of === "table"),
  );
  for (const { readings } of tables)
    for (const reading of readings) {
      const instead = hasOthers ? besideOthers(reading.caption) : cover && ofOtherPlace(cover);
      if (instead) yield { reading, instead, of: ({ isPlaced }) => !isPlaced };
    }
}
