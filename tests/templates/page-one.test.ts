/// <reference lib="dom" />
/** Page one in the shipped browser: one page of paper whatever it says, cards on a telephone; and the words of the charts. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenBrowser } from "../../scripts/browser/browser.ts";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import type { Point } from "../../scripts/model/document/front-page.ts";
import type { TableRow } from "../../scripts/model/document/table.ts";
import { FITS } from "../../scripts/publish/print/fit.ts";
import { printPage } from "../../scripts/publish/print/print.ts";
import { browserHere } from "../browser-here.ts";
import { placedOn } from "../pdf-pages.ts";
import { composedEdition } from "./sample.ts";
import { renderSite } from "./site.ts";

let browser: OpenBrowser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "page-one-"));
  browser = await browserHere({ forScreen: true });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Fill {
  readonly points?: number;
  /** Lines of the table: some are announced, some have facts, the others none. */
  readonly announced?: number;
  readonly counted?: number;
  readonly empty?: number;
}

/** The sample with so much on its first page. */
function filled({ points = 4, announced = 2, counted = 8, empty = 0 }: Fill): Edition {
  const edition = composedEdition();
  const { front, sections } = edition.bulletin;
  const [first] = front.points;
  const more = Array.from({ length: points }, (_, i): Point => ({ ...(first as Point), tag: nameOf(i), text: LONG }));
  const rowsOf = (row: TableRow): readonly TableRow[] =>
    Array.from({ length: announced + counted + empty }, (_, i) => ({
      ...row,
      line: `ligne-${i}`,
      cells: row.cells.map((cell, column) => {
        if (column === 0) return { text: `Ligne ${i + 1}` };
        const { mark: _, emphasis: __, ...plain } = cell;
        if (cell.from === undefined) return plain;
        const count = i < announced + counted ? i + 1 : 0;
        return { ...plain, text: String(count), sort: count, ...(i < announced && column === 1 && MARKED) };
      }),
    }));
  return {
    ...edition,
    bulletin: {
      ...edition.bulletin,
      front: { ...front, points: more },
      sections: sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) => {
          if (section.id !== "ou-en-est-on" || block.kind !== "table") return block;
          const row = block.table.rows.find(
            ({ isTheme, cells }) => !isTheme && cells.every(({ text }) => text !== "n.d."),
          );
          return { ...block, table: { ...block.table, rows: rowsOf(row as TableRow) } };
        }),
      })),
    },
  };
}
/** "Point a", "Point b" … */
const nameOf = (i: number): string => `Point ${String.fromCharCode(97 + i)}`;
const LONG = "26, contre 8 un an plus tôt et 6 en moyenne à cette saison ; au moins deux fois plus. ".repeat(2);
const MARKED = { mark: "rise-established", emphasis: "strong" } as const;

async function printed(fill: Fill) {
  const page = (await renderSite([filled(fill)])).get("2026-T1/bulletin.html") ?? "";
  const file = join(folder, "page.html");
  writeFileSync(file, page);
  const { pdf, fit, facts } = await printPage(browser, file);
  const bytes = await pdf.finish({
    title: "",
    author: "",
    subject: "",
    day: "2026-01-01",
    fingerprint: "",
    program: "",
  });
  const pages = (await placedOn(bytes)).map((pieces) =>
    pieces
      .map(({ text }) => text)
      .join("")
      .replace(/\s/g, ""),
  );
  const sizes = (await placedOn(bytes))[0]?.flatMap(({ text, size }) => (/[a-z]{3}/.test(text) ? [size] : [])) ?? [];
  return { fit, pages, table: facts.tables[0], smallest: Math.min(...sizes) };
}

describe("page one is one page, its type never smaller: what makes way, in its order", () => {
  test.each([
    ["little", {}, ""],
    ["points beyond five", { points: 9, counted: 12 }, "fits-3"],
    ["rows without sign and without fact", { points: 5, announced: 3, counted: 12, empty: 15 }, "fits-4"],
    ["rows without sign", { points: 5, announced: 6, counted: 40 }, "fits-6"],
    ["all at once", { points: 14, announced: 9, counted: 30, empty: 30 }, "fits-6"],
  ] as const)("%s", async (_, fill, fit) => {
    const { pages, table, smallest, ...found } = await printed(fill);
    expect(found.fit).toBe(fit);
    const [first = "", second = ""] = pages;
    const { points = 4, announced = 2, counted = 8, empty = 0 }: Fill = fill;
    expect(first).toContain("Source."); // to the end of its table
    expect(second).not.toContain("Tableau1");
    expect(smallest).toBeGreaterThan(7.9);
    const step = FITS.indexOf(fit);
    for (let i = 0; i < points; i++) {
      const name = nameOf(i).replace(" ", "");
      const isHere = i < 5 || step < 3;
      expect([name, first.includes(name), second.includes(name)]).toEqual([name, isHere, !isHere]);
    }
    if (step >= 3 && points > 5)
      expect(first).toContain(`${points - 5}autre${points > 6 ? "s" : ""}point${points > 6 ? "s" : ""},page2`);
    const rows = announced + (step >= 6 ? 0 : counted) + (step >= 4 ? 0 : empty);
    const shown = new Set(table?.cells.filter(({ head }) => !head).map(({ place }) => place.split(",")[0]));
    expect(shown.size).toBe(rows);
    const left = announced + counted + empty - rows;
    if (left > 0) expect(first).toContain(`${left}autres`);
    expect(first.includes("moisprécédents")).toBe(step < 2);
  });

  test("on a screen nothing makes way", async () => {
    const page = (await renderSite([filled({ points: 9, counted: 40 })])).get("2026-T1/bulletin.html") ?? "";
    const file = join(folder, "ecran.html");
    writeFileSync(file, page.replace('<body class="bulletin', '<body class="fits-6 bulletin'));
    await browser.page.emulateMediaType("screen");
    await browser.page.goto(pathToFileURL(file).href);
    const hidden = await browser.page.$$eval(
      ".page-one [data-gives]",
      (all) => all.filter((one) => !one.checkVisibility()).length,
    );
    const said = await browser.page.$$eval(
      "[data-shows], [data-shows-from]",
      (all) => all.filter((one) => one.checkVisibility()).length,
    );
    expect([hidden, said]).toEqual([0, 0]);
  });
});

async function opened(width: number, media: "screen" | "print" = "screen"): Promise<void> {
  const file = join(folder, "bulletin.html");
  writeFileSync(file, (await renderSite([composedEdition()])).get("2026-T1/bulletin.html") ?? "");
  await browser.page.setJavaScriptEnabled(true);
  await browser.page.emulateMediaType(media);
  await browser.page.setViewport({ width, height: 800 });
  await browser.page.goto(pathToFileURL(file).href);
  await browser.page.evaluate(() => document.fonts.ready.then(() => undefined));
}

test.each([360, 599])(
  "on a telephone of %i px each line of page one is a card, whole, each number named",
  async (width) => {
    await opened(width);
    const cards = await browser.page.$$eval(".page-one tbody tr:not(.theme)", (rows) =>
      rows.map((row) => {
        const [name, curve, first] = ["th", "td.sparkline", "td.number"].map((selector) =>
          (row.querySelector(selector) as HTMLElement).getBoundingClientRect(),
        ) as [DOMRect, DOMRect, DOMRect];
        const cells = [...row.querySelectorAll<HTMLElement>("td")];
        return {
          isBeside: curve.left >= name.right - 1 && curve.top < name.bottom && first.top >= name.top + 4,
          isWhole: cells.every((cell) => cell.getBoundingClientRect().right <= innerWidth && cell.checkVisibility()),
          named: cells
            // biome-ignore lint/performance/useDomNodeTextContent: a space that does not break is nothing to name
            .filter((cell) => cell.matches(".number") && cell.innerText.trim() !== "")
            .map((cell) => getComputedStyle(cell, "::before").content),
        };
      }),
    );
    expect(cards.length).toBeGreaterThan(5);
    for (const { isBeside, isWhole, named } of cards) {
      expect([isBeside, isWhole]).toEqual([true, true]);
      expect(named[0]).toContain("T1");
      for (const name of named) expect(name).not.toBe("none");
    }
    expect(await browser.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  },
);

test("one left edge: the sections stand under page one", async () => {
  await opened(1280);
  const edges = await browser.page.$$eval("main :is(h1, .section__title, .strip)", (all) =>
    all.map((one) => Math.round(one.getBoundingClientRect().left)),
  );
  expect(new Set(edges).size).toBe(1);
});

test("the words of a drawing, as the typeface sets them, touch no line and no other word", async () => {
  await opened(1280, "print");
  const found = await browser.page.$$eval(".figure svg", (drawings) =>
    drawings.map((svg) => {
      const words = [...svg.querySelectorAll("text")].map((text) => ({
        said: text.textContent ?? "",
        box: text.getBBox(),
      }));
      const lines = [...svg.querySelectorAll<SVGPathElement>("path[fill=none]")]
        .filter((path) => !/--chart-line/.test(path.getAttribute("stroke") ?? "") && path.getTotalLength() > 60)
        .map((path) => Array.from({ length: 400 }, (_, i) => path.getPointAtLength((path.getTotalLength() * i) / 399)));
      const faults: string[] = [];
      for (const [i, { said, box }] of words.entries()) {
        // What the letters take of their line: from the tallest to under the axis of the others.
        const [top, bottom] = [box.y + 0.3 * box.height, box.y + 0.85 * box.height];
        const isOn = ({ x, y }: DOMPoint) => x > box.x && x < box.x + box.width && y > top && y < bottom;
        if (!/^[\d\u202f]+$/.test(said) && lines.some((line) => line.some(isOn))) faults.push(`« ${said} » on a line`);
        for (const other of words.slice(i + 1))
          if (
            box.x < other.box.x + other.box.width &&
            other.box.x < box.x + box.width &&
            top < other.box.y + 0.85 * other.box.height &&
            other.box.y + 0.3 * other.box.height < bottom
          )
            faults.push(`« ${said} » on « ${other.said} »`);
      }
      return { faults, words: words.length };
    }),
  );
  expect(found.length).toBeGreaterThan(1);
  expect(found.flatMap(({ faults }) => faults)).toEqual([]);
});
