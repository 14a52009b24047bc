/** What an HTML element and all that stands in it look like. */
import { BLACK, isFaint, type Rgb, WHITE } from "../../contract/contrast.ts";
import { type Look, lookAbove, TINIEST_TYPE } from "../../seen/seen-text.ts";
import { NO_VARIABLES, type Variables } from "./html-cascade.ts";

export interface Visual {
  /** Not shown, nor anything in it. */
  readonly hidden: boolean;
  /** Not shown, but a part of it may be: visibility. */
  readonly invisible: boolean;
  readonly struck: boolean;
  readonly position: Look["position"];
  /** null: it cannot be told. */
  readonly colour: Rgb | null;
  readonly ground: Rgb | null;
  /** 0 transparent, 1 opaque. */
  readonly opacity: number;
  /** Of the type, in points. */
  readonly size: number;
  readonly font: string;
  /** What is drawn may be another text: turned, mirrored, moved. */
  readonly unsure: boolean;
  /** Not in the line of the text: in a field, as one of the texts that it offers, or the one that it shows; a small text above another. */
  readonly apart: boolean | "shown" | "above";
  /** Line ends of the source are line ends. */
  readonly keepsLines: boolean;
  /** Blanks end no line. */
  readonly keepsOneLine: boolean;
  /** A text longer than this, in points, is cut off; null: none is. */
  readonly cutAt: number | null;
  /** Within a link. */
  readonly isLink: boolean;
  /** What is declared and not computed here, which may draw anything: "text-shadow". */
  readonly strange: readonly string[];
  readonly variables: Variables;
}

export const PAGE: Visual = {
  hidden: false,
  invisible: false,
  struck: false,
  position: "baseline",
  colour: BLACK,
  ground: WHITE,
  opacity: 1,
  size: 12,
  font: "",
  unsure: false,
  apart: false,
  keepsLines: false,
  keepsOneLine: false,
  cutAt: null,
  isLink: false,
  strange: [],
  variables: NO_VARIABLES,
};

/** `text`: what is written there. */
export function lookOf(visual: Visual, text = ""): Look {
  const { hidden, invisible, struck, position, colour, ground, opacity, size, unsure, apart, isLink } = visual;
  if (hidden || invisible) return { kind: "hidden", position };
  if (struck) return { kind: "struck", position };
  if (visual.cutAt !== null && widthOf(text, visual) > visual.cutAt) return { kind: "covered", position };
  const faint = size <= TINIEST_TYPE || opacity < FAINTEST_OPACITY || (colour && ground && isFaint(colour, ground));
  const look = { kind: faint ? "faint" : unsure ? "unsure" : null, position, type: { size, isLink } } as const;
  if (apart === "above") return lookAbove(look, text);
  return apart ? { ...look, kind: look.kind ?? "other" } : look;
}

/** In points, of what stands on one line: a character is about half as wide as it is high. */
function widthOf(text: string, { size, keepsOneLine }: Visual): number {
  const parts = keepsOneLine ? [text.trim()] : text.trim().split(/\s+/);
  return (Math.max(...parts.map((part) => part.length)) * size) / 2;
}

const FAINTEST_OPACITY = 0.15;

export const isSameLook = (a: Visual, b: Visual): boolean => {
  const [one, other] = [lookOf(a), lookOf(b)];
  return one.kind === other.kind && one.position === other.position;
};
