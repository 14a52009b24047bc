/** The process that reads (apart.ts). */
import { closeSharedBrowser } from "../browser/shared.ts";
import { serveJobs } from "../process/limited-child.ts";
import { createUnderstanding } from "./understand.ts";

serveJobs(createUnderstanding, closeSharedBrowser);
