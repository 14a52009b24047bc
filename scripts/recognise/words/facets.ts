/** Every text parsed into facets: which statement, period, force, measure it says, and what is left unexplained. */

import type { Nomenclature } from "../../model/nomenclature.ts";
import type { Force, StatementId } from "../../model/observation.ts";
import type { Settings } from "../../model/settings.ts";
import { type Dimension, fold, type Measure, type Words } from "../../nomenclature/index.ts";
import type { PeriodPart } from "../periods/part.ts";
import { findPeriods, normalise } from "../periods/text.ts";
import { readDeclaredWords } from "./declared-words.ts";
import { dimensionOf, forceOf, forcesOf, measureOf, measuresOf, parseSegment } from "./phrases.ts";

/** What one text says, or the texts along one axis together. */
export interface Said {
  readonly statements: readonly StatementId[];
  readonly periods: readonly PeriodPart[];
  readonly force: Force | null;
  /** "Total", "Ensemble total": of forces, of months or of lines, as its neighbours say. */
  readonly total: boolean;
  readonly measure: Measure | null;
  readonly dimension: Dimension | null;
  /** The operator has said to ignore it. */
  readonly ignored: boolean;
}

export const NOTHING_SAID: Said = {
  statements: [],
  periods: [],
  force: null,
  total: false,
  measure: null,
  dimension: null,
  ignored: false,
};

/** What one text says, and what of it is not understood. */
export interface Facets extends Said {
  /** Ranges of days and the like, which are no span of whole months. */
  readonly unreadable: readonly string[];
  /** Words that say nothing we know. Empty: the text is understood whole. */
  readonly residual: string;
  /** A force stands among words that are not understood: "Direction de la Police nationale du …". */
  readonly weakForce: Force | null;
  /** The operator has said how to read it: it is in no doubt. */
  readonly declared: boolean;
}

/** An empty text. */
export const NOTHING: Facets = { ...NOTHING_SAID, unreadable: [], residual: "", weakForce: null, declared: false };

/** Does the text say anything that is known? */
export const saysSomething = (f: Said): boolean =>
  f.statements.length > 0 ||
  f.periods.length > 0 ||
  f.force !== null ||
  f.total ||
  f.measure !== null ||
  f.dimension !== null;

/** Is every word of it known? */
export const isExplained = (f: Facets): boolean => f.residual === "" && f.unreadable.length === 0;

/** Does it say something, and is every word of it known? */
export const isUnderstood = (f: Facets): boolean => saysSomething(f) && isExplained(f);

/** Numbers under no word for a measure are counts. */
export const isCount = ({ measure }: Pick<Said, "measure">): boolean => measure === null || measure === "count";

export type FacetParser = (text: string) => Facets;

/** "I.S. 101" => a pattern that also finds "is101", "IS-101", "I S 101" as a word of its own in a normalised text. */
function statementPattern(name: string): RegExp {
  const letters = normalise(name).replace(/[^a-z0-9 ]/g, "");
  const body = [...letters.replace(/ /g, "")].map((c) => c).join("[ .\\-°]*");
  const words = letters.includes(" ") && letters.length > 8 ? letters.split(" ").join("[ .'-]+") : body;
  return new RegExp(`(?<![a-z0-9])${words}(?![a-z0-9])\\.?`, "g");
}

const BREAKS = /\s-\s|[:|()[\];,\n·•]|\s\/\s|\s-$|^-\s/;

/** "Police (2)", "T1 2026 (1)", but not "Trimestre (1)": a mark that sends to a note says nothing. */
const FOOTNOTE =
  /^(.*[a-z0-9)](?<!(?:^|[^a-z])(?:t|s|q|n°?|no|mois|annee|index|trim(?:estre)?|sem(?:estre)?)))\s*\([1-9]\)$/;

/** "faits constatés par la police nationale sur la commune": the force is said outright although other words follow. */
const BY_FORCE =
  /(?:constates?|enregistres?|releves?|recenses?|traites?)\s+(?:par|en)\s+(?:la |les |zone )?(?:services? de |unites? de )?(?:la )?(police|gendarmerie)/;

/**
 * A parser of texts, for one file (the settings may speak of one file only). Results are remembered: a grid repeats its texts.
 */
export function createFacetParser(
  words: Words,
  nomenclature: Nomenclature,
  settings: Settings,
  file: string | null,
): FacetParser {
  const declared = readDeclaredWords(settings, file);
  const names = nomenclature.statements.flatMap((s) =>
    s.names.map((name) => ({ id: s.id, pattern: statementPattern(name) })),
  );
  const commune = [settings.commune.name, settings.commune.insee ?? ""].map(fold).filter((t) => t !== "");
  const memory = new Map<string, Facets>();

  const declaredOf = (text: string): Partial<Facets> | undefined =>
    declared.size === 0 ? undefined : declared.get(fold(text));
  const parse = (text: string): Facets => {
    const own = declaredOf(text);
    return own
      ? { ...parseText(text), residual: "", unreadable: [], weakForce: null, ...own, declared: true }
      : parseText(text);
  };
  const parseText = (text: string): Facets => {
    let rest = normalise(text).replace(FOOTNOTE, "$1");
    const statements: StatementId[] = [];
    for (const { id, pattern } of names) {
      const without = rest.replace(pattern, " | ");
      if (without !== rest && !statements.includes(id)) statements.push(id);
      rest = without;
    }
    const byForce = BY_FORCE.exec(rest)?.[1];
    const periods = findPeriods(rest);
    const segments = periods.rest.split(BREAKS).map((s) => ({ text: s, ...parseSegment(s, words) }));
    const facets = segments.filter((s) => declaredOf(s.text) === undefined);
    const declaredParts = segments.map((s) => declaredOf(s.text)).filter((f) => f !== undefined);
    const residual = facets
      .filter((s) => s.unknown.length > 0 && !commune.includes(fold(s.text)))
      .flatMap((s) => s.unknown)
      .join(" ");
    const explained = facets.filter((s) => s.unknown.length === 0).flatMap((s) => s.words);
    const unexplained = facets.filter((s) => s.unknown.length > 0).flatMap((s) => s.words);
    const force = forceOf([...forcesOf(explained), ...declaredParts.flatMap((f) => (f.force ? [f.force] : []))]);
    const content = force !== null || periods.parts.length > 0 || statements.length > 0;
    const measures = [...measuresOf(explained), ...declaredParts.flatMap((f) => (f.measure ? [f.measure] : []))];
    return {
      statements: [...statements, ...declaredParts.flatMap((f) => f.statements ?? [])],
      periods: [...periods.parts, ...declaredParts.flatMap((f) => f.periods ?? [])],
      unreadable: periods.unreadable,
      force: force ?? (byForce === "police" ? "PN" : byForce === "gendarmerie" ? "GN" : null),
      total: explained.some((w) => w.some((x) => x.kind === "total")),
      measure: measureOf(measures),
      dimension: content ? null : dimensionOf(explained),
      residual,
      weakForce: forceOf(forcesOf(unexplained)),
      ignored: declaredParts.some((f) => f.ignored === true),
      declared: false,
    };
  };
  return (text) => {
    const known = memory.get(text);
    if (known) return known;
    const facets = parse(text);
    memory.set(text, facets);
    return facets;
  };
}
