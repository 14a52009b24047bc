/** The graphics state of a page: what `q` keeps and `Q` gives back. ISO 32000-1, 8.4. */
import { BLACK, parseHexColour, type Rgb } from "../../contract/contrast.ts";
import type { Area } from "./areas.ts";
import type { TextState } from "./glyphs.ts";
import type { Matrix } from "./matrix.ts";
import { OPS } from "./pdfjs.ts";
import { INITIAL_TEXT } from "./text-orders.ts";

export interface GraphicsState extends TextState {
  /** From the space in use to the page as shown. */
  ctm: Matrix;
  /** null: a pattern, whose colours are not known. */
  fill: Rgb | null;
  stroke: Rgb | null;
  /** A pattern that draws things of its own: text, a picture. */
  hasDrawnPattern: boolean;
  /** 0 transparent, 1 opaque; of the whole group that is being drawn, of what is filled, of what is stroked. */
  groupAlpha: number;
  fillAlpha: number;
  strokeAlpha: number;
  /** How it mixes with what is below: "source-over", "multiply"… */
  blend: string;
  /** A mask may hide part of what is drawn. */
  isMasked: boolean;
  /** What is drawn is itself such a mask, or a layer that is off: it is not seen. */
  isMask: boolean;
  clip: Area;
  lineWidth: number;
  /** Lines are drawn in pieces, or not at all. */
  isDashed: boolean;
}

export const initialState = (ctm: Matrix, clip: Area): GraphicsState => ({
  ...INITIAL_TEXT,
  ctm,
  fill: BLACK,
  stroke: BLACK,
  hasDrawnPattern: false,
  groupAlpha: 1,
  fillAlpha: 1,
  strokeAlpha: 1,
  blend: "source-over",
  isMasked: false,
  isMask: false,
  clip,
  lineWidth: 1,
  isDashed: false,
});

/** By name, the colour of a shading, about its middle; null: not known. */
export type ShadingColour = (name: string) => Rgb | null;

/** Follows an order that sets colours, transparency or the width of lines; any other is passed over. */
export function followColourOrder(
  order: number,
  args: readonly unknown[],
  state: GraphicsState,
  shadings: ShadingColour,
): void {
  switch (order) {
    case OPS.setFillRGBColor:
      state.fill = parseHexColour(String(args[0])) ?? null;
      state.hasDrawnPattern = false;
      break;
    case OPS.setStrokeRGBColor:
      state.stroke = parseHexColour(String(args[0])) ?? null;
      break;
    case OPS.setFillColorN:
      state.fill = args[0] === "Shading" ? shadings(String(args[1])) : null;
      state.hasDrawnPattern = args[0] === "TilingPattern" && drawsThings(args[2]);
      break;
    case OPS.setStrokeColorN:
      state.stroke = args[0] === "Shading" ? shadings(String(args[1])) : null;
      break;
    case OPS.setLineWidth:
      state.lineWidth = Number(args[0]);
      break;
    case OPS.setDash:
      state.isDashed = (args[0] as ArrayLike<number>).length > 0;
      break;
    case OPS.setGState:
      for (const [key, value] of args[0] as readonly (readonly [string, unknown])[]) {
        if (key === "ca") state.fillAlpha = Number(value);
        else if (key === "CA") state.strokeAlpha = Number(value);
        else if (key === "BM") state.blend = String(value);
        else if (key === "SMask") state.isMasked = value !== false;
        else if (key === "LW") state.lineWidth = Number(value);
      }
      break;
  }
}

/** A pattern of lines is a ground; one that holds text, pictures or curves may be a figure. */
const drawsThings = (orders: unknown): boolean => {
  const { fnArray = [] } = (orders ?? {}) as { readonly fnArray?: readonly number[] };
  return fnArray.some((order) => order === OPS.showText || PICTURES.includes(order));
};

/** The orders that paint a picture. */
export const PICTURES: readonly number[] = [
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
];

/** pdf.js's form of a shading that runs from one colour to another: the mean of its colours. Any other has none that is known. */
export function colourOfShading(shading: unknown): Rgb | null {
  const stops: unknown = Array.isArray(shading) ? shading[3] : null;
  if (!Array.isArray(stops)) return null;
  const colours = stops.flatMap((stop: unknown): Rgb[] => {
    const colour = Array.isArray(stop) ? parseHexColour(String(stop[1])) : undefined;
    return colour ? [colour] : [];
  });
  if (colours.length === 0) return null;
  const mean = (part: 0 | 1 | 2): number => colours.reduce((sum, colour) => sum + colour[part], 0) / colours.length;
  return [mean(0), mean(1), mean(2)];
}
