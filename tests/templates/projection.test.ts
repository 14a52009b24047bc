/** The projection in the browser that the project ships: keys, clicks, black, no script, and what axe finds. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser, type OpenBrowser } from "../../scripts/browser/browser.ts";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import type { Table } from "../../scripts/model/document/table.ts";
import { sheetSection, viewsOf } from "../../scripts/publish/filters/views.ts";
import { renderSite, writeSite } from "./site.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const edition = JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition;
const views = viewsOf(edition.bulletin, edition.session);
const standing = edition.bulletin.sections
  .find(({ id }) => id === "ou-en-est-on")
  ?.blocks.find((block) => block.kind === "table")?.table as Table;

let browser: OpenBrowser;
let page: Page;
let folder: string;
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "projection-"));
  writeSite(folder, await renderSite([edition]));
  browser = await launchBrowser(null, { forScreen: true });
  page = browser.page;
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.setViewport({ width: 1280, height: 720 });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const load = async (hash = "", script = true): Promise<void> => {
  await page.setJavaScriptEnabled(script);
  await page.goto("about:blank");
  await page.goto(`${pathToFileURL(join(folder, edition.bulletin.id, "projection.html")).href}${hash}`);
};
/** Ids of the views that are seen. */
const shown = () =>
  page.$$eval(".view", (all) =>
    all.filter((view) => view.checkVisibility({ visibilityProperty: true })).map(({ id }) => id),
  );
beforeEach(() => load());

describe("views", () => {
  test("the verdict, the numbers, each point, where things stand, each question", () => {
    const kinds = views.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(["news", "figures", "point", "rows", "question"]);
    expect(kinds.filter((kind) => kind === "point")).toHaveLength(edition.bulletin.front.points.length);
    expect(kinds.filter((kind) => kind === "question")).toHaveLength(edition.session.questions.length);
    const rows = views.flatMap((view) => (view.kind === "rows" ? view.table.rows : []));
    expect(rows).toEqual(standing.rows);
  });

  test("what is announced of a line stands over the chart of that line", () => {
    const charted = views.flatMap((view) => (view.kind === "point" && view.point.line ? [view] : []));
    expect(charted.length).toBeGreaterThan(0);
    for (const { chart, point } of charted) expect(`${chart?.title} :`).toContain(point.lead.slice(0, 12));
    const html = readFileSync(join(folder, edition.bulletin.id, "projection.html"), "utf8");
    for (const { chart } of charted) expect(html).toContain(`aria-labelledby="${chart?.id}-t`);
  });

  test("a longer table than one sheet holds keeps what is announced, and says what it leaves out", () => {
    const long = Array.from({ length: 40 }, (_, i) => ({
      line: `l${i}`,
      level: 0 as const,
      cells: [{ text: `Ligne ${i}` }, { text: "9", ...(i === 7 && { mark: "rise-established" as const }) }],
    }));
    const section = {
      id: "ou-en-est-on",
      title: "",
      blocks: [{ kind: "table" as const, table: { ...standing, rows: long } }],
    };
    const [block] = sheetSection([section])?.blocks ?? [];
    expect(block?.kind === "table" && block.table.rows.map(({ line }) => line)).toEqual(["l7"]);
    expect(block?.kind === "table" && block.table.notes?.[0]).toMatch(/^39\sautres lignes/);
    expect(sheetSection([{ ...section, blocks: [{ kind: "table", table: standing }] }])?.blocks).toHaveLength(1);
    const oneMore = long.slice(0, 35).map((row) => ({ ...row, cells: long[7]?.cells ?? [] }));
    const [own] =
      sheetSection([{ ...section, blocks: [{ kind: "table", table: { ...standing, rows: oneMore } }] }])?.blocks ?? [];
    expect(own?.kind === "table" && own.table.notes?.[0]).toMatch(/^1\sautre ligne figure en première page/);
  });
});

describe("on the wall", () => {
  test.each(["ArrowRight", "ArrowDown", "PageDown", "Space", "Enter"] as const)(
    "%s shows the next view, alone",
    async (key) => {
      expect(await shown()).toEqual(["vue-1"]);
      await page.keyboard.press(key);
      expect(await shown()).toEqual(["vue-2"]);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("vue-2");
    },
  );

  test("back, first, last; neither end is passed", async () => {
    for (const key of ["PageUp", "ArrowLeft"] as const) await page.keyboard.press(key);
    expect(await shown()).toEqual(["vue-1"]);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    expect(await shown()).toEqual([`vue-${views.length}`]);
    await page.keyboard.press("ArrowUp");
    expect(await shown()).toEqual([`vue-${views.length - 1}`]);
    await page.keyboard.press("Backspace");
    expect(await shown()).toEqual([`vue-${views.length - 2}`]);
    await page.keyboard.press("Home");
    expect(await shown()).toEqual(["vue-1"]);
    for (const held of ["Control", "Alt", "Meta"] as const) {
      await page.keyboard.down(held);
      await page.keyboard.press("End"); // an order to the browser, and none to the page
      await page.keyboard.up(held);
      expect([held, ...(await shown())]).toEqual([held, "vue-1"]);
    }
  });

  test("a click shows the next, on the left edge the one before; a link leads where it says", async () => {
    await page.mouse.click(800, 360);
    await page.mouse.click(800, 360);
    expect(await shown()).toEqual(["vue-3"]);
    await page.mouse.click(60, 360);
    expect(await shown()).toEqual(["vue-2"]);
    await page.click("#vue-2 .view__foot a:last-child");
    await page.waitForSelector("#vue-3[data-shown]");
    expect(await shown()).toEqual(["vue-3"]);
  });

  test.each(["b", "B"] as const)("%s is black, and the next key brings back the same view", async (key) => {
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press(key);
    expect(await shown()).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(0, 0, 0)");
    await page.keyboard.press("ArrowRight");
    expect(await shown()).toEqual(["vue-2"]);
    await page.keyboard.press("b");
    await page.mouse.click(800, 360);
    expect(await shown()).toEqual(["vue-2"]);
  });

  test("F turns the background", async () => {
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const before = await paper();
    await page.keyboard.press("f");
    expect(await paper()).not.toBe(before);
  });

  test("an address leads to its view", async () => {
    await load("#vue-4");
    expect(await shown()).toEqual(["vue-4"]);
  });

  test("every view holds in 16:9", async () => {
    for (const _ of views) {
      const size = await page.evaluate(() => [
        document.documentElement.scrollHeight,
        document.documentElement.scrollWidth,
      ]);
      expect(size, page.url()).toEqual([720, 1280]);
      await page.keyboard.press("ArrowRight");
    }
  });

  test("without script it is one page that scrolls", async () => {
    await load("", false);
    expect(await shown()).toHaveLength(views.length);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThanOrEqual(720 * views.length);
  });

  test.each(["light", "dark"])("axe finds nothing, %s; nothing is asked of the network", async (scheme) => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const hash of [
      "#vue-1",
      "#vue-2",
      ...["point", "rows", "question"].map((kind) => `#vue-${views.findIndex((v) => v.kind === kind) + 1}`),
    ]) {
      await load(hash);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 150)}`);
      });
      expect(found, hash).toEqual([]);
    }
    expect(browser.requested.filter((address) => !/^(file:|about:)/.test(address))).toEqual([]);
    expect(faults).toEqual([]);
  });
});
