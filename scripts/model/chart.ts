/** What is drawn: the charts of the bulletin and the small lines of its tables, as plain JSON. */

import type { Verdict } from "./degree.ts";

/** Figures of one chart, with its words. draw/ turns it into a Chart.js configuration, on paper and on screen alike. */
export interface ChartData {
  /** Unique in the document, safe as an HTML id: "graphique-is101-homicides". */
  readonly id: string;
  /** The line that it draws: "Vols dans les véhicules". */
  readonly title: string;
  /** What it shows, after the title: " en nette hausse : 26, environ 4 fois le niveau de la saison (6)"; "" for nothing. */
  readonly news: string;
  readonly unit: string;
  /** "T1 2023" … oldest first. */
  readonly labels: readonly string[];
  /** Quarterly counts; null: not known. */
  readonly values: readonly (number | null)[];
  readonly rolling: readonly (number | null)[];
  /** The ordinary counts of each quarter: those of the last, and, where they rest on years enough, those that this bulletin would give to the earlier ones. */
  readonly range: readonly ({ readonly low: number; readonly high: number } | null)[];
  /** What is announced of the last quarter: its point carries the mark. */
  readonly verdict: Verdict;
  /** The course that is told, as one line; a change of level, as the two levels. Values by quarter, null outside; the label is written on the line. */
  readonly course: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
  /** A break in series stands before these indices. */
  readonly breaks: readonly { readonly before: number; readonly label: string }[];
  /** The commune's own notes, at these indices. */
  readonly events?: readonly { readonly at: number; readonly text: string }[];
  /** Drawn small, without axes, from zero to this count: the same for all the lines of a theme. Absent: drawn large. */
  readonly top?: number;
  /** Text alternative: one or two sentences that say what the drawing shows. */
  readonly alternative: string;
}

/** Index of the last count that is known; -1 when there is none. */
export const lastKnown = (values: ChartData["values"]): number => values.findLastIndex((value) => value !== null);

/** Small line of the last quarters, in a table cell. */
export interface Sparkline {
  readonly values: readonly (number | null)[];
  /** The ordinary counts of the last quarter, drawn as a band. */
  readonly range?: { readonly low: number; readonly high: number };
  /** A break in series stands before these indices. */
  readonly breaks?: readonly number[];
  /** Two counts, a year apart, as bars: too few quarters are known for a line. */
  readonly bars?: true;
  readonly alternative: string;
}

/** Where one value stands among others, in a table cell. */
export interface SpreadStrip {
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  /** null: not published. */
  readonly own: number | null;
  readonly alternative: string;
}
