/** The columns of the SSMSI's bases, in all editions, and how their cells write years and numbers. */
import { fold } from "../nomenclature/index.ts";

export type ReferenceScope = "departement" | "commune";

/** Indices of the columns; null where an edition has none. */
export interface ReferenceColumns {
  readonly scope: ReferenceScope;
  readonly territory: number;
  readonly indicator: number;
  readonly year: number;
  readonly rate: number;
  readonly count: number | null;
  readonly population: number | null;
  readonly dwellings: number | null;
  /** "diff" or "ndiff", in the communal bases. */
  readonly published: number | null;
}

/**
 * Editions met: 2023 and 2024 (`classe;annee;Code.département;…;faits;POP;LOG;tauxpourmille`), 2025
 * (`Code_departement;…;indicateur;…;nombre;taux_pour_mille;insee_pop;…`), communal (`CODGEO_2023;annee;classe;…;valeur.publiée;faits;
 * tauxpourmille;…`, `CODGEO_2026;annee;indicateur;…;est_diffuse;…`). Names are folded: "Code.département" => "code departement",
 * "taux_pour_mille" => "tau pour mille".
 */
const NAMES = {
  departement: /^code departement$/,
  commune: /^codgeo( \d{4})?$/,
  indicator: /^(classe|indicateur)$/,
  year: /^annee$/,
  rate: /^taux? ?pour ?mille$/,
  count: /^(fait|nombre)$/,
  population: /^(insee )?pop$/,
  dwellings: /^(insee )?log$/,
  published: /^(valeur publiee|est diffuse)$/,
} as const;

/** The columns of a heading row; undefined when it is not the heading of such a base. */
export function referenceColumns(heading: readonly string[]): ReferenceColumns | undefined {
  const folded = heading.map((text) => fold(text.replace(/^\ufeff/, "")));
  const find = (name: RegExp): number | null => {
    const index = folded.findIndex((text) => name.test(text));
    return index === -1 ? null : index;
  };
  const commune = find(NAMES.commune);
  const territory = commune ?? find(NAMES.departement);
  const [indicator, year, rate] = [find(NAMES.indicator), find(NAMES.year), find(NAMES.rate)];
  if (territory === null || indicator === null || year === null || rate === null) return undefined;
  return {
    scope: commune === null ? "departement" : "commune",
    territory,
    indicator,
    year,
    rate,
    count: find(NAMES.count),
    population: find(NAMES.population),
    dwellings: find(NAMES.dwellings),
    published: find(NAMES.published),
  };
}

/** "16" => 2016, "2016" => 2016; undefined for anything else. */
export function parseYear(text: string): number | undefined {
  if (/^(19|20)\d{2}$/.test(text)) return Number(text);
  return /^\d{2}$/.test(text) ? 2000 + Number(text) : undefined;
}

/** "7,83e-03" => 0.00783, "2,25" => 2.25; null: not published ("NA", "ndiff", empty); undefined: not a number. */
export function parseDecimal(text: string): number | null | undefined {
  if (/^(na|n\/a|nd|nc|ndiff|s|)$/i.test(text)) return null;
  return /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text.replace(",", ".")) : undefined;
}
