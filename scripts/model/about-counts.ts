/** What the remarks on counts are about: those of the statements, and of the public bases (about.ts). */

import type { OfPart } from "./about-files.ts";
import type { Force } from "./observation.ts";
import type { Period } from "./period.ts";
import type { Own, Received } from "./received.ts";

export interface Figure {
  readonly label: Received;
  readonly force: Force;
  readonly period: Period;
}
export interface Whole {
  readonly figure: Figure;
  readonly value: number;
}
/** The figures of one line. */
export interface OfLine<Item> {
  readonly label: Received;
  readonly items: readonly (Item & { readonly force: Force })[];
}
export interface Part {
  readonly period: Period;
  readonly value: number;
}
/** Where a figure stands, as a value of a remark. */
export interface PlacedText extends OfPart {
  readonly file: Received;
  readonly row: number;
  readonly column: number;
  readonly name?: Own;
}

/** One whole that is not the sum of its parts; or several, of one cause. */
export type Sum = {
  /** Deliveries that parts come from, besides that of the whole. */
  readonly others: readonly Own[];
  /** The whole is the sum of values that the deliveries gave of its parts, before or after a correction. */
  readonly isExplained: boolean;
  readonly value: number;
  readonly sum: number;
} & (
  | { readonly one: Figure; readonly parts: readonly Part[] }
  | { readonly lines: readonly OfLine<Part & { readonly sum: number }>[] }
);

/** What a statement prints beside its counts. `raw`: as it stands there; `value`: in facts, or in per cent. */
export interface Printed {
  readonly label: Received;
  readonly measure: "change" | "change-percent";
  readonly raw: Received;
  readonly value: number;
}

/** A total of forces, or of lines above it; or figures of which a later sending gave a part only. */
export type NotAdding =
  | { readonly of: "forces"; readonly total: Whole; readonly police: number; readonly gendarmerie: number }
  | { readonly of: "lines"; readonly total: Whole; readonly sum: number }
  | {
      readonly of: "sendings";
      readonly period: Period;
      readonly lines: readonly OfLine<{
        readonly all: number;
        readonly police: number;
        readonly gendarmerie: number;
      }>[];
    };

export interface Without extends OfPart {
  readonly cells: number;
  readonly labels: readonly Received[];
  readonly raw: Received;
}

/** A value of a public base that is left out. `more`: of a base whose first fault alone is told: how many are left out. */
export interface LeftOut {
  readonly more?: { readonly name: Received; readonly values: number };
}
/** Why a public base is not used. */
export type WhyNotUsed = "no-header" | "quotes" | "no-text" | "unit" | "none-agrees";

export interface AboutCounts {
  // check/
  "cumulative-below-part": { readonly whole: Whole; readonly part: Part; readonly from: Own | null };
  "cumulative-not-its-parts": Sum;
  "half-year-not-its-quarters": Sum;
  "figure-given-twice": {
    readonly figure: Figure;
    readonly first: { readonly value: number; readonly place: PlacedText };
    readonly other: { readonly value: number; readonly place: PlacedText };
    /** The folder of a file that corrects the other; null: both are of one file. */
    readonly correction: Own | null;
  };
  "figure-revised": { readonly value: number; readonly from: Own } & (
    | { readonly one: Figure; readonly old: number }
    | { readonly period: Period; readonly lines: readonly OfLine<{ readonly old: number; readonly value: number }>[] }
  );
  /** `most`: of the other periods of the same length; null: the value is the number of a year. */
  "improbable-count": { readonly count: Whole; readonly most: number | null };
  /** One line above its family; or all of them together. */
  "lines-exceed-family": { readonly family: Whole } & (
    | { readonly line: Received; readonly value: number }
    | { readonly lines: number; readonly sum: number }
  );
  /** `after` null: of a percentage, no count is needed. */
  "printed-change-impossible": { readonly printed: Printed; readonly after: Whole | null };
  /** `change`: that of the counts, to `digits`; `isOneOfMany`: no other pair of the line fits either. */
  "printed-change-mismatch": {
    readonly printed: Printed;
    readonly before: number;
    readonly after: Whole;
    readonly change: number;
    readonly digits: number;
    readonly isOneOfMany: boolean;
  };
  /** `raw`: "▲", "en baisse". `lines`: how many of its table say a way that their counts deny. */
  "printed-trend-mismatch": {
    readonly raw: Received;
    readonly before: number;
    readonly after: Whole;
    readonly lines: number;
  };
  "statement-missing": { readonly statement: Own; readonly quarters: readonly [Period, ...Period[]] };
  "statement-of-another-quarter": {
    readonly statement: Own;
    readonly period: Period;
    readonly delivery: Own;
    readonly quarter: Period;
    /** Where it belongs. */
    readonly folder: Own;
  };
  "total-does-not-add-up": NotAdding;
  "total-of-one-force": { readonly without: "PN" | "GN"; readonly of: "PN" | "GN"; readonly period: Period };
  /** `isConfirmed`: with a lecture. */
  "unknown-line": {
    readonly line: Received;
    readonly statement: Own;
    readonly delivery: Own;
    readonly isConfirmed: boolean;
  };
  "value-confidential": Without;
  "value-missing": Without;
  "value-not-applicable": Without;

  // the public bases
  "reference-given-twice": LeftOut & { readonly line: Own; readonly year: number };
  "reference-not-published": { readonly values: number };
  "reference-not-recognised": { readonly file: Received; readonly why: WhyNotUsed };
  "reference-rate-contradicts-count": LeftOut & {
    readonly line: Own;
    readonly year: number;
    readonly rate: Received;
    readonly count: number;
    readonly size: number;
    readonly of: "habitants" | "logements";
  };
  "reference-territory-absent": { readonly file: Received; readonly code: Own };
  /** What the settings lack, or what is no commune's of today. */
  "reference-territory-unknown": {
    readonly file: Received;
    readonly code: "commune" | "departement" | "commune-of-today";
  };
  "reference-value-unreadable": LeftOut & { readonly what: "year" | "rate"; readonly text: Received };
}
