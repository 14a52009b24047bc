/** What is said of a text: by itself, by its styles, by those that these are based on, by what it stands in. One cascade for .docx and .odt, which only name it otherwise. */
import { type Construct, type Ink, isInkSeen, isSignFont, NAMES } from "./rule.ts";
import type { RunLook } from "./text-writer.ts";

export interface Said extends Omit<RunLook, "unseen" | "type"> {
  /** "seen": that is said too, on top of a text that is not. */
  readonly unseen?: "struck" | "hidden" | "seen" | undefined;
  readonly size?: string | undefined;
  readonly ink: Ink;
  /** Its paragraphs are numbered. */
  readonly isNumbered?: boolean | undefined;
}

/** What is said of the same text on top of its base. */
export const onBase = (base: Said, own: Said): Said => ({
  constructs: [...base.constructs, ...own.constructs],
  unseen: own.unseen ?? base.unseen,
  position: own.position ?? base.position,
  size: own.size ?? base.size,
  font: own.font ?? base.font,
  ink: { ...base.ink, ...own.ink },
  isNumbered: own.isNumbered || base.isNumbered,
});

export const absenceOf = ({ unseen }: Pick<Said, "unseen">): readonly Construct[] =>
  unseen === undefined || unseen === "seen" ? [] : [NAMES[unseen]];

/** Said by a style: struck out, hidden or in signs is a construct as another. */
export const asStyle = ({ unseen, font = "", ...said }: Said): Said => ({
  ...said,
  constructs: [...said.constructs, ...absenceOf({ unseen }), ...(isSignFont(font) ? [NAMES.font] : [])],
});

/** What it makes of all that it holds, struck out, hidden and moved texts with the rest. */
export const constructsOf = (said: Said): readonly Construct[] => [
  ...said.constructs,
  ...absenceOf(said),
  ...((said.position ?? "line") === "line" ? [] : [NAMES.moved]),
];

/** How a run looks where it stands. */
export function lookOf(
  { constructs, unseen, size, position, font, ink }: Said,
  around: Around,
  isLink: boolean,
): RunLook {
  const isSeen = around.inks.every((one) => isInkSeen({ ...one, ...ink }));
  return {
    constructs: [...constructs, ...(isSeen ? [] : [NAMES.ink])],
    unseen: unseen === "seen" ? undefined : unseen,
    type: `${size} ${isLink}`,
    position,
    font,
  };
}

export interface Around {
  /** Ink and ground that it may have, by the part of a table that it stands in: it must be seen with each. */
  readonly inks: readonly Ink[];
  readonly inTable: boolean;
  /** What is not plain of all that stands here. */
  readonly constructs: readonly Construct[];
}

/** The same, within what says this too. */
export const within = <A extends Around>(around: A, ink: Ink, constructs: readonly Construct[] = []): A => ({
  ...around,
  inks: around.inks.map((one) => ({ ...one, ...ink })),
  constructs: [...around.constructs, ...constructs],
});

/** More combinations than this are not looked at: tables in tables, of styles with a dozen parts. */
const MOST = 1_000;

/** The same, within a table of which each part says something else. */
export const withinParts = <A extends Around>(
  around: A,
  parts: readonly Ink[],
  constructs: readonly Construct[],
): A => ({
  ...around,
  inTable: true,
  inks: around.inks.flatMap((outer) => parts.map((part) => ({ ...outer, ...part }))).slice(0, MOST),
  constructs: [...around.constructs, ...constructs],
});
