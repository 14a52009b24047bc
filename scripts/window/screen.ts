/** What the window shows, as values: a screen of cards, beside a received page or not. The French of each is told by whoever makes it. */
import type { receivedPage } from "./received-page.ts";

/** The steps of the quarter that the window leads, and what may be opened at any time. */
export const STEPS = ["standing", "receive", "look", "check"] as const;
export type StepId = (typeof STEPS)[number];

export interface Button {
  /** What the page says when it is pressed. */
  readonly press: string;
  readonly label: string;
  readonly isMain?: boolean;
}

/** A text, and the cell of the received page that it speaks of. */
export interface Line {
  readonly text: string;
  /** Of the page at its side: "s1-1-C7". */
  readonly cell?: string | undefined;
}

/** A line of a card to which one answer is to be given. */
export interface Row {
  readonly name: string;
  readonly text: Line;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen?: string | undefined;
}

/** What is told or asked at once, each part where there is one. */
export interface Card {
  readonly title: string;
  readonly tone: "done" | "plain" | "news" | "alert";
  /** Why the answer that was given is none. */
  readonly fault?: string | undefined;
  readonly lines?: readonly Line[];
  readonly hint?: string | undefined;
  readonly rows?: readonly Row[];
  /** What may be ticked besides. */
  readonly ticks?: readonly { readonly name: string; readonly text: string; readonly isTicked: boolean }[];
  /** What is typed: it answers the title. */
  readonly typed?: string;
  /** Files are dropped on it, or chosen. */
  readonly isZone?: boolean;
  /** The program works: how far it is. */
  readonly isBusy?: boolean;
  readonly buttons?: readonly Button[];
}

export interface Screen {
  readonly step: StepId;
  readonly title: string;
  readonly lead?: string | undefined;
  /** A received file, as it stands; what a cell says when it is pressed, by its id. */
  readonly page?: ReturnType<typeof receivedPage> & { readonly pressed?: Readonly<Record<string, string>> };
  /** The one that is to be answered is the last. */
  readonly cards: readonly Card[];
}
