/** Every text parsed into what it says (said.ts). */
import type { Nomenclature } from "../../model/nomenclature.ts";
import type { Force, StatementId } from "../../model/observation.ts";
import { remember } from "../../model/remember.ts";
import type { Settings } from "../../model/settings.ts";
import { fold, type Words } from "../../nomenclature/index.ts";
import { readDeclaredWords } from "./declared-words.ts";
import { createOwnName } from "./own-name.ts";
import { findPeriods, normalise } from "./period-text.ts";
import { dimensionOf, forceOf, forcesOf, measureOf, measuresOf, parseSegment } from "./phrases.ts";
import { type Facets, LONGEST } from "./said.ts";

export type FacetParser = (text: string) => Facets;

/** "I.S. 101" => a pattern that also finds "is101", "IS-101", "I S 101" as a word of its own in a normalised text. */
function statementPattern(name: string): RegExp {
  const letters = normalise(name).replace(/[^a-z0-9 ]/g, "");
  const body = [...letters.replace(/ /g, "")].map((c) => c).join("[ .\\-°]*");
  const words = letters.includes(" ") && letters.length > 8 ? letters.split(" ").join("[ .'-]+") : body;
  return new RegExp(`(?<![a-z0-9])${words}(?![a-z0-9])\\.?`, "g");
}

/** Stands for the name of a statement. */
const NAME_MARK = "\u0002";

/** The last: before whom a letter is for, « Le chef de la circonscription, à Monsieur le Maire de … ». */
const BREAKS = /\s-\s|[:|()[\];,\n·•]|\s\/\s|\s-$|^-\s|(?:^|\s)(?:a\s)?(?=(?:monsieur|madame) l[ea] maire(?![a-z]))/;

/** "Police (2)", "T1 2026 (1)", but not "Trimestre (1)": a mark that sends to a note says nothing. */
const FOOTNOTE =
  /^(.*[a-z0-9)](?<!(?:^|[^a-z])(?:t|s|q|n°?|no|mois|annee|index|trim(?:estre)?|sem(?:estre)?)))\s*\([1-9]\)$/;

/** "1. Zone police", "II - Gendarmerie", "(2) Police": but "1. trimestre" is a quarter. */
const NUMBERING =
  /^\s*\(\d\)\s+(?=(?:zone )?(?:police|gendarmerie)(?: nationale)?$)|^\s*(?:\d{1,2}|[ivx]{1,4}|[a-h])(?:\s?[.)]|\s?°\)?|\s-)\s+(?=[a-z])(?!t\b|s\b|trim|sem)/;

/** "+/-", "+ / -", "Δ", "N/N-1": heads a column of changes. */
const PLUS_OR_MINUS = /(?<![a-z0-9])[+±]\s*\/\s*-(?![a-z0-9])|±|δ|^n\s*\/\s*n\s*-\s*1$/g;

/** "Var. 25/26": the years that it compares. */
const YEARS_COMPARED =
  /(?<=^(?:evol\w*|var\w*|ecart|diff\w*)\.?(?: en (?:%|nombre|nb))? \(?)(\d{2})\s*([/-])\s*(\d{2})(?=\)?(?: en (?:%|nombre|nb|valeur|pourcentage))?$)/;

/** "pour 10 000", "pour 100.000": of so many persons or homes. */
const PER_MANY = /(?<=(?:^|[^a-z])pour )1(?:0{3,5}|0{0,2}[ .]000)(?!\d)/g;

/** "Σ", in lower case: a total. */
const SUM = /[σς∑]/g;

/** "Moy. 5 ans", "Moyenne des cinq dernières années": a mean, whatever its years. */
const MEAN =
  /(?<![a-z0-9])moy(?:enne)?s?\.?(?: \S+){0,4}?\s+(?:\d{1,2}|trois|quatre|cinq|dix)\s+(?:dernier(?:e)?s )?(?:ans|annees)(?![a-z0-9])/g;

/** "Ens.", which folding would make of the word "en". */
const ENSEMBLE = /(?<![a-z0-9])ens(?![a-z0-9])\.?/g;

const BY_ONE =
  "(?:la |les |le |zone )?(?:(?:services?|unites?|brigades?|communaute de brigades|compagnie|peloton|commissariat) (?:territoriale |autonome )?de )?(?:la )?(police|gendarmerie)";
/** "à Valmont", "sur la commune de Valmont", and no other verb: « et transmis par la police ». */
const WHERE = "(?: (?:a|au|aux|sur|dans|en) (?:(?!transmi|communiqu|fourni|adresse|etabli|envoye)[^,.;:|()]){1,60}?)?";

/**
 * "faits constatés par la police nationale sur la commune", "faits constatés à Valmont par la brigade de gendarmerie": the force is said outright although other words follow; "par la police et
 * la gendarmerie nationales" are both.
 */
const BY_FORCE = new RegExp(
  String.raw`(?:constatee?s?|enregistree?s?|relevee?s?|recensee?s?|traitee?s?)${WHERE}\s+(?:par|en)\s+${BY_ONE}(?:(?: nationale)?(?:,| et| ou| ainsi que)(?: par| en)? ${BY_ONE})?`,
);

/** The forces that the text says to have recorded the facts. */
const forcesRecording = (text: string): readonly Force[] =>
  (BY_FORCE.exec(text)?.slice(1) ?? []).flatMap((name) =>
    name === "police" ? "PN" : name === "gendarmerie" ? "GN" : [],
  );

/** What a text is parsed by. */
interface Knowledge {
  readonly words: Words;
  /** The names of the statements. */
  readonly names: readonly { readonly id: StatementId; readonly pattern: RegExp }[];
  /** What the settings say of this text; undefined: nothing. */
  readonly declaredOf: (text: string) => Partial<Facets> | undefined;
  /** The commune's name, a word of its own, as `normalise` leaves it; undefined before the settings say one. */
  readonly own: RegExp | undefined;
  /** Its name and its code, folded. */
  readonly commune: readonly string[];
  /** The text with the commune's name in full, where it is cut short. */
  readonly writeOut: (text: string) => string;
}

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
  const knowledge: Knowledge = {
    words,
    names: nomenclature.statements.flatMap((s) =>
      s.names.map((name) => ({ id: s.id, pattern: statementPattern(name) })),
    ),
    declaredOf: (text) => (declared.size === 0 ? undefined : declared.get(fold(text))),
    // « Mer » is no part of « gendarmerie »
    own: settings.isDefault
      ? undefined
      : new RegExp(`(?<![a-z0-9])${RegExp.escape(normalise(settings.commune.name))}(?![a-z0-9])`, "g"),
    commune: [settings.commune.name, settings.commune.insee ?? ""].map(fold).filter((t) => t !== ""),
    writeOut: createOwnName(settings),
  };
  return remember((text) => parseStart(text, knowledge));
}

/** What is left of a longer text is not understood. */
function parseStart(text: string, knowledge: Knowledge): Facets {
  if (text.length <= LONGEST) return parse(text, knowledge);
  const facets = parse(text.slice(0, LONGEST), knowledge);
  return { ...facets, residual: `${facets.residual} …`.trim() };
}

function parse(text: string, knowledge: Knowledge): Facets {
  const facets = parseText(knowledge.writeOut(text), knowledge);
  const told = knowledge.declaredOf(text);
  if (!told) return facets;
  const isPeriodTold = told.periods !== undefined;
  const days = isPeriodTold ? { unreadable: [], until: [] } : {};
  return { ...facets, residual: "", weakForce: null, ...days, ...told, declared: true, isPeriodTold };
}

/** A text without its number, marks and signs, which would split it or hide what it says. */
const withoutSigns = (text: string): string =>
  normalise(text)
    .replace(NUMBERING, "")
    .replace(FOOTNOTE, "$1")
    .replace(PLUS_OR_MINUS, " ecart ")
    .replace(YEARS_COMPARED, "20$1$220$3")
    .replace(PER_MANY, "1000")
    .replace(SUM, " total ")
    .replace(MEAN, "moyenne")
    .replace(ENSEMBLE, "ensemble");

/** The statements that a text names, and the text with a mark in the place of each name. */
function findStatements(text: string, names: Knowledge["names"]) {
  const statements = new Set<StatementId>();
  let rest = text;
  for (const { id, pattern } of names) {
    const without = rest.replace(pattern, ` | ${NAME_MARK} | `);
    if (without !== rest) statements.add(id);
    rest = without;
  }
  return { statements: [...statements], rest };
}

function parseText(text: string, { words, names, declaredOf, own, commune }: Knowledge): Facets {
  const { statements, rest } = findStatements(withoutSigns(text), names);
  const periods = findPeriods(rest);
  const pieces = periods.rest.split(BREAKS).map((s) => s.trim());
  const nameAt = pieces.indexOf(NAME_MARK);
  // "Saint-X ZPN - T1 2026": in a title, the commune's name keeps no word from being understood
  const isTitle = statements.length > 0 || periods.parts.length > 0;
  const facets = pieces
    .filter((piece) => piece !== NAME_MARK && !commune.includes(fold(piece)) && !declaredOf(piece))
    .map((piece) => parseSegment(own && isTitle ? piece.replaceAll(own, " ") : piece, words));
  const declaredParts = pieces.map(declaredOf).filter((f) => f !== undefined);
  const residual = facets.flatMap((s) => s.unknown).join(" ");
  const explained = facets.filter((s) => s.unknown.length === 0).flatMap((s) => s.words);
  const unexplained = facets.filter((s) => s.unknown.length > 0).flatMap((s) => s.words);
  const force = forceOf([...forcesOf(explained), ...declaredParts.flatMap((f) => (f.force ? [f.force] : []))]);
  const total = explained.some((w) => w.some((x) => x.kind === "total"));
  const content = force !== null || periods.parts.length > 0 || statements.length > 0;
  const dimension = content || total ? null : dimensionOf(explained); // "Total année": a total, and no column of years
  const folded = fold(text);
  const measures = [...measuresOf(explained), ...declaredParts.flatMap((f) => (f.measure ? [f.measure] : []))];
  return {
    statements: [...statements, ...declaredParts.flatMap((f) => f.statements ?? [])],
    segments: pieces.flatMap((piece, i) =>
      piece === NAME_MARK || declaredOf(piece) !== undefined ? [] : [{ text: piece, beforeName: i < nameAt }],
    ),
    ours: declaredParts.some((f) => f.ours === true),
    periods: [...periods.parts, ...declaredParts.flatMap((f) => f.periods ?? [])],
    unreadable: periods.unreadable,
    until: periods.until,
    force: force ?? forceOf(forcesRecording(rest)),
    total,
    measure: measureOf(measures),
    dimension,
    residual,
    mentions: words.mentions.flatMap(([mention, found]) => (found.test(folded) ? [mention] : [])),
    weakForce: forceOf(forcesOf(unexplained)),
    ignored: declaredParts.some((f) => f.ignored === true),
    declared: false,
    isPeriodTold: false,
  };
}
