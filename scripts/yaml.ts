/**
 * The files that people write by hand (convention.yaml, habilitations.yaml): text and schema to typed data, or a message
 * in French that names the file, the line and what to do. The only file that imports yaml and zod.
 */
import { isAlias, isMap, isNode, isPair, LineCounter, type ParsedNode, parseDocument } from "yaml";
import { z } from "zod";
import { quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { nearest } from "./model/nearest.ts";

export { z };

/** More faults than this are counted, not listed. */
const LISTED = 8;

/**
 * parseYaml("population: deux", "data/convention.yaml", schema) throws a UserError:
 * "data/convention.yaml, ligne 1 : « population » : un nombre est attendu, et non le texte « deux »."
 *
 * @param fileName as the operator knows the file.
 * @param schema a strict object (`z.strictObject`): an unknown key is then an error that names the nearest valid key. A schema's own
 *   message (`z.string().regex(…, "une année est attendue")`) is used as it is.
 * @throws UserError (exit 2) listing every fault: syntax, duplicate key, unknown key, missing key, wrong type or value.
 */
export function parseYaml<T>(text: string, fileName: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const faults = document.errors.map((e) => ({
    line: lines.linePos(e.pos[0]).line,
    text: syntaxMessage(e.code, text.slice(e.pos[0])),
  }));
  if (faults.length > 0) throw faulty(fileName, faults);
  const data: unknown = document.contents === null ? {} : document.toJS();
  const parsed = schema.safeParse(data, { error: (issue) => describe(issue) });
  if (parsed.success) return parsed.data;
  throw faulty(
    fileName,
    parsed.error.issues.map((issue) => {
      const at = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
      const where = issue.path.length > 0 ? `${quote(pathName(issue.path))} : ` : "";
      return { line: lineOf(document.contents, at, lines), text: where + issue.message };
    }),
  );
}

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

/** ["personnes", 0, "nom"] => "personnes, élément 1, nom" */
const pathName = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === "number" ? `élément ${step + 1}` : String(step))).join(", ");

/** Line of the deepest node of the path that the text holds: a missing key is shown at the group it is missing from. */
function lineOf(root: ParsedNode | null, path: readonly PropertyKey[], lines: LineCounter): number {
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
      if (!isNode(node) || isAlias(node)) break;
      offset = node.range?.[0] ?? offset;
    }
  }
  return lines.linePos(offset).line;
}

/** yaml's own messages are English. The codes come from its documentation ("Errors"). */
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
function describe(issue: z.core.$ZodRawIssue): string {
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
      return unknownKeys(issue.keys, issue.inst);
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

function unknownKeys(keys: readonly string[], schema: unknown): string {
  const valid = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
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
