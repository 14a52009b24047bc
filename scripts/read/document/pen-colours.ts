/** The sixteen colours of Word's marker pen: .doc names them by their rank, from 1, and .docx by their names (ECMA-376 part 1, 17.18.40). */
import type { Rgb } from "../contract/contrast.ts";

export const PEN_COLOURS: ReadonlyMap<string, Rgb> = new Map([
  ["black", [0, 0, 0]],
  ["blue", [0, 0, 255]],
  ["cyan", [0, 255, 255]],
  ["green", [0, 255, 0]],
  ["magenta", [255, 0, 255]],
  ["red", [255, 0, 0]],
  ["yellow", [255, 255, 0]],
  ["white", [255, 255, 255]],
  ["darkBlue", [0, 0, 128]],
  ["darkCyan", [0, 128, 128]],
  ["darkGreen", [0, 128, 0]],
  ["darkMagenta", [128, 0, 128]],
  ["darkRed", [128, 0, 0]],
  ["darkYellow", [128, 128, 0]],
  ["darkGray", [128, 128, 128]],
  ["lightGray", [192, 192, 192]],
]);
