/** The lectures that persons confirmed, as the register knows them: one that is not its own is told, and trusted by no command. */
import type { FileHash } from "../../disk/tree.ts";
import { deliveryOfPath } from "../../model/delivery.ts";
import { quote } from "../../model/format.ts";
import { anError, type Issue } from "../../model/issue.ts";
import type { RegisterLine } from "./entry.ts";
import { type KnownFiles, sinceLine } from "./received.ts";

/** Path of each lecture that was confirmed, with its hash and its line: the last confirmation of a delivery stands. */
function confirmedLectures(lines: readonly RegisterLine[]): KnownFiles {
  const known = new Map<string, { readonly sha256: string; readonly line: RegisterLine }>();
  for (const line of lines) {
    if (line.action === "lecture") known.set(line.lecture.path, { sha256: line.lecture.sha256, line });
    if (line.action === "purge") for (const { path } of line.data) known.delete(path);
  }
  return known;
}

/** @param held the lectures as they are now. */
export function checkLectures(lines: readonly RegisterLine[], held: readonly FileHash[]): readonly Issue[] {
  const known = confirmedLectures(lines);
  const now = new Map(held.map(({ path, sha256 }) => [path, sha256]));
  const again = (path: string): string =>
    `Reprenez-la de la sauvegarde. Sinon, confirmez de nouveau : npm run lecture -- ${deliveryOfPath(path.replace(/^[^/]*\/|\.json$/g, "")) ?? "TRIMESTRE"}`;
  return [
    ...[...known].flatMap(([path, file]): readonly Issue[] => {
      const actual = now.get(path);
      if (actual === file.sha256) return [];
      const isGone = actual === undefined;
      return [
        anError(isGone ? "lecture-missing" : "lecture-altered", {
          message: `Lecture confirmée ${quote(path)} : ${isGone ? "absente" : "modifiée"} ${sinceLine(file)}. Elle ne compte plus : les fichiers de sa livraison sont relus, et à confirmer.`,
          hint: again(path),
          place: { file: path },
        }),
      ];
    }),
    ...held
      .filter(({ path }) => !known.has(path))
      .map(
        ({ path }): Issue =>
          anError("lecture-altered", {
            message: `La lecture ${quote(path)} n'est pas inscrite au registre : elle ne compte pas.`,
            hint: `Effacez ce fichier, ou confirmez la lecture : npm run lecture -- ${path.replace(/^[^/]*\/|\.json$/g, "")}`,
            place: { file: path },
          }),
      ),
  ];
}

/** Those that the register knows as they are. */
export function trustedLectures<T extends { readonly delivery: string; readonly sha256: string }>(
  lines: readonly RegisterLine[],
  held: readonly T[],
  pathOf: (delivery: string) => string,
): readonly T[] {
  const known = confirmedLectures(lines);
  return held.filter(({ delivery, sha256 }) => known.get(pathOf(delivery))?.sha256 === sha256);
}
