/** The bulletin of the latest quarter that was made. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseQuarterId } from "../model/period.ts";

/** "dist/2026-T1/bulletin.pdf", or another file of the folder; undefined: none was made. The demonstration is none. */
export function findLatest(outDir: string, name = "bulletin.pdf"): string | undefined {
  const quarters = existsSync(outDir) ? readdirSync(outDir).filter(parseQuarterId) : [];
  const files = quarters.toSorted().map((quarter) => join(outDir, quarter, name));
  return files.findLast((file) => existsSync(file));
}
