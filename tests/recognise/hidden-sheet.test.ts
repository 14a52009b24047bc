/** A sheet that its file does not show: its figures are read by nobody, and it is told. */
import { expect, test } from "vitest";
import type { ReadFile } from "../../scripts/model/grid.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { gridOf, NOMENCLATURE, settingsOf } from "./tables.ts";

const TABLE = "IS 101 - Saint-Aubin-les-Tilleuls - T1 2026\nInfractions|Police\nVols avec armes|";
const read = (isHidden: boolean) => {
  const path = "2026-T1/etat.xlsx";
  const second = gridOf(`${TABLE}4`, path, "Brouillon");
  const file: ReadFile = {
    source: { path, delivery: "2026-T1", name: "etat.xlsx", sha256: "" },
    format: "xlsx",
    grids: [gridOf(`${TABLE}4`, path, "T1"), isHidden ? { ...second, hidden: true } : second],
  };
  const { value, issues } = createRecogniser(NOMENCLATURE, settingsOf())(file);
  return [value.observations.map((o) => o.value), issues.map(({ rule }) => rule).includes("part-hidden")];
};

test("« part-hidden »: of two sheets the hidden one counts nothing", () => {
  expect(read(true)).toEqual([[4], true]);
  expect(read(false)).toEqual([[4, 4], false]);
});
