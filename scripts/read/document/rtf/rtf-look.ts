/** How a run of an RTF text looks: its own character properties, its style's, and its colour on what is behind it. */
import { BLACK, type Rgb, WHITE } from "../../contract/contrast.ts";
import { CLOSEST, kindOfInk, NARROWEST } from "../ink.ts";
import { FURTHEST_LEFT, FURTHEST_RIGHT, LEAST_LINE } from "../paragraph-limits.ts";
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
  /** Number of its font. */
  readonly font?: number;
  /** Index of the colour of the marker pen: over its black the usual colour stays black; over a black shade it turns white. */
  readonly highlight?: number;
  /** Index of the colour behind the text; 0: none. */
  readonly background?: number;
}

/** What the paragraph says; \pard forgets it. */
export interface ParagraphFormat {
  readonly style?: number;
  /** Of its table. */
  readonly tableStyle?: number;
  /** From right to left, or in a frame of its own: a figure may stand elsewhere, or in another order. */
  readonly unusual?: boolean;
  readonly background?: number;
  readonly shade?: number;
  readonly shadeColour?: number;
  /** In twips: where its lines begin, and how much further its first one does; between its lines, below 0 where that is exact. */
  readonly left?: number;
  readonly first?: number;
  readonly lines?: number;
  readonly isListed?: boolean;
}

interface Style {
  readonly format: CharacterFormat;
  readonly paragraph: ParagraphFormat;
  readonly basedOn: number | undefined;
}

/** The style sheet and the table of colours, filled as they are read. */
export interface RtfStyles {
  readonly styles: Map<number, Style>;
  /** undefined: the usual colour. */
  readonly colours: (Rgb | undefined)[];
  /** What the page has behind its text: it is painted where the document is to be looked at so. */
  page: { readonly colour: Rgb; readonly isPainted: boolean };
}
export const createRtfStyles = (): RtfStyles => ({
  styles: new Map(),
  colours: [],
  page: { colour: WHITE, isPainted: false },
});

/** Under this number stands what the document says of all its characters (\defchp). */
export const DEFAULTS = -1;

/** What a style says, with those that it is based on. */
function styleOf(number: number | undefined, { styles }: RtfStyles): Pick<Style, "format" | "paragraph"> {
  let format: CharacterFormat = {};
  let paragraph: ParagraphFormat = {};
  const passed = new Set<number>();
  for (let at = number; at !== undefined && !passed.has(at); at = styles.get(at)?.basedOn) {
    passed.add(at);
    format = { ...styles.get(at)?.format, ...format };
    paragraph = { ...styles.get(at)?.paragraph, ...paragraph };
  }
  return { format, paragraph };
}

/** The paragraph with what its style says of it. */
export const wholeParagraph = (own: ParagraphFormat, styles: RtfStyles): ParagraphFormat => ({
  ...styleOf(own.style, styles).paragraph,
  ...own,
});

/** Where a frame stands, or how large it is. */
const FRAME = /^(?:pos(?:x[cilor]?|neg[xy]|y(?:t|il|b|c|in|out)?)|p[hv]pg|p[hv]mrg|phcol|abs[wh]|dropcapli)$/;

/** One control word about a paragraph; undefined: it is about something else. */
export function changeParagraph(
  paragraph: ParagraphFormat,
  { name, value }: { readonly name: string; readonly value: number | null },
): ParagraphFormat | undefined {
  if (name === "rtlpar" || (FRAME.test(name) && value !== 0)) return { ...paragraph, unusual: true };
  switch (name) {
    case "s":
      return { ...paragraph, style: value ?? 0 };
    case "yts":
      return { ...paragraph, tableStyle: value ?? 0 };
    case "cbpat":
      return { ...paragraph, background: value ?? 0 };
    case "shading":
      return { ...paragraph, shade: value ?? 0 };
    case "cfpat":
      return { ...paragraph, shadeColour: value ?? 0 };
    case "li":
    case "lin":
      return { ...paragraph, left: value ?? 0 };
    case "fi":
      return { ...paragraph, first: value ?? 0 };
    case "sl":
      return { ...paragraph, lines: value ?? 0 };
    case "ls":
      return { ...paragraph, isListed: value !== 0 };
    default:
      return undefined;
  }
}

const isSetOtherwise = ({ unusual, left = 0, first = 0, lines = 0 }: ParagraphFormat): boolean =>
  unusual === true ||
  left + first < FURTHEST_LEFT ||
  left + first > FURTHEST_RIGHT ||
  (lines < 0 && lines > -LEAST_LINE);

/** One control word about characters; undefined: it is about something else. */
export function changeFormat(
  format: CharacterFormat,
  { name, value }: { readonly name: string; readonly value: number | null },
  styles: RtfStyles,
): CharacterFormat | undefined {
  const on = value !== 0;
  switch (name) {
    case "cs":
      return { ...format, ...styleOf(value ?? 0, styles).format };
    case "v":
      return { ...format, hidden: on };
    case "spv":
      return { ...format, specHidden: on };
    case "expnd":
      return { ...format, unusual: (value ?? 0) <= CLOSEST / TWIPS_PER_QUARTER_POINT };
    case "expndtw":
      return { ...format, unusual: (value ?? 0) <= CLOSEST };
    case "horzvert":
      return { ...format, unusual: true };
    case "twoinone":
    case "fittext":
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
    case "f":
      return { ...format, font: value ?? 0 };
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

const TWIPS_PER_QUARTER_POINT = 5;
/** Index of the colour of a shade that names none: black, on which the usual ink turns white. */
export const AUTOMATIC_SHADE = -1;
/** In ten thousandths: a shade of its own colour. */
export const SOLID = 9_500;

/** Where a run stands. */
interface Place {
  readonly format: CharacterFormat;
  readonly paragraph: ParagraphFormat;
  /** Index of the colour of the cell, 0 for none; null when it cannot be told. */
  readonly cellColour: number | null;
}

/** Of a document that says none, in half-points. */
const USUAL_SIZE = 24;

/** `font`: its number; undefined: the document's own. */
export function lookOf(place: Place, styles: RtfStyles): Look & { readonly size: number; readonly font?: number } {
  const { format, paragraph } = wholeOf(place, styles);
  return {
    ...sightOf({ ...place, format, paragraph }, styles),
    size: format.size ?? USUAL_SIZE,
    ...(format.font !== undefined && { font: format.font }),
  };
}

/** What the text and its paragraph say, with what their styles and the document do. */
function wholeOf({ format: own, paragraph: written }: Place, styles: RtfStyles): Pick<Place, "format" | "paragraph"> {
  const paragraph = wholeParagraph(written, styles);
  const format = {
    ...styleOf(DEFAULTS, styles).format,
    ...styleOf(paragraph.tableStyle, styles).format,
    ...styleOf(paragraph.style, styles).format,
    ...own,
  };
  return { format, paragraph };
}

function sightOf({ format, paragraph, cellColour }: Place, styles: RtfStyles): Look {
  const { position = "baseline" } = format;
  const shaded = shadeOf(format) ?? (format.background ? undefined : shadeOf(paragraph));
  const behind =
    format.highlight ||
    (shaded === undefined ? format.background || paragraph.background || cellColour : shaded.colour);
  const { colour = 0, size, scale = 100, highlight } = format;
  const { colours, page } = styles;
  const kind = kindOfInk({
    isHidden: format.hidden,
    isStruck: format.struck || format.deleted,
    isFaded: scale < NARROWEST,
    points: size && size / 2,
    colour: colours[colour] ?? (highlight ? BLACK : undefined),
    ground:
      behind === null
        ? null
        : behind === AUTOMATIC_SHADE
          ? BLACK
          : (colours[behind] ?? (page.isPainted ? page.colour : WHITE)),
    isUnusual: format.specHidden || format.unusual || isSetOtherwise(paragraph),
  });
  return { kind, position };
}

/** Of a shade: its colour, null when it cannot be told; undefined: there is none. */
const shadeOf = ({ shade = 0, shadeColour }: Pick<CharacterFormat, "shade" | "shadeColour">) =>
  shade > 0 ? { colour: shade >= SOLID ? shadeColour || AUTOMATIC_SHADE : null } : undefined;
