/** What is wrong with a file that a person wrote by hand, in French: its syntax, its keys, its values. */
import { quote } from "./model/format.ts";
import { nearest } from "./model/nearest.ts";
import type { z } from "./yaml.ts";

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
  int: "un nombre entier",
  boolean: "true (oui) ou false (non)",
  array: "une liste (un élément par ligne, précédé d'un tiret)",
  tuple: "une liste (un élément par ligne, précédé d'un tiret)",
  object: "un groupe de clés décalées vers la droite",
  record: "un groupe de clés décalées vers la droite",
};

/** 12 => "le nombre 12"; [1] => "une liste" */
function received(value: unknown): string {
  if (value === null) return "une valeur vide";
  if (typeof value === "string") return `le texte ${quote(value.slice(0, 60))}`;
  if (typeof value === "number") return `le nombre ${String(value).replace(".", ",")}`;
  if (typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "une liste" : "un groupe de clés";
}

/** zod's French locale reads « Entrée invalide : chaîne de caractères attendu, nombre reçu »: words for programmers, replaced here. */
export function describe(issue: z.core.$ZodRawIssue, keysOf: (schema: unknown) => readonly string[]): string {
  switch (issue.code) {
    case "invalid_type": {
      const expected = TYPE_NAMES[issue.expected] ?? issue.expected;
      if (issue.input === undefined) return `cette clé manque ; ${expected} est attendu${feminine(expected)}`;
      const quotes =
        issue.expected === "string" && (typeof issue.input === "number" || typeof issue.input === "boolean")
          ? ` ; mettez la valeur entre guillemets : "${issue.input}"`
          : "";
      return `${expected} est attendu${feminine(expected)}, et non ${received(issue.input)}${quotes}`;
    }
    case "unrecognized_keys":
      return unknownKeys(issue.keys, keysOf(issue.inst));
    case "invalid_value": {
      const values = issue.values.map(String);
      const close = nearest(String(issue.input), values);
      const suggestion = close ? ` ; vouliez-vous dire ${quote(close)} ?` : "";
      return `${received(issue.input)} n'est pas admis ; valeurs possibles : ${values.map(quote).join(", ")}${suggestion}`;
    }
    case "too_small":
      return bound(issue.origin, Number(issue.minimum), issue.inclusive ?? true, "au moins", "plus de");
    case "too_big":
      return bound(issue.origin, Number(issue.maximum), issue.inclusive ?? true, "au plus", "moins de");
    case "invalid_format":
      return issue.format === "date"
        ? `une date écrite AAAA-MM-JJ est attendue, par exemple 2026-04-08, et non ${received(issue.input)}`
        : `${received(issue.input)} n'a pas la forme attendue`;
    case "invalid_key":
      return "une clé de ce groupe n'a pas la forme attendue";
    case "invalid_union":
      return `${received(issue.input)} n'a aucune des formes admises ici`;
    case "not_multiple_of":
      return `un multiple de ${issue.divisor} est attendu, et non ${received(issue.input)}`;
    default:
      return `${received(issue.input)} n'est pas admis`;
  }
}

const feminine = (expected: string): string => (expected.startsWith("une ") ? "e" : "");

function unknownKeys(keys: readonly string[], valid: readonly string[]): string {
  return keys
    .map((key) => {
      const close = nearest(key, valid);
      const remedy = close ? `vouliez-vous dire ${quote(close)} ?` : `clés possibles : ${valid.map(quote).join(", ")}`;
      return `la clé ${quote(key)} est inconnue ; ${remedy}`;
    })
    .join(" ; ");
}

function bound(origin: string, limit: number, inclusive: boolean, within: string, beyond: string): string {
  const words = `${inclusive ? within : beyond} ${String(limit).replace(".", ",")}`;
  if (origin === "string")
    return limit === 1 && within === "au moins"
      ? "un texte est attendu, et non une valeur vide"
      : `le texte doit compter ${words} caractère${limit > 1 ? "s" : ""}`;
  if (origin === "array" || origin === "set") return `la liste doit compter ${words} élément${limit > 1 ? "s" : ""}`;
  return `le nombre doit être ${inclusive ? (within === "au moins" ? `au moins ${limit}` : `au plus ${limit}`) : beyond === "plus de" ? `supérieur à ${limit}` : `inférieur à ${limit}`}`;
}
