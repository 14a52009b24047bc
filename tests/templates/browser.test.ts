/** The pages in the browser that the project ships, opened from the disk, with the network cut. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenBrowser } from "../../scripts/browser/browser.ts";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import { browserHere } from "../browser-here.ts";
import { NIGHTLY } from "../draws.ts";
import { sampleEdition } from "./sample.ts";
import { renderSite, writeSite } from "./site.ts";

const ARTEFACTS = "tests/artefacts";
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const composed = withBands(JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition);

/** As after years of deliveries: an expected range at each quarter but the first ones. */
function withBands(edition: Edition): Edition {
  const sections = edition.bulletin.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === "charts"
        ? {
            ...block,
            charts: block.charts.map((figure) => ({
              ...figure,
              chart: {
                ...figure.chart,
                range: figure.chart.range.map((_, i) => (i < 4 ? null : { low: 2, high: 12 })),
              },
            })),
          }
        : block,
    ),
  }));
  return { ...edition, bulletin: { ...edition.bulletin, sections } };
}

let browser: OpenBrowser;
let page: Page;
let folder: string;
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bulletin-pages-"));
  mkdirSync(ARTEFACTS, { recursive: true });
  const sample = sampleEdition();
  writeSite(folder, await renderSite([composed, { ...sample, bulletin: { ...sample.bulletin, id: "2025-T4" } }]));
  browser = await browserHere({ forScreen: true });
  page = browser.page;
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  faults.length = 0;
});

interface View {
  readonly dark?: boolean;
  readonly width?: number;
  readonly scripts?: boolean;
  /** All of them taken over. */
  readonly charts?: boolean;
}

/** The page and the view that are there, as they were opened. */
let shown = "";

/** For a test that only looks, or leaves the page as it was: what is there already is not opened again. */
async function look(name: string, view: View = {}): Promise<void> {
  const wanted = JSON.stringify([name, view]);
  if (shown !== wanted) await open(name, view);
  shown = wanted;
  await page.setViewport({ width: view.width ?? 1280, height: 900 });
  await page.evaluate(() => scrollTo(0, 0));
}
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  await page.evaluate(() => localStorage.clear());
  shown = ""; // whatever it left
});

/** Afresh, for a test that changes the page. */
async function open(
  name: string,
  { dark = false, width = 1280, scripts = true, charts = false }: View = {},
): Promise<void> {
  shown = "";
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(pathToFileURL(join(folder, name)).href);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  if (charts) await reachCharts();
}

const capture = (name: string): Promise<unknown> => page.screenshot({ path: `${ARTEFACTS}/${name}.png` });

/** Brings every chart near the screen, so that each is taken over. */
async function reachCharts(): Promise<void> {
  await page.evaluate(async () => {
    for (const chart of document.querySelectorAll(".chart")) {
      chart.scrollIntoView();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
  });
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** By day, of a narrow page what its width changes; its colours in the dark, which look.test.ts looks at, for the night. */
const LOOKS = {
  light: { view: {}, axe: { type: "tag", values: TAGS } },
  narrow: { view: { width: 390 }, axe: { type: "rule", values: ["target-size", "scrollable-region-focusable"] } },
  dark: { view: { dark: true }, axe: { type: "tag", values: TAGS } },
  "narrow, whole": { view: { width: 390 }, axe: { type: "tag", values: TAGS } },
} as const;
const DAY = ["light", "narrow"] as const;

async function violations(runOnly: object): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (asked) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ runOnly: asked });
    return violations.map((found) => `${found.id}: ${found.nodes[0]?.html.slice(0, 200)} (${found.nodes.length})`);
  }, runOnly);
}

const BULLETIN = "2026-T1/bulletin.html";
/** Costs axe ten seconds a look: seen by it at night, the small one, with every kind of cell, by day. */
const LARGE_CONTROL = "2026-T1/controle.html";

describe.each([BULLETIN, LARGE_CONTROL, "2025-T4/controle.html", "index.html"])("%s", (name) => {
  test.each(NIGHTLY ? ([...DAY, "dark", "narrow, whole"] as const) : DAY)(
    "asks nothing of the network, breaks no rule of its own, never scrolls sideways, has no violation that axe can find: %s",
    async (as) => {
      const { view, axe } = LOOKS[as];
      await open(name, view);
      if (name === BULLETIN) await reachCharts();
      expect(browser.requested.filter((address) => !address.startsWith("file:"))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      if (name !== LARGE_CONTROL || NIGHTLY) expect(await violations(axe)).toEqual([]);
      await capture(`${name.replace(/\W/g, "-")}-${as}`);
      expect(faults).toEqual([]);
    },
  );
});

test.each([1280, 1153, 1100, 1000, 800])("at %i px every table of the bulletin fits", async (width) => {
  await look(BULLETIN);
  await page.setViewport({ width, height: 900 });
  const cut = await page.$$eval("main .table .scroll", (places) =>
    places.filter((place) => place.scrollWidth > place.clientWidth + 1).map((place) => place.textContent?.slice(0, 60)),
  );
  expect(cut).toEqual([]);
});

const CHART = '[data-chart="graphique-is101-cambriolages-logement"]';
const readout = (): Promise<string> =>
  page.$eval(`${CHART} .chart__readout`, (element) => (element.checkVisibility() ? (element.textContent ?? "") : ""));

/** Colours of each canvas, the commonest first: "213 218 228". */
const coloursOf = (selector: string): Promise<readonly (readonly string[])[]> =>
  page.$$eval(selector, (canvases) =>
    canvases.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const pixels = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
      const counts = new Map<string, number>();
      for (let i = 0; i < pixels.length; i += 4)
        if (pixels[i + 3] === 255) {
          const colour = `${pixels[i]} ${pixels[i + 1]} ${pixels[i + 2]}`;
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
      return [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
    }),
  );

describe("a chart", () => {
  beforeEach(async () => {
    await look(BULLETIN, { charts: true });
  });

  test("is taken over by Chart.js, every one", async () => {
    const counts = await page.evaluate(() => [
      document.querySelectorAll(".chart").length,
      document.querySelectorAll(".chart.is-live canvas").length,
    ]);
    expect(counts[0]).toBeGreaterThan(9);
    expect(counts[1]).toBe(counts[0]);
  });

  test("tells its values by arrow keys, and falls silent on Escape", async () => {
    await page.focus(CHART);
    await page.keyboard.press("End");
    expect(await readout()).toContain("T1\u00a02026 : 24");
    await page.keyboard.press("ArrowLeft");
    expect(await readout()).toContain("T4\u00a02025 : 13");
    await page.keyboard.press("Home");
    expect(await readout()).toContain("T1\u00a02023 : ");
    await page.keyboard.press("Escape");
    expect(await readout()).toBe("");
  });

  test("says of each quarter what its figures say, within the chart and clear of the quarter's own mark", async () => {
    const labels = await page.$eval(CHART, (chart) =>
      [
        ...document.querySelectorAll(
          `#trimestres ~ .table tr[data-line="${chart.closest("figure")?.dataset.line}"] td`,
        ),
      ].flatMap((cell) => {
        const heads = [...document.querySelectorAll<HTMLElement>("#trimestres ~ .table thead th[data-column]")];
        const head = heads.find(({ dataset }) => Number(dataset.column) === (cell as HTMLTableCellElement).cellIndex);
        return /^T\d$/.test(head?.textContent ?? "") ? [`${head?.textContent} : ${cell.textContent}`] : [];
      }),
    );
    const given = labels.filter((label) => /: \d+$/.test(label));
    await page.focus(CHART);
    await page.keyboard.press("ArrowRight"); // the first, when none is told yet
    for (const [i, label] of given.entries()) {
      // "T2\u00a02024 : 7": of the quarter and of the count that the table gives in its place
      expect((await readout()).replace(/\u00a0\d{4}/, "").startsWith(label), `${label} / ${await readout()}`).toBe(
        true,
      );
      const inside = await page.$eval(`${CHART} .chart__readout`, (element) => {
        const [own, chart] = [
          element.getBoundingClientRect(),
          (element.parentElement as Element).getBoundingClientRect(),
        ];
        return { left: own.left - chart.left, right: chart.right - own.right, width: chart.width };
      });
      expect(Math.min(inside.left, inside.right), label).toBeGreaterThanOrEqual(-1);
      expect(i > given.length / 2 ? inside.left : inside.right, label).toBeLessThan(1);
      await page.keyboard.press("ArrowRight");
    }
    const told = async () => (await readout()).replace(/\u00a0\d{4}/, "");
    expect((await told()).startsWith(given.at(-1) ?? "?"), "the last stays").toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowLeft"); // the last, when none is told
    expect((await told()).startsWith(given.at(-1) ?? "?")).toBe(true);
    await page.focus("#theme");
    expect(await readout(), "left by the keyboard").toBe("");
  });

  test("tells the value under the pointer", async () => {
    const canvas = await page.$(`${CHART} canvas`);
    await canvas?.scrollIntoView();
    const box = await canvas?.boundingBox();
    if (!box) throw new Error("the canvas has no box");
    const first = box.x + box.width * 0.09; // over the scale, then over the first quarter
    await page.mouse.move(first, box.y + box.height * 0.5);
    expect(await readout()).toMatch(/^T1\u00a02023 : \d+/);
    await page.mouse.move(box.x + box.width * 0.885, box.y + box.height * 0.5);
    expect(await readout()).toMatch(/^T1\u00a02026 : \d+/);
    await page.mouse.move(0, 0);
    expect(await readout()).toBe("");
  });

  test("hides a series when its switch in the legend is pressed", async () => {
    const pixels = (): Promise<string> =>
      page.$eval(`${CHART} canvas`, (canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const before = await pixels();
    await page.click('.legend [data-series="0"] button');
    expect(await page.$eval('.legend [data-series="0"] button', (button) => button.ariaPressed)).toBe("false");
    expect(await pixels()).not.toBe(before);
    await page.click('.legend [data-series="0"] button');
    expect(await pixels()).toBe(before);
  });

  test("is drawn again in the colours of the theme", async () => {
    const pixels = (): Promise<string> =>
      page.$eval(`${CHART} canvas`, (canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const before = await pixels();
    await page.click("#theme");
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      "rgb(21, 23, 27)",
    );
    expect(await pixels()).not.toBe(before);
    await page.click("#theme");
    expect(await pixels()).toBe(before);
    await page.evaluate(() => localStorage.clear());
  });

  test.each([
    { theme: "light", band: "213 218 228", accent: "21 57 127", muted: "91 95 105", ink: "28 29 33" },
    { theme: "dark", band: "61 70 87", accent: "156 188 255", muted: "169 174 185", ink: "233 234 238" },
  ])("has the colours of its paper form, and keeps hidden what was hidden: $theme", async (wanted) => {
    const { theme, band, accent, muted, ink } = wanted;
    const found = async (): Promise<readonly boolean[]> => {
      const [seen = []] = await coloursOf(`${CHART} canvas`);
      return [seen.includes(band), seen.includes(accent), seen.includes(muted), seen.includes(ink)];
    };
    if (theme === "dark") await page.click("#theme");
    expect(await found()).toEqual([true, true, true, true]);
    const pressed = () => page.$$eval(".legend button", (found) => found.map((button) => button.ariaPressed));
    const before = await pressed();
    expect(new Set(before)).toEqual(new Set(["true"]));
    for (const series of [0, 2]) await page.click(`.legend [data-series="${series}"] button`);
    expect((await pressed()).filter((state) => state === "false")).toHaveLength(2);
    expect((await found())[1], "no counts").toBe(false);
    await page.click("#theme");
    await page.click("#theme");
    const [again = []] = await coloursOf(`${CHART} canvas`);
    // The last count, written in ink beside its dot, goes with the counts.
    expect([band, accent, muted, ink].map((colour) => again.includes(colour))).toEqual([false, false, true, false]);
    for (const series of [0, 2]) await page.click(`.legend [data-series="${series}"] button`);
    if (theme === "dark") await page.click("#theme");
    await page.evaluate(() => localStorage.clear());
  });

  test("is printed as the drawing, never as a canvas", async () => {
    await page.emulateMediaType("print");
    const printed = await page.$eval(CHART, (chart) => ({
      svg: getComputedStyle(chart.querySelector("svg") as Element).display,
      canvas: (chart.querySelector("canvas") as Element).checkVisibility(),
    }));
    await page.emulateMediaType("screen");
    expect(printed).toEqual({ svg: "block", canvas: false });
  });
});

test("a series hidden before its chart comes near the screen is not drawn in it", async () => {
  await open(BULLETIN);
  const early = await page.$$eval(".multiples canvas", (drawn) => drawn.length);
  expect(early).toBe(0);
  await page.$eval('.legend [data-series="0"] button', (button) => (button as HTMLElement).click()); // from afar
  await reachCharts();
  const drawn = await coloursOf(".multiples canvas");
  expect(drawn.filter((colours) => colours.includes("213 218 228")).length).toBeGreaterThan(1);
  expect(drawn.filter((colours) => colours.includes("21 57 127"))).toEqual([]);
});

test("the contents mark the section that is being read, and one alone", async () => {
  await open(BULLETIN); // the first section is the one that is read when it opens
  const current = () =>
    page.$$eval(".contents [aria-current]", (links) => links.map((link) => link.getAttribute("href")));
  expect(await current()).toEqual(["#ou-en-est-on"]);
  for (const id of ["ist", "methode", "is101"]) {
    await page.evaluate(async (name) => {
      document.getElementById(name)?.scrollIntoView({ block: "start" });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, id);
    expect(await current()).toEqual([`#${id}`]);
  }
});

test("the button says which theme it leads to, and « Imprimer » prints", async () => {
  await open(BULLETIN);
  const said = () => page.$eval("#theme", (button) => button.textContent);
  expect(await said()).toBe("Fond sombre");
  await page.click("#theme");
  expect(await said()).toBe("Fond clair");
  await page.click("#theme");
  await page.evaluate(() => localStorage.clear());
  await open(BULLETIN, { dark: true });
  expect(await said()).toBe("Fond clair");
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  await page.waitForFunction(() => document.getElementById("theme")?.textContent === "Fond sombre");
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await page.click("#imprimer");
  expect(await page.$("[data-printed]")).not.toBeNull();
});

test("the filter says when nothing has the name typed, and when one alone has", async () => {
  await look(BULLETIN);
  const state = async (typed: string): Promise<string | null> => {
    await page.$eval(
      "#ligne",
      (input, text) => {
        (input as HTMLInputElement).value = text;
        input.dispatchEvent(new Event("input"));
      },
      typed,
    );
    return page.$eval("#filtre-etat", (element) => element.textContent);
  };
  const seen = (): Promise<number> =>
    page.$$eval("main section, .contents li, .annexe", (all) => all.filter((one) => one.checkVisibility()).length);
  const all = await seen();
  expect(await state("xyz")).toBe("Aucune ligne de ce nom");
  expect(await seen()).toBe(0);
  expect(await state("  d'ACCESSOIRES ")).toMatch(/^\d+ résultats dans /); // the apostrophe as it is typed
  expect(await state(" ")).toBe("");
  expect(await seen()).toBe(all);
  await forget();
});

test("the theme chosen is that of the next page, and a browser that keeps nothing is no fault", async () => {
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await open(BULLETIN);
  await page.evaluate(() => localStorage.clear());
  await page.click("#theme");
  await open(BULLETIN);
  expect(await background()).toBe("rgb(21, 23, 27)");
  await page.evaluate(() => localStorage.clear());
  const refused = await page.evaluateOnNewDocument(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  await open(BULLETIN);
  expect(await background()).toBe("rgb(255, 255, 255)");
  await page.click("#theme");
  expect(await background()).toBe("rgb(21, 23, 27)");
  expect(faults).toEqual([]);
  await page.removeScriptToEvaluateOnNewDocument(refused.identifier);
});

/** First column and column `column` of a table, as shown. */
const column = (table: string, index: number): Promise<readonly string[]> =>
  page.$$eval(
    `${table} tbody tr:not([hidden], .theme)`,
    (rows, at) => rows.map((row) => (row as HTMLTableRowElement).cells[at]?.textContent ?? ""),
    index,
  );

test.each([1280, 390])(
  "whoever arrives at a cell of the control sheet sees the file's name and the heads: %i px",
  async (width) => {
    await look(LARGE_CONTROL);
    await page.setViewport({ width, height: 900 });
    const ids = await page.$$eval(".control-table, .derived", (tables) =>
      tables.flatMap((table) => {
        const cells = [...table.querySelectorAll("td[id], tr[id]")].map(({ id }) => id);
        return [cells[0], cells[cells.length >> 1], cells.at(-1)].filter((id) => id !== undefined);
      }),
    );
    expect(ids.length).toBeGreaterThan(8);
    for (const id of ids) {
      const seen = await page.evaluate((target) => {
        location.hash = target;
        const cell = document.getElementById(target);
        const box = (element: Element | null | undefined) => element?.getBoundingClientRect() ?? new DOMRect();
        const name = box(cell?.closest("section")?.querySelector("h2"));
        const heads = box(cell?.closest("table")?.querySelector("thead"));
        const sticky = box(cell?.closest("table")?.querySelector("thead th:nth-child(2)"));
        return {
          name: name.top,
          under: name.bottom,
          heads: Math.max(heads.top, sticky.top),
          low: sticky.bottom,
          cell: box(cell).top,
          end: box(cell).bottom,
          height: innerHeight,
        };
      }, id);
      expect(seen.name, `${id}: the name of the file`).toBeGreaterThanOrEqual(0);
      expect(seen.heads, `${id}: the heads, under the name`).toBeGreaterThanOrEqual(seen.under - 1);
      expect(seen.cell, `${id}: the cell, under the heads`).toBeGreaterThanOrEqual(seen.low - 1);
      expect(seen.end, `${id}: the whole cell`).toBeLessThanOrEqual(seen.height);
    }
  },
);

test("a press on a head sorts falling, then rising, then as printed", async () => {
  await look(BULLETIN);
  const printed = await column("#t1", 0);
  const head = '#t1 th[data-column="2"]';
  await page.click(`${head} button`);
  const falling = (await column("#t1", 2)).map(Number);
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  expect(await page.$eval(head, (th) => th.ariaSort)).toBe("descending");
  await page.click('#t1 th[data-column="0"] button');
  const said = await page.$$eval("#t1 thead th", (heads) => heads.map((th) => th.ariaSort).filter(Boolean));
  expect(said, "one column at a time is said to be sorted").toEqual(["descending"]);
  await page.click(`${head} button`);
  await page.click(`${head} button`);
  const rising = (await column("#t1", 2)).map(Number);
  expect(rising).toEqual([...rising].sort((a, b) => a - b));
  await page.click(`${head} button`);
  expect(await column("#t1", 0)).toEqual(printed);
});

test("every column of every table sorts: falling, rising, as printed; what has no value is last, sub-lines stay with their family", async () => {
  await look(BULLETIN);
  const tables = await page.$$eval("main .figures-table", (found) =>
    found.map((element) => {
      const table = element as HTMLTableElement;
      const body = table.tBodies[0] as HTMLTableSectionElement;
      /** Families, or lines that stand alone, in their order: name, value in the column, values of the sub-lines. */
      const read = (at: number) => {
        const families: { name: string; value: string; rest: string[] }[] = [];
        for (const { cells, className } of body.rows) {
          const value = cells[at]?.dataset.sort ?? `mot ${cells[at]?.textContent ?? ""}`;
          if (className.includes("level-1") && families.length > 0) families.at(-1)?.rest.push(value);
          else families.push({ name: cells[0]?.textContent ?? "", value, rest: [] });
        }
        return families;
      };
      const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th[data-column]")];
      const columns = heads.map((head) => {
        const at = Number(head.dataset.column);
        const printed = read(at);
        const press = () => {
          head.querySelector("button")?.click();
          const themes = [...body.querySelectorAll(".theme")].filter((row) => row.checkVisibility()).length;
          return { said: heads.map((one) => one.ariaSort ?? "").join(""), families: read(at), themes };
        };
        return { printed, falling: press(), rising: press(), again: press() };
      });
      return { id: table.id, rows: body.rows.length, columns };
    }),
  );
  const isWord = (value: string): boolean => value.startsWith("mot ");
  const order = new Intl.Collator("fr", { numeric: true }).compare;
  const sorted = (values: readonly string[], sign: 1 | -1): readonly string[] => [
    ...values.filter((value) => !isWord(value)).sort((a, b) => sign * (Number(a) - Number(b))),
    ...values.filter(isWord).sort((a, b) => sign * order(a, b)),
  ];
  let pressed = 0;
  let themes = 0;
  for (const { id, rows, columns } of tables)
    for (const [at, { printed, falling, rising, again }] of columns.entries()) {
      const place = `${id}, column ${at}`;
      if (rows < 3) {
        expect(falling.said, place).toBe(""); // two rows are read at a glance: no button
        continue;
      }
      pressed += 1;
      expect([falling.said, rising.said, again.said], place).toEqual(["descending", "ascending", ""]);
      expect(again.families, place).toEqual(printed);
      expect([falling.themes, rising.themes], place).toEqual([0, 0]); // no heading is over lines in another order
      themes += again.themes;
      for (const [found, sign] of [
        [falling.families, -1],
        [rising.families, 1],
      ] as const) {
        expect(
          found.map(({ value }) => value),
          place,
        ).toEqual(
          sorted(
            printed.map(({ value }) => value),
            sign,
          ),
        );
        for (const { name, rest } of printed)
          expect(found.find((one) => one.name === name)?.rest, place).toEqual(sorted(rest, sign));
      }
    }
  expect(pressed).toBeGreaterThan(40);
  expect(themes).toBeGreaterThan(0);
});

/** The filter as it was before anything was typed. */
const forget = (): Promise<void> =>
  page.$eval("#ligne", (input) => {
    (input as HTMLInputElement).value = "";
    input.dispatchEvent(new Event("input"));
  });

test("the filter shows every line of that name and no other, in whichever table, and counts them", async () => {
  await look(BULLETIN);
  const names = await page.$$eval("main tr[data-line] > th", (heads) => [
    ...new Set(heads.map((head) => head.textContent ?? "")),
  ]);
  expect(names.length).toBeGreaterThan(20);
  const found = await page.$eval(
    "#ligne",
    (input, wanted) =>
      wanted.map((name) => {
        (input as HTMLInputElement).value = name.toUpperCase();
        input.dispatchEvent(new Event("input"));
        const lines = [...document.querySelectorAll<HTMLElement>("tr[data-line], figure[data-line]")];
        const nameOf = (line: HTMLElement) =>
          line.querySelector("th, .figure__title, figcaption")?.textContent?.toUpperCase() ?? "";
        const kept = lines.filter((line) => !line.hidden);
        return {
          name,
          wrong: lines.filter((line) => line.hidden === nameOf(line).includes(name.toUpperCase())).map(nameOf),
          kept: kept.length,
          places: new Set(kept.map((line) => line.closest(".table, .multiples, .curves__theme"))).size,
          shown: [...document.querySelectorAll<HTMLElement>("main :is(.table, .multiples, .curves__theme)")].filter(
            (one) => !one.hidden,
          ).length,
          said: document.getElementById("filtre-etat")?.textContent,
        };
      }),
    names,
  );
  for (const { name, wrong, kept, places, shown, said } of found) {
    expect(wrong, name).toEqual([]);
    expect(shown, name).toBe(places);
    const results = `${kept} ${kept === 1 ? "résultat" : "résultats"}`;
    const where = places === 1 ? "tableau ou groupe de graphiques" : "tableaux ou groupes de graphiques";
    expect(said, name).toBe(`${results} dans ${places} ${where}`);
  }
  await forget();
});

test("the filter keeps lines and charts by name, without accents or capitals, and says how many", async () => {
  await look(BULLETIN);
  await page.type("#ligne", " VEHICULES ");
  expect(await column("#t1", 0)).toEqual([
    "Vols de véhicules",
    "Vols dans les véhicules",
    "Vols d’accessoires sur véhicules",
  ]);
  expect(await page.$eval("#filtre-etat", (state) => state.textContent)).toMatch(
    /^\d+ résultats dans \d+ tableaux ou groupes de graphiques$/,
  );
  expect(await page.$$eval(":is(.figure, .curve):not([hidden])", (titles) => titles.length)).toBe(4); // one of I.S.T
  await capture("filter");
  await forget();
});

test.each([1280, 390])("what the filter finds comes into view, and the rest makes way: %i px", async (width) => {
  await open(BULLETIN, { width });
  const places = (selector: string) =>
    page.$$eval(selector, (found) =>
      found
        .filter((element) => element.checkVisibility())
        .map((element) => ({
          top: element.getBoundingClientRect().top,
          text: element.textContent ?? "",
          height: innerHeight,
        })),
    );
  await page.evaluate(() => (document.querySelector("#ligne") as HTMLElement).scrollIntoView());
  if (width > 1000) await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await page.type("#ligne", "cambriolages de logement");
  const [first] = await places(".body tbody tr");
  expect(first?.text).toContain("Cambriolages de logement");
  expect(first?.top).toBeGreaterThan(0);
  expect(first?.top).toBeLessThan(first?.height ?? 0);
  expect(await places("main section > p")).toEqual([]);
  expect((await places(".news, .points")).length, "En bref stays").toBe(2);
  const kept = await places("main .section__title");
  expect(await page.$$eval(".contents li", (items) => items.filter((item) => item.checkVisibility()).length)).toBe(
    kept.length,
  );
  await forget();
  expect((await places("main .section__title")).length).toBeGreaterThan(kept.length);
});

test("each table is one stop of the Tab key, within which the arrows go from figure to figure", async () => {
  await open(BULLETIN);
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.closest("td, th")?.id || (document.activeElement?.textContent ?? ""));
  let stops = 0;
  const isChart = () => page.evaluate(() => document.activeElement?.closest(".multiples") !== null);
  do {
    await page.keyboard.press("Tab");
    stops += 1;
  } while (stops < 100 && !(await isChart()));
  expect(stops).toBeLessThan(40);

  await page.focus("#t1-r2-c2 a");
  const walk: string[] = [];
  for (const key of ["ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowUp", "End", "Home"] as const) {
    await page.keyboard.press(key);
    walk.push(await focused());
  }
  const heads = await page.$$eval("#t1 thead tr:last-child button", (found) => found.map((head) => head.textContent));
  // The first row is the heading of a theme: over the second stands the head of its column.
  expect(walk).toEqual(["t1-r3-c2", "t1-r3-c3", "t1-r3-c2", "t1-r2-c2", heads[1], heads[1], heads.at(-1), heads[0]]);
  // Tab leaves the table, and comes back to where it was left.
  await page.focus("#t1-r2-c2 a");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("#t1"))).toBeNull();
  await page.keyboard.down("Shift");
  await page.keyboard.press("Tab");
  await page.keyboard.up("Shift");
  expect(await focused()).toBe("t1-r2-c2");
  // A row that the filter hides leaves the stop to another.
  await page.type("#ligne", "cambriolages de logement");
  expect(
    await page.$$eval(
      "#t1 :is(a, button)[tabindex='0']",
      (found) => found.filter((stop) => stop.checkVisibility()).length,
    ),
  ).toBe(1);
  expect(faults).toEqual([]);
});

test("with scripts off everything reads, and no dead button is shown", async () => {
  await open(BULLETIN, { scripts: false });
  const seen = await page.evaluate(() => ({
    buttons: [...document.querySelectorAll("button")].filter((button) => button.checkVisibility()).length,
    inputs: [...document.querySelectorAll("input")].filter((input) => input.checkVisibility()).length,
    live: document.querySelectorAll(".is-live").length,
    drawings: [...document.querySelectorAll(".chart svg")].filter((svg) => svg.checkVisibility()).length,
  }));
  expect(seen).toMatchObject({ buttons: 0, inputs: 0, live: 0 });
  expect(seen.drawings).toBeGreaterThan(9);
  await capture("scripts-off");
});

test("the first key stroke reaches a link that leads to the content", async () => {
  await open(BULLETIN);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("contenu");
});

test.each([
  ["what only serves a screen is not printed", ".toolbar, .banner, .filter, body > footer", "display", "none"],
  ["a table's head is repeated on each page", ".figures-table thead", "display", "table-header-group"],
  [
    "the words of a head that can be pressed stand without their button",
    ".figures-table th button",
    "display",
    "contents",
  ],
  ["ink is on white, whatever the theme chosen", "main", "color", "rgb(28, 29, 33)"],
  ["a link is printed as text", "main a", "textDecorationLine", "none"],
])("on paper %s", async (_, selector, property, value) => {
  await look(BULLETIN, { dark: true });
  await page.emulateMediaType("print");
  const found = await page.$$eval(
    selector,
    (elements, name) => [...new Set(elements.map((e) => getComputedStyle(e)[name as "display"]))],
    property,
  );
  await page.emulateMediaType("screen");
  expect(found).toEqual([value]);
});

test("the page of all bulletins names the parts of a bulletin on a telephone only, where no head stands over them", async () => {
  const shown = async (width: number): Promise<number> => {
    await look("index.html");
    await page.setViewport({ width, height: 900 });
    return page.$$eval(".bulletins .part", (parts) => parts.filter((part) => part.checkVisibility()).length);
  };
  expect(await shown(1280)).toBe(0);
  expect(await shown(390)).toBeGreaterThan(2);
});
