/** npm run reception as a person meets it: asked for what is not typed, or told what to type. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { statement } from "./custody/small-world.ts";
import { type Answer, runCommandWith } from "./run-main.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { atTerminal, HAS_TERMINAL } from "./terminal.ts";

let data: string;
beforeEach(() => {
  data = join(temporaryFolder("reception"), "data");
  mkdirSync(data);
  put("convention.yaml", "commune: { nom: Ville-Fictive }\netats_attendus: [IS101]\n");
  put(
    "habilitations.yaml",
    `responsable: la direction\npersonnes:\n  - { nom: Élise Martin, fonction: Maire, compte: "${userInfo().username}", du: 2020-01-01 }\n`,
  );
});
const put = (path: string, text: string): void => {
  mkdirSync(join(data, path, ".."), { recursive: true });
  writeFileSync(join(data, path), text);
};
const NOW = () => new Date("2026-11-20T10:00:00");
/** At a terminal, with these answers. */
const asked = (answers: readonly Answer[], ...line: readonly string[]) =>
  runCommandWith({ answers, now: NOW }, "reception", ...line, "--data", data);
/** With nobody at the terminal. */
const typed = (...line: readonly string[]) => runCommandWith({ now: NOW }, "reception", ...line, "--data", data);

interface Line {
  readonly delivery: string;
  readonly messageDate: string;
  readonly reason?: string;
  readonly corrects?: number;
}
const lines = (): readonly Line[] =>
  existsSync(join(data, "registre.jsonl"))
    ? readFileSync(join(data, "registre.jsonl"), "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Line)
    : [];
const days = () => lines().map(({ delivery, messageDate }) => `${delivery} ${messageDate}`);

test("the day of the message is asked for, as a person writes it, and never proposed", async () => {
  put("2026-T3/IS101.csv", statement("2026-T3", 4));
  const question = "De quand date le message de « 2026-T3 » ?";
  const { status, stderr } = await asked([
    [question, "hier"],
    [question, "8 octobre 2027"],
    [question, "30/09/2025"],
    [question, "jeu. 8 oct. 2026 09:14"],
  ]);
  expect([status, days()]).toEqual([0, ["2026-T3 2026-10-08"]]);
  for (const said of ["« hier » n'est pas une date", "dans l'avenir", "précède la fin du 3e trimestre 2026"])
    expect(stderr).toContain(said);
  expect(stderr).not.toContain("8 octobre 2026"); // the convention's day
  expect((await asked([])).stdout).toContain("Toutes les livraisons sont inscrites");
});

test("fifteen old deliveries are recorded by one command: the date of each is asked for in turn", async () => {
  const names = [2022, 2023, 2024, 2025].flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-T${n}`)).slice(0, 15);
  for (const name of names) put(`${name}/IS101.csv`, statement(name, 4));
  const refused = await typed();
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("npm run reception -- 2022-T1 --message JJ/MM/AAAA");
  const wrong = await typed("2022-T1", "--message", "31/06/2022");
  expect([wrong.status, days()]).toEqual([2, []]);
  const answers = names.map((name): Answer => [`De quand date le message de « ${name} » ?`, "31 décembre 2025"]);
  expect((await asked(answers)).status).toBe(0);
  expect(days()).toEqual(names.map((name) => `${name} 2025-12-31`));
});

test("who leaves in the middle keeps what was recorded, and is told so", async () => {
  for (const name of ["2026-T1", "2026-T2"]) put(`${name}/IS101.csv`, statement(name, 4));
  const left = await asked([
    ["« 2026-T1 » ?", "08/04/2026"],
    ["« 2026-T2 » ?", null],
  ]);
  expect([left.status, days()]).toEqual([0, ["2026-T1 2026-04-08"]]);
  expect(left.stderr).toContain("1 réception inscrite le reste");
  expect((await asked([["« 2026-T2 » ?", "q"]])).stderr).toContain("rien n'a été inscrit");
});

test("a folder that names its quarter otherwise, then one whose files are of another quarter, get their right name on yes", async () => {
  put("T3 2026/IS101.csv", statement("2026-T3", 4));
  put("2026-T1/IS101.csv", statement("2026-T2", 4));
  const told = await typed("2026-T3", "--message", "08/10/2026");
  expect(told.stderr).toContain("Renommez-le « 2026-T3 »");
  const { status } = await asked([
    ["Le dossier « T3 2026 » ne porte pas le nom d'une livraison. Le renommer « 2026-T3 » ?", "oui"],
    ["Les fichiers de « 2026-T1 » disent être du 2e trimestre 2026. Le renommer « 2026-T2 » ?", "oui"],
    ["« 2026-T2 » ?", "08/07/2026"],
    ["« 2026-T3 » ?", "08/10/2026"],
  ]);
  expect([status, days()]).toEqual([0, ["2026-T2 2026-07-08", "2026-T3 2026-10-08"]]);
  expect(existsSync(join(data, "2026-T1"))).toBe(false);
});

test("on no, a folder keeps its name, and its reception is recorded as it is", async () => {
  put("2026-T1/IS101.csv", statement("2026-T2", 4));
  await asked([
    ["Le renommer « 2026-T2 » ?", "non"],
    ["« 2026-T1 » ?", "08/04/2026"],
  ]);
  expect(days()).toEqual(["2026-T1 2026-04-08"]);
});

test("files that were only renamed or moved are one sentence, are recorded without a question, and came when they came", async () => {
  for (const name of ["a", "b", "c"]) put(`2026-T3/${name}.csv`, statement("2026-T3", name.charCodeAt(0)));
  await typed("2026-T3", "--message", "08/10/2026");
  mkdirSync(join(data, "2026-T3/reçus"));
  for (const name of ["a", "b"])
    renameSync(join(data, `2026-T3/${name}.csv`), join(data, `2026-T3/reçus/IS 101 ${name}.csv`));
  const check = await runCommandWith({ now: NOW }, "check", "--data", data);
  expect(check.stdout.match(/a changé de nom|ont changé de nom|absent|n'est pas de ceux/g)).toEqual([
    "ont changé de nom",
  ]);
  expect(check.stdout).toContain("« a.csv » est maintenant « reçus/IS 101 a.csv »");
  const registre = await runCommandWith({ now: NOW }, "registre", "--data", data, "--out", join(data, "../dist"));
  expect(registre.stdout).toContain("ont changé de nom ou de place, avec le même contenu");
  expect(registre.stdout).not.toContain("ERREUR");
  expect((await asked([])).status).toBe(0);
  expect(lines()[1]).toMatchObject({ messageDate: "2026-10-08", corrects: 1 });
  expect(lines()[1]?.reason?.replaceAll("\u00a0", " ")).toContain("« a.csv » est maintenant « reçus");
  expect((await runCommandWith({ now: NOW }, "check", "--data", data)).stdout).not.toContain("changé de nom");
});

test("a renamed file whose content changed too is no renamed file", async () => {
  put("2026-T3/a.csv", statement("2026-T3", 1));
  await typed("2026-T3", "--message", "08/10/2026");
  renameSync(join(data, "2026-T3/a.csv"), join(data, "2026-T3/b.csv"));
  put("2026-T3/b.csv", statement("2026-T3", 2));
  const { status, stderr } = await asked([], "2026-T3");
  expect([status, lines().length]).toEqual([1, 1]);
  expect(stderr).toContain("« 2026-T3/a.csv » est absent");
});

test("what is still encrypted is a question of the reception, never asked again nor told", async () => {
  put("2026-T3/IS101.csv", statement("2026-T3", 4));
  put("2026-T3/envoi.zed", "x");
  const question = "« envoi.zed » : encore chiffré. Tout ce qui est dedans est-il déchiffré, et dans la livraison ?";
  expect((await typed("2026-T3", "--message", "08/10/2026")).stderr).toContain("--dechiffre");
  expect((await asked([[question, "non"]])).stderr).toContain("Déchiffrez sur ce poste");
  expect(lines()).toEqual([]);
  expect(
    (
      await asked([
        [question, "oui"],
        ["De quand date", "08/10/2026"],
      ])
    ).status,
  ).toBe(0);
  expect((await asked([])).stdout).toContain("rien à ajouter");
  const check = await runCommandWith({ now: NOW }, "check", "--data", data);
  expect(check.stdout).not.toContain("envoi.zed");
});

test("a container alone is no delivery; one that its content is named for is not asked about", async () => {
  put("2026-T3/IS101.csv.zed", "x");
  const alone = await typed("2026-T3", "--message", "08/10/2026", "--dechiffre");
  expect([alone.status, lines().length]).toEqual([1, 0]);
  expect(alone.stderr).toContain("la livraison ne tient rien d'autre");
  put("2026-T3/IS101.csv", statement("2026-T3", 4));
  expect((await typed("2026-T3", "--message", "08/10/2026")).status).toBe(0);
});

test("a file that came after the reception is recorded only as one that the service has sent", async () => {
  put("2026-T3/IS101.csv", statement("2026-T3", 4));
  await typed("2026-T3", "--message", "08/10/2026");
  put("2026-T3/note.csv", "b;1");
  const question = "1 fichier s'est ajouté à « 2026-T3 » depuis sa réception : « note.csv ».";
  const stray = await asked([[question, "non"]]);
  expect([stray.status, lines().length]).toEqual([1, 1]);
  expect(stray.stderr).toContain("Retirez de la livraison");
  await asked([
    [question, "oui"],
    ["De quand date", "09/10/2026"],
  ]);
  expect(days()).toEqual(["2026-T3 2026-10-08", "2026-T3 2026-10-09"]);
});

test("a wrong opener is corrected by a new line", async () => {
  put("2026-T3/IS101.csv", statement("2026-T3", 4));
  await typed("2026-T3", "--message", "08/10/2026");
  await typed("2026-T3", "--message", "08/10/2026", "--ouvert-par", "Jean Petit");
  expect(lines()[1]).toMatchObject({ openedBy: "Jean Petit", corrects: 1 });
  expect((await typed("2026-T3", "--message", "08/10/2026")).stdout).toContain("déjà inscrite (registre, ligne 2)");
});

test.skipIf(!HAS_TERMINAL)(
  "at a terminal, the answer is shown once: no process of the program gives the terminal back meanwhile",
  async () => {
    put("2026-T1/IS101.csv", statement("2026-T1", 4));
    const { shown, status } = await atTerminal(
      ["reception", "--data", data],
      [{ when: "(jour, mois, année)", type: "8 avril 2026\r" }],
    );
    expect([status, days()]).toEqual([0, ["2026-T1 2026-04-08"]]);
    expect(shown.match(/8 avril 2026/g)).toHaveLength(1);
  },
);
