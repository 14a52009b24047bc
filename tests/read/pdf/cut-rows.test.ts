import { expect, test } from "vitest";
import { cutRows, isRest, wholeRow } from "../../../scripts/read/pdf/cut-rows.ts";
import { unplain } from "../../../scripts/read/plain/rule.ts";

const row = (...texts: readonly string[]) => ({
  cells: texts.map((text, column) => ({ text, column, colSpan: 1, rowSpan: 1 })),
});

test("a row goes on with the thousands of the row above when all its figures do, and it has no label of its own", () => {
  const above = row("Vols", "4", "17");
  expect(cutRows([above, row("", "146", "228")])).toHaveLength(1);
  expect(cutRows([above, row("commis sans violence", "146", "")])).toHaveLength(1);
  expect(cutRows([above, row("", "146", "22")])).toEqual([]);
  expect(cutRows([above, row("Escroqueries", "146", "228")])).toEqual([]);
  expect(cutRows([row("Vols", "4", ""), row("", "146", "228")])).toEqual([]);
  expect(cutRows([row("Vols", "1 023", "971"), row("commis sans violence", "146", "228")])).toEqual([]);
  // where all labels are in small letters, they tell nothing
  const small = [row("homicides", "1", "2"), row("vols", "896", "867"), row("escroqueries", "971", "699")];
  expect([cutRows(small), cutRows([...small.slice(0, 2), row("", "971", "699")]).length]).toEqual([[], 1]);
  // the items of a list do not count among them
  const items = [row("- Vols", "4", "17"), row("- Rixes", "4", "17"), row("commis sans violence", "146", "228")];
  expect(cutRows(items)).toHaveLength(1);
  expect(cutRows([row("Nature", "T1", "T2"), row("", "Faits", "Faits"), row("", "(1)", "(2)"), ...small])).toEqual([]);
});

test("a row without figures is the rest of a label, and no figure's", () => {
  expect(cutRows([row("Vols", "4", "17"), row("commis sans violence", "", "")])).toEqual([]);
});

/** A page's end between these rows, each a label, its figures; `x1`: where that of the last one ends, within drawn lines at 0 and 100. */
function pageEnd(above: readonly (readonly string[])[], first: readonly string[], x1?: number) {
  const drawn = ([label = "", ...figures]: readonly string[], end?: number) => {
    const unit = { text: label, x0: 5, x1: end ?? 0, baseline: 0, size: 10 };
    const lines = end === undefined ? {} : { label: [{ ...unit, units: [unit] }] };
    return { ...row(label, ...figures), top: 0, bottom: 10, ...lines };
  };
  const rows = above.map((texts) => row(...texts));
  const widthOfNext = x1 === undefined ? undefined : 45;
  return { rows, last: drawn(above.at(-1) ?? [], x1), first: drawn(first, widthOfNext), column: { x0: 0, x1: 100 } };
}

test("an item of a list is no rest of the row above, nor is a part of it", () => {
  const rows = [
    ["Atteintes aux biens", "", ""],
    ["Cambriolages", "4", "17"],
  ];
  const areRests = (labels: readonly string[]) => labels.map((label) => isRest(pageEnd(rows, [label, "1", "2"])));
  expect(areRests(["- Tapages", "– Tapages", "dont tentatives", "dt tentatives"])).toEqual(Array(4).fill(false));
  expect(areRests(["-Tapages", "dontes", "(tentatives)", "+ vols", "« vols »"])).toEqual(Array(5).fill(true));
  const items = [...rows, ["- Tapages", "146", "228"]].map((texts) => row(...texts));
  expect(cutRows(items)).toEqual([]);
});

test("where all labels are in small letters, a whole row is one more, and a label alone is a doubt", () => {
  const rows = [
    ["homicides", "1", "2"],
    ["vols", "4", "17"],
  ];
  expect(isRest(pageEnd(rows, ["escroqueries", "5", "6"]))).toBe(false);
  expect(isRest(pageEnd(rows, ["sans violence", "", ""]))).toBe(true);
  expect(isRest(pageEnd([...rows, ["coups", "", ""]], ["et blessures", "5", "6"]))).toBe(true);
});

test("a row with figures is one of its own where its first word had room in the line above; a label alone may be a rest", () => {
  const rows = [
    ["Homicides", "1"],
    ["Violences", ""],
  ];
  const isDoubt = (figure: string, x1?: number) => isRest(pageEnd(rows, ["physiques", figure], x1));
  expect([isDoubt("4"), isDoubt("4", 80), isDoubt("4", 40), isDoubt("", 40)]).toEqual([true, true, false, true]);
});

test("in capitals, the only row without figures may be half of a label, at whatever word it is cut; not among headings", () => {
  const rows = [
    ["HOMICIDES", "1"],
    ["RIXES", "2"],
  ];
  const heading = ["ATTEINTES AUX BIENS", ""];
  const cut = (above: readonly (readonly string[])[], half: string, rest: string, x1?: number) => [
    isRest(pageEnd([...above, [half, "4"]], [rest, ""], x1)), // its figures stand with its first line
    isRest(pageEnd([...above, [half, ""]], [rest, "4"], x1)), // or with the second one
  ];
  for (const [half, rest] of [
    ["VIOLENCES", "PHYSIQUES"],
    ["VOLS", "À MAIN ARMÉE"],
    ["VOLS DANS LES", "VÉHICULES"],
    ["I.S.T.", "2E DEGRÉ"],
  ] as const) {
    expect(cut(rows, half, rest)).toEqual([true, true]);
    expect(cut(rows, half, rest, 95)).toEqual([true, true]);
    expect(cut(rows, half, rest, 40), "there was room for its next word").toEqual([false, false]);
    expect(cut([heading, ...rows], half, rest)).toEqual([false, false]);
  }
  expect(cut(rows, "VIOLENCES", "Physiques")).toEqual([false, false]);
  expect(cut(rows, "Violences", "PHYSIQUES")).toEqual([false, false]);
  expect(cut(rows, "VIOLENCES", "- PHYSIQUES")).toEqual([false, false]);
  expect(cut(rows.slice(1), "VIOLENCES", "PHYSIQUES"), "the row above may be the head").toEqual([false, false]);
  expect(isRest(pageEnd([...rows, ["VIOLENCES", "4"]], ["PHYSIQUES", "5"]))).toBe(false);
  expect(isRest(pageEnd([...rows, ["VIOLENCES", ""]], ["PHYSIQUES", ""]))).toBe(false);
  expect(isRest(pageEnd([heading, ...rows, ["VIOLENCES", "4"]], ["PHYSIQUES", "5"]))).toBe(false);
});

test("a label that was full, and what goes on alone on the next page, are one row; else that is not sure", () => {
  const whole = (above: string, rest: readonly string[], x1 = 85, others: readonly (readonly string[])[] = []) =>
    wholeRow(pageEnd([["Titre", ""], ["Homicides", "1"], ...others, [above, "4"]], rest, x1))?.cells.map((c) => c.text);
  const one = ["Vols sans violence", "4"];
  expect(whole("Vols", ["sans violence", ""])).toEqual(one);
  expect(whole("Vols", ["sans violence", ""], 40)).toBeUndefined();
  expect(whole("Vols", ["sans violence", "7"])).toBeUndefined();
  expect(whole("Vols", ["sans violence", ""], 85, [["dégradations", "2"]])).toBeUndefined();
  expect(whole("VOLS", ["VÉHICULES", ""])).toBeUndefined();
  expect(whole("VOLS DANS LES", ["VÉHICULES", ""])).toEqual(["VOLS DANS LES VÉHICULES", "4"]);
  for (const [above, rest] of [
    ["DÉGRADATIONS", "ET INCENDIES"],
    ["DÉPÔTS", "D'ORDURES"],
    ["USAGE (HORS AFD", "ET TRAFIC)"],
    ["COUPS,", "RIXES"],
    ["VOLS (ARMES", "BLANCHES)"],
  ] as const)
    expect(whole(above, [rest, ""], 89)).toEqual([`${above} ${rest}`, "4"]);
  expect(whole("DÉGRADATIONS", ["ET INCENDIES", ""], 89, [["DE VÉHICULES", "2"]])).toBeUndefined(); // other lines begin so
  expect(whole("VOLS (ARMES)", ["ÉTOFFES", ""])).toBeUndefined();
  const rixes = ["Rixes", "1"];
  const label = (rest: string, ...rows: readonly (readonly string[])[]) =>
    wholeRow(pageEnd([...rows, ["VOLS", "4"]], [rest, ""], 85))?.cells[0]?.text;
  expect([label("ARMÉS", rixes), label("dont tentatives", rixes)]).toEqual(["VOLS ARMÉS", undefined]);
  expect(label("ARMÉS")).toBeUndefined(); // the last row may be the head
  const titled = pageEnd([rixes, ["VOLS", "4"]], ["Armes", ""], 85);
  const [armes, blank] = titled.first.cells;
  if (!armes || !blank) throw new Error("no cell");
  for (const cells of [[{ ...armes, colSpan: 2 }], [armes, { ...blank, beside: unplain("barré") }]])
    expect(wholeRow({ ...titled, first: { ...titled.first, cells } })).toBeNull();
  expect(wholeRow({ ...titled, column: { x0: -45, x1: 100 } })).toBeNull(); // indented
});
