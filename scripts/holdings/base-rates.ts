/** The yearly rates that the lines of a public base say, each held against its own count and size. */
import type { Indicator, Nomenclature } from "../model/nomenclature.ts";
import { fold } from "../nomenclature/index.ts";
import type { BaseLine, NotUsed, PublicBase } from "../read/public-base.ts";

/** The SSMSI's bases begin there. */
const FIRST_YEAR = 2016;

export interface BaseRate {
  /** Line of the file, from 1. */
  readonly row: number;
  readonly territory: string;
  readonly indicator: Indicator;
  readonly year: number;
  /** Per 1 000 inhabitants or dwellings; null: not published, which is neither zero nor the mean that some editions give in its place. */
  readonly rate: number | null;
  readonly count: number | null;
}

/** Why a value is left out. `column` of the file, from 1; `raw`: its cell. */
/** A value that is left out. */
export interface Fault {
  readonly what:
    | { readonly is: "year" | "rate"; readonly text: string }
    | { readonly is: "twice"; readonly line: string; readonly year: number }
    | {
        readonly is: "contradiction";
        readonly line: string;
        readonly year: number;
        readonly rate: string;
        readonly count: number;
        readonly size: number;
        readonly of: Indicator["denominator"];
      };
  readonly row: number;
  readonly column: number;
  readonly raw: string;
}

export interface BaseRates {
  readonly rates: readonly BaseRate[];
  readonly faults: readonly Fault[];
}

interface Read extends Omit<BaseRate, "row"> {
  readonly line: BaseLine;
  /** "5,31" */
  readonly rateText: string;
  readonly size: number | null;
}

export function ratesOf({ columns, lines }: PublicBase, nomenclature: Nomenclature): BaseRates | NotUsed {
  const known = nomenclature.statements.flatMap((statement) => statement.indicators);
  const byName = new Map(known.flatMap((one) => one.ssmsi.map((name) => [fold(name), one] as const)));
  const faults: Fault[] = [];
  const leaveOut = ({ row, fields }: BaseLine, column: number, what: Fault["what"]) => {
    faults.push({ what, row, column: column + 1, raw: fields[column] ?? "" });
    return [];
  };

  const read = lines.flatMap((line): readonly Read[] => {
    const text = (column: number | null) => (column === null ? "" : (line.fields[column]?.trim() ?? ""));
    const indicator = byName.get(fold(text(columns.indicator)));
    if (!indicator) return [];
    const [yearText, rateText] = [text(columns.year), text(columns.rate)];
    const year = yearOf(yearText);
    if (year === undefined) return leaveOut(line, columns.year, { is: "year", text: yearText });
    if (year < FIRST_YEAR) return [];
    const isHidden = /^n/i.test(text(columns.published));
    const rate = isHidden ? null : decimalOf(rateText);
    if (rate === undefined || (rate ?? 0) < 0) return leaveOut(line, columns.rate, { is: "rate", text: rateText });
    const count = isHidden ? null : (decimalOf(text(columns.count)) ?? null);
    const size = decimalOf(text(indicator.denominator === "logements" ? columns.dwellings : columns.population));
    const territory = text(columns.territory);
    return [{ line, territory, indicator, year, rate, count, rateText, size: size || null }];
  });

  // the unit that a column says, else the one that the counts and sizes make of the rates
  const checked = read.filter(canBeChecked);
  if (!columns.isPerThousand && checked.length === 0) return { why: "unit" };
  const agreeing = (scale: number) => checked.filter((one) => agrees(one, scale)).length;
  const scale = !columns.isPerThousand && agreeing(1000) > agreeing(1) ? 1000 : 1;

  const rates = read.flatMap((one): readonly BaseRate[] => {
    const { line, rateText, size, ...own } = one;
    if (canBeChecked(one) && !agrees(one, scale)) {
      const { label, denominator } = own.indicator;
      const contradiction = { line: label, year: own.year, rate: rateText, count: own.count ?? 0, size: size ?? 0 };
      return leaveOut(line, columns.rate, { is: "contradiction", ...contradiction, of: denominator });
    }
    return [{ ...own, row: line.row, rate: own.rate === null ? null : own.rate * scale }];
  });
  return { rates, faults };
}

const canBeChecked = ({ rate, count, size }: Read): boolean => rate !== null && count !== null && size !== null;

/** A published rate is count / size × 1 000, to half a per cent or to its own decimals. */
function agrees({ rate, rateText, count, size }: Read, scale: number): boolean {
  const expected = ((count ?? 0) / (size ?? 1)) * 1000;
  const [, decimals = "", exponent = "0"] = /[.,](\d+)(?:e([+-]?\d+))?$/i.exec(rateText) ?? [];
  const unit = decimals === "" ? 0 : scale * 10 ** (Number(exponent) - decimals.length);
  return Math.abs((rate ?? 0) * scale - expected) <= Math.max(unit, 0.005 * expected);
}

/** "2016", or "16" in older editions. */
function yearOf(text: string): number | undefined {
  if (/^(?:19|20)\d{2}$/.test(text)) return Number(text);
  return /^\d{2}$/.test(text) ? 2000 + Number(text) : undefined;
}

/** "7,83e-03" => 0.00783, "2,25" => 2.25; null: not published ("NA", "ndiff", empty); undefined: no number. */
function decimalOf(text: string): number | null | undefined {
  if (/^(?:na|n\/a|nd|nc|ndiff|s|)$/i.test(text)) return null;
  return /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text.replace(",", ".")) : undefined;
}
