/** Public bases of the ministerial statistical service (SSMSI), dropped in data/reference/: yearly rates for context. */
import type { ReferenceRate } from "../model/analysis.ts";
import { formatDate, plural, quote } from "../model/format.ts";
import type { SourceFile } from "../model/grid.ts";
import { aNote, aWarning, type Issue, type Result } from "../model/issue.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
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
  if (!isUsed(base)) return { value: [], issues: [notUsed(file, "reference-not-recognised", base)] };
  const { scope } = base.columns;
  const code = territoryCode(scope, settings);
  if (code === null) return { value: [], issues: [noTerritory(file, scope)] };
  const found = ratesOf(base, nomenclature);
  if (!isUsed(found)) return { value: [], issues: [notUsed(file, "reference-not-recognised", found)] };

  const twice: Fault[] = [];
  const rates = eachOnce(found.rates, (rate) => {
    const message = `${rate.indicator.label}, ${rate.year} : la base donne deux taux différents.`;
    const column = base.columns.rate + 1;
    twice.push({ rule: "reference-given-twice", message, row: rate.row, column, raw: String(rate.rate) });
  });
  const issues = [...found.faults, ...twice].map((fault) => leftOut(file, fault));
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

const NO_TEXT: NotUsed = { why: "ce n'est pas un texte CSV" };

/** Of both bases, the départemental and the communal one. */
export const notUsed = (
  { name, path }: Pick<SourceFile, "name" | "path">,
  rule: Issue["rule"],
  { why }: NotUsed,
): Issue =>
  aWarning(rule, {
    message: `${name} n'est pas utilisé : ${why}.`,
    hint: "Déposez dans data/reference/ le fichier CSV de la base départementale ou communale tel que publié sur data.gouv.fr, ou retirez ce fichier.",
    place: { file: path },
  });

const noTerritory = (file: SourceFile, scope: BaseScope): Issue => ({
  ...notUsed(file, "reference-territory-unknown", {
    why: `le code ${scope === "commune" ? "INSEE de la commune" : "du département"} n'est pas dans les réglages`,
  }),
  hint: `Ajoutez-le sous « commune » dans data/convention.yaml, entre guillemets, par exemple ${scope === "commune" ? 'insee: "99001"' : 'departement: "99"'}.`,
});

const leftOut = ({ path }: SourceFile, { rule, message, row, column, raw }: Fault): Issue =>
  aWarning(rule, {
    message: `${message} La valeur est laissée de côté.`,
    hint: "Téléchargez de nouveau la base sur data.gouv.fr, sans la réenregistrer dans un tableur.",
    place: { file: path, row, column, raw },
  });

const notPublished = ({ path }: SourceFile, count: number): Issue =>
  aNote("reference-not-published", {
    message: `${plural(count, "valeur")} de la base ${count < 2 ? "n'est pas publiée" : "ne sont pas publiées"} pour ce territoire : elles ne valent pas zéro et ne sont pas remplacées.`,
    place: { file: path },
  });

const absent = ({ name, path }: SourceFile, code: string): Issue =>
  aWarning("reference-territory-absent", {
    message: `${name} : aucune ligne du territoire ${quote(code)} pour les indicateurs du bulletin.`,
    hint: "Vérifiez que la base couvre ce territoire et que son code est le bon dans data/convention.yaml.",
    place: { file: path },
  });
