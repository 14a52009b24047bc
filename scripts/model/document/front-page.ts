/** Page one: the news, what is said of it, the numbers shown large, and what is asked of the head of the service. */
import type { Sparkline } from "../chart.ts";
import type { Verdict } from "../degree.ts";
import type { Finding } from "./finding.ts";
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
  /** What it says, for analyses.json; printed nowhere. */
  readonly findings?: readonly Finding[];
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
  /** What the headline alone says: that nothing is announced. */
  readonly findings?: readonly Finding[];
  /** The first questions to the head of the service. */
  readonly ask?: readonly Question[];
  readonly points: readonly Point[];
  readonly keyFigures: readonly KeyFigure[];
}

/** One question for the head of the service: what it bears on, its figures, what is asked. No cause is suggested. */
export interface Question {
  /** "Cambriolages de logement :", which ends with its own colon; "" for none. */
  readonly lead: string;
  /** "26, contre 8 un an plus tôt." */
  readonly figures: string;
  /** "Est-ce confirmé depuis la fin du trimestre ?" */
  readonly asked: string;
  readonly findings?: readonly Finding[];
}
