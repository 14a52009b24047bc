/** Copies of two quarters, which bear the same numbers: what is said of the one is never said of the other. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Copy, copiesOf, findCopy, isOut } from "../../scripts/custody/copies/copies.ts";
import { checkHolders, copiesOut } from "../../scripts/custody/copies/former.ts";
import { checkCopies, heldOutdated, replacedBy } from "../../scripts/custody/copies/outdated.ts";
import { distributionSheet } from "../../scripts/custody/copies/sheet.ts";
import { chain, FIRST_PREVIOUS, type RegisterEntry, type RegisterLine } from "../../scripts/custody/register/entry.ts";
import { textOf } from "../pdf-pages.ts";
import { unprinted } from "../run-main.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { build as buildEntry } from "./entries.ts";

const WHEN = { at: "2026-07-09T10:00:00.000Z", who: "agent" } as const;
const HASH = "d".repeat(64);
const build = (quarter: string, number: number): RegisterEntry =>
  buildEntry({ quarter, edition: { number, day: "2026-07-09", replaces: null } });
const PERSONS = ["Anne", "Bruno", "Chloé", "Denis"];
const copies = (quarter: string, numbers: readonly number[], replaces?: readonly number[]): RegisterEntry => ({
  ...{ ...WHEN, action: "copies", quarter, bulletin: HASH },
  copies: numbers.map((number) => ({
    ...{
      number,
      recipient: PERSONS[(number - 1) % 3] ?? "",
      role: "Agent",
      path: `${quarter}/${number}`,
      sha256: HASH,
    },
    ...(replaces && { replaces: [...replaces] }),
  })),
});
const ends = (action: "return" | "destruction", quarter: string, number: number): RegisterEntry => ({
  ...{ ...WHEN, action, quarter, number },
});
const chained = (...entries: readonly RegisterEntry[]): readonly RegisterLine[] =>
  entries.map((entry, i) => chain(entry, i + 1, FIRST_PREVIOUS));

/** Of 2026-T1, 1 to 3, then 4 for 1; of 2026-T2, 1 to 3 of an edition that was replaced, none given anew. */
const LINES = chained(
  build("2026-T1", 1),
  copies("2026-T1", [1, 2, 3]),
  build("2026-T2", 1),
  copies("2026-T2", [1, 2, 3]),
  build("2026-T1", 2),
  copies("2026-T1", [4], [1]),
  build("2026-T2", 2),
  ends("return", "2026-T1", 2),
  ends("destruction", "2026-T1", 2),
  ends("return", "2026-T2", 3),
  ends("destruction", "2026-T1", 4),
);

describe("copies with somebody who is no longer entitled", () => {
  const person = (name: string, until: string | null, from = "2020-01-01") => ({
    ...{ name, role: "Agent", account: null, from, until },
  });
  const told = (...persons: readonly ReturnType<typeof person>[]) =>
    checkHolders(LINES, { contact: "x", persons }, "2026-05-02")
      .map(spoken)
      .map(({ message }) => message.replaceAll("\u00a0", " "));
  const [first = "", second = "", third = ""] = PERSONS;

  test("are told by quarter: of whoever left the list, or whose time has ended or not begun", () => {
    const all = [person(first, null), person(second, null), person(third, null)];
    expect(told(...all)).toEqual([]);
    expect(checkHolders(LINES, { contact: "x", persons: [] }, "2026-05-02")[0]?.rule).toBe("copies-with-former");
    expect(told(person(first, null), person(second, "2026-05-02"), person(third, null))).toEqual([]); // the last day
    const [t1 = "", t2 = "", ...more] = told(person(second, null), person(third, null));
    expect([t1, t2, more]).toEqual([
      expect.stringContaining(`n° 1 (${first})`),
      expect.stringContaining(`n° 1 (${first})`),
      [],
    ]);
    expect(told(person(first, null), person(second, "2026-05-01"), person(third, null))).toEqual([
      expect.stringMatching(new RegExp(`2026-T2 : 1 exemplaire est chez une personne .*: n° 2 \\(${second}\\)\\.$`)),
    ]); // his copy of 2026-T1 came back
    expect(told(person(first, null), person(second, null), person(third, null, "2026-05-03"))).toHaveLength(1);
  });

  test("are named so in the list of the bulletins", () => {
    const data = temporaryFolder("former");
    writeFileSync(
      join(data, "habilitations.yaml"),
      `responsable: x\npersonnes:\n  - { nom: ${second}, fonction: Agent, du: 2020-01-01 }\n  - { nom: ${third}, fonction: Agent, du: 2020-01-01 }\n`,
    );
    const names = copiesOut(LINES, data, "2026-05-02").map(({ number, recipient }) => `${number} ${recipient}`);
    expect(names).toEqual([
      `1 ${first}, plus habilité(e)`,
      `3 ${third}`,
      `1 ${first}, plus habilité(e)`,
      `2 ${second}`,
    ]);
  });

  test("are not looked for where there is no list", () => {
    expect(checkHolders(LINES, null, "2026-05-02")).toEqual([]);
  });
});

test("each quarter has its own copies out, out of date and replaced", () => {
  const all = copiesOf(LINES);
  const names = (copies: readonly Copy[]) => copies.map(({ quarter, number }) => `${quarter} ${number}`);
  expect(names(all.filter(isOut))).toEqual(["2026-T1 1", "2026-T1 3", "2026-T2 1", "2026-T2 2"]);
  expect(names(all.filter((copy) => copy.isOutdated))).toEqual(names(all.filter(isOut)));
  expect(names(all.filter((copy) => replacedBy(copy, all)))).toEqual(["2026-T1 1"]);
  const second = all.filter(({ quarter }) => quarter === "2026-T2");
  expect(names(heldOutdated(second, { name: "anne" }))).toEqual(["2026-T2 1"]);
  expect(
    checkCopies(LINES)
      .map(spoken)
      .map(({ hint }) => hint?.replaceAll("\u00a0", " ")),
  ).toEqual([
    "Le remplacement et la liste des échanges se font par : npm run copies -- 2026-T1 --remplacer",
    "Le remplacement et la liste des échanges se font par : npm run copies -- 2026-T2 --remplacer",
  ]);
});

test.each([
  ["2026-T1", 1, "return", "2026-T1"],
  ["2026-T2", 1, "return", "2026-T2"],
  [null, 1, "return", /pour plusieurs trimestres : 2026-T1, 2026-T2/],
  [null, 2, "return", "2026-T2"], // that of 2026-T1 was destroyed
  [null, 3, "return", "2026-T1"],
  ["2026-T2", 3, "return", /déjà inscrit comme rendu/],
  ["2026-T2", 3, "destruction", "2026-T2"],
  ["2026-T1", 1, "destruction", "2026-T1"], // never given back, and destroyed all the same
  ["2026-T1", 4, "destruction", /n° 4 \(2026-T1\) est déjà inscrit comme détruit/],
  ["2026-T2", 4, "return", /Aucun exemplaire n° 4 n'a été remis pour 2026-T2/],
  ["2025-T4", 1, "return", /Aucun exemplaire n° 1 n'a été remis pour 2025-T4/],
] as const)("of %s, n° %s, for its %s: %s", (quarter, number, action, expected) => {
  const found = () => findCopy(copiesOf(LINES), number, quarter, action);
  if (typeof expected === "string") expect([found().quarter, found().number]).toEqual([expected, number]);
  else expect(found).toThrow(expected);
});

test("where a number means several copies, the line to type has the quarter, and all the numbers again", () => {
  // 1-5 was asked: a line with the first number alone would leave four copies « en circulation »
  const hint = expect.stringMatching(/ -- 2026-T1 --retour, et les mêmes numéros$/);
  expect(() => findCopy(copiesOf(LINES), 1, null, "return")).toThrow(expect.objectContaining({ hint }));
});

test("the sheet of a distribution counts the copies of its quarter, those that it hands out among them", async () => {
  const [line] = chained(copies("2026-T2", [4, 5]));
  if (line?.action !== "copies") throw new Error("no line");
  const about = { quarter: "2026-T2", commune: "V", marking: "Confidentiel", today: "2026-07-10" };
  const page = distributionSheet(about, { copies: line.copies, line, lines: LINES });
  const sheet = (await textOf(await unprinted(page))).join(" ").replaceAll(/[\u00a0\u202f]/g, " ");
  expect(sheet).toContain("2 exemplaires remis le 10 juillet 2026, 5 exemplaires en tout pour ce trimestre");
  expect(sheet).toContain("2e trimestre 2026, édition 2");
  expect(sheet).toMatch(/À reprendre.*1\s+Anne\s.*aucun.*2\s+Bruno\s.*aucun/s);
});
