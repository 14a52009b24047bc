/** Numbers agree, everywhere: what must hold on each built page, and proof that each rule would see a fault. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "../../scripts/model/bulletin.ts";
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
  expect(among(/somme de ses trimestres \d+, un trimestre révisé depuis/)).toBeGreaterThan(1);
  expect(among(/>\d+\s(?:transmis|calculé)</)).toBeGreaterThan(1);
  expect(among(/Lignes incomplètes/)).toBeGreaterThan(0);
  expect(among(/laissent de côté/)).toBeGreaterThan(1);
  expect(among(/avant la révision de/)).toBeGreaterThan(0);
  expect(among(/Nombre du trimestre en gras/)).toBeGreaterThan(1);
  expect(among(/>n\.d\.</)).toBeGreaterThan(3);
});

describe("each rule sees the fault that it is there for:", () => {
  const plusOne = (_: string, before: string, n: string, after: string): string => `${before}${Number(n) + 1}${after}`;
  /** The cell of this id, whatever leads to it. */
  const cell = (id: string): RegExp => new RegExp(`(<td id="${id}"[^>]*>(?:<a [^>]*>)?)(\\d+)([^<]*<)`);

  test.each<readonly [rule: keyof typeof RULES, what: string, id: string, from: RegExp, to: string | typeof plusOne]>([
    [
      "first",
      "a line that page one leaves out",
      "2026-T3",
      /<tr [^>]*><th scope="row" id="t1-r4-c1">/,
      '<tr data-line="x"><th>',
    ],
    ["first", "a reading other than the detail's", "2026-T3", />hausse nette</, ">hausse<"],
    ["first", "a year that is not spoken of first", "2025-T4", />L’année\s2025\s:</, ">Le trimestre :<"],
    ["marks", "a mark that is not explained", "2023-T1", /<p>n\.d\.\s:/, "<p>Note :"],
    ["years", "a total that is not the sum of its quarters", "2026-T3", cell("f4-r2-c6"), plusOne],
    ["years", "a quarter changed under its total", "2026-T3", cell("f4-r3-c2"), plusOne],
    ["years", "a total above quarters that are not known, unsaid", "2025-T4", /(\d+) transmis(<\/a>)/, "$1$2"],
    ["spans", "a count since January", "2026-T3", cell("t3-r4-c7"), plusOne],
    ["spans", "twelve months", "2026-T3", cell("t1-r4-c8"), plusOne],
    ["spans", "a year", "2025-T4", cell("t1-r4-c6"), plusOne],
    [
      "bold",
      "a number in bold that is not of the quarter",
      "2026-T3",
      /(<td id="t3-r4-c4" class="number)/,
      "$1 strong",
    ],
    ["bold", "a family in bold", "2026-T3", /<\/style>/, ".figures-table .family > td.number{font-weight:600}</style>"],
    ["bold", "a word in bold that tells nothing", "2026-T3", /(<td id="t1-r3-c5" class="text[^"]*)/, "$1 strong"],
    ["outside", "a number in bold and not named", "2026-T3", /(<td id="t1-r4-c2" class="number[^"]*)/, "$1 strong"],
    ["outside", "a number named and not in bold", "2026-T3", /(<td id="t1-r6-c2" class="number[^"]*?) strong/, "$1"],
    [
      "outside",
      "a list that leaves one out",
      "2026-T3",
      /(sortent de leur intervalle attendu\s: au-dessus, )«\sCambriolages de logement\s»/,
      "$1« X »",
    ],
    [
      "outside",
      "a number within the range that it is said to leave",
      "2026-T3",
      /(\(\d+, attendu de \d+ à )\d+/,
      "$199",
    ],
    ["outside", "a figure that says otherwise", "2026-T3", /, au-dessus de l’intervalle/, ", dans l’intervalle"],
    ["periods", "figures that begin later than their title", "2026-T3", /(nombres trimestriels, T)\d/, "$11"],
    ["periods", "figures that end earlier than their title", "2026-T3", /(nombres trimestriels, [^<]*à T)3/, "$14"],
    [
      "periods",
      "another quarter in a title",
      "2026-T3",
      /(<span class="ordinal">Tableau&nbsp;3<\/span> IS 101\s: [^<]*, )3e/,
      "$12e",
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
    ["everywhere", "a figure and the tables", "2026-T3", cell("f4-r5-c4"), plusOne],
    ["everywhere", "the sentence beside a figure", "2026-T3", /(<p class="figure__reading">)\d+(\sfaits)/, "$177$2"],
    ["everywhere", "twelve months in a sentence", "2026-T3", /(Sur douze mois\s: )\d+( \()/, "$177$2"],
    ["everywhere", "a sentence of « À retenir »", "2026-T3", /(<\/strong> )26(\sfaits)/, "$127$2"],
    ["everywhere", "the year before in a sentence of « À retenir »", "2026-T3", /\(8 au/, "(9 au"],
    ["everywhere", "a force and its own table", "2026-T3", cell("t2-r4-c2"), plusOne],
    ["everywhere", "the year closed and its section", "2025-T4", cell("t1-r4-c7"), plusOne],
    ["differences", "a gap", "2026-T3", />\+18</, ">+17<"],
    ["differences", "a percentage", "2026-T3", /−14(\s%)/, "−15$1"],
    ["links", "a rate that leads nowhere", "2026-T3", /(<td id="t1-r4-c10"[^>]*>)<a [^>]*>([\d,]+)<\/a>/, "$1$2"],
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
      /(<td id="f4-r4-c3"[^>]*><a class="origin" href="controle\.html#)[^"]*/,
      "$1s0",
    ],
    ["totals", "totals without the year before", "2026-T3", />Un an plus tôt</, ">Autre<"],
    [
      "totals",
      "totals that do not say what they leave out",
      "2026-T3",
      /(laissent de côté «\s)[^»]*»/,
      "$1Homicides »",
    ],
    ["counts", "a count of words", "2026-T3", /(Sur \d+\s?lignes, [^.]*?)(\d+)( sont sans évolution claire)/, "$199$3"],
  ])("%s, %s", (rule, _, id, from, to) => {
    const { html, page, control } = demo.get(id) ?? { html: "" };
    if (!page || !control) throw new Error(`${id} was not built`);
    const broken = html.replace(from, to as string);
    expect(broken).not.toBe(html);
    expect([...RULES[rule](page, control)]).toEqual([]);
    expect([...RULES[rule](parseBulletin(broken), control)]).not.toEqual([]);
  });
});
