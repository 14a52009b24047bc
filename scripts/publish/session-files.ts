/** What a session needs beside the bulletin: plain texts, for whoever types, prints or sends them elsewhere; its days as a calendar (RFC 5545). */

import type { Bulletin, CalendarDay, Question } from "../model/document/bulletin.ts";
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
