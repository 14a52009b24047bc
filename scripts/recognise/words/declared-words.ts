/** The words of the settings: what the operator has said of a text, in one file or in all. */
import type { Force } from "../../model/observation.ts";
import { parsePeriodKey } from "../../model/period.ts";
import type { DeclaredWord, Settings } from "../../model/settings.ts";
import { fold, type Measure } from "../../nomenclature/index.ts";
import { type Facets, NOTHING } from "./said.ts";

/** Folded text => what it changes of the text's own facets. `file` null: only what is said of all files. */
export function readDeclaredWords(settings: Settings, file: string | null): ReadonlyMap<string, Partial<Facets>> {
  const own = settings.words.filter((w) => w.file === null || w.file === file);
  const columns = settings.ignoredColumns.map((text) => [fold(text), ignored()] as const);
  return new Map<string, Partial<Facets>>([...own.map((w) => [fold(w.text), declaredFacets(w)] as const), ...columns]);
}

const ignored = (): Facets => ({ ...NOTHING, ignored: true });

const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ["nombre", "count"],
  ["evolution", "change"],
  ["pourcentage", "change-percent"],
  ["taux", "rate"],
  ["autre", "other"],
]);

const FORCES: ReadonlyMap<string, Force> = new Map([
  ["police", "PN"],
  ["gendarmerie", "GN"],
  ["ensemble", "ensemble"],
]);

/** What a word of the settings changes of the text's own facets: `{ texte: "Nb", lecture: nombre }`. */
function declaredFacets({ reading }: DeclaredWord): Partial<Facets> {
  if (reading === "ignorer") return ignored();
  if (reading === "commune") return { ours: true, dimension: null };
  const period = parsePeriodKey(reading);
  if (period) return { periods: [{ full: period }], dimension: null };
  const measure = MEASURES.get(reading);
  if (measure) return { measure, dimension: null };
  const force = FORCES.get(reading);
  return force ? { force, total: false, dimension: null } : { statements: [reading] };
}
