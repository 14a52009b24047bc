/** After a rectified edition: which copies are out of date, who gets the new one, what is printed and recorded of the exchange. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { copiesOf, isOut } from "../../scripts/custody/copies/copies.ts";
import { distribute } from "../../scripts/custody/copies/distribute.ts";
import { checkCopies, chooseReplaced } from "../../scripts/custody/copies/outdated.ts";
import { chooseRecipients } from "../../scripts/custody/copies/recipients.ts";
import { type Entitlements, parseEntitlements } from "../../scripts/custody/people/entitlement.ts";
import type { RegisterEntry } from "../../scripts/custody/register/entry.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { readRegister, verifyRegister } from "../../scripts/custody/verify-register.ts";
import { takeLock } from "../../scripts/disk/lock.ts";
import { hashFile } from "../../scripts/disk/tree.ts";
import { textOf } from "../pdf-pages.ts";
import { unprinted } from "../run-main.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { samplePdf } from "./sample-pdf.ts";

/** Told of each file that is about to be opened or renamed. */
const disk = vi.hoisted((): { before: (call: "open" | "rename", path: string) => void } => ({ before: () => {} }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const openSync: typeof real.openSync = (path, ...rest) => {
    disk.before("open", String(path));
    return real.openSync(path, ...rest);
  };
  const renameSync: typeof real.renameSync = (from, to) => {
    disk.before("rename", String(from));
    real.renameSync(from, to);
  };
  return { ...real, openSync, renameSync };
});

const LIST: Entitlements = parseEntitlements(
  `responsable: la direction
personnes:
  - { nom: Élise Martin, fonction: Maire, du: 2026-04-01 }
  - { nom: Jean Petit, fonction: Adjoint, du: 2026-04-01 }
  - { nom: Ancien Agent, fonction: Agent, du: 2026-04-01, au: 2026-04-15 }
`,
  "liste",
);
let data: string;
let out: string;
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const on = (day: string) => ({ at: `${day}T10:00:00.000Z`, who: "agent" }) as const;
const add = (entry: RegisterEntry): void => {
  appendRegister(data, entry);
};
const BULLETINS = [await samplePdf(1), await samplePdf(2)];
/** That edition, as if it had been built that day. */
function build(number: 1 | 2, day: string, bytes = BULLETINS[number - 1] ?? ""): void {
  const edition = { number, day, replaces: number === 1 ? null : "2026-04-09" };
  writeFileSync(join(out, "2026-T1/bulletin.pdf"), bytes);
  const outputs = [hashFile(out, "2026-T1/bulletin.pdf")];
  const made = { programVersion: "1", fingerprint: "f".repeat(64), edition, inputs: [], outputs, accepted: [] };
  add({ ...on(day), action: "build", quarter: "2026-T1", ...made });
}
const give = (names: string | "replaced", today: string) => {
  const held = copiesOf(readRegister(data));
  return distribute({
    dataDir: data,
    outDir: out,
    quarter: "2026-T1",
    today,
    at: `${today}T10:00:00.000Z`,
    who: "agent",
    recipients:
      names === "replaced" ? chooseReplaced(held, LIST, "2026-T1", today) : chooseRecipients(LIST, names, today),
    marking: "Confidentiel",
    commune: "Ville-Fictive",
    print: unprinted,
  });
};
/** Of the one quarter of which there are copies: those that are out, and out of date. */
const numbers = () => {
  const copies = copiesOf(readRegister(data));
  return [copies.filter(isOut), copies.filter((copy) => copy.isOutdated)].map((some) =>
    some.map((copy) => copy.number),
  );
};

beforeEach(async () => {
  disk.before = () => {};
  const root = temporaryFolder("perimes");
  data = join(root, "data");
  out = join(root, "dist");
  mkdirSync(data);
  mkdirSync(join(out, "2026-T1"), { recursive: true });
  build(1, "2026-04-09");
  await give("tous", "2026-04-09");
});

test("the same edition built again makes no copy out of date, whatever its bytes; another edition makes all that are out so", async () => {
  expect(numbers()).toEqual([[1, 2, 3], []]);
  build(1, "2026-04-10", BULLETINS[1]); // by a later version of the program
  expect(numbers()).toEqual([[1, 2, 3], []]);
  add({ ...on("2026-04-11"), action: "return", quarter: "2026-T1", number: 2 });
  build(2, "2026-04-20");
  expect(numbers()).toEqual([
    [1, 3],
    [1, 3],
  ]);
  const [issue] = checkCopies(readRegister(data));
  expect(issue?.severity).toBe("warning");
  expect(plain(spoken(issue).message ?? "")).toBe(
    "Bulletin 2026-T1 : 2 exemplaires d'une édition remplacée sont encore en circulation : n° 1 (Élise Martin), n° 3 (Ancien Agent).",
  );
  expect(spoken(issue).hint).toContain("npm run copies -- 2026-T1 --remplacer");
  expect(verifyRegister(data, out).issues.map((i) => i.rule)).toEqual(["copies-outdated"]);
});

test("the replacement goes to whoever holds an old copy and is still entitled, numbers go on, each paper says which it replaces", async () => {
  build(2, "2026-04-20");
  const made = await give("replaced", "2026-04-20");
  expect(made.copies.map((c) => [c.number, c.recipient, c.replaces])).toEqual([
    [4, "Élise Martin", [1]],
    [5, "Jean Petit", [2]],
  ]);
  const [page = ""] = await textOf(readFileSync(join(out, "2026-T1/copies/exemplaire-04.pdf")));
  expect(plain(page)).toContain(
    "Exemplaire n° 4, édition 2 – remplace n° 1 – remis à Élise Martin, Maire – le 20 avril 2026",
  );
  for (const name of readdirSync(join(out, "2026-T1/copies")).filter((each) => each.startsWith("exemplaire")))
    for (const text of await textOf(readFileSync(join(out, "2026-T1/copies", name))))
      expect(text).not.toMatch(/xemplaire\D{1,6}\d+\s*\/\s*\d/); // never « 5/5 » beside « 1/3 »
  const sheet = plain((await textOf(readFileSync(join(out, made.sheet)))).join(" ").replaceAll("\u202f", " "));
  expect(sheet).toContain("1er trimestre 2026, édition 2");
  expect(sheet).toContain("2 exemplaires remis le 20 avril 2026, 5 exemplaires en tout pour ce trimestre");
  expect(sheet).toMatch(/À reprendre.*1\s+Élise Martin\s.*n° 4.*2\s+Jean Petit\s.*n° 5.*3\s+Ancien Agent\s.*aucun/s);
  expect(copiesOf(readRegister(data)).map((c) => [c.number, c.edition])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 2],
  ]);
});

test("until the old ones are back they are named; the hint then asks for their return, and nobody is given a third", async () => {
  build(2, "2026-04-20");
  await give("Élise Martin", "2026-04-20"); // replaces, whichever way it is asked for
  expect(spoken(checkCopies(readRegister(data))[0]).hint).toContain("--remplacer");
  const second = await give("replaced", "2026-04-21");
  expect(second.copies.map((c) => [c.number, c.recipient])).toEqual([[5, "Jean Petit"]]);
  expect(numbers()).toEqual([
    [1, 2, 3, 4, 5],
    [1, 2, 3],
  ]);
  await expect(async () => give("replaced", "2026-04-21")).rejects.toThrow(/à reprendre seulement/);
  const takeBack = (number: number) => add({ ...on("2026-04-22"), action: "return", quarter: "2026-T1", number });
  takeBack(3); // the only one that nothing replaces
  expect(spoken(checkCopies(readRegister(data))[0]).hint).toBe(
    "À reprendre, puis à inscrire : npm run copies -- 2026-T1 --retour, et le numéro.",
  );
  for (const number of [1, 2]) takeBack(number);
  expect(checkCopies(readRegister(data))).toEqual([]);
  await expect(async () => give("replaced", "2026-04-22")).rejects.toThrow(/Aucun exemplaire d'une édition remplacée/);
});

test("a return that was cancelled puts the copy among the outdated again", async () => {
  build(2, "2026-04-20");
  add({ ...on("2026-04-21"), action: "return", quarter: "2026-T1", number: 1 });
  expect(numbers()[1]).toEqual([2, 3]);
  add({ ...on("2026-04-22"), action: "correction", line: readRegister(data).length, reason: "n° 2" });
  expect(numbers()[1]).toEqual([1, 2, 3]);
});

test("a distribution that the disk refuses, its papers or its line, leaves no copy, and no number taken", async () => {
  const copies = () => readdirSync(join(out, "2026-T1/copies"));
  const before = copies();
  for (const where of [/registre\.jsonl$/, /\/copies\//]) {
    disk.before = (call, path) => {
      if (call === "open" && where.test(path) && copies().length + Number(where.test("registre.jsonl")) > before.length)
        throw new RangeError("refused");
    };
    await expect(give("Jean Petit", "2026-04-12")).rejects.toThrow("refused");
    disk.before = () => {};
    expect(copies()).toEqual(before);
  }
  expect((await give("Jean Petit", "2026-04-12")).copies[0]?.number).toBe(4);
});

test("killed before its line is written, it leaves papers that the register tells that it does not know, and whose number nobody else is given", async () => {
  writeFileSync(join(out, "2026-T1/copies/exemplaire-04.pdf"), "%PDF");
  expect((await give("Jean Petit", "2026-04-12")).copies[0]?.number).toBe(5);
  expect(verifyRegister(data, out).issues.map(({ rule, place }) => [rule, place?.file])).toEqual([
    ["output-unknown", "2026-T1/copies/exemplaire-04.pdf"],
  ]);
});

test("while papers that bear the head of the register are made, no other command adds to it", async () => {
  const lock = { path: join(data, "registre.verrou"), patienceMs: 0, busy: { message: "pris", hint: "" } };
  const tried: unknown[] = [];
  disk.before = (_, path) => {
    if (!path.includes("/copies/")) return;
    disk.before = () => {};
    expect(() => takeLock(lock)).toThrow("pris");
    tried.push(path);
  };
  const made = await give("Jean Petit", "2026-04-12");
  expect(tried).toHaveLength(1);
  const line = readRegister(data).at(-1);
  const sheet = (await textOf(readFileSync(join(out, made.sheet)))).join(" ");
  expect(sheet.replaceAll(/\s/g, "")).toContain(line?.hash.slice(0, 16));
});
