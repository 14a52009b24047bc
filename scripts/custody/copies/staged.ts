/**
 * A distribution that is being made lies in a hidden folder of dist/, named for the line of the register that will say it was:
 *
 *   dist/.remise-2026-T1.3f2a9c41…/exemplaire-06.pdf  emargement-06-08.pdf
 *
 * The line is the moment of truth. Killed before it, the folder is of no use and goes; killed after it, its files are put in their place:
 * no copy that the register does not know, none that it knows and that is nowhere.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../disk/files.ts";
import { rename } from "../../disk/held.ts";
import { COPIES_FOLDER } from "../../disk/out-folders.ts";
import { lockOutput } from "../../disk/output-lock.ts";
import { toldInFrench } from "../../disk/refusal.ts";
import { makeFolder } from "../../disk/rights.ts";
import { namesIn } from "../../disk/tree.ts";
import { quote } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";
import type { RegisterLine } from "../register/entry.ts";

const STAGED = /^\.remise-(\d{4}-T\d)\.([0-9a-f]{64})$/;

type Made = Pick<RegisterLine, "hash"> & { readonly quarter: string };
const folderOf = (outDir: string, { quarter, hash }: Made): string => join(outDir, `.remise-${quarter}.${hash}`);

/** @param files name in the folder of the copies -> content. */
export function stageDistribution(outDir: string, line: Made, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, content] of files) writeWhole(join(folderOf(outDir, line), name), content);
}

/** Takes away what was staged for a line that was never written. */
function dropDistribution(outDir: string, line: Made): void {
  const folder = folderOf(outDir, line);
  toldInFrench(folder, () => rmSync(folder, { recursive: true, force: true }));
}

/** The highest number that a paper of the folder bears: a register taken back from an older backup does not know it. 0: none. */
export function lastNumberIn(outDir: string, quarter: string): number {
  const names = namesIn(join(outDir, quarter, COPIES_FOLDER));
  return Math.max(0, ...names.map((name) => Number(/^(?:exemplaire|emargement-\d+)-(\d+)\.pdf$/.exec(name)?.[1] ?? 0)));
}

/** Puts what was staged beside its bulletin. @throws UserError rather than replacing a paper: it may be another person's. */
export function placeDistribution(outDir: string, line: Made): void {
  const folder = folderOf(outDir, line);
  const place = join(outDir, line.quarter, COPIES_FOLDER);
  toldInFrench(place, () => {
    makeFolder(place);
    const names = readdirSync(folder);
    const there = names.filter((name) => existsSync(join(place, name)));
    if (there.length > 0)
      throw new UserError(
        `${there.map((name) => quote(join(place, name))).join(", ")} : ${there.length > 1 ? "ces fichiers sont déjà là, et la remise inscrite au registre en a d'autres" : "ce fichier est déjà là, et la remise inscrite au registre en a un autre"} du même nom.`,
        "Rien n'a été remplacé. Déplacez ce qui est déjà là hors du dossier, demandez-vous à qui il a été remis, puis relancez la commande.",
      );
    for (const name of names) rename(join(folder, name), join(place, name));
    rmSync(folder, { recursive: true });
  });
}

/** Ends what a kill left half-way: placed when the register says that it was done, taken away otherwise. Call it under the lock. */
export function settleStaged(outDir: string, lines: readonly RegisterLine[]): void {
  const known = new Set(lines.map((line) => line.hash));
  for (const made of stagedIn(outDir)) (known.has(made.hash) ? placeDistribution : dropDistribution)(outDir, made);
}

/** The same, for the commands that make no distribution: takes the lock only when there is something to end. */
export function settleDistributions(outDir: string, lines: readonly RegisterLine[]): void {
  if (stagedIn(outDir).length === 0) return;
  using _lock = toldInFrench(outDir, () => lockOutput(outDir));
  settleStaged(outDir, lines);
}

const stagedIn = (outDir: string): readonly Made[] =>
  namesIn(outDir).flatMap((name) => {
    const [, quarter, hash] = STAGED.exec(name) ?? [];
    return quarter !== undefined && hash !== undefined ? [{ quarter, hash }] : [];
  });
