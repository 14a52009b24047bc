/**
 * A received page, laid out and printed by the browser: nothing of it is run and nothing is asked for, by the page's own rules (CSP), by
 * the browser without scripts, and by each request being refused.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { OpenBrowser } from "../../../browser/browser.ts";
import { closeSharedBrowser, sharedBrowser } from "../../../browser/shared.ts";
import type { SourceFile } from "../../../model/grid.ts";
import { anError, type Issue } from "../../../model/issue.ts";
import { notRead } from "../../contract/reader.ts";
import { SIGN_FONTS } from "../../plain/rule.ts";
import { type PageFacts, pageFacts, prepare } from "./in-page.ts";

/** As much as a file may take in the process that reads (reading/apart.ts). */
const MOST_SECONDS = 10;
const EVERY_MS = 200;

/** The browser needed more of the processor than a page may. */
const tooSlow = ({ path }: SourceFile): Issue =>
  anError("file-too-slow", { about: { seconds: MOST_SECONDS, of: "laying-out" }, place: { file: path } });

const ADDRESS = "http://etat.invalid/";
const RULES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";
/** A window of an office screen. */
const WINDOW = { width: 1280, height: 1000 };
/** In pixels, of a sheet: high enough for the rows of a statement; wider pages are cut, as on a screen that is not scrolled. */
const [SHEET_HEIGHT, MOST_WIDTH, MARGIN] = [2200, 8000, 20];
/** All the ink of a sheet is looked at: one of a short page has no more than it needs, by steps, and room for what is higher in print. */
const [STEP, ROOM] = [200, 300];
const heightOf = (content: number): number => Math.min(SHEET_HEIGHT, Math.ceil((content + ROOM) / STEP) * STEP);

export interface Printed extends PageFacts {
  /** Digits in a font of signs. */
  readonly hasSignDigits: boolean;
  readonly pdf: Uint8Array;
}

/** @param named the browser of the settings. @param seconds of its processor. @throws {UserError} without a browser. @throws {NotRead} too slow. */
export async function printPage(text: string, named: string | null, seconds = MOST_SECONDS): Promise<Printed> {
  const browser = await sharedBrowser(named);
  const watch = watchOver(browser, seconds);
  try {
    return await Promise.race([watch.tooLong, printed(browser, text)]);
  } catch (error) {
    await closeSharedBrowser();
    throw error;
  } finally {
    watch.stop();
  }
}

async function printed({ page }: OpenBrowser, text: string): Promise<Printed> {
  await page.setJavaScriptEnabled(false);
  await page.setViewport(WINDOW);
  await page.setRequestInterception(true);
  page.removeAllListeners("request");
  page.on("request", (request) =>
    request.url() === ADDRESS
      ? request.respond({
          contentType: "text/html; charset=utf-8",
          headers: { "Content-Security-Policy": RULES },
          body: text,
        })
      : request.abort(),
  );
  await page.emulateMediaType("screen");
  await page.goto(ADDRESS, { waitUntil: "load" });
  const hasSignDigits = await page.evaluate(prepare, SIGN_FONTS.source);
  const facts = await page.evaluate(pageFacts);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const content = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .slice(1) // the document itself is as high as the window, at the least
      .reduce((lowest, element) => Math.max(lowest, element.getBoundingClientRect().bottom), 0),
  );
  const pdf = await page.pdf({
    width: Math.min(MOST_WIDTH, Math.max(width, WINDOW.width)) + 2 * MARGIN,
    height: heightOf(content),
    margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    printBackground: true,
  });
  await page.goto("about:blank");
  return { ...facts, hasSignDigits, pdf };
}

/** Counts the processor time of all the browser's processes. */
function watchOver(
  browser: OpenBrowser,
  seconds: number,
): { readonly tooLong: Promise<never>; readonly stop: () => void } {
  let isOver = false;
  const tooLong = async (): Promise<never> => {
    const before = await browser.processorSeconds();
    for (;;) {
      await wait(EVERY_MS);
      if (isOver) return new Promise<never>(() => {});
      if ((await browser.processorSeconds()) - before > seconds) notRead(tooSlow);
    }
  };
  const promise = tooLong();
  promise.catch(() => {}); // told by the race
  return {
    tooLong: promise,
    stop: () => {
      isOver = true;
    },
  };
}
