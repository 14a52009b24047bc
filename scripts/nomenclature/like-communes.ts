/** Communes like one of the list: of its département and of about its size; of its intercommunality. */
import { type Commune, communeOfCode, communesOfToday, intercommunalityOf } from "./communes.ts";

/** Inhabitants at which a class begins. */
const CLASSES = [0, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000] as const;

export interface LikeCommunes {
  readonly size: {
    readonly low: number;
    readonly high: number | null;
    readonly departement: string;
    readonly codes: readonly string[];
  };
  readonly epci: { readonly name: string; readonly codes: readonly string[] } | null;
}

/** undefined for a code that is no commune of today. */
export function likeCommunes(code: string): LikeCommunes | undefined {
  const own = communeOfCode(code);
  if (!own || own.population === null) return undefined;
  const { departement, population: inhabitants } = own;
  const low = CLASSES.findLast((from) => from <= inhabitants) ?? 0;
  const high = CLASSES.find((from) => from > low) ?? null;
  const isLike = ({ population, departement: of }: Commune): boolean =>
    of === departement && population !== null && population >= low && (high === null || population < high);
  const codes = communesOfToday().flatMap((one) => (isLike(one) ? [one.code] : []));
  return { size: { low, high, departement, codes }, epci: intercommunalityOf(code) };
}
