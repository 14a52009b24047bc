/** A word of time and its value in a form over the tables: « Trimestre | 2 » is one text, "trimestre 2"; « Du | 01/01/2026 » over « Au | 31/03/2026 » is another. */
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

const DAY = /^\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d$/;
const FIRST_DAY = /^(?:periode )?du$|^date (?:de )?debut$|^debut$/;
const LAST_DAY = /^au$|^date (?:de )?fin$|^fin$/;

/** The two pairs of a word and a day, and what they say: "du 01/01/2026 au 31/03/2026". */
interface Days<T extends Cell> {
  readonly pairs: readonly (readonly [key: T, value: T])[];
  readonly text: string;
}

/** @param own the cells of a row: both pairs, or the first one, and the other is all of the row under it. */
export function daysIn<T extends Cell>(own: readonly T[], next: readonly T[]): Days<T> | null {
  const at = own.findIndex(({ text }) => FIRST_DAY.test(fold(text)));
  const isOver = own.length === 2 && next.length === 2;
  const [first, from, last, to, more] = isOver ? [...own, ...next] : own.slice(at);
  if (at < 0 || !first || !from || !last || !to || more || !LAST_DAY.test(fold(last.text))) return null;
  if (![from, to].every(({ text }) => DAY.test(text))) return null;
  return {
    pairs: [
      [first, from],
      [last, to],
    ],
    text: `du ${from.text} au ${to.text}`,
  };
}
