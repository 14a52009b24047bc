/** « Le mot de la commune »: the settings' notes, on the curves at their quarter, as a list, and in nothing that is said. */
import { expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { drawChart } from "../../scripts/draw/svg.ts";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { chartsOf } from "../../scripts/publish/filters/charts.ts";
import { viewsOf } from "../../scripts/publish/filters/views.ts";
import { plain } from "./find.ts";
import { changed, madeInput, town } from "./made.ts";

const EVENTS = [
  { date: "2026-03-31", text: "Marché de printemps.", lines: [] },
  { date: "2025-05", text: "Éclairage rénové.", lines: ["cambriolages-logement"] },
  { date: "2026-04", text: "Après le trimestre.", lines: [] },
];
const made = (events = EVENTS) => compose(madeInput(town(), { settings: { events } })).bulletin;
const charts = (bulletin: ReturnType<typeof made>) => chartsOf(bulletin.sections);

test("in the order of time, those to come left out; on the curves that they name", () => {
  const bulletin = made();
  const section = bulletin.sections.find(({ id }) => id === "tendances");
  const list = section?.blocks.find((b) => b.kind === "list");
  expect(list?.kind === "list" && list.items.map(({ lead, text }) => plain(`${lead} ${text}`))).toEqual([
    "Mai 2025 : Éclairage rénové.",
    "Mars 2026 : Marché de printemps.",
  ]);
  for (const { top: _, ...chart } of charts(bulletin)) {
    const both = chart.id.endsWith("cambriolages-logement");
    expect(chart.events?.map(({ text, at }) => [text, plain(chart.labels[at] ?? "")])).toEqual([
      ...(both ? [["Éclairage rénové.", "T2 2025"]] : []),
      ["Marché de printemps.", "T1 2026"],
    ]);
    expect(plain(chart.alternative)).toContain("Note de la commune, T1 2026 : Marché de printemps.");
    expect(drawChart(chart)).toContain(">Marché de printemps.</text>");
  }
});

test("on the wall, on the charts of the lines that they name", () => {
  const counts = { "cambriolages-logement": changed(10, 4, 3), "vols-dans-vehicules": changed(16, 4, 3) };
  const { bulletin, session } = compose(madeInput(town(counts), { settings: { events: EVENTS } }));
  const notes = viewsOf(bulletin, session).flatMap((v) =>
    v.kind === "point" ? v.charts.map(({ chart }) => (chart.events ?? []).map(({ text }) => text)) : [],
  );
  const [first, second] = ["Éclairage rénové.", "Marché de printemps."];
  expect(notes.toSorted((a, b) => b.length - a.length)).toEqual([[first, second], [second]]);
});

test("nothing that is said changes with them", () => {
  expect(made().front).toEqual(made([]).front);
  expect(JSON.stringify(made([]))).not.toContain("mot de la commune");
});

test("a line that is none is refused, and a day or a month is taken", () => {
  const settings = (event: string) =>
    parseSettings(`commune: { nom: X }\nevenements:\n  - ${event}`, "convention.yaml");
  expect(settings('{ date: 2026-05, texte: "A" }').events).toEqual([{ date: "2026-05", text: "A", lines: [] }]);
  expect(settings('{ date: 2026-05-12, texte: "A", lignes: [homicides] }').events[0]?.date).toBe("2026-05-12");
  expect(() => settings('{ date: 2026-05, texte: "A", lignes: [homicide] }')).toThrow(/homicide/);
  expect(() => settings('{ date: mai, texte: "A" }')).toThrow();
});
