/**
 * The style and the script that every page carries inside it, bundled by esbuild (fonts as data: addresses, Chart.js without
 * the parts not used). Bundling takes some 150 ms; the result is kept in the private folder by the hash of all that it is
 * made of, so that later builds only read it.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { readTextIfThere, writeWhole } from "../disk/files.ts";
import { privateFolder } from "../disk/private-folder.ts";
import { parseJson } from "../model/text/json.ts";

export interface Assets {
  /** CSS of every page, fonts included. */
  readonly style: string;
  /** Script of the bulletin page. */
  readonly script: string;
  /** CSS of the window. */
  readonly window: string;
}

/** Name of the file that a kit has beside the sources of the pages. */
export const SHIPPED_ASSETS = "pages.json";

const ROOT = resolve(import.meta.dirname, "../..");
/** Folders whose files go into the bundles. */
const SOURCES = ["templates/assets", "scripts/draw", "scripts/model"];
/** The libraries that go into the bundles, and the bundler: their versions are part of the key. */
const LIBRARIES = ["chart.js", "source-sans-3", "esbuild"];

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** SHA-256 of all that the bundles are made of. */
function keyOf(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesIn)) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  hash.update(readFileSync(join(ROOT, "tsconfig.json"))); // esbuild reads it too
  for (const name of LIBRARIES) hash.update(readFileSync(join(ROOT, "node_modules", name, "package.json")));
  return hash.digest("hex");
}

/** @param root of the program: its sources and libraries. */
export async function bundleAssets(root: string): Promise<Assets> {
  const esbuild = await import("esbuild");
  const build = async (entry: string): Promise<string> => {
    const result = await esbuild.build({
      entryPoints: [join(root, "templates", "assets", entry)],
      bundle: true,
      minify: true,
      write: false,
      format: "iife",
      target: ["es2022", "chrome123", "firefox121", "safari17.5"],
      charset: "utf8",
      legalComments: "none",
      loader: { ".woff2": "dataurl" },
      absWorkingDir: root,
      logLevel: "silent",
    });
    // "</script" or "<!--" inside the bundle would end or disturb the element that carries it.
    return (result.outputFiles[0]?.text ?? "").trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  };
  const [style, script, window] = await Promise.all(["screen.css", "screen.ts", "window.css"].map(build));
  return { style, script, window } as Assets;
}

const isAssets = (value: unknown): value is Assets =>
  typeof value === "object" && value !== null && "style" in value && "script" in value && "window" in value;

/** Bundled when a kit was made: there is no bundler on a post, whose antivirus might take it away. */
const SHIPPED = join(ROOT, "templates", "assets", SHIPPED_ASSETS);

/** The bundles: shipped, from the cache, or bundled now. Throws esbuild's own error when a source has a fault: it is a bug. */
export async function loadAssets(): Promise<Assets> {
  const shipped = readTextIfThere(SHIPPED);
  const made = shipped === undefined ? undefined : parseJson(shipped);
  if (isAssets(made)) return made;
  const folder = join(privateFolder(), "pages");
  const kept = join(folder, `${keyOf()}.json`);
  const text = readTextIfThere(kept);
  const known = text === undefined ? undefined : parseJson(text);
  if (isAssets(known)) return known;
  const assets = await bundleAssets(ROOT);
  // bundles of older sources leave
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(".json")) rmSync(join(folder, name), { force: true });
  writeWhole(kept, JSON.stringify(assets));
  return assets;
}
