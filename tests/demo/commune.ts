/** The counts of the fictitious commune: drawn from a seed, and the same in every delivery but for one revision. */
import type { Force } from "../../scripts/model/observation.ts";
import {
  type Period,
  periodKey,
  quarter,
  quarterNumber,
  quartersOf,
  shiftQuarters,
} from "../../scripts/model/period.ts";
import { type Random, seeded } from "./random.ts";

export interface DemoLine {
  readonly label: string;
  /** Facts expected in a quarter, police and gendarmerie. */
  readonly mean: readonly [police: number, gendarmerie: number];
  /** Multiplies the mean in each quarter of the year. */
  readonly season?: readonly [number, number, number, number];
  /** Yearly rate of change since the first quarter: -0.05 = 5 % less each year. */
  readonly trend?: number;
  /** The mean changes with this quarter. */
  readonly step?: { readonly from: Period; readonly factor: number };
}

interface DemoFamily {
  readonly label: string;
  readonly lines: readonly DemoLine[];
}

const SUMMER = [0.9, 1, 1.25, 0.85] as const;
const WINTER = [1.25, 0.8, 0.75, 1.2] as const;

/** The break declared in the fictitious convention: plates are counted among the accessories from 2024. */
const ACCESSORIES_BREAK = quarter(2024, 1);

export const IS101_LINES: readonly DemoLine[] = [
  { label: "Homicides", mean: [0.02, 0] },
  { label: "Vols avec armes", mean: [0.5, 0.1] },
  { label: "Vols violents sans arme", mean: [1.6, 0.2] },
  { label: "Vols sans violences contre des personnes", mean: [10, 2], season: SUMMER },
  { label: "Coups et blessures volontaires sur personnes de + de 15 ans", mean: [12, 2], season: SUMMER, trend: 0.04 },
  { label: "Cambriolages de logement", mean: [6, 2], season: WINTER },
  { label: "Vols de véhicules", mean: [4.5, 1], trend: -0.06 },
  { label: "Vols dans les véhicules", mean: [13, 3.5] },
  { label: "Vols d'accessoires sur véhicules", mean: [3, 0.8], step: { from: ACCESSORIES_BREAK, factor: 2.2 } },
];

/** Sent in the last deliveries only, and absent from the nomenclature: the unknown line. */
export const UNKNOWN_LINE: DemoLine = { label: "Vols de cycles", mean: [2.5, 0.5], season: SUMMER };

export const IST_FAMILIES: readonly DemoFamily[] = [
  {
    label: "Atteintes volontaires à l'intégrité physique",
    lines: [
      { label: "Violences physiques non crapuleuses", mean: [11, 0], season: SUMMER },
      { label: "Violences physiques crapuleuses", mean: [2, 0] },
      { label: "Violences sexuelles", mean: [2.2, 0], trend: 0.08 },
      { label: "Menaces de violences", mean: [5, 0] },
    ],
  },
  {
    label: "Atteintes aux biens",
    lines: [
      { label: "Cambriolages", mean: [8.5, 0], season: WINTER },
      { label: "Vols liés aux véhicules à moteur", mean: [17, 0] },
      { label: "Vols simples au préjudice de particuliers", mean: [9, 0] },
      { label: "Destructions et dégradations de biens privés", mean: [8, 0] },
    ],
  },
  {
    label: "Infractions concernant la tranquillité et la salubrité publiques",
    lines: [
      { label: "Tapages nocturnes", mean: [7, 0], season: SUMMER, trend: 0.1 },
      { label: "Dépôts sauvages d'ordures", mean: [6, 0] },
      { label: "Ivresse publique et manifeste", mean: [2.5, 0], season: SUMMER },
      { label: "Rodéos motorisés", mean: [1.8, 0], season: SUMMER },
    ],
  },
];

/** First and last quarter of the figures; the deliveries start later and print the year before. */
const FIRST_QUARTER = quarter(2021, 1);
const LAST_QUARTER = quarter(2026, 3);

/** Counts set by hand: the latest quarter must have a rise and a fall to tell. [police, gendarmerie] */
const FORCED: Readonly<Record<string, readonly [number, number]>> = {
  [`Cambriolages de logement ${periodKey(LAST_QUARTER)}`]: [22, 4],
  [`Cambriolages ${periodKey(LAST_QUARTER)}`]: [27, 0],
  [`Vols dans les véhicules ${periodKey(LAST_QUARTER)}`]: [2, 0],
  [`Vols dans les véhicules ${periodKey(shiftQuarters(LAST_QUARTER, -4))}`]: [17, 4],
};

/** The one figure that a later delivery changes: two facts were requalified. */
const REVISION = {
  label: "Vols sans violences contre des personnes",
  period: quarter(2025, 3),
  force: "PN",
  since: quarter(2026, 3),
  difference: -2,
} as const;

export type Figures = (label: string, force: Force, period: Period) => number;

function meanOf(line: DemoLine, period: Period, index: number): readonly [number, number] {
  const season = line.season?.[quarterNumber(period) - 1] ?? 1;
  const step = line.step && period.first >= line.step.from.first ? line.step.factor : 1;
  const factor = season * step * (1 + (line.trend ?? 0)) ** (index / 4);
  return [line.mean[0] * factor, line.mean[1] * factor];
}

/** [police, gendarmerie] of every line and quarter. */
function draw(random: Random): ReadonlyMap<string, readonly [number, number]> {
  const drawn = new Map<string, readonly [number, number]>();
  const lines = [...IS101_LINES, UNKNOWN_LINE, ...IST_FAMILIES.flatMap((family) => family.lines)];
  for (const line of lines)
    for (let q = FIRST_QUARTER, index = 0; q.last <= LAST_QUARTER.last; q = shiftQuarters(q, 1), index++) {
      const [police, gendarmerie] = meanOf(line, q, index);
      const key = `${line.label} ${periodKey(q)}`;
      const counts = [random.poisson(police), random.poisson(gendarmerie)] as const;
      drawn.set(key, FORCED[key] ?? counts);
    }
  return drawn;
}

/**
 * Figures as a delivery knows them: `figures(delivery)(label, force, period)` for any period of whole quarters; a family
 * of IST is the sum of its lines. `delivery` is the quarter delivered.
 */
export function figuresOf(seed: number): (delivery: Period) => Figures {
  const drawn = draw(seeded(seed));
  const family = new Map(IST_FAMILIES.map((f) => [f.label, f.lines.map((line) => line.label)]));
  return (delivery) =>
    function count(label, force, period): number {
      const lines = family.get(label) ?? [label];
      if (lines.length > 1) return lines.reduce((total, line) => total + count(line, force, period), 0);
      return (quartersOf(period) ?? []).reduce((total, q) => {
        const [police, gendarmerie] = drawn.get(`${label} ${periodKey(q)}`) ?? [0, 0];
        const revised =
          label === REVISION.label &&
          q.first === REVISION.period.first &&
          delivery.first >= REVISION.since.first &&
          force !== "GN";
        const value = force === "PN" ? police : force === "GN" ? gendarmerie : police + gendarmerie;
        return total + value + (revised ? REVISION.difference : 0);
      }, 0);
    };
}
