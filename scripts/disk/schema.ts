/** What files must hold, as schemas, and what is wrong with a value, in French. Where valibot is wrapped. */
import * as v from "valibot";
import { quote } from "../model/format.ts";
import { isDay } from "../model/period.ts";
import { nearest } from "../model/text/nearest.ts";

export { v };

const anyGroup = v.custom<Readonly<Record<string, unknown>>>(
  (input) => typeof input === "object" && input !== null && !Array.isArray(input),
  ({ input }) => wrongType("object", input),
);

/**
 * A group whose keys are known: group({ nom: v.string() }). `v.strictObject` alone would take a list for a group, and says of a key
 * neither which others are valid nor what a missing one must hold.
 */
export const group = <const T extends v.ObjectEntries>(entries: T) =>
  v.pipe(
    anyGroup,
    v.strictObject(entries, (issue) => keyFault(issue, entries)),
  );

function keyFault(issue: v.StrictObjectIssue, entries: v.ObjectEntries): string {
  const at = issue.path?.[0];
  if (at?.type !== "object") return describe(issue);
  const valid = Object.keys(entries);
  if (issue.expected === "never")
    return unknownKeys(
      Object.keys(at.input).filter((key) => !valid.includes(key)),
      valid,
    );
  const missing = entries[at.key];
  return (missing && v.safeParse(missing, undefined, { message: describe }).issues?.[0].message) ?? describe(issue);
}

/** A group whose keys are data themselves: years, for instance. */
export const groupOf = <const K extends v.GenericSchema<string, string>, const V extends v.GenericSchema>(
  key: K,
  value: V,
) => v.pipe(anyGroup, v.record(key, value));

export const wholeNumber = v.pipe(v.number(), v.safeInteger());

/** One of these texts. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  v.picklist(values, ({ input }) => notAmong(input, values));

/** A day of the calendar, "2026-04-08". `v.isoDate` would let February 30 pass. */
export const day = v.pipe(
  v.string(),
  v.check(isDay, ({ input }) => notADay(input)),
);

/** ISO 8601 in UTC: "2026-04-09T08:12:00.000Z". */
export const instant = v.pipe(
  v.string(),
  v.regex(/^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/),
  v.check((text) => isDay(text.slice(0, 10))),
);

export const PATH_ADVICE = "mettez un chemin de Windows entre apostrophes : 'C:\\Program Files\\…'";

/** The path of a program: between double quotes, "C:\\new" would hold a line feed. */
export const path = v.pipe(
  v.string(),
  v.regex(/^\P{Cc}+$/u, `un chemin est attendu, sans saut de ligne ni tabulation ; ${PATH_ADVICE}`),
);

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
function wrongType(type: string, input: unknown): string {
  const expected = `${TYPE_NAMES[type]} est attendu${TYPE_NAMES[type]?.startsWith("une ") ? "e" : ""}`;
  if (input === undefined) return `cette clé manque ; ${expected}`;
  const isBare = type === "string" && (typeof input === "number" || typeof input === "boolean");
  return `${expected}, et non ${received(input)}${isBare ? ` ; mettez la valeur entre guillemets : "${input}"` : ""}`;
}

function notAmong(input: unknown, values: readonly string[]): string {
  const admitted = `valeurs possibles : ${values.map(quote).join(", ")}`;
  if (input === undefined) return `cette clé manque ; ${admitted}`;
  const close = nearest(String(input), values);
  return `${received(input)} n'est pas admis ; ${admitted}${close ? ` ; vouliez-vous dire ${quote(close)} ?` : ""}`;
}

const notADay = (input: unknown): string =>
  `une date écrite AAAA-MM-JJ est attendue, par exemple 2026-04-08, et non ${received(input)}`;

const unknownKeys = (keys: readonly string[], valid: readonly string[]): string =>
  keys
    .map((key) => {
      const close = nearest(key, valid);
      const remedy = close ? `vouliez-vous dire ${quote(close)} ?` : `clés possibles : ${valid.map(quote).join(", ")}`;
      return `la clé ${quote(key)} est inconnue ; ${remedy}`;
    })
    .join(" ; ");
