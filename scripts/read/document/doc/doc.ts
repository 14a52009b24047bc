/**
 * .doc (Word 97 to 2003) -> one grid, from the binary itself: word-extractor gives the text only, and the edges of the cells, which
 * alone tell how a heading spans, stand in the row marks. Format: [MS-DOC] 2.4.1 (text), 2.5 (FIB), 2.8.35 (pieces).
 */
import type { Grid, SourceFile } from "../../../model/grid.ts";
import type { Result } from "../../../model/issue.ts";
import { openCompound } from "../../container/compound.ts";
import { viewOf } from "../../container/views.ts";
import { passwordProtected, refused, unreadable } from "../../contract/reader.ts";
import { assembleDocument, type Block, superscript } from "../document.ts";
import { createFlow, type Flow } from "../document-flow.ts";
import {
  type CharacterProperties,
  characterProperties,
  type ParagraphProperties,
  PLAIN_CHARACTER,
  PLAIN_PARAGRAPH,
  type PropertyRun,
  paragraphProperties,
  readRuns,
} from "./doc-properties.ts";

const FORMAT = "un document Word 97-2003 (.doc)";

export async function readDoc(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const blocks = parseDoc(file.bytes);
  if (blocks === "encrypted") return refused(passwordProtected(file, "Word"));
  return typeof blocks === "string" ? refused(unreadable(file, FORMAT, blocks)) : assembleDocument(file.path, blocks);
}

/** Blocks in reading order, page headers first and footers last; in words, what is wrong otherwise. */
function parseDoc(bytes: Uint8Array): readonly Block[] | string {
  const stream = openCompound(bytes)?.stream;
  const main = stream?.("WordDocument");
  if (!stream || !main || main.length < 0x1aa) return "flux « WordDocument » absent ou coupé";
  const fib = viewOf(main);
  if (fib.getUint16(0, true) !== 0xa5ec) return "ce n'est pas un document Word 97 ou plus récent";
  if (fib.getUint16(2, true) < 0xc1) return "document Word 6 ou 95";
  const flags = fib.getUint16(0x0a, true);
  if (flags & 0x0100) return "encrypted";
  const table = stream(flags & 0x0200 ? "1Table" : "0Table");
  if (!table) return "flux de la table absent ou coupé";
  /** Part of the table stream that the n-th pair (offset, length) of the FIB names; undefined when it does not fit. */
  const part = (n: number): Uint8Array | undefined => {
    const offset = fib.getUint32(0x9a + 8 * n, true);
    const length = fib.getUint32(0x9e + 8 * n, true);
    return offset + length <= table.length ? table.subarray(offset, offset + length) : undefined;
  };
  const clx = part(33);
  const pieces = clx && readPieces(clx, main);
  if (!pieces) return "table des morceaux de texte abîmée";
  const data = stream("Data");
  const papx = part(13);
  const chpx = part(12);
  const paragraphs = papx && readRuns(main, papx, 13, (list) => paragraphProperties(list, data));
  const characters = chpx && readRuns(main, chpx, 1, characterProperties);
  if (!paragraphs || !characters) return "propriétés des paragraphes abîmées";

  // Stories follow each other: body, footnotes, headers, (macros), comments, endnotes, text boxes.
  const [body = 0, notes = 0, headers = 0] = [0x4c, 0x50, 0x54].map((at) => fib.getInt32(at, true));
  const total = pieces.at(-1)?.to ?? 0;
  if (body < 0 || notes < 0 || headers < 0 || body + notes + headers > total) return "longueurs de texte incohérentes";
  const source: Source = { main, pieces, paragraphs, characters };
  const stories = readHeaderStories(part(11), body + notes, headers);
  const read = [
    ...stories.filter((s) => s.kind === "header").map((s) => readStory(source, s.from, s.to, "en-tête de page")),
    readStory(source, 0, body),
    ...stories.filter((s) => s.kind === "footer").map((s) => readStory(source, s.from, s.to, "pied de page")),
  ];
  const fault = read.find((blocks) => typeof blocks === "string");
  return typeof fault === "string" ? fault : read.flatMap((blocks) => (typeof blocks === "string" ? [] : blocks));
}

/** A stretch of text: characters `from`–`to` (excluded) of the document stand at `offset` in the main stream. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** Bytes a character: 1 (Windows-1252) or 2 (UTF-16). */
  readonly width: 1 | 2;
}

function readPieces(clx: Uint8Array, main: Uint8Array): readonly Piece[] | undefined {
  const view = viewOf(clx);
  let at = 0;
  while (clx[at] === 1 && at + 3 <= clx.length) at += 3 + view.getUint16(at + 1, true);
  if (clx[at] !== 2 || at + 5 > clx.length) return undefined;
  const size = view.getUint32(at + 1, true);
  const start = at + 5;
  if (start + size > clx.length) return undefined;
  const count = Math.floor((size - 4) / 12);
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const from = view.getUint32(start + 4 * i, true);
    const to = view.getUint32(start + 4 * i + 4, true);
    const fc = view.getUint32(start + 4 * (count + 1) + 8 * i + 2, true);
    const compressed = (fc & 0x40000000) !== 0;
    const width = compressed ? 1 : 2;
    const offset = compressed ? (fc & 0x3fffffff) / 2 : fc & 0x3fffffff;
    if (to < from || from !== (pieces.at(-1)?.to ?? 0) || offset + (to - from) * width > main.length) return undefined;
    pieces.push({ from, to, offset, width });
  }
  return pieces.length > 0 ? pieces : undefined;
}

/** Six separators of notes, then for each section: even and odd header, even and odd footer, first header, first footer. */
function readHeaderStories(plc: Uint8Array | undefined, start: number, length: number) {
  const stories: { readonly kind: "header" | "footer"; readonly from: number; readonly to: number }[] = [];
  if (!plc) return stories;
  const view = viewOf(plc);
  const count = plc.length / 4 - 2;
  for (let i = 6; i < count; i++) {
    const from = view.getUint32(4 * i, true);
    const to = view.getUint32(4 * i + 4, true);
    if (from < to && to <= length)
      stories.push({ kind: [0, 1, 4].includes(i % 6) ? "header" : "footer", from: start + from, to: start + to });
  }
  return stories;
}

interface Source {
  readonly main: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly paragraphs: readonly PropertyRun<ParagraphProperties>[];
  readonly characters: readonly PropertyRun<CharacterProperties>[];
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

function readStory(source: Source, from: number, to: number, name?: string): readonly Block[] | string {
  const flow = createFlow(name);
  const paragraphAt = createLookup(source.paragraphs, PLAIN_PARAGRAPH);
  const characterAt = createLookup(source.characters, PLAIN_CHARACTER);
  const windows1252 = new TextDecoder("windows-1252");
  const main = viewOf(source.main);
  let text = "";
  let instructions = 0; // depth of fields whose instruction is being passed over
  const fields: boolean[] = []; // is the field still in its instruction?
  for (const piece of source.pieces)
    for (let cp = Math.max(from, piece.from); cp < Math.min(to, piece.to); cp++) {
      const offset = piece.offset + (cp - piece.from) * piece.width;
      const code = piece.width === 2 ? main.getUint16(offset, true) : main.getUint8(offset);
      if (code === CELL_MARK || PARAGRAPH_MARKS.includes(code)) {
        endMark(flow, text, code, paragraphAt(offset));
        text = "";
      } else if (code === 0x13) {
        fields.push(true);
        instructions += 1;
      } else if (code === 0x14 || code === 0x15) {
        if (fields.at(-1)) instructions -= 1;
        if (code === 0x15) fields.pop();
        else if (fields.length > 0) fields[fields.length - 1] = false;
      } else if (instructions === 0) {
        const { hidden, raised } = characterAt(offset);
        if (hidden) continue;
        const piecewise =
          code < 0x20
            ? (SIGNS[code] ?? "")
            : piece.width === 1
              ? windows1252.decode(Uint8Array.of(code))
              : String.fromCharCode(code);
        text += raised ? superscript(piecewise) : piecewise;
      }
    }
  if (text.trim() !== "") flow.endParagraph({ text }, 0);
  return flow.finish();
}

function endMark(flow: Flow, text: string, code: number, properties: ParagraphProperties): void {
  const { depth, endsRow, endsInnerCell, row } = properties;
  if (endsRow && depth > 0) flow.endRow(row, depth);
  else if ((code === CELL_MARK || endsInnerCell) && depth > 0) flow.endCell({ text }, depth);
  else flow.endParagraph({ text }, depth);
}
