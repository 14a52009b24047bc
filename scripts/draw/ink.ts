/** What every drawing is made of: colours, thin lines and words, as SVG. */
import { escapeXml } from "../model/text/xml.ts";
import type { Box, Point } from "./room.ts";

/**
 * Colours by what they are used for: variables of the page, so that one drawing serves light, dark and print; the value after the comma serves
 * elsewhere. No meaning rests on a colour alone: words and shapes carry it.
 */
export const INK = {
  ink: "var(--chart-ink,#1c1d21)",
  muted: "var(--chart-muted,#5b5f69)",
  line: "var(--chart-line,#d4d7dd)",
  accent: "var(--chart-accent,#15397f)",
  band: "var(--chart-band,#d5dae4)",
  /** Of the earlier quarters. */
  pastBand: "var(--chart-past-band,#eff1f4)",
  paper: "var(--chart-paper,#fff)",
} as const;
export type Colour = (typeof INK)[keyof typeof INK];

/** 12.340000001 => 12.3: a tenth of a unit is finer than any printer. */
export const round = (value: number): number => Math.round(value * 10) / 10 || 0;

/** "M1 2L3 4M7 8": broken where a point is not known, and before these indices. */
export const pathThrough = (points: readonly (Point | null)[], cuts: readonly number[] = []): string =>
  points.map((p, i) => p && `${points[i - 1] && !cuts.includes(i) ? "L" : "M"}${round(p.x)} ${round(p.y)}`).join("");

export const stroke = (d: string, colour: Colour, width: number, dash = ""): string =>
  d &&
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${dash && ` stroke-dasharray="${dash}"`}/>`;

/** Boxes of one colour, as one element. */
export const fill = (boxes: readonly Box[], colour: Colour): string =>
  boxes.length === 0 ? "" : `<path d="${boxes.map(outline).join("")}" fill="${colour}"/>`;
const outline = ({ left, top, right, bottom }: Box): string =>
  `${pathThrough([
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ])}z`;

/** Of every word of a drawing: eight points at least where it is printed. */
export const FONT_SIZE = 8.5;

/** Advance widths of Source Sans 3: digits are tabular. Close enough to lay out; the anchors of SVG do the rest. */
export function textWidth(text: string): number {
  let em = 0;
  for (const c of text)
    em += /\d/.test(c) ? 0.497 : /[\s.,:;'’il|!]/.test(c) ? 0.25 : /[A-ZÀ-Þmw]/.test(c) ? 0.62 : 0.5;
  return em * FONT_SIZE;
}

/** @param at the middle of their height. @param anchor which of their ends stands there */
export function words(
  text: string,
  at: Point,
  colour: Colour,
  anchor: "start" | "middle" | "end" = "start",
  isBold = false,
): string {
  const look = `${isBold ? ' font-weight="600"' : ""}${anchor === "start" ? "" : ` text-anchor="${anchor}"`}`;
  const y = round(at.y + 0.33 * FONT_SIZE); // half the height of a digit
  return `<text x="${round(at.x)}" y="${y}" font-size="${FONT_SIZE}"${look} fill="${colour}">${escapeXml(text)}</text>`;
}
