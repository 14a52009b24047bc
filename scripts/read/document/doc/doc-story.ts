/** One story of a .doc (body, page header, page footer): its characters, one by one -> blocks. Format: [MS-DOC] 2.4.1 (text), 2.4.6 (fields). */
import type { Beside } from "../../../model/grid.ts";
import { viewOf } from "../../container/views.ts";
import { isFaint, type Rgb, WHITE } from "../../contract/contrast.ts";
import { NUMBER_SIGN, withMarker } from "../../seen/list-marker.ts";
import { createTextWriter, type Look, type SeenText } from "../../seen/seen-text.ts";
import { besideSymbol, lookInFont } from "../../seen/symbol-fonts.ts";
import type { Block } from "../document.ts";
import { createFlow, type Flow } from "../document-flow.ts";
import { setIn } from "../paragraph-limits.ts";
import { createFields } from "../word-fields.ts";
import { type CharacterFormat, lookOf } from "./doc-look.ts";
import { type ParagraphProperties, PLAIN_PARAGRAPH } from "./doc-properties.ts";
import type { PropertyRun } from "./doc-runs.ts";
import type { DocStyles } from "./doc-styles.ts";

/** A stretch of text: characters `from`–`to` (excluded) of the document stand at `offset` in the main stream. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** Bytes a character: 1 (Windows-1252) or 2 (UTF-16). */
  readonly width: 1 | 2;
  /** Modifications of all its characters, over their own. */
  readonly list: Uint8Array;
}

export interface DocSource {
  readonly main: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly paragraphs: readonly PropertyRun<ParagraphProperties>[];
  /** Lists of modifications. */
  readonly characters: readonly PropertyRun<Uint8Array>[];
  readonly styles: DocStyles;
  readonly fonts: readonly string[];
  /** Behind the text of the pages, where Word is told to show it; undefined: nothing. */
  readonly page: Rgb | undefined;
}

/** Runs by byte offset; the last one found is tried first, as text is read in order. */
function createLookup<T>(runs: readonly PropertyRun<T>[], none: T): (offset: number) => T {
  let at = 0;
  return (offset) => {
    const holds = (run: PropertyRun<T> | undefined): boolean =>
      run !== undefined && run.from <= offset && offset < run.to;
    if (!holds(runs[at])) at = holds(runs[at + 1]) ? at + 1 : runs.findIndex(holds);
    if (at < 0) at = 0;
    const run = runs[at];
    return run && holds(run) ? run.properties : none;
  };
}

/** Signs that are not text: 0x1e a non-breaking hyphen, 0x0b a line break, 0x09 a tab; the others of 0x00–0x1f are left out. */
const SIGNS: Readonly<Record<number, string>> = { 9: "\t", 11: "\n", 30: "-" };
const CELL_MARK = 0x07;
const PARAGRAPH_MARKS: readonly number[] = [0x0c, 0x0d];
const FIELD_BEGIN = 0x13;
const FIELD_SEPARATOR = 0x14;
const FIELD_END = 0x15;

/** What a special character stands for. */
const PAGE_NUMBER = 0x00;
const PICTURE = 0x01;
const NOTE_MARK = 0x02;
const DRAWING = 0x08;
const SYMBOL = 0x28;

interface Place {
  readonly piece: Piece;
  readonly cp: number;
}
const offsetOf = ({ piece, cp }: Place): number => piece.offset + (cp - piece.from) * piece.width;

const codeAt = (main: DataView, place: Place): number =>
  place.piece.width === 2 ? main.getUint16(offsetOf(place), true) : main.getUint8(offsetOf(place));

function* placesOf({ pieces }: DocSource, from: number, to: number): Generator<Place> {
  for (const piece of pieces)
    for (let cp = Math.max(from, piece.from); cp < Math.min(to, piece.to); cp++) yield { piece, cp };
}

const NO_LIST = new Uint8Array();
const NOTHING = new Uint8Array();

export function readStory(
  source: DocSource,
  { from, to, name }: { readonly from: number; readonly to: number; readonly name?: string },
): readonly Block[] | string {
  const flow = createFlow(name);
  const writer = createTextWriter();
  const paragraphAt = createLookup(source.paragraphs, PLAIN_PARAGRAPH);
  const formats = createFormats(source);
  const grounds = createGrounds(source, to);
  const windows1252 = new TextDecoder("windows-1252");
  const main = viewOf(source.main);
  const fields = createFields();
  for (const place of placesOf(source, from, to)) {
    const code = codeAt(main, place);
    const paragraph = paragraphAt(offsetOf(place));
    // Its row would be read as a text between two tables.
    if (code === CELL_MARK && paragraph.depth === 0) return "une cellule finit hors d'un tableau";
    if (code === CELL_MARK || PARAGRAPH_MARKS.includes(code)) {
      const seen = paragraph.depth > 0 ? setIn(writer.take(), paragraph.setting) : writer.take();
      const marker = paragraph.isListed && paragraph.depth > 0 ? NUMBER_SIGN : "";
      endMark(flow, marker === "" ? seen : withMarker(seen, `${marker}.`), code, paragraph);
    } else if (code === FIELD_BEGIN) fields.begin(false);
    else if (code === FIELD_SEPARATOR && !fields.areAllEnded()) fields.separate();
    else if (code === FIELD_END) writer.addBeside(...fields.end());
    else if (fields.isInInstruction()) fields.addInstruction(String.fromCharCode(code));
    else {
      const found = formats(place, paragraph);
      const { colour, ground } = found;
      const behind = colour ? grounds(place, paragraph) : WHITE;
      const isLikePage =
        colour && source.page && ground === undefined && behind === WHITE && isFaint(colour, source.page);
      const format = paragraph.isUnusual || isLikePage ? { ...found, isUnusual: true } : found;
      const look = lookOf(format, behind);
      const foreign = format.isSpecial ? foreignOf(code, format, look) : undefined;
      if (foreign) {
        writer.addBeside(...foreign);
        continue;
      }
      if (format.isSpecial && code === NOTE_MARK) writer.addNoteMark();
      const text =
        code < 0x20
          ? (SIGNS[code] ?? "")
          : place.piece.width === 1
            ? windows1252.decode(Uint8Array.of(code))
            : String.fromCharCode(code);
      if (text.trim() !== "") fields.showText();
      const type = { size: format.size / 2, isLink: fields.isInLink() };
      const seen = lookInFont({ ...look, type }, text, source.fonts[format.font ?? -1] ?? "");
      if (seen) writer.add(text, seen);
    }
  }
  if (!writer.isEmpty()) flow.endParagraph(writer.take(), 0);
  return flow.finish();
}

/** The format of a character, kept while its list and its paragraph's style are the same. */
function createFormats(source: DocSource): (place: Place, paragraph: ParagraphProperties) => CharacterFormat {
  const listAt = createLookup(source.characters, NO_LIST);
  let known: { readonly list: Uint8Array; readonly own: Uint8Array; readonly style: number } | undefined;
  let format = source.styles.formatOf(0, NOTHING);
  return (place, { style }) => {
    const list = listAt(offsetOf(place));
    const own = place.piece.list;
    if (known?.list !== list || known.own !== own || known.style !== style) {
      known = { list, own, style };
      format = source.styles.formatOf(style, own.length > 0 ? Buffer.concat([list, own]) : list);
    }
    return format;
  };
}

/** What stands in place of a letter, and may be seen; undefined: the letter itself. */
function foreignOf(
  code: number,
  { symbol, isHidden }: CharacterFormat,
  { position }: Look,
): readonly Beside[] | undefined {
  if (isHidden) return [];
  // Raised, the mark of a note is told from the figure; on the line, it is read with it.
  if (code === PAGE_NUMBER || (code === NOTE_MARK && position === "baseline"))
    return [{ kind: "other", text: NUMBER_SIGN }];
  if (code === PICTURE) return [{ kind: "other", text: "" }];
  if (code === DRAWING) return [{ kind: "covered", text: "" }];
  return code === SYMBOL && symbol ? besideSymbol(symbol.code) : undefined;
}

/** What is behind a character: its paragraph's shade, or that of its cell, which the end of the row tells; null: it cannot be told. */
function createGrounds(source: DocSource, to: number): (place: Place, paragraph: ParagraphProperties) => Rgb | null {
  const main = viewOf(source.main);
  const paragraphAt = createLookup(source.paragraphs, PLAIN_PARAGRAPH);
  let known:
    | { readonly depth: number; readonly from: number; readonly until: number; readonly ground: Rgb | null }
    | undefined;
  return (place, paragraph) => {
    if (paragraph.ground !== undefined) return paragraph.ground;
    if (paragraph.depth === 0) return WHITE;
    const isKnown = known?.depth === paragraph.depth && place.cp >= known.from && place.cp < known.until;
    if (known && isKnown) return known.ground;
    let { depth } = paragraph;
    let marks = 0;
    let until = place.cp;
    let ground: Rgb | null = WHITE;
    for (const next of placesOf(source, place.cp, to)) {
      const code = codeAt(main, next);
      if (code !== CELL_MARK && !PARAGRAPH_MARKS.includes(code)) continue;
      const mark = paragraphAt(offsetOf(next));
      if (mark.depth !== depth) continue;
      if (mark.endsRow) {
        const { isRowShaded, shades, row } = mark;
        const shade = shades.length > 0 ? shades[row.cells.length - marks] : isRowShaded ? null : undefined;
        if (shade !== undefined) ground = shade;
        if (shade !== undefined || depth === 1) break;
        // The cell lets see what is behind its table.
        depth -= 1;
        marks = 0;
        continue;
      }
      if (code === CELL_MARK || mark.endsInnerCell) marks += 1;
      // The cell of the character ends here.
      if (marks <= 1 && depth === paragraph.depth) until = next.cp + 1;
    }
    known = { depth: paragraph.depth, from: place.cp, until, ground };
    return ground;
  };
}

function endMark(flow: Flow, text: SeenText, code: number, properties: ParagraphProperties): void {
  const { depth, endsRow, endsInnerCell, row } = properties;
  if (endsRow && depth > 0) flow.endRow(row, depth);
  else if ((code === CELL_MARK || endsInnerCell) && depth > 0) flow.endCell(text, depth);
  else flow.endParagraph(text, depth);
}
