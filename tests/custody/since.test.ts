/** The paper of an earlier distribution against the register: it only grew since, or it was rewritten, and where. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { distribute } from "../../scripts/custody/copies/distribute.ts";
import { chain, FIRST_PREVIOUS, type RegisterEntry, type RegisterLine } from "../../scripts/custody/register/entry.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { compareWithPapers, formatHead, parsePaperHeads } from "../../scripts/custody/register/since.ts";
import { readRegister, verifyRegister } from "../../scripts/custody/verify-register.ts";
import { hashFile } from "../../scripts/disk/tree.ts";
import { textOf } from "../pdf-pages.ts";
import { runCommand, unprinted } from "../run-main.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { samplePdf } from "./sample-pdf.ts";

let data: string;
let out: string;
const add = (entry: RegisterEntry): RegisterLine => appendRegister(data, entry);
const when = { at: "2026-04-09T10:00:00.000Z", who: "agent" } as const;
const give = (recipient: string) =>
  distribute({
    dataDir: data,
    outDir: out,
    quarter: "2026-T1",
    today: "2026-04-09",
    ...when,
    recipients: [{ name: recipient, role: "Adjoint", account: null, from: "2026-04-01", until: null }],
    marking: "Confidentiel",
    commune: "Ville-Fictive",
    print: unprinted,
  });
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");
/** The head printed on a paper, as a person would type it: "3:1f0e… …" */
async function headOn(path: string): Promise<string> {
  const text = plain((await textOf(readFileSync(join(out, path)))).join(" "));
  return /empreinte (\d+:[0-9a-f ]{71})/.exec(text)?.[1] ?? "no head printed";
}
/** The register written again from its first line, with another deed in place of line `n`: chain and head are right. */
function forge(n: number, to = Number.POSITIVE_INFINITY): void {
  let previous = FIRST_PREVIOUS;
  const forged = readRegister(data)
    .slice(0, to)
    .map(({ n: number, previous: _, hash: __, ...entry }) => {
      const line = chain(number === n ? { ...entry, who: "un autre" } : entry, number, previous);
      previous = line.hash;
      return line;
    });
  writeFileSync(join(data, "registre.jsonl"), forged.map((line) => `${JSON.stringify(line)}\n`).join(""));
}
const told = (...papers: readonly string[]) => {
  const { told: sentences, issues } = compareWithPapers(readRegister(data), parsePaperHeads(papers.join(";")));
  return [...sentences, ...issues.map((issue) => spoken(issue).message)].map(plain);
};

let papers: { readonly copy: string; readonly sheet: string; readonly second: string };
beforeEach(async () => {
  const root = temporaryFolder("papier");
  data = join(root, "data");
  out = join(root, "dist");
  mkdirSync(data);
  mkdirSync(join(out, "2026-T1"), { recursive: true });
  writeFileSync(join(out, "2026-T1/bulletin.pdf"), await samplePdf(3));
  const outputs = [hashFile(out, "2026-T1/bulletin.pdf")];
  const made = { programVersion: "1", fingerprint: "f".repeat(64), inputs: [], outputs, accepted: [] };
  add({ ...when, action: "binding", machine: "a".repeat(64) });
  add({ ...when, action: "build", quarter: "2026-T1", ...made });
  const first = await give("Jean Petit");
  add({ ...when, action: "return", quarter: "2026-T1", number: 1 });
  const second = await give("Élise Martin");
  add({ ...when, action: "return", quarter: "2026-T1", number: 2 });
  papers = {
    copy: await headOn("2026-T1/copies/exemplaire-01.pdf"),
    sheet: await headOn(first.sheet),
    second: await headOn(second.sheet),
  };
});

test("each paper bears the head of its day: a copy the line before its distribution, the sheet the distribution's own", async () => {
  const [, second, third, , fifth] = readRegister(data);
  if (!second || !third || !fifth) throw new Error("the register of this test has six lines");
  expect(papers).toEqual({ copy: formatHead(second), sheet: formatHead(third), second: formatHead(fifth) });
  const pages = await textOf(readFileSync(join(out, "2026-T1/copies/exemplaire-01.pdf")));
  expect(pages.map((text) => text.includes("Registre à la remise"))).toEqual([false, false, true]);
});

test("a register that only grew holds every earlier head, typed whole, in part, with or without its number", () => {
  for (const typed of [papers.copy, papers.sheet.slice(0, 19), papers.sheet.slice(2), papers.second.toUpperCase()])
    expect(told(typed)).toEqual([
      expect.stringMatching(/est celle du papier : .* est intact, et \d lignes? s'y (?:est|sont) ajoutées? depuis/),
    ]);
});

test("a register rewritten whole, chain and head, is found right by itself, and caught by the paper", () => {
  forge(3);
  expect(verifyRegister(data, out).issues).toEqual([]);
  expect(told(papers.copy)).toEqual([expect.stringMatching(/^La ligne 2, .* est celle du papier/)]);
  expect(told(papers.sheet)[0]).toMatch(
    /^La ligne 3 n'est plus celle du papier : elle, ou une ligne d'avant, a été récrite/,
  );
  const { issues } = compareWithPapers(readRegister(data), parsePaperHeads(papers.second));
  expect(issues).toMatchObject([{ rule: "register-rewritten", severity: "error" }]);
  expect(told(papers.copy, papers.second)).toHaveLength(2); // what the older one proves, and what the other contradicts
  expect(told(papers.sheet.slice(2))[0]).toMatch(/^Aucune ligne du registre n'a l'empreinte du papier/);
});

test("a last line that was rewritten is not taken for lines that were removed", () => {
  forge(5, 5);
  expect(told(papers.second)).toEqual([expect.stringMatching(/^La ligne 5 n'est plus celle du papier/)]);
});

test("a register put back to an earlier state, or cut with its head, is caught too", () => {
  forge(0, 4);
  expect(verifyRegister(data, out).issues.filter((issue) => issue.severity === "error")).toEqual([]);
  expect(told(papers.second)[0]).toMatch(
    /comptait 5 lignes le jour du papier, il n'en a plus que 4 : des lignes ont été retirées/,
  );
});

test("the hash proves, whatever the number beside it; what is no hash is refused", () => {
  const wrong = papers.sheet.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
  expect(told(wrong)[0]).toMatch(/La ligne 3 n'est plus celle du papier/);
  expect(told(papers.sheet.replace("3:", "4:"))[0]).toMatch(/^La ligne 3, .* est celle du papier/);
  for (const typed of ["", "12", "3:1f0e", "zzzzzzzzzzzzzzzzzz", `3:${"a".repeat(65)}`])
    expect(() => parsePaperHeads(typed)).toThrow(/n'est pas une empreinte du registre/);
});

test("the command says what the paper proves, and fails where it does not", async () => {
  const registre = (typed: string) => runCommand("registre", "--depuis", typed, "--data", data, "--out", out);
  const grown = await registre(papers.sheet);
  expect(grown.stdout).toContain("La ligne 3, du 9 avril 2026, est celle du papier");
  expect(grown.status).toBe(0);
  forge(2);
  const caught = await registre(papers.sheet);
  expect(caught.stdout).toContain("La ligne 3 n'est plus celle du papier");
  expect(caught.stdout).toContain("le papier a peut-être été fait d'une autre copie de ce dossier, restaurée à côté");
  expect(caught.status).toBe(1);
  expect((await runCommand("registre", "--data", data, "--out", out)).status).toBe(0);
  expect((await registre("12")).stderr).toContain("n'est pas une empreinte du registre");
});
