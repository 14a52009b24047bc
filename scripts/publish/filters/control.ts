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
function textWords(role: keyof typeof ROLES, means: string | null): string {
  const word = ROLES[role];
  if (means === null) return `${word} · sans effet sur la lecture`;
  const rest = means.startsWith(word) ? means.slice(word.length).replace(/^\s*:?\s*/, "") : means;
  return rest === "" ? word : `${word} · ${rest}`;
}

/** "nombre T1 2026 · PN" */
function countWords({ kind, force, period }: Observation): string {
  const who = force === "ensemble" ? "" : ` · ${force}`;
  return `${kind === "total" ? "total transmis" : "nombre"} ${formatPeriodShort(period)}${who}`;
}

const because = (what: string, why: string): string => (why === "" ? what : `${what}${NBSP}: ${why}`);

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
      return because("ignoré", reading.why);
    case "not-understood":
      return because("non compris", reading.why);
  }
}
