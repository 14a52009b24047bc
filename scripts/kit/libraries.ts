/**
 * The libraries as a kit carries them: of each, one file with all that the program takes from it, and what it takes from others. Some
 * seven hundred files fewer are unpacked, looked at by an antivirus, and opened at each start; paths stay short. Wraps esbuild.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { listTree } from "../disk/tree.ts";
import { UserError } from "../model/issue.ts";
import type { KitFiles } from "./archive.ts";

/** Where a library must stand in its package to find what it opens by itself; elsewhere index.js would do. */
const PLACES: Readonly<Record<string, string>> = {
  "@11ty/eleventy": "src/Util/index.js", // reads its own package.json, two folders above
  chromium: "build/index.js",
};
/** Folders that a library opens by itself. */
const FOLDERS: Readonly<Record<string, string>> = { chromium: "bin" };
/** One that another library too is given by the program: both must have the same. Every other library holds its own. */
const SHARED = ["nunjucks"];
/** Never reached: the pages are bundled already, and no page is served. */
const NEVER_LOADED = ["esbuild", "@11ty/eleventy-dev-server", "chokidar", "typescript"];

interface Libraries {
  readonly files: KitFiles;
  /** Folders of the packages that something was taken from: "node_modules/yaml". */
  readonly packages: ReadonlySet<string>;
}

/** "csv-parse/sync" => csv-parse, ./sync */
function split(specifier: string): readonly [name: string, place: string] {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  return [name, `.${specifier.slice(name.length)}`];
}

/**
 * @param folder holds node_modules, as npm has installed it for the system of the kit.
 * @param without libraries of which nothing is carried.
 */
export async function bundleLibraries(
  folder: string,
  sources: readonly string[],
  without: readonly string[],
): Promise<Libraries> {
  const imports = importsOf(sources);
  const isCarried = (specifier: string): boolean => ![...without, ...NEVER_LOADED].includes(split(specifier)[0]);
  const all = [...imports.names.keys(), ...imports.required].filter(isCarried);
  const files = new Map<string, Uint8Array>();
  const packages = new Set<string>();
  const places = new Map<string, Record<string, string>>();
  const put = (specifier: string, path: string, bytes: Uint8Array): void => {
    const [name, place] = split(specifier);
    files.set(`node_modules/${name}/${path}`, bytes);
    places.set(name, { ...places.get(name), [place]: `./${path}` });
  };
  for (const specifier of all) {
    const [name, place] = split(specifier);
    const { code, inputs } = await bundle(folder, specifier, imports);
    put(specifier, PLACES[name] ?? (place === "." ? "index.js" : `${place.slice(2)}.js`), code);
    for (const input of inputs) packages.add(input);
    for (const file of FOLDERS[name] ? listTree(folder, `node_modules/${name}/${FOLDERS[name]}`) : [])
      files.set(file, readFileSync(join(folder, file)));
  }
  const require = createRequire(join(folder, "package.json"));
  for (const [i, specifier] of [...imports.files].filter(isCarried).toSorted().entries()) {
    const [name] = split(specifier);
    if (!existsSync(join(folder, "node_modules", name))) continue; // words of a message that look like one
    put(specifier, `${i + 1}${extname(specifier)}`, readFileSync(require.resolve(specifier)));
    packages.add(`node_modules/${name}`);
  }
  for (const [name, exports] of places) {
    const own = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as object;
    const { version, license, engines } = own as Readonly<Record<string, unknown>>;
    const type = imports.required.has(name) ? "commonjs" : "module";
    const text = `${JSON.stringify({ name, version, license, engines, type, exports })}\n`;
    files.set(`node_modules/${name}/package.json`, Buffer.from(text));
  }
  return { files, packages };
}

/** One library in one file. */
async function bundle(folder: string, specifier: string, { names, required }: Imports) {
  const esbuild = await import("esbuild");
  const isRequired = required.has(specifier);
  const taken = [...(names.get(specifier) ?? [])];
  const contents = isRequired
    ? `module.exports = require("${specifier}");`
    : taken.map((name) => `export ${name === "*" ? "*" : `{ ${name} }`} from "${specifier}";`).join("\n");
  try {
    const { outputFiles, metafile } = await esbuild.build({
      stdin: { contents, resolveDir: folder, loader: "js" },
      absWorkingDir: folder,
      bundle: true,
      platform: "node",
      target: "node22",
      format: isRequired ? "cjs" : "esm",
      external: [...SHARED.filter((other) => other !== specifier), ...NEVER_LOADED, "*.node"],
      metafile: true,
      write: false,
      logLevel: "silent",
      ...(!isRequired && {
        define: { __dirname: "import.meta.dirname", __filename: "import.meta.filename" },
        banner: {
          js: 'import { createRequire as requireFrom } from "node:module";\nconst require = requireFrom(import.meta.url);',
        },
      }),
    });
    const inputs = Object.keys(metafile.inputs).flatMap(
      (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [],
    );
    return { code: outputFiles[0]?.contents ?? new Uint8Array(), inputs };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `La bibliothèque ${specifier} ne se laisse pas réunir en un fichier (détail technique : ${said.slice(0, 300)}).`,
      "C'est à ceux qui font le programme de le régler : scripts/kit/libraries.ts.",
    );
  }
}

interface Imports {
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
