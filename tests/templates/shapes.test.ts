/**
 * What the templates write of their own, tag by tag and word for word, whatever is printed: shapes.txt. ACCEPT=1 writes it again: read
 * the difference.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import type { YearStates } from "../../scripts/model/edition.ts";
import { BULLETIN_FILES } from "../../scripts/publish/make-bulletin.ts";
import { indexEntry } from "../../scripts/publish/manifest.ts";
import { renderLecture, renderPages } from "../../scripts/publish/pages.ts";
import { sampleEdition } from "./sample.ts";
import { shapesOf } from "./shapes.ts";

const composed = JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition;
const sample = sampleEdition({ quarters: 12, lines: 9 });
const { bulletin } = sample;
const older: Edition = {
  ...sample,
  bulletin: {
    ...bulletin,
    id: "2025-T4",
    errors: 2,
    edition: { number: 2, replaces: "2026-01-08" },
    editionNote: "Rectifiée",
  },
};
/** As the review of a year is: one section beside page one. */
const year = {
  ...bulletin,
  sections: [{ id: "cinq-ans", title: "Cinq années", blocks: [] }, ...bulletin.sections.slice(0, 1)],
};
const states: YearStates = {
  asOf: "29 novembre 2026",
  quarters: [
    {
      quarter: "2026-T1",
      steps: [
        { label: "reçu", done: true },
        { label: "imprimé", done: false },
      ],
      next: "imprimer",
    },
  ],
};
const NO_COPIES = { current: [], replaced: [] };

test("each tag and text of the templates is the one that was accepted", async () => {
  const editions = [{ ...composed, year }, older];
  const index = [
    { ...indexEntry(composed.bulletin), files: BULLETIN_FILES, copies: { current: ["n° 3"], replaced: ["n° 1"] } },
    { ...indexEntry(older.bulletin), files: BULLETIN_FILES, outdated: true, copies: NO_COPIES },
    {
      ...indexEntry({ ...bulletin, id: "2025-T3", warnings: 0, earlier: 2, isReceived: false }),
      files: [],
      copies: NO_COPIES,
    },
  ];
  const lecture = (isConfirmed: boolean, ...said: readonly string[]): Promise<string> => {
    const about = { sentence: "IS 101 : 9 chiffres", changes: said.slice(0, 1), unused: said.slice(1) };
    const files = sample.control.files.map(({ note: { path }, ...file }) => ({ ...file, note: { path, ...about } }));
    return renderLecture({ isConfirmed, bulletin, files });
  };
  const pages = new Map([
    ...(await renderPages(editions, index, states)),
    ["lecture", await lecture(false, "une ligne nouvelle", "Page 1")],
    ["lecture of nothing new", await lecture(false)],
    ["lecture that is confirmed", await lecture(true)],
    ["index of nothing", (await renderPages([], [])).get("index.html") ?? ""],
  ]);
  const said = new Set<string>(); // once a kind of page; in the order of their names: Eleventy ends one page before another as it comes
  const told = [...pages]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, html]) => {
      const kind = name.replace(/^.*\//, "");
      const own = shapesOf(html, [editions, index, states]).filter((shape) => !said.has(`${kind} ${shape}`));
      for (const shape of own) said.add(`${kind} ${shape}`);
      return [`${name}:`, ...own.map((shape) => `  ${shape}`), ""];
    });
  const file = new URL("shapes.txt", import.meta.url);
  if (process.env.ACCEPT === "1") writeFileSync(file, told.join("\n"));
  expect(told.join("\n")).toBe(readFileSync(file, "utf8"));
});
