/** The values that a workbook writes as texts, in XML; or what is wrong with one, in words. */
import { serialOf } from "./dates.ts";
import { parseStored } from "./plain-number.ts";
import type { StoredValue } from "./workbook.ts";

const wrong = (what: string, text: string): string => `${what} « ${text.slice(0, 40)} »`;

export function storedNumber(text: string): StoredValue | string {
  const value = parseStored(text);
  return value === undefined ? wrong("nombre impossible", text) : { kind: "number", value };
}

/** "2026-03-31T00:00:00.000" */
export function storedDate(text: string): StoredValue | string {
  const value = serialOf(text);
  return value === undefined ? wrong("date impossible", text) : { kind: "number", value };
}

export const unknownType = (type: string): string => wrong("type inconnu", type);
