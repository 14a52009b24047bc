/** What a lecture's file must hold: data/lectures/2026-T1.json, in French, to be read in twenty years without this program. */
import { v, wholeNumber } from "../disk/schema.ts";
import type { Format } from "../model/grid.ts";
import { type Period, parsePeriodKey } from "../model/period.ts";
import { type RuleName, TOPICS } from "../model/rules.ts";

export const LECTURE_FORMAT = "lecture 1";

const text = v.string();
const count = v.pipe(wholeNumber, v.minValue(1));
const period = v.pipe(
  text,
  v.check((key) => parsePeriodKey(key) !== undefined),
  v.transform((key) => parsePeriodKey(key) as Period),
);
/** Left out of the file, never null. */
const optional = v.exactOptional;
const force = v.picklist(["PN", "GN", "ensemble"]);
const place = { partie: text, ligne: count, colonne: count, texte: text, nom: optional(text) };
const placed = v.strictObject(place);
const placeInFile = v.strictObject({
  fichier: text,
  partie: optional(text),
  ligne: optional(count),
  colonne: optional(count),
  texte: optional(text),
  nom: optional(text),
});
const because = v.array(text);

const figureSchema = v.strictObject({
  ou: placed,
  etat: text,
  indicateur: v.nullable(text),
  libelle: text,
  famille: v.nullable(text),
  total: optional(v.literal(true)),
  force,
  forceNonDite: optional(v.literal(true)),
  periode: period,
  valeur: v.nullable(v.pipe(wholeNumber, v.minValue(0))),
  sansValeur: optional(v.picklist(["missing", "confidential", "not-applicable"])),
  motifs: because,
});
const printedSchema = v.strictObject({
  ou: placed,
  etat: text,
  indicateur: v.nullable(text),
  libelle: text,
  famille: v.nullable(text),
  force,
  mesure: v.picklist(["change", "change-percent", "rate", "other"]),
  valeur: v.number(),
  precision: v.number(),
  entre: v.nullable(v.tuple([period, period])),
  motifs: because,
});
const cellSchema = v.strictObject({
  ligne: count,
  colonne: count,
  hauteur: optional(count),
  largeur: optional(count),
  couverte: optional(v.literal(true)),
  aussi: optional(
    v.array(
      v.strictObject({
        sorte: v.picklist(["struck", "hidden", "unplain"]),
        texte: text,
      }),
    ),
  ),
});
const readingSchema = v.strictObject({
  ligne: count,
  colonne: count,
  comme: v.picklist(["title", "caption", "header", "label", "ignored", "not-understood"]),
  sens: text,
});
const tableSchema = v.strictObject({
  partie: text,
  etat: text,
  periode: v.nullable(period),
  masquee: optional(v.literal(true)),
  lignesMasquees: optional(v.array(wholeNumber)),
  colonnesMasquees: optional(v.array(wholeNumber)),
  nomsDesLignes: optional(v.array(text)),
  aCote: optional(v.array(text)),
  commentaires: optional(v.array(text)),
  lignes: v.array(v.array(text)),
  cellules: v.array(cellSchema),
  lu: v.array(readingSchema),
});
const issueSchema = v.strictObject({
  regle: v.pipe(
    text,
    v.check((rule) => Object.hasOwn(TOPICS, rule)),
    v.transform((rule) => rule as RuleName),
  ),
  gravite: v.picklist(["error", "warning", "info"]),
  message: text,
  conseil: optional(text),
  ou: optional(placeInFile),
  texte: optional(text),
});
const answerSchema = v.variant("sur", [
  v.strictObject({ sur: v.literal("texte"), texte: text, lecture: text }),
  v.strictObject({ sur: v.literal("ligne"), etat: text, libelle: text, indicateur: v.nullable(text) }),
  v.strictObject({ sur: v.literal("noms"), textes: v.array(text) }),
  v.strictObject({ sur: v.literal("chiffres"), periode: text }),
]);
const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));
/** The compiler asks for each. */
const FORMATS: Readonly<Record<Format, true>> = {
  csv: true,
  xls: true,
  xlsx: true,
  ods: true,
  html: true,
  docx: true,
  doc: true,
  odt: true,
  rtf: true,
  pdf: true,
};
const fileSchema = v.strictObject({
  fichier: text,
  sha256: hash,
  format: v.nullable(v.picklist(Object.keys(FORMATS) as Format[])),
  pdf: optional(v.strictObject({ fichier: text, sha256: hash })),
  reglages: hash,
  chiffres: v.array(figureSchema),
  imprimes: v.array(printedSchema),
  sansDate: v.array(
    v.strictObject({ ou: placed, libelle: text, force: v.nullable(force), valeur: v.nullable(wholeNumber) }),
  ),
  reponses: v.array(answerSchema),
  remarques: v.array(issueSchema),
  tableaux: v.array(tableSchema),
});
export const lectureSchema = v.strictObject({
  format: v.literal(LECTURE_FORMAT),
  livraison: text,
  confirmeePar: text,
  confirmeeLe: text,
  programme: text,
  fichiers: v.array(fileSchema),
});

export type LectureSpec = v.InferOutput<typeof lectureSchema>;
export type FileSpec = LectureSpec["fichiers"][number];
export type TableSpec = FileSpec["tableaux"][number];
export type PlaceSpec = FileSpec["chiffres"][number]["ou"];
