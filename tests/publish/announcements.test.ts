import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { ANALYSES, leftIn } from "../../scripts/publish/announcements.ts";

const out = mkdtempSync(join(tmpdir(), "announced-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const row = (comparison: string, verdict: string) => ({
  statement: "IS101",
  indicator: "homicides",
  label: "Homicides",
  family: null,
  force: "ensemble",
  comparison,
  before: { periods: ["2024-10/2024-12"], values: [1] },
  after: { periods: ["2025-10/2025-12"], value: 4 },
  verdict,
  p: 0.001, // what is not asked for is left
});

/** Leaves it in the folder of the quarter. */
function leave(quarter: string, text: string): void {
  mkdirSync(join(out, quarter), { recursive: true });
  writeFileSync(join(out, quarter, ANALYSES), text);
}

const file = (...analyses: readonly object[]): string =>
  JSON.stringify({ edition: 2, changed: { a: null }, analyses, findings: [] });

/** What is found in a file of this text, which the register knows as `known`. */
function found(text: string, known = text) {
  leave("2025-T4", text);
  return leftIn(out, ["2025-T4", "2026-T1"], new Map([[`2025-T4/${ANALYSES}`, sha256(known)]]));
}

test("of each line that rose or fell: of the quarter or of the year, and its direction", () => {
  const rows = [
    row("quarter-pooled", "rise-established"),
    row("rolling-year", "fall-to-follow"),
    row("quarter", "ordinary"),
    row("cumulative", "not-judged"),
    row("rolling-year-pooled", "none"),
  ];
  const printed = { "IS101 homicides ensemble 2024-10/2024-12": 1, "IS101 homicides ensemble 2025-10/2025-12": 4 };
  const line = { statement: "IS101", indicator: "homicides", label: "Homicides", family: null, force: "ensemble" };
  expect(found(file(...rows))).toEqual({
    "2025-T4": {
      edition: 2,
      changed: { a: null },
      printed,
      announcements: [
        { ...line, of: "quarter", direction: "rise" },
        { ...line, of: "year", direction: "fall" },
      ],
    },
  });
});

test("a file that was altered, that is of another form, or that the register does not know says nothing", () => {
  const text = file(row("quarter", "rise-established"));
  expect(found(text)).toHaveProperty("2025-T4");
  expect(found(text.replace("rise", "fall"), text)).toEqual({});
  expect(found(text.replace("quarter", "month"))).toEqual({});
  expect(found("{")).toEqual({});
  leave("2026-T1", text);
  expect(leftIn(out, ["2026-T1"], new Map())).toEqual({});
});
