/** What is opened at any time: the bulletin of the latest quarter that was made, and the guide. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { namesIn } from "../disk/tree.ts";
import { parseQuarterId, quarterNumber } from "../model/period.ts";

/**
 * "dist/2026-T1/bulletin.pdf", or another file of the folder; undefined: none was made. The demonstration is none.
 * @param rank of the quarter in its year, when only those count
 */
export function findLatest(outDir: string, name = "bulletin.pdf", rank?: 1 | 2 | 3 | 4): string | undefined {
  const quarters = namesIn(outDir).filter((entry) => {
    const period = parseQuarterId(entry);
    return period && (rank === undefined || quarterNumber(period) === rank);
  });
  const files = quarters.toSorted().map((quarter) => join(outDir, quarter, name));
  return files.findLast((file) => existsSync(file));
}

/** The kit has the guide as a page; the repository, as a text. */
export const guide = (): string => ["guide/guide.html", "data/LISEZMOI.md"].find(existsSync) ?? "data/LISEZMOI.md";
