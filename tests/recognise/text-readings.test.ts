/** What the control sheet says of each text: what it was read as. */
import { expect, test } from "vitest";
import { readTables } from "./tables.ts";

/** The readings of the first table, row by row: "header: période : cumul 2026". */
const readings = (table: string): readonly (readonly string[])[] =>
  (readTables(table).recognition.tables[0]?.readings ?? []).map((row) =>
    row.map((reading) =>
      reading.kind === "text"
        ? `${reading.role}: ${(reading.means ?? "sans effet sur la lecture").replaceAll("\u00a0", " ")}`
        : reading.kind === "ignored"
          ? `ignored: ${reading.why}`
          : reading.kind,
    ),
  );

test("titles, captions, headings, labels and notes are told by what they say", () => {
  const [title, force, head, ...rows] = readings(`
IS 101 - T1 2026
Police nationale
Infractions|T1 2026|Cumul 2026|2025|N-1|12 derniers mois|Évolution|Évolution en %|Taux|Rang
Homicides|1|2|3|4|5|6|7 %|0,2|1
Total|1|2|3|4|5|6|7 %|0,2|1
Source : un logiciel`);
  expect(title?.[0]).toBe("title: état : IS 101 ; période : 1er trimestre 2026");
  expect(force?.[0]).toBe("title: force : Police nationale");
  expect(head).toEqual([
    "header: sans effet sur la lecture",
    "header: période : 1er trimestre 2026",
    "header: période : cumul 2026",
    "header: période : année 2025",
    "header: période : année N−1",
    "header: période : 12 derniers mois",
    "header: mesure : évolution imprimée",
    "header: mesure : évolution imprimée, en %",
    "header: mesure : taux",
    "header: mesure : autre mesure, non reprise",
  ]);
  expect(rows.map(([first]) => first)).toEqual(["label: ligne : Homicides", "label: total", "ignored: note"]);
});

test("a heading over numbers that says nothing known is told as not understood", () => {
  const [, head] = readings("IS 101 - T1 2026\nInfractions|Police|Zzyzx\nHomicides|1|2\nVols avec armes|3|4");
  expect(head).toEqual(["header: sans effet sur la lecture", "header: force : Police nationale", "not-understood"]);
});
