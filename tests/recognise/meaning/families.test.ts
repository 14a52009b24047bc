/** Statements of families: under which family a line stands, and whose a « Total » is. */
import { describe, expect, test } from "vitest";
import { readTables } from "../tables.ts";

/** "ist-menaces (atteintes-integrite-physique) = 3", in the order of the rows. */
const read = (lines: readonly string[], head = "Libellé|T1 2026") =>
  readTables(`I.S.T\n${head}\n${lines.join("\n")}`).observations.map((o) => {
    const name = o.kind === "total" ? `total ${o.label}` : (o.indicator ?? o.label);
    return `${name} (${o.family ?? ""}) = ${o.value}`;
  });
const BIENS = "Atteintes aux biens";
const PERSONNES = "Atteintes volontaires à l'intégrité physique";

describe("a line that is not known", () => {
  test("stands under the family above it, where lines are not set back", () => {
    expect(read([`${BIENS}|9`, "Cambriolages|4", "Tags|5", `${PERSONNES}|3`, "Menaces|3", "Crachats|1"])).toEqual([
      "atteintes-biens () = 9",
      "ist-cambriolages (atteintes-biens) = 4",
      "Tags (atteintes-biens) = 5",
      "atteintes-integrite-physique () = 3",
      "ist-menaces (atteintes-integrite-physique) = 3",
      "Crachats (atteintes-integrite-physique) = 1",
    ]);
  });

  test.each([
    ["spaces", "~"],
    ["a dash", "- "],
    ["a bullet", "• "],
  ])("as far left as the families, where lines are set back by %s, is under none", (_, mark) => {
    expect(read([`${BIENS}|9`, `${mark}Cambriolages|4`, "Sauvages|2"])).toEqual([
      "atteintes-biens () = 9",
      "ist-cambriolages (atteintes-biens) = 4",
      "Sauvages () = 2",
    ]);
    // families set back themselves
    expect(read([`~${BIENS}|9`, `~~${mark}Cambriolages|4`, "~Sauvages|2"]).at(-1)).toBe("Sauvages () = 2");
  });

  test("one known line as far left as its family, and setting back says nothing", () => {
    expect(read([`${BIENS}|9`, "~Cambriolages|4", "Vols liés aux véhicules à moteur|3", "Sauvages|2"]).at(-1)).toBe(
      "Sauvages (atteintes-biens) = 2",
    );
  });

  test("only what is set back after a family counts: an unknown line alone, or before any family, does too", () => {
    expect(read([`${BIENS}|9`, "~Tags|4", "Sauvages|2"]).slice(1)).toEqual([
      "Tags (atteintes-biens) = 4",
      "Sauvages () = 2",
    ]);
    expect(read(["~Tags|4", `${BIENS}|9`, "Sauvages|2"]).at(-1)).toBe("Sauvages (atteintes-biens) = 2");
  });
});

describe("a total", () => {
  test("of each family, where each has one, is the family's own figure", () => {
    expect(read([BIENS, "Cambriolages|4", "Tags|5", "Total|9", PERSONNES, "Menaces|3", "Total|3"])).toEqual([
      "ist-cambriolages (atteintes-biens) = 4",
      "Tags (atteintes-biens) = 5",
      "atteintes-biens () = 9",
      "ist-menaces (atteintes-integrite-physique) = 3",
      "atteintes-integrite-physique () = 3",
    ]);
    expect(read(["Cambriolages|4", "Total|4"], `${BIENS}|T1 2026`).at(-1)).toBe("atteintes-biens () = 4");
  });

  test("where one family has none is shown as sent", () => {
    expect(read([BIENS, "Cambriolages|4", "Total|4", PERSONNES, "Menaces|3"])).toContain(
      "total Total (atteintes-biens) = 4",
    );
  });

  test("« général », or a second one, is of no family", () => {
    const totals = (...lines: readonly string[]) => read(lines).filter((line) => line.startsWith("total"));
    expect(totals(BIENS, "Cambriolages|4", "Total|4", PERSONNES, "Menaces|3", "Total|3", "Total général|7")).toEqual([
      "total Total général (atteintes-integrite-physique) = 7",
    ]);
    expect(totals("Total général|7", BIENS, "Menaces|4", `Total ${BIENS}|4`)).toEqual(["total Total général () = 7"]);
    expect(totals(BIENS, "Cambriolages|4", "Total|4", "Tags|1", "Total|1")).toEqual([
      "total Total (atteintes-biens) = 1",
    ]);
  });

  test("beside families that have figures on their own row is the table's", () => {
    expect(read([`${BIENS}|4`, "Cambriolages|4", "Total|4"]).at(-1)).toBe("total Total (atteintes-biens) = 4");
  });
});

describe("families in a column of their own", () => {
  const HEAD = "Famille|Libellé|T1 2026";
  const expected = [
    "ist-cambriolages (atteintes-biens) = 4",
    "Tags (atteintes-biens) = 5",
    "atteintes-biens () = 9",
    "ist-menaces (atteintes-integrite-physique) = 3",
    "atteintes-integrite-physique () = 3",
  ];
  test("on each row, or on the first of each", () => {
    const each = (family: string) => [
      `${BIENS}|Cambriolages|4`,
      `${family && BIENS}|Tags|5`,
      `${family && BIENS}|Total|9`,
      `${PERSONNES}|Menaces|3`,
      `${family && PERSONNES}|Total|3`,
    ];
    expect(read(each("each"), HEAD)).toEqual(expected);
    expect(read(each(""), HEAD)).toEqual(expected);
  });

  test("that the nomenclature does not know are told by their text", () => {
    const known = `${BIENS}|Cambriolages|4`;
    expect(read(["Nuisances|Tags|5", "Autres nuisances|Bruit|5", known], HEAD).slice(0, 2)).toEqual([
      "Tags (Nuisances) = 5",
      "Bruit (Autres nuisances) = 5",
    ]);
    // and not by a total under their lines
    expect(read(["Nuisances|Tags|5", `|Total ${BIENS}|5`], HEAD)[0]).toBe("Tags (Nuisances) = 5");
  });
});

describe("« Total » of a family under its lines", () => {
  test("is a family's own figure; known lines are of theirs, unknown ones of none", () => {
    const rows = [
      "Cambriolages|4",
      "Tags|5",
      `Total ${BIENS}|9`,
      "Menaces|3",
      `Sous-total ${PERSONNES}|3`,
      "Crachats|1",
    ];
    expect(read(rows)).toEqual([
      "ist-cambriolages (atteintes-biens) = 4",
      "Tags () = 5",
      "atteintes-biens () = 9",
      "ist-menaces (atteintes-integrite-physique) = 3",
      "atteintes-integrite-physique () = 3",
      "Crachats () = 1",
    ]);
  });

  test("closes the family whose caption stands on the page before", () => {
    const page = (caption: string, ...rows: readonly string[]) => [caption, "Libellé|T1 2026", ...rows, ""];
    const { observations } = readTables(
      [
        "I.S.T",
        ...page(BIENS, "Cambriolages|4", "Tags|5"),
        ...page("", "Graffitis|2", `Total ${BIENS}|11`, "Menaces|3", "Crachats|1", `Total ${PERSONNES}|4`),
      ].join("\n"),
    );
    expect(observations.map(({ label, family }) => `${label} (${family ?? ""})`)).toEqual([
      "Cambriolages (atteintes-biens)",
      "Tags (atteintes-biens)",
      "Graffitis (atteintes-biens)",
      `Total ${BIENS} ()`,
      "Menaces (atteintes-integrite-physique)",
      "Crachats ()",
      `Total ${PERSONNES} ()`,
    ]);
  });

  test("over the lines is their family as any other", () => {
    expect(read([`Total ${BIENS}|9`, "Tags|5", `Total ${PERSONNES}|3`, "Crachats|1"])).toEqual([
      "atteintes-biens () = 9",
      "Tags (atteintes-biens) = 5",
      "atteintes-integrite-physique () = 3",
      "Crachats (atteintes-integrite-physique) = 1",
    ]);
    expect(read(["Tags|5", `${BIENS}|9`, "Crachats|1"]).at(-1)).toBe("Crachats (atteintes-biens) = 1");
  });
});
