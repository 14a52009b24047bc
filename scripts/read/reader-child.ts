/** The process that reads (reader-process.ts). */
import { closeSharedBrowser } from "../browser/shared.ts";
import { serveJobs } from "../process/limited-child.ts";
import { type ReadingJob, read } from "./read-file.ts";

serveJobs((job: ReadingJob) => read(job.file, job), closeSharedBrowser);
