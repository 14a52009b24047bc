/** « Je ne sais pas » and « ne pas en tenir compte » close a question: its figures are taken by nobody, the rest of the file is confirmed. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "../../scripts/model/lecture.ts";
import type { Aside, QuestionKind } from "../../scripts/model/question.ts";
import type { Understood } from "../../scripts/reading/job.ts";
import { asVeiled } from "../../scripts/reading/veiled.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { NOMENCLATURE, readTables, settingsOf } from "../recognise/tables.ts";
import { createTown, type Town, toldIn } from "../town.ts";

let town: Town;
const run = (...args: readonly string[]) => town.lecture(...args);
const deliver = (quarter: number, text: string): void => town.put(`2026-T${quarter}/IS101.csv`, text);
const questions = (...args: readonly string[]) => town.questions(...args);
async function confirmed(delivery: string, choice: string, ...options: readonly string[]) {
  const answers = (await questions(delivery, ...options)).map(({ id }) => `${id}=${choice}`);
  return await run(delivery, "--confirmer", "--reponse", answers.join(","), ...options);
}
async function checked() {
  const found = await town.checked();
  return {
    rules: toldIn(found).map(({ rule }) => rule),
    figures: found.observations.map(({ label, value }) => `${label} ${value}`),
  };
}
const letter = async () => (await town.check("--courriel")).stdout;

beforeEach(() => {
  town = createTown("2026-12-20");
});

const title = (quarter: number): string => `IS 101 - Valmont-sur-Lys - T${quarter} 2026`;
const body = "Nature;Police\nHomicides;1\nVols avec armes;2";

/** What is asked about, a file that asks it and one answer of which the rest stays; what is left of it, and what the service is asked. */
const CASES: readonly (readonly [QuestionKind, (quarter: number) => string, readonly string[], string])[] = [
  [
    "line",
    (q) => `${title(q)}\n${body}\nCambriolages logements divers;7`,
    ["Homicides 1", "Vols avec armes 2"],
    "« Cambriolages logements divers » : à quelle ligne de l'état",
  ],
  [
    "head",
    (q) => `${title(q)}\nNature;Police;Zinzolin\nHomicides;1;4\nVols avec armes;2;5`,
    ["Homicides 1", "Vols avec armes 2"],
    "« Zinzolin » : que comptent ces chiffres",
  ],
  ["text", (q) => `${title(q)}\n${body}\nPatrouilles nocturnes seules`, [], "ce texte limite-t-il"],
  ["place", (q) => `IS 101 - CPN de Valmont-sur-Lys - T${q} 2026\n${body}`, [], "ceux de la seule commune"],
  [
    "force",
    (q) => `Police nationale\n${title(q)}\nNature;Faits\nHomicides;1\nVols avec armes;2`,
    [],
    "police nationale, de la",
  ],
];

describe.each(CASES)("a question of the kind %s", (kind, text, left, asked) => {
  test("has both answers, tried or not", async () => {
    deliver(1, text(1));
    const [question] = await questions("2026-T1");
    expect([question?.kind, question?.may.slice(-2)]).toEqual([kind, ["leave-out", "unknown"]]);
  });

  test("not known: its figures are not taken, the others are; it is told and asked of the service as long as it is open, and not again", async () => {
    deliver(1, text(1));
    expect((await confirmed("2026-T1", "unknown")).status).toBe(0);
    expect(await checked()).toEqual({ rules: ["answer-awaited"], figures: left });
    expect(await letter()).toContain(asked);
    deliver(2, text(2).replaceAll(/;(\d)/g, ";1$1"));
    expect(await questions("2026-T2")).toEqual([]);
    expect((await run("2026-T2", "--confirmer")).status).toBe(0);
    expect((await checked()).figures).toHaveLength(2 * left.length);
  });

  test("left out: its figures are not taken, and nobody is told or asked again", async () => {
    deliver(1, text(1));
    expect((await confirmed("2026-T1", "leave-out")).status).toBe(0);
    expect(await checked()).toEqual({ rules: [], figures: left });
    expect(await letter()).not.toContain(asked);
  });
});

test("what nobody knew is asked again when its lecture is taken up, and answered then", async () => {
  deliver(1, `${title(1)}\n${body}\nCambriolages logements divers;7`);
  expect((await confirmed("2026-T1", "unknown")).status).toBe(0);
  expect(await questions("2026-T1")).toEqual([]);
  expect((await confirmed("2026-T1", "cambriolages-logement", "--revoir")).status).toBe(0);
  expect(await checked()).toEqual({
    rules: [],
    figures: ["Homicides 1", "Vols avec armes 2", "Cambriolages logements divers 7"],
  });
  expect(await run("--revoir")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("la livraison à reprendre"),
  });
});

test("a text that looks like a name, left unprinted, is printed nowhere once its file is confirmed", async () => {
  deliver(1, `${title(1)}\nNature;Police;Kervadec Anne-Lise\nHomicides;1;4`);
  const [head] = await questions("2026-T1");
  expect(head).toMatchObject({ kind: "head", likeName: true });
  const family = `IS 101 - Valmont-sur-Lys - T1 2026\nNature;Police\nKervadec Anne-Lise;\nHomicides;1\nVols de véhicules;3`;
  deliver(1, family);
  const given: string[] = [];
  const kinds: string[] = [];
  for (let open = await questions("2026-T1"); open.length > 0; ) {
    for (const { id, kind } of open) given.push(`${id}=${kind === "name" ? "leave-out" : "no-effect"}`);
    kinds.push(...open.map(({ kind }) => kind));
    open = await questions("2026-T1", "--reponse", given.join(","));
  }
  expect(kinds).toContain("name");
  expect((await run("2026-T1", "--confirmer", "--reponse", given.join(","))).status).toBe(0);
  expect((await checked()).figures).toHaveLength(2);
  expect((await town.check("--json")).stdout).not.toContain("Kervadec");
});

test("a lecture without an open question is taken up again too: what was answered is asked again", async () => {
  deliver(1, `${title(1)}\n${body}\nCambriolages logements divers;7`);
  expect((await confirmed("2026-T1", "as-sent")).status).toBe(0);
  expect(await questions("2026-T1")).toEqual([]);
  expect((await questions("2026-T1", "--revoir")).map(({ kind }) => kind)).toEqual(["line"]);
});

describe("what is left out is what was asked about, and nothing beside", () => {
  const read = (text: string, aside: Aside) => {
    const { file } = readTables(text).recognition;
    const { value, issues } = createRecogniser(NOMENCLATURE, settingsOf(), [aside])(file);
    return { labels: value.observations.map(({ label }) => label), rules: issues.map(({ rule }) => rule) };
  };
  const forces = "Police nationale\nIS 101 - T1 2026\nInfractions|Faits\nHomicides|1";
  test("a doubt of another kind over the same text stays", () => {
    const aside = { text: "Police nationale", choice: "unknown" } as const;
    expect(read(forces, { ...aside, kind: "text" }).rules).toEqual(["ambiguous-reading"]);
    expect(read(forces, { ...aside, kind: "force" }).rules).toEqual(["no-figures-read"]);
  });
  test("a line that is known is no line that was asked about", () => {
    const lines = "IS 101 - T1 2026\nInfractions|Police\nHomicides|1\nRodéos|2";
    expect(read(lines, { kind: "line", text: "Homicides", choice: "leave-out" }).labels).toEqual([
      "Homicides",
      "Rodéos",
    ]);
    expect(read(lines, { kind: "line", text: "Rodéos", choice: "leave-out" }).labels).toEqual(["Homicides"]);
  });
});

test("a name that is left unprinted is veiled wherever the confirmed file is told", () => {
  const { recognition } = readTables("IS 101 - T1 2026\nInfractions|Police\nHomicides|1\nKervadec Anne-Lise|2");
  const told = (choice: string) => {
    const answers: Answer[] = [{ kind: "name", text: "Kervadec Anne-Lise", choice, statement: null }];
    const one = { recognition, held: null, answers, issues: [] } as unknown as Understood;
    const { recognitions } = asVeiled(
      [one],
      { nomenclature: NOMENCLATURE, lectures: [], settings: settingsOf() },
      false,
    );
    return recognitions.flatMap(({ observations }) => observations.map(({ label }) => label)).join();
  };
  expect(told("nobody")).toContain("Kervadec");
  expect(told("leave-out")).not.toContain("Kervadec");
});

test("a short label of a known line is nobody's name, though no list has its words", async () => {
  deliver(1, "IS 101 - Valmont-sur-Lys - Police nationale - T1 2026\nNature;Faits\nCambr. log.;4\nHomicides;0");
  expect(await questions("2026-T1")).toEqual([]);
});
