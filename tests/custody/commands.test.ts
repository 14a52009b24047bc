import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { textOf } from "../pdf-pages.ts";
import { type Answer, runCommand, runCommandWith } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { build } from "./entries.ts";
import { recordBuild } from "./recorded.ts";
import { samplePdf } from "./sample-pdf.ts";

let root: string;
const at = (path: string): string => join(root, path);
beforeEach(() => {
  root = temporaryFolder("commandes");
  mkdirSync(at("data/2026-T1"), { recursive: true });
  mkdirSync(at("dist/2026-T1"), { recursive: true });
  writeFileSync(at("data/2026-T1/IS 101.csv"), "a;1");
  writeFileSync(at("data/convention.yaml"), "commune: { nom: Ville-Fictive }\n");
});
const list = (account: string): void =>
  writeFileSync(
    at("data/habilitations.yaml"),
    `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: "${account}", du: 2026-01-01 }\n`,
  );

/** On the folders of the test. */
const command = (name: string, ...args: readonly string[]) =>
  runCommand(
    name,
    ...args,
    "--data",
    at("data"),
    ...(["reception", "check"].includes(name) ? [] : ["--out", at("dist")]),
  );

test("from the reception to the returned copy, the register holds it all and finds an altered file", async () => {
  list(userInfo().username);
  writeFileSync(at("dist/2026-T1/bulletin.pdf"), await samplePdf(1));
  expect(await command("poste")).toMatchObject({ status: 0, stderr: "" });
  expect(statSync(at("data")).mode & 0o777).toBe(
    process.platform === "win32" ? statSync(at("data")).mode & 0o777 : 0o700,
  );
  expect((await command("reception", "2026-T1", "--message", "2026-04-08")).stdout).toContain(
    "Réception de « 2026-T1 » inscrite",
  );
  expect((await command("reception", "2026-T1", "--message", "2026-04-08")).stdout).toContain("déjà inscrite");
  recordBuild(at("data"), at("dist"));
  expect((await command("copies", "2026-T1", "--pour", "elise martin")).stdout).toContain(
    "Exemplaire n° 1 pour Élise Martin",
  );
  // a number that none was given records nothing of the row
  expect((await command("copies", "--retour", "1-2")).stderr).toContain("Aucun exemplaire n° 2");
  expect((await command("copies", "--retour", "1")).stdout).toContain("est rendu");
  const whole = await command("registre");
  expect(whole).toMatchObject({ status: 0, stderr: "" });
  expect(whole.stdout).toMatch(/Réception.*Exemplaires.*Retour.*4 lignes, chaîne entière/s);
  writeFileSync(at("data/2026-T1/IS 101.csv"), "a;2");
  const altered = await command("registre");
  expect(altered.status).toBe(1);
  expect(altered.stdout).toContain("« 2026-T1/IS 101.csv » : modifié depuis l'inscription « réception »");
});

test("an account that is not on the list is refused, told whom to ask, and nothing is written", async () => {
  list("quelqu-un-d-autre");
  for (const [name, ...args] of [
    ["reception", "2026-T1", "--message", "2026-04-08"],
    ["copies", "2026-T1", "--pour", "tous"],
    ["registre", "--reparer"],
    ["registre", "--annuler", "1", "--motif", "x"],
    ["build"],
    ["poste"],
  ] as const) {
    const { status, stderr } = await command(name, ...args);
    expect([name, status]).toEqual([name, 2]);
    expect(stderr).toContain("n'est pas sur la liste des personnes habilitées");
    expect(stderr).toContain("la direction");
  }
  expect(existsSync(at("data/registre.jsonl"))).toBe(false);
  // what it could read without the program is shown to it
  expect(await command("registre")).toMatchObject({ status: 0, stderr: "" });
  expect((await runCommand("check", "--data", at("data"))).stdout).toContain("Dossier lu");
  const shown = await command("habilitations");
  expect(shown.stdout).toContain("n'est pas habilité : le programme ne lui montre que cette liste");
});

test.skipIf(process.platform === "win32")("a hostile file name is recorded as it is and printed harmless", async () => {
  const name = "a\u001b[31m\u202e=cmd|x.csv";
  writeFileSync(at(`data/2026-T1/${name}`), "1");
  const { status, stdout } = await command("reception", "2026-T1", "--message", "2026-04-08");
  expect(status).toBe(0);
  expect(stdout).toContain("=cmd|x.csv");
  for (const hidden of ["\u001b", "\u202e"]) expect(stdout).not.toContain(hidden);
  expect(JSON.parse(readFileSync(at("data/registre.jsonl"), "utf8").trim())).toMatchObject({
    files: [{ path: "2026-T1/IS 101.csv" }, { path: `2026-T1/${name}` }],
  });
  expect((await command("registre")).status).toBe(0);
});

test("a file poste.json that a program of before left binds nothing; its line of the register is told as it was", async () => {
  writeFileSync(at("data/poste.json"), JSON.stringify({ salt: "0", machine: "0", boundOn: "2026-04-09" }));
  appendRegister(at("data"), { at: () => new Date(), who: "agent", action: "binding", machine: "0".repeat(64) });
  const { status, stdout } = await command("registre");
  expect([status, stdout.includes("Dossier lié à ce poste")]).toEqual([0, true]);
  expect((await command("copies")).status).toBe(0);
});

test("a passphrase and a confirmation are taken from a terminal only", async () => {
  writeFileSync(
    at("data/convention.yaml"),
    "commune: { nom: Ville-Fictive }\nmarquage: Secret\nconservation: { annees: 3 }\n",
  );
  mkdirSync(at("data/2020-T1"));
  writeFileSync(at("data/2020-T1/a.csv"), "1");
  expect(await command("sauvegarde", root)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("doit être lancée dans un terminal"),
  });
  expect(await command("conservation", "--confirmer")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("Sans le visa"),
  });
  expect(await command("conservation", "--confirmer", "--visa", "AD 1")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("terminal"),
  });
  const typedWrong = await runCommandWith(
    { answers: [["tapez « éliminer 1 dossier »", "oui"]] },
    ...(["conservation", "--confirmer", "--visa", "AD 1", "--data", at("data"), "--out", at("dist")] as const),
  );
  expect(typedWrong).toMatchObject({ status: 2, stderr: expect.stringContaining("n'est pas celle demandée") });
  expect(existsSync(at("data/2020-T1/a.csv"))).toBe(true);
  const told = (await command("conservation")).stdout;
  expect(told).toContain("Livraison 2020-T1");
  // the list to be stamped is of this commune, under its marking, with its time and its folders
  const [, path = ""] = /: (\S+bordereau-elimination-\d{4}-\d\d-\d\d\.pdf)/.exec(told) ?? [];
  const paper = (await textOf(readFileSync(path))).join(" ").replaceAll(/\s+/g, " ");
  for (const words of ["Ville-Fictive", "Secret", "3 ans après la fin du trimestre", "Livraison 2020-T1"])
    expect(paper).toContain(words);
});

test("a reception names a delivery and a date that can be; a wrong date is corrected by a new line", async () => {
  list(userInfo().username);
  mkdirSync(at("data/demo/2026-T1"), { recursive: true });
  writeFileSync(at("data/demo/2026-T1/a.csv"), "1");
  for (const [args, said] of [
    [[], "Quelle livraison"],
    [["demo", "--message", "2026-04-08"], "n'est pas le nom d'une livraison"],
    [["../2026-T1", "--message", "2026-04-08"], "n'est pas le nom d'une livraison"],
    [["2026-T2", "--message", "2026-07-08"], "n'existe pas"],
    [["2026-T1"], "De quand date le message"],
    [["2026-T1", "--message", "30/02/2026"], "n'est pas une date"],
    [["2026-T1", "--message", "2999-04-08"], "dans l'avenir"],
    [["2026-T1", "--message", "2025-04-08"], "précède la fin du 1er trimestre 2026"],
    [["2026-T1", "--message", "2026-03-30"], "précède la fin du 1er trimestre 2026"],
  ] as const) {
    const { status, stderr } = await command("reception", ...args);
    expect(stderr).toContain(said);
    expect(status).not.toBe(0);
  }
  expect(existsSync(at("data/registre.jsonl"))).toBe(false);
  expect((await command("reception", "2026-T1/", "--message", "2026-03-31")).stdout).toContain("ligne 1");
  expect((await command("reception", "2026-T1", "--message", "2026-04-08")).stdout).toMatch(
    /inscrite \(registre, ligne 2\).* Elle corrige la ligne 1\./,
  );
  expect((await command("registre")).stdout).toContain("; corrige la ligne 1");
  expect((await command("reception", "2026-T1", "--message", "2026-04-08")).stdout).toContain(
    "déjà inscrite (registre, ligne 2)",
  );
});

test("of the demonstration nothing is recorded, handed out or saved, whatever its folder is called", async () => {
  writeFileSync(at("data/convention.yaml"), "commune: { nom: Ville-Fictive }\nfictif: true\n");
  for (const [name, ...args] of [
    ["reception", "2026-T1", "--message", "2026-04-08"],
    ["copies"],
    ["poste"],
    ["sauvegarde", root],
    ["conservation"],
  ] as const) {
    const { status, stderr } = await command(name, ...args);
    expect([name, status]).toEqual([name, 2]);
    expect(stderr).toContain("est une démonstration, aux données fictives");
  }
  expect(existsSync(at("data/registre.jsonl"))).toBe(false);
});

test("a folder that holds anything is refused before the passphrase is asked for, by backup and by restoring", async () => {
  mkdirSync(at("cle"));
  writeFileSync(at("cle/pris.age"), "x");
  const nobodyIsAsked = { answers: [] };
  const restored = await runCommandWith(nobodyIsAsked, "restaure", at("cle/pris.age"), at("data"));
  expect(restored).toMatchObject({ status: 2, stderr: expect.stringContaining("n'est pas vide") });
  const folders = ["--data", at("data"), "--out", at("dist")];
  const saved = await runCommandWith(nobodyIsAsked, "sauvegarde", at("cle/pris.age"), ...folders);
  expect(saved).toMatchObject({ status: 2, stderr: expect.stringContaining("existe déjà") });
});

test("a wrong passphrase is asked again where it was typed, and the right one restores", async () => {
  list(userInfo().username);
  mkdirSync(at("cle"));
  const folders = ["--data", at("data"), "--out", at("dist")];
  const phrase = "tilleul archet moulin vernis";
  const typed: Answer[] = [
    ["Phrase secrète", phrase],
    ["La même", phrase],
  ];
  expect(await runCommandWith({ answers: typed }, "sauvegarde", at("cle/une.zip.age"), ...folders)).toMatchObject({
    status: 0,
  });
  const answers: Answer[] = [
    ["Phrase secrète", "une autre"],
    ["ne s'ouvre pas avec cette phrase", phrase],
  ];
  expect(await runCommandWith({ answers }, "restaure", at("cle/une.zip.age"), at("neuf"))).toMatchObject({ status: 0 });
});

test("two wishes at once are refused, and neither is recorded", async () => {
  list(userInfo().username);
  writeFileSync(at("dist/2026-T1/bulletin.pdf"), await samplePdf(1));
  recordBuild(at("data"), at("dist"));
  await command("copies", "2026-T1", "--pour", "tous");
  const before = readFileSync(at("data/registre.jsonl"), "utf8");
  expect(await command("copies", "--retour", "1", "--destruction", "1")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("« --retour » et « --destruction » ne vont pas ensemble"),
  });
  expect(readFileSync(at("data/registre.jsonl"), "utf8")).toBe(before);
});

test("a second copy to the same person, and a copy destroyed that never came back, are recorded with a reason or not at all", async () => {
  list(userInfo().username);
  writeFileSync(at("dist/2026-T1/bulletin.pdf"), await samplePdf(1));
  recordBuild(at("data"), at("dist"));
  await command("copies", "2026-T1", "--pour", "tous");
  const before = readFileSync(at("data/registre.jsonl"), "utf8");
  const last = () =>
    JSON.parse(readFileSync(at("data/registre.jsonl"), "utf8").trim().split("\n").at(-1) ?? "") as object;
  for (const [line, words] of [
    [
      ["2026-T1", "--pour", "Élise Martin"],
      'a déjà reçu son exemplaire de cette édition. Pourquoi ?\n  → Ajoutez la raison : npm run copies -- 2026-T1 --pour "Élise Martin" --motif',
    ],
    [["--destruction", "1"], "cet exemplaire n'est jamais revenu, et serait détruit. Pourquoi ?"],
    [["--destruction", "1", "--motif", " "], "Pourquoi ?"],
  ] as const)
    expect(await command("copies", ...line)).toMatchObject({ status: 2, stderr: expect.stringContaining(words) });
  expect(readFileSync(at("data/registre.jsonl"), "utf8")).toBe(before);
  const where = ["--data", at("data"), "--out", at("dist")];
  const answers = [
    ["n° 1 (Élise Martin) : cette personne a déjà reçu", ""],
    ["Pourquoi ?", "égaré à la séance"],
  ] as const;
  expect((await runCommandWith({ answers }, "copies", "2026-T1", "--pour", "Élise Martin", ...where)).status).toBe(0);
  expect(last()).toMatchObject({ action: "copies", reason: "égaré à la séance", copies: [{ number: 2 }] });
  await command("copies", "--destruction", "1", "--motif", "retrouvé et brûlé");
  expect(last()).toMatchObject({ action: "destruction", number: 1, reason: "retrouvé et brûlé" });
  await command("copies", "--retour", "2");
  await command("copies", "--destruction", "2");
  expect(last()).not.toHaveProperty("reason");
});

test("a bulletin whose files, settings or receptions changed since it was made is not handed out before it is made again", async () => {
  list(userInfo().username);
  writeFileSync(at("dist/2026-T1/bulletin.pdf"), await samplePdf(1));
  recordBuild(at("data"), at("dist"));
  mkdirSync(at("data/2026-T1-rectificatif"));
  writeFileSync(at("data/2026-T1-rectificatif/IS 101.csv"), "a;2");
  const before = readFileSync(at("data/registre.jsonl"), "utf8");
  expect(await command("copies", "2026-T1", "--pour", "tous")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/Depuis que le bulletin 2026-T1.*npm run build -- --trimestre 2026-T1/s),
  });
  expect(readFileSync(at("data/registre.jsonl"), "utf8")).toBe(before);
  rmSync(at("data/2026-T1-rectificatif"), { recursive: true });
  expect((await command("copies", "2026-T1", "--pour", "tous")).status).toBe(0);
});

test("a copy of an edition that was replaced is told by check and by copies, until it is destroyed", async () => {
  list(userInfo().username);
  writeFileSync(at("dist/2026-T1/bulletin.pdf"), await samplePdf(1));
  recordBuild(at("data"), at("dist"));
  await command("copies", "2026-T1", "--pour", "tous");
  const edition = { number: 2, day: "2026-04-20", replaces: "2026-04-09" };
  appendRegister(at("data"), build({ at: "2026-04-20T08:00:00.000Z", edition }));
  const isTold = async (name: string) => {
    const { stdout, stderr } = await command(name);
    return `${stdout}${stderr}`.includes("d'une édition remplacée");
  };
  expect([await isTold("check"), await isTold("copies")]).toEqual([true, true]);
  expect((await command("copies", "--destruction", "1", "--motif", "brûlé en séance")).stdout).toContain("est détruit");
  const { stdout, stderr } = await command("copies");
  expect(stdout).toMatch(/n°.1 – Élise Martin, Maire – remis le .* – détruit le /);
  expect(stderr).not.toContain("d'une édition remplacée");
});

test("a received file that changed is recorded again only with its reason; a withdrawn one, and a whole delivery, too", async () => {
  list(userInfo().username);
  writeFileSync(at("data/2026-T1/IST.csv"), "b;1");
  expect((await command("reception", "2026-T1", "--message", "2026-04-08")).status).toBe(0);
  writeFileSync(at("data/2026-T1/IS 101.csv"), "a;2");
  rmSync(at("data/2026-T1/IST.csv"));
  const refused = await command("reception", "2026-T1", "--message", "2026-04-09");
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain("« 2026-T1/IS 101.csv » est modifié ; « 2026-T1/IST.csv » est absent");
  expect(refused.stderr).toContain("--motif");
  expect((await command("registre")).status).toBe(1);
  expect((await command("reception", "2026-T1", "--motif", "IST reçu par erreur")).stdout).toContain(
    "Changement de « 2026-T1 » inscrit avec son motif (registre, ligne 2) : 1 fichier.",
  );
  const { status, stdout } = await command("registre");
  expect(status).toBe(0);
  expect(stdout).toContain("message du 8 avril 2026"); // that of the first reception
  expect(stdout).toContain("motif du changement : IST reçu par erreur");
  expect((await command("reception", "2026-T1", "--message", "2026-04-08")).stdout).toContain("déjà inscrite");
  rmSync(at("data/2026-T1"), { recursive: true });
  expect((await command("registre")).status).toBe(1);
  expect((await command("reception", "2026-T1", "--motif", "mauvais trimestre")).status).toBe(0);
  expect((await command("registre")).status).toBe(0);
  expect((await command("reception", "2026-T1", "--message", "2026-04-08")).stderr).toContain("n'existe pas");
});

test.skipIf(process.platform === "win32")(
  "a link in a delivery is refused at its reception, as it is by a check",
  async () => {
    writeFileSync(at("ailleurs.csv"), "a;1");
    symlinkSync(at("ailleurs.csv"), at("data/2026-T1/lien.csv"));
    const { status, stderr } = await command("reception", "2026-T1", "--message", "2026-04-08");
    expect(status).toBe(1);
    expect(stderr).toContain("« 2026-T1/lien.csv » est un raccourci ou un lien");
    expect(existsSync(at("data/registre.jsonl"))).toBe(false);
  },
);

test.skipIf(process.platform !== "linux")("a name that is not UTF-8 is told as such, wherever it is met", async () => {
  const path = Buffer.concat([Buffer.from(at("data/2026-T1/IS101")), Buffer.from([0xe9]), Buffer.from(".csv")]);
  writeFileSync(path, "a;1");
  for (const [name, ...args] of [
    ["reception", "2026-T1", "--message", "2026-04-08"],
    ["registre"],
    ["poste"],
    ["sauvegarde", root],
  ] as const) {
    const { status, stdout, stderr } = await command(name, ...args);
    expect([name, status]).toEqual([name, name === "reception" ? 1 : 2]); // as a check of the same folder
    expect(stdout + stderr).not.toContain("Erreur imprévue");
    if (name !== "sauvegarde") expect(stderr).toContain("codage que le programme ne lit pas");
  }
  const { status, stdout } = await runCommand("check", "--data", at("data"));
  expect(status).toBe(1);
  expect(stdout).toContain("codage que le programme ne lit pas");
});

test("a file that no statement could be is refused at its reception, unread, as it is by a check", async () => {
  writeFileSync(at("data/2026-T1/film.mp4"), "");
  truncateSync(at("data/2026-T1/film.mp4"), 10e9); // 10 GB, none of them on the disk
  const { status, stderr } = await command("reception", "2026-T1", "--message", "2026-04-08");
  expect(status).toBe(1);
  expect(stderr).toMatch(/film\.mp4 » : Fichier refusé, rien n'en a été lu/);
  expect(existsSync(at("data/registre.jsonl"))).toBe(false);
  expect((await runCommand("check", "--data", at("data"))).status).toBe(1);
});

test("a paper is not dated by a clock that stands before the register's last line, unless the person says that it is right", async () => {
  list(userInfo().username);
  const ahead = new Date(Date.now() + 40 * 24 * 3600 * 1000).toISOString();
  appendRegister(at("data"), { at: ahead, who: "agent", action: "sharing", group: "mairie" });
  const run = (answer: string | null) =>
    runCommandWith(
      answer === null ? {} : { answers: [["est-elle juste", answer]] },
      ...(["habilitations", "--data", at("data"), "--out", at("dist")] as const),
    );
  for (const answer of [null, "non"]) {
    const { status, stderr } = await run(answer);
    expect([answer, status]).toEqual([answer, 2]);
    expect(stderr).toContain("Réglez la date du poste");
    expect(existsSync(at("dist/documents/annexe-habilitations.pdf"))).toBe(false);
  }
  expect((await run("oui")).status).toBe(0);
  expect(existsSync(at("dist/documents/annexe-habilitations.pdf"))).toBe(true);
});
