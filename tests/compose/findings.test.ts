import { describe, expect, test } from "vitest";
import { quarter } from "../../scripts/model/period.ts";
import type { LineSpec } from "./builders.ts";
import { inputOf } from "./builders.ts";
import { findings } from "./find.ts";

const line = (label: string, counts: readonly (number | null)[], more: Partial<LineSpec> = {}): LineSpec => ({
  indicator: label.toLowerCase().replaceAll(" ", "-"),
  label,
  counts,
  ...more,
});
/** Thirteen quarters whose first quarters are those given; the other quarters are 5. */
const firsts = (a: number | null, b: number | null, c: number | null, d: number | null) => [
  a,
  5,
  5,
  5,
  b,
  5,
  5,
  5,
  c,
  5,
  5,
  5,
  d,
];
const only = { settings: { expectedStatements: ["IS101"] } };

describe("a change that the tests tell", () => {
  test("says the counts, the reference, the year before and the reading", () => {
    const spec = line("Cambriolages de logement", firsts(9, 7, 12, 24), { reading: "marked-rise" });
    expect(findings(inputOf([spec], only))).toEqual([
      "Cambriolages de logement (IS 101) : 24 faits enregistrés au 1er trimestre 2026, contre 9,3 en moyenne aux 1ers " +
        "trimestres 2023 à 2025 (12 au 1er trimestre 2025). Un écart de cette ampleur s’explique difficilement par le " +
        "hasard : hausse nette des faits enregistrés.",
      "Autres lignes : toutes les lignes comparées sont citées ici.",
    ]);
  });

  test("agrees for no fact and for one", () => {
    const none = line("Vols", firsts(20, 22, 24, 0), { reading: "marked-fall" });
    const one = line("Vols", firsts(20, 22, 24, 1), { reading: "fall" });
    expect(findings(inputOf([none], only))[0]).toContain(
      "Vols (IS 101) : aucun fait enregistré au 1er trimestre 2026, contre 22 en moyenne",
    );
    expect(findings(inputOf([one], only))[0]).toContain("Vols (IS 101) : 1 fait enregistré au 1er trimestre 2026");
    expect(findings(inputOf([one], only))[0]).toContain(
      "Le hasard explique mal un tel écart : baisse des faits enregistrés.",
    );
  });

  test("from nothing at all, the reference is « aucun »", () => {
    const spec = line("Vols", firsts(0, 0, 0, 12), { reading: "marked-rise" });
    expect(findings(inputOf([spec], only))[0]).toContain(
      "12 faits enregistrés au 1er trimestre 2026, contre aucun aux 1ers trimestres 2023 à 2025 (0 au 1er trimestre 2025).",
    );
  });

  test("with one earlier year, the reference is that year", () => {
    const spec = line("Vols", [9, 5, 5, 5, 24], { reading: "rise" });
    expect(findings(inputOf([spec], only))[0]).toContain(
      "24 faits enregistrés au 1er trimestre 2026, contre 9 au 1er trimestre 2025. Le hasard",
    );
  });

  test("the opposite of the year before is said plainly", () => {
    const spec = line("Vols", firsts(3, 4, 30, 24), { reading: "rise" });
    const same = line("Vols", firsts(3, 4, 24, 24), { reading: "rise" });
    expect(findings(inputOf([spec], only))[0]).toContain(
      "Par rapport au seul 1er trimestre 2025, l’écart est pourtant de sens contraire (−6).",
    );
    expect(findings(inputOf([same], only))[0]).toContain(
      "Par rapport au seul 1er trimestre 2025, le nombre est pourtant le même.",
    );
  });
});

test("the order is that of the evidence, then of the size, then of the table", () => {
  const specs = [
    line("A", firsts(9, 9, 9, 24), { reading: "rise", p: 0.03 }),
    line("B", firsts(9, 9, 9, 30), { reading: "rise", p: 0.03 }),
    line("C", firsts(30, 30, 30, 2), { reading: "marked-fall", p: 0.001 }),
    line("D", firsts(9, 9, 9, 30), { reading: "rise", p: 0.03 }),
  ];
  expect(findings(inputOf(specs, only)).map((s) => s.slice(0, 1))).toEqual(["C", "B", "D", "A", "A"]);
});

test("there are five sentences at most, and what did not fit is named", () => {
  const specs = [..."ABCDEF"].map((name) => line(name, firsts(9, 9, 9, 30), { reading: "rise", p: 0.02 }));
  const said = findings(inputOf(specs, only));
  expect(said).toHaveLength(5);
  expect(said[4]).toBe(
    "Autres lignes : 2 autres lignes se détachent aussi : E (IS 101), hausse et F (IS 101), hausse. Toutes les lignes comparées sont citées ici.",
  );
});

describe("nothing stands out", () => {
  test("is said with the number of lines", () => {
    const specs = ["A", "B", "C"].map((name) => line(name, firsts(9, 10, 11, 10)));
    expect(findings(inputOf(specs, only))).toEqual([
      "Aucune ligne ne se détache au 1er trimestre 2026 : sur les 3 lignes comparées, les écarts constatés sont de " +
        "l’ordre de ceux que le hasard produit d’une année à l’autre.",
    ]);
  });

  test("one line alone is singular", () => {
    expect(findings(inputOf([line("A", firsts(9, 10, 11, 10))], only))[0]).toBe(
      "Aucune ligne ne se détache au 1er trimestre 2026 : l’écart de la seule ligne comparée est de l’ordre de ceux que " +
        "le hasard produit d’une année à l’autre.",
    );
  });

  test("small numbers and lines that cannot be compared are counted", () => {
    const specs = [
      line("A", firsts(9, 10, 11, 10)),
      line("B", firsts(9, 10, 11, 10)),
      line("C", firsts(1, 0, 1, 1)),
      line("D", firsts(0, 0, 0, 0)),
      line("E", firsts(5, 5, 5, null)),
    ];
    expect(findings(inputOf(specs, only))[1]).toContain(
      "Pour l’une d’entre elles, les nombres sont trop petits pour conclure. Une autre ligne n’a aucun fait, ni ce trimestre ni au même trimestre des années de référence. " +
        "Une ligne ne peut être comparée (nombre manquant, rupture de série ou ligne nouvelle).",
    );
  });
});

test("0 against 0 is no gap that chance makes", () => {
  expect(findings(inputOf([line("A", firsts(0, 0, 0, 0)), line("B", firsts(0, 0, 0, 0))], only))).toEqual([
    "Aucune ligne ne se détache au 1er trimestre 2026 : aucun écart n’est à juger. 2 lignes n’ont aucun fait, ni ce trimestre ni au même trimestre des années de référence.",
  ]);
});

test("where nothing stands out the largest gaps are named, and nothing is concluded from them", () => {
  const specs = [
    line("A", firsts(9, 10, 11, 13), { reading: "no-clear-change", p: 0.4 }),
    line("B", firsts(9, 10, 11, 18), { reading: "no-clear-change", p: 0.06 }),
    line("C", firsts(10, 10, 10, 10), { reading: "no-clear-change", p: 1 }),
  ];
  expect(findings(inputOf(specs, only))[0]).toBe(
    "Les plus grands écarts, sans conclusion : B (IS 101), 18 contre 10 en moyenne aux 1ers trimestres 2023 à 2025 ; A (IS 101), 13 contre 10 en " +
      "moyenne aux 1ers trimestres 2023 à 2025. Au 1er trimestre 2026, le hasard suffit à les expliquer.",
  );
});

test("at the first delivery no comparison is possible", () => {
  expect(findings(inputOf([line("A", [5])], only))).toEqual([
    "Pas encore de comparaison : il manque un trimestre de référence, ou un nombre du trimestre ; les tableaux donnent ce qui est connu.",
  ]);
});

test("a missing statement is said first", () => {
  const said = findings(inputOf([line("A", firsts(9, 9, 9, 30), { reading: "rise" })]));
  expect(said[0]).toBe(
    "Données incomplètes : l’état I.S.T du 1er trimestre 2026 n’a pas été transmis ; les constats ci-dessous ne portent pas sur lui.",
  );
  expect(said[1]).toContain("A (IS 101)");
  expect(said).toHaveLength(3);
});

test("both statements missing leaves nothing to tell", () => {
  expect(findings(inputOf([]))).toEqual([
    "Données incomplètes : les états IS 101 et I.S.T du 1er trimestre 2026 n’ont pas été transmis ; aucun constat ne porte sur eux.",
    "Pas encore de comparaison : aucun nombre n’est connu pour le 1er trimestre 2026.",
  ]);
});

test("before the convention starts no statement is missing", () => {
  expect(findings(inputOf([], { settings: { since: "2026-T2" } }))).toHaveLength(1);
  expect(findings(inputOf([], { settings: { since: "2026-T1" } }))).toHaveLength(2); // with that quarter, it does
});

describe("the interval of the change", () => {
  const withRatio = (
    counts: readonly (number | null)[],
    reading: "marked-rise" | "marked-fall",
    ratio: { low: number; high: number | null },
  ) => {
    const input = inputOf([line("Vols", counts, { reading })], only);
    const analyses = input.analysis.analyses.map((a) => ({
      ...a,
      comparisons: a.comparisons.map((c) => (c.kind === "quarter-pooled" ? { ...c, ratio } : c)),
    }));
    return findings({ ...input, analysis: { ...input.analysis, analyses } })[0];
  };

  test("is said with the change, for it is what a decision needs", () => {
    expect(withRatio(firsts(9, 7, 12, 24), "marked-rise", { low: 2.068, high: 9.137 })).toContain(
      "hausse nette des faits enregistrés, entre 2,1 et 9,1 fois plus qu’auparavant.",
    );
    expect(withRatio(firsts(40, 42, 40, 8), "marked-fall", { low: 1 / 16.2, high: 1 / 1.04 })).toContain(
      "baisse nette des faits enregistrés, entre 1,04 et 16 fois moins qu’auparavant.",
    );
  });

  test("has no end where nothing was counted on one side", () => {
    expect(withRatio(firsts(0, 0, 0, 12), "marked-rise", { low: 3.02, high: null })).toContain(
      "hausse nette des faits enregistrés, au moins 3 fois plus qu’auparavant.",
    );
    expect(withRatio(firsts(20, 22, 24, 0), "marked-fall", { low: 0, high: 0.2 })).toContain(
      "baisse nette des faits enregistrés, au moins 5 fois moins qu’auparavant.",
    );
  });
});

test("a family that one line alone makes stand out is told with it, in one sentence", () => {
  const own = { statement: "IST", reading: "rise" } as const;
  const specs = [
    line("Atteintes aux biens", firsts(40, 40, 40, 90), { ...own, level: "family", dueTo: "Cambriolages" }),
    line("Cambriolages", firsts(8, 8, 8, 40), { ...own, family: "atteintes-aux-biens" }),
    line("Tags", firsts(8, 8, 8, 9), { statement: "IST", family: "atteintes-aux-biens" }),
  ];
  const said = findings(inputOf(specs, { settings: { expectedStatements: ["IST"] } }));
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/^Cambriolages \(I\.S\.T\) : 40 faits/);
  expect(said[0]).toContain(
    "La famille « Atteintes aux biens » (90, contre 40 en moyenne aux 1ers trimestres 2023 à 2025) se détache du fait de cette seule ligne.",
  );
});

test("an unknown line that stands out says that it is outside the nomenclature", () => {
  const spec = line("Rodéos", firsts(9, 9, 9, 30), { indicator: null, reading: "rise" });
  expect(findings(inputOf([spec], only))[0]).toMatch(/^Rodéos \(IS 101, hors nomenclature\) : 30 faits/);
});

describe("when the quarter closes a half-year or a year", () => {
  const eight = [20, 20, 20, 20, 20, 20, 20, 30];
  const at = (number: number) => ({ ...only, at: quarter(2026, number) });

  test("it is spoken of first, with its largest gaps and no conclusion", () => {
    const said = findings(inputOf([line("Vols", eight, { reading: "no-clear-change" })], at(4)));
    expect(said[0]).toBe(
      "L’année 2026 : aucune ligne ne se détache ; le plus grand écart, sans conclusion : Vols (IS 101), 90 contre 80 en 2025.",
    );
    const two = ["Vols", "Armes"].map((name) => line(name, eight, { reading: "no-clear-change" }));
    expect(findings(inputOf(two, at(4)))[0]).toContain("; les plus grands écarts, sans conclusion : Vols (IS 101), 90");
    expect(findings(inputOf([line("Vols", eight)], at(2)))[0]).toMatch(
      /^Le 1er semestre 2026 : .*au 1er semestre 2025\.$/,
    );
  });

  test("a line that stands out over it is told with its counts and its word", () => {
    const specs = [
      line("Vols", eight, { reading: "no-clear-change", cumulativeReading: "rise" }),
      line("Armes", eight),
    ];
    expect(findings(inputOf(specs, at(4)))[0]).toBe(
      "L’année 2026 : se détache Vols (IS 101), 90 contre 80 en 2025 (hausse).",
    );
  });

  test("five sentences remain the most there are", () => {
    const specs = [..."ABCDEF"].map((name) =>
      line(name, eight, { reading: "rise", p: 0.02, cumulativeReading: "rise" }),
    );
    const said = findings(inputOf(specs, at(4)));
    expect(said).toHaveLength(5);
    expect(said[0]).toMatch(/^L’année 2026 : se détachent A .* ; et 3 autres lignes au tableau de la période\.$/);
    expect(said[4]).toContain("3 autres lignes se détachent aussi");
  });

  test("in the other quarters nothing is said of it", () => {
    for (const number of [1, 3])
      expect(findings(inputOf([line("Vols", eight)], at(number))).join(" ")).not.toMatch(/semestre|année 2026/);
  });
});

test("the line that a family is due to is one of its own statement", () => {
  const own = { statement: "IST", reading: "rise" } as const;
  const specs: readonly LineSpec[] = [
    line("Cambriolages", firsts(8, 8, 8, 40), { statement: "IS101", reading: "rise", p: 0.0001 }),
    line("Atteintes aux biens", firsts(40, 40, 40, 90), { ...own, level: "family", dueTo: "Cambriolages" }),
    line("Cambriolages", firsts(8, 8, 8, 41), { ...own, indicator: "cambriolages-ist", family: "atteintes-aux-biens" }),
  ];
  const said = findings(inputOf(specs, { settings: { expectedStatements: ["IS101", "IST"] } }));
  expect(said.filter((text) => text.includes("du fait de cette seule ligne")).map((text) => text.slice(0, 30))).toEqual(
    [expect.stringMatching(/^Cambriolages \(I\.S\.T\)/)],
  );
});
