/**
 * What a kit holds. At its root, what the operator opens (launcher, LISEZMOI.txt, data/, guide/); all the rest in programme/, which a
 * new version replaces whole.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HASHES_FILE, listHashes } from "../disk/kit-hashes.ts";
import { listTree } from "../disk/tree.ts";
import { UserError } from "../model/issue.ts";
import { bundleAssets, SHIPPED_ASSETS } from "../publish/assets.ts";
import { inOrder } from "./archive.ts";
import { GUIDES, toPage } from "./guide.ts";
import { bundleLibraries } from "./libraries.ts";
import { licenceFiles, packagesAt, withoutLicence } from "./licences.ts";
import { readMe } from "./read-me.ts";
import { SBOM_FILE, sbomOf } from "./sbom.ts";
import type { Target } from "./targets.ts";

/** Of the repository, what only its developers use, and what the pages are bundled of: see SHIPPED_ASSETS. */
const FOR_DEVELOPERS =
  /^(?:tests\/|\.ci\/|\.git|\.biome|CONTRIBUTING\.md|README\.md|package-lock\.json|\.npmrc|scripts\/kit\/|templates\/assets\/)/;

/** Packages of which something is in the pages, bundled when the kit is made. */
const IN_PAGES = ["node_modules/chart.js", "node_modules/@kurkle/color", "node_modules/source-sans-3"];

function git(...args: readonly string[]): Buffer {
  try {
    return execFileSync("git", args, { maxBuffer: 1e9, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const said = error instanceof Error ? error.message.trim() : String(error);
    throw new UserError(
      `git n'a pas donné les fichiers du programme (détail technique : ${said}).`,
      "Lancez la commande dans le dépôt git du programme, sur une machine où git est installé.",
    );
  }
}

interface Kit {
  readonly files: Map<string, Uint8Array>;
  readonly version: string;
  /** Files that differ from the last commit: they are not in it. */
  readonly unrecorded: readonly string[];
}

/** @throws UserError where git or npm refuses. */
export async function composeKit(target: Target, step: (text: string) => void = () => {}): Promise<Kit> {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "kit-")));
  try {
    execFileSync("tar", ["-x", "-C", folder], { input: git("archive", "--format=tar", "HEAD"), maxBuffer: 1e9 });
    const tracked = listTree(folder);
    step("bibliothèques : npm ci");
    installPackages(folder, target);
    const read = (path: string): Buffer => readFileSync(join(folder, path));
    const { name, version } = JSON.parse(read("package.json").toString("utf8")) as {
      readonly name: string;
      readonly version: string;
    };
    const own = tracked.filter((file) => !FOR_DEVELOPERS.test(file));
    const sources = own.filter((file) => /\.c?[jt]s$/.test(file) && !file.startsWith("templates/"));
    step("bibliothèques : réunies en fichiers");
    const libraries = await bundleLibraries(
      folder,
      sources.map((file) => read(file).toString("utf8")),
      target.without,
    );
    const [node, nodeProgram] = target.node;
    const shipped = new Set([...libraries.packages, ...IN_PAGES, `node_modules/${node}`]);
    const packages = licensedAt(folder, shipped);

    step("fichiers et empreintes");
    const files = new Map<string, Uint8Array>();
    const inProgram = (path: string, bytes: Uint8Array) => files.set(`programme/${path}`, bytes);
    for (const path of own) {
      if (path.startsWith("data/")) files.set(path, read(path));
      // the first day fills in the examples, whatever has become of those in data/
      if (!path.startsWith("data/") || path.endsWith(".example.yaml")) inProgram(path, read(path));
    }
    for (const [path, bytes] of libraries.files) inProgram(path, bytes);
    inProgram(`node_modules/${node}/${nodeProgram}`, read(`node_modules/${node}/${nodeProgram}`));
    inProgram("node_modules/.package-lock.json", Buffer.from("{}\n")); // the installation has ended well
    inProgram(`templates/assets/${SHIPPED_ASSETS}`, Buffer.from(JSON.stringify(await bundleAssets(folder))));
    for (const [path, bytes] of licenceFiles(folder, `${name} ${version}`, packages)) inProgram(path, bytes);
    const compiled = new Map([...files].map(([path, bytes]) => [path.replace(/^programme\//, ""), bytes]));
    inProgram(SBOM_FILE, sbomOf(listComponents(folder), name, packages, compiled));
    const [from, to] = target.launcher;
    files.set(to, read(from));
    for (const [document, page] of Object.entries(GUIDES))
      files.set(`guide/${page}`, Buffer.from(toPage(read(document).toString("utf8"))));
    const commit = git("rev-parse", "--short=12", "HEAD").toString("utf8").trim();
    files.set("LISEZMOI.txt", readMe(target, { version, commit }));
    files.set(HASHES_FILE, Buffer.from(listHashes(inOrder(files))));
    const unrecorded = git("status", "--porcelain").toString("utf8").split("\n").filter(Boolean);
    return { files, version, unrecorded: unrecorded.map((line) => line.slice(3)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws UserError where one of them has no licence. */
function licensedAt(folder: string, shipped: ReadonlySet<string>): ReturnType<typeof packagesAt> {
  const packages = packagesAt(folder, shipped);
  const nameless = withoutLicence(packages);
  if (nameless.length === 0) return packages;
  throw new UserError(
    `Sans licence, une bibliothèque ne peut pas être remise : ${nameless.join(", ")}.`,
    "Remplacez-la, ou demandez sa licence à son auteur.",
  );
}

const listComponents = (folder: string) =>
  npm(
    folder,
    ["sbom", "--sbom-format=cyclonedx", "--omit=dev", "--package-lock-only"],
    "La liste des composants n'a pas pu être faite (npm sbom).",
    "Il faut npm 10 ou plus récent ; relancez la commande.",
  );

/** `npm ci` in a folder that holds package.json and package-lock.json, for a system that may not be this one. No script is run. */
function installPackages(folder: string, target: Target): void {
  const options = ["--ignore-scripts", "--prefer-offline", `--os=${target.os}`, "--cpu=x64", "--libc=glibc"];
  npm(
    folder,
    ["ci", "--omit=dev", ...options],
    "Les bibliothèques du kit n'ont pas pu être installées (npm ci).",
    "Vérifiez l'accès de cette machine aux paquets de npm, puis relancez la commande.",
  );
}

/** @returns what npm printed. @throws UserError with what is said of its refusal, and what to do. */
function npm(folder: string, args: readonly string[], refused: string, remedy: string): string {
  const path = process.env.npm_execpath; // the npm that runs this command: on Windows, npm is no program that can be started
  const [program, first] = path === undefined ? ["npm", []] : [process.execPath, [path]];
  try {
    const said = execFileSync(program, [...first, ...args], {
      cwd: folder,
      maxBuffer: 1e8,
      stdio: ["ignore", "pipe", "pipe"],
    });
    return said.toString("utf8");
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new UserError(`${refused} ${said}`, remedy);
  }
}
