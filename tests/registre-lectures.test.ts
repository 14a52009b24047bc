/** `npm run registre` holds the confirmed lectures to their files: the chain of the register vouches for nothing that was chained again. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { appendRegister } from "../scripts/custody/index.ts";
import { sha256 } from "../scripts/disk/sha256.ts";
import { main as lecture } from "../scripts/lecture.ts";
import type { Reader } from "../scripts/reading/job.ts";
import { main as registre } from "../scripts/registre.ts";
import { readHere } from "./read-here.ts";
import { runMain } from "./run-main.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const now = () => new Date("2026-04-20T08:00:00Z");
const TEXT =
  "IS 101 - Rive-Blanche - 1er trimestre 2026\n\nNature des faits;Police\nHomicides;1\nCambriolages de logement;22\n";
let data: string;
const at = (path: string): string => join(data, path);
/** Paths that were read, of the last verification. */
let asked: string[];
async function verified(...args: readonly string[]) {
  asked = [];
  const reader: Reader = (knowledge, jobs) => {
    asked.push(...jobs.flatMap(({ files }) => files.map((file) => file?.path ?? "")));
    return readHere(knowledge, jobs);
  };
  const { status, stdout } = await runMain(registre, ["--bref", ...args, "--data", data, "--out", at("../dist")], {
    now,
    tools: { reader },
  });
  return { status, stdout };
}

/** The stored lecture is changed, and the register chained again over it. */
function forge(change: (text: string) => string): void {
  const path = "lectures/2026-T1.json";
  const text = change(readFileSync(at(path), "utf8"));
  writeFileSync(at(path), text);
  const { username: who } = userInfo();
  appendRegister(data, {
    at: now,
    who,
    action: "lecture",
    delivery: "2026-T1",
    lecture: { path, sha256: sha256(text) },
    files: [],
  });
}

beforeEach(async () => {
  data = temporaryFolder("registre-lectures");
  writeFileSync(at("convention.yaml"), "commune: { nom: Rive-Blanche }\netats_attendus: [IS101]\n");
  mkdirSync(at("2026-T1"));
  writeFileSync(at("2026-T1/IS101.csv"), TEXT);
  await runMain(lecture, ["2026-T1", "--confirmer", "--data", data, "--out", at("../dist")], {
    now,
    tools: { reader: readHere, openPage: async () => false },
  });
});

test("a lecture that says what its file says is compared once, and again with --tout", async () => {
  expect((await verified()).stdout).toContain("Registre vérifié");
  expect(asked).toEqual(["2026-T1/IS101.csv"]);
  await verified();
  expect(asked).toEqual([]);
  await verified("--tout");
  expect(asked).toEqual(["2026-T1/IS101.csv"]);
});

test.each([
  ["its value alone", (text: string) => text.replace('"valeur":22', '"valeur":12')],
  ["its value and its text", (text: string) => text.replace('"valeur":22', '"valeur":12').replaceAll('"22"', '"12"')],
])(
  "a figure that was changed, %s, is seen (lecture-unlike-file), though the register is chained again",
  async (_, change) => {
    await verified();
    forge(change);
    const { status, stdout } = await verified();
    expect([status, stdout]).toEqual([1, expect.stringContaining("La lecture a été modifiée")]);
    expect(stdout).toContain("ligne ");
    expect((await verified()).status).toBe(1); // and each time
  },
);

test("of another version of the program, it is told as such, and stops nothing", async () => {
  forge((text) => text.replace('"valeur":22', '"valeur":12').replace(/"programme": "[^"]+"/, '"programme": "0.9.0"'));
  const { status, stdout } = await verified();
  expect([status, stdout]).toEqual([0, expect.stringContaining("Confirmée avec la version 0.9.0")]);
});

test("a file that is no longer there is told apart: lecture-file-gone", async () => {
  rmSync(at("2026-T1/IS101.csv"));
  const { stdout } = await verified();
  expect(stdout).toContain("n'est comparée à rien");
  expect(stdout).not.toContain("a été modifiée");
});
