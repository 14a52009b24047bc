/** How the characters of a .doc look: their modifications, upon those of their styles. Format: [MS-DOC] 2.6.1 (character properties), 2.9.43 (COLORREF). */
import { viewOf } from "../../container/views.ts";
import { BLACK, type Rgb } from "../../contract/contrast.ts";
import type { Look } from "../../seen/seen-text.ts";
import { CLOSEST, lookOf as lookInInk, movedBy, type TextFormat } from "../ink.ts";
import { PEN_COLOURS } from "../pen-colours.ts";
import { forEachSprm } from "./doc-sprms.ts";

export interface CharacterFormat extends TextFormat {
  /** null: the usual one. */
  readonly colour: Rgb | null;
  readonly size: number;
  /** Number in the table of fonts. */
  readonly font: number | null;
  /** What is behind it; undefined: nothing of its own; null: it cannot be told. */
  readonly ground: Rgb | null | undefined;
  /** Over the black of a marker pen the usual colour stays black; over a black shade it turns white. */
  readonly isBlackedOut: boolean;
  /** The code stands for something else than a letter: a picture, a symbol. */
  readonly isSpecial: boolean;
  /** The symbol that stands there: its font and its code. */
  readonly symbol: { readonly font: number; readonly code: number } | null;
}

export const PLAIN_CHARACTER: CharacterFormat = {
  colour: null,
  size: 20,
  font: null,
  ground: undefined,
  isBlackedOut: false,
  isSpecial: false,
  symbol: null,
};

/** sprmCIco and sprmCHighlight: colours by number; 0: the usual one. */
const COLOURS: readonly (Rgb | null)[] = [null, ...PEN_COLOURS.values()];

/** Number of the style of characters that a list applies; undefined: none. */
export function characterStyle(list: Uint8Array): number | undefined {
  let style: number | undefined;
  forEachSprm(list, (code, operand) => {
    if (code === 0x4a30 && operand.length === 2) style = viewOf(operand).getUint16(0, true);
  });
  return style;
}

/** The format of a style, or of a text, changed by a list of modifications. */
export function changedBy(list: Uint8Array, base: CharacterFormat): CharacterFormat {
  let format = base;
  const change = (what: Partial<CharacterFormat>): void => {
    format = { ...format, ...what };
  };
  forEachSprm(list, (code, operand) => {
    const value = operand[0] ?? 0;
    const view = viewOf(operand);
    /** 0 and 1; 0x80: as the style has it, 0x81: the contrary. */
    const toggled = (styled = false): boolean => (value === 0x80 ? styled : value === 0x81 ? !styled : value === 1);
    switch (code) {
      case 0x083c: // CFVanish
        return change({ isHidden: toggled(base.isHidden) });
      case 0x0818: // CFSpecVanish
        return change({ isSpecHidden: toggled(base.isSpecHidden) });
      case 0x0837: // CFStrike
        return change({ isStruck: toggled(base.isStruck) });
      case 0x2a53: // CFDStrike
        return change({ isStruckTwice: toggled(base.isStruckTwice) });
      case 0x0800: // CFRMarkDel
        return change({ isDeleted: value === 1 });
      case 0x2a48: // CIss
        return change({ position: value === 1 ? "raised" : value === 2 ? "lowered" : "baseline" });
      case 0x4845: // CHpsPos: by half-points
        if (operand.length === 2) change({ position: movedBy(view.getInt16(0, true)) });
        return;
      case 0x2a42: // CIco
        return change({ colour: COLOURS[value] ?? null });
      case 0x6870: // CCv
        if (operand.length === 4) change({ colour: colourOf(operand) });
        return;
      case 0x4a43: // CHps
        if (operand.length === 2) change({ size: view.getUint16(0, true) });
        return;
      case 0x4a4f: // CRgFtc0
        if (operand.length === 2) change({ font: view.getUint16(0, true) });
        return;
      case 0x4852: // CCharScale, in hundredths
        if (operand.length === 2) change({ scale: view.getUint16(0, true) });
        return;
      case 0x8840: // CDxaSpace, in twentieths of a point
        if (operand.length === 2) change({ isUnusual: view.getInt16(0, true) <= CLOSEST });
        return;
      case 0xca76: // CFitText
      case 0x085a: // CFBiDi
        return change({ isUnusual: code === 0xca76 || value === 1 });
      case 0x2a0c: // CHighlight
        return change({ ground: value === 0 ? undefined : (COLOURS[value] ?? null), isBlackedOut: value === 1 });
      case 0xca71: // CShd
        return change({ ground: shadeOf(operand) });
      case 0x4866: // CShd80
        return change({ ground: isShaded80(operand) ? null : undefined });
      case 0x0855: // CFSpec
        return change({ isSpecial: value === 1 });
      case 0x6a09: // CSymbol
        if (operand.length === 4)
          change({ symbol: { font: view.getUint16(0, true), code: view.getUint16(2, true) }, isSpecial: true });
        return;
    }
  });
  return format;
}

/** Red, green, blue, and 0xff for the usual colour. */
const colourOf = ([red = 0, green = 0, blue = 0, isUsual = 0]: Uint8Array): Rgb | null =>
  isUsual === 0xff ? null : [red, green, blue];

const SOLID = 1;

/** Shd: colour of the pattern, colour behind it, pattern (0: none). */
export function shadeOf(operand: Uint8Array): Rgb | null | undefined {
  if (operand.length < 10) return undefined;
  const pattern = viewOf(operand).getUint16(8, true);
  if (pattern === 0xffff) return undefined;
  if (pattern === SOLID) return colourOf(operand.subarray(0, 4)) ?? BLACK;
  return pattern === 0 ? (colourOf(operand.subarray(4, 8)) ?? undefined) : null;
}

/** Shd80: five bits for each colour, six for the pattern. */
export const isShaded80 = (operand: Uint8Array): boolean => {
  if (operand.length < 2) return false;
  const shade = viewOf(operand).getUint16(0, true);
  const behind = (shade >> 5) & 0x1f;
  return shade !== 0 && shade !== 0xffff && !(shade >> 10 === 0 && (behind === 0 || behind === 8));
};

/** `behind`: what is behind the text; null: it cannot be told. */
export function lookOf(format: CharacterFormat, behind: Rgb | null): Look {
  const { colour, ground = behind } = format;
  return lookInInk({ ...format, isTransparent: format.isBlackedOut && !colour }, { colour, ground });
}
