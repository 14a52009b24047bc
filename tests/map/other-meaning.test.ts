/**
 * A later file in which one thing makes a figure mean something else, in the words that were confirmed: it is read as what it says, or not
 * by the map at all.
 */
import { describe, expect, test } from "vitest";
import { drawMap, readByMaps } from "../../scripts/map/index.ts";
import type { Grid, ReadFile } from "../../scripts/model/grid.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { confirmedFile, KEY } from "../lectures/confirmed.ts";
import { gridOf, readTables } from "../recognise/tables.ts";

type Sheets = Readonly<Record<string, string>>;
interface Sent {
  /** What is not shown of each sheet: columns, rows, or all of it. */
  readonly hidden?: readonly number[];
  readonly rowsHidden?: readonly number[];
  readonly isHidden?: boolean;
  readonly sheets: Sheets;
  readonly delivery: string;
  readonly name?: string;
}

const shown = ({ hidden, rowsHidden, isHidden }: Sent): Partial<Grid> => ({
  ...(hidden && { hiddenColumns: hidden }),
  ...(rowsHidden && { hiddenRows: rowsHidden }),
  ...(isHidden && { hidden: true }),
});
const fileOf = (sent: Sent): ReadFile => ({
  source: {
    path: `${sent.delivery}/${sent.name ?? "etat.csv"}`,
    delivery: sent.delivery,
    name: sent.name ?? "etat.csv",
    sha256: "",
  },
  format: "csv",
  grids: Object.entries(sent.sheets).map(([part, table]) => ({
    ...gridOf(table, `${sent.delivery}/${sent.name ?? "etat.csv"}`, part),
    ...shown(sent),
  })),
});

/** "homicides PN 2026-04/2026-06 = 8" for each figure that the map of the first reads of the second; null: none, it is recognised. */
function byMap(first: Sent, second: Sent): readonly string[] | null {
  const { recognition, rules } = readTables(first.sheets, first);
  expect([
    recognition.observations.length + recognition.printed.length > 0,
    rules.filter((rule) => rule.startsWith("error")),
  ]).toEqual([true, []]);
  const { recognition: confirmed } = confirmedFile({
    ...recognition,
    tables: recognition.tables.map((of) => ({ ...of, grid: { ...of.grid, ...shown(first) } })),
  });
  const read = readByMaps([drawMap(confirmed, KEY)], fileOf(second));
  return (
    read &&
    [...read.value.observations, ...read.value.printed].map(
      (o) => `${o.indicator} ${o.force} ${"period" in o ? periodKey(o.period) : o.measure} = ${o.value}`,
    )
  );
}

const LINES = ["Homicides", "Cambriolages de logement", "Vols avec armes"];
const TITLE = "IS 101 - Saint-Aubin-les-Tilleuls";
const FORCES = "Police nationale|Gendarmerie nationale";
/** 10 and 11 in the first row, 20 and 21 in the second. */
const table = (heads: string, above = TITLE): string =>
  [
    above,
    `Libellé|${heads}`,
    ...LINES.map((line, i) => [line, ...heads.split("|").map((_, c) => 10 * (i + 1) + c)].join("|")),
  ].join("\n");
const one = (csv: string): Sheets => ({ CSV: csv });
const t1 = (sheets: Sheets, name?: string): Sent => ({ sheets, delivery: "2026-T1", ...(name && { name }) });
const t2 = (sheets: Sheets, name?: string): Sent => ({ sheets, delivery: "2026-T2", ...(name && { name }) });
const t4 = (sheets: Sheets): Sent => ({ sheets, delivery: "2026-T4" });
const nextYear = (sheets: Sheets): Sent => ({ sheets, delivery: "2027-T1" });

describe("months that only the name of a sheet or file says", () => {
  const sheets = (...names: readonly string[]): Sheets =>
    Object.fromEntries(names.map((name) => [name, table(FORCES)]));

  test("of the quarter: they are read", () => {
    expect(byMap(t1(sheets("T1 2025", "T1 2026")), t2(sheets("T2 2025", "T2 2026")))?.[0]).toBe(
      "homicides PN 2025-04/2025-06 = 10",
    );
    expect(
      byMap(t1(one(table(FORCES)), "IS101_T1_2026.csv"), t2(one(table(FORCES)), "IS101_T2_2026_v2.csv"))?.[0],
    ).toBe("homicides PN 2026-04/2026-06 = 10");
  });

  test.each([
    ["two sheets that changed places", sheets("T1 2025", "T1 2026"), sheets("T2 2026", "T2 2025")],
    ["the sheets of the quarter before", sheets("T1 2025", "T1 2026"), sheets("T1 2025", "T1 2026")],
    ["the only sheet, of the quarter before", sheets("T1 2026"), sheets("T1 2026")],
  ])("%s: by the map, nothing is", (_, first, second) => {
    expect(byMap(t1(first), t2(second))).toBeNull();
  });

  test("a file named for the quarter before: by the map, nothing is", () => {
    const name = "IS101_T1_2026.csv";
    expect(byMap(t1(one(table(FORCES)), name), t2(one(table(FORCES)), name))).toBeNull();
  });

  test("since January: so are the figures; of no count that runs on, the quarter is missed", () => {
    const sinceJanuary = "homicides PN 2026-01/2026-06 = 10";
    const [march, june] = ["janvier-mars 2026", "janvier-juin 2026"];
    expect(byMap(t1(sheets(`cumul ${march}`)), t2(sheets(`cumul ${june}`)))?.[0]).toBe(sinceJanuary);
    const named = (months: string) => `etat_cumul_${months.replace(" ", "_")}.csv`;
    expect(byMap(t1(one(table(FORCES)), named(march)), t2(one(table(FORCES)), named(june)))?.[0]).toBe(sinceJanuary);
    expect(byMap(t1(sheets(march)), t2(sheets(june)))).toBeNull();
  });
});

describe("years and counts that run on", () => {
  test.each(["2025|2026", "Total 2025|Total 2026"])(
    "%s, of no quarter: a second quarter is a quarter or two",
    (heads) => {
      expect(byMap(t1(one(table(heads))), t2(one(table(heads))))).toBeNull();
    },
  );

  test("2025|2026, of a quarter said above them: they are its own", () => {
    const of = (quarter: string) => one(table("2025|2026", `${TITLE} - ${quarter}`));
    expect(byMap(t1(of("1er trimestre 2026")), t2(of("2e trimestre 2026")))?.[0]).toBe(
      "homicides ensemble 2025-04/2025-06 = 10",
    );
  });

  test("a year that has begun is not read as a whole one", () => {
    expect(byMap(t4(one(table("Année 2025|Année 2026"))), nextYear(one(table("Année 2026|Année 2027"))))).toBeNull();
  });

  test("nor as twelve months, under a title of its first quarter", () => {
    const of = (quarter: string, years: string) => one(table(years, `${TITLE} - ${quarter}`));
    const first = t4(of("4e trimestre 2026", "Année 2025|Année 2026"));
    expect(byMap(first, nextYear(of("1er trimestre 2027", "Année 2026|Année 2027")))).toBeNull();
    expect(byMap(first, nextYear(of("1er trimestre 2027", "Année 2025|Année 2026")))?.[1]).toBe(
      "homicides ensemble 2026-01/2026-12 = 11",
    );
  });

  test("a year typed for the one before it is none of its months", () => {
    const of = (before: string) => one(table(`Année 2025|${before}`));
    expect(byMap(t1(of("Année 2024")), t2(of("Année 2025")))).toBeNull();
    expect(byMap(t1(of("Année 2024")), t2(of("Année 2024")))?.[1]).toBe("homicides ensemble 2024-01/2024-12 = 11");
  });

  test("counts since January, under a title of the quarter: it is the delivery's", () => {
    const of = (title: string) => one(table("Cumul 2025|Cumul 2026", `${TITLE} ${title}`));
    const [first, second] = [of("du 01/04/2026 au 30/06/2026"), of("du 01/07/2026 au 30/09/2026")];
    const t3 = (sheets: Sheets): Sent => ({ sheets, delivery: "2026-T3" });
    expect(byMap(t2(first), t3(second))?.[1]).toBe("homicides ensemble 2026-01/2026-09 = 11");
    expect(byMap(t2(first), t3(first))).toBeNull();
    expect(byMap(t2(first), { sheets: second, delivery: "2026-T4" })).toBeNull();
  });

  test("a month of last year beside those of the quarter: its title is the delivery's", () => {
    const of = (months: string, quarter: string) => one(table(months, `${TITLE} - ${quarter} 2026`));
    const first = t2(of("Avril 2025|Avril 2026|Mai 2026|Juin 2026", "2e trimestre"));
    const months = "Juillet 2025|Juillet 2026|Août 2026|Septembre 2026";
    expect(byMap(first, { sheets: of(months, "3e trimestre"), delivery: "2026-T3" })?.[0]).toBe(
      "homicides ensemble 2025-07/2025-07 = 10",
    );
  });

  test("months and their « Cumul », under a title of the quarter: from January", () => {
    const of = (months: string, quarter: string) => one(table(`${months}|Cumul`, `${TITLE} - ${quarter} 2026`));
    expect(
      byMap(t1(of("Janvier|Février|Mars", "1er trimestre")), t2(of("Avril|Mai|Juin", "2e trimestre")))?.slice(0, 4),
    ).toEqual([
      "homicides ensemble 2026-04/2026-04 = 10",
      "homicides ensemble 2026-05/2026-05 = 11",
      "homicides ensemble 2026-06/2026-06 = 12",
      "homicides ensemble 2026-01/2026-06 = 13",
    ]);
  });
});

describe("a label or heading that goes on", () => {
  const groups = (labels: readonly string[], quarter: string, isMerged: boolean): Sheets =>
    one(
      [
        TITLE,
        `Libellé|Période|${FORCES}`,
        ...labels.flatMap((label, i) => [
          `${label}${isMerged ? "{2x1}" : ""}|${quarter} 2025|${10 * i + 1}|${10 * i + 2}`,
          `${isMerged ? "^" : ""}|${quarter} 2026|${10 * i + 3}|${10 * i + 4}`,
        ]),
      ].join("\n"),
    );

  test.each([true, false])(
    "two groups of dated rows that changed places (merged: %s): by the map, nothing is",
    (isMerged) => {
      const [a = "", b = ""] = LINES;
      const first = t1(groups([a, b], "T1", isMerged));
      expect(byMap(first, t2(groups([a, b], "T2", isMerged)))?.[2]).toBe("homicides PN 2026-04/2026-06 = 3");
      expect(byMap(first, t2(groups([b, a], "T2", isMerged)))).toBeNull();
    },
  );

  test("two families that changed places over their lines, each row with its quarter: by the map, nothing is", () => {
    const of = (a: string, b: string, quarter: string): Sheets =>
      one(
        [
          `IST - Saint-Aubin-les-Tilleuls - ${quarter}`,
          `Libellé|Période|${FORCES}`,
          ...[a, "Cambriolages de logement", "Dépôts de plainte divers", b, "Tapages"].map(
            (line, i) => `${line}|${quarter}|${9 - i}|${i + 1}`,
          ),
        ].join("\n"),
      );
    const [goods, calm] = ["Atteintes aux biens", "Atteintes à la tranquillité publique"];
    const first = t1(of(goods, calm, "T1 2026"));
    expect(byMap(first, t2(of(goods, calm, "T2 2026")))?.[0]).toBe("atteintes-biens PN 2026-04/2026-06 = 9");
    expect(byMap(first, t2(of(calm, goods, "T2 2026")))).toBeNull();
  });

  test.each([
    ["merged", "Libellé{2x1}|A{1x2}|^|B{1x2}|^", "^"],
    ["written once", "Libellé|A||B|", ""],
  ])("two forces over the same heads (%s): each has its own, and their new order is told", (_, above, first) => {
    const of = (a: string, b: string, quarter: string): Sheets =>
      one(
        [
          `${TITLE} - ${quarter} trimestre 2026`,
          above.replace("A", a).replace("B", b),
          `${first}|Faits constatés|Faits élucidés|Faits constatés|Faits élucidés`,
          "Homicides|13|6|9|2",
          "Vols avec armes|14|7|8|3",
        ].join("\n"),
      );
    const [police, gendarmerie] = ["Police nationale", "Gendarmerie nationale"];
    const confirmed = t1(of(police, gendarmerie, "1er"));
    const read = byMap(confirmed, t2(of(police, gendarmerie, "2e")));
    expect(read?.filter((figure) => figure.startsWith("homicides"))).toEqual([
      "homicides PN 2026-04/2026-06 = 13",
      "homicides GN 2026-04/2026-06 = 9",
      "homicides PN other = 6",
      "homicides GN other = 2",
    ]);
    expect(byMap(confirmed, t2(of(gendarmerie, police, "2e")))).toBeNull();
  });
});

test("marks beside the figures, under no heading, move on with them", () => {
  const of = (quarter: string): Sheets =>
    one(
      [
        TITLE,
        `Libellé|${quarter} 2025||${quarter} 2026|`,
        ...LINES.map((line, i) => `${line}|${i}|d|${i + 3}|p`),
        "d : définitif, p : provisoire",
      ].join("\n"),
    );
  expect(byMap(t1(of("T1")), t2(of("T2")))?.slice(0, 2)).toEqual([
    "homicides ensemble 2025-04/2025-06 = 0",
    "homicides ensemble 2026-04/2026-06 = 3",
  ]);
});

test.each([
  ["the code of another commune", "Code INSEE : 99001", "Code INSEE : 99077"],
  ["figures for so many inhabitants", "Faits pour 1 000 habitants", "Faits pour 10 000 habitants"],
])("%s, on a line of its own: by the map, nothing is", (_, before, now) => {
  const of = (quarter: string, text: string) => one(table(FORCES, `${TITLE} - ${quarter} trimestre 2026\n${text}`));
  expect(byMap(t1(of("1er", before)), t2(of("2e", before)))).not.toBeNull();
  expect(byMap(t1(of("1er", before)), t2(of("2e", now)))).toBeNull();
});

describe("what tells a table or a row that is no word", () => {
  const coded = (code: string, quarter: number): Sheets =>
    one(
      [
        `${TITLE} - T${quarter} 2026`,
        `Code|Force|Infraction|Faits`,
        ...["Police", "Gendarmerie"].flatMap((force) => LINES.map((line, i) => `${code}|${force}|${line}|${i}`)),
      ].join("\n"),
    );

  test.each([
    ["99001", "99001", 6],
    ["99001", "99002", null],
    ["7", "7", 6],
    ["7", "8", null],
    // the first quarter, or a code: nothing tells
    ["1", "1", null],
  ])("the code %s on each row, then %s", (first, second, figures) => {
    expect(byMap(t1(coded(first, 1)), t2(coded(second, 2)))?.length ?? null).toBe(figures);
  });

  test("a line said twice is no series, though its heading is dated", () => {
    const of = (quarter: number, ...lines: readonly string[]): Sheets =>
      one([TITLE, `Infraction|Police T${quarter} 2026`, ...lines.map((line) => `${line}|3`)].join("\n"));
    expect(byMap(t1(of(1, ...LINES)), t2(of(2, ...LINES)))).toHaveLength(3);
    expect(byMap(t1(of(1, ...LINES)), t2(of(2, ...LINES, LINES[0] ?? "")))).toBeNull();
  });

  test("a title that is no longer among those of its row", () => {
    const of = (quarter: number, ...titles: readonly string[]): Sheets =>
      one(table(FORCES, `${[`IS 101 T${quarter} 2026`, ...titles].join("|")}\n`));
    const towns = ["Saint-Aubin-les-Tilleuls", "Département 99"];
    expect(byMap(t1(of(1, ...towns)), t2(of(2, ...towns)))).toHaveLength(6);
    expect(byMap(t1(of(1, ...towns)), t2(of(2, "Saint-Aubin-les-Tilleuls")))).toBeNull();
  });

  test("months as 202604, in a column « Période »", () => {
    const of = (...months: readonly string[]): Sheets =>
      one(
        [
          `${TITLE} - Police nationale`,
          "Période|Infraction|Faits",
          ...months.flatMap((month) => LINES.map((line, i) => `2026${month}|${line}|${i}`)),
        ].join("\n"),
      );
    const first = t1(of("01", "02", "03"));
    expect(byMap(first, t2(of("04", "05", "06")))?.[0]).toBe("homicides PN 2026-04/2026-04 = 0");
    expect(byMap(first, t2(of("01", "02", "03")))).toBeNull();
  });

  test("the code of each line", () => {
    const of = (quarter: number, ...codes: readonly string[]): Sheets =>
      one(
        [
          `${TITLE} - T${quarter} 2026`,
          "Code|Infraction|Police",
          ...LINES.map((line, i) => `${codes[i]}|${line}|${i}`),
        ].join("\n"),
      );
    const first = t1(of(1, "27100", "27200", "27300"));
    expect(byMap(first, t2(of(2, "27100", "27200", "27300")))).toHaveLength(3);
    expect(byMap(first, t2(of(2, "27100", "27300", "27200")))).toBeNull();
  });

  test("of one line alone a number tells nothing", () => {
    const of = (quarter: number, rank: number): Sheets =>
      one([`${TITLE} - T${quarter} 2026`, "Rang|Infraction|Police", `${rank}|${LINES[0]}|5`].join("\n"));
    expect(byMap(t1(of(1, 12)), t2(of(2, 13)))?.[0]).toBe("homicides PN 2026-04/2026-06 = 5");
  });

  test("a number that differs from row to row may change", () => {
    const ranked = (quarter: number): Sheets =>
      one(
        [
          `${TITLE} - T${quarter} 2026`,
          "Rang|Infraction|Police",
          ...LINES.map((line, i) => `${i + quarter}|${line}|${i}`),
        ].join("\n"),
      );
    expect(byMap(t1(ranked(1)), t2(ranked(2)))).toHaveLength(6);
  });

  test("a column that was shown and is hidden, or the other one", () => {
    const of = (quarter: number) => one(table(FORCES, `${TITLE} - T${quarter} 2026`));
    expect(byMap({ ...t1(of(1)), hidden: [2] }, { ...t2(of(2)), hidden: [2] })).toHaveLength(6);
    expect(byMap(t1(of(1)), { ...t2(of(2)), hidden: [2] })).toBeNull();
    expect(byMap({ ...t1(of(1)), hidden: [1] }, { ...t2(of(2)), hidden: [2] })).toBeNull();
    expect(byMap({ ...t1(of(1)), rowsHidden: [3] }, { ...t2(of(2)), rowsHidden: [3] })).toHaveLength(6);
    expect(byMap({ ...t1(of(1)), rowsHidden: [3] }, { ...t2(of(2)), rowsHidden: [4] })).toBeNull();
    expect(byMap(t1(of(1)), { ...t2(of(2)), isHidden: true })).toBeNull();
  });

  test("a word or sign of a trend in the place of a change is no mark", () => {
    const changed = (quarter: number, change: string): Sheets =>
      one(
        [
          `${TITLE} - T${quarter} 2026`,
          "Infraction|Police T{n} 2025|Police T{n} 2026|Évolution",
          `${LINES[0]}|1|2|${change}`,
          `${LINES[1]}|1|3|+2`,
        ]
          .join("\n")
          .replaceAll("{n}", String(quarter)),
      );
    expect(byMap(t1(changed(1, "+1")), t2(changed(2, "=")))).toHaveLength(5);
    expect(byMap(t1(changed(1, "+1")), t2(changed(2, "+1 *")))).toBeNull();
    expect(byMap(t1(changed(1, "+100 % (+1 fait(s))")), t2(changed(2, "0 fait")))).toHaveLength(6);
  });
});

describe("months that a template holds each quarter", () => {
  const months = (quarter: number, ...of: readonly string[]) =>
    one(table([...of.map((month) => `Police ${month} 2026`), "Police total"].join("|"), `${TITLE} - T${quarter} 2026`));
  const first = t1(months(1, "janvier", "février", "mars"));

  test.each([
    [["avril", "mai", "juin"], 9],
    [["avril", "mai"], null],
    [["avril", "juin"], null],
    [["mai", "juin"], null],
    [["juin"], null],
  ])("%j after the first three", (of, figures) => {
    expect(byMap(first, t2(months(2, ...of)))?.length ?? null).toBe(figures);
  });

  test("the days of a form over the table are those of the quarter before", () => {
    const form = (first: string, last: string, printed = "04/04/2026") =>
      one(table("Police", [TITLE, `Du|${first}`, `Au|${last}`, `Édité le|${printed}`, ""].join("\n")));
    const confirmed = t1(form("01/01/2026", "31/03/2026"));
    expect(byMap(confirmed, t2(form("01/04/2026", "30/06/2026")))).toHaveLength(3);
    expect(byMap(confirmed, t2(form("01/01/2026", "31/03/2026")))).toBeNull();
    expect(byMap(confirmed, t2(form("01/01/2026", "30/06/2026")))).toBeNull();
    expect(byMap(confirmed, t2(form("01/02/2026", "30/06/2026")))).toBeNull();
    expect(byMap(confirmed, t2(form("01/04/2026", "31/05/2026")))).toBeNull();
    const beside = (last: string, month: string) =>
      one(table("Police", [`IS 101|Du|01/${month}/2026|Au|${last}/2026`, "Édité le|04/04/2026", ""].join("\n")));
    expect(byMap(t1(beside("31/03", "01")), t2(beside("30/06", "04")))).toHaveLength(3);
    expect(byMap(t1(beside("31/03", "01")), t2(beside("31/05", "04")))).toBeNull();
  });

  test("a form says what is ticked", () => {
    const form = (quarter: string, force: string) =>
      one(table("Nombre", [TITLE, "Année : 2026", `Trimestre : ${quarter}`, `Service : ${force}`, ""].join("\n")));
    const confirmed = t1(form("☒ T1 ☐ T2 ☐ T3", "☒ Police ☐ Gendarmerie"));
    expect(byMap(confirmed, t2(form("☐ T1 ☒ T2 ☐ T3", "☒ Police ☐ Gendarmerie")))).toHaveLength(3);
    expect(byMap(confirmed, t2(form("☐ T1 ☐ T2 ☒ T3", "☒ Police ☐ Gendarmerie")))).toBeNull();
    expect(byMap(confirmed, t2(form("☐ T1 ☒ T2 ☐ T3", "☐ Police ☒ Gendarmerie")))).toBeNull();
  });

  test("days of whole months in a sentence, and then not", () => {
    const said = (days: string) =>
      one(
        `${table("Nombre", `${TITLE} - Police - T${days.includes("/01/") ? 1 : 2} 2026`)}\n\nPièce jointe : ${days}.`,
      );
    const confirmed = t1(said("du 01/01/2026 au 31/03/2026"));
    expect(byMap(confirmed, t2(said("du 01/04/2026 au 30/06/2026")))).toHaveLength(3);
    expect(byMap(confirmed, t2(said("du 01/04/2026 au 15/06/2026")))).toBeNull();
    expect(byMap(confirmed, t2(said("du 02/04/2026 au 30/06/2026")))).toBeNull();
  });

  test("the day up to which a title counts is the last of its months", () => {
    const upTo = (day: string) => one(table("Trimestre|Cumul annuel", `${TITLE} - Situation au ${day} 2026`));
    const third = (day: string): Sent => ({ sheets: upTo(day), delivery: "2026-T3" });
    expect(byMap(t2(upTo("30 juin")), third("30 septembre"))).toHaveLength(6);
    expect(byMap(t2(upTo("30 juin")), third("15 septembre"))).toBeNull();
    expect(byMap(t2(upTo("30 juin")), third("31 août"))).toBeNull();
  });

  test("the quarter itself is not there, but the half-year", () => {
    const of = (title: string, heads: string) => one(table(heads, `${TITLE} - ${title}`));
    const half = (heads: string) => t2(of("Janvier à juin 2026", heads));
    expect(byMap(t1(of("Janvier à mars 2026", FORCES)), half(FORCES))).toBeNull();
    expect(
      byMap(t1(of("Cumul janvier à mars 2026", FORCES)), t2(of("Cumul janvier à juin 2026", FORCES))),
    ).toHaveLength(6);
  });

  test("of one force the last quarter is not there", () => {
    const list = (...of: readonly (readonly [string, number])[]): Sheets =>
      one(
        [
          TITLE,
          "Année|Trimestre|Force|Infraction|Faits",
          ...of.flatMap(([force, last]) =>
            Array.from({ length: last }, (_, q) =>
              LINES.map((line, i) => `2026|${q + 1}|${force}|${line}|${i + q}`),
            ).flat(),
          ),
        ].join("\n"),
      );
    const before: Sent = { sheets: list(["Police", 2], ["Gendarmerie", 2]), delivery: "2026-T2" };
    const later = (...of: readonly (readonly [string, number])[]): Sent => ({
      sheets: list(...of),
      delivery: "2026-T3",
    });
    expect(byMap(before, later(["Police", 3], ["Gendarmerie", 3]))).toHaveLength(18);
    expect(byMap(before, later(["Police", 3], ["Gendarmerie", 2]))).toBeNull();
  });

  test("of a list that came a quarter late, the quarter between it and the new one is not there", () => {
    type Quarter = readonly [year: number, quarter: number];
    const list = (...quarters: readonly Quarter[]): Sheets =>
      one(
        [
          `${TITLE} - Police nationale`,
          "Année|Trimestre|Infraction|Faits",
          ...quarters.flatMap(([year, quarter]) => LINES.map((line, i) => `${year}|${quarter}|${line}|${i + quarter}`)),
        ].join("\n"),
      );
    const late: Sent = { sheets: list([2025, 3], [2025, 4]), delivery: "2026-T1" };
    const later = (...quarters: readonly Quarter[]): Sent => ({ sheets: list(...quarters), delivery: "2026-T2" });
    expect(byMap(late, later([2025, 3], [2025, 4], [2026, 1], [2026, 2]))).toHaveLength(12);
    expect(byMap(late, later([2025, 3], [2025, 4], [2026, 2]))).toBeNull();
  });
});

describe("what a printed change compares", () => {
  const heads = "Cumul 2025|Cumul 2026|T{n} 2025|T{n} 2026|Évolution|Évolution cumul";
  const rows = (quarter: number) =>
    LINES.map((line, i) => `${line}|${i * quarter}|${(i + 1) * quarter}|${i}|${i + 1}|+1|+${quarter}`);
  const of = (quarter: number): Sheets =>
    one(
      [`${TITLE} - Police nationale - T{n} 2026`, `Infraction|${heads}`, ...rows(quarter)]
        .join("\n")
        .replaceAll("{n}", String(quarter)),
    );

  test("the two counts that its heading is of, though in March they are the same", () => {
    const { recognition } = readTables(of(1), { delivery: "2026-T1" });
    const read = readByMaps([drawMap(recognition, KEY)], fileOf(t2(of(2))));
    expect(read?.value.printed.slice(0, 2).map(({ between }) => between?.map(periodKey))).toEqual([
      undefined, // of which of the two, the heading does not say
      ["2025-01/2025-06", "2026-01/2026-06"],
    ]);
  });

  test("those of its row: the quarter's, where no other stand there", () => {
    const two = (quarter: number): Sheets =>
      one(
        [
          `${TITLE} - T{n} 2026`,
          "Infraction|T{n} 2025|T{n} 2026|Évolution T{n} 2025 / T{n} 2026",
          ...LINES.map((line) => `${line}|1|2|+1`),
        ]
          .join("\n")
          .replaceAll("{n}", String(quarter)),
      );
    const { recognition } = readTables(two(1), { delivery: "2026-T1" });
    const read = readByMaps([drawMap(recognition, KEY)], fileOf(t2(two(2))));
    const quarters = ["2025-04/2025-06", "2026-04/2026-06"];
    expect(read?.value.printed.map(({ between }) => between?.map(periodKey))).toEqual([quarters, quarters, quarters]);
  });
});
