/** The runs of a paragraph of Word: their inks wait for the ground of the cell, which its row says. */
import { type Construct, type Ink, isInkSeen, NAMES } from "../plain/rule.ts";
import type { SeenText } from "../plain/seen-text.ts";
import { createTextWriter, type RunLook } from "../plain/text-writer.ts";

/** `ink`: what the run says of it, on top of what its cell says. */
interface Run extends RunLook {
  readonly ink: Ink;
}

export interface MarkedText extends SeenText {
  /** Of its runs. */
  readonly inks: readonly Ink[];
}

/** What is to be said of the inks of runs that stand where there may be each of those. */
export const seenOn = (inks: readonly Ink[], places: readonly Ink[]): readonly Construct[] =>
  inks.every((ink) => places.every((place) => isInkSeen({ ...place, ...ink }))) ? [] : [NAMES.ink];

export function createMarkedWriter() {
  const writer = createTextWriter();
  let inks: Ink[] = [];
  return {
    ...writer,
    add: (text: string, { ink, ...look }: Run): void => {
      if (text.trim() !== "" && !look.unseen) inks.push(ink);
      writer.add(text, look);
    },
    /** The text so far, which the writer forgets. */
    take: (inTable: boolean): MarkedText => {
      const taken = { ...writer.take(inTable), inks };
      inks = [];
      return taken;
    },
  };
}
