/** Page one, « En bref », before the sections: the news, its points, four to six numbers. Text is text, never HTML. */

import type { Sparkline } from "../chart.ts";
import type { Verdict } from "../degree.ts";
import type { TableCell } from "./table.ts";

/** One thing that page one says. */
export interface Point {
  /** What kind of thing it is, in the margin: "Établi", "À suivre", "Faits graves". */
  readonly tag: string;
  /** The mark beside the tag is that of this verdict. */
  readonly mark: Verdict | null;
  /** "Cambriolages de logement :", which ends with its own colon; "" for none. */
  readonly lead: string;
  readonly text: string;
  /** Key of the line that it is about: the projection shows its chart. */
  readonly line?: string;
}

/** A number that page one shows large. */
export interface KeyFigure {
  /** Key for the filter by line. */
  readonly line: string;
  readonly label: string;
  readonly value: TableCell;
  readonly mark: Verdict;
  /** "8 un an plus tôt"; "" where nothing is known of it. */
  readonly before: string;
  /** null: not two quarters to draw. */
  readonly curve: Sparkline | null;
}

export interface FrontPage {
  /** The news in one sentence. */
  readonly headline: string;
  readonly points: readonly Point[];
  readonly keyFigures: readonly KeyFigure[];
}
