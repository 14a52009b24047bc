/** The heading of the SSMSI's bases, in all editions: where it stands in a file, and which column says what. */
import type { Cell, Grid, ReadFile } from "../../model/grid.ts";
import { fold } from "../../nomenclature/fold.ts";

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
function referenceColumns(heading: readonly string[]): ReferenceColumns | undefined {
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

/** Rows of notes that may stand above the heading. */
const HEAD_WITHIN = 20;

/** All editions have "annee": a row without it is not folded. */
const isYearHeading = (cell: Cell): boolean => /^\s*ann[ée]e\s*$/i.test(cell.text);

/** The heading of a base, where it stands. */
export interface ReferenceHead {
  readonly grid: Grid;
  readonly columns: ReferenceColumns;
}

function headIn(grid: Grid): ReferenceHead | undefined {
  for (const cells of grid.rows.slice(0, HEAD_WITHIN)) {
    const columns = cells.some(isYearHeading) ? referenceColumns(cells.map((cell) => cell.text)) : undefined;
    if (columns) return { grid, columns };
  }
  return undefined;
}

/** The first heading of a public base in the file; undefined where it is none. */
export const findHead = (file: ReadFile): ReferenceHead | undefined =>
  file.grids.flatMap((grid) => headIn(grid) ?? [])[0];

/** The scope of the public base that the file is; undefined for anything else: a base has its place in data/reference/ alone. */
export const findPublicBase = (file: ReadFile): ReferenceScope | undefined => findHead(file)?.columns.scope;
