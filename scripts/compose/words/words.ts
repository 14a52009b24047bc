/** The French words for counts, units and years. */
import { formatNumber, joinWords, plural } from "../../model/format.ts";

/** 0 => "aucun fait enregistré", 1 => "1 fait enregistré", 24 => "24 faits enregistrés" */
export const recordedFacts = (count: number): string =>
  count === 0 ? "aucun fait enregistré" : plural(count, "fait enregistré", "faits enregistrés");

/** 0 => "aucun", 1200 => "1 200" */
export const countWord = (count: number): string => (count === 0 ? "aucun" : formatNumber(count));

/** Mean of a sum over some spans: (28, 3) => "9,3"; whole means without decimals: (27, 3) => "9"; (1, 3) => "moins d'un": decimals of a fact are none. */
export function formatMean(sum: number, spans: number): string {
  const mean = sum / spans;
  return mean > 0 && mean < 1 ? "moins d'un" : formatNumber(mean, Number.isInteger(mean) ? 0 : 1);
}

/** "victime entendue" => "victimes entendues" */
export const unitPlural = (unit: string): string =>
  unit.replace(/\p{L}+/gu, (word) => (/[sxz]$/.test(word) || word.length < 3 ? word : `${word}s`));

/** [2023, 2024, 2025] => "2023 à 2025"; [2024, 2025] => "2024 et 2025"; [2021, 2023, 2025] => "2021, 2023 et 2025" */
export function formatYears(years: readonly number[]): string {
  const sorted = years.toSorted((a, b) => a - b);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return "";
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${first} à ${last}`;
  return joinWords(sorted.map(String));
}

/** "Vols de véhicules" => "vols de véhicules"; "ILS comptées à part" keeps its capitals. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** "de cambriolages", "d'atteintes", "d'homicides" */
export const ofWord = (name: string): string => (/^[aeiouyhàâæéèêëîïôœûü]/i.test(name) ? `d'${name}` : `de ${name}`);

/** « Homicides » */
export const quoted = (label: string): string => `« ${label} »`;

/** Names said in one sentence; the others are counted. */
export const MOST_NAMES = 8;

/** As joinWords, for lists of any length: "« A », « B » … « H » et 12 autres" */
export const joinNames = (names: readonly string[]): string =>
  names.length <= MOST_NAMES + 1
    ? joinWords(names)
    : `${names.slice(0, MOST_NAMES).join(", ")} et ${names.length - MOST_NAMES} autres`;
