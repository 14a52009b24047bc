/** A drawing of an RTF text that stands outside the cells: does it lie on them? RTF specification 1.9.1, "Drawing Objects". */
import { type Rgb, WHITE } from "../../contract/contrast.ts";
import type { Ground } from "../ink.ts";
import type { Word } from "./rtf-tokens.ts";

export interface Shape {
  /** \shpwr: how the text runs around it; 3: it does not. */
  wrap: number;
  isBehind: boolean;
  isPicture: boolean;
  /** What it says is read apart. */
  hasText: boolean;
  /** Anchored in a cell. */
  readonly isInCell: boolean;
  /** Names and values of its properties, one after the other: "fillColor10053171". */
  properties: string;
  /** Edges, in twips. */
  readonly edges: Record<string, number>;
}

const NO_WRAP = 3;
/** In twips, 5 cm: a smaller picture is a logo. */
const LARGEST_LOGO = 2_835;

export const createShape = (isInCell = false): Shape => ({
  wrap: NO_WRAP,
  isBehind: false,
  isPicture: false,
  hasText: false,
  isInCell,
  properties: "",
  edges: {},
});

export function noteShape(shape: Shape, { name, value }: Word): void {
  if (name === "shpwr") shape.wrap = value ?? NO_WRAP;
  else if (name === "shpfblwtxt") shape.isBehind = value !== 0;
  else if (name === "pict") shape.isPicture = true;
  else if (/^shp(?:left|top|right|bottom)$/.test(name)) shape.edges[name] = value ?? 0;
}

export function isLaidOver({ wrap, isBehind, isPicture, hasText, isInCell, edges }: Shape): boolean {
  const { shpleft = 0, shpright = shpleft, shptop = 0, shpbottom = shptop } = edges;
  const isLogo = isPicture && Math.max(shpright - shpleft, shpbottom - shptop) <= LARGEST_LOGO;
  return wrap === NO_WRAP && !isBehind && !hasText && !isInCell && !isLogo;
}

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
