/** What is said of a text: by itself, by its styles, by those that these are based on. One cascade for .odt and for sheets. */
import { type Construct, type Ink, NAMES } from "./rule.ts";
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
  bold: own.bold ?? base.bold,
  ink: { ...base.ink, ...own.ink },
  isNumbered: own.isNumbered || base.isNumbered,
});

export const absenceOf = ({ unseen }: Pick<Said, "unseen">): readonly Construct[] =>
  unseen === undefined || unseen === "seen" ? [] : [NAMES[unseen]];

/** What it makes of all that it holds, struck out, hidden and moved texts with the rest. */
export const constructsOf = (said: Said): readonly Construct[] => [
  ...said.constructs,
  ...absenceOf(said),
  ...((said.position ?? "line") === "line" ? [] : [NAMES.moved]),
];

/** How a run looks. Whether its ink is seen depends on where it stands. */
export const lookOf = (
  { unseen, size, isNumbered: _, ...said }: Said,
  isLink: boolean,
): RunLook & Pick<Said, "ink"> => ({
  ...said,
  unseen: unseen === "seen" ? undefined : unseen,
  type: `${size} ${isLink}`,
});
