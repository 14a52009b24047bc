/** Is a run of a text seen as it is written? One rule for the formats of word processors, whatever each calls these properties. */
import { isFaint, type Rgb } from "../contract/contrast.ts";
import { type Look, TINIEST_TYPE } from "../seen/seen-text.ts";

/** What is behind a text: a colour; null: it cannot be told. */
export type Ground = Rgb | null;

/** What a format says of a text, in the words of all of them. Not said: as the style has it, then as most texts are. */
export interface TextFormat {
  readonly isHidden?: boolean | undefined;
  /** Hidden as the mark of a paragraph is: of a text, programs differ. */
  readonly isSpecHidden?: boolean | undefined;
  readonly isStruck?: boolean | undefined;
  readonly isStruckTwice?: boolean | undefined;
  /** Under revision marks: shown struck out. */
  readonly isDeleted?: boolean | undefined;
  readonly isTransparent?: boolean | undefined;
  /** Its letters one over the other, upside down, from right to left. */
  readonly isUnusual?: boolean | undefined;
  /** Width of its letters, in hundredths. */
  readonly scale?: number | undefined;
  /** In half-points. */
  readonly size?: number | undefined;
  readonly position?: Look["position"] | undefined;
}

/** Dots of one colour on another, of which they take a share; undefined: a colour that cannot be told. */
export const mixed = (dots: Rgb | undefined, ground: Rgb | undefined, share: number): Ground => {
  if (!dots || !ground) return null;
  const part = (at: 0 | 1 | 2): number => Math.round(share * dots[at] + (1 - share) * ground[at]);
  return [part(0), part(1), part(2)];
};

/** `colour`: none for the usual one, which is seen on any ground. */
export interface Ink {
  readonly colour: Rgb | null | undefined;
  readonly ground: Ground;
}

export const lookOf = (format: TextFormat, ink: Ink): Look => ({
  kind: kindOf(format, ink),
  position: format.position ?? "baseline",
});

/** Why it is not simply seen; null: it is. */
function kindOf(format: TextFormat, { colour, ground }: Ink): Look["kind"] {
  const { size = Number.POSITIVE_INFINITY, scale = 100 } = format;
  if (format.isHidden) return "hidden";
  if (format.isStruck || format.isStruckTwice || format.isDeleted) return "struck";
  if (format.isTransparent || scale < NARROWEST || size <= 2 * TINIEST_TYPE) return "faint";
  if (colour && ground && isFaint(colour, ground)) return "faint";
  return format.isUnusual || format.isSpecHidden ? "unsure" : null;
}

/** Less than that off its line, in half-points, a text is on it: moved by a point, as programs set type. */
const ON_THE_LINE = 2;
/** Where a text moved by half-points, above 0 upwards, stands. */
export const movedBy = (halfPoints: number): Look["position"] =>
  halfPoints > ON_THE_LINE ? "raised" : halfPoints < -ON_THE_LINE ? "lowered" : "baseline";

/** In hundredths of their width: narrower than this, letters are specks. */
export const NARROWEST = 25;
/** In twentieths of a point: closer than this, letters lie one over the other. */
export const CLOSEST = -60;
