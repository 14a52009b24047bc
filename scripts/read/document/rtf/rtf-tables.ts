/** The tables at the head of an RTF file, filled word by word and byte by byte: fonts and colours. */
import { isSignFont } from "../../plain/rule.ts";
import { numberOf } from "../word/word-colours.ts";
import type { Word } from "../word/word-said.ts";
import { pageOfCharset, WESTERN } from "./rtf-codes.ts";

interface Font {
  readonly name: string;
  /** Of its bytes; null: the document's own. */
  readonly codePage: string | null;
  /** Its signs are no letters. */
  readonly isSymbols: boolean;
}

const SYMBOL_CHARSET = 2;
const SEMICOLON = 59;

export function createFontTable() {
  const fonts = new Map<number, Font>();
  let number = 0; // of the font being defined
  let usual = -1; // of a text that names none
  const known = (): Font => fonts.get(number) ?? { name: "", codePage: null, isSymbols: false };
  const change = (what: Partial<Font>) => fonts.set(number, { ...known(), ...what });
  return {
    find: (wanted: number): Font | undefined => fonts.get(wanted),
    nameOf: (wanted = usual): string | undefined => {
      const { name = "", isSymbols = false } = fonts.get(wanted) ?? {};
      return isSymbols && !/symbol/i.test(name) ? "Wingdings" : name;
    },
    word: ({ name, value }: Word): void => {
      if (name === "f") number = value ?? 0;
      else if (name === "deff") usual = value ?? 0;
      // What comes next is the font that stands for it on a machine that has it not.
      else if (name === "falt") change({ name: `${known().name}\n` });
      else if (name === "fcharset")
        change({ codePage: pageOfCharset(value ?? 0), isSymbols: value === SYMBOL_CHARSET });
    },
    byte: (code: number): void => {
      const { name, isSymbols } = known();
      if (code === SEMICOLON) change({ isSymbols: isSymbols || name.split("\n").some(isSignFont) });
      else change({ name: name + new TextDecoder(WESTERN).decode(Uint8Array.of(code)) });
    },
  };
}

/** Words whose number is that of a colour of the table. */
const OF_COLOURS = /^(?:cf|cb|highlight|(?:ch|cl|tr|tscell)?cbpat(?:raw)?)$/;

/** \red255\green255\blue255; the semicolon ends a colour, and one that says nothing is the usual one. */
export function createColourTable() {
  const numbers: number[] = [];
  let levels: Readonly<Record<string, number>> = {};
  return {
    /** The word with the colour itself. */
    coloured: (word: Word): Word =>
      OF_COLOURS.test(word.name) ? { ...word, value: numbers[word.value ?? 0] ?? 0 } : word,
    word: ({ name, value }: Word): void => {
      if (["red", "green", "blue"].includes(name)) levels = { ...levels, [name]: value ?? 0 };
    },
    byte: (code: number): void => {
      if (code !== SEMICOLON) return;
      const { red = 0, green = 0, blue = 0 } = levels;
      numbers.push(numberOf(Object.keys(levels).length > 0 ? [red, green, blue] : undefined));
      levels = {};
    },
  };
}
