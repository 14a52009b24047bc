/**
 * What the control sheet says of each cell of a table, and what is told of a table that is refused: the files of explained/, one
 * table after the other, each with what is understood of it. ACCEPT=1 writes them again: read the difference line by line.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { columnName } from "../../scripts/model/format.ts";
import type { Reading } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { type Said, spoken } from "../spoken.ts";
import { type Options, type Read, readTables } from "./tables.ts";

/** "== title", then "name: value" for what is not usual of the file, the table or its sheets ("# Police"), "=>" and what is said. */
interface Case {
  readonly title: string;
  readonly given: string;
  readonly said: string;
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

function casesOf(text: string): readonly Case[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [head = "", said = ""] = block.split(/^=>\n/m);
      const [title = "", ...given] = head.split("\n");
      return { title, given: given.join("\n"), said };
    });
}

function read(given: string): Read {
  const lines = given.trim().split("\n");
  const options: Record<string, string> = {};
  while (/^(?:name|part|delivery|settings): /.test(lines[0] ?? "")) {
    const [, name = "", value = ""] = /^(\w+): (.*)$/.exec(lines.shift() ?? "") ?? [];
    options[name] = value.replaceAll("\\n", "\n");
  }
  const sheets = lines
    .join("\n")
    .split(/^# /m)
    .filter((sheet) => sheet !== "");
  if (!lines[0]?.startsWith("# ")) return readTables(lines.join("\n"), options as Options);
  return readTables(
    Object.fromEntries(
      sheets.map((sheet) => [sheet.slice(0, sheet.indexOf("\n")), sheet.slice(sheet.indexOf("\n") + 1)]),
    ),
    options as Options,
  );
}

function describeReading(reading: Reading): string {
  switch (reading.kind) {
    case "empty":
      return "";
    case "text":
      return `${reading.role}: ${reading.means ?? "sans effet sur la lecture"}`;
    case "count": {
      const { kind, indicator, label, family, force, period, value, status } = reading.observation;
      const line = `${kind === "total" ? "total " : ""}${indicator ?? `« ${label} »`}${family === null ? "" : ` (${family})`}`;
      return `${line} ${force} ${periodKey(period)} = ${value ?? status} <- ${reading.because.join(", ")}`;
    }
    case "printed": {
      const { measure, value, precision, between } = reading.figure;
      const periods = between ? ` ${between.map(periodKey).join(" > ")}` : "";
      return `${measure} ${value} ±${precision}${periods} <- ${reading.because.join(", ")}`;
    }
    default:
      return `${reading.kind}: ${reading.why}`;
  }
}

const cellsOf = ({ recognition }: Read): readonly string[] =>
  recognition.tables.flatMap(({ readings }) =>
    readings.flatMap((row, y) =>
      row.flatMap((reading, x) =>
        reading.kind === "empty" ? [] : [`${columnName(x + 1)}${y + 1} ${describeReading(reading)}`],
      ),
    ),
  );

const issueLines = ({ severity, rule, message, hint = "", asks, place }: Said): readonly string[] => [
  `${severity} ${rule}${place && "row" in place ? ` ${columnName(place.column)}${place.row}` : ""}`,
  `  ${message}`,
  `  ${hint}`,
  ...(asks ? [`  |${asks.text} => ${asks.kind} ${asks.may.join(", ")}`] : []),
];

const aboutNumbers = (found: Read): readonly string[] => [
  ...cellsOf(found).filter((line) => !/^\w+ (?:title|header|label|caption):/.test(line)),
  ...found.issues.flatMap((i) => issueLines(spoken(i)).filter((_, line) => line !== 2)),
];

describe.each([
  ["read.txt", (found: Read) => [...cellsOf(found), ...found.rules]],
  // what is said of each number, and what is told of those that are left
  ["places.txt", aboutNumbers],
  ["numbers.txt", aboutNumbers],
  ["refused.txt", (found: Read) => [...found.counts, ...found.issues.map(spoken).flatMap(issueLines)]],
] as const)("explained/%s", (name, say) => {
  const file = join(import.meta.dirname, "explained", name);
  const cases = casesOf(readFileSync(file, "utf8"));
  const found: string[] = [];
  test.each(cases)("$title", ({ title, given, said }) => {
    const own = `${plain(say(read(given)).join("\n"))}\n\n`;
    found.push(`== ${title}\n${given}=>\n${own}`);
    if (process.env.ACCEPT !== "1") expect(own.trim()).toBe(said.trim());
  });
  afterAll(() => {
    if (process.env.ACCEPT === "1" && found.length === cases.length) writeFileSync(file, `${found.join("").trim()}\n`);
  });
});
