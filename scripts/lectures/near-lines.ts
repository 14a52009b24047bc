/**
 * The lines of the nomenclature that a label that no list has may be: a letter or two apart, of the same words, or short for them; of initials
 * near to none, those that every statement has, and this one lacks.
 */
import type { Nomenclature } from "../model/nomenclature.ts";
import type { Observation } from "../model/observation.ts";
import { editDistance } from "../model/text/nearest.ts";
import { fold } from "../nomenclature/index.ts";

/** The nearest first, without those that the file has a line of. */
export function nearIndicators(
  { label, statement }: Observation,
  observations: readonly Observation[],
  nomenclature: Nomenclature,
): readonly string[] {
  const held = new Set(observations.filter((other) => other.statement === statement).map((other) => other.indicator));
  const all = nomenclature.statements.find((s) => s.id === statement)?.indicators ?? [];
  const lacking = all.filter(({ id }) => !held.has(id));
  const near = lacking
    .map((indicator) => ({ id: indicator.id, distance: distanceTo(label, [indicator.label, ...indicator.aliases]) }))
    .filter(({ distance }) => distance <= NEAR)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ id }) => id);
  const usual = lacking.filter(({ occasional }) => !occasional).map(({ id }) => id);
  return near.length > 0 || !INITIALS.test(label) ? near : usual;
}

/** « VAA », « VAcc », « CBV +15 »: of no word. */
const INITIALS = /^(?!.*\p{L}{5})/u;

/** Of the words of two labels, the part that one has and the other has not. */
const NEAR = 0.5;
function distanceTo(label: string, names: readonly string[]): number {
  const wanted = fold(label).slice(0, 120);
  const own = new Set(wanted.split(" ").filter((word) => word.length > 2));
  return Math.min(
    ...names.map((name) => {
      const other = fold(name);
      if (editDistance(wanted, other) <= Math.min(2, Math.floor(wanted.length / 4))) return 0;
      const words = [...new Set(other.split(" ").filter((word) => word.length > 2))];
      const common = [...own].filter((word) => words.some((one) => isShortFor(word, one))).length;
      return 1 - common / Math.max(1, own.size + words.length - common);
    }),
  );
}

/** "access" for "accessoires", "veh" for "vehicules" */
const isShortFor = (word: string, whole: string): boolean => whole.startsWith(word);
