/** What the control words of an RTF text say of its characters and paragraphs, one by one. */
import { CLOSEST } from "../ink.ts";
import type { Word } from "./rtf-tokens.ts";

/** What the text says of itself; undefined: its paragraph's style decides. */
export interface CharacterFormat {
  readonly hidden?: boolean;
  /** Hidden as the mark of a paragraph is: of a text, it cannot be told. */
  readonly specHidden?: boolean;
  /** Its letters lie one over the other, or two by two. */
  readonly unusual?: boolean;
  /** Of the shade behind the text: how much of it is its own colour, in ten thousandths, and that colour. */
  readonly shade?: number;
  readonly shadeColour?: number;
  /** Width of the letters, in hundredths. */
  readonly scale?: number;
  readonly struck?: boolean;
  /** Deleted under revision marks: shown struck out. */
  readonly deleted?: boolean;
  readonly position?: "raised" | "lowered" | "baseline";
  /** Index in the table of colours; 0: the usual one. */
  readonly colour?: number;
  /** In half-points. */
  readonly size?: number;
  /** Number of its font. */
  readonly font?: number;
  /** Index of the colour of the marker pen: over its black the usual colour stays black; over a black shade it turns white. */
  readonly highlight?: number;
  /** Index of the colour behind the text; 0: none. */
  readonly background?: number;
}

/** What the paragraph says; \pard forgets it. */
export interface ParagraphFormat {
  readonly style?: number;
  /** Of its table. */
  readonly tableStyle?: number;
  /** From right to left, or in a frame of its own: a figure may stand elsewhere, or in another order. */
  readonly unusual?: boolean;
  readonly background?: number;
  readonly shade?: number;
  readonly shadeColour?: number;
  /** In twips: where its lines begin, and how much further its first one does; between its lines, below 0 where that is exact. */
  readonly left?: number;
  readonly first?: number;
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
  sl: ({ n }) => ({ lines: n }),
  ls: ({ on }) => ({ isListed: on }),
  rtlpar: () => ({ unusual: true }),
};

const TWIPS_PER_QUARTER_POINT = 5;

const CHARACTERS: Readonly<Record<string, Saying<CharacterFormat>>> = {
  v: ({ on }) => ({ hidden: on }),
  spv: ({ on }) => ({ specHidden: on }),
  expnd: ({ n }) => ({ unusual: n <= CLOSEST / TWIPS_PER_QUARTER_POINT }),
  expndtw: ({ n }) => ({ unusual: n <= CLOSEST }),
  horzvert: () => ({ unusual: true }),
  twoinone: () => ({ unusual: true }), // 0: without brackets
  fittext: ({ on }) => ({ unusual: on }),
  chshdng: ({ n }) => ({ shade: n }),
  chcfpat: ({ n }) => ({ shadeColour: n }),
  charscalex: ({ value }) => ({ scale: value ?? 100 }),
  strike: ({ on }) => ({ struck: on }),
  striked: ({ on }) => ({ struck: on }),
  deleted: ({ on }) => ({ deleted: on }),
  super: ({ on }) => ({ position: on ? "raised" : "baseline" }),
  sub: ({ on }) => ({ position: on ? "lowered" : "baseline" }),
  up: ({ value }) => ({ position: (value ?? 6) > 0 ? "raised" : "baseline" }),
  dn: ({ value }) => ({ position: (value ?? 6) > 0 ? "lowered" : "baseline" }),
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
  FRAME.test(word.name) && word.value !== 0 ? { unusual: true } : saidBy(PARAGRAPH, word);

export const saidOfCharacters = (word: Word): CharacterFormat | undefined => saidBy(CHARACTERS, word);
