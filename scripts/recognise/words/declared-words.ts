/** The words of the settings: what the operator has said of a text, in one file or in all. */
import type { Force } from "../../model/observation.ts";
import { parsePeriodKey } from "../../model/period.ts";
import type { DeclaredWord, Settings } from "../../model/settings.ts";
import { fold, type Measure } from "../../nomenclature/index.ts";
import { type Facets, NOTHING } from "./facets.ts";

/** Folded text => what it changes of the text's own facets. `file` null: only what is said of all files. */
export function readDeclaredWords(settings: Settings, file: string | null): ReadonlyMap<string, Partial<Facets>> {
  const own = settings.words.filter((w) => w.file === null || w.file === file);
  const ignored = settings.ignoredColumns.map((text) => [fold(text), { ...NOTHING, ignored: true }] as const);
  return new Map<string, Partial<Facets>>([...own.map((w) => [fold(w.text), declaredFacets(w)] as const), ...ignored]);
}

/** What a word of the settings changes of the text's own facets: `{ texte: "Nb", lecture: nombre }`. */
function declaredFacets({ reading }: DeclaredWord): Partial<Facets> {
  const period = parsePeriodKey(reading);
  if (period) return { periods: [{ full: period }], dimension: null };
  const measure = (m: Measure): Partial<Facets> => ({ measure: m, dimension: null });
  const force = (f: Force): Partial<Facets> => ({ force: f, total: false, dimension: null });
  switch (reading) {
    case "ignorer":
      return { ...NOTHING, ignored: true };
    case "nombre":
      return measure("count");
    case "evolution":
      return measure("change");
    case "pourcentage":
      return measure("change-percent");
    case "taux":
      return measure("rate");
    case "autre":
      return measure("other");
    case "police":
      return force("PN");
    case "gendarmerie":
      return force("GN");
    case "ensemble":
      return force("ensemble");
    default:
      return { statements: [reading] };
  }
}
