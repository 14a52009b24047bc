/** What each command of custody prints, and writes on papers to sign, in a small town hall, word for word, in told.txt: it is all that the operator has to go by. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { formatDate } from "../../scripts/model/format.ts";
import { localDay } from "../../scripts/shell/command-line.ts";
import { textOf } from "../pdf-pages.ts";
import { runCommand } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { recordBuild } from "./recorded.ts";
import { samplePdf } from "./sample-pdf.ts";

const { username } = userInfo();

test.skipIf(process.platform === "win32")("each command, from an empty folder to an elimination", async () => {
  const root = temporaryFolder("dit");
  const at = (path: string): string => join(root, path);
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(join(at(path), ".."), { recursive: true });
    writeFileSync(at(path), content);
  };
  const told: string[] = [];
  /** What changes from one machine, or day, to another is left out. */
  const steady = (text: string): string =>
    stripVTControlCharacters(text)
      .replaceAll(root, "…")
      .replaceAll("\\", "/")
      .replaceAll(username, "<compte>")
      .replaceAll(formatDate(localDay(new Date())).replaceAll("\u00a0", " "), "<jour>")
      .replaceAll(/\d{4}-\d\d-\d\d(?=\.pdf)/g, "<jour>")
      .replaceAll(/\d{1,2} h \d\d|\d\d:\d\d/g, "<heure>")
      .replaceAll(/[0-9a-f]{8}(?: [0-9a-f]{8})*/g, "<empreinte>");
  const say = async (line: string): Promise<void> => {
    const [name = "", ...args] = line.split(" ");
    const folders = ["--data", at("data"), ...(name === "reception" ? [] : ["--out", at("dist")])];
    const typed = args.map((arg) => arg.replaceAll("_", " "));
    const { status, stdout, stderr } = await runCommand(name, ...typed, ...(name === "restaure" ? [] : folders));
    told.push(steady(`\n> ${line} (${status})\n${stdout}${stderr}`));
  };

  const read = async (paper: string): Promise<void> => {
    const text = (await textOf(readFileSync(at(paper)))).join("\n").replaceAll("\u00a0", " ");
    told.push(steady(`\n${basename(paper)}\n${text.replaceAll(/ {2,}/g, " ")}\n`));
  };

  put("data/2026-T1/IS 101.csv", "a;1");
  put("dist/2026-T1/bulletin.pdf", await samplePdf(1));
  for (const line of ["copies", "habilitations", "registre", "poste"]) await say(line); // of no commune yet
  put(
    "data/habilitations.yaml",
    `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: "${username}", du: 2026-01-01 }\n  - { nom: Jean Petit, fonction: Adjoint, du: 2026-01-01 }\n`,
  );
  put("data/convention.yaml", "commune: { nom: Ville-Fictive }\nmarquage: Secret\nconservation: { annees: 30 }\n");
  for (const line of ["poste", "habilitations", "reception 2026-T1 --message 2026-04-08", "conservation"])
    await say(line);
  await say("copies 2026-T1 --pour tous");
  recordBuild(at("data"), at("dist"));
  for (const line of [
    "copies 2026-T1 --pour tous",
    "copies",
    "copies --retour 1",
    "copies --destruction 2",
    "copies --destruction 2 --motif détruit_en_séance",
  ])
    await say(line);
  for (const paper of ["documents/annexe-habilitations.pdf", "2026-T1/copies/emargement-01-02.pdf"])
    await read(`dist/${paper}`);
  for (const line of ["copies 2026-T1 --pour Paul_Durand", "copies --retour 9", "copies --retour 1"]) await say(line);
  await say("copies 2026-T1 --pour tous");
  put("data/1990-T1/a.csv", "1");
  for (const line of ["conservation", "conservation --confirmer", "conservation --confirmer --visa AD_1"])
    await say(line);
  for (const name of readdirSync(at("dist/documents")).filter((name) => name.startsWith("bordereau")))
    await read(`dist/documents/${name}`);
  for (const line of ["sauvegarde", "restaure", "restaure absent.age neuf", "registre --depuis 12"]) await say(line);
  put("data/2026-T1/IS 101.csv", "a;2");
  rmSync(at("dist/2026-T1/bulletin.pdf"));
  for (const line of ["registre", "reception 2026-T1"]) await say(line);
  await expect(told.join("")).toMatchFileSnapshot("told.txt");
});
