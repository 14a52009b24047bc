/**
 * « Communes semblables »: the communal base dropped in data/reference/ is read once; what matters of it, a few hundred lines, is kept beside it
 * with the base's hash, and is read in its place. Another base, or another commune, and it is read again.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../disk/files.ts";
import type { CommunalSummary, OwnRate, Spread } from "../model/communal.ts";
import { plural } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { parseJson } from "../model/json.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import type { RuleName } from "../model/rules.ts";
import { type LikeCommunes, likeCommunes } from "../nomenclature/index.ts";
import { MAX_FILE_BYTES } from "../read/contract/limits.ts";
import { type CommunalRate, communalRates } from "./communal-rates.ts";

export const KEPT_COMMUNAL = "communes-semblables.json";

/** A base that is read here, and no file of the usual ones: too large for them, or compressed. */
export const isCommunalBase = (name: string, bytes: number): boolean =>
  /\.csv\.gz$/i.test(name) || (/\.csv$/i.test(name) && bytes > MAX_FILE_BYTES);

/** What is kept; null: nothing is, or it is unreadable. */
export function loadCommunal(dataDir: string): CommunalSummary | null {
  const path = join(dataDir, "reference", KEPT_COMMUNAL);
  const kept = existsSync(path) ? parseJson(readFileSync(path, "utf8")) : undefined;
  return isSummary(kept) ? kept : null;
}
const isSummary = (value: unknown): value is CommunalSummary =>
  typeof value === "object" && value !== null && "version" in value && value.version === 1 && "spreads" in value;

/** Reads the base that lies in data/reference/, when it is another one than what is kept was read from. @param step told that it is read. */
export async function keepCommunal(
  dataDir: string,
  code: string | null,
  { nomenclature, step }: { readonly nomenclature: Nomenclature; readonly step: (text: string) => void },
): Promise<readonly Issue[]> {
  const folder = join(dataDir, "reference");
  const name = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((entry) => isCommunalBase(entry, statSync(join(folder, entry)).size))
    .toSorted()
    .at(-1);
  if (name === undefined) return [];
  const { hashOf, readCommunalBase } = await import("../read/communal-base.ts"); // and what parses it: few folders hold such a base
  const known = loadCommunal(dataDir);
  if (known && known.commune === code && known.base.sha256 === (await hashOf(join(folder, name)))) return [];
  const like = code === null ? undefined : likeCommunes(code);
  if (code === null || like === undefined)
    return [
      notUsed(
        name,
        "reference-territory-unknown",
        "le code INSEE de la commune n'est pas dans les réglages, ou n'est pas celui d'une commune d'aujourd'hui",
      ),
    ];
  step("lecture de la base communale");
  const lines = await readCommunalBase(
    join(folder, name),
    new Set([code, ...like.size.codes, ...(like.epci?.codes ?? [])]),
  );
  if (lines === undefined)
    return [
      notUsed(name, "reference-not-recognised", "sa première ligne n'est pas l'en-tête de la base communale du SSMSI"),
    ];
  const rates = communalRates(lines.rows, nomenclature);
  if (rates === undefined)
    return [
      notUsed(
        name,
        "reference-not-recognised",
        "sa colonne de taux ne dit pas qu'ils sont pour mille, et il n'a ni nombres ni population pour le trouver",
      ),
    ];
  const refused = rates.filter(({ disagrees }) => disagrees);
  if (refused.length > 0 && refused.length === rates.filter(({ rate }) => rate !== null).length)
    return [
      notUsed(
        name,
        "reference-not-recognised",
        "aucun de ses taux ne correspond à ses propres nombres de faits et à sa population",
      ),
    ];
  const kept = rates.filter(({ disagrees }) => !disagrees);
  writeWhole(
    join(folder, KEPT_COMMUNAL),
    `${JSON.stringify({ ...summaryOf(kept, lines.sha256, name, code, like), leftOut: refused.length }, null, 1)}\n`,
  );
  return refused.slice(0, 1).map((first) => leftOut(name, refused.length, first));
}

/** The build that reads the base says it; the bulletins that use it, in a note. */
const leftOut = (name: string, count: number, first: CommunalRate): Issue => ({
  rule: "reference-not-recognised",
  severity: "warning",
  message: `${name} : ${plural(count, "taux ne correspond pas", "taux ne correspondent pas")} au nombre de faits et à la population de sa ligne : hors des comparaisons (le premier : commune ${first.code}, ${first.year}).`,
  hint: "Déposez la base communale telle que publiée sur data.gouv.fr.",
  place: { file: `reference/${name}` },
});

const notUsed = (name: string, rule: RuleName, why: string): Issue => ({
  rule,
  severity: "warning",
  message: `${name} n'est pas utilisé : ${why}.`,
  hint: "Déposez dans data/reference/ la base communale telle que publiée sur data.gouv.fr, et indiquez « insee: » dans data/convention.yaml.",
  place: { file: `reference/${name}` },
});

function summaryOf(
  values: readonly CommunalRate[],
  sha256: string,
  name: string,
  code: string,
  { size, epci }: LikeCommunes,
): Omit<CommunalSummary, "leftOut"> {
  const groups = [["size", new Set(size.codes)] as const, ...(epci ? [["epci", new Set(epci.codes)] as const] : [])];
  const spreads = groups.flatMap(([group, codes]) =>
    [
      ...Map.groupBy(
        values.filter((v) => codes.has(v.code)),
        (v) => `${v.indicator} ${v.year}`,
      ).values(),
    ].flatMap((own): readonly Spread[] => {
      const [first] = own;
      const rates = own.flatMap(({ rate }) => rate ?? []).toSorted((a, b) => a - b);
      if (first === undefined || rates.length === 0) return [];
      const at = (share: number): number => quantile(rates, share);
      const { indicator, year } = first;
      const ends = { min: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), max: at(1) };
      return [{ indicator, year, group, published: rates.length, of: own.length, ...ends }];
    }),
  );
  const own: readonly OwnRate[] = values
    .filter((v) => v.code === code)
    .map(({ indicator, year, rate, count }) => ({ indicator, year, rate, count }));
  return {
    version: 1,
    base: { name, sha256 },
    commune: code,
    size: { low: size.low, high: size.high, departement: size.departement },
    epci: epci?.name ?? null,
    spreads,
    own,
  };
}

/** Linear between neighbours (R's type 7); of sorted values. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return Number((below + (above - below) * (at - Math.floor(at))).toFixed(4));
}
