/** "Trimestre | 2": a word of time and its number, in a form over the tables: one text, « trimestre 2 ». */
import { MONTHS } from "../../model/format.ts";
import type { NumberReading } from "../../model/number.ts";
import { fold } from "../../nomenclature/index.ts";
import type { Facets } from "../words/said.ts";

const YEAR = /^(?:19|20)\d\d$/;
const KEYS = [
  { word: /^(?:n )?trim(?:estre)?$/, most: 4, say: (value: number) => `trimestre ${value}` },
  { word: /^(?:n )?semestre$/, most: 2, say: (value: number) => `semestre ${value}` },
  { word: /^(?:n )?moi$/, most: 12, say: (value: number) => MONTHS[value - 1] ?? "" },
] as const;

interface Cell {
  readonly text: string;
  readonly number: NumberReading | undefined;
  readonly facets: Facets;
  readonly matches: readonly unknown[];
}

interface Field<T extends Cell> {
  readonly key: T;
  readonly value: T;
  /** What they say together: "trimestre 2", "avril". */
  readonly text: string;
}

/**
 * @param own the cells of a row, left to right.
 * @param over those that stand over a cell: what heads counts makes of it a table.
 */
export function fieldsIn<T extends Cell>(own: readonly T[], over: (cell: T) => readonly T[]): readonly Field<T>[] {
  return own.flatMap((value, i): readonly Field<T>[] => {
    const key = own[i - 1];
    if (!key || value.number?.kind !== "whole") return [];
    const kind = KEYS.find(({ word }) => word.test(fold(key.text)));
    const number = value.number.value;
    if (!kind || number < 1 || number > kind.most || own[i + 1]?.number !== undefined) return [];
    const isTable = over(value).some(
      (cell) =>
        cell.matches.length > 0 || cell.facets.measure !== null || (cell.number !== undefined && !YEAR.test(cell.text)),
    );
    return isTable ? [] : [{ key, value, text: kind.say(number) }];
  });
}
