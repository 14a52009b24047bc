/** Periods and days as they are written in a text, and the same with all their years moved. */
import { MONTHS } from "../model/format.ts";

const NOTHING = "(?![\\p{L}\\d])";
/** « … trimestre 2019 cambriolages »: of facts, and no year. */
const YEAR = "(?<y>(?:19|20)\\d\\d)(?!\\d|\\s+(?:faits?|infractions?|délits?|crimes?|cambriolages?|vols?)(?!\\p{L}))";
const SHORT = `(?:${YEAR}|(?<yy>\\d\\d)(?![\\p{L}\\d]|\\s+\\p{L}))`;
const MONTH = `(?:${MONTHS.join("|")}|fevrier|aout|decembre|janv|fév|fev|févr|fevr|avr|juil|sept?|oct|nov|déc|dec)${NOTHING}\\.?`;
const RANK =
  "(?:1\\s?(?:er|re|ᵉʳ)|[2-4]\\s?(?:e|è|[eè]me|nde?|ᵉ)|premier|deuxième|second|troisième|quatrième|i{1,3}|iv)";
const PART = `(?:trimestre|trim\\.?|semestre|sem\\.?)${NOTHING}`;
const DAY = "(?:\\d{1,2}\\s?(?:er)?\\s+)?";
/** How a period or a day is written; a year alone only where another word says that it is one, for it may be a count. */
const PERIODS = [
  `(?:0?[1-9]|[12]\\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]${YEAR}`,
  `(?:0[1-9]|[12]\\d|3[01])[/.-](?:0[1-9]|1[0-2])[/.-](?<yy>\\d\\d)(?![\\p{L}\\d])`,
  `${YEAR}[-/]?[TSQ][1-4]${NOTHING}`,
  `${YEAR}[-/](?:0[1-9]|1[0-2])(?:[-/]\\d\\d)?(?!\\d)`,
  `(?:0?[1-9]|1[0-2])/${YEAR}`,
  `${DAY}${MONTH}(?:\\s*(?:à|a|au|et|,|[-–/])\\s*${DAY}${MONTH})*(?:[\\s'’-]*${SHORT})?`,
  `${RANK}\\s*${PART}(?:\\s*(?:de\\s+)?(?:l['’]année\\s+)?[-/ ]*${SHORT})?`,
  `(?:[TSQ][1-4]|[1-4][TS])(?:[\\s'’/-]*${SHORT})?${NOTHING}`,
  `${YEAR}\\s*[/-]\\s*(?<other>(?:19|20)\\d\\d)(?!\\d)`,
  `(?<=\\b(?:années?|an|exercice|en|depuis|rappel|cumul|bilan|situation|trimestre|semestre)\\s*)${YEAR}`,
].map((pattern) => new RegExp(pattern, "iuy"));

/** A month alone, which may be a person's name too. */
export const isMonth = (text: string): boolean => new RegExp(`^${MONTH}$`, "iu").test(text.trim());

/** A year, or the two digits that end one. */
export const shifted = (year: string, shift: number): string =>
  String((Number(year) + shift + 10_000) % 10 ** year.length).padStart(year.length, "0");

/** How years are moved: by how many, from a year near which they all stand. */
export interface Shift {
  readonly by: number;
  readonly near: number;
}

/** The period that stands at that place of the text, its years shifted. */
export function periodAt(
  text: string,
  at: number,
  { by, near }: Shift,
): { readonly length: number; readonly text: string } | null {
  const isNear = (year: string): boolean => Number(year) >= near - 12 && Number(year) <= near + 1;
  for (const pattern of PERIODS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) continue;
    const { y, other, yy } = found.groups ?? {};
    if (![y, other, yy && `20${yy}`].every((year) => year === undefined || isNear(year))) continue;
    const years = found[0].replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => shifted(year, by));
    return {
      length: found[0].length,
      text: yy === undefined ? years : `${years.slice(0, -2)}${shifted(yy, by)}`,
    };
  }
  return null;
}
