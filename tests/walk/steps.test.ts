import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { beforeEach, expect, test } from "vitest";
import { appendRegister, assertEntitled, readRegister, recorded } from "../../scripts/custody/index.ts";
import { type Entitlements, parseEntitlements } from "../../scripts/custody/people/entitlement.ts";
import { type FileHash, hashTree } from "../../scripts/disk/tree.ts";
import { inputsHashAt, loadHoldings } from "../../scripts/holdings/holdings.ts";
import { type Issue, UserError } from "../../scripts/model/issue.ts";
import { STOPPED } from "../../scripts/shell/ask.ts";
import { formatIssue } from "../../scripts/shell/terminal.ts";
import { findSituation } from "../../scripts/walk/situation.ts";
import { takeSteps } from "../../scripts/walk/steps.ts";
import { build } from "../custody/entries.ts";
import { recordReception } from "../custody/recorded.ts";
import { madeIssue } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let data: string;
let out: string;
let list: Entitlements | null;
/** The command that refuses: "copies 2026-T1 --retour 1", and how it ends. */
let refused: readonly [line: RegExp, code: 1 | 2 | null] | null;
/** What a check tells. */
let remarks: readonly Issue[];
beforeEach(() => {
  list = null;
  refused = null;
  remarks = [];
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
type Answer = boolean | string | (() => boolean);

/** Answers in turn, then leaves; what was asked, said and run. A "reception" and a "sauvegarde" are recorded, any other command does nothing. */
async function walk(today: string, ...answers: readonly Answer[]) {
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
  const answered = (question: string): boolean | string => {
    asked.push(question.replaceAll("\u00a0", " "));
    const next = left.shift();
    const answer = typeof next === "function" ? next() : next;
    note(`${question} ${answer === undefined ? "q" : typeof answer === "string" ? answer : answer ? "oui" : "non"}`);
    if (answer === undefined) throw STOPPED;
    return answer;
  };
  const code = await takeSteps({
    dataDir: data,
    outDir: out,
    today,
    list,
    from: readRegister(data).length,
    look: () => findSituation(data, out, today),
    say,
    show: (issue) => say(formatIssue(issue)),
    yes: async (question) => {
      const answer = answered(question);
      if (typeof answer === "string") throw new Error(`« ${answer} » is no answer to « ${question} »`);
      return answer;
    },
    line: async (question, read) => {
      const answer = answered(question);
      if (typeof answer === "boolean") throw new Error(`yes or no is no answer to « ${question} »`);
      return read(answer);
    },
    check: async () => {
      ran.push("check");
      for (const issue of remarks) say(formatIssue(issue));
      return remarks;
    },
    run: async (name, ...args) => {
      const line = [name, ...args].join(" ");
      if (name !== "lecture" || refused?.[0].test(line)) ran.push(line); // it comes before each check, and writes nothing here
      note(`> ${line}`);
      if (refused?.[0].test(line)) return refused[1];
      if (name === "reception") for (const delivery of loadHoldings(data, today).deliveries.names) receive(delivery);
      if (args.includes("--remplacer")) distributed(["out"], args[0], 9);
      if (name === "sauvegarde")
        appendRegister(data, { ...WHEN, action: "backup", archive: "/media/cle/a.age", sha256: PDF, files: 1 });
      return 0;
    },
    open: async () => false,
  });
  return { code, asked, said: said.join("\n"), ran };
}

/** Hash that the register has of the bulletin's PDF. */
const PDF = "d".repeat(64);
const WHEN = { at: "2026-04-09T10:00:00.000Z", who: "agent" } as const;
interface Built {
  readonly quarter?: string;
  readonly outputs?: readonly FileHash[];
  readonly madeFrom?: string;
  readonly edition?: number;
}
/** A bulletin of the files as they are. */
const built = ({ quarter = "2026-T1", outputs = [], madeFrom, edition = 1 }: Built = {}): void => {
  const inputs = hashTree(data).filter(({ path }) => path.slice(0, 7) <= quarter);
  const mark = { number: edition, day: "2026-04-09", replaces: null };
  appendRegister(data, build({ quarter, inputs, outputs: [...outputs], edition: mark, madeFrom }));
};
/** Made of all that is there, as the register has it. */
const madeFrom = (quarter = "2026-T1"): string =>
  inputsHashAt(loadHoldings(data, "2026-04-09"), quarter, {
    recorded: recorded(readRegister(data)),
    remarks: assertEntitled(data, "2026-04-09").issues,
  });
const distributed = (states: readonly ("out" | "return" | "destruction")[], quarter = "2026-T1", first = 1): void => {
  appendRegister(data, {
    ...WHEN,
    action: "copies",
    quarter,
    bulletin: PDF,
    copies: states.map((_, i) => ({
      number: i + first,
      recipient: `Personne ${i + 1}`,
      role: "Agent",
      sha256: "1".repeat(64),
      path: `${quarter}/copies/exemplaire-0${i + 1}.pdf`,
    })),
  });
  for (const [i, action] of states.entries())
    if (action !== "out") appendRegister(data, { ...WHEN, action, quarter, number: i + 1 });
};
/** A quarter received and made, of which these copies were handed out. */
const quarterDone = (...states: readonly ("out" | "return" | "destruction")[]): void => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  built({ madeFrom: madeFrom() });
  if (states.length > 0) distributed(states);
};

test("a delivery that is due has its folder made, and is waited for until a file is in it", async () => {
  const { asked, said, ran } = await walk(
    "2026-04-09",
    true,
    true, // said to be there, and is not
    () => {
      put("2026-T1/IS101.csv", "a;1");
      return true;
    },
  );
  expect(said).toMatch(/1er trimestre 2026 n'est pas dans le dossier.*encore vide/s);
  expect(asked.slice(0, 3)).toEqual([
    "Est-elle arrivée, et ses fichiers sont-ils déchiffrés ?",
    "Y sont-ils tous ?",
    "Y sont-ils tous ?",
  ]);
  expect(ran).toEqual(["reception", "check"]);
});

test("files of an earlier quarter, or of a sending with another name, are not those that are waited for", async () => {
  for (const delivery of ["2025-T4", "2026-T1-rectificatif"]) put(`${delivery}/IS101.csv`, delivery);
  expect(findSituation(data, out, "2026-04-09")).toMatchObject({ open: [{ quarter: "2026-T1" }], awaited: null });
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

test.each([
  ["changed", () => put("2026-T1/IS101.csv", "a;2"), "modifié depuis l'inscription"],
  ["is gone", () => rmSync(join(data, "2026-T1/IS101.csv")), "absent depuis l'inscription"],
])("a received file that %s stops the walk: no answer records it", async (_, change, words) => {
  put("2026-T1/IS101.csv", "a;1");
  put("2026-T1/IST.csv", "b;1");
  receive("2026-T1");
  change();
  const { code, said, ran, asked } = await walk("2026-04-09");
  expect(code).toBe(1);
  expect(said).toContain(words);
  expect([ran, asked]).toEqual([[], []]);
});

test.each([
  ["came after the reception", () => put("2026-T1/IST.csv", "b;1")],
  ["came under a second name of the quarter", () => put("2026-T1-rectificatif/IS101.csv", "a;2")],
  [
    "has another name since",
    () => {
      rmSync(join(data, "2026-T1/IS101.csv"));
      put("2026-T1/sous-dossier/IS 101.csv", "a;1");
    },
  ],
])("a file that %s is left to the reception, which asks", async (_, come) => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  come();
  const { ran, said } = await walk("2026-04-09");
  expect(ran[0]).toBe("reception");
  expect(said).not.toContain("ERREUR");
});

test("a reception that was left is no reception: the walk goes no further", async () => {
  put("2026-T1/IS101.csv", "a;1");
  refused = [/^reception/, null];
  const { code, ran, said } = await walk("2026-04-09", true);
  expect([code, ran]).toEqual([0, ["reception"]]);
  expect(said).toContain("Arrêté à votre demande : rien n'est inscrit.");
});

test("a file outside any delivery, and a folder that names no quarter, are told before anything is recorded", async () => {
  put("2026-T1/IS101.csv", "a;1");
  put("avril/IST.csv", "b;1");
  const { code, said, ran } = await walk("2026-04-09");
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

test("a folder that names its quarter otherwise gets its right name on yes, and is then no longer awaited", async () => {
  put("T1 2026/IST.csv", "b;1");
  const refusedName = await walk("2026-04-09", false, false);
  expect(refusedName.asked).toEqual([
    "Le dossier « T1 2026 » ne porte pas le nom d'une livraison. Le renommer « 2026-T1 » ?",
    "Est-elle arrivée, et ses fichiers sont-ils déchiffrés ?",
  ]);
  expect(existsSync(join(data, "T1 2026/IST.csv"))).toBe(true);
  const { ran, asked } = await walk("2026-04-09", true);
  expect([asked.length, ran[0]]).toEqual([2, "reception"]);
  expect(existsSync(join(data, "2026-T1/IST.csv"))).toBe(true);
});

test("a folder is not given a name that another has", async () => {
  put("T1 2026/IST.csv", "b;1");
  put("2026-T1/IS101.csv", "a;1");
  const { said, asked, code } = await walk("2026-04-09");
  expect(said).toContain("« 2026-T1 » est déjà là");
  expect([asked, code]).toEqual([[], 1]);
});

test("a bulletin is current while its files are those that were built; the page of all bulletins may be written anew", () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  mkdirSync(join(out, "2026-T1"), { recursive: true });
  for (const path of ["2026-T1/bulletin.html", "index.html"]) writeFileSync(join(out, path), "as built");
  built({ outputs: hashTree(out), madeFrom: madeFrom() });
  const state = () => findSituation(data, out, "2026-04-09").open[0]?.bulletin;
  expect(state()).toBe("current");
  writeFileSync(join(out, "index.html"), "of two bulletins");
  expect(state()).toBe("current");
  writeFileSync(join(out, "2026-T1/bulletin.html"), "altered");
  expect(state()).toBe("outdated");
  rmSync(join(out, "2026-T1/bulletin.html"));
  expect(state()).toBe("outdated");
});

test("no question is asked about remarks where there are none, and one where there are", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  const about = "Chaque remarque « À VÉRIFIER » ci-dessus est-elle comprise ?";
  expect((await walk("2026-04-09")).asked).toEqual(["Faire le bulletin du 1er trimestre 2026 ?"]);
  remarks = [madeIssue({ rule: "row-not-understood", severity: "info", message: "rien à vérifier" })];
  expect((await walk("2026-04-09")).asked).not.toContain(about);
  remarks = [madeIssue({ rule: "row-not-understood", severity: "warning", message: "à vérifier" })];
  expect((await walk("2026-04-09", false)).said).toContain("Prenez le temps");
  expect((await walk("2026-04-09", true)).asked).toEqual([about, "Faire le bulletin du 1er trimestre 2026 ?"]);
  remarks = [madeIssue({ rule: "row-not-understood", severity: "error", message: "à régler" })];
  expect(await walk("2026-04-09")).toMatchObject({ code: 1, asked: [] });
  remarks = [madeIssue({ rule: "total-does-not-add-up", severity: "error", message: "937 au lieu de 941" })];
  const { asked, said, code } = await walk("2026-04-09", true);
  expect([asked, code]).toEqual([["Voir le message à envoyer au service, sans aucun chiffre ?"], 1]);
  expect(said).toMatch(/Objet : transmission trimestrielle/);
  expect(said.split("Objet :")[1]).not.toContain("937");
});

test("the copies of a session come back in one question, and are destroyed in another", async () => {
  quarterDone("out", "out", "return", "destruction");
  refused = [/^registre/, 1];
  const { asked, ran } = await walk("2026-04-09", "1-2", "tous", "non");
  expect(asked[0]).toMatch(/^Lesquels sont revenus \? n° 1 \(Personne 1\), n° 2 \(Personne 2\) \(leurs numéros/);
  expect(asked[1]).toMatch(/^De ceux qui sont revenus, lesquels sont détruits \? n° 3 \(Personne 3\) \(/);
  expect(ran).toEqual(["copies 2026-T1 --retour 1,2", "copies 2026-T1 --destruction 3", "registre --bref"]);
});

test("none came back: nothing is run, and the walk goes on to its last steps", async () => {
  quarterDone("out", "out");
  const { asked, ran, code, said } = await walk("2026-04-09", "aucun", "E:\\");
  expect(asked).toHaveLength(2);
  expect([ran, code]).toEqual([["sauvegarde E:\\", "registre --bref"], 0]);
  expect(said).toContain("Tout est fait pour le moment : 2 exemplaires à reprendre ou à détruire.");
});

test("a number that no copy has, and a word that is none, are asked again", async () => {
  quarterDone("out", "out");
  for (const typed of ["3", "un", "1-9", ""]) await expect(walk("2026-04-09", typed), typed).rejects.toThrow(UserError);
});

test("copies of a quarter before the last one are asked about too", async () => {
  put("2025-T4/IS101.csv", "a;0");
  receive("2025-T4");
  built({ quarter: "2025-T4" });
  distributed(["out"], "2025-T4");
  quarterDone("destruction");
  const { asked, ran } = await walk("2026-04-09", "1", "non");
  expect(asked[0]).toContain("Lesquels sont revenus ? n° 1 (Personne 1)");
  expect(ran[0]).toBe("copies 2025-T4 --retour 1");
});

test("a correction of a quarter before the last one has both bulletins made again, in one question, and its copies exchanged", async () => {
  list = parseEntitlements(PERSONS.replace("nom: A", "nom: Personne 1"), "habilitations.yaml");
  put("2025-T4/IS101.csv", "a;0");
  receive("2025-T4");
  built({ quarter: "2025-T4" });
  distributed(["out"], "2025-T4");
  quarterDone("destruction");
  put("2025-T4-rectificatif/IS101.csv", "a;9");
  receive("2025-T4-rectificatif");
  const left = await walk("2026-04-09", true);
  expect(left.asked[0]).toBe(
    "Faire ces bulletins : 4e trimestre 2025 (il n'est plus à jour) ; 1er trimestre 2026 (il n'est plus à jour) ?",
  );
  expect(left.ran).toEqual(["check", "build --trimestre 2025-T4 --bref", "build --trimestre 2026-T1 --bref"]);
  built({ quarter: "2025-T4", edition: 2 });
  built({ madeFrom: madeFrom() });
  const { asked, ran } = await walk("2026-04-09", true, true, "aucun");
  expect(asked.slice(0, 2)).toEqual([
    "4e trimestre 2025 : le bulletin et sa feuille de contrôle sont-ils relus, et justes ?",
    "Une édition nouvelle a remplacé celle de n° 1 (Personne 1). Faire les nouveaux exemplaires ?",
  ]);
  expect(asked[2]).toMatch(/^Lesquels sont revenus \? n° 1 \(Personne 1\) \(/); // and not the one just handed out
  expect(ran[0]).toBe("copies 2025-T4 --remplacer");
});

test("old deliveries without a bulletin, and settings that changed since an old bulletin, are nothing left to do", () => {
  put("2025-T3/IS101.csv", "a;3");
  put("2025-T4/IS101.csv", "a;4");
  built({ quarter: "2025-T4", madeFrom: "0".repeat(64) });
  quarterDone();
  expect(findSituation(data, out, "2026-04-09").open.map(({ quarter }) => quarter)).toEqual(["2026-T1"]);
});

test("a quarter that has not arrived does not keep the one before it from being gone on with", async () => {
  put("2025-T4/IS101.csv", "a;1");
  receive("2025-T4");
  const { said, ran } = await walk("2026-04-09", false, true);
  expect(said).toMatch(/1er trimestre 2026 n'est pas dans le dossier.*1\/8 {2}La réception – 4e trimestre 2025/s);
  expect(ran).toEqual(["check", "build --trimestre 2025-T4 --bref"]);
});

const PERSONS = `responsable: D
personnes:
  - { nom: A, fonction: Maire, du: 2026-01-01 }
  - { nom: B, fonction: Agent, du: 2026-01-01 }
  - { nom: C, fonction: Agent, du: 2026-01-01 }
`;

test.each([
  ["the bulletin is not wanted", [false], ["check"], "Le bulletin n'est pas fait."],
  ["the bulletin is not right", [true, false], ["check", "build --trimestre 2026-T1 --bref"], "Ne le diffusez pas"],
])("a « no » stops the walk, and does nothing more: %s", async (_, answers, runs, words) => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  const { code, said, ran } = await walk("2026-04-09", ...answers);
  expect([code, ran]).toEqual([0, runs]);
  expect(said).toContain(words);
  expect(said.trimEnd()).toMatch(/Pour reprendre là où vous en êtes : npm run trimestre$/);
});

test.each([
  ["everyone", "tous", "copies 2026-T1 --pour tous"],
  ["two of three", "1,3", "copies 2026-T1 --pour A; C"],
  ["all, by their numbers", "1-3", "copies 2026-T1 --pour tous"],
  ["nobody", "aucun", "sauvegarde /media/cle"],
])("copies are made for whom they were asked for, in one question: %s", async (_, answer, command) => {
  quarterDone();
  list = parseEntitlements(PERSONS, "habilitations.yaml");
  const { code, ran, asked, said } = await walk("2026-04-09", true, answer, "/media/cle");
  expect([code, ran[0]]).toEqual([0, command]);
  expect(said).toContain("  1) A\n  2) B\n  3) C");
  expect(asked[1]).toContain("Bulletin du 1er trimestre 2026 : un exemplaire numéroté pour qui ?");
  expect(asked).toHaveLength(3);
});

test("what was saved is not saved again; the place of the last time is proposed", async () => {
  quarterDone("destruction");
  expect((await walk("2026-04-09", "/media/cle")).ran).toEqual(["sauvegarde /media/cle", "registre --bref"]);
  const again = await walk("2026-04-09");
  expect([again.ran, again.asked]).toEqual([["registre --bref"], []]);
  expect(again.said).toContain("rien n'a été inscrit depuis");
  appendRegister(data, { ...WHEN, action: "return", quarter: "2026-T1", number: 9 });
  const { asked, ran } = await walk("2026-04-09", "oui");
  expect(asked).toEqual([
    "Sauvegarder comme la dernière fois, dans « /media/cle » ? (oui ; non : plus tard ; ou un autre chemin)",
  ]);
  expect(ran[0]).toBe("sauvegarde /media/cle");
});

test("who leaves is told what is done, and that nothing else is", async () => {
  put("2026-T1/IS101.csv", "a;1");
  const { said } = await walk("2026-04-09");
  expect(said).toContain("Ce qui est fait reste fait, et est inscrit au registre : réception.");
  expect((await walk("2026-04-09")).said).toContain("Arrêté à votre demande : rien n'est inscrit.");
});

test.each([
  ["reception", /^reception/, [], 1],
  ["lecture", /^lecture/, [], 2],
  ["build", /^build/, [true], 3],
  ["copies", /^copies/, [true, true, "tous"], 4],
] as const)(
  "a command that refuses ends the walk with its own code, and no other is run: %s",
  async (name, which, answers, runs) => {
    put("2026-T1/IS101.csv", "a;1");
    list = parseEntitlements(PERSONS, "habilitations.yaml");
    refused = [which, 2];
    const { code, ran, said } = await walk("2026-04-09", ...answers, true, true);
    expect([code, ran.length]).toEqual([2, runs]);
    expect(said).toContain(`« npm run ${name} » s'est arrêté`);
  },
);

test("a return that is refused ends the walk before any destruction is asked for", async () => {
  quarterDone("out", "return");
  refused = [/--retour/, 2];
  const { code, ran, asked } = await walk("2026-04-09", "1", "tous");
  expect([code, ran, asked.length]).toEqual([2, ["copies 2026-T1 --retour 1"], 1]);
});

test("files that are not all there are not gone on with: the folder stays, and nothing is recorded", async () => {
  const { code, asked, ran, said } = await walk(
    "2026-04-09",
    () => {
      put("2026-T1/IS101.csv", "a;1");
      return true;
    },
    false,
  );
  expect([code, asked.length, ran]).toEqual([0, 2, []]);
  expect(said).toContain("Arrêté à votre demande");
});

test("an edition made anew is read over and handed out again, although copies of the one before were", async () => {
  quarterDone("out");
  built({ madeFrom: madeFrom(), edition: 2 });
  list = parseEntitlements(PERSONS, "habilitations.yaml");
  const { asked } = await walk("2026-04-09", true);
  expect(asked[0]).toContain("1er trimestre 2026 : le bulletin et sa feuille de contrôle sont-ils relus");
  expect(asked[1]).toContain("un exemplaire numéroté pour qui ?");
});

test("all these dialogues, word for word, are in dialogues.txt", async () => {
  await expect(`${dialogues.join("\n")}\n`).toMatchFileSnapshot("dialogues.txt");
});
