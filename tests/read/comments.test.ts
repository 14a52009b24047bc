/** The comment of a cell or of a margin is no text of the page: it is kept beside it, for the lecture to show and to compare. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read } from "../../scripts/read/index.ts";
import { source } from "./source.ts";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "read", "comments");

test.each(readdirSync(FOLDER))("%s", async (name) => {
  const { value } = await read(source(name, readFileSync(join(FOLDER, name))));
  const [grid] = value.grids;
  expect(grid?.comments).toEqual(["À confirmer par la brigade"]);
  expect(grid?.rows.flat().map(({ text }) => text)).not.toContain("À confirmer par la brigade");
});
