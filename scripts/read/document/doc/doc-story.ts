/** One story of a .doc (body, page header, page footer): its characters, one by one -> blocks. Format: [MS-DOC] 2.4.1 (text), 2.4.6 (fields). */
import { viewOf } from "../../container/views.ts";
import { damaged } from "../../contract/reader.ts";
import { NAMES } from "../../plain/rule.ts";
import type { Block } from "../document.ts";
import { NOTHING_SAID, saidWith } from "../word/word-said.ts";
import { createWordStory, type WordStory } from "../word/word-story.ts";
import type { WordStyles } from "../word/word-styles.ts";
import type { Paragraph } from "./doc-paragraph.ts";
import type { PropertyRun } from "./doc-runs.ts";
import { numberIn, sprmsIn, wordsOf } from "./doc-words.ts";

/** A stretch of text: characters `from`–`to` (excluded) of the document stand at `offset` in the main stream. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** Bytes a character: 1 (Windows-1252) or 2 (UTF-16). */
  readonly width: 1 | 2;
  /** A quick save has written modifications of all its characters apart, over their own. */
  readonly isChanged: boolean;
}

export interface DocSource {
  readonly main: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly paragraphs: readonly PropertyRun<Paragraph>[];
  /** Lists of modifications. */
  readonly characters: readonly PropertyRun<Uint8Array>[];
  readonly styles: WordStyles;
}

/** Runs by byte offset; the last one found is tried first, as text is read in order. */
function createLookup<T>(runs: readonly PropertyRun<T>[], none: T): (offset: number) => T {
  let at = 0;
  return (offset) => {
    const holds = (run: PropertyRun<T> | undefined): boolean =>
      run !== undefined && run.from <= offset && offset < run.to;
    if (!holds(runs[at])) at = holds(runs[at + 1]) ? at + 1 : Math.max(0, runs.findIndex(holds));
    const run = runs[at];
    return run && holds(run) ? run.properties : none;
  };
}

/** Signs that are not text: 0x1e a non-breaking hyphen, 0x0b a line break, 0x09 a tab; the others of 0x00–0x1f are left out. */
const SIGNS: Readonly<Record<number, string>> = { 9: "\t", 11: "\n", 30: "-" };
const CELL_MARK = 0x07;
const PARAGRAPH_MARKS: readonly number[] = [0x0c, 0x0d];
const [FIELD_BEGIN, FIELD_SEPARATOR, FIELD_END] = [0x13, 0x14, 0x15];
/** What a special character stands for. */
const [PAGE_NUMBER, PICTURE, NOTE_MARK, DRAWING, SYMBOL] = [0x00, 0x01, 0x02, 0x08, 0x28];
const SPECIAL: readonly number[] = [PAGE_NUMBER, PICTURE, NOTE_MARK, DRAWING, SYMBOL];

const NO_LIST = new Uint8Array();
const PLAIN_PARAGRAPH: Paragraph = { said: NOTHING_SAID, depth: 0, row: undefined };

interface Letter {
  readonly code: number;
  readonly piece: Piece;
  readonly paragraph: Paragraph;
  readonly look: ReturnType<typeof lookOf>;
}

/** How the characters of a list look in a paragraph. `isSpecial`: their codes stand for something else than letters; `symbol`: for the sign of this code. */
function lookOf({ styles }: DocSource, list: Uint8Array, { said, depth }: Paragraph) {
  const { constructs, values } = styles.of(said.values.s).said;
  const isInStyle = (word: string): boolean => Boolean(constructs.get(word) || values[word]);
  const words = [...sprmsIn(list)].flatMap((sprm) => wordsOf(sprm, isInStyle));
  const character = words.reduce(saidWith, NOTHING_SAID);
  const sprms = new Map(sprmsIn(list));
  const [special, symbol] = [sprms.get(0x0855), sprms.get(0x6a09)]; // CFSpec, CSymbol
  return {
    ...styles.lookOf({ character, paragraph: said, isInTable: depth > 0, tableStyle: undefined }),
    isSpecial: symbol !== undefined || (special !== undefined && numberIn(special) === 1),
    symbol: symbol && viewOf(symbol).getUint16(2, true),
  };
}

/** The characters of a stretch, with what is said of each. */
function* lettersOf(source: DocSource, from: number, to: number): Generator<Letter> {
  const view = viewOf(source.main);
  const paragraphAt = createLookup(source.paragraphs, PLAIN_PARAGRAPH);
  const listAt = createLookup(source.characters, NO_LIST);
  let [knownList, known]: [Uint8Array, Paragraph] = [NO_LIST, PLAIN_PARAGRAPH];
  let look = lookOf(source, knownList, known);
  for (const piece of source.pieces)
    for (let cp = Math.max(from, piece.from); cp < Math.min(to, piece.to); cp++) {
      const offset = piece.offset + (cp - piece.from) * piece.width;
      const paragraph = paragraphAt(offset);
      const list = listAt(offset);
      if (list !== knownList || paragraph !== known) {
        [knownList, known] = [list, paragraph];
        look = lookOf(source, list, paragraph);
      }
      const code = piece.width === 2 ? view.getUint16(offset, true) : view.getUint8(offset);
      yield { code, piece, paragraph, look };
    }
}

const windows1252 = new TextDecoder("windows-1252");
const textOf = ({ code, piece }: Letter): string => {
  if (code < 0x20) return SIGNS[code] ?? "";
  return piece.width === 1 ? windows1252.decode(Uint8Array.of(code)) : String.fromCharCode(code);
};

export function readStory(source: DocSource, from: number, to: number): readonly Block[] {
  const story = createWordStory(source.styles);
  const { fields } = story;
  for (const letter of lettersOf(source, from, to)) {
    const { code, paragraph, look } = letter;
    // Its row would be read as a text between two tables.
    if (code === CELL_MARK && paragraph.depth === 0) damaged("une cellule finit hors d'un tableau");
    if (code === CELL_MARK || PARAGRAPH_MARKS.includes(code)) endMark(story, letter);
    else if (code === FIELD_BEGIN) fields.begin();
    else if (code === FIELD_SEPARATOR && !fields.areAllEnded()) fields.separate();
    else if (code === FIELD_END) story.endField(paragraph.depth);
    else if (fields.isInInstruction()) fields.addInstruction(String.fromCharCode(code));
    else if (look.isSpecial && SPECIAL.includes(code)) addSpecial(story, letter);
    else {
      const text = textOf(letter);
      if (text === "\t") story.tellBeside(NAMES.pushed);
      const { isSpecial: _, symbol: __, ...run } = look;
      const constructs = [...look.constructs, ...(letter.piece.isChanged ? [NAMES.savedFast] : [])];
      story.add(text, { ...run, constructs });
    }
  }
  return story.finish();
}

/** What stands in place of a letter, and may be seen. */
function addSpecial(story: WordStory, { code, look, paragraph }: Letter): void {
  if (code === PICTURE) story.tellBeside(NAMES.picture);
  else if (look.unseen) return;
  else if (code === NOTE_MARK) story.addNote(look);
  else if (code === PAGE_NUMBER) story.addConstruct(NAMES.field);
  else if (code === DRAWING && paragraph.depth > 0) story.addConstruct(NAMES.covered);
  else if (code === SYMBOL && look.symbol !== undefined) story.addSign(look.symbol);
}

/** A mark ends a row, a cell or a paragraph, as its paragraph says. */
function endMark(story: WordStory, { code, paragraph }: Letter): void {
  const { said, depth, row } = paragraph;
  story.tellList(said);
  if (depth > 0 && row) story.endRow(row, depth);
  else if (depth > 0 && code === CELL_MARK) story.endCell(depth);
  else story.endParagraph(depth);
}
