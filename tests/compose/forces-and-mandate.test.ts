/** Each force beside itself a year earlier, and the facts since the mandate began. */
import { expect, test } from "vitest";
import { createContext } from "../../scripts/compose/context/context.ts";
import { type ComposeInput, compose } from "../../scripts/compose/index.ts";
import { forcesAndMandateSection } from "../../scripts/compose/sections/forces-and-mandate.ts";
import type { Verdict } from "../../scripts/model/degree.ts";
import { quarter } from "../../scripts/model/period.ts";
import { inputOf, type LineSpec } from "./builders.ts";
import { plain, rowOf, section, tables } from "./find.ts";

const at = quarter(2026, 3);
const SINCE = "2026-03-22";
const spec = (label: string, more: Partial<LineSpec> = {}): LineSpec => ({
  indicator: label.toLowerCase(),
  label,
  counts: [20, 22, 21, 20, 20, 22, 30, 10],
  police: 0.5,
  mandateSince: SINCE,
  ...more,
});
const input = (specs: readonly LineSpec[], since: string | null = SINCE): ComposeInput =>
  inputOf(specs, { at, settings: { mandateSince: since, expectedStatements: ["IS101"] } });
const tableOf = (given: ComposeInput) => tables(compose(given), "forces-et-mandat")[0];
const notesOf = (given: ComposeInput): string => plain((tableOf(given)?.notes ?? []).join(" "));

test("each force stands beside the same quarter of the year before, with the gap", () => {
  expect(rowOf(tableOf(input([spec("Vols")])), "Vols")).toMatchObject({
    police: "5",
    "police-avant": "10",
    "police-ecart": "−5",
    gendarmerie: "5",
    "gendarmerie-avant": "10",
    "gendarmerie-ecart": "−5",
  });
});

test("a reading stands only where the test of that force tells one, and what was judged is said", () => {
  const given = input([spec("Vols", { verdict: "ordinary" })]);
  const withPolice = (verdict: Verdict): ComposeInput => {
    const analyses = given.analysis.analyses.map((a) =>
      a.force === "PN"
        ? { ...a, comparisons: a.comparisons.map((x) => (x.kind === "quarter-pooled" ? { ...x, verdict } : x)) }
        : a,
    );
    return { ...given, analysis: { ...given.analysis, analyses } };
  };
  expect(tableOf(given)?.columns.map((c) => c.id)).not.toContain("lecture");
  expect(notesOf(given)).toContain(
    "Chaque force est jugée à part, plus sévèrement que l’ensemble : rien n’en est annoncé.",
  );
  expect(rowOf(tableOf(withPolice("fall-established")), "Vols").lecture).toBe("police : baisse établie");
  const titleOf = (verdict: Verdict): string =>
    plain(compose(withPolice(verdict)).bulletin.sections.find(({ id }) => id === "forces-et-mandat")?.title ?? "");
  expect(titleOf("fall-established")).toBe("Police : vols en baisse ; gendarmerie : rien d’établi");
  expect(titleOf("fall-to-follow")).toBe("Police : vols en baisse (à suivre) ; gendarmerie : rien d’établi");
  const ofYear = forcesAndMandateSection(createContext(withPolice("fall-established")), "rolling");
  expect([ofYear?.title, ofYear?.label], "of the year no force is judged").toEqual([
    "Par force, et depuis le début du mandat",
    undefined,
  ]);
  const unjudged = input([spec("Vols", { counts: [30, 10] })]);
  expect(notesOf(unjudged)).toContain("Forces non jugées : aucune année précédente n’est connue pour chacune.");
});

test("since the mandate began: the whole quarters, the same ones earlier, the gap without conclusion", () => {
  const given = input([spec("Vols")]);
  expect(rowOf(tableOf(given), "Vols")).toMatchObject({
    mandat: "40",
    "mandat-avant": "41",
    "mandat-ecart": "−1 (−2 %)",
  });
  expect(tableOf(given)?.columns.find((c) => c.id === "mandat")?.label).toBe("avr.–sept.\u00a02026");
  expect(notesOf(given)).toContain(
    "Depuis le début du mandat (22 mars 2026) : somme des 2 trimestres entiers depuis, avril à septembre 2026, à côté des mêmes mois d’avant, avril à septembre 2025 ; l’écart est donné sans conclusion.",
  );
});

test("a line with a quarter missing has no sum, and is named with what is known", () => {
  const given = input([spec("Vols"), spec("Armes", { counts: [20, 22, 21, 20, 20, 22, null, 10] })]);
  expect(rowOf(tableOf(given), "Armes").mandat).toBe("n.d.");
  expect(notesOf(given)).toContain(
    "Lignes incomplètes, sans total depuis le début du mandat : « Armes » (1 trimestre connu sur 2).",
  );
});

test("where the deliveries do not go back far enough, it is said, and no column stands empty", () => {
  const given = input([spec("Vols", { counts: [30, 10] })]);
  expect(tableOf(given)?.columns.map((c) => c.id)).not.toContain("mandat-avant");
  expect(notesOf(given)).toContain(
    "sans comparaison : les livraisons connues ne couvrent pas les mêmes mois d’avant le mandat (avril à septembre 2025).",
  );
});

test("a family whose statement tells no forces has « – » for them, and it is said", () => {
  const family = spec("Biens", { statement: "IST", level: "family" });
  const { police: _, ...whole } = family;
  const given = input([spec("Vols"), whole]);
  expect(rowOf(tableOf(given), "Biens")).toMatchObject({ police: "–", "police-avant": "–", mandat: "40" });
  expect(notesOf(given)).toContain("« – » : l’état ne distingue pas les deux forces.");
});

test("without a date only the lines that tell the forces stand there; without either there is no section", () => {
  const { police: _, ...whole } = spec("Armes");
  expect(tableOf(inputOf([spec("Vols", { mandateSince: undefined as never }), whole], { at }))?.rows).toHaveLength(1);
  expect(section(compose(inputOf([whole], { at })), "forces-et-mandat")).toBeUndefined();
});

test("the title says what the table holds", () => {
  expect(section(compose(input([spec("Vols")])), "forces-et-mandat")?.label).toBe(
    "Par force, et depuis le début du mandat",
  );
  const { mandateSince: _, ...without } = spec("Vols");
  expect(section(compose(input([without], null)), "forces-et-mandat")).toMatchObject({
    title: "Rien n’est établi, ni pour la police ni pour la gendarmerie",
    label: "Par force",
  });
});
