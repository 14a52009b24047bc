/** What is wrong with a file that a person wrote by hand, in French: its syntax, its keys, its values. */
import { quote } from "./model/format.ts";
import { nearest } from "./model/nearest.ts";
import type { v } from "./yaml.ts";

/** yaml's own messages are English. The codes come from its documentation ("Errors"). */
export function syntaxMessage(code: string, from: string): string {
  const seen = /^[^\s:]*/.exec(from.trimStart())?.[0].slice(0, 40) ?? "";
  switch (code) {
    case "DUPLICATE_KEY":
      return `la clé ${quote(seen)} est écrite deux fois ; gardez-en une`;
    case "TAB_AS_INDENT":
      return "une tabulation commence la ligne ; mettez des espaces à la place";
    case "BAD_INDENT":
      return "le décalage vers la droite n'est pas celui des lignes voisines ; alignez-le, avec des espaces";
    case "MISSING_CHAR":
      return "il manque un signe : deux-points suivi d'une espace après la clé, guillemet ou crochet fermant";
    case "MULTILINE_IMPLICIT_KEY":
    case "KEY_OVER_1024_CHARS":
      return "une clé doit tenir sur une ligne et être suivie de deux-points et d'une espace";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      return "deux clés se suivent sur la même ligne ; mettez une clé par ligne, ou la valeur entre guillemets si elle contient « : »";
    case "MULTIPLE_DOCS":
      return "le fichier contient plusieurs documents séparés par « --- » ; gardez-en un";
    default:
      return `l'écriture n'est pas comprise${seen ? ` (près de ${quote(seen)})` : ""} ; si une valeur contient « : », « # » ou des guillemets, mettez-la entre guillemets (code ${code})`;
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "un texte",
  number: "un nombre",
  boolean: "true (oui) ou false (non)",
  array: "une liste (un élément par ligne, précédé d'un tiret)",
  object: "un groupe de clés décalées vers la droite",
};

/** 12 => "le nombre 12"; [1] => "une liste" */
function received(value: unknown): string {
  if (value === null) return "une valeur vide";
  if (typeof value === "string") return `le texte ${quote(value.slice(0, 60))}`;
  if (typeof value === "number") return `le nombre ${String(value).replace(".", ",")}`;
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "une liste" : "un groupe de clés";
}

/** valibot's own messages are English, and words for programmers: « Invalid type: Expected string but received 12 ». */
export function describe({ type, input, requirement }: v.BaseIssue<unknown>): string {
  switch (type) {
    case "string":
    case "number":
    case "boolean":
    case "array":
      return wrongType(type, input);
    case "safe_integer":
      if (Number.isInteger(input)) return `${received(input)} n'est pas admis`; // more digits than a number can hold
      return `un nombre entier est attendu, et non ${received(input)}`;
    case "min_value":
      return `le nombre doit être au moins ${requirement}`;
    case "gt_value":
      return `le nombre doit être supérieur à ${requirement}`;
    case "max_value":
      return `le nombre doit être au plus ${requirement}`;
    case "non_empty":
      return input === "" ? "un texte est attendu, et non une valeur vide" : "la liste doit compter au moins 1 élément";
    case "regex":
      return `${received(input)} n'a pas la forme attendue`;
    default:
      return `${received(input)} n'est pas admis`;
  }
}

/** @param type a key of TYPE_NAMES. @param input undefined: the key is missing. */
export function wrongType(type: string, input: unknown): string {
  const expected = `${TYPE_NAMES[type]} est attendu${TYPE_NAMES[type]?.startsWith("une ") ? "e" : ""}`;
  if (input === undefined) return `cette clé manque ; ${expected}`;
  const isBare = type === "string" && (typeof input === "number" || typeof input === "boolean");
  return `${expected}, et non ${received(input)}${isBare ? ` ; mettez la valeur entre guillemets : "${input}"` : ""}`;
}

export function notAmong(input: unknown, values: readonly string[]): string {
  const admitted = `valeurs possibles : ${values.map(quote).join(", ")}`;
  if (input === undefined) return `cette clé manque ; ${admitted}`;
  const close = nearest(String(input), values);
  return `${received(input)} n'est pas admis ; ${admitted}${close ? ` ; vouliez-vous dire ${quote(close)} ?` : ""}`;
}

export const notADay = (input: unknown): string =>
  `une date écrite AAAA-MM-JJ est attendue, par exemple 2026-04-08, et non ${received(input)}`;

export const unknownKeys = (keys: readonly string[], valid: readonly string[]): string =>
  keys
    .map((key) => {
      const close = nearest(key, valid);
      const remedy = close ? `vouliez-vous dire ${quote(close)} ?` : `clés possibles : ${valid.map(quote).join(", ")}`;
      return `la clé ${quote(key)} est inconnue ; ${remedy}`;
    })
    .join(" ; ");
