/**
 * A received text is printed by nobody's leave: an invented name in every place of every format, searched in all that a build writes and
 * hands out, before and after a person has confirmed. The label of a line that a person confirmed is printed, and nothing else.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { main as build } from "../../scripts/build.ts";
import { OTHER_STATEMENT } from "../../scripts/model/observation.ts";
import { CHOICES } from "../../scripts/model/question.ts";
import { startPublisher } from "../../scripts/publish/publisher.ts";
import { keptAsSent } from "../kept-as-sent.ts";
import { insideOf, textOf } from "../pdf-pages.ts";
import { readHere } from "../read-here.ts";
import { runCommand, runMain } from "../run-main.ts";
import { type Delivered, HIDDEN, VISIBLE } from "./delivered.ts";
import { LABEL, NAME } from "./statement.ts";

const SETTINGS = "commune: { nom: Rive-Blanche }\netats_attendus: [IS101]\n";
const PERSONS = `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: "${userInfo().username}", du: 2026-01-01 }\n`;
/** All that stands in a bulletin's folder, beside its copies and what is for eyes. */
const SEARCHED = [
  ...["bulletin.html", "bulletin.pdf", "tableaux.xlsx", "donnees.csv", "analyses.json", "manifest.json"],
  ...["fiche.pdf", "projection.html", "questions.txt", "calendrier.ics"],
];
/** For eyes, or for the service: never handed out with copies. */
const FOR_EYES = /(^|\/)(controle\.html|lectures\/.*|courriel-police\.txt)$/;

/** All that a file says, opened as far as it can be, without blanks and zeros of wide characters. */
async function saidBy(path: string): Promise<string> {
  const bytes = readFileSync(path);
  const plain = (text: string): string =>
    text
      .normalize("NFKD")
      .replace(/[\s\0]/g, "")
      .toLowerCase();
  if (path.endsWith(".pdf")) return plain(`${insideOf(bytes)} ${(await textOf(bytes)).join(" ")}`);
  if (bytes.subarray(0, 2).toString() === "PK")
    return plain(
      Object.entries(unzipSync(bytes))
        .map(([name, part]) => `${name} ${strFromU8(part)}`)
        .join(" "),
    );
  return plain(`${path} ${bytes.toString("utf8")}`);
}

/** Where the word stands in what a build wrote, with what is around it. */
async function foundIn(folder: string, word: string): Promise<readonly string[]> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => statSync(join(folder, path)).isFile() && !FOR_EYES.test(path));
  const all = await Promise.all(
    paths.map(async (path) => {
      const said = await saidBy(join(folder, path));
      return [...said.matchAll(new RegExp(`.{0,60}${word.toLowerCase()}.{0,20}`, "g"))].map(([at]) => `${path}: ${at}`);
    }),
  );
  return all.flat().toSorted();
}

let root: string;
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A commune to which these files came. */
function receive(files: readonly Delivered[]): void {
  root = mkdtempSync(join(tmpdir(), "secret-"));
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  put("data/convention.yaml", SETTINGS);
  put("data/habilitations.yaml", PERSONS);
  for (const { path, bytes } of files) put(`data/${path}`, bytes);
}

async function does(command: string, ...args: readonly string[]): Promise<string> {
  const out = command === "reception" ? [] : ["--out", join(root, "dist")];
  const { status, stdout, stderr } = await runCommand(command, ...args, "--data", join(root, "data"), ...out);
  expect([command, status, stdout + stderr]).toEqual([command, 0, expect.anything()]);
  return stdout;
}

/** A build whose paper the browser prints. */
async function print(): Promise<void> {
  const line = ["--data", join(root, "data"), "--out", join(root, "dist")];
  const { status, stderr } = await runMain(build, line, { tools: { startPublisher, reader: readHere } });
  expect([status, stderr]).toEqual([0, expect.anything()]);
}

/** A line as it stands, a document that is no statement; else the first of what it may be. */
const KEEPS: ReadonlySet<string> = new Set([CHOICES.asSent, OTHER_STATEMENT]);

/** Whatever is asked is answered. */
async function confirm(): Promise<void> {
  const answers: string[] = [];
  for (let isOpen = true; isOpen; ) {
    const asked = await does("lecture", "--json", "--reponse", answers.join(","));
    const { questions } = JSON.parse(asked) as { questions: readonly { id: string; may: readonly string[] }[] };
    answers.push(...questions.map(({ id, may }) => `${id}=${may.find((one) => KEEPS.has(one)) ?? may[0]}`));
    isOpen = questions.length > 0;
  }
  await does("lecture", "--confirmer", "--reponse", answers.join(","));
}

/** Each place of the name in what is kept of a confirmed delivery, and in what shows it. */
function keptSigns(...folders: readonly string[]): readonly string[] {
  const paths = folders.flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => join(root, folder, name)) : [],
  );
  const texts = paths.filter((path) => /\.(json|html)$/.test(path)).map((path) => readFileSync(path, "utf8"));
  const signs = texts.flatMap((text) =>
    [...text.matchAll(new RegExp(`${NAME}(\\p{L}*)`, "gui"))].map(([, sign]) => sign),
  );
  return [...new Set(signs.map((sign = "") => sign))].toSorted();
}
const EXTENSIONS = ["csv", "docx", "html", "ods", "odt", "pdf", "rtf", "xls", "xlsx"];

const found = (word: string) => foundIn(join(root, "dist"), word);

test("what nobody sees, in every format, is printed by nobody's leave, before and after", async () => {
  receive(HIDDEN);
  await does("poste");
  await does("reception", "2026-T1", "--message", "2026-04-08");
  expect(await does("build")).toContain(`${NAME}`); // the terminal is for eyes
  expect([await found(NAME), await found(LABEL)]).toEqual([[], []]);
  await does("lecture", ...(await keptAsSent(join(root, "data"))));
  // the name of a file, and that of the sheet whose figures are read
  expect(keptSigns("data/lectures", "dist/lectures")).toEqual(["Feuille", ...EXTENSIONS]);
  await print();
  expect(keptSigns("data/lectures", "dist/lectures", "dist/2026-T1")).toEqual(["Feuille", ...EXTENSIONS]);
  await does("copies", "2026-T1", "--pour", "tous");
  expect(readdirSync(join(root, "dist/2026-T1"))).toEqual(expect.arrayContaining(SEARCHED));
  expect(readdirSync(join(root, "dist/2026-T1/copies"))).toContain("exemplaire-01.pdf");
  const control = readFileSync(join(root, "dist/2026-T1/controle.html"), "utf8");
  for (const { path } of HIDDEN) expect(control).toContain(path); // for eyes
  expect(control).toContain("dans le bulletin : 2026-T1/fichier 2");
  expect(await found(NAME)).toEqual([]);
  const labelled = await found(LABEL);
  for (const name of ["bulletin.html", "bulletin.pdf", "tableaux.xlsx", "donnees.csv", "analyses.json"])
    expect(labelled).toContainEqual(expect.stringContaining(`/${name}:`));
});

test("what a person was asked about is not printed for that: no text but a line's label", async () => {
  receive(VISIBLE);
  await confirm();
  await does("build");
  // a heading and a title that say something of the figures
  expect(keptSigns("data/lectures", "dist/lectures", "dist/2026-T1")).toEqual([
    "Feuille",
    "Tete",
    "Titre",
    "csv",
    "docx",
    "rtf",
    "xlsx",
  ]);
  expect(await found(NAME)).toEqual([]);
  expect(await found(LABEL)).not.toEqual([]);
  expect(await found("nombreslusdans")).toContainEqual(
    expect.stringMatching(/bulletin.html: .*nombreslusdans2026-t1\/fichier3/),
  );
});
