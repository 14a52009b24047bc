/** What the sources of the program take from its libraries: names, and files beside their code. */

export interface Imports {
  /** "yaml" -> the names that are imported from it; "*" for all, "default" for what it exports without a name. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Loaded by require(): "cephes". */
  readonly required: ReadonlySet<string>;
  /** "@embedpdf/pdfium/pdfium.wasm" */
  readonly files: ReadonlySet<string>;
}

const LIBRARY = String.raw`(?!node:)(?:@[\w-]+/)?[a-z][\w.-]*(?:/[\w./-]+)?`;
const IMPORT = new RegExp(`^(?:import|export) (?!type )([^;"']+?) from "(${LIBRARY})";`, "gm");
const DYNAMIC = new RegExp(String.raw`\bimport\("(${LIBRARY})"\)`, "g");
const REQUIRE = new RegExp(String.raw`\brequire\("(${LIBRARY})"\)`, "g");
const FILE = /"((?:@[\w-]+\/)?[a-z][\w-]*\/[\w./-]+\.(?:json|wasm|woff2?))"/g;

/** `{ parse, type Node, stringify as write }` => parse, stringify */
function namesOf(clause: string): readonly string[] {
  const [, braced = ""] = /\{([^}]*)\}/.exec(clause) ?? [];
  const plain = clause
    .replace(/\{[^}]*\}/, "")
    .replaceAll(",", "")
    .trim();
  const named = braced
    .split(",")
    .map((part) => part.trim().replace(/ as .*/, ""))
    .filter((part) => part !== "" && !part.startsWith("type "));
  return [...named, ...(plain.startsWith("*") ? ["*"] : plain === "" ? [] : ["default"])];
}

export function importsOf(sources: readonly string[]): Imports {
  const names = new Map<string, Set<string>>();
  const take = (library: string, taken: readonly string[]): void => {
    names.set(library, new Set([...(names.get(library) ?? []), ...taken]));
  };
  const required = new Set<string>();
  const files = new Set<string>();
  for (const source of sources) {
    for (const [, file = ""] of source.matchAll(FILE)) files.add(file);
    for (const [, clause = "", library = ""] of source.matchAll(IMPORT)) take(library, namesOf(clause));
    for (const [, library = ""] of source.matchAll(DYNAMIC)) take(library, ["default"]);
    for (const [, library = ""] of source.matchAll(REQUIRE)) if (!files.has(library)) required.add(library);
  }
  return { names, required, files };
}
