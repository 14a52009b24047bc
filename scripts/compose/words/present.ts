/** Parts of the document: lists of which some are there and others not; a paragraph, a plain point, a finding. */
import type { Block } from "../../model/document/bulletin.ts";
import type { Finding } from "../../model/document/finding.ts";
import type { Point } from "../../model/document/front-page.ts";

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

/** What a sentence says. @param parts that it has: a way, a degree, a number */
export const finding = (of: Finding["of"], subject: string, parts: Partial<Finding> = {}): Finding => ({
  ...{ of, subject, direction: null, degree: null, number: null },
  ...parts,
});
