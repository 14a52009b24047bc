/** What a lecture's file holds: data/lectures/2026-T1.json, in French, to be read in twenty years without this program. */

import { v, wholeNumber } from "../disk/schema.ts";
import type { RemarkName } from "../model/about.ts";
import { FORMATS } from "../model/grid.ts";
import { type Period, parsePeriodKey, periodKey } from "../model/period.ts";
import { own, received } from "../model/received.ts";
import { RULE_NAMES } from "../model/rules.ts";
import { ANSWERS } from "./answer-forms.ts";
import { as, items, list, named, nullable, type Of, optional } from "./forms.ts";
import { SEALED } from "./sealed-form.ts";

const text = as(v.string());
const texts = list(text);
const count = as(v.pipe(wholeNumber, v.minValue(1)));
const yes = optional(as(v.literal(true)));
const hash = as(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)));
const period = {
  schema: v.pipe(v.string(), v.transform(parsePeriodKey), v.custom<Period>(Boolean)),
  write: periodKey,
};
const periods = {
  schema: v.tuple([period.schema, period.schema]),
  write: (two: readonly Period[]) => two.map(periodKey),
};
const oneOf = <const T extends readonly string[]>(values: T) => as(v.picklist(values));
const force = oneOf(["PN", "GN", "ensemble"]);

const SEVERITY = oneOf(["error", "warning", "info"]);

const PLACE = named({
  partie: ["part", text],
  ligne: ["row", count],
  colonne: ["column", count],
  texte: ["raw", text],
  nom: ["name", optional(text)],
});
const PLACE_IN_FILE = named({
  fichier: ["file", text],
  partie: ["part", optional(text)],
  ligne: ["row", optional(count)],
  colonne: ["column", optional(count)],
  texte: ["raw", optional(text)],
  nom: ["name", optional(text)],
});

/** Of « lecture 1 », sentences on what was read: they are read by nobody. */
const BEFORE = optional(as(v.unknown()));
/** Its word for a text that changes no figure. */
export const NO_EFFECT_OF_1 = "sans effet sur la lecture";

const LINE = {
  ou: ["provenance", PLACE],
  etat: ["statement", text],
  indicateur: ["indicator", nullable(text)],
  libelle: ["label", text],
  famille: ["family", nullable(text)],
} as const;
const FIGURE = named({
  ...LINE,
  total: ["total", yes],
  force: ["force", force],
  forceNonDite: ["forceUnsaid", yes],
  periode: ["period", period],
  valeur: ["value", nullable(as(v.pipe(wholeNumber, v.minValue(0))))],
  sansValeur: ["noValue", optional(oneOf(["missing", "confidential", "not-applicable"]))],
  motifs: ["because", BEFORE],
});
const PRINTED = named({
  ...LINE,
  force: ["force", force],
  mesure: ["measure", oneOf(["change", "change-percent", "rate", "other"])],
  valeur: ["value", as(v.number())],
  precision: ["precision", as(v.number())],
  entre: ["between", nullable(periods)],
  motifs: ["because", BEFORE],
});
const UNDATED = named({
  ou: ["provenance", PLACE],
  libelle: ["label", text],
  force: ["force", nullable(force)],
  valeur: ["value", nullable(as(wholeNumber))],
});

/** A remark that was accepted with the reading: a value. */
const REMARK = named({
  regle: ["rule", oneOf(RULE_NAMES as RemarkName[])],
  gravite: ["severity", SEVERITY],
  sur: ["about", as(v.record(v.string(), v.unknown()))],
  ou: ["place", optional(PLACE_IN_FILE)],
  aussi: ["also", optional(list(PLACE_IN_FILE))],
  reste: ["rest", optional(count)],
});
/** As the lectures of before kept one: a sentence, of a rule that may have gone since. */
const REMARK_OF_BEFORE = named({
  regle: ["rule", text],
  gravite: ["severity", SEVERITY],
  message: ["message", text],
  conseil: ["hint", optional(text)],
  ou: ["place", optional(PLACE_IN_FILE)],
  texte: ["actual", optional(text)],
});
const KEPT_REMARK = {
  schema: v.union([
    REMARK.schema,
    v.pipe(
      REMARK_OF_BEFORE.schema,
      v.transform(({ rule, severity, message, hint = "", place, actual = "" }) => ({
        rule: "remark-of-before" as const,
        severity,
        about: { rule: own(rule), message: received(message), hint: received(hint), text: received(actual) },
        ...(place && { place }),
      })),
    ),
  ]),
  write: REMARK.write,
};

const BESIDE = named({
  sorte: ["kind", oneOf(["struck", "hidden", "unplain"])],
  texte: ["text", text],
  scelle: ["sealed", optional(SEALED)],
});
const CELL = named({
  ligne: ["row", count],
  colonne: ["column", count],
  hauteur: ["rowSpan", optional(count)],
  largeur: ["colSpan", optional(count)],
  couverte: ["covered", yes],
  aussi: ["beside", optional(list(BESIDE))],
  scelle: ["sealed", optional(SEALED)],
});
const READING = named({
  ligne: ["row", count],
  colonne: ["column", count],
  comme: ["role", oneOf(["title", "caption", "header", "label", "ignored", "not-understood"])],
  effet: ["hasEffect", yes],
  sens: ["means", BEFORE],
});
const wholeNumbers = list(as(wholeNumber));
const TABLE = named({
  partie: ["part", text],
  etat: ["statement", text],
  periode: ["anchor", nullable(period)],
  masquee: ["hidden", yes],
  lignesMasquees: ["hiddenRows", optional(wholeNumbers)],
  colonnesMasquees: ["hiddenColumns", optional(wholeNumbers)],
  nomsDesLignes: ["rowNames", optional(texts)],
  aCote: ["besides", optional(texts)],
  commentaires: ["comments", optional(texts)],
  aCoteScelles: ["sealedBesides", optional(list(SEALED))],
  nomScelle: ["sealedPart", optional(SEALED)],
  joursDits: ["ownDays", optional(texts)],
  lignes: ["rows", items(texts)],
  cellules: ["cells", items(CELL)],
  lu: ["read", items(READING)],
});

const FILE = named({
  fichier: ["path", text],
  sha256: ["sha256", hash],
  format: ["format", nullable(oneOf(FORMATS))],
  pdf: ["pdf", optional(named({ fichier: ["path", text], sha256: ["sha256", hash] }))],
  reglages: ["settings", hash],
  chiffres: ["figures", items(FIGURE)],
  imprimes: ["printed", items(PRINTED)],
  sansDate: ["undated", items(UNDATED)],
  reponses: ["answers", ANSWERS],
  remarques: ["remarks", items(KEPT_REMARK)],
  tableaux: ["tables", list(TABLE)],
});
export const LECTURE = named({
  format: ["format", oneOf(["lecture 1", "lecture 2"])],
  livraison: ["delivery", text],
  confirmeePar: ["by", text],
  confirmeeLe: ["at", text],
  programme: ["programVersion", text],
  fichiers: ["files", list(FILE)],
});

export type FileSpec = Of<typeof FILE>;
export type TableSpec = Of<typeof TABLE>;
export type FigureSpec = Of<typeof FIGURE>;
export type ReadingSpec = Of<typeof READING>;
