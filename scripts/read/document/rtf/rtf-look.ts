/** How a run of an RTF text looks: its own character properties, its style's, and its colour on what is behind it. */
import { BLACK, isFaint, type Rgb, WHITE } from "../../contract/contrast.ts";
import type { Look } from "../../seen/seen-text.ts";
import { type Ground, lookOf as lookInInk, mixed } from "../ink.ts";
import { isOutAtRight, isOutOfCell, LEAST_LINE } from "../paragraph-limits.ts";
import {
  type CharacterFormat,
  type ParagraphFormat,
  type Shade,
  saidOfCharacters,
  saidOfParagraph,
} from "./rtf-properties.ts";
import type { Word } from "./rtf-tokens.ts";

interface Style {
  readonly format: CharacterFormat;
  readonly paragraph: ParagraphFormat;
  readonly basedOn?: number | undefined;
  /** Of a table: indexes of the colours that it puts behind some of its cells, or all. */
  readonly shades: readonly number[];
  /** Of a table: it hides or strikes out the text of some of its cells. */
  readonly isDoubtful: boolean;
}

export const NO_STYLE_SAID: Style = { format: {}, paragraph: {}, shades: [], isDoubtful: false };

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
function styleOf(number: number | undefined, { styles }: RtfStyles): Style {
  let { format, paragraph, shades, isDoubtful } = NO_STYLE_SAID;
  const passed = new Set<number>();
  for (let at = number; at !== undefined && !passed.has(at); at = styles.get(at)?.basedOn) {
    passed.add(at);
    const style = styles.get(at) ?? NO_STYLE_SAID;
    format = { ...style.format, ...format };
    paragraph = { ...style.paragraph, ...paragraph };
    shades = [...shades, ...style.shades];
    isDoubtful ||= style.isDoubtful;
  }
  return { format, paragraph, shades, isDoubtful };
}

/** The paragraph with what its style says of it. */
export const wholeParagraph = (own: ParagraphFormat, styles: RtfStyles): ParagraphFormat => ({
  ...styleOf(own.style, styles).paragraph,
  ...own,
});

/** One control word about a paragraph; undefined: it is about something else. */
export const changeParagraph = (paragraph: ParagraphFormat, word: Word): ParagraphFormat | undefined => {
  const said = saidOfParagraph(word);
  return said && { ...paragraph, ...said };
};

/** One control word about characters; undefined: it is about something else. */
export function changeFormat(format: CharacterFormat, word: Word, styles: RtfStyles): CharacterFormat | undefined {
  const said = word.name === "cs" ? styleOf(word.value ?? 0, styles).format : saidOfCharacters(word);
  return said && { ...format, ...said };
}

const isSetOtherwise = (
  { isReversed, isFramed, left = 0, first = 0, right = 0, isAtRight, lines = 0 }: ParagraphFormat,
  inTable: boolean,
): boolean =>
  isReversed === true ||
  (inTable && isFramed === true) ||
  isOutOfCell(left + first, inTable) ||
  (isAtRight === true && isOutAtRight(-right)) ||
  (lines < 0 && lines > -LEAST_LINE);

/** Where a run stands. */
interface Place {
  readonly format: CharacterFormat;
  readonly paragraph: ParagraphFormat;
  readonly isInTable: boolean;
  /** Behind the cell; null when it cannot be told. */
  readonly cell: Shade | null;
  /** Number of the style of its table, where the paragraph says none. */
  readonly tableStyle?: number | undefined;
  /** What the text box around has behind its text; undefined: the page, as elsewhere. */
  readonly ground?: Ground | undefined;
}

/** Of a document that says none, in half-points. */
const USUAL_SIZE = 24;

/** `font`: its number; undefined: the document's own. */
export function lookOf(place: Place, styles: RtfStyles): Look & { readonly size: number; readonly font?: number } {
  const { format, paragraph } = wholeOf(place, styles);
  const table = styleOf(place.paragraph.tableStyle ?? place.tableStyle, styles);
  return {
    ...sightOf({ ...place, format, paragraph }, styles, table),
    size: format.size ?? USUAL_SIZE,
    ...(format.font !== undefined && { font: format.font }),
  };
}

/** What the text and its paragraph say, with what their styles and the document do. */
function wholeOf(
  { format: own, paragraph: written, tableStyle }: Place,
  styles: RtfStyles,
): Pick<Place, "format" | "paragraph"> {
  const paragraph = wholeParagraph(written, styles);
  const format = {
    ...styleOf(DEFAULTS, styles).format,
    ...styleOf(paragraph.tableStyle ?? tableStyle, styles).format,
    ...styleOf(paragraph.style, styles).format,
    ...own,
  };
  return { format, paragraph };
}

function sightOf(
  { format, paragraph, isInTable, cell, ground: around }: Place,
  styles: RtfStyles,
  table = NO_STYLE_SAID,
): Look {
  const { colour = 0, highlight } = format;
  const { colours, page } = styles;
  const layers = [{ background: highlight ?? 0 }, format, paragraph].map((one) => groundOf(one, styles));
  const own = layers.find((ground) => ground !== undefined);
  const behind = own === undefined && cell ? groundOf(cell, styles) : own;
  const isOnTable = behind === undefined && cell !== null && table.shades.length > 0;
  const ink = colours[colour];
  const isLikeShade = isOnTable && ink !== undefined && table.shades.some((one) => isFaint(ink, colours[one] ?? WHITE));
  const isUnusual = format.isUnusual || table.isDoubtful || isLikeShade || isSetOtherwise(paragraph, isInTable);
  const isUnknown = behind === undefined && (cell === null || isOnTable);
  const ofPage = page.isPainted ? page.colour : WHITE;
  const usual = around === undefined ? ofPage : around;
  return lookInInk(
    { ...format, isUnusual },
    {
      colour: ink ?? (highlight ? BLACK : undefined),
      ground: isUnknown ? null : behind === undefined ? usual : behind,
    },
  );
}

/** Of a part of a table, does its style let see the text as it is written? */
export const isSeenOtherwise = (format: CharacterFormat, shade: number | undefined, styles: RtfStyles): boolean => {
  const { kind, position } = sightOf(
    { format, paragraph: {}, isInTable: true, cell: { background: shade ?? 0 } },
    styles,
  );
  return kind !== null || position !== "baseline";
};

/** What a shade paints; null when it cannot be told; undefined: there is none. One that names no colour is black, on which the usual ink turns white. */
function groundOf({ shade = 0, shadeColour = 0, background = 0 }: Shade, { colours }: RtfStyles): Ground | undefined {
  if (shade <= 0) return background > 0 ? colours[background] : undefined;
  const dots = shadeColour > 0 ? colours[shadeColour] : BLACK;
  return mixed(dots, background > 0 ? colours[background] : WHITE, shade / 10_000);
}
