/**
 * Stage 6 of the main path: editions -> dist/.
 *
 *   publisher.ts        the process that publishes, seen from the one that reads   (publisher-child.ts: from within)
 *   publication.ts      the bulletins made, then put in place whole                (publishable.ts, lock.ts, swap.ts)
 *   bulletin-files.ts   all files of one bulletin, proved                          (manifest.ts, tidy-csv.ts)
 *   pages.ts            editions -> HTML, by Eleventy                              (assets.ts, filters/)
 *   print.ts            HTML -> PDF, by the browser of browser.ts                  (page-facts.ts, pdf-*.ts)
 *   proofs/             what must be true of both before anything is replaced
 */

export { privateFolder } from "../disk/private-folder.ts";
export { launchBrowser, type PrintBrowser } from "./print/browser.ts";
export { publish } from "./publication.ts";
export { type Publication, type PublishOptions, publishable } from "./publishable.ts";
export { type Publisher, startPublisher } from "./publisher.ts";
