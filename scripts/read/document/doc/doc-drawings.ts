/** What is drawn in a .doc over its text, and behind the text of all its pages. Format: [MS-DOC] 2.9.172 (OfficeArtContent), [MS-ODRAW] 2.2. */
import { viewOf } from "../../container/views.ts";

/** Bytes of one Spa: number of the shape, four edges, what the text does around it, number of texts. */
const SPA = 26;
const NO_WRAP = 3;

/** Places of the drawings that lie on the text: it does not run around them, nor do they stand behind it ([MS-DOC] 2.8.37, 2.9.253). */
export function placesLaidOver(plc: Uint8Array | undefined): readonly number[] {
  if (!plc || plc.length < 4) return [];
  const view = viewOf(plc);
  const count = Math.floor((plc.length - 4) / (4 + SPA));
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const flags = view.getUint16(4 * (count + 1) + SPA * i + 20, true);
    const isBehind = (flags & 0x4000) > 0;
    return ((flags >> 5) & 0xf) === NO_WRAP && !isBehind ? [view.getUint32(4 * i, true)] : [];
  });
}

const SHAPE = 0xf00a;
const SHAPE_PROPERTIES = 0xf00b;
/** Flag of the shape that lies behind all pages. */
const IS_BACKGROUND = 0x400;
const PROPERTY = 6;
const IS_LONG = 0x8000;
const DRAWN_TEXT = 0xc0;
const FILL_COLOUR = 0x181;
const WHITE = 0xffffff;

/** What the properties of the shapes of a .doc say: one after the other, with the record of each. `content`: part 50 of the FIB. */
function* propertiesIn(content: Uint8Array): Generator<Properties, void> {
  const view = viewOf(content);
  let isBackground = false;
  let at = 0;
  while (at + 8 <= content.length) {
    // A drawing stands after one byte that says where.
    if (at > 0 && (content[at] ?? 0) <= 1 && view.getUint16(at + 3, true) === 0xf002) at += 1;
    const head = view.getUint16(at, true);
    const type = view.getUint16(at + 2, true);
    const isContainer = (head & 0xf) === 0xf;
    const inside = at + 8;
    const length = isContainer ? 0 : view.getUint32(at + 4, true);
    at = inside + length;
    if (at > content.length) break;
    if (type === SHAPE && length >= 8) isBackground = (view.getUint32(inside + 4, true) & IS_BACKGROUND) > 0;
    if (type === SHAPE_PROPERTIES) yield { isBackground, ...propertiesOf(content.subarray(inside, at), head >> 4) };
  }
}

interface Properties {
  readonly isBackground: boolean;
  readonly fillColour: number | undefined;
  /** Drawn along a path, as Word's watermark is. */
  readonly drawnText: string;
}

/** Six bytes a property; what is longer stands after the last, in their order. */
function propertiesOf(record: Uint8Array, count: number): Omit<Properties, "isBackground"> {
  const view = viewOf(record);
  const values = new Map<number, number>();
  let drawnText = "";
  let after = PROPERTY * count;
  for (let at = 0; at < PROPERTY * count && at + PROPERTY <= record.length; at += PROPERTY) {
    const [name, value] = [view.getUint16(at, true), view.getUint32(at + 2, true)];
    values.set(name & 0x3fff, value);
    if ((name & IS_LONG) === 0) continue;
    if ((name & 0x3fff) === DRAWN_TEXT)
      [drawnText = ""] = new TextDecoder("utf-16le").decode(record.subarray(after, after + value)).split("\0");
    after += value;
  }
  return { fillColour: values.get(FILL_COLOUR), drawnText };
}

/** Is a colour behind the text of the pages, which Word shows or not? */
export const isPageColoured = (content: Uint8Array | undefined): boolean =>
  content !== undefined &&
  propertiesIn(content).some(
    ({ isBackground, fillColour }) => isBackground && fillColour !== undefined && (fillColour & WHITE) !== WHITE,
  );

/** Texts drawn along a path, each once: one stands in the header of several pages. */
export const drawnTexts = (content: Uint8Array | undefined): readonly string[] =>
  content === undefined
    ? []
    : [...new Set(propertiesIn(content).map(({ drawnText }) => drawnText.trim()))].filter((text) => text !== "");
