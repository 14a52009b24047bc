/** What the terminal shows of a file before it is confirmed, and of what is read again. */
import { expect, test } from "vitest";
import type { Held } from "../../scripts/lectures/index.ts";
import { lectureScreen, rereadTexts } from "../../scripts/shell/lecture-text.ts";
import { readTables } from "../recognise/tables.ts";

const COMMUNE = { name: "Exemple", insee: null, departement: null };
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

const FIRST: Held = { state: "first", differences: [] };
const screen = (table: string, held: Held | null = FIRST, columns = 80) => {
  const { recognition, issues } = readTables(table);
  return plain(lectureScreen({ recognition, held, issues }, COMMUNE, (id) => id, columns)).split("\n");
};

test("of many texts that change nothing, the nearest six are shown, and the others counted", () => {
  const notes = Array.from({ length: 14 }, (_, i) => `Remarque du service ${"abcdefghijklmn"[i]}`);
  const lines = screen(["IS 101 - T1 2026", "Infractions|Police", "Homicides|1", ...notes].join("\n"));
  expect(lines.filter((line) => line.startsWith("  « "))).toHaveLength(6);
  expect(lines).toContain("  … et 9 autres : la page les montre.");
});

const six = (label: string, from: number) => [label, ...Array.from({ length: 6 }, (_, i) => from + i)].join("|");
const BY_FORCE = [
  "IS 101 - Exemple - T1 2026",
  "Infractions|T1 2025|T1 2025|T1 2025|T1 2026|T1 2026|T1 2026",
  "^|Police|Gendarmerie|Total|Police|Gendarmerie|Total",
];

test("six columns stand beside each other at 80, in the order of the paper, its total last", () => {
  const lines = screen(
    [...BY_FORCE, six("Homicides", 1), six("Cambriolages de logement", 101), six("Total", 102)].join("\n"),
  );
  const at = lines.findIndex((line) => line.includes("T1 2025"));
  expect(lines.slice(at, at + 5).map((line) => line.trim().split(/ {2,}/))).toEqual([
    ["T1 2025", "T1 2026"],
    ["PN", "GN", "Ens.", "PN", "GN", "Ens."],
    ["Homicides", "1", "2", "3", "4", "5", "6"],
    ["Cambriolages de logement", "101", "102", "103", "104", "105", "106"],
    ["Total", "102", "103", "104", "105", "106", "107"],
  ]);
  expect(Math.max(...lines.slice(at, at + 5).map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("where all the columns have no room, the latest periods are shown, and the others counted", () => {
  const periods = ["T1 2024", "T2 2024", "T3 2024", "T4 2024", "T1 2025", "T2 2025", "T3 2025", "T4 2025", "T1 2026"];
  const row = (label: string) => [label, ...periods.map((_, i) => 1000 + i)].join("|");
  const lines = screen(
    ["IS 101 - T1 2026", ["Nature", ...periods].join("|"), row("Homicides"), row("Vols de véhicules")].join("\n"),
    FIRST,
    60,
  );
  const heads = lines.find((line) => line.includes("T1 2026") && !line.includes(":")) ?? "";
  expect(heads.trim().split(/ {2,}/)).toEqual(["T2 2025", "T3 2025", "T4 2025", "T1 2026"]);
  expect(lines.some((line) => /… et \d autres périodes : la page les montre\./.test(line))).toBe(true);
  const table = lines.filter((line) => line.startsWith("  ") && !line.includes("«"));
  expect(Math.max(...table.map((line) => line.length))).toBeLessThanOrEqual(60);
});

test("a first reading takes a screen of forty lines, whatever the statement holds", () => {
  const rows = Array.from({ length: 60 }, (_, i) => `Infraction numéro ${i}|${i}|${i + 1}`);
  const notes = Array.from({ length: 30 }, (_, i) => `Remarque numéro ${i}`);
  const lines = screen(
    ["IS 101 - T1 2026", "Infractions|T1 2025|T1 2026", "Homicides|0|1", ...rows, ...notes].join("\n"),
  );
  expect(lines.length).toBeLessThanOrEqual(40);
  expect(lines.some((line) => /… et \d+ autres lignes/.test(line))).toBe(true);
});

test("one that is confirmed, or in which nothing is new, is one line; one that has news is its news alone", () => {
  const table = "IS 101 - T1 2026\nInfractions|Police\nHomicides|1";
  expect(screen(table, null)).toEqual(["2026-T1/etat.csv : lecture confirmée, 1 chiffre."]);
  expect(screen(table, { state: "same", differences: [] })).toEqual(["2026-T1/etat.csv : rien de nouveau, 1 chiffre."]);
  expect(screen(table, { state: "same", differences: [], revised: 2 })).toEqual([
    "2026-T1/etat.csv : rien de nouveau, 1 chiffre, dont 2 révisés d'un trimestre d'avant.",
  ]);
  expect(screen(table, { state: "changed", differences: [{ says: "une colonne est venue" }] })).toEqual([
    "── 2026-T1/etat.csv : 1 chiffre.",
    "Ce qui change par rapport à  :",
    "  • une colonne est venue",
  ]);
});

test("an error is said of a file like the confirmed ones too", () => {
  const { recognition, issues } = readTables("IS 101\\nInfractions|T1 2025||T1 2026|\\nHomicides|0|1|1|0");
  const same: Held = { state: "same", differences: [] };
  expect(plain(lectureScreen({ recognition, held: same, issues }, COMMUNE, (id) => id, 80))).toContain("ERREUR");
});

test("of a file with an error, the error is said, whole, and nothing of its figures", () => {
  const lines = screen("IS 101\nInfractions|T1 2025||T1 2026|\nHomicides|0|1|1|0");
  expect(lines.join("\n")).toMatch(/^── .*\n(?:.*\n)?.*ERREUR[\s\S]*où :[\s\S]*que faire :/);
  expect(lines.join("\n")).not.toContain("Textes qui ne changent");
});

test("what is read again tells each file that is read otherwise, or gone, then how many differences there are", () => {
  const differences = [{ says: "une ligne nouvelle" }];
  expect(rereadTexts([{ path: "2026-T1/a.csv", differences: [] }]).map(plain)).toEqual([
    "1 fichier confirmé, relu : rien n'est lu autrement.",
  ]);
  const files = [
    { path: "2026-T1/a.csv", differences },
    { path: "2026-T1/b.csv", differences: null },
  ];
  expect(rereadTexts(files).map(plain)).toEqual([
    "2026-T1/a.csv :\n  • une ligne nouvelle",
    "2026-T1/b.csv : le fichier n'est plus là ; ses chiffres restent ceux confirmés.",
    "2 fichiers confirmés, relus : 1 différence. Les chiffres restent ceux confirmés.",
  ]);
});

test("of a file of which nothing is read while it asks, no sentence says what is read", () => {
  const { recognition } = readTables("IS 101 - T1 2026\nInfractions|Police");
  const shown = (isAsked: boolean) =>
    plain(lectureScreen({ recognition, held: FIRST, issues: [], isAsked }, COMMUNE, (id) => id, 80)).split("\n");
  expect(shown(true)).toEqual([`── ${recognition.file.source.path}`]);
  expect(shown(false).length).toBeGreaterThan(1);
});
