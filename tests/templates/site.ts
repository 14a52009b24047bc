/** The pages as publish makes them, in memory; and a folder on the disk to open them from. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import { BULLETIN_FILES } from "../../scripts/publish/make-bulletin.ts";
import { indexEntry } from "../../scripts/publish/manifest.ts";
import { renderPages } from "../../scripts/publish/pages.ts";

/** "2026-T1/bulletin.html" => HTML. The list tells of copies; the second bulletin of it is to be made again. */
export const renderSite = (editions: readonly Edition[]): Promise<ReadonlyMap<string, string>> =>
  renderPages(
    editions,
    editions.map(({ bulletin }, i) => ({
      ...indexEntry(bulletin),
      files: BULLETIN_FILES,
      outdated: i === 1,
      copies:
        i === 0
          ? { current: ["n° 3 (Mme X)"], replaced: ["n° 1 (M. Y)", "n° 2 (Mme X)"] }
          : { current: [], replaced: [] },
    })),
  );

export function writeSite(folder: string, pages: ReadonlyMap<string, string>): void {
  for (const [name, html] of pages) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), html);
  }
}
