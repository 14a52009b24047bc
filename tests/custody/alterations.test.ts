/**
 * What somebody may do to the folders behind the program's back: each alteration is named by the register, and stays so after a build. Two
 * that the register alone cannot see, written again whole, or cut where no file tells of it, are caught by a paper: since.test.ts.
 */

import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf, type RegisterLine } from "../../scripts/custody/register/entry.ts";
import { correctionsOf } from "../../scripts/custody/register/in-force.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { describeLine } from "../../scripts/custody/register/text.ts";
import { verifyClock } from "../../scripts/custody/register/verify-clock.ts";
import { verifyRegister } from "../../scripts/custody/verify-register.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { returned } from "./entries.ts";
import { makeSmallWorld, runIn as run } from "./small-world.ts";

const world = mkdtempSync(join(tmpdir(), "alterations-"));
afterAll(() => rmSync(world, { recursive: true, force: true }));
beforeAll(() => makeSmallWorld(world));

/** All that npm run registre names as to be seen to, and the lines themselves. */
function told(folder: string): string {
  const [data, out] = [join(folder, "data"), join(folder, "dist")];
  const { value: lines, issues } = verifyRegister(data, out);
  const all = [...issues, ...verifyClock(lines, new Date())].filter(({ severity }) => severity !== "info");
  const replaced = lines.filter((line) => line.action === "build" && line.replacedAltered !== undefined);
  return [
    ...all.map(spoken).map(({ message }) => message),
    ...replaced.map((line) => describeLine(line, correctionsOf(lines))),
  ]
    .join("\n")
    .replaceAll("\u00a0", " ");
}

interface Folder {
  readonly at: (path: string) => string;
  /** Rewrites the lines of the register's file. */
  readonly lines: (change: (lines: readonly string[]) => readonly string[]) => void;
}
const parse = (text: string): RegisterLine => JSON.parse(text) as RegisterLine;
const forged = (text: string): string => {
  const line = { ...parse(text), who: "un autre" };
  return JSON.stringify({ ...line, hash: hashOf(line) });
};
const swap = <T>(list: readonly T[], i: number): readonly T[] =>
  list.toSpliced(i, 2, ...list.slice(i, i + 2).reverse());

/** The first edition's files over those of the second, the copies left alone. */
function putBack(at: Folder["at"]): void {
  for (const name of readdirSync(at("first-edition")).filter((each) => each !== "copies"))
    cpSync(at(`first-edition/${name}`), at(`dist/2026-T1/${name}`));
}

const ALTERATIONS: readonly (readonly [name: string, alter: (folder: Folder) => void, said: RegExp])[] = [
  // data/
  [
    "a received file changed",
    ({ at }) => appendFileSync(at("data/2026-T1/IS101.csv"), "Viols;1;0;1\n"),
    /IS101\.csv » : modifié/,
  ],
  ["a received file removed", ({ at }) => rmSync(at("data/2025-T4/IS101.csv")), /2025-T4\/IS101\.csv » : absent/],
  [
    "a received file renamed",
    ({ at }) => renameSync(at("data/2026-T1/IS101.csv"), at("data/2026-T1/b.csv")),
    /« IS101\.csv » est maintenant « b\.csv »/,
  ],
  [
    "a file added to a delivery",
    ({ at }) => cpSync(at("data/2025-T4/IS101.csv"), at("data/2025-T4/c.csv")),
    /c\.csv » n'est pas de ceux/,
  ],
  [
    "a delivery renamed",
    ({ at }) => renameSync(at("data/2025-T4"), at("data/2025-T3")),
    /« 2025-T4\/IS101\.csv » est maintenant « 2025-T3\/IS101\.csv »/,
  ],
  [
    "a delivery added",
    ({ at }) => cpSync(at("data/2025-T4"), at("data/2025-T4_2"), { recursive: true }),
    /« 2025-T4_2 » est dans le dossier, mais/,
  ],
  // dist/
  [
    "a bulletin's PDF changed",
    ({ at }) => appendFileSync(at("dist/2026-T1/bulletin.pdf"), "%"),
    /2026-T1\/bulletin\.pdf/,
  ],
  [
    "a bulletin's page changed",
    ({ at }) => appendFileSync(at("dist/2026-T1/bulletin.html"), "<p>"),
    /2026-T1\/bulletin\.html/,
  ],
  ["a bulletin's figures removed", ({ at }) => rmSync(at("dist/2026-T1/donnees.csv")), /2026-T1\/donnees\.csv/],
  ["a file added to a bulletin", ({ at }) => writeFileSync(at("dist/2026-T1/note.txt"), "x"), /2026-T1\/note\.txt/],
  [
    "an older edition put back in the place of the last",
    ({ at }) => putBack(at),
    /(?:autre que celui de l'inscription|n'était pas ce qui était inscrit : .*bulletin\.html)/,
  ],
  ["a file added among the bulletins", ({ at }) => writeFileSync(at("dist/note.txt"), "x"), /« note\.txt » est parmi/],
  ["the index changed", ({ at }) => appendFileSync(at("dist/index.html"), "<p>"), /index\.html/],
  // copies
  [
    "a copy changed",
    ({ at }) => appendFileSync(at("dist/2026-T1/copies/exemplaire-02.pdf"), "%"),
    /exemplaire-02\.pdf » : modifié/,
  ],
  [
    "a copy added",
    ({ at }) => cpSync(at("dist/2026-T1/copies/exemplaire-02.pdf"), at("dist/2026-T1/copies/exemplaire-03.pdf")),
    /exemplaire-03\.pdf » est parmi/,
  ],
  [
    "a copy given another's number",
    ({ at }) => cpSync(at("dist/2026-T1/copies/exemplaire-02.pdf"), at("dist/2026-T1/copies/exemplaire-01.pdf")),
    /exemplaire-01\.pdf » : modifié/,
  ],
  // lines of the register
  [
    "a line edited",
    ({ lines }) => lines((all) => all.with(3, (all[3] ?? "").replace('"who":"', '"who":"x'))),
    /ligne 4 : .*modifi/,
  ],
  [
    "a line edited, its own hash made right",
    ({ lines }) => lines((all) => all.with(3, forged(all[3] ?? ""))),
    /ligne 4 : .*récrite/,
  ],
  ["a line removed", ({ lines }) => lines((all) => all.toSpliced(3, 1)), /la ligne 4 manque/],
  [
    "a line inserted",
    ({ lines }) => lines((all) => all.toSpliced(4, 0, forged(all[2] ?? ""))),
    /ligne 5 : elle porte le numéro 3/,
  ],
  ["two lines swapped", ({ lines }) => lines((all) => swap(all, 3)), /l'ordre a été changé/],
  ["a line repeated", ({ lines }) => lines((all) => all.toSpliced(4, 0, all[3] ?? "")), /elle porte le numéro 4/],
  ["the last lines removed", ({ lines }) => lines((all) => all.slice(0, -4)), /exemplaire-02\.pdf » est parmi/],
  [
    "the last line cut",
    ({ at }) => writeFileSync(at("data/registre.jsonl"), readFileSync(at("data/registre.jsonl"), "utf8").slice(0, -20)),
    /ligne 14 : elle est incomplète/,
  ],
  ["the register emptied", ({ at }) => writeFileSync(at("data/registre.jsonl"), ""), /Le registre a disparu/],
  ["the register taken away", ({ at }) => rmSync(at("data/registre.jsonl")), /Le registre a disparu/],
  [
    "the register put back to an earlier one",
    ({ at }) => cpSync(at("first-registre.jsonl"), at("data/registre.jsonl")),
    /exemplaire-02\.pdf » est parmi/,
  ],
  [
    "the clock turned back",
    ({ at }) => void appendRegister(at("data"), returned(2, { at: "2020-01-01T00:00:00.000Z" })),
    /suit une ligne du/,
  ],
  [
    "the clock put forward",
    ({ at }) => void appendRegister(at("data"), returned(2, { at: "2999-01-01T00:00:00.000Z" })),
    /est en avance/,
  ],
];

function altered(alter: (folder: Folder) => void): string {
  const folder = temporaryFolder("alteration");
  cpSync(world, folder, { recursive: true, preserveTimestamps: true });
  const at = (path: string): string => join(folder, path);
  alter({
    at,
    lines: (change) => {
      const all = readFileSync(at("data/registre.jsonl"), "utf8").trimEnd().split("\n");
      writeFileSync(
        at("data/registre.jsonl"),
        change(all)
          .map((line) => `${line}\n`)
          .join(""),
      );
    },
  });
  return folder;
}

test("what nobody touched is not accused, before a build and after it", async () => {
  const folder = altered(() => {});
  expect(told(folder)).toBe("");
  expect((await run(folder, "build")).status).toBe(0);
  expect(told(folder)).toBe("");
});

test("the list of the bulletins says who holds a copy, once it was handed out and once it came back", () => {
  const index = readFileSync(join(world, "dist/index.html"), "utf8").replaceAll("\u00a0", " ");
  expect(index).toContain("n° 2 (Élise Martin)");
  expect(index).not.toContain("n° 1 (Élise Martin)");
});

test("the list has more than twenty alterations, each of its own", () => {
  expect(new Set(ALTERATIONS.map(([name]) => name)).size).toBeGreaterThan(20);
});

test.each(ALTERATIONS)("%s: named, and not cleared by a build", async (_, alter, said) => {
  const folder = altered(alter);
  expect(told(folder)).toMatch(said);
  await run(folder, "build"); // done or refused
  expect(told(folder)).toMatch(said);
});
