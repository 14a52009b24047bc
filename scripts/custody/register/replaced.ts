/**
 * A build takes the place of the bulletin before it. What somebody changed, added or took away there would be gone without a trace: its
 * line of the register says it for good.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { COPIES_FOLDER } from "../../disk/out-folders.ts";
import { hashFile, listTree } from "../../disk/tree.ts";
import { quote } from "../../model/format.ts";
import { aWarning, type Issue } from "../../model/issue.ts";
import type { RegisterLine } from "./entry.ts";
import { madeBy } from "./known.ts";

/** Rewritten with every bulletin. */
const INDEX = "index.html";

/** What a build is about to replace. */
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

/** The same, to whoever builds. */
export const replacedAltered = (quarter: string, { altered }: Replaced): readonly Issue[] =>
  altered.length === 0
    ? []
    : [
        aWarning("bulletin-was-altered", {
          message: `Ce que le bulletin ${quarter} remplace n'était plus tel que le programme l'avait fait : ${altered.map(quote).join(", ")}.`,
          hint: "Le registre le garde sur la ligne de ce bulletin. Demandez-vous qui l'a modifié, et si une version modifiée a été remise à quelqu'un.",
        }),
      ];
