/**
 * .doc (Word 97 to 2003) -> one grid, from the binary itself: word-extractor gives the text only, and the edges of the cells, which
 * alone tell how a heading spans, stand in the row marks. Format: [MS-DOC] 2.4.1 (text), 2.5 (FIB), 2.8.35 (pieces).
 */
import { openCompound } from "../../container/compound.ts";
import { viewOf } from "../../container/views.ts";
import type { OtherLook } from "../../contract/may-look-otherwise.ts";
import { damaged, notRead, passwordProtected, refusing, tooOld } from "../../contract/reader.ts";
import { NAMES } from "../../plain/rule.ts";
import { assembleDocument, type Block, paragraph, textsIn, withPages } from "../document.ts";
import { withConstructsIn } from "../row-definition.ts";
import { drawnTexts, isPageColoured, placesLaidOver } from "./doc-drawings.ts";
import { paragraphOf } from "./doc-paragraph.ts";
import { readRuns } from "./doc-runs.ts";
import { type DocSource, type Piece, readStory } from "./doc-story.ts";
import { openDocStyles, readFonts } from "./doc-styles.ts";

const FORMAT = "un document Word 97-2003 (.doc)";

export const readDoc = refusing(FORMAT, async (file) => {
  const { blocks, comments, notes, looks } = parseDoc(file.bytes);
  return assembleDocument(file.path, blocks, looks, { comments: textsIn(comments), besides: textsIn(notes) });
});

const oldWord = tooOld("un document de Word 6, 95 ou plus ancien", ".docx");

/** First words of the documents of Word 2, 6 and 95. */
const OLD_MARKS: readonly number[] = [0xa5db, 0xa5dc, 0xa59b, 0xa59c];

interface ReadDocument {
  readonly blocks: readonly Block[];
  readonly comments: readonly Block[];
  /** At the foot of the pages, and at the end. */
  readonly notes: readonly Block[];
  readonly looks: readonly (OtherLook | false)[];
}

/** Blocks in reading order, page headers first and footers last. @throws {NotRead} */
function parseDoc(bytes: Uint8Array): ReadDocument {
  const stream = openCompound(bytes)?.stream;
  const main = stream?.("WordDocument");
  if (main && main.length >= 2 && OLD_MARKS.includes(viewOf(main).getUint16(0, true))) notRead(oldWord);
  if (!stream || !main || main.length < 0x1aa) return damaged("flux « WordDocument » absent ou coupé");
  const fib = viewOf(main);
  if (fib.getUint16(0, true) !== 0xa5ec) damaged("ce n'est pas un document Word 97 ou plus récent");
  if (fib.getUint16(2, true) < 0xc1) notRead(oldWord);
  const flags = fib.getUint16(0x0a, true);
  if (flags & 0x0100) notRead((file) => passwordProtected(file, "Word"));
  const table = stream(flags & 0x0200 ? "1Table" : "0Table") ?? damaged("flux de la table absent ou coupé");
  /** Part of the table stream that the n-th pair (offset, length) of the FIB names; undefined when it does not fit. */
  const part = (n: number): Uint8Array | undefined => {
    const offset = fib.getUint32(0x9a + 8 * n, true);
    const length = fib.getUint32(0x9e + 8 * n, true);
    return offset + length <= table.length ? table.subarray(offset, offset + length) : undefined;
  };
  /** The same, of one that each document has. */
  const needed = (n: number, name: string): Uint8Array => part(n) ?? damaged(`${name} : hors du fichier`);
  const pieces = readPieces(needed(33, "table des morceaux de texte"), main);
  const data = stream("Data");
  const styles = openDocStyles(part(1), readFonts(part(15)));
  const paragraphs = readRuns(main, needed(13, "propriétés des paragraphes"), 13, (list, style) =>
    paragraphOf(list, style, data),
  );
  const characters = readRuns(main, needed(12, "propriétés des caractères"), 1, (list) => list);
  return readStories(fib, { main, pieces, paragraphs, characters, styles }, part);
}

/** Stories follow each other: body, footnotes, headers, (macros), comments, endnotes, text boxes. */
function readStories(fib: DataView, source: DocSource, part: (n: number) => Uint8Array | undefined): ReadDocument {
  const lengths = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64, 0x68].map((at) => fib.getInt32(at, true));
  const [body = 0, notes = 0, headers = 0, macros = 0, comments = 0, endnotes = 0, boxes = 0, boxesInHeaders = 0] =
    lengths;
  const total = source.pieces.at(-1)?.to ?? 0;
  const firstBox = lengths.slice(0, 6).reduce((sum, length) => sum + length, 0);
  if (lengths.some((length) => length < 0) || firstBox + boxes + boxesInHeaders > total)
    damaged("longueurs de texte incohérentes");
  const stories = pageStories(part(11), part(31), body + notes, headers);
  const ofPages = (kind: PageStory["kind"]): readonly Block[] =>
    stories
      .filter((story) => story.kind === kind)
      .flatMap(({ from, to, mayBeUnseen }) =>
        withConstructsIn(readStory(source, from, to), mayBeUnseen ? [NAMES.condition] : []),
      );
  const read = (from: number, length: number): readonly Block[] => readStory(source, from, from + length);
  return {
    blocks: withPages(
      [
        ...drawnTexts(part(50)).map((text) => paragraph(text)),
        ...ofPages("header"),
        ...read(firstBox + boxes, boxesInHeaders),
      ],
      // Where each box stands on the page is not followed: before the text, as a letterhead or a title.
      [...read(firstBox, boxes), ...read(0, body)],
      ofPages("footer"),
    ),
    comments: read(body + notes + headers + macros, comments),
    notes: [...read(body, notes), ...read(firstBox - endnotes, endnotes)],
    looks: [placesLaidOver(part(40)).some((cp) => cp < body) && "laid-over", isPageColoured(part(50)) && "coloured"],
  };
}

function readPieces(clx: Uint8Array, main: Uint8Array): readonly Piece[] {
  const cut = (): never => damaged("table des morceaux de texte abîmée");
  const view = viewOf(clx);
  let at = 0;
  while (clx[at] === 1 && at + 3 <= clx.length) at += 3 + view.getUint16(at + 1, true);
  if (clx[at] !== 2 || at + 5 > clx.length) cut();
  const size = view.getUint32(at + 1, true);
  const start = at + 5;
  if (start + size > clx.length) cut();
  const count = Math.floor((size - 4) / 12);
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const from = view.getUint32(start + 4 * i, true);
    const to = view.getUint32(start + 4 * i + 4, true);
    const fc = view.getUint32(start + 4 * (count + 1) + 8 * i + 2, true);
    const compressed = (fc & 0x40000000) !== 0;
    const width = compressed ? 1 : 2;
    const offset = compressed ? (fc & 0x3fffffff) / 2 : fc & 0x3fffffff;
    if (to < from || from !== (pieces.at(-1)?.to ?? 0) || offset + (to - from) * width > main.length) cut();
    const isChanged = view.getUint16(start + 4 * (count + 1) + 8 * i + 6, true) !== 0;
    pieces.push({ from, to, offset, width, isChanged });
  }
  return pieces.length > 0 ? pieces : cut();
}

interface PageStory {
  readonly kind: "header" | "footer";
  readonly from: number;
  readonly to: number;
  /** Of the first page of a section, where that is made otherwise than the others: whether it is, is not followed. */
  readonly mayBeUnseen: boolean;
}

/**
 * Six separators of notes, then for each section: even and odd header, even and odd footer, first header, first footer. `plc`, `document`:
 * parts 11 and 31 of the FIB, which says whether even pages are made otherwise than odd ones.
 */
function pageStories(
  plc: Uint8Array | undefined,
  document: Uint8Array | undefined,
  start: number,
  length: number,
): readonly PageStory[] {
  if (!plc) return [];
  const view = viewOf(plc);
  const [flags = 1] = document ?? [];
  const places = Array.from({ length: Math.max(0, plc.length / 4 - 2 - 6) }, (_, i) => i);
  return places.flatMap((i) => {
    const [from, to] = [view.getUint32(4 * (i + 6), true), view.getUint32(4 * (i + 7), true)];
    const part = i % 6;
    const isMade = part % 2 === 1 || part === 4 || (flags & 1) === 1;
    if (!isMade || from >= to || to > length) return [];
    const kind = [0, 1, 4].includes(part) ? "header" : "footer";
    return [{ kind, from: start + from, to: start + to, mayBeUnseen: part >= 4 }];
  });
}
