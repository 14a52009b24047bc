import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { type Copy, copiesOf } from "../../scripts/custody/copies/copies.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import {
  confirmationPhrase,
  copiesToTakeBack,
  eliminate,
  eliminationList,
  findPast,
} from "../../scripts/custody/retention.ts";
import { readRegister, verifyRegister } from "../../scripts/custody/verify-register.ts";
import { lockOutput } from "../../scripts/disk/output-lock.ts";
import { retentionDay } from "../../scripts/model/delivery.ts";
import { quarter } from "../../scripts/model/period.ts";
import { textOf } from "../pdf-pages.ts";
import { unprinted } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { build, reception } from "./entries.ts";

let data: string;
let out: string;
beforeEach(() => {
  const root = temporaryFolder("conservation");
  data = join(root, "data");
  out = join(root, "dist");
  for (const folder of [
    "data/2021-T3",
    "data/2021-T3-rectificatif",
    "data/2021-T4",
    "data/2021-T3bis",
    "data/reference",
    "dist/2021-T3",
    "dist/documents",
  ]) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, "a.csv"), folder);
  }
});
const folders = (today: string) => findPast(data, out, 5, today).map((held) => `${held.kind} ${held.folder}`);

test("the time runs from the end of the quarter", () => {
  expect(retentionDay(quarter(2021, 3), 5)).toBe("2026-10-01");
  expect(retentionDay(quarter(2021, 4), 5)).toBe("2027-01-01");
});

test("what has passed its time is found on the day, not before; folders that no quarter names are never proposed", () => {
  expect(folders("2026-09-30")).toEqual([]);
  expect(folders("2026-10-01")).toEqual(["delivery 2021-T3", "bulletin 2021-T3", "delivery 2021-T3-rectificatif"]);
  expect(folders("2027-01-01")).toContain("delivery 2021-T4");
  writeFileSync(join(out, "2021-T2"), "a file");
  expect(folders("2026-09-30")).toEqual([]);
});

test("a due date of five digits is still to come, whether the time agreed on or the folder's year makes it so", () => {
  mkdirSync(join(data, "9999-T4"));
  expect(retentionDay(quarter(2021, 3), 9999)).toBe("12020-10-01");
  expect(findPast(data, out, 9999, "2026-10-01")).toEqual([]);
  expect(folders("2026-10-01")).not.toContain("delivery 9999-T4");
});

test("the elimination list names each folder, its period and its due date, for the visa", async () => {
  const past = findPast(data, out, 5, "2026-10-01");
  const page = eliminationList(past, {
    commune: "Ville-Fictive",
    marking: "Confidentiel",
    years: 5,
    today: "2026-10-01",
    copiesOut: [],
  });
  const text = (await textOf(await unprinted(page))).join(" ").replaceAll("\u00a0", " ");
  expect(text).toContain("Livraison 2021-T3-rectificatif");
  expect(text).toContain("3e trimestre 2021");
  expect(text).toContain("1er octobre 2026");
  expect(text).toContain("L. 212-2");
  expect(text).toContain("Ville-Fictive");
});

test("an elimination is recorded with its visa and every hash, then done; what was recorded no longer counts as missing", () => {
  const past = findPast(data, out, 5, "2026-10-01");
  expect(confirmationPhrase(past)).toBe("éliminer 3 dossiers");
  appendRegister(data, {
    at: "2021-10-08T08:00:00.000Z",
    who: "agent",
    action: "reception",
    delivery: "2021-T3",
    messageDate: "2021-10-08",
    openedBy: "A",
    files: [...(past[0]?.files ?? [])],
  });
  eliminate(past, { dataDir: data, outDir: out, at: "2026-10-02T08:00:00.000Z", who: "agent", visa: "AD 62 2026-045" });
  expect(readdirSync(data).sort()).toEqual(["2021-T3bis", "2021-T4", "reference", "registre.jsonl", "registre.verrou"]);
  expect(existsSync(join(out, "2021-T3"))).toBe(false);
  const { value, issues } = verifyRegister(data, out);
  expect(issues.map((issue) => [issue.rule, issue.place?.file])).toEqual([
    ["delivery-not-recorded", "2021-T4"], // it was never received; nothing is said of what was eliminated
    ["output-unknown", "documents/a.csv"],
  ]);
  const last = value.at(-1);
  expect(last?.action === "purge" && [last.visa, last.data.length, last.out.length]).toEqual(["AD 62 2026-045", 2, 1]);
});

test("what was eliminated, then received again or built again, is no longer expected to be gone", () => {
  const past = findPast(data, out, 5, "2026-10-01");
  const [delivery, bulletin] = past;
  eliminate(past, { dataDir: data, outDir: out, at: "2026-10-02T08:00:00.000Z", who: "agent", visa: "AD 1" });
  for (const path of ["data/2021-T3", "dist/2021-T3"]) {
    mkdirSync(join(data, "..", path));
    writeFileSync(join(data, "..", path, "a.csv"), path);
  }
  const faults = () =>
    verifyRegister(data, out)
      .issues.filter((issue) => issue.place?.file.startsWith("2021-T3"))
      .map((issue) => issue.rule);
  const at = "2026-10-05T08:00:00.000Z";
  expect(faults().filter((rule) => rule === "purged-file-present")).toHaveLength(2);
  appendRegister(data, reception({ at, delivery: "2021-T3", files: [...(delivery?.files ?? [])] }));
  appendRegister(data, build({ at, quarter: "2021-T3", outputs: [...(bulletin?.files ?? [])] }));
  expect(faults()).toEqual([]);
});

test("copies that are still out are named once, with their bulletin", () => {
  appendRegister(data, {
    at: "2021-10-09T08:00:00.000Z",
    who: "agent",
    action: "copies",
    quarter: "2021-T3",
    bulletin: "0".repeat(64),
    copies: [
      { number: 2, recipient: "Jean Petit", role: "Adjoint", path: "2021-T3/copies/2.pdf", sha256: "1".repeat(64) },
    ],
  });
  expect(copiesToTakeBack(findPast(data, out, 5, "2026-10-01"), copiesOf(readRegister(data)))).toEqual([
    expect.stringMatching(/^Bulletin 2021-T3, .*: n°.2 \(Jean Petit\)\.$/),
  ]);
});

test("a copy of another quarter is not one to take back", () => {
  const past = findPast(data, out, 5, "2026-10-01");
  const copy = (quarter: string) =>
    ({ number: 1, recipient: "A", role: "B", quarter, edition: 1, state: "held" }) as unknown as Copy;
  expect(copiesToTakeBack(past, [copy("2021-T4")])).toEqual([]);
  expect(copiesToTakeBack(past, [copy("2021-T3")])).toHaveLength(1);
});

test.each([
  [1, "1 ko"],
  [1000, "1 ko"],
  [1001, "2 ko"],
  [99_999, "100 ko"],
  [100_000, "0,1 Mo"],
  [2_340_000, "2,3 Mo"],
])("%i bytes are written %s, never zero", async (bytes, expected) => {
  const held = {
    kind: "bulletin",
    folder: "2021-T3",
    quarter: quarter(2021, 3),
    due: "2026-10-01",
    files: [],
  } as const;
  const about = { commune: "C", marking: "M", years: 1, today: "2026-10-01", copiesOut: [] };
  const text = (await textOf(await unprinted(eliminationList([{ ...held, bytes }], about))))
    .join(" ")
    .replaceAll(/\s/g, " ");
  expect(text).toContain(expected);
  expect(text).toContain("1 an après la fin du trimestre");
});

test("the phrase to type counts the folders", () => {
  const [one, two] = findPast(data, out, 5, "2026-10-01");
  if (!one || !two) throw new Error("two folders are past");
  expect([[one], [one, two]].map(confirmationPhrase)).toEqual(["éliminer 1 dossier", "éliminer 2 dossiers"]);
});

test("a file that has a delivery's name is no delivery: it is not proposed, nor is a folder of bulletins named otherwise", () => {
  writeFileSync(join(data, "2021-T1"), "x");
  mkdirSync(join(out, "2021-T1-rectificatif"));
  expect(folders("2026-09-30")).toEqual([]);
});

test("an elimination that failed leaves the bulletins free for the next command", () => {
  const past = findPast(data, out, 5, "2026-10-01");
  rmSync(join(out, "2021-T3"), { recursive: true });
  const where = { dataDir: data, outDir: out, at: "2026-10-02T08:00:00.000Z", who: "agent", visa: "AD 1" };
  expect(() => eliminate(past, where)).toThrow();
  expect(readRegister(data).map(({ action }) => action)).toEqual(["purge"]); // recorded before anything was deleted
  lockOutput(out)[Symbol.dispose]();
});

test("while another command changes the bulletins, nothing is eliminated, and nothing recorded", () => {
  const past = findPast(data, out, 5, "2026-10-01");
  const lock = lockOutput(out);
  const where = { dataDir: data, outDir: out, at: "2026-10-02T08:00:00.000Z", who: "agent", visa: "AD 1" };
  expect(() => eliminate(past, where)).toThrow(/Une autre commande écrit en ce moment/);
  expect(existsSync(join(data, "2021-T3"))).toBe(true);
  expect(existsSync(join(data, "registre.jsonl"))).toBe(false);
  lock[Symbol.dispose]();
  eliminate(past, where);
  expect(existsSync(join(data, "2021-T3"))).toBe(false);
});

test("what was confirmed of a delivery, and the page that showed it, go with the delivery, and the register expects them no more", () => {
  mkdirSync(join(data, "lectures"));
  writeFileSync(join(data, "lectures/2021-T3.json"), "{}");
  writeFileSync(join(data, "lectures/2021-T4.json"), "{}");
  mkdirSync(join(out, "lectures"));
  writeFileSync(join(out, "lectures/2021-T3.html"), "x");
  const past = findPast(data, out, 5, "2026-10-01");
  expect(past[0]?.files.map(({ path }) => path)).toContain("lectures/2021-T3.json");
  eliminate(past, { dataDir: data, outDir: out, at: "2026-10-02T08:00:00.000Z", who: "agent", visa: "AD 62 2026-045" });
  expect(readdirSync(join(data, "lectures"))).toEqual(["2021-T4.json"]);
  expect(readdirSync(join(out, "lectures"))).toEqual([]);
});
