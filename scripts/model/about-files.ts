/** What the remarks on files are about: how they are read, and what is understood of them (about.ts). */
import type { Own, Received } from "./received.ts";

export type Nothing = Readonly<Record<never, never>>;
export interface OfPart {
  readonly part: Received;
}

/** What a file has more of than a statement has. `part`: of a sheet. */
export interface TooMuch {
  readonly of:
    | "bytes"
    | "inflated"
    | "rows"
    | "columns"
    | "cells"
    | "texts"
    | "pages"
    | "orders"
    | "marks"
    | "depth"
    | "elements";
  readonly found: number;
  readonly most: number;
  readonly part?: Received;
}

/** How a person who opens the file may see something else than what is read of it. Append-only, as all lists here. */
export type OtherLook =
  | "own-fonts"
  | "laid-over"
  | "coloured"
  | "inner-table"
  | "symbol-fonts"
  | "folded"
  | "theme-swapped"
  | "ink-none"
  | "layers"
  | "form-in-place"
  | "files-in-place"
  | "program"
  | "sign-digits"
  | "frames"
  | "animated"
  | "screens"
  | "foreign-sheets";
/** What to do with a file of a format without a reader. */
export type WayOut = "table" | "extract" | "attachment" | "workbook" | "mac" | "original";

/** A cell of figures that holds another text: « 9 » is seen, « 11 » struck out. `cell`: "B5" */
export interface WithBeside extends OfPart {
  readonly cells: readonly { readonly cell: Own; readonly shown: Received; readonly other: Received }[];
}

/** A construct that is not plain, and the cells that bear it; `touched` null: the figure's own cell, which shows `text`. */
export interface Construct {
  readonly name: Received;
  readonly cells: readonly { readonly cell: Own; readonly text: Received; readonly touched: number | null }[];
}

/** A heading, a label or a cell. `why`: in words; `teachable`: a person may say what it says. */
export interface NotUnderstood {
  readonly subject: Received;
  readonly at: Readonly<Record<"row" | "column", number>> & { readonly name?: Own };
  readonly cells: number;
  readonly why: Received;
  readonly raw: Received;
  readonly delivery: Own;
  readonly teachable: boolean;
}

/** What shows that a text names persons. `kind`: "des noms de personnes" */
export type Nominative =
  | { readonly by: "file-name" | "part-name" }
  | { readonly by: "heading"; readonly heading: Received }
  | { readonly by: "content"; readonly kind: Own }
  | { readonly by: "row"; readonly row: number; readonly kinds: readonly Own[] }
  | { readonly by: "line"; readonly row: number };

/** A cell of a document and of its PDF. */
export interface SeenText extends OfPart {
  readonly text: Received;
  readonly row: number;
  readonly column: number;
}

export interface AboutFiles {
  // holdings/
  "delivery-empty": { readonly folder: Received };
  "no-delivery": { readonly folder: Own };
  "delivery-name": { readonly folder: Received; readonly meant: Own | null };
  /** What the disk refused, in words. */
  "file-not-readable": { readonly message: Received; readonly hint: Received };
  "file-outside-delivery": { readonly path: Received };
  "not-a-file": { readonly path: Received };
  "same-file-twice": { readonly path: Received; readonly first: Received };

  // read/
  /** `row`: a table without a head begins there, "page 1, ligne 3"; `doubt`: what is told of a page, in words. */
  "ambiguous-header": { readonly row: Own } | { readonly page: number; readonly doubt: Received };
  "csv-quotes-broken": { readonly line: number; readonly words: Received };
  "csv-without-separator": Nothing;
  "document-part-not-read": Nothing;
  "document-without-text": Nothing;
  "encoding-doubtful": { readonly encoding: Own };
  "file-empty": Nothing;
  /** "un document de Word 95", ".docx" */
  "file-format-old": { readonly what: Own; readonly newer: Own };
  /** "une archive zip" */
  "file-format-unknown": { readonly what: Own; readonly wayOut: WayOut };
  /** null: its reading ended early; else why no browser started, in the words of the system. */
  "file-not-read": { readonly browser: Received | null };
  /** "Word ou Excel" */
  "file-password-protected": { readonly what: Own };
  "file-still-encrypted": Nothing;
  /** `isSound`: it is left aside, and stops nothing. `isPage`: of the web. `megabytes`: of memory. */
  "file-too-large":
    | { readonly much: TooMuch; readonly isSound: boolean; readonly isPage?: true }
    | { readonly megabytes: number };
  "file-too-slow": { readonly seconds: number; readonly of: "reading" | "laying-out" };
  /** "un document Word (.docx)"; what the library said. */
  "file-unreadable": { readonly format: Own; readonly words: Received };
  "file-without-content": Nothing;
  /** Cells that wait for their spreadsheet to compute them: "B5" */
  "formula-without-value": OfPart & { readonly cells: readonly Own[] };
  "may-look-otherwise": { readonly looks: readonly OtherLook[] };
  "own-document": Nothing;
  "part-too-large": OfPart & { readonly much: TooMuch };
  "pdf-cut-figures": { readonly row: Own };
  "pdf-form": { readonly page: number; readonly fields: number };
  "pdf-page-without-text": { readonly page: number };
  "pdf-slanted-text": { readonly page: number; readonly text: Received };
  "pdf-unreadable-text": { readonly page: number; readonly signs: number };
  /** Outside the cells of figures. `loose`: numbers in no table; `unclear`: what is told of one, in words. */
  "pdf-unseen-text": {
    readonly page: number;
    readonly kind: "hidden" | "struck" | "loose" | "unclear";
    readonly texts: readonly Received[];
  };
  /** `isGuessed`: there is one, and none is seen: a program guessed it from a scanned page. `besideStatements`: all are read, it may be an annex. */
  "pdf-without-text": { readonly isGuessed: boolean; readonly besideStatements?: true };
  "sheet-only-drawings": OfPart;

  // twin/
  "twin-disagrees": { readonly document: SeenText; readonly pdf: SeenText | null };
  "twin-line-alone": { readonly pdf: Received; readonly labels: readonly Received[] };
  "twin-read": { readonly original: Received; readonly settled: number };

  // recognise/
  /** `readings`: how, where no question says it. `todo`: what to do, where it is neither to answer nor to ask for another file. */
  "ambiguous-reading": OfPart & {
    readonly text: Received;
    readonly readings: readonly Received[];
    readonly delivery: Own;
    readonly canBeAnswered: boolean;
    readonly todo: Received | null;
  };
  "cell-not-understood": NotUnderstood;
  "column-not-understood": NotUnderstood;
  "row-not-understood": NotUnderstood;
  "columns-hidden": OfPart & { readonly columns: number };
  "rows-hidden": OfPart & { readonly rows: number };
  "part-hidden": OfPart;
  "figure-beside-hidden": WithBeside;
  "figure-beside-struck": WithBeside;
  "figure-beside-unplain": OfPart & {
    readonly figures: number;
    readonly constructs: readonly Construct[];
    readonly isPdf: boolean;
  };
  /** `sender`: the service that a text names. */
  "force-unsaid": { readonly figures: number; readonly sender: Received | null; readonly delivery: Own };
  /** The text that names a statement; its numbers are of another measure. */
  "no-figures-read": { readonly title: Received | null; readonly hasPrinted: boolean };
  /** `part` null: the whole file. */
  "nominative-column": {
    readonly column: number;
    readonly part: Received | null;
    readonly why: Nominative;
    readonly maybeLine: boolean;
    /** The delivery, whose file can be saved without the column; null: a PDF, or the whole file. */
    readonly canBeTakenOut: Own | null;
  };
  /** `others`: what each place is, in words. */
  "not-our-commune": { readonly commune: Own; readonly others: readonly Received[]; readonly text: Received };
  "other-document": { readonly isShown: boolean };
  "other-place-set-aside": { readonly commune: Own; readonly others: readonly Received[] };
  "period-from-folder": OfPart & { readonly delivery: Own };
  "person-masked": Nothing;
  "public-base-in-delivery": { readonly scope: "commune" | "departement" };
}
