/** A reception as it would be written: the files of a delivery, held against those that the register knows of it. */
import type { FileHash } from "../../disk/tree.ts";
import type { RegisterLine } from "./entry.ts";
import { type KnownFiles, receivedFiles, renamedFiles } from "./received.ts";

export interface Compared {
  readonly delivery: string;
  readonly files: readonly FileHash[];
  /** Its last reception; undefined: none. */
  readonly before: Extract<RegisterLine, { readonly action: "reception" }> | undefined;
  /** Before -> now, the bytes being the same. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Paths of what was received and is no longer so: other bytes, or gone. */
  readonly changed: readonly string[];
  /** Paths that no reception knows. */
  readonly added: readonly string[];
  /** Did the register ever know a file of it? */
  readonly isKnown: boolean;
}

/** @param files all those of the delivery, as they are now. */
export function compareReception(
  lines: readonly RegisterLine[],
  delivery: string,
  files: readonly FileHash[],
): Compared {
  const known: KnownFiles = receivedFiles(lines).get(delivery) ?? new Map();
  const hashes = new Map(files.map((file) => [file.path, file.sha256]));
  const renamed = renamedFiles(known, files);
  const now = new Set(renamed.values());
  return {
    delivery,
    files,
    before: lines.filter((line) => line.action === "reception").findLast((line) => line.delivery === delivery),
    renamed,
    changed: [...known].flatMap(([path, file]) =>
      hashes.get(path) === file.sha256 || renamed.has(path) ? [] : [path],
    ),
    added: files.flatMap(({ path }) => (known.has(path) || now.has(path) ? [] : [path])),
    isKnown: known.size > 0,
  };
}
