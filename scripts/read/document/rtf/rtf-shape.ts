/** A drawing of an RTF text that stands outside the cells: does it lie on them? RTF specification 1.9.1, "Drawing Objects". */
import type { Word } from "./rtf-tokens.ts";

export interface Shape {
  /** \shpwr: how the text runs around it; 3: it does not. */
  wrap: number;
  isBehind: boolean;
  isPicture: boolean;
  /** What it says is read apart. */
  hasText: boolean;
  /** Edges, in twips. */
  readonly edges: Record<string, number>;
}

const NO_WRAP = 3;
/** In twips, 5 cm: a smaller picture is a logo. */
const LARGEST_LOGO = 2_835;

export const createShape = (): Shape => ({
  wrap: NO_WRAP,
  isBehind: false,
  isPicture: false,
  hasText: false,
  edges: {},
});

export function noteShape(shape: Shape, { name, value }: Word): void {
  if (name === "shpwr") shape.wrap = value ?? NO_WRAP;
  else if (name === "shpfblwtxt") shape.isBehind = value !== 0;
  else if (name === "pict") shape.isPicture = true;
  else if (/^shp(?:left|top|right|bottom)$/.test(name)) shape.edges[name] = value ?? 0;
}

export function isLaidOver({ wrap, isBehind, isPicture, hasText, edges }: Shape): boolean {
  const { shpleft = 0, shpright = shpleft, shptop = 0, shpbottom = shptop } = edges;
  const isLogo = isPicture && Math.max(shpright - shpleft, shpbottom - shptop) <= LARGEST_LOGO;
  return wrap === NO_WRAP && !isBehind && !hasText && !isLogo;
}
