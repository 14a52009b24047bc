/** Received files in the process that reads them: each is understood; one that takes too much is refused, and named. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { readApart } from "../../scripts/reading/apart.ts";
import type { Job, Knowledge } from "../../scripts/reading/job.ts";
import { source } from "../read/source.ts";
import { settingsOf } from "../recognise/tables.ts";
import { spoken } from "../spoken.ts";

const XLS = readFileSync("data/demo/2026-T3/IS 101 T3 2026.xls");
const PDF = readFileSync("tests/fixtures/ist-pdf-families/data/2026-T2/I.S.T T2.pdf");
const KNOWLEDGE: Knowledge = {
  settings: settingsOf(),
  nomenclature: loadNomenclature(),
  kept: [],
  keptLines: [],
  maps: [],
  asks: false,
};
const job = (name: string, content: string | Uint8Array): Job => ({
  files: [source(name, content)],
  given: new Map(),
});

test("each file has its own figures, when one is longer to read than the next", async () => {
  const csv = "IS 101 - 1er trimestre 2026\nLibellé;T1 2026\nHomicides;0\n";
  const jobs = [job("a.pdf", PDF), job("b.xls", XLS), job("c.csv", csv)];
  const documents = (await Promise.all(readApart(KNOWLEDGE, jobs))).flat();
  expect(documents.map(({ recognition: { file, observations } }) => [file.format, observations.length > 0])).toEqual([
    ["pdf", true],
    ["xls", true],
    ["csv", true],
  ]);
  for (const { recognition } of documents)
    expect(new Set(recognition.observations.map((o) => o.provenance.file))).toEqual(
      new Set([recognition.file.source.path]),
    );
});

test.for([
  ["time", { seconds: 0, megabytes: 500 }, "file-too-slow", "10 secondes de calcul"],
  ["memory", { seconds: 10, megabytes: 1 }, "file-too-large", "500 Mo de mémoire"],
] as const)("one that takes too much %s is refused, and named with the limit", async ([, limits, rule, words]) => {
  const [found] = await Promise.all(readApart(KNOWLEDGE, [job("a.pdf", PDF)], limits));
  expect(found?.map(({ recognition }) => recognition)).toMatchObject([
    { file: { format: null, grids: [] }, tables: [], observations: [] },
  ]);
  expect(found?.[0]?.remarks.map(spoken)).toMatchObject([
    { rule, severity: "error", message: expect.stringContaining(words), place: { file: "2026-T1/a.pdf" } },
  ]);
});
