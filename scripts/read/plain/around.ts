/** What a text stands in: tables, sections, cells. What is said of these is said of the text, where the text says nothing itself. */
import type { Construct, Ink } from "./rule.ts";

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
