import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deliveryLate } from "../../scripts/check/delivery-late.ts";
import { relevantIssues } from "../../scripts/compose/context/issues.ts";
import { findPast } from "../../scripts/custody/retention.ts";
import { loadDeliveries } from "../../scripts/holdings/deliveries.ts";
import { defaultSettings } from "../../scripts/holdings/settings.ts";
import { deliveryOfPath, quarterOfDelivery } from "../../scripts/model/delivery.ts";
import { quarter } from "../../scripts/model/period.ts";
import { madeIssue, spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const DELIVERIES = ["2026-T1", "2026-T1-rectificatif", "2026-T1 bis", "2026-T1_2", "2026-T1-"];
/** "2026-T1.ancien" was deleted as a delivery, and "2026-T10" counted as one by some stages, though neither was ever read. */
const OTHERS = [
  "2026-T10",
  "2026-t1",
  "2026-T5",
  "2026-T0",
  "x2026-T1",
  " 2026-T1",
  "2026-T1bis",
  "2026-T1.ancien",
  "2026-T1\u00a0bis",
  "2026-T1\n",
  "26-T1",
  "2026T1",
  "reference",
  "",
];

test.each(DELIVERIES)("%j is a delivery of the first quarter", (name) => {
  expect(quarterOfDelivery(name)).toEqual(quarter(2026, 1));
  expect(deliveryOfPath(`${name}/police/IS 101.xls`)).toBe(name);
});

test.each(OTHERS)("%j is no delivery", (name) => {
  expect(quarterOfDelivery(name)).toBeUndefined();
  expect(deliveryOfPath(`${name}/IS 101.xls`)).toBeUndefined();
});

/** Windows has neither a line feed in a name, nor "2026-t1" beside "2026-T1". */
const canStandHere = (name: string): boolean =>
  name !== "" && (process.platform !== "win32" || !/^2026-t1$|\n/.test(name));

test("what is read, and what is deleted when its time has passed, are the same folders", () => {
  const root = temporaryFolder("livraisons");
  for (const tree of ["data", "dist"])
    for (const name of [...DELIVERIES, ...OTHERS].filter(canStandHere)) {
      mkdirSync(join(root, tree, name), { recursive: true });
      writeFileSync(join(root, tree, name, "a.csv"), name);
    }
  const past = findPast(join(root, "data"), join(root, "dist"), 1, "2040-01-01");
  const deleted = past.filter((held) => held.kind === "delivery").map((held) => held.folder);
  expect(deleted.toSorted()).toEqual(DELIVERIES.toSorted());
  expect(loadDeliveries(join(root, "data")).value.names.toSorted()).toEqual(DELIVERIES.toSorted());
  // in dist/ the program writes "2026-T1" only: what a person put beside it, whatever its name, is not the program's to delete
  expect(past.filter((held) => held.kind === "bulletin").map((held) => held.folder)).toEqual(["2026-T1"]);
});

test("a folder that is no delivery does not stand for the delivery that is missing", () => {
  const told = (deliveries: readonly string[]) =>
    [...deliveryLate({ deliveries, settings: { ...defaultSettings(), since: "2026-T1" }, today: "2026-06-30" })].map(
      (issue) => issue.place?.file,
    );
  expect(told(["2026-T10", "2026-T1.ancien", "2026-t1"])).toEqual(["2026-T1"]);
  expect(told(["2026-T1 bis"])).toEqual([]);
});

test("a bulletin shows the issues of its own deliveries and of no delivery, not those of a later one", () => {
  const at = (file: string) =>
    madeIssue({ rule: "improbable-count", severity: "warning", message: file, place: { file } });
  const files = ["2026-T1/a.xls", "2026-T2-rectificatif/a.xls", "2026-T10/a.xls", "convention.yaml"];
  expect(relevantIssues(files.map(at), ["2026-T1"]).map((issue) => spoken(issue).message)).toEqual([
    "2026-T1/a.xls",
    "2026-T10/a.xls",
    "convention.yaml",
  ]);
});
