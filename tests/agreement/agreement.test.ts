/** Numbers agree, everywhere: what must hold on each built page, and proof that each rule would see a fault. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import { NIGHTLY } from "../draws.ts";
import { renderSite } from "../templates/site.ts";
import { DEMO, editionsOf, FIXTURES, inventedHoldings, SMALL } from "./deliveries.ts";
import { type BulletinPage, type ControlPage, parseBulletin, parseControl } from "./page.ts";
import { RULES } from "./rules.ts";

interface Built {
  readonly html: string;
  readonly page: BulletinPage;
  readonly control: ControlPage;
}

async function buildAll(editions: readonly Edition[]): Promise<ReadonlyMap<string, Built>> {
  const site = await renderSite(editions);
  return new Map(
    editions.map(({ bulletin: { id } }) => {
      const html = site.get(`${id}/bulletin.html`) ?? "";
      const control = parseControl(site.get(`${id}/controle.html`) ?? "");
      return [id, { html, page: parseBulletin(html), control }];
    }),
  );
}

const faultsOf = (page: BulletinPage, control: ControlPage): readonly string[] =>
  Object.entries(RULES).flatMap(([name, rule]) => [...rule(page, control)].map((fault) => `${name} : ${fault}`));

/** One reading of the demonstration, for all that looks at it. Its other quarters, and more invented years, are for the night. */
const QUARTERS = ["2026-T3", "2025-T4", "2023-T1", ...(NIGHTLY ? ["2026-T2", "2026-T1", "2024-T3"] : [])];
let demo: ReadonlyMap<string, Built>;
beforeAll(async () => {
  demo = await buildAll(await editionsOf(DEMO, QUARTERS));
});

test.each(QUARTERS)("in the demo's bulletin of %s all numbers agree", (id) => {
  const built = demo.get(id);
  expect(built?.page.tables.length).toBeGreaterThan(5);
  expect(built && faultsOf(built.page, built.control)).toEqual([]);
});

test("in the bulletins of the fixtures, and of deliveries that hold little, all numbers agree", async () => {
  let bulletins = 0;
  for (const [name, holdings] of [...FIXTURES, ...SMALL])
    for (const { page, control } of (await buildAll(await editionsOf(holdings))).values()) {
      bulletins += 1;
      expect({ name, faults: faultsOf(page, control) }).toEqual({ name, faults: [] });
    }
  expect(bulletins).toBe(12 + 12);
});

test("with quarters missing, revised, and cumulated before their revision, all numbers agree", async () => {
  const pages: string[] = [];
  const seeds = Array.from({ length: NIGHTLY ? 30 : 3 }, (_, i) => i + 1);
  for (const seed of seeds)
    for (const [id, { html, page, control }] of await buildAll(
      await editionsOf(inventedHoldings(seed), ["2026-T4", "2026-T2", "2025-T3"]),
    )) {
      pages.push(html);
      expect({ seed, id, faults: faultsOf(page, control) }).toEqual({ seed, id, faults: [] });
    }
  // The draws hold what they are there for.
  expect(pages).toHaveLength(3 * seeds.length);
  const among = (form: RegExp): number => pages.filter((html) => form.test(html)).length;
  expect(among(/somme de ses trimestres \d+\./)).toBeGreaterThan(1);
  expect(among(/Lignes incomplètes/)).toBeGreaterThan(0);
  expect(among(/aria-label="(?:hausse|baisse) établie"/)).toBeGreaterThan(1);
  expect(among(/>n\.d\.</)).toBeGreaterThan(3);
});

describe("each rule sees the fault that it is there for:", () => {
  const plusOne = (_: string, before: string, n: string, after: string): string => `${before}${Number(n) + 1}${after}`;
  /** The cell of this id, whatever leads to it. */
  const cell = (id: string): RegExp =>
    new RegExp(`(<td id="${id}"[^>]*>(?:<svg[^]*?</svg>\\s*)?(?:<a [^>]*>)?)(\\d+)([^<]*<)`);

  test.each<readonly [rule: keyof typeof RULES, what: string, id: string, from: RegExp, to: string | typeof plusOne]>([
    [
      "first",
      "a line that page one leaves out",
      "2026-T3",
      /<tr [^>]*><th scope="row" id="t1-r4-c1">/,
      '<tr data-line="x"><th>',
    ],
    ["first", "another number than the detail's", "2026-T3", cell("t1-r11-c2"), plusOne],
    [
      "first",
      "another mark than the detail's",
      "2026-T3",
      /(id="t1-r11-c4"[^>]*><svg[^>]*aria-label=")hausse établie/,
      "$1hausse à suivre",
    ],
    ["first", "a large number that is not the table's", "2026-T3", /(<p class="key-figure__value">)26/, "$127"],
    ["first", "the year before under a large number", "2026-T3", /(<p class="key-figure__before">)8(\sun)/, "$19$2"],
    ["first", "a sentence with another number", "2026-T3", /(<\/strong> )26(, environ)/, "$127$2"],
    ["first", "a sentence with another year before", "2026-T3", /(; )8(\sun an plus tôt)/, "$19$2"],
    [
      "first",
      "a sentence with another mark",
      "2026-T3",
      /(<dt><svg[^>]*aria-label=")hausse établie/,
      "$1baisse établie",
    ],
    ["marks", "a mark that is not explained", "2023-T1", /<p>n\.d\.\s:/, "<p>Note :"],
    ["years", "a total that is not the sum of its quarters", "2026-T3", cell("t4-r4-c7"), plusOne],
    ["years", "a quarter changed under its total", "2026-T3", cell("t4-r4-c8"), plusOne],
    ["years", "a total that is not the sum of its quarters, unsaid", "2026-T3", /, année\s2025\s: \d+ transmis/g, ""],
    ["spans", "a count since January", "2026-T3", cell("t5-r4-c7"), plusOne],
    ["spans", "twelve months", "2026-T3", cell("t1-r11-c5"), plusOne],
    ["spans", "a year", "2025-T4", cell("t1-r11-c5"), plusOne],
    [
      "degrees",
      "a number in bold of which nothing is said",
      "2026-T3",
      /(<td id="t6-r2-c4" class="number)/,
      "$1 strong",
    ],
    [
      "degrees",
      "a family in bold",
      "2026-T3",
      /<\/style>/,
      ".figures-table .family > td.number{font-weight:600}</style>",
    ],
    [
      "degrees",
      "a number that gives the sign and is not in bold",
      "2026-T3",
      /(<td id="t1-r11-c2" class="number[^"]*?) strong/,
      "$1",
    ],
    ["degrees", "a word without its mark", "2026-T3", /(<td id="t1-r11-c4"[^>]*>)<svg[\s\S]*?<\/svg>/, "$1"],
    ["degrees", "a mark without its word", "2026-T3", /(<td id="t1-r11-c4"[^>]*>.*?<\/svg>\s*)hausse établie/, "$1"],
    ["ranges", "a figure that says otherwise than the table", "2026-T3", /, hausse établie( \(rien)/, "$1"],
    [
      "ranges",
      "a title that says otherwise than its sentence",
      "2026-T3",
      /(figure__news">[^<]*en (?:nette )?)hausse/,
      "$1baisse",
    ],
    [
      "ranges",
      "a number that is told within its range",
      "2026-T3",
      /(<p class="figure__reading">[^.<]*\. \d+\sfaits[^(]*?\(rien ne serait annoncé de \d+ à )\d+/,
      "$199",
    ],
    ["periods", "figures that begin later than their title", "2026-T3", /(Les autres lignes, T)\d/, "$11"],
    ["periods", "figures that end earlier than their title", "2026-T3", /(Les autres lignes, [^<]*à T)3/, "$14"],
    [
      "periods",
      "another quarter in a title",
      "2026-T3",
      /(<span class="ordinal">Tableau&nbsp;5<\/span> IS 101\s: [^<]*, )3<sup>e/,
      "$12<sup>e",
    ],
    ["periods", "a table that begins later than its title", "2023-T1", /(Nombres trimestriels, T)\d/, "$11"],
    [
      "everywhere",
      "the table of the quarters",
      "2023-T1",
      /( Nombres trimestriels[\s\S]*?<td [^>]*-c3"[^>]*>(?:<a [^>]*>)?)(\d+)([^<]*<)/,
      plusOne,
    ],
    ["periods", "another year in a head", "2026-T3", />2025<\/th>/, ">2024</th>"],
    ["everywhere", "page one and the detail", "2026-T3", cell("t1-r4-c2"), plusOne],
    ["everywhere", "a figure and the tables", "2026-T3", cell("t4-r4-c20"), plusOne],
    [
      "everywhere",
      "the sentence beside a figure",
      "2026-T3",
      /(<p class="figure__reading">[^.<]* par trimestre\. )\d+(\sfaits)/,
      "$177$2",
    ],
    ["everywhere", "twelve months in a sentence", "2026-T3", /(Sur douze mois\s: )\d+( \()/, "$177$2"],
    ["everywhere", "the year closed and its section", "2025-T4", cell("t1-r11-c5"), plusOne],
    ["differences", "a gap", "2026-T3", />\+18</, ">+17<"],
    ["differences", "a percentage", "2026-T3", /−14(\s%)/, "−15$1"],
    ["links", "a rate that leads nowhere", "2026-T3", /(<td id="t1-r11-c8"[^>]*>)<a [^>]*>([^<]+)<\/a>/, "$1$2"],
    ["links", "a figure that leads nowhere", "2026-T3", /(<td id="t1-r4-c3"[^>]*>)<a [^>]*>(\d+)<\/a>/, "$1$2"],
    [
      "links",
      "a figure that leads to another one",
      "2026-T3",
      /(<td id="t1-r4-c3"[^>]*><a class="origin" href="controle\.html#)[^"]*/,
      "$1s1-1-B5",
    ],
    [
      "links",
      "a chart's figure that leads to no place",
      "2026-T3",
      /(<td id="t4-r4-c15"[^>]*><a class="origin" href="controle\.html#)[^"]*/,
      "$1s0",
    ],
    ["totals", "totals of another year", "2026-T3", /(totaux tels que transmis[\s\S]*?T3\s)2026/, "$12024"],
  ])("%s, %s", (rule, _, id, from, to) => {
    const { html, page, control } = demo.get(id) ?? { html: "" };
    if (!page || !control) throw new Error(`${id} was not built`);
    const broken = html.replace(from, to as string);
    expect(broken).not.toBe(html);
    expect([...RULES[rule](page, control)]).toEqual([]);
    expect([...RULES[rule](parseBulletin(broken), control)]).not.toEqual([]);
  });
});
