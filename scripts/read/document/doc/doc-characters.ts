/** What the modifications of a .doc say of its characters. Format: [MS-DOC] 2.6.1 (sprms of characters), 2.9.43 (COLORREF), 2.9.247 (Shd). */
import { viewOf } from "../../container/views.ts";
import { BLACK, mixed, type Rgb } from "../../contract/contrast.ts";
import { constructOfSprm, UNSEEN } from "../../plain/doc-sprms.ts";
import type { RunLook } from "../../plain/text-writer.ts";
import type { Ground } from "../marked-text.ts";
import { PEN_COLOURS } from "../pen-colours.ts";
import { forEachSprm } from "./doc-sprm-list.ts";

export interface Characters extends RunLook {
  /** In half-points. */
  readonly size: number;
  /** Number in the table of fonts. */
  readonly fontNumber: number;
  readonly ink: Rgb | undefined;
  readonly ground: Ground | undefined;
  /** The code stands for something else than a letter: a picture, a symbol. */
  readonly isSpecial: boolean;
  /** Code of the symbol that stands there. */
  readonly symbol: number | undefined;
}

/** sprmCIco and sprmCHighlight: colours by number; 0: the usual one. */
const COLOURS: readonly (Rgb | undefined)[] = [undefined, ...PEN_COLOURS.values()];
/** Half-points: a text moved by a point is on its line, as programs set type. */
const ON_THE_LINE = 2;
const heightNamed = (above: number): RunLook["position"] => (above > 0 ? "raised" : above < 0 ? "lowered" : "line");
const TOGGLED_AS_STYLE = 0x80;
const TOGGLED_AGAINST_STYLE = 0x81;

/** `list`: of the styles, the farthest first, then of the text itself. */
export function charactersOf(list: Uint8Array): Characters {
  const constructs = new Map<number, string>();
  let [ink, pen, shade, symbol]: [Rgb?, Rgb?, Ground?, number?] = [];
  let [size, fontNumber, isSpecial, position]: [number, number, boolean, RunLook["position"]] = [20, -1, false, "line"];
  forEachSprm(list, (code, operand) => {
    const value = operand[0] ?? 0;
    const short = operand.length >= 2 ? viewOf(operand).getInt16(0, true) : value;
    if (code === 0x2a42)
      ink = COLOURS[value]; // CIco
    else if (code === 0x6870)
      ink = colourOf(operand); // CCv
    else if (code === 0x4a43)
      size = short; // CHps
    else if (code === 0x4a4f)
      fontNumber = short; // CRgFtc0
    else if (code === 0x2a48)
      position = heightNamed(value === 1 ? 1 : value === 2 ? -1 : 0); // CIss
    else if (code === 0x4845)
      position = heightNamed(Math.abs(short) > ON_THE_LINE ? short : 0); // CHpsPos
    else if (code === 0x2a0c)
      pen = COLOURS[value]; // CHighlight
    else if (code === 0xca71)
      shade = shadeOf(operand); // CShd
    else if (code === 0x4866)
      shade = shadeOf80(operand); // CShd80
    else if (code === 0x0855)
      isSpecial = value === 1; // CFSpec
    else if (code === 0x6a09) symbol = viewOf(operand).getUint16(2, true); // CSymbol
    const isToggle = operand.length === 1 && value >= TOGGLED_AS_STYLE;
    if (isToggle && value === TOGGLED_AS_STYLE) return;
    const isOff = isToggle && value === TOGGLED_AGAINST_STYLE && constructs.has(code);
    const construct = isOff ? "" : constructOfSprm(code, operand);
    if (construct === "") constructs.delete(code);
    else constructs.set(code, construct);
  });
  return {
    constructs: [...constructs].flatMap(([code, construct]) => (UNSEEN.has(code) ? [] : construct)),
    unseen: [...constructs.keys()].map((code) => UNSEEN.get(code)).find(Boolean),
    position,
    size,
    fontNumber,
    // Over the black of a marker pen the usual ink stays black; over a black shade it turns white.
    ink: ink ?? (pen ? BLACK : undefined),
    ground: pen ?? shade,
    isSpecial: isSpecial || symbol !== undefined,
    symbol,
  };
}

/** Red, green, blue, and 0xff for the usual colour. */
const colourOf = ([red = 0, green = 0, blue = 0, isUsual = 0]: Uint8Array): Rgb | undefined =>
  isUsual === 0xff ? undefined : [red, green, blue];

/** Hundredths of dots by the number of a pattern: none, solid, then in its first dozen; hatched lines follow. */
const DOTS = [0, 100, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90];
const FINER_DOTS_FROM = 35;
const FINER_DOTS = [2.5, 7.5, 12.5, 15, 17.5, 22.5, 27.5, 32.5, 35, 37.5, 42.5, 45, 47.5];

/** Shd: colour of the pattern, colour behind it, pattern. */
export function shadeOf(operand: Uint8Array): Ground | undefined {
  if (operand.length < 10) return undefined;
  const pattern = viewOf(operand).getUint16(8, true);
  if (pattern === 0xffff) return undefined;
  const behind = colourOf(operand.subarray(4, 8));
  const dots = DOTS[pattern] ?? FINER_DOTS[pattern - FINER_DOTS_FROM];
  return dots === 0 ? behind : dots === undefined ? null : mixed(colourOf(operand.subarray(0, 4)), behind, dots / 100);
}

/** Shd80: five bits for each colour, six for the pattern. */
export function shadeOf80(operand: Uint8Array): Ground | undefined {
  if (operand.length < 2) return undefined;
  const shade = viewOf(operand).getUint16(0, true);
  if (shade === 0 || shade === 0xffff) return undefined;
  const behind = COLOURS[(shade >> 5) & 0x1f];
  const dots = DOTS[shade >> 10];
  return dots === 0 ? behind : dots === undefined ? null : mixed(COLOURS[shade & 0x1f], behind, dots / 100);
}
