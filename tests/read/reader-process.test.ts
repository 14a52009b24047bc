/** Received files in the process that reads them: each has its own grids; one that takes too much is refused, and named. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readApart } from "../../scripts/read/reader-process.ts";
import { source } from "./source.ts";

const XLS = readFileSync("data/demo/2026-T3/IS 101 T3 2026.xls");
const PDF = readFileSync("tests/fixtures/ist-pdf-families/data/2026-T2/I.S.T T2.pdf");

test("each file has its own grids, when one is longer to read than the next", async () => {
  const files = [source("a.pdf", PDF), source("b.xls", XLS), source("c.csv", "a;1\n")];
  const read = await Promise.all(readApart(files.map((file) => ({ file }))));
  expect(read.map(({ value }) => [value.format, value.grids[0]?.file])).toEqual([
    ["pdf", "2026-T1/a.pdf"],
    ["xls", "2026-T1/b.xls"],
    ["csv", "2026-T1/c.csv"],
  ]);
  expect(read.flatMap(({ issues }) => issues)).toEqual([]);
});

test.for([
  ["time", { seconds: 0, megabytes: 500 }, "file-too-slow", "10 secondes de calcul"],
  ["memory", { seconds: 10, megabytes: 1 }, "file-too-large", "500 Mo de mémoire"],
] as const)("one that takes too much %s is refused, and named with the limit", async ([, limits, rule, words]) => {
  const [read] = await Promise.all(readApart([{ file: source("a.pdf", PDF) }], limits));
  expect(read?.value).toMatchObject({ format: null, grids: [] });
  expect(read?.issues).toMatchObject([
    { rule, severity: "error", message: expect.stringContaining(words), place: { file: "2026-T1/a.pdf" } },
  ]);
});
