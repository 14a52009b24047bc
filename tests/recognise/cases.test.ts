/**
 * Tables, each with what is read of it: the files of cases/, one table after the other. ACCEPT=1 writes them again: read the difference
 * line by line.
 *
 *   figures/   what is read in each cell, and the rule, the place and the question of each issue
 *   told/      why too: what each text and each number is taken for, and the words of each issue
 */

import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { columnName } from "../../scripts/model/format.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import type { Reading } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { spoken } from "../spoken.ts";
import { type Options, type Read, readTables } from "./tables.ts";

/** "== title", then "name: value" for what is not usual of the file, the table or its sheets ("# Police"), "=>" and what is said. */
interface Case {
  readonly title: string;
  readonly given: string;
  readonly said: string;
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

const casesOf = (text: string): readonly Case[] =>
  text
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [head = "", said = ""] = block.split(/^=>\n/m);
      const [title = "", ...given] = head.split("\n");
      return { title, given: given.join("\n"), said };
    });

function read(given: string): Read {
  const lines = given.trimEnd().split("\n");
  const options: Record<string, string | readonly string[]> = {};
  while (/^(?:name|part|delivery|settings|besides|hiddenRows|hiddenColumns): /.test(lines[0] ?? "")) {
    const [, name = "", value = ""] = /^(\w+): (.*)$/.exec(lines.shift() ?? "") ?? [];
    options[name] = /^(?:besides|hidden)/.test(name) ? value.split(", ") : value.replaceAll("\\n", "\n");
  }
  const text = lines.join("\n");
  if (!text.startsWith("# ")) return readTables(text, options as Options);
  const sheets = text
    .slice(2)
    .split(/^# /m)
    .map((sheet) => sheet.split(/\n([\s\S]*)/));
  return readTables(Object.fromEntries(sheets.map(([name = "", table = ""]) => [name, table])), options as Options);
}

function describeReading(reading: Reading, isTold: boolean): string {
  switch (reading.kind) {
    case "empty":
      return "";
    case "text":
      return isTold ? `${reading.role}: ${reading.means ?? "sans effet sur la lecture"}` : "";
    case "count": {
      const { kind, indicator, label, family, force, period, value, status } = reading.observation;
      const line = `${kind === "total" ? `total « ${label} »` : (indicator ?? `« ${label} »`)}${family === null ? "" : ` (${family})`}`;
      return `${line} ${force} ${periodKey(period)} = ${value ?? status}`;
    }
    case "printed": {
      const { measure, value, precision, between } = reading.figure;
      const periods = between ? ` ${between.map(periodKey).join(" > ")}` : "";
      return `${measure} ${value} ±${precision}${periods}`;
    }
    default:
      return isTold ? `${reading.kind}: ${reading.why}` : reading.kind;
  }
}

const cellsOf = ({ recognition }: Read, isTold: boolean): readonly string[] =>
  recognition.tables.flatMap(({ readings }) =>
    readings.flatMap((row, y) =>
      row.flatMap((reading, x) => {
        const said = describeReading(reading, isTold);
        return said === "" ? [] : [`${columnName(x + 1)}${y + 1} ${said}`];
      }),
    ),
  );

function issueLines(issue: Issue, isTold: boolean): readonly string[] {
  const { severity, rule, message, hint = "", asks, place } = spoken(issue);
  return [
    `${severity} ${rule}${place && "row" in place ? ` ${columnName(place.column)}${place.row}` : ""}`,
    ...(isTold ? [`  ${message}`, `  ${hint}`] : []),
    ...(asks ? [`  |${asks.text} => ${asks.kind} ${asks.may.join(", ")}`] : []),
  ];
}

const FOLDER = join(import.meta.dirname, "cases");

describe.each(globSync("*/*.txt", { cwd: FOLDER }).toSorted())("%s", (name) => {
  const file = join(FOLDER, name);
  const cases = casesOf(readFileSync(file, "utf8"));
  const isTold = name.startsWith("told");
  const found: string[] = [];
  test.each(cases)("$title", ({ title, given, said }) => {
    const one = read(given);
    const own = plain(
      [...cellsOf(one, isTold), ...one.issues.flatMap((issue) => issueLines(issue, isTold))].join("\n"),
    );
    found.push(`== ${title}\n${given}=>\n${own}\n\n`);
    expect(own.trim()).toBe(process.env.ACCEPT === "1" ? own.trim() : said.trim());
  });
  afterAll(() => {
    if (process.env.ACCEPT === "1" && found.length === cases.length) writeFileSync(file, `${found.join("").trim()}\n`);
  });
});
