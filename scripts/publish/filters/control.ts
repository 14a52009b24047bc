/** Words of the control sheet. */
import { formatPeriodShort, NBSP } from "../../model/format.ts";
import type { Observation, Reading } from "../../model/observation.ts";

const ROLES = { title: "titre", caption: "légende", header: "en-tête", label: "ligne" } as const;
const MEASURES = {
  change: "évolution imprimée",
  "change-percent": "évolution imprimée",
  rate: "taux imprimé",
  other: "imprimé",
} as const;

/** "ligne : Homicides" => "ligne · Homicides": the word is not said twice. */
function textWords(role: keyof typeof ROLES, means: string): string {
  const word = ROLES[role];
  const rest = means.startsWith(word) ? means.slice(word.length).replace(/^\s*:?\s*/, "") : means;
  return rest === "" ? word : `${word} · ${rest}`;
}

/** "nombre T1 2026 · PN" */
function countWords({ kind, force, period }: Observation): string {
  const who = force === "ensemble" ? "" : ` · ${force}`;
  return `${kind === "total" ? "total transmis" : "nombre"} ${formatPeriodShort(period)}${who}`;
}

/** What a cell was read as, in a few words: "nombre T1 2026 · PN", "ligne Homicides", "ignoré : rang". */
export function readingWords(reading: Reading): string {
  switch (reading.kind) {
    case "empty":
      return "";
    case "count":
      return countWords(reading.observation);
    case "printed":
      return MEASURES[reading.figure.measure];
    case "text":
      return textWords(reading.role, reading.means);
    case "ignored":
      return `ignoré${NBSP}: ${reading.why}`;
    case "not-understood":
      return `non compris${NBSP}: ${reading.why}`;
  }
}
