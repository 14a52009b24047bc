/**
 * What a person reads of the bulletin in each situation that the sample does not show, word for word: read-aloud/*.txt.
 * ACCEPT=1 writes them again: read the difference aloud.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { glossary } from "../../scripts/compose/words/glossary.ts";
import { NOTICE_WORDS } from "../../scripts/compose/words/notice-words.ts";
import type { Holdings } from "../../scripts/holdings/holdings.ts";
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
    const sections = bulletin.sections.filter(({ id }) => isWhole || !EVERYWHERE.has(id));
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
