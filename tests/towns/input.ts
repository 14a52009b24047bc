/** A town of known truth -> what compose is given: read as deliveries of one quarter each, judged by the real tests. */
import { analyse } from "../../scripts/analyse/index.ts";
import type { ComposeInput } from "../../scripts/compose/index.ts";
import { shiftQuarters, yearOf } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { madeInput } from "../compose/made.ts";
import { drawTown } from "./draw.ts";
import type { Truth } from "./truths.ts";

const labels = new Map(
  loadNomenclature().statements.flatMap(({ indicators }) => indicators.map((i) => [i.id, i.label])),
);

export function inputOfTown({ drawn, brokenFrom, corrects, population = 9200 }: Truth, seed: number): ComposeInput {
  const specs = drawTown({ ...drawn, seed }).map((spec) => ({
    ...spec,
    label: labels.get(spec.indicator ?? "") ?? spec.label,
  }));
  const settings = {
    expectedStatements: ["IS101", "IST"],
    population: { 2021: population },
    dwellings: { 2021: Math.round(population * 0.47) },
    breaks:
      brokenFrom === undefined
        ? []
        : [
            ["IS101", "coups-blessures-15-ans-plus"] as const,
            ["IST", "ist-violences-physiques-non-crapuleuses"] as const,
            ["IST", "atteintes-integrite-physique"] as const,
          ].map(([statement, indicator]) => ({
            statement,
            indicator,
            from: brokenFrom as `${number}-${number}`,
            reason: "Changement de logiciel d'enregistrement de la police nationale.",
          })),
  };
  const input = madeInput(specs, { at: drawn.at, settings });
  const yearSoFar = drawn.at.last.endsWith("-12")
    ? [-3, -2, -1].map((back) => {
        const quarter = shiftQuarters(drawn.at, back);
        const known = input.recognitions.flatMap((r) => r.observations).filter((o) => o.period.last <= quarter.last);
        const { nomenclature, settings } = input;
        return analyse({ observations: known, quarter, nomenclature, settings, references: [] });
      })
    : null;
  if (corrects === undefined) return { ...input, yearSoFar };
  const at = shiftQuarters(drawn.at, -corrects.back);
  const latest = input.recognitions.at(-1);
  const old = input.recognitions
    .flatMap((r) => r.observations)
    .filter((o) => o.indicator === corrects.indicator && o.period.first === at.first);
  const restated = old.map((o) => ({
    ...o,
    value: (o.value ?? 0) + (o.force === "GN" ? 0 : corrects.by),
    delivery: `${yearOf(drawn.at.last)}-T3`,
    provenance: { ...o.provenance, row: o.provenance.row + 40 },
  }));
  const recognitions = input.recognitions.map((r) =>
    r === latest ? { ...r, observations: [...r.observations, ...restated] } : r,
  );
  const observations = recognitions.flatMap((r) => r.observations);
  const { nomenclature, settings: all } = input;
  return {
    ...input,
    recognitions,
    analysis: analyse({ observations, quarter: drawn.at, nomenclature, settings: all, references: [] }),
    yearSoFar,
  };
}
