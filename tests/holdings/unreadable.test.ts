/** A file of a delivery that the disk does not give. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { loadDeliveries } from "../../scripts/holdings/deliveries.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const disk = vi.hoisted(() => ({ fault: new Error("none") }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const readFileSync = (path: string): Buffer => {
    if (path.endsWith("ferme.csv")) throw disk.fault;
    return real.readFileSync(path);
  };
  return { ...real, readFileSync };
});

let data: string;
beforeEach(() => {
  data = temporaryFolder("illisible");
  mkdirSync(join(data, "2026-T1"));
  for (const name of ["a.csv", "ferme.csv"]) writeFileSync(join(data, "2026-T1", name), name);
});

test.each([
  ["EACCES", "votre compte n'en a pas le droit"],
  ["EBUSY", "un fichier y est ouvert dans un autre programme"],
  ["EIO", "le disque répond mal"],
  ["ENOENT", "le chemin n'existe pas"], // taken away since its folder was listed
])("%s: the file is named with the reason and what to do, the others are read", (code, reason) => {
  disk.fault = Object.assign(new Error(code), { code });
  const { value, issues } = loadDeliveries(data);
  expect(value.files.map((file) => file.name)).toEqual(["a.csv"]);
  expect(issues.map(spoken)).toMatchObject([
    { rule: "file-not-readable", severity: "error", place: { file: "2026-T1/ferme.csv" }, hint: expect.any(String) },
  ]);
  expect(spoken(issues[0]).message).toContain("2026-T1/ferme.csv");
  expect(spoken(issues[0]).message).toContain(reason);
});

test("a fault of the program is not taken for one of the file", () => {
  disk.fault = new TypeError("a bug");
  expect(() => loadDeliveries(data)).toThrow(TypeError);
});
