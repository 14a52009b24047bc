/**
 * « Communes semblables »: the communal base dropped in data/reference/ is read once; what matters of it, a few hundred lines, is kept beside it
 * with the base's hash, and is read in its place. Another base, or another commune, and it is read again.
 */

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../disk/files.ts";
import { namesIn } from "../disk/tree.ts";
import type { CommunalSummary, OwnRate, Spread } from "../model/document/communal.ts";
import type { Issue } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { received } from "../model/received.ts";
import { parseJson } from "../model/text/json.ts";
import { type LikeCommunes, likeCommunes } from "../nomenclature/index.ts";
import { MAX_FILE_BYTES } from "../read/contract/limits.ts";
import type { NotUsed } from "../read/public-base.ts";
import { type BaseRate, ratesOf } from "./base-rates.ts";
import { leftOut, noTerritory, notUsed } from "./references.ts";

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
  const name = namesIn(folder)
    .filter((entry) => isCommunalBase(entry, statSync(join(folder, entry)).size))
    .toSorted()
    .at(-1);
  if (name === undefined) return [];
  const path = join(folder, name);
  const file = { name, path: `reference/${name}` };
  const { chooseLines, hashOf, isUsed, streamLines } = await import("../read/public-base.ts"); // and what parses it: few folders hold such a base
  const known = loadCommunal(dataDir);
  if (known && known.commune === code && known.base.sha256 === (await hashOf(path))) return [];
  const like = code === null ? undefined : likeCommunes(code);
  if (code === null || like === undefined) return [noTerritory(file, "commune-of-today")];
  step("lecture de la base communale");
  const { lines, hash } = streamLines(path);
  const base = await chooseLines(lines, new Set([code, ...like.size.codes, ...(like.epci?.codes ?? [])]));
  const found = isUsed(base) ? ratesOf(base, nomenclature) : base;
  if (!isUsed(found)) return [notUsed(file, found)];
  const { rates, faults } = found;
  if (faults.length > 0 && rates.every(({ rate }) => rate === null)) return [notUsed(file, NONE_AGREES)];
  writeWhole(
    join(folder, KEPT_COMMUNAL),
    `${JSON.stringify({ ...summaryOf(rates, hash(), name, code, like), leftOut: faults.length }, null, 1)}\n`,
  );
  // the build that reads the base says it; the bulletins that use it, in a note
  const more = { name: received(name), values: faults.length };
  return faults.slice(0, 1).map((first) => leftOut(file.path, first, more));
}

const NONE_AGREES: NotUsed = { why: "none-agrees" };

function summaryOf(
  values: readonly BaseRate[],
  sha256: string,
  name: string,
  code: string,
  { size, epci }: LikeCommunes,
): Omit<CommunalSummary, "leftOut"> {
  const groups = [["size", new Set(size.codes)] as const, ...(epci ? [["epci", new Set(epci.codes)] as const] : [])];
  const spreads = groups.flatMap(([group, codes]) =>
    [
      ...Map.groupBy(
        values.filter((v) => codes.has(v.territory)),
        (v) => `${v.indicator.id} ${v.year}`,
      ).values(),
    ].flatMap((own): readonly Spread[] => {
      const [first] = own;
      const rates = own.flatMap(({ rate }) => rate ?? []).toSorted((a, b) => a - b);
      if (first === undefined || rates.length === 0) return [];
      const at = (share: number): number => quantile(rates, share);
      const { year } = first;
      const ends = { min: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), max: at(1) };
      return [{ indicator: first.indicator.id, year, group, published: rates.length, of: own.length, ...ends }];
    }),
  );
  const own: readonly OwnRate[] = values
    .filter((v) => v.territory === code)
    .map(({ indicator, year, rate, count }) => ({ indicator: indicator.id, year, rate, count }));
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
