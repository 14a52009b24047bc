/** What was mistyped is put right by a further line, never by changing the old one; what cannot be put right so is refused. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { copiesOf, describeCopy } from "../../scripts/custody/copies/copies.ts";
import { assertCorrectable } from "../../scripts/custody/copies/correct.ts";
import type { RegisterEntry } from "../../scripts/custody/register/entry.ts";
import { correctionsOf } from "../../scripts/custody/register/in-force.ts";
import { appendRegister } from "../../scripts/custody/register/register.ts";
import { describeLine } from "../../scripts/custody/register/text.ts";
import { readRegister, verifyRegister } from "../../scripts/custody/verify-register.ts";
import { runCommand } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";

let data: string;
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const add = (entry: RegisterEntry): number => appendRegister(data, entry).n;
const on = (day: string) => ({ at: `${day}T10:00:00.000Z`, who: "agent" }) as const;
const returned = (number: number, day: string): number =>
  add({ ...on(day), action: "return", quarter: "2026-T1", number });
/** The correction of a line, checked as the command does, then recorded. */
function correct(line: number): number {
  assertCorrectable(readRegister(data), line);
  return add({ ...on("2026-06-01"), action: "correction", line, reason: "mal tapé" });
}
const state = (): readonly string[] =>
  copiesOf(readRegister(data)).map((copy) => plain(describeCopy(copy)).replace(/^(n° \d).* – /, "$1 "));

beforeEach(() => {
  data = temporaryFolder("corrections");
  writeFileSync(join(data, "convention.yaml"), "commune: { nom: Ville-Fictive }\n");
  add({
    ...on("2026-04-09"),
    action: "copies",
    quarter: "2026-T1",
    bulletin: "0".repeat(64),
    copies: [1, 2, 3].map((number) => ({
      number,
      recipient: `Personne ${number}`,
      role: "Agent",
      path: `2026-T1/copies/exemplaire-0${number}.pdf`,
      sha256: "1".repeat(64),
    })),
  });
});

test("a return that was typed for another copy is cancelled: the copy is out again, and the old line stays as it was", () => {
  const line = returned(3, "2026-05-02");
  const before = readFileSync(join(data, "registre.jsonl"), "utf8");
  expect(state()).toEqual(["n° 1 en circulation", "n° 2 en circulation", "n° 3 rendu le 2 mai 2026"]);
  const correction = correct(line);
  expect(state()[2]).toBe("n° 3 en circulation");
  returned(2, "2026-05-02");
  expect(state()[1]).toBe("n° 2 rendu le 2 mai 2026");
  expect(readFileSync(join(data, "registre.jsonl"), "utf8").startsWith(before)).toBe(true);
  const lines = readRegister(data);
  const told = lines.map((each) => plain(describeLine(each, correctionsOf(lines))));
  expect(told[line - 1]).toMatch(/Retour de l'exemplaire n° 3 \(2026-T1\) \[annulée : voir la ligne 3\]$/);
  expect(told[correction - 1]).toMatch(/Correction : la ligne 2 est annulée ; motif : mal tapé$/);
  expect(verifyRegister(data, join(data, "dist")).issues.filter((issue) => issue.severity === "error")).toEqual([]);
});

describe("is refused, and nothing is recorded:", () => {
  test.each([
    ["a line that is not there", () => correct(40), /pas de ligne 40/],
    ["a line that is already cancelled", () => correct(2), /est déjà annulée, par la ligne 3/],
    ["a correction", () => correct(3), /\(correction\) ne se corrige pas ainsi/],
    ["a distribution", () => correct(1), /\(exemplaires\) ne se corrige pas ainsi/],
  ])("%s", (_, work, said) => {
    returned(1, "2026-05-02"); // 2
    correct(2); // 3
    const before = readFileSync(join(data, "registre.jsonl"), "utf8");
    expect(work).toThrow(said);
    expect(readFileSync(join(data, "registre.jsonl"), "utf8")).toBe(before);
  });
});

test("the command asks for the line and the reason, and says in French what it does not do", async () => {
  returned(1, "2026-05-02");
  const register = (...args: readonly string[]) =>
    runCommand("registre", ...args, "--data", data, "--out", join(data, "dist"));
  for (const [args, said] of [
    [["--motif", "x"], "De quelle ligne s'agit-il"],
    [["--annuler", "douze", "--motif", "x"], "« douze » n'est pas un numéro de ligne"],
    [["--annuler", "2"], "s'inscrit avec sa raison"],
    [["--annuler", "2", "--motif", " "], "s'inscrit avec sa raison"],
    [["--annuler", "9", "--motif", "x"], "n'a pas de ligne 9"],
    [["--annuler", "0", "--motif", "x"], "« 0 » n'est pas un numéro de ligne"],
  ] as const) {
    const { status, stderr } = await register(...args);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  }
  expect(readRegister(data)).toHaveLength(2);
  const { status, stdout } = await register("--annuler", "2", "--motif", "exemplaire n° 2");
  expect(status).toBe(0);
  expect(stdout).toContain("Correction de la ligne 2 inscrite (ligne 3).");
  expect(state()[0]).toBe("n° 1 en circulation");
});
