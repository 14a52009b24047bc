/** npm run diagnostic -- --forme: shown, written once it is read, in the register; nothing else leaves. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../scripts/diagnostic.ts";
import { readHere } from "../read-here.ts";
import { type Answer, runMain } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { statement, townHallIn } from "../window/town.ts";

const NOW = "2026-04-20T08:00:00Z";
const tools = { reader: readHere, launchBrowser: () => Promise.reject(new Error("not asked")) };

function townHall() {
  const town = townHallIn(temporaryFolder("forme"));
  town.put("data/2026-T1/IS101 de Petit.csv", `${statement(1)}\nVu par le commandant Petit`);
  const { root } = town;
  const run = (file: string, answers?: readonly Answer[]) =>
    runMain(main, ["--forme", file, "--data", `${root}/data`, "--out", `${root}/dist`], {
      now: () => new Date(NOW),
      tools,
      ...(answers && { answers }),
    });
  return { ...town, run };
}
const isWritten = (root: string) => existsSync(join(root, "dist/formes"));
const QUESTION = "Relue en entier";

test("what is shown is what is written, once a person has read it, and the register says so", async () => {
  const { root, run, lines } = townHall();
  const first = await run("2026-T1/IS101 de Petit.csv", [[QUESTION, "oui"]]);
  expect(first.status).toBe(0);
  const form = readFileSync(join(root, "dist/formes/forme-1.txt"), "utf8");
  expect(first.stdout.replaceAll("\u00a0", " ")).toContain(form.replaceAll("\u00a0", " "));
  expect(form).toContain("Valmont-sur-Lys");
  expect(form).not.toMatch(/petit/i);
  await run(`${root}/data/2026-T1/IS101 de Petit.csv`, [[QUESTION, "o"]]);
  expect(readdirSync(join(root, "dist/formes"))).toEqual(["forme-1.txt", "forme-2.txt"]);
  expect(lines()).toMatchObject([
    { action: "form", form: { path: "formes/forme-1.txt" }, of: { path: "2026-T1/IS101 de Petit.csv" } },
    { action: "form", form: { path: "formes/forme-2.txt" } },
  ]);
});

test.each([
  ["nobody is there", undefined],
  ["the person says no", [[QUESTION, "non"]] as const],
  ["the person leaves", [[QUESTION, "q"]] as const],
])("where %s, nothing is written", async (_, answers) => {
  const { root, run } = townHall();
  const ran = await run("2026-T1/IS101 de Petit.csv", answers);
  expect(ran.status).toBe(1);
  expect(ran.stdout).toContain("FORME D'UN FICHIER REÇU");
  expect(ran.stderr).toContain("Rien n'est écrit");
  expect(isWritten(root)).toBe(false);
  expect(existsSync(join(root, "data/registre.jsonl"))).toBe(false);
});

test("a file that is not there is asked for again, one of which nothing is seen has no form", async () => {
  const { root, run, put } = townHall();
  const absent = await run("IS101.csv", []);
  expect(absent).toMatchObject({ status: 1, stdout: "" });
  expect(absent.stderr).toContain("Aucun fichier reçu ne s'appelle « IS101.csv »");
  put("data/2026-T1/vide.csv", "");
  const empty = await run("2026-T1/vide.csv", []);
  expect(empty).toMatchObject({ status: 1, stdout: "" });
  expect(empty.stderr).toContain("n'a pas de forme à montrer");
  expect(isWritten(root)).toBe(false);
});
