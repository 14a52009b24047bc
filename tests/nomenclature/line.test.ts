import { describe, expect, test } from "vitest";
import { declaredKey, indexNumbers, labelKey, lineKey, stripNumber } from "../../scripts/nomenclature/index.ts";

const unknown = (label: string, family: string | null = null) => ({ statement: "IST", indicator: null, label, family });

describe("a label is one label", () => {
  test.each([
    "RODEOS URBAINS",
    "Rodéo(s) urbain(s)",
    "12 - Rodéos urbains",
    "12. Rodéos urbains",
    "3.2 Rodéos urbains",
    "IV) Rodéos urbains",
    "• Rodéos urbains",
    "Rodéos urbains (12)",
    "Rodéos urbains [index 12, 13]",
    "Rodéos urbains index 12",
    "12, 13 - Rodéos urbains",
    "Rode\u0301os  urbains",
    "Rodéos\u00a0urbains¹",
    "« Rodéos » urbains.",
  ])("spelled or numbered otherwise: « %s »", (label) => {
    expect(labelKey(label)).toBe(labelKey("Rodéos urbains"));
  });
});

test("a ligature is its two letters", () => {
  expect(labelKey("Atteintes aux mœurs")).toBe(labelKey("ATTEINTES AUX MOEURS"));
  expect(labelKey("Vols ex æquo")).toBe(labelKey("VOLS EX AEQUO"));
});

test.each([
  ["15 à 18 – Vols", [15, 16, 17, 18]],
  ["18-15 – Vols", [18, 15]],
  ["Vols (35)", [35]],
  ["Vols (27, 28 et 30)", [27, 28, 30]],
  ["Vols index 12", [12]],
  ["Vols (9)", []],
  ["9 - Vols", []],
  ["Vols", []],
])("the index numbers of « %s » are %j: one below ten is a rank or a note's mark", (label, numbers) => {
  expect(indexNumbers(label)).toEqual(numbers);
});

describe("two labels are two", () => {
  test.each([
    ["2 roues volés", "4 roues volés"],
    ["15 ans et plus", "18 ans et plus"],
    ["Violences sur + de 15 ans", "Violences sur 15 ans"],
    ["Vols + violences", "Vols violences"],
    ["Catégorie X", "Catégorie"],
    ["Catégorie S", "Catégorie X"],
    ["13-17 ans", "18-25 ans"],
    ["13 - 17 ans", "15 - 17 ans"],
    ["1 - 2 roues volés", "1 - 4 roues volés"],
    ["Rodéos urbains", "Rodéos"],
    ["Rodéos urbains", "dont rodéos urbains"],
  ])("when the number may be a part of it: « %s », « %s »", (a, b) => {
    expect(labelKey(a)).not.toBe(labelKey(b));
  });

  test("and such a number is shown", () => {
    expect(stripNumber("2 roues volés")).toBe("2 roues volés");
    expect(stripNumber("12 - Rodéos urbains (7)")).toBe("Rodéos urbains");
  });

  test.each(["27.1", "A.1", "II.3", "1.a", "1.2.3", "A.1.", "B2)", "B2 -", "z."])(
    "a place in a plan is none: « %s »",
    (place) => {
      expect(stripNumber(`${place} Rodéos urbains`)).toBe("Rodéos urbains");
    },
  );

  test.each(["T1 -", "S1 -", "N-1", "B2", "A B"])("but a period or a name before it is: « %s »", (word) => {
    expect(stripNumber(`${word} Rodéos urbains`)).toBe(`${word} Rodéos urbains`);
  });

  test.each([
    ["-2+3", "-2+3"],
    ["- de 15 ans", "- de 15 ans"],
    ["- De 15 ans", "- De 15 ans"],
    ["–15 ans", "–15 ans"],
    ["> 15 ans", "> 15 ans"],
    ["> à 15 ans", "> à 15 ans"],
    ["- Rodéos urbains", "Rodéos urbains"],
    ["> Rodéos urbains", "Rodéos urbains"],
    ["– Rodéos urbains", "Rodéos urbains"],
    ["-- dont rodéos", "dont rodéos"],
    ["- (autres) rodéos", "(autres) rodéos"],
    ["- 3. Rodéos", "Rodéos"],
    ["• 2 roues volés", "2 roues volés"],
    ["=1+1", "=1+1"],
    ["+ de 15 ans", "+ de 15 ans"],
  ])("and a sign that says less or more is no bullet: « %s » is shown « %s »", (label, shown) => {
    expect(stripNumber(label)).toBe(shown);
  });
});

describe("a line", () => {
  test("of the nomenclature is its indicator, whatever its label and family", () => {
    const known = { ...unknown("Menaces"), indicator: "ist-menaces" };
    expect(lineKey(known)).toBe(lineKey({ ...known, label: "4 - Menaces et chantages", family: "atteintes" }));
  });

  test("unknown is its label under its family, of one statement", () => {
    const line = unknown("Divers", "Tapages");
    expect(lineKey(line)).toBe(lineKey(unknown("3 - DIVERS", "B - Tapages")));
    expect(lineKey(line)).not.toBe(lineKey(unknown("Divers", "Dépôts")));
    expect(lineKey(line)).not.toBe(lineKey(unknown("Divers")));
    expect(lineKey(line)).not.toBe(lineKey({ ...line, statement: "IS101" }));
    expect(lineKey(unknown("ist-menaces"))).not.toBe(lineKey({ ...unknown(""), indicator: "ist-menaces" }));
  });

  test("is declared by the settings whatever its family", () => {
    expect(declaredKey(unknown("12 - Divers", "Tapages"))).toBe(declaredKey(unknown("Divers")));
    expect(declaredKey(unknown("Divers"))).not.toBe(declaredKey({ statement: "IS101", label: "Divers" }));
  });
});
