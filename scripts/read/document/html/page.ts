/**
 * A received page, laid out by the browser: nothing of it is run and nothing is asked for, by the page's own rules (CSP), by the browser
 * without scripts, and by each request being refused.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { OpenBrowser } from "../../../browser/browser.ts";
import { closeSharedBrowser, sharedBrowser } from "../../../browser/shared.ts";
import {
  gatherTexts,
  hideTexts,
  type PageFacts,
  pageFacts,
  scrollDown,
  type Texts,
  wholeText,
} from "./in-page/page.ts";
import { type CellBox, layTables, prepareCells } from "./in-page/tables.ts";
import { layTexts, prepareDigits, prepareTexts, type Run } from "./in-page/texts.ts";
import { prepare } from "./in-page/tools.ts";
import type { Pictures } from "./ink.ts";
import { readPng } from "./png.ts";

/** As much as a file may take in the process that reads (reading/apart.ts). */
const MOST_SECONDS = 10;
const EVERY_MS = 200;

/** The browser needed more of the processor than a page may. */
export class TooSlow extends Error {}

const ADDRESS = "http://etat.invalid/";
const RULES = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";
/** A window of an office screen. */
const WINDOW = { width: 1280, height: 1000 };

/** A small one, a large one. */
const OTHER_WINDOWS = [
  { width: 800, height: 600 },
  { width: 1920, height: 1080 },
];

export interface Layout {
  readonly cells: readonly CellBox[];
  readonly runs: readonly Run[];
}

/** What can be asked of the page that is laid out. */
export interface LaidOut {
  readonly layout: Layout;
  readonly facts: PageFacts;
  /** Another text is written where the window is narrower or wider. */
  readonly isOnOtherScreens: boolean;
  /** Pictures of the page, each from its top on and so high as PICTURE_HEIGHT, as far to the right as `width`. */
  readonly picturesAt: (tops: readonly number[], width: number) => AsyncIterable<Pictures>;
  readonly texts: (replaced: Readonly<Record<number, string>>) => Promise<Texts>;
}

/** @param named the browser of the settings. @param seconds of its processor. @throws {UserError} without a browser; TooSlow. */
export async function withPage<T>(
  source: { readonly text: string; readonly sheets: readonly string[] },
  named: string | null,
  use: (page: LaidOut) => Promise<T>,
  seconds = MOST_SECONDS,
): Promise<T> {
  const browser = await sharedBrowser(named);
  const watch = watchOver(browser, seconds);
  try {
    return await Promise.race([watch.tooLong, laidOut(browser, source, use)]);
  } catch (error) {
    await closeSharedBrowser();
    throw error;
  } finally {
    watch.stop();
  }
}

async function laidOut<T>(
  { page }: OpenBrowser,
  { text, sheets }: { readonly text: string; readonly sheets: readonly string[] },
  use: (page: LaidOut) => Promise<T>,
): Promise<T> {
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
  await page.goto(ADDRESS, { waitUntil: "load" });
  const isOnOtherScreens = /@media|\bmedia\s*=/i.test(text + sheets.join("")) && (await changesWithScreen(page));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewport({ width: Math.min(MOST_WIDTH, Math.max(width, WINDOW.width)), height: PICTURE_HEIGHT });
  const result = await use({
    layout: await layOut(page, sheets),
    facts: await page.evaluate(pageFacts),
    isOnOtherScreens,
    picturesAt: (tops, right) => picturesAt(page, tops, right),
    texts: (replaced) => page.evaluate(gatherTexts, replaced),
  });
  await page.goto("about:blank");
  return result;
}

/** A statement stands in one picture: one that is scrolled to may be under a head that stays in place. */
export const PICTURE_HEIGHT = 4000;

async function* picturesAt(
  page: OpenBrowser["page"],
  tops: readonly number[],
  right: number,
): AsyncGenerator<Pictures> {
  const width = Math.max(1, Math.min(right, page.viewport()?.width ?? right));
  const shoot = async (from: number) => {
    const top = await page.evaluate(scrollDown, from);
    const clip = { x: 0, y: top, width, height: PICTURE_HEIGHT };
    return { top, png: await page.screenshot({ clip, captureBeyondViewport: false, optimizeForSpeed: true }) };
  };
  const whole: Awaited<ReturnType<typeof shoot>>[] = [];
  for (const top of tops) whole.push(await shoot(top));
  await page.evaluate(hideTexts); // once: the whole page is drawn anew
  for (const { top, png } of whole) yield { top, whole: readPng(png), without: readPng((await shoot(top)).png) };
}

async function layOut(page: OpenBrowser["page"], sheets: readonly string[]): Promise<Layout> {
  await page.evaluate(prepare, sheets);
  await page.evaluate(prepareCells);
  await page.evaluate(prepareTexts);
  await page.evaluate(prepareDigits);
  return { cells: await page.evaluate(layTables), runs: await page.evaluate(layTexts) };
}

async function changesWithScreen(page: OpenBrowser["page"]): Promise<boolean> {
  const texts = new Set<string>();
  for (const window of [...OTHER_WINDOWS, WINDOW]) {
    await page.setViewport(window);
    texts.add(await page.evaluate(wholeText));
  }
  return texts.size > 1;
}

/** Wider pages are not pictured further: what stands there is not seen without scrolling far. */
const MOST_WIDTH = 8000;

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
      if ((await browser.processorSeconds()) - before > seconds) throw new TooSlow();
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
