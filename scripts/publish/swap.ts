/** A folder takes another's place at once: at any instant the old or the new stands there, whole. */
import { spawnSync } from "node:child_process";
import { closeSync, cpSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isUnfinished, writeWhole } from "../disk/files.ts";
import { rename } from "../disk/held.ts";
import { COPIES_FOLDER } from "../disk/out-folders.ts";
import { makeFolder, writeWithRights } from "../disk/rights.ts";

/** Folders at work in `out`, hidden, never a bulletin: ".en-cours-2026-T1.1234" being written, ".ancien-2026-T1.1" being replaced. */
const STAGING = ".en-cours-";
const ASIDE = ".ancien-";
/** In a folder of the second kind: another bulletin has taken its place, it must never come back. */
const REPLACED = ".remplace";

/**
 * What is of no use any more. A reader may hold a file of it: what is left stays there, hidden, for a later build to erase. Nothing is
 * told, for nothing went wrong.
 */
function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    attempt(() => writeFileSync(join(folder, REPLACED), ""));
  }
}

/** What may fail without harm: the next build tries again. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // held by another program, or the disk is full
  }
}

interface Aside {
  readonly name: string;
  readonly id: string;
  readonly rank: number;
}
/** Folders set aside, the latest first: ".ancien-2026-T1.2" stands beside the one before it where a reader still holds that one. */
const setAside = (out: string): readonly Aside[] =>
  readdirSync(out)
    .flatMap((name): readonly Aside[] => {
      const [, id, rank] = /^\.ancien-(.+)\.(\d+)$/.exec(name) ?? [];
      return id === undefined ? [] : [{ name, id, rank: Number(rank) }];
    })
    .toSorted((a, b) => b.rank - a.rank);

/** Sets right what a kill may have left, as best it can. Call it under the lock, before anything is written. */
export function heal(out: string): void {
  for (const name of readdirSync(out)) if (name.startsWith(STAGING) || isUnfinished(name)) discard(join(out, name));
  for (const { name, id } of setAside(out)) {
    const folder = join(out, name);
    const place = join(out, id);
    // Killed between the two renames of swapIn: the old bulletin goes back to its place.
    if (!existsSync(place) && !existsSync(join(folder, REPLACED))) attempt(() => rename(folder, place));
    else discard(folder);
  }
}

/** Forces a file or folder to the disk: after a power cut too, what was renamed is whole. */
function sync(path: string): void {
  // A folder cannot be opened on Windows, where renaming needs no such care.
  if (process.platform === "win32") return;
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes the files into a new hidden folder of `out`. @returns its path. */
export function stage(out: string, id: string, files: ReadonlyMap<string, string | Uint8Array>): string {
  // with the process's number: what a killed build left may be held by a reader, and stay
  const folder = join(out, `${STAGING}${id}.${process.pid}`);
  // without { recursive: true }, with which Node says of a read-only disk that the folder does not exist
  if (!existsSync(folder)) makeFolder(folder);
  for (const [name, content] of files) writeWithRights(join(folder, name), content);
  return folder;
}

/**
 * Linux can exchange two folders in one step (renameat2, RENAME_EXCHANGE), which Node does not offer: mv does since
 * coreutils 9.5 (Debian 13). @returns false where that is not to be had.
 */
function exchange(a: string, b: string): boolean {
  if (process.platform !== "linux") return false;
  const { status } = spawnSync("/usr/bin/mv", ["--exchange", "--no-target-directory", "--", a, b], { stdio: "ignore" });
  return status === 0;
}

/** Numbered copies of the earlier bulletin were handed to someone: a new build keeps them. */
function carryCopies(place: string, staged: string): void {
  const copies = join(place, COPIES_FOLDER);
  if (!existsSync(copies)) return;
  const kept = join(staged, COPIES_FOLDER);
  makeFolder(kept); // with the rights of its place, which copying would not give it
  cpSync(copies, kept, { recursive: true, preserveTimestamps: true });
}

/** A name that is free for what stands in `place`. */
function asideOf(out: string, id: string): string {
  const before = setAside(out).find((one) => one.id === id);
  return join(out, `${ASIDE}${id}.${(before?.rank ?? 0) + 1}`);
}

/**
 * Windows does not let a folder be renamed while a reader has a file of it open: better told before the new bulletin is recorded than after,
 * or the register would accuse the old one, which stays. `name`: of a bulletin's folder, or "index.html".
 * @throws what the disk says.
 */
export function assertReplaceable(out: string, name: string): void {
  const place = join(out, name);
  if (process.platform !== "win32" || !existsSync(place)) return; // elsewhere nobody can hold it, and it is never away for an instant
  const aside = asideOf(out, name);
  rename(place, aside);
  rename(aside, place);
}

/**
 * Puts a staged folder in its place. Once it stands there nothing is thrown: an old bulletin that is still open in a reader is erased by
 * a later build.
 * @param files names in it, forced to the disk first.
 */
export function swapIn(staged: string, files: Iterable<string>): void {
  const out = dirname(staged);
  const id = basename(staged)
    .slice(STAGING.length)
    .replace(/\.\d+$/, "");
  const place = join(out, id);
  for (const name of files) sync(join(staged, name));
  carryCopies(place, staged);
  sync(staged);
  if (!existsSync(place)) rename(staged, place);
  else if (exchange(staged, place))
    discard(staged); // it now holds the old bulletin
  else {
    const aside = asideOf(out, id);
    rename(place, aside);
    try {
      rename(staged, place);
    } catch (error) {
      rename(aside, place);
      throw error;
    }
    discard(aside);
  }
  sync(out);
}

/** Replaces one file of `out`, whole. */
export const replaceFile = (out: string, name: string, content: string): void => writeWhole(join(out, name), content);
