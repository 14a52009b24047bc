import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeSharedBrowser } from "../../scripts/browser/shared.ts";
import { loadHoldings } from "../../scripts/holdings/holdings.ts";
import { lectureText } from "../../scripts/holdings/lecture-json.ts";
import { lectureKey } from "../../scripts/holdings/lectures.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { lecturePath } from "../../scripts/model/lecture.ts";
import { confirmedOf } from "../../scripts/reading/confirmed.ts";
import type { Understood } from "../../scripts/reading/job.ts";
import { readDeliveries } from "../../scripts/reading/reading.ts";
import { readHere } from "../read-here.ts";
import { demoFiles } from "./index.ts";

const ROOT = join(import.meta.dirname, "../../data/demo");

const onDisk = (): Map<string, Uint8Array> =>
  new Map(
    readdirSync(ROOT, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(ROOT.length + 1).replaceAll("\\", "/"), new Uint8Array(readFileSync(path))]),
  );

let made: ReadonlyMap<string, Uint8Array>;
/** Every file of it, as it is read today. */
let understood: readonly Understood[];
const holdings = loadHoldings(ROOT, "2027-01-01");
beforeAll(async () => {
  made = await demoFiles();
  understood = await readDeliveries(holdings, [], { reader: readHere });
});
afterAll(closeSharedBrowser);

test("the demo in data/demo/ is what its script writes, byte for byte", () => {
  const held = new Map([...onDisk()].filter(([path]) => !path.endsWith(".json")));
  expect([...held.keys()].sort()).toEqual([...made.keys()].sort());
  for (const [path, bytes] of made)
    expect(Buffer.from(bytes).equals(held.get(path) ?? new Uint8Array()), path).toBe(true);
});

test("the lectures of data/demo/ are how its files are read today: npm run demo writes them anew", () => {
  expect(holdings.lectures.map(({ delivery }) => delivery)).toEqual(holdings.deliveries.names);
  for (const { sha256: _, ...lecture } of holdings.lectures) {
    const files = confirmedOf(understood, lecture.delivery, holdings, lectureKey(ROOT));
    expect(lectureText({ ...lecture, files })).toBe(readFileSync(join(ROOT, lecturePath(lecture.delivery)), "utf8"));
  }
});

test("the demo weighs less than 1 MB", () => {
  expect([...made.values()].reduce((total, bytes) => total + bytes.length, 0)).toBeLessThan(1_000_000);
});

test("another seed gives another demo", async () => {
  const path = "2026-T3/IS 101 T3 2026.xls";
  expect((await demoFiles(2)).get(path)).not.toEqual(made.get(path));
});

test("the demo holds every format that the script can write, and each file is read without an issue", () => {
  const formats = new Set<string | null>();
  for (const { recognition, remarks } of understood) {
    const { source, format, grids } = recognition.file;
    expect(remarks, source.path).toEqual([]);
    expect(grids.length, source.path).toBeGreaterThan(0);
    formats.add(format);
  }
  // No library writes the old .doc: it is tried with files made by an office suite, in tests/fixtures/.
  expect([...formats].sort()).toEqual(["csv", "docx", "html", "ods", "odt", "pdf", "rtf", "xls", "xlsx"]);
});

test("the demo's settings are valid and say that all is fictitious", () => {
  const settings = parseSettings(new TextDecoder().decode(made.get("convention.yaml")), "convention.yaml");
  expect(settings.fictitious).toBe(true);
  expect(settings.breaks).toHaveLength(1);
});
