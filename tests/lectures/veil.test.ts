/** A text that nobody has seen is printed nowhere, whatever the shape of the name in it. */

import { expect, test } from "vitest";
import { check } from "../../scripts/check/index.ts";
import { createKeeper, createVocabulary, veil } from "../../scripts/lectures/index.ts";
import { tell } from "../../scripts/model/remarks/index.ts";
import { listOf } from "../lists.ts";
import { NOMENCLATURE, readTables, settingsOf } from "../recognise/tables.ts";

const KNOWN = createVocabulary(NOMENCLATURE, settingsOf());

/** Invented persons, in the shapes in which a service may write them. */
const SHAPES = listOf(`
  MME KERVADEC ANNE ; Mme Kervadec ; mme kervadec ; M. KERVADEC ; M KERVADEC ; Mr Kervadec ; MR. KERVADEC ;
  Mlle Kervadec ; MLLE KERVADEC ; Monsieur Kervadec ; Madame KERVADEC Anne ; MONSIEUR KERVADEC ; Mme. Kervadec ;
  MM. Kervadec et Tanguy ; Dr Kervadec ; Me Kervadec ; Maître Kervadec ; Veuve Kervadec ; Mme Vve KERVADEC ;
  Cdt KERVADEC ; Brigadier Kervadec ; M.KERVADEC ; Mme_KERVADEC ; MME  KERVADEC ;
  KERVADEC Anne ; Anne KERVADEC ; Kervadec Anne ; kervadec anne ; KERVADEC ANNE ; KERVADEC, Anne ;
  Kervadec, A. ; A. Kervadec ; A KERVADEC ; KERVADEC A. ; Anne-Lise Kervadec ; KERVADEC-TANGUY Anne ;
  KERVADEC épouse TANGUY ; KERVADEC (TANGUY) Anne ; K E R V A D E C  Kervadec ; Anne Kervadec, 34 ans ;
  KERVADEC Anne née le 02/03/1990 ; KERVADEC 34 ans ; Famille Kervadec ; Consorts KERVADEC ; Affaire Kervadec ;
  Dossier KERVADEC ; Plainte KERVADEC c/ TANGUY ; Vol chez KERVADEC ; Cambriolage Kervadec rue Haute ;
  Violences (KERVADEC) ; Violences sur Anne Kervadec ; Vols de véhicules (Mme Kervadec) ; Auteur : Kervadec ;
  Victime KERVADEC ; Victime : Mme Kervadec ; Mis en cause : KERVADEC Anne ; Plaignante Kervadec ;
  anne.kervadec@courriel.invalid ; Kervadec 06 12 34 56 78 ; 12 rue Kervadec ; EHPAD Kervadec ;
  Garage KERVADEC ; Kervadec ; KERVADEC`);
/** The word that must be printed nowhere. */
const NAME = "kervadec";

/** All that may be printed of a file before it is confirmed, on paper; places aside, which are named as paper names them (tests/secrecy). */
function printed(tables: Parameters<typeof readTables>[0]): string {
  const { recognition, issues } = readTables(tables);
  const held = createKeeper([])(recognition);
  const veiled = veil(recognition, held.like?.recognition, KNOWN);
  const found = check({
    recognitions: [veiled],
    nomenclature: NOMENCLATURE,
    settings: settingsOf(),
    today: "2026-07-01",
  });
  const { observations, printed: changes, undated } = veiled;
  const told = [...issues, ...found].map((issue) => tell(issue, "paper"));
  const withoutPlace = (key: string, value: unknown): unknown => (key === "provenance" ? undefined : value);
  return JSON.stringify([observations, changes, undated, told], withoutPlace).normalize("NFKD").toLowerCase();
}

const statement = (label: string, head = "Police", note = ""): string => `
IS 101 – 1er trimestre 2026

Nature des faits | ${head} | Gendarmerie
Homicides | 0 | 0
Vols avec armes | 2 | 1
${label} | 3 | 1
Cambriolages de logement | 9 | 4
${note}`;

test("there are sixty shapes and more", () => expect(SHAPES.length).toBeGreaterThanOrEqual(60));

test.each(SHAPES)("%s, in the title or over the table, is not printed", (written) => {
  const table = statement("Vols de véhicules").trim();
  const titled = table.replace("IS 101 –", `IS 101 – ${written} –`);
  for (const one of [titled, table.replace("\n\n", `\n${written}\n`)]) expect(printed(one)).not.toContain(NAME);
});

test.each(SHAPES)("%s, as a row, a head, a note or in a cell, is not printed", (written) => {
  expect(printed(statement(written))).not.toContain(NAME);
  expect(printed(statement("Rodéos urbains", written))).not.toContain(NAME);
  expect(printed(statement("Rodéos urbains", "Police", written))).not.toContain(NAME);
  expect(printed(statement("Rodéos urbains").replace("| 9 |", `| 9 (${written}) |`))).not.toContain(NAME);
});

test.each(["PETIT", "Voisin", "AUBIN", "Jeune BLANC", "Rodéos motorisés", "Tilleuls"])(
  "a line that no list has is unknown until it is confirmed, whatever its words: %s",
  (label) => {
    const plain = (text: string): string => text.normalize("NFKD").toLowerCase();
    const told = printed(statement(label));
    expect(told).toContain(plain("2026-T1, ligne 6 : libellé à confirmer"));
    expect(told).not.toContain(plain(`"${label}"`));
    expect(told).not.toContain(plain(`«\u00a0${label}\u00a0»`));
    expect(printed(statement("Vols de véhicules"))).not.toContain(plain("libellé à confirmer"));
    const { recognition } = readTables(statement(label));
    const shown = (seen: typeof recognition | undefined, known = KNOWN) =>
      veil(recognition, seen, known).observations.map((o) => o.label);
    expect(shown(undefined)).not.toContain(label);
    expect(shown(recognition)).toContain(label);
    const settings = settingsOf(`lignes: [{ etat: IS101, libelle: "${label}" }]`);
    expect(shown(undefined, createVocabulary(NOMENCLATURE, settings))).toContain(label);
  },
);

test("one line of two files has one name until it is confirmed; a printed total is told", () => {
  const [first, next] = ["2026-T1", "2026-T2"].map((delivery) =>
    readTables(statement("Rodéos motorisés", "Police", "Total | 14 | 6"), { delivery }),
  );
  const names = new Map<string, string>();
  const labels = [first, next].map((one) =>
    one ? veil(one.recognition, undefined, KNOWN, names).observations.map((o) => o.label) : [],
  );
  expect(labels[1]).toEqual(labels[0]);
  expect(labels[0]).toContain("2026-T1, ligne 6 : libellé à confirmer");
  expect(labels[0]).toContain("Total");
});

test("a text of a confirmed template is told in the next quarter, as it is", () => {
  const { recognition } = readTables(statement("Opération Grand-Large"));
  const next = readTables(statement("Opération Grand-Large").replace("1er", "2e"), { delivery: "2026-T2" });
  const shown = veil(next.recognition, recognition, KNOWN).observations.map((o) => o.label);
  expect(shown).toContain("Opération Grand-Large");
  expect(veil(next.recognition, undefined, KNOWN).observations.map((o) => o.label)).not.toContain(
    "Opération Grand-Large",
  );
});

test("two unknown headings of one row are two lines to confirm", () => {
  const table =
    "IS 101 – Police nationale – 1er trimestre 2026\nPériode | Homicides | Vols avec armes | ZUT | BEF\nT1 2026 | 1 | 2 | 3 | 4";
  const { recognition } = readTables(table);
  const veiled = veil(recognition, undefined, KNOWN);
  expect(veiled.observations.map(({ label }) => label)).toEqual([
    "Homicides",
    "Vols avec armes",
    "2026-T1, ligne 3 : libellé à confirmer",
    "2026-T1, ligne 3, colonne E : libellé à confirmer",
  ]);
});
