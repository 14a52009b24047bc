/** How check and build begin: what stands around the files is told with them. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Arguments } from "../../scripts/shell/command-line.ts";
import { open, together } from "../../scripts/shell/opening.ts";
import { gather } from "../../scripts/shell/terminal.ts";
import { recordReception } from "../custody/recorded.ts";
import { madeIssue, spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const NOW = new Date("2026-04-09T10:00:00");
let root: string;
const put = (path: string, text: string): void => {
  mkdirSync(join(root, "data", path, ".."), { recursive: true });
  writeFileSync(join(root, "data", path), text);
};
const receive = (delivery: string): void => {
  recordReception(join(root, "data"), delivery);
};
const opened = (data = join(root, "data"), given: Readonly<Record<string, string>> = { data, out: "" }) =>
  open(
    {
      dataDir: data,
      outDir: join(root, "dist"),
      get: (name: string) => given[name] || undefined,
    } as unknown as Arguments,
    NOW,
    true,
  );
const rules = (...args: Parameters<typeof opened>) => opened(...args).around.map((i) => [i.rule, i.place?.file]);

beforeEach(() => {
  root = temporaryFolder("ouverture");
  mkdirSync(join(root, "data"), { mode: 0o700 });
  mkdirSync(join(root, "dist"), { mode: 0o700 });
});

test("the persons and each delivery that no reception knows are told", () => {
  put("2026-T1/a.csv", "a;1");
  expect(rules()).toEqual([
    ["no-entitlement-list", undefined],
    ["delivery-not-recorded", "2026-T1"],
  ]);
  expect(opened().remarks.map(({ rule }) => rule)).toEqual(["no-entitlement-list"]);
});

test("several deliveries that no reception knows are one thing to do; what else is wrong with another stays told", () => {
  for (const quarter of ["2025-T3", "2025-T4", "2026-T1"]) put(`${quarter}/a.csv`, quarter);
  receive("2025-T3");
  put("2025-T3/a.csv", "altered");
  const found = gather(opened().around).filter(({ rule }) => rule !== "no-entitlement-list");
  expect(found.map(({ rule }) => rule)).toEqual(["input-altered", "delivery-not-recorded"]);
  expect(spoken(found[1]).message?.replaceAll("\u00a0", " ")).toMatch(/^2 livraisons sont .* : 2025-T4, 2026-T1\.$/);
  expect(spoken(found[1]).hint).toContain("npm run reception -- 2025-T4 --message");
});

test.skipIf(process.platform !== "linux")(
  "a register that has gone, and a folder that is synchronised, are told",
  () => {
    mkdirSync(join(root, "dist/2026-T1"));
    writeFileSync(join(root, "dist/2026-T1/manifest.json"), "{}");
    expect(rules().map(([rule]) => rule)).toContain("register-gone");
    const data = join(root, "OneDrive", "data");
    mkdirSync(data, { recursive: true, mode: 0o700 });
    expect(rules(data).map(([rule]) => rule)).toContain("folder-synchronised");
  },
);

test("the demonstration has neither register nor persons, and a folder of its own unless another is given", () => {
  put("convention.yaml", "commune: { nom: Ville-Fictive }\nfictif: true\n");
  put("2026-T1/a.csv", "a;1");
  expect(opened()).toMatchObject({ isDemo: true, around: [], lines: [], remarks: [], receptions: [] });
  expect(opened().outDir).toBe(join(root, "dist", "demonstration"));
  const data = join(root, "data");
  expect(opened(data, { data, out: join(root, "dist") }).outDir).toBe(join(root, "dist"));
});

test("a folder that holds nothing of a town hall's own stands for the demonstration, whole; one that is named does not", () => {
  put("demo/convention.yaml", "commune: { nom: Ville-Fictive }\nfictif: true\n");
  put("demo/2026-T1/a.csv", "a;1");
  const data = join(root, "data");
  const { dataDir, outDir, isDemo, holdings } = opened(data, {});
  expect([dataDir, outDir, isDemo]).toEqual([join(data, "demo"), join(root, "dist", "demonstration"), true]);
  expect([holdings.settings.commune.name, holdings.deliveries.names]).toEqual(["Ville-Fictive", ["2026-T1"]]);
  expect(opened(data, { data })).toMatchObject({ dataDir: data, isDemo: false });
});

test("what is told twice is told once; two issues of one rule are two", () => {
  const [a, b] = ["a", "b"].map((message) => madeIssue({ rule: "figure-revised", severity: "info", message }));
  if (!a || !b) throw new Error();
  expect(together([a], [{ ...a }, b])).toEqual([a, b]);
});
