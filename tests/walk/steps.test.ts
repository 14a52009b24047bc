import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { hashTree } from "../../scripts/disk/tree.ts";
import { findSituation, likelyDays } from "../../scripts/walk/situation.ts";
import { takeSteps } from "../../scripts/walk/steps.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let data: string;
let out: string;
beforeEach(() => {
  const root = temporaryFolder("pas-a-pas");
  data = join(root, "data");
  out = join(root, "dist");
  mkdirSync(data);
});
const put = (path: string, text: string): void => {
  mkdirSync(join(data, path, ".."), { recursive: true });
  writeFileSync(join(data, path), text);
};
const receive = (delivery: string): void => {
  appendRegister(data, {
    at: "2026-04-08T08:00:00.000Z",
    who: "agent",
    action: "reception",
    delivery,
    messageDate: "2026-04-08",
    openedBy: "agent",
    files: [...hashTree(data, delivery)],
  });
};

/** Answers in turn, then leaves; what was asked, said and run. A "reception" is recorded, any other command does nothing. */
async function walk(today: string, ...answers: readonly (boolean | (() => boolean))[]) {
  const asked: string[] = [];
  const said: string[] = [];
  const ran: string[] = [];
  const left = [...answers];
  const code = await takeSteps({
    dataDir: data,
    outDir: out,
    today,
    list: null,
    look: () => findSituation(data, out, today),
    say: (text) => said.push(text.replaceAll("\u00a0", " ")),
    ask: async (question) => {
      asked.push(question.replaceAll("\u00a0", " "));
      const answer = left.shift();
      return typeof answer === "function" ? answer() : (answer ?? null);
    },
    run: async (name, ...args) => {
      ran.push([name, ...args].join(" "));
      if (name === "reception") receive(args[0] ?? "");
      return 0;
    },
    open: async () => false,
  });
  return { code, asked, said: said.join("\n"), ran };
}

test("a delivery that is due has its folder made, and is waited for until a file is in it", async () => {
  const { asked, said, ran } = await walk(
    "2026-04-09",
    true,
    true, // said to be there, and is not
    () => {
      put("2026-T1/IS101.csv", "a;1");
      return true;
    },
    true,
    true,
  );
  expect(said).toMatch(/1er trimestre 2026 n'est pas dans le dossier.*encore vide.*1 fichier/s);
  expect(asked.slice(0, 3)).toEqual([
    "Est-elle arrivée, et ses fichiers sont-ils déchiffrés ?",
    "Y sont-ils tous ?",
    "Y sont-ils tous ?",
  ]);
  expect(ran).toEqual(["reception 2026-T1 --message 2026-04-08", "check"]);
});

test("before its day a quarter is not awaited; with nothing to do, the walk says so and makes nothing", async () => {
  const early = await walk("2026-04-07", false);
  expect(early.said).toContain("4e trimestre 2025 n'est pas dans le dossier");
  expect(early.said).toContain("Rien à faire avant son arrivée");
  expect(early.code).toBe(0);
  expect(existsSync(join(data, "2025-T4"))).toBe(false);
});

test("a received file that changed stops the walk: no answer records it", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  put("2026-T1/IS101.csv", "a;2");
  const { code, said, ran, asked } = await walk("2026-04-09", true, true, true);
  expect(code).toBe(1);
  expect(said).toContain("modifié depuis l'inscription");
  expect([ran, asked]).toEqual([[], []]);
});

test("a file that came after the reception is recorded only as one of another message", async () => {
  put("2026-T1/IS101.csv", "a;1");
  receive("2026-T1");
  put("2026-T1/IST.csv", "b;1");
  const stray = await walk("2026-04-09", true, false);
  expect(stray).toMatchObject({ code: 1, ran: [] });
  expect(stray.said).toContain("Retirez-les de la livraison");
  const sent = await walk("2026-04-09", true, true, true);
  expect(sent.ran).toEqual(["reception 2026-T1 --message 2026-04-08", "check"]);
});

test("a file outside any delivery, and a folder that names no quarter, are told before anything is recorded", async () => {
  put("2026-T1/IS101.csv", "a;1");
  put("avril/IST.csv", "b;1");
  const { code, said, ran } = await walk("2026-04-09", true, true, true);
  expect(code).toBe(1);
  expect(said).toMatch(/« avril » ne porte pas le nom d'un trimestre/);
  expect(ran).toEqual([]);
});

test("files under a name that is no quarter's are told where no other delivery is there", async () => {
  put("avril/IST.csv", "b;1");
  const { said, ran } = await walk("2026-04-09", false);
  expect(said).toMatch(/« avril » ne porte pas le nom d'un trimestre.*n'est pas dans le dossier/s);
  expect(ran).toEqual([]);
});

test("a message's day is proposed from the convention, the files and today, never from the future nor from within the quarter", async () => {
  put("2026-T1/IS101.csv", "a;1");
  put("2026-T1/IST.csv", "b;1");
  const at = (day: string): Date => new Date(`${day}T12:00:00`);
  utimesSync(join(data, "2026-T1/IS101.csv"), at("2026-04-10"), at("2026-04-10"));
  utimesSync(join(data, "2026-T1/IST.csv"), at("2026-03-30"), at("2026-03-30"));
  const days = (today: string) => likelyDays(data, "2026-T1", findSituation(data, out, today));
  expect(days("2026-04-13")).toEqual(["2026-04-08", "2026-04-10", "2026-04-13"]);
  expect(days("2026-04-07")).toEqual(["2026-04-07"]);
  const refused = await walk("2026-04-13", true, false, false, false);
  expect(refused.ran).toEqual([]);
  expect(refused.said).toContain("npm run reception -- 2026-T1 --message 2026-MM-JJ");
});
