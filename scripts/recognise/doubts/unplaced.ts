/** Tables side by side, some of other places: one that says none is their total where its sheet or caption says so, else a doubt. */
import { ambiguous, ofOtherPlace } from "../layout/outcome.ts";
import type { OpenTable } from "../table/table.ts";
import { elsewhere } from "../words/place-said.ts";
import { type Doubted, readingsOf } from "./rule.ts";

const TOTAL = /total|ensemble|r[ée]cap|synth[èe]se|global|g[ée]n[ée]ral|toutes|cumul/i;

export function* unplaced(tables: readonly OpenTable[]): Iterable<Doubted> {
  const hasOthers = readingsOf(tables).some(({ outcomes }) =>
    outcomes.some(({ outcome: o }) => o.kind === "elsewhere" && o.of === "table"),
  );
  if (!hasOthers) return;
  for (const { view, readings } of tables)
    for (const reading of readings) {
      const { caption } = reading;
      const total = [caption, view.grid.part].find((name) => TOTAL.test(name));
      yield {
        reading,
        of: ({ isPlaced }) => !isPlaced,
        instead:
          total === undefined
            ? ambiguous(caption, [
                "ce tableau est de la commune, que rien ne nomme ici",
                "il est d'un autre lieu, comme d'autres tableaux du même fichier qui disent le leur",
              ])
            : ofOtherPlace(elsewhere(total, "whole", "le total de plusieurs lieux")),
      };
    }
}
