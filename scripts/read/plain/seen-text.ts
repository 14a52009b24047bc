/** The text of a paragraph or of a cell as a person sees it, and beside it what else stands there (Beside, in model/grid.ts). */
import type { Beside, Spot } from "../../model/grid.ts";

export interface SeenText {
  readonly text: string;
  /** In the order of the text; absent when there is nothing. */
  readonly beside?: readonly Beside[];
  /** All of it is. */
  readonly bold?: boolean | undefined;
  readonly at?: Spot;
}

/** Blanks that are struck out or hidden say nothing. */
const isNothing = ({ kind, text }: Beside): boolean => kind !== "unplain" && text.trim() === "";

/** Without the blanks that are struck out or hidden. */
export function seenText(text: string, beside: readonly Beside[]): SeenText {
  const told = beside.filter((one) => !isNothing(one));
  return told.length > 0 ? { text, beside: told } : { text };
}

/** One under the other, as the paragraphs of a cell. */
export const joinLines = (parts: readonly SeenText[]): SeenText => ({
  ...seenText(
    parts.map((part) => part.text).join("\n"),
    parts.flatMap((part) => part.beside ?? []),
  ),
  bold: parts.every(({ text, bold }) => bold || text.trim() === "") || undefined,
});

/** The same text, with more beside it. */
export const withBeside = <T extends SeenText>(part: T, more: readonly Beside[]): T =>
  more.length > 0 ? { ...part, beside: [...(part.beside ?? []), ...more] } : part;
