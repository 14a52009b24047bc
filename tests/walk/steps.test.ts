import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { beforeEach, expect, test } from "vitest";
import { appendRegister, assertEntitled, readRegister, recorded } from "../../scripts/custody/index.ts";
import { type Entitlements, parseEntitlements } from "../../scripts/custody/people/entitlement.ts";
import { type FileHash, hashTree } from "../../scripts/disk/tree.ts";
import { inputsHashAt, loadHoldings } from "../../scripts/holdings/holdings.ts";
import { formatIssue } from "../../scripts/shell/terminal.ts";
import { findSituation, likelyDays } from "../../scripts/walk/situation.ts";
import { takeSteps } from "../../scripts/walk/steps.ts";
import { recordReception } from "../custody/recorded.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let data: string;
let out: string;
let list: Entitlements | null;
/** The command that refuses: "copies 2026-T1 --retour 1". */
let refused: RegExp | null;
beforeEach(() => {
  list = null;
  refused = null;
  const root = temporaryFolder("pas-a-pas");
  data = join(root, "data");
  out = join(root, "dist");
  mkdirSync(data);
});
const put = (path: string, text: string): void => {
  mkdirSync(join(data, path, ".."), { recursive: true });
  writeFileSync(join(data, path), text);
};
const receive = (delivery: string): void => {
  recordReception(data, delivery);
};

/** All that the walks of this file have said, asked and run, in turn. */
const dialogues: string[] = [];

/** Answers in turn, then leaves; what was asked, said and run. A "reception" is recorded, any other command does nothing. */
async function walk(today: string, ...answers: readonly (boolean | (() => boolean))[]) {
  const asked: string[] = [];
  const said: string[] = [];
  const ran: string[] = [];
  const left = [...answers];
  dialogues.push(`\n# ${expect.getState().currentTestName}, ${today}`);
  const note = (line: string): void => {
    dialogues.push(
      stripVTControlCharacters(line).replaceAll("\u00a0", " ").replaceAll("\\", "/").replaceAll(join(data, ".."), "…"),
    );
  };
  const say = (text: string): void => {
    note(text);
    said.push(text.replaceAll("\u00a0", " "));
  };
  const code = await takeSteps({
    dataDir: data,
    outDir: out,
    today,
    list,
    look: () => findSituation(data, out, today),
    say,
    show: (issue) => say(formatIssue(issue)),
    ask: async (question) => {
      asked.push(question.replaceAll("\u00a0", " "));
      const next = left.shift();
      const answer = typeof next === "function" ? next() : (next ?? null);
      note(`${question} ${answer === null ? "q" : answer ? "oui" : "non"}`);
      return answer;
    },
    run: async (name, ...args) => {
      const line = [name, ...args].join(" ");
      if (name !== "lecture" || refused?.test(line)) ran.push(line); // it comes before each check, and writes nothing here
      note(`> ${line}`);
      if (refused?.test(line)) return 2;
      if (name === "reception") receive(args[0] ?? "");
      return 0;
    },
    open: async () => false,
  });
  return { code, asked, said: said.join("\n"), ran };
}

test("a delivery that is due has its folder made, and is waited for until a file is in it", async () => {
  const { asked, said, ran } = await walk(
    "2026-04-09",
    true,
    true, // said to be there, and is not
    () => {
      put("2026-T1/IS101.csv", "a;1");
      return true;
    },
    true,
    true,
  );
  expect(said).toMatch(/1er trimestre 2026 n'est pas dans le dossier.*encore vide.*1 fichier/s);
  expect(asked.slice(0, 3)).toEqual([
    "Est-elle arrivée, et ses fichiers sont-ils déchiffrés ?",
    "Y sont-ils tous ?",
    "Y sont-ils tous ?",
  ]);
  expect(ran).toEqual(["reception 2026-T1 --message 2026-04-08", "check"]);
});

test("files of an earlier quarter, or of a sending with another name, are not those that are waited for", async () => {
  for (const delivery of ["2025-T4", "2026-T1-rectificatif"]) put(`${delivery}/IS101.csv`, delivery);
  expect(findSituation(data, out, "2026-04-09")).toMatchObject({ quarter: "2026-T1", awaited: null });
  rmSync(join(data, "2026-T1-rectificatif"), { recursive: true });
  receive("2025-T4");
  const { said, asked, ran } = await walk("2026-04-09", true, true, false);
  expect(said).toMatch(/1er trimestre 2026 n'est pas dans le dossier.*encore vide/s);
  expect(asked).toHaveLength(3);
  expect(ran).toEqual([]);
});

test("before its day a quarter is not awaited; with nothing to do, the walk says so and makes nothing", async () => {
  const early = await walk("2026-04-07", false);
  expect(early.said).toContain("4e trimestre 2025 n'est pas dans le dossier");
  expect(early.said).toContain("Rien à faire avant son arrivée");
  expect(early.said).not.toContain("ERREUR"); // that nothing is there is no fault
  expect(early.code).toBe(0);
  expect(existsSync(join(data, "2025-T4"))).toBe(false);
});

test("a quarter is awaited from the very day of the convention", async () => {
  const { said } = await walk("2026-04-08", false);
  expect(said).toContain("1er trimestre 2026 n'est pas dans le dossier");
});

test("a received file that changed stops the walk: no answer records it", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  put("2026-T1/IS101.csv", "a;2");
  const { code, said, ran, asked } = await walk("2026-04-09", true, true, true);
  expect(code).toBe(1);
  expect(said).toContain("modifié depuis l'inscription");
  expect([ran, asked]).toEqual([[], []]);
});

test("a file that came after the reception is recorded only as one of another message", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  put("2026-T1/IST.csv", "b;1");
  const stray = await walk("2026-04-09", true, false);
  expect(stray).toMatchObject({ code: 1, ran: [] });
  expect(stray.said).toContain("Retirez-les de la livraison");
  const sent = await walk("2026-04-09", true, true, true);
  expect(sent.ran).toEqual(["reception 2026-T1 --message 2026-04-08", "check"]);
});

test("a file outside any delivery, and a folder that names no quarter, are told before anything is recorded", async () => {
  put("2026-T1/IS101.csv", "a;1");
  put("avril/IST.csv", "b;1");
  const { code, said, ran } = await walk("2026-04-09", true, true, true);
  expect(code).toBe(1);
  expect(said).toMatch(/« avril » ne porte pas le nom d'un trimestre/);
  expect(ran).toEqual([]);
});

test("files under a name that is no quarter's are told where no other delivery is there", async () => {
  put("avril/IST.csv", "b;1");
  const { said, ran } = await walk("2026-04-09", false);
  expect(said).toMatch(/« avril » ne porte pas le nom d'un trimestre.*n'est pas dans le dossier/s);
  expect(ran).toEqual([]);
});

test("a message's day is proposed from the convention, the files and today, never from the future nor from within the quarter", async () => {
  put("2026-T1/IS101.csv", "a;1");
  put("2026-T1/IST.csv", "b;1");
  const at = (day: string): Date => new Date(`${day}T12:00:00`);
  utimesSync(join(data, "2026-T1/IS101.csv"), at("2026-04-10"), at("2026-04-10"));
  utimesSync(join(data, "2026-T1/IST.csv"), at("2026-03-31"), at("2026-03-31"));
  const days = (today: string) => likelyDays(data, "2026-T1", findSituation(data, out, today));
  expect(days("2026-04-13")).toEqual(["2026-04-08", "2026-04-10", "2026-04-13"]);
  expect(days("2026-04-07")).toEqual(["2026-04-07"]);
  const refused = await walk("2026-04-13", true, false, false, false);
  expect(refused.ran).toEqual([]);
  expect(refused.said).toContain("npm run reception -- 2026-T1 --message 2026-MM-JJ");
});

/** Hash that the register has of the bulletin's PDF. */
const PDF = "d".repeat(64);
const WHEN = { at: "2026-04-09T10:00:00.000Z", who: "agent" } as const;
const built = (outputs: readonly FileHash[], madeFrom?: string): void => {
  appendRegister(data, {
    ...WHEN,
    action: "build",
    quarter: "2026-T1",
    programVersion: "1",
    fingerprint: "f".repeat(64),
    inputs: [],
    outputs: [...outputs],
    accepted: [],
    madeFrom,
  });
};

test("a bulletin is current while its files are those that were built; the page of all bulletins may be written anew", () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  const holdings = loadHoldings(data, "2026-04-09");
  const remarks = assertEntitled(data, "2026-04-09").issues;
  const madeFrom = inputsHashAt(holdings, "2026-T1", { recorded: recorded(readRegister(data)), remarks });
  mkdirSync(join(out, "2026-T1"), { recursive: true });
  for (const path of ["2026-T1/bulletin.html", "index.html"]) writeFileSync(join(out, path), "as built");
  built(hashTree(out), madeFrom);
  const state = () => findSituation(data, out, "2026-04-09").bulletin;
  expect(state()).toBe("current");
  writeFileSync(join(out, "index.html"), "of two bulletins");
  expect(state()).toBe("current");
  writeFileSync(join(out, "2026-T1/bulletin.html"), "altered");
  expect(state()).toBe("outdated");
  rmSync(join(out, "2026-T1/bulletin.html"));
  expect(state()).toBe("outdated");
});

test("after the session each copy is asked for: those that are out, then those to destroy, and what is left is counted", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  built([{ path: "2026-T1/bulletin.pdf", sha256: PDF }]);
  appendRegister(data, {
    ...WHEN,
    action: "copies",
    quarter: "2026-T1",
    bulletin: PDF,
    copies: [1, 2, 3].map((number) => ({
      number,
      recipient: `Personne ${number}`,
      role: "Agent",
      sha256: "1".repeat(64),
      path: `2026-T1/copies/exemplaire-0${number}.pdf`,
    })),
  });
  appendRegister(data, { ...WHEN, action: "return", quarter: "2026-T1", number: 2 });
  appendRegister(data, { ...WHEN, action: "destruction", quarter: "2026-T1", number: 3 });
  const { asked, ran, said } = await walk("2026-04-09", true, true, false, true);
  expect(asked.slice(2)).toEqual([
    "L'exemplaire n° 1 (Personne 1) est-il revenu ?",
    "L'exemplaire n° 2 (Personne 2) est-il détruit ?",
  ]);
  expect(ran.slice(2)).toEqual(["copies 2026-T1 --destruction 2"]);
  expect(said).toContain("2 exemplaires à reprendre ou à détruire");
});

test("a quarter that has not arrived does not keep the one before it from being gone on with, and that one alone", async () => {
  for (const [quarter, text] of [
    ["2025-T3", "a;3"],
    ["2025-T4", "a;1"],
  ] as const) {
    put(`${quarter}/IS101.csv`, text);
    receive(quarter);
  }
  const { said, ran } = await walk("2026-04-09", false, true, true);
  expect(said).toMatch(
    /1er trimestre 2026 n'est pas dans le dossier.*1\/7.*4e trimestre 2025\n1 fichier :\n {2}2025-T4/s,
  );
  expect(ran).toEqual(["check", "build --trimestre 2025-T4"]);
});

test("the quarter of the last delivery is not awaited again, nor is the day of another delivery's files proposed for it", async () => {
  put("2026-T1/IS101.csv", "a;1");
  put("2026-T1-rectificatif/IS101.csv", "a;2");
  const at = (day: string): Date => new Date(`${day}T12:00:00`);
  utimesSync(join(data, "2026-T1/IS101.csv"), at("2026-04-10"), at("2026-04-10"));
  utimesSync(join(data, "2026-T1-rectificatif/IS101.csv"), at("2026-04-11"), at("2026-04-11"));
  const situation = findSituation(data, out, "2026-04-13");
  expect([situation.quarter, situation.awaited]).toEqual(["2026-T1", null]);
  expect(likelyDays(data, "2026-T1", situation)).toEqual(["2026-04-08", "2026-04-10", "2026-04-13"]);
  expect(likelyDays(data, "2026-T1-rectificatif", situation)).toEqual(["2026-04-08", "2026-04-11", "2026-04-13"]);
});

test("a received file that is gone stops the walk too", async () => {
  put("2026-T1/IS101.csv", "a;1");
  put("2026-T1/IST.csv", "b;1");
  receive("2026-T1");
  rmSync(join(data, "2026-T1/IST.csv"));
  expect(await walk("2026-04-09", true, true, true)).toMatchObject({ code: 1, ran: [], asked: [] });
});

test.each([
  ["the whole delivery is not there", 0, 0, "Déposez le reste dans"],
  ["a remark of the check is not understood", 2, 2, "Prenez le temps"],
  ["the bulletin is not wanted", 3, 2, "Le bulletin n'est pas fait."],
  ["the bulletin is not right", 5, 3, "Ne le diffusez pas"],
])("a « no » stops the walk, and does nothing more: %s", async (_, yes, done, words) => {
  put("2026-T1/IS101.csv", "a;1");
  const answers = Array.from({ length: yes }, () => true);
  const { code, said, ran } = await walk("2026-04-09", ...answers, false);
  expect([code, ran]).toEqual([
    0,
    ["reception 2026-T1 --message 2026-04-08", "check", "build --trimestre 2026-T1"].slice(0, done),
  ]);
  expect(said).toContain(words);
  expect(said.trimEnd()).toMatch(/Pour reprendre là où vous en êtes : npm run trimestre$/);
});

const PERSONS = `responsable: D
personnes:
  - { nom: A, fonction: Maire, du: 2026-01-01 }
  - { nom: B, fonction: Agent, du: 2026-01-01 }
  - { nom: C, fonction: Agent, du: 2026-01-01 }
`;
/** The walk goes to its last step: received, checked, built, read over. */
const toCopies = [true, true, true, true, true, true];

test.each([
  ["everyone", [true], "copies 2026-T1 --pour tous", 1],
  ["two of three", [false, true, false, true], "copies 2026-T1 --pour A; C", 4],
  ["nobody", [false, false, false, false], null, 4],
  ["left at the second", [false, true], null, 3],
])("copies are made for whom they were asked for: %s", async (_, answers, command, questions) => {
  put("2026-T1/IS101.csv", "a;1");
  list = parseEntitlements(PERSONS, "habilitations.yaml");
  const { code, ran, asked } = await walk("2026-04-09", ...toCopies, ...answers);
  expect(code).toBe(0);
  expect(ran.slice(3)).toEqual(command === null ? [] : [command]);
  expect(asked.slice(toCopies.length)).toHaveLength(questions);
});

const distributed = (states: readonly ("out" | "return" | "destruction")[], quarter = "2026-T1"): void => {
  appendRegister(data, {
    ...WHEN,
    action: "copies",
    quarter,
    bulletin: PDF,
    copies: states.map((_, i) => ({
      number: i + 1,
      recipient: `Personne ${i + 1}`,
      role: "Agent",
      sha256: "1".repeat(64),
      path: `${quarter}/copies/exemplaire-0${i + 1}.pdf`,
    })),
  });
  for (const [i, action] of states.entries())
    if (action !== "out") appendRegister(data, { ...WHEN, action, quarter, number: i + 1 });
};

test("copies of a bulletin made since, or of another quarter, do not count as copies of this one", () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  built([{ path: "2026-T1/bulletin.pdf", sha256: "e".repeat(64) }]);
  distributed(["out", "out"]);
  distributed(["out"], "2025-T4");
  const { copies, isDistributed } = findSituation(data, out, "2026-04-09");
  expect([copies.length, isDistributed]).toEqual([2, false]);
});

test("who leaves while copies come back has what was answered recorded, and is asked nothing more", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  built([{ path: "2026-T1/bulletin.pdf", sha256: PDF }]);
  distributed(["out", "out", "return"]);
  const { code, asked, ran, said } = await walk("2026-04-09", true, true, true);
  expect(asked.slice(2)).toEqual([
    "L'exemplaire n° 1 (Personne 1) est-il revenu ?",
    "L'exemplaire n° 2 (Personne 2) est-il revenu ?",
  ]);
  expect([code, ran.slice(2)]).toEqual([0, ["copies 2026-T1 --retour 1"]]);
  expect(said).toContain("Arrêté à votre demande");
});

test("once every copy is destroyed the quarter is done", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  built([{ path: "2026-T1/bulletin.pdf", sha256: PDF }]);
  distributed(["destruction"]);
  const { code, asked, said } = await walk("2026-04-09", true, true);
  expect([code, asked.length]).toEqual([0, 2]);
  expect(said).toContain("Le trimestre est fait.");
});

test.each([
  ["reception", /^reception/, toCopies, 1],
  ["lecture", /^lecture/, toCopies, 2],
  ["check", /^check/, toCopies, 2],
  ["build", /^build/, toCopies, 3],
  ["copies", /^copies/, [...toCopies, true], 4],
])(
  "a command that refuses ends the walk with its own code, and no other is run: %s",
  async (name, which, answers, runs) => {
    put("2026-T1/IS101.csv", "a;1");
    list = parseEntitlements(PERSONS, "habilitations.yaml");
    refused = which;
    const { code, ran, said } = await walk("2026-04-09", ...answers, true, true);
    expect([code, ran.length]).toEqual([2, runs]);
    expect(said).toContain(`« npm run ${name} » s'est arrêté`);
  },
);

test("a return that is refused ends the walk before any destruction is asked for", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  built([{ path: "2026-T1/bulletin.pdf", sha256: PDF }]);
  distributed(["out", "return"]);
  refused = /--retour/;
  const { code, ran, asked } = await walk("2026-04-09", true, true, true, true);
  expect([code, ran.slice(2), asked.slice(2)]).toEqual([
    2,
    ["copies 2026-T1 --retour 1"],
    ["L'exemplaire n° 1 (Personne 1) est-il revenu ?"],
  ]);
});

test("files that are not all there are not gone on with: the folder stays, and nothing is recorded", async () => {
  const { code, asked, ran, said } = await walk(
    "2026-04-09",
    () => {
      put("2026-T1/IS101.csv", "a;1");
      return true;
    },
    false,
    true,
    true,
  );
  expect([code, asked.length, ran]).toEqual([0, 2, []]);
  expect(said).toContain("Arrêté à votre demande");
});

test("of the days that are proposed the one that is said to be right is recorded, be it the last", async () => {
  put("2026-T1/IS101.csv", "a;1");
  utimesSync(join(data, "2026-T1/IS101.csv"), new Date("2026-04-10T12:00:00"), new Date("2026-04-10T12:00:00"));
  const { ran } = await walk("2026-04-13", true, false, false, true);
  expect(ran[0]).toBe("reception 2026-T1 --message 2026-04-13");
});

test("what came under a second name of the quarter is asked about, and recorded, as what came first", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  put("2026-T1-rectificatif/IS101.csv", "a;2");
  const { asked, ran } = await walk("2026-04-13", true, true);
  expect(asked.slice(0, 2)).toEqual([
    "Est-ce tout ce que le service a envoyé ?",
    "Le message de « 2026-T1-rectificatif » est-il daté du 8 avril 2026 ?",
  ]);
  expect(ran[0]).toBe("reception 2026-T1-rectificatif --message 2026-04-08");
});

test("a bulletin made anew is read over again, although copies of the one before were handed out", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  list = parseEntitlements(PERSONS, "habilitations.yaml");
  built([{ path: "2026-T1/bulletin.pdf", sha256: "e".repeat(64) }]);
  distributed(["out"]);
  const { asked } = await walk("2026-04-09", true, true, true, true, true);
  expect(asked.slice(2, 5)).toEqual([
    "Ouvrir la page des bulletins ?",
    "Le bulletin et sa feuille de contrôle sont-ils relus, et justes ?",
    "Un exemplaire numéroté pour chacune de ces personnes : A ; B ; C ?",
  ]);
});

test("all these dialogues, word for word, are in dialogues.txt", async () => {
  await expect(`${dialogues.join("\n")}\n`).toMatchFileSnapshot("dialogues.txt");
});
