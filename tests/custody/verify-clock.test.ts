import { afterEach, expect, test, vi } from "vitest";
import { chain, FIRST_PREVIOUS, type RegisterLine } from "../../scripts/custody/register/entry.ts";
import { clockInDoubt, verifyClock } from "../../scripts/custody/register/verify-clock.ts";
import { spoken } from "../spoken.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A register whose lines have these instants. */
const linesAt = (...instants: readonly string[]): readonly RegisterLine[] =>
  instants.map((at, i) =>
    chain({ at, who: "agent", action: "return", quarter: "2026-T1", number: 1 }, i + 1, FIRST_PREVIOUS),
  );
const NOW = new Date("2026-04-10T08:00:00.000Z");
const told = (lines: readonly RegisterLine[]) =>
  verifyClock(lines, NOW).map((issue) => [issue.rule, issue.place && "part" in issue.place && issue.place.part]);

test("lines that follow each other, none ahead of the clock, are not named", () => {
  expect(told(linesAt("2026-04-08T09:00:00.000Z", "2026-04-08T09:00:00.000Z", "2026-04-10T07:00:00.000Z"))).toEqual([]);
  expect(told(linesAt("2026-04-08T09:00:00Z", "2026-04-08T09:00:00.500Z"))).toEqual([]);
  expect(told([])).toEqual([]);
});

test("a line dated before the one above it is named, and only that one", () => {
  const lines = linesAt("2026-04-08T09:00:00.000Z", "2026-04-08T08:59:59.999Z", "2026-04-09T09:00:00.000Z");
  expect(told(lines)).toEqual([["register-clock-back", "ligne 2"]]);
});

test("a line more than a day ahead of the clock is named; one within the day is not", () => {
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
  expect(spoken(verifyClock(lines, NOW)[0]).message).toMatch(/8.avril.2027.*en avance.*10.avril.2026/);
});

test("days and hours are those of the machine's clock", () => {
  vi.stubEnv("TZ", "Europe/Paris");
  const [back] = verifyClock(linesAt("2026-04-08T22:30:00.000Z", "2026-04-07T22:10:00.000Z"), NOW);
  expect(spoken(back).message).toMatch(/datée du 8.avril.2026 à 00:10, suit une ligne du 9.avril.2026 à 00:30/);
});

test.each([
  ["the last line is of that day, or of days before", "2026-04-10T23:00:00.000Z", false],
  ["the last line is a year old, less a day", "2025-04-10T08:00:00.000Z", false],
  ["the last line is of the day after", "2026-04-11T12:00:00.000Z", true],
  ["the last line is more than a year old", "2025-04-09T07:59:00.000Z", true],
])("before a paper is dated, the clock is in doubt where %s: %s, %s", (_, at, isInDoubt) => {
  vi.stubEnv("TZ", "UTC");
  expect(clockInDoubt(linesAt("2026-12-31T00:00:00.000Z", at), NOW) !== undefined).toBe(isInDoubt);
});

test("what is said of the clock names both days; before the first line there is nothing to compare with", () => {
  vi.stubEnv("TZ", "UTC");
  expect(clockInDoubt(linesAt("2026-05-11T12:00:00.000Z"), NOW)?.replaceAll("\u00a0", " ")).toBe(
    "L'horloge du poste est au 10 avril 2026 ; la dernière ligne du registre est du 11 mai 2026.",
  );
  expect(clockInDoubt([], NOW)).toBeUndefined();
});
