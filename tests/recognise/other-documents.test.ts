/** Documents that are no statement: they say their own period and force, or none; their faults stop no bulletin. */

import { expect, test } from "vitest";
import type { Grid } from "../../scripts/model/grid.ts";
import { createRecogniser, withoutOthers } from "../../scripts/recognise/index.ts";
import { madeIssue } from "../spoken.ts";
import { gridOf, NOMENCLATURE, readTables, settingsOf } from "./tables.ts";

const VOTES = "Membres|Nombre\nprésents|11\nvotants|14";

test("nothing is lent to another document: no period of its folder, nor one of its reference number", () => {
  for (const title of ["Délibération du conseil", "Délibération n° 2013-45", "Conseil municipal du 12 avril 2013"]) {
    const { counts, rules, recognition } = readTables(`${title}\n\n${VOTES}`);
    expect(counts).toEqual([]);
    expect(recognition.undated.map((u) => [u.label, u.value, u.force, u.provenance.row])).toEqual([
      ["présents", 11, null, 4],
      ["votants", 14, null, 5],
    ]);
    expect(rules).toEqual(["info other-document"]);
  }
});

test("a period that it says is its own, and a force that it does not say is none", () => {
  const { observations } = readTables(`Vie du conseil - 2e trimestre 2025\n\n${VOTES}`);
  expect(observations.map((o) => [o.label, o.period.last, o.value, o.forceUnsaid])).toEqual([
    ["présents", "2025-06", 11, true],
    ["votants", "2025-06", 14, true],
  ]);
  const [police] = readTables(`Activité - 2e trimestre 2025\n\nType|Police\nContrôles|11`).observations;
  expect([police?.force, police?.forceUnsaid]).toEqual(["PN", undefined]);
});

test("a force said where no period is, is told with it", () => {
  const { undated } = readTables("Activité du service\n\nType|Police|Gendarmerie\nContrôles|11|4").recognition;
  expect(undated.map((u) => [u.label, u.force, u.value])).toEqual([
    ["Contrôles", "PN", 11],
    ["Contrôles", "GN", 4],
  ]);
});

test("a table that is refused for another of its numbers tells none", () => {
  const { recognition, counts } = readTables("Délibération\n\nMembres|Nombre|T1 2026\nprésents|11|1.234");
  expect([...counts, ...recognition.undated]).toEqual([]);
  const beside = readTables(`Délibération\n\n${VOTES}\n\nType|Nombre|T1 2026\nprocurations|2|1.234`).recognition;
  expect(beside.undated, "nor does a table beside it").toEqual([]);
});

test("of a statement, a number without a period is not understood, and shown nowhere else", () => {
  const { recognition } = readTables("IS 101\n\nInfractions|Nombre\nHomicides|1", { delivery: "reçu" });
  expect(recognition.observations.length + recognition.undated.length).toBeLessThan(2);
  expect(recognition.undated).toEqual([]);
});

test("a statement without a force is shown as of both, and known as unsaid", () => {
  const [count] = readTables("IS 101 - T1 2026\n\nInfractions|Nombre\nHomicides|1").observations;
  expect([count?.force, count?.forceUnsaid]).toEqual(["ensemble", true]);
});

test("a fault of reading is an error in a statement, and a warning in another document", () => {
  const fault = madeIssue({ rule: "ambiguous-header", severity: "error", message: "Un tableau sans filets." });
  const severities = (title: string): readonly string[] => {
    const { recognition, issues } = readTables(`${title}\n\n${VOTES.replace("présents", "Homicides")}`);
    const place = { file: recognition.file.source.path };
    return withoutOthers([{ ...fault, place }], [{ value: recognition, issues }]).map((i) => i.severity);
  };
  expect(severities("IS 101 - T1 2026")).toEqual(["error"]);
  expect(severities("Vie du conseil - T1 2026")).toEqual(["warning"]);
});

test("lines of a statement in a document that says to be another, or of whole years, are no statement's", () => {
  const lines = "Cambriolages de logement|14|9\nVols de véhicules|12|13\nVols avec armes|1|2";
  const document = (title: string, heads: string, note = "") =>
    readTables(`${title}\n\nType|${heads}\n${lines}\n\n${note}`);
  const others = [
    document("La délinquance dans la commune", "T1 2025|T1 2026", "Source : SSMSI, base communale de la délinquance"),
    document("Police municipale - rapport d'activité", "T1 2025|T1 2026"),
    document("Bulletin municipal d'avril 2026", "T1 2025|T1 2026"),
    document("Bilan annuel de la délinquance", "2024|2025"),
    document("Bilan de l'année 2025", "Année 2024|Année 2025"),
  ];
  expect(others.map(({ rules }) => rules)).toEqual(others.map(() => ["info other-document"]));
  expect(new Set(others.flatMap((read) => read.observations.map((o) => o.statement)))).toEqual(new Set(["AUTRE"]));
  for (const [title, heads] of [
    ["Bilan de la délinquance", "T1 2025|T1 2026"],
    ["Bilan de la délinquance - 1er trimestre 2026", "2025|2026"],
    ["IS 101 - Source : SSMSI, base communale", "T1 2025|T1 2026"],
    ["IS 101", "Année 2024|Année 2025"],
  ] as const)
    expect(document(title, heads).observations.map((o) => o.statement)).toEqual(new Array(6).fill("IS101"));
});

test("figures that nobody sees stop no bulletin either, and a sentence that speaks of a statement announces none", () => {
  const seen = (title: string, part: string): Grid => ({
    ...gridOf(`${title}\n\n${part}`),
    rows: gridOf(`${title}\n\n${part}`).rows.map((row) =>
      row.map((cell) =>
        cell.text === "11" ? { ...cell, beside: [{ kind: "unplain" as const, text: "image" }] } : cell,
      ),
    ),
  });
  const severities = (grid: Grid) => {
    const source = { path: grid.file, delivery: "2026-T1", name: "etat.csv", sha256: "" };
    return createRecogniser(
      NOMENCLATURE,
      settingsOf(),
    )({ source, format: "csv", grids: [grid] }).issues.map((i) => `${i.severity} ${i.rule}`);
  };
  expect(severities(seen("Vie du conseil", VOTES))).toEqual(["warning figure-beside-unplain", "info other-document"]);
  expect(severities(seen("IS 101 - T1 2026", VOTES.replace("présents", "Homicides")))).toContain(
    "error figure-beside-unplain",
  );
  const agenda = "Point|Qui\nDébat|Tous";
  expect(readTables(`Présentation de l'IS 101\n\n${agenda}`).rules).toEqual(["warning no-figures-read"]);
  expect(readTables(`La police transmet l'état IS 101 chaque trimestre.\n\n${agenda}`).rules).toEqual([
    "info other-document",
  ]);
});
