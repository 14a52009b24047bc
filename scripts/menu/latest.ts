/** The bulletin of the latest quarter that was made. */
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
