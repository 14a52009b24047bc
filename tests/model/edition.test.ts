import { expect, test } from "vitest";
import { isSameEdition, type PublishedEdition } from "../../scripts/model/edition.ts";

const published: PublishedEdition = {
  ...{
    number: 1,
    replaces: null,
    quarter: "2026-T1",
    day: "2026-04-08",
    fingerprint: "old",
    words: "told",
    left: false,
  },
  deliveries: { "2026-T1/a.csv": "1", "2026-T1/b.csv": "2" },
};
const same = published.deliveries;

const OLD = { fingerprint: "old", words: "told" };
const NEW = { fingerprint: "new", words: "other" };

test.each([
  ["the same content", { ...OLD, deliveries: same }, false, true],
  ["the same content, of which copies have left", { ...OLD, deliveries: same }, true, true],
  ["another content of the same files: settings were put right", { ...NEW, deliveries: same }, false, true],
  ["another content, while copies have left", { ...NEW, deliveries: same }, true, false],
  ["other bytes that tell the same, of which copies have left", { ...NEW, words: "told", deliveries: {} }, true, true],
  ["a file more", { ...NEW, deliveries: { ...same, "2026-T1/c.csv": "3" } }, false, false],
  ["a file less", { ...NEW, deliveries: { "2026-T1/a.csv": "1" } }, false, false],
  ["a file that changed", { ...NEW, deliveries: { ...same, "2026-T1/b.csv": "3" } }, false, false],
] as const)("is it still the edition that was published: %s", (_, now, left, expected) => {
  expect(isSameEdition({ ...published, left }, now)).toBe(expected);
});
