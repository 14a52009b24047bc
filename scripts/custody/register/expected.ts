/** What the lines of the register say of the files: which are known, by what, and which were eliminated. */

import type { FileHash } from "../../disk/tree.ts";
import { deliveryOfPath } from "../../model/delivery.ts";
import type { RegisterLine } from "./entry.ts";
import { type Known, type KnownFiles, receivedFiles } from "./received.ts";

/** Files that a line gives a hash of. Another one is told by its name: it may be of any size, and is not read. */
export const namedFiles = (lines: readonly RegisterLine[]): ReadonlySet<string> =>
  new Set(
    lines
      .flatMap((line) => (line.action === "reception" ? line.files : line.action === "build" ? line.inputs : []))
      .map((file) => file.path),
  );

/**
 * Inputs of the builds that no reception answers for. Settings and public bases change: the last build knows them. A delivery never
 * received is known as the first build read it: no later one makes it right.
 */
export function builtWith(lines: readonly RegisterLine[]): KnownFiles {
  const received = receivedFiles(lines);
  const known = new Map<string, Known>();
  for (const line of lines) {
    if (line.action === "build")
      for (const { path, sha256 } of line.inputs) {
        const delivery = deliveryOfPath(path);
        if (delivery === undefined || !(received.has(delivery) || known.has(path))) known.set(path, { sha256, line });
      }
    if (line.action === "purge") for (const { path } of line.data) known.delete(path);
  }
  return known;
}

export function knownOutputs(lines: readonly RegisterLine[]): KnownFiles {
  const known = new Map<string, Known>();
  const know = (files: readonly FileHash[], line: RegisterLine): void => {
    for (const { path, sha256 } of files) known.set(path, { sha256, line });
  };
  for (const line of lines) {
    if (line.action === "build") {
      // a new edition replaces the folder of its quarter, and what earlier editions put there
      for (const [path, { line: from }] of known)
        if (from.action === "build" && from.quarter === line.quarter) known.delete(path);
      know(line.outputs, line);
    }
    if (line.action === "copies") know(line.copies, line);
    if (line.action === "purge") for (const { path } of line.out) known.delete(path);
  }
  return known;
}

/** Eliminated, and neither received nor built again since. */
export function purgedFiles(lines: readonly RegisterLine[]) {
  const purgedData = new Set<string>();
  const purgedOut = new Set<string>();
  for (const line of lines) {
    if (line.action === "purge") {
      for (const { path } of line.data) purgedData.add(path);
      for (const { path } of line.out) purgedOut.add(path);
    }
    if (line.action === "reception") for (const { path } of line.files) purgedData.delete(path);
    if (line.action === "build") for (const { path } of line.outputs) purgedOut.delete(path);
    if (line.action === "copies") for (const { path } of line.copies) purgedOut.delete(path);
  }
  return { purgedData, purgedOut };
}
