/**
 * A PDF file as Chromium writes it, read object by object, and written again with some of them replaced. Pure.
 * Chromium's files are plain: one classic cross-reference table, no object streams, no encryption, no earlier versions. So this
 * reader is short and quick: 12 pages hold 7 000 objects, which a general library (pdf-lib) takes 250 ms and 60 MB to load.
 * Source: ISO 32000-1, clause 7.
 */
import { promisify } from "node:util";
import { deflate, inflateSync } from "node:zlib";
import { type PdfDict, type PdfValue, parsePdfValue } from "./syntax.ts";

/** Text of an object, or a whole stream. */
export type PdfObject = string | Buffer;

export interface PdfFile {
  /** Number of the last object. */
  readonly last: number;
  readonly trailer: PdfDict;
  /** Each object's text as it stands in the file, its stream left out. */
  readonly texts: ReadonlyMap<number, string>;
  /** Value of an object, or of what a reference leads to. */
  look(value: PdfValue | undefined): PdfValue | undefined;
  /** The same for a dictionary; an empty one when there is none. */
  dict(value: PdfValue | undefined): PdfDict;
  /** Content of a stream, decompressed, as latin1. */
  stream(number: number): string | undefined;
  /** The same file with these objects replaced or added. */
  write(changes: ReadonlyMap<number, PdfObject>, trailer: string): Promise<Buffer>;
}

/** A stream object. @param entries of its dictionary, its length left out: "/Type /Metadata" */
export const composeStream = (data: Uint8Array, entries: string): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${entries} /Length ${data.length}>>\nstream\n`, "latin1"),
    data,
    Buffer.from("\nendstream"),
  ]);

const deflateInThread = promisify(deflate);

/** The same, compressed; several run in threads at the same time. @param content as latin1 */
export const composeCompressed = async (content: string, entries = ""): Promise<Buffer> =>
  composeStream(await deflateInThread(Buffer.from(content, "latin1")), `${entries} /Filter /FlateDecode`);

/** Object number -> offset; 0 for none. */
function readOffsets(text: string): readonly number[] {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const head = /^xref\s+0 (\d+)\s*\n/.exec(text.slice(start, start + 40));
  if (head === null) throw new Error("PDF without a classic cross-reference table: not as Chromium writes it");
  const first = start + head[0].length;
  return Array.from({ length: Number(head[1]) }, (_, number) => {
    const entry = text.slice(first + 20 * number, first + 20 * number + 18);
    return entry.endsWith("n") ? Number(entry.slice(0, 10)) : 0;
  });
}

/** Objects in order of the file: their text, and where the bytes of their stream start. */
function readObjects(text: string) {
  const texts = new Map<number, string>();
  const streams = new Map<number, number>();
  const order = readOffsets(text)
    .map((offset, number) => ({ offset, number }))
    .filter(({ offset }) => offset > 0)
    .sort((a, b) => a.offset - b.offset);
  for (const [index, { offset, number }] of order.entries()) {
    const start = text.indexOf("obj\n", offset) + 4;
    const next = order[index + 1]?.offset ?? text.length;
    const end = text.indexOf("endobj", start); // a stream may hold the word too, but its dictionary comes first
    const stream = text.slice(start, Math.min(next, end)).indexOf(">> stream\n");
    if (stream === -1) texts.set(number, text.slice(start, end).trimEnd());
    else {
      texts.set(number, text.slice(start, start + stream + 2));
      streams.set(number, start + stream + ">> stream\n".length);
    }
  }
  return { texts, streams };
}

/** @param bytes as Chromium prints them. */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString("latin1");
  const { texts, streams } = readObjects(text);
  const trailer = parsePdfValue(text, text.lastIndexOf("trailer") + "trailer".length);
  const values = new Map<number, PdfValue>();

  function objectAt(number: number): PdfValue | undefined {
    const known = values.get(number);
    const own = texts.get(number);
    if (known !== undefined || own === undefined) return known;
    const value = parsePdfValue(own, 0);
    values.set(number, value);
    return value;
  }
  const look: PdfFile["look"] = (value) =>
    value !== null && typeof value === "object" && "ref" in value ? objectAt(value.ref) : value;
  const dict: PdfFile["dict"] = (value) => {
    const found = look(value);
    return found instanceof Map ? found : new Map();
  };
  /** Bytes of a stream, as stored. */
  function stored(number: number): Buffer | undefined {
    const start = streams.get(number);
    const length = look(dict({ ref: number }).get("Length"));
    return start === undefined || typeof length !== "number" ? undefined : buffer.subarray(start, start + length);
  }

  return {
    last: Math.max(...texts.keys()),
    trailer: trailer instanceof Map ? trailer : new Map(),
    texts,
    look,
    dict,
    stream(number) {
      const bytesOf = stored(number);
      if (bytesOf === undefined) return undefined;
      const isPlain = dict({ ref: number }).get("Filter") === undefined;
      return (isPlain ? bytesOf : inflateSync(bytesOf)).toString("latin1");
    },
    write(changes, trailerText) {
      const objects = new Map<number, PdfObject>(changes);
      for (const [number, own] of texts) {
        if (objects.has(number)) continue;
        const bytesOf = stored(number);
        objects.set(
          number,
          bytesOf === undefined
            ? own
            : Buffer.concat([Buffer.from(`${own}\nstream\n`, "latin1"), bytesOf, Buffer.from("\nendstream")]),
        );
      }
      return composePdfFile(new Map([...objects].sort(([a], [b]) => a - b)), trailerText);
    },
  };
}

/** Objects in one compressed stream: alike as they are, together they shrink to a fifth. */
const TOGETHER = 1000;

/** Objects without a stream go together into compressed streams (ISO 32000-1, 7.5.7 and 7.5.8). */
async function composePdfFile(objects: ReadonlyMap<number, PdfObject>, trailer: string): Promise<Buffer> {
  const header = Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1");
  const parts: Buffer[] = [header];
  let position = header.length;
  let next = Math.max(...objects.keys()) + 1;
  /** Number -> the three fields of its cross-reference entry. */
  const entries = new Map<number, readonly [type: number, where: number, index: number]>([[0, [0, 0, 65535]]]);
  const add = (number: number, object: Buffer): void => {
    entries.set(number, [1, position, 0]);
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    parts.push(whole);
    position += whole.length;
  };
  const small: (readonly [number, string])[] = [];
  const streams: (readonly [number, Buffer])[] = [];
  for (const [number, object] of objects)
    if (typeof object === "string") small.push([number, object]);
    else streams.push([number, object]);
  const containers: Promise<readonly [number, Buffer]>[] = [];
  for (let i = 0; i < small.length; i += TOGETHER) {
    const group = small.slice(i, i + TOGETHER);
    const container = next++;
    let head = "";
    let body = "";
    for (const [index, [number, object]] of group.entries()) {
      head += `${number} ${body.length} `;
      body += `${object}\n`;
      entries.set(number, [2, container, index]);
    }
    const entriesOf = `/Type /ObjStm /N ${group.length} /First ${head.length}`;
    containers.push(composeCompressed(head + body, entriesOf).then((stream) => [container, stream]));
  }
  for (const [number, object] of streams) add(number, object);
  for (const [number, object] of await Promise.all(containers)) add(number, object);
  const own = next++;
  entries.set(own, [1, position, 0]);
  const table = Buffer.alloc(7 * next);
  for (let number = 0; number < next; number += 1) {
    const [type, where, index] = entries.get(number) ?? [0, 0, 65535];
    table.writeUInt8(type, 7 * number);
    table.writeUInt32BE(where, 7 * number + 1);
    table.writeUInt16BE(index, 7 * number + 5);
  }
  const start = position;
  add(own, await composeCompressed(table.toString("latin1"), `/Type /XRef /Size ${next} /W [1 4 2] ${trailer}`));
  return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)]);
}
