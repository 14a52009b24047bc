/**
 * The record stream of an .xls into the records of each of its sheets, verified: a stream that is cut, holds what no record is, or names
 * a sheet that is not there is refused instead of half read. Format: [MS-XLS] 2.1.4 (records), 2.4.21 (BOF), 2.4.28 (BoundSheet8),
 * 2.4.117 (FilePass). The frame of every record: id, length, content.
 */
import { viewOf } from "../../container/views.ts";

export interface BiffRecord {
  readonly id: number;
  /** Of the content, from the start of the stream. */
  readonly at: number;
  readonly length: number;
}

/** From a BOF to its EOF, what is nested in it (charts) left out. */
export interface Substream {
  /** Of its BOF. */
  readonly start: number;
  /** 0x05: the workbook, 0x10: a sheet. */
  readonly type: number;
  readonly records: readonly BiffRecord[];
}

export type Records =
  | { readonly kind: "whole"; readonly substreams: readonly Substream[] }
  | { readonly kind: "protected" }
  /** Of Excel 95 or older. */
  | { readonly kind: "ancient" }
  | { readonly kind: "damaged"; readonly words: string };

const BOF = 0x0809;
/** Of Excel 2, 3 and 4. */
const OLD_BOF = [0x0009, 0x0209, 0x0409];
/** Of Excel 97 and later. */
const VERSION = 0x0600;
const EOF = 0x000a;
const FILEPASS = 0x002f;
/** No record of any version has a higher id (the last are those of charts, 0x1066, and of Excel 2007, 0x08xx). */
const HIGHEST_ID = 0x10ff;

const damaged = (words: string): Records => ({ kind: "damaged", words });

/** `wanted`: the records that are kept. */
export function readRecords(stream: Uint8Array, wanted: ReadonlySet<number>): Records {
  const view = viewOf(stream);
  if (stream.length >= 4 && OLD_BOF.includes(view.getUint16(0, true))) return { kind: "ancient" };
  const substreams: (Substream & { readonly records: BiffRecord[] })[] = [];
  let depth = 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    // Zeros fill the last sector, and part substreams in the files of some programs.
    if (depth === 0 && stream[at] === 0) {
      at += 1;
      continue;
    }
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const body = at + 4;
    if (depth === 0 && id !== BOF) break;
    // LibreOffice puts an empty 0xffff for a colour scale.
    if (id > HIGHEST_ID && !(id === 0xffff && length === 0))
      return damaged(`enregistrement inconnu 0x${id.toString(16)}`);
    if (body + length > stream.length) return damaged("enregistrement coupé");
    if (id === FILEPASS) return { kind: "protected" };
    if (id === BOF) {
      if (length < 4) return damaged("feuille sans nature");
      if (depth === 0 && view.getUint16(body, true) !== VERSION) return { kind: "ancient" };
      if (depth === 0) substreams.push({ start: at, type: view.getUint16(body + 2, true), records: [] });
      depth += 1;
    } else if (id === EOF) depth -= 1;
    else if (depth === 1 && wanted.has(id)) substreams.at(-1)?.records.push({ id, at: body, length });
    at = body + length;
  }
  if (depth !== 0) return damaged("feuille coupée avant sa fin");
  return substreams.length > 0 ? { kind: "whole", substreams } : damaged("aucune feuille");
}
