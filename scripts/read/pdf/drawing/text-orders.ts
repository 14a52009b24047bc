/** The orders that set where and how text is shown. ISO 32000-1, 9.3 (text state) and 9.4.2 (text position). */

import { type Font, NO_FONT } from "./fonts.ts";
import type { TextState } from "./glyphs.ts";
import { IDENTITY, type Matrix } from "./matrix.ts";
import { OPS } from "./pdfjs.ts";

export const INITIAL_TEXT: TextState = {
  text: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  leading: 0,
  font: NO_FONT,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  rise: 0,
  mode: 0,
};

/** Follows one order; any that does not set text is passed over. */
export function followTextOrder(order: number, args: readonly unknown[], state: TextState, fonts: FontsByName): void {
  const a = (args[0] ?? 0) as number;
  const b = (args[1] ?? 0) as number;
  switch (order) {
    case OPS.beginText:
      startText(state, IDENTITY);
      break;
    case OPS.setTextMatrix:
      startText(state, textMatrix(args));
      break;
    case OPS.moveText:
      moveText(state, a, b);
      break;
    case OPS.setLeadingMoveText:
      state.leading = b;
      moveText(state, a, b);
      break;
    case OPS.setLeading:
      state.leading = -a;
      break;
    case OPS.nextLine:
      moveText(state, 0, state.leading);
      break;
    case OPS.setCharSpacing:
      state.charSpacing = a;
      break;
    case OPS.setWordSpacing:
      state.wordSpacing = a;
      break;
    case OPS.setHScale:
      state.scale = a / 100;
      break;
    case OPS.setTextRise:
      state.rise = a;
      break;
    case OPS.setTextRenderingMode:
      state.mode = a;
      break;
    case OPS.setFont:
      setFont(state, fonts(String(args[0])), b);
      break;
    case OPS.setGState:
      for (const [key, value] of args[0] as readonly (readonly [string, readonly [string, number]])[])
        if (key === "Font") setFont(state, fonts(value[0]), value[1]);
      break;
  }
}

export type FontsByName = (name: string) => Font;

function startText(state: TextState, text: Matrix): void {
  Object.assign(state, { text, x: 0, y: 0, lineX: 0, lineY: 0 });
}

function moveText(state: TextState, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

function setFont(state: TextState, font: Font, size: number): void {
  state.font = font;
  state.size = size;
}

/** pdf.js gives the six numbers as one array within the arguments, or as the arguments themselves. */
const textMatrix = (args: readonly unknown[]): Matrix =>
  (typeof args[0] === "number" ? args : Array.from(args[0] as ArrayLike<number>)) as unknown as Matrix;
