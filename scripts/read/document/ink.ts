/** Is a run of a text seen as it is written? One rule for the formats of word processors, whatever each calls these properties. */
import { isFaint, type Rgb } from "../contract/contrast.ts";
import { type Look, TINIEST_TYPE } from "./seen-text.ts";

/** What is behind a text: a colour; null: it cannot be told. */
export type Ground = Rgb | null;

export interface Ink {
  readonly isHidden: boolean | undefined;
  /** Struck out; what is deleted under revision marks is shown so. */
  readonly isStruck: boolean | undefined;
  /** Transparent, under a marker pen of its own colour, or of letters so narrow that they are specks. */
  readonly isFaded: boolean | undefined;
  readonly points: number | undefined;
  /** None: the usual one, which is seen on any ground. */
  readonly colour: Rgb | null | undefined;
  readonly ground: Ground;
  /** Its letters one over the other, from right to left, hidden in some programs only. */
  readonly isUnusual: boolean | undefined;
}

/** Why it is not simply seen; null: it is. */
export function kindOfInk({ isHidden, isStruck, isFaded, points, colour, ground, isUnusual }: Ink): Look["kind"] {
  if (isHidden) return "hidden";
  if (isStruck) return "struck";
  const isSpeck = points !== undefined && points <= TINIEST_TYPE;
  if (isFaded || isSpeck || (colour && ground && isFaint(colour, ground))) return "faint";
  return isUnusual ? "unsure" : null;
}

/** In hundredths of their width: narrower than this, letters are specks. */
export const NARROWEST = 25;
/** In twentieths of a point: closer than this, letters lie one over the other. */
export const CLOSEST = -60;
