/** The process that reads (reader-process.ts). */
import { serveJobs } from "../process/limited-child.ts";
import { type ReadingJob, read } from "./read-file.ts";

serveJobs(({ file, codes }: ReadingJob) => read(file, codes));
