/** calendrier.ics: the days that the settings give, in the form of RFC 5545. */
import { expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { calendarFile } from "../../scripts/publish/session/ics.ts";
import { madeInput, town } from "../compose/made.ts";

const daysOf = (retentionYears: number | null) =>
  compose(madeInput(town(), { settings: { deliveryDay: 12, retentionYears } })).session.calendar;

test("the next four deliveries on the convention's day; retention only where the settings say how long", () => {
  expect(daysOf(null).map(({ day }) => day)).toEqual(["2026-07-12", "2026-10-12", "2027-01-12", "2027-04-12"]);
  const kept = daysOf(5).filter(({ id }) => id.startsWith("conservation-"));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.at(-1)).toMatchObject({ id: "conservation-2026-T1", day: "2031-04-01" });
});

test("lines end with CRLF and are folded at 75 octets, no character cut; commas and semicolons are escaped", () => {
  const title = `Étés ; été, ${"é".repeat(80)}`;
  const text = calendarFile([{ id: "a", day: "2026-12-31", title }], "2026-04-08");
  const lines = text.split("\r\n");
  expect(text).not.toMatch(/[^\r]\n/);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:Étés \\; été\\, ${"é".repeat(80)}`);
  expect(lines).toContain("DTSTART;VALUE=DATE:20261231");
  expect(lines).toContain("DTEND;VALUE=DATE:20270101");
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
});
