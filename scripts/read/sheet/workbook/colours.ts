/** Colours of a workbook: of its palette, of its theme, lighter or darker (ECMA-376 part 1, 18.8.3, 18.8.27 and 20.1.6.2). */
import { BLACK, parseHexColour, type Rgb, WHITE } from "../../contract/contrast.ts";

const PALETTE =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333";

const colours = (list: string): readonly Rgb[] => list.split(" ").map((hex) => parseHexColour(hex) ?? BLACK);

/** Colours 0 to 7 are the first eight of the palette; it begins at 8. */
export const DEFAULT_PALETTE: readonly Rgb[] = colours(PALETTE);

/** Colour of an index: 65 is that of the window, any other from 64 on is automatic: null. */
export const indexedColour = (index: number, palette: readonly Rgb[]): Rgb | null =>
  index === 65 ? WHITE : ((index < 8 ? DEFAULT_PALETTE[index] : palette[index - 8]) ?? null);

/** Light, dark, light, dark, then the accents: the order in which a cell names them. */
export const DEFAULT_THEME: readonly Rgb[] = colours(
  "FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080",
);

/** -1 black, 0 as it is, 1 white. */
export const tinted = (colour: Rgb, tint: number): Rgb => {
  const part = (value: number): number => Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint);
  return [part(colour[0]), part(colour[1]), part(colour[2])];
};
