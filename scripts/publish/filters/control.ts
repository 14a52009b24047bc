/** Words and identifiers of the control sheet. */
import { hash } from "node:crypto";
import { formatPeriodShort } from "../../model/format.ts";
import type { Reading } from "../../model/observation.ts";
import { showHidden } from "./printable.ts";

/** HTML id of a source cell, from its provenanceKey, before or after `printable`: "2026-T1/IS 101.xls#Feuil1!4:3" => "s-8c1f0e5a2b". */
export const sourceId = (key: string): string => `s-${hash("sha256", showHidden(key)).slice(0, 10)}`;

/** Letters of a spreadsheet column, from 0: 0 => "A", 27 => "AB". */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const ROLES = { title: "titre", caption: "légende", header: "en-tête", label: "ligne" } as const;
const MEASURES = {
  change: "évolution imprimée",
  "change-percent": "évolution imprimée",
  rate: "taux imprimé",
  other: "imprimé",
} as const;

/** What a cell was read as: a word, a detail of a few words, and the reasons. */
export interface ReadingWords {
  readonly word: string;
  readonly detail: string;
  readonly because: readonly string[];
}

export function readingWords(reading: Reading): ReadingWords {
  switch (reading.kind) {
    case "empty":
      return { word: "", detail: "", because: [] };
    case "count": {
      const { force, period, kind } = reading.observation;
      const word = kind === "total" ? "total transmis" : "nombre";
      const who = force === "ensemble" ? "" : ` · ${force}`;
      return { word, detail: `${formatPeriodShort(period)}${who}`, because: reading.because };
    }
    case "printed":
      return { word: MEASURES[reading.figure.measure], detail: "", because: reading.because };
    case "text":
      // "ligne : Homicides" => "ligne" and "Homicides": the word is not said twice
      return {
        word: ROLES[reading.role],
        detail: reading.means.replace(new RegExp(`^${ROLES[reading.role]}\\s*:?\\s*`), ""),
        because: [],
      };
    case "ignored":
      return { word: "ignoré", detail: reading.why, because: [] };
    case "not-understood":
      return { word: "non compris", detail: reading.why, because: [] };
  }
}
