/** The communes that one may be looked at beside: of its size class in its département, and of its intercommunal body (Insee, by Etalab). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { communeOfCode, type Entry } from "./communes.ts";

const require = createRequire(import.meta.url);
const parse = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

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
  const low = CLASSES.findLast((from) => from <= (own.population ?? 0)) ?? 0;
  const high = CLASSES.find((from) => from > low) ?? null;
  const isLike = ({ population = -1, departement }: Entry): boolean =>
    departement === own.departement && population >= low && (high === null || population < high);
  const all = parse(require.resolve("decoupage-administratif/data/communes.json")) as readonly (Entry & {
    readonly type: string;
  })[];
  const size = all.filter((entry) => entry.type === "commune-actuelle" && isLike(entry)).map((entry) => entry.code);
  const bodies = parse(require.resolve("decoupage-administratif/data/epci.json")) as readonly {
    readonly nom: string;
    readonly membres: readonly { readonly code: string }[];
  }[];
  const body = bodies.find(({ membres }) => membres.some((member) => member.code === code));
  return {
    size: { low, high, departement: own.departement, codes: size },
    epci: body ? { name: body.nom, codes: body.membres.map((member) => member.code) } : null,
  };
}
