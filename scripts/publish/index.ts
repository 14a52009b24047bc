/**
 * Stage 6 of the main path: editions -> dist/.
 *
 *   publisher.ts     the process that publishes, seen from the one that reads      (publisher-child.ts: from within)
 *   publication.ts   pages, PDF, figures, proved, then put in place whole          (lock.ts, swap.ts, manifest.ts, tidy-csv.ts)
 *   pages.ts         editions -> HTML, by Eleventy                                 (assets.ts, filters/)
 *   print.ts         HTML -> PDF, by the browser of browser.ts                     (page-facts.ts, pdf-*.ts)
 *   proofs/          what must be true of both before anything is replaced
 */
export { launchBrowser, type PrintBrowser } from "./browser.ts";
export { privateFolder } from "./private-folder.ts";
export { type Publication, type PublishOptions, publish, publishable } from "./publication.ts";
export { type Publisher, startPublisher } from "./publisher.ts";
