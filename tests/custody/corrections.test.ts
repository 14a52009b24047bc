/** What was mistyped is put right by a further line, never by changing the old one; what cannot be put right so is refused. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { copiesOf, describeCopy } from "../../scripts/custody/copies/copies.ts";
import { assertCorrectable } from "../../scripts/custody/copies/correct.ts";
import type { Correction, RegisterEntry } from "../../scripts/custody/register/entry.ts";
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
const destroyed = (number: number, day: string): number =>
  add({ ...on(day), action: "destruction", quarter: "2026-T1", number });
const TODAY = "2026-06-01";
/** The correction of a line, checked as the command does, then recorded. */
function correct(line: number, day?: string): number {
  const change = day === undefined ? ({ kind: "cancelled" } as const) : ({ kind: "dated", day } as const);
  const entry: Correction = { ...on(TODAY), action: "correction", line, reason: "mal tapé", change };
  assertCorrectable(readRegister(data), entry, TODAY);
  return add(entry);
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

test("a day is put right, as often as needed; the last correction prevails", () => {
  const line = returned(1, "2026-05-20");
  const end = destroyed(1, "2026-05-21");
  correct(line, "2026-05-02");
  correct(end, "2026-05-04");
  expect(state()[0]).toBe("n° 1 rendu le 2 mai 2026, détruit le 4 mai 2026");
  correct(line, "2026-05-03");
  expect(state()[0]).toBe("n° 1 rendu le 3 mai 2026, détruit le 4 mai 2026");
  correct(end, "2026-06-01"); // today
  expect(state()[0]).toBe("n° 1 rendu le 3 mai 2026, détruit le 1er juin 2026");
});

test("a copy may come back and be destroyed on the very day on which it was handed over", () => {
  const line = returned(1, "2026-05-20");
  const end = destroyed(1, "2026-05-21");
  correct(line, "2026-04-09");
  correct(end, "2026-04-09");
  expect(state()[0]).toBe("n° 1 rendu le 9 avril 2026, détruit le 9 avril 2026");
});

test("a correction is itself corrected by cancelling it, and that one too", () => {
  const line = returned(1, "2026-05-02");
  const first = correct(line);
  expect(state()[0]).toBe("n° 1 en circulation");
  const second = correct(first);
  expect(state()[0]).toBe("n° 1 rendu le 2 mai 2026");
  correct(second);
  expect(state()[0]).toBe("n° 1 en circulation");
  const dated = correct(returned(2, "2026-05-20"), "2026-05-02");
  correct(dated);
  expect(state()[1]).toBe("n° 2 rendu le 20 mai 2026");
});

describe("is refused, and nothing is recorded:", () => {
  test.each([
    ["a line that is not there", () => correct(40), /pas de ligne 40/],
    ["a line that is already cancelled", () => correct(2), /est déjà annulée, par la ligne 4/],
    ["a new date for a line that is cancelled", () => correct(2, "2026-05-03"), /est déjà annulée/],
    ["the date of a correction", () => correct(4, "2026-05-03"), /n'a pas de date à corriger/],
    ["a distribution", () => correct(1), /\(exemplaires\) ne se corrige pas ainsi/],
    ["the date of a distribution", () => correct(1, "2026-05-03"), /\(exemplaires\) ne se corrige pas ainsi/],
    ["a day that is to come", () => correct(8, "2026-06-02"), /2.juin.2026 est dans l'avenir/],
    ["a return before the copy was handed over", () => correct(8, "2026-04-08"), /n'a été remis que le 9.avril.2026/],
    ["a destruction before the return", () => correct(6, "2026-05-01"), /serait détruit le 1er.mai.2026, et rendu le/],
    ["a return that would count twice", () => correct(7), /aurait deux inscriptions «.retour.»/],
  ])("%s", (_, work, said) => {
    returned(1, "2026-05-02"); // 2, cancelled by 4
    returned(2, "2026-05-02"); // 3
    correct(2); // 4
    returned(3, "2026-05-02"); // 5
    destroyed(3, "2026-05-04"); // 6
    correct(3); // 7
    returned(2, "2026-05-05"); // 8
    const before = readFileSync(join(data, "registre.jsonl"), "utf8");
    expect(work).toThrow(said);
    expect(readFileSync(join(data, "registre.jsonl"), "utf8")).toBe(before);
  });
});

test("the command asks for the line, the date and the reason, and says in French what it does not do", async () => {
  returned(1, "2026-05-02");
  const register = (...args: readonly string[]) =>
    runCommand("registre", ...args, "--data", data, "--out", join(data, "dist"));
  for (const [args, said] of [
    [["--motif", "x"], "De quelle ligne s'agit-il"],
    [["--annuler", "douze", "--motif", "x"], "« douze » n'est pas un numéro de ligne"],
    [["--annuler", "2"], "s'inscrit avec sa raison"],
    [["--annuler", "2", "--motif", " "], "s'inscrit avec sa raison"],
    [["--annuler", "2", "--corriger", "2", "--motif", "x"], "ne vont pas ensemble"],
    [["--annuler", "2", "--date", "2026-05-03", "--motif", "x"], "n'a plus de date"],
    [["--corriger", "2", "--motif", "x"], "Quelle est la bonne date"],
    [["--corriger", "2", "--date", "32/05/2026", "--motif", "x"], "n'est pas une date"],
    [["--annuler", "9", "--motif", "x"], "n'a pas de ligne 9"],
    [["--annuler", "0", "--motif", "x"], "« 0 » n'est pas un numéro de ligne"],
  ] as const) {
    const { status, stderr } = await register(...args);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  }
  expect(readRegister(data)).toHaveLength(2);
  const dated = await register("--corriger", "2", "--date", "2026-05-01", "--motif", "inscrit en retard");
  expect([dated.status, state()[0]]).toEqual([0, "n° 1 rendu le 1er mai 2026"]);
  expect(dated.stdout).toContain("la ligne 2 est datée du 1er mai 2026 ; motif : inscrit en retard");
  const { status, stdout } = await register("--annuler", "2", "--motif", "exemplaire n° 2");
  expect(status).toBe(0);
  expect(stdout).toContain("Correction de la ligne 2 inscrite (ligne 4).");
  expect(state()[0]).toBe("n° 1 en circulation");
});
