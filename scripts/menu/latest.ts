/** The bulletin of the latest quarter that was made. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseQuarterId } from "../model/period.ts";

/** "dist/2026-T1/bulletin.pdf"; undefined: none was made. The demonstration is none. */
export function findLatest(outDir: string): string | undefined {
  const quarters = existsSync(outDir) ? readdirSync(outDir).filter(parseQuarterId) : [];
  const pdfs = quarters.toSorted().map((quarter) => join(outDir, quarter, "bulletin.pdf"));
  return pdfs.findLast((pdf) => existsSync(pdf));
}
