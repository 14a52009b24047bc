/** The style sheet and the fonts of a .doc. Format: [MS-DOC] 2.9.271 (STSH), 2.9.258 (STD), 2.9.286 (SttbfFfn). */
import { viewOf } from "../../container/views.ts";
import { type CharacterFormat, changedBy, characterStyle, PLAIN_CHARACTER } from "./doc-look.ts";

export interface DocStyles {
  /** What the text of a paragraph of that style looks like, changed by its own list. */
  readonly formatOf: (paragraphStyle: number, list: Uint8Array) => CharacterFormat;
  /** What a style says of its paragraphs, upon what those that it is based on say: modifications that come before their own. */
  readonly paragraphListOf: (style: number) => Uint8Array;
}

interface Style {
  readonly kind: "paragraph" | "character" | "other";
  readonly basedOn: number;
  /** Its modifications of characters. */
  readonly list: Uint8Array;
  /** Those of paragraphs. */
  readonly paragraphList: Uint8Array;
}

const NO_STYLE = 0xfff;
const NO_LIST = new Uint8Array();

/** `sheet`: part 1 of the FIB. A sheet that is cut says nothing of the styles that follow. */
export function openDocStyles(sheet: Uint8Array | undefined): DocStyles {
  const styles = sheet ? readSheet(sheet) : [];
  const formats = new Map<number, CharacterFormat>();
  const formatOfStyle = (number: number): CharacterFormat => {
    const known = formats.get(number);
    if (known) return known;
    formats.set(number, PLAIN_CHARACTER); // a style that is based on itself ends there
    const style = styles[number];
    const format = style
      ? changedBy(style.list, style.basedOn === NO_STYLE ? PLAIN_CHARACTER : formatOfStyle(style.basedOn))
      : PLAIN_CHARACTER;
    formats.set(number, format);
    return format;
  };
  /** A style and those of its kind that it is based on, the farthest first. */
  const chainOf = (number: number, kind: Style["kind"]): readonly Style[] => {
    const chain: Style[] = [];
    let at = number;
    for (let i = 0; i < styles.length && at !== NO_STYLE; i++) {
      const style = styles[at];
      if (style?.kind !== kind) break;
      chain.unshift(style);
      at = style.basedOn;
    }
    return chain;
  };
  const paragraphLists = new Map<number, Uint8Array>();
  return {
    paragraphListOf: (style) => {
      const known = paragraphLists.get(style);
      if (known) return known;
      const list = Buffer.concat(chainOf(style, "paragraph").map(({ paragraphList }) => paragraphList));
      paragraphLists.set(style, list);
      return list;
    },
    formatOf: (paragraphStyle, list) => {
      const style = characterStyle(list);
      let format = formatOfStyle(paragraphStyle);
      for (const { list: own } of style === undefined ? [] : chainOf(style, "character"))
        format = changedBy(own, format);
      return changedBy(list, format);
    },
  };
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
  if (kind === 1) return { kind: "paragraph", basedOn, list: next, paragraphList: first.subarray(2) };
  if (kind === 2) return { kind: "character", basedOn, list: first, paragraphList: NO_LIST };
  return { kind: "other", basedOn, list: NO_LIST, paragraphList: NO_LIST };
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
