/** Whatever the lines hold, there is a bulletin: from a first delivery without a count to fifty years of them. */

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SourceFile } from "../scripts/model/grid.ts";
import { quarter, quarterId, shiftQuarters } from "../scripts/model/period.ts";
import { loadNomenclature } from "../scripts/nomenclature/index.ts";
import { followMainPath } from "../scripts/pipeline.ts";
import { type OpenBrowser, printWith, publish } from "../scripts/publish/index.ts";
import { browserHere } from "./browser-here.ts";
import { NIGHTLY } from "./draws.ts";
import { printNothing } from "./publish/without-browser.ts";
import { readHere } from "./read-here.ts";
import { settingsOf } from "./recognise/tables.ts";
import { spoken } from "./spoken.ts";

const NOMENCLATURE = loadNomenclature();
const LABELS = ["Homicides", "Vols avec armes", "Cambriolages de logement", "Vols de véhicules"];

let browser: OpenBrowser;
let root: string;
beforeAll(async () => {
  browser = await browserHere();
  root = mkdtempSync(join(tmpdir(), "toujours-"));
});
afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true, force: true });
});

/** One statement a delivery: its rows under its title and headings. */
function delivery(name: string, rows: readonly string[]): SourceFile {
  const bytes = new TextEncoder().encode(`${rows.join("\n")}\n`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path: `${name}/IS101.csv`, delivery: name, name: "IS101.csv", bytes, sha256 };
}

/** Printed by the browser: where the lines hold least and most by day, everywhere at night. */
async function bulletinOf(files: readonly SourceFile[], id: string, isPrinted: boolean) {
  const names = files.map((f) => f.delivery);
  const { editions, issues } = await followMainPath(
    {
      today: "2026-11-01",
      settings: settingsOf(),
      nomenclature: NOMENCLATURE,
      deliveries: { files, references: [], names },
      issues: [],
      lectures: [],
    },
    { quarters: [id], reader: readHere },
  );
  expect(issues.filter((i) => i.severity === "error").map((i) => spoken(i).message)).toEqual([]);
  const out = mkdtempSync(join(root, id));
  const { published } = await publish(editions, {
    out,
    print: isPrinted || NIGHTLY ? printWith(browser) : printNothing,
  });
  return { pages: published[0]?.pages ?? 0, html: readFileSync(join(out, id, "bulletin.html"), "utf8") };
}

const rowsOf = (cells: string) => LABELS.map((label) => `${label};${cells}`);

describe("a first delivery", () => {
  test.each([
    [
      "no count at all",
      "2026-T1",
      "IS 101 - 1er trimestre 2026",
      "Libellé;Police;Gendarmerie;Total",
      rowsOf("nd;nd;nd"),
      "n.d.",
    ],
    [
      "one line that is not known",
      "2026-T1",
      "IS 101 - 1er trimestre 2026",
      "Libellé;Police;Gendarmerie;Total",
      ["Homicides;nd;nd;nd", ...rowsOf("3;1;4").slice(1)],
      "n.d.",
    ],
    [
      "one line that is secret",
      "2026-T1",
      "IS 101 - 1er trimestre 2026",
      "Libellé;Police;Gendarmerie;Total",
      ["Homicides;s;s;s", ...rowsOf("3;1;4").slice(1)],
      "secret",
    ],
    ["half-years only", "2026-T2", "IS 101", "Libellé;1er semestre 2025;1er semestre 2026", rowsOf("13;14"), ">14<"],
    [
      "cumulative counts only",
      "2026-T3",
      "IS 101 - 3e trimestre 2026",
      "Libellé;Cumul janvier à septembre 2025;Cumul janvier à septembre 2026",
      rowsOf("13;14"),
      ">14<",
    ],
    ["one month only", "2026-T1", "IS 101", "Libellé;Mars 2026", rowsOf("2"), "n.d."],
  ])("with %s has its bulletin", async (name, id, title, head, rows, shown) => {
    const isPrinted = name === "no count at all" || name === "cumulative counts only";
    const { pages, html } = await bulletinOf([delivery(id, [title, head, ...rows])], id, isPrinted);
    if (isPrinted) expect(pages).toBeGreaterThan(1);
    expect(html).toContain(shown);
  });
});

test("after sixty quarters the last years stand in one table, and what is left out is said", async () => {
  const files = Array.from({ length: 60 }, (_, i) => {
    const name = quarterId(shiftQuarters(quarter(2026, 3), i - 59));
    return delivery(name, [`IS 101 - ${name}`, `Libellé;${name}`, ...rowsOf(String((i * 7) % 11))]);
  });
  const { pages, html } = await bulletinOf(files, "2026-T3", true);
  expect(html).toMatch(/Les trimestres d.{1,6}avant sont dans donnees\.csv/);
  expect(pages).toBeLessThan(12);
});
