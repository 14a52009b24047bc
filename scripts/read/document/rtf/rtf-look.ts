/** How a run of an RTF text looks: its own character properties, its style's, and its colour on what is behind it. */
import { BLACK, isFaint, type Rgb, WHITE } from "../../contract/contrast.ts";
import { lookOf as lookInInk } from "../ink.ts";
import { isOutOfCell, LEAST_LINE } from "../paragraph-limits.ts";
import type { Look } from "../seen-text.ts";
import { type CharacterFormat, type ParagraphFormat, saidOfCharacters, saidOfParagraph } from "./rtf-properties.ts";
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

const isSetOtherwise = ({ isUnusual, left = 0, first = 0, lines = 0 }: ParagraphFormat): boolean =>
  isUnusual === true || isOutOfCell(left + first, true) || (lines < 0 && lines > -LEAST_LINE);

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
  /** Number of the style of its table, where the paragraph says none. */
  readonly tableStyle?: number | undefined;
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

function sightOf({ format, paragraph, cellColour }: Place, styles: RtfStyles, table = NO_STYLE_SAID): Look {
  const shaded = shadeOf(format) ?? (format.background ? undefined : shadeOf(paragraph));
  const behind =
    format.highlight ||
    (shaded === undefined ? format.background || paragraph.background || cellColour : shaded.colour);
  const { colour = 0, highlight } = format;
  const { colours, page } = styles;
  const isOnTable = behind === 0 && table.shades.length > 0;
  const own = colours[colour];
  const isLikeShade = isOnTable && own !== undefined && table.shades.some((one) => isFaint(own, colours[one] ?? WHITE));
  const isUnusual = format.isUnusual || table.isDoubtful || isLikeShade || isSetOtherwise(paragraph);
  return lookInInk(
    { ...format, isUnusual },
    {
      colour: own ?? (highlight ? BLACK : undefined),
      ground:
        behind === null || isOnTable
          ? null
          : behind === AUTOMATIC_SHADE
            ? BLACK
            : (colours[behind] ?? (page.isPainted ? page.colour : WHITE)),
    },
  );
}

/** Of a part of a table, does its style let see the text as it is written? */
export const isSeenOtherwise = (format: CharacterFormat, shade: number | undefined, styles: RtfStyles): boolean => {
  const { kind, position } = sightOf({ format, paragraph: {}, cellColour: shade ?? 0 }, styles);
  return kind !== null || position !== "baseline";
};

/** Of a shade: its colour, null when it cannot be told; undefined: there is none. */
const shadeOf = ({ shade = 0, shadeColour }: Pick<CharacterFormat, "shade" | "shadeColour">) =>
  shade > 0 ? { colour: shade >= SOLID ? shadeColour || AUTOMATIC_SHADE : null } : undefined;
