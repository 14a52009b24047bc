/** Texts of received files, told apart from the program's own words by their types. */

/**
 * A text that came with a file: of a cell, a sheet, a note, a file's name. `print`: a person confirmed it for print, or the nomenclature
 * holds it. Where it is shown, remarks/told.ts opens it, and gives paper other words.
 */
export interface Received {
  readonly received: string;
  readonly print?: true;
  /** Of a remark that a lecture keeps: the text is not kept (lectures/sealing.ts), and is "". */
  readonly sealed?: string;
}
export const isReceived = (value: object): value is Received =>
  "received" in value && typeof value.received === "string";
export const received = (text: string): Received => ({ received: text });
export const printable = (text: string): Received => ({ received: text, print: true });

declare const OWN: unique symbol;
/** The program's own words, or those of its settings: a statement's name, a folder, a code. Never a text of a received file. */
export type Own = string & { readonly [OWN]: true };
export const own = (text: string): Own => text as Own;

/** A field that may be any string cannot be given: it is Own, Received, or one of a list. */
export type Values<T> = T extends Received | number | boolean | null | undefined
  ? T
  : T extends string
    ? string extends T
      ? never
      : T
    : { readonly [K in keyof T]: Values<T[K]> };

/** What a text says of time, or a number in it. `month`: 1 to 12; `day`: "2026-03-31", or "03-31" where it says no year; `length`: in months. */
export type Dated =
  | { readonly unit: "month" | "quarter" | "half" | "year" | "length"; readonly value: number }
  /** Of a sealed text, its hash. */
  | { readonly unit: "number"; readonly value: number | string }
  | { readonly unit: "day"; readonly value: string };

/** « Faits du 2e trim. 2026 » is "faits du {trimestre} {an}", and 2nd quarter, 2026. */
export interface ReadText {
  readonly shape: string;
  /** In their order. */
  readonly dates: readonly Dated[];
}

/**
 * A text that the reading of a confirmed file does not use: it is not kept. In its shape a keyed hash stands for its words: "#3fa9… {mois}
 * {an}"; its dates are kept where they say months of the file's figures, its numbers as hashes.
 */
export type Sealed = ReadText;
