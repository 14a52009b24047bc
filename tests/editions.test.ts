/** From reception to paper: which edition a bulletin is, what its fingerprint stands for, when it is to be made again. */

import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { currentAccount } from "../scripts/custody/people/account.ts";
import { appendRegister } from "../scripts/custody/register/register.ts";
import { alteredIn, replacedAltered } from "../scripts/custody/register/verify-files.ts";
import { readRegister } from "../scripts/custody/verify-register.ts";
import { sha256 } from "../scripts/disk/sha256.ts";
import { hashFile, hashTree, listTree } from "../scripts/disk/tree.ts";
import { read } from "../scripts/read/index.ts";
import { build as built } from "./custody/entries.ts";
import { keptAsSent } from "./kept-as-sent.ts";
import { type Ran, runCommand } from "./run-main.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let root: string;
const at = (path: string): string => join(root, path);
const SETTINGS = "commune: { nom: Rive-Blanche }\netats_attendus: [IS101]\n";
/** A state of two lines. */
const state = (quarter: string, [burglaries, thefts]: readonly [number, number]): string =>
  `ÉTAT IS 101\nLibellé;${quarter}\nCambriolages de logement;${burglaries}\nHomicides;${thefts}\n`;
const deliver = (delivery: string, text: string): void => {
  mkdirSync(at(`data/${delivery}`), { recursive: true });
  writeFileSync(at(`data/${delivery}/IS101.csv`), text);
};
const done = async (ran: Promise<Ran>): Promise<string> => {
  const { status, stdout, stderr } = await ran;
  expect(stderr + stdout, "what the command said").toSatisfy(() => status === 0);
  return stdout;
};
const receive = (delivery: string, day: string) =>
  done(runCommand("reception", delivery, "--message", day, "--data", at("data")));
const build = (...args: readonly string[]) =>
  done(runCommand("build", "--data", at("data"), "--out", at("dist"), ...args));
const confirm = async () =>
  done(runCommand("lecture", ...(await keptAsSent(at("data"))), "--data", at("data"), "--out", at("dist")));
interface Cover {
  readonly edition: number;
  readonly editionDate: string;
  readonly editionNote: string | null;
  readonly fingerprint: string;
}
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
const cover = (quarter = "2026-T1"): Cover =>
  (JSON.parse(plain(readFileSync(at(`dist/${quarter}/manifest.json`), "utf8"))) as { readonly index: Cover }).index;
const pdf = (): string => sha256(readFileSync(at("dist/2026-T1/bulletin.pdf")));
const bytes = () => hashTree(at("dist"));

beforeEach(async () => {
  root = temporaryFolder("editions");
  mkdirSync(at("data"));
  writeFileSync(at("data/convention.yaml"), SETTINGS);
  deliver("2026-T1", state("1er trimestre 2026", [12, 0]));
  await receive("2026-T1", "2026-04-07");
});

test("the register's line of a build says what it was made from, each file that it made, and each rule that was told, once", async () => {
  appendFileSync(at("data/2026-T1/IS101.csv"), "Rodéos divers;3\nTags en tout genre;4\n");
  await done(
    runCommand("reception", "2026-T1", "--message", "2026-04-07", "--motif", "complété", "--data", at("data")),
  );
  await build();
  const line = readRegister(at("data")).at(-1);
  if (line?.action !== "build") throw new Error("the last line is of the build");
  expect(line.accepted).toEqual(["force-unsaid", "reading-unconfirmed", "unknown-line"]);
  expect(line.inputs).toEqual([hashFile(at("data"), "convention.yaml"), ...hashTree(at("data"), "2026-T1")]);
  expect([...line.outputs].toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
    bytes().filter(({ path }) => path !== ".verrou"),
  );
  expect(line).toMatchObject({ quarter: "2026-T1", edition: { number: 1, replaces: null } });
  const told = async () => {
    const { stdout } = await runCommand("check", "--data", at("data"));
    return [/^À VÉRIFIER +La ligne/m.test(stdout), stdout.includes("Confirmez-la")];
  };
  expect(await told()).toEqual([true, true]);
  await confirm(); // what was confirmed is no warning, and not asked for again
  expect(await told()).toEqual([false, false]);
});

test("what somebody changed, added or took away in a bulletin is told by the build that replaces it, and kept on its line", async () => {
  await build();
  expect(plain(await build())).not.toContain("n'était pas ce que");
  appendFileSync(at("dist/2026-T1/bulletin.html"), "<!-- x -->");
  writeFileSync(at("dist/2026-T1/note.txt"), "x");
  mkdirSync(at("dist/2026-T1/copies"));
  writeFileSync(at("dist/2026-T1/copies/note.txt"), "x"); // the copies stay where they are: nothing of them is replaced
  rmSync(at("dist/2026-T1/controle.html"));
  const altered = ["2026-T1/bulletin.html", "2026-T1/controle.html", "2026-T1/note.txt"];
  const found = alteredIn(readRegister(at("data")), at("dist"), "2026-T1");
  expect(replacedAltered("2026-T1", found).map(({ rule }) => rule)).toEqual(["bulletin-was-altered"]);
  expect(plain(await build())).toContain(
    `n'était pas ce que le registre connaît : ${altered.map((path) => `« ${path} »`).join(", ")}`,
  );
  expect(readRegister(at("data")).at(-1)).toMatchObject({ action: "build", replacedAltered: altered });
});

test("a bulletin of before, put back by somebody, is kept on the line of the build that replaces it", async () => {
  await build();
  cpSync(at("dist/2026-T1"), at("avant"), { recursive: true });
  await confirm();
  await build();
  rmSync(at("dist/2026-T1"), { recursive: true });
  cpSync(at("avant"), at("dist/2026-T1"), { recursive: true });
  await build();
  expect(readRegister(at("data")).at(-1)).toMatchObject({
    action: "build",
    replacedAltered: expect.arrayContaining(["2026-T1/bulletin.html"]),
  });
});

test("an edition is new when other files came, or when copies of another content left; not before", async () => {
  await build();
  expect(cover()).toMatchObject({ edition: 1, editionDate: "7 avril 2026", editionNote: null });
  const first = bytes();
  await build();
  expect(bytes()).toEqual(first);

  appendFileSync(at("data/convention.yaml"), "service: Commissariat\n"); // put right before anyone had it
  await build();
  expect(cover()).toMatchObject({ edition: 1, editionNote: null });

  deliver("2026-T1-rectificatif", state("1er trimestre 2026", [14, 0]));
  await receive("2026-T1-rectificatif", "2026-05-04");
  await build();
  const second = { edition: 2, editionDate: "4 mai 2026", editionNote: "édition 2, remplace celle du 7 avril 2026" };
  expect(cover()).toMatchObject(second);
  const rectified = bytes();
  await build();
  expect(bytes()).toEqual(rectified);

  const person = `{ nom: Madame X, fonction: Maire, du: 2020-01-01, compte: ${currentAccount()} }`;
  writeFileSync(at("data/habilitations.yaml"), `responsable: la DGS\npersonnes: [${person}]\n`);
  await confirm();
  await build(); // the list was missing, and the bulletin said so: another content, and no copy has left
  expect(cover()).toMatchObject(second);
  await done(runCommand("copies", "2026-T1", "--pour", "tous", "--data", at("data"), "--out", at("dist")));
  await build();
  expect(cover()).toMatchObject(second);
  writeFileSync(at("data/2026-T1/lettre.csv"), "Veuillez trouver ci-joint\n"); // found in the same message, and no figure in it
  await receive("2026-T1", "2026-04-07");
  await build();
  expect(cover()).toMatchObject(second);
  appendFileSync(at("data/convention.yaml"), 'marquage: "Diffusion restreinte"\n');
  await build();
  expect(cover()).toMatchObject({ edition: 3, editionNote: "édition 3, remplace celle du 4 mai 2026" });
  expect((await runCommand("registre", "--data", at("data"), "--out", at("dist"))).stdout).toContain(
    "Bulletin 2026-T1, édition 3",
  );
});

test("the fingerprint is that of what is printed: it changes with the PDF, and with nothing else", async () => {
  const made = new Map<string, string>(); // fingerprint -> PDF
  const make = async (settings: string): Promise<string> => {
    writeFileSync(at("data/convention.yaml"), `${SETTINGS}${settings}`);
    await build();
    const { fingerprint } = cover();
    expect(made.get(fingerprint) ?? pdf()).toBe(pdf());
    made.set(fingerprint, pdf());
    return fingerprint;
  };
  const own = await make("");
  const without = ["# une remarque\n", "livraison: { jour: 20 }\n", "mots: [{ texte: Xyz, lecture: ignorer }]\n"];
  for (const one of without) expect(await make(one)).toBe(own);
  const settings = ["conservation: { annees: 5 }\n", "livraison: { jour: 3 }\n", "marquage: Autre\n"];
  const others = new Set([own]);
  for (const one of settings) others.add(await make(one));
  expect(others.size).toBe(settings.length + 1);
});

test("a bulletin is to be made again when it would say another thing now, and only then; the list says so too", async () => {
  appendFileSync(at("data/2026-T1/IS101.csv"), "Rodéos divers;3\n");
  await done(runCommand("reception", "2026-T1", "--motif", "complété", "--data", at("data")));
  await build();
  deliver("2026-T2", `${state("2e trimestre 2026", [9, 1])}Rodéos divers;2\n`);
  await receive("2026-T2", "2026-07-08");
  const check = (...args: readonly string[]) => done(runCommand("check", "--data", at("data"), ...args));
  expect(await check()).not.toContain("dans la nomenclature"); // the bulletin of the first quarter has told it
  expect(await check()).toContain("Et 2 remarques des trimestres précédents");
  expect(await check("--tout")).toContain("dans la nomenclature");
  const index = (): string => readFileSync(at("dist/index.html"), "utf8");
  const again = "Le bulletin 2026-T1 de ce dossier ne dit plus ce que disent ses données et ses réglages";
  expect(await build()).not.toContain(again);
  appendFileSync(at("data/convention.yaml"), "livraison: { jour: 20 }\n"); // no bulletin tells it
  expect(await build()).not.toContain(again);
  expect(index()).not.toContain("à refaire");
  appendFileSync(at("data/convention.yaml"), 'marquage: "Autre"\n');
  expect(await build()).toContain(`${again} : npm run build -- --trimestre 2026-T1`);
  expect(index().match(/à refaire/g)).toHaveLength(1);
  expect(await build("--trimestre", "2026-T1")).not.toContain("ne dit plus");
  expect(index()).not.toContain("à refaire");
  rmSync(at("dist/2026-T2"), { recursive: true });
  cpSync(at("data/2026-T2"), at("autre/2026-T2"), { recursive: true }); // without what the other bulletin was made from
  writeFileSync(at("autre/convention.yaml"), SETTINGS);
  appendRegister(at("autre"), built({ at: new Date().toISOString() }));
  const other = await done(runCommand("build", "--data", at("autre"), "--out", at("dist")));
  expect(other).not.toContain("ne dit plus");
});

test("a review of the year, asked for once, is made again with its quarter", async () => {
  deliver("2025-T4", state("4e trimestre 2025", [3, 0]));
  await receive("2025-T4", "2026-01-07");
  for (const args of [["--annee", "2025"], ["--tous"]]) {
    await build(...args);
    expect(listTree(at("dist")).filter((path) => path.endsWith("annee.pdf"))).toEqual(["2025-T4/annee.pdf"]);
  }
});

test("check tells what build refuses, in the same words and the same numbers", async () => {
  const told = (text: string): readonly string[] =>
    plain(text)
      .match(/^(?:ERREUR|À VÉRIFIER) .*$/gm)
      ?.toSorted() ?? [];
  const counted = (text: string): string | undefined =>
    plain(text)
      .match(/\d+ erreurs?(?:, \d+ \p{L}+)*/gu)
      ?.at(-1);
  cpSync(at("data/2026-T1/IS101.csv"), at("data/2026-T1/copie.csv")); // of no reception
  const check = await runCommand("check", "--data", at("data"));
  const refused = await runCommand("build", "--data", at("data"), "--out", at("dist"));
  expect([check.status, refused.status]).toEqual([1, 1]);
  expect(told(check.stdout)).toEqual(told(refused.stderr));
  expect(told(check.stdout).join()).toContain("n'est pas de ceux dont la réception est inscrite");
  expect(counted(check.stdout)).toBe(counted(refused.stderr));
  expect(counted(check.stdout)).toMatch(/^1 erreur, /);
});

test("without its register, a folder that holds bulletins makes none: it would be a first edition again", async () => {
  await receive("2026-T1", "2026-04-08");
  await build();
  const before = bytes();
  rmSync(at("data/registre.jsonl"));
  const refused = await runCommand("build", "--data", at("data"), "--out", at("dist"));
  expect([refused.status, bytes()]).toEqual([1, before]);
  expect(refused.stderr).toContain("Le registre a disparu");
  // nothing to take it from: what the message dictates works
  renameSync(at("dist/2026-T1"), at("before"));
  await build();
});

test("an empty folder of a later quarter is named, and the bulletin of the last quarter received is made all the same", async () => {
  mkdirSync(at("data/2026-T2"));
  const empty = "Le dossier « 2026-T2 » ne contient aucun fichier à lire.";
  expect(plain(await build())).toMatch(/Le dossier « 2026-T2 » ne contient aucun fichier[\s\S]*2026-T1\/bulletin\.pdf/);
  const brief = plain(await build("--bref")); // after a check that has told it
  expect([brief.includes("aucun fichier à lire"), /Remarques : [1-9]/.test(brief)]).toEqual([false, true]);
  expect(readFileSync(at("dist/2026-T1/bulletin.html"), "utf8")).not.toContain("aucun fichier à lire");
  expect(plain((await runCommand("check", "--data", at("data"))).stdout)).toContain(empty);
  const asked = await runCommand("build", "--trimestre", "2026-T2", "--data", at("data"), "--out", at("dist"));
  expect([asked.status, plain(asked.stderr)]).toEqual([1, expect.stringContaining(empty)]);
});

test("the program's own documents, dropped into a delivery, are known for what they are, and nothing is read of them", async () => {
  const person = `{ nom: Madame X, fonction: Maire, du: 2020-01-01, compte: ${currentAccount()} }`;
  writeFileSync(at("data/habilitations.yaml"), `responsable: la DGS\npersonnes: [${person}]\n`);
  await confirm();
  await build();
  await done(runCommand("copies", "2026-T1", "--pour", "tous", "--data", at("data"), "--out", at("dist")));
  const paths = listTree(at("dist")).filter(
    (path) => /^(?:2026-T1\/|index\.html$)/.test(path) && !path.includes("emargement"),
  );
  expect(paths.length).toBeGreaterThan(8);
  const files = paths.map((path) => {
    const bytes = readFileSync(at(`dist/${path}`));
    return { path, name: basename(path), delivery: "2026-T2", bytes, sha256: sha256(bytes) };
  });
  const found = await Promise.all(files.map((file) => read(file)));
  expect(found.flatMap(({ value }) => value.grids)).toEqual([]);
  expect(found.flatMap(({ issues }) => issues).map(({ rule, place }) => [rule, place?.file])).toEqual(
    paths.map((path) => ["own-document", path]),
  );
});

test("days and quarters are taken as people write them, and recorded in one form", async () => {
  await receive("T1 2026", "8 avril 2026");
  const received = () => readRegister(at("data")).findLast((line) => line.action === "reception");
  expect(received()).toMatchObject({ delivery: "2026-T1", messageDate: "2026-04-08" });
  await receive("2026-t1", "09/04/2026");
  expect(received()).toMatchObject({ delivery: "2026-T1", messageDate: "2026-04-09" });
  expect(await build("--trimestre", "1er trimestre 2026")).toContain("2026-T1");
  const folders = ["--data", at("data"), "--out", at("dist")];
  expect((await runCommand("copies", "T1", "2026", ...folders)).stdout).toContain("Aucun exemplaire");
});
