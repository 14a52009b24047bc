/** What the lines of the register say of the files: which are known, by what, which were eliminated; what a build is about to replace. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { COPIES_FOLDER } from "../../disk/files.ts";
import { type FileHash, hashFile, listTree } from "../../disk/tree.ts";
import { deliveryOfPath } from "../../model/delivery.ts";
import { quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
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

/** Rewritten with every bulletin. */
const INDEX = "index.html";

/** What a build is about to replace. What somebody changed, added or took away there would be gone without a trace: its line says it for good. */
export interface Replaced {
  /** Paths under outDir that no build of the program made so; files of the last build that are gone. */
  readonly altered: readonly string[];
  /** Line of the bulletin in place, where it is not the last one built: a build was killed, or somebody put it back; null otherwise. */
  readonly older: number | null;
}
export const NOTHING_REPLACED: Replaced = { altered: [], older: null };

/** Of the folder of the quarter, and of the index. The copies stay: they are no part of it. */
export function findReplaced(lines: readonly RegisterLine[], outDir: string, quarter: string): Replaced {
  const made = madeBy(lines);
  const last = lines.findLast((line) => line.action === "build" && line.quarter === quarter);
  if (last?.action !== "build" || !existsSync(join(outDir, quarter))) return NOTHING_REPLACED;
  const here = listTree(outDir, quarter).filter((path) => !path.startsWith(`${quarter}/${COPIES_FOLDER}/`));
  const replaced = existsSync(join(outDir, INDEX)) ? [...here, INDEX] : here;
  const lineOf = (path: string): number | undefined => made.get(path)?.get(hashFile(outDir, path).sha256);
  const older = here.map(lineOf).find((n) => n !== undefined && n !== last.n);
  return {
    altered: [
      ...replaced.filter((path) => lineOf(path) === undefined),
      ...last.outputs.map(({ path }) => path).filter((path) => older === undefined && !existsSync(join(outDir, path))),
    ].toSorted(),
    older: older ?? null,
  };
}

/** Path of a file that builds made -> its hash -> the last line that made it so. */
export function madeBy(lines: readonly RegisterLine[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const made = new Map<string, Map<string, number>>();
  for (const line of lines)
    if (line.action === "build")
      for (const { path, sha256 } of line.outputs)
        made.set(path, (made.get(path) ?? new Map<string, number>()).set(sha256, line.n));
  return made;
}

/** The same, to whoever builds. */
export const replacedAltered = (quarter: string, { altered }: Replaced): readonly Issue[] =>
  altered.length === 0
    ? []
    : [
        {
          rule: "bulletin-was-altered",
          severity: "warning",
          message: `Ce que le bulletin ${quarter} remplace n'était plus tel que le programme l'avait fait : ${altered.map(quote).join(", ")}.`,
          hint: "Le registre le garde sur la ligne de ce bulletin. Demandez-vous qui l'a modifié, et si une version modifiée a été remise à quelqu'un.",
        },
      ];
