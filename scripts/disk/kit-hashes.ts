/** EMPREINTES.txt, at the root of a kit: the SHA-256 of each of its files, as sha256sum writes and checks them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isThere, readTextIfThere } from "./files.ts";
import { sha256 } from "./sha256.ts";
import { hashFile, listTree } from "./tree.ts";

export const HASHES_FILE = "EMPREINTES.txt";

/** @param files in the order of their paths. */
export const listHashes = (files: readonly (readonly [path: string, bytes: Uint8Array])[]): string =>
  files.map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join("");

/** What the list says; null where there is none: no kit was unpacked there. */
export const hashesIn = (root: string): readonly { readonly path: string; readonly hash: string }[] | null =>
  readTextIfThere(join(root, HASHES_FILE))
    ?.split("\n")
    .flatMap((line) => {
      const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      return hash === undefined || path === undefined ? [] : [{ path, hash }];
    }) ?? null;

/** Made by the program itself as it runs. */
const OWN = /^programme\/(?:node_modules\/)?\.cache\//;

export interface KitState {
  /** How many were compared. */
  readonly files: number;
  /** Missing or changed; in programme/, and of no kit: left by an older version, or put there by somebody. */
  readonly faults: readonly string[];
}

/** An unpacked kit against its list. What is in data/ belongs to the operator, and is left out. null: no kit was unpacked there. */
export function compareHashes(root: string): KitState | null {
  const listed = hashesIn(root);
  if (listed === null) return null;
  const files = listed.filter(({ path }) => !path.startsWith("data/"));
  const faults = files.filter(({ hash, path }) => !isThere(join(root, path)) || hashFile(root, path).sha256 !== hash);
  const known = new Set(files.map(({ path }) => path));
  const held = existsSync(join(root, "programme")) ? listTree(root, "programme") : [];
  return {
    files: files.length,
    faults: [...faults.map(({ path }) => path), ...held.filter((path) => !known.has(path) && !OWN.test(path))],
  };
}
