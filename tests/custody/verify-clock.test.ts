import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { chain, FIRST_PREVIOUS, type RegisterLine } from "../../scripts/custody/register/entry.ts";
import { newestChange, verifyClock } from "../../scripts/custody/register/verify-clock.ts";
import { temporaryFolder } from "../temporary-folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A register whose lines have these instants. */
const linesAt = (...instants: readonly string[]): readonly RegisterLine[] =>
  instants.map((at, i) =>
    chain({ at, who: "agent", action: "return", quarter: "2026-T1", number: 1 }, i + 1, FIRST_PREVIOUS),
  );
const NEWEST = new Date("2026-04-10T08:00:00.000Z");
const told = (lines: readonly RegisterLine[]) =>
  verifyClock(lines, NEWEST).map((issue) => [issue.rule, issue.place && "part" in issue.place && issue.place.part]);

test("lines that follow each other, none after what the disk holds, are not named", () => {
  expect(told(linesAt("2026-04-08T09:00:00.000Z", "2026-04-08T09:00:00.000Z", "2026-04-10T07:00:00.000Z"))).toEqual([]);
  expect(told(linesAt("2026-04-08T09:00:00Z", "2026-04-08T09:00:00.500Z"))).toEqual([]);
  expect(told([])).toEqual([]);
});

test("a line dated before the one above it is named, and only that one", () => {
  const lines = linesAt("2026-04-08T09:00:00.000Z", "2026-04-08T08:59:59.999Z", "2026-04-09T09:00:00.000Z");
  expect(told(lines)).toEqual([["register-clock-back", "ligne 2"]]);
});

test("a line more than a day ahead of the newest file is named; one within the day is not", () => {
  expect(told(linesAt("2026-04-11T08:00:00.000Z", "2026-04-11T08:00:00.001Z"))).toEqual([
    ["register-clock-ahead", "ligne 2"],
  ]);
});

test("a clock that was ahead for one line, then right again, is named on both sides", () => {
  const lines = linesAt("2026-04-08T09:00:00.000Z", "2027-04-08T09:00:00.000Z", "2026-04-09T09:00:00.000Z");
  expect(told(lines)).toEqual([
    ["register-clock-ahead", "ligne 2"],
    ["register-clock-back", "ligne 3"],
  ]);
  expect(verifyClock(lines, NEWEST)[0]?.message).toMatch(/8.avril.2027.*en avance.*10.avril.2026/);
});

test("the newest file is looked for in both folders, however deep", () => {
  const root = temporaryFolder("horloge");
  const put = (path: string, day: string): void => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), "x");
    utimesSync(join(root, path), new Date(day), new Date(day));
  };
  put("data/2026-T1/a.csv", "2026-04-08T00:00:00Z");
  expect(newestChange(join(root, "data"), join(root, "dist"))).toEqual(new Date("2026-04-08T00:00:00Z"));
  put("dist/2026-T1/copies/a.pdf", "2026-04-09T00:00:00Z");
  expect(newestChange(join(root, "data"), join(root, "dist"))).toEqual(new Date("2026-04-09T00:00:00Z"));
});

test("days and hours are those of the machine's clock", () => {
  vi.stubEnv("TZ", "Europe/Paris");
  const [back] = verifyClock(linesAt("2026-04-08T22:30:00.000Z", "2026-04-07T22:10:00.000Z"), NEWEST);
  expect(back?.message).toMatch(/datée du 8.avril.2026 à 00:10, suit une ligne du 9.avril.2026 à 00:30/);
});
