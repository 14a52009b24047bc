/** The document of `npm run check -- --json`, on which others rely. */

import { expect, test } from "vitest";
import { checkJson, statementOf } from "../../scripts/shell/check-report.ts";
import { readTables } from "../recognise/tables.ts";
import { madeIssue } from "../spoken.ts";

const { recognition } = readTables("IS 101 - T1 2026\nInfractions|Police\nHomicides|1\nVols avec armes|n.d.");
const { path } = recognition.file.source;

test("it has the files, each count with its cell, each issue whole", () => {
  const place = { file: path };
  const pieces = checkJson(
    [recognition],
    [
      madeIssue({ rule: "unknown-line", severity: "warning", message: "m\u202e", hint: "h", place }),
      madeIssue({ rule: "figure-revised", severity: "info", message: "n" }),
    ],
  );
  const text = [...pieces].join("");
  expect(text).toContain("m\\u202E");
  const report = JSON.parse(text);
  expect(report).toMatchObject({
    files: [{ path, sha256: "", format: "csv", statement: "IS101", delivery: "2026-T1" }],
    observations: [
      {
        statement: "IS101",
        indicator: "homicides",
        label: "Homicides",
        force: "PN",
        period: "2026-01/2026-03",
        value: 1,
        status: "normal",
        delivery: "2026-T1",
        provenance: { row: 3, column: 2, raw: "1" },
      },
      { indicator: "vols-avec-armes", value: null, status: "missing" },
    ],
  });
  expect(report.issues).toEqual([
    { rule: "unknown-line", severity: "warning", message: "m\u202e", hint: "h", place },
    { rule: "figure-revised", severity: "info", message: "n", hint: null, place: null },
  ]);
});

test("nothing read and nothing to say are empty lists", () => {
  expect(JSON.parse([...checkJson([], [])].join(""))).toEqual({ files: [], observations: [], issues: [] });
});

test("a file is of the statement of most of its counts; of its first table's where it has none; of another where nothing was read", () => {
  const [one] = recognition.observations;
  if (!one) throw new Error("a count was read");
  const ist = { ...one, statement: "IST" };
  expect(statementOf({ ...recognition, observations: [one, ist, ist] })).toBe("IST");
  expect(statementOf({ ...recognition, observations: [ist, one, one] })).toBe("IS101");
  expect(statementOf({ ...recognition, observations: [] })).toBe("IS101");
  expect(statementOf({ ...recognition, observations: [], tables: [] })).toBe("AUTRE");
});
