/** The process that draws (pictures.ts). */
import { closeSharedBrowser } from "../browser/shared.ts";
import { serveJobs } from "../process/limited-child.ts";
import { drawFile } from "../read/pictures.ts";
import type { DrawingJob } from "./pictures.ts";

serveJobs(
  (browser: string | null) =>
    ({ file, format }: DrawingJob) =>
      drawFile(file, format, browser),
  closeSharedBrowser,
);
