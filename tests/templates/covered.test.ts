/// <reference lib="dom" />
/** No cell lies over another: a figure that is partly covered is another figure. Every page, at three widths and on paper, in the shipped browser. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CDPSession, Page } from "puppeteer";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenBrowser } from "../../scripts/browser/browser.ts";
import { main as lecture } from "../../scripts/lecture.ts";
import { browserHere } from "../browser-here.ts";
import { readHere } from "../read-here.ts";
import { runMain } from "../run-main.ts";
import { composedEdition, sampleEdition } from "./sample.ts";
import { renderSite, writeSite } from "./site.ts";

let browser: OpenBrowser;
let page: Page;
let devtools: CDPSession;
let folder: string;

/** Short labels and figures beside them: nothing else widens the columns that stay in sight. */
const STATEMENT = `IS 101 - Valmont-sur-Lys - 1er trimestre 2026

Nature;PN;GN;Total
Homicides;0;0;0
Vols avec armes;12;3;15
Vols violents sans arme;7;1;8
Cambriolages de logement;21;9;30`;

/** The page on which a reading is confirmed: of two files. */
async function writeLecturePages(out: string): Promise<void> {
  const data = join(out, "data");
  mkdirSync(join(data, "2026-T1"), { recursive: true });
  writeFileSync(join(data, "convention.yaml"), "commune: { nom: Valmont-sur-Lys }\netats_attendus: [IS101]\n");
  writeFileSync(join(data, "2026-T1/IS101.csv"), STATEMENT);
  cpSync("tests/fixtures/ist-docx-families/data/2026-T1", join(data, "2026-T1"), { recursive: true });
  await runMain(lecture, ["2026-T1", "--data", data, "--out", out], {
    tools: { reader: readHere, openPage: async () => false },
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "covered-"));
  const sample = sampleEdition(); // its control sheet has cells of every kind
  writeSite(
    folder,
    await renderSite([composedEdition(), { ...sample, bulletin: { ...sample.bulletin, id: "2023-T2" } }]),
  );
  await writeLecturePages(folder);
  browser = await browserHere({ forScreen: true });
  page = browser.page;
  devtools = await page.createCDPSession();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Cells that lie over another one of their table, as it opens and once it is scrolled to its right end; there, only those that stay in
 * sight are looked at, for the others pass under them. Sent to the browser as text: it uses nothing from outside.
 */
function coveredCells(): readonly string[] {
  const faults: string[] = [];
  const isKept = (cell: Element): boolean => {
    const { position, left, right } = getComputedStyle(cell);
    return position === "sticky" && !(left === "auto" && right === "auto");
  };
  const isForListeners = (cell: Element): boolean => {
    const rows = cell.closest("thead, tbody");
    return rows !== null && getComputedStyle(rows).clipPath !== "none";
  };
  const look = (table: Element, isScrolled: boolean): void => {
    const cells = [...table.querySelectorAll("thead th, tbody th, tbody td")]
      .filter((cell) => cell.checkVisibility() && !isForListeners(cell) && (!isScrolled || isKept(cell)))
      .map((cell) => ({ cell, box: cell.getBoundingClientRect() }))
      .sort((a, b) => a.box.top - b.box.top);
    for (const [i, { cell, box }] of cells.entries())
      for (const other of cells.slice(i + 1)) {
        if (other.box.top > box.bottom) break;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
        if (across > 1.5 && down > 1.5)
          faults.push(
            `${isScrolled ? "scrolled: " : ""}« ${cell.textContent?.slice(0, 20)} » and « ${other.cell.textContent?.slice(0, 20)} », ${across.toFixed(1)} × ${down.toFixed(1)} px`,
          );
      }
  };
  for (const table of document.querySelectorAll("table")) {
    look(table, false);
    const scroll = table.closest(".scroll");
    if (!scroll) continue;
    scroll.scrollLeft = scroll.scrollWidth;
    look(table, true);
    scroll.scrollLeft = 0;
  }
  return faults;
}

const PAGES = [
  "index.html",
  "2026-T1/bulletin.html",
  "2026-T1/controle.html",
  "2023-T2/controle.html",
  "2026-T1/fiche.html",
  "2026-T1/projection.html",
  "lectures/2026-T1.html",
];
const PAPER = 688; // pixels between the margins of an A4 page

async function open(name: string, width: number): Promise<void> {
  await page.setViewport({ width, height: 900 });
  await devtools.send("Emulation.setEmulatedMedia", { media: width === PAPER ? "print" : "screen" });
  await page.goto(pathToFileURL(join(folder, name)).href);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

test("every page is looked at", () => {
  const made = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  expect(new Set(made.map((name) => name.replace("2023-T2", "2026-T1").replaceAll("\\", "/")))).toEqual(
    new Set(PAGES.filter((name) => !name.startsWith("2023"))),
  );
});

test.each(PAGES.flatMap((name) => [1440, 780, 390, PAPER].map((width) => ({ name, width }))))(
  "no cell lies over another: $name at $width px",
  async ({ name, width }) => {
    await open(name, width);
    expect(await page.evaluate(coveredCells)).toEqual([]);
  },
);

test.each([
  ["as it opens", ".control main td.r-label { left: 6rem !important; position: sticky }"],
  ["once scrolled", ".control main td.r-label { left: 0 !important } .control main td { min-width: 14rem }"],
])("a cell that covers another is seen %s", async (_, css) => {
  await open("lectures/2026-T1.html", 780);
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  expect(await page.evaluate(coveredCells)).not.toEqual([]);
});
