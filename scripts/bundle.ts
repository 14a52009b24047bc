/** The program's modules and their libraries, bundled in one file a process, for start.js. */
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/** A process each. The one that reads the heaviest files is left out: few modules, the most hostile input. */
const ENTRIES = ["build.ts", "publish/publisher-child.ts"];

/** Left where they are: what the process that reads loads; esbuild, which finds its own program; a server of Eleventy's. */
const EXTERNAL = ["pdfjs-dist", "@e965/xlsx", "esbuild", "@11ty/eleventy-dev-server"];

/** A disk may date what is written a little before the clock does. */
const CLOCK_STEP_MS = 100;

/** A bundled module still finds what stands beside its source. */
const inPlace: Plugin = {
  name: "in-place",
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:ts|mjs|js)$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes("import.meta.")) return undefined;
      const contents = text
        .replaceAll("import.meta.url", () => JSON.stringify(pathToFileURL(path).href)) // "$" means nothing in a function's text
        .replaceAll("import.meta.dirname", () => JSON.stringify(dirname(path)))
        .replaceAll("import.meta.filename", () => JSON.stringify(path));
      return { contents, loader: extname(path) === ".ts" ? "ts" : "js" };
    });
  },
};

/**
 * Bundles into a new folder of `programs`, and notes there what it was made of.
 * @param stateOf of a file: another one once it has been written.
 * @param tell called when it begins: it lasts about a second.
 * @returns the folder; undefined where nothing can be kept. Throws when a source has a fault, or the disk is full.
 */
export async function bundle(
  root: string,
  programs: string,
  stateOf: (file: string) => string,
  tell: () => void = () => {},
): Promise<string | undefined> {
  const start = Date.now() - CLOCK_STEP_MS;
  const folder = newFolder(programs);
  if (folder === undefined) return undefined;
  tell();
  const { metafile, warnings } = await build({
    absWorkingDir: root,
    entryPoints: ENTRIES.map((name) => join("scripts", name)),
    outdir: folder,
    entryNames: "[name]",
    bundle: true,
    metafile: true,
    platform: "node",
    format: "cjs",
    target: "node22",
    supported: { "dynamic-import": false }, // they become require(), for which Node needs nothing experimental
    tsconfigRaw: {},
    legalComments: "none",
    banner: { js: '(function (exports, require, module, bundleFolder) { "use strict";' }, // as modules are
    footer: { js: "})" },
    external: EXTERNAL,
    plugins: [inPlace],
    logLevel: "silent",
  });
  const [warning] = warnings.filter(({ location }) => location?.file.startsWith("scripts/"));
  if (warning) throw new Error(`${warning.location?.file}: ${warning.text}`);
  const files = [...Object.keys(metafile.inputs), "scripts/bundle.ts", "node_modules/.package-lock.json"];
  // what was made first: cut short or gone, it is made anew
  const inputs = [...Object.keys(metafile.outputs), ...files].map((file) => [file, stateOf(join(root, file))]);
  const wasWritten = (file: string): boolean =>
    (statSync(join(root, file), { throwIfNoEntry: false })?.ctimeMs ?? 0) >= start;
  // a file that was written meanwhile may have been read before: the bundle serves this time only
  if (!files.some(wasWritten)) note(programs, { node: process.version, root, folder: basename(folder), inputs });
  return folder;
}

/** So old, a bundle is not being made by another command. */
const SURELY_MADE_MS = 60_000;

/** Bundles of other sources leave. @returns undefined in an installation that this account may only read. */
function newFolder(programs: string): string | undefined {
  try {
    mkdirSync(programs, { recursive: true });
    for (const name of readdirSync(programs)) {
      const old = join(programs, name);
      if (statSync(old).mtimeMs < Date.now() - SURELY_MADE_MS) rmSync(old, { recursive: true, force: true });
    }
    const folder = join(programs, `p-${randomUUID()}`);
    mkdirSync(folder); // other accounts may run what the one that installs has made
    return folder;
  } catch {
    return undefined;
  }
}

function note(programs: string, current: object): void {
  const draft = join(programs, `${process.pid}.json`);
  writeFileSync(draft, JSON.stringify(current));
  renameSync(draft, join(programs, "current.json"));
}
