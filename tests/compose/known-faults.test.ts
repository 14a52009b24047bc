/** What is said of the quarter as a whole, and of what is not judged: each on the town that shows it. */
import { describe, expect, test } from "vitest";
import { charts } from "../../scripts/compose/charts/charts-block.ts";
import { createContext } from "../../scripts/compose/context/context.ts";
import { linesOf } from "../../scripts/compose/context/lines.ts";
import { compose } from "../../scripts/compose/index.ts";
import { withTypography } from "../../scripts/compose/words/typography.ts";
import type { ReferenceRate } from "../../scripts/model/analysis.ts";
import { questionsText } from "../../scripts/publish/session/texts.ts";
import { plain, points, rowOf, section, tables, textsOf } from "./find.ts";
import { around, changed, madeInput, town } from "./made.ts";

type Input = Parameters<typeof compose>[0];
const headlineOf = (input: Input): string => plain(compose(input).bulletin.front.headline);
const asked = (input: Input): readonly string[] =>
  compose(input).session.questions.map(({ lead, figures: said, asked: question }) =>
    plain(`${lead} ${said} ${question}`),
  );
const textOf = (input: Input, id: string): string => plain(textsOf(section(compose(input), id)).join("\n"));

describe("a grave fact", () => {
  const killed = town({ homicides: [...around(0).slice(0, -6), 1, 0, 0, 0, 0, 1] });
  const input = madeInput(killed);

  test("has no test, no range and no sign; it is tagged, told since when, and asked about first", () => {
    const homicides = input.analysis.analyses.find((a) => a.indicator === "homicides");
    expect(homicides?.comparisons.map(({ verdict }) => verdict)).toEqual(Array(5).fill("not-judged"));
    expect(homicides?.series.every(({ range }) => range === null)).toBe(true);
    expect(rowOf(tables(compose(input), "ou-en-est-on")[0], "Homicides").lecture).toBe("fait grave");
    expect(headlineOf(input)).toMatch(/^Un homicide, le premier depuis le 4e trimestre 2024 ; /);
    expect(asked(input)[0]).toMatch(/^Homicides : 1 fait ce trimestre, .* Que peut-on en dire à la commune/);
    expect(plain(questionsText(compose(input).bulletin, compose(input).session.questions))).not.toContain(
      "Aucune question",
    );
    const c = createContext(input);
    const [block] = withTypography(charts(c, linesOf(c, "IS101")));
    const figure = block?.kind === "charts" ? block.charts.find(({ chart }) => chart.title === "Homicides") : undefined;
    expect(plain(figure?.reading ?? "")).toMatch(
      /^Victimes par trimestre\. 1 fait enregistré au 1er trimestre 2026, le premier depuis le 4e trimestre 2024\./,
    );
  });

  test("an armed theft is asked about above last year's only", () => {
    const armed = (before: number, now: number): readonly string[] =>
      asked(
        madeInput(
          town({
            "vols-avec-armes": around(0).map((_, i, all) =>
              i === all.length - 1 ? now : i === all.length - 5 ? before : 0,
            ),
          }),
        ),
      );
    expect(armed(0, 1)).toHaveLength(1);
    expect(armed(1, 1)).toEqual([]);
    expect(armed(2, 1)).toEqual([]);
  });

  test("however many, they announce nothing by a test", () => {
    const many = madeInput(town({ "vols-avec-armes": [...around(0).slice(0, -1), 30] }));
    expect(headlineOf(many)).toBe("Aucun écart n’est établi ce trimestre");
  });
});

describe("most lines at once", () => {
  const lines = [
    "coups-blessures-15-ans-plus",
    "cambriolages-logement",
    "vols-vehicules",
    "vols-dans-vehicules",
    "vols-accessoires-vehicules",
  ];
  const rises = (n: number): Input => {
    const more = Array.from({ length: 2 }, (_, i) => ({
      indicator: ["vols-violents-sans-arme", "vols-sans-violence-personnes"][i] ?? "",
      label: ["Vols violents sans arme", "Vols sans violence contre des personnes"][i] ?? "",
      counts: changed(14, 1, i + lines.length < n ? 3 : 1),
    }));
    const counts = Object.fromEntries(lines.slice(0, n).map((line) => [line, changed(14, 1, 3)]));
    return madeInput([...town(counts), ...more]);
  };

  test("from six subjects one finding, one question, and the lines listed once", () => {
    const input = rises(6);
    expect(headlineOf(input)).toMatch(
      /^Presque tout augmente : 6 des 7 lignes jugées au-dessus de leur niveau habituel ; /,
    );
    expect(points(input).filter((point) => /^(?:Établi|À suivre) \|/.test(point))).toHaveLength(1);
    expect(asked(input)).toEqual([
      expect.stringMatching(
        /^Ensemble des lignes : .* Le périmètre, le logiciel ou l’enregistrement ont-ils changé au 1er trimestre 2026 \?$/,
      ),
    ]);
    expect(points(input).join("\n")).toMatch(/Faut-il s’en inquiéter \? \| .*appelle d’abord une vérification/);
  });

  test("five are five", () => {
    expect(headlineOf(rises(5))).not.toMatch(/augmente/);
    expect(asked(rises(5)).length).toBeGreaterThan(3);
  });
});

test("a force that stands out alone is named in the title and on page one, with the question", () => {
  const specs = town().map((spec) =>
    spec.indicator === "coups-blessures-15-ans-plus"
      ? {
          ...spec,
          counts: changed(16, 1, 1.5),
          policeCounts: around(12).map((n, i, all) => (i === all.length - 1 ? 8 : n)),
        }
      : { ...spec, police: 0.5 },
  );
  const input = madeInput(specs);
  expect(headlineOf(input)).toMatch(/^Coups et blessures, gendarmerie seule, en (?:nette )?hausse/);
  expect(points(input).join("\n")).toMatch(
    /Coups et blessures : gendarmerie : 16, .*rien d’établi pour les deux forces réunies/,
  );
  expect(asked(input).join("\n")).toContain("Qu’en disent les deux services ?");
  expect(plain(section(compose(input), "forces-et-mandat")?.title ?? "")).toMatch(
    /^Police : rien d’établi ; gendarmerie : coups et blessures en hausse$/,
  );
});

test("a force of a line that is announced is told with its line, not apart", () => {
  const input = madeInput(town({ "vols-dans-vehicules": changed(40, 1, 3) }, { more: { police: 0.5 } }));
  expect(points(input).join("\n")).toMatch(/Vols dans les véhicules : 12\d, environ 3 fois/);
  expect(points(input).join("\n")).not.toContain("pour les deux forces réunies");
});

test("one quarter to compare with: nothing is said to be as before, nor that this town varies so much", () => {
  const input = madeInput(town({}, { length: 5 }));
  expect(headlineOf(input)).toBe("Un seul trimestre de comparaison : seul un très grand écart se verrait");
  const risen = madeInput(town({ "vols-vehicules": changed(6, 1, 1.6).slice(-5) }, { length: 5 }));
  expect(plain((tables(compose(risen), "ou-en-est-on")[0]?.notes ?? []).join(" "))).toMatch(
    /ordinaire : vols de véhicules, 10 pour 7 à cette saison, une seule autre année étant connue\./,
  );
  const soared = madeInput(town({ "vols-vehicules": changed(6, 1, 12).slice(-5) }, { length: 5 }));
  expect(headlineOf(soared)).toContain("Vols de véhicules en nette hausse");
  expect(textOf(input, "methode")).toContain("une seule année d’avant ne dit pas encore de combien");
  expect(textOf(input, "methode")).not.toContain("dans cette commune, les nombres varient");
  expect(textOf(madeInput(town()), "methode")).toContain("dans cette commune");
});

test("a quiet quarter names no gap in its title: the largest one stands at the foot of table 1", () => {
  const input = madeInput(town({ "vols-vehicules": changed(6, 1, 1.6) }));
  expect(headlineOf(input)).toBe("Aucun écart n’est établi ce trimestre");
  const notes = plain((tables(compose(input), "ou-en-est-on")[0]?.notes ?? []).join(" "));
  expect(notes).toMatch(
    /Le plus grand écart du trimestre, ordinaire : vols de véhicules, 10 pour 6 en moyenne à cette saison\./,
  );
});

test("under 2 000 inhabitants the lines without a fact in two years are one sentence", () => {
  const small = (population: number) =>
    tables(compose(madeInput(town(), { settings: { population: { 2021: population } } })), "ou-en-est-on")[0];
  expect(small(1999)?.rows.some((row) => row.line === "homicides")).toBe(false);
  expect(plain((small(1999)?.notes ?? []).join(" "))).toContain(
    "Aucun fait en deux ans : homicides et vols avec armes.",
  );
  expect(small(2000)?.rows.some((row) => row.line === "homicides")).toBe(true);
});

describe("a course that the quarter denies is no news of its subject:", () => {
  const falling = (last: number): readonly number[] => [
    ...Array.from({ length: 20 }, (_, i) => Math.round(24 * 0.94 ** i)),
    last,
  ];
  const line = (statement: string, indicator: string, label: string, counts: readonly number[]) => ({
    statement,
    indicator,
    label,
    counts,
  });
  const input = (last: number, twin: number): Input =>
    madeInput([
      ...town({ "cambriolages-logement": falling(last) }),
      line(
        "IST",
        "ist-cambriolages",
        "Cambriolages",
        falling(twin).map((n) => n + 1),
      ),
    ]);

  test("the line, and the wider count of another statement", () => {
    for (const said of [headlineOf(input(24, 24)), headlineOf(input(24, 9)), ...asked(input(24, 9))])
      expect(said).not.toMatch(/en baisse(?! alors)|moins de cambriolages/);
    expect(headlineOf(input(24, 24))).toMatch(
      /Cambriolages de logement : 24, contre \d+ un an plus tôt, après cinq ans de baisse/,
    );
  });

  test("no cell and no title of the subject says it, whatever its own quarter", () => {
    const edition = compose(input(24, 9));
    for (const text of textsOf([
      section(edition, "ist"),
      section(edition, "ou-en-est-on"),
      section(edition, "tendances"),
    ]))
      expect(plain(text)).not.toMatch(/évolution : baisse|[Ee]n baisse d’environ|niveau plus bas/i);
    const goesOn = textsOf(section(compose(input(6, 6)), "is101"))
      .map(plain)
      .join(" ");
    expect(goesOn).toMatch(/baisse à suivre|baisse établie/);
  });

  test("where it goes on it is told", () => {
    expect(headlineOf(input(6, 6))).toMatch(/Cambriolages de logement en (?:nette )?baisse/);
  });
});

describe("beside a public base", () => {
  const reference = (indicator: string, territory: string, year: number): ReferenceRate => ({
    indicator,
    territory,
    year,
    rate: 3,
    denominator: "habitants",
    source: "SSMSI",
  });
  const input = (references: readonly ReferenceRate[], length = 21): Input =>
    madeInput(town({}, { length }), { references, settings: { population: { 2021: 9000 } } });

  test("the commune's own rows are called what they are, once", () => {
    const table = tables(compose(input([reference("vols-vehicules", "Rive-Blanche", 2025)])), "contexte")[0];
    expect(plain(table?.title ?? "")).toBe(
      "Taux annuels de faits enregistrés : Rive-Blanche et Rive-Blanche, base publique",
    );
    expect(table?.champ).not.toMatch(/Rive-Blanche et Rive-Blanche/);
  });

  test("the service is asked of one gap, or of several, by what they are gaps with", () => {
    const low = (indicator: string): ReferenceRate => ({ ...reference(indicator, "Département 99", 2025), rate: 0.2 });
    expect(asked(input([low("vols-vehicules")])).join()).toContain("Cet écart avec le département est-il connu");
    expect(asked(input([low("vols-vehicules"), low("vols-dans-vehicules")])).join()).toContain(
      "Ces écarts avec le département sont-ils connus",
    );
  });

  test("what the base does not publish, or no later, is said", () => {
    const said = textOf(
      input([
        reference("vols-vehicules", "Département 99", 2025),
        reference("vols-dans-vehicules", "Département 99", 2023),
      ]),
      "contexte",
    );
    expect(said).toContain("Pas de taux plus récent dans cette base : vols dans les véhicules (2023).");
    expect(said).toMatch(/Pas de taux dans cette base : .*vols d’accessoires sur véhicules/);
  });

  test("in the first year it waits for twelve months, and says so; without a base nothing is said", () => {
    expect(textOf(input([reference("vols-vehicules", "Département 99", 2025)], 3), "contexte")).toContain(
      "quand douze mois de nombres seront connus",
    );
    expect(section(compose(input([], 3)), "contexte")).toBeUndefined();
  });
});
