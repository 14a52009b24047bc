/** The look of the pages, by the styles that the browser computes: light, dark, narrow, on paper. Each is loaded once. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CDPSession, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenBrowser } from "../../scripts/browser/browser.ts";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import { browserHere } from "../browser-here.ts";
import { NIGHTLY } from "../draws.ts";
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

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bulletin-look-"));
  const sample = sampleEdition(); // its control sheet has cells of every kind
  const composed = JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition;
  const editions = [composed, { ...sample, bulletin: { ...sample.bulletin, id: "2023-T2" } }];
  if (NIGHTLY) editions.push(...(await demonstration()));
  writeSite(folder, await renderSite(editions));
  browser = await browserHere({ forScreen: true });
  page = browser.page;
  devtools = await page.createCDPSession();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A longer bulletin, with all that a commune of four years has: at night. */
async function demonstration(): Promise<readonly Edition[]> {
  const { DEMO, editionsOf } = await import("../agreement/deliveries.ts");
  return editionsOf(DEMO, ["2026-T3"]);
}

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
}

const RULES = {
  look: { script: faultsOfLook, names: ["seen", "contrast", "drawings", "words", "tables", "pages"] },
  type: { script: faultsOfType, names: ["sizes", "weights", "colours", "lines"] },
  room: { script: faultsOfRoom, names: ["clear", "edges", "room", "beside"] },
} as const;
type Rule = (typeof RULES)[keyof typeof RULES]["names"][number];

/** By rule: of those that are looked for, and of their like. */
async function faultsIn(look: Look, rules: readonly Rule[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const isPaper = look === "paper";
  const found = [];
  for (const { script, names } of Object.values(RULES))
    if (names.some((name) => rules.includes(name)))
      found.push(
        await page.evaluate(
          script === faultsOfLook
            ? `(${script})(${isPaper})`
            : `{ const page = (${readPage})(${isPaper}); (${script})(page); page.told(); }`,
        ),
      );
  return Object.assign({}, ...found);
}
const ALL = Object.values(RULES).flatMap(({ names }) => names);

const BULLETIN = "2026-T1/bulletin.html";
const CONTROL = "2023-T2/controle.html";

/** What each rule is there for: written into the page, it must be seen. */
const FAULTS: readonly (readonly [rule: Rule, name: string, look: Look, css: string])[] = [
  ["seen", BULLETIN, "light", ".strip__marking { opacity: 0 }"],
  ["seen", BULLETIN, "light", ".figures-table td.muted { visibility: hidden }"],
  ["seen", BULLETIN, "narrow", ".scroll { overflow-x: hidden }"],
  ["seen", BULLETIN, "paper", ".curve figcaption { font-size: 7.5pt }"],
  ["drawings", BULLETIN, "paper", ".curves__row { grid-template-columns: repeat(6, 1fr) }"],
  ["seen", BULLETIN, "paper", ".figures-table td { min-width: 30mm }"],
  ["seen", BULLETIN, "paper", ".source { display: none }"],
  ["seen", BULLETIN, "paper", ".points { max-height: 8mm; overflow: hidden }"],
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
  ["seen", CONTROL, "paper", ".control-table td small { visibility: hidden }"],
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
  ["clear", BULLETIN, "paper", ".curves .legend { margin-top: -12mm }"],
  ["clear", BULLETIN, "light", ".table .source { margin-top: -1rem }"],
  ["edges", BULLETIN, "light", ".figures-table thead tr > :last-child { padding-right: 0 }"],
  ["edges", BULLETIN, "paper", ".figures-table .family > * { padding-left: 3mm }"],
  ["room", BULLETIN, "paper", ".section__part { margin-top: 0 }"],
  ["room", BULLETIN, "light", ".definitions { margin-bottom: 0 }"],
  ["room", BULLETIN, "paper", "svg.mark { height: 6mm }"],
  ["beside", BULLETIN, "paper", ".definitions div { display: inline }"],
  ["beside", BULLETIN, "light", ".point { grid-template-columns: 1fr }"],
  ["beside", BULLETIN, "light", "p { max-width: none }"],
  ["beside", CONTROL, "narrow", ".totals { grid-template-columns: 1fr }"],
];

describe.each(
  [BULLETIN, CONTROL, "index.html", ...(NIGHTLY ? ["2026-T3/bulletin.html"] : [])].flatMap((name) =>
    (["light", "dark", "narrow", "paper"] as const).map((look) => ({ name, look })),
  ),
)("$name, $look:", ({ name, look }) => {
  beforeAll(() => open(name, look));

  test("all is seen, told apart, and kept together", async () => {
    expect(await faultsIn(look, ALL)).toEqual({});
  });

  for (const [rule, , , css] of FAULTS.filter(([, on, as]) => on === name && as === look))
    test(`${rule} sees ${css}`, async () => {
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text.replace(/;| }/g, " !important$&"));
        document.adoptedStyleSheets = [sheet];
      }, css);
      expect(Object.keys(await faultsIn(look, [rule]))).toContain(rule);
    });

  if (look === "light" || look === "narrow")
    test("whoever goes by the keyboard sees where it is", async () => {
      await page.evaluate(() => {
        document.adoptedStyleSheets = [];
        scrollTo(0, 0);
      });
      await page.keyboard.press("Tab");
      expect(await page.evaluate(faultsOfFocus)).toEqual([]);
    });
});

test("each fault is put into a page that is looked at", () => {
  expect(new Set(FAULTS.map(([rule]) => rule))).toEqual(new Set(ALL));
});
