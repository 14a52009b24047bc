/** What the window shows, as values: a screen of cards, beside a received page or not. The French of each is told by whoever makes it. */
import type { receivedView } from "../publish/filters/control-view.ts";

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

/** A page of the file as a picture. */
export interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Pixels to a point of the page. */
  readonly scale: number;
  /** As an address that holds it all: "data:image/png;base64,…" */
  readonly address: string;
}

type View = ReturnType<typeof receivedView>[number];

/** A received file, as it stands. */
export interface ReceivedPage {
  readonly view: View;
  /** With the cells that stand on each. */
  readonly pictures: readonly (Picture & { readonly marks: View["tables"][number]["rows"][number]["cells"] })[];
  /** Ids of the cells that the card asks of. */
  readonly lit: readonly string[];
  /** Ids of those whose text changes no figure. */
  readonly unused: readonly string[];
  /** What a cell says when it is pressed, by its id. */
  readonly pressed?: Readonly<Record<string, string>>;
  /** Texts beside the cells, and comments. */
  readonly besides: readonly string[];
}

export interface Screen {
  readonly step: StepId;
  readonly title: string;
  readonly lead?: string;
  readonly page?: ReceivedPage | undefined;
  /** The one that is to be answered is the last. */
  readonly cards: readonly Card[];
}

/** Around every screen. */
export interface Frame {
  readonly commune: string;
  readonly marking: string;
  readonly quarter: string;
  readonly steps: readonly { readonly id: StepId; readonly label: string; readonly isDone: boolean }[];
  /** Done elsewhere: how. */
  readonly elsewhere: readonly { readonly label: string; readonly how: string }[];
  readonly opens: readonly Button[];
}
