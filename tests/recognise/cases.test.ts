/**
 * Tables, each with what is read of it (notation.ts): the files of cases/. ACCEPT=1 writes them again: read the difference line by line.
 *
 *   figures/   what is read in each cell, and the rule, the place and the question of each issue
 *   told/      why too: what each text and each number is taken for, and the words of each issue
 */

import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NIGHTLY } from "../draws.ts";
import { acceptedOf, isSettled, parseCases, say, trialsOf, writeCase, writeTrial } from "./notation.ts";

const FOLDER = join(import.meta.dirname, "cases");

describe.each(globSync("*/*.txt", { cwd: FOLDER }).toSorted())("%s", (name) => {
  const file = join(FOLDER, name);
  const isTold = name.startsWith("told");
  const written = parseCases(readFileSync(file, "utf8"));
  const cases = process.env.ACCEPT === "1" ? written.flatMap((one) => acceptedOf(one, isTold)) : written;
  if (process.env.ACCEPT === "1") writeFileSync(file, cases.map(writeCase).join("\n"));
  test.each(cases.flatMap(trialsOf))("$title", ({ given, said }) => {
    expect(writeTrial(given, say(given, isTold))).toBe(writeTrial(given, said));
  });
  if (isTold) return;
  test("the first answer to what is asked first settles it", () => {
    const firsts = cases.map(trialsOf).flatMap((trials) => (NIGHTLY ? trials : trials.slice(0, 1)));
    expect(firsts.filter(({ given }) => isSettled(given) === false).map(({ title }) => title)).toEqual([]);
  });
});
