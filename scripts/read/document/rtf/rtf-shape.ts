/** A drawing of an RTF text that stands outside the cells: does it lie on them? RTF specification 1.9.1, "Drawing Objects". */
import { type Rgb, WHITE } from "../../contract/contrast.ts";
import type { Block } from "../document.ts";
import type { Ground } from "../ink.ts";
import { isBeyondPaper } from "../paragraph-limits.ts";
import { inDoubt, withoutText } from "../table-blocks.ts";
import type { Word } from "./rtf-tokens.ts";

export interface Shape {
  /** \shpwr: how the text runs around it; 3: it does not. */
  wrap: number;
  isBehind: boolean;
  isPicture: boolean;
  /** Anchored in a cell. */
  readonly isInCell: boolean;
  /** Names and values of its properties, one after the other: "fillColor10053171". */
  properties: string;
  /** Edges, in twips; of an old drawing, its place, its size, and the colours that it is filled with. */
  readonly words: Record<string, number>;
  /** Its text. */
  readonly blocks: Block[];
}

const NO_WRAP = 3;
/** In twips, 5 cm: a smaller picture is a logo. */
const LARGEST_LOGO = 2_835;

export const createShape = (isInCell = false): Shape => ({
  wrap: NO_WRAP,
  isBehind: false,
  isPicture: false,
  isInCell,
  properties: "",
  words: {},
  blocks: [],
});

export function noteShape(shape: Shape, { name, value }: Word): void {
  if (name === "shpwr") shape.wrap = value ?? NO_WRAP;
  else if (name === "shpfblwtxt") shape.isBehind = value !== 0;
  else if (name === "pict") shape.isPicture = true;
  else if (/^(?:shp(?:left|top|right|bottom)|dp(?:x|y|xsize|ysize|fill[bf]gc[rgb]|fillpat))$/.test(name))
    shape.words[name] = value ?? 0;
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
function edgesOf({ words }: Shape): Edges {
  const { dpx: left = 0, dpy: top = 0, dpxsize: width = 0, dpysize: height = 0 } = words;
  const { shpleft = left, shptop = top, shpright = shpleft + width, shpbottom = shptop + height } = words;
  return { left: shpleft, top: shptop, right: shpright, bottom: shpbottom };
}

export function isLaidOver(shape: Shape): boolean {
  const { left, top, right, bottom } = edgesOf(shape);
  const isLogo = shape.isPicture && Math.max(right - left, bottom - top) <= LARGEST_LOGO;
  return shape.wrap === NO_WRAP && !shape.isBehind && !shape.isInCell && !isLogo && !hasWords(shape);
}

/** A title, a letterhead: what is laid over a figure to show another one has none. */
const hasWords = ({ blocks }: Shape): boolean =>
  blocks.some((block) => block.kind === "table" || /\p{L}/u.test(block.text));

/** Its text, as it lets it be seen: not at all beyond the edge of the paper; perhaps on the colour of an old drawing, which is told after it. */
export function blocksIn(shape: Shape): readonly Block[] {
  const { left, top, right, bottom } = edgesOf(shape);
  if (shape.blocks.length > 0 && isBeyondPaper(left, top, right, bottom)) return [withoutText(shape.blocks, "hidden")];
  const { dpfillpat: pattern = 0, ...words } = shape.words;
  const isColoured = Object.entries(words).some(([name, level]) => name.startsWith("dpfill") && level < WHITE[0]);
  return isColoured || pattern > SOLID ? shape.blocks.map(inDoubt) : shape.blocks;
}
const SOLID = 1;

/** Blue, green and red, eight bits each, as one number; white where nothing is said. */
export function fillColour({ properties }: Pick<Shape, "properties">): Rgb {
  const written = /fillColor\s*(\d+)/.exec(properties)?.[1];
  if (written === undefined) return WHITE;
  const colour = Number(written);
  return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
}

/** What it has behind its text; undefined: nothing of its own; null: it cannot be told. */
export function fillOf(shape: Shape): Ground | undefined {
  if (/fFilled\s*0/.test(shape.properties)) return undefined;
  return /fillType\s*[1-9]|fillOpacity\s*\d/.test(shape.properties) ? null : fillColour(shape);
}
