/** From the first day of the program on its machine to the elimination of what is old, on another one: by its commands alone. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRegister, verifyRegister } from "../../scripts/custody/verify-register.ts";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { listTree } from "../../scripts/disk/tree.ts";
import { formatDate } from "../../scripts/model/format.ts";
import { localDay } from "../../scripts/shell/command-line.ts";
import { textOf } from "../pdf-pages.ts";
import { type Answer, runCommandWith } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { recordBuild } from "./recorded.ts";
import { samplePdf } from "./sample-pdf.ts";

const PHRASE = "quatre mots émérites sans rapport";
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

test("each line says what was done, each paper is of this commune, and a restored folder goes on", async () => {
  const started = Date.now();
  const root = temporaryFolder("annees");
  let home = root;
  const at = (path: string): string => join(home, path);
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(join(at(path), ".."), { recursive: true });
    writeFileSync(at(path), content);
  };
  const folders = (command: string): readonly string[] => [
    ...["--data", at("data")],
    ...(command === "reception" ? [] : ["--out", at("dist")]),
  ];
  const type = async (command: string, args: readonly string[], answers?: readonly Answer[]): Promise<string> => {
    const where = command === "restaure" ? [] : folders(command);
    const { status, stdout, stderr } = await runCommandWith(answers ? { answers } : {}, command, ...args, ...where);
    expect(status, `${command}: ${stderr}`).toBe(0);
    return plain(stdout);
  };
  const run = (command: string, ...args: readonly string[]): Promise<string> => type(command, args);
  const last = () => readRegister(at("data")).at(-1);
  const paper = async (path: string): Promise<string> =>
    (await textOf(readFileSync(at(path)))).join(" ").replaceAll(/\s+/g, " ");
  const account = userInfo().username;
  const today = plain(formatDate(localDay(new Date())));

  put(
    "data/convention.yaml",
    "commune: { nom: Ville-Fictive }\nservice: le commissariat de Valmont\nmarquage: Très secret\nconservation: { annees: 4 }\n",
  );
  put(
    "data/habilitations.yaml",
    `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: "${account}", du: 2020-01-01 }\n  - { nom: Jean Petit, fonction: Adjoint, du: 2020-01-01 }\n  - { nom: Ancien Agent, fonction: Agent, du: 2019-01-01, au: 2019-12-31 }\n`,
  );
  for (const quarter of ["2019-T4", "2026-T1"]) put(`data/${quarter}/IS101.csv`, `a;${quarter}`);
  put("dist/2026-T1/bulletin.pdf", await samplePdf(1));
  put("dist/2019-T4/bulletin.pdf", await samplePdf(1));

  expect(await run("poste")).toContain(`Réservé à votre compte : ${at("data")}`);
  const list = await run("habilitations");
  expect(list).toMatch(/oui {2}Élise Martin, Maire – compte .* – depuis le 1er janvier 2020/);
  expect(list).toContain("oui  Jean Petit, Adjoint – papier seulement");
  expect(list).toContain("non  Ancien Agent, Agent – papier seulement – du 1er janvier 2019 au 31 décembre 2019");
  const annex = await paper("dist/documents/annexe-habilitations.pdf");
  for (const words of ["Ville-Fictive", "Très secret", "le commissariat de Valmont", today, "Jean Petit"])
    expect(annex).toContain(words);
  expect(annex).not.toContain("Ancien Agent");

  await run("reception", "2019-T4", "--message", "2020-01-08");
  await run("reception", "2026-T1", "--message", "2026-04-08", "--ouvert-par", "Jean Petit");
  expect(last()).toMatchObject({
    ...{ action: "reception", delivery: "2026-T1", messageDate: "2026-04-08", openedBy: "Jean Petit" },
    files: [{ path: "2026-T1/IS101.csv", sha256: sha256("a;2026-T1") }],
  });
  for (const quarter of ["2019-T4", "2026-T1"]) recordBuild(at("data"), at("dist"), quarter);
  const handed = await run("copies", "2026-T1", "--pour", "Jean Petit; Élise Martin");
  expect(handed).toContain("Exemplaire n° 2 pour Élise Martin");
  const copy = await paper("dist/2026-T1/copies/exemplaire-01.pdf");
  for (const words of ["Jean Petit", "Adjoint", today]) expect(copy).toContain(words);
  const sheet = await paper("dist/2026-T1/copies/emargement-01-02.pdf");
  for (const words of ["Ville-Fictive", "Très secret", "Élise Martin", "Jean Petit", today])
    expect(sheet).toContain(words);
  await run("copies", "--retour", "1");
  await run("copies", "2026-T1", "--destruction", "1");
  expect(last()).toMatchObject({ action: "destruction", quarter: "2026-T1", number: 1 });

  mkdirSync(at("cle"));
  const held = [...listTree(at("data")), ...listTree(at("dist"))].filter((path) => !/verrou/.test(path));
  const saved = await type(
    "sauvegarde",
    [at("cle")],
    [
      ["(elle ne s'affiche pas) : ", PHRASE],
      ["La même, une seconde fois : ", PHRASE],
    ],
  );
  const [archive = ""] = readdirSync(at("cle")).map((name) => at(`cle/${name}`));
  expect(saved).toContain(`${archive} (${held.length} fichiers`);
  expect(last()).toMatchObject({
    action: "backup",
    archive,
    sha256: sha256(readFileSync(archive)),
    files: held.length,
  });
  const before = readRegister(at("data"));

  const restored = await type("restaure", [archive, at("neuf")], [["(elle ne s'affiche pas) : ", PHRASE]]);
  expect(restored).toContain(`Sauvegarde du ${today} restaurée dans ${at("neuf")} : ${held.length} fichiers.`);
  home = join(root, "neuf");
  expect(readRegister(at("data")).slice(0, -1)).toEqual(before.slice(0, -1));
  expect(last()).toMatchObject({ action: "restore" });
  expect(await run("registre")).toContain("8 lignes, chaîne entière");
  const state = await run("copies");
  expect(state).toMatch(/n° 1 – Jean Petit, Adjoint – remis le .* – rendu le .*, détruit le /);
  expect(state).toMatch(/n° 2 – Élise Martin, Maire – remis le .* – en circulation/);

  const eliminated = await type(
    "conservation",
    ["--confirmer", "--visa", "AD 2026/12"],
    [["tapez « éliminer 2 dossiers » : ", "éliminer 2 dossiers"]],
  );
  expect(eliminated).toContain("2 dossiers effacés, inscrit au registre avec le visa « AD 2026/12 »");
  expect(["data/2019-T4", "dist/2019-T4", "data/2026-T1", "dist/2026-T1"].map((path) => existsSync(at(path)))).toEqual([
    ...[false, false, true, true],
  ]);
  expect(last()).toMatchObject({
    ...{ action: "purge", visa: "AD 2026/12" },
    data: [{ path: "2019-T4/IS101.csv" }],
    out: [{ path: "2019-T4/bulletin.pdf" }],
  });
  expect(verifyRegister(at("data"), at("dist")).issues).toEqual([]);

  const lines = readRegister(at("data")).filter(({ action }) => action !== "build");
  expect(lines.filter(({ who }) => who !== (lines[0]?.who ?? account))).toEqual([]);
  expect(lines[0]?.who).toContain(account);
  const times = lines.filter(({ at: time }) => Date.parse(time) < started || Date.parse(time) > Date.now());
  expect(times).toEqual([]);
});
