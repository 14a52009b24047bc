import { expect, test } from "vitest";
import { isSameEdition, type PublishedEdition } from "../../scripts/model/edition.ts";

const published: PublishedEdition = {
  ...{ number: 1, replaces: null, quarter: "2026-T1", day: "2026-04-08", fingerprint: "old", left: false },
  deliveries: { "2026-T1/a.csv": "1", "2026-T1/b.csv": "2" },
};
const same = published.deliveries;

test.each([
  ["the same content", { fingerprint: "old", deliveries: same }, false, true],
  ["the same content, of which copies have left", { fingerprint: "old", deliveries: same }, true, true],
  ["another content of the same files: settings were put right", { fingerprint: "new", deliveries: same }, false, true],
  ["another content, while copies have left", { fingerprint: "new", deliveries: same }, true, false],
  ["a file more", { fingerprint: "new", deliveries: { ...same, "2026-T1/c.csv": "3" } }, false, false],
  ["a file less", { fingerprint: "new", deliveries: { "2026-T1/a.csv": "1" } }, false, false],
  ["a file that changed", { fingerprint: "new", deliveries: { ...same, "2026-T1/b.csv": "3" } }, false, false],
] as const)("is it still the edition that was published: %s", (_, now, left, expected) => {
  expect(isSameEdition({ ...published, left }, now)).toBe(expected);
});
