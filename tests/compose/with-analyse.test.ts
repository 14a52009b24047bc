/** compose on what analyse really gives, with the real nomenclature: the two stages agree on the model. */
import { expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { toAnalysesJson } from "../../scripts/analyse/json.ts";
import { compose } from "../../scripts/compose/index.ts";
import { tableCells } from "../../scripts/model/document/table-cells.ts";
import { provenanceKey } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { inputOf } from "./builders.ts";
import { drawn, points, tables } from "./find.ts";
import { SPECS } from "./sample.ts";

function realInput(at = quarter(2026, 1)) {
  const built = inputOf(SPECS, { at });
  const nomenclature = loadNomenclature();
  const observations = built.recognitions.flatMap((r) => r.observations);
  const analysis = analyse({ observations, quarter: at, nomenclature, settings: built.settings, references: [] });
  return { ...built, nomenclature, analysis, analyses: toAnalysesJson(analysis) };
}

test("page one says what the real tests tell", () => {
  const said = points(realInput());
  expect(said.length).toBeGreaterThan(1);
  expect(said.join("\n")).toMatch(/^Établi \| Vols dans les véhicules : 9, (?:environ|divisé)/m);
});

test("every line sent is in its table, once", () => {
  const edition = compose(realInput());
  const labels = [...tables(edition, "is101").slice(0, 1), ...tables(edition, "ist").slice(0, 1)].flatMap((t) =>
    t.rows.map((r) => r.cells[0]?.text.replace(" (hors nomenclature)", "")),
  );
  expect(labels.toSorted()).toEqual(SPECS.map((s) => s.label.replaceAll("'", "’")).toSorted());
  expect(drawn(edition)).toHaveLength(SPECS.length);
});

test.each([1, 2, 3, 4])("at quarter %i every link of the bulletin leads to a cell of a file", (n) => {
  const { bulletin, control } = compose(realInput(quarter(2026, n)));
  const cells = new Set(
    control.files.flatMap((f) =>
      f.tables.flatMap((t) =>
        t.readings.flatMap((row) =>
          row.flatMap((r) => (r.kind === "count" ? [provenanceKey(r.observation.provenance)] : [])),
        ),
      ),
    ),
  );
  const own = [...tableCells(bulletin)].flatMap(({ cell }) => cell.from ?? []).filter((key) => !(key in control.older));
  expect(own.filter((key) => !cells.has(key))).toEqual([]);
  expect(new Set(own).size).toBeGreaterThan(10);
});
