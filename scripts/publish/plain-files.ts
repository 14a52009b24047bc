/**
 * Plain texts beside the bulletin, for whoever types, prints or sends them elsewhere: the session's, its days as a calendar (RFC 5545), and
 * donnees.csv, the tidy figures for a spreadsheet in French.
 */
import type { Bulletin, CalendarDay, Question } from "../model/document/bulletin.ts";
import type { TidyRow } from "../model/document/control-sheet.ts";
import { showHidden } from "../model/hidden-characters.ts";

/** Octets of a line of calendrier.ics: a longer one is folded. */
const FOLD = 75;

/** Commas, semicolons and backslashes are the format's own. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (c) => `\\${c}`).replaceAll("\n", "\\n");

/** A character is never cut: a line that goes on begins with a space. */
function folded(line: string): string {
  let out = "";
  let length = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > FOLD) {
      out += "\r\n ";
      length = 1;
    }
    out += character;
    length += octets;
  }
  return out;
}

const compact = (day: string): string => day.replaceAll("-", "");
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** The same days give the same bytes. @param stamp day of the edition: the format asks for one. */
export const calendarFile = (days: readonly CalendarDay[], stamp: string): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//bulletin-delinquance//calendrier//FR",
    "CALSCALE:GREGORIAN",
    ...days.flatMap(({ id, day, title }) => [
      "BEGIN:VEVENT",
      `UID:${id}@bulletin-delinquance`,
      `DTSTAMP:${compact(stamp)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
      `SUMMARY:${escaped(title)}`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");

/** Lines as Windows ends them too: the editors of a town hall show them all. */
export const textFile = (lines: readonly string[]): string => showHidden(lines.join("\n")).replaceAll("\n", "\r\n");

/** The marking first, as on every page. */
export const questionsText = (bulletin: Bulletin, questions: readonly Question[]): string =>
  textFile([
    ...(bulletin.banner === null ? [] : [bulletin.banner]),
    bulletin.marking,
    "",
    `Questions au commissaire – ${bulletin.commune}, ${bulletin.quarterLabel}`,
    "",
    ...(questions.length === 0 ? ["Aucune question ne ressort des chiffres de ce trimestre.", ""] : []),
    ...questions.flatMap((q, i) => [`${i + 1}. ${[q.lead, q.figures].join(" ").trim()}`, `   ${q.asked}`, ""]),
  ]);

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
