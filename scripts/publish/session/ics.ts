/** calendrier.ics (RFC 5545): whole days, lines folded at 75 octets, ended by CRLF; the same days give the same bytes. */
import type { CalendarDay } from "../../model/document/bulletin.ts";

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

/** @param stamp day of the edition: the format asks for one. */
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
