/** The data folder from the disk: one sub-folder a delivery, every file of it, nothing followed out of it. */

import { existsSync, lstatSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { toldInFrench } from "../disk/refusal.ts";
import { sha256 } from "../disk/sha256.ts";
import { isSystemFile } from "../disk/system-file.ts";
import { entriesOf, isMisread, MISREAD, RENAME, walkTree } from "../disk/tree.ts";
import { quarterOfDelivery } from "../model/delivery.ts";
import { quote } from "../model/format.ts";
import type { SourceFile } from "../model/grid.ts";
import { aNote, anError, asWarning, aWarning, hasError, type Issue, type Result, UserError } from "../model/issue.ts";
import { LECTURES_FOLDER } from "../model/lecture.ts";
import { own, received } from "../model/received.ts";
import { misnamedDelivery } from "../model/typed.ts";
import { fileTooLarge, MAX_FILE_BYTES } from "../read/contract/limits.ts";
import { isCommunalBase, KEPT_COMMUNAL } from "./communal.ts";

/** Folders of data/ that hold no delivery. */
const DEMO = "demo";
const REFERENCE = "reference";
/** Files of data/ itself: those that come with the program, and those that a town hall's own work puts beside them. */
const SHIPPED_FILES = /^(convention\.example\.yaml|habilitations\.example\.yaml|LISEZMOI\.md|\..*)$/;
const TOWN_HALL_FILES = /^(convention\.yaml|habilitations\.yaml|registre\..*|poste\.json|cle-du-kit\.txt)$/;

export interface Deliveries {
  readonly files: readonly SourceFile[];
  /** Public bases dropped in data/reference/. */
  readonly references: readonly SourceFile[];
  /** Names of the delivery folders that hold something, in order. */
  readonly names: readonly string[];
}

/** One file; its bytes are read only when its size is allowed. */
function readSource(root: string, path: string, delivery: string): Result<readonly SourceFile[]> {
  const full = join(root, path);
  try {
    const { size } = toldInFrench(path, () => lstatSync(full));
    if (size > MAX_FILE_BYTES) return { value: [], issues: [fileTooLarge(size)({ path })] };
    const bytes = new Uint8Array(toldInFrench(path, () => readFileSync(full)));
    const name = path.slice(path.lastIndexOf("/") + 1);
    return { value: [{ path, delivery, name, bytes, sha256: sha256(bytes) }], issues: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = error;
    return {
      value: [],
      issues: [
        anError("file-not-readable", {
          about: { message: received(message), hint: received(hint) },
          place: { file: path },
        }),
      ],
    };
  }
}

/** All the files of a folder of data/, however deep; a link is named and not followed. */
function readFolder(root: string, name: string): Result<readonly SourceFile[]> {
  const found = [...walkTree(root, name)].map(({ path, kind }): Result<readonly SourceFile[]> => {
    if (kind === "misread") return { value: [], issues: [misread(path)] };
    if (kind === "other") return { value: [], issues: [notFollowed(path)] };
    return name === REFERENCE && isKeptApart(root, path) ? { value: [], issues: [] } : readSource(root, path, name);
  });
  return { value: found.flatMap(({ value }) => value), issues: found.flatMap(({ issues }) => issues) };
}

/** The communal base, and what is kept of it: communal.ts reads them. */
const isKeptApart = (root: string, path: string): boolean =>
  basename(path) === KEPT_COMMUNAL || isCommunalBase(path, lstatSync(join(root, path)).size);

/** Each file that holds the same bytes as an earlier one of its delivery: read twice, it changes no figure, but it may stand for another. */
function sameBytes(files: readonly SourceFile[]): readonly Issue[] {
  const first = new Map<string, SourceFile>();
  return files.flatMap((file) => {
    const earlier = first.get(file.sha256);
    if (!earlier) first.set(file.sha256, file);
    if (!earlier || file.bytes.length === 0) return []; // an empty file is told for itself
    return [
      aNote("same-file-twice", {
        about: { path: received(file.path), first: received(earlier.path) },
        place: { file: file.path },
      }),
    ];
  });
}

/**
 * Reads the data folder. What cannot be taken (a file outside any delivery, a folder whose name is no quarter, a link, a file
 * too large) is an issue, and never passed over in silence.
 * @throws UserError (exit 2) when a folder cannot be read at all.
 */
export function loadDeliveries(dataDir: string): Result<Deliveries> {
  const files: SourceFile[] = [];
  const references: SourceFile[] = [];
  const names: string[] = [];
  const issues: Issue[] = [];
  for (const entry of entriesOf(dataDir)) {
    const { name } = entry;
    if (isMisread(dataDir, name)) {
      issues.push(misread(name));
      continue;
    }
    if (entry.isDirectory() && (name === DEMO || name === LECTURES_FOLDER || name.startsWith("."))) continue;
    if (!entry.isDirectory()) {
      if (!SHIPPED_FILES.test(name) && !TOWN_HALL_FILES.test(name) && !isSystemFile(name))
        issues.push(entry.isFile() ? outsideDelivery(name) : notFollowed(name));
      continue;
    }
    if (name === REFERENCE) {
      const found = readFolder(dataDir, name);
      references.push(...found.value);
      issues.push(...found.issues.map(asWarning));
    } else if (quarterOfDelivery(name) === undefined) issues.push(misnamedDelivery(name));
    else {
      const found = readFolder(dataDir, name);
      if (found.value.length === 0 && found.issues.length === 0) issues.push(emptyDelivery(name));
      else names.push(name);
      files.push(...found.value);
      issues.push(...found.issues, ...sameBytes(found.value));
    }
  }
  if (names.length === 0 && !hasError(issues)) issues.push(noDelivery(dataDir));
  return { value: { files, references, names }, issues };
}

/** Does the folder hold nothing of a town hall's own, as on the day of the installation? One that is not there holds nothing. */
export const isAsInstalled = (dataDir: string): boolean =>
  !existsSync(dataDir) ||
  entriesOf(dataDir).every((e) =>
    e.isDirectory()
      ? e.name === DEMO || e.name === REFERENCE || e.name.startsWith(".")
      : SHIPPED_FILES.test(e.name) || isSystemFile(e.name),
  );

/**
 * The folder to read: the one given; data/demo while the usual one is as installed. One file of its own is enough, settings for
 * instance: the demonstration never stands in for the real.
 */
export function chooseDataDir(dataDir: string, isDefault: boolean): string {
  const demo = join(dataDir, DEMO);
  return isDefault && existsSync(demo) && isAsInstalled(dataDir) ? demo : dataDir;
}

/** What is said of what cannot be taken from the data folder. */
const misread = (path: string): Issue =>
  anError("file-not-readable", {
    about: { message: received(`${quote(path)} : ${MISREAD}.`), hint: received(RENAME) },
    place: { file: path },
  });

const notFollowed = (path: string): Issue =>
  anError("not-a-file", { about: { path: received(path) }, place: { file: path } });

const outsideDelivery = (name: string): Issue =>
  anError("file-outside-delivery", { about: { path: received(name) }, place: { file: name } });

const noDelivery = (dataDir: string): Issue => anError("no-delivery", { about: { folder: own(dataDir) } });

/** Made before its files came, and left: nothing has been received, and the bulletins of the other quarters lose nothing by it. */
const emptyDelivery = (name: string): Issue =>
  aWarning("delivery-empty", { about: { folder: received(name) }, place: { file: name } });
