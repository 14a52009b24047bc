/** Words that services use, each in a table where a wrong reading would be a wrong figure. */
import { expect, test } from "vitest";
import { fold } from "../../scripts/nomenclature/index.ts";
import { readTables, wordLine } from "./tables.ts";

const read = (title: string, heads: string, values: string, delivery = "2026-T3") =>
  readTables(`${title}\n\nInfractions|${heads}\nHomicides|${values}\nVols avec armes|${values}`, { delivery });
const homicides = (...args: Parameters<typeof read>) => read(...args).counts.filter((c) => c.startsWith("homicides"));
const T3 = "IS 101 - 3e trimestre 2026";

test("« Sécurité publique » is the police beside the gendarmerie; « de la sécurité publique » is what a document is about", () => {
  const forces = ["homicides PN 2026-07/2026-09 = 1", "homicides GN 2026-07/2026-09 = 2"];
  expect(homicides(T3, "Sécurité publique|Gendarmerie", "1|2")).toEqual(forces);
  expect(homicides(T3, "Circonscription de sécurité publique|GN", "1|2")).toEqual(forces);
  expect(homicides(`Chiffres de la sécurité publique - ${T3}`, "Faits", "1")).toEqual([
    "homicides ensemble 2026-07/2026-09 = 1",
  ]);
});
test("« à fin septembre » and « 9 mois » run since January", () => {
  for (const words of ["A fin septembre", "à fin septembre 2026", "9 mois 2026", "9 mois", "Cumul 9 mois"])
    expect(homicides(T3, `T3 2026|${words}`, "1|2")).toEqual([
      "homicides ensemble 2026-07/2026-09 = 1",
      "homicides ensemble 2026-01/2026-09 = 2",
    ]);
});
test("« Total » of a year that fills up sums the quarters so far; beside one quarter alone, it is that of March where it repeats it", () => {
  const first = "homicides ensemble 2026-01/2026-03 = 1";
  expect(homicides("IS 101 - 2026", "T1|T2|T3|T4|Total", "1||||1", "2026-T1")).toEqual([first, first]);
  expect(homicides("IS 101 - 2026", "T1|Total", "1|1", "2026-T1")).toEqual([first, first]);
  expect(homicides("IS 101 - 2026", "T1|Total", "1|2", "2026-T1")).toEqual([first]);
  const third = "homicides ensemble 2026-07/2026-09 = 1";
  expect(homicides("IS 101 - 2026", "T3|Total", "1|1", "2026-T3")).toEqual([third]);
});
test("« Période » beside a cumulative column is the statement's own period", () => {
  expect(homicides(T3, "Période|Cumul annuel", "1|2")).toEqual([
    "homicides ensemble 2026-07/2026-09 = 1",
    "homicides ensemble 2026-01/2026-09 = 2",
  ]);
  expect(homicides(T3, "Période|Nombre", "1|2")).toEqual([]);
});
test("« Année complète » over years, in a heading or in the title, is the whole of each", () => {
  const years = ["homicides ensemble 2024-01/2024-12 = 1", "homicides ensemble 2025-01/2025-12 = 2"];
  for (const words of ["Année complète", "Année entière"]) {
    expect(homicides(`IS 101 - ${words}`, "2024|2025", "1|2", "2025-T4")).toEqual(years);
    expect(homicides("IS 101 - T4 2025", `T4 2025|${words} 2025`, "1|2", "2025-T4").at(-1)).toBe(years[1]);
  }
});
test("« 6 mois » in a statement of September may be the first or the last ones", () => {
  expect(read(T3, "T3 2026|6 mois", "1|2").rules).toContain("error ambiguous-reading");
});
test("« 2026.1 » is a quarter, in a heading, on each line or in the title", () => {
  const two = ["homicides ensemble 2025-07/2025-09 = 1", "homicides ensemble 2026-07/2026-09 = 2"];
  expect(homicides("IS 101", "2025.3|2026.3", "1|2")).toEqual(two);
  const long = "IS 101\nInfractions|Période|Nombre\nHomicides|2025.3|1\nHomicides|2026.3|2";
  expect(readTables(long, { delivery: "2026-T3" }).counts).toEqual(two);
  expect(homicides("IS 101 - 2026.2", "Nombre", "1")).toEqual(["homicides ensemble 2026-04/2026-06 = 1"]);
});
test("« N/N-1 », « Δ » and « Var. 25/26 » are changes; « (déf.) », « (r) » say no more", () => {
  for (const words of ["N/N-1", "Δ", "Var. 25/26", "Évol. 2025/2026"]) {
    const { counts, recognition } = read(T3, `T3 2025|T3 2026|${words}`, "1|2|+1");
    expect([words, counts.length, recognition.printed.length]).toEqual([words, 4, 2]);
  }
  expect(homicides(T3, "T3 2025 (déf.)|T3 2026 (p)", "1|2")).toHaveLength(2);
  expect(homicides(T3, "T3 2025 (r)|T3 2026", "1|2")).toHaveLength(2);
});
test("a letter in brackets after a label sends to a note", () => {
  expect(readTables("IS 101 - T1 2026\nInfractions|T1 2026\nVols de véhicules (a)|3").counts).toEqual([
    "vols-vehicules ensemble 2026-01/2026-03 = 3",
  ]);
});
test("a mean of years is set aside, and the rest read", () => {
  for (const words of [
    "Moy. 5 ans",
    "Moyenne des cinq dernières années",
    "Moyenne quinquennale",
    "Moyenne T1 sur 3 ans",
    "Moyenne 2021-2025",
  ]) {
    const { counts, issues } = read(T3, `T3 2026|${words}`, "1|2");
    expect([words, counts.length, issues]).toEqual([words, 2, []]);
  }
});
test("« Total année » after the four quarters is the year", () => {
  expect(homicides("IS 101 - 4e trimestre 2025", "T1|T2|T3|T4|Total année", "1|2|3|4|10", "2025-T4").at(-1)).toBe(
    "homicides ensemble 2025-01/2025-12 = 10",
  );
});
test("« Année » after its quarters or months is their total; after some of them, a column of years", () => {
  for (const heads of ["T1|T2|T3|T4", "1er trimestre|2e trimestre|3e trimestre|4e trimestre"])
    expect(homicides("IS 101 - 2025", `${heads}|Année`, "1|2|3|4|10", "2025-T4").at(-1)).toBe(
      "homicides ensemble 2025-01/2025-12 = 10",
    );
  expect(homicides("IS 101 - 2025", "T1|T2|T3|Année", "1|2|3|10", "2025-T4")).toEqual([]);
});
test("« 3e trim. 26 », « 1er sem. 26 »: two digits are a year, and those of a day are none", () => {
  expect(homicides("IS 101", "3e trim. 25|3e trimestre 26", "1|2")).toEqual([
    "homicides ensemble 2025-07/2025-09 = 1",
    "homicides ensemble 2026-07/2026-09 = 2",
  ]);
  expect(homicides("IS 101", "1er sem. 26", "1")).toEqual(["homicides ensemble 2026-01/2026-06 = 1"]);
  expect(homicides("IS 101 - 3e trimestre 08/10/2026", "T3 2026", "1")).toHaveLength(1);
});
test("one date on each row says no months, until the settings say which", () => {
  const table = "IS 101\nType|Date|Faits\nHomicides|31/12/2025|1\nVols avec armes|31/12/2025|2";
  const options = { delivery: "2025-T4" };
  expect(readTables(table, options).counts).toEqual([]);
  const settings = 'mots:\n  - { texte: "31/12/2025", lecture: 2025-10/2025-12 }';
  expect(readTables(table, { ...options, settings }).counts).toEqual([
    "homicides ensemble 2025-10/2025-12 = 1",
    "vols-avec-armes ensemble 2025-10/2025-12 = 2",
  ]);
});
test("« 01-03/2026 » is a span of months, and no day", () => {
  expect(homicides("IS 101", "01-03/2025|01-03/2026", "1|2", "2026-T1")).toEqual([
    "homicides ensemble 2025-01/2025-03 = 1",
    "homicides ensemble 2026-01/2026-03 = 2",
  ]);
});
test.each([
  ["RAS", [], ["warning cell-not-understood"]],
  ["néant", ["homicides ensemble 2025-07/2025-09 = 0", "homicides ensemble 2026-07/2026-09 = 0"], []],
  ["Aucun", ["homicides ensemble 2025-07/2025-09 = 0", "homicides ensemble 2026-07/2026-09 = 0"], []],
])(
  "a word in the place of a line's figures heads no columns: it is told, or says that there is none: %s",
  (word, own, told) => {
    const table = `${T3}\nInfractions|T3 2025|T3 2026\nHomicides|${word}|${word}\nVols avec armes|1|2`;
    const { counts, rules } = readTables(table, { delivery: "2026-T3" });
    const others = ["vols-avec-armes ensemble 2025-07/2025-09 = 1", "vols-avec-armes ensemble 2026-07/2026-09 = 2"];
    expect([counts, rules]).toEqual([[...own, ...others], told]);
  },
);
test("a family over the labels, and a period among other words, are a header", () => {
  const { counts } = readTables("IST\nAtteintes aux biens|Observations|T1 2025\nCambriolages|a|5\nRodéos|b|6");
  expect(counts[0]).toBe("ist-cambriolages ensemble 2025-01/2025-03 = 5");
});
test("« ns » and « < 5 » are no numbers", () => {
  const { observations } = read(T3, "T3 2025|T3 2026", "ns|< 5");
  expect(observations.map((o) => o.status)).toEqual(["missing", "confidential", "missing", "confidential"]);
});
test("captions may be numbered", () => {
  const table = (caption: string) => `${caption}\nInfractions|T3 2026\nHomicides|1`;
  for (const [police, gendarmerie] of [
    ["1. Zone police", "2. Zone gendarmerie"],
    ["I - Police", "II - Gendarmerie"],
    ["a) Police nationale", "b) Gendarmerie nationale"],
  ] as const)
    expect(readTables(`${T3}\n\n${table(police)}\n\n${table(gendarmerie)}`, { delivery: "2026-T3" }).counts).toEqual([
      "homicides PN 2026-07/2026-09 = 1",
      "homicides GN 2026-07/2026-09 = 1",
    ]);
  expect(homicides("IS 101 - 2026\n3. trimestre", "Faits", "1", "2026-T4")).toEqual([
    "homicides ensemble 2026-07/2026-09 = 1",
  ]);
});
test("« CPN Valmont » is a district, beside the title or on the sheet; « Police Valmont » may be a force", () => {
  const table = (line: string) =>
    `IS 101 - Saint-Aubin-les-Tilleuls - T1 2026\n${line}\n\nInfractions|T1 2026\nHomicides|1`;
  for (const line of ["CPN VALMONT", "Unité : CSP Valmont", "Émetteur : CPN de Valmont"])
    expect(readTables(table(line)).counts).toEqual(["homicides ensemble 2026-01/2026-03 = 1"]);
  for (const line of ["Police Valmont", "CGD Valmont", "Compagnie de gendarmerie départementale de Valmont"])
    expect(readTables(table(line)).counts).toEqual([]);
  expect(readTables(table(""), { part: "CPN Valmont" }).counts).toHaveLength(1);
  expect(readTables(table(""), { part: "Police Valmont" }).counts).toEqual([]);
  expect(readTables({ "CPN Valmont": table(""), "CGD Valmont": table("") }).counts).toEqual([]);
  expect(readTables({ "CPN Valmont": table(""), Gendarmerie: table("") }).rules).toContain("error ambiguous-reading");
});
test("« Total des deux zones » is both forces", () => {
  expect(homicides(T3, "Zone police|Zone gendarmerie|Total des deux zones", "1|2|3").at(-1)).toBe(
    "homicides ensemble 2026-07/2026-09 = 3",
  );
});
test("« 2026/2025 » heads changes; « 2025/2026 » may head either", () => {
  const { counts, recognition } = read(T3, "T3 2025|T3 2026|2026/2025", "1|2|1");
  expect(counts).toHaveLength(4);
  expect(recognition.printed.map((p) => p.measure)).toEqual(["change", "change"]);
  expect(read(T3, "T3 2025|T3 2026|2025/2026", "1|2|1").rules).toContain("error ambiguous-reading");
  expect(read(T3, "T3 2026 T3 2025", "1").rules).toContain("error ambiguous-reading");
});
test("a density in the letterhead makes no rates of the counts; one in the title does", () => {
  expect(homicides(`Densité : 1 234 hab/km²\n${T3}`, "T3 2026", "1")).toHaveLength(1);
  expect(homicides(`${T3} - Taux pour 1 000 habitants`, "T3 2026", "1")).toEqual([]);
});
test("« Faits élucidés » over a table of its own makes no counts of it", () => {
  const table = (caption: string) => `${caption}\nInfractions|T3 2026\nHomicides|1`;
  const { counts, recognition } = readTables(`${T3}\n\n${table("Faits constatés")}\n\n${table("Faits élucidés")}`, {
    delivery: "2026-T3",
  });
  expect(counts).toEqual(["homicides ensemble 2026-07/2026-09 = 1"]);
  expect(recognition.printed.map((p) => p.measure)).toEqual(["other"]);
});

test("« < 15 ans », « - de 15 ans » and « > 15 ans » are three ways to say two lines", () => {
  const labels = ["CBV < 15 ans", "CBV - de 15 ans", "CBV > 15 ans", "CBV + de 15 ans", "CBV ≥ 15 ans"];
  expect(labels.map(fold)).toEqual([
    "cbv moin de 15 an",
    "cbv moin de 15 an",
    "cbv de 15 an plu",
    "cbv de 15 an plu",
    "cbv de 15 an plu",
  ]);
  expect(fold("Coups et blessures volontaires - de 15 ans ou plus")).toBe("coup et blessure volontaire de 15 an plu");
  const { counts } = readTables("IS 101 - T1 2026\nInfractions|T1 2026\nCBV < 15 ans|2\nCBV > 15 ans|3");
  expect(counts).toEqual([
    "« CBV < 15 ans » ensemble 2026-01/2026-03 = 2",
    "coups-blessures-15-ans-plus ensemble 2026-01/2026-03 = 3",
  ]);
});

test("an unknown label twice in one column is of two lines, even with one value", () => {
  const twice = "Cambriolages de logement|5\ndont aggravés|2\nVols de véhicules|4\ndont aggravés|2";
  const { counts, rules } = readTables(`IS 101 - T1 2026\nInfractions|T1 2026\n${twice}`);
  expect(counts).toHaveLength(2);
  expect(rules).toEqual(["warning row-not-understood"]);
});

test("« Sous-total » under two families that have as many facts is each family's own", () => {
  const family = (name: string, line: string) => `${name}|\n${line}|5\nSous-total|5`;
  const { counts, rules } = readTables(
    `IST - T1 2026\nType|T1 2026\n${family("Atteintes volontaires à l'intégrité physique", "Menaces")}\n${family("Atteintes aux biens", "Cambriolages")}`,
  );
  expect(counts).toContain("atteintes-biens ensemble 2026-01/2026-03 = 5");
  expect(counts).toContain("atteintes-integrite-physique ensemble 2026-01/2026-03 = 5");
  expect(rules).toEqual([]);
});

test.each(["Homicides (PN)", "Homicides / PN", "Homicides - PN", "Homicides, PN", "Homicides | PN"])(
  "a label that also says its force is that line, of that force: %s",
  (label) => {
    const table = `IS 101 - T1 2026\nInfractions|Nombre\n${label.replace("|", ":")}|3\nVols avec armes (PN)|4`;
    expect(readTables(table).counts[0]).toBe("homicides PN 2026-01/2026-03 = 3");
  },
);
test("« Cambriolages de logement - résidences » is the whole line, « résidences principales » a part of it", () => {
  const label = (text: string) =>
    readTables(`IS 101 - T1 2026\n\nInfractions|Nombre\n${text}|1\nHomicides|0`).counts.slice(0, 1);
  for (const text of ["Cambriolages de logement - résidences", "Cambriolages d'habitations"])
    expect(label(text)).toEqual(["cambriolages-logement ensemble 2026-01/2026-03 = 1"]);
  expect(label("Cambriolages de logement - résidences principales")[0]).toMatch(/^« Cambriolages de logement - rés/);
});
test("« Zone police Mis en cause » heads persons, and no place of that name", () => {
  const heads = "Zone police Nombre de faits|Zone police Mis en cause";
  expect(readTables(`IS 101 - T1 2026\n\nInfractions|${heads}\nHomicides|1|2`).counts).toEqual([
    "homicides PN 2026-01/2026-03 = 1",
  ]);
});
test("a mark that is no word is offered no answer", () => {
  const lines = (head: string) =>
    readTables(`IS 101 - T1 2026\n\nInfractions|Police|${head}\nHomicides|1|2`).issues.map((i) => wordLine(i));
  expect(lines("B")).toEqual([""]);
  expect(lines("(b)")).toEqual([""]);
  expect(lines("Bx")).toEqual([expect.stringContaining('texte: "Bx"')]);
});

test("« Σ » and « Ens. » are totals, « Moy. » is a mean and no count", () => {
  const forces = (total: string) => readTables(`IS 101 - T1 2026\n\nInfractions|PN|GN|${total}\nHomicides|1|2|3`);
  for (const total of ["Σ", "∑", "Ens."]) {
    expect(forces(total).counts).toContain("homicides ensemble 2026-01/2026-03 = 3");
    expect(forces(total).rules).toEqual([]);
  }
  const mean = readTables("IS 101 - T1 2026\n\nInfractions|T1 2025|T1 2026|Moy.\nHomicides|1|3|2");
  expect(mean.counts).toEqual(["homicides ensemble 2025-01/2025-03 = 1", "homicides ensemble 2026-01/2026-03 = 3"]);
  expect(mean.rules).toEqual([]);
});
