/** Copies lie beside their bulletin, dist/2026-T1/copies/; they are no part of it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type FileHash, hashTree } from "../../disk/tree.ts";

export const COPIES_FOLDER = "copies";

/** Files of a published bulletin, copies left out: the `outputs` of a build. Paths are relative to dist/: "2026-T1/bulletin.pdf". */
export const hashPublished = (outDir: string, quarter: string): readonly FileHash[] =>
  existsSync(join(outDir, quarter))
    ? hashTree(outDir, quarter).filter(({ path }) => !path.startsWith(`${quarter}/${COPIES_FOLDER}/`))
    : [];
