/**
 * The files that people write by hand (convention.yaml, habilitations.yaml): text and schema to typed data, or a message
 * in French that names the file, the line and what to do. The only file that imports yaml, and where valibot is wrapped.
 */
import * as v from "valibot";
import { isMap, isNode, isPair, LineCounter, type ParsedNode, parseDocument, visit } from "yaml";
import { quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { nearest } from "../model/nearest.ts";
import { isDay } from "../model/period.ts";

export { v };

/** More faults than this are counted, not listed. */
const LISTED = 8;

/**
 * parseYaml("population: deux", "data/convention.yaml", schema) throws a UserError:
 * "data/convention.yaml, ligne 1 : « population » : un nombre est attendu, et non le texte « deux »."
 *
 * @param fileName as the operator knows the file.
 * @param schema a `group`: an unknown key is then an error that names the nearest valid key. A schema's own message
 *   (`v.regex(…, "une année est attendue")`) is used as it is.
 * @throws UserError (exit 2) listing every fault: syntax, duplicate key, unknown key, missing key, wrong type or value.
 */
export function parseYaml<T>(text: string, fileName: string, schema: v.GenericSchema<unknown, T>): T {
  const lines = new LineCounter();
  // its warnings, in English, are about keys that the schema refuses
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: "error",
  });
  const faults: Fault[] = document.errors.map((e) => ({
    line: lines.linePos(e.pos[0]).line,
    text: syntaxMessage(e.code, text.slice(e.pos[0])),
  }));
  visit(document, {
    Alias: (_, { source, range }) => {
      faults.push({ line: lines.linePos(range?.[0] ?? 0).line, text: aliasMessage(source) });
    },
  });
  if (faults.length > 0) throw faulty(fileName, faults);
  const data: unknown = document.contents === null ? {} : document.toJS();
  const parsed = v.safeParse(schema, data, { message: describe });
  if (parsed.success) return parsed.output;
  // of one place, the first fault only: a number that is not whole need not be told that it is too large as well
  const places = Map.groupBy(parsed.issues, (issue) => pathName(pathOf(issue)));
  throw faulty(
    fileName,
    [...places.values()].flatMap(([issue]) => {
      if (!issue) return [];
      const at = pathOf(issue);
      const named = issue.expected === "never" ? at.slice(0, -1) : at; // the message names an unknown key itself
      const where = named.length > 0 ? `${quote(pathName(named))} : ` : "";
      return { line: lineOf(document.contents, at, lines), text: where + issue.message };
    }),
  );
}

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

/**
 * Bytes of such a file as text. One that an editor saved in another encoding would lose its accents in print, without a word.
 * @throws UserError naming the file.
 */
export function decodeYaml(bytes: Uint8Array, fileName: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UserError(
      `${fileName} n'est pas enregistré en UTF-8 : ses accents seraient perdus.`,
      "Dans l'éditeur de texte : Enregistrer sous…, encodage UTF-8, puis relancez la commande.",
    );
  }
}

interface Fault {
  readonly line: number;
  readonly text: string;
}

function faulty(fileName: string, faults: readonly Fault[]): UserError {
  const listed = [...faults].sort((a, b) => a.line - b.line).slice(0, LISTED);
  const more = faults.length - listed.length;
  return new UserError(
    [
      ...listed.map((f) => `${fileName}, ligne ${f.line} : ${f.text}${f.text.endsWith("?") ? "" : "."}`),
      ...(more > 0 ? [`… et ${more} autre${more > 1 ? "s" : ""}.`] : []),
    ].join("\n"),
    `Corrigez ${listed.length > 1 ? "ces lignes" : "cette ligne"} de ${fileName} dans un éditeur de texte, enregistrez, puis relancez la commande.`,
  );
}

const pathOf = (issue: v.BaseIssue<unknown>): readonly (string | number)[] =>
  (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));

/** ["personnes", 0, "nom"] => "personnes, élément 1, nom" */
const pathName = (path: readonly (string | number)[]): string =>
  path.map((step) => (typeof step === "number" ? `élément ${step + 1}` : step)).join(", ");

/** Line of the deepest node of the path that the text holds: a missing key is shown at the group it is missing from. */
function lineOf(root: ParsedNode | null, path: readonly (string | number)[], lines: LineCounter): number {
  let node: unknown = root;
  let offset = root?.range[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step));
      if (!pair) break;
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else {
      const items: readonly unknown[] = isNode(node) && "items" in node ? (node.items as readonly unknown[]) : [];
      node = items[Number(step)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    }
  }
  return lines.linePos(offset).line;
}

// What is wrong with the file, in French: its syntax, its keys, its values.

/** No settings need YAML's references, and a few lines of them can stand for more text than any memory holds. */
const aliasMessage = (name: string): string =>
  `${quote(`*${name}`)} serait un renvoi à une autre partie du fichier ; écrivez la valeur elle-même, entre guillemets si elle commence par une étoile`;

/** yaml's own messages are English. The codes come from its documentation ("Errors"). */
const PATH_ADVICE = "mettez un chemin de Windows entre apostrophes : 'C:\\Program Files\\…'";

/** The path of a program: between double quotes, "C:\\new" would hold a line feed. */
export const path = v.pipe(
  v.string(),
  v.regex(/^\P{Cc}+$/u, `un chemin est attendu, sans saut de ligne ni tabulation ; ${PATH_ADVICE}`),
);

function syntaxMessage(code: string, from: string): string {
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
    case "BAD_DQ_ESCAPE":
      return `entre guillemets doubles, la barre « \\ » annonce un signe spécial ; ${PATH_ADVICE}`;
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
function describe({ type, input, requirement }: v.BaseIssue<unknown>): string {
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
