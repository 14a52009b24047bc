import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Inputs, inputsHash } from "../../scripts/holdings/fingerprint.ts";
import {
  deliveriesAt,
  type Holdings,
  inputsAt,
  inputsHashAt,
  isKnownAt,
  issuesKnownAt,
  quartersHeld,
} from "../../scripts/holdings/holdings.ts";
import { settingsInput } from "../../scripts/holdings/load-settings.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { NOTHING_RECORDED } from "../../scripts/model/edition.ts";
import type { SourceFile } from "../../scripts/model/grid.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import { madeIssue, spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const file = (path: string, sha256 = "ab"): SourceFile => ({
  path,
  delivery: path.split("/")[0] ?? "",
  name: path.split("/")[1] ?? "",
  bytes: new Uint8Array(),
  sha256,
});
const settings = parseSettings("commune: { nom: Essai }\n", "convention.yaml");
const files = ["2025-T4/a.csv", "2026-T1/a.csv", "2026-T1-b/a.csv", "2026-T2/a.csv"].map((path) => file(path));
const holdings: Holdings = {
  today: "2026-08-01",
  settings,
  nomenclature: { statements: [] },
  deliveries: {
    files,
    references: [file("reference/base.csv")],
    names: ["2026-T2", "2026-T1-b", "2025-T4", "2026-T1"],
  },
  issues: [],
  lectures: [],
};

test("the settings' file is an input by its bytes, for the register; no file is none", () => {
  const data = temporaryFolder("reglages");
  expect(settingsInput(data)).toEqual([]);
  writeFileSync(join(data, "convention.yaml"), "commune: { nom: Essai }\n");
  expect(settingsInput(data)).toEqual([
    { path: "convention.yaml", sha256: createHash("sha256").update("commune: { nom: Essai }\n").digest("hex") },
  ]);
});

describe("what was known at a quarter", () => {
  test("is its own deliveries, corrected ones too, and those before; none after", () => {
    const known = ["2025-T4", "2026-T1", "2026-T1-rectificatif", "2026-T2"].map((d) => isKnownAt(d, "2026-T1"));
    expect(known).toEqual([true, true, true, false]);
    expect(isKnownAt("2026-T1", "2025-T4")).toBe(false);
    expect(isKnownAt("2025-T4", "2026-T1")).toBe(true);
  });

  test("are their files, and the public bases", () => {
    expect(inputsAt(holdings, "2026-T1").map((f) => f.path)).toEqual([
      "2025-T4/a.csv",
      "2026-T1/a.csv",
      "2026-T1-b/a.csv",
      "reference/base.csv",
    ]);
  });

  test("are the issues on those deliveries, and those on no delivery", () => {
    const issue = (place?: string): Issue =>
      madeIssue({
        rule: "value-missing",
        severity: "info",
        message: place ?? "nulle part",
        ...(place !== undefined && { place: { file: place } }),
      });
    const all = [undefined, "convention.yaml", "reference/base.csv", "2025-T4/a.csv", "2026-T1", "2026-T2/a.csv"];
    expect(issuesKnownAt("2026-T1", all.map(issue)).map((i) => spoken(i).message)).toEqual([
      "nulle part",
      "convention.yaml",
      "reference/base.csv",
      "2025-T4/a.csv",
      "2026-T1",
    ]);
  });

  test("the quarters held are each one once, oldest first", () => {
    expect(quartersHeld(holdings)).toEqual(["2025-T4", "2026-T1", "2026-T2"]);
  });
});

describe("what a bulletin was made from", () => {
  const inputs: Inputs = {
    files,
    settings,
    nomenclature: { statements: [] },
    lectures: [],
    received: { "2026-T1": ["2026-04-08"] },
    remarks: [],
    quarter: "2026-T1",
  };
  const own = inputsHash(inputs);
  const statement = { id: "X", label: "", title: "", names: [], indicators: [] };

  test.each<[string, Partial<Inputs>]>([
    ["a file's bytes", { files: [file("2025-T4/a.csv", "cd"), ...files.slice(1)] }],
    ["a file's name", { files: [file("2025-T4/b.csv"), ...files.slice(1)] }],
    ["a file more", { files: [...files, file("2026-T1/b.csv")] }],
    ["the settings", { settings: { ...settings, marking: "autre" } }],
    ["the nomenclature", { nomenclature: { statements: [statement] } }],
    ["the day of a reception", { received: { "2026-T1": ["2026-04-09"] } }],
    [
      "what is said of the persons",
      { remarks: [madeIssue({ rule: "no-entitlement-list", severity: "warning", message: "" })] },
    ],
    ["its quarter", { quarter: "2026-T2" }],
  ])("has another hash with %s", (_, change) => {
    expect(inputsHash({ ...inputs, ...change })).not.toBe(own);
  });

  test("has the same hash in another order of the files", () => {
    expect(inputsHash({ ...inputs, files: [...files].reverse() })).toBe(own);
  });

  test("is what was known at its quarter", () => {
    const later = { ...holdings, deliveries: { ...holdings.deliveries, files: files.slice(0, 3) } };
    const said = (...deliveries: readonly string[]) => ({
      recorded: { ...NOTHING_RECORDED, received: Object.fromEntries(deliveries.map((d) => [d, ["2026-07-08"]])) },
      remarks: [],
    });
    expect(inputsHashAt(later, "2026-T1", said())).toBe(inputsHashAt(holdings, "2026-T1", said("2026-T2")));
    expect(inputsHashAt(later, "2026-T2", said())).not.toBe(inputsHashAt(holdings, "2026-T2", said()));
    expect(inputsHashAt(holdings, "2026-T2", said())).not.toBe(inputsHashAt(holdings, "2026-T2", said("2026-T2")));
    const remarks: readonly Issue[] = [madeIssue({ rule: "no-entitlement-list", severity: "warning", message: "" })];
    expect(inputsHashAt(holdings, "2026-T2", { ...said(), remarks })).not.toBe(
      inputsHashAt(holdings, "2026-T2", said()),
    );
    expect(Object.keys(deliveriesAt(holdings, "2026-T1"))).toEqual([
      "2025-T4/a.csv",
      "2026-T1/a.csv",
      "2026-T1-b/a.csv",
    ]);
  });
});
