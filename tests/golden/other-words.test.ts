/** Every French sentence that is shown says something else: what is stored is the same, byte for byte. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { confirmFirst, goldenFolder, goldenPath, read, stored, VERSIONS } from "./golden.ts";

/** Functions whose texts are said otherwise, whatever they give. */
const reworded = vi.hoisted(() => {
  const other = (value: unknown): unknown => {
    if (typeof value === "string") return value === "" ? "" : `Autrement dit ${value.toUpperCase()}`;
    if (Array.isArray(value)) return value.map(other);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        key === "place" || key === "kind" || key === "role" ? one : other(one),
      ]),
    );
  };
  return <T extends object>(module: T, names: readonly string[]): T => ({
    ...module,
    ...Object.fromEntries(
      names.map((name) => [
        name,
        (...given: unknown[]) => other((module as Record<string, (...all: unknown[]) => unknown>)[name]?.(...given)),
      ]),
    ),
  });
});
vi.mock("../../scripts/model/remarks/index.ts", async (original) => reworded(await original<object>(), ["tell"]));
vi.mock("../../scripts/lectures/question-words.ts", async (original) =>
  reworded(await original<object>(), ["askedOf", "choiceWords", "subjectWords"]),
);
vi.mock("../../scripts/lectures/news-words.ts", async (original) => reworded(await original<object>(), ["newsWords"]));
vi.mock("../../scripts/lectures/shown.ts", async (original) => reworded(await original<object>(), ["sentence"]));
vi.mock("../../scripts/model/format.ts", async (original) =>
  reworded(await original<object>(), ["quote", "formatPeriod", "formatCell", "formatPlace", "plural", "joinWords"]),
);

test.each(VERSIONS)("a quarter is confirmed, and the next one, as in the folder of %s", async (version) => {
  const data = goldenFolder(version);
  rmSync(join(data, "lectures/2026-T1.json"));
  rmSync(join(data, "registre.jsonl"));
  expect((await read(data, "2026-T1")).stdout).toContain("Autrement dit");
  expect(await confirmFirst(data)).toBe(0);
  expect(stored(data, "2026-T1")).toBe(stored(goldenPath(version, "data"), "2026-T1"));
  expect((await read(data, "2026-T2", "--confirmer")).status).toBe(0);
  expect(stored(data, "2026-T2")).toBe(stored(goldenPath(version, "next"), "2026-T2"));
});
