/** The text of a paragraph or of a cell as a person sees it, and beside it what else stands there (Beside, in model/grid.ts). */
import type { Beside } from "../../model/grid.ts";
import { subscript, superscript } from "../contract/raised.ts";
import { withoutUnseen } from "../contract/unseen.ts";

export interface SeenText {
  readonly text: string;
  /** In the order of the text; absent when there is nothing. */
  readonly beside?: readonly Beside[];
  /** Of a paragraph: the blank that is left above it, in twips; absent when there is none. */
  readonly above?: number;
  /** Of its largest signs, in points; absent where that is not known. */
  readonly size?: number;
  /** How far from the left of its cell its first line ends, in twips; absent: as far as its digits go. */
  readonly reach?: number;
}

/** How a run of characters looks. */
export interface Look {
  /** Why it is not simply seen; null: it is. */
  readonly kind: Beside["kind"] | null;
  /** Above the line, or under it, as note marks are: the digits are written so. */
  readonly position: "raised" | "lowered" | "baseline";
  /** How its signs are drawn, where that is known. */
  readonly type?: Type;
}

/** `size`: in points. */
interface Type {
  readonly size: number;
  readonly isLink: boolean;
  /** It lies on its side. */
  readonly isTurned?: boolean;
}

export const PLAIN_LOOK: Look = { kind: null, position: "baseline" };

const WRITTEN: Readonly<Record<Look["position"], (text: string) => string>> = {
  raised: superscript,
  lowered: subscript,
  baseline: (text) => text,
};

/** "superscript", "Subscript", "baseline" */
export const positionNamed = (name: string): Look["position"] =>
  /^super/i.test(name) ? "raised" : /^sub/i.test(name) ? "lowered" : "baseline";

/** Small type above a text (ruby): a figure is the mark of a note; anything else is no part of the text. */
export const lookAbove = (look: Look, text: string): Look =>
  /^\s*\d+\s*$/.test(text) ? { ...look, position: "raised" } : { ...look, kind: look.kind ?? "other" };

/** Collects the runs of a text, in their order. */
export interface TextWriter {
  /** Runs of one kind that follow each other are one text: "1" and "1" struck out are « 11 », beside the « 9 » that follows. */
  readonly add: (text: string, look?: Look) => void;
  /** What is no run: a picture, a form field. */
  readonly addBeside: (...more: readonly Beside[]) => void;
  /** The mark of a note stands here, above the line: it is no part of the text, and two numbers where it stands within one. */
  readonly addNoteMark: () => void;
  /** The next run is a text of its own, whatever its kind. */
  readonly endRun: () => void;
  /** The text so far, which the writer forgets. */
  readonly take: () => SeenText;
  readonly isEmpty: () => boolean;
}

/** In points, a millimetre high: type that nobody reads. Pages and sheets may be drawn smaller than they are printed, a text is not. */
export const TINIEST_TYPE = 3;

/** Digits much smaller than those before them, or than those after. */
const MUCH_SMALLER = 0.88;

/** Two digits side by side that a person does not take for one number: "12" and a small "9", or a "9" that is a link to a note. */
const isAnotherNumber = (before: Type | undefined, after: Type | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  (before.isLink !== after.isLink ||
    before.isTurned !== after.isTurned ||
    Math.min(before.size, after.size) < MUCH_SMALLER * Math.max(before.size, after.size));

export function createTextWriter(): TextWriter {
  let text = "";
  let type: Type | undefined; // of the last signs
  let largest = 0;
  let isTwoNumbers = false;
  let isAfterNote = false;
  let beside: Beside[] = [];
  let open: Beside["kind"] | null = null; // kind of the run that a next one may go on
  return {
    add: (given, look = PLAIN_LOOK) => {
      const piece = withoutUnseen(given);
      if (piece === "") return;
      const { kind } = look;
      const last = beside.at(-1);
      if (kind === null) {
        const written = WRITTEN[look.position](piece);
        if (/\d$/.test(text) && /^\d/.test(written)) isTwoNumbers ||= isAnotherNumber(type, look.type);
        isTwoNumbers ||= isAfterNote && /\d\s*$/.test(text) && /^\s*\d/.test(written);
        isAfterNote &&= written.trim() === "";
        type = look.type;
        if (piece.trim() !== "") largest = Math.max(largest, type?.size ?? 0);
        text += written;
      } else if (last && open === kind) beside[beside.length - 1] = { kind, text: last.text + piece };
      else beside.push({ kind, text: piece });
      open = kind;
    },
    addBeside: (...more) => {
      beside.push(...more);
      if (more.length > 0) open = null;
    },
    addNoteMark: () => {
      isAfterNote = true;
    },
    endRun: () => {
      open = null;
    },
    take: () => {
      const seen = seenText(text, isTwoNumbers ? [...beside, { kind: "unsure", text }] : beside);
      const taken = largest > 0 ? { ...seen, size: largest } : seen;
      largest = 0;
      isTwoNumbers = false;
      isAfterNote = false;
      text = "";
      beside = [];
      return taken;
    },
    isEmpty: () => text.trim() === "" && beside.every(isNothing),
  };
}

/** Blanks that are struck out, hidden or white on white say nothing. */
const isNothing = ({ kind, text }: Beside): boolean =>
  (kind === "struck" || kind === "hidden" || kind === "faint") && text.trim() === "";

/** Without the blanks that are struck out or hidden. */
export function seenText(text: string, beside: readonly Beside[]): SeenText {
  const told = beside.filter((one) => !isNothing(one));
  return told.length > 0 ? { text, beside: told } : { text };
}

/** One under the other, as the paragraphs of a cell. */
export function joinLines(parts: readonly SeenText[]): SeenText {
  const most = (of: "size" | "reach"): number => parts.reduce((known, part) => Math.max(known, part[of] ?? 0), 0);
  const [size, reach] = [most("size"), most("reach")];
  return {
    ...seenText(
      parts.map((part) => part.text).join("\n"),
      parts.flatMap((part) => part.beside ?? []),
    ),
    ...(size > 0 && { size }),
    ...(reach > 0 && { reach }),
  };
}

/** The same text, whose last line stands `beside` it too: cut off, or elsewhere. */
export const withLastLine = <T extends SeenText>(part: T, kind: Beside["kind"]): T =>
  withBeside(part, [{ kind, text: part.text.trim().split("\n").at(-1) ?? "" }]);

/** The same text, with more beside it. */
export const withBeside = <T extends SeenText>(part: T, more: readonly Beside[]): T =>
  more.length > 0 ? { ...part, beside: [...(part.beside ?? []), ...more] } : part;

/** A doubt on a whole text. */
export const UNSURE: Beside = { kind: "unsure", text: "" };
/** What is stored, where another figure is shown. */
export const otherwise = (stored: string): Beside => ({ kind: "otherwise", text: stored });

/** Everything there is, one under the other, in place of a text that is not seen at all: a row that is hidden. */
export const unseen = (kind: Beside["kind"], parts: readonly SeenText[]): readonly Beside[] =>
  parts.flatMap((part) => [
    ...(part.text.trim() === "" ? [] : [{ kind, text: part.text.trim() }]),
    ...(part.beside ?? []),
  ]);
