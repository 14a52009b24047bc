/** What is no text of the page's column: kept beside it, for the lecture to show, to hear and to compare. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Grid } from "../../scripts/model/grid.ts";
import { read } from "../../scripts/read/index.ts";
import { source } from "./source.ts";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "read");
const namesIn = (kind: string): readonly string[] => readdirSync(join(FOLDER, kind));

async function gridOf(kind: string, name: string): Promise<Grid | undefined> {
  const { value } = await read(source(name, readFileSync(join(FOLDER, kind, name))));
  return value.grids[0];
}
const textsOf = (grid: Grid | undefined): readonly string[] => grid?.rows.flat().map(({ text }) => text) ?? [];

test.each(namesIn("comments"))("the comment of a cell or of a margin: %s", async (name) => {
  const grid = await gridOf("comments", name);
  expect(grid?.comments).toEqual(["À confirmer par la brigade"]);
  expect(textsOf(grid)).not.toContain("À confirmer par la brigade");
});

test.each(namesIn("notes"))("the notes at the foot of a page and at the end: %s", async (name) => {
  const grid = await gridOf("notes", name);
  expect(grid?.besides).toEqual([expect.stringMatching(/Faits élucidés\.$/), expect.stringMatching(/Hors nuit\.$/)]);
  expect(textsOf(grid).join(" ")).not.toContain("Hors nuit");
});

test("a note within what is not shown is none", async () => {
  const text = "{\\rtf1{\\*\\inconnu{\\footnote Hors nuit.}}IS 101\\par}";
  const { value } = await read(source("a.rtf", text));
  expect(value.grids).toMatchObject([{ rows: [[{ text: "IS 101" }]] }]);
  expect(value.grids[0]?.besides).toBeUndefined();
});
