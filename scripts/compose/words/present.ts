/** Parts of the document: lists of which some are there and others not; a paragraph, a plain point. */
import type { Block, Point } from "../../model/document/bulletin.ts";

/** One of them, several, or none. */
export type Maybe<T> = T | readonly T[] | false | null | undefined | "";

/** present("a", isLong && "b", ["c", "d"]) => "a", "b" if it is long, "c", "d" */
export const present = <T>(...items: readonly Maybe<T>[]): readonly T[] =>
  items.flatMap((item) =>
    item === false || item === null || item === undefined || item === "" ? [] : (item as T | readonly T[]),
  );

/** The blocks and points that sections are made of. */
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });

/** A point of page one that is tied to no test. */
export const plainPoint = (tag: string, text: string, lead = ""): Point => ({ tag, mark: null, lead, text });
