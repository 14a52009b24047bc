/** « Où en est-on »: what page one answers. */
import { describe, expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { quarter } from "../../scripts/model/period.ts";
import { inputOf } from "./builders.ts";
import { plain, rowOf, tables } from "./find.ts";
import { SPECS } from "./sample.ts";

const standing = (at = quarter(2026, 1)) => tables(compose(inputOf(SPECS, { at })), "ou-en-est-on")[0];

test("it opens the bulletin: the sections are those of page one, then what limits them", () => {
  const ids = compose(inputOf(SPECS)).bulletin.sections.map((s) => s.id);
  expect(ids.slice(0, 2)).toEqual(["ou-en-est-on", "a-retenir"]);
});

test("each indicator and each family has a row, and no sub-line", () => {
  const labels = standing()?.rows.map((r) => plain(r.cells[0]?.text ?? ""));
  expect(labels).toContain("Cambriolages de logement");
  expect(labels).toContain("Atteintes aux biens");
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
  for (const { id } of first?.columns ?? []) if (id !== "ligne") expect(cells(first, id)).toEqual(cells(detailed, id));
  expect(cells(first, "trimestre")?.from?.length).toBeGreaterThan(0);
});

test("the count since January stands from the second quarter on, the year in place of the twelve months in the fourth", () => {
  const ids = (at: Parameters<typeof standing>[0]) => standing(at)?.columns.map((c) => c.id) ?? [];
  expect(ids(quarter(2026, 1))).not.toContain("cumul");
  expect(ids(quarter(2025, 4))).toContain("cumul");
  expect(ids(quarter(2025, 4))).not.toContain("douze-mois");
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

  test("stands beside the commune's rate of twelve months, with the year that its base covers", () => {
    const table = withReferences(
      reference("cambriolages-logement", 4.5, 2024),
      reference("cambriolages-logement", 5.43, 2025),
    );
    expect(rowOf(table, "Cambriolages de logement")).toMatchObject({ "taux-departement": "5,43" });
    expect(rowOf(table, "Cambriolages de logement").taux).toMatch(/^\d+,\d\d$/);
    expect(plain((table?.notes ?? []).join(" "))).toContain(
      "(logements pour « Cambriolages de logement ») : la commune sur douze mois ; Dépt : Département 99, 2025",
    );
  });

  test("a line that the base does not have is compared with nothing", () => {
    const table = withReferences(reference("cambriolages-logement", 5.43, 2025));
    expect(rowOf(table, "Vols avec armes")).toMatchObject({ taux: "–", "taux-departement": "–" });
  });

  test("the commune's own rows in a communal base are not another territory", () => {
    const table = withReferences(reference("cambriolages-logement", 5.43, 2025, "Rive-Blanche"));
    expect(table?.columns.map((c) => c.id)).not.toContain("taux");
  });
});
