/**
 * What a person reads of the bulletin in each situation that the sample does not show, word for word: read-aloud/*.txt.
 * ACCEPT=1 writes them again: read the difference aloud.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { NOTICE_WORDS } from "../../scripts/compose/sentences/notices.ts";
import { glossary } from "../../scripts/compose/words/glossary.ts";
import type { Holdings } from "../../scripts/holdings/holdings.ts";
import type { CommunalSummary } from "../../scripts/model/document/communal.ts";
import { editionsOf, inventedHoldings, SMALL } from "../agreement/deliveries.ts";
import { plain } from "./find.ts";
import { printBulletin } from "./print.ts";

/** Said alike in every bulletin: read once. */
const EVERYWHERE: ReadonlySet<string> = new Set(["methode", "controles"]);

const small = (name: string): Holdings => {
  const [, holdings] = SMALL.find(([one]) => one === name) ?? [];
  if (holdings === undefined) throw new Error(`no small deliveries « ${name} »`);
  return holdings;
};
const expecting = (holdings: Holdings, ...expectedStatements: readonly string[]): Holdings => ({
  ...holdings,
  settings: { ...holdings.settings, expectedStatements },
});

const spread = (indicator: string, year: number, group: "size" | "epci", published = 9) =>
  ({ indicator, year, group, published, of: 12, min: 1.1, q1: 2.2, median: 3.3, q3: 4.4, max: 5.5 }) as const;
const COMMUNAL: CommunalSummary = {
  version: 1,
  base: { name: "base-communale.csv", sha256: "ab12".repeat(16) },
  commune: "99001",
  size: { low: 5000, high: 10_000, departement: "99" },
  epci: "Communauté de Rive-Blanche",
  spreads: [
    ...[2024, 2025].map((year) => spread("vols-vehicules", year, "size")),
    spread("vols-vehicules", 2025, "epci", 3),
    spread("cambriolages-logement", 2025, "size"),
    spread("homicides", 2025, "size"),
  ],
  own: [
    { indicator: "vols-vehicules", year: 2024, rate: 3.9, count: 25 },
    { indicator: "vols-vehicules", year: 2025, rate: 4.2, count: 27 },
    { indicator: "cambriolages-logement", year: 2025, rate: null, count: null },
    { indicator: "homicides", year: 2025, rate: 0.2, count: null },
  ],
  leftOut: 2,
};

/** Only what is said of these sections is new beside the others. */
const ALONE: Readonly<Record<string, string>> = { "beside like communes": "communes-semblables" };

const SITUATIONS: readonly (readonly [name: string, quarter: string, holdings: Holdings])[] = [
  ["the year is closed", "2026-T4", inventedHoldings(2)],
  ["the half-year is closed, deliveries are missing", "2026-T2", inventedHoldings(3)],
  ["the third quarter", "2025-T3", inventedHoldings(5)],
  [
    "half-years only, and a statement that did not come",
    "2026-T2",
    expecting(small("half-years only"), "IS101", "IST"),
  ],
  ["no count", "2026-T1", small("no count")],
  ["beside like communes", "2026-T4", { ...inventedHoldings(2), communal: COMMUNAL }],
  ["one force alone", "2025-T3", small("one force alone, then both, and a mandate between")],
  ["one month only", "2026-T1", small("one month only")],
  ["gendarmerie alone", "2026-T1", small("gendarmerie alone")],
  ["a family without its count", "2026-T2", expecting(small("a family without its count"), "IST")],
  ["a break in series", "2026-T2", small("a break in series, quarters of two years and their years")],
];

/** @param said what the file of this name holds. */
function readsAs(name: string, said: string): void {
  const file = new URL(`read-aloud/${name.replaceAll(/\W+/g, "-")}.txt`, import.meta.url);
  if (process.env.ACCEPT === "1") writeFileSync(file, said);
  expect(said).toBe(readFileSync(file, "utf8"));
}

describe("read aloud:", () => {
  test.each(SITUATIONS)("%s", async (name, quarter, holdings) => {
    const [edition] = await editionsOf(holdings, [quarter]);
    if (edition === undefined) throw new Error(`no bulletin of ${quarter}`);
    const { bulletin } = edition;
    const isWhole = name === SITUATIONS[0]?.[0];
    const alone = ALONE[name];
    const sections = bulletin.sections.filter(({ id }) => (alone ? id === alone : isWhole || !EVERYWHERE.has(id)));
    const said = `${plain(printBulletin({ ...bulletin, sections }))}\n`;
    readsAs(name, said);
  });

  test("the words that few bulletins say", () => {
    const abbreviations = glossary("AAB AVIP CBV DVP ILS MEC SSMSI VIF VMA").map(
      ({ term, text }) => `${term} : ${text}`,
    );
    const notices = Object.values(NOTICE_WORDS).map(({ title, effect }) => `${title}. ${effect}`);
    readsAs("the words that few bulletins say", plain(`${[...abbreviations, "", ...notices].join("\n")}\n`));
  });
});
