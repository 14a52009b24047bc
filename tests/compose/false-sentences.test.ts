/** Sentences that bulletins said and that were false, or misled: each never again, on a situation that made it. */

import { describe, expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { periodKey, quarter, shiftQuarters } from "../../scripts/model/period.ts";
import { madeIssue } from "../spoken.ts";
import { drawn, figures, plain, points, rowOf, tables, textsOf } from "./find.ts";
import { AT, around, changed, madeInput, printedOf, town } from "./made.ts";

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
  expect(headlineOf(input)).toMatch(/vols de véhicules en nette hausse/i);
  expect(points(input).join("\n")).toMatch(
    /Vols de véhicules : .*sur douze mois, environ 3 fois la moyenne annuelle d’avant \(24,3\)/,
  );
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

test("a step is told with the quarters in which it may have come; one that is younger than five quarters has no date", () => {
  const said = (quarters: number): string =>
    [...figures(compose(madeInput(town({ "cambriolages-logement": changed(20, quarters, 0.4) }))))]
      .flatMap(({ chart, reading }) => (chart.title === "Cambriolages de logement" ? [plain(reading)] : []))
      .join();
  expect(said(9)).toMatch(
    /Niveau plus bas depuis (?:le 1er trimestre 2024|une date entre le 1er trimestre 2024 et le .*), d’environ 6\d % \(de \d+ à \d+ %\)/,
  );
  expect(said(4)).toMatch(/Niveau plus bas depuis un an environ, d’environ/);
});

test("what it takes to be told is the threshold of this bulletin: no lower count is announced", () => {
  const input = madeInput(town({ "vols-dans-vehicules": changed(16, 1, 2.5) }));
  const { power, analyses } = input.analysis;
  const least = power.find(({ before }) => before === 20)?.rise ?? 0;
  expect(least).toBeGreaterThan(20);
  for (const { quarter: figure, series } of analyses)
    if ((figure.value ?? 0) > (series.at(-1)?.range?.high ?? Number.POSITIVE_INFINITY))
      expect(allOf(input)).toMatch(new RegExp(`${figure.value}, environ`));
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
  expect(rowOf(tables(compose(given), "ou-en-est-on")[0], "Vols avec armes").taux ?? "").not.toMatch(
    /au-dessus|en dessous/,
  );
});

test.each([
  [8, 13, "soit au moins 2 fois (40 faits)."],
  [0.9, 2, "soit divisé au moins par 2 (40 faits)."],
  [0, 2, "soit divisé au moins par 2 (40 faits)."],
  [5.9, 13, "soit au moins 47 % de plus (40 faits)."],
  [0.9, 2.8, "soit au moins 30 % de moins (40 faits)."],
  [4.1, 13, null], // no number that would say next to nothing
  [0.9, 3.9, null],
])(
  "a rate of %d to %d beside 4 in the département says its sure end, rounded inwards, or nothing",
  (low, high, said) => {
    const of = { indicator: "vols-dans-vehicules", territory: "Département 99", year: 2025, source: "base" };
    const reference = { ...of, rate: 4, denominator: "habitants" as const };
    const input = madeInput(town(), { references: [reference] });
    const ends = { low, high, wide: { low, high } };
    const rate = { value: 6, ...ends, denominator: "habitants" as const, count: 40, size: 6500, year: 2023 };
    const analyses = input.analysis.analyses.map((a) => (a.indicator === of.indicator ? { ...a, rate } : a));
    const given = { ...input, analysis: { ...input.analysis, analyses, references: [reference] } };
    const point = points(given).find((text) => text.startsWith("Département"));
    if (said === null) expect(point).toMatch(/contre 4,0 [^,]*\(année 2025\) \(40 faits\)\.$/);
    else expect(point?.slice(point.indexOf("soit"))).toBe(said);
    expect(rowOf(tables(compose(given), "ou-en-est-on")[0], "Vols dans les véhicules").taux).toContain(
      low > 4 ? "au-dessus" : "en dessous",
    );
  },
);

test("none is « aucun », never « 0 au 3e trimestre »", () => {
  const input = madeInput(
    town({ "vols-dans-vehicules": [...around(30).slice(0, -5), 0, ...around(30).slice(-4, -1), 0] }),
  );
  const said = points(input).join("\n");
  expect(said).toMatch(
    /Vols dans les véhicules : aucun, contre 23,8 \(le niveau de la saison\) ; .* ; aucun un an plus tôt/,
  );
  expect(said).not.toMatch(/: 0|contre 0/);
});

describe("one truth of the warnings:", () => {
  const issue = (rule: "value-missing" | "total-does-not-add-up", severity: "warning" | "info") =>
    ({ rule, severity, message: "Un message." }) as const;
  const shown = (input: Parameters<typeof compose>[0]) => {
    const { bulletin } = compose(input);
    const notices = bulletin.sections.flatMap(({ blocks }) =>
      blocks.flatMap((b) => (b.kind === "notices" ? b.items : [])),
    );
    return { bulletin, warned: notices.filter(({ severity }) => severity !== "info"), said: allOf(input) };
  };
  const broken = town().map(
    (line) => ({ ...line, breakAt: { from: "2025-07", reason: "Nouveau logiciel." } }) as const,
  );

  test.each([
    ["a quiet town", () => madeInput(town())],
    ["a break in series, which is declared", () => madeInput(broken)],
    [
      "a line that is known to be in no nomenclature",
      () => madeInput([...town(), { ...town()[0], indicator: null, label: "Rodéos" } as never]),
    ],
  ])("%s: none is counted, none is shown", (_, made) => {
    const { bulletin, warned, said } = shown(made());
    expect([bulletin.errors, bulletin.warnings, warned]).toEqual([0, 0, []]);
    expect(said).toContain("ni erreur ni avertissement.");
    expect(said).not.toMatch(/avertissements? sur cette livraison/);
  });

  test("those of the checks are counted alike on the cover and by the checks, and named on page one; a missing delivery is one", () => {
    const issues = [
      issue("total-does-not-add-up", "warning"),
      issue("value-missing", "warning"),
      issue("value-missing", "info"),
    ];
    const { bulletin, warned, said } = shown(madeInput(town(), { issues: issues.map(madeIssue) }));
    expect([bulletin.warnings, warned.length]).toEqual([2, 2]);
    expect(said).toContain("Nombres qui ne concordent pas ; nombres à vérifier (section « Avertissements »).");
    expect(said.match(/\d+ avertissements?/g)).toEqual(["2 avertissements"]);
    expect(said).toContain(": 2 avertissements");
    const gap = madeInput(town(), { analysis: { deliveries: ["2025-T3", "2026-T1"] } });
    expect(shown(gap).bulletin.warnings).toBe(1);
    expect(shown(gap).said).toContain("1 livraison antérieure manque (section « Avertissements »).");
  });
});

test("a figure's title says what it shows, and no more than its test warrants", () => {
  const titles = (input: Parameters<typeof compose>[0]) =>
    drawn(compose(input)).map(({ chart }) => [chart.title, plain(chart.news)]);
  const input = madeInput(town({ "vols-vehicules": changed(6, 4, 3), "cambriolages-logement": changed(20, 9, 0.4) }));
  const said = new Map(titles(input).map(([title, news]) => [title ?? "", news ?? ""]));
  expect(said.get("Vols de véhicules")).toBe(" en nette hausse : 18, environ 3 fois le niveau de la saison (6)");
  expect(said.get("Cambriolages de logement")).toMatch(
    /^ en baisse sur douze mois, à suivre : 32, divisé par environ 2 par rapport à la moyenne annuelle d’avant \(65,3\)$/,
  );
  expect(said.get("Vols d’accessoires sur véhicules")).toBe("");
});

test("26 of one statement and 27 of the other are one point, which says both", () => {
  const line = (statement: string, indicator: string, label: string, last: number) => ({
    statement,
    indicator,
    label,
    counts: changed(8, 1, 1).map((n, i, all) => (i === all.length - 1 ? last : n)),
  });
  const is101 = line("IS101", "cambriolages-logement", "Cambriolages de logement", 26);
  const ist = line("IST", "ist-cambriolages", "Cambriolages", 27);
  const both = points(madeInput([...town().filter((l) => l.indicator !== is101.indicator), is101, ist]));
  expect(both.filter((point) => /\| Cambriolages/.test(point))).toHaveLength(1);
  expect(both.join("\n")).toMatch(/Cambriolages de logement : 26, .*27 au compte plus large de l’état I\.S\.T/);
  const quiet = { ...is101, counts: changed(26, 1, 1) };
  const wider = points(madeInput([...town().filter((l) => l.indicator !== is101.indicator), quiet, ist]));
  expect(wider.join("\n")).toMatch(/Cambriolages \(I\.S\.T\) : 27, .*cambriolages de logement : 26 à l’état IS 101/);
});

describe("what was announced is followed:", () => {
  const since = (quarters: number) => points(madeInput(town({ "vols-vehicules": changed(6, quarters, 3) }))).join("\n");
  test("the quarter that confirms it says so, then since when", () => {
    expect(since(1)).not.toMatch(/déjà dit/);
    expect(since(2)).toMatch(/déjà dit au 4e trimestre 2025/);
    expect(since(3)).toMatch(/déjà dit depuis le 3e trimestre 2025/);
  });
  test("what an earlier edition left is what counts, not what is computed today", () => {
    const input = madeInput(town());
    const a = {
      statement: "IS101",
      indicator: "vols-vehicules",
      label: "Vols de véhicules",
      family: null,
      force: "ensemble",
    } as const;
    const told = (of: "quarter" | "year") => [
      { quarter: shiftQuarters(input.analysis.quarter, -1), announcements: [{ ...a, of, direction: "rise" as const }] },
    ];
    expect(points(input).join("\n")).not.toContain("Pas confirmé");
    expect(points({ ...input, earlier: told("quarter") }).join("\n")).toContain(
      "Dit au 4e trimestre 2025, pas confirmé ce trimestre : vols de véhicules, en hausse alors (6 ce trimestre), de nouveau sous la moyenne d’avant.",
    );
    expect(points({ ...input, earlier: told("year") }).join("\n")).toContain(
      "pas confirmé ce trimestre : vols de véhicules, en hausse alors (6 ce trimestre)",
    );
  });
});

describe("a further edition says what it changes of what the one before printed:", () => {
  const edition = { number: 2, replaces: "2026-04-08" };
  const input = madeInput(town(), { edition });
  const said = (changed: Readonly<Record<string, number | null>> | null): string =>
    points({ ...input, printedBefore: changed && { ...printedOf(input), ...changed } }).join("\n");
  const key = (indicator: string, back = 0): string =>
    `IS101 ${indicator} ensemble ${periodKey(shiftQuarters(AT, -back))}`;

  test("nothing; its own quarter; an older quarter alone, which the comparisons hold", () => {
    expect(said({})).toContain("Édition 2 | Aucun nombre ne change : les textes ou les réglages seuls.");
    expect(said({ [key("vols-vehicules")]: 5, [key("vols-vehicules", 4)]: null })).toContain(
      "Vols de véhicules : 6 au lieu de 5 ; 1 autre nombre change.",
    );
    expect(said({ [key("vols-vehicules", 4)]: 5 })).toContain(
      "Aucun nombre du trimestre ne change ; 1 autre nombre change dans les comparaisons",
    );
    expect(said({ [key("vols-vehicules", 4)]: 5 })).not.toContain("Aucun nombre ne change");
  });

  test("what cannot be compared is said", () => {
    expect(said(null)).toContain("ce qui change n’est pas dit ici");
  });

  test("made again, it says the same: the counts that it changed stand beside it", () => {
    const { analyses } = compose({ ...input, printedBefore: { ...printedOf(input), [key("vols-vehicules")]: 5 } });
    expect(analyses).toMatchObject({ edition: 2, changed: { [key("vols-vehicules")]: 5 } });
    expect(said(analyses.changed)).toContain("Vols de véhicules : 6 au lieu de 5.");
  });
});

test("« aucun auparavant » is not said of a line whose twelve months hold an earlier fact", () => {
  const input = madeInput(town({ "vols-avec-armes": [0, null, null, null, 1] }));
  const grave = (rolling: number): string => {
    const analyses = input.analysis.analyses.map((a) =>
      a.indicator === "vols-avec-armes" ? { ...a, rolling: { ...a.rolling, value: rolling } } : a,
    );
    return points({ ...input, analysis: { ...input.analysis, analyses } }).join("\n");
  };
  expect(grave(1)).toContain(
    "Vols avec armes : 1 fait ce trimestre, aucun connu auparavant depuis le 1er trimestre 2025.",
  );
  expect(grave(2)).toContain("Vols avec armes : 1 fait ce trimestre, 2 sur douze mois.");
});

test("the last time of a grave fact: next to the quarter, further back, or with quarters between that nobody knows", () => {
  const said = (counts: readonly (number | null)[]): string => {
    const { front } = compose(madeInput(town({ "vols-avec-armes": counts }, { length: counts.length }))).bulletin;
    return plain(front.points.find(({ tag }) => tag === "Faits graves")?.text ?? "");
  };
  expect(said([0, 3, 0, 2, 1])).toContain(", 2 le trimestre précédent.");
  expect(said([0, 3, 0, 0, 1])).toContain(", le premier depuis le 2e trimestre 2025.");
  expect(said([2, null, null, null, 1])).toContain(", le premier connu depuis le 1er trimestre 2025.");
  expect(said([0, null, 0, 0, 1])).toContain(", aucun connu auparavant depuis le 1er trimestre 2025.");
});
