/** Step 0 of the walk: an empty folder, a few answers, and a bulletin may be made. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { loadEntitlements } from "../../scripts/custody/people/entitlement.ts";
import { loadSettings } from "../../scripts/holdings/load-settings.ts";
import type { WalkTools } from "../../scripts/trimestre.ts";
import { statement } from "../custody/small-world.ts";
import { type Answer, runCommand, runCommandWith } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let data: string;
let out: string;
let ran: string[];
beforeEach(() => {
  const root = temporaryFolder("premier-jour");
  data = join(root, "data");
  out = join(root, "dist");
  ran = [];
  mkdirSync(data);
});
const where = () => ["--data", data, "--out", out];

async function walk(...answers: readonly Answer[]) {
  const tools: WalkTools = {
    run: async (name, line) => {
      ran.push(name);
      return (await runCommand(name, ...line)).status;
    },
    open: () => Promise.resolve(false),
  };
  const { status, stdout, stderr } = await runCommandWith({ tools, answers }, "trimestre", ...where());
  return { status, shown: stdout + stderr };
}
const registered = (): boolean => existsSync(join(data, "registre.jsonl"));
const ARRIVED: Answer = ["ses fichiers sont-ils déchiffrés ?", "q"];

test("four answers and no file edited: settings, list, the folder bound, the machine looked at; then the quarter begins", async () => {
  const { status, shown } = await walk(
    ["Votre commune", "la fouillouse"],
    ["Votre nom", "Élise Martin, responsable : sécurité"],
    ["Les autres personnes", "Jean Petit, maire; Anne Roux, directrice générale, aroux"],
    ["Entrée si tout est juste", ""],
    ARRIVED,
  );
  expect(status).toBe(0);
  expect(shown).toMatch(/1 {2}Commune +La Fouillouse \(Loire, code INSEE 42097\)/);
  expect(ran).toEqual(["poste", "diagnostic"]);
  expect(shown).toContain("npm run poste -- --partage GROUPE"); // another account is to open the folder
  const { commune, population, dwellings, since, expectedStatements } = loadSettings(data);
  expect(commune).toEqual({ name: "La Fouillouse", insee: "42097", departement: "42" });
  expect(Object.keys(population)).toEqual(["2023"]);
  expect([dwellings, since, expectedStatements]).toEqual([{}, null, ["IS101", "IST"]]);
  const list = loadEntitlements(data);
  expect(list?.persons.map(({ name, role, account }) => [name, role, account])).toEqual([
    ["Élise Martin", "responsable : sécurité", userInfo().username],
    ["Jean Petit", "maire", null],
    ["Anne Roux", "directrice générale", "aroux"],
  ]);
  // all that the examples explain is still there
  for (const [written, example] of [
    ["convention.yaml", "data/convention.example.yaml"],
    ["habilitations.yaml", "data/habilitations.example.yaml"],
  ] as const) {
    const comments = (path: string) => readFileSync(path, "utf8").match(/^ *#.*$/gm);
    expect(comments(join(data, written))).toEqual(comments(example));
  }
  // once only
  const again = await walk(ARRIVED);
  expect(again.shown).not.toContain("La première fois");
});

test("any line is asked again by its number; what cannot be understood is said, and nothing is written before the person agrees", async () => {
  const { shown } = await walk(
    ["Votre commune", "Sainte-Marie"], // several
    ["Le numéro de la vôtre", "99"],
    ["Votre commune", "97418"], // by its code: overseas, one whose population is of the same year
    ["Votre nom", "Élise Martin"],
    ["Votre nom", "Élise Martin, maire"],
    ["Les autres personnes", "Jean Petit"],
    ["Les autres personnes", ""],
    ["Entrée si tout est juste", "12"],
    ["Entrée si tout est juste", "2"],
    ["Population municipale", "beaucoup"],
    ["Population municipale", "6 459 en 2021"],
    ["Entrée si tout est juste", "3"],
    ["Nombre de logements", "3000 2021"],
    ["Entrée si tout est juste", "5"],
    ["Jour du mois", "31"],
    ["Jour du mois", "15"],
    ["Entrée si tout est juste", "6"],
    ["Les états envoyés", "IST, IVG"],
    ["Les états envoyés", "I.S.T"],
    ["Entrée si tout est juste", "oui"],
    ARRIVED,
  );
  expect(shown).toContain("Sainte-Marie (Martinique, code INSEE 97228)");
  const { commune, population, dwellings, deliveryDay, expectedStatements } = loadSettings(data);
  expect([commune.insee, population, dwellings]).toEqual(["97418", { 2021: 6459 }, { 2021: 3000 }]);
  expect([deliveryDay, expectedStatements]).toEqual([15, ["IST"]]);
});

test("a name that the list has not is kept when the person says so: no code, no population is invented", async () => {
  await walk(
    ["Votre commune", "Nulle-Part-sur-Rien: x"],
    ["Le numéro de la vôtre", "0"],
    ["Votre nom", "Élise Martin, maire"],
    ["Les autres personnes", ""],
    ["Entrée si tout est juste", ""],
    ARRIVED,
  );
  expect(loadSettings(data)).toMatchObject({
    commune: { name: "Nulle-Part-sur-Rien: x", insee: null, departement: null },
    population: {},
  });
});

test.each([
  ["at the first question", [["Votre commune", null]]],
  [
    "at the last",
    [
      ["Votre commune", "42097"],
      ["Votre nom", "A, b"],
      ["Les autres personnes", ""],
      ["Entrée si tout est juste", "q"],
    ],
  ],
] as const)("left %s, nothing is written", async (_, answers) => {
  const { status, shown } = await walk(...answers);
  expect([status, shown.includes("rien n'a été écrit")]).toEqual([0, true]);
  expect(["convention.yaml", "habilitations.yaml", "registre.jsonl"].filter((f) => existsSync(join(data, f)))).toEqual(
    [],
  );
});

test("only what is not there is asked; an account that the list has not is refused first", async () => {
  writeFileSync(join(data, "convention.yaml"), "commune: { nom: Ville-Fictive }\n");
  await walk(
    ["Votre nom", "Élise Martin, maire"],
    ["Les autres personnes", ""],
    ["Entrée si tout est juste", ""],
    ARRIVED,
  );
  expect(loadSettings(data).commune.name).toBe("Ville-Fictive");
  expect(loadEntitlements(data)?.persons).toHaveLength(1);
  const persons = "responsable: x\npersonnes:\n  - { nom: A, fonction: b, compte: autre, du: 2020-01-01 }\n";
  writeFileSync(join(data, "habilitations.yaml"), persons);
  rmSync(join(data, "convention.yaml"));
  expect((await walk()).shown).toContain("n'est pas sur la liste des personnes habilitées");
});

test("before it, nothing is recorded and no bulletin is made: the refusal says where to begin", async () => {
  mkdirSync(join(data, "2022-T4"));
  writeFileSync(join(data, "2022-T4/IS101.csv"), statement("2022-T4", 4));
  for (const line of [
    ["build", ...where()],
    ["reception", "2022-T4", "--message", "2023-01-08", "--data", data],
    ["poste", ...where()],
    ["sauvegarde", join(data, ".."), ...where()],
    ["copies", "2022-T4", "--pour", "tous", ...where()],
  ] as const) {
    const { status, stderr } = await runCommand(...(line as readonly [string, ...string[]]));
    expect([line[0], status]).toEqual([line[0], 2]);
    expect(stderr).toMatch(/Rien ne dit encore de quelle commune.*\n {2}→ npm run trimestre/);
  }
  expect([registered(), existsSync(out)]).toEqual([false, false]);
});

test("the demonstration has no first day, and a folder that is not there is told", async () => {
  const run = async (folder: string) => (await runCommandWith({ answers: [] }, "trimestre", "--data", folder)).stderr;
  expect(await run("data/demo")).toContain("est une démonstration");
  expect(await run(join(data, "ailleurs"))).toContain("n'existe pas");
});
