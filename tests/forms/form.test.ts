/** The form of a received file: it is read as the file is, and holds nothing of what it says. */
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../../scripts/disk/sha256.ts";
import { formOf } from "../../scripts/form/form.ts";
import { INVENTED } from "../../scripts/form/texts.ts";
import type { Cell, Grid, ReadFile } from "../../scripts/model/grid.ts";
import type { Nomenclature } from "../../scripts/model/nomenclature.ts";
import type { Observation, Recognition } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import type { Settings } from "../../scripts/model/settings.ts";
import { readHere } from "../read-here.ts";
import { gridOf, NOMENCLATURE, recogniserOf, settingsOf } from "../recognise/tables.ts";
import { readForm } from "./read-form.ts";

const OURS = "Saint-Aubin-les-Tilleuls";
const AS_INVENTED = `commune: { nom: ${INVENTED.name}, insee: "${INVENTED.insee}" }`;
const settings = settingsOf(`commune: { nom: ${OURS}, insee: "99123" }`);
const knowledge = { settings, nomenclature: NOMENCLATURE };
/** Some samples are of another. */
const OTHER = settingsOf("commune: { nom: Saint-Laurent-Blangy }");

/** What a figure is, without its number; years counted from that of the delivery. */
const lineOf = ({ source: { delivery } }: ReadFile, o: Observation): string => {
  const since = periodKey(o.period).replace(/\d{4}/g, (year) => `an ${Number(year) - Number(delivery.slice(0, 4))}`);
  return [o.kind, o.indicator ?? "?", o.family === null ? "" : o.indicator, o.force, since, o.status].join(" ");
};
const linesOf = ({ file, observations }: Recognition): readonly string[] => observations.map((o) => lineOf(file, o));

async function readFile(path: string, knowledge: { readonly settings: Settings; readonly nomenclature: Nomenclature }) {
  const [delivery = ""] = /\d{4}-T\d/.exec(path) ?? [];
  const name = basename(path);
  const bytes = readFileSync(path);
  const file = { path: `${delivery}/${name}`, delivery, name, bytes, sha256: sha256(bytes) };
  const [read] = readHere({ ...knowledge, kept: [], keptLines: [], maps: [], asks: false }, [
    { files: [file], given: new Map() },
  ]);
  const [one] = (await read) ?? [];
  if (!one) throw new Error(path);
  return one.recognition;
}

test.each([
  ...globSync("tests/fixtures/is*/data/2026-*/*"),
  "data/demo/2026-T3/IS 101 T3 2026.xls",
  "data/demo/2026-T3/IST T3 2026.docx",
])(
  "%s: what is read of its form is what is read of it",
  async (path) => {
    const own = /two-quarters|long/.test(path) ? { ...knowledge, settings: OTHER } : knowledge;
    const read = await readFile(path, own);
    const form = formOf(read, [], own);
    const again = readForm(form);
    const { value } = recogniserOf(AS_INVENTED)(again);
    expect(linesOf(value)).toEqual(linesOf(read));
    expect(linesOf(value).length).toBeGreaterThan(3);
    expect(form.toLowerCase()).not.toMatch(/tilleuls|aubin|laurent|blangy/);
    expect(formOf(read, [], own)).not.toBe(form);
  },
  60_000,
);

const formOfGrid = (grid: Grid, name = "etat.csv"): { readonly form: string; readonly read: Recognition } => {
  const file = {
    source: { path: `2026-T1/${name}`, delivery: "2026-T1", name, sha256: "" },
    format: "xlsx",
    grids: [grid],
  } as const;
  const { value: read, issues } = recogniserOf(`commune: { nom: ${OURS}, insee: "99123" }`)(file);
  return { form: formOf(read, issues, knowledge), read };
};
const formOfTable = (table: string) => formOfGrid(gridOf(table));

test.each(["PETIT", "Petit", "MARTIN", "Ham", "Avril", "Mars", "Durand", "Lestrem"])(
  "« %s », as a person or as a commune, is in no form, wherever it stands",
  (name) => {
    const cells = [
      name,
      `Commandant ${name}`,
      `Rédacteur : ${name}`,
      `${name} - IS 101`,
      `IS 101 - Commune de ${name} - 1er trimestre 2026`,
      `Police nationale, ${name}`,
      `Faits constatés par la police nationale à ${name}`,
      `Cambriolages de logement ${name}`,
      `Cambriolages de logement (${name})`,
      `vols\n${name}`,
      `${name.toLowerCase()}@police.example`,
      `M. ${name} (8 avril 2026)`,
      `3 ${name}`,
      `${name} 3`,
      `12 (${name})`,
    ];
    const rows = cells.map((text): readonly Cell[] => [
      { text },
      {
        text: "7319",
        beside: [
          { kind: "struck", text: name },
          { kind: "hidden", text: `M. ${name}` },
        ],
      },
      { text },
    ]);
    const { form } = formOfGrid(
      {
        file: "2026-T1/etat.csv",
        part: name,
        rows: [[{ text: "Nature des faits" }, { text: "Police" }, { text: name }], ...rows],
        besides: cells,
        comments: cells,
      },
      `IS101 ${name}.xlsx`,
    );
    const own = form.slice(form.indexOf("format :"));
    // of a date, the month stays: « 8 avril 2014 »
    expect(own).not.toMatch(new RegExp(`(?<!\\d )\\b${name}`, "iu"));
  },
);

const TABLE = `
IS 101 - ${OURS} - 1er trimestre 2026
Nature des faits|T1 2025{1x3}|^|^|T1 2026{1x3}|^|^|Évolution
|Police|Gendarmerie|Total|Police|Gendarmerie|Total|
Homicides|5219|4203|9422|7219|6203|13422|+ 42,45 %
Vols avec armes|0|3|3|2031|nd|2031|+ 67600,00 %
Cambriolages de logement|8118|-|8118|8236||8236|+ 1,45 %
Total|13337|4206|17543|17486|6203|23689|+ 35,03 %
Total : 2019 ; 8236 cambriolages, dont 7219 en 2026`;

test("no count, nor a part of one, is in a form, and none is the same twice", () => {
  const forms = Array.from({ length: 20 }, () => formOfTable(TABLE).form);
  const numbers = new Set(TABLE.match(/\d{3,}/g)?.filter((one) => !/^(?:20(?:25|26)|101)$/.test(one)));
  for (const form of forms) {
    const own = form.slice(form.indexOf("# "));
    for (const one of numbers) expect(own).not.toMatch(new RegExp(`(?<!\\d)${one}(?!\\d)`));
    expect(own).toContain("Total : 99 ; 99 xxxxx, xxxxx 99");
    // where none stands, none stands; where a zero stood, nobody can tell
    expect(own).toMatch(/Vols avec armes \| [1-9]\d* \| [1-9]\d* \| \d+ \| [1-9]\d* \| nd \|/);
    expect(own).toMatch(/Cambriolages de logement \| \d+ \| - \| \d+ \| \d+ \| {2}\| \d+ \|/);
  }
  expect(new Set(forms).size).toBe(20);
});

/** The numbers of a form, its rows and columns from 0. */
const numbersOf = (form: string): readonly (readonly number[])[] =>
  (readForm(form).grids[0]?.rows ?? []).map((row) => row.map(({ text }) => Number(text.replace(/[+ %]/g, "")) || 0));

test("counts that look like years are drawn, years over counts are not", () => {
  const read = `IS 101 - ${OURS} - 1er trimestre 2026\nNature des faits|2025|2026|Évolution\nHomicides|2019|2024|+5\nVols avec armes|2018|2023|+5`;
  const unread = [
    "|2019\nXyz|2018|2024",
    "Homicides|2018|2024",
    "Nature|2019|7",
    "Nature|9|8\n|2018|2019",
    "2026|2019|2024",
  ];
  for (const rows of [
    numbersOf(formOfTable(read).form).slice(2),
    ...unread.map((one) => numbersOf(formOfTable(one).form)),
  ])
    for (const number of rows.flat()) expect(number).toBeLessThan(41);
  expect(numbersOf(formOfTable("Nature|2025|2026").form)[0]?.[2]).toBeGreaterThan(2000);
  const [, heads = []] = numbersOf(formOfTable(read).form);
  expect((heads[2] ?? 0) - (heads[1] ?? 0)).toBe(1);
  expect(heads[1]).toBeGreaterThan(2000);
});

test.each([
  ["T1 26 cambriolages", "T1 99 xxxxx"],
  ["1er trimestre 2019 faits", "1er trimestre 99 xxxxx"],
  ["31 mars 12 vols", "31 mars 99 xxxxx"],
  ["T1 1987", "X9 99"],
  ["T1 2031", "X9 99"],
  ["2031/2045", "99/99"],
  ["1er trimestre 2019 vols", "1er trimestre 99 xxxxx"],
  ["Commune de ST AUBIN LES TILLEULS", `Commune de ${INVENTED.name}`],
  ["11/9/20", "99/9/99"],
  ["12-15-18", "99-99-99"],
  ["2031 / 2045", "99 / 99"],
  ["2019", ""],
  ["Total 2019", "Xxxxx 99"],
  ["8 + 7", "9 + 9"],
  ["De La Cour", "Xxxxx Xxxxx Xxxxx"],
  ["Vu par : De La Cour", "Xxxxx xxxxx : Xxxxx Xxxxx Xxxxx"],
  ["12 / 15 (9 GN)", "99 / 99 (9 xxxxx)"],
])("what a text says that is no known line, force or period is not in its form: « %s »", (text, shape) => {
  const { form } = formOfTable(`IS 101|Police\nHomicides|${text}`);
  const [, own = ""] = /Homicides \| (.*)/.exec(form) ?? [];
  if (shape === "") expect(Number(own)).toBeLessThan(41);
  else expect(own.toLowerCase()).toBe(shape.toLowerCase());
});

test("the sums and the changes that hold in the file hold in its form, and no other", () => {
  const { value } = recogniserOf(AS_INVENTED)(readForm(formOfTable(TABLE).form));
  const { rows } = value.file.grids[0] ?? { rows: [] };
  const numbers = rows.map((row) => row.map(({ text }) => Number(text.replace(",", ".").replace(/[ %]/g, ""))));
  const at = (row: number, column: number): number => numbers[row]?.[column] || 0;
  for (const row of [3, 4, 5, 6])
    for (const total of [3, 6]) expect(at(row, total)).toBe(at(row, total - 2) + at(row, total - 1));
  for (let column = 1; column <= 6; column++) expect(at(6, column)).toBe(at(3, column) + at(4, column) + at(5, column));
  for (const row of [3, 4, 5, 6]) expect(at(row, 7)).toBeCloseTo((100 * (at(row, 6) - at(row, 3))) / at(row, 3), 1);
  const wrong = formOfTable(TABLE.replace("Total|13337", "Total|13338"));
  const sums = Array.from({ length: 5 }, () => {
    const own = readForm(formOf(wrong.read, [], knowledge)).grids[0]?.rows.map((row) => Number(row[1]?.text)) ?? [];
    return own[6] === (own[3] ?? 0) + (own[4] ?? 0) + (own[5] ?? 0);
  });
  expect(sums).toContain(false);
});

test("families, totals of families, totals of some months or forces, and changes in numbers are made again", () => {
  const { form } = formOfTable(`
I.S.T - ${OURS} - 2e trimestre 2026
Indicateurs|Police{1x2}|^|Gendarmerie{1x2}|^|Total{1x2}|^|Évolution
|T1 2026|T2 2026|T1 2026|T2 2026|T1 2026|T2 2026|
Atteintes aux biens|50|70|30|20|80|90|+10
Cambriolages|20|30|10|15|30|45|+15
Vols liés aux véhicules à moteur|30|40|20|5|50|45|-5
Tranquillité et salubrité publiques|7|9|6|4|13|13|+0
Tapages nocturnes|3|4|5|1|8|5|-3
Ivresse publique et manifeste|4|5|1|3|5|8|+3
Total|57|79|36|24|93|103|+10`);
  const rows = numbersOf(form);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 1; column <= 6; column++) {
    expect(at(3, column)).toBe(at(4, column) + at(5, column));
    expect(at(6, column)).toBe(at(7, column) + at(8, column));
    expect(at(9, column)).toBe(at(3, column) + at(6, column));
  }
  for (let row = 3; row <= 9; row++) {
    for (const column of [5, 6]) expect(at(row, column)).toBe(at(row, column - 4) + at(row, column - 2));
    expect(at(row, 7)).toBe(at(row, 6) - at(row, 5));
  }
});

test("the months so far are the sum of those before them, where they are", () => {
  const { form } = formOfTable(`
IS 101 - ${OURS} - 2e trimestre 2026
Nature des faits|T1 2026|T2 2026|Cumul 2026
Homicides|11|12|23
Vols avec armes|13|14|27`);
  const [, , first = [], second = []] = numbersOf(form);
  for (const [, a = 0, b = 0, sum] of [first, second]) expect(sum).toBe(a + b);
});

test("under months so far in several columns, their total is the sum of those beside it", () => {
  const { form } = formOfTable(`
IS 101 - ${OURS} - 2e trimestre 2026
Nature des faits|Cumul 2025{1x3}|^|^|Cumul 2026{1x3}|^|^
|Police|Gendarmerie|Total|Police|Gendarmerie|Total
Homicides|11|12|23|5|6|11
Vols avec armes|13|14|27|7|8|15`);
  for (const [, a = 0, b = 0, first, c = 0, d = 0, second] of numbersOf(form).slice(3))
    expect([first, second]).toEqual([a + b, c + d]);
});

test("in a table that is not read, changes are known by their figures; months that stand side by side stay", () => {
  const { form } = formOfTable(`
Zzz|Mars|Avril|Aaa|Bbb|Ccc
Abc|4|8|+4|100 %|4
Def|5|10|+5|100 %|5
Ghi|-|-|+7|0 %|8`);
  expect(form).toContain("Xxxxx | Mars | Avril | Xxxxx");
  for (const [, a = 0, b = 0, change, percent] of numbersOf(form).slice(1, 3))
    expect([change, percent]).toEqual([b - a, expect.closeTo((100 * (b - a)) / a, -1)]);
  expect(formOfTable("Zzz|Mars|Zzz\nAbc|4|8").form).toContain("Xxxxx | Brest | Xxxxx"); // a commune, or somebody: whose month it was is not told
});

test("a change without a sign, and one from nothing", () => {
  const { form } = formOfTable(`
IS 101 - ${OURS} - 1er trimestre 2026
Nature des faits|T1 2025{1x3}|^|^|T1 2026{1x3}|^|^|Évolution|Évolution %
|Police|Gendarmerie|Total|Police|Gendarmerie|Total||
Homicides|9|11|20|12|21|33|13|65
Vols avec armes|17|23|40|19|35|54|14|35
Vols violents sans arme|-|-|0|1|2|3|3|0`);
  const rows = numbersOf(form).slice(3);
  for (const [, , , before = 0, , , after = 0, change, percent = 0] of rows.slice(0, 2)) {
    expect(change).toBe(after - before);
    expect(Math.abs(percent - (100 * (after - before)) / before)).toBeLessThanOrEqual(0.5);
  }
  expect(form).not.toMatch(/Infinity|NaN/);
});

test("a total of nothing, and changes that are all none, are drawn as any number", () => {
  const [, total = [], first = []] = numbersOf(formOfTable("Zzz|Aaa|Bbb\nTotal|0|0 %\nAbc|4|0 %").form);
  expect(total[1]).toBeGreaterThan(0);
  expect([total[2], first[2]].map((number) => Math.abs(number ?? 0))).not.toContain(0);
});

test("a number is drawn as it is written: thousands, decimals, signs, notes", () => {
  const table =
    "IS 101|Police|Taux|Évolution\nHomicides|1.234|12,75|+ 5,5 %\nVols avec armes|7 319|3,50|-5,5 %\nVols violents|5 faits|1,25|▲ 12";
  const forms = Array.from({ length: 30 }, () => formOfTable(table).form);
  const cell = "\\d{1,2}";
  for (const form of forms) {
    expect(form).toMatch(new RegExp(`Homicides \\| ${cell} \\| ${cell},\\d\\d \\| [+-] ?${cell},\\d %\n`));
    expect(form).toMatch(new RegExp(`Vols avec armes \\| ${cell} \\| ${cell},\\d\\d \\| [+-]${cell},\\d %\n`));
    expect(form).toMatch(new RegExp(`\\| ${cell} faits \\| ${cell},\\d\\d \\| ↕ ${cell}\n`));
  }
  // which way it went is not told
  const ways = new Set(forms.map((form) => /Vols avec armes.*\| ([+-])/.exec(form)?.[1]));
  expect(ways).toEqual(new Set(["+", "-"]));
  expect(forms.join("")).not.toMatch(/▲|\| 0/);
});

test("what stands beside a cell, what is hidden and where, are in the form", () => {
  const beside = [
    { kind: "struck", text: "8213" },
    { kind: "unplain", text: "texte barré" },
  ] as const;
  const { form } = formOfGrid({
    file: "2026-T1/etat.csv",
    part: "Feuil1",
    hidden: true,
    hiddenRows: [1],
    hiddenColumns: [1],
    rowNames: ["page 1, ligne 1", "page 1, ligne 2"],
    besides: ["Direction de Martin", "IS 101"],
    comments: ["vu par\nMartin"],
    rows: [
      [
        { text: "Police", colSpan: 2 },
        { text: "", covered: true },
      ],
      [{ text: "Homicides" }, { text: "b | c", beside }],
    ],
  });
  const again = readForm(form).grids[0];
  expect(again).toMatchObject({
    part: "Xxxxx9",
    hidden: true,
    hiddenRows: [1],
    hiddenColumns: [1],
    rowNames: ["page 1, ligne 1", "page 1, ligne 2"],
    besides: ["Xxxxx xxxxx Xxxxx", "IS 101"],
    comments: ["xxxxx xxxxx\nXxxxx"],
  });
  const [first, [, last] = []] = again?.rows ?? [];
  expect(first).toEqual([
    { text: "Police", colSpan: 2 },
    { text: "", covered: true },
  ]);
  expect(last?.text).toMatch(/^x [|] x$/);
  expect(last?.beside).toEqual([{ kind: "struck", text: expect.stringMatching(/^\d{1,2}$/) }, beside[1]]);
});

test("another commune is another commune in the form too, always one of the same few, in capitals where it was", () => {
  const of = (title: string, head: string, other: string) => {
    const table = `${title}\nNature des faits|${head}|${other}\nHomicides|7|5\nViols|8|6`;
    const { form, read } = formOfTable(table);
    const { value, issues } = recogniserOf(AS_INVENTED)(readForm(form));
    return { form, asRead: linesOf(read), again: linesOf(value), rules: issues.map(({ rule }) => rule) };
  };
  const beside = of("IS 101 - 1er trimestre 2026", OURS, "LESTREM");
  expect(beside.form).toMatch(/Nature des faits \| \S+ \| BREST$/m);
  expect(beside.asRead.length).toBe(2); // ours alone
  expect(beside.again).toEqual(beside.asRead);
  const theirs = of("IS 101 - Commune de Lestrem - 1er trimestre 2026", "Faits", "Faits élucidés");
  expect(theirs.form).toContain("Commune de Brest");
  expect([theirs.asRead, theirs.again]).toEqual([[], []]);
  const { form } = formOfTable(
    "IS 101 - 1er trimestre 2026\nNature des faits|Lestrem|La Gorgue|LESTREM\nHomicides|7|5|7",
  );
  expect(form).toMatch(/\| Brest \| Nancy \| BREST$/m);
  // communes too, but the program's own words; and no name, in small letters
  expect(formOfTable("Nature des faits|Police ; Force|VIF|ham\nHomicides|7|5|7").form).toMatch(
    /\| Police ; Force \| VIF \| xxxxx$/m,
  );
});

test("our name written with its article is ours", () => {
  const file = formOfTable("IS 101|Commune du Grand-Essai\nHomicides|3").read;
  const own = { ...knowledge, settings: settingsOf("commune: { nom: Le Grand-Essai }") };
  expect(formOf(file, [], own)).toContain(`IS 101 | Commune de ${INVENTED.name}`);
});

test("our name, our code and our initials are those of the invented commune; every year moves with the others", () => {
  const { form } = formOfTable(`
IS 101|SAT
Commune de ${OURS.toUpperCase()}|du 01/01/26 au 31/03/2026|T1-26|2026-01
Édité le 8 avril 2026||Tél. 01 39 00 00 00|78100
|2025|2026
Homicides|3|4
|99123|
2025/2026||Bilan 2025`);
  const own = form.slice(form.indexOf("# "));
  const year = Number(/T1-(\d\d)/.exec(own)?.[1]);
  expect(own).toContain(`IS 101 | ${INVENTED.name}`);
  expect(own).toContain(
    `Commune de ${INVENTED.name} | xx 01/01/${year} xx 31/03/20${year} | T1-${year} | 20${year}-01`
      .replaceAll("xx", "du")
      .replace(" du 31", " au 31"),
  );
  expect(own).toContain(`xxxxx 8 avril 20${year}`.replace("xxxxx", "Xxxxx xxxxx"));
  expect(own).toContain("Xxxxx. 99 99 99 99 99");
  expect(own).toContain(` | 20${year - 1} | 20${year}`);
  expect(own).toContain("6 |  | 99001");
  expect(own).toContain(`7 | 20${year - 1}/20${year} |  | Bilan 20${year - 1}`);
  expect((26 - year) % 4).toBe(0);
  expect(year).toBeLessThan(26);
  expect(form).toContain(`livraison : 20${year}-T1`);
});
