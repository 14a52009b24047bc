/** Towns drawn at random around a truth that is built in: levels by line, changed by the truth, over the quarters up to the bulletin's own. */
import { type Period, quarterNumber, shiftQuarters } from "../../scripts/model/period.ts";
import type { LineSpec } from "../compose/builders.ts";
import { type Random, seeded } from "../demo/random.ts";

/** How many times its usual level a line has, so many quarters before the bulletin's own (0). */
export type Change = (indicator: string, back: number) => number;

/** Facts a quarter of a town of some 9 000 inhabitants. */
const LEVELS: Readonly<Record<string, number>> = {
  homicides: 0,
  "vols-avec-armes": 0.3,
  "vols-violents-sans-arme": 2,
  "vols-sans-violence-personnes": 18,
  "coups-blessures-15-ans-plus": 12,
  "cambriolages-logement": 12,
  "vols-vehicules": 5,
  "vols-dans-vehicules": 14,
  "vols-accessoires-vehicules": 6,
  "ist-violences-sexuelles": 1.5,
  "ist-menaces": 5,
  "ist-destructions-degradations": 10,
  "ist-tapages": 8,
  "ist-depots-sauvages": 6,
  "ist-ivresse-publique": 3,
};
const LABELS: Readonly<Record<string, string>> = {
  homicides: "Homicides",
  "vols-avec-armes": "Vols avec armes",
  "vols-violents-sans-arme": "Vols violents sans arme",
  "vols-sans-violence-personnes": "Vols sans violence contre des personnes",
  "coups-blessures-15-ans-plus": "Coups et blessures volontaires sur personnes de plus de 15 ans",
  "cambriolages-logement": "Cambriolages de logement",
  "vols-vehicules": "Vols de véhicules",
  "vols-dans-vehicules": "Vols dans les véhicules",
  "vols-accessoires-vehicules": "Vols d'accessoires sur véhicules",
};
/** The lines of I.S.T, by family: each holds the facts of these lines of IS 101, and as many more. */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, readonly [of: readonly string[], more: number]>>>> = {
  "atteintes-integrite-physique": {
    "ist-violences-physiques-non-crapuleuses": [["coups-blessures-15-ans-plus"], 2],
    "ist-violences-physiques-crapuleuses": [["vols-avec-armes", "vols-violents-sans-arme"], 0],
    "ist-violences-sexuelles": [["ist-violences-sexuelles"], 0],
    "ist-menaces": [["ist-menaces"], 0],
  },
  "atteintes-biens": {
    "ist-cambriolages": [["cambriolages-logement"], 1],
    "ist-vols-vehicules": [["vols-vehicules", "vols-dans-vehicules", "vols-accessoires-vehicules"], 0],
    "ist-vols-simples-particuliers": [["vols-sans-violence-personnes"], 1],
    "ist-destructions-degradations": [["ist-destructions-degradations"], 0],
  },
  "tranquillite-salubrite": {
    "ist-tapages": [["ist-tapages"], 0],
    "ist-depots-sauvages": [["ist-depots-sauvages"], 0],
    "ist-ivresse-publique": [["ist-ivresse-publique"], 0],
  },
};
const SEASONS = [1.05, 0.95, 0.9, 1.1] as const;

export interface Drawn {
  readonly seed: number;
  readonly at: Period;
  /** Quarters known, the bulletin's own with them. */
  readonly quarters: number;
  /** Of the levels. */
  readonly size?: number;
  readonly change?: Change;
  readonly changeOfPolice?: Change;
  /** Of the gendarmerie alone. */
  readonly changeOfGendarmerie?: Change;
  /** Counts that are not drawn, by line, oldest first, up to the bulletin's own quarter. */
  readonly fixed?: Readonly<Record<string, readonly number[]>>;
}

/** IS 101 with each force, I.S.T with its families. */
export function drawTown({ seed, at, quarters, size = 1, fixed = {}, ...changes }: Drawn): readonly LineSpec[] {
  const random = seeded(seed);
  const { change = () => 1, changeOfPolice = () => 1, changeOfGendarmerie = () => 1 } = changes;
  const backs = Array.from({ length: quarters }, (_, i) => quarters - 1 - i);
  const season = (back: number): number => SEASONS[quarterNumber(shiftQuarters(at, -back)) - 1] ?? 1;
  const draw = (id: string, share: number, more: Change): readonly number[] =>
    backs.map((back) =>
      random.poisson((LEVELS[id] ?? 0) * size * share * season(back) * change(id, back) * more(id, back)),
    );
  const forces = new Map(
    Object.keys(LEVELS).map((id) => [
      id,
      { police: draw(id, 0.7, changeOfPolice), gendarmerie: draw(id, 0.3, changeOfGendarmerie) },
    ]),
  );
  const wholeOf = (id: string): readonly number[] => {
    const { police = [], gendarmerie = [] } = forces.get(id) ?? {};
    const drawn = police.map((n, i) => n + (gendarmerie[i] ?? 0));
    const own = fixed[id] ?? [];
    return drawn.map((n, i) => own[i - drawn.length + own.length] ?? n);
  };
  const is101 = Object.keys(LABELS).map((indicator): LineSpec => {
    const counts = wholeOf(indicator);
    const gendarmerie = forces.get(indicator)?.gendarmerie ?? [];
    const police = counts.map((n, i) => Math.max(0, n - (gendarmerie[i] ?? 0)));
    return { indicator, label: LABELS[indicator] ?? "", counts, policeCounts: police };
  });
  return [...is101, ...istOf(random, backs, wholeOf)];
}

function istOf(
  random: Random,
  backs: readonly number[],
  wholeOf: (id: string) => readonly number[],
): readonly LineSpec[] {
  const spec = (indicator: string, family: string | null, counts: readonly number[]): LineSpec => ({
    statement: "IST",
    indicator,
    label: indicator,
    family,
    level: family === null ? "family" : "line",
    counts,
  });
  return Object.entries(FAMILIES).flatMap(([family, lines]) => {
    const own = Object.entries(lines).map(([indicator, [of, more]]) => {
      const wholes = of.map(wholeOf);
      const counts = backs.map((_, i) => wholes.reduce((sum, whole) => sum + (whole[i] ?? 0), random.poisson(more)));
      return spec(indicator, family, counts);
    });
    const sum = backs.map((_, i) => own.reduce((all, { counts }) => all + (counts[i] ?? 0), 0));
    return [spec(family, null, sum), ...own];
  });
}
