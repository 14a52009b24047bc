/** The numbers of a first reading are read on the document itself: what is drawn, what is not shown before, and what the register holds. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { type Drawn, drawNumbers } from "../../scripts/asking/drawn-numbers.ts";
import { drawnWords } from "../../scripts/asking/read-numbers.ts";
import { main as lecture } from "../../scripts/lecture.ts";
import type { Recognition } from "../../scripts/model/observation.ts";
import { readHere } from "../read-here.ts";
import { readTables } from "../recognise/tables.ts";
import { type Answer, runCommand, runMain } from "../run-main.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const now = () => new Date("2026-07-20T08:00:00Z");
const tools = { reader: readHere, openPage: async () => false };
const LINES = [
  "Homicides",
  "Vols avec armes",
  "Vols violents sans arme",
  "Vols de véhicules",
  "Cambriolages de logement",
];
const VALUES = [0, 311, 422, 533, 644];

const table = (values: readonly number[], title = "IS 101 - Valmont-sur-Lys - T1 2026"): string =>
  [title, "Nature;Police T1 2025;Police T1 2026", ...values.map((value, i) => `${LINES[i]};${900 + i};${value}`)].join(
    "\n",
  );

let data: string;
const write = (name: string, text: string): void => {
  mkdirSync(join(data, "2026-T1"), { recursive: true });
  writeFileSync(join(data, "2026-T1", name), text);
};
const run = (args: readonly string[], answers?: readonly Answer[]) =>
  runMain(lecture, ["2026-T1", ...args, "--data", data, "--out", join(data, "../pages")], {
    now,
    tools,
    ...(answers && { answers }),
  });
const page = (): string => readFileSync(join(data, "../pages/lectures/2026-T1.html"), "utf8");
/** What the last line of the register holds of them. */
const registered = (): unknown =>
  (
    JSON.parse(readFileSync(join(data, "registre.jsonl"), "utf8").trim().split("\n").at(-1) ?? "") as {
      numbers?: unknown;
    }
  ).numbers;
/** Ids of the numbers that a command without a terminal names. */
const ids = async (): Promise<readonly string[]> =>
  [...(await run([])).stdout.matchAll(/nombre-[0-9a-f]{8}/g)].map(([id]) => id);

/** The same table as the command reads it. */
function recognition(text: string, path = "2026-T1/IS101.csv"): Recognition {
  const { recognition: own } = readTables(text.replace(" - Valmont-sur-Lys", "").replaceAll(";", "|"));
  return { ...own, file: { ...own.file, source: { ...own.file.source, path, sha256: path } } };
}
const drawnOf = (...files: readonly Recognition[]) => [...drawNumbers(files).values()];

beforeEach(() => {
  data = temporaryFolder("nombres");
  writeFileSync(join(data, "convention.yaml"), "commune: { nom: Valmont-sur-Lys }\netats_attendus: [IS101]\n");
  write("IS101.csv", table(VALUES));
});

test("three a quarter are drawn, spread over its first files, one of each at least", () => {
  const asked = (files: number): readonly number[] =>
    drawnOf(...Array.from({ length: files }, (_, i) => recognition(table(VALUES), `2026-T1/${i}.csv`))).map(
      (d) => d.asked,
    );
  expect([1, 2, 3, 4].map(asked)).toEqual([[3], [2, 1], [1, 1, 1], [1, 1, 1, 1]]);
});

test("they are counts of the quarter that are not zero, in an order that the file's content draws", () => {
  const [draw] = drawnOf(recognition(table(VALUES)));
  expect(draw?.all.map(({ value }) => value).toSorted()).toEqual(VALUES.slice(1));
  const [again, other] = drawnOf(recognition(table(VALUES)), recognition(table(VALUES), "2026-T1/b.csv"));
  expect(again?.all).toEqual(draw?.all);
  expect(other?.all.map(({ id }) => id)).not.toEqual(draw?.all.map(({ id }) => id));
  const few = drawnOf(recognition(table([0, 0, 7, 0, 0])))[0];
  expect([few?.asked, few?.all.map(({ value }) => value)]).toEqual([1, [7]]);
});

test("a statement of zeros asks for the number of its lines", () => {
  const [draw] = drawnOf(recognition(table([0, 0, 0, 0])));
  expect([draw?.asked, draw?.all.map(({ cell, value }) => [cell, value])]).toEqual([1, [[null, 4]]]);
  expect(drawnWords("2026-T1/a.csv", draw?.all[0] as Drawn)).toContain("combien de lignes");
});

/** What is typed of each number, by what is asked; "oui" at the end. */
async function signed(typed: (value: string, asked: number) => readonly string[]) {
  const order: string[] = [];
  const shown = await run([]);
  for (const [, label = ""] of shown.stdout.matchAll(/« IS101\.csv », « ([^»]+) »/g)) order.push(label.trim());
  expect(order).toHaveLength(3);
  const answers = order.flatMap((label, i) => {
    const value = String(VALUES[LINES.indexOf(label)]);
    return typed(value, i).map((text): Answer => ["quel nombre lisez-vous", text]);
  });
  return { shown, ran: await run([], [...answers, ["tout est-il lu ?", "oui"]]), order };
}

test("they are not shown before they are typed, nor on the page; typed, the reading is confirmed and the register says how many", async () => {
  const { shown, ran, order } = await signed((value) => ["", "douze", ` ${value} `]);
  const values = order.map((label) => String(VALUES[LINES.indexOf(label)]));
  for (const text of [shown.stdout, ran.stdout]) {
    expect(values.filter((value) => text.includes(value))).toEqual([]);
    expect(text).toContain("(à lire)");
  }
  expect([ran.status, registered()]).toEqual([0, { read: 3 }]);
  expect(values.filter((value) => !page().includes(value))).toEqual([]);
  expect((await runCommand("registre", "--data", data)).stdout).toContain("3 nombres relus sur le document");
});

test("before it is confirmed the page hides them", async () => {
  const { stdout } = await run([]);
  const hidden = VALUES.slice(1)
    .map(String)
    .filter((value) => !stdout.includes(value));
  // three, and the one that is drawn in place of a wrong one; the letters of a font may hold any number
  const shown = page().replace(/base64,[^"')]+/g, "");
  expect([hidden.length, hidden.filter((value) => shown.includes(value))]).toEqual([4, []]);
});

test("a wrong one is shown, and another is drawn; after two it is confirmed without, and the register says why", async () => {
  const one = await run(
    [],
    [
      ["quel nombre lisez-vous", "7"],
      ["quel nombre lisez-vous", "8"],
      ["tout est-il lu ?", "oui"],
    ],
  );
  expect(one.stdout.match(/Le programme y a lu \d+, et non [78]/g)).toHaveLength(2);
  expect([one.status, registered()]).toEqual([0, { read: 0, without: "wrong" }]);
});

test("whoever does not see the document says who reads it out, or that nobody does", async () => {
  await run(
    [],
    [
      ["quel nombre lisez-vous", "non"],
      ["Qui vous a lu le document ?", ""],
      ["Qui vous a lu le document ?", "Mme Dubois"],
      ["tout est-il lu ?", "oui"],
    ],
  );
  expect(registered()).toEqual({ read: 0, without: "unseen", readBy: "Mme Dubois" });
});

test("a command gives them by their names; without them the register says so, and nothing is confirmed with a wrong one", async () => {
  const names = await ids();
  expect(names).toHaveLength(3);
  const wrong = await run(["--confirmer", "--lu", `${names[0]}=1`]);
  expect([wrong.status, wrong.stderr.includes("n'est pas celui que le programme y a lu")]).toEqual([1, true]);
  expect((await run(["--confirmer", "--lu", "nombre-00000000=1"])).stderr).toContain(
    "Aucun nombre à lire ne s'appelle",
  );
  expect((await run(["--confirmer", "--lu", "nombre"])).stderr).toContain("n'est pas un nombre lu");
  expect((await run(["--confirmer", "--lu-par", "Mme Dubois"])).status).toBe(0);
  expect(registered()).toEqual({ read: 0, without: "command", readBy: "Mme Dubois" });
});

test("a later file of a confirmed template has none to read", async () => {
  await run(["--confirmer"]);
  mkdirSync(join(data, "2026-T2"));
  const later = table([1, 12, 13, 14, 15]).replaceAll("T1", "T2").replaceAll(";90", ";80");
  writeFileSync(join(data, "2026-T2/IS101.csv"), later);
  const args = ["2026-T2", "--confirmer", "--data", data, "--out", join(data, "../pages")];
  expect((await runMain(lecture, args, { now, tools })).status).toBe(0);
  expect(registered()).toBeUndefined();
});
