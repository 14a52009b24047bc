/** Public bases of the ministerial statistical service (SSMSI), dropped in data/reference/: yearly rates for context. */
import type { ReferenceRate } from "../../model/analysis.ts";
import { formatDate, plural, quote } from "../../model/format.ts";
import type { ReadFile } from "../../model/grid.ts";
import type { Issue, Result } from "../../model/issue.ts";
import type { Indicator, Nomenclature } from "../../model/nomenclature.ts";
import type { Settings } from "../../model/settings.ts";
import { fold } from "../../nomenclature/fold.ts";
import { findHead, type ReferenceHead, type ReferenceScope } from "./columns.ts";
import { leftOut, readRow } from "./row.ts";

/** The base is a table of its own: one row a territory, a year and an indicator. */
interface Row {
  readonly indicator: Indicator;
  readonly year: number;
  readonly rate: number;
}

/**
 * Reads the yearly rates of the commune's département (or of the commune itself, from a communal base) for the indicators that the
 * nomenclature relates to the base (`ssmsi`). Every edition of the départemental base met so far, and the communal ones; see
 * reference-columns.ts. A value not published ("ndiff", "NA", empty) is left out, never zero nor filled from `complement…`, which is the
 * mean of other communes. A rate that does not agree with its own count and size is left out with a warning.
 *
 * @returns rates by indicator in the order of the nomenclature, then by year; with a warning when the file is no such base.
 */
export function recogniseReference(
  file: ReadFile,
  settings: Settings,
  nomenclature: Nomenclature,
): Result<readonly ReferenceRate[]> {
  const found = findHead(file);
  if (!found) return { value: [], issues: [notABase(file)] };
  const { grid, columns } = found;
  const code = territoryCode(columns.scope, settings);
  if (code === null) return { value: [], issues: [noTerritory(file, columns.scope)] };

  const issues: Issue[] = [];
  const rows = readRows(found, code, nomenclature, issues);
  if (rows.length === 0 && issues.length === 0)
    issues.push({
      rule: "reference-territory-absent",
      severity: "warning",
      message: `${file.source.name} : aucune ligne du territoire ${quote(code)} pour les indicateurs du bulletin.`,
      hint: "Vérifiez que la base couvre ce territoire et que son code est le bon dans data/convention.yaml.",
      place: { file: file.source.path, part: grid.part },
    });
  const source = `SSMSI, base ${columns.scope === "commune" ? "communale" : "départementale"}, ${editionOf(file, rows)}, fichier ${quote(file.source.name)}`;
  const territory = columns.scope === "commune" ? settings.commune.name : `Département ${code}`;
  const value = rows.map(({ indicator, year, rate }) => ({
    indicator: indicator.id,
    territory,
    year,
    rate,
    denominator: indicator.denominator,
    source,
  }));
  return { value, issues };
}

function readRows(
  { grid, columns }: ReferenceHead,
  code: string,
  nomenclature: Nomenclature,
  issues: Issue[],
): readonly Row[] {
  const indicators = nomenclature.statements.flatMap((s) => s.indicators).filter((i) => i.ssmsi.length > 0);
  const byName = new Map(indicators.flatMap((i) => i.ssmsi.map((name) => [fold(name), i] as const)));
  const kept = new Map<string, Row | null>();
  let unpublished = 0;
  grid.rows.forEach((cells, index) => {
    if (cells[columns.territory]?.text.trim() !== code) return;
    const indicator = byName.get(fold(cells[columns.indicator]?.text ?? ""));
    if (!indicator) return;
    const read = readRow(cells, columns, indicator);
    if (read.kind === "unpublished") unpublished++;
    else if (read.kind === "fault") issues.push(leftOut(grid, index, read));
    else {
      const key = `${indicator.id} ${read.year}`;
      const known = kept.get(key);
      const differs = known !== undefined && known?.rate !== read.rate;
      kept.set(key, differs ? null : { indicator, year: read.year, rate: read.rate });
      if (!differs) return;
      const message = `${indicator.label}, ${read.year} : la base donne deux taux différents.`;
      issues.push(leftOut(grid, index, { rule: "reference-given-twice", message, column: columns.rate }));
    }
  });
  if (unpublished > 0)
    issues.push({
      rule: "reference-not-published",
      severity: "info",
      message: `${plural(unpublished, "valeur")} de la base ${unpublished < 2 ? "n'est pas publiée" : "ne sont pas publiées"} pour ce territoire : elles ne valent pas zéro et ne sont pas remplacées.`,
      place: { file: grid.file, part: grid.part },
    });
  return [...kept.values()]
    .filter((row) => row !== null)
    .sort((a, b) => indicators.indexOf(a.indicator) - indicators.indexOf(b.indicator) || a.year - b.year);
}

/** Codes of the territories whose lines of a base are wanted. */
export const referenceCodes = (settings: Settings): readonly string[] =>
  (["departement", "commune"] as const).flatMap((scope) => territoryCode(scope, settings) ?? []);

/** "99001" => "99"; "97499" => "974" (overseas) */
function territoryCode(scope: ReferenceScope, { commune }: Settings): string | null {
  if (scope === "commune") return commune.insee;
  if (commune.departement) return commune.departement;
  return commune.insee?.slice(0, commune.insee.startsWith("97") ? 3 : 2) ?? null;
}

/** "…-produit-le2024-07-05.csv" => "édition du 5 juillet 2024"; else the years that the rows cover. */
function editionOf(file: ReadFile, rows: readonly Row[]): string {
  const day = /produit[-_ ]?le[-_ ]?(\d{4}-\d{2}-\d{2})/i.exec(file.source.name)?.[1];
  if (day) return `édition du ${formatDate(day)}`;
  const last = Math.max(...rows.map((row) => row.year));
  return Number.isFinite(last) ? `édition des données ${last}` : "édition non datée";
}

const notABase = (file: ReadFile): Issue => ({
  rule: "reference-not-recognised",
  severity: "warning",
  message: `${file.source.name} n'est pas une base de la délinquance enregistrée du SSMSI : aucune ligne d'en-tête ne porte à la fois le territoire, l'année, l'indicateur et le taux.`,
  hint: "Déposez dans data/reference/ le fichier CSV de la base départementale (ou les lignes de votre commune de la base communale) tel que publié sur data.gouv.fr, ou retirez ce fichier.",
  place: { file: file.source.path },
});

const noTerritory = (file: ReadFile, scope: ReferenceScope): Issue => ({
  rule: "reference-territory-unknown",
  severity: "warning",
  message: `${file.source.name} n'est pas utilisé : le code ${scope === "commune" ? "INSEE de la commune" : "du département"} n'est pas dans les réglages.`,
  hint: `Ajoutez-le sous « commune » dans data/convention.yaml, entre guillemets, par exemple ${scope === "commune" ? 'insee: "99001"' : 'departement: "99"'}.`,
  place: { file: file.source.path },
});
