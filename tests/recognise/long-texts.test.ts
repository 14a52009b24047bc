/** A text of a hostile or damaged file may be as long as a cell allows: it costs no more than the 500 characters that are understood. */
import { expect, test } from "vitest";
import { readTables } from "./tables.ts";

const UNITS = [
  "(",
  "janvier- ",
  "de ",
  "é",
  "x",
  "St-",
  "du 01/01 au ",
  "M. DUPONT ",
  "a.b.",
  "à Fécamp ",
  "hors ",
  "12 34 ",
];
const table = (title: string, label: string): string => `IS 101 ${title}\nFaits|T1 2026\nHomicides|1\n${label}|2`;

test("titles, labels and notes of 32 000 characters are read within seconds", () => {
  const start = process.cpuUsage();
  for (const unit of UNITS) {
    const long = unit.repeat(Math.ceil(32_000 / unit.length));
    readTables(table(long, "Vols avec armes"));
    readTables(table("", long));
    readTables(`${table("", "Vols avec armes")}\n${long}`);
  }
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(10);
});

test("what is left of a longer text is not understood, and a longer number is none", () => {
  const { counts } = readTables(
    `IS 101\nFaits|T1 2026${" ".repeat(600)}(provisoire)|T1 2025\nHomicides|1|${"1".repeat(600)}`,
  );
  expect(counts.filter((count) => !count.endsWith(" = 1"))).toEqual([]);
  const { rules } = readTables(`IS 101\nFaits|T1 2026 ${"faits ".repeat(100)}|T1 2025\nHomicides|1|2`);
  expect(rules).toContain("warning column-not-understood");
});
