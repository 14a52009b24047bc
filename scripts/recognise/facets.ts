/** Every text parsed into facets: which statement, period, force, measure it says, and what is left unexplained. */

import type { Nomenclature } from "../model/nomenclature.ts";
import type { Force, StatementId } from "../model/observation.ts";
import { parsePeriodKey } from "../model/period.ts";
import type { DeclaredWord, Settings } from "../model/settings.ts";
import { type Dimension, fold, type Measure, type Word, type Words } from "../nomenclature/index.ts";
import type { PeriodPart } from "./period-part.ts";
import { findPeriods, normalise } from "./period-text.ts";

/** What one text says. */
export interface Facets {
  readonly statements: readonly StatementId[];
  readonly periods: readonly PeriodPart[];
  /** Ranges of days and the like, which are no span of whole months. */
  readonly unreadable: readonly string[];
  readonly force: Force | null;
  /** "Total", "Ensemble total": of forces, of months or of lines, as its neighbours say. */
  readonly total: boolean;
  readonly measure: Measure | null;
  readonly dimension: Dimension | null;
  /** Words that say nothing we know. Empty: the text is understood whole. */
  readonly residual: string;
  /** A force stands among words that are not understood: "Direction de la Police nationale du …". */
  readonly weakForce: Force | null;
  /** The operator has said to ignore it. */
  readonly ignored: boolean;
  /** The operator has said how to read it: it is in no doubt. */
  readonly declared: boolean;
}

const NOTHING: Facets = {
  statements: [],
  periods: [],
  unreadable: [],
  force: null,
  total: false,
  measure: null,
  dimension: null,
  residual: "",
  weakForce: null,
  ignored: false,
  declared: false,
};

/** Does the text say anything that is known? */
export const saysSomething = (f: Facets): boolean =>
  f.statements.length > 0 ||
  f.periods.length > 0 ||
  f.force !== null ||
  f.total ||
  f.measure !== null ||
  f.dimension !== null;

/** Is every word of it known? */
export const isExplained = (f: Facets): boolean => f.residual === "" && f.unreadable.length === 0;

export type FacetParser = (text: string) => Facets;

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

/** "I.S. 101" => a pattern that also finds "is101", "IS-101", "I S 101" as a word of its own in a normalised text. */
function statementPattern(name: string): RegExp {
  const letters = normalise(name).replace(/[^a-z0-9 ]/g, "");
  const body = [...letters.replace(/ /g, "")].map((c) => c).join("[ .\\-°]*");
  const words = letters.includes(" ") && letters.length > 8 ? letters.split(" ").join("[ .'-]+") : body;
  return new RegExp(`(?<![a-z0-9])${words}(?![a-z0-9])\\.?`, "g");
}

/** Most specific first: a measure that is not a count decides over "nombre de faits". */
const MEASURE_ORDER: readonly Measure[] = ["other", "rate", "change-percent", "change", "count"];
const strongest = (measures: readonly Measure[]): Measure | null =>
  MEASURE_ORDER.find((m) => measures.includes(m)) ?? null;

/** "% élucidés" is a rate of its kind, "Évolution %" a change in per cent: the pair decides. */
function measureOf(measures: readonly Measure[]): Measure | null {
  const has = (m: Measure) => measures.includes(m);
  if (has("change") && (has("change-percent") || has("rate"))) return "change-percent";
  return strongest(measures);
}

const BREAKS = /\s-\s|[:|()[\];,\n·•]|\s\/\s|\s-$|^-\s/;

interface Segment {
  readonly words: readonly Word[][];
  readonly unknown: readonly string[];
}

/** "p.n.", "p.n" => "pn" */
const joinInitials = (text: string): string =>
  text.replace(/(?<![a-z])[a-z](?:\.[a-z])+(?![a-z])\.?/g, (m) => `${m.replaceAll(".", "")} `);

/** Greedy, longest phrase first: "faits constatés par la police" => [count] [filler] [filler] [PN] */
function parseSegment(text: string, words: Words): Segment {
  const tokens = fold(joinInitials(text))
    .split(" ")
    .filter((t) => t !== "");
  const found: Word[][] = [];
  const unknown: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    let taken = 0;
    for (let n = Math.min(words.longest, tokens.length - i); n > 0 && taken === 0; n--) {
      const phrase = words.phrases.get(tokens.slice(i, i + n).join(" "));
      if (phrase) {
        found.push([...phrase]);
        taken = n;
      }
    }
    if (taken === 0) unknown.push(tokens[i] ?? "");
    i += Math.max(1, taken);
  }
  return { words: found, unknown };
}

const forceOf = (forces: readonly Force[]): Force | null => {
  if (forces.length === 0) return null;
  const distinct = new Set(forces);
  const [only] = distinct;
  return distinct.size === 1 && only ? only : "ensemble";
};

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
  const declared = new Map(
    settings.words.filter((w) => w.file === null || w.file === file).map((w) => [fold(w.text), declaredFacets(w)]),
  );
  const ignored = { ...NOTHING, ignored: true };
  for (const column of settings.ignoredColumns) declared.set(fold(column), ignored);
  const names = nomenclature.statements.flatMap((s) =>
    s.names.map((name) => ({ id: s.id, pattern: statementPattern(name) })),
  );
  const commune = [settings.commune.name, settings.commune.insee ?? ""].map(fold).filter((t) => t !== "");
  const memory = new Map<string, Facets>();

  const parse = (text: string): Facets => {
    const own = declared.get(fold(text));
    return own
      ? { ...parseText(text), residual: "", unreadable: [], weakForce: null, ...own, declared: true }
      : parseText(text);
  };
  const parseText = (text: string): Facets => {
    let rest = normalise(text);
    const statements: StatementId[] = [];
    for (const { id, pattern } of names) {
      const without = rest.replace(pattern, " | ");
      if (without !== rest && !statements.includes(id)) statements.push(id);
      rest = without;
    }
    const byForce = BY_FORCE.exec(rest)?.[1];
    const periods = findPeriods(rest);
    const segments = periods.rest.split(BREAKS).map((s) => ({ text: s, ...parseSegment(s, words) }));
    const facets = segments.map((s) => (declared.get(fold(s.text)) ? null : s)).filter((s) => s !== null);
    const declaredParts = segments.map((s) => declared.get(fold(s.text))).filter((f) => f !== undefined);
    const residual = facets
      .filter((s) => !commune.includes(fold(s.text)))
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

const forcesOf = (words: readonly (readonly Word[])[]): Force[] =>
  words.flatMap((w) => w.flatMap((x) => (x.kind === "force" ? [x.force] : [])));
const measuresOf = (words: readonly (readonly Word[])[]): Measure[] =>
  words.flatMap((w) => w.flatMap((x) => (x.kind === "measure" ? [x.measure] : [])));

/** The first phrase that names a dimension, unless it is also a mere filler in a longer text. */
function dimensionOf(words: readonly (readonly Word[])[]): Dimension | null {
  const alone = words.length === 1;
  const found = words.flatMap((w) => (alone || !w.some((y) => y.kind === "filler") ? w : []));
  const dimensions = found.flatMap((x) => (x.kind === "dimension" ? [x.dimension] : []));
  // "Index / Libellé" heads the column of labels
  return dimensions.find((d) => d === "indicator") ?? dimensions[0] ?? null;
}
