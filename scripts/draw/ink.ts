/** How words and thin lines are drawn over a chart. */
import type { Point } from "./room.ts";

/** Of every word of a drawing: eight points at least where it is printed. */
export const FONT_SIZE = 8.5;
export const FONT = '"Source Sans 3", sans-serif';
export const font = (weight: 400 | 600): string => `${weight} ${FONT_SIZE}px ${FONT}`;

/** A thin line of some shade, from one point to another. */
export function rule(ctx: CanvasRenderingContext2D, colour: string, from: Point, to: Point): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 0.7;
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

export interface Look {
  readonly colour: string;
  readonly weight: 400 | 600;
  readonly align: CanvasTextAlign;
}
export function write(ctx: CanvasRenderingContext2D, text: string, at: Point, look: Look): void {
  ctx.fillStyle = look.colour;
  ctx.font = font(look.weight);
  ctx.textAlign = look.align;
  ctx.textBaseline = "middle";
  ctx.fillText(text, at.x, at.y);
}
