/** The pictures of received files, drawn by a process of its own, as they are read by one. */
import { join } from "node:path";
import type { Format, SourceFile } from "../model/grid.ts";
import { doApart } from "../process/limited-process.ts";
import type { PagePicture } from "../read/pdf/drawn/page-pictures.ts";

export interface DrawingJob {
  readonly file: SourceFile;
  readonly format: Format | null;
}

const LIMITS = { seconds: 20, megabytes: 600 };
const DRAWN: readonly (Format | null)[] = ["pdf", "html"];

/** @param browser of the settings. @returns none of what cannot be drawn within its limits. */
export async function drawApart(job: DrawingJob, browser: string | null): Promise<readonly PagePicture[]> {
  if (!DRAWN.includes(job.format)) return [];
  const drawn = doApart<string | null, DrawingJob, readonly PagePicture[]>(
    join(import.meta.dirname, "pictures-child.ts"),
    { shared: browser, jobs: [job] },
    { limits: LIMITS, ended: () => [] },
  );
  return (await Promise.all(drawn)).flat();
}
