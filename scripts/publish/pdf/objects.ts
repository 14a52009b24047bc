/** The objects of a PDF. Wraps pdf-lib for the bulletin's own file. Source: ISO 32000-1, clause 7. */
import { deflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";

export {
  getDefaultSRGBProfile,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

export const name = (text: string): PDFName => PDFName.of(text);

/** The dictionaries of the whole file, those of its streams too. */
export const dictsOf = (file: PDFDocument): readonly PDFDict[] =>
  file.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict ? [object] : object instanceof PDFRawStream ? [object.dict] : [],
    );

/** What a dictionary says of a key, or what that leads to: "/Table" => "Table", a text as text; "" for anything else. */
export function wordAt(dict: PDFDict, key: string): string {
  const value = dict.lookup(name(key));
  if (value instanceof PDFName || isText(value)) return value.decodeText();
  return "";
}

export const isText = (value: PDFObject | undefined): value is PDFString | PDFHexString =>
  value instanceof PDFString || value instanceof PDFHexString;

/** Of a list, or of a value that stands for a list of one; each as it stands there: a reference, or a value. */
export const itemsOf = (value: PDFObject | undefined): readonly PDFObject[] =>
  value instanceof PDFArray ? value.asArray() : value === undefined ? [] : [value];

/** A stream, compressed by Node, which is faster at it than the library. */
export const compressed = (file: PDFDocument, bytes: Uint8Array, entries: Record<string, number> = {}): PDFRawStream =>
  file.context.stream(deflateSync(bytes), { ...entries, Filter: "FlateDecode" });

/** Content of a stream, decompressed, as latin1. */
export const contentOf = (stream: PDFRawStream): string =>
  Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");

/** A value within an object of the file, whatever depth, with the keys that lead to it; references are not followed. */
interface Held {
  readonly value: PDFObject;
  /** The nearest; there is one object for each name, so that two are the same name when they are the same object. */
  readonly key: PDFName | undefined;
  readonly replace: (value: PDFObject) => void;
}

/** Each is told, the outer before the inner: a file holds a hundred thousand, which are not put in a list. */
export function eachValue(object: PDFObject, tell: (held: Held) => void, key?: PDFName): void {
  if (object instanceof PDFDict)
    for (const [own, value] of object.entries()) {
      tell({ value, key: own, replace: (other) => object.set(own, other) });
      eachValue(value, tell, own);
    }
  else if (object instanceof PDFArray)
    for (const [i, value] of object.asArray().entries()) {
      tell({ value, key, replace: (other) => object.set(i, other) });
      eachValue(value, tell, key);
    }
  else if (object instanceof PDFRawStream) eachValue(object.dict, tell);
}
