/** The review of a year: what the year says, what was announced in it and what became of it. */
import { expect, test } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { type ComposeInput, compose } from "../../scripts/compose/index.ts";
import { quarter, shiftQuarters } from "../../scripts/model/period.ts";
import { plain } from "./find.ts";
import { around, changed, madeInput, town } from "./made.ts";

const T4 = quarter(2025, 4);
/** As the pipeline does: the analyses of the three quarters before, as known then. */
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
  expect(review?.front.headline).toBe("L’année 2025 ne se distingue pas des précédentes");
  const row = review && cells(review, "cinq-ans")?.find(([name]) => name === "Cambriolages de logement");
  const total = around(10)
    .slice(-4)
    .reduce((a, b) => a + b, 0);
  expect(row?.slice(1, 6)).toHaveLength(5);
  expect(Number(row?.[5])).toBe(total);
});

test("a year that doubles is told with its degree, and a rise of its first quarter has its end beside it", () => {
  const doubled = compose(closing({ "vols-dans-vehicules": changed(16, 4, 3) })).year;
  expect(doubled?.front.headline).toMatch(/vols dans les véhicules \(hausse établie\)/);
  expect(doubled?.front.points.some(({ mark }) => mark === "rise-established")).toBe(true);
  const rows = (doubled && cells(doubled, "annonces")) ?? [];
  expect(rows.length).toBeGreaterThan(0);
  expect(rows[0]?.at(-1)).toBe("sur l’année : hausse établie");
  const once = around(16).map((n, i, all) => (i === all.length - 3 ? n * 3 : n));
  const fallen = compose(closing({ "vols-dans-vehicules": once })).year;
  const [row] = (fallen && cells(fallen, "annonces")) ?? [];
  expect(row?.[1]).toBe("Vols dans les véhicules");
  expect(row?.at(-1)).toMatch(/retombé|sur l’année/);
});
