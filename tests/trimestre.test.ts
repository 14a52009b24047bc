import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { WalkTools } from "../scripts/trimestre.ts";
import { statement } from "./custody/small-world.ts";
import { keptAsSent } from "./kept-as-sent.ts";
import { readHere } from "./read-here.ts";
import { type Answer, runCommand, runCommandWith } from "./run-main.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { atTerminal, HAS_TERMINAL } from "./terminal.ts";

/** A town hall with its settings and its list; its delivery is an old one, so that another is awaited whatever the day of the test. */
function townHall() {
  const root = temporaryFolder("trimestre");
  const data = join(root, "data");
  const out = join(root, "dist");
  mkdirSync(join(data, "2022-T4"), { recursive: true });
  writeFileSync(join(data, "2022-T4/IS101.csv"), statement("2022-T4", 4));
  writeFileSync(
    join(data, "convention.yaml"),
    "commune: { nom: Ville-Fictive }\netats_attendus: [IS101]\nmarquage: Confidentiel\n",
  );
  writeFileSync(
    join(data, "habilitations.yaml"),
    `responsable: la direction
personnes:
  - { nom: Élise Martin, fonction: Maire, compte: "${userInfo().username}", du: 2020-01-01 }
  - { nom: Jean Petit, fonction: Adjoint, du: 2020-01-01 }
`,
  );
  const where = ["--data", data, "--out", out];
  const walkFrom = async (...answers: readonly Answer[]) => {
    let said = "";
    const tools: WalkTools = {
      run: async (name, line) => {
        const day: Answer = ["De quand date le message de « 2022-T4 » ?", "dim. 8 janvier 2023"];
        const ran = await runCommandWith(
          name === "reception" ? { answers: [day] } : {},
          name,
          ...line,
          ...(name === "lecture" ? await keptAsSent(data) : []),
        );
        said += ran.stdout + ran.stderr;
        return ran.status;
      },
      open: () => Promise.resolve(false),
      reader: readHere,
    };
    const ran = await runCommandWith({ tools, answers }, "trimestre", ...where);
    return { status: ran.status, shown: ran.stdout + ran.stderr, said };
  };
  const walk = (...answers: readonly Answer[]) =>
    walkFrom(["ses fichiers sont-ils déchiffrés ? (oui ou non)", "non"], ...answers);
  return { data, out, where, walk, walkFrom };
}
const actions = (data: string): readonly string[] =>
  readFileSync(join(data, "registre.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { readonly action: string }).action)
    .filter((action) => action !== "index"); // the list of the bulletins follows by itself

test("the quarter is walked through by yes and no, left at any question and taken up there again", async () => {
  const { data, out, where, walk } = townHall();
  const first = await walk(["Chaque remarque « À VÉRIFIER »", "peut-être"], ["est-elle comprise ? (oui ou non)", null]);
  expect(first.status).toBe(0);
  expect(first.shown).toContain("Répondez oui ou non");
  expect(first.shown).toContain("Ce qui est fait reste fait, et est inscrit au registre : réception, lecture.");
  expect(actions(data)).toEqual(["reception", "lecture"]);

  const second = await walk(
    ["est-elle comprise ? (oui ou non)", "oui"],
    ["Faire le bulletin du 4e trimestre 2022 ? (oui ou non)", "OUI"],
    ["justes ? (oui ou non)", "q"],
  );
  expect(second.shown).toContain("Toutes les livraisons sont inscrites au registre.");
  expect(actions(data)).toEqual(["reception", "lecture", "build"]);

  const third = await walk(
    ["justes ? (oui ou non)", "oui"],
    ["un exemplaire numéroté pour qui ?", "3"],
    ["un exemplaire numéroté pour qui ?", "2"],
    ["Sauvegarder sur quelle clé", "non"],
  );
  expect(third.shown).toContain("Déjà fait, et à jour");
  expect(third.shown).toContain("Le n° 3 n'est pas de ceux-là.");
  expect(third.said).toContain("Exemplaire n° 1 pour Jean Petit");
  expect(third.said).toContain("Registre vérifié : 5 lignes");
  expect(third.status).toBe(0);
  expect(existsSync(join(out, "2022-T4/copies/exemplaire-01.pdf"))).toBe(true);

  await runCommand("copies", "2022-T4", "--pour", "Élise Martin", ...where);
  const fourth = await walk(
    ["n° 1 (Jean Petit), n° 2 (Élise Martin) (leurs numéros", "1"],
    ["n° 1 (Jean Petit) (leurs numéros", null],
  );
  expect(fourth.shown).toContain("inscrit au registre : retour.");
  expect(actions(data)).toEqual(["reception", "lecture", "build", "copies", "copies", "return"]);

  const again = await walk(
    ["Lesquels sont revenus ? n° 2 (Élise Martin)", "tous"],
    ["lesquels sont détruits ? n° 1 (Jean Petit), n° 2 (Élise Martin)", "1-2"],
    ["Sauvegarder sur quelle clé", "non"],
  );
  expect(again.shown).toContain("Tout est fait");
  expect(actions(data).slice(-4)).toEqual(["return", "return", "destruction", "destruction"]);

  // other settings: what was made is no longer what would be made
  const settings = join(data, "convention.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace(/^marquage:.*$/m, "marquage: Secret"));
  const fifth = await walk(
    ["est-elle comprise ? (oui ou non)", "oui"],
    ["Il n'est plus à jour. Refaire le bulletin du 4e trimestre 2022 ? (oui ou non)", "q"],
  );
  expect(fifth.shown).toContain("Arrêté à votre demande");
});

test("settings under the name that Notepad gave them are given the right one on yes, and nothing else is asked of them", async () => {
  const { data, walkFrom } = townHall();
  const [right, wrong] = ["convention.yaml", "convention.yaml.txt"].map((name) => join(data, name)) as [string, string];
  renameSync(right, wrong);
  const question =
    "Le fichier « convention.yaml.txt » n'est pas lu sous ce nom. Le renommer « convention.yaml » ? (oui ou non)";
  const no = await walkFrom([question, "non"]);
  expect([no.status, existsSync(wrong)]).toEqual([2, true]);
  await walkFrom([question, "oui"], ["ses fichiers sont-ils déchiffrés ?", "q"]);
  expect(existsSync(right)).toBe(true);
});

test("without a terminal, the walk says that it needs one and does nothing", async () => {
  const { data, where } = townHall();
  const { status, stderr } = await runCommand("trimestre", ...where);
  expect(status).toBe(2);
  expect(stderr).toContain("doit être lancée dans un terminal");
  expect(existsSync(join(data, "registre.jsonl"))).toBe(false);
});

test("the list of commands has every one that an agent may run, and no other", async () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  // those that look at the operator's folder are loaded with the preload; the others are tools of this repository
  const forAgents = Object.keys(scripts).filter((name) => scripts[name]?.includes("preload.js") && name !== "aide");
  const { status, stdout } = await runCommand("aide");
  expect(status).toBe(0);
  const listed = new Set([...stdout.matchAll(/^ {2}npm run ([\w-]+)/gm)].map(([, name]) => name));
  expect([...listed].toSorted()).toEqual(forAgents.toSorted());
});

test.skipIf(!HAS_TERMINAL)("on a terminal, a remark is in colours, and no sign of them is spelled out", async () => {
  const { data, where } = townHall();
  await runCommand("reception", "2022-T4", "--message", "2023-01-08", "--data", data);
  writeFileSync(join(data, "2022-T4/IS101.csv"), statement("2022-T4", 5));
  const { shown } = await atTerminal(
    ["trimestre", ...where],
    [{ when: "ses fichiers sont-ils déchiffrés ?", type: "non\r" }],
  );
  expect(shown).toContain("\u001b[31mERREUR");
  expect(shown).not.toContain("[U+001B]");
});
