/** The heading of the SSMSI's public bases, in all editions: which column says what. */
import { fold } from "./fold.ts";

export type BaseScope = "departement" | "commune";

/** Indices of the columns; null where an edition has none. */
export interface BaseColumns {
  readonly scope: BaseScope;
  readonly territory: number;
  readonly indicator: number;
  readonly year: number;
  readonly rate: number;
  /** The heading says that rates are per 1 000. */
  readonly isPerThousand: boolean;
  readonly count: number | null;
  readonly population: number | null;
  readonly dwellings: number | null;
  /** "diff" or "ndiff", in the communal bases. */
  readonly published: number | null;
}

/** Rows of notes that may stand above the heading. */
export const HEAD_WITHIN = 20;

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
  rate: /^taux?( ?pour ?mille)?$/,
  count: /^(fait|nombre)$/,
  population: /^(insee )?pop$/,
  dwellings: /^(insee )?log$/,
  published: /^(valeur publiee|est diffuse)$/,
} as const;

/** All editions have "annee": a row without it is not folded. */
const isYear = (text: string): boolean => /^\s*ann[ée]e\s*$/i.test(text);

/** The columns of a heading row; undefined when it is not the heading of such a base. */
export function baseColumns(heading: readonly string[]): BaseColumns | undefined {
  if (!heading.some(isYear)) return undefined;
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
    isPerThousand: folded[rate]?.endsWith("mille") === true,
    count: find(NAMES.count),
    population: find(NAMES.population),
    dwellings: find(NAMES.dwellings),
    published: find(NAMES.published),
  };
}
