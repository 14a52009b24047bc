/**
 * The referee of the readers. Each case, tests/seen/<format>/<case>/, is a file, and in expected.json what a person sees of it, which does not
 * depend on how it is read:
 *
 *   sees   rows of cells, as a person sees them; blank rows and blank ends of rows are left out. null: what is seen cannot be said
 *   told   "no"    it is plain: read as it is seen, and without a doubt
 *          "may"   read as it is seen; or told: what is read otherwise has a doubt
 *          "must"  it is told
 *
 * A doubt is an issue of the reader (a warning or an error), or a Beside in the cell itself, or in a head or a title of it:
 * words at its left or above it, or alone in a row above it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { closeSharedBrowser } from "../../scripts/browser/shared.ts";
import type { Cell, Format, Grid } from "../../scripts/model/grid.ts";
import { READERS } from "../../scripts/read/index.ts";
import { source } from "../read/source.ts";

interface Expected {
  readonly sees: readonly (readonly string[])[] | null;
  readonly told: "no" | "may" | "must";
}

const ROOT = import.meta.dirname;
const foldersIn = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

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

afterAll(closeSharedBrowser);

describe.each(foldersIn(ROOT))("%s: what is read is what is seen, or told", (format) => {
  test.each(foldersIn(join(ROOT, format)))("%s", async (name) => {
    const folder = join(ROOT, format, name);
    const [file = ""] = readdirSync(folder).filter((one) => one !== "expected.json");
    const { sees, told } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
    const reader = await READERS[format as Format]();
    const { value, issues } = await reader(source(file, readFileSync(join(folder, file))));
    const cells = value.flatMap(cellsOf);
    const warnings = issues.filter(({ severity }) => severity !== "info").map(({ rule }) => rule);
    const isTold = warnings.length > 0 || value.some(({ rows }) => rows.some((row) => row.some(hasDoubt)));
    if (told === "must") expect(isTold, "it is told").toBe(true);
    if (told === "no") {
      expect(warnings).toEqual([]);
      expect(
        cells.flat().filter(({ isDoubted }) => isDoubted),
        "nothing is doubted",
      ).toEqual([]);
    }
    if (sees && warnings.length === 0) expect(readWrong(sees, cells)).toEqual([]);
  });
});
