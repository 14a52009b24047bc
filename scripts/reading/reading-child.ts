/** The process that reads (apart.ts). */
import { closeSharedBrowser } from "../browser/shared.ts";
import { serveJobs } from "../process/limited-child.ts";
import { createDocumentReader } from "./document.ts";

serveJobs(createDocumentReader, closeSharedBrowser);
