/**
 * The annotations of a page, as pdf.js lists them: what they draw is among the page's orders; here is what they say without
 * drawing it, and what they do to the text below. ISO 32000-1, 12.5.
 */
import { areaOfBox, type Box, boxOf } from "./areas.ts";
import type { Picture } from "./marks.ts";
import { apply, type Matrix, type Point } from "./matrix.ts";
import type { Cover, Stroke } from "./painting.ts";

export interface Annotation {
  readonly id?: unknown;
  readonly subtype?: unknown;
  readonly annotationFlags?: unknown;
  readonly rect?: unknown;
  readonly quadPoints?: unknown;
  readonly contentsObj?: unknown;
  readonly fieldType?: unknown;
  readonly backgroundColor?: unknown;
  readonly fieldValue?: unknown;
}

export interface Noted {
  readonly strokes: readonly Stroke[];
  readonly covers: readonly Cover[];
  readonly pictures: readonly Picture[];
  readonly links: readonly Box[];
  /** Filled-in form fields: their text is not in the page. */
  readonly fields: number;
}

/** Flags of what the screen does not show: hidden, to be printed only (12.5.3; "invisible" is said of unknown kinds alone). */
const OFF = 2 | 32;
/** A window that opens, a link, a field: nothing said of the page. */
const SILENT: readonly unknown[] = ["Link", "Popup", "Widget"];

/** `viewport`: from the page's space to the page as shown. `spoken`: those whose words are drawn. */
export function readAnnotations(
  annotations: readonly Annotation[],
  viewport: Matrix,
  spoken: ReadonlySet<string>,
): Noted {
  const shown = annotations.filter(({ annotationFlags }) => (Number(annotationFlags) & OFF) === 0);
  const order = Number.POSITIVE_INFINITY; // above all that is drawn
  return {
    strokes: shown
      .filter(({ subtype }) => subtype === "StrikeOut")
      .flatMap((annotation) => boxesOf(annotation, viewport))
      .map(({ x0, x1, y0, y1 }) => {
        return { from: [x0, (y0 + y1) / 2], to: [x1, (y0 + y1) / 2], order, isOfPage: false };
      }),
    covers: shown
      // what one marks is to be deleted; a button has a ground of its own
      .filter(
        ({ subtype, fieldType, backgroundColor }) => subtype === "Redact" || (fieldType === "Btn" && backgroundColor),
      )
      .flatMap((annotation) => boxesOf(annotation, viewport))
      .map((box) => ({ order, area: areaOfBox(box), colour: null, alpha: 1, isOpaque: true })),
    pictures: shown
      .filter(({ subtype, id }) => !SILENT.includes(subtype) && !spoken.has(String(id)))
      .flatMap((annotation) => {
        const text = wordsOf(annotation);
        const box = boxOf(boxesOf(annotation, viewport).flatMap(cornersOf));
        return text === "" ? [] : [{ text, box }];
      }),
    links: shown.filter(({ subtype }) => subtype === "Link").flatMap((annotation) => boxesOf(annotation, viewport)),
    fields: shown.filter(isFilledField).length,
  };
}

const isFilledField = ({ subtype, fieldType, fieldValue }: Annotation): boolean =>
  subtype === "Widget" &&
  fieldType !== "Btn" &&
  [fieldValue].flat().some((value) => typeof value === "string" && value.trim() !== "");

const wordsOf = ({ contentsObj }: Annotation): string => {
  const { str } = (contentsObj ?? {}) as { readonly str?: unknown };
  return typeof str === "string" ? str.trim() : "";
};

/** One for each line of text that is marked, or that of the annotation itself. */
function boxesOf({ quadPoints, rect }: Annotation, viewport: Matrix): readonly Box[] {
  const numbers = (list: unknown): readonly number[] => Array.from((list ?? []) as ArrayLike<number>);
  const boxes = (list: readonly number[], length: number): readonly Box[] =>
    Array.from({ length: Math.floor(list.length / length) }, (_, i) => {
      const part = list.slice(i * length, (i + 1) * length);
      const points = Array.from(
        { length: length / 2 },
        (_, n): Point => apply(viewport, part[2 * n] ?? 0, part[2 * n + 1] ?? 0),
      );
      return boxOf(points);
    });
  const quads = boxes(numbers(quadPoints), 8);
  return quads.length > 0 ? quads : boxes(numbers(rect), 4);
}

const cornersOf = ({ x0, y0, x1, y1 }: Box): readonly Point[] => [
  [x0, y0],
  [x1, y1],
];
