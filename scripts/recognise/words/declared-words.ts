/** The words of the settings: what the operator has said of a text, in one file or in all. */
import { parsePeriodKey } from "../../model/period.ts";
import type { DeclaredWord, Settings } from "../../model/settings.ts";
import { fold } from "../../nomenclature/index.ts";
import { type Facets, NOTHING } from "./said.ts";

const IGNORED: Facets = { ...NOTHING, ignored: true };

/** What a word of the settings changes of the text's own facets: `{ texte: "Nb", lecture: nombre }`. */
const READINGS: ReadonlyMap<string, Partial<Facets>> = new Map<string, Partial<Facets>>([
  ["ignorer", IGNORED],
  ["commune", { ours: true }],
  ["nombre", { measure: "count" }],
  ["evolution", { measure: "change" }],
  ["pourcentage", { measure: "change-percent" }],
  ["taux", { measure: "rate" }],
  ["autre", { measure: "other" }],
  ["police", { force: "PN", total: false }],
  ["gendarmerie", { force: "GN", total: false }],
  ["ensemble", { force: "ensemble", total: false }],
]);

/** Folded text => what it changes of the text's own facets. `file` null: only what is said of all files. */
export function readDeclaredWords(settings: Settings, file: string | null): ReadonlyMap<string, Partial<Facets>> {
  const facetsOf = ({ reading }: DeclaredWord): Partial<Facets> => {
    const period = parsePeriodKey(reading);
    const said = READINGS.get(reading) ?? (period ? { periods: [{ full: period }] } : undefined);
    return said ? { ...said, dimension: null } : { statements: [reading] };
  };
  const own = settings.words.filter((w) => w.file === null || w.file === file);
  return new Map(own.map((w) => [fold(w.text), facetsOf(w)]));
}
