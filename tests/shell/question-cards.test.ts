/** The questions of a file are cards: one a kind, one choice a row; nothing is answered but by a number that is typed. */
import { expect, test } from "vitest";
import type { Question } from "../../scripts/model/question.ts";
import { askCard, type Card, cardsOf, cardText } from "../../scripts/shell/question-cards.ts";

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
const question = (kind: Question["kind"], text: string, may: readonly string[], file = "2026-T1/a.csv"): Question => ({
  id: `${kind}-${text}`,
  file,
  kind,
  text,
  may,
  places: [{ file, part: "CSV", row: 4, column: 2, raw: text }],
  statement: null,
  likeName: false,
  list: null,
});
const MAY = ["as-sent", "leave-out", "unknown"];
const LINES = [
  question("line", "Rodéos", MAY),
  question("line", "Tags", MAY),
  question("line", "Squats", ["homicides", ...MAY]),
];
const labelOf = (id: string) => (id === "homicides" ? "Homicides" : undefined);

/** What is typed, in turn; gives what was asked. */
async function asked(card: Card | undefined, ...typed: readonly string[]) {
  const left = [...typed];
  const prompts: string[] = [];
  const given = card
    ? await askCard(card, labelOf, async (prompt) => {
        prompts.push(plain(prompt));
        return left.shift() ?? "q";
      })
    : null;
  return { prompts, given: given?.map(([{ text }, choice]) => `${text} ${choice}`) };
}

test("a card holds the questions of one kind and one file, in their order", () => {
  const others = [question("force", "Police", ["PN"]), question("line", "Tags", MAY, "2026-T1/b.csv")];
  expect(cardsOf([...LINES, ...others]).map(({ file, kind, questions }) => [file, kind, questions.length])).toEqual([
    ["2026-T1/a.csv", "line", 3],
    ["2026-T1/a.csv", "force", 1],
    ["2026-T1/b.csv", "line", 1],
  ]);
});

test("the head is said once, the answers where they are not those of the row above", async () => {
  const { prompts, given } = await asked(cardsOf(LINES)[0], "1", "2", "1");
  expect(given).toEqual(["Rodéos as-sent", "Tags leave-out", "Squats homicides"]);
  expect(
    prompts.map((prompt) => [prompt.includes("a.csv – Quelles sont ces lignes"), /^ {2}1\) /m.test(prompt)]),
  ).toEqual([
    [true, true],
    [false, false],
    [false, true],
  ]);
  expect(prompts[2]).toContain("« Squats » (ligne 4, colonne B)\n  1) la ligne « Homicides »");
});

test.each(["", " ", "0", "4", "oui", "1.0", "-1", "un"])(
  "« %s » is no answer, and it is asked again",
  async (typed) => {
    const { prompts, given } = await asked(cardsOf(LINES.slice(0, 1))[0], typed, "3");
    expect([given, prompts.length]).toEqual([["Rodéos unknown"], 2]);
    expect(prompts[1]).toBe("Tapez un numéro, de 1 à 3 (q pour arrêter) ");
  },
);

test("whoever leaves answers none of the card", async () => {
  expect((await asked(cardsOf(LINES)[0], "1", "q")).given).toBeUndefined();
});

test("what is proposed is marked, and taken by nobody who is asked", async () => {
  const [card] = cardsOf([{ ...question("force", "Faits", ["PN", "ensemble"]), proposal: "ensemble" }]);
  const { prompts, given } = await asked(card, "", "1");
  expect(prompts[0]).toContain("2) de la police et de la gendarmerie, ensemble (proposé");
  expect(given).toEqual(["Faits PN"]);
});

test("where nobody can be asked, each question and each answer is told by its name", () => {
  const [card] = cardsOf(LINES);
  expect(plain(card ? cardText(card, labelOf) : "").split("\n")).toEqual([
    "a.csv – Quelles sont ces lignes, que la nomenclature n'a pas ?",
    "  line-Rodéos : « Rodéos » (ligne 4, colonne B)",
    "  line-Tags : « Tags » (ligne 4, colonne B)",
    ...["as-sent", "leave-out", "unknown"].map((id) => expect.stringMatching(`^ {4}${id} : `)),
    "  line-Squats : « Squats » (ligne 4, colonne B)",
    ...["homicides", "as-sent", "leave-out", "unknown"].map((id) => expect.stringMatching(`^ {4}${id} : `)),
  ]);
});

test("the name of a file, or of a sheet, stands in no cell", () => {
  const named = question("place", "a.csv", ["commune"]);
  const sheet = question("place", "CSV", ["commune"]);
  const [card] = cardsOf([named, sheet]);
  expect(plain(card ? cardText(card, labelOf) : "")).toContain("« a.csv » (nom du fichier)");
  expect(plain(card ? cardText(card, labelOf) : "")).toContain("« CSV » (nom de la feuille)");
});

test("lines of no list are shown together, each with its nearest; they are kept by one answer, or answered one by one", async () => {
  const [card] = cardsOf(LINES.map((one) => ({ ...one, list: "lines-1" })));
  const all = await asked(card, "1");
  expect([all.given, all.prompts.length]).toEqual([["Rodéos as-sent", "Tags as-sent", "Squats as-sent"], 1]);
  expect(all.prompts[0]).toContain(
    "  • « Squats » (ligne 4, colonne B) – plutôt « Homicides » ?\n  1) les garder toutes",
  );
  expect((await asked(card, "", "2", "1", "2", "1")).given).toEqual([
    "Rodéos as-sent",
    "Tags leave-out",
    "Squats homicides",
  ]);
  expect((await asked(card, "q")).given).toBeUndefined();
  expect(plain(card ? cardText(card, labelOf) : "")).toMatch(
    / {2}lines-1 : toutes à la fois\n {4}as-sent : les garder toutes/,
  );
});

test("a single line, and one that is answered alone, are of no list", async () => {
  const [first, second, third] = LINES;
  const [card] = cardsOf(
    [first, second, third].flatMap((one, i) => (one ? [{ ...one, list: i === 0 ? null : "lines-1" }] : [])),
  );
  const { given, prompts } = await asked(card, "1", "2");
  expect(prompts[0]).not.toContain("Rodéos");
  expect(given).toEqual(["Tags as-sent", "Squats as-sent", "Rodéos leave-out"]);
  const [one] = cardsOf([{ ...(first ?? question("line", "", MAY)), list: "lines-1" }]);
  expect((await asked(one, "2")).given).toEqual(["Rodéos leave-out"]);
});
