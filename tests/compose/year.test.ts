/** The review of a year: what the year says, what was announced in it and what became of it. */
import { expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { type ComposeInput, compose } from "../../scripts/compose/index.ts";
import { type Month, quarter, shiftQuarters } from "../../scripts/model/period.ts";
import { plain } from "./find.ts";
import { around, changed, madeInput, town } from "./made.ts";
import { burglaries } from "./towns.ts";

const T4 = quarter(2025, 4);
/** As editions/earlier.ts does: the analyses of the three quarters before, as known then. */
function closing(counts: Parameters<typeof town>[0]): ComposeInput {
  const input = madeInput(town(counts), { at: T4 });
  const { nomenclature, settings } = input;
  const observations = input.recognitions.flatMap((r) => r.observations);
  const yearSoFar = [-3, -2, -1].map((back) => {
    const then = shiftQuarters(T4, back);
    const known = observations.filter((o) => o.period.last <= then.last);
    return analyse({ observations: known, quarter: then, nomenclature, settings, references: [] });
  });
  return { ...input, yearSoFar };
}
const cells = (review: NonNullable<ReturnType<typeof compose>["year"]>, id: string) =>
  review.sections
    .find((section) => section.id === id)
    ?.blocks.flatMap((block) => (block.kind === "table" ? block.table.rows : []))
    .map((row) => row.cells.map(({ text }) => plain(text)));

test("nobody asked: there is none", () => {
  expect(compose(madeInput(town(), { at: T4 })).year).toBeNull();
});

test("a quiet year says so, and shows five", () => {
  const review = compose(closing({})).year;
  expect(review?.front.headline).toBe("Aucun écart n’est établi pour l’année 2025");
  const row = review && cells(review, "cinq-ans")?.find(([name]) => name === "Cambriolages de logement");
  const quarters = around(10).slice(-20);
  const totals = [0, 4, 8, 12, 16].map((i) => quarters.slice(i, i + 4).reduce((x, y) => x + y, 0));
  expect(row?.slice(1, 6).map(Number)).toEqual(totals);
});

test("a year that doubles is told with its degree, and a rise of its first quarter has its end beside it", () => {
  const doubled = compose(closing({ "vols-dans-vehicules": changed(16, 4, 3) })).year;
  expect(doubled?.front.headline).toMatch(/vols dans les véhicules \(4e trimestre\s: hausse établie\)/);
  expect(doubled?.front.points.some(({ mark }) => mark === "rise-established")).toBe(true);
  const rows = (doubled && cells(doubled, "annonces")) ?? [];
  expect(rows.length).toBeGreaterThan(0);
  expect(rows[0]?.at(-1)).toBe("sur l’année : hausse établie");
  const once = around(16).map((n, i, all) => (i === all.length - 3 ? n * 3 : n));
  const fallen = compose(closing({ "vols-dans-vehicules": once })).year;
  const rowsOfFallen = (fallen && cells(fallen, "annonces")) ?? [];
  expect(rowsOfFallen.map((row) => row.slice(0, 3))).toEqual([
    ["1er trimestre 2025", "Rien n’a été annoncé", ""],
    ["2e trimestre 2025", "Vols dans les véhicules", "trimestre : hausse établie"],
    ["3e trimestre 2025", "Vols dans les véhicules", "12 mois : hausse à suivre"],
    ["4e trimestre 2025", "Vols dans les véhicules", "12 mois : hausse à suivre"],
  ]);
  expect(rowsOfFallen[1]?.at(-1)).toBe("sur l’année : hausse à suivre");
});

test("a rise of one quarter that nothing of the year keeps is back in the ordinary", () => {
  const once = around(16).map((n, i, all) => (i === all.length - 3 ? n * 2 + 4 : n));
  const review = compose(closing({ "vols-dans-vehicules": once })).year;
  const told = ((review && cells(review, "annonces")) ?? []).filter((row) => row[1] === "Vols dans les véhicules");
  expect(told).toHaveLength(1);
  expect(told[0]?.at(-1)).toBe("revenu à l’ordinaire");
});

test("a rise of the last quarter alone, which the bulletin of the same day tells, is the year's news too; three lines that stand out are all named", () => {
  const last = around(16).map((n, i, all) => (i === all.length - 1 ? n * 2 + 6 : n));
  const front = compose(closing({ "vols-dans-vehicules": last })).year?.front;
  expect([front?.headline, front?.points.map(({ tag }) => tag)]).toEqual([
    expect.stringMatching(/^En 2025\s: vols dans les véhicules \(4e trimestre\s: hausse établie\)$/),
    ["Faits graves", "Établi"],
  ]);
  const three = {
    "cambriolages-logement": changed(12, 4, 3),
    "vols-vehicules": changed(12, 4, 3),
    "vols-dans-vehicules": changed(12, 4, 3),
  };
  expect(plain(compose(closing(three)).year?.front.headline ?? "")).toMatch(/: [^,]+\), [^,]+\) et [^,]+\)$/);
});

test("a break in series within the years shown is said under their table, and no other", () => {
  const noteOf = (from: Month): string => {
    const breaks = [{ statement: "IS101", indicator: "vols-vehicules", from, reason: "Logiciel." }];
    const review = compose({ ...madeInput(town(), { at: T4, settings: { breaks } }), yearSoFar: [] }).year;
    return plain(JSON.stringify(review?.sections[0]));
  };
  expect(noteOf("2023-07")).toMatch(/Rupture de série dans ces années[^"]* : vols de véhicules\./);
  expect(noteOf("2020-07")).not.toContain("Rupture de série dans ces années");
});

test("many lines that stand out: two named, each with its point as far as there is room, the others named together", () => {
  const all = Object.fromEntries(
    [
      "cambriolages-logement",
      "vols-vehicules",
      "vols-dans-vehicules",
      "coups-blessures-15-ans-plus",
      "vols-accessoires-vehicules",
    ].map((line, i) => [line, changed(12 + i, 4, 3)]),
  );
  const front = compose(closing(all)).year?.front;
  expect(plain(front?.headline ?? "")).toMatch(/^En 2025 : [^,]+\), [^,]+\) et 3 autres lignes$/);
  expect(front?.points.map(({ tag }) => tag)).toEqual(["Faits graves", "Établi", "Établi", "Établi", "Aussi"]);
  expect(plain(front?.points[0]?.text ?? "")).toMatch(/^En 2025 : homicides, aucun \(aucun en 2024\)/);
  expect(
    front?.keyFigures.every(({ before, mark }) => /^\d+ en 2024$/.test(before) && mark === "rise-established"),
  ).toBe(true);
});

test("a year that is the first known: no bars of one year, no column without a number, no mandate without a total", () => {
  const input = madeInput(town({}, { length: 4 }), { at: T4, settings: { mandateSince: "2020-07-04" } });
  const review = compose({ ...input, yearSoFar: [] }).year;
  const tables =
    review?.sections.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "table" ? b.table : []))) ?? [];
  expect(tables[0]?.columns.map(({ id }) => id)).toEqual(["ligne", "an-2025"]);
  expect(review?.sections.map(({ id }) => id)).toEqual(["cinq-ans", "annonces", "tendances", "methode"]);
});

test("what the year's deliveries revised, the widest gap first; nothing is said of an earlier year's", () => {
  const input = closing({});
  const revised = (old: number, now: number, by: string) => ({
    ...burglaries(now, by),
    old: burglaries(old, "2024-T4"),
    new: burglaries(now, by),
  });
  const revisions = [revised(8, 9, "2025-T1"), revised(9, 15, "2025-T2"), revised(1, 99, "2024-T4")];
  const review = compose({ ...input, analysis: { ...input.analysis, revisions } }).year;
  expect(review && cells(review, "revisions")?.map((row) => row.slice(4, 7))).toEqual([
    ["9", "15", "+6"],
    ["8", "9", "+1"],
  ]);
});
