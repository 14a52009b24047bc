/** One answer holds for the template: it is given once, moves with the quarter, and the question never comes back. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { answersIn } from "../../scripts/lectures/index.ts";
import { quarter } from "../../scripts/model/period.ts";
import { writeSpreadsheet } from "../demo/write/index.ts";
import type { Sheet } from "../demo/write/sheet.ts";
import { type Checked, createTown, type Town, toldIn } from "../town.ts";

let town: Town;
const deliver = (quarter: number, text: string, year = 2026): void => town.put(`${year}-T${quarter}/IS101.csv`, text);
const run = (...args: readonly string[]) => town.lecture(...args);
const questions = (...args: readonly string[]) => town.questions(...args);
const checked = () => town.checked();
/** All that is asked of it is answered, in turn, by the first of the answers, or by those given. */
async function confirmed(delivery: string, ...choices: readonly string[]) {
  const given: string[] = [];
  for (;;) {
    const open = await questions(delivery, ...(given.length > 0 ? ["--reponse", given.join(",")] : []));
    if (open.length === 0) return await run(delivery, "--confirmer", "--reponse", given.join(","));
    for (const { id, may } of open) given.push(`${id}=${choices[given.length] ?? may[0]}`);
  }
}
const told = (found: Checked) => toldIn(found).map(({ rule }) => rule);

beforeEach(() => {
  town = createTown("2026-12-20");
});

const withLabel = (quarter: number, label: string) =>
  `IS 101 - Valmont-sur-Lys - T${quarter} 2026\nNature;Police\nHomicides;0\nVols avec armes;${quarter}\n${label};${10 + quarter}\n`;

test("of several answers that are awaited, the first is named", async () => {
  deliver(1, `${withLabel(1, "Cambriolages logements divers")}Vols par ruse divers;4\n`);
  const { stderr } = await run("2026-T1", "--confirmer");
  expect(stderr).toContain("2 réponses sont attendues");
  expect(stderr).toContain(`--reponse ${(await questions("2026-T1"))[0]?.id}=RÉPONSE`);
});

test("a label near a line that is not there is asked about; answered, it is that line in every later quarter", async () => {
  deliver(1, withLabel(1, "Cambriolages logements divers"));
  const asked = await run("2026-T1", "--confirmer");
  expect(asked.status).toBe(1);
  expect(await questions("2026-T1")).toEqual([
    {
      id: expect.stringMatching(/^line-[0-9a-f]{8}$/),
      file: "2026-T1/IS101.csv",
      kind: "line",
      places: [expect.objectContaining({ row: 5, column: 1 })],
      text: "Cambriolages logements divers",
      may: ["cambriolages-logement", "as-sent", "leave-out", "unknown"],
      statement: "IS101",
      likeName: false,
      list: expect.stringMatching(/^lines-[0-9a-f]{8}$/),
    },
  ]);
  expect(asked.stderr).toContain("1 réponse est attendue");
  expect((await confirmed("2026-T1")).status).toBe(0);
  const kept = JSON.parse(readFileSync(join(town.data, "lectures/2026-T1.json"), "utf8")) as {
    fichiers: readonly { reponses: unknown }[];
  };
  expect(kept.fichiers[0]?.reponses).toEqual([
    { question: "line", etat: "IS101", texte: "Cambriolages logements divers", reponse: "cambriolages-logement" },
  ]);
  deliver(2, withLabel(2, "Cambriolages logements divers"));
  const second = await checked();
  expect(told(second)).toEqual([]);
  expect(second.observations.filter((o) => o.indicator === "cambriolages-logement").map((o) => o.value)).toEqual([
    11, 12,
  ]);
  expect(await run("2026-T2", "--confirmer")).toMatchObject({ status: 0 });
});

test("a label that is written wrong by a letter or two is asked about, the line that it is nearest to first", async () => {
  deliver(1, withLabel(1, "Cambriolages de logemnt"));
  expect((await questions("2026-T1")).map(({ text, may }) => [text, may[0]])).toEqual([
    ["Cambriolages de logemnt", "cambriolages-logement"],
  ]);
});

test("a label of abbreviations is asked about, the line that it is short for first", async () => {
  deliver(1, withLabel(1, "Cambriol. logem."));
  expect((await questions("2026-T1")).map(({ may }) => may[0])).toEqual(["cambriolages-logement"]);
});

test("a doubt that is asked about is said once, and its readings once, as the answers", async () => {
  deliver(1, `${withLabel(1, "Vols de véhicules")}\nPatrouilles nocturnes seules\n`);
  const { status, stdout } = await run("2026-T1", "--confirmer");
  expect(status).toBe(1);
  expect(stdout).not.toContain("ERREUR");
  expect(stdout.match(/Patrouilles nocturnes seules/g)).toHaveLength(1); // in the question
});

test("lines of no list are one list, which one answer keeps; none is told of again, one that comes later is asked about alone", async () => {
  const unknown = "Rodéos motorisés;4\nTags divers;5\nFaits divers";
  deliver(1, withLabel(1, unknown));
  expect((await run("2026-T1", "--confirmer")).status).toBe(1);
  const asked = await questions("2026-T1");
  expect(asked.map(({ text, may }) => [text, may])).toEqual(
    ["Rodéos motorisés", "Tags divers", "Faits divers"].map((text) => [text, ["as-sent", "leave-out", "unknown"]]),
  );
  const [{ list } = { list: "" }, ...others] = asked;
  expect(others.map((one) => one.list)).toEqual([list, list]);
  expect((await run("2026-T1", "--confirmer", "--reponse", `${list}=as-sent`)).status).toBe(0);
  deliver(2, withLabel(2, unknown));
  expect(told(await checked())).toEqual([]);
  deliver(2, withLabel(2, `Squats;6\n${unknown}`));
  expect((await questions("2026-T2")).map(({ text }) => text)).toEqual(["Squats"]);
});

test("a name among the lines of no list is answered alone", async () => {
  deliver(1, withLabel(1, "Tags divers;4\nkervadec anne-lise"));
  const [tags, name] = await questions("2026-T1");
  expect([name?.likeName, name?.list]).toEqual([true, null]);
  const { status, stdout } = await run("2026-T1", "--confirmer", "--reponse", `${tags?.list}=as-sent`);
  expect([status, stdout.includes(name?.id ?? "?")]).toEqual([1, true]);
});

test("a label that looks like a person's is asked about before it is confirmed", async () => {
  deliver(1, withLabel(1, "kervadec anne-lise"));
  const asked = await run("2026-T1", "--confirmer");
  expect([asked.status, asked.stdout]).toEqual([1, expect.stringContaining("ressemble au nom d'une personne")]);
  expect((await confirmed("2026-T1")).status).toBe(0);
});

test("a word cut by hand in a narrow head is no person's name", async () => {
  deliver(1, 'IS 101 - Valmont-sur-Lys - T1 2026\nService;"Homi-\ncides";Vols avec armes\nPolice;0;1\n');
  expect(await questions("2026-T1")).toEqual([]);
});

test("a head that looks like a person's is asked about, once for the template", async () => {
  const signed = (quarter: number) =>
    withLabel(quarter, "Vols de véhicules")
      .replace("Police", "Police;Kervadec Anne-Lise")
      .replaceAll(/;(\d+)/g, ";$1;4");
  deliver(1, signed(1));
  const asked = await run("2026-T1", "--confirmer");
  expect([asked.status, asked.stdout]).toEqual([
    1,
    expect.stringContaining("« Kervadec Anne-Lise » (ligne 2, colonne C ; ressemble au nom d'une personne"),
  ]);
  expect((await confirmed("2026-T1")).status).toBe(0);
  deliver(2, signed(2));
  expect((await run("2026-T2", "--confirmer")).status).toBe(0);
});

test("figures that are another quarter's are asked about; the answer is kept, and read again with them", async () => {
  const same = (quarter: number) =>
    `IS 101 - Valmont-sur-Lys - T${quarter} 2026\nNature;Police\nHomicides;0\nVols avec armes;9\nVols de véhicules;12\nVols dans les véhicules;7\n`;
  deliver(1, same(1));
  expect((await run("2026-T1", "--confirmer")).status).toBe(0);
  deliver(2, same(2));
  expect(told(await checked())).toEqual(["figures-copied"]);
  const asked = await run("2026-T2", "--confirmer");
  expect([asked.status, asked.stdout]).toEqual([
    1,
    expect.stringMatching(/copy-[\s\S]*2e.trimestre.2026[\s\S]*own : oui, le service l'a confirmé/),
  ]);
  // the folder is not named, as in the walk: nothing else of the file is new
  const [copy] = await questions("2026-T2");
  expect((await run("--confirmer", "--reponse", `${copy?.id}=own`)).status).toBe(0);
  expect((await checked()).observations.filter((o) => o.period === "2026-04/2026-06")).toHaveLength(4);
  expect(await run("--relire")).toMatchObject({ status: 0 });
});

const doubted = (quarter: number) =>
  `IS 101 - Valmont-sur-Lys - T${quarter} 2026 - zinzolin\nNature;Police\nHomicides;0\nVols avec armes;${quarter}\n`;

test("a doubt is asked with answers that were tried, and settled for the later quarters too", async () => {
  const errors = async () => (await checked()).issues.filter((i) => i.severity === "error").map((i) => i.rule);
  deliver(2, doubted(2));
  expect(await errors()).not.toEqual([]);
  const asked = await run("2026-T2", "--confirmer");
  expect([asked.status, asked.stdout]).toEqual([1, expect.stringMatching(/text-.* : « zinzolin »/)]);
  expect((await confirmed("2026-T2")).status).toBe(0);
  expect(await errors()).toEqual([]);
  deliver(3, doubted(3));
  expect(await errors()).toEqual([]);
});

test("a label near to none may be any line that the statement lacks, of those that all have", async () => {
  const lines = ["Homicides", "Cambriolages de logement", "Vols violents sans arme", "CBV + de 15 ans", "VAA"];
  const of = (labels: readonly string[]) =>
    ["IS 101 - Valmont-sur-Lys - T1 2026", "Nature;Police", ...labels.map((label, i) => `${label};${i}`)].join("\n");
  deliver(1, of(lines));
  expect((await questions("2026-T1")).map(({ text, may }) => [text, ...may])).toEqual([
    [
      "VAA",
      "vols-avec-armes",
      "vols-sans-violence-personnes",
      "vols-vehicules",
      "vols-dans-vehicules",
      "vols-accessoires-vehicules",
      "as-sent",
      "leave-out",
      "unknown",
    ],
  ]);
  deliver(1, of([...lines.slice(0, 4), "Armes diverses"]));
  expect((await questions("2026-T1"))[0]?.may).toEqual(["as-sent", "leave-out", "unknown"]);
  deliver(1, of([...lines.slice(0, 4), "CAMB."].filter((line) => !line.startsWith("Camb"))));
  expect((await questions("2026-T1"))[0]?.may).toEqual(["cambriolages-logement", "as-sent", "leave-out", "unknown"]);
});

test("the words of a text, asked about alone, are not asked about again, though a lecture keeps a hash of them alone", async () => {
  const letter = (quarter: number, last: string) =>
    `IS 101 - Valmont-sur-Lys - T${quarter} 2026\n\n"Bonjour, (zinzolin mauve), les chiffres de la commune :"\nNature;Police\nHomicides;0\n${last};${quarter}\n`;
  deliver(1, letter(1, "Vols avec armes"));
  expect((await questions("2026-T1")).map(({ text }) => text)).toEqual(["zinzolin mauve"]);
  expect((await confirmed("2026-T1")).status).toBe(0);
  expect(readFileSync(join(town.data, "lectures/2026-T1.json"), "utf8")).not.toContain("zinzolin");
  deliver(2, letter(2, "Vols de véhicules"));
  expect(await questions("2026-T2")).toEqual([]);
});

test.each([
  ["ID", "n'est pas une réponse"],
  ["ID=9", "n'a pas de réponse « 9 »"],
  ["ID=PN", "Réponses possibles : cambriolages-logement, as-sent, leave-out, unknown"],
  ["line-00000000=as-sent", "Aucune question ne s'appelle « line-00000000 »"],
])("--reponse %s is refused", async (value, words) => {
  deliver(1, withLabel(1, "Cambriolages logements divers"));
  const [question] = await questions("2026-T1");
  const { status, stderr } = await run("2026-T1", "--confirmer", "--reponse", value.replace("ID", question?.id ?? ""));
  expect([status > 0, stderr]).toEqual([true, expect.stringContaining(words)]);
});

test("at the terminal the numbered answers are shown, and the one typed is kept", async () => {
  deliver(1, withLabel(1, "Cambriolages logements divers"));
  const { status, stderr } = await town.atTerminal([
    ["Votre réponse", "1"],
    ["quel nombre lisez-vous", "non"],
    ["Qui vous a lu le document ?", "personne"],
    ["tout est-il lu ?", "oui"],
  ]);
  expect(status).toBe(0);
  expect(stderr.replaceAll("\u00a0", " ")).toContain("1) la ligne « Cambriolages de logement »");
  expect((await checked()).observations.some((o) => o.indicator === "cambriolages-logement")).toBe(true);
});

/** Years alone over the columns: in a fourth quarter, of the quarter or of the whole year. */
const byYear = (quarter: number, figures: readonly number[] = [9, 11], year = 2026, note = "") =>
  `IS 101 - Valmont-sur-Lys - ${quarter}e trimestre ${year} - Police nationale\nNature;${year - 1};${year}\nHomicides;0;0\nCambriolages de logement;${figures.join(";")}\nVols avec armes;1;2\n${note}`;
const periodsOf = ({ observations }: Checked, year: number) => [
  ...new Set(observations.flatMap(({ period }) => (period.startsWith(`${year}-`) ? [period] : []))),
];

test("years that were confirmed as the quarter of each are so in the fourth quarter too, and nothing is asked", async () => {
  deliver(3, byYear(3));
  expect((await run("2026-T3", "--confirmer")).status).toBe(0);
  deliver(4, byYear(4));
  const fourth = await checked();
  expect([told(fourth), periodsOf(fourth, 2026)]).toEqual([[], ["2026-07/2026-09", "2026-10/2026-12"]]);
  expect((await run("2026-T4", "--confirmer")).status).toBe(0);
  expect((await run("2026-T4", "--relire")).stdout).toContain("rien n'est lu autrement");
});

test.each([
  ["figures of four times as much", [9, 70], ""],
  ["a note that is new", [9, 11], "Données de la brigade des mineurs\n"],
])(
  "%s: the template answers nothing, the person is asked, and of what is not read yet nothing else is told",
  async (_, figures, note) => {
    deliver(3, byYear(3));
    expect((await run("2026-T3", "--confirmer")).status).toBe(0);
    deliver(4, byYear(4, figures, 2026, note));
    const { status, stdout } = await run("2026-T4", "--confirmer");
    expect([status, stdout]).toEqual([1, expect.stringContaining("2026-01/2026-12 : année 2026")]);
    expect(stdout).not.toContain("Ce qui change");
  },
);

test("a title of half a quarter is asked about, though its template was confirmed", async () => {
  const dated = (quarter: number, days: string) =>
    `IS 101 - Valmont-sur-Lys\nFaits constatés du ${days}\nNature;Police\nHomicides;0\nVols avec armes;${quarter}\n`;
  deliver(2, dated(2, "01/04/2026 au 30/06/2026"));
  expect((await run("2026-T2", "--confirmer")).status).toBe(0);
  deliver(3, dated(3, "01/07/2026 au 15/08/2026"));
  expect(told(await checked())).toEqual(["ambiguous-reading"]);
});

test("answers to two years side by side hold for the years that follow them", async () => {
  deliver(4, byYear(4));
  expect((await confirmed("2026-T4")).status).toBe(0);
  deliver(4, byYear(4, [11, 70], 2027), 2027);
  expect(periodsOf(await checked(), 2027)).toEqual(["2027-10/2027-12"]);
});

test("which of several quarters without a year a period was answered for, a later file does not tell: it is asked again", () => {
  const columns = ["T1", "T2", "T3"].map((text) => ({ text }));
  const source = { path: "2026-T2/IS101.csv", name: "IS101.csv", delivery: "2026-T2", sha256: "" };
  const file = { source, format: "csv", grids: [{ file: source.path, part: "CSV", rows: [columns] }] } as const;
  const answered = (choice: string) =>
    answersIn(file, [
      { answer: { kind: "period", text: "T3", choice, statement: null }, quarter: quarter(2026, 1), key: "" },
    ]);
  expect(answered("2025-07/2025-09")).toEqual([]);
  expect(answered("no-effect").map((a) => a.choice)).toEqual(["no-effect"]);
});

describe("the same head in the sheet of each force", () => {
  const sheet = (name: string, force: string, ...values: readonly number[]): Sheet => ({
    name,
    blocks: [
      { kind: "line", text: `Valmont-sur-Lys - IS 101 - ${force}` },
      { kind: "line", text: "Année 2026" },
      { kind: "blank" },
      {
        kind: "table",
        head: 1,
        rows: [
          ["Nature", "T1", "Total", "Rappel total 2025"],
          ["Homicides", ...values.map(String)],
          ["Vols avec armes", ...values.map((value) => String(value + 1))],
        ].map((row) => row.map((text) => ({ text }))),
      },
    ],
  });
  const deliverSheets = (): void => {
    const sheets = [sheet("PN", "police nationale", 1, 1, 8), sheet("GN", "gendarmerie nationale", 2, 2, 9)];
    town.put("2026-T1/IS101.xlsx", writeSpreadsheet(sheets, "xlsx"));
  };

  test("is one question, answered once for both, by either name or by both", async () => {
    deliverSheets();
    const asked = await questions("2026-T1");
    expect(asked.map(({ kind, text }) => [kind, text])).toEqual([
      ["period", "Rappel total 2025"],
      ["period", "Rappel total 2025"],
    ]);
    const year = "2025-01/2025-12";
    for (const given of [asked.slice(0, 1), asked.slice(1), asked])
      expect(await questions("2026-T1", "--reponse", given.map(({ id }) => `${id}=${year}`).join(","))).toEqual([]);
    const answered = await run("2026-T1", "--confirmer", "--reponse", asked.map(({ id }) => `${id}=${year}`).join(","));
    expect(answered.status).toBe(0);
    expect(
      readFileSync(join(town.data, "lectures/2026-T1.json"), "utf8").match(/"texte": ?"Rappel total 2025"/g),
    ).toHaveLength(1);
    expect((await checked()).observations.filter(({ period }) => period === year).map(({ value }) => value)).toEqual([
      8, 9, 9, 10,
    ]);
  });

  test("is never answered in two ways", async () => {
    deliverSheets();
    const [first, second] = await questions("2026-T1");
    const given = `${first?.id}=2025-01/2025-12,${second?.id}=2025-01/2025-03`;
    const { status, stderr } = await run("2026-T1", "--confirmer", "--reponse", given);
    expect([status, stderr]).toEqual([1, expect.stringContaining("a deux réponses")]);
  });
});
