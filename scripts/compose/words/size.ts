/** How large an announced change is, with the end of its interval that is sure: said here, and in one way everywhere. */
import type { Comparison, Shape } from "../../model/analysis.ts";
import { type Direction, directionOf } from "../../model/degree.ts";
import { formatNumber, NNBSP } from "../../model/format.ts";
import { present } from "./present.ts";
import { formatMean } from "./words.ts";

type Compared = Pick<Comparison, "kind" | "ratio" | "verdict" | "before" | "after" | "exposure" | "expected">;

/** What a count is set against: the level that its course gives, else the mean of the earlier spans. */
export const usual = ({ before, exposure, expected }: Pick<Compared, "before" | "exposure" | "expected">): number =>
  expected ?? (before.value ?? 0) / exposure;

export const isOfYear = ({ kind }: Pick<Compared, "kind">): boolean => kind.startsWith("rolling-year");

/** That level, in words. */
function levelWords({ kind, exposure, expected }: Compared): string {
  if (isOfYear({ kind })) return exposure === 1 ? "les douze mois d'avant" : "la moyenne annuelle d'avant";
  return expected == null ? "le niveau de la saison" : "ce que donnerait son évolution";
}

/** "6", "16,5"; "moins d'un": two decimals of a fact are none. */
function usualWords(x: Compared): string {
  const level = usual(x);
  if (level < 1) return "moins d'un";
  return x.expected == null && x.before.value !== null ? formatMean(x.before.value, x.exposure) : formatNumber(level);
}

/**
 * "environ 4 fois le niveau de la saison (6)", "environ 30 % de plus que le niveau de la saison (20)", "divisé par environ 8 par
 * rapport au niveau de la saison (16,5)"; "" where nothing is announced.
 */
export function sizeWords(x: Compared): string {
  const direction = directionOf(x.verdict);
  const [before, after] = [usual(x), x.after.value ?? 0];
  if (direction === null) return "";
  if (before <= 0) return isOfYear(x) ? "aucun auparavant" : "aucun à cette saison les années précédentes";
  const level = `${levelWords(x)} (${usualWords(x)})`;
  if (direction === "rise" && after / before >= LEAST_TIMES)
    return `environ ${timesWord(after / before)} fois ${level}`;
  if (direction === "fall" && after > 0 && before / after >= LEAST_TIMES)
    return `divisé par environ ${timesWord(before / after)} par rapport ${toLevel(level)}`;
  if (after === 0) return `contre ${usualWords(x)} (${levelWords(x)})`;
  return `environ ${formatNumber(Math.abs(after / before - 1) * 100)}${NNBSP}% de ${MORE[direction]} que ${level}`;
}

/** "le niveau" => "au niveau", "les douze mois" => "aux douze mois", "la moyenne" => "à la moyenne" */
const toLevel = (level: string): string => `à ${level}`.replace(/^à le /, "au ").replace(/^à les /, "aux ");

/** The same and its sure end: "environ 4 fois le niveau de la saison (6) ; au moins 1,5 fois". */
export function sizeWithRange(x: Compared): string {
  const direction = directionOf(x.verdict);
  return present(sizeWords(x), direction && x.ratio && atLeast(x.ratio, direction)).join(" ; ");
}

/** "au moins 1,5 fois", "divisé au moins par 2", "au moins 12 % de plus"; "" where it says nothing. @param interval of after / before */
export function atLeast({ low, high }: NonNullable<Comparison["ratio"]>, direction: Direction): string {
  const times = direction === "rise" ? low : high === null ? 0 : 1 / high;
  const halves = Math.floor(times * 2) / 2;
  if (halves >= LEAST_TIMES)
    return direction === "rise" ? `au moins ${timesWord(halves)} fois` : `divisé au moins par ${timesWord(halves)}`;
  const share = Math.floor((direction === "rise" ? times - 1 : 1 - 1 / times) * 100);
  return share >= 5 ? `au moins ${share}${NNBSP}% de ${MORE[direction]}` : "";
}

/** "d'environ 24 % par an (de 15 à 31 %)", "d'environ 48 % (de 30 à 60 %)": of a course, with its interval. */
export function courseSize({ kind, change, low, high }: Shape): string {
  const ends = [low, high].map((end) => Math.abs(end) * 100).toSorted((a, b) => a - b) as [number, number];
  return `d'environ ${formatNumber(Math.abs(change) * 100)}${NNBSP}%${kind === "trend" ? " par an" : ""} (de ${formatNumber(ends[0])} à ${formatNumber(ends[1])}${NNBSP}%)`;
}

const MORE = { rise: "plus", fall: "moins" } as const;
const LEAST_TIMES = 1.5;
/** Halves below three, whole numbers from there: 1.5 => "1,5", 4.33 => "4" */
function timesWord(times: number): string {
  const rounded = times < 3 ? Math.round(times * 2) / 2 : Math.round(times);
  return formatNumber(rounded, Number.isInteger(rounded) ? 0 : 1);
}
