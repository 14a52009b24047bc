/** The style sheet and the fonts of a .doc. Format: [MS-DOC] 2.9.271 (STSH), 2.9.258 (STD), 2.9.286 (SttbfFfn). */
import { viewOf } from "../../container/views.ts";
import { forEachSprm } from "./doc-sprm-list.ts";

export interface DocStyles {
  /** Modifications of a text in a paragraph of that style: those of its styles, the farthest first, then its own. */
  readonly characterListOf: (paragraphStyle: number, own: Uint8Array) => Uint8Array;
  /** What a style says of its paragraphs, after what those that it is based on say. */
  readonly paragraphListOf: (style: number) => Uint8Array;
}

interface Style {
  readonly basedOn: number;
  /** Its modifications of characters. */
  readonly list: Uint8Array;
  /** Those of paragraphs. */
  readonly paragraphList: Uint8Array;
}

const NO_LIST = new Uint8Array();

/** `sheet`: part 1 of the FIB. A sheet that is cut says nothing of the styles that follow. */
export function openDocStyles(sheet: Uint8Array | undefined): DocStyles {
  const styles = sheet ? readSheet(sheet) : [];
  const known = new Map<number, Style>();
  /** What a style says, after what those that it is based on say, the farthest first. */
  const wholeOf = (number: number): Style => {
    const found = known.get(number);
    if (found) return found;
    const chain = new Set<Style>();
    for (let style = styles[number]; style && !chain.has(style); style = styles[style.basedOn]) chain.add(style);
    const all = [...chain].reverse();
    const list = Buffer.concat(all.map((style) => style.list));
    const whole = { basedOn: number, list, paragraphList: Buffer.concat(all.map((style) => style.paragraphList)) };
    known.set(number, whole);
    return whole;
  };
  return {
    characterListOf: (paragraphStyle, own) => {
      const style = characterStyle(own);
      const named = style === undefined ? NO_LIST : wholeOf(style).list;
      return Buffer.concat([wholeOf(paragraphStyle).list, named, own]);
    },
    paragraphListOf: (style) => wholeOf(style).paragraphList,
  };
}

/** Number of the style of characters that a list applies; undefined: none. */
function characterStyle(list: Uint8Array): number | undefined {
  let style: number | undefined;
  forEachSprm(list, (code, operand) => {
    if (code === 0x4a30 && operand.length === 2) style = viewOf(operand).getUint16(0, true);
  });
  return style;
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
  const [first = NO_LIST, next = NO_LIST] = lists;
  // A style of paragraphs (1) has the list of paragraphs first, after its own number; one of characters (2) its own only.
  if (kind === 1) return { basedOn, list: next, paragraphList: first.subarray(2) };
  if (kind === 2) return { basedOn, list: first, paragraphList: NO_LIST };
  return { basedOn, list: NO_LIST, paragraphList: NO_LIST };
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
