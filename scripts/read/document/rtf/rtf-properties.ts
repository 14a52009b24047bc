/** What the control words of an RTF text say of its characters and paragraphs, one by one. */
import { CLOSEST, movedBy, type TextFormat } from "../ink.ts";
import type { Word } from "./rtf-tokens.ts";

/** What is behind a text, a paragraph or a cell. */
export interface Shade {
  /** How much of it is dots of a colour of their own, in ten thousandths, and that colour. */
  readonly shade?: number;
  readonly shadeColour?: number;
  /** Index of the colour behind the dots, or of the whole; 0: none. */
  readonly background?: number;
}

/** What the text says of itself; undefined: its paragraph's style decides. */
export interface CharacterFormat extends TextFormat, Shade {
  /** Index in the table of colours; 0: the usual one. */
  readonly colour?: number;
  /** Number of its font. */
  readonly font?: number;
  /** Index of the colour of the marker pen: over its black the usual colour stays black; over a black shade it turns white. */
  readonly highlight?: number;
}

/** What the paragraph says; \pard forgets it. */
export interface ParagraphFormat extends Shade {
  readonly style?: number;
  /** Of its table. */
  readonly tableStyle?: number;
  /** From right to left: a figure may stand in another order. */
  readonly isReversed?: boolean;
  /** In a frame of its own: a figure may stand elsewhere. */
  readonly isFramed?: boolean;
  /** In twips: where its lines begin, and how much further its first one does; between its lines, below 0 where that is exact. */
  readonly left?: number;
  readonly first?: number;
  /** Where its lines end, from the right, and whether they are set to it. */
  readonly right?: number;
  readonly isAtRight?: boolean;
  readonly lines?: number;
  readonly isListed?: boolean;
}

/** `n`: its number, 0 where none follows; `on`: it is not turned off by a 0. */
type Saying<T> = (word: { readonly n: number; readonly value: number | null; readonly on: boolean }) => T;

const PARAGRAPH: Readonly<Record<string, Saying<ParagraphFormat>>> = {
  s: ({ n }) => ({ style: n }),
  yts: ({ n }) => ({ tableStyle: n }),
  cbpat: ({ n }) => ({ background: n }),
  shading: ({ n }) => ({ shade: n }),
  cfpat: ({ n }) => ({ shadeColour: n }),
  li: ({ n }) => ({ left: n }),
  lin: ({ n }) => ({ left: n }),
  fi: ({ n }) => ({ first: n }),
  ri: ({ n }) => ({ right: n }),
  rin: ({ n }) => ({ right: n }),
  qr: () => ({ isAtRight: true }),
  ql: () => ({ isAtRight: false }),
  qc: () => ({ isAtRight: false }),
  qj: () => ({ isAtRight: false }),
  sl: ({ n }) => ({ lines: n }),
  ls: ({ on }) => ({ isListed: on }),
  rtlpar: () => ({ isReversed: true }),
};

const TWIPS_PER_QUARTER_POINT = 5;

const CHARACTERS: Readonly<Record<string, Saying<CharacterFormat>>> = {
  v: ({ on }) => ({ isHidden: on }),
  spv: ({ on }) => ({ isSpecHidden: on }),
  webhidden: ({ on }) => ({ isUnusual: on }), // seen on paper, and not as a web page
  expnd: ({ n }) => ({ isUnusual: n <= CLOSEST / TWIPS_PER_QUARTER_POINT }),
  expndtw: ({ n }) => ({ isUnusual: n <= CLOSEST }),
  horzvert: () => ({ isUnusual: true }),
  twoinone: () => ({ isUnusual: true }), // 0: without brackets
  fittext: ({ on }) => ({ isUnusual: on }),
  chshdng: ({ n }) => ({ shade: n }),
  chcfpat: ({ n }) => ({ shadeColour: n }),
  charscalex: ({ value }) => ({ scale: value ?? 100 }),
  strike: ({ on }) => ({ isStruck: on }),
  striked: ({ on }) => ({ isStruck: on }),
  deleted: ({ on }) => ({ isDeleted: on }),
  mvf: ({ on }) => ({ isDeleted: on }), // moved from here
  super: ({ on }) => ({ position: on ? "raised" : "baseline" }),
  sub: ({ on }) => ({ position: on ? "lowered" : "baseline" }),
  up: ({ value }) => ({ position: movedBy(value ?? 6) }),
  dn: ({ value }) => ({ position: movedBy(-(value ?? 6)) }),
  nosupersub: () => ({ position: "baseline" }),
  cf: ({ n }) => ({ colour: n }),
  f: ({ n }) => ({ font: n }),
  fs: ({ value }) => ({ size: value ?? 24 }),
  highlight: ({ n }) => ({ highlight: n }),
  cb: ({ n }) => ({ background: n }),
  chcbpat: ({ n }) => ({ background: n }),
};

const saidBy = <T>(table: Readonly<Record<string, Saying<T>>>, { name, value }: Word): T | undefined =>
  Object.hasOwn(table, name) ? table[name]?.({ n: value ?? 0, value, on: value !== 0 }) : undefined;

/** Where a frame stands, or how large it is. */
const FRAME = /^(?:pos(?:x[cilor]?|neg[xy]|y(?:t|il|b|c|in|out)?)|p[hv]pg|p[hv]mrg|phcol|abs[wh]|dropcapli)$/;

/** undefined: the word is about something else. */
export const saidOfParagraph = (word: Word): ParagraphFormat | undefined =>
  FRAME.test(word.name) && word.value !== 0 ? { isFramed: true } : saidBy(PARAGRAPH, word);

export const saidOfCharacters = (word: Word): CharacterFormat | undefined => saidBy(CHARACTERS, word);
