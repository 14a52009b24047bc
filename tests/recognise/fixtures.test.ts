/**
 * A folder is a test: tests/fixtures/<case>/{data/<delivery>/<file>, expected.json}. What is read of the files, and all that is
 * said about them, is what the folder expects. `ACCEPT=1 npm test -- tests/recognise/fixtures.test.ts` writes the
 * expectations anew: look at the difference before it is committed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { closeSharedBrowser } from "../../scripts/browser/shared.ts";
import { loadDeliveries } from "../../scripts/holdings/deliveries.ts";
import { loadSettings } from "../../scripts/holdings/load-settings.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { followMainPath } from "../../scripts/pipeline.ts";
import { readHere } from "../read-here.ts";
import { NOMENCLATURE, settingsOf } from "./tables.ts";

const ROOT = fileURLToPath(new URL("../fixtures/", import.meta.url));
const { ACCEPT } = process.env;
const cases = readdirSync(ROOT).filter((name) => existsSync(`${ROOT}${name}/data`));

async function readCase(name: string) {
  const folder = `${ROOT}${name}/data`;
  const settings = existsSync(`${folder}/convention.yaml`)
    ? loadSettings(folder)
    : { ...settingsOf(), isDefault: true };
  const deliveries = loadDeliveries(folder);
  const { recognitions, issues } = await followMainPath(
    {
      deliveries: deliveries.value,
      issues: deliveries.issues,
      lectures: [],
      nomenclature: NOMENCLATURE,
      settings,
      today: "2026-01-01",
    },
    { quarters: "today", reader: readHere },
  );
  return {
    observations: recognitions
      .flatMap((r) => r.observations)
      .map(({ statement, indicator, label, force, period, value, status, kind }) => ({
        statement,
        indicator,
        label,
        force,
        period: periodKey(period),
        value,
        ...(status === "normal" ? {} : { status }),
        ...(kind === "line" ? {} : { kind }),
      })),
    issues: issues.map(
      (i) => `${i.severity} ${i.rule}${i.place && "row" in i.place ? ` ${i.place.row}:${i.place.column}` : ""}`,
    ),
  };
}

afterAll(closeSharedBrowser);

describe("fixtures", () => {
  test("are found", () => {
    expect(cases.length).toBeGreaterThanOrEqual(12);
  });
  test.each(cases)("%s is read as expected", async (name) => {
    const path = `${ROOT}${name}/expected.json`;
    const read = await readCase(name);
    if (ACCEPT === "1") writeFileSync(path, `${JSON.stringify(read, null, 1)}\n`);
    expect(existsSync(path), `${path} is missing: write it with ACCEPT=1, then read it`).toBe(true);
    expect(read).toEqual(JSON.parse(readFileSync(path, "utf8")));
  });
});
