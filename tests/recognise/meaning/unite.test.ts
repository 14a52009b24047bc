/** The texts along one axis of a number, outer to inner, as one: what the inner says, what only the outer says, and what excludes. */
import { describe, expect, test } from "vitest";
import type { Indicator } from "../../../scripts/model/nomenclature.ts";
import { type Axis, axisOfCell, NO_AXIS, unite } from "../../../scripts/recognise/meaning/axis.ts";
import { NOMENCLATURE, viewOf } from "../tables.ts";

const axis = (text: string, some: Partial<Axis>): Axis => ({ ...NO_AXIS, texts: [text], ...some });
const year = (value: number) => ({ periods: [{ year: value }], periodTexts: [String(value)] });
const said = (conflict: string | null) => conflict?.replace(/\u00a0/g, " ") ?? null;
const indicator = (statement: string, id: string): Axis["matches"][number] => {
  const found = NOMENCLATURE.statements
    .find((s) => s.id === statement)
    ?.indicators.find((i): i is Indicator => i.id === id);
  if (!found) throw new Error(id);
  return { statement, indicator: found };
};

describe("headings over one another", () => {
  test("none, or one, say what they say", () => {
    expect(unite([])).toEqual(NO_AXIS);
    const own = axis("T1 2026", { ...year(2026), force: "PN", measure: "count", dimension: "force", total: true });
    expect(unite([own])).toEqual(own);
  });

  test("say together what each says; texts stand from the outer to the inner", () => {
    const outer = axis("2026", { ...year(2026), statements: ["IS101"], unknown: ["x"] });
    const inner = axis("Police", { force: "PN", unknown: ["y"], periodTexts: ["z"] });
    expect(unite([outer, inner])).toEqual({
      ...NO_AXIS,
      ...year(2026),
      statements: ["IS101"],
      force: "PN",
      periodTexts: ["2026", "z"],
      unknown: ["x", "y"],
      texts: ["2026", "Police"],
    });
  });

  test("the inner's statement, dimension, line and words stand over the outer's", () => {
    const menaces = indicator("IST", "ist-menaces");
    const persons = { ...indicator("IST", "ist-menaces"), indicator: { ...menaces.indicator, id: "autre" } };
    const outer = axis("a", { statements: ["IS101"], dimension: "force", label: "Menaces", matches: [menaces] });
    const inner = axis("b", { statements: ["IST"], dimension: "period", label: "b", matches: [menaces, persons] });
    expect(unite([outer, inner])).toMatchObject({
      statements: ["IST"],
      dimension: "period",
      label: "b",
      matches: [menaces, persons],
      conflict: null,
    });
    expect(unite([outer, axis("b", {})])).toMatchObject({
      statements: ["IS101"],
      dimension: "force",
      label: "Menaces",
      matches: [menaces],
    });
  });

  test("« Total » and what the settings ignore are said by either", () => {
    for (const word of ["total", "ignored"] as const) {
      expect(unite([axis("a", { [word]: true }), axis("b", {})])[word]).toBe(true);
      expect(unite([axis("a", {}), axis("b", { [word]: true })])[word]).toBe(true);
      expect(unite([axis("a", {}), axis("b", {})])[word]).toBe(false);
    }
  });

  test("a measure is the stronger of the two: a change under « Nombre » is no count", () => {
    expect(unite([axis("a", { measure: "count" }), axis("b", { measure: "change" })]).measure).toBe("change");
    expect(unite([axis("a", { measure: "change" }), axis("b", { measure: null })]).measure).toBe("change");
  });
});

describe("two forces", () => {
  const force = (...forces: (Axis["force"] | null)[]) => {
    const found = unite(forces.map((f, i) => axis(`${i}:${f}`, { force: f })));
    return [found.force, said(found.conflict)];
  };
  test.each([
    ["PN", null, "PN"],
    [null, "GN", "GN"],
    ["PN", "PN", "PN"],
    ["ensemble", "GN", "GN"],
    ["GN", "ensemble", "GN"],
    ["ensemble", "ensemble", "ensemble"],
    [null, null, null],
  ] as const)("%s over %s: %s", (outer, inner, both) => {
    expect(force(outer, inner)).toEqual([both, null]);
  });

  test.each([
    ["PN", "GN"],
    ["GN", "PN"],
  ] as const)("%s over %s exclude each other, and neither is taken", (outer, inner) => {
    expect(force(outer, inner)).toEqual([null, `deux forces à la fois : « 0:${outer} » et « 1:${inner} »`]);
  });

  test("a conflict stays whatever is said further in, with the texts of both sides", () => {
    expect(force("PN", null, "GN")).toEqual([null, "deux forces à la fois : « 0:PN / 1:null » et « 2:GN »"]);
    expect(force("PN", "GN", "PN")[1]).toBe("deux forces à la fois : « 0:PN » et « 1:GN »");
    const torn = axis("x", { conflict: "déjà" });
    expect(unite([torn, axis("y", {})]).conflict).toBe("déjà");
    expect(unite([axis("y", {}), torn]).conflict).toBe("déjà");
  });
});

describe("two periods", () => {
  const both = (outer: Axis["periods"], inner: Axis["periods"]) => {
    const found = unite([axis("a", { periods: outer }), axis("b", { periods: inner })]);
    return [found.periods, said(found.conflict)];
  };
  const [T1, T2]: Axis["periods"] = [{ within: [1, 3] }, { within: [4, 6] }];
  const [y25, y26]: Axis["periods"] = [{ year: 2025 }, { year: 2026 }];

  test("are joined: each of the outer's with the one of the inner's, or the other way round", () => {
    if (!T1 || !T2 || !y25 || !y26) throw new Error("no period");
    expect(both([y26], [T1])).toEqual([[{ year: 2026, within: [1, 3] }], null]);
    expect(both([y25, y26], [T1])).toEqual([
      [
        { ...y25, ...T1 },
        { ...y26, ...T1 },
      ],
      null,
    ]);
    expect(both([y26], [T1, T2])).toEqual([
      [
        { ...y26, ...T1 },
        { ...y26, ...T2 },
      ],
      null,
    ]);
    expect(both([], [T1, T2])).toEqual([[T1, T2], null]);
    expect(both([T1, T2], [])).toEqual([[T1, T2], null]);
  });

  test("that exclude each other, or several over several, are a conflict and no period", () => {
    if (!T1 || !T2 || !y25 || !y26) throw new Error("no period");
    const conflict = [[], "deux périodes à la fois : « a » et « b »"];
    expect(both([y25], [y26])).toEqual(conflict);
    expect(both([T1], [T2])).toEqual(conflict);
    expect(both([y25, y26], [T1, T2])).toEqual(conflict);
    expect(both([y25, y26], [y25])).toEqual(conflict);
  });
});

describe("two lines", () => {
  const lines = (outer: Partial<Axis>, inner: Partial<Axis>) =>
    said(unite([axis("a", { label: "a", ...outer }), axis("b", { label: "b", ...inner })]).conflict);
  const [menaces, tapages] = [indicator("IST", "ist-menaces"), indicator("IST", "ist-tapages")];
  const family = indicator("IST", "tranquillite-salubrite");

  test("are one line said twice, or a line under its family", () => {
    expect(lines({ matches: [menaces] }, { matches: [menaces] })).toBeNull();
    expect(lines({ matches: [tapages, menaces] }, { matches: [menaces] })).toBeNull();
    expect(lines({ matches: [family] }, { matches: [tapages] })).toBeNull();
    expect(lines({ matches: [family] }, {})).toBeNull();
  });

  test("that are two, or that are not known, are a conflict", () => {
    const conflict = "deux lignes à la fois : « a » et « b »";
    expect(lines({ matches: [menaces] }, { matches: [tapages] })).toBe(conflict);
    expect(lines({}, {})).toBe(conflict);
    expect(lines({ matches: [tapages] }, { matches: [family] })).toBe(conflict);
    expect(lines({ label: null }, {})).toBeNull();
    expect(lines({}, { label: null })).toBeNull();
  });
});

describe("one cell", () => {
  const of = (text: string, asLabel: boolean, settings = "") => {
    const cell = viewOf(text, settings).own(0)[0];
    if (!cell) throw new Error(text);
    return axisOfCell(cell, asLabel);
  };
  const labels = (found: Axis) => found.matches.map((m) => m.indicator.id);

  test("of a year alone is a year, unless the settings say what it is", () => {
    expect(of("2026", false)).toEqual({ ...NO_AXIS, ...year(2026), texts: ["2026"] });
    const declared = of("2026", false, "mots:\n  - { texte: '2026', lecture: 2026-01/2026-03 }");
    expect(declared.periods).toEqual([{ full: { first: "2026-01", last: "2026-03" } }]);
  });

  test("that the settings ignore says nothing else", () => {
    expect(of("Police", false, "mots:\n  - { texte: Police, lecture: ignorer }")).toEqual({
      ...NO_AXIS,
      ignored: true,
      texts: ["Police"],
    });
  });

  test("of a known line names it, and says nothing else unless it says a force or a period too", () => {
    const plain = of("Homicides", true);
    expect([labels(plain), plain]).toEqual([
      ["homicides"],
      { ...NO_AXIS, matches: plain.matches, label: "Homicides", texts: ["Homicides"] },
    ]);
    const both = of("Homicides (PN)", true);
    expect([labels(both), both]).toEqual([
      ["homicides"],
      { ...NO_AXIS, matches: both.matches, label: "Homicides (PN)", force: "PN", texts: ["Homicides (PN)"] },
    ]);
    expect(of("Homicides (T1 2026)", true)).toMatchObject({
      periods: [{ within: [1, 3], year: 2026 }],
      periodTexts: ["Homicides (T1 2026)"],
    });
  });

  test("understood whole says it, with its text where it is a period's", () => {
    expect(of("T1 2026", true)).toMatchObject({
      periods: [{ within: [1, 3], year: 2026 }],
      periodTexts: ["T1 2026"],
      label: null,
      unknown: [],
    });
    expect(of("Police", true)).toMatchObject({
      force: "PN",
      periodTexts: [],
      label: null,
      unknown: [],
      texts: ["Police"],
    });
  });

  test("not understood is a line among labels, and unknown elsewhere", () => {
    expect(of("Zinzolin", true)).toEqual({ ...NO_AXIS, label: "Zinzolin", texts: ["Zinzolin"] });
    expect(of("Zinzolin", false)).toMatchObject({ label: null, unknown: ["Zinzolin"], texts: ["Zinzolin"] });
  });

  test("not understood that says a force or a period besides is no line, unless it is declared as one", () => {
    expect(of("Fraudes - Police", true)).toMatchObject({ label: null, unknown: ["Fraudes - Police"], force: "PN" });
    expect(of("Fraudes - Police", true, 'lignes:\n  - { etat: IS101, libelle: "Fraudes - Police" }')).toEqual({
      ...NO_AXIS,
      label: "Fraudes - Police",
      texts: ["Fraudes - Police"],
    });
  });
});
