import { describe, expect, it } from "vitest";
import { MOST_IN_ONE_FILE } from "../../scripts/check/index.ts";
import { saying, spoken } from "../spoken.ts";
import { count, issuesOf, recognise, told } from "./build.ts";

describe("police and gendarmerie", () => {
  const rule = ["total-does-not-add-up"];
  const counts = (whole: string) =>
    recognise([
      count("homicides PN 2026-T1 7"),
      count("homicides GN 2026-T1 0"),
      count(`homicides ensemble 2026-T1 ${whole}`),
    ]);

  it("that do not give the printed total are a warning with both sums, at the total's cell", () => {
    const issues = issuesOf(rule, { recognitions: counts("14") });
    expect(issues).toMatchObject([{ severity: "warning", message: saying("14", "7"), place: { raw: "14" } }]);
    expect(spoken(issues[0]).message).toContain("police 7 et gendarmerie 0 font 7");
  });

  it("that give it, or of which one is not known, are not", () => {
    expect(issuesOf(rule, { recognitions: counts("7") })).toEqual([]);
    expect(
      issuesOf(rule, {
        recognitions: recognise([
          count("homicides PN 2026-T1 7"),
          count("homicides GN 2026-T1 nd"),
          count("homicides ensemble 2026-T1 9"),
        ]),
      }),
    ).toEqual([]);
  });

  it("of another period or line are not added", () => {
    const recognitions = recognise([
      count("homicides PN 2026-T1 7"),
      count("homicides GN 2025-T1 1"),
      count("vols-avec-armes GN 2026-T1 1"),
      count("homicides ensemble 2026-T1 7"),
    ]);
    expect(issuesOf(rule, { recognitions })).toEqual([]);
  });

  describe("of which a later delivery gives only a part again", () => {
    const later = (text: string) => count(text, { delivery: "2026-T1-rectificatif" });
    const retained = (...again: readonly string[]) =>
      issuesOf(rule, {
        recognitions: recognise([
          ...["homicides PN 2026-T1 7", "homicides GN 2026-T1 3", "homicides ensemble 2026-T1 10"].map((c) => count(c)),
          ...["vols-avec-armes PN 2026-T1 1", "vols-avec-armes GN 2026-T1 1"].map((c) => count(c)),
          ...["vols-avec-armes ensemble 2026-T1 2", ...again].map((c, i) => (i === 0 ? count(c) : later(c))),
        ]),
      });

    it("are told once for all the lines when what is retained adds up no longer", () => {
      const issues = retained("homicides ensemble 2026-T1 12", "vols-avec-armes GN 2026-T1 4");
      expect(issues.map(told)).toEqual([
        {
          rule: "total-does-not-add-up",
          severity: "warning",
          message:
            "Pour le 1er trimestre 2026, un envoi plus récent ne redonne pas à la fois l'ensemble et chaque force : les nombres retenus ne s'additionnent plus, pour « homicides » (ensemble : 12, et non 7 + 3), « vols-avec-armes » (ensemble : 2, et non 1 + 4).",
          hint: "Demandez au service les nombres de chaque force de cet envoi ; d'ici là, ceux qui ne sont pas redonnés sont ceux d'avant.",
        },
      ]);
      expect(issues[0]).toMatchObject({
        place: { file: "2026-T1-rectificatif/IS101.csv", raw: "12" },
        also: [{ raw: "4" }],
      });
    });

    it.each([
      [["homicides ensemble 2026-T1 10"]],
      [["homicides ensemble 2026-T1 12", "homicides GN 2026-T1 5"]],
      [["homicides PN 2026-T1 6", "homicides GN 2026-T1 4"]],
      [["homicides ensemble 2025-T1 12"]],
    ])("are not told while it still does: %j", (again) => {
      expect(retained(...again)).toEqual([]);
    });

    it("are told by the rule of one delivery, and not twice, when that one gives them all", () => {
      const all = ["homicides PN 2026-T1 6", "homicides GN 2026-T1 4", "homicides ensemble 2026-T1 12"];
      expect(
        retained(...all)
          .map(spoken)
          .map(({ message }) => message.slice(0, 12)),
      ).toEqual([expect.stringMatching(/^«.homicides/)]);
    });
  });

  it("that both count something and add up are silent: no force is taken for the whole", () => {
    const recognitions = recognise([
      count("homicides PN 2026-T1 7"),
      count("homicides GN 2026-T1 3"),
      count("homicides ensemble 2026-T1 10"),
    ]);
    expect(issuesOf(rule, { recognitions })).toEqual([]);
  });

  it("are told in words, with what to do", () => {
    const [issue] = issuesOf(rule, { recognitions: counts("1014") });
    expect(issue && told(issue)).toEqual({
      rule: "total-does-not-add-up",
      severity: "warning",
      message:
        "« homicides », ensemble, 1er trimestre 2026 : police 7 et gendarmerie 0 font 7, le total imprimé est 1 014.",
      hint: "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon.",
    });
  });

  it("are those of the total's own file when the delivery has several, wherever each stands", () => {
    const [a, b] = [{ file: "2026-T1/a.csv" }, { file: "2026-T1/b.csv" }];
    const forces = [
      count("homicides PN 2026-T1 1", a),
      count("homicides GN 2026-T1 2", a),
      count("homicides PN 2026-T1 30", b),
      count("homicides GN 2026-T1 40", b),
    ];
    const found = (whole: number, at: { file: string }) =>
      issuesOf(rule, { recognitions: recognise([...forces, count(`homicides ensemble 2026-T1 ${whole}`, at)]) });
    expect(found(3, a)).toEqual([]);
    expect(found(70, b)).toEqual([]);
    expect(found(70, a)).toMatchObject([{ message: saying("3") }]);
    expect(found(3, b)).toMatchObject([{ message: saying("70") }]);
  });

  it("of other files of the delivery are compared with a total that stands alone in its own", () => {
    const recognitions = recognise([
      count("homicides PN 2026-T1 1", { file: "2026-T1/police.csv" }),
      count("homicides GN 2026-T1 2", { file: "2026-T1/gendarmerie.csv" }),
      count("homicides ensemble 2026-T1 4", { file: "2026-T1/ensemble.csv" }),
    ]);
    expect(issuesOf(rule, { recognitions })).toMatchObject([{ message: saying("4", "3") }]);
  });
});

describe("the lines of a family", () => {
  const rule = ["lines-exceed-family"];
  const family = count("atteintes-biens ensemble 2026-T1 10", { statement: "IST" });
  const line = (name: string, value: number, family = "atteintes-biens") =>
    count(`? ensemble 2026-T1 ${value}`, { statement: "IST", label: name, family });

  it("are a warning when one, or their sum, exceeds it", () => {
    expect(issuesOf(rule, { recognitions: recognise([family, line("Vols", 11)]) })).toMatchObject([
      { severity: "warning", message: saying("11") },
    ]);
    expect(issuesOf(rule, { recognitions: recognise([family, line("Vols", 6), line("Autres", 5)]) })).toMatchObject([
      { message: saying("11", "10") },
    ]);
  });

  it("are not added with « dont … », which is a part of the line above; that one may not exceed the family", () => {
    const of = (...lines: readonly ReturnType<typeof line>[]) =>
      issuesOf(rule, { recognitions: recognise([family, ...lines]) });
    for (const part of ["dont vols liés à l'automobile", "- Dont : tentatives", "  dont cycles"])
      expect(of(line("Vols", 8), line(part, 5), line("Autres", 2))).toEqual([]);
    expect(of(line("Vols", 8), line("donations", 5))).toMatchObject([{ message: saying("13") }]);
    expect(of(line("Vols", 8), line("dont cycles", 11))).toMatchObject([{ message: saying("11") }]);
  });

  it("are found under their family's label, numbered or not, each once", () => {
    const own = count("?Tapages ensemble 2026-T1 5", { statement: "IST" });
    const lines = (value: number) => [
      line("Nocturnes", value, "2 - TAPAGES"),
      line("1 - Nocturnes", value, "2 - TAPAGES"),
      line("Diurnes", 1, "Tapages"),
    ];
    expect(issuesOf(rule, { recognitions: recognise([own, ...lines(4)]) })).toEqual([]);
    expect(issuesOf(rule, { recognitions: recognise([own, ...lines(5)]) })).toMatchObject([{ message: saying("6") }]);
  });

  it("may stay below it, and lines of another family do not count", () => {
    expect(
      issuesOf(rule, {
        recognitions: recognise([family, line("Vols", 6), line("Tapages", 50, "tranquillite-salubrite")]),
      }),
    ).toEqual([]);
  });

  it("that give it exactly are silent, also when each is smaller", () => {
    expect(issuesOf(rule, { recognitions: recognise([family, line("Vols", 6), line("Autres", 4)]) })).toEqual([]);
    expect(issuesOf(rule, { recognitions: recognise([family, line("Vols", 10)]) })).toEqual([]);
  });

  it("name it by its indicator, whatever its own label says", () => {
    const own = { ...family, label: "Biens" };
    expect(issuesOf(rule, { recognitions: recognise([own, line("Vols", 11)]) })).toHaveLength(1);
  });

  it("may name it by its label as sent, in other letters", () => {
    const own = count("?Biens ensemble 2026-T1 10", { statement: "IST", label: "Atteintes aux biens" });
    const vols = line("Vols", 11, "ATTEINTES AUX BIENS");
    expect(issuesOf(rule, { recognitions: recognise([own, vols]) })).toHaveLength(1);
  });

  it("of another force, period, file, part or statement, printed totals and unknown counts do not add up with it", () => {
    const others = [
      { ...line("Vols", 11), force: "PN" as const },
      count("?Vols ensemble 2025-T1 11", { statement: "IST", family: "atteintes-biens" }),
      count("?Vols ensemble 2026-T1 11", { statement: "IST", family: "atteintes-biens", file: "2026-T1/autre.csv" }),
      { ...line("Vols", 11), provenance: { ...line("Vols", 11).provenance, part: "Feuil2" } },
      { ...line("Vols", 11), statement: "IS101" },
      { ...line("Vols", 11), kind: "total" as const },
      { ...line("Vols", 11), value: null, status: "missing" as const },
    ];
    for (const other of others) expect(issuesOf(rule, { recognitions: recognise([family, other]) })).toEqual([]);
  });

  it("are told in words: the line above it, or the sum of all", () => {
    const one = issuesOf(rule, { recognitions: recognise([family, line("Vols", 3), line("Autres", 1011)]) });
    expect(one).toMatchObject([{ message: saying("1011", "10"), place: { raw: "1011" } }]);
    expect(one.map(told)).toEqual([
      {
        rule: "lines-exceed-family",
        severity: "warning",
        message:
          "« atteintes-biens », ensemble, 1er trimestre 2026 : la sous-ligne « Autres » (1 011) dépasse sa famille (10).",
        hint: "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon.",
      },
    ]);
    const all = issuesOf(rule, { recognitions: recognise([family, line("Vols", 6), line("Autres", 5)]) });
    expect(all).toMatchObject([{ place: { raw: "10" } }]);
    expect(all.map(told)).toMatchObject([
      {
        message:
          "« atteintes-biens », ensemble, 1er trimestre 2026 : ses 2 sous-lignes font 11, plus que la famille (10).",
        hint: "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon. Des sous-lignes qui se recoupent (« dont … ») peuvent l'expliquer.",
      },
    ]);
  });
});

describe("a cumulative count", () => {
  const rules = ["cumulative-below-part", "cumulative-not-its-parts", "half-year-not-its-quarters"];
  const found = (...observations: ReturnType<typeof count>[]) =>
    issuesOf(rules, { recognitions: recognise(observations) });
  const T2 = { delivery: "2026-T2" };

  it("below a period that it contains implies a negative rest", () => {
    const issues = found(count("homicides PN 2026-01/2026-06 3", T2), count("homicides PN 2026-T2 5", T2));
    expect(issues).toMatchObject([{ rule: "cumulative-below-part", severity: "warning", message: saying("3", "5") }]);
  });

  it("that is not the sum of its quarters is a warning; for a half-year too", () => {
    const quarters = [count("homicides PN 2026-T1 1"), count("homicides PN 2026-T2 2", T2)];
    const half = found(...quarters, count("homicides PN 2026-01/2026-06 4", T2));
    expect(half).toMatchObject([
      { rule: "half-year-not-its-quarters", severity: "warning", message: saying("4", "3") },
    ]);
    expect(spoken(half[0]).message).toContain("autre livraison (2026-T1)");
    const nine = found(
      ...quarters,
      count("homicides PN 2026-T3 1", { delivery: "2026-T3" }),
      count("homicides PN 2026-01/2026-09 5", { delivery: "2026-T3" }),
    );
    expect(nine).toMatchObject([{ rule: "cumulative-not-its-parts", message: saying("5", "4") }]);
  });

  it("uses the half-year when a quarter is not held", () => {
    const parts = [
      count("homicides PN 2026-01/2026-06 4", T2),
      count("homicides PN 2026-T3 1", { delivery: "2026-T3" }),
    ];
    expect(found(...parts, count("homicides PN 2026-01/2026-09 6", { delivery: "2026-T3" }))).toMatchObject([
      { message: saying("5") },
    ]);
  });

  it("that adds up, or whose quarters are not all held, is silent", () => {
    expect(
      found(
        count("homicides PN 2026-T1 1"),
        count("homicides PN 2026-T2 2", T2),
        count("homicides PN 2026-01/2026-06 3", T2),
      ),
    ).toEqual([]);
    expect(found(count("homicides PN 2026-T2 2", T2), count("homicides PN 2026-01/2026-06 9", T2))).toEqual([]);
  });

  it("below a part is told in words, with the delivery that the part comes from", () => {
    const own = found(count("homicides PN 2026-01/2026-06 3", T2), count("homicides PN 2026-T2 5", T2));
    expect(own).toMatchObject([{ place: { raw: "3" } }]);
    expect(own.map(told)).toEqual([
      {
        rule: "cumulative-below-part",
        severity: "warning",
        message:
          "« homicides », police nationale, 1er semestre 2026 : 3, moins que le 2e trimestre 2026 qui en fait partie (5) ; le reste serait négatif (−2).",
        hint: "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon.",
      },
    ]);
    const [earlier] = found(count("homicides PN 2026-01/2026-06 3", T2), count("homicides PN 2026-T1 5"));
    expect(spoken(earlier).message).toMatch(/Ce nombre vient de la livraison 2026-T1 : il a pu être révisé depuis\.$/);
    const [year] = found(count("homicides PN 2025-07/2026-06 3", T2), count("homicides PN 2026-01/2026-05 5", T2));
    expect(spoken(year).message).toContain("moins que la période janvier à mai");
    const [long] = found(count("homicides PN 2025-01/2026-06 3", T2), count("homicides PN 2025-01/2025-12 5", T2));
    expect(spoken(long).message).toMatch(/moins que l'année.2025 qui/);
    const [half] = found(count("homicides PN 2025-01/2026-06 3", T2), count("homicides PN 2025-01/2025-06 5", T2));
    expect(spoken(half).message).toMatch(/moins que le 1er.semestre/);
  });

  it("equal to a part, or beside a period that it does not hold whole, is silent", () => {
    expect(found(count("homicides PN 2026-01/2026-06 5", T2), count("homicides PN 2026-T2 5", T2))).toEqual([]);
    expect(found(count("homicides PN 2026-01/2026-06 5", T2), count("homicides PN 2026-T3 9", T2))).toEqual([]);
    expect(found(count("homicides PN 2026-01/2026-06 5", T2), count("homicides PN 2025-12/2026-02 9", T2))).toEqual([]);
  });

  it("is told in words, with each of its parts; what to do depends on where they come from", () => {
    const T1 = count("homicides PN 2026-T1 1", T2);
    const own = found(T1, count("homicides PN 2026-T2 2", T2), count("homicides PN 2026-01/2026-06 4", T2));
    expect(own).toMatchObject([{ place: { raw: "4" } }]);
    expect(own.map(told)).toEqual([
      {
        rule: "half-year-not-its-quarters",
        severity: "warning",
        message:
          "« homicides », police nationale, 1er semestre 2026 : 4 imprimé, mais ses parties font 3 (1er trimestre 2026 : 1 ; 2e trimestre 2026 : 2).",
        hint: "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon.",
      },
    ]);
    const parts = [count("homicides PN 2026-T1 1"), count("homicides PN 2026-T2 2", { delivery: "2026-T2-a" })];
    const [mixed] = found(...parts, count("homicides PN 2026-01/2026-06 4", { delivery: "2026-T2-b" }));
    expect(mixed && told(mixed)).toMatchObject({
      message: expect.stringMatching(
        /\)\. Une part vient d'une autre livraison \(2026-T1, 2026-T2-a\) : elle a pu être révisée depuis\.$/,
      ),
      hint: "Demandez au service si un trimestre antérieur a été révisé, et l'état corrigé de ce trimestre.",
    });
  });

  it("of a printed total adds up within one delivery only: its lines may have changed since", () => {
    const total = { kind: "total", label: "Total" } as const;
    const sum = (delivery: string) =>
      found(
        count("?Total PN 2026-T1 1", { ...total, delivery }),
        count("?Total PN 2026-T2 2", { ...total, ...T2 }),
        count("?Total PN 2026-01/2026-06 4", { ...total, ...T2 }),
      );
    expect(sum("2026-T1")).toEqual([]);
    expect(sum("2026-T2")).toMatchObject([{ rule: "half-year-not-its-quarters" }]);
  });

  it("is the sum of its months, of two half-years, or of what came before and its last quarter", () => {
    const months = [1, 2, 3].map((m) => count(`homicides PN 2026-0${m}/2026-0${m} ${m}`));
    expect(found(...months, count("homicides PN 2026-T1 6"))).toEqual([]);
    expect(found(...months, count("homicides PN 2026-T1 7"))).toMatchObject([
      { rule: "cumulative-not-its-parts", message: saying("6") },
    ]);
    const T4 = { delivery: "2026-T4" };
    const halves = [count("homicides PN 2026-01/2026-06 4", T4), count("homicides PN 2026-07/2026-12 5", T4)];
    expect(found(...halves, count("homicides PN 2026-01/2026-12 9", T4))).toEqual([]);
    expect(found(...halves, count("homicides PN 2026-01/2026-12 10", T4))).toMatchObject([{ message: saying("9") }]);
    const before = [count("homicides PN 2026-01/2026-09 4", T4), count("homicides PN 2026-T4 5", T4)];
    expect(found(...before, count("homicides PN 2026-01/2026-12 9", T4))).toEqual([]);
    expect(found(...before, count("homicides PN 2026-01/2026-12 10", T4))).toMatchObject([{ message: saying("9") }]);
    // a rolling year is cut at no first of July
    const rolling = [count("homicides PN 2025-04/2025-09 4", T4), count("homicides PN 2025-10/2026-03 5", T4)];
    expect(found(...rolling, count("homicides PN 2025-04/2026-03 10", T4))).toEqual([]);
  });

  it("rests on no part of which one delivery gives two values", () => {
    const parts = [count("homicides PN 2026-T1 1", T2), count("homicides PN 2026-T2 2", T2)];
    const whole = count("homicides PN 2026-01/2026-06 9", T2);
    expect(found(...parts, whole)).toHaveLength(1);
    expect(found(...parts, count("homicides PN 2026-T1 5", { ...T2, row: 7 }), whole)).toEqual([]);
    expect(found(...parts, count("homicides PN 2026-T1 1", { ...T2, row: 7 }), whole)).toHaveLength(1);
  });

  it("takes the latest value that was known then, in whatever order the deliveries are read", () => {
    const old = count("homicides PN 2026-T1 1", { delivery: "2026-T1" });
    const corrected = count("homicides PN 2026-T1 7", { delivery: "2026-T1-rectificatif" });
    const rest = [count("homicides PN 2026-T2 2", T2), count("homicides PN 2026-01/2026-06 9", T2)];
    expect(found(old, corrected, ...rest)).toEqual([]);
    expect(found(corrected, old, ...rest)).toEqual([]);
    const wrong = [rest[0], count("homicides PN 2026-01/2026-06 10", T2)].flatMap((o) => o ?? []);
    expect(found(old, corrected, ...wrong)).toMatchObject([{ message: saying("9") }]);
    expect(found(corrected, old, ...wrong)).toMatchObject([{ message: saying("9") }]);
    // two values that were later replaced by one: that one is known
    const twice = [old, { ...old, value: 3 }, corrected];
    expect(found(...twice, ...rest)).toEqual([]);
  });

  it("rests on what was known at its delivery, never on a later one", () => {
    expect(
      found(
        count("homicides PN 2026-T1 1"),
        count("homicides PN 2026-T2 2", T2),
        count("homicides PN 2026-01/2026-06 3", T2),
        count("homicides PN 2026-T1 9", { delivery: "2027-T1" }),
      ),
    ).toEqual([]);
  });
});

describe("one fault in very many cells of a file", () => {
  it("is told cell by cell up to a bound, then counted", () => {
    const lines = Array.from({ length: MOST_IN_ONE_FILE + 5 }, (_, i) => `?ligne${i}`);
    const recognitions = recognise(
      lines.flatMap((l) => [count(`${l} PN 2026-T1 1`), count(`${l} GN 2026-T1 1`), count(`${l} ensemble 2026-T1 9`)]),
    );
    const issues = issuesOf(["total-does-not-add-up"], { recognitions });
    expect(issues).toHaveLength(MOST_IN_ONE_FILE + 1);
    expect(spoken(issues.at(-1)).message).toMatch(/5.autres constats/);
  });

  const faults = (number: number, file: string) =>
    Array.from({ length: number }, (_, i) => `?ligne${i}`).flatMap((l) => [
      count(`${l} PN 2026-T1 1`, { file, label: `${l} ${file}` }),
      count(`${l} GN 2026-T1 1`, { file, label: `${l} ${file}` }),
      count(`${l} ensemble 2026-T1 9`, { file, label: `${l} ${file}` }),
    ]);
  const rule = ["total-does-not-add-up"];

  it("is told cell by cell at the bound, and one above it is said in the singular", () => {
    const found = (number: number) => issuesOf(rule, { recognitions: recognise(faults(number, "2026-T1/IS101.csv")) });
    expect(found(MOST_IN_ONE_FILE)).toHaveLength(MOST_IN_ONE_FILE);
    expect(
      found(MOST_IN_ONE_FILE)
        .map((i) => spoken(i).message)
        .join(),
    ).not.toContain("même nature");
    const last = found(MOST_IN_ONE_FILE + 1).at(-1);
    expect(last).toMatchObject({ place: { file: "2026-T1/IS101.csv" }, rest: 1 });
    expect(last?.place).not.toHaveProperty("row");
    expect(last && told(last)).toEqual({
      rule: "total-does-not-add-up",
      severity: "warning",
      message: "Et 1 autre constat de même nature dans ce fichier.",
      hint: "La feuille de contrôle montre, cellule par cellule, ce qui a été lu. Autant de constats font douter du fichier entier : vérifiez que c'est le bon, ou demandez-le de nouveau.",
    });
  });

  it("is counted by file: the few of another file are all told", () => {
    const recognitions = recognise([...faults(MOST_IN_ONE_FILE + 3, "2026-T1/a.csv"), ...faults(2, "2026-T1/b.csv")]);
    const files = issuesOf(rule, { recognitions }).map((i) => i.place?.file);
    expect(files.filter((file) => file === "2026-T1/a.csv")).toHaveLength(MOST_IN_ONE_FILE + 1);
    expect(files.filter((file) => file === "2026-T1/b.csv")).toHaveLength(2);
  });

  it("is an error as soon as one of them is, even among those that are only counted", () => {
    const twice = (text: string, more = {}) => [count(`${text} 1`, more), count(`${text} 2`, { ...more, row: 9 })];
    const warnings = Array.from({ length: MOST_IN_ONE_FILE }, (_, i) =>
      twice(`?total${i} PN 2026-T1`, { kind: "total" }),
    ).flat();
    const recognitions = recognise([...warnings, ...twice("homicides PN 2026-T1")]);
    const issues = issuesOf(["figure-given-twice"], { recognitions });
    expect(issues.map((i) => i.severity)).toEqual([...Array(MOST_IN_ONE_FILE).fill("warning"), "error"]);
  });
});
