/** What is drawn: the charts of the bulletin and the small lines of its tables, as plain JSON. */

/** Figures of one chart, with its words. draw/ turns it into a Chart.js configuration, on paper and on screen alike. */
export interface ChartData {
  /** Unique in the document, safe as an HTML id: "graphique-is101-homicides". */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** "T1 2023" … oldest first. */
  readonly labels: readonly string[];
  /** Quarterly counts; null: not known. */
  readonly values: readonly (number | null)[];
  readonly rolling: readonly (number | null)[];
  readonly range: readonly ({ readonly low: number; readonly high: number } | null)[];
  /** Indices of the points outside their range. */
  readonly above: readonly number[];
  readonly below: readonly number[];
  /** A break in series stands before these indices. */
  readonly breaks: readonly { readonly before: number; readonly label: string }[];
  /** Text alternative: one or two sentences that say what the drawing shows. */
  readonly alternative: string;
}

/** Small line of the last quarters, in a table cell. */
export interface Sparkline {
  readonly values: readonly (number | null)[];
  readonly alternative: string;
}
