/** The texts around a table, written as texts; what is in doubt, as plain texts. */
import { type Period, parsePeriodKey, parseQuarterId } from "../../scripts/model/period.ts";
import type { Doubt } from "../../scripts/recognise/layout/outcome.ts";
import type { Line, Surroundings } from "../../scripts/recognise/layout/surroundings.ts";
import { createFacetParser } from "../../scripts/recognise/words/facets.ts";
import { NOMENCLATURE, settingsOf, WORDS } from "./tables.ts";

export const parserOf = (settings = "") => createFacetParser(WORDS, NOMENCLATURE, settingsOf(settings), null);
export interface Texts {
  /** Captions within the table, nearest first. */
  readonly within?: readonly string[];
  /** Nearest first. */
  readonly near?: readonly string[];
  readonly far?: readonly string[];
  readonly sheet?: string;
  readonly file?: string;
  readonly folder?: string;
  readonly settings?: string;
  readonly isOneOfPair?: boolean;
}
export function around({
  within = [],
  near = [],
  far = [],
  sheet = "Feuil1",
  file = "etat",
  folder,
  settings,
  isOneOfPair = false,
}: Texts): Surroundings {
  const parse = parserOf(settings);
  const line = (text: string, where: Line["where"]): Line => ({ text, facets: parse(text), cell: null, where });
  return {
    lines: [
      ...within.map((t) => line(t, "within")),
      ...near.map((t) => line(t, "above")),
      ...far.map((t) => line(t, "top")),
    ],
    notes: [],
    sheet: line(sheet, "top"),
    file: line(file, "top"),
    isOneOfPair,
    folder: folder === undefined ? null : (parseQuarterId(folder) ?? null),
  };
}
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
export const readings = (doubt: Doubt | undefined) => ({
  text: doubt?.text,
  readings: doubt?.readings.map(plain),
  may: doubt?.asks?.may,
  ...(doubt?.hint === undefined ? {} : { hint: doubt.hint }),
});
export const period = (key: string): Period => {
  const found = parsePeriodKey(key);
  if (!found) throw new Error(key);
  return found;
};
