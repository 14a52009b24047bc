/** Values to French words, with French typography. Pure. */

import type { Place } from "./issue.ts";
import type { Provenance } from "./observation.ts";
import {
  isCumulative,
  isHalfYear,
  isQuarter,
  isWholeYear,
  lengthOf,
  monthOf,
  type Period,
  quarterNumber,
  yearOf,
} from "./period.ts";

/** Narrow no-break space: between thousands, before ; ! ? % and inside « ». */
export const NNBSP = "\u202f";
/** No-break space: before a colon. */
export const NBSP = "\u00a0";
export const MINUS = "\u2212";

export const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;

/** 1012 => "1 012"; 2.25 with 2 digits => "2,25" */
export function formatNumber(value: number, digits = 0): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, NNBSP);
  const text = fraction ? `${grouped},${fraction}` : grouped;
  return value < 0 && Number(Math.abs(value).toFixed(digits)) !== 0 ? `${MINUS}${text}` : text;
}

/** 5 => "+5", -3 => "−3", 0 => "0" */
export const formatDifference = (value: number): string =>
  value > 0 ? `+${formatNumber(value)}` : formatNumber(value);

/** 0.455 => "+45 %" */
export const formatPercent = (ratio: number, digits = 0): string => {
  const text = formatNumber(ratio * 100, digits);
  return `${ratio > 0 && !/^0(,0+)?$/.test(text) ? "+" : ""}${text}${NNBSP}%`;
};

/** On one line, in one form of spaces: "Faits \n constatés" => "Faits constatés" */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** ordinal(1) => "1er", ordinal(2) => "2e" */
export const ordinal = (n: number): string => (n === 1 ? "1er" : `${n}e`);

/** ["a", "b", "c"] => "a, b et c" */
export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} et ${words.at(-1)}`;

/** The first of them, then how many more: "a, b, et 3 autres". */
export function listSome(
  names: readonly string[],
  most: number,
  between = ", ",
  others: readonly [one: string, several: string] = ["autre", "autres"],
): string {
  const left = names.length - most;
  return [...names.slice(0, most), ...(left > 0 ? [`et ${plural(left, ...others)}`] : [])].join(between);
}

/** French plural: 0 and 1 are singular. plural(1, "fait") => "1 fait", plural(0, "fait") => "0 fait" */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${formatNumber(n)}${NBSP}${Math.abs(n) < 2 ? one : many}`;

/** Period => "1er trimestre 2026", "1er semestre 2026", "année 2025", "janvier à septembre 2026", "avril 2025 à mars 2026" */
export function formatPeriod(p: Period): string {
  const y = yearOf(p.last);
  if (isQuarter(p)) return `${ordinal(quarterNumber(p))}${NBSP}trimestre${NBSP}${y}`;
  if (isHalfYear(p)) return `${ordinal(monthOf(p.last) / 6)}${NBSP}semestre${NBSP}${y}`;
  if (isWholeYear(p)) return `année${NBSP}${y}`;
  const first = MONTHS[monthOf(p.first) - 1];
  const last = MONTHS[monthOf(p.last) - 1];
  if (lengthOf(p) === 1) return `${last}${NBSP}${y}`;
  if (yearOf(p.first) === y) return `${first} à ${last}${NBSP}${y}`;
  return `${first}${NBSP}${yearOf(p.first)} à ${last}${NBSP}${y}`;
}

/** Short form for headings and axes: "T1 2026", "S1 2026", "2025", "janv.–sept. 2026" */
export function formatPeriodShort(p: Period): string {
  const y = yearOf(p.last);
  if (isQuarter(p)) return `T${quarterNumber(p)}${NBSP}${y}`;
  if (isWholeYear(p)) return String(y);
  if (isCumulative(p) && lengthOf(p) === 6) return `S1${NBSP}${y}`;
  if (isHalfYear(p)) return `S2${NBSP}${y}`;
  const short = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
  const first = short[monthOf(p.first) - 1];
  const last = short[monthOf(p.last) - 1];
  if (lengthOf(p) === 1) return `${last}${NBSP}${y}`;
  return yearOf(p.first) === y ? `${first}–${last}${NBSP}${y}` : `${first}${NBSP}${yearOf(p.first)}–${last}${NBSP}${y}`;
}

/** "2026-04-08" => "8 avril 2026" */
export function formatDate(iso: string): string {
  const [y, m, d] = iso.split("-").map(Number) as [number, number, number];
  return `${d === 1 ? "1er" : d}${NBSP}${MONTHS[m - 1]}${NBSP}${y}`;
}

/** "par force" => "Par force" */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Vérifiez la cellule" => "Vérifiez la cellule." */
export const asSentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Text in French quotation marks: « T1 2026 » */
export const quote = (text: string): string => `«${NBSP}${text}${NBSP}»`;

export const SEVERITY_LABELS = { error: "Erreur", warning: "Avertissement", info: "Information" } as const;

export const FORCE_LABELS = { PN: "Police nationale", GN: "Gendarmerie nationale", ensemble: "Ensemble" } as const;

/** Name of a column as spreadsheets and the control sheet write it, from 1: 2 => "B", 28 => "AB" */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : columnName(Math.floor((column - 1) / 26)) + letter;
}

/** A cell as a person finds it: "ligne 4, colonne C"; "tableau 1, ligne 4, colonne C" where the rows of the file have names. */
export const formatCell = ({ row, column, name }: Pick<Provenance, "row" | "column" | "name">): string =>
  `${name ?? `ligne ${row}`}, colonne ${columnName(column)}`;

/** "2026-T1/IS101.xls, « Feuil1 », ligne 8, colonne C"; a file of one part has no name for it but the program's. */
export function formatPlace(place: Place): string {
  if (!("row" in place)) return place.file;
  const part = place.part === "document" || place.part === "CSV" ? "" : `, ${quote(place.part)}`;
  return `${place.file}${part}, ${formatCell(place)}`;
}
