import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadHoldings } from "../../scripts/holdings/holdings.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { read } from "../../scripts/read/index.ts";
import { confirmedOf, readDeliveries } from "../../scripts/reading/reading.ts";
import { sourceFile } from "../generated/file.ts";
import { demoFiles } from "./index.ts";

const ROOT = join(import.meta.dirname, "../../data/demo");

const onDisk = (): Map<string, Uint8Array> =>
  new Map(
    readdirSync(ROOT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(ROOT.length + 1).replaceAll("\\", "/"), new Uint8Array(readFileSync(path))]),
  );

test("the demo in data/demo/ is what its script writes, byte for byte", async () => {
  const made = await demoFiles();
  const held = new Map([...onDisk()].filter(([path]) => !path.startsWith("lectures/")));
  expect([...held.keys()].sort()).toEqual([...made.keys()].sort());
  for (const [path, bytes] of made)
    expect(Buffer.from(bytes).equals(held.get(path) ?? new Uint8Array()), path).toBe(true);
});

test("the lectures of data/demo/ are how its files are read today: npm run demo writes them anew", async () => {
  const holdings = loadHoldings(ROOT, "2027-01-01");
  const { understood } = await readDeliveries(holdings, []);
  expect(holdings.lectures.map(({ delivery }) => delivery)).toEqual(holdings.deliveries.names);
  for (const { delivery, files } of holdings.lectures)
    expect(files).toEqual(JSON.parse(JSON.stringify(confirmedOf(understood, delivery, holdings.settings))));
});

test("the demo weighs less than 1 MB", async () => {
  const made = await demoFiles();
  expect([...made.values()].reduce((total, bytes) => total + bytes.length, 0)).toBeLessThan(1_000_000);
});

test("another seed gives another demo", async () => {
  const path = "2026-T3/IS 101 T3 2026.xls";
  expect((await demoFiles(1)).get(path)).not.toEqual((await demoFiles(2)).get(path));
});

test("the demo holds every format that the script can write, and each file is read without an issue", async () => {
  const formats = new Set<string | null>();
  for (const [path, bytes] of await demoFiles()) {
    const [delivery = "", name = ""] = path.split("/");
    if (!/^\d{4}-T\d$/.test(delivery)) continue;
    const { value, issues } = await read(sourceFile(delivery, name, bytes));
    expect(issues, path).toEqual([]);
    expect(value.grids.length, path).toBeGreaterThan(0);
    formats.add(value.format);
  }
  // No library writes the old .doc: it is tried with files made by an office suite, in tests/fixtures/.
  expect([...formats].sort()).toEqual(["csv", "docx", "html", "ods", "odt", "pdf", "rtf", "xls", "xlsx"]);
});

test("the demo's settings are valid and say that all is fictitious", async () => {
  const text = new TextDecoder().decode((await demoFiles()).get("convention.yaml"));
  const settings = parseSettings(text, "convention.yaml");
  expect(settings.fictitious).toBe(true);
  expect(settings.breaks).toHaveLength(1);
});
