/** The look of the pages of the demonstration, by the styles that the browser computes: light, dark, narrow, on paper. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CDPSession, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, type OpenBrowser } from "../../scripts/browser/browser.ts";
import { DEMO, editionsOf } from "../agreement/deliveries.ts";
import { addSpecimens, faultsOfFocus, faultsOfLook } from "./look.ts";
import { readPage } from "./read-page.ts";
import { faultsOfRoom } from "./room.ts";
import { sampleEdition } from "./sample.ts";
import { renderSite, writeSite } from "./site.ts";
import { faultsOfType } from "./type.ts";

let browser: OpenBrowser;
let page: Page;
let devtools: CDPSession;
let folder: string;
/** The page and the look that are open. */
let shown: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bulletin-look-"));
  const sample = sampleEdition(); // its control sheet has cells of every kind
  const editions = [
    ...(await editionsOf(DEMO, ["2026-T3"])),
    { ...sample, bulletin: { ...sample.bulletin, id: "2023-T2" } },
  ];
  writeSite(folder, await renderSite(editions));
  browser = await launchBrowser(null, { forScreen: true });
  page = browser.page;
  devtools = await page.createCDPSession();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Look = "light" | "dark" | "narrow" | "paper";
/** What an A4 page leaves between its margins, in pixels: 182 mm. */
const PAPER_WIDTH = 688;

async function open(name: string, look: Look): Promise<void> {
  await page.setViewport({ width: { light: 1280, dark: 1280, narrow: 390, paper: PAPER_WIDTH }[look], height: 900 });
  // Both at once: each alone forgets the other. Paper is white, whatever the theme of whoever prints.
  await devtools.send("Emulation.setEmulatedMedia", {
    media: look === "paper" ? "print" : "screen",
    features: [{ name: "prefers-color-scheme", value: /dark|paper/.test(look) ? "dark" : "light" }],
  });
  await page.goto(pathToFileURL(join(folder, name)).href);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(addSpecimens);
  shown = `${name} ${look}`;
}

/** By rule: of the look, then of type and of room. */
async function faultsIn(look: Look): Promise<Readonly<Record<string, readonly string[]>>> {
  const isPaper = look === "paper";
  const rules = `{ const page = (${readPage})(${isPaper}); (${faultsOfType})(page); (${faultsOfRoom})(page); page.told(); }`;
  return { ...(await page.evaluate(faultsOfLook, isPaper)), ...((await page.evaluate(rules)) as object) };
}

test.each(
  ["2026-T3/bulletin.html", "2023-T2/controle.html", "index.html"].flatMap((name) =>
    (["light", "dark", "narrow", "paper"] as const).map((look) => ({ name, look })),
  ),
)("$name, $look: all is seen, told apart, and kept together", async ({ name, look }) => {
  await open(name, look);
  expect(await faultsIn(look)).toEqual({});
});

test("whoever goes by the keyboard sees where it is, on every page", async () => {
  for (const name of ["2026-T3/bulletin.html", "2023-T2/controle.html", "index.html"])
    for (const look of ["light", "narrow"] as const) {
      await open(name, look);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(faultsOfFocus), `${name}, ${look}`).toEqual([]);
    }
});

describe("each rule sees the fault that it is there for:", () => {
  const BULLETIN = "2026-T3/bulletin.html";
  const CONTROL = "2023-T2/controle.html";

  test.each<readonly [rule: string, name: string, look: Look, css: string]>([
    ["seen", BULLETIN, "light", ".cover__marking { opacity: 0 }"],
    ["seen", BULLETIN, "light", ".figures-table td.muted { visibility: hidden }"],
    ["seen", BULLETIN, "narrow", ".scroll { overflow-x: hidden }"],
    ["seen", BULLETIN, "paper", ".figure__data::details-content { content-visibility: hidden; block-size: 0 }"],
    ["seen", BULLETIN, "paper", ".data-table { font-size: 5pt }"],
    ["seen", BULLETIN, "paper", ".figures-table td { min-width: 30mm }"],
    ["seen", BULLETIN, "paper", ".source { display: none }"],
    ["seen", BULLETIN, "paper", ".contents { max-height: 20mm; overflow: hidden }"],
    ["seen", CONTROL, "light", ".control-table td small { font-size: 0 }"],
    ["contrast", BULLETIN, "dark", ".source { color: #5b5f69 }"],
    ["contrast", BULLETIN, "light", ":root { --muted: #a9aeb9 }"],
    ["contrast", BULLETIN, "paper", ":root { color-scheme: dark }"],
    ["contrast", CONTROL, "dark", ".r-count { --fill: #eaf0fa }"],
    ["drawings", BULLETIN, "light", "svg.sparkline path { stroke: none }"],
    ["drawings", BULLETIN, "dark", ".key-mean { stroke: var(--chart-accent) }"],
    ["words", BULLETIN, "light", ".key-mean { stroke-dasharray: none }"],
    ["drawings", BULLETIN, "paper", ".chart svg { display: none }"],
    ["words", BULLETIN, "light", ".notice--error { border-left-width: 4px }"],
    ["words", BULLETIN, "paper", ".notice--error { border-left-width: 1mm }"],
    ["words", CONTROL, "light", ".control-table td.r-printed { border-left-style: solid }"],
    ["words", CONTROL, "paper", ".control-table td.r-not-understood { border-style: solid; border-width: 3px }"],
    ["words", BULLETIN, "light", "th[aria-sort='ascending'] button::after { content: '↓' }"],
    ["words", BULLETIN, "light", ".legend button { text-decoration: none }"],
    ["words", BULLETIN, "light", "main a { text-decoration: none }"],
    ["tables", BULLETIN, "light", ".figures-table td.number { text-align: left }"],
    ["tables", BULLETIN, "light", ".figures-table td.number { white-space: normal }"],
    ["tables", BULLETIN, "light", "table { font-variant-numeric: normal }"],
    ["tables", BULLETIN, "light", ".figures-table td.strong { font-weight: 400 }"],
    ["tables", BULLETIN, "paper", ".figures-table .family > td.number { font-weight: 600 }"],
    ["tables", BULLETIN, "paper", ".figures-table .level-1 th { padding-left: 0 }"],
    ["tables", BULLETIN, "paper", ".scroll { overflow: auto }"],
    ["tables", BULLETIN, "narrow", ".figures-table tbody th { background: none }"],
    ["tables", CONTROL, "light", ".control main :is(thead, tbody) th { position: static }"],
    ["seen", CONTROL, "paper", ".control-table details::details-content { content-visibility: hidden; block-size: 0 }"],
    ["pages", BULLETIN, "paper", "tr { break-inside: auto }"],
    ["pages", BULLETIN, "paper", "thead { display: table-row-group }"],
    ["pages", BULLETIN, "paper", ".multiples__grid > .figure { width: 100% }"],
    ["sizes", BULLETIN, "paper", ".figure__reading { font-size: 9pt }"],
    ["sizes", BULLETIN, "light", "h3 { font-size: var(--xl) }"],
    ["sizes", BULLETIN, "light", ".source { line-height: 1.9 }"],
    ["weights", BULLETIN, "light", ".source__word { font-weight: 400 }"],
    ["weights", BULLETIN, "paper", ".figures-table tbody th { font-weight: 600 }"],
    ["colours", BULLETIN, "light", ".figure__reading { color: inherit }"],
    ["colours", BULLETIN, "paper", ".ordinal { color: var(--ink) }"],
    ["lines", BULLETIN, "paper", ".figures-table tr:last-child > * { border-bottom: 0 }"],
    ["lines", CONTROL, "light", ".totals div { border-left: 0 }"],
    ["clear", BULLETIN, "paper", ".multiples__head { padding-bottom: 70mm }"],
    ["clear", BULLETIN, "light", ".table .source { margin-top: -1rem }"],
    ["edges", BULLETIN, "light", ".figures-table thead tr > :last-child { padding-right: 0 }"],
    ["edges", BULLETIN, "paper", ".figures-table .family > * { padding-left: 3mm }"],
    ["room", BULLETIN, "paper", "h3 { margin-top: 0 }"],
    ["room", BULLETIN, "light", ".definitions { margin-bottom: 0 }"],
    ["room", BULLETIN, "paper", ".finding__sign { height: 6mm }"],
    ["beside", BULLETIN, "paper", ".definitions div { display: inline }"],
    ["beside", BULLETIN, "light", ".finding { grid-template-columns: 1fr }"],
    ["beside", BULLETIN, "light", "p { max-width: none }"],
    ["beside", CONTROL, "narrow", ".totals { grid-template-columns: 1fr }"],
    ["beside", CONTROL, "light", ".control-table summary { cursor: auto }"],
  ])("%s, %s, %s: %s", async (rule, name, look, css) => {
    if (shown !== `${name} ${look}`) await open(name, look);
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text.replace(/;| }/g, " !important$&"));
      document.adoptedStyleSheets = [sheet];
    }, css);
    expect(Object.keys(await faultsIn(look))).toContain(rule);
  });
});
