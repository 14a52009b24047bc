import { describe, expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { quarter } from "../../scripts/model/period.ts";
import { inputOf, type LineSpec } from "./builders.ts";
import { plain, rowOf, section, tables } from "./find.ts";
import { SPECS } from "./sample.ts";

const columns = (spec: readonly LineSpec[], at = quarter(2026, 1)): readonly string[] =>
  (tables(compose(inputOf(spec, { at })), "is101")[0]?.columns ?? []).map((c) => plain(`${c.group ?? ""}/${c.label}`));

const THIRTEEN = [9, 7, 6, 11, 7, 8, 5, 10, 12, 7, 6, 13, 24];
const base: LineSpec = { indicator: "cambriolages-logement", label: "Cambriolages de logement", counts: THIRTEEN };
const first = (specs: readonly LineSpec[], at = quarter(2026, 1)) =>
  tables(compose(inputOf(specs, { at })), "is101")[0];

describe("columns", () => {
  test("the first quarter leaves the cumulative count out and says why", () => {
    expect(columns([base])).toEqual([
      "/Ligne",
      "/Unité",
      "1er trimestre/2026",
      "1er trimestre/2025",
      "1er trimestre/Écart",
      "/Lecture",
      "12 mois à fin mars/2026",
      "12 mois à fin mars/2025",
    ]);
    expect(first([base])?.notes?.map(plain)).toContain(
      "Au 1er trimestre, le cumul depuis janvier est le trimestre lui-même : il n’est pas répété.",
    );
  });

  test("the second and third quarters show the cumulative count", () => {
    expect(columns([base], quarter(2026, 2))).toContain("1er semestre/2026");
    expect(columns([base], quarter(2026, 3))).toContain("Cumul janvier–septembre/2025");
  });

  test("the fourth quarter shows the year once", () => {
    const found = columns([base], quarter(2025, 4));
    expect(found).toContain("Année/2025");
    expect(found.filter((c) => c.startsWith("12 mois"))).toEqual([]);
  });

  test("twelve months are left out until four quarters are known", () => {
    const specs = [{ ...base, counts: [5, 6] }];
    expect(columns(specs).filter((c) => c.startsWith("12 mois"))).toEqual([]);
    expect(first(specs)?.notes?.map(plain)).toContain(
      "Le total de douze mois sera donné quand quatre trimestres seront connus.",
    );
  });
});

describe("a row", () => {
  test("holds the counts, the difference, the reading and the twelve months", () => {
    expect(rowOf(first([{ ...base, verdict: "rise-established" }]), "Cambriolages de logement")).toEqual({
      ligne: "Cambriolages de logement",
      unite: "infraction",
      trimestre: "24",
      "trimestre-avant": "12",
      ecart: "+12",
      lecture: "hausse établie",
      "douze-mois": "50",
      "douze-mois-avant": "35",
    });
  });

  test.each([
    [19, 24, "+5"],
    [20, 25, "+5 (+25 %)"],
    [20, 20, "0 (0 %)"],
    [40, 30, "−10 (−25 %)"],
    [0, 7, "+7"],
  ])("from %i to %i the difference is %s: a percentage only from the threshold", (before, after, text) => {
    const counts = [1, 1, 1, 1, before, 1, 1, 1, after];
    expect(rowOf(first([{ ...base, counts }]), "Cambriolages de logement").ecart).toBe(text);
  });

  test("each count leads to the cells that it comes from", () => {
    const cells = first([base])?.rows[0]?.cells ?? [];
    expect(cells[2]?.from).toEqual(["2026-T1/IS 101 2026-T1.csv#CSV!2:4"]);
    expect(cells[6]?.from).toHaveLength(4);
  });

  test("a reference of other years than the others' is told in the row", () => {
    const specs = [
      base,
      { ...base, indicator: "b", label: "B" },
      {
        ...base,
        indicator: "c",
        label: "C",
        verdict: "rise-established" as const,
        counts: [null, null, null, null, ...THIRTEEN.slice(4)],
      },
    ];
    expect(rowOf(first(specs), "C").lecture).toBe("hausse établie (réf. 2024 et 2025)");
    expect(rowOf(first(specs), "B").lecture).not.toContain("réf.");
  });

  test("a count of which something is said is strong, its one sign stands with the words; the note says what the signs mean", () => {
    const marksOf = (table: ReturnType<typeof first>) => table?.rows[0]?.cells.map(({ mark }) => mark ?? "").join("");
    expect(first([base])?.rows[0]?.cells[2]).toMatchObject({ emphasis: "strong" });
    expect(marksOf(first([base]))).toBe("rise-established");
    expect(marksOf(first([{ ...base, verdict: "ordinary" }]))).toBe("");
    expect(first([base])?.notes?.map(plain)).toContain(
      "Triangle plein : établi ; creux : à suivre ; sans signe : ordinaire, sauf les faits graves, qui ne sont pas jugés.",
    );
  });
});

describe("what is not known", () => {
  test("a missing value is n.d. with its note, never 0 nor blank", () => {
    const table = first([{ ...base, counts: [...THIRTEEN.slice(0, -1), null] }]);
    const row = rowOf(table, "Cambriolages de logement");
    expect([row.trimestre, row.ecart, row.lecture, row["douze-mois"]]).toEqual([
      "n.d.",
      undefined,
      undefined,
      undefined,
    ]); // a column of nothing else is left out
    expect(table?.notes?.some((n) => n.startsWith("n.d."))).toBe(true);
  });

  test("a confidential value and one without object have their own marks and notes", () => {
    const counts = [...THIRTEEN.slice(0, -1), null];
    const secret = first([{ ...base, counts, status: "confidential" }]);
    const without = first([{ ...base, counts, status: "not-applicable" }]);
    expect(rowOf(secret, "Cambriolages de logement").trimestre).toBe("secret");
    expect(secret?.notes?.some((n) => n.startsWith("secret"))).toBe(true);
    expect(rowOf(without, "Cambriolages de logement").trimestre).toBe("s.o.");
    expect(without?.notes?.some((n) => n.startsWith("s.o."))).toBe(true);
  });

  test("no cell of any table is blank but the sparklines, and the words of what is ordinary", () => {
    for (const at of [quarter(2026, 1), quarter(2026, 2), quarter(2025, 4)]) {
      const edition = compose(inputOf(SPECS, { at }));
      for (const { blocks } of edition.bulletin.sections)
        for (const b of blocks)
          if (b.kind === "table")
            for (const r of b.table.rows)
              if (!r.isTheme)
                for (const [i, cell] of r.cells.entries())
                  expect(cell.sparkline !== undefined || cell.text !== "" || b.table.columns[i]?.id === "lecture").toBe(
                    true,
                  );
    }
  });
});

test("across a break the difference is not computed and the reading says so", () => {
  const table = first([{ ...base, breakAt: { from: "2025-07", reason: "Nouveau logiciel." } }]);
  const row = rowOf(table, "Cambriolages de logement");
  expect([row.ecart, row.lecture]).toEqual(["–", "rupture de série"]);
});

test("the reading of a family says the line that it is due to", () => {
  const table = first([{ ...base, level: "family", verdict: "rise-established", dueTo: "Vols" }]);
  expect(plain(rowOf(table, "Cambriolages de logement").lecture ?? "")).toBe("hausse établie (due à « Vols »)");
});

describe("lines", () => {
  test("unknown lines come last, are named so, and none is dropped", () => {
    const specs = [{ ...base, indicator: null, label: "Rodéos" }, base];
    expect(first(specs)?.rows.map((r) => r.cells[0]?.text)).toEqual([
      "Cambriolages de logement",
      "Rodéos (hors nomenclature)",
    ]);
    expect(first(specs)?.rows[1]?.line).toBe("rodeos");
    expect(
      rowOf(first([{ ...base, indicator: null, label: "Rodéos", unit: null }]), "Rodéos (hors nomenclature)").unite,
    ).toBe("non précisée");
  });

  test("a line that the settings declare is known, under its own label", () => {
    const labels = [{ statement: "IS101", label: "rodéos", indicator: null, unit: "fait" }];
    const edition = compose(inputOf([{ ...base, indicator: null, label: "Rodéos" }], { settings: { labels } }));
    expect(tables(edition, "is101")[0]?.rows[0]?.cells[0]?.text).toBe("Rodéos");
    expect(
      section(edition, "avertissements")
        ?.blocks.map((b) => JSON.stringify(b))
        .join(""),
    ).not.toContain("hors nomenclature");
  });

  test("sub-lines stand under their family, an unknown one too", () => {
    const rows = tables(compose(inputOf(SPECS)), "ist")[0]?.rows ?? [];
    expect(rows.map((r) => r.level).join("")).toBe("011110111101111");
    expect(rows.at(-1)?.cells[0]?.text).toBe("Rodéos motorisés (hors nomenclature)");
  });

  test("a family sent without its own count is shown without one, and nothing is added up", () => {
    const specs = SPECS.filter((s) => s.indicator !== "atteintes-biens");
    const input = { ...inputOf(specs), nomenclature: inputOf(SPECS).nomenclature };
    const table = tables(compose(input), "ist")[0];
    const row = rowOf(table, "Atteintes aux biens");
    expect([row.trimestre, row.ecart, row.lecture, row["douze-mois"]]).toEqual(["n.d.", "n.d.", "–", "n.d."]);
    expect(table?.notes?.map(plain)).toContain(
      "« Atteintes aux biens » : le total de la famille n’a pas été transmis ; le programme ne le recompose pas.",
    );
  });
});

describe("police and gendarmerie", () => {
  test("a statement of one force says so in its champ", () => {
    expect(plain(first([{ ...base, force: "PN" }])?.champ ?? "")).toBe(
      "Rive-Blanche ; faits enregistrés par la police nationale seule.",
    );
  });
});

test("a statement that was not sent is told by the warnings, and has no section where nothing of it is known", () => {
  const edition = compose(inputOf([base]));
  expect(section(edition, "ist")).toBeUndefined();
  expect(JSON.stringify(section(edition, "avertissements"))).toContain("I.S.T non transmis");
});

test("a statement neither sent nor expected has no section", () => {
  expect(section(compose(inputOf([base], { settings: { expectedStatements: ["IS101"] } })), "ist")).toBeUndefined();
});
