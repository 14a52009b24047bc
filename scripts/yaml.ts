/**
 * The files that people write by hand (convention.yaml, habilitations.yaml): text and schema to typed data, or a message
 * in French that names the file, the line and what to do. The only file that imports yaml and zod.
 */
import { isAlias, isMap, isNode, isPair, LineCounter, type ParsedNode, parseDocument } from "yaml";
import { z } from "zod";
import { quote } from "./model/format.ts";
import { UserError } from "./model/issue.ts";
import { describe, syntaxMessage } from "./yaml-faults.ts";

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
  const parsed = schema.safeParse(data, { error: (issue) => describe(issue, keysOf) });
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

/** Keys that a schema knows: those of an object, none for the others. */
const keysOf = (schema: unknown): readonly string[] => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : []);
