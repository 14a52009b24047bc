/**
 * The files that people write by hand (convention.yaml, habilitations.yaml): text and schema to typed data, or a message
 * in French that names the file, the line and what to do. The only file that imports yaml.
 */
import { isMap, isNode, isPair, isScalar, LineCounter, type ParsedNode, parseDocument, visit } from "yaml";
import { formatNumber, quote } from "../model/format.ts";
import { UserError } from "../model/issue.ts";
import { describe, PATH_ADVICE, v } from "./schema.ts";

/** More faults than this are counted, not listed. */
const LISTED = 8;
/** A file of thousands of lines was filled by a mistake, or by a program: reading it would take minutes, at each command. */
const LARGEST = 200_000;
/** What the examples hold where a town hall writes its own: left there, a bulletin would bear another's name or population. */
const TO_REPLACE = "À REMPLACER";

/**
 * parseYaml("population: deux", "data/convention.yaml", schema) throws a UserError:
 * "data/convention.yaml, ligne 1 : « population » : un nombre est attendu, et non le texte « deux »."
 *
 * @param fileName as the operator knows the file.
 * @param schema a `group`: an unknown key is then an error that names the nearest valid key. A schema's own message
 *   (`v.regex(…, "une année est attendue")`) is used as it is.
 * @throws UserError (exit 2) listing every fault: length, syntax, duplicate key, unknown key, missing key, wrong type or value.
 */
export function parseYaml<T>(text: string, fileName: string, schema: v.GenericSchema<unknown, T>): T {
  if (text.length > LARGEST)
    throw new UserError(
      `${fileName} compte ${formatNumber(text.length)} signes ; un fichier écrit à la main en compte au plus ${formatNumber(LARGEST)}.`,
      "Retirez les lignes répétées ou ajoutées par erreur, ou reprenez le fichier de la dernière sauvegarde.",
    );
  const lines = new LineCounter();
  // its warnings, in English, are about keys that the schema refuses
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: "error",
  });
  if (document.contents !== null && !isMap(document.contents)) throw faulty(fileName, [{ line: 1, text: NO_KEYS }]);
  const faults: Fault[] = document.errors.map((e) => ({
    line: lines.linePos(e.pos[0]).line,
    text: syntaxMessage(e.code, text.slice(e.pos[0])),
  }));
  visit(document, {
    Pair: (_, { key }) => {
      // JavaScript would take it for something else than a key, and its value for nothing
      if (isScalar(key) && key.value === "__proto__")
        faults.push({
          line: lines.linePos(key.range?.[0] ?? 0).line,
          text: `${quote("__proto__")} n'est pas une clé de réglage`,
        });
    },
    Alias: (_, { source, range }) => {
      faults.push({ line: lines.linePos(range?.[0] ?? 0).line, text: aliasMessage(source) });
    },
    Scalar: (_, { value, range }) => {
      if (value === TO_REPLACE) faults.push({ line: lines.linePos(range?.[0] ?? 0).line, text: FROM_EXAMPLE });
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

/** Of a file that is none of ours: what it holds is nobody's business here, and is not quoted. */
const NO_KEYS = "le programme attend des clés suivies de deux-points (commune: …), et ne trouve qu'un autre texte";

const FROM_EXAMPLE = `${quote(TO_REPLACE)} est le texte de l'exemple ; écrivez votre valeur`;

/** No settings need YAML's references, and a few lines of them can stand for more text than any memory holds. */
const aliasMessage = (name: string): string =>
  `${quote(`*${name}`)} serait un renvoi à une autre partie du fichier ; écrivez la valeur elle-même, entre guillemets si elle commence par une étoile`;

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
    case "BAD_DQ_ESCAPE":
      return `entre guillemets doubles, la barre « \\ » annonce un signe spécial ; ${PATH_ADVICE}`;
    case "MULTIPLE_DOCS":
      return "le fichier contient plusieurs documents séparés par « --- » ; gardez-en un";
    default:
      return `l'écriture n'est pas comprise${seen ? ` (près de ${quote(seen)})` : ""} ; si une valeur contient « : », « # » ou des guillemets, mettez-la entre guillemets (code ${code})`;
  }
}
