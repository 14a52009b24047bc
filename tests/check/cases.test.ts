/**
 * Counts, and what the rules of a check say of them: the files of cases/. ACCEPT=1 writes them again: read the difference line by line.
 *
 *   == the name of the case
 *   rules: total-does-not-add-up                        of which something may be told
 *   today: 2026-07-09                                   before any delivery is due unless it is said
 *   settings: livraison: { jour: 15 }                   lines of convention.yaml
 *   homicides PN 2026-T1 7                              a count, in the notation of build.ts
 *   ? ensemble 2026-T1 5 (statement=IST label=Vols)     what is not usual of it
 *   => warning total-does-not-add-up IS101.csv B1 « 14 », B1 « 7 »     where, and the other cells that are named
 *   =>   the words, then what to do
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { columnName } from "../../scripts/model/format.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { count, issuesOf, recognise, settings, told } from "./build.ts";

const FOLDER = join(import.meta.dirname, "cases");

/** "homicides PN 2026-T1 7 (row=9 file=2026-T1/a.csv label=dont cycles)" */
function countOf(written: string): Observation {
  const [, text = "", options = ""] = /^(\S+ \S+ \S+ \S+)(?: \((.*)\))?$/.exec(written) ?? [];
  const own = new Map(
    [...options.matchAll(/(\w+)=(.*?)(?= \w+=|$)/g)].map(([, name = "", value = ""]): [string, string] => [
      name,
      value,
    ]),
  );
  const { row, part, name, ...more } = Object.fromEntries(own);
  const made = count(text, { ...more, ...(row && { row: Number(row) }) });
  const { provenance } = made;
  return { ...made, provenance: { ...provenance, ...(part && { part }), ...(name && { name }) } };
}

/** "2026-T1/b.csv Feuil2 B9 « 12 »", without what is usual. */
const placeOf = (place: Issue["place"]): string =>
  [
    place?.file,
    place && "part" in place && place.part !== "CSV" ? place.part : "",
    place && "row" in place ? `${columnName(place.column)}${place.row} « ${place.raw} »` : "",
  ]
    .filter(Boolean)
    .join(" ");

const OPTION = /^(rules|today|settings): (.*)$/;

/** `given`: options, then counts. */
function saidOf(given: readonly string[]): readonly string[] {
  const options = new Map(
    given.flatMap((line) => {
      const [, name = "", value = ""] = OPTION.exec(line) ?? [];
      return name === "" ? [] : [[name, value.replaceAll("\\n", "\n")] as const];
    }),
  );
  const today = options.get("today");
  const counts = given.filter((line) => !OPTION.test(line)).map(countOf);
  return issuesOf(options.get("rules")?.split(", ") ?? [], {
    recognitions: recognise(counts),
    settings: settings(options.get("settings")),
    ...(today && { today }),
  }).flatMap((issue) => {
    const { rule, severity, message, hint } = told(issue);
    const places = [issue.place, ...(issue.also ?? [])].map(placeOf).join(", ");
    return [`=> ${severity} ${rule} ${places}`, `=>   ${message}`, ...(hint === "" ? [] : [`=>   ${hint}`])];
  });
}

describe.each(globSync("*.txt", { cwd: FOLDER }).toSorted())("%s", (name) => {
  const path = join(FOLDER, name);
  const cases = readFileSync(path, "utf8")
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [title = "", ...lines] = block.trimEnd().split("\n");
      const [given = [], said = []] = [false, true].map((is) => lines.filter((line) => line.startsWith("=> ") === is));
      return { title, given, said };
    });
  if (process.env.ACCEPT === "1") {
    const blocks = cases.map(({ title, given }) => [`== ${title}`, ...given, ...saidOf(given)].join("\n"));
    writeFileSync(path, `${blocks.join("\n\n")}\n`);
  }
  test.each(cases)("$title", ({ given, said }) => {
    expect(saidOf(given)).toEqual(said);
  });
});
