/** The style sheet and the fonts of a .doc. Format: [MS-DOC] 2.9.271 (STSH), 2.9.258 (STD), 2.9.286 (SttbfFfn). */
import { viewOf } from "../../container/views.ts";
import { NOTHING_SAID, saidWith } from "../word/word-said.ts";
import { createStyles, DEFAULTS, type WordStyles } from "../word/word-styles.ts";
import { sprmsIn, wordsOf } from "./doc-words.ts";

/** Half-points, of a text of which nothing else is said. */
const USUAL_SIZE = 20;

/** `sheet`: part 1 of the FIB. A sheet that is cut says nothing of the styles that follow. */
export function openDocStyles(sheet: Uint8Array | undefined, fonts: readonly string[]): WordStyles {
  const styles = createStyles((number = -1) => fonts[number]);
  styles.keep(DEFAULTS, saidWith(NOTHING_SAID, { name: "fs", value: USUAL_SIZE }));
  for (const [number, style] of (sheet ? readSheet(sheet) : []).entries()) {
    const words = style?.lists.flatMap((list) => [...sprmsIn(list)]).flatMap((sprm) => wordsOf(sprm));
    if (style && words)
      styles.keep(number, [...words, { name: "sbasedon", value: style.basedOn }].reduce(saidWith, NOTHING_SAID));
  }
  return styles;
}

interface Style {
  readonly basedOn: number;
  /** Its modifications of paragraphs and of characters. */
  readonly lists: readonly Uint8Array[];
}

function readSheet(sheet: Uint8Array): readonly (Style | undefined)[] {
  const view = viewOf(sheet);
  if (sheet.length < 6) return [];
  const headSize = view.getUint16(0, true);
  const count = view.getUint16(2, true);
  const baseSize = view.getUint16(4, true); // of the fixed part of a style
  const styles: (Style | undefined)[] = [];
  let at = 2 + headSize;
  for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
    const size = view.getUint16(at, true);
    styles.push(size > 0 ? readStyle(sheet.subarray(at + 2, at + 2 + size), baseSize) : undefined);
    at += 2 + size + (size % 2);
  }
  return styles;
}

function readStyle(bytes: Uint8Array, baseSize: number): Style | undefined {
  const view = viewOf(bytes);
  if (bytes.length < baseSize + 2 || baseSize < 10) return undefined;
  const second = view.getUint16(2, true);
  const kind = second & 0xf;
  const basedOn = second >> 4;
  // After the fixed part: the name (its length, its letters, a zero), then lists, each after its length.
  let at = baseSize + 2 + 2 * view.getUint16(baseSize, true) + 2;
  const lists: Uint8Array[] = [];
  while (at + 2 <= bytes.length) {
    const size = view.getUint16(at, true);
    lists.push(bytes.subarray(at + 2, at + 2 + size));
    at += 2 + size + (size % 2);
  }
  // A style of paragraphs (1) has the list of paragraphs first, after its own number; one of characters (2) its own only.
  const [first = new Uint8Array(), ...more] = lists;
  return { basedOn, lists: kind === 1 ? [first.subarray(2), ...more.slice(0, 1)] : kind === 2 ? [first] : [] };
}

/** Names of the fonts by number. `table`: part 15 of the FIB. */
export function readFonts(table: Uint8Array | undefined): readonly string[] {
  if (!table || table.length < 4) return [];
  const count = viewOf(table).getUint16(0, true);
  const names: string[] = [];
  let at = 4;
  for (let i = 0; i < count && at < table.length; i++) {
    const size = table[at] ?? 0;
    // 39 bytes of other things, then the name, ended by a zero.
    const letters = table.subarray(at + 1 + 39, at + 1 + size);
    names.push(new TextDecoder("utf-16le").decode(letters).split("\0")[0] ?? "");
    at += 1 + size;
  }
  return names;
}
