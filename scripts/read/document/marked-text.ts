/** The runs of a paragraph, as Word's older formats (.rtf, .doc) tell them: their inks wait for the ground of the cell, which its row says. */
import type { Rgb } from "../contract/contrast.ts";
import { type Construct, isInkSeen, NAMES } from "../plain/rule.ts";
import type { SeenText } from "../plain/seen-text.ts";
import { createTextWriter, type RunLook } from "../plain/text-writer.ts";

/** What is behind a text; null: a pattern of which the colour is not known. */
export type Ground = Rgb | null;

/** `ink`: undefined for the usual one, which is seen on any ground. `ground`: undefined where it stands on its cell's. */
interface Run extends RunLook {
  readonly ink: Rgb | undefined;
  readonly ground: Ground | undefined;
}

export interface MarkedText extends SeenText {
  /** Colours of the runs that stand on the ground of their cell, or of the page. */
  readonly inks: readonly Rgb[];
}

/** What is to be said of inks on a ground. */
export const onGround = (inks: readonly Rgb[], ground: Ground): readonly Construct[] =>
  inks.every((ink) => isInkSeen({ ink, ground })) ? [] : [NAMES.ink];

export function createMarkedWriter() {
  const writer = createTextWriter();
  let inks: Rgb[] = [];
  return {
    ...writer,
    add: (text: string, { ink, ground, constructs, ...look }: Run): void => {
      const isUnseen = ink !== undefined && ground !== undefined && !isInkSeen({ ink, ground });
      if (ink && ground === undefined && text.trim() !== "" && !look.unseen) inks.push(ink);
      writer.add(text, { ...look, constructs: isUnseen ? [...constructs, NAMES.ink] : constructs });
    },
    /** The text so far, which the writer forgets. */
    take: (inTable: boolean): MarkedText => {
      const taken = { ...writer.take(inTable), inks };
      inks = [];
      return taken;
    },
  };
}
