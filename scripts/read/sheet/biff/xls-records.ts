/**
 * The record stream of an .xls into the records of each of its sheets, verified: a stream that is cut, holds what no record is, or names
 * a sheet that is not there is refused instead of half read. Format: [MS-XLS] 2.1.4 (records), 2.4.21 (BOF), 2.4.28 (BoundSheet8),
 * 2.4.117 (FilePass). The frame of every record: id, length, content.
 */
import { viewOf } from "../../container/views.ts";
import { damaged, notRead, passwordProtected, tooOld } from "../../contract/reader.ts";

export interface BiffRecord {
  readonly id: number;
  readonly content: DataView;
}

/** From a BOF to its EOF, what is nested in it (charts) left out. */
export interface Substream {
  /** Of its BOF. */
  readonly start: number;
  readonly records: readonly BiffRecord[];
}

const BOF = 0x0809;
/** Of Excel 2, 3 and 4. */
const OLD_BOF = [0x0009, 0x0209, 0x0409];
/** Of Excel 97 and later. */
const VERSION = 0x0600;
const EOF = 0x000a;
const FILEPASS = 0x002f;
/** Goes on with the record before it. */
const CONTINUE = 0x003c;
export const FORMULA = 0x0006;
/** Of Excel 3 and 4: Numbers writes them into an .xls of today, with what today's hold. */
const OLD_FORMULAS = [0x0206, 0x0406];
/** No record of any version has a higher id (the last are those of charts, 0x1066, and of Excel 2007, 0x08xx). */
const HIGHEST_ID = 0x10ff;

/** @throws {NotRead} */
export function readRecords(stream: Uint8Array): readonly Substream[] {
  const view = viewOf(stream);
  if (stream.length >= 4 && OLD_BOF.includes(view.getUint16(0, true))) notRead(ancient);
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
    if (id > HIGHEST_ID && !(id === 0xffff && length === 0)) damaged(`enregistrement inconnu 0x${id.toString(16)}`);
    if (body + length > stream.length) damaged("enregistrement coupé");
    if (id === FILEPASS) notRead((file) => passwordProtected(file, "Excel"));
    if (id === BOF) {
      if (length < 4) damaged("feuille sans nature");
      if (depth === 0 && view.getUint16(body, true) !== VERSION) notRead(ancient);
      if (depth === 0) substreams.push({ start: at, records: [] });
      depth += 1;
    } else if (id === EOF) depth -= 1;
    else if (depth === 1)
      substreams.at(-1)?.records.push({
        id: OLD_FORMULAS.includes(id) ? FORMULA : id,
        content: viewOf(stream.subarray(body, body + length)),
      });
    at = body + length;
  }
  if (depth !== 0) damaged("feuille coupée avant sa fin");
  return substreams.length > 0 ? substreams : damaged("aucune feuille");
}

/** The rank of the next record of such an id; -1: there is none. */
export function nextRank(records: readonly BiffRecord[], after: number, isWanted: (id: number) => boolean): number {
  for (let i = after + 1; i < records.length; i++) if (isWanted(records[i]?.id ?? 0)) return i;
  return -1;
}

/** A record, by its rank, with those that continue it. */
export function continued(records: readonly BiffRecord[], at: number): readonly BiffRecord[] {
  const after = nextRank(records, at, (id) => id !== CONTINUE);
  return records.slice(at, after < 0 ? undefined : after);
}

/** A word of a record, or 0 where it ends before: older programs write less. */
export const wordOf = ({ content }: BiffRecord, offset: number): number =>
  offset + 2 <= content.byteLength ? content.getUint16(offset, true) : 0;

const ancient = tooOld("un classeur d'Excel 95 ou plus ancien", ".xlsx");
