/** The known phrases of a text (words.yaml), and what they say together. */
import type { Force } from "../../model/observation.ts";
import { type Dimension, fold, type Measure, type Word, type Words } from "../../nomenclature/index.ts";

export interface Segment {
  readonly words: readonly Word[][];
  readonly unknown: readonly string[];
}

/** "p.n.", "p.n" => "pn" */
const joinInitials = (text: string): string =>
  text.replace(/(?<![a-z])[a-z](?:\.[a-z])+(?![a-z])\.?/g, (m) => `${m.replaceAll(".", "")} `);

/** "faits constatés par la police" => [count] [filler] [filler] [PN]; greedy, the longest phrase first. */
export function parseSegment(text: string, words: Words): Segment {
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

/** One force, or both together. */
export const forceOf = (forces: readonly Force[]): Force | null => {
  if (forces.length === 0) return null;
  const distinct = new Set(forces);
  const [only] = distinct;
  return distinct.size === 1 && only ? only : "ensemble";
};

/** Most specific first: a measure that is not a count decides over "nombre de faits". */
const MEASURE_ORDER: readonly Measure[] = ["other", "rate", "change-percent", "change", "count"];
export const strongestOf = (measures: readonly (Measure | null)[]): Measure | null =>
  MEASURE_ORDER.find((m) => measures.includes(m)) ?? null;

/** "% élucidés" is a rate of its kind, "Évolution %" a change in per cent: the pair decides. */
export function measureOf(measures: readonly (Measure | null)[]): Measure | null {
  const has = (m: Measure) => measures.includes(m);
  if (has("change") && (has("change-percent") || has("rate"))) return "change-percent";
  return strongestOf(measures);
}

export const forcesOf = (words: readonly (readonly Word[])[]): Force[] =>
  words.flatMap((w) => w.flatMap((x) => (x.kind === "force" ? [x.force] : [])));
export const measuresOf = (words: readonly (readonly Word[])[]): Measure[] =>
  words.flatMap((w) => w.flatMap((x) => (x.kind === "measure" ? [x.measure] : [])));

/** The first phrase that names a dimension, unless it is also a mere filler in a longer text. */
export function dimensionOf(words: readonly (readonly Word[])[]): Dimension | null {
  const alone = words.length === 1;
  const found = words.flatMap((w) => (alone || !w.some((y) => y.kind === "filler") ? w : []));
  const dimensions = found.flatMap((x) => (x.kind === "dimension" ? [x.dimension] : []));
  // "Index / Libellé" heads the column of labels
  return dimensions.find((d) => d === "indicator") ?? dimensions[0] ?? null;
}
