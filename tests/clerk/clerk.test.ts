/** The clerk answers truly, and the grades say what became of a case: one that no reader could fail would grade nothing. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { gradeCase } from "./grade.ts";
import { casesIn } from "./truth.ts";

const LINES = ["homicides", "vols-avec-armes", "vols-vehicules"];
const LABELS = ["Homicides", "Vols avec armes", "Vols de véhicules"];
const PERIODS = ["", "2026-01/2026-03", "2026-04/2026-06"];

const figures = (force: string, values: readonly number[], quarter = 1) =>
  values.map((value, i) => ({
    statement: "IS101",
    indicator: LINES[i] ?? null,
    label: LABELS[i] ?? "",
    force,
    period: PERIODS[quarter],
    value,
  }));
const statement = (values: readonly number[], { quarter = 1, head = "Police", over = "", under = "" } = {}): string =>
  [
    ...(over ? [over] : []),
    `IS 101 - Valmont-sur-Lys - T${quarter} 2026`,
    `Nature;${head}`,
    ...values.map((value, i) => `${LABELS[i]};${value}`),
    under,
  ].join("\n");

/** A case of one delivery, or of two: { first, second }. */
async function gradesOf(expected: object, ...texts: readonly string[]) {
  const folder = join(temporaryFolder("greffier"), "cas");
  const names = texts.length > 1 ? ["first", "second"] : ["2026-T1"];
  for (const [i, name] of names.entries()) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, `IS101 T${i + 1}.csv`), texts[i] ?? "");
  }
  writeFileSync(join(folder, "convention.yaml"), "commune: { nom: Valmont-sur-Lys }\netats_attendus: [IS101]\n");
  writeFileSync(join(folder, "expected.json"), JSON.stringify(expected));
  const [own] = casesIn(folder);
  return own ? await gradeCase(own, temporaryFolder("greffier-mairie")) : [];
}
const verdicts = async (expected: object, ...texts: readonly string[]) =>
  (await gradesOf(expected, ...texts)).map(({ verdict }) => verdict);
const VALUES = [1, 12, 30];

test("a file read as it is, without a question, is whole; a figure, a force or a line read otherwise is wrong", async () => {
  expect(await verdicts({ observations: figures("PN", VALUES) }, statement(VALUES))).toEqual(["whole"]);
  expect(await verdicts({ observations: figures("PN", [1, 12, 31]) }, statement(VALUES))).toEqual(["wrong"]);
  expect(await verdicts({ observations: figures("GN", VALUES) }, statement(VALUES))).toEqual(["wrong"]);
});

test("figures that are not read are told from those that are", async () => {
  const [grade] = await gradesOf({ observations: figures("PN", [...VALUES]) }, statement(VALUES.slice(0, 2)));
  expect([grade?.verdict, grade?.missing.map(({ indicator }) => indicator)]).toEqual([
    "not settled",
    ["vols-vehicules"],
  ]);
});

test("asked whose facts a letterhead's are, it says what is true, and each answer is counted", async () => {
  const text = statement(VALUES, { head: "Faits", over: "Police nationale" });
  for (const force of ["PN", "ensemble"] as const) {
    const expected = { observations: figures(force, VALUES), answers: { force, lines: {}, texts: "no-effect" } };
    const [grade] = await gradesOf(expected, text);
    expect([grade?.verdict, Object.values(grade?.asked ?? {})]).toEqual(["settled", [1]]);
  }
});

test("a text that a fault may be said by is never answered away: the file is not confirmed", async () => {
  const text = statement(VALUES, { under: "Patrouilles nocturnes seules" });
  const [grade] = await gradesOf({ observations: figures("PN", VALUES), issues: [{ why: "by night" }] }, text);
  expect([grade?.verdict, grade?.told]).toEqual(["told", ["error ambiguous-reading"]]);
  expect(await verdicts({ observations: figures("PN", VALUES) }, text)).toEqual(["settled"]);
  expect(
    await verdicts({ observations: figures("PN", VALUES), issues: [{ why: "no word of it" }] }, statement(VALUES)),
  ).toEqual(["unseen"]);
});

test("a second quarter is graded after the first is confirmed: silent, told of its news, or of its fault", async () => {
  const SECOND = [0, 9, 41];
  const pair = (kind: string) => ({
    kind,
    quarters: ["2026-T1", "2026-T2"],
    first: figures("PN", VALUES),
    second: figures("PN", SECOND, 2),
  });
  const same = await gradesOf(pair("same"), statement(VALUES), statement(SECOND, { quarter: 2 }));
  expect(same.map(({ verdict, told }) => [verdict, told])).toEqual([
    ["whole", []],
    ["whole", []],
  ]);
  const note = statement(SECOND, { quarter: 2, under: "Source : base SSMSI" });
  const [, changed] = await gradesOf(pair("changed"), statement(VALUES), note);
  expect([changed?.verdict, changed?.told]).toEqual(["whole", ["warning reading-changed"]]);
  expect(await verdicts(pair("fault"), statement(VALUES), note)).toEqual(["whole", "told"]);
  expect(await verdicts(pair("fault"), statement(VALUES), statement(SECOND, { quarter: 2 }))).toEqual([
    "whole",
    "unseen",
  ]);
});
