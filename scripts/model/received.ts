/** Texts of received files, told apart from the program's own words by their types. */

/**
 * A text that came with a file: of a cell, a sheet, a note, a file's name. `print`: a person confirmed it for print, or the nomenclature
 * holds it. Where it is shown, remarks/told.ts opens it, and gives paper other words.
 */
export interface Received {
  readonly received: string;
  readonly print?: true;
}
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
