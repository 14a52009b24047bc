/**
 * A text with what changes from one quarter to the next taken out: « Faits du 2e trim. 2026 » and « FAITS DU 3E TRIM. 2026 » are one
 * text, "faits du {trimestre} {an}".
 */
import { remember } from "../model/remember.ts";

const MONTHS =
  "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fevr?|avr|juil|sept|oct|nov|dec";
const DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche";
const RANK = "(?:(?:[1-4]|i{1,3}|iv) ?(?:er|ere|e|eme|nd|nde)?|premiere?|deuxieme|seconde?|troisieme|quatrieme)";

/** In this order: the longer forms first. */
const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g, " {date} "],
  [new RegExp(`\\b(?:(?:1er|\\d{1,2})\\s*)?(?:${MONTHS})\\b\\.?`, "g"), " {mois} "],
  [new RegExp(`\\b${RANK}\\s*(?:trimestre|trim\\b\\.?|tr\\b\\.?|t\\b)`, "g"), " {trimestre} "],
  [/(?<![a-z])(?:trimestre|trim\.?|tr\.?|t|q)[ .°no_-]{0,3}[1-4](?!\d)/g, " {trimestre} "],
  [new RegExp(`\\b${RANK}\\s*(?:semestre|sem\\b\\.?|s\\b)`, "g"), " {semestre} "],
  [/(?<![a-z])(?:semestre|sem\.?|s)[ .°_-]?[12](?!\d)/g, " {semestre} "],
  [new RegExp(`\\b(?:${DAYS})\\b`, "g"), " {jour} "],
  [/(?<!\d)(?:19|20)\d\d(?!\d)/g, " {an} "],
  [/(?<=\d) ?ans\b/g, "@ans"],
  [/[+\u2212–-]?\d[\d\s.,]*(?:er|ere|e|eme|nd|nde)?\b(?!@)|[+\u2212–-]?\d[\d\s.,]*(?!@)(?![\d\s.,])/g, " {n} "],
  [/@/g, " "],
  [/(?:\{mois\}[\s,]*(?:(?:a|au|et|-|–|fin)\s*)?)+/g, "{mois} "],
  [/(?:\{n\}\s*)+/g, "{n} "],
];

const plain = (text: string): string =>
  text
    .replace(/[\u00b9\u00b2\u00b3\u2070-\u2079]+/g, "*")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");

/** "CUMUL JANV.-JUIN 2026 (*)" => "cumul {mois} {an} *" */
export const abstract = remember((text: string): string =>
  CHANGING.reduce((left, [pattern, word]) => left.replace(pattern, word), plain(text))
    .replace(/[^\p{L}\p{N}{}%*+<>]+/gu, " ")
    .trim(),
);

/** What is added to a file's name from one sending to the next, and says nothing. */
const OF_NAMES =
  /\b(?:v?def|definiti(?:f|ve)|rectifi[a-z]*|corrige[a-z]*|finale?|vf|copie(?: de)?|copy(?: of)?)\b|\bv(?:ersion)? ?\{n\}/g;

/** "IS101 Commune T2 2026 def (2).xlsx" => "is {n} commune {trimestre} {an}" */
export const abstractName = (name: string): string =>
  abstract(
    name
      .replace(/\.[a-z0-9]{2,5}$/i, "")
      .replace(/\s*\(\d+\)\s*$/, "")
      .replace(/_/g, " "),
  )
    .replace(OF_NAMES, " ")
    .replace(/\s+/g, " ")
    .trim();
