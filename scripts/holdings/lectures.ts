/** The lectures from the disk and to it: data/lectures/<delivery>.json. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTextIfThere, writeWhole } from "../disk/files.ts";
import { toldInFrench } from "../disk/refusal.ts";
import { makeFolder } from "../disk/rights.ts";
import { sha256 } from "../disk/sha256.ts";
import { namesIn } from "../disk/tree.ts";
import { quote } from "../model/format.ts";
import { anError, type Issue, type Result, UserError } from "../model/issue.ts";
import { LECTURES_FOLDER, type Lecture, lecturePath } from "../model/lecture.ts";
import { compareText } from "../model/order.ts";
import type { Settings } from "../model/settings.ts";
import { parseJson } from "../model/text/json.ts";
import { lectureOf, lectureText } from "./lecture-json.ts";

/** A lecture of the disk, with the hash of its file. */
export interface HeldLecture extends Lecture {
  readonly sha256: string;
}

/** All that can be read, in order of delivery; one that cannot is named, and counts for nothing. */
export function loadLectures(dataDir: string): Result<readonly HeldLecture[]> {
  const folder = join(dataDir, LECTURES_FOLDER);
  const names = namesIn(folder).filter((name) => name.endsWith(".json"));
  const key = heldKey(dataDir) ?? "";
  const lectures: HeldLecture[] = [];
  const issues: Issue[] = [];
  for (const name of names.toSorted(compareText)) {
    const path = `${LECTURES_FOLDER}/${name}`;
    const bytes = toldInFrench(path, () => readFileSync(join(folder, name)));
    const lecture = lectureOf(parseJson(bytes.toString("utf8")), key);
    if (lecture && lecturePath(lecture.delivery) === path) lectures.push({ ...lecture, sha256: sha256(bytes) });
    else issues.push(unreadable(path));
  }
  return { value: lectures, issues };
}

const unreadable = (path: string): Issue =>
  anError("lecture-unreadable", {
    message: `La lecture confirmée ${quote(path)} n'a pas la forme attendue : elle ne compte plus, et les fichiers de sa livraison sont relus.`,
    hint: "Reprenez-la de la sauvegarde. Sinon, effacez ce fichier et confirmez de nouveau la lecture : npm run lecture.",
    place: { file: path },
  });

/** In the folder of the lectures: what the texts that are not kept are hashed with. It goes with the folder, in backups too. */
const KEY_FILE = "cle-des-textes";

function heldKey(dataDir: string): string | undefined {
  const key = readTextIfThere(join(dataDir, LECTURES_FOLDER, KEY_FILE))?.trim();
  if (key === undefined || /^[0-9a-f]{64}$/.test(key)) return key;
  throw new UserError(
    `${quote(`${LECTURES_FOLDER}/${KEY_FILE}`)} n'a pas la forme attendue.`,
    "Reprenez ce fichier de la sauvegarde. Sinon, effacez-le : un autre sera fait, et les textes sans effet des fichiers à venir seront montrés une fois de plus.",
  );
}

/** Drawn once for the folder. */
export function lectureKey(dataDir: string): string {
  const held = heldKey(dataDir);
  if (held !== undefined) return held;
  const key = randomBytes(32).toString("hex");
  writeWhole(join(dataDir, LECTURES_FOLDER, KEY_FILE), `${key}\n`);
  return key;
}

/** @returns the hash of what was written. */
export function writeLecture(dataDir: string, lecture: Lecture): { readonly path: string; readonly sha256: string } {
  const path = lecturePath(lecture.delivery);
  const content = lectureText(lecture);
  toldInFrench(join(dataDir, LECTURES_FOLDER), () => makeFolder(join(dataDir, LECTURES_FOLDER)));
  writeWhole(join(dataDir, path), content);
  return { path, sha256: sha256(content) };
}

/** SHA-256 of the settings that change how a file is read. */
export const readingSettings = ({ commune, labels, words }: Settings): string =>
  sha256(JSON.stringify([commune, labels, words, []])); // the empty list: one of columns, which the settings of before had
