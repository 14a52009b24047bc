/** The nomenclature, loaded from the YAML files beside this one; the only place that names the statements' files. */
import { readFileSync } from "node:fs";
import { group, oneOf, v, wholeNumber } from "../disk/schema.ts";
import { parseYaml } from "../disk/yaml.ts";
import { type Indicator, type Nomenclature, type StatementDefinition, THEMES } from "../model/nomenclature.ts";
import type { Force } from "../model/observation.ts";
import type { Month } from "../model/period.ts";
import { once } from "../model/remember.ts";

export { withBlankFamilies } from "./blank-families.ts";
export { CIVILITY } from "./civility.ts";
export { closesLetter } from "./closing.ts";
export {
  type Commune,
  communeOfCode,
  communesLike,
  communesNamed,
  departementName,
  foldPlace,
  isPostCode,
  plainNames,
  populationYear,
  widerArea,
} from "./communes.ts";
export { fold, indexNumbers, stripIndex, stripNumber } from "./fold.ts";
export { type Legend, legendsIn, markOf } from "./legend.ts";
export { type LikeCommunes, likeCommunes } from "./like-communes.ts";
export { declaredKey, figureKey, isPartOfLine, labelKey, lineKey } from "./line.ts";
export { createOrdinaryWords } from "./ordinary-words.ts";
export { createOwnCommune, initialsOf, OWN_NAMES, type OwnName, ownForms } from "./own-commune.ts";
export { loadPlaceWords, type PlaceKey, type PlaceWords } from "./place-words.ts";
export { type BaseColumns, type BaseScope, baseColumns, HEAD_WITHIN } from "./public-base.ts";
export { copiedLines, isCopy } from "./same-figures.ts";
export { type Dimension, loadWords, type Measure, type Mention, type Word, type Words } from "./words.ts";

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
  headline: v.optional(v.string()),
  occasional: v.optional(v.boolean()),
  front: v.optional(wholeNumber),
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
  contraventions: v.optional(v.boolean()),
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
      lines.length > 0 ? { ...family, hasLines: true } : family,
      ...lines.map((line) => ({
        ...family,
        ...line,
        short: line.short ?? line.label,
        index: [],
        breaks: [],
        ssmsi: [],
        front: line.front,
        headline: line.headline,
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

const familiesOfContraventions = once(
  (): ReadonlySet<string> =>
    new Set(
      loadNomenclature().statements.flatMap((s) => s.indicators.flatMap((i) => (i.contraventions ? [i.id] : []))),
    ),
);

/**
 * The statistics of the gendarmerie leave contraventions out (CNIS, 26 November 2013): what it leaves blank in a family of them may be
 * « not counted », and is no zero unless a legend says so of it.
 */
export const mayBeUncounted = (force: Force, family: string | null): boolean =>
  force === "GN" && family !== null && familiesOfContraventions().has(family);
