/** How a run of an RTF text looks: its own character properties, its style's, and its colour on what is behind it. */
import { BLACK, isFaint, type Rgb, TINIEST_POINTS, WHITE } from "../../contract/contrast.ts";
import type { Look } from "../seen-text.ts";

/** What the text says of itself; undefined: its paragraph's style decides. */
export interface CharacterFormat {
  readonly hidden?: boolean;
  /** Hidden as the mark of a paragraph is: of a text, it cannot be told. */
  readonly specHidden?: boolean;
  /** Its letters lie one over the other, or two by two. */
  readonly unusual?: boolean;
  /** Of the shade behind the text: how much of it is its own colour, in ten thousandths, and that colour. */
  readonly shade?: number;
  readonly shadeColour?: number;
  /** Width of the letters, in hundredths. */
  readonly scale?: number;
  readonly struck?: boolean;
  /** Deleted under revision marks: shown struck out. */
  readonly deleted?: boolean;
  readonly position?: "raised" | "lowered" | "baseline";
  /** Index in the table of colours; 0: the usual one. */
  readonly colour?: number;
  /** In half-points. */
  readonly size?: number;
  /** Index of the colour of the marker pen: over its black the usual colour stays black; over a black shade it turns white. */
  readonly highlight?: number;
  /** Index of the colour behind the text; 0: none. */
  readonly background?: number;
}

/** What the paragraph says; \pard forgets it. */
export interface ParagraphFormat {
  readonly style?: number;
  /** From right to left, or in a frame of its own: a figure may stand elsewhere, or in another order. */
  readonly unusual?: boolean;
  readonly background?: number;
}

interface Style {
  readonly format: CharacterFormat;
  readonly basedOn: number | undefined;
}

/** The style sheet and the table of colours, filled as they are read. */
export interface RtfStyles {
  readonly styles: Map<number, Style>;
  /** undefined: the usual colour. */
  readonly colours: (Rgb | undefined)[];
}
export const createRtfStyles = (): RtfStyles => ({ styles: new Map(), colours: [] });

/** The format of a style, with those that it is based on. */
function styleFormat(number: number | undefined, { styles }: RtfStyles): CharacterFormat {
  let format: CharacterFormat = {};
  const passed = new Set<number>();
  for (let at = number; at !== undefined && !passed.has(at); at = styles.get(at)?.basedOn) {
    passed.add(at);
    format = { ...styles.get(at)?.format, ...format };
  }
  return format;
}

/** One control word about characters; undefined: it is about something else. */
export function changeFormat(
  format: CharacterFormat,
  { name, value }: { readonly name: string; readonly value: number | null },
  styles: RtfStyles,
): CharacterFormat | undefined {
  const on = value !== 0;
  switch (name) {
    case "cs":
      return { ...format, ...styleFormat(value ?? 0, styles) };
    case "v":
      return { ...format, hidden: on };
    case "spv":
      return { ...format, specHidden: on };
    case "expnd":
      return { ...format, unusual: (value ?? 0) <= CLOSEST / TWIPS_PER_QUARTER_POINT };
    case "expndtw":
      return { ...format, unusual: (value ?? 0) <= CLOSEST };
    case "twoinone":
      return { ...format, unusual: on };
    case "chshdng":
      return { ...format, shade: value ?? 0 };
    case "chcfpat":
      return { ...format, shadeColour: value ?? 0 };
    case "charscalex":
      return { ...format, scale: value ?? 100 };
    case "strike":
    case "striked":
      return { ...format, struck: on };
    case "deleted":
      return { ...format, deleted: on };
    case "super":
      return { ...format, position: on ? "raised" : "baseline" };
    case "sub":
      return { ...format, position: on ? "lowered" : "baseline" };
    case "up":
      return { ...format, position: (value ?? 6) > 0 ? "raised" : "baseline" };
    case "dn":
      return { ...format, position: (value ?? 6) > 0 ? "lowered" : "baseline" };
    case "nosupersub":
      return { ...format, position: "baseline" };
    case "cf":
      return { ...format, colour: value ?? 0 };
    case "fs":
      return { ...format, size: value ?? 24 };
    case "highlight":
      return { ...format, highlight: value ?? 0 };
    case "cb":
    case "chcbpat":
      return { ...format, background: value ?? 0 };
    default:
      return undefined;
  }
}

/** In twentieths of a point: closer than this, letters lie one over the other. */
const CLOSEST = -60;
const TWIPS_PER_QUARTER_POINT = 5;
/** In ten thousandths: a shade of its own colour. */
/** Index of the colour of a shade that names none: black, on which the usual ink turns white. */
export const AUTOMATIC_SHADE = -1;
export const SOLID = 9_500;

/** Where a run stands. */
interface Place {
  readonly format: CharacterFormat;
  readonly paragraph: ParagraphFormat;
  /** Index of the colour of the cell, 0 for none; null when it cannot be told. */
  readonly cellColour: number | null;
}

export function lookOf({ format: own, paragraph, cellColour }: Place, styles: RtfStyles): Look {
  const format = { ...styleFormat(paragraph.style, styles), ...own };
  const { position = "baseline" } = format;
  const shaded = format.shade ? (format.shade >= SOLID ? format.shadeColour || AUTOMATIC_SHADE : null) : undefined;
  const behind =
    format.highlight || (shaded === undefined ? format.background || paragraph.background || cellColour : shaded);
  if (format.hidden) return { kind: "hidden", position };
  if (format.struck || format.deleted) return { kind: "struck", position };
  if (canHardlyBeSeen(format, behind, styles)) return { kind: "faint", position };
  return { kind: format.specHidden || format.unusual || paragraph.unusual ? "unsure" : null, position };
}

/** Letters narrower than this, in hundredths of their width, are specks. */
const NARROWEST = 10;

/** `behind`: index of the colour behind the text; null when it cannot be told. */
function canHardlyBeSeen(
  { colour = 0, size, scale = 100, highlight }: CharacterFormat,
  behind: number | null,
  { colours }: RtfStyles,
): boolean {
  if ((size !== undefined && size / 2 <= TINIEST_POINTS) || scale < NARROWEST) return true;
  const text = colours[colour] ?? (highlight ? BLACK : undefined);
  return (
    text !== undefined &&
    behind !== null &&
    isFaint(text, behind === AUTOMATIC_SHADE ? BLACK : (colours[behind] ?? WHITE))
  );
}
