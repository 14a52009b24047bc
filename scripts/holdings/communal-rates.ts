/** The rates of the communal base, per 1 000: their unit is what a column says, or what its own facts and population make of them. */
import type { Nomenclature } from "../model/nomenclature.ts";
import { fold } from "../nomenclature/index.ts";

const FIRST_YEAR = 2016;

export interface CommunalRate {
  readonly code: string;
  readonly indicator: string;
  readonly year: number;
  /** Per 1 000; null: not published. */
  readonly rate: number | null;
  readonly count: number | null;
  /** It is not the count of its line over its inhabitants or its dwellings. */
  readonly disagrees: boolean;
}

type Row = Readonly<Record<string, string>>;

/** undefined: no column says the unit, and nothing is there to find it. @param rows fields by their heading, in lower case and without the year */
export function communalRates(rows: readonly Row[], nomenclature: Nomenclature): readonly CommunalRate[] | undefined {
  const known = nomenclature.statements.flatMap((statement) => statement.indicators);
  const byName = new Map(known.flatMap(({ id, ssmsi }) => ssmsi.map((words) => [fold(words), id] as const)));
  const read = rows.flatMap((row) => lineOf(row, byName));
  const isNamed = rows.some((row) => PER_THOUSAND.some((name) => name in row));
  const checked = read.filter(canBeChecked);
  if (!isNamed && checked.length === 0) return undefined;
  const agreeing = (scale: number) => checked.filter((line) => agrees(line, scale)).length;
  const scale = !isNamed && agreeing(1000) > agreeing(1) ? 1000 : 1;
  return read.map((line) => {
    const { row: _, ...own } = line;
    const rate = own.rate === null ? null : own.rate * scale;
    return { ...own, rate, disagrees: canBeChecked(line) && !agrees(line, scale) };
  });
}

const PER_THOUSAND = ["taux_pour_mille", "tauxpourmille"] as const;

interface Line extends Omit<CommunalRate, "disagrees"> {
  readonly row: Row;
}

function lineOf(row: Row, byName: ReadonlyMap<string, string>): readonly Line[] {
  const indicator = byName.get(fold(row.indicateur ?? row.classe ?? ""));
  const year = yearOf(row.annee ?? "");
  if (indicator === undefined || year === undefined || year < FIRST_YEAR) return [];
  const hidden = /^n/i.test(row.est_diffuse ?? row.valeur_publiee ?? "");
  const rate = hidden ? null : decimal(row.taux_pour_mille ?? row.tauxpourmille ?? row.taux);
  const count = hidden ? null : decimal(row.nombre ?? row.faits);
  return [{ code: row.codgeo ?? "", indicator, year, rate, count, row }];
}

/** Inhabitants, dwellings: the base divides burglaries by the second. */
const sizesOf = (row: Row): readonly number[] =>
  [row.insee_pop ?? row.pop, row.insee_log ?? row.log].flatMap((text) => decimal(text) || []);

const canBeChecked = ({ row, rate, count }: Line): boolean =>
  rate !== null && count !== null && sizesOf(row).length > 0;

/** As far as a rate with two decimals can tell, and a population rounded. */
const agrees = ({ row, rate, count }: Line, scale: number): boolean =>
  sizesOf(row).some((size) => {
    const expected = ((count ?? 0) / size) * 1000;
    return Math.abs((rate ?? 0) * scale - expected) <= Math.max(0.01, expected * 0.02);
  });

/** "2016", or "16" in older editions. */
const yearOf = (text: string): number | undefined => {
  const year = Number(text.trim());
  return /^\d{2}$/.test(text.trim()) ? 2000 + year : /^\d{4}$/.test(text.trim()) ? year : undefined;
};

/** "5,31", "7,83e-03"; null for what is no number: "NA", "". */
const decimal = (text: string | undefined): number | null => {
  const plain = (text ?? "").trim().replace(",", ".");
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
};
