/** A later file is held to the confirmed one: what changes with the quarter is no difference, anything else is. */

import { expect, test } from "vitest";
import { createClerk, createKeeper, heldIssues, unusedTexts } from "../../scripts/lectures/index.ts";
import { madeIssue } from "../spoken.ts";
import { confirmedFile } from "./confirmed.ts";
import { FIRST, held, quarterOf, SECOND } from "./pairs.ts";

test("the next quarter of the same template is told in no way", () => {
  expect(held({ number: 2 })).toMatchObject({ state: "same", rules: [] });
  expect(held({ number: 1 }, { number: 2 })).toMatchObject({ state: "same", rules: [] });
});

test.each([
  ["a mark of a second copy in the file's name", { options: { name: "IS101 T2 2026 def (2).csv" } }],
  ["a corrected sending, said in it", { options: { name: "IS101 T2 2026 rectificatif.csv" } }],
  ["the quarter in letters", { change: (t: string) => t.replace("2e trimestre", "deuxième trimestre") }],
  [
    "another spelling of capitals and accents",
    { change: (t: string) => t.replace("Nature des faits", "NATURE DES FAITS") },
  ],
])("%s is no difference", (_, change) => {
  expect(held({ number: 2, ...change })).toMatchObject({ state: "same", rules: [] });
});

test("of a line of text that is gone no word is kept: that it was one is told", () => {
  const first = { number: 1, change: (t: string) => t.replace("Édité", "Bonne lecture à tous.\nÉdité") };
  expect(held({ number: 2 }, first).says).toBe("n'y est plus : une ligne de texte");
});

test("of a row that is gone its first three texts are told", () => {
  const wide = (t: string) =>
    t
      .replace("Nature des faits | Police | Gendarmerie | Total", "Famille | Nature des faits | Unité | Force | Faits")
      .replaceAll(/^(.*) \| (\d+) \| \d+ \| \d+$/gm, "Atteintes aux biens | $1 | Infraction | Police | $2");
  const first = { number: 1, change: wide } as const;
  const without = (gone: RegExp) => held({ number: 2, change: (t) => wide(t).replace(gone, "") }, first).says;
  expect(held({ number: 2, change: wide }, first).says).toBe("");
  expect(without(/.*Vols dans les véhicules.*\n/)).toContain(
    "n'y est plus : « Atteintes aux biens, Vols dans les véhicules, Infraction »",
  );
});

const CHANGES: readonly (readonly [what: string, change: (text: string) => string, says: string])[] = [
  [
    "a note under the table",
    (t) => t.replace("Édité", "Hors plaintes en ligne\nÉdité"),
    "nouveau : « Hors plaintes en ligne »",
  ],
  [
    "a note beside the title",
    (t) => t.replace(/2026\n/, "2026 | hors violences intrafamiliales\n"),
    "hors violences intrafamiliales",
  ],
  [
    "a row that is gone",
    (t) => t.replace(/Vols dans les véhicules.*\n/, ""),
    "n'y est plus : « Vols dans les véhicules »",
  ],
  [
    "a row more",
    (t) => t.replace(/Homicides/, "Rodéos urbains | 4 | 1 | 5\nHomicides"),
    "nouveau : « Rodéos urbains »",
  ],
  ["another head", (t) => t.replace("Nature des faits", "Faits élucidés"), "confirmé « Nature des faits »"],
  ["a mark on a figure", (t) => t.replace("| 28 |", "| 28* |"), "28*"],
  ["two rows in another order", (t) => t.replace(/(Homicides.*\n)(.*\n)/, "$2$1"), "l'ordre des lignes"],
  [
    "two heads in another order",
    (t) => t.replace("Police | Gendarmerie", "Gendarmerie | Police"),
    "l'ordre des colonnes",
  ],
  [
    "a column more",
    (t) => t.replaceAll(/(Total|\d+)$/gm, (word) => (word === "Total" ? "Total | Douanes" : `${word} | 2`)),
    "Douanes",
  ],
  [
    "a figure that is no longer there",
    (t) => t.replace("| 11 | 1 | 12", "| 11 |  | 12"),
    "1 chiffre lu (Vols de véhicules) l'était, et ne l'est plus",
  ],
];
test.each(CHANGES)("%s is a difference, told once", (_, change, says) => {
  const found = held({ number: 2, change });
  expect(found.state).toBe("changed");
  expect(found.says).toContain(says);
  expect(found.rules.filter((rule) => rule === "warning reading-changed").length).toBeLessThanOrEqual(1);
});

test("another name of the file, and another format, are differences", () => {
  expect(held({ number: 2, options: { name: "Export DIPN.csv" } }).says).toContain(
    "nom de fichier « Export DIPN.csv »",
  );
});

const swapped = (to: (figures: readonly [number, number]) => readonly [number, number]) => SECOND.map(to);
test.each([
  [
    "the gendarmerie equal to the police",
    swapped(([police]) => [police, police]),
    "la gendarmerie a, ligne pour ligne, les chiffres de la police",
  ],
  ["nothing for the gendarmerie", swapped(([police]) => [police, 0]), "aucun fait pour la gendarmerie nationale"],
  [
    "a figure out of all proportion",
    swapped(([police, gendarmerie]) => [police === 28 ? 280 : police, gendarmerie]),
    "280",
  ],
] as const)("a clerk would notice %s", (_, figures, says) => {
  const found = held({ number: 2, figures });
  expect(found.says).toContain(says);
});

test.each([9, 10])("a force at zero is noticed where it had ten facts: %i", (usual) => {
  const first = FIRST.map(([police], i) => [police, i === 0 ? usual : 0] as const);
  const says = held({ number: 2, figures: swapped(([police]) => [police, 0]) }, { number: 1, figures: first }).says;
  expect(/aucun fait pour la gendarmerie/.test(String(says))).toBe(usual === 10);
});

test("a force of which the file has no column has no zero: the column that is gone is told", () => {
  const alone = (t: string) =>
    t.replace("Police | Gendarmerie | Total", "Police").replaceAll(/\| (\d+) \| \d+ \| \d+/g, "| $1");
  const { says } = held({ number: 2, change: alone });
  expect(says).toContain("n'y est plus");
  expect(says).not.toContain("aucun fait pour la gendarmerie");
});

test("a month at zero is not one where a quarter had ten facts", () => {
  const recognised = (number: number, month: string) =>
    quarterOf({
      number,
      figures: FIRST.map(([police]) => [police, 3] as const),
      change: (text) =>
        text
          .replace(/Police .*Total/, `Police T${number} 2026 | Gendarmerie T${number} 2026 | Gendarmerie ${month} 2026`)
          .replaceAll(/(?<=\| )\d+$/gm, "0"),
    }).recognition;
  const files = [confirmedFile(recognised(1, "mars"))];
  const clerk = createClerk([{ delivery: "2026-T1", by: "", at: "", programVersion: "", files }]);
  const says = clerk(recognised(2, "juin")).map((difference) => difference.says);
  expect(says.filter((one) => one.startsWith("aucun fait"))).toEqual([]);
});

test("a few facts that happen to be the same are no copy", () => {
  const few = FIRST.map((_, i) => [i === 3 ? 2 : 0, i === 5 ? 1 : 0] as const);
  expect(held({ number: 2, figures: few }, { number: 1, figures: few })).toMatchObject({ state: "same" });
});

test.each(["Édité le 12/05/2026", "Fait à Dax, le 12 mai 2026", "Édition | 12/05/2026", "Arrêté au 12/05/2026"])(
  "a statement made before its quarter has ended is told: %s",
  (words) => {
    const made = (text: string) => text.replace(/Édité le .*/, words);
    expect(held({ number: 2, change: made }).says).toContain("édité le 12 mai 2026, avant la fin du 2e trimestre 2026");
    const after = (text: string) => made(text).replace("12/05", "30/06").replace("12 mai", "30 juin");
    expect(held({ number: 2, change: after }).says).not.toContain("avant la fin");
  },
);

test("the months that are not there any more are one sentence, the latest first", () => {
  const monthly = (months: readonly string[]) => (text: string) =>
    text
      .replace("Police | Gendarmerie | Total", months.map((one) => `${one} 2026`).join(" | "))
      .replaceAll(/\| (\d+) \| \d+ \| \d+/g, (_, count: string) => months.map(() => `| ${count}`).join(" "));
  const first = { number: 1, change: monthly(["janvier", "février", "mars", "1er trimestre"]) } as const;
  expect(held({ number: 2, change: monthly(["avril", "mai", "juin", "2e trimestre"]) }, first).says).toBe("");
  const { says } = held({ number: 2, change: monthly(["avril", "2e trimestre"]) }, first);
  expect(says.match(/aucun chiffre[^;]*/g)).toEqual(["aucun chiffre : juin 2026, mai 2026 (les deux forces)"]);
});

test("a force at zero says what it had: of one quarter, so much; of several, up to so much", () => {
  const nothing = swapped(([police]) => [police, 0]);
  expect(held({ number: 2, figures: nothing }).says).toContain(
    "aucun fait pour la gendarmerie nationale (2e trimestre 2026), qui en avait 33",
  );
});

test("an arrow beside a printed change is no mark of it", () => {
  const change = (text: string) =>
    text
      .replace("Total", "Total | Tendance")
      .replaceAll(/\| (\d+)$/gm, (_, n: string) => `| ${n} | ${Number(n) % 2 ? "▲ +2" : "▼ -1"}`);
  expect(held({ number: 2, change }, { number: 1, change })).toMatchObject({ state: "same" });
});

test("two years with the same figures are told", () => {
  const years = (text: string) =>
    text
      .replace("Police | Gendarmerie | Total", "T1 2025 | T1 2026")
      .replaceAll(/\| (\d+) \| \d+ \| \d+/g, "| $1 | 1$1");
  const same = (text: string) =>
    text
      .replace("Police | Gendarmerie | Total", "T2 2025 | T2 2026")
      .replaceAll(/\| (\d+) \| \d+ \| \d+/g, "| $1 | $1");
  expect(held({ number: 2, change: same }, { number: 1, change: years }).says).toContain("les deux années");
});

/** A dash for no fact. */
const dashes = (text: string) => text.replaceAll(/\| 0(?= |$)/gm, "| -").replace("| 2 | 13", "|  | 13");

test("where a template leaves a dash or a blank for no fact, it has another one each quarter", () => {
  const first = { number: 1, change: dashes } as const;
  expect(held({ number: 2, change: dashes }, first)).toMatchObject({ state: "same" });
  const inWords = (text: string) => text.replaceAll(/\| 0(?= |$)/gm, "| Néant");
  expect(held({ number: 2, change: inWords }, { number: 1, change: inWords })).toMatchObject({ state: "same" });
  const emptied = (text: string) => dashes(text).replace("| 28 |", "|  |");
  expect(held({ number: 2, change: emptied }, first).says).toContain(
    "1 chiffre lu (Vols sans violences contre des personnes) l'était, et ne l'est plus",
  );
  expect(held({ number: 2, change: dashes }).says).toContain("4 chiffres lus (Homicides, Vols avec armes)");
  const withoutLine = (text: string) => dashes(text).replace(/\nVols d'accessoires.*/, "");
  expect(held({ number: 2, change: withoutLine }, first).says).toContain(
    "n'y est plus : « Vols d'accessoires sur véhicules »",
  );
});

test("a table of the year fills up quarter after quarter, from any of them on", () => {
  const filled =
    (until: number, note = "n/a") =>
    (text: string) =>
      text
        .replace(/\nÉdité.*/, "")
        .replace("Police | Gendarmerie | Total", "T1 | T2 | T3 | T4 | Total | Évolution")
        .replaceAll(/\| (\d+) \| (\d+) \| (\d+)/g, (_, ...said: string[]) => {
          const counts = [...said.slice(0, 3), "4"].slice(0, until);
          const total = counts.reduce((sum, count) => sum + Number(count), 0);
          return `| ${[...counts, "", "", ""].slice(0, 4).join(" | ")} | ${total} | ${note}`;
        });
  for (const from of [1, 2, 3])
    expect(
      held({ number: from + 1, change: filled(from + 1, "+5 %") }, { number: from, change: filled(from) }),
    ).toMatchObject({ state: "same", rules: [] });
});

test("a column that still says the quarter before, in a statement of one, is told", () => {
  const second = (text: string) =>
    text
      .replace(/ – \d.*$/m, "")
      .replace("Police | Gendarmerie | Total", "T2 2026")
      .replaceAll(/\| (\d+) \| \d+ \| \d+/g, "| $1");
  expect(held({ number: 3, change: second }, { number: 2, change: second }).says).toContain(
    "9 chiffres (Homicides, Vols avec armes, et 7 autres lignes) ne sont pas lus comme ils ont été confirmés à cette place, mais ainsi : les deux forces, 2e trimestre 2026",
  );
});

test("figures of the quarter before that are others than it gave are counted, and are nothing new", () => {
  const both = (text: string) =>
    text
      .replace(/ – \d.*$/m, "")
      .replace("Police | Gendarmerie | Total", "Police T1 2026 | Police T2 2026")
      .replaceAll(/\| (\d+) \| (\d+) \| \d+/g, "| $1 | $2");
  const first = { number: 1, change: (text: string) => both(text).replaceAll(/ \| \d+$/gm, " |") } as const;
  const figures = SECOND.map(([, now], i) => [FIRST[i]?.[0] ?? 0, now] as const);
  expect(held({ number: 2, change: both, figures }, first)).toMatchObject({ state: "same", revised: 0 });
  const revised = figures.map(([before, now], i) => [before + (i < 2 ? 1 : 0), now] as const);
  expect(held({ number: 2, change: both, figures: revised }, first)).toMatchObject({ state: "same", revised: 2 });
});

test("a column of marks under no heading is one more column, beside years as beside forces", () => {
  const years = (text: string) =>
    text
      .replace(/ – (\d)\w+ trimestre 2026(.*)/, " – T$1 2026$2")
      .replace("Police | Gendarmerie | Total", "T{n} 2025 | | T{n} 2026 |")
      .replaceAll("{n}", /T(\d)/.exec(text.replace(/ – (\d)/, "T$1"))?.[1] ?? "")
      .replaceAll(/\| (\d+) \| (\d+) \| \d+/g, "| $1 | | $2 |");
  const marked = (text: string) => years(text).replace("| 11 |\n", "| 11 | p\n");
  expect(held({ number: 2, change: years }, { number: 1, change: years })).toMatchObject({ state: "same" });
  expect(held({ number: 2, change: marked }, { number: 1, change: years }).says).toBe("une colonne, « p », est venue");
});

test("what is new in one sheet is said beside what stood there, and not in another one", () => {
  const sheets = (note: string) => (text: string) => ({ Faits: text, Annexe: note });
  expect(held({ number: 2, change: sheets("Beffroi") }, { number: 1, change: sheets("Zinzolin") }).says).toBe(
    "« Beffroi », à la place d'un autre texte",
  );
});

test("twelve months that end with the year are one of its spans as any", () => {
  const rolling = (month: string) => (text: string) =>
    text.replace(/– \d.*$/m, `– 12 mois glissants à fin ${month} 2026`).replace(/\nÉdité.*/, "");
  const first = { number: 3, change: rolling("septembre") } as const;
  expect(held({ number: 4, change: rolling("décembre") }, first)).toMatchObject({ state: "same", rules: [] });
});

test("another span of months under the same title is told", () => {
  const columns = (heads: string) => (text: string) =>
    text.replace("Police | Gendarmerie | Total", heads).replaceAll(/\| (\d+) \| (\d+) \| \d+/g, "| $1 | $2");
  const found = held(
    { number: 2, change: columns("2e trimestre 2025 | 2e trimestre 2026") },
    { number: 1, change: columns("1er trimestre 2025 | 1er trimestre 2026") },
  );
  expect(found.state).toBe("same");
  const cumulative = held(
    { number: 2, change: columns("Janvier à mai 2025 | Janvier à mai 2026") },
    { number: 1, change: columns("Janvier à mars 2025 | Janvier à mars 2026") },
  );
  expect(cumulative.state === "changed" || cumulative.rules.some((rule) => rule.startsWith("error"))).toBe(true);
});

test("what was said of the confirmed file and accepted is said of no later one", () => {
  const column = (text: string) =>
    text.replaceAll(/(Total|\d+)$/gm, (word) => (word === "Total" ? "Total | Brigade canine" : `${word} | x`));
  const before = quarterOf({ number: 1, change: column });
  expect(before.issues.some((i) => i.severity === "warning")).toBe(true);
  expect(held({ number: 2, change: column }, { number: 1, change: column })).toMatchObject({
    state: "same",
    rules: [],
  });
});

test("a comment on a cell, of which nothing is read, is told when it is new", () => {
  const commented = (comments?: readonly string[]) => {
    const { recognition, issues } = quarterOf({ number: comments ? 2 : 1 });
    const tables = recognition.tables.map((t) => ({ ...t, grid: { ...t.grid, ...(comments ? { comments } : {}) } }));
    return { recognition: { ...recognition, tables }, issues };
  };
  const before = commented();
  const keeper = createKeeper([
    {
      delivery: "2026-T1",
      by: "",
      at: "",
      programVersion: "",
      files: [confirmedFile(before.recognition, before.issues)],
    },
  ]);
  const found = keeper(commented(["À confirmer par la brigade"]).recognition);
  expect([found.state, found.differences[0]?.says]).toEqual([
    "changed",
    expect.stringContaining("À confirmer par la brigade"),
  ]);
});

test("the first file of its statement is to be confirmed, and a file that is not read says so only by its error", () => {
  const { recognition, issues } = quarterOf({ number: 1 });
  const found = createKeeper([])(recognition);
  expect(found.state).toBe("first");
  expect(heldIssues(found, recognition, issues).map((i) => i.rule)).toEqual(["reading-unconfirmed"]);
  const error = madeIssue({ rule: "ambiguous-reading", severity: "error", message: "" });
  expect(heldIssues(found, recognition, [error])).toEqual([]);
});

test("a text under the last figure is shown to whoever confirms, whatever its words say", () => {
  const { recognition } = quarterOf({ number: 1, change: (text) => `${text}\nGendarmerie nationale` });
  const found = unusedTexts(recognition).find(({ text }) => text === "Gendarmerie nationale");
  expect(found).toMatchObject({ why: "" }); // no reason is given for what changes nothing
});
