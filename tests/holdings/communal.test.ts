/** The communal base: read once as a stream, in every edition; what matters kept with its hash. Invented rates. */

import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { keepCommunal, loadCommunal } from "../../scripts/holdings/communal.ts";
import { loadDeliveries } from "../../scripts/holdings/deliveries.ts";
import { likeCommunes, loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { madeInput, town } from "../compose/made.ts";
import { spoken } from "../spoken.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const CODE = "01004"; // any commune of today
const nomenclature = loadNomenclature();
const like = likeCommunes(CODE);
const others = (like?.size.codes ?? []).filter((code) => code !== CODE);
let data: string;
beforeEach(() => {
  data = temporaryFolder("communal");
  mkdirSync(join(data, "reference"));
});
const drop = (name: string, content: string | Uint8Array) => writeFileSync(join(data, "reference", name), content);
const keep = (code: string | null = CODE) => {
  const steps: string[] = [];
  return keepCommunal(data, code, { nomenclature, step: (text) => steps.push(text) }).then((issues) => ({
    issues,
    steps,
  }));
};
/** Over 4 000 dwellings. */
const line = (code: string, rate: string, year = "2024", published = "diff") =>
  `"${code}";${year};"Cambriolages de logement";"Infraction";${rate === "NA" ? "NA" : Number(rate.replace(",", ".")) * 4};${rate};"${published}";10000;2022;4000;2021;NA;NA`;
const HEAD =
  "\ufeffCODGEO_2025;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;est_diffuse;insee_pop;insee_pop_millesime;insee_log;insee_log_millesime;complement_info_nombre;complement_info_taux";
const BASE = [
  HEAD,
  line(CODE, "6"),
  ...others.slice(0, 4).map((code, i) => line(code, `${i + 1},5`)),
  line(others[4] ?? "", "NA", "2024", "ndiff"),
  line("97411", "99"), // elsewhere
  line(CODE, "7", "2014"), // before the first year
].join("\n");

test("size class and département, and the intercommunal body; itself among them", () => {
  expect(like?.size).toMatchObject({ departement: "01" });
  expect(others.length).toBeGreaterThan(4);
  expect(like?.epci?.codes).toContain(CODE);
  expect(likeCommunes("99001")).toBeUndefined();
});

test.each([
  ["base.csv.gz", (text: string) => gzipSync(text)],
  ["base.csv.gz", (text: string) => gzipSync(text.replaceAll("\n", "\r\n"))],
])("range, quartiles and median of those that are published; the others are counted (%s)", async (name, pack) => {
  drop(name, pack(BASE));
  expect(await keep()).toEqual({ issues: [], steps: ["lecture de la base communale"] });
  const kept = loadCommunal(data);
  expect(kept?.spreads.find(({ group }) => group === "size")).toEqual({
    indicator: "cambriolages-logement",
    year: 2024,
    group: "size",
    published: 5,
    of: 6,
    min: 1.5,
    q1: 2.5,
    median: 3.5,
    q3: 4.5,
    max: 6,
  });
  expect(kept?.own).toEqual([{ indicator: "cambriolages-logement", year: 2024, rate: 6, count: 24 }]);
  expect(kept?.size).toEqual({ low: like?.size.low, high: like?.size.high, departement: "01" });
  expect(kept?.base.sha256).toHaveLength(64);
});

test("an older edition: two-digit years, other names, another place of the code, commas inside quotes", async () => {
  const rows = others.slice(0, 2).map((code) => `"23","Cambriolages de logement","a, b","${code}",2.5`);
  drop("vieux.csv.gz", gzipSync(["annee,classe,note,CODGEO_2024,tauxpourmille", ...rows].join("\n")));
  expect((await keep()).issues).toEqual([]);
  expect(loadCommunal(data)?.spreads[0]).toMatchObject({ year: 2023, published: 2, median: 2.5 });
});

describe("the unit of the rates", () => {
  const table = (heading: string, rows: readonly string[]) =>
    drop(
      "base.csv.gz",
      gzipSync([heading, ...rows.map((row, i) => `${others[i]},2023,Cambriolages de logement,${row}`)].join("\n")),
    );
  const medians = () => loadCommunal(data)?.spreads.map(({ median }) => median)[0];

  test("a column that says nothing of it: what the facts and the population make of it", async () => {
    table("CODGEO_2024,annee,classe,taux,faits,log", ["0.0025,10,4000", "0.0035,14,4000"]);
    expect((await keep()).issues).toEqual([]);
    expect(medians()).toBe(3);
    table("CODGEO_2024,annee,classe,taux,faits,log", ["0.003,10,4000", "0.004,14,4000"]); // to their own decimals
    expect((await keep()).issues).toEqual([]);
    expect(medians()).toBe(3.5);
    table("CODGEO_2024,annee,classe,taux,faits,log", ["2.5,10,4000", "3.5,14,4000"]);
    expect((await keep()).issues).toEqual([]);
    expect(medians()).toBe(3);
  });

  test("nothing tells it: the base is told, and not used", async () => {
    table("CODGEO_2024,annee,classe,taux", ["0.0025", "0.0035"]);
    expect((await keep()).issues.map(spoken).map(({ message }) => message)).toEqual([
      expect.stringContaining("ne dit pas"),
    ]);
    expect(loadCommunal(data)).toBeNull();
  });

  test("a base whose rates are not its own facts over its population is told, and not used", async () => {
    table("CODGEO_2024,annee,classe,taux_pour_mille,nombre,insee_log", ["0.0025,10,4000", "0.0035,14,4000"]);
    expect((await keep()).issues.map(spoken).map(({ message }) => message)).toEqual([
      expect.stringContaining("aucun de ses taux"),
    ]);
    expect(loadCommunal(data)).toBeNull();
  });

  test("one rate that is not stays out, and the bulletin says so", async () => {
    table("CODGEO_2024,annee,classe,taux_pour_mille,nombre,insee_log", ["2.5,10,4000", "3.5,14,4000", "30,14,4000"]);
    expect((await keep()).issues.map(spoken).map(({ message }) => message)).toEqual([
      expect.stringMatching(/ 1.valeur est laissée hors des comparaisons.* le taux «.30.»/),
    ]);
    expect(loadCommunal(data)).toMatchObject({ leftOut: 1, spreads: [{ published: 2, max: 3.5 }] });
    const { bulletin } = compose({ ...madeInput(town()), communal: loadCommunal(data) });
    expect(JSON.stringify(bulletin.sections)).toContain("Laissés de côté");
  });
});

test("it is read once; another base, or another commune, and it is read again", async () => {
  drop("base.csv.gz", gzipSync(BASE));
  await keep();
  const kept = join(data, "reference/communes-semblables.json");
  const before = readFileSync(kept, "utf8");
  expect(await keep()).toEqual({ issues: [], steps: [] });
  drop("base.csv.gz", gzipSync(BASE.replace("1,5", "1,4")));
  expect((await keep()).steps).toHaveLength(1);
  expect(readFileSync(kept, "utf8")).not.toBe(before);
  drop("nouvelle.csv.gz", gzipSync(BASE)); // of two, the later by its name
  expect((await keep()).steps).toHaveLength(1);
  expect(JSON.parse(readFileSync(kept, "utf8"))).toMatchObject({ base: { name: "nouvelle.csv.gz" } });
  expect((await keep(others[0])).steps).toHaveLength(1);
  expect(statSync(kept).size).toBeLessThan(100_000);
});

test("what is no such base, and a commune that is not known, are told; neither file is read as a statement's reference", async () => {
  drop("autre.csv.gz", gzipSync("a;b\n1;2\n"));
  expect((await keep()).issues.map(({ rule }) => rule)).toEqual(["reference-not-recognised"]);
  expect((await keep(null)).issues.map(({ rule }) => rule)).toEqual(["reference-territory-unknown"]);
  drop("communes-semblables.json", "{}");
  expect(loadCommunal(data)).toBeNull();
  expect(loadDeliveries(data).value.references).toEqual([]);
});

test("the bulletin prints the place of the commune, and what is not published", async () => {
  drop("base.csv.gz", gzipSync(`${BASE}\n${line(CODE, "NA", "2025", "ndiff")}\n${line(others[0] ?? "", "2", "2025")}`));
  await keep();
  const communal = loadCommunal(data);
  const { bulletin } = compose({ ...madeInput(town()), communal });
  const section = bulletin.sections.find(({ id }) => id === "communes-semblables");
  const tables = section?.blocks.flatMap((block) => (block.kind === "table" ? [block.table] : [])) ?? [];
  expect(tables).toHaveLength(2);
  const [spread, years] = tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
  expect(spread?.[0]?.slice(0, 2)).toEqual(["Cambriolages de logement", "non diffusé"]);
  expect(tables[0]?.rows[0]?.cells[2]?.spread).toMatchObject({ own: null, median: 2 });
  expect(spread?.[0]?.slice(3, 8)).toEqual(["2,0", "–", "2,0", "–", "2,0"]); // one commune has no quarters
  expect(years?.[0]).toEqual(["Cambriolages de logement", "6,0 / 3,5", "n. dif. / 2,0"]);
  expect(compose(madeInput(town())).bulletin.sections.map(({ id }) => id)).not.toContain("communes-semblables");
});
