import { describe, expect, test } from "vitest";
import { charts } from "../../scripts/compose/charts/charts-block.ts";
import { createContext } from "../../scripts/compose/context/context.ts";
import { linesOf } from "../../scripts/compose/context/lines.ts";
import { type ComposeInput, compose } from "../../scripts/compose/index.ts";
import { withTypography } from "../../scripts/compose/words/typography.ts";
import type { NumberedChart } from "../../scripts/model/document/bulletin.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import { quarter } from "../../scripts/model/period.ts";
import { own } from "../../scripts/model/received.ts";
import type { RuleName } from "../../scripts/model/rules.ts";
import { madeIssue, type Said } from "../spoken.ts";
import { inputOf, type LineSpec, T1_2026 } from "./builders.ts";
import { blocksOf, drawn, notices, plain, rowOf, section, tables } from "./find.ts";
import { SAMPLE, SPECS } from "./sample.ts";

const THIRTEEN = [9, 7, 6, 11, 7, 8, 5, 10, 12, 7, 6, 13, 24];
const base: LineSpec = { indicator: "cambriolages-logement", label: "Cambriolages de logement", counts: THIRTEEN };
const only = { settings: { expectedStatements: ["IS101"] } };
const ids = (input: Parameters<typeof compose>[0]): readonly string[] =>
  compose(input).bulletin.sections.map((s) => s.id);

test("the sections stand in the order of the document, and only those that have something to say", () => {
  expect(ids(SAMPLE)).toEqual([
    "ou-en-est-on",
    "avertissements",
    "forces-et-mandat",
    "tendances",
    "contexte",
    "questions",
    "trimestres",
    "is101",
    "ist",
    "revisions",
    "methode",
    "controles",
  ]);
  expect(ids(inputOf([base], only))).toEqual([
    "ou-en-est-on",
    "tendances",
    "questions",
    "trimestres",
    "is101",
    "methode",
    "controles",
  ]);
});

test("the cover names the document", () => {
  const { bulletin } = compose(inputOf([base], { settings: { fictitious: false }, at: quarter(2025, 4) }));
  expect(bulletin).toMatchObject({
    id: "2025-T4",
    title: "Bulletin trimestriel de la délinquance enregistrée",
    banner: null,
  });
  expect(compose(SAMPLE).bulletin.banner).toBe("EXEMPLE – DONNÉES FICTIVES");
});

test("tables and figures are numbered in the order of the document, their ids are unique", () => {
  const edition = compose(SAMPLE);
  const numbers = edition.bulletin.sections.flatMap((s) => tables(edition, s.id).map((t) => t.number));
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  const numbered = section(edition, "tendances")?.blocks.flatMap((b) =>
    b.kind === "charts" ? b.charts.map((f) => f.number) : b.kind === "curves" ? [b.number] : [],
  );
  expect(numbered).toEqual(numbered?.map((_, i) => i + 1));
  const all = drawn(edition);
  expect(new Set(all.map((f) => f.chart.id)).size).toBe(all.length);
  for (const f of all) expect(f.chart.id).toMatch(/^graphique-[a-z0-9-]+$/);
});

describe("warnings", () => {
  const issue = (more: Partial<Omit<Said, "rule">> & { readonly rule?: RuleName }): Issue =>
    madeIssue({
      rule: "encoding-doubtful",
      severity: "warning",
      message: "Constat",
      ...more,
    });
  const withIssues = (...issues: Issue[]) => inputOf([base], { ...only, issues });

  test("nothing to warn of, no section", () => {
    expect(section(compose(inputOf([base], only)), "avertissements")).toBeUndefined();
  });

  test("a missing statement, a missing value, a break and unknown lines say their effect", () => {
    const specs: readonly LineSpec[] = [
      base,
      { ...base, indicator: "b", label: "B", counts: [...THIRTEEN.slice(0, -1), null] },
      { ...base, indicator: "c", label: "C", breakAt: { from: "2025-07", reason: "Nouveau logiciel" } },
      { ...base, indicator: "d", label: "D", breakAt: { from: "2025-07", reason: "Autre index" } },
      { ...base, indicator: "e", label: "E", breakAt: { from: "2025-07", reason: "Nouveau logiciel" } },
      { ...base, indicator: null, label: "Rodéos" },
    ];
    const edition = compose(inputOf(specs));
    expect(notices(inputOf(specs))).toEqual([
      "État I.S.T non transmis. Aucun fichier des livraisons connues ne contient l’état I.S.T du 1er trimestre 2026. Ses lignes restent sans nombre pour ce trimestre et aucun constat ne porte sur elles.",
      "1 ligne sans nombre. Le nombre du 1er trimestre 2026 manque pour « B ». Il est noté « n.d. » : il ne vaut pas zéro, et rien ne lui est comparé.",
      "Rupture de série en juillet 2025. Nouveau logiciel. Pour « C » et « E », les nombres d’avant et d’après ne se comparent pas : aucune comparaison ni tendance ne franchit cette date.",
      "Rupture de série en juillet 2025. Autre index. Pour « D », les nombres d’avant et d’après ne se comparent pas : aucune comparaison ni tendance ne franchit cette date.",
    ]);
    // A line that is shown as it was sent limits nothing: it is told where the checks are, and one line leads there.
    expect(blocksOf(edition, "avertissements", "paragraph").map((b) => [plain(b.text), b.to?.id])).toEqual([
      ["À noter aussi, sans effet sur ce qui précède : 1 ligne hors nomenclature.", "controles"],
    ]);
    expect(blocksOf(edition, "controles", "notices").flatMap((b) => b.items.map((i) => plain(i.text)))).toEqual([
      "« Rodéos » : le programme ne connaît pas ce que compte une telle ligne. Elle est présentée telle quelle, sous son propre libellé ; s’il change d’une livraison à l’autre, sa série s’interrompt.",
    ]);
  });

  test("a statement that earlier quarters held and this one does not is missing", () => {
    const held = inputOf([base, { ...base, statement: "IST", indicator: "b", label: "B" }]);
    const recognitions = held.recognitions.filter(
      ({ observations }) =>
        !observations.some((o) => o.statement === "IST" && o.period.last === held.analysis.quarter.last),
    );
    expect(recognitions.length).toBe(held.recognitions.length - 1);
    expect(notices(held).some((text) => text.includes("non transmis"))).toBe(false);
    expect(notices({ ...held, recognitions })[0]).toMatch(/^État I\.S\.T non transmis\./);
  });

  test("where nothing limits what is said, there is no section: page one holds no operator's matter", () => {
    const input = inputOf([base, { ...base, indicator: null, label: "Rodéos" }], only);
    expect(section(compose(input), "avertissements")).toBeUndefined();
    expect(JSON.stringify(compose(input).bulletin.front.points)).not.toContain("hors nomenclature");
  });

  test("a failed check of the quarter's delivery is said, with its effect", () => {
    const found = notices(withIssues(issue({ place: { file: "2026-T1/IS 101 2026-T1.csv" } })));
    expect(found).toHaveLength(1);
    expect(found[0]).toBe(
      "Nombres à vérifier. Constat. Ils sont présentés tels que transmis, et à lire avec prudence.",
    );
  });

  test("each kind of rule has its title and its effect", () => {
    const at = { file: "2026-T1/a.csv" };
    const rules: readonly RuleName[] = [
      "total-does-not-add-up",
      "printed-change-mismatch",
      "column-not-understood",
      "ambiguous-reading",
      "file-empty",
      "period-from-folder",
      ...(["unknown-line", "settings-default"] as const), // told in words of their own
    ];
    const missing = {
      rule: "statement-missing",
      severity: "warning",
      about: { statement: own("I.S.T"), quarters: [quarter(2026, 1)] },
      place: at,
    } as const; // and so is this one
    expect(
      notices(withIssues(missing, ...rules.map((rule) => issue({ rule, place: at })))).map((n) => n.split(".")[0]),
    ).toEqual([
      "Nombres qui ne concordent pas",
      "Partie d’un fichier non comprise",
      "Tableau refusé",
      "Fichier lu en partie ou refusé",
      "Période déduite du dossier",
    ]);
  });

  test("a delivery that is missing between two others is said", () => {
    const gap = (...missing: string[]) => {
      const input = inputOf([base], only);
      const deliveries = input.analysis.deliveries.filter((d) => !missing.includes(d));
      return notices({ ...input, analysis: { ...input.analysis, deliveries } });
    };
    expect(gap()).toEqual([]);
    expect(gap("2025-T3")).toEqual([
      expect.stringMatching(/^1 livraison antérieure manque\. Aucun fichier n’est connu pour le 3e trimestre 2025\./),
    ]);
    expect(gap("2025-T2", "2025-T3")).toEqual([
      expect.stringMatching(/^2 livraisons antérieures manquent\. .*le 2e trimestre 2025 et le 3e trimestre 2025\./),
    ]);
  });

  test("issues of one rule make one notice; beyond four they are counted", () => {
    const many = Array.from({ length: 6 }, (_, i) =>
      issue({ message: `Constat ${i}`, place: { file: "2026-T1/a.csv" } }),
    );
    expect(notices(withIssues(...many))).toEqual([
      expect.stringContaining("2 autres constats semblables sont détaillés dans « Contrôles »."),
    ]);
  });

  test("other quarters, later deliveries, the clock and the machine stay out of the bulletin", () => {
    const outside = [
      issue({ place: { file: "2025-T1/IS 101 2025-T1.csv" } }),
      issue({ place: { file: "2026-T2/IS 101.csv" } }),
      issue({ rule: "delivery-late", place: { file: "2026-T1" } }),
      issue({ rule: "folder-synchronised" }),
      issue({ rule: "figure-revised", severity: "info" }),
    ];
    expect(notices(withIssues(...outside))).toEqual([]);
    const same = JSON.stringify(compose(withIssues()));
    for (const one of [
      issue({ rule: "delivery-late", place: { file: "2026-T2" } }),
      issue({ rule: "delivery-late", place: { file: "2026-T1" } }),
      issue({ rule: "folder-synchronised" }),
    ])
      expect(JSON.stringify(compose(withIssues(one)))).toBe(same);
  });
});

describe("trends", () => {
  /** The chart of one line, large. */
  const figureOf = (input: ComposeInput): NumberedChart | undefined => {
    const c = createContext(input);
    return withTypography(charts(c, linesOf(c, "IS101"))).flatMap((b) => (b.kind === "charts" ? b.charts : []))[0];
  };
  const figure = (more: Partial<LineSpec> = {}) => figureOf(inputOf([{ ...base, ...more }], only));

  test("the reading says where the quarter stands, the last twelve months, and the rate with its year", () => {
    const f = figure({ denominator: { kind: "logements", size: 3000, year: 2021 } });
    expect(plain(f?.reading ?? "")).toBe(
      "Infractions par trimestre. 24 faits enregistrés au 1er trimestre 2026, hausse établie (rien ne serait annoncé de 0 à 20). Sur douze mois : 50 (16,7 pour 1 000 logements), contre 35 un an plus tôt.",
    );
  });

  test("no fact at all draws nothing: it is said", () => {
    const none = { ...base, counts: THIRTEEN.map(() => 0) };
    const said = compose(inputOf([none, { ...base, indicator: "homicides", label: "Homicides" }], only));
    expect(drawn(said).map(({ chart }) => chart.title)).toEqual(["Homicides"]);
    expect(blocksOf(said, "tendances", "paragraph").map(({ text }) => plain(text))).toContain(
      "Aucun fait depuis le 1er trimestre 2023, donc sans courbe : cambriolages de logement.",
    );
  });

  test("no fact in the quarter reads well; fewer than ten make no rate", () => {
    const more = { counts: THIRTEEN.map((_, i) => (i === 12 ? 0 : 1)) };
    const input = inputOf([{ ...base, ...more, denominator: { kind: "habitants", size: 6500, year: 2021 } }], only);
    expect(plain(figureOf(input)?.reading ?? "")).toMatch(
      /^Infractions par trimestre\. Aucun fait enregistré au 1er trimestre 2026 \(.*\)\. Sur douze mois : 3, contre 4 un an plus tôt\.$/,
    );
    expect(JSON.stringify(section(compose(input), "tendances"))).not.toContain("Taux");
  });

  test("without an earlier year no range is said; a missing quarter is", () => {
    expect(plain(figure({ counts: [null, null, 3, 4, 5] })?.reading ?? "")).toBe(
      "Infractions par trimestre. 5 faits enregistrés au 1er trimestre 2026.",
    );
    expect(plain(figure({ counts: [3, null, 3, 4, null] })?.reading ?? "")).toBe(
      "Infractions par trimestre. Le nombre du 1er trimestre 2026 n’est pas disponible.",
    );
  });

  test("a course and a change of level are told only when the analysis says that they may be", () => {
    const shape = {
      since: quarter(2023, 1),
      low: -0.27,
      high: -0.1,
      p: 0.003,
      quarters: 12,
      told: true,
      between: null,
    } as const;
    const trend = { ...shape, kind: "trend", change: -0.19 } as const;
    expect(plain(figure({ shape: trend })?.reading ?? "")).toContain(
      "En baisse d’environ 19 % par an (de 10 à 27 %) depuis 2023.",
    );
    expect(figure({ shape: trend })?.chart.course).toHaveLength(1);
    expect(figure({ shape: { ...trend, told: false } })?.reading).not.toContain("par an");
    const step = { ...shape, kind: "step", since: quarter(2024, 1), change: 0.5 } as const;
    const told = figure({ shape: step });
    expect(plain(told?.reading ?? "")).toContain(
      "Niveau plus haut depuis un an environ, d’environ 50 % (de 10 à 27 %).",
    );
    expect(told?.chart.course).toHaveLength(2);
    expect(figure({ shape: { ...step, told: false } })?.chart.course).toEqual([]);
    // another level, and no one knows since when: the mean of the whole would deny it
    expect(figure({ shape: { ...shape, kind: "changed", change: 0.5 } })?.chart.course).toEqual([]);
  });

  test("the break is drawn, and said", () => {
    const f = figure({ breakAt: { from: "2025-07", reason: "Nouveau logiciel." } });
    expect(f?.chart.breaks).toEqual([{ before: 10, label: expect.stringContaining("juillet") }]);
    expect(plain(f?.chart.alternative ?? "")).toMatch(/Rupture de série : juillet 2025\.$/);
    expect(f?.reading).not.toContain("un an plus tôt");
  });

  test("all charts share one time axis; a quarter that a line does not know is a gap, and its marks stay at their quarter", () => {
    const short = { ...base, indicator: "l1", label: "Rodéos", counts: THIRTEEN.slice(-3) };
    const [long, later] = drawn(compose(inputOf([base, short], only))).map((f) => f.chart);
    expect(long?.labels).toHaveLength(13);
    expect(later?.labels).toEqual(long?.labels);
    expect(later?.values).toEqual([...Array(10).fill(null), ...THIRTEEN.slice(-3)]);
    for (const series of [later?.rolling, later?.range]) expect(series).toHaveLength(13);
    expect(later?.alternative).toContain("3\u00a0trimestres");
  });

  test("quarters that never follow each other draw no chart", () => {
    const apart = drawn(compose(inputOf([{ ...base, counts: [3, null, null, null, 5] }], only)));
    expect(apart).toEqual([]);
    expect(drawn(compose(inputOf([{ ...base, counts: [3, null, null, 4, 5] }], only)))).toHaveLength(1);
  });

  test("the chart holds all quarters", () => {
    const f = figure();
    expect(f?.chart.values).toEqual(THIRTEEN);
    expect(f?.chart.verdict).toBe("rise-established");
    expect(plain(f?.chart.labels[0] ?? "")).toBe("T1 2023");
    expect(plain(f?.chart.alternative ?? "")).toBe(
      "Cambriolages de logement, 13 trimestres : de 5 à 24, dernier 24 (rien ne serait annoncé de 0 à 20). Hausse établie.",
    );
  });

  test("families and their sub-lines are drawn", () => {
    const lines = drawn(compose(inputOf(SPECS))).map((f) => f.line);
    expect(lines).toEqual(expect.arrayContaining(["atteintes-biens", "ist-cambriolages"]));
  });
});

test("the method names every break of a line, in the order of time; where there is none, no part is headed so", () => {
  const input = inputOf([base], only);
  const heads = blocksOf(compose(input), "methode", "heading").map(({ id }) => id);
  expect(heads.length).toBeGreaterThan(2);
  expect(heads).not.toContain("methode-ruptures");
  const breaks = [
    { from: "2015-04", reason: "Un logiciel." },
    { from: "2024-03", reason: "Un autre." },
  ] as const;
  const analyses = input.analysis.analyses.map((a) => ({ ...a, breaks }));
  const edition = compose({ ...input, analysis: { ...input.analysis, analyses } });
  const items = blocksOf(edition, "methode", "definitions").flatMap((block) => block.items);
  expect(items.map(({ term, text }) => plain(`${term} : ${text}`))).toEqual(
    expect.arrayContaining([
      `${base.label} (IS 101), avril 2015 : Un logiciel.`,
      `${base.label} (IS 101), mars 2024 : Un autre.`,
    ]),
  );
});

describe("revisions", () => {
  test("each shows the old and the new count and the delivery", () => {
    const table = tables(compose(SAMPLE), "revisions")[0];
    expect(rowOf(table, "Cambriolages de logement")).toMatchObject({
      periode: "T1 2025",
      ancien: "11",
      nouveau: "12",
      ecart: "+1",
      depuis: "2026-T1",
    });
    expect(plain(blocksOf(compose(SAMPLE), "revisions", "paragraph")[0]?.text ?? "")).toMatch(
      /^Cette livraison change 1 nombre transmis auparavant\./,
    );
  });

  test("those of the latest delivery come first, and the latest quarters of each", () => {
    const revisions = SAMPLE.analysis.revisions.flatMap((one) =>
      [quarter(2024, 3), quarter(2025, 1), quarter(2024, 1)].flatMap((period) =>
        ["2025-T4", "2026-T1"].map((delivery) => ({ ...one, period, new: { ...one.new, delivery } })),
      ),
    );
    const table = tables(compose({ ...SAMPLE, analysis: { ...SAMPLE.analysis, revisions } }), "revisions")[0];
    expect(table?.rows.map(({ cells }) => `${cells.at(-1)?.text} ${plain(cells[3]?.text ?? "")}`)).toEqual([
      ...["2026-T1 T1 2025", "2026-T1 T3 2024", "2026-T1 T1 2024"],
      ...["2025-T4 T1 2025", "2025-T4 T3 2024", "2025-T4 T1 2024"],
    ]);
  });

  test("hundreds are bounded, and the rest is counted", () => {
    const [one] = SAMPLE.analysis.revisions;
    if (one) {
      const unknown = { ...one, indicator: null, label: "Rodéos" };
      const of = compose({ ...SAMPLE, analysis: { ...SAMPLE.analysis, revisions: [unknown] } });
      expect(plain(tables(of, "revisions")[0]?.rows[0]?.cells[0]?.text ?? "")).toBe("Rodéos (hors nomenclature)");
    }
    const revisions = one ? Array.from({ length: 100 }, () => one) : [];
    const edition = compose({ ...SAMPLE, analysis: { ...SAMPLE.analysis, revisions } });
    expect(tables(edition, "revisions")[0]?.rows).toHaveLength(60);
    expect(plain(blocksOf(edition, "revisions", "paragraph").at(-1)?.text ?? "")).toBe(
      "40 révisions plus anciennes figurent dans donnees.csv.",
    );
  });
});

describe("context", () => {
  test("sets the commune's rate beside that of the territory, with the years", () => {
    expect(rowOf(tables(compose(SAMPLE), "contexte")[0], "Vols de véhicules")).toEqual({
      ligne: "Vols de véhicules",
      faits: "26",
      taux: "4,00",
      denominateur: "habitants (2021)",
      "taux-0": "1,52",
      "annee-0": "2024",
    });
    expect(blocksOf(compose(SAMPLE), "contexte", "paragraph")[0]?.text).toContain("ils ne forment pas un classement");
  });

  test("a line without a rate has no row, and there is no table of none", () => {
    const [, , , reference] = [null, null, null, ...SAMPLE.analysis.references];
    const input = inputOf([base], { ...only, analysis: { references: reference ? [reference] : [] } });
    expect(tables(compose(input), "contexte")).toEqual([]);
  });
});

test("other documents are shown as sent, bounded, in an annex", () => {
  const input = inputOf([base], only);
  const last = input.recognitions.at(-1);
  const [sample] = last?.observations ?? [];
  if (last === undefined || sample === undefined) throw new Error("no file");
  const observations = Array.from({ length: 70 }, (_, i) => ({
    ...sample,
    statement: "AUTRE",
    indicator: null,
    label: `Ligne ${i}`,
    provenance: { ...sample.provenance, raw: " 1 012 ", row: i },
  }));
  const named = {
    ...sample,
    statement: "AUTRE",
    indicator: null,
    label: "Autre",
    provenance: { ...sample.provenance, raw: "3 Kervadec" },
  };
  const other = {
    ...last,
    file: { ...last.file, source: { ...last.file.source, path: "2026-T1/autre.csv" } },
    observations: [named, ...observations],
  };
  const edition = compose({ ...input, recognitions: [...input.recognitions, other] });
  const table = tables(edition, "autres-etats")[0];
  expect(table?.rows).toHaveLength(60);
  expect(rowOf(table, "Ligne 0").nombre).toBe("1 012");
  expect(rowOf(table, "Autre").nombre).toBe("n.d."); // a word that may name somebody stands beside the number
  expect(table?.notes?.map(plain)[0]).toBe("11 autres nombres figurent sur la feuille de contrôle.");
});

test("a number of another document of which nothing says the months or the force stands in the annex without them", () => {
  const input = inputOf([base], only);
  const last = input.recognitions.at(-1);
  const [sample] = last?.observations ?? [];
  if (last === undefined || sample === undefined) throw new Error("no file");
  const undated = [{ label: "présents", value: 11, force: null, provenance: { ...sample.provenance, raw: "11" } }];
  const path = "2026-T1/seance.csv";
  const other = { ...last, file: { ...last.file, source: { ...last.file.source, path } }, observations: [], undated };
  const edition = compose({ ...input, recognitions: [...input.recognitions, other] });
  expect(rowOf(tables(edition, "autres-etats")[0], "présents")).toMatchObject({
    periode: "non précisée",
    force: "non précisé",
    nombre: "11",
  });
});

test("printed totals are shown as sent, apart, and nothing is added up", () => {
  const table = tables(compose(SAMPLE), "is101")[1];
  expect(plain(table?.title ?? "")).toBe("IS 101 : totaux tels que transmis");
  expect(rowOf(table, "Total IS 101").ensemble).toBe("99");
});

describe("method", () => {
  const method = (input = SAMPLE) => compose(input);
  test("names every degree, the number of lines, how facts vary here, and what it takes to be told", () => {
    const terms = blocksOf(method(), "methode", "definitions").flatMap((b) => b.items.map((i) => i.term));
    for (const word of ["Établi (triangle plein)", "À suivre (triangle creux)", "Ordinaire (sans signe)"])
      expect(terms).toContain(word);
    const text = plain(JSON.stringify(section(method(), "methode")));
    expect(text).toContain("(ici, 25 lignes)");
    expect(text).toContain(
      "dans cette commune, les nombres varient 1,4 fois plus que ne le ferait le hasard seul ; on compte donc 1,4 fait pour un",
    );
    const comparing = (lines: number) => {
      const analysis = { ...SAMPLE.analysis, tests: { ...SAMPLE.analysis.tests, lines } };
      return plain(JSON.stringify(section(method({ ...SAMPLE, analysis }), "methode")));
    };
    expect(comparing(1)).toContain("(ici, 1 ligne)");
    const tests = { ...SAMPLE.analysis.tests, phi: { quarter: 1.02, year: 1, course: 1 } };
    expect(
      plain(JSON.stringify(section(method({ ...SAMPLE, analysis: { ...SAMPLE.analysis, tests } }), "methode"))),
    ).toContain("les nombres ne varient pas plus que ne le ferait le hasard seul : chaque fait compte pour un");
    const power = tables(method(), "methode").find((t) => t.title.includes("Ce qu’il faut"));
    expect(power?.rows.map((r) => r.cells.map((c) => c.text).join(" "))).toEqual([
      "0 11 aucune visible",
      "1 14 aucune visible",
      "2 16 aucune visible",
      "5 22 aucune visible",
      "10 31 2",
      "20 47 5",
      "50 88 12",
    ]);
  });

  test("the glossary holds only the abbreviations that the bulletin uses", () => {
    const terms = (input = SAMPLE) =>
      blocksOf(compose(input), "methode", "definitions")
        .at(-1)
        ?.items.map((i) => i.term);
    expect(terms()).not.toContain("VIF");
    expect(terms(inputOf([{ ...base, indicator: null, label: "Violences VIF" }], only))).toContain("VIF");
  });

  test("the legal frame and the marking are there, and the retention when it is set", () => {
    const text = plain(JSON.stringify(section(method(), "methode")));
    for (const words of [
      "article 226-13 du Code pénal",
      "article 5 du règlement général",
      "Confidentiel – diffusion restreinte",
      "Code du patrimoine",
    ])
      expect(text).toContain(words);
    const kept = inputOf([base], { settings: { retentionYears: 1 } });
    expect(plain(JSON.stringify(section(compose(kept), "methode")))).toContain("Durée de conservation retenue : 1 an.");
  });
});

describe("checks", () => {
  const summary = (...severities: Issue["severity"][]): string => {
    const issues = severities.map((severity) => madeIssue({ rule: "file-empty", severity, message: "Constat." }));
    return plain(blocksOf(compose(inputOf([base], { ...only, issues })), "controles", "paragraph").at(1)?.text ?? "");
  };
  test("what was found agrees in gender and number", () => {
    expect(summary()).toContain("Relevé pour le 1er trimestre 2026 : ni erreur ni avertissement.");
    expect(summary("warning")).toContain(": 1 avertissement.");
    expect(summary("error")).toContain(": 1 erreur.");
    expect(summary("error", "error")).toContain(": 2 erreurs.");
    expect(summary("error", "warning", "warning")).toContain(": 1 erreur et 2 avertissements.");
  });

  test("the cover counts what this delivery bears, and apart from it what earlier ones still bear", () => {
    const of = (delivery: string, severity: Issue["severity"]): Issue => {
      const file = SAMPLE.recognitions.map((r) => r.file.source).find((source) => source.delivery === delivery);
      return madeIssue({ rule: "improbable-count", severity, message: "Constat.", place: { file: file?.path ?? "" } });
    };
    const earlier = SAMPLE.recognitions.map((r) => r.file.source.delivery).find((one) => one !== "2026-T1") ?? "";
    const issues = [
      of("2026-T1", "error"),
      of("2026-T1", "warning"),
      of("2026-T1", "warning"),
      of("2026-T1", "info"),
      of(earlier, "error"),
      of(earlier, "warning"),
      of(earlier, "info"),
    ];
    const { errors, warnings, earlier: kept } = compose({ ...SAMPLE, issues }).bulletin;
    expect([errors, warnings, kept]).toEqual([1, 2, 2]);
  });

  test("what earlier deliveries still bear is said beside what this one bears", () => {
    const file = SAMPLE.recognitions.map((r) => r.file.source).find((source) => source.delivery !== "2026-T1");
    if (!file) throw new Error("the sample has no earlier delivery");
    const issue = madeIssue({
      rule: "improbable-count",
      severity: "warning",
      message: "Constat.",
      place: { file: file.path },
    });
    const [, text = ""] = blocksOf(
      compose({ ...SAMPLE, issues: [issue, { ...issue, severity: "info" }] }),
      "controles",
      "paragraph",
    ).map((b) => plain(b.text));
    expect(text).toContain(
      ": ni erreur ni avertissement ; les livraisons antérieures en gardent 1, que la feuille de contrôle rappelle.",
    );
  });

  test("each finding says where", () => {
    const [table] = tables(compose(SAMPLE), "controles");
    expect(table?.rows.map((r) => plain(r.cells[0]?.text ?? ""))).toEqual([
      "2026-T1/IS 101 2026-T1.csv, ligne 8, colonne D",
    ]);
  });
});

test("the fixture's quarter is the first of 2026", () => {
  expect(SAMPLE.analysis.quarter).toEqual(T1_2026);
});
