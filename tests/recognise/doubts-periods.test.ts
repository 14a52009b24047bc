/** A period said twice must agree: titles against headings, versions of one quarter, a year over its quarters. */
import { describe, expect, test } from "vitest";
import { type Options, readTables, wordLine } from "./tables.ts";

const table = (title: string, ...heads: readonly string[]) =>
  `${title}\n\nInfractions|${heads.join("|")}\nHomicides|${heads.map((_, i) => i + 1).join("|")}`;

describe("a title and the headings under it", () => {
  test.each([
    ["cumulative over quarters", "IS 101 - chiffres cumulés depuis le 1er janvier", ["T3 2025", "T3 2026"], "2026-T3"],
    ["a shorter span of days", "IS 101 - du 01/01/2026 au 15/03/2026", ["T1 2025", "T1 2026"], "2026-T1"],
    ["one month", "IS 101 - mars 2026", ["T1 2025", "T1 2026"], "2026-T1"],
    ["another quarter", "IS 101 - 2e trimestre 2026", ["T1 2025", "T1 2026"], "2026-T2"],
    ["a month long after", "IS 101 - juillet 2026", ["T1 2025", "T1 2026"], "2026-T1"],
    ["another half-year", "IS 101 - 1er semestre 2026", ["T3 2025", "T3 2026"], "2026-T3"],
    ["another year", "IS 101 - année 2026", ["T1 2024", "T1 2025"], "2026-T1"],
    ["the year before", "IS 101 - année 2025", ["T1 2025", "T1 2026"], "2026-T1"],
    ["a quarter over half-years", "IS 101 - 2e trimestre", ["S1 2025", "S1 2026"], "2026-T2"],
    ["a quarter of a year that no heading says", "IS 101 - T1 2026", ["T1 2024", "T1 2025"], "2026-T1"],
    ["a quarter over its last month", "IS 101 - 1er trimestre 2026", ["Mars 2025", "Mars 2026"], "2026-T1"],
    ["a quarter of no year over its last month", "IS 101 - 1er trimestre", ["Mars 2025", "Mars 2026"], "2026-T1"],
    ["a half-year over its last quarter", "IS 101 - 1er semestre 2026", ["T2 2025", "T2 2026"], "2026-T2"],
    ["twelve months", "IS 101 - 12 mois glissants - 1er trimestre 2026", ["T1 2025", "T1 2026"], "2026-T1"],
    ["two periods, of which one has no figures", "IS 101 - T1 2026 - 01/2026", ["T1 2025", "T1 2026"], "2026-T1"],
  ] as const)("that disagree are a doubt: %s", (_, title, heads, delivery) => {
    const before = readTables(table(title, ...heads), { delivery });
    expect(before.counts).toEqual([]);
    expect(before.rules).toEqual(["error ambiguous-reading"]);
    const [issue] = before.issues;
    const after = readTables(table(title, ...heads), { delivery, settings: `mots:\n${wordLine(issue)}` });
    expect(after.counts).toHaveLength(2);
    expect(after.rules).toEqual([]);
  });
  test.each([
    ["the quarter, and the same of the year before", "IS 101 - T3 2026", ["T3 2025", "T3 2026"]],
    ["quarters and since January", "IS 101 - T3 2026 et cumul", ["T3 2026", "Cumul 2026"]],
    ["since January, of the first quarter", "IS 101 - cumul depuis le 1er janvier 2026", ["T1 2025", "T1 2026"]],
    ["since January only", "IS 101 - T3 2026", ["Cumul 2025", "Cumul 2026"]],
    ["the months of the quarter", "IS 101 - T3 2026", ["Juillet 2026", "Août 2026", "Septembre 2026"]],
    ["the months of the quarter, one lost", "IS 101 - T3 2026", ["Août 2026", "Septembre 2026"]],
    ["a month of the quarter and since January", "IS 101 - T3 2026", ["Septembre 2026", "Cumul 2026"]],
    ["the quarters of the half-year", "IS 101 - 1er semestre 2026", ["T1 2026", "T2 2026"]],
    ["the year of the quarters", "IS 101 - Année 2026", ["T1 2026", "T2 2026"]],
    ["two quarters compared", "IS 101 - Comparaison T1 2025 / T1 2026", ["T1 2025", "T1 2026"]],
    ["years gone by", "IS 101 - T1 2026", ["Année 2024", "Année 2025"]],
    ["the month in which it was sent", "IS 101 - avril 2026", ["T1 2025", "T1 2026"]],
    ["the third month after, the last in which it may be sent", "IS 101 - juin 2026", ["T1 2025", "T1 2026"]],
    ["twelve months", "IS 101 - T3 2026", ["12 derniers mois"]],
  ] as const)("that agree are read: %s", (_, title, heads) => {
    const months = title.includes("T3") ? "2026-T3" : /semestre|Année/.test(title) ? "2026-T2" : "2026-T1";
    const { counts, rules } = readTables(table(title, ...heads), { delivery: months });
    expect(counts).toHaveLength(heads.length);
    expect(rules.filter((r) => r.startsWith("error"))).toEqual([]);
  });
  test("days that end before the quarter of the folder, where nothing else says a period", () => {
    const heads = "Infractions|Faits\nHomicides|1\nVols avec armes|2";
    for (const [text, name] of [
      [`IS 101 - au 15/03/2026\n\n${heads}`, "etat.csv"],
      [`IS 101 - du 01/01 au 28/03/2026\n\n${heads}`, "etat.csv"],
      [`IS 101\n\n${heads}\n\nDonnées arrêtées au 15/03/2026`, "etat.csv"],
    ] as const) {
      const before = readTables(text, { name });
      expect([before.counts, before.rules]).toEqual([[], ["error ambiguous-reading"]]);
      const settings = `mots:\n${wordLine(before.issues[0])}`;
      expect(readTables(text, { name, settings }).counts).toHaveLength(2);
    }
    const after = `IS 101\n\n${heads}\n\nDonnées arrêtées au 08/04/2026`;
    expect(readTables(after).counts).toHaveLength(2);
  });
  test("a table that reminds of the year before, beside the statement's own", () => {
    for (const text of [
      "IS 101 - T1 2026\n\nInfractions|T1 2025\nHomicides|1\n\nInfractions|T1 2026\nHomicides|2",
      "IS 101 - T1 2026\n\nCumul 2025\nInfractions|Faits\nHomicides|1\n\nCumul 2026\nInfractions|Faits\nHomicides|2",
    ])
      expect(readTables(text).counts).toHaveLength(2);
  });
});

describe("one quarter twice", () => {
  const versions = (...heads: readonly string[]) => readTables(table("IS 101", ...heads), {});
  test.each([
    ["T1 2026 (provisoire)", "T1 2026 (consolidé)"],
    ["T1 2026 consolidé", "T1 2026 provisoire"],
    ["1er trimestre 2026 - données définitives", "1er trimestre 2026 - données provisoires"],
  ])("%s beside %s: told, until the settings leave one", (a, b) => {
    const { counts, rules } = versions(a, b);
    expect([counts, rules]).toEqual([[], ["error ambiguous-reading"]]);
    const [left, later] = /provisoire/.test(a) ? [a, 2] : [b, 1];
    const settings = `mots:\n  - { texte: "${left}", lecture: ignorer }`;
    expect(readTables(table("IS 101", a, b), { settings }).counts).toEqual([
      `homicides ensemble 2026-01/2026-03 = ${later}`,
    ]);
  });
  test("one version alone is read", () => {
    expect(versions("T1 2025", "T1 2026 (provisoire)").counts).toHaveLength(2);
  });
});

describe("a period without a measure, at the right of « Taux 2025 »", () => {
  const heads = (...of: readonly string[]) => readTables(table("IS 101 - T1 2026", ...of));
  test.each([
    ["Taux T1 2025", "T1 2026"],
    ["Faits élucidés 2025", "2026"],
    ["Nombre T1 2024", "Taux T1 2025", "T1 2026"],
  ])("is a doubt where nothing counts the facts of that period: %s, %s", (...of) => {
    const { counts, rules, issues } = heads(...of);
    expect(counts.filter((c) => c.includes("2026"))).toEqual([]);
    expect(rules).toEqual(["error ambiguous-reading"]);
    const taught = readTables(table("IS 101 - T1 2026", ...of), { settings: `mots:\n${wordLine(issues[0])}` });
    expect(taught.counts.at(-1)).toMatch(/2026-01\/2026-03 = \d$/);
  });
  test("counts facts where that period is counted too, or where its own heading says so", () => {
    expect(heads("T1 2025", "Taux T1 2025", "T1 2026", "Taux T1 2026").counts).toHaveLength(2);
    expect(heads("Taux T1 2025", "Nombre T1 2026").counts).toHaveLength(1);
    expect(heads("T1 2026", "Évolution").counts).toHaveLength(1);
  });
});

describe("« Année 2026 » over its quarters", () => {
  const year = (heads: string, options: Options = { delivery: "2026-T2" }) =>
    readTables(`IS 101\n\nInfractions|Année 2026{1x3}|^|^\n|${heads}\nHomicides|1|2|3`, options);
  test("is their year, and no fourth quarter", () => {
    for (const heads of ["T1|T2|Total", "T1 2026|T2 2026|Total", "1er trimestre|2e trimestre|Cumul"]) {
      const { counts, recognition } = year(heads);
      expect(counts).toEqual([
        "homicides ensemble 2026-01/2026-03 = 1",
        "homicides ensemble 2026-04/2026-06 = 2",
        "homicides ensemble 2026-01/2026-06 = 3",
      ]);
      expect(recognition.tables[0]?.anchor).toEqual({ first: "2026-04", last: "2026-06" });
    }
  });
});

test("« Nombre » beside what is said against the statement's own period is of that period", () => {
  for (const before of ["N-1", "Rappel N-1", "Même période année précédente", "Trimestre précédent"]) {
    const { counts, rules } = readTables(table("IS 101 - T2 2026", "Nombre", before), { delivery: "2026-T2" });
    expect(counts[0]).toBe("homicides ensemble 2026-04/2026-06 = 1");
    expect([counts.length, rules]).toEqual([2, []]);
  }
});

test("a title that says the quarter dates the columns beside a reminder, and none beside a column of its own period", () => {
  const { counts, rules } = readTables(
    "IS 101 - T1 2026\nInfractions|Police|Gendarmerie|Total|Rappel T1 2025\nHomicides|1|2|3|4\nVols avec armes|1|0|1|5",
  );
  expect(counts.slice(0, 4)).toEqual([
    "homicides PN 2026-01/2026-03 = 1",
    "homicides GN 2026-01/2026-03 = 2",
    "homicides ensemble 2026-01/2026-03 = 3",
    "homicides ensemble 2025-01/2025-03 = 4",
  ]);
  expect(rules).toEqual([]);
  expect(readTables(table("IS 101 - T1 2026", "Nombre", "T1 2025")).counts).toHaveLength(2);
  expect(readTables(table("IS 101 - T1 2026", "Nombre", "T1 2026")).counts).toHaveLength(1);
  expect(readTables(table("IS 101", "Nombre", "T1 2025")).counts).toHaveLength(1);
});

test("« +/- » heads changes, also where one of them is 0", () => {
  const { counts, recognition } = readTables(table("IS 101 - T1 2026", "T1 2025", "T1 2026", "+/-"));
  expect(counts).toHaveLength(2);
  expect(recognition.printed.map((p) => p.measure)).toEqual(["change"]);
});

describe("the name of a sheet or of a file", () => {
  const quarter = table("IS 101 - 1er trimestre 2026", "T1 2025", "T1 2026");
  const alone = "IS 101 - 1er trimestre 2026\n\nInfractions|Nombre\nHomicides|1";
  test.each(["S1 2026", "T2 2026", "T2", "Année 2025", "2e trimestre", "T4 2025"])(
    "that says another period than the figures is a doubt: sheet %s",
    (part) => {
      for (const text of [quarter, alone])
        expect(readTables(text, { part }).rules).toEqual(["error ambiguous-reading"]);
    },
  );
  test.each(["T1 2026", "Cumul 2026", "2026", "2025-2026", "Données", "avril 2026"])("agrees: sheet %s", (part) => {
    expect(readTables(quarter, { part }).rules).toEqual([]);
  });
  test.each(["IS101_avril_2026.csv", "EM-2024-118 IS101.csv", "IS101 T1 2025 T1 2026.csv", "IS101_20260408.csv"])(
    "agrees: file %s",
    (name) => expect(readTables(quarter, { name }).rules).toEqual([]),
  );
  test("a sheet is held against its own figures, and not those of another", () => {
    const other = table("IS 101", "T2 2026");
    expect(readTables({ "T2 2026": quarter, "T1 2026": other }, { delivery: "2026-T2" }).counts).toEqual([]);
    expect(readTables({ "T1 2026": quarter, "T2 2026": other }, { delivery: "2026-T2" }).rules).toEqual([]);
  });
  test("the answer that is offered settles it", () => {
    const settings = `mots:\n${wordLine(readTables(quarter, { part: "S1 2026" }).issues[0])}`;
    expect(readTables(quarter, { part: "S1 2026", settings }).counts).toHaveLength(2);
  });
});

describe("figures that end before their period", () => {
  test.each([
    ["a title", table("IS 101 - T1 2026 (au 28 février 2026)", "T1 2025", "T1 2026")],
    ["a line of its own", table("IS 101 - T1 2026\nSituation arrêtée au 15 mars 2026", "T1 2026")],
    ["a line under the table", `${table("IS 101 - T1 2026", "T1 2026")}\n\nDonnées arrêtées au 15 mars 2026`],
    ["a note", `${table("IS 101 - T1 2026", "T1 2026")}\n\nNB : chiffres arrêtés au 28 février 2026`],
    ["a heading", table("IS 101 - T1 2026", "T1 2026", "Cumul au 15/03/2026")],
    ["a month without its year", table("IS 101 - données arrêtées à fin février", "T1 2026")],
  ])("are a doubt: %s", (_, text) => expect(readTables(text).rules).toEqual(["error ambiguous-reading"]));
  test.each([
    ["the last day", table("IS 101 - T1 2026 au 31 mars 2026", "T1 2026"), "2026-T1"],
    ["a later day", table("IS 101 - T1 2026\nDonnées arrêtées au 8 avril 2026", "T1 2026"), "2026-T1"],
    ["a later day without its year", table("IS 101 - T4 2025 - au 8 janvier", "T4 2025"), "2025-T4"],
    ["a population", table("IS 101 - T1 2026\nRecensement au 1er janvier 2023", "T1 2026"), "2026-T1"],
    ["when it was printed", table("IS 101 - édition du 15/03/2026", "T1 2026"), "2026-T1"],
    ["since January until a month", table("IS 101 - T3 2026", "T3 2026", "Cumul au 30/09/2026"), "2026-T3"],
  ])("are not: %s", (_, text, delivery) => expect(readTables(text, { delivery }).rules).toEqual([]));
});

test("a count since January and the last twelve months are two periods, in one caption", () => {
  const captioned = (caption: string) =>
    readTables(`IS 101 - 1er trimestre 2026\n${caption}\nInfractions|Nombre\nHomicides|1`);
  for (const caption of [
    "Cumul 2025 et 12 derniers mois",
    "Cumul et 12 derniers mois",
    "12 derniers mois et cumul 2025",
    "Cumul 2025 (12 derniers mois)",
  ])
    expect(captioned(caption).rules).toEqual(["error ambiguous-reading"]);
  const heads = table("IS 101 - T1 2026 et 12 derniers mois", "T1 2026", "Cumul sur 12 mois glissants");
  expect(readTables(heads).counts).toEqual([
    "homicides ensemble 2026-01/2026-03 = 1",
    "homicides ensemble 2025-04/2026-03 = 2",
  ]);
});

describe("« Cumul » beside the months of a quarter", () => {
  const months = (heads: string, ...rows: readonly string[]) =>
    `IS 101 - 3e trimestre 2026\n\nInfractions|${heads}\n${rows.join("\n")}`;
  const since = (text: string, settings = "") => {
    const { counts, issues } = readTables(text, { delivery: "2026-T3", settings });
    return { counts: counts.filter((c) => /-09 =/.test(c) && !/2026-09\/2026-09/.test(c)), issues };
  };
  test.each([
    ["the months", "Juillet|Août|Septembre|Cumul", ["Homicides|0|1|0|1", "Vols avec armes|2|3|1|6"]],
    ["the year said", "Juillet|Août|Septembre|Cumul 2026", ["Homicides|0|1|0|1", "Vols avec armes|2|3|1|6"]],
    ["their total too", "Juillet|Août|Septembre|Total|Cumul", ["Homicides|0|1|0|1|1", "Vols avec armes|2|3|1|6|6"]],
    ["two quarters", "T2|T3|Cumul", ["Homicides|0|1|1", "Vols avec armes|2|3|5"]],
  ])("is a doubt where it is their sum on each line, and both lines offered work: %s", (_, heads, rows) => {
    const before = since(months(heads, ...rows));
    expect(before.counts).toEqual([]);
    expect(before.issues.map((i) => i.rule)).toEqual(["ambiguous-reading"]);
    const line = wordLine(before.issues[0]);
    const sum = heads.startsWith("T2") ? "2026-04/2026-09" : "2026-07/2026-09";
    expect(line).toContain(`lecture: ${sum}`);
    for (const period of [sum, "2026-01/2026-09"]) {
      const { counts, issues } = since(months(heads, ...rows), `mots:\n${line.replace(sum, period)}`);
      expect(counts).toContain(`vols-avec-armes ensemble ${period} = ${heads.startsWith("T2") ? 5 : 6}`);
      expect(issues.filter((i) => i.severity === "error")).toEqual([]);
    }
  });
  test.each([
    ["it is more on one line", "Juillet|Août|Septembre|Cumul", ["Homicides|0|1|0|1", "Vols avec armes|2|3|1|9"]],
    ["it says from when", "Juillet|Août|Septembre|Cumul annuel", ["Homicides|0|1|0|1", "Vols avec armes|2|3|1|6"]],
    ["a month has no figure", "Juillet|Août|Septembre|Cumul", ["Homicides|nd|1|0|1"]],
    ["one quarter is beside it", "T3 2026|Cumul", ["Homicides|1|1"]],
    ["a month between is not there", "Juillet|Septembre|Cumul", ["Homicides|0|1|1"]],
  ])("runs since January where %s", (_, heads, rows) => {
    const { counts, issues } = since(months(heads, ...rows));
    expect(counts).toContain("homicides ensemble 2026-01/2026-09 = 1");
    expect(issues.filter((i) => i.severity === "error")).toEqual([]);
  });
  test("is the same question where it is the sum of the two forces of the quarter", () => {
    const forces = (cumul: number) =>
      months("Police|Gendarmerie|Cumul PN-GN", "Homicides|0|1|1", `Vols avec armes|2|3|${cumul}`);
    const before = since(forces(5));
    expect(before.counts).toEqual([]);
    const { counts } = since(forces(5), `mots:\n${wordLine(before.issues[0])}`);
    expect(counts).toContain("vols-avec-armes ensemble 2026-07/2026-09 = 5");
    expect(since(forces(9)).counts).toContain("vols-avec-armes ensemble 2026-01/2026-09 = 9");
  });
  test("is the same question down the rows, and for each force", () => {
    for (const text of [
      months("Police", "Homicides|", "Juillet|0", "Août|1", "Septembre|0", "Cumul|1"),
      months(
        "Juillet{1x2}|^|Août{1x2}|^|Septembre{1x2}|^|Cumul{1x2}|^",
        `${"|Police|Gendarmerie".repeat(4)}`,
        "Homicides|0|1|1|0|0|2|1|3",
      ),
    ])
      expect(since(text).issues.map((i) => i.rule)).toEqual(["ambiguous-reading"]);
  });
});

describe("the last twelve months", () => {
  const rulesOf = (lines: string, heads: string, options = {}) => {
    const counts = heads
      .split("|")
      .map(() => "1")
      .join("|");
    return readTables(`${lines}\n\nInfractions|${heads}\nHomicides|${counts}\nVols avec armes|${counts}`, options)
      .rules;
  };
  test.each([
    ["in a caption", "IS 101 - T1 2026\n12 mois glissants", "T1 2025|T1 2026", {}],
    ["in the name of the sheet", "IS 101 - T1 2026", "2025|2026", { part: "12 mois glissants" }],
    ["of a year, which only the folder ends", "IS 101", "Nombre", { name: "12 derniers mois 2025 IS101.csv" }],
  ])("over figures of less are a doubt: %s", (_, lines, heads, options) =>
    expect(rulesOf(lines, heads, options)).toEqual(["error ambiguous-reading"]),
  );
  test.each([
    ["one count", "IS 101 - T1 2026\n12 mois glissants", "2025|2026", {}],
    ["quarters", "IS 101\n12 derniers mois", "T2 2025|T3 2025|T4 2025|T1 2026", {}],
    ["beside a quarter", "IS 101 - T1 2026 et 12 derniers mois", "T1 2026", {}],
    ["the name of the file", "IS 101", "Nombre", { name: "12 derniers mois IS101.csv" }],
  ])("over figures of twelve are none: %s", (_, lines, heads, options) =>
    expect(rulesOf(lines, heads, options)).toEqual([]),
  );
});

test("« Cumul » under a title of the second quarter, beside a column of the third, is counted from neither", () => {
  const { counts, rules } = readTables(table("IS 101 - 2e trimestre 2026", "Cumul 2026", "T3 2026"), {
    delivery: "2026-T3",
  });
  expect(counts).toEqual([]);
  expect(rules).toEqual(["error ambiguous-reading", "warning column-not-understood"]);
});

test.each(["1er bimestre 2026", "2e quadrimestre 2026", "semaine 12 2026", "semaine n° 3 - 2026"])(
  "a span that no statement has is no quarter of its folder: %s",
  (span) => {
    const { counts, rules } = readTables(table(`IS 101 - ${span}`, "Nombre"));
    expect(counts).toEqual([]);
    expect(rules).toEqual(["error ambiguous-reading"]);
  },
);

test("« Cumul 2025 » over the first lines and « Cumul 2026 » over the next are two captions, and the quarters of the same months too", () => {
  const under = (caption: string, count: number) =>
    `${caption}\n|Nombre de faits\nHomicides|${count}\nVols avec armes|${count + 1}\n`;
  const cumulative = [under("Cumul 2025", 3), under("Cumul 2026", 5)];
  const quarters = [under("1er trimestre 2025", 3), under("1er trimestre 2026", 5)];
  for (const tables of [cumulative, [...quarters, ...cumulative]]) {
    const { counts, rules } = readTables(`IS 101 - T1 2026\n\n${tables.join("\n")}`);
    expect(rules).toEqual([]);
    expect([...new Set(counts)].toSorted()).toEqual([
      "homicides ensemble 2025-01/2025-03 = 3",
      "homicides ensemble 2026-01/2026-03 = 5",
      "vols-avec-armes ensemble 2025-01/2025-03 = 4",
      "vols-avec-armes ensemble 2026-01/2026-03 = 6",
    ]);
  }
});
