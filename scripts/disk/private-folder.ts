/** A folder that only this account can read or write: unpacked browser, browser profiles, styles and scripts of the pages. */
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { UserError } from "../model/issue.ts";

/** Never the shared temporary folder: there another account could leave a program for us to start. */
const NAME = "bulletin-delinquance";

/** The places tried, best first: the account's own cache, then the project's (a service account may have no home). */
export function privateFolderCandidates(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): readonly string[] {
  const project = resolve(import.meta.dirname, "../../.cache");
  const { LOCALAPPDATA, XDG_CACHE_HOME } = env;
  if (platform === "win32") return [join(LOCALAPPDATA ?? join(home, "AppData", "Local"), NAME), project];
  // A relative XDG_CACHE_HOME is invalid (XDG Base Directory Specification) and ignored.
  return [join(XDG_CACHE_HOME?.startsWith("/") ? XDG_CACHE_HOME : join(home, ".cache"), NAME), project];
}

/** Creates the folder, or checks it: a real folder, ours, closed to the others. undefined when it cannot be had. */
function secure(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    if (!found.isDirectory()) return undefined; // a link could lead anywhere
    if (process.getuid === undefined) return folder; // Windows: the account's own AppData is closed by its rights
    if (found.uid !== process.getuid()) return undefined;
    if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
    return folder;
  } catch {
    return undefined; // no home, read-only disk: the next candidate; the caller says so when there is none
  }
}

let known: string | undefined;

/**
 * Path of the private folder, created with mode 0700 when missing.
 * @throws {UserError} when no place can be had for it.
 */
export function privateFolder(): string {
  if (known !== undefined) return known;
  const candidates = privateFolderCandidates(process.platform, process.env, homedir());
  for (const candidate of candidates) {
    known = secure(candidate);
    if (known !== undefined) return known;
  }
  throw new UserError(
    `Aucun dossier privé n’est disponible pour le navigateur d’impression (essayés : ${candidates.join(", ")}).`,
    "Rendez l’un de ces dossiers accessible en écriture à votre seul compte.",
  );
}
