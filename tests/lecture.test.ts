/** `npm run lecture` and what follows from it: confirmed once, held to ever after, trusted only as the register knows it. */
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { appendRegister } from "../scripts/custody/index.ts";
import { sha256 } from "../scripts/disk/sha256.ts";
import { runCommand, runCommandWith, UNSEEN } from "./run-main.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { createTown, type Town, toldIn, townIn } from "./town.ts";

const TODAY = "2026-07-20";
const now = () => new Date(`${TODAY}T08:00:00Z`);
const lines = (quarter: number) =>
  [
    `IS 101 - Valmont-sur-Lys - ${quarter === 1 ? "1er" : `${quarter}e`} trimestre 2026`,
    "",
    "Nature des faits;Police",
    ...["Homicides", "Vols avec armes", "Vols violents sans arme", "Cambriolages de logement"].map(
      (line, i) => `${line};${i * 7 + quarter}`,
    ),
  ].join("\n");

let town: Town;
let data: string;
const pages = (): string => town.out;
const at = (path: string): string => join(data, path);
const deliver = (quarter: number, text = lines(quarter)): void =>
  town.put(`2026-T${quarter}/IS101 T${quarter} 2026.csv`, text);
const run = (...args: readonly string[]) => town.lecture(...args);
const issues = async (): Promise<readonly string[]> =>
  toldIn(await town.checked()).map(({ severity, rule, place }) => `${severity} ${rule} ${place?.file}`);

beforeEach(() => {
  town = createTown(TODAY);
  data = town.data;
  deliver(1);
});

test("a first file is to be confirmed; once it is, neither it nor the next quarter is told of", async () => {
  expect(await issues()).toEqual(["warning reading-unconfirmed 2026-T1/IS101 T1 2026.csv"]);
  const { status, stdout } = await run("2026-T1", "--confirmer");
  expect(status).toBe(0);
  expect(stdout).toContain("Lecture de « 2026-T1 » confirmée : 1 fichier (registre, ligne 1).");
  deliver(2);
  expect(await issues()).toEqual([]);
  expect(readFileSync(at("registre.jsonl"), "utf8")).toContain('"action":"lecture"');
});

test("it shows the sentence, the figures and the texts that are not used, and asks", async () => {
  deliver(1, `${lines(1)}\n\nNote : données provisoires`);
  const { stdout, stderr, status } = await town.atTerminal([...UNSEEN, ["tout est-il lu ?", "oui"]]);
  expect(stdout).toContain(
    "IS 101, Valmont-sur-Lys (ligne 1, colonne A), police nationale, 1er trimestre 2026 : 4 chiffres",
  );
  expect(stdout).toMatch(/Cambriolages de logement +(?:22|\(à lire\))/);
  expect(stdout).toContain("données provisoires");
  expect([status, stderr.includes("est-ce bien l'état".slice(9))]).toEqual([0, true]);
});

test("the forces and the periods of one file are joined in its sentence, more than four periods counted", async () => {
  const sentence = async (head: string, line: string) => {
    deliver(1, `IS 101 - Valmont-sur-Lys\nNature;${head}\nHomicides;${line}`);
    return /^(.*chiffres?)\.$/m.exec((await run("2026-T1")).stdout)?.[1];
  };
  expect(await sentence("Police T1 2026;Gendarmerie T1 2026;Police T1 2025;Gendarmerie T1 2025", "1;2;3;4")).toBe(
    "IS 101, Valmont-sur-Lys (ligne 1, colonne A), police nationale et gendarmerie nationale, 1er trimestre 2026 et 1er trimestre 2025 : 4 chiffres",
  );
  expect(await sentence("T1 2026;T4 2025;T3 2025;T2 2025;T1 2025;T4 2024", "1;2;3;4;5;6")).toBe(
    "IS 101, Valmont-sur-Lys (ligne 1, colonne A), force non dite, 1er trimestre 2026, 1er trimestre 2025, 2e trimestre 2025 et 3 autres périodes : 6 chiffres",
  );
});

test("without a terminal nothing is confirmed, and the line to type is given", async () => {
  const { status, stderr } = await run("2026-T1");
  expect(status).toBe(1);
  expect(stderr).toContain("npm run lecture -- 2026-T1 --confirmer");
  expect(readdirSync(data)).not.toContain("lectures");
});

test("what is new in a later quarter is told once, and known once it is confirmed", async () => {
  await run("2026-T1", "--confirmer");
  deliver(2, `${lines(2)}\nSource : base SSMSI`);
  expect(await issues()).toEqual(["warning reading-changed 2026-T2/IS101 T2 2026.csv"]);
  const shown = await town.atTerminal([["tout est-il lu ?", "oui"]]);
  expect(shown.stdout).toContain("nouveau : « Source : base SSMSI »");
  expect(await issues()).toEqual([]);
  deliver(3, `${lines(3)}\nSource : base SSMSI`);
  expect(await issues()).toEqual([]);
});

test("a difference that has no cell, another name of the file, is told of the file", async () => {
  await run("2026-T1", "--confirmer");
  mkdirSync(at("2026-T2"));
  writeFileSync(at("2026-T2/statistiques.csv"), lines(2));
  expect(await issues()).toEqual(["warning reading-changed 2026-T2/statistiques.csv"]);
});

test("a confirmed file is not read again: its figures are those that were confirmed", async () => {
  await run("2026-T1", "--confirmer");
  const path = at("lectures/2026-T1.json");
  const before = readFileSync(path, "utf8");
  expect((await town.checked()).observations.map(({ value }) => value)).toContain(22);
  // said so by the lecture alone, were it trusted
  writeFileSync(path, before.replace('"valeur":22', '"valeur":23'));
  expect(await issues()).toEqual([
    "error lecture-altered lectures/2026-T1.json",
    "warning reading-unconfirmed 2026-T1/IS101 T1 2026.csv",
  ]);
  expect((await town.checked()).observations.map(({ value }) => value)).not.toContain(23);
});

test.each([
  ["lost", (path: string) => rmSync(path), "error lecture-missing lectures/2026-T1.json"],
  ["not one any more", (path: string) => writeFileSync(path, "{}"), "error lecture-unreadable lectures/2026-T1.json"],
])("a lecture that is %s is said, and confirmed again", async (_, damage, told) => {
  await run("2026-T1", "--confirmer");
  damage(at("lectures/2026-T1.json"));
  expect(await issues()).toEqual([told, "warning reading-unconfirmed 2026-T1/IS101 T1 2026.csv"]);
  expect((await run("2026-T1", "--confirmer")).status).toBe(0);
  expect(await issues()).toEqual([]);
});

test("a lecture that no line of the register knows is not trusted", async () => {
  await run("2026-T1", "--confirmer");
  const elsewhere = temporaryFolder("lecture-ailleurs");
  cpSync(data, elsewhere, { recursive: true });
  rmSync(join(elsewhere, "registre.jsonl"));
  rmSync(join(elsewhere, "registre.tete"), { force: true });
  town = townIn(elsewhere, TODAY);
  expect(await issues()).toEqual([
    "error lecture-altered lectures/2026-T1.json",
    "warning reading-unconfirmed 2026-T1/IS101 T1 2026.csv",
  ]);
});

test("settings that change a reading have the file read again, and its figures compared", async () => {
  await run("2026-T1", "--confirmer");
  appendFileSync(at("convention.yaml"), 'mots:\n  - { texte: "Cambriolages de logement", lecture: ignorer }\n');
  expect((await issues())[0]).toBe("warning reading-changed 2026-T1/IS101 T1 2026.csv");
});

test("a file with an error is not confirmed, and the exit code says so", async () => {
  writeFileSync(at("2026-T1/vide.csv"), "");
  const { status, stdout } = await run("2026-T1", "--confirmer");
  expect(status).toBe(1);
  expect(stdout).toContain("« 2026-T1/vide.csv »");
  expect((await run("2026-T9", "--confirmer")).status).toBe(1);
  // one that holds nothing else is not told to be confirmed
  rmSync(at("2026-T1/IS101 T1 2026.csv"));
  const alone = await run("2026-T1");
  expect([
    alone.status,
    alone.stderr.includes("--confirmer"),
    alone.stderr.includes("npm run check dit pourquoi"),
  ]).toEqual([1, false, true]);
});

test("a bulletin that rests on a reading to confirm says so on every page, and is handed out to nobody", async () => {
  writeFileSync(
    at("habilitations.yaml"),
    `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: "${userInfo().username}", du: 2020-01-01 }\n`,
  );
  const outDir = join(temporaryFolder("lecture-dist"), "dist");
  const where = ["--data", data, "--out", outDir];
  const banner = () =>
    (JSON.parse(readFileSync(join(outDir, "2026-T1/manifest.json"), "utf8")) as { index: { banner: string | null } })
      .index.banner;
  const html = () => readFileSync(join(outDir, "2026-T1/bulletin.html"), "utf8");
  await runCommandWith({ now }, "build", ...where);
  expect(banner()).toBe("LECTURE À CONFIRMER");
  expect(html()).toContain("LECTURE À CONFIRMER");
  expect(readFileSync(join(outDir, "index.html"), "utf8")).toContain("LECTURE À CONFIRMER");
  const refused = await runCommandWith({ now }, "copies", "2026-T1", "--pour", "tous", ...where);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining("lecture à confirmer")]);
  await run("--confirmer");
  const outdated = await runCommandWith({ now }, "copies", "2026-T1", "--pour", "tous", ...where);
  expect(outdated.stderr).toContain("Refaites-le d'abord");
  await runCommandWith({ now }, "build", ...where);
  expect([banner(), html().includes("À CONFIRMER")]).toEqual([null, false]);
  expect((await runCommandWith({ now }, "copies", "2026-T1", "--pour", "tous", ...where)).status).toBe(0);
});

test("the demonstration, built by a newcomer, says nothing of lectures", async () => {
  const { stdout } = await runCommand("check", "--data", "data/demo");
  expect(stdout).not.toMatch(/lecture (?:de|est)/i);
});

test("reading again what is confirmed tells what would be read otherwise, and changes nothing", async () => {
  await run("2026-T1", "--confirmer");
  expect(await run("--relire")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("rien n'est lu autrement"),
  });
  const path = at("lectures/2026-T1.json");
  const before = readFileSync(path, "utf8").replace('"valeur":22', '"valeur":21');
  writeFileSync(path, before);
  const line = JSON.parse(readFileSync(at("registre.jsonl"), "utf8")) as { lecture: { sha256: string } };
  expect(line.lecture.sha256).toMatch(/^[0-9a-f]{64}$/);
  // as a version of the program that read it otherwise had written it, and the register known it
  const other = temporaryFolder("lecture-relue");
  cpSync(data, other, { recursive: true });
  for (const name of ["registre.jsonl", "registre.tete"]) rmSync(join(other, name), { force: true });
  appendRegister(other, {
    at: "2026-04-09T08:00:00.000Z",
    who: "agent",
    action: "lecture",
    delivery: "2026-T1",
    lecture: { path: "lectures/2026-T1.json", sha256: sha256(before) },
    files: [],
  });
  const { status, stdout } = await townIn(other, TODAY).lecture("--relire");
  expect(status).toBe(1);
  expect(stdout).toContain(
    "confirmé, et plus lu ainsi : « Cambriolages de logement », police nationale, 1er trimestre 2026 : 21",
  );
  expect(readFileSync(join(other, "lectures/2026-T1.json"), "utf8")).toBe(before);
  const told = await townIn(other, TODAY).check("--json");
  expect(told.stdout).toContain('"value":21'); // the figure is the one confirmed
});

test("once it is confirmed its page says so, without the texts that changed nothing; not while a file of it is refused", async () => {
  deliver(1, `${lines(1)}\n\nNote : données provisoires`);
  const page = () => readFileSync(join(pages(), "lectures/2026-T1.html"), "utf8").replaceAll("\u00a0", " ");
  await run("2026-T1");
  expect(page()).toContain("LECTURE À CONFIRMER");
  expect(page()).toContain("Textes dont les chiffres ne tiennent pas compte");
  writeFileSync(at("2026-T1/illisible.pdf"), "%PDF-1.4 rien");
  await run("2026-T1", "--confirmer");
  expect(page()).toContain("LECTURE À CONFIRMER");
  rmSync(at("2026-T1/illisible.pdf"));
  deliver(1, `${lines(1)}\n\nNote : données provisoires\nSource : SSMSI`);
  await run("2026-T1", "--confirmer");
  expect(page()).not.toMatch(/à confirmer|Textes qui ne changent|Ce qui change|répondez oui/i);
  expect(page()).toContain("Lecture confirmée");
  expect(page()).toContain('class="strip__marking"');
});

test("the same is written as a page to look at: what is new, the texts that are not used, each cell with what it was read as", async () => {
  await run("2026-T1", "--confirmer");
  deliver(2, `${lines(2)}\nSource : SSMSI <2026> & autres`);
  await run("2026-T2");
  const page = readFileSync(join(town.out, "lectures/2026-T2.html"), "utf8").replaceAll("\u00a0", " ");
  for (const text of [
    "LECTURE À CONFIRMER",
    "Ce qui change",
    "Source : SSMSI &lt;2026&gt; &amp; autres",
    "police nationale, 2e trimestre 2026 : 4 chiffres",
    'class="r-count',
  ])
    expect(page).toContain(text);
  expect(page).not.toContain("<2026>");
});

test("one question a file names what is confirmed: those answered yes are, and nothing of one with an error", async () => {
  writeFileSync(
    at("2026-T1/IST T1 2026.csv"),
    "I.S.T - Valmont-sur-Lys - 1er trimestre 2026\nIndicateurs;Police\nAtteintes aux biens;9\n",
  );
  writeFileSync(at("2026-T1/vide.csv"), "");
  const { status, stdout, stderr } = await town.atTerminal([
    ...UNSEEN,
    ["« IS101 T1 2026.csv » : est-ce bien", "oui"],
    ...UNSEEN,
    ["« IST T1 2026.csv » : est-ce bien", "non"],
  ]);
  expect([status, stdout.includes("« 2026-T1 » confirmée : 1 fichier")]).toEqual([1, true]);
  expect(stderr).toContain("Pas confirmé : « 2026-T1/IST T1 2026.csv ».");
  expect(stdout.indexOf("vide.csv")).toBeLessThan(stdout.indexOf("IS101 T1 2026.csv")); // errors first
  expect(await issues()).toContain("warning reading-unconfirmed 2026-T1/IST T1 2026.csv");
  expect(await issues()).not.toContain("warning reading-unconfirmed 2026-T1/IS101 T1 2026.csv");
});

test("files like the confirmed ones are asked about together, and go with one that has news", async () => {
  await run("2026-T1", "--confirmer");
  deliver(2);
  const like = "« 2026-T2 », 1 fichier comme les précédents : est-ce bien";
  const asked = await town.atTerminal([[like, "oui"]], "2026-T2");
  expect(asked.stdout.split("\n")[1]).toBe("2026-T2/IS101 T2 2026.csv : rien de nouveau, 4 chiffres.");
  expect([asked.status, readdirSync(at("lectures"))]).toEqual([0, ["2026-T1.json", "2026-T2.json", "cle-des-textes"]]);
});

test("whoever leaves at a question confirms nothing", async () => {
  writeFileSync(
    at("2026-T1/IST T1 2026.csv"),
    "I.S.T - Valmont-sur-Lys - 1er trimestre 2026\nIndicateurs;Police\nAtteintes aux biens;9\n",
  );
  const { status } = await town.atTerminal([
    ...UNSEEN,
    ["« IS101 T1 2026.csv » : est-ce bien", "oui"],
    ...UNSEEN,
    ["« IST T1 2026.csv » : est-ce bien", "q"],
  ]);
  expect([status, readdirSync(data).includes("lectures")]).toEqual([1, false]);
});

test("a correction says each figure that it changes, what it was and what it is; one that changes none is as confirmed", async () => {
  await run("2026-T1", "--confirmer");
  const correct = (text: string): void => {
    mkdirSync(at("2026-T1-rectificatif"), { recursive: true });
    writeFileSync(at("2026-T1-rectificatif/IS101 T1 2026.csv"), text);
  };
  correct(lines(1).replace("Cambriolages de logement;22", "Cambriolages de logement;24"));
  const { stdout } = await run("2026-T1-rectificatif");
  const told = stdout.split("\n").filter((line) => line.includes("→"));
  expect(told).toEqual([
    "  • Cambriolages de logement, police nationale : 22 → 24 (corrige 2026-T1), ligne 7, colonne B",
  ]);
  correct(lines(1));
  expect((await run("2026-T1-rectificatif")).stdout).toContain("rien de nouveau");
  // what came before corrects nothing of it
  correct(lines(1).replace("Cambriolages de logement;22", "Cambriolages de logement;24"));
  await run("2026-T1-rectificatif", "--confirmer");
  expect((await run("2026-T1", "--revoir")).stdout).not.toContain("→");
  // nor does another quarter
  deliver(2);
  expect((await run("2026-T2")).stdout).not.toContain("→");
});

test("a correction of a quarter that nobody had to confirm says what it changes too, each correction what the one before it said", async () => {
  await run("2026-T1", "--confirmer");
  deliver(2);
  const correct = (name: string, value: number): void => {
    mkdirSync(at(name), { recursive: true });
    writeFileSync(
      at(`${name}/IS101.csv`),
      lines(2).replace("Cambriolages de logement;23", `Cambriolages de logement;${value}`),
    );
  };
  const told = async () => (await run()).stdout.split("\n").filter((line) => line.includes("→"));
  correct("2026-T2-rectificatif", 25);
  expect(await told()).toEqual([
    "  • Cambriolages de logement, police nationale : 23 → 25 (corrige 2026-T2), ligne 7, colonne B",
  ]);
  await run("2026-T2-rectificatif", "--confirmer");
  correct("2026-T2-rectificatif-2", 27);
  expect(await told()).toEqual([
    "  • Cambriolages de logement, police nationale : 25 → 27 (corrige 2026-T2-rectificatif), ligne 7, colonne B",
  ]);
});

test("what is said where there is nothing to look at: no file, files like those confirmed, all confirmed", async () => {
  await run("2026-T1", "--confirmer");
  const said = async () => (await run()).stdout.trim();
  expect(await said()).toBe("Tout est confirmé : rien de nouveau à regarder.");
  deliver(2);
  expect(await said()).toBe("Rien à confirmer : rien de nouveau à regarder.");
  for (const name of ["2026-T1", "2026-T2"]) rmSync(at(name), { recursive: true });
  expect(await said()).toBe("Aucun fichier de livraison : il n'y a rien à regarder.");
});

test("a letter beside the state is said to hold no figure, and asked about as such; the three numbers are those of the state", async () => {
  writeFileSync(
    at("2026-T1/courrier.rtf"),
    "{\\rtf1\\ansi Madame, Monsieur,\\par Veuillez trouver ci-joint les tableaux.\\par}",
  );
  const { stdout, stderr, status } = await town.atTerminal([
    ...UNSEEN,
    ["« IS101 T1 2026.csv » : est-ce bien l'état", "oui"],
    ["« courrier.rtf » : aucun chiffre n'en est repris", "oui"],
  ]);
  expect([status, stdout.match(/\(à lire\)/g)?.length]).toEqual([0, 4]);
  expect(stdout).toContain("Document autre qu'un état de la convention : aucun chiffre lu.");
  expect(stderr).toContain("est-il bien sans chiffres de la commune ?");
});
