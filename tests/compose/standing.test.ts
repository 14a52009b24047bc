/** « Où en est-on »: what page one answers. */
import { describe, expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { quarter } from "../../scripts/model/period.ts";
import { inputOf } from "./builders.ts";
import { plain, rowOf, tables } from "./find.ts";
import { SPECS } from "./sample.ts";

const standing = (at = quarter(2026, 1)) => tables(compose(inputOf(SPECS, { at })), "ou-en-est-on")[0];

test("it opens the bulletin, before what limits it", () => {
  const ids = compose(inputOf(SPECS)).bulletin.sections.map((s) => s.id);
  expect(ids.slice(0, 2)).toEqual(["ou-en-est-on", "avertissements"]);
});

test("each indicator and each family has a row, and no sub-line", () => {
  const labels = standing()?.rows.map((r) => plain(r.cells[0]?.text ?? ""));
  expect(labels).toContain("Cambriolages de logement");
  expect(labels).toContain("Atteintes aux biens (I.S.T)");
  expect(labels).not.toContain("Violences physiques non crapuleuses");
});

test("its figures are those of the detailed table, and lead to the same cells", () => {
  const edition = compose(inputOf(SPECS));
  const [first] = tables(edition, "ou-en-est-on");
  const [detailed] = tables(edition, "is101");
  const cells = (table: typeof first, id: string) => {
    const column = table?.columns.findIndex((c) => c.id === id) ?? -1;
    return table?.rows.find((r) => r.line === "cambriolages-logement")?.cells[column];
  };
  for (const { id } of first?.columns ?? [])
    if (id !== "ligne" && id !== "courbe") expect(cells(first, id)).toEqual(cells(detailed, id));
  expect(cells(first, "trimestre")?.from?.length).toBeGreaterThan(0);
});

test("its lines stand by theme, and those that the nomenclature does not know come last", () => {
  const rows = standing()?.rows ?? [];
  const at = (form: RegExp): number => rows.findIndex(({ cells }) => form.test(cells[0]?.text ?? ""));
  expect(rows[0]?.isTheme).toBe(true);
  expect(at(/^Vols et atteintes aux biens$/)).toBeLessThan(at(/^Cambriolages de logement$/));
  const unknown = compose(inputOf([{ indicator: null, label: "Rodéos", counts: [1, 2, 3] }, ...SPECS]));
  expect(
    tables(unknown, "ou-en-est-on")[0]
      ?.rows.slice(-3)
      .map(({ cells }) => cells[0]?.text),
  ).toEqual(["Autres lignes transmises", "Rodéos", "Escroqueries et abus de confiance"]);
});

test("the same eight columns in every quarter; what cannot be filled yet is left out", () => {
  const ids = (input: Parameters<typeof compose>[0]) =>
    tables(compose(input), "ou-en-est-on")[0]?.columns.map((c) => c.id) ?? [];
  const all = ["ligne", "trimestre", "trimestre-avant", "lecture", "douze-mois", "douze-mois-avant", "courbe"];
  for (const at of [quarter(2026, 1), quarter(2025, 4)]) expect(ids(inputOf(SPECS, { at }))).toEqual(all);
  const first = SPECS.map((spec) => ({ ...spec, counts: spec.counts.slice(-1) }));
  expect(ids(inputOf(first))).toEqual(["ligne", "trimestre"]);
});

test("there is none while no line has a count", () => {
  expect(tables(compose(inputOf([])), "ou-en-est-on")).toEqual([]);
});

describe("the département", () => {
  const reference = (indicator: string, rate: number, year: number, territory = "Département 99") => ({
    indicator,
    territory,
    year,
    rate,
    denominator: "logements" as const,
    source: "base",
  });
  const withReferences = (...references: readonly ReturnType<typeof reference>[]) =>
    tables(compose(inputOf(SPECS, { analysis: { references } })), "ou-en-est-on")[0];

  test("stands beside the commune's rate of twelve months, of its latest year; where it lies outside is said", () => {
    const table = withReferences(
      reference("cambriolages-logement", 4.5, 2024),
      reference("cambriolages-logement", 5.43, 2025),
    );
    expect(rowOf(table, "Cambriolages de logement").taux).toMatch(/^\d+,\d \/ 5,4 \(au-dessus\)$/);
    expect(plain((table?.notes ?? []).join(" "))).toContain(
      "(logements pour « Cambriolages de logement ») sur douze mois, puis Département 99 ; « au-dessus », « en dessous » :",
    );
  });

  test("a line that the base does not have is compared with nothing", () => {
    const table = withReferences(reference("cambriolages-logement", 5.43, 2025));
    expect(rowOf(table, "Vols avec armes")).toMatchObject({ taux: "" });
  });

  test("the commune's own rows in a communal base are not another territory", () => {
    const table = withReferences(reference("cambriolages-logement", 5.43, 2025, "Rive-Blanche"));
    expect(table?.columns.map((c) => c.id)).not.toContain("taux");
  });
});
