/** EMPREINTES.txt, at the root of a kit: the SHA-256 of each of its files, as sha256sum writes and checks them. */
import { join } from "node:path";
import { isThere, readTextIfThere } from "./files.ts";
import { sha256 } from "./sha256.ts";
import { hashFile } from "./tree.ts";

export const HASHES_FILE = "EMPREINTES.txt";

/** @param files in the order of their paths. */
export const listHashes = (files: readonly (readonly [path: string, bytes: Uint8Array])[]): string =>
  files.map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`).join("");

/**
 * Files of an unpacked kit that are missing or changed, and how many were compared. What is in data/ belongs to the operator, and is left
 * out. null: no kit was unpacked there.
 */
export function compareHashes(root: string): { readonly files: number; readonly faults: readonly string[] } | null {
  const lines = readTextIfThere(join(root, HASHES_FILE))?.split("\n");
  if (lines === undefined) return null;
  const files = lines.flatMap((line) => {
    const [, hash, path = "data/"] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    return path.startsWith("data/") ? [] : [{ hash, path }];
  });
  const faults = files.filter(({ hash, path }) => !isThere(join(root, path)) || hashFile(root, path).sha256 !== hash);
  return { files: files.length, faults: faults.map(({ path }) => path) };
}
