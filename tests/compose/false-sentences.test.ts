/** Sentences that bulletins said and that were false, or misled: each never again, on a situation that made it. */
import { describe, expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { quarter } from "../../scripts/model/period.ts";
import { plain, points, rowOf, tables, textsOf } from "./find.ts";
import { around, changed, madeInput, town } from "./made.ts";

const allOf = (input: Parameters<typeof compose>[0]): string => {
  const { front, sections } = compose(input).bulletin;
  // The method explains what is judged; it says nothing of a line.
  return plain(textsOf({ front, sections: sections.filter(({ id }) => id !== "methode") }).join("\n"));
};
const headlineOf = (input: Parameters<typeof compose>[0]): string => plain(compose(input).bulletin.front.headline);

test("over a year of three times as many, no bulletin says that nothing stands out", () => {
  // A burst in each quarter of the year: 6 a quarter become 18.
  const input = madeInput(town({ "vols-vehicules": changed(6, 4, 3) }));
  expect(allOf(input)).not.toMatch(/aucune ligne ne se détache|ne se distingue pas/i);
  expect(headlineOf(input)).toMatch(/plus de vols de véhicules/i);
  expect(points(input).join("\n")).toMatch(/Vols de véhicules : .*sur douze mois, contre 24,3 par an en moyenne/);
});

test("a force with 22 against 3 is told, or said not to be judged; never that none stands out", () => {
  const specs = town({ "cambriolages-logement": changed(8, 1, 3) }).map((spec) => ({ ...spec, police: 0 }));
  const input = madeInput(specs);
  const [table] = tables(compose(input), "forces-et-mandat");
  expect(rowOf(table, "Cambriolages de logement").lecture).toMatch(/gendarmerie : hausse/);
  const unjudged = madeInput(town({}, { length: 2 }).map((spec) => ({ ...spec, police: 0.5 })));
  for (const one of [input, unjudged]) expect(allOf(one)).not.toMatch(/aucune force ne se détache/i);
  expect(allOf(unjudged)).toContain("Forces non jugées");
});

describe("whatever the counts,", () => {
  const inputs = [
    madeInput(town()),
    madeInput(town({}, { length: 1 })),
    madeInput(town({ "vols-vehicules": changed(6, 4, 3), "vols-dans-vehicules": changed(36, 4, 0.5) })),
    madeInput(town({ "cambriolages-logement": changed(20, 9, 0.4) })),
    madeInput(town(), { at: quarter(2026, 2) }),
    madeInput(town({ "coups-blessures-15-ans-plus": around(4055) }), { at: quarter(2025, 4) }),
  ].map(allOf);

  test.each([
    ["chance never suffices to explain", /le hasard suffit|que le hasard produit|de l.ordre du hasard/i],
    ["no step is called regular", /réguli(?:er|ère)/i],
    ["no open interval is news", /entre [\d,]+ et [\d ,]+ fois/],
    ["no number is called too small to conclude", /petits nombres|trop petits|trop peu pour conclure/i],
  ])("%s", (_, form) => {
    for (const text of inputs) expect(text).not.toMatch(form);
  });

  test("thousands keep a space that does not break", () => {
    const { front, sections } = compose(madeInput(town({ "coups-blessures-15-ans-plus": around(4055) }))).bulletin;
    for (const text of textsOf({ front, sections })) expect(text).not.toMatch(/\d 000(?!\d)|4 05\d/);
  });
});

test("a step is told as one, with the quarter when it came", () => {
  expect(points(madeInput(town({ "cambriolages-logement": changed(20, 9, 0.4) }))).join("\n")).toMatch(
    /Cambriolages de logement : niveau changé vers le 1er trimestre 2024, environ 6\d % de moins qu’avant/,
  );
});

test("what it takes to be told is the threshold of this bulletin: no lower count is announced", () => {
  const input = madeInput(town({ "vols-dans-vehicules": changed(16, 1, 2.5) }));
  const { power, analyses } = input.analysis;
  const least = power.find(({ before }) => before === 20)?.rise ?? 0;
  expect(least).toBeGreaterThan(20);
  for (const { quarter: figure, series } of analyses)
    if ((figure.value ?? 0) > (series.at(-1)?.range?.high ?? Number.POSITIVE_INFINITY))
      expect(allOf(input)).toMatch(new RegExp(`${figure.value}, contre`));
});

test("a change of a fifth is not « entre 1,1 et 1,2 fois moins »: percents below one and a half", () => {
  const input = madeInput(town({ "vols-dans-vehicules": changed(400, 4, 0.7) }));
  const said = points(input).join("\n");
  expect(said).toMatch(/Vols dans les véhicules : .*au moins \d+ % de moins/);
  expect(said).not.toMatch(/1,[0-4]\d* fois/);
});

test("a rate of three facts is not compared with the département's", () => {
  const denominator = { kind: "habitants" as const, size: 6500, year: 2023 };
  const reference = {
    indicator: "vols-avec-armes",
    territory: "Département 99",
    year: 2025,
    rate: 0.05,
    denominator: "habitants" as const,
    source: "base",
  };
  const input = madeInput(town({ "vols-avec-armes": [...around(0).slice(0, -1), 3] }), { references: [reference] });
  const analyses = input.analysis.analyses.map((a) =>
    a.indicator === "vols-avec-armes" && a.rate === null
      ? {
          ...a,
          rate: { value: 0.46, low: 0.1, high: 1.35, denominator: denominator.kind, count: 3, size: 6500, year: 2023 },
        }
      : a,
  );
  const given = { ...input, analysis: { ...input.analysis, analyses, references: [reference] } };
  expect(points(given).some((point) => point.startsWith("Département"))).toBe(false);
  expect(rowOf(tables(compose(given), "ou-en-est-on")[0], "Vols avec armes").taux).not.toMatch(/au-dessus|en dessous/);
});

test("the half-year is not judged beside the quarter: they cannot contradict each other", () => {
  const [table] = tables(compose(madeInput(town(), { at: quarter(2026, 2) })), "semestre");
  expect(table?.columns.map(({ id }) => id)).not.toContain("lecture");
});

test("none is « aucun », never « 0 au 3e trimestre »", () => {
  const input = madeInput(
    town({ "vols-dans-vehicules": [...around(30).slice(0, -5), 0, ...around(30).slice(-4, -1), 0] }),
  );
  const said = points(input).join("\n");
  expect(said).toMatch(/Vols dans les véhicules : aucun, contre aucun un an plus tôt/);
  expect(said).not.toMatch(/: 0|contre 0/);
});

test("« aucun auparavant » is not said of a line whose twelve months hold an earlier fact", () => {
  const input = madeInput(town({ "vols-avec-armes": [0, null, null, null, 1] }));
  const grave = (rolling: number): string => {
    const analyses = input.analysis.analyses.map((a) =>
      a.indicator === "vols-avec-armes" ? { ...a, rolling: { ...a.rolling, value: rolling } } : a,
    );
    return points({ ...input, analysis: { ...input.analysis, analyses } }).join("\n");
  };
  expect(grave(1)).toContain("Vols avec armes : 1 fait ce trimestre (aucun auparavant depuis le 1er trimestre 2025).");
  expect(grave(2)).toContain("Vols avec armes : 1 fait ce trimestre, 2 sur douze mois.");
});
