/** The tables at the head of an RTF file: fonts and colours. */

import { isSymbolFont } from "../../seen/symbol-fonts.ts";
import { CHARSETS, WESTERN } from "./rtf-codes.ts";
import type { RtfStyles } from "./rtf-look.ts";
import type { Word } from "./rtf-tokens.ts";

interface Font {
  readonly name: string;
  /** Of its bytes; null: the document's own. */
  readonly codePage: string | null;
  /** Its signs are no letters. */
  readonly isSymbols: boolean;
}

/** The fonts by number, filled word by word and byte by byte. */
export interface FontTable {
  readonly find: (number: number | null) => Font | undefined;
  readonly word: (word: Word) => void;
  readonly byte: (code: number) => void;
}

const SYMBOL_CHARSET = 2;
const SEMICOLON = 59;

export function createFontTable(): FontTable {
  const fonts = new Map<number, Font>();
  let number = 0; // of the font being defined
  const change = (what: Partial<Font>): void => {
    fonts.set(number, { ...(fonts.get(number) ?? { name: "", codePage: null, isSymbols: false }), ...what });
  };
  return {
    find: (wanted) => (wanted === null ? undefined : fonts.get(wanted)),
    word: ({ name, value }) => {
      if (name === "f") number = value ?? 0;
      // What comes next is the font that stands for it on a machine that has it not.
      else if (name === "falt") change({ name: `${fonts.get(number)?.name ?? ""}\n` });
      else if (name === "fcharset")
        change({ codePage: CHARSETS[value ?? 0] ?? null, isSymbols: value === SYMBOL_CHARSET });
    },
    byte: (code) => {
      const font = fonts.get(number);
      if (code === SEMICOLON)
        change({ isSymbols: font?.isSymbols || font?.name.split("\n").some(isSymbolFont) === true });
      else change({ name: `${font?.name ?? ""}${new TextDecoder(WESTERN).decode(Uint8Array.of(code))}` });
    },
  };
}

/** \red255\green255\blue255; the semicolon ends a colour, and one that says nothing is the usual one. */
export interface ColourTable {
  readonly word: (word: Word) => void;
  readonly byte: (code: number) => void;
}

export function createColourTable({ colours }: RtfStyles): ColourTable {
  let levels: { red?: number; green?: number; blue?: number } = {};
  return {
    word: ({ name, value }) => {
      if (name === "red" || name === "green" || name === "blue") levels = { ...levels, [name]: value ?? 0 };
    },
    byte: (code) => {
      if (code !== SEMICOLON) return;
      const { red, green, blue } = levels;
      colours.push(
        red === undefined && green === undefined && blue === undefined ? undefined : [red ?? 0, green ?? 0, blue ?? 0],
      );
      levels = {};
    },
  };
}
