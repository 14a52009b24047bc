/** Public bases of the ministerial statistical service (SSMSI), dropped in data/reference/: yearly rates for context. */

import type { ReferenceRate } from "../model/analysis.ts";
import { formatDate, quote } from "../model/format.ts";
import type { SourceFile } from "../model/grid.ts";
import { aNote, aWarning, type Issue, type Result } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import { own, type Received, received } from "../model/received.ts";
import { departementOf, type Settings } from "../model/settings.ts";
import type { BaseScope } from "../nomenclature/index.ts";
import type { NotUsed } from "../read/public-base.ts";
import { type BaseRate, type Fault, ratesOf } from "./base-rates.ts";

/** A base that cannot be used stops no bulletin: it is told. */
export async function readReferences(
  files: readonly SourceFile[],
  { settings, nomenclature }: { readonly settings: Settings; readonly nomenclature: Nomenclature },
): Promise<Result<readonly ReferenceRate[]>> {
  const read = await Promise.all(files.map((file) => readReference(file, settings, nomenclature)));
  return { value: read.flatMap(({ value }) => value), issues: read.flatMap(({ issues }) => issues) };
}

/**
 * The rates of the commune's département (or of the commune itself, from a communal base) for the indicators that the nomenclature relates
 * to the base (`ssmsi`), in its order, then by year. A rate given twice, or that is not its own count over its size, is left out with a
 * warning.
 */
export async function readReference(
  file: SourceFile,
  settings: Settings,
  nomenclature: Nomenclature,
): Promise<Result<readonly ReferenceRate[]>> {
  const { chooseLines, isUsed, linesOf } = await import("../read/public-base.ts"); // and what parses it: few folders hold such a base
  const lines = linesOf(file.bytes);
  const codes = (["departement", "commune"] as const).flatMap((scope) => territoryCode(scope, settings) ?? []);
  const base = lines ? await chooseLines(lines, new Set(codes)) : NO_TEXT;
  if (!isUsed(base)) return { value: [], issues: [notUsed(file, base)] };
  const { scope } = base.columns;
  const code = territoryCode(scope, settings);
  if (code === null) return { value: [], issues: [noTerritory(file, scope)] };
  const found = ratesOf(base, nomenclature);
  if (!isUsed(found)) return { value: [], issues: [notUsed(file, found)] };

  const twice: Fault[] = [];
  const rates = eachOnce(found.rates, (rate) => {
    const column = base.columns.rate + 1;
    twice.push({
      what: { is: "twice", line: rate.indicator.label, year: rate.year },
      row: rate.row,
      column,
      raw: String(rate.rate),
    });
  });
  const issues = [...found.faults, ...twice].map((fault) => leftOut(file.path, fault));
  const unpublished = found.rates.filter(({ rate }) => rate === null).length;
  if (unpublished > 0) issues.push(notPublished(file, unpublished));
  if (found.rates.length === 0 && issues.length === 0) issues.push(absent(file, code));

  const indicators = nomenclature.statements.flatMap((statement) => statement.indicators);
  const source = `SSMSI, base ${scope === "commune" ? "communale" : "départementale"}, ${editionOf(file, rates)}, fichier ${quote(file.name)}`;
  const territory = scope === "commune" ? settings.commune.name : `Département ${code}`;
  const value = rates
    .toSorted((a, b) => indicators.indexOf(a.indicator) - indicators.indexOf(b.indicator) || a.year - b.year)
    .map(({ indicator: { id, denominator }, year, rate }) => ({
      indicator: id,
      territory,
      year,
      rate,
      denominator,
      source,
    }));
  return { value, issues };
}

type Published = BaseRate & { readonly rate: number };

/** Those published, of which the base says one thing. @param told each that differs from the one before. */
function eachOnce(rates: readonly BaseRate[], told: (rate: BaseRate) => void): readonly Published[] {
  const published = rates.filter((one): one is Published => one.rate !== null);
  return [...Map.groupBy(published, ({ indicator, year }) => `${indicator.id} ${year}`).values()].flatMap((same) => {
    const other = same.find(({ rate }) => rate !== same[0]?.rate);
    if (other) told(other);
    return other ? [] : same.slice(0, 1);
  });
}

const territoryCode = (scope: BaseScope, { commune }: Settings): string | null =>
  scope === "commune" ? commune.insee : departementOf(commune);

/** "…-produit-le2024-07-05.csv" => "édition du 5 juillet 2024"; else the years that the rows cover. */
function editionOf({ name }: SourceFile, rates: readonly BaseRate[]): string {
  const day = /produit[-_ ]?le[-_ ]?(\d{4}-\d{2}-\d{2})/i.exec(name)?.[1];
  if (day) return `édition du ${formatDate(day)}`;
  const last = Math.max(...rates.map(({ year }) => year));
  return Number.isFinite(last) ? `édition des données ${last}` : "édition non datée";
}

const NO_TEXT: NotUsed = { why: "no-text" };

/** Of both bases, the départemental and the communal one. */
export const notUsed = ({ name, path }: Pick<SourceFile, "name" | "path">, { why }: NotUsed): Issue =>
  aWarning("reference-not-recognised", { about: { file: received(name), why }, place: { file: path } });

/** @param code what the settings lack, or what is no commune's of today. */
export const noTerritory = (
  { name, path }: Pick<SourceFile, "name" | "path">,
  code: BaseScope | "commune-of-today",
): Issue => aWarning("reference-territory-unknown", { about: { file: received(name), code }, place: { file: path } });

/** @param more of a base of which the first fault alone is told: its name, and how many values are left out. */
export function leftOut(
  path: string,
  { what, row, column, raw }: Fault,
  more?: { readonly name: Received; readonly values: number },
): Issue {
  const place = { file: path, row, column, raw, part: "CSV" };
  const first = more ? { more } : {};
  switch (what.is) {
    case "twice":
      return aWarning("reference-given-twice", { about: { ...first, line: own(what.line), year: what.year }, place });
    case "contradiction": {
      const { is: _, line, rate, ...numbers } = what;
      const about = { ...first, ...numbers, line: own(line), rate: received(rate) };
      return aWarning("reference-rate-contradicts-count", { about, place });
    }
    default:
      return aWarning("reference-value-unreadable", {
        about: { ...first, what: what.is, text: received(what.text) },
        place,
      });
  }
}

const notPublished = ({ path }: SourceFile, values: number): Issue =>
  aNote("reference-not-published", { about: { values }, place: { file: path } });

const absent = ({ name, path }: SourceFile, code: string): Issue =>
  aWarning("reference-territory-absent", {
    about: { file: received(name), code: own(code) },
    place: { file: path },
  });
