import { describe, expect, it } from "vitest";
import { awaitedDeliveries } from "../../scripts/check/index.ts";
import type { Recognition } from "../../scripts/model/observation.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { saying, spoken } from "../spoken.ts";
import { count, grid, issuesOf, period, printed, recognise, settings, told } from "./build.ts";

describe("a statement", () => {
  const dated = (delivery: string, ...anchors: string[]): Recognition[] => {
    const path = `${delivery}/IS101.csv`;
    return recognise([count(`homicides PN ${delivery.slice(0, 7)} 1`, { delivery })], [], [grid(path, [["a"]])]).map(
      (r) => ({
        ...r,
        tables: anchors.map((a) => ({
          grid: grid(path, [["a"]]),
          statement: "IS101",
          anchor: period(a),
          readings: [],
        })),
      }),
    );
  };
  const rule = ["statement-of-another-quarter"];

  it("of another quarter than its folder is an error that names the right folder", () => {
    const issues = issuesOf(rule, { recognitions: dated("2026-T1", "2026-T2") });
    expect(issues).toMatchObject([{ severity: "error", message: saying("2e trimestre 2026", "2026-T1") }]);
    expect(spoken(issues[0]).hint).toContain("2026-T2");
    expect(issuesOf(rule, { recognitions: dated("2026-T1", "2025-T1") })).toHaveLength(1);
  });

  it("of another quarter is told in words, of the latest that its tables of that statement end with", () => {
    const [issue] = issuesOf(rule, { recognitions: dated("2026-T1-b", "2025-01/2025-06") });
    expect(issue).toMatchObject({ place: { file: "2026-T1-b/IS101.csv", part: "CSV" } });
    expect(issue && told(issue)).toEqual({
      rule: "statement-of-another-quarter",
      severity: "error",
      message:
        "Cet état (IS 101) porte sur le 1er semestre 2025, mais il est rangé dans la livraison « 2026-T1-b » (1er trimestre 2026).",
      hint: "Déplacez le fichier dans le dossier 2025-T2 ; puis npm run reception. S'il devait porter sur un autre trimestre, demandez au service le bon état.",
    });
    expect(issuesOf(rule, { recognitions: dated("2026-T1", "2025-T4", "2026-T2", "2025-T1") })).toMatchObject([
      { message: saying("2e trimestre 2026") },
    ]);
  });

  it("beside another statement of the right quarter in one file is of its own; another document has no quarter", () => {
    const [own] = dated("2026-T1", "2026-T1", "2025-T1");
    if (!own) throw new Error("no recognition");
    const tables = (statement: string) => own.tables.map((table, i) => (i === 0 ? table : { ...table, statement }));
    expect(issuesOf(rule, { recognitions: [{ ...own, tables: tables("XX9") }] }).map(told)).toMatchObject([
      { message: expect.stringContaining("Cet état (XX9) porte sur le 1er trimestre 2025") },
    ]);
    const others = own.tables.map((table) => ({ ...table, statement: "AUTRE", anchor: period("2025-T1") }));
    expect(issuesOf(rule, { recognitions: [{ ...own, tables: others }] })).toEqual([]);
    const undated = own.tables.map((table) => ({ ...table, anchor: null }));
    expect(issuesOf(rule, { recognitions: [{ ...own, tables: undated }] })).toEqual([]);
  });

  it("in a folder of another name than a delivery's is of no quarter", () => {
    const own = dated("2026-T1", "2025-T1").map((r) => ({
      ...r,
      file: { ...r.file, source: { ...r.file.source, delivery: "divers" } },
    }));
    expect(issuesOf(rule, { recognitions: own })).toEqual([]);
  });

  it("of which nothing was read is of no quarter: its refusal is told, not its folder", () => {
    const recognitions = dated("2026-T1", "2026-T2").map((r) => ({ ...r, observations: [] }));
    expect(issuesOf(rule, { recognitions })).toEqual([]);
  });

  it.each([
    ["2026-T1", ["2026-T1"]],
    ["2026-T1-rectificatif", ["2026-T1"]],
    ["2026-T2", ["2026-01/2026-06"]],
    ["2026-T1", ["2025-T1", "2026-T1"]],
    ["2026-T1", []],
  ])("that ends with its folder's quarter is silent: %s %j", (delivery, anchors) => {
    expect(issuesOf(rule, { recognitions: dated(delivery, ...anchors) })).toEqual([]);
  });

  it("that is expected and not held is a warning", () => {
    const recognitions = recognise([
      count("homicides PN 2026-T1 1"),
      count("homicides PN 2026-T1 1", { delivery: "2026-T1-rectificatif" }),
    ]);
    const issues = issuesOf(["statement-missing"], { recognitions });
    expect(issues).toMatchObject([{ severity: "warning", place: { file: "2026-T1" }, message: saying("I.S.T") }]);
    const both = [
      ...recognitions,
      ...recognise([count("?x PN 2026-T1 1", { statement: "IST", file: "2026-T1/IST.csv" })]),
    ];
    expect(issuesOf(["statement-missing"], { recognitions: both })).toEqual([]);
    // a file of I.S.T of another measure, « Faits élucidés », of which recognition has said why nothing counts
    const file = "2026-T1/IST.csv";
    const cleared = printed("12", {
      statement: "IST",
      provenance: { file, part: "CSV", row: 1, column: 2, raw: "12" },
    });
    expect(issuesOf(["statement-missing"], { recognitions: [...recognitions, ...recognise([], [cleared])] })).toEqual(
      [],
    );
    const beside = [...recognitions, ...recognise([count("homicides PN 2026-T1 1", { file })], [cleared])];
    expect(issuesOf(["statement-missing"], { recognitions: beside })).toHaveLength(1);
  });

  it("that is missing is told in words, once for all quarters, at the place of the latest", () => {
    const first = count("homicides PN 2026-T1 1", { delivery: "2026-T1-b" });
    const stray = count("homicides PN 2026-T1 1", { file: "divers/x.csv" });
    const recognitions = recognise([count("homicides PN 2026-T2 1", { delivery: "2026-T2" }), first, stray]);
    const both = issuesOf(["statement-missing"], { recognitions });
    expect(both.map((i) => i.place)).toEqual([{ file: "2026-T2" }]);
    expect(both[0] && told(both[0])).toEqual({
      rule: "statement-missing",
      severity: "warning",
      message:
        "L'état I.S.T n'a pas été lu pour 2 trimestres (le 2e trimestre 2026, le 1er trimestre 2026) : il manque, ou son fichier n'a pas pu être lu.",
      hint: "Vérifiez les fichiers de ces dossiers ; si l'état n'y est pas, demandez-le au service. S'il ne doit jamais venir, retirez-le de « etats_attendus: » dans data/convention.yaml.",
    });
    const six = [1, 2, 3, 4].map((q) => count(`homicides PN 2025-T${q} 1`, { delivery: `2025-T${q}` }));
    const many = issuesOf(["statement-missing"], { recognitions: [...recognitions, ...recognise(six)] });
    expect(many.map((i) => told(i).message)).toEqual([
      expect.stringMatching(
        /pour 6 trimestres \(le 2e trimestre 2026, .*, le 3e trimestre 2025, et 2 trimestres antérieurs\)/,
      ),
    ]);
    const issues = issuesOf(["statement-missing"], { recognitions: recognise([first, stray]) });
    expect(issues.map((i) => i.place)).toEqual([{ file: "2026-T1-b" }]);
    expect(issues[0] && told(issues[0])).toEqual({
      rule: "statement-missing",
      severity: "warning",
      message: "L'état I.S.T n'a pas été lu pour le 1er trimestre 2026 : il manque, ou son fichier n'a pas pu être lu.",
      hint: "Vérifiez les fichiers du dossier 2026-T1 ; si l'état n'y est pas, demandez-le au service.",
    });
    const expected = { ...settings(), expectedStatements: ["XX9"] };
    expect(spoken(issuesOf(["statement-missing"], { recognitions, settings: expected })[0]).message).toContain("XX9");
  });
});

it("a delivery that is awaited is told apart from a gap: the first alone changes with the day", () => {
  const input = { nomenclature: loadNomenclature(), settings: settings(), today: "2027-02-01" };
  const held = ["2026-T1", "2026-T3"].map((delivery) => count("homicides PN 2026-T1 1", { delivery }));
  const awaited = awaitedDeliveries({ ...input, recognitions: recognise(held) });
  expect(awaited.map((i) => [i.rule, i.place?.file])).toEqual([["delivery-late", "2026-T4"]]);
});
