/**
 * Stage 6 of the main path: editions -> dist/.
 *
 *   publisher.ts     the browser and Eleventy, made ready while the files are read; imported by itself
 *   publication.ts   THE PATH: render, print, prove, put in place               (make-bulletin.ts, swap.ts, manifest.ts)
 *   pages.ts         editions -> HTML, by Eleventy                              (assets.ts, filters/)
 *   print/           HTML -> PDF, by the browser of browser.ts
 *   pdf/             the printed PDF, read and finished
 *   proofs/          what must be true of both before anything is replaced
 *   workbook/        the tables of the bulletin -> tableaux.xlsx
 */

export { launchBrowser, type OpenBrowser } from "../browser/browser.ts";
export { printWith } from "./print/print.ts";
export { publish } from "./publication.ts";
