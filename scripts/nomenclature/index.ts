/** The nomenclature, loaded from the YAML files beside this one; the only place that names the statements' files. */
import { readFileSync } from "node:fs";
import { group, oneOf, v, wholeNumber } from "../disk/schema.ts";
import { parseYaml } from "../disk/yaml.ts";
import { type Indicator, type Nomenclature, type StatementDefinition, THEMES } from "../model/nomenclature.ts";
import { isCount, type Observation } from "../model/observation.ts";
import type { Month } from "../model/period.ts";
import { once, remember } from "../model/remember.ts";
import { fold, stripNumber } from "./fold.ts";

export {
  type Commune,
  communeOfCode,
  communesLike,
  communesNamed,
  departementName,
  foldPlace,
  type LikeCommunes,
  likeCommunes,
  populationYear,
  widerArea,
} from "./communes.ts";
export { fold, indexNumbers, stripIndex, stripNumber } from "./fold.ts";
export { type BaseColumns, type BaseScope, baseColumns, HEAD_WITHIN } from "./public-base.ts";
export {
  type Dimension,
  loadPlaceWords,
  loadWords,
  type Measure,
  type Mention,
  type PlaceKey,
  type PlaceWords,
  type Word,
  type Words,
} from "./words.ts";

const FILES = ["is101.yaml", "ist.yaml"] as const;

const month = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  v.transform((text) => text as Month),
);
const lineKeys = {
  id: v.string(),
  label: v.string(),
  short: v.optional(v.string()),
  grave: v.optional(v.boolean(), false),
  covers: v.optional(v.array(v.string()), []),
  aliases: v.optional(v.array(v.string()), []),
  explained: v.optional(v.array(v.string()), []),
  definition: v.optional(v.string(), ""),
};
const indicatorSpec = group({
  ...lineKeys,
  unit: v.string(),
  theme: oneOf(THEMES),
  index: v.optional(v.array(wholeNumber), []),
  denominator: oneOf(["habitants", "logements"]),
  breaks: v.optional(v.array(group({ from: month, reason: v.string() })), []),
  ssmsi: v.optional(v.array(v.string()), []),
  lines: v.optional(v.array(group(lineKeys)), []),
});
const statementSpec = group({
  id: v.string(),
  label: v.string(),
  title: v.string(),
  names: v.array(v.string()),
  source: v.optional(v.string(), "Convention ; SSMSI"),
  indicators: v.array(indicatorSpec),
});

type StatementSpec = v.InferOutput<typeof statementSpec>;

/** Families and their lines in one list, in the order of the file: a family, then its lines. */
function indicatorsOf(spec: StatementSpec): readonly Indicator[] {
  return spec.indicators.flatMap(({ lines, ...own }) => {
    const family: Indicator = { ...own, short: own.short ?? own.label, source: spec.source, family: null };
    return [
      family,
      ...lines.map((line) => ({
        ...family,
        ...line,
        short: line.short ?? line.label,
        index: [],
        breaks: [],
        ssmsi: [],
        family: own.id,
      })),
    ];
  });
}

/**
 * Reads the nomenclature. A fault in one of the files is a UserError that names the file and the line; an id given twice
 * is one too.
 */
export const loadNomenclature = once((): Nomenclature => {
  const statements = FILES.map((name): StatementDefinition => {
    const text = readFileSync(new URL(name, import.meta.url), "utf8");
    const spec = parseYaml(text, `scripts/nomenclature/${name}`, statementSpec);
    return { id: spec.id, label: spec.label, title: spec.title, names: spec.names, indicators: indicatorsOf(spec) };
  });
  return { statements };
});

/** The indicator of that statement and id; undefined for an unknown one. */
export const findIndicator = (n: Nomenclature, statement: string, id: string): Indicator | undefined =>
  n.statements.find((s) => s.id === statement)?.indicators.find((i) => i.id === id);

const anyCase = (words: string): string =>
  words.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

/**
 * Words before the name of a person, whatever their letters and points: « Mme », « MME. », « monsieur », « M. »; « M » before capitals.
 * Source of a regular expression.
 */
export const CIVILITY = `(?:${anyCase("(?:mmes?|mlles?|mr|monsieur|messieurs|madame|mesdames|mademoiselle)")}\\.?|MM?\\.|M(?=[ \u00a0]\\p{Lu}{3}))`;

// "The same line": when two counts, two labels or two deliveries speak of one thing. The one rule, for every stage.

/**
 * A label, whatever its spelling and whatever number stands before or after it: « Rodéos urbains », « 12 - RODEOS URBAINS » and
 * « Rodéo urbain (12) » are one label; « 2 roues volés » and « 4 roues volés » are two.
 */
export const labelKey = remember((label: string) => fold(stripNumber(label)));

/** What a line of the settings declares: a label of one statement, whatever family it stands under. */
export const declaredKey = ({ statement, label }: Pick<Observation, "statement" | "label">): string =>
  `${statement}|${labelKey(label)}`;

/**
 * A line: of the nomenclature, its indicator, whatever it is called and wherever it stands; of no nomenclature, its label and its
 * family (the same label under two families is two lines). "IST|ist-menaces", "IST||tapage|tranquillite salubrite"
 */
export const lineKey = (o: Pick<Observation, "statement" | "indicator" | "label" | "family">): string =>
  o.indicator !== null
    ? `${o.statement}|${o.indicator}`
    : `${o.statement}||${labelKey(o.label)}|${o.family === null ? "" : labelKey(o.family)}`;

/** Honest counts of a quiet town repeat: a copy is spoken of where less than one pair of quarters in a hundred would. */
const RARE = 0.01;

/** Of a count whose mean is itself, the chance to come out again: none is certain, 1 two times in five, 10 one time in eight. */
const chanceOf = (count: number): number => {
  let chance = Math.exp(-count);
  for (let k = 1; k <= count; k++) chance *= count / k;
  return chance;
};

const valuesOf = (column: readonly Observation[]): ReadonlyMap<string, number> =>
  new Map(column.filter(isCount).map((o) => [lineKey(o), o.value]));

/** Are all the figures of the one those of the other, and hardly by chance? */
export function isCopy(one: readonly Observation[], other: readonly Observation[]): boolean {
  const known = valuesOf(other);
  let chance = 1;
  for (const [line, value] of valuesOf(one)) {
    if (known.get(line) !== value) return false;
    chance *= chanceOf(value);
  }
  return chance < RARE;
}
