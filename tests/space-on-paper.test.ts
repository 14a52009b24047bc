/** How full the printed pages are: for the demonstration, for a commune's first year, for a first delivery. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compose } from "../scripts/compose/index.ts";
import { loadHoldings, quartersHeld } from "../scripts/holdings/holdings.ts";
import type { Edition } from "../scripts/model/document/bulletin.ts";
import { followMainPath } from "../scripts/pipeline.ts";
import { type OpenBrowser, printWith, publish } from "../scripts/publish/index.ts";
import { printPaper } from "../scripts/publish/make-bulletin.ts";
import { renderPages } from "../scripts/publish/pages.ts";
import type { StructureNode } from "../scripts/publish/pdf/document.ts";
import { type Printed, type Printer, printPage } from "../scripts/publish/print/print.ts";
import { browserHere } from "./browser-here.ts";
import { TOWNS } from "./compose/towns.ts";
import { NIGHTLY } from "./draws.ts";
import { type Placed, placedOn } from "./pdf-pages.ts";
import { readHere } from "./read-here.ts";
import { inputOfTown } from "./towns/input.ts";
import { TRUTHS } from "./towns/truths.ts";

let browser: OpenBrowser;
let root: string;
/** That of a first delivery. */
let first: Paper;
beforeAll(async () => {
  browser = await browserHere();
  root = mkdtempSync(join(tmpdir(), "pages-"));
  first = await paperOf(await demoOf(1, "2026-T3"));
});
afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true, force: true });
});

interface Paper {
  readonly marking: string;
  readonly html: string;
  readonly bytes: Uint8Array;
  readonly printed: Printed;
}

/** The edition of one quarter of the demonstration, as if only the last `quarters` until then had been delivered. */
async function demoOf(quarters: number, last: string): Promise<Edition> {
  const demo = loadHoldings("data/demo", "2027-01-01");
  const kept = quartersHeld(demo)
    .filter((quarter) => quarter <= last)
    .slice(-quarters);
  const { deliveries } = demo;
  const holdings = {
    ...demo,
    deliveries: {
      ...deliveries,
      files: deliveries.files.filter((file) => kept.includes(file.delivery)),
      names: deliveries.names.filter((name) => kept.includes(name)),
    },
  };
  const [edition] = (await followMainPath(holdings, { quarters: kept.slice(-1), reader: readHere })).editions;
  if (edition === undefined) throw new Error("nothing was made");
  return edition;
}

async function paperOf(edition: Edition): Promise<Paper> {
  const out = mkdtempSync(join(root, "dist-"));
  const papers: Printed[] = [];
  const print: Printer = async (...page) => {
    const printed = await printPage(browser, ...page);
    papers.push(printed);
    return printed;
  };
  const { published } = await publish([edition], { out, print });
  const folder = published[0]?.folder ?? out;
  const [printed] = papers;
  if (printed === undefined) throw new Error("nothing was printed");
  return {
    marking: edition.bulletin.marking,
    html: readFileSync(join(folder, "bulletin.html"), "utf8"),
    bytes: new Uint8Array(readFileSync(join(folder, "bulletin.pdf"))),
    printed,
  };
}

/** templates/assets/css/page.css, in millimetres. */
const PAPER = 297;
const TOP = 14;
const BOTTOM = 13;

/** Of each page, how far down the part between its margins is written on: 0 to 1. */
async function fillOf(bytes: Uint8Array): Promise<readonly number[]> {
  return (await placedOn(bytes)).map((pieces) => {
    const heights = pieces.flatMap(({ text, y }) => {
      const down = PAPER - (y * 25.4) / 72;
      return text.trim() !== "" && down > TOP && down < PAPER - BOTTOM ? [down - TOP] : [];
    });
    return Math.max(0, ...heights) / (PAPER - TOP - BOTTOM);
  });
}

interface Cut {
  /** Page of the caption. */
  readonly caption: number;
  /** Page -> how many rows of the body stand on it, in the order of the pages. */
  readonly rows: ReadonlyMap<number, number>;
}

const nodes = (node: StructureNode, role: string): readonly StructureNode[] =>
  node.children.flatMap((child) => ("mark" in child ? [] : child.role === role ? [child] : nodes(child, role)));

/** The first page on which a text of it stands. */
const pageOf =
  ({ pdf }: Printed) =>
  (node: StructureNode): number => {
    const pagesOf = (within: StructureNode): readonly number[] =>
      within.children.flatMap((child) => {
        if (!("mark" in child)) return pagesOf(child);
        const text = pdf.pages[child.page - 1]?.tagged.get(child.mark) ?? "";
        return text.trim() === "" ? [] : [child.page]; // a mark may be left, without a text, where a column was tried
      });
    return Math.min(...pagesOf(node));
  };

/** Where each table is printed. */
function cutsOf(printed: Printed): readonly Cut[] {
  const firstPage = pageOf(printed);
  const { pdf } = printed;
  return nodes(pdf.structure, "Table").map((table) => {
    const rows = nodes(table, "TR").filter((row) => nodes(row, "TD").length > 0);
    return {
      caption: Math.min(...nodes(table, "Caption").map(firstPage)),
      rows: new Map([...Map.groupBy(rows, firstPage)].map(([page, group]) => [page, group.length])),
    };
  });
}

type Paged = readonly [name: string, edition: () => Edition | Promise<Edition>, most: number];
const PAPERS: readonly Paged[] = [
  ["the demonstration", () => demoOf(99, "2026-T3"), 7],
  ["four quarters that close a year", () => demoOf(4, "2025-T4"), 7],
  ["the first five, with their charts", () => demoOf(5, "2023-T4"), 8],
  ["a first delivery", () => demoOf(1, "2026-T3"), 5],
  ...Object.entries(TOWNS)
    .filter(([name]) => NIGHTLY || name === "many announcements")
    .map(([name, town]): Paged => [name, () => compose(town()), 5]),
];
/** Near to the others: for the night. */
const MORE_PAPERS: readonly Paged[] = [
  ["four quarters", () => demoOf(4, "2026-T3"), 7],
  ["four quarters that close a half-year", () => demoOf(4, "2026-T2"), 7],
];

describe.each([...PAPERS, ...(NIGHTLY ? MORE_PAPERS : [])])("%s", (name, edition, most) => {
  let paper: Paper;
  beforeAll(async () => {
    paper = name === "a first delivery" ? first : await paperOf(await edition());
  });

  test("fills every page to three quarters at least but the last, and takes no more of them than it needs", async () => {
    const fill = await fillOf(paper.bytes);
    expect(fill.length).toBeLessThanOrEqual(most);
    for (const [index, share] of fill.slice(0, -1).entries())
      expect(share, `page ${index + 1} of ${fill.length}`).toBeGreaterThan(0.74);
  });

  test("cuts no table so that its title, or fewer than three of its rows, stand alone", () => {
    const cuts = cutsOf(paper.printed);
    expect(cuts.length).toBeGreaterThan(3);
    for (const [index, { caption, rows }] of cuts.entries()) {
      if (Number.isFinite(caption)) expect([...rows.keys()][0], `table ${index + 1}`).toBe(caption);
      if (rows.size > 1) expect(Math.min(...rows.values()), `table ${index + 1}`).toBeGreaterThanOrEqual(3);
    }
  });
});

test("a quiet quarter of a commune of 900 inhabitants takes two pages", async () => {
  const truth = TRUTHS["quiet and small"];
  if (truth === undefined) throw new Error("no such town");
  const { bytes } = await paperOf(compose(inputOfTown(truth, truth.seed ?? 1)));
  expect(await fillOf(bytes)).toHaveLength(2);
});

test("the review of a year takes four pages at most, no part of them mostly white", async () => {
  const holdings = loadHoldings("data/demo", "2027-01-01");
  const quarters = ["2025-T4"];
  const { editions } = await followMainPath(holdings, { quarters, years: new Set(quarters), reader: readHere });
  const page = (await renderPages([...editions], [])).get("2025-T4/annee.html") ?? "";
  const { printed } = await printPaper("", page, {
    out: mkdtempSync(join(root, "annee-")),
    id: "2025-T4",
    print: printWith(browser),
  });
  const finished = await printed.pdf.finish({
    title: "",
    author: "",
    subject: "",
    day: "2026-01-01",
    fingerprint: "",
    program: "",
  });
  const fill = await fillOf(finished);
  expect(fill.length).toBeLessThanOrEqual(4);
  for (const share of fill) expect(share).toBeGreaterThan(0.67);
});

/** Room above what is looked at, in millimetres: on each page there is a little less for it. */
const ROOMS = Array.from({ length: 20 }, (_, i) => PAPER - TOP - BOTTOM - 2 * i - 4);

/** The same content under each of them. */
async function printUnder(name: string, content: string): Promise<Printed> {
  const under = ROOMS.map((height) => `<div style="break-before: page; height: ${height}mm"></div>${content}`);
  const file = join(root, `${name}.html`);
  const page = first.html
    .replace(/<meta http-equiv[^>]*>/, "")
    .replace(/(<main[^>]*>)[\s\S]*<\/main>/, (_, main: string) => `${main}${under.join("")}</main>`);
  writeFileSync(file, page);
  return await printPage(browser, file);
}

test("wherever a table begins, no page has its title or fewer than three of its rows alone", async () => {
  const [table = ""] = first.html.match(/<table class="figures-table[^"]*"[^>]*id="t1".*?<\/table>/s) ?? [];
  expect(table.split("<tr").length).toBeGreaterThan(9);
  const printed = await printUnder("tableau", `<section class="section"><div class="table">${table}</div></section>`);
  const cuts = cutsOf(printed);
  expect(cuts).toHaveLength(ROOMS.length);
  expect(cuts.filter(({ rows }) => rows.size > 1).length).toBeGreaterThan(3);
  for (const [index, { caption, rows }] of cuts.entries()) {
    expect([...rows.keys()][0], `table ${index + 1}`).toBe(caption);
    if (rows.size > 1) expect(Math.min(...rows.values()), `table ${index + 1}`).toBeGreaterThanOrEqual(3);
  }
});

test.each(["methode", "is101"])("a title never stands alone at the foot of a page: %s", async (id) => {
  expect(first.printed.pdf.pages.length).toBeGreaterThan(1);
  const words = "Les faits enregistrés sur la commune, tels que les états les dénombrent. ".repeat(4);
  const content = `<section class="section section--${id}"><h2>Titre</h2><h3>Sous-titre</h3><p>${words}</p></section>`;
  const page = await printUnder(id, content);
  const of = (role: string) => nodes(page.pdf.structure, role).map(pageOf(page));
  expect(of("H2")).toHaveLength(ROOMS.length);
  expect(of("P").slice(-ROOMS.length)).toEqual(of("H2"));
});

const squeeze = (text: string): string => text.replaceAll(/\s/g, "");

/** What stands on one line, together: letters may be drawn one by one. From the top, without spaces. */
function runsOf(pieces: readonly Placed[]): readonly { text: string; left: number; right: number }[] {
  const runs: { text: string; y: number; left: number; right: number }[] = [];
  for (const { text, x, y, width, size } of pieces.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const last = runs.at(-1);
    const isNext = last !== undefined && last.y === y && x - last.right < size;
    if (isNext) Object.assign(last, { text: last.text + squeeze(text), right: x + width });
    else runs.push({ text: squeeze(text), y, left: x, right: x + width });
  }
  return runs;
}

test("a long marking at the head of a page goes on in a second line, and not over the name of the commune", async () => {
  const long =
    "Secret, à l’usage exclusif des personnes habilitées par la convention, sans copie ni photographie, sous la responsabilité de chacune, en séance";
  const file = join(root, "marquage.html");
  writeFileSync(file, first.html.replace(/<meta http-equiv[^>]*>/, "").replaceAll(first.marking, long));
  const { pdf } = await printPage(browser, file);
  const data = await pdf.finish({
    title: "",
    author: "",
    subject: "",
    day: "2026-10-08",
    fingerprint: "0",
    program: "",
  });
  const [, second = []] = await placedOn(data);
  const head = runsOf(second.filter(({ text, y }) => text.trim() !== "" && PAPER - (y * 25.4) / 72 < TOP));
  const place = head.find(({ text }) => text.includes("·"));
  const marking = head.filter(({ text }) => squeeze(long).includes(text));
  expect(marking.length).toBeGreaterThan(1); // on two lines
  expect(marking.map(({ text }) => text).join("")).toBe(squeeze(long));
  for (const line of marking) expect(line.right).toBeLessThan(place?.left ?? 0);
});
