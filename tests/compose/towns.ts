/** The made towns whose page one is kept: one situation each. */
import type { ComposeInput } from "../../scripts/compose/index.ts";
import type { Count } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { place } from "./builders.ts";
import { AT, around, changed, madeInput, printedOf, town } from "./made.ts";

export const burglaries = (value: number, delivery: string): Count => ({
  statement: "IS101",
  indicator: "cambriolages-logement",
  label: "Cambriolages de logement",
  family: null,
  kind: "line",
  force: "ensemble",
  period: AT,
  value,
  status: "normal",
  delivery,
  provenance: place("IS101", AT, 5, "ensemble", String(value)),
});

const DOUBLED = { "vols-vehicules": changed(6, 4, 3), "vols-dans-vehicules": changed(16, 4, 2) };

export const TOWNS: Readonly<Record<string, () => ComposeInput>> = {
  "first quarter ever": () => madeInput(town({}, { length: 1 })),
  "four quarters": () => madeInput(town({}, { length: 4 })),
  "five years quiet": () => madeInput(town()),
  "one grave fact": () => madeInput(town({ homicides: [...around(0).slice(0, -1), 1] })),
  "a year that doubles": () => madeInput(town(DOUBLED)),
  "a fall by half": () => madeInput(town({ "vols-dans-vehicules": changed(36, 4, 0.5) })),
  "a missing statement": () => madeInput(town(), { settings: { expectedStatements: ["IS101", "IST"] } }),
  "edition 2": () => {
    const input = madeInput(town(), { edition: { number: 2, replaces: "2026-04-08" } });
    return {
      ...input,
      printedBefore: { ...printedOf(input), [`IS101 cambriolages-logement ensemble ${periodKey(AT)}`]: 8 },
    };
  },
  "one force alone": () => madeInput(town({}, { more: { force: "GN" } })),
  "a step two years old": () => madeInput(town({ "cambriolages-logement": changed(20, 9, 0.4) })),
  "many announcements": () =>
    madeInput(
      town({
        ...DOUBLED,
        "cambriolages-logement": changed(10, 1, 4),
        "coups-blessures-15-ans-plus": changed(16, 1, 3),
        "vols-accessoires-vehicules": changed(8, 1, 4),
      }),
    ),
  "a break in series": () =>
    madeInput(
      town().map((line) =>
        line.indicator === "coups-blessures-15-ans-plus"
          ? { ...line, breakAt: { from: "2025-07", reason: "Nouveau logiciel." } }
          : line,
      ),
    ),
};
