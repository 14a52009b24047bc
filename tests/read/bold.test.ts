/** A cell is bold where all its text is, by itself or by its styles and those that these are based on. Fixtures: LibreOffice. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read } from "../../scripts/read/index.ts";
import { source } from "./source.ts";

const FOLDER = join(import.meta.dirname, "..", "fixtures", "read", "bold");

async function boldIn(name: string, bytes: string | Uint8Array = readFileSync(join(FOLDER, name))) {
  const { value, issues } = await read(source(name, bytes));
  expect(issues).toEqual([]);
  return (value.grids[0]?.rows ?? []).map((row) =>
    row.map(({ text, bold }) => (bold ? `**${text}**` : text)).join(" | "),
  );
}

// "Rixes (1)": bold, but for its mark; "Vols avec arme": its first word; "8": by the parent of its style; a text under "Total" is not
test.each(["ods", "xls", "xlsx"])("sheet: .%s", async (format) => {
  expect(await boldIn(`bold.${format}`)).toEqual([
    "**Faits** | **Police**",
    "Vols | 12",
    "Vols avec arme | **12**",
    "Rixes (1) | **8**",
    "Total | **20**",
  ]);
});

test.each(["doc", "docx", "odt", "rtf"])("document: .%s", async (format) => {
  expect(await boldIn(`bold.${format}`)).toEqual([
    "**Relevé du trimestre** | ",
    "**Faits** | **Police**",
    "Vols | 12",
    "Vols avec arme | **12**",
    "Rixes (1) | **8**",
    "Total\ndes faits | **20**",
    " | ",
    "Note | ",
  ]);
});

test("a text whose last word alone is bold is not", async () => {
  const cell = (text: string): string => `\\pard\\intbl ${text}\\cell`;
  const rtf = `{\\rtf1\\ansi \\trowd\\cellx4000\\cellx6000${cell("Vols {\\b avec arme}")}${cell("{\\b 1}{\\b 2}")}\\row}`;
  expect(await boldIn("a.rtf", rtf)).toEqual(["Vols avec arme | **12**"]);
});
