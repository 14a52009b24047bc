/** Wraps pdf-lib for custody: what stamp.ts and form.ts need of it, and French text in its built-in fonts. */
import { type PDFFont, StandardFonts } from "@cantoo/pdf-lib";

export {
  beginText,
  endText,
  grayscale,
  PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  popGraphicsState,
  pushGraphicsState,
  rotateAndSkewTextRadiansAndTranslate,
  setFillingGrayscaleColor,
  setFontAndSize,
  setGraphicsState,
  showText,
} from "@cantoo/pdf-lib";
export type { PDFFont };
export const REGULAR = StandardFonts.Helvetica;
export const BOLD = StandardFonts.HelveticaBold;

export const millimetres = (mm: number): number => (mm * 72) / 25.4;

/**
 * Text as the built-in fonts (WinAnsi: Windows-1252) can write it: French is whole; "č" becomes "c"; what has no near letter, "?".
 * Control characters and bidirectional marks are dropped: they would not be seen, only deceive.
 */
export function writable(text: string, font: PDFFont): string {
  const known = new Set(font.getCharacterSet());
  const held = (character: string): boolean => known.has(character.codePointAt(0) ?? 0);
  return [
    ...text
      .normalize("NFC")
      .replace(/[\u202f\u2009]/g, "\u00a0")
      .replace(/\u2212/g, "-"),
  ]
    .map((character) => {
      if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character)) return character === "\n" || character === "\t" ? " " : "";
      if (held(character)) return character;
      const bare = character.normalize("NFKD").replace(/\p{M}/gu, "");
      return bare !== "" && [...bare].every(held) ? bare : "?";
    })
    .join("");
}

/** Largest size, at most `size`, at which the text is no wider than `width` points. */
export const fittingSize = (text: string, font: PDFFont, size: number, width: number): number =>
  Math.min(size, (size * width) / Math.max(font.widthOfTextAtSize(text, size), 1));
