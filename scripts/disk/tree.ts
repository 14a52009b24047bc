/** The files under a folder, their paths and hashes; links are not followed. */

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { compareText } from "../model/order.ts";
import { isSystemFile } from "../model/system-file.ts";
import { toldInFrench } from "./refusal.ts";
import { sha256 } from "./sha256.ts";

export interface FileHash {
  /** Relative to the folder asked, with "/". */
  readonly path: string;
  readonly sha256: string;
}
export interface HeldFile extends FileHash {
  readonly bytes: Uint8Array;
}

/** Paths of all the files under the folder, in order, relative, with "/". Links are not followed; what systems leave is left out. */
export function listTree(folder: string, under = ""): readonly string[] {
  const here = join(folder, under);
  return toldInFrench(here, () => readdirSync(here, { withFileTypes: true }))
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      const path = under === "" ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) return listTree(folder, path);
      return entry.isFile() && !isSystemFile(entry.name) ? [path] : [];
    });
}

/** Links under the folder, relative paths: what listTree leaves out and a person would miss. */
export const listLinks = (folder: string): readonly string[] =>
  toldInFrench(folder, () => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

export function holdFile(folder: string, path: string): HeldFile {
  const full = join(folder, path);
  const bytes = toldInFrench(full, () => readFileSync(full));
  return { path, bytes, sha256: sha256(bytes) };
}

export const hashFile = (folder: string, path: string): FileHash => ({ path, sha256: holdFile(folder, path).sha256 });

/** Path and SHA-256 of every file under `folder/under`, in order; paths are relative to `folder`. */
export const hashTree = (folder: string, under = ""): readonly FileHash[] =>
  listTree(folder, under).map((path) => hashFile(folder, path));
