/** Wraps pdf-lib for custody: what stamp.ts needs of it, and text as the face of the bulletin can write it. */

import {
  beginText,
  endText,
  PDFDocument,
  type PDFFont,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  popGraphicsState,
  pushGraphicsState,
  rotateAndSkewTextRadiansAndTranslate,
  setFillingRgbColor,
  setFontAndSize,
  setGraphicsState,
  showText,
} from "@cantoo/pdf-lib";
import * as fontkit from "fontkit";
import { readFace } from "./face.ts";

export { PDFName, type PDFOperator } from "@cantoo/pdf-lib";
export { PDFDocument, type PDFFont };

/** The face of the bulletin's headings; in the file, as PDF/A and PDF/UA want it, the glyphs that are used. */
export function embedFace(document: PDFDocument): Promise<PDFFont> {
  document.registerFontkit(fontkit);
  // without ligatures: "ff" of a hash is read, and copied, as two letters
  return document.embedFont(readFace(), { subset: true, features: { liga: false } });
}

export const millimetres = (mm: number): number => (mm * 72) / 25.4;

/** Letters that Unicode takes for whole, and not for another with a stroke. */
const STRUCK: ReadonlyMap<string, string> = new Map(
  Object.entries({ Ł: "L", ł: "l", Đ: "D", đ: "d", Ħ: "H", ħ: "h", Ŧ: "T", ŧ: "t", ı: "i" }),
);

/**
 * Text as the font can write it: French is whole; "č" becomes "c", "ł" "l"; what has no near letter, "?".
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
      const bare = STRUCK.get(character) ?? character.normalize("NFKD").replace(/\p{M}/gu, "");
      return bare !== "" && [...bare].every(held) ? bare : "?";
    })
    .join("");
}

/** Largest size, at most `size`, at which the text is no wider than `width` points. */
export const fittingSize = (text: string, font: PDFFont, size: number, width: number): number =>
  Math.min(size, (size * width) / Math.max(font.widthOfTextAtSize(text, size), 1));

/** A text of a page's content stream; lengths in points, from the lower left corner. */
interface ArtifactText {
  readonly subtype: "Watermark" | "Footer";
  readonly text: string;
  readonly font: PDFFont;
  /** Names of the font, and of the graphics state if any, in the page's resources. */
  readonly fontName: PDFName;
  readonly stateName?: PDFName;
  readonly size: number;
  /** 0 black, 1 white. */
  readonly grey: number;
  readonly x: number;
  readonly y: number;
  /** Radians, anticlockwise. */
  readonly angle: number;
}

/** Operators that draw it outside the tagged structure. Source: ISO 32000-1, 14.8.2.2.2, pagination artifacts. */
export const artifactText = (a: ArtifactText): readonly PDFOperator[] => [
  PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [
    PDFName.of("Artifact"),
    `<</Type /Pagination /Subtype /${a.subtype}>>`,
  ]),
  pushGraphicsState(),
  ...(a.stateName ? [setGraphicsState(a.stateName)] : []),
  setFillingRgbColor(a.grey, a.grey, a.grey), // the one colour space that the file says how to show
  beginText(),
  setFontAndSize(a.fontName, a.size),
  rotateAndSkewTextRadiansAndTranslate(a.angle, 0, 0, a.x, a.y),
  showText(a.font.encodeText(a.text)),
  endText(),
  popGraphicsState(),
  PDFOperator.of(PDFOperatorNames.EndMarkedContent),
];
