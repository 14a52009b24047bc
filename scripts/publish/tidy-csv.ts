/** donnees.csv: the tidy figures, for a spreadsheet in French. Pure. */
import type { TidyRow } from "../model/document/control-sheet.ts";
import { showHidden } from "../model/hidden-characters.ts";

type Value = string | number | null;

const COLUMNS: readonly (readonly [name: string, value: (row: TidyRow) => Value])[] = [
  ["etat", (row) => row.statement],
  ["indicateur", (row) => row.indicator],
  ["libelle", (row) => row.label],
  ["force", (row) => row.force],
  ["periode", (row) => row.period],
  ["valeur", (row) => row.value],
  ["statut", (row) => row.status],
  ["livraison", (row) => row.delivery],
  ["revise", (row) => row.revised],
  ["fichier", (row) => row.provenance.file],
  ["partie", (row) => row.provenance.part],
  ["ligne", (row) => row.provenance.row],
  ["colonne", (row) => row.provenance.column],
  ["texte", (row) => row.provenance.raw],
];

/**
 * One field. A text that a spreadsheet would take for a formula gets an apostrophe before it ("=1+1" => "'=1+1"), also when
 * blanks hide the sign; characters that are not seen or turn the reading round are written out, as on the pages ("[U+202E]");
 * numbers stay numbers. Source: OWASP, CSV injection.
 */
function field(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const shown = showHidden(value);
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^\t/.test(shown) ? `'${shown}` : shown;
  return /[;"\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** UTF-8 with its mark (a spreadsheet then reads the accents), semicolons, CRLF (RFC 4180). */
export const tidyCsv = (rows: readonly TidyRow[]): string =>
  `\ufeff${[COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, value]) => value(row)))]
    .map((fields) => `${fields.map(field).join(";")}\r\n`)
    .join("")}`;
