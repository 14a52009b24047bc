/** What each page of an .xls has at its head and at its foot stands beside the cells of its sheet. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read } from "../../../scripts/read/index.ts";
import { source } from "../source.ts";

/** As LibreOffice writes it: « &A », the name of the sheet, at the head; « Page &P » at the foot. */
const FILE = readFileSync(join(import.meta.dirname, "../../fixtures/read/bold/bold.xls"), "latin1");

test.each([
  [FILE, ["Page"]],
  [FILE.replace("Page", "Lens"), ["Lens"]],
  [FILE.replace("&A", "GN"), ["GN", "Page"]],
])("case %#", async (text, besides) => {
  const { value } = await read(source("a.xls", Buffer.from(text, "latin1")));
  expect(value.grids[0]?.besides).toEqual(besides);
});
