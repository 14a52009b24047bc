/** Is an element one that a selector means? From the element itself to those before and above it. Selectors Level 4, 17. */
import { anyOf, type Match } from "./match.ts";

/** What a selector can ask of an element. */
export interface Styled {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly parent: Styled | null;
  /** The element just before it, of the same parent. */
  readonly previous: Styled | null;
  /** Rank among the children of its parent, from 1. */
  readonly rank: number;
}

/** How many comparisons are left for the page; real pages take a few a cell. */
export interface Effort {
  left: number;
}
export const createEffort = (): Effort => ({ left: 5_000_000 });

export type Condition = (element: Styled, effort: Effort) => Match;

export interface Compound {
  readonly conditions: readonly Condition[];
  /** How it is joined to the compound at its left: " ", ">", "+" or "~". */
  readonly joint: string;
}

/** `compounds`: from right to left, the element itself first. */
export const matchSelector = (compounds: readonly Compound[], element: Styled, effort: Effort): Match =>
  matchFrom(compounds, 0, element, effort);

/** The compound at `index` against the element, then those at its left against what stands before or above it. */
function matchFrom(compounds: readonly Compound[], index: number, element: Styled, effort: Effort): Match {
  const compound = compounds[index];
  if (!compound) return "yes";
  if (--effort.left < 0) return "maybe";
  let own: Match = "yes";
  for (const condition of compound.conditions) {
    const match = condition(element, effort);
    if (match === "no") return "no";
    if (match === "maybe") own = "maybe";
  }
  if (index === compounds.length - 1) return own;
  const left = matchLeft(compound.joint, element, (one) => matchFrom(compounds, index + 1, one, effort));
  return left === "yes" ? own : left;
}

function matchLeft(joint: string, { parent, previous }: Styled, match: (one: Styled) => Match): Match {
  switch (joint) {
    case ">":
      return parent ? match(parent) : "no";
    case "+":
      return previous ? match(previous) : "no";
    case "~":
      return bestOf(previous, (sibling) => sibling.previous, match);
    default:
      return bestOf(parent, (above) => above.parent, match);
  }
}

/** The best match of an element and of those that follow it on the way. */
function bestOf(first: Styled | null, next: (one: Styled) => Styled | null, match: (one: Styled) => Match): Match {
  let found: Match = "no";
  for (let at = first; at && found !== "yes"; at = next(at)) found = anyOf([found, match(at)]);
  return found;
}
