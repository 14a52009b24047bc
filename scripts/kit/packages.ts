/** The libraries that a kit carries: installed for its system as the lock file says, less what only serves developers. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listTree } from "../disk/tree.ts";
import { UserError } from "../model/issue.ts";
import type { Target } from "./targets.ts";

export interface Package {
  /** "node_modules/puppeteer" */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** As its author names it: "MIT"; null when nothing is said. */
  readonly licence: string | null;
}

/** `npm ci` in a folder that holds package.json and package-lock.json, for a system that may not be this one. No script is run. */
export function installPackages(folder: string, target: Target): void {
  const options = [
    "--omit=dev",
    "--ignore-scripts",
    "--prefer-offline",
    `--os=${target.os}`,
    "--cpu=x64",
    "--libc=glibc",
  ];
  const npm = process.env.npm_execpath; // the npm that runs this command: on Windows, npm is no program that can be started
  const [program, first] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  try {
    execFileSync(program, [...first, "ci", ...options], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new UserError(
      `Les bibliothèques du kit n'ont pas pu être installées (npm ci). ${said}`,
      "Vérifiez l'accès de cette machine aux paquets de npm, puis relancez la commande.",
    );
  }
}

/** The packages installed in a folder that the kit carries, in the order of their paths. */
export function packagesIn(folder: string, target: Target): readonly Package[] {
  const { packages } = JSON.parse(readFileSync(join(folder, "node_modules/.package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly version: string; readonly license?: string }>>;
  };
  return Object.entries(packages)
    .map(([path, { version, license }]) => ({
      path,
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      licence: license ?? null,
    }))
    .filter(({ path }) => !target.unused.some((name) => `${path}/`.startsWith(`node_modules/${name}/`)));
}

/** Files of these packages that are needed to run, each once: a package within another is one of the list, or is left out. */
export const libraryFiles = (folder: string, packages: readonly Package[]): readonly string[] =>
  [
    "node_modules/.package-lock.json",
    ...packages.flatMap(({ path }) =>
      listTree(folder, path).filter((file) => !file.slice(path.length).includes("/node_modules/")),
    ),
  ].filter(isNeeded);

/** Is a file of a package needed to run, or its licence? "node_modules/yaml/dist/index.d.ts" => false */
export const isNeeded = (path: string): boolean =>
  !/(?:^|\/)(?:node_modules\/\.(?:bin|cache)|\.github)\//.test(path) &&
  !/^node_modules\/node-[^/]+\/(?:include|share)\//.test(path) &&
  (isLicence(path) || !/(?:\.map|\.d\.[cm]?ts|\.md|\.markdown)$/i.test(path));

/** "node_modules/yaml/LICENSE" => true */
export const isLicence = (path: string): boolean => /(?:^|\/)(?:licen[cs]e|copying|notice|ofl)[^/]*$/i.test(path);
