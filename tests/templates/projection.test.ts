/** The projection in the browser that the project ships: keys, clicks, black, no script, and what axe finds. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenBrowser } from "../../scripts/browser/browser.ts";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import type { Table } from "../../scripts/model/document/table.ts";
import { viewsOf } from "../../scripts/publish/filters/views.ts";
import { browserHere } from "../browser-here.ts";
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
  browser = await browserHere({ forScreen: true });
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
  test("the verdict, the numbers, what is announced, the other points, where things stand, each question", () => {
    const kinds = views.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(["news", "figures", "point", "points", "rows", "questions"]);
    const said = views.flatMap((v) => (v.kind === "point" ? [v.point] : v.kind === "points" ? v.points : []));
    expect(said).toHaveLength(edition.bulletin.front.points.length);
    const asked = views.flatMap((v) => (v.kind === "questions" ? v.questions : []));
    expect(asked).toEqual(edition.session.questions);
    const rows = views.flatMap((view) => (view.kind === "rows" ? view.table.rows : []));
    expect(rows.filter(({ isTheme }) => !isTheme)).toEqual(standing.rows.filter(({ isTheme }) => !isTheme));
  });

  test("what is announced of a line stands over the chart of that line, under a legend", () => {
    const charted = views.flatMap((view) => (view.kind === "point" ? [view] : []));
    expect(charted.length).toBeGreaterThan(0);
    for (const { charts, point } of charted) expect(`${charts[0]?.chart.title} :`).toContain(point.lead.slice(0, 12));
    const html = readFileSync(join(folder, edition.bulletin.id, "projection.html"), "utf8");
    for (const { charts } of charted) expect(html).toContain(`aria-labelledby="${charts[0]?.chart.id}-t`);
    expect(html.split('class="legend"')).toHaveLength(charted.length + 1);
  });

  const chartOf = edition.session.charts[0] as (typeof edition.session.charts)[number];
  const withMany = (charts: number, lines: number, asked: number) => {
    const rows = Array.from({ length: lines }, (_, i) => ({
      line: `l${i}`,
      level: 0 as const,
      cells: [
        { text: `Ligne ${i}` },
        { text: String(i % 3), sort: i % 3, ...(i === lines - 1 && { mark: "rise-established" as const }) },
      ],
    }));
    const section = {
      id: "ou-en-est-on",
      title: "",
      blocks: [{ kind: "table" as const, table: { ...standing, rows } }],
    };
    return viewsOf(
      { ...edition.bulletin, sections: [section] },
      {
        ...edition.session,
        charts: Array.from({ length: charts }, (_, i) => ({ ...chartOf, line: `c${i}` })),
        questions: Array.from({ length: asked }, (_, i) => ({ lead: `${i}`, figures: "", asked: "" })),
      },
    );
  };

  test.each([
    [1, 1],
    [4, 1],
    [5, 2],
    [8, 2],
    [9, 3],
    [16, 4],
    [24, 6],
    [57, 15],
  ])("of %i charts at most %i stand in a view, and all of them are shown; twelve views at most", (count, size) => {
    const many = withMany(count, 80, 8);
    const shown = many.flatMap((v) => ("charts" in v ? [v.charts] : []));
    expect(Math.max(...shown.map((own) => own.length))).toBe(size);
    expect(shown.flat()).toHaveLength(count);
    expect(many.length).toBeLessThanOrEqual(12);
  });

  test("of a long table, what is announced, then what has facts, and how many are left", () => {
    const views = withMany(1, 40, 1).flatMap((v) => (v.kind === "rows" ? [v] : []));
    const lines = views.flatMap(({ table }) => table.rows.map(({ line }) => line));
    expect(views.map(({ table }) => table.rows.length)).toEqual([9, 9]);
    expect(lines.at(-1)).toBe("l39"); // announced; in its place
    expect(lines).not.toContain("l0"); // without a fact
    expect(views.map(({ left }) => left.replace(/\s/g, " "))).toEqual(["", "22 autres lignes sont dans le bulletin."]);
  });

  test("three questions a view, numbered on", () => {
    const asked = withMany(1, 1, 7).flatMap((v) => (v.kind === "questions" ? [v] : []));
    expect(asked.map(({ first, questions }) => [first, questions.length])).toEqual([
      [1, 3],
      [4, 3],
      [7, 1],
    ]);
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

  /** What of the view that is seen does not hold: beyond the screen, over the strip or the foot, smaller than it was set. */
  const faultsOfFit = () =>
    page.evaluate(() => {
      const view = document.querySelector("[data-shown]") as HTMLElement;
      const [strip, body, foot] = [".view__strip", ".view__body", ".view__foot"].map((selector) =>
        (view.querySelector(selector) as HTMLElement).getBoundingClientRect(),
      ) as [DOMRect, DOMRect, DOMRect];
      const stage = view.querySelector(".view__stage") as HTMLElement;
      const faults = [];
      if (document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth)
        faults.push("beyond the screen");
      for (const part of view.querySelectorAll(".view__body *")) {
        const { top, bottom, left, right } = part.getBoundingClientRect();
        if (bottom === top || part.closest("svg, .visually-hidden")) continue;
        if (top < strip.bottom - 1 || bottom > foot.top + 1 || left < -1 || right > innerWidth + 1)
          faults.push(
            `${part.tagName}.${part.className} ${Math.round(top)}-${Math.round(bottom)} of ${body.top}-${foot.top}`,
          );
      }
      return { faults, share: stage.style.fontSize === "" ? 1 : 0 };
    });

  test.each([
    [1280, 720],
    [1366, 768],
    [1920, 1080],
    [1024, 768],
  ])("every view holds on %i × %i, as large as it was set", async (width, height) => {
    await page.setViewport({ width, height });
    await load();
    for (const view of views) {
      expect(await faultsOfFit(), view.title).toEqual({ faults: [], share: 1 });
      await page.keyboard.press("ArrowRight");
    }
    await page.setViewport({ width: 1280, height: 720 });
  });

  test("a text longer than was foreseen is set smaller until it holds", async () => {
    await page.evaluate(() => {
      const news = document.querySelector(".view__news") as HTMLElement;
      news.textContent = `${news.textContent} `.repeat(4);
    });
    await page.keyboard.press("Home");
    expect(await faultsOfFit()).toEqual({ faults: [], share: 0 });
  });

  test("without script it is one page that scrolls", async () => {
    await load("", false);
    expect(await shown()).toHaveLength(views.length);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThanOrEqual(720 * views.length);
  });

  test.each([
    ["light", {}],
    ["dark", { runOnly: ["color-contrast", "link-in-text-block"] }], // the colours alone are another
  ])("axe finds nothing, %s; nothing is asked of the network", async (scheme, asked) => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const hash of [
      "#vue-1",
      "#vue-2",
      ...["point", "points", "rows", "questions"].map((kind) => `#vue-${views.findIndex((v) => v.kind === kind) + 1}`),
    ]) {
      await load(hash);
      await page.evaluate(AXE);
      const found = await page.evaluate(async (rules) => {
        const { axe } = globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run(rules)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 150)}`);
      }, asked);
      expect(found, hash).toEqual([]);
    }
    expect(browser.requested.filter((address) => !/^(file:|about:)/.test(address))).toEqual([]);
    expect(faults).toEqual([]);
  });
});
