/**
 * The referee of the readers. Each case, tests/seen/<format>/<case>/, is a file that the program accepts as one of its format, or refuses,
 * and in expected.json what a person sees of it, which does not depend on how it is read:
 *
 *   why    what the case is for
 *   sees   rows of cells, as a person sees them; blank rows and blank ends of rows are left out. null: what is seen cannot be said
 *   office why the picture of office.test.ts is another, and the case stays
 *   told   "no"    it is plain: read as it is seen, and without a doubt
 *          [ids]   what is told of it, at the least; what is read otherwise has a doubt. Each is a rule; "struck" or "hidden" (Beside);
 *                  or a construct, by its key in NAMES or SHEET (read/plain/), by the format's own name ("w:effect"), or as it is
 *                  called where it has no key
 *
 * A doubt is an issue of the reader (a warning or an error), or a Beside in the cell itself, or in a head or a title of it:
 * words at its left or above it, or alone in a row above it. By night office.test.ts holds `sees` against a picture.
 */

import { afterAll, describe, expect, test } from "vitest";
import { closeSharedBrowser } from "../../scripts/browser/shared.ts";
import { columnName } from "../../scripts/model/format.ts";
import type { Beside, Cell, Grid } from "../../scripts/model/grid.ts";
import { read } from "../../scripts/read/index.ts";
import { SHEET } from "../../scripts/read/plain/lists.ts";
import { NAMES } from "../../scripts/read/plain/rule.ts";
import { source } from "../read/source.ts";
import { spoken } from "../spoken.ts";
import { CASES, FORMATS } from "./cases.ts";

interface SeenCell {
  readonly text: string;
  readonly isDoubted: boolean | undefined;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Without blank rows, and blank ends of rows. */
function trimmed<T>(rows: readonly (readonly T[])[], isBlank: (cell: T) => boolean): readonly (readonly T[])[] {
  return rows
    .map((row) => row.slice(0, row.findLastIndex((cell) => !isBlank(cell)) + 1))
    .filter((row) => row.length > 0);
}

const hasDoubt = ({ beside = [] }: Cell): boolean => beside.length > 0;
/** The head of a row or a column, most often. */
const isWords = ({ text }: Cell): boolean => !/^[\d\s]+$/.test(text);
const textsIn = (row: readonly Cell[]): number => row.filter(({ text }) => text.trim() !== "").length;

/** Its cells, with whether a doubt on one of them reaches it. */
function cellsOf({ rows, hiddenRows = [], hiddenColumns = [], hidden }: Grid): readonly (readonly SeenCell[])[] {
  if (hidden) return [];
  const isTitleInDoubt = (row: readonly Cell[]): boolean => textsIn(row) < 2 && row.some(hasDoubt);
  let isUnderDoubt = false;
  return rows.map((row, r) => {
    isUnderDoubt ||= isTitleInDoubt(row);
    return row.flatMap(({ text }, c) => {
      const isHidden = hiddenRows.includes(r) || hiddenColumns.includes(c);
      const heads = [...row.slice(0, c), ...rows.slice(0, r).flatMap((above) => above[c] ?? [])].filter(isWords);
      const isDoubted = isUnderDoubt || (row[c] && hasDoubt(row[c])) || heads.some(hasDoubt);
      return isHidden ? [] : [{ text: oneLine(text), isDoubted }];
    });
  });
}

/** What is read otherwise than it is seen, and has no doubt. */
function readWrong(seen: readonly (readonly string[])[], found: readonly (readonly SeenCell[])[]): readonly string[] {
  const wanted = trimmed(seen, (text) => oneLine(text) === "");
  const rows = trimmed(found, ({ text, isDoubted }) => text === "" && !isDoubted);
  const hasSameRows = trimmed(rows, ({ text }) => text === "").length === wanted.length;
  const read = hasSameRows ? trimmed(rows, ({ text }) => text === "") : rows;
  return Array.from({ length: Math.max(wanted.length, read.length) }).flatMap((_, r) => {
    const [want = [], got = []] = [wanted[r], read[r]];
    return Array.from({ length: Math.max(want.length, got.length) }).flatMap((__, c) => {
      const cell = got[c] ?? { text: "", isDoubted: got.some(({ isDoubted }) => isDoubted) };
      const isRight = cell.text === oneLine(want[c] ?? "") || cell.isDoubted;
      return isRight ? [] : [`${r + 1}/${c + 1}: « ${want[c] ?? ""} » is seen, « ${cell.text} » is read`];
    });
  });
}

const KEYS = new Map(Object.entries({ ...NAMES, ...SHEET }).map(([key, text]): [string, string] => [text, key]));
/** Of those whose words hold what the file says, "mise en forme « w:effect »", the part that stays. */
function idOf({ kind, text }: Beside): string {
  if (kind !== "unplain") return kind;
  if (text.startsWith("format de nombre")) return "otherFormat";
  if (text.startsWith("calculée par une formule")) return "uncomputed";
  return KEYS.get(text) ?? /^mise en forme « (.*) »$/.exec(text)?.[1] ?? text;
}

afterAll(closeSharedBrowser);

describe.each(FORMATS)("%s: what is read is what is seen, or told", (format) => {
  test.each(CASES.filter((one) => one.format === format))("$why ($name)", async ({ file, bytes, sees, told }) => {
    const { value, issues } = await read(source(file, bytes()));
    const cells = value.grids.flatMap(cellsOf);
    const warnings = issues.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
    const besides = value.grids.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((cell) => cell.beside ?? [])));
    if (value.format !== null) expect(value.format, "what the program takes it for").toBe(format);
    if (typeof told !== "string")
      expect([...issues.map(({ rule }) => rule), ...besides.map(idOf)]).toEqual(expect.arrayContaining([...told]));
    if (told === "no") {
      expect(warnings).toEqual([]);
      expect(
        cells.flat().filter(({ isDoubted }) => isDoubted),
        "nothing is doubted",
      ).toEqual([]);
    }
    if (sees && !warnings.includes("may-look-otherwise")) expect(readWrong(sees, cells)).toEqual([]);
    for (const { message, place } of issues.map(spoken)) {
      const named = /\bcellules? ([A-Z]+\d+)/i.exec(message)?.[1];
      if (named && place && "column" in place) expect(named).toBe(`${columnName(place.column)}${place.row}`);
    }
  });
});
