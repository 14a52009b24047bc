/** What a session needs beside the bulletin, as plain data: publish makes the files. */

import type { ChartData } from "../chart.ts";

/** One question for the head of the service: what it bears on, its figures, what is asked. No cause is suggested. */
export interface Question {
  /** "Cambriolages de logement :", which ends with its own colon; "" for none. */
  readonly lead: string;
  /** "26, contre 8 un an plus tôt." */
  readonly figures: string;
  /** "Est-ce confirmé depuis la fin du trimestre ?" */
  readonly asked: string;
}

/** A whole day of the calendar. */
export interface CalendarDay {
  readonly id: string;
  readonly day: string;
  readonly title: string;
}

export interface Session {
  readonly calendar: readonly CalendarDay[];
  /** Lines of the message to the service; null: there is nothing to ask. */
  readonly letter: readonly string[] | null;
  readonly questions: readonly Question[];
  /** By the key of their line: what page one announces and no section draws. */
  readonly charts: Readonly<Record<string, ChartData>>;
}
