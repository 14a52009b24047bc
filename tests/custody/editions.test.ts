/** Which edition of a bulletin is the latest, and when its deliveries came: from the register alone. */
import { expect, test } from "vitest";
import { recorded } from "../../scripts/custody/register/editions.ts";
import { chain, FIRST_PREVIOUS, type RegisterEntry, type RegisterLine } from "../../scripts/custody/register/entry.ts";
import { isSameEdition, type PublishedEdition } from "../../scripts/model/edition.ts";
import * as entries from "./entries.ts";

const hash = (letter: string): string => letter.repeat(64);
const when = { at: "2026-05-02T09:00:00.000Z", who: "agent1" } as const;
const lines = (...given: readonly RegisterEntry[]): readonly RegisterLine[] =>
  given.map((entry, i) => chain(entry, i + 1, FIRST_PREVIOUS));
const reception = (delivery: string, messageDate: string) =>
  entries.reception({ ...when, delivery, messageDate, files: [{ path: `${delivery}/a.csv`, sha256: hash("a") }] });
type Edition = { readonly number: number; readonly day: string; readonly replaces: string | null };
const build = (fingerprint: string, edition?: Edition): RegisterEntry =>
  entries.build({
    ...when,
    fingerprint: hash(fingerprint),
    ...(edition && { edition: { ...edition } }),
    inputs: [
      { path: "convention.yaml", sha256: hash("c") },
      { path: "2026-T1/a.csv", sha256: hash("a") },
    ],
  });
const copies: RegisterEntry = { ...when, action: "copies", quarter: "2026-T1", bulletin: hash("b"), copies: [] };
const FIRST: Edition = { number: 1, day: "2026-04-08", replaces: null };
const SECOND: Edition = { number: 2, day: "2026-05-02", replaces: "2026-04-08" };

test("a delivery came on the days of its messages; a change that is recorded by hand moves none", () => {
  const days = (...entries: readonly RegisterEntry[]) => recorded(lines(...entries)).received["2026-T1"];
  const first = reception("2026-T1", "2026-04-07");
  const change = { ...first, reason: "abîmé" };
  expect(days(first, reception("2026-T2", "2026-07-08"))).toEqual(["2026-04-07"]);
  expect(days(first, reception("2026-T1", "2026-04-09"))).toEqual(["2026-04-07", "2026-04-09"]);
  expect(days(first, { ...change, messageDate: "2026-04-20" })).toEqual(["2026-04-07", "2026-04-20"]);
  expect(days(first, change)).toEqual(["2026-04-07", "2026-04-07"]);
  // files renamed after it came as it did
  expect(days(first, { ...change, at: "2026-05-09T09:00:00.000Z", corrects: 1 })).toEqual(["2026-04-07"]);
  expect(days(first, change, { ...change, messageDate: "2026-04-21", corrects: 2 })).toEqual([
    "2026-04-07",
    "2026-04-21",
  ]);
  expect(days(first, first)).toEqual(["2026-04-07", "2026-04-07"]); // more files of one message
  expect(days(first, { ...reception("2026-T1", "2026-04-08"), corrects: 1 })).toEqual(["2026-04-08"]);
  expect(days(first, change, { ...reception("2026-T1", "2026-04-08"), corrects: 1 })).toEqual([
    "2026-04-08",
    "2026-04-07",
  ]);
});

test("the latest edition is that of the last build, and knows whether copies of it left", () => {
  const latest = (...entries: readonly RegisterEntry[]) => recorded(lines(...entries)).editions["2026-T1"];
  expect(latest()).toBeUndefined();
  const first = { quarter: "2026-T1", ...FIRST, fingerprint: hash("1"), words: null, left: false };
  expect(latest(build("1", FIRST))).toEqual({ ...first, deliveries: { "2026-T1/a.csv": hash("a") } });
  expect(latest(build("1", FIRST), copies)).toMatchObject({ ...first, left: true });
  expect(latest(build("1", FIRST), copies, build("1", FIRST))).toMatchObject({ ...first, left: true });
  expect(latest(build("1", FIRST), copies, build("2", SECOND))).toMatchObject({ ...SECOND, left: false });
  expect(latest(build("1"))).toMatchObject({ number: 1, day: "2026-05-02", replaces: null });
});

test("another content is the same edition until copies left, or other files were received", () => {
  const published: PublishedEdition = {
    quarter: "2026-T1",
    ...FIRST,
    fingerprint: "1",
    words: null,
    deliveries: { "2026-T1/a.csv": "a" },
    left: false,
  };
  const same = { fingerprint: "1", words: "told", deliveries: published.deliveries };
  const settings = { ...same, fingerprint: "2" };
  const more = { ...settings, deliveries: { ...published.deliveries, "2026-T1-rectificatif/a.csv": "b" } };
  const other = { ...settings, deliveries: { "2026-T1/a.csv": "b" } };
  const sent = { ...published, left: true };
  expect([same, settings, more, other].map((now) => isSameEdition(published, now))).toEqual([true, true, false, false]);
  expect([same, settings, more, other].map((now) => isSameEdition(sent, now))).toEqual([true, false, false, false]);
});
