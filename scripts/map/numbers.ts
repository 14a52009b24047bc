/**
 * Numbers in cells of their own that say months: 2 under « Trimestre », 202606 under « Période », in the row of a figure; 2 beside
 * « Trimestre », above its table; the days beside « Du » and « Au ».
 */
import { parseNumber } from "../model/number.ts";
import type { Observation, ReadTable } from "../model/observation.ts";
import type { At, SaidInTable } from "./map.ts";
import { says } from "./roles.ts";
import { inUnit, isYear, type NumberUnit, readText, shapeOf, unitNamed } from "./texts.ts";

/** Column => of what its numbers are one. `unsure`: they may say the months of their rows, and nothing tells how. */
export type NumberColumns = ReadonlyMap<number, NumberUnit | "unsure">;

const UNITS: readonly NumberUnit[] = ["month", "quarter", "half", "year-month"];

const textAt = ({ grid }: ReadTable, [row, column]: At): string => grid.rows[row]?.[column]?.text.trim() ?? "";
const isNumber = (text: string): boolean => parseNumber(text)?.kind === "whole" && !isYear(text);
const saysIn = (text: string, unit: NumberUnit, { period }: Pick<Observation, "period">): boolean =>
  says(inUnit(readText(text).dates, unit), period);

/** The nearest text over a place. */
function wordOver(table: ReadTable, [row, column]: At): string {
  for (let r = row - 1; r >= 0; r -= 1) {
    const text = textAt(table, [r, column]);
    if (text !== "") return text;
  }
  return "";
}

/** Those whose number says, on every row of a count, something of its months. */
export function numberColumns(table: ReadTable): NumberColumns {
  const rows = table.readings.flatMap((readings, row) => {
    const count = readings.find(({ kind }) => kind === "count");
    return count?.kind === "count" ? [{ row, observation: count.observation }] : [];
  });
  const width = Math.max(0, ...table.readings.map(({ length }) => length));
  return new Map(
    Array.from({ length: width }, (_, c) => c).flatMap((column): [number, NumberUnit | "unsure"][] => {
      const own = rows.filter(
        ({ row }) =>
          !["count", "printed"].includes(table.readings[row]?.[column]?.kind ?? "") &&
          isNumber(textAt(table, [row, column])),
      );
      const [first] = own;
      if (!first) return [];
      const named = unitNamed(wordOver(table, [first.row, column]));
      const units = UNITS.filter((unit) =>
        own.every(({ row, observation }) => saysIn(textAt(table, [row, column]), unit, observation)),
      );
      const [unit] = units.filter((one) => one === "year-month" || one === named);
      return units.length > 0 ? [[column, unit ?? "unsure"]] : [];
    }),
  );
}

export const numbersInRow = (columns: NumberColumns, table: ReadTable, [row, column]: At): readonly SaidInTable[] =>
  [...columns].flatMap(([c, unit]): readonly SaidInTable[] =>
    unit !== "unsure" && c !== column && isNumber(textAt(table, [row, c])) ? [{ by: "row", at: [row, c], unit }] : [],
  );

/** « Du | 01/04/2026 » over « Au | 30/06/2026 »: where the months begin and end. Beside another word a day says when it was written. */
const BEFORE_DAY = /^(?:(?:periode )?du|au|(?:date (?:de )?)?(?:debut|fin))$/;

/** Above a row, in rows without a figure: each beside a word that names what it is, or under one. */
export const numbersAbove = (table: ReadTable, row: number): readonly SaidInTable[] =>
  table.readings.slice(0, row).flatMap((readings, r): readonly SaidInTable[] => {
    if (readings.some(({ kind }) => kind === "count")) return [];
    const texts = readings.map((_, c) => textAt(table, [r, c]));
    const beside = unitNamed(texts.join(" "));
    return readings.flatMap((_, c): readonly SaidInTable[] => {
      const before = texts.slice(0, c).findLast((text) => text !== "") ?? "";
      if (BEFORE_DAY.test(shapeOf(before))) return [{ by: "line", at: [r, c] }];
      const unit = beside ?? unitNamed(wordOver(table, [r, c]));
      return unit !== undefined && isNumber(textAt(table, [r, c])) ? [{ by: "line", at: [r, c], unit }] : [];
    });
  });
