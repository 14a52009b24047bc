/** The launcher of Windows, which only Windows runs: each place that it goes to is there, once, and a folder that cannot be opened is said. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const LINES = readFileSync("scripts/menu/Bulletin.cmd", "utf8").split(/\r?\n/);

test("each label of Bulletin.cmd stands once, and each is gone to", () => {
  const labels = LINES.filter((line) => line.startsWith(":"));
  const goneTo = LINES.flatMap((line) => [...line.matchAll(/goto (:\w+)/g)].map(([, label]) => label));
  expect(labels.length).toBeGreaterThan(3);
  expect(labels).toEqual([...new Set(labels)]);
  expect(new Set(labels)).toEqual(new Set(goneTo));
});

test("nothing is swapped but a version that is ready", () => {
  const toSwap = LINES.filter((line) => line.endsWith("goto :swap"));
  expect(toSwap).toEqual(['if exist "programme-nouveau\\PRET" goto :swap']);
});
