/** Small bases in every edition's columns, with figures of no real place. */

import { describe, expect, test } from "vitest";
import { readReference } from "../../scripts/holdings/references.ts";
import type { Settings } from "../../scripts/model/settings.ts";
import { read as readFile } from "../../scripts/read/index.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { nomenclature, settings } from "../analyse/builders.ts";
import { source } from "../read/source.ts";
import { spoken } from "../spoken.ts";

const read = (csv: string | Uint8Array, own: Partial<Settings["commune"]> = {}, name = "base.csv") =>
  readReference(
    source(name, typeof csv === "string" ? csv.trim() : csv, "reference"),
    { ...settings, commune: { ...settings.commune, ...own } },
    nomenclature,
  );

const EDITION_2023 = `
classe;annee;Code.département;Code.région;unité.de.compte;millPOP;millLOG;faits;POP;LOG;tauxpourmille
Homicides;16;99;32;victime;16;16;12;600000;300000,5;2,00000000000000e-02
Homicides;17;99;32;victime;16;16;0;600000;300000,5;0,00000000000000e+00
Homicides;17;98;32;victime;16;16;5;600000;300000,5;8,33333333333333e-03
Cambriolages de logement;16;99;32;infraction;16;16;1500;600000;300000,5;4,9999916666
Violences sexuelles;16;99;32;victime;16;16;900;600000;300000,5;1,5
`;
const EDITION_2025 = `
Code_departement;Code_region;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;insee_pop;insee_pop_millesime;insee_log;insee_log_millesime
99;32;2024;Homicides;Victime;9;0,0150000;600000;2022;300000;2021
99;32;2024;Cambriolages de logement;Infraction;1200;4,0000000;600000;2022;300000;2021
`;
const COMMUNAL_2023 = `
CODGEO_2023;annee;classe;unité.de.compte;valeur.publiée;faits;tauxpourmille;complementinfoval;complementinfotaux;POP;millPOP;LOG;millLOG
99001;21;Cambriolages de logement;infraction;diff;12;4;NA;NA;6500;20;3000;20
99001;21;Homicides;victime;ndiff;NA;NA;0,2;0,03;6500;20;3000;20
99002;21;Homicides;victime;diff;7;1,07;NA;NA;6500;20;3000;20
`;
const COMMUNAL_2026 = `
CODGEO_2026;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;est_diffuse;insee_pop;insee_pop_millesime;insee_log;insee_log_millesime;complement_info_nombre;complement_info_taux
99001;2024;Cambriolages de logement;Infraction;15;5,0;diff;6500;2022;3000;2021;NA;NA
99001;2025;Cambriolages de logement;Infraction;;;ndiff;6500;2022;3000;2021;3,2;1,07
`;

describe("départemental bases", () => {
  test("the edition with two-digit years and exponents: the département's rates, burglaries by dwellings", async () => {
    const { value, issues } = await read(EDITION_2023, {}, "donnee-dep-geographie2024-produit-le2024-07-05.csv");
    expect(issues).toEqual([]);
    expect(value.map((r) => [r.indicator, r.year, r.rate, r.denominator, r.territory])).toEqual([
      ["homicides", 2016, 0.02, "habitants", "Département 99"],
      ["homicides", 2017, 0, "habitants", "Département 99"],
      ["cambriolages", 2016, 4.9999916666, "logements", "Département 99"],
    ]);
    expect(value[0]?.source).toMatch(
      /^SSMSI, base départementale, édition du 5.juillet.2024, fichier «.donnee-dep.*».?$/,
    );
  });

  test("the edition of 2025", async () => {
    const { value, issues } = await read(EDITION_2025);
    expect(issues).toEqual([]);
    expect(value.map((r) => [r.indicator, r.year, r.rate])).toEqual([
      ["homicides", 2024, 0.015],
      ["cambriolages", 2024, 4],
    ]);
    expect(value[0]?.source).toContain("édition des données 2024");
    const [, , , last = ""] = EDITION_2025.split("\n");
    const two = (await read(`${EDITION_2025}${last.replace(";2024;", ";2023;")}`)).value;
    expect(two.map((r) => r.source.includes("édition des données 2024"))).toEqual([true, true, true]);
  });

  test("the columns in another order, a mark and a note before the heading", async () => {
    const [head, ...rows] = EDITION_2025.trim().split("\n");
    const turned = [head, ...rows].map((line) => line?.split(";").reverse().join(";"));
    const { value, issues } = await read(`Source : SSMSI\n\ufeff${turned.join("\n")}`);
    expect(issues).toEqual([]);
    expect(value).toHaveLength(2);
  });

  test("quotes, commas, another encoding, and more lines than a statement may have", async () => {
    const [head = "", first = ""] = EDITION_2023.trim().split("\n");
    const quoted = (line: string) => line.split(";").map((field) => `"${field}"`);
    const others = Array.from({ length: 30_000 }, (_, i) => quoted(first.replace(";99;", `;${i % 90};`)));
    const lines = [quoted(head), ...others, quoted(first)].map((fields) => fields.join(","));
    const { value, issues } = await read(Buffer.from(lines.join("\r\n"), "latin1"));
    expect(issues).toEqual([]);
    expect(value.map((r) => [r.indicator, r.year, r.rate])).toEqual([["homicides", 2016, 0.02]]);
  });

  test("the département comes from the settings, else from the INSEE code", async () => {
    expect((await read(EDITION_2023, { departement: "98" })).value.map((r) => r.territory)).toEqual(["Département 98"]);
    expect((await read(EDITION_2023, { insee: "97411" })).issues.map((i) => i.rule)).toEqual([
      "reference-territory-absent",
    ]);
    const unknown = await read(EDITION_2023, { insee: null });
    expect(unknown.value).toEqual([]);
    expect(unknown.issues.map((i) => i.rule)).toEqual(["reference-territory-unknown"]);
    expect(spoken(unknown.issues[0]).message).toContain("le code du département n'est pas dans les réglages");
  });
});

describe("communal bases", () => {
  test("the commune's own rows; a value not published is neither zero nor filled, and is told", async () => {
    const { value, issues } = await read(COMMUNAL_2023);
    expect(value.map((r) => [r.indicator, r.year, r.rate, r.territory])).toEqual([
      ["cambriolages", 2021, 4, "Exemple"],
    ]);
    const held = await read(COMMUNAL_2023.replace("infraction;diff", "infraction;ndiff")); // a rate beside « ndiff » is none
    expect([held.value, held.issues.map((i) => i.rule)]).toEqual([[], ["reference-not-published"]]);
    expect(issues.map((i) => [i.rule, i.severity])).toEqual([["reference-not-published", "info"]]);
    expect(spoken(issues[0]).message).toMatch(/^1.valeur de la base n'est pas publiée/);
  });

  test("the edition that says est_diffuse", async () => {
    const { value, issues } = await read(COMMUNAL_2026);
    expect(value.map((r) => [r.year, r.rate])).toEqual([[2024, 5]]);
    expect(issues.map((i) => i.rule)).toEqual(["reference-not-published"]);
  });
});

describe("what cannot be used", () => {
  test("a file of another kind stops no bulletin, and says what to do", async () => {
    const { value, issues } = await read("Ligne;T1 2026\nHomicides;0");
    expect(value).toEqual([]);
    expect(issues.map((i) => [i.rule, i.severity])).toEqual([["reference-not-recognised", "warning"]]);
    expect(spoken(issues[0]).hint).toContain("data/reference/");
  });

  test("misplaced quotes, or bytes that are no text, stop no bulletin either", async () => {
    for (const content of [`${EDITION_2025}"99;32`, new Uint8Array(2000)]) {
      const { value, issues } = await read(content);
      expect(value).toEqual([]);
      expect(issues).toMatchObject([{ rule: "reference-not-recognised", place: { file: "reference/base.csv" } }]);
    }
  });

  test.each([
    ["0,02", "0,09", "reference-rate-contradicts-count"],
    ["0,02", "0,0203", "reference-rate-contradicts-count"], // more than its rounding
    ["2,00000000000000e-02", "beaucoup", "reference-value-unreadable"],
    ["Homicides;16", "Homicides;seize", "reference-value-unreadable"],
    ["Homicides;17;99;32;victime;16;16;0", "Homicides;16;99;32;victime;16;16;0", "reference-given-twice"],
  ])("%s read as %s is left out with its place: %s", async (from, to, rule) => {
    const { value, issues } = await read(
      EDITION_2023.replace("2,00000000000000e-02", from === "0,02" ? from : "2,00000000000000e-02").replace(from, to),
    );
    expect(issues.map((i) => i.rule)).toEqual([rule]);
    expect(issues[0]?.place).toMatchObject({ row: rule === "reference-given-twice" ? 3 : 2 });
    expect(value.filter((r) => r.indicator === "homicides" && r.year === 2016)).toEqual([]);
  });
  test("a rate given three times, twice with one value, is left out whatever comes last", async () => {
    const [head = "", first = "", ...others] = EDITION_2023.trim().split("\n");
    const other = "Homicides;16;99;32;victime;16;16;24;600000;300000,5;4,00000000000000e-02";
    for (const rows of [
      [first, other, first],
      [other, first, first],
      [first, first, other],
    ]) {
      const { value, issues } = await read([head, ...rows, ...others].join("\n"));
      expect(value.filter((r) => r.indicator === "homicides" && r.year === 2016)).toEqual([]);
      expect(new Set(issues.map((i) => i.rule))).toEqual(new Set(["reference-given-twice"]));
    }
  });
});

describe("a base dropped among the statements", () => {
  test.each([
    ["communale", COMMUNAL_2026],
    ["communale", COMMUNAL_2023],
    ["départementale", EDITION_2023],
    ["départementale", EDITION_2025],
  ])("is read as no statement, and sent to data/reference/: base %s", async (scope, csv) => {
    const { value: file } = await readFile(source("base.csv", csv.trim()));
    const { value, issues } = createRecogniser(nomenclature, settings)(file);
    expect(value.observations).toEqual([]);
    expect(issues).toMatchObject([{ rule: "public-base-in-delivery", severity: "warning" }]);
    expect(spoken(issues[0]).message).toContain(`base ${scope}`);
    expect(spoken(issues[0]).hint).toContain("data/reference/");
  });
});
