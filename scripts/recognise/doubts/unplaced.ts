/**
 * Counts of which nothing says the place, in a file that names another: on its cover, in the header of its pages, or for others of its
 * tables. A contents page names several.
 */
import { ambiguous, type Count, ofKind, ofOtherPlace } from "../layout/outcome.ts";
import type { OpenTable } from "../table/table.ts";
import { elsewhere } from "../words/place-said.ts";
import { type Doubted, readingsOf } from "./rule.ts";

const TOTAL = /total|ensemble|r[ée]cap|synth[èe]se|global|g[ée]n[ée]ral|toutes|cumul/i;

const isUnplaced = ({ isPlaced }: Count): boolean => !isPlaced;

export function* unplaced(tables: readonly OpenTable[]): Iterable<Doubted> {
  const covers = tables.flatMap((t) => [...t.cover, ...t.besides]);
  const cover = covers.some((s) => s.kind === "ours")
    ? undefined
    : covers.find((s) => s.kind === "elsewhere" && s.by !== "area");
  const hasOthers = readingsOf(tables).some(({ outcomes }) =>
    ofKind(outcomes, "elsewhere").some(({ outcome }) => outcome.of === "table"),
  );
  for (const { view, readings } of tables)
    for (const reading of readings) {
      const { caption } = reading;
      const total = [caption, view.grid.part].find((name) => TOTAL.test(name));
      if (hasOthers && total === undefined)
        yield {
          reading,
          of: isUnplaced,
          instead: ambiguous(caption, [
            "ce tableau est de la commune, que rien ne nomme ici",
            "il est d'un autre lieu, comme d'autres tableaux du même fichier qui disent le leur",
          ]),
        };
      else if (hasOthers && total !== undefined)
        yield {
          reading,
          of: isUnplaced,
          instead: ofOtherPlace(elsewhere(total, "whole", "le total de plusieurs lieux")),
        };
      else if (cover?.kind === "elsewhere") yield { reading, of: isUnplaced, instead: ofOtherPlace(cover) };
    }
}
