/**
 * Is the record stream of an .xls whole? SheetJS reads past unknown records, cut substreams and doubled cells without a
 * word; a damaged workbook must be refused instead of half read. Format: [MS-XLS] 2.1.4 (records), 2.4.21 (BOF), 2.4.28
 * (BoundSheet8), 2.4.117 (FilePass), 2.5.13 (Cell). Every BIFF version has the same frame: id, length, content.
 */
import { viewOf } from "../container/views.ts";

export type BiffVerdict = "whole" | "protected" | { readonly damage: string };

const BOF = [0x0009, 0x0209, 0x0409, 0x0809];
const EOF = 0x000a;
const FILEPASS = 0x002f;
const BOUNDSHEET = 0x0085;
const XF = [0x00e0, 0x0443, 0x0243, 0x0043];
/** HLINK and its tooltip begin with a range of cells, into each of which SheetJS writes the link. */
const LINKS = [0x01b8, 0x0800];
const MAX_LINK_CELLS = 10_000;
const SST = 0x00fc;
const LABELSST = 0x00fd;
/** Records that hold one cell, with their length where it is fixed. */
const CELLS = new Map<number, number | null>([
  [0x0203, 14], // NUMBER
  [0x027e, 10], // RK
  [LABELSST, 10],
  [0x0205, 8], // BOOLERR
  [0x0204, null], // LABEL
  [0x00d6, null], // RSTRING
  [0x0006, null], // FORMULA
]);
/** Records that hold several cells of a row, with the bytes that each takes: MULRK. */
const MULRK = 0x00bd;
/** No record of any version has a higher id (the last are those of charts, 0x1066, and of Excel 2007, 0x08xx). */
const HIGHEST_ID = 0x10ff;

export function verifyBiff(stream: Uint8Array): BiffVerdict {
  const view = viewOf(stream);
  const starts = new Set<number>();
  const sheets: number[] = [];
  let depth = 0;
  let styles = 0;
  let texts = Number.POSITIVE_INFINITY;
  let cells = new Set<number>();
  let at = 0;
  for (; at + 4 <= stream.length; ) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const body = at + 4;
    // Between substreams only zeros may follow, to fill the last sector.
    if (depth === 0 && !BOF.includes(id)) break;
    // LibreOffice puts an empty 0xffff for a colour scale.
    if (id > HIGHEST_ID && !(id === 0xffff && length === 0))
      return { damage: `enregistrement inconnu 0x${id.toString(16)}` };
    if (body + length > stream.length) return { damage: "enregistrement coupé" };
    if (BOF.includes(id)) {
      if (depth === 0) {
        starts.add(at);
        cells = new Set();
      }
      depth += 1;
    } else if (id === EOF) depth -= 1;
    else if (id === FILEPASS) return "protected";
    else if (id === BOUNDSHEET && length >= 4) sheets.push(view.getUint32(body, true));
    else if (XF.includes(id)) styles += 1;
    else if (id === SST && length >= 8) texts = view.getUint32(body + 4, true);
    else if (LINKS.includes(id) && length >= 10 && linkArea(view, id === 0x0800 ? body + 2 : body) > MAX_LINK_CELLS)
      return { damage: "lien sur toute une feuille" };
    else if (depth === 1 && (CELLS.has(id) || id === MULRK)) {
      const damage = cellDamage(view, id, body, length, { cells, styles, texts });
      if (damage) return { damage };
    }
    at = body + length;
  }
  if (depth !== 0) return { damage: "feuille coupée avant sa fin" };
  if (starts.size === 0) return { damage: "aucune feuille" };
  if (sheets.some((offset) => !starts.has(offset))) return { damage: "feuille introuvable" };
  return "whole";
}

/** Ref8U: first and last row, first and last column. */
const linkArea = (view: DataView, at: number): number =>
  (view.getUint16(at + 2, true) - view.getUint16(at, true) + 1) *
  (view.getUint16(at + 6, true) - view.getUint16(at + 4, true) + 1);

/** Place known once, style and shared text that exist, length that the record must have. undefined: nothing wrong. */
function cellDamage(
  view: DataView,
  id: number,
  body: number,
  length: number,
  known: { readonly cells: Set<number>; readonly styles: number; readonly texts: number },
): string | undefined {
  const fixed = CELLS.get(id);
  if (length < 6 || (fixed && length !== fixed) || (id === MULRK && (length - 6) % 6 !== 0))
    return "cellule de longueur fausse";
  const row = view.getUint16(body, true);
  const column = view.getUint16(body + 2, true);
  const count = id === MULRK ? (length - 6) / 6 : 1;
  if (column + count > 256) return `cellule hors de la feuille (ligne ${row + 1})`;
  if (id === MULRK && view.getUint16(body + length - 2, true) !== column + count - 1)
    return `ligne ${row + 1} incohérente`;
  for (let i = 0; i < count; i++) {
    const key = row * 256 + column + i;
    if (known.cells.has(key)) return `cellule double (ligne ${row + 1}, colonne ${column + i + 1})`;
    known.cells.add(key);
    const style = view.getUint16(body + 4 + 6 * i, true);
    if (known.styles > 0 && style >= known.styles) return `style inconnu (ligne ${row + 1}, colonne ${column + i + 1})`;
  }
  if (id === LABELSST && view.getUint32(body + 6, true) >= known.texts)
    return `texte inconnu (ligne ${row + 1}, colonne ${column + 1})`;
  return undefined;
}
