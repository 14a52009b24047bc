/** The lectures that persons confirmed, as the register knows them: one that is not its own is told, and trusted by no command. */
import type { FileHash } from "../../disk/tree.ts";
import { quote } from "../../model/format.ts";
import { anError, type Issue } from "../../model/issue.ts";
import { lecturePath } from "../../model/lecture.ts";
import type { RegisterLine } from "./entry.ts";
import { notAsKnown } from "./kinds.ts";
import { filesKnown } from "./known.ts";

/** @param held the lectures as they are now. */
export function checkLectures(lines: readonly RegisterLine[], held: readonly FileHash[]): readonly Issue[] {
  const { lectures } = filesKnown(lines);
  const now = new Map(held.map(({ path, sha256 }) => [path, sha256]));
  return [
    ...[...lectures].flatMap(([path, file]) =>
      now.get(path) === file.sha256 ? [] : [notAsKnown("lecture", path, file, now.get(path))],
    ),
    ...held.filter(({ path }) => !lectures.has(path)).map(({ path }) => lectureUnknown(path)),
  ];
}

const lectureUnknown = (path: string): Issue =>
  anError("lecture-altered", {
    message: `La lecture ${quote(path)} n'est pas inscrite au registre : elle ne compte pas.`,
    hint: `Effacez ce fichier, ou confirmez la lecture : npm run lecture -- ${path.replace(/^[^/]*\/|\.json$/g, "")}`,
    place: { file: path },
  });

/** Those that the register knows as they are. */
export function trustedLectures<T extends { readonly delivery: string; readonly sha256: string }>(
  lines: readonly RegisterLine[],
  held: readonly T[],
): readonly T[] {
  const { lectures } = filesKnown(lines);
  return held.filter(({ delivery, sha256 }) => lectures.get(lecturePath(delivery))?.sha256 === sha256);
}
