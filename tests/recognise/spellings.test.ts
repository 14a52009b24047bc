/** Spellings of periods and of lines, each read as the heading or the label of a table. */
import { describe, expect, test } from "vitest";
import { month, type Period, periodKey, span } from "../../scripts/model/period.ts";
import { fc, runs } from "../fast-check.ts";
import { listOf, pairsOf } from "../lists.ts";
import { NOMENCLATURE, readTables } from "./tables.ts";

/** The months that a heading says over a figure, in a statement of that quarter: "2026-01/2026-03"; of a change, both; else the rule that is told. */
function periodOf(text: string, quarter = "2026-10/2026-12"): string {
  const [, year, last] = /^(\d{4})-\d\d\/\d{4}-(\d\d)$/.exec(quarter) ?? [];
  const n = Number(last) / 3;
  const own = `${n}${n === 1 ? "er" : "e"} trimestre ${year}`;
  const heads = `IS 101 - ${own}\n\nInfractions|${own}|${text.replaceAll("\n", "\\n")}`;
  const { recognition, rules } = readTables(`${heads}\nHomicides|1|1\nVols avec armes|2|2`, {
    delivery: `${year}-T${n}`,
  });
  const reading = recognition.tables[0]?.readings[3]?.[2];
  if (reading?.kind === "count") return periodKey(reading.observation.period);
  if (reading?.kind === "printed" && reading.figure.between) return reading.figure.between.map(periodKey).join(" & ");
  return rules.join(", ");
}

describe("spellings", () => {
  const Q1 = "2026-01/2026-03";
  test.each<readonly [string, string]>([
    ...listOf(`
      1er trimestre 2026 ; 1er trim. 2026 ; 1er Trim 2026 ; 1ER TRIMESTRE 2026 ; Premier trimestre 2026 ;
      premier trimestre de l'année 2026 ; T1 2026 ; T1-2026 ; T12026 ; Ier trimestre 2026 ; 1er T 2026 ;
      1er T. 2026 ; T1/2026 ; T1_2026 ; T1-26 ; T1 '26 ; T 1 2026 ; 1T2026 ; 1T 2026 ; 1T26 ; 1T-2026 ; 2026T1 ;
      2026-T1 ; 2026 T1 ; Q1 2026 ; Trimestre 1 2026 ; Trim. 1 2026 ; Trimestre n° 1 2026 ; I trimestre 2026 ;
      Trimestre I 2026 ; I/2026 ; 2026-I ; 2026T01 ; T01 2026 ; T.1 2026 ; TR1 2026 ; 1TR26 ; 1Q26 ;
      1er tri 2026 ; 01/26 - 03/26 ; 01/01-31/03/2026 ; du 1/1 au 31/3/2026 ; janv. fév. mars 2026 ;
      janvier-février-mars 2026 ; janvier/février/mars 2026 ; 1° trimestre 2026 ; 1er  trimestre\u00a02026 ;
      1er trimestre\n2026 ; 1er trimestre - 2026 ; 1er trimestre 2026 (janvier-mars) ; janvier à mars 2026 ;
      de janvier à mars 2026 ; janv.-mars 2026 ; janv/mars 2026 ; Janv-Mars 26 ; janvier, février et mars 2026 ;
      Janvier, février, mars 2026 ; du 01/01/2026 au 31/03/2026 ; 01/01/2026 - 31/03/2026 ;
      du 1er janvier au 31 mars 2026 ; du 1er janvier 2026 au 31 mars 2026 ; 01/2026 - 03/2026 ; 2026-01/2026-03 ;
      2026-01 à 2026-03 ; 3 premiers mois 2026 ; trois premiers mois de 2026`).map((text) => [text, Q1] as const),
    ...pairsOf(`
      2026-04/2026-06: 2ème trimestre 2026 ; 2nd trimestre 2026 ; 2e trim. 2026 ; deuxième trimestre 2026 ; second trimestre 2026
      2026-07/2026-09: 3ème trimestre 2026
      2025-10/2025-12: 4e trimestre 2025 ; IV trimestre 2025
      2026-01/2026-06: 1er semestre 2026 ; S1 2026 ; S1-26 ; 1S2026 ; 2026S1 ; 1er sem. 2026 ; Premier semestre 2026
      2025-07/2025-12: Second semestre 2025 ; 2ème semestre 2025
      2026-01/2026-01: janv. 2026 ; Janvier 2026 ; janv.-26 ; 2026_01 ; 2026M01 ; 2026-01 ; 01/2026 ; JANVIER 2026
      2024-06/2024-06: Juin 2024
      2026-02/2026-02: févr.-26
      2016-01/2016-01: 2016M01
      2025-08/2025-08: août 2025
      2025-12/2025-12: déc. 2025
      2025-01/2025-12: Année 2025 ; année civile 2025 ; Exercice 2025
    `),
  ])("« %s » is %s", (text, expected) => {
    expect(periodOf(text)).toBe(expected);
  });

  test.each<readonly [string, string]>([
    ...pairsOf(`
      2026-01/2026-09: Cumul 2026 ; Cumul annuel 2026 ; Cumulé 2026 ; Total cumulé 2026
      2026-01/2026-09: Cumul depuis le 1er janvier 2026 ; Cumul janvier-septembre 2026
      2026-01/2026-09: Cumul du 01/01/2026 au 30/09/2026 ; Cumul 9 mois 2026 ; Cumul année 2026 ; Cumul
      2026-01/2026-09: Cumul de l'année en cours
      2025-01/2025-09: CUMUL 2025 ; Depuis le 1er janvier 2025 ; 2025 Cumul depuis le 1er janvier
      2025-01/2025-09: 9 mois cumulés 2025 ; Cumul N-1 ; Cumul année précédente ; Cumul de l'année dernière
      2025-01/2025-09: Cumul annuel année précédente
      2026-01/2026-06: Cumul au 30/06/2026 ; Cumul à fin juin 2026 ; Cumul fin juin 2026 ; Cumul au 30 juin 2026
      2025-10/2026-09: 12 derniers mois ; les 12 derniers mois ; 12 mois glissants ; année glissante
      2025-10/2026-09: douze derniers mois ; Cumul 12 mois
      2025-07/2026-06: Année glissante à fin juin 2026 ; 12 derniers mois au 30/06/2026
      2024-07/2025-06: juil. 24 - juin 25
      2024-10/2025-09: 12 mois précédents
      2026-07/2026-09: N ; Trimestre N ; Trimestre en cours ; 3ème trimestre
      2025-07/2025-09: N-1 ; N\u20111 ; A-1 ; Année N-1 ; Même trimestre de l'année précédente
      2025-07/2025-09: Année précédente, même trimestre ; Même trimestre N-1 ; même période 2025
      2024-07/2024-09: N - 2
      2026-04/2026-06: Trimestre précédent ; trim. préc.
    `),
    ...pairsOf(`
      error ambiguous-reading: Cumul 12 mois 2025 ; année précédente ; Année en cours ; mars 2025 / mars 2026 ; T1 2025 / T1 2026`),
  ])("in a statement of the 3rd quarter of 2026, « %s » is %s", (text, expected) => {
    expect(periodOf(text, "2026-07/2026-09")).toBe(expected);
  });

  test.each(
    listOf(`
    du 3 au 9 mars 2026 ; du 01/01/2026 au 15/03/2026 ; 15/01/2026 - 14/04/2026 ; 4 mois ; 6 derniers mois ;
    janvier, mars et mai 2026 ; janvier et mars 2026 ; mars, février et janvier 2026 ; octobre à mars ;
    octobre à mars 2026 ; avril 2026 à mars 2025 ; 31/03/2026 au 01/01/2026 ; du 01/02/2025 au 29/02/2025`),
  )("« %s » is said to be no span of whole months, or says no period at all", (text) => {
    expect(periodOf(text)).toBe("warning column-not-understood");
  });
  test.each([
    ["Variation T1 2025 / 2026", "2025-01/2025-03 & 2026-01/2026-03"],
    ["Évolution cumul 2025/2026", "2025-01/2025-12 & 2026-01/2026-12"],
  ])("« %s » compares two periods", (text, expected) => {
    expect(periodOf(text)).toBe(expected);
  });
});

describe("any period in any spelling reads back", () => {
  const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
  const ORDINALS = ["premier", "deuxième", "troisième", "quatrième"];
  const nth = (n: number) => (n === 1 ? "1er" : `${n}ème`);
  const two = (n: number) => String(n).padStart(2, "0");
  const year = fc.integer({ min: 2010, max: 2039 });
  const lastDay = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).getUTCDate();
  const SHAPES: readonly ((text: string) => string)[] = [
    (t) => t,
    (t) => t.toUpperCase(),
    (t) => t.replaceAll(" ", "\u00a0"),
    (t) => t.normalize("NFD"),
    (t) => `(${t})`,
    (t) => `Faits constatés - ${t}`,
    (t) => t.normalize("NFD").replace(/\p{M}/gu, ""),
  ];
  const shape = fc.constantFrom(...SHAPES);
  const reads = (text: string, period: Period): void => {
    expect([text, periodOf(text, "2039-10/2039-12")]).toEqual([text, periodKey(period)]);
  };

  test("quarters", () => {
    const spellings: readonly ((n: number, y: number) => string)[] = [
      (n, y) => `${nth(n)} trimestre ${y}`,
      (n, y) => `${nth(n)} trim. ${y}`,
      (n, y) => `${ORDINALS[n - 1]} trimestre ${y}`,
      (n, y) => `T${n} ${y}`,
      (n, y) => `T${n}-${two(y % 100)}`,
      (n, y) => `${n}T${y}`,
      (n, y) => `${n}T${two(y % 100)}`,
      (n, y) => `${y}T${n}`,
      (n, y) => `${y}-T${n}`,
      (n, y) => `${y} ${nth(n)} trimestre`,
      (n, y) => `trimestre ${n} ${y}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), year, fc.constantFrom(...spellings), shape, (n, y, spell, as) =>
        reads(as(spell(n, y)), span(y, 3 * n - 2, 3 * n)),
      ),
      runs(150),
    );
  });
  test("half-years", () => {
    const spellings: readonly ((n: number, y: number) => string)[] = [
      (n, y) => `${nth(n)} semestre ${y}`,
      (n, y) => `${n === 1 ? "premier" : "second"} semestre ${y}`,
      (n, y) => `S${n} ${y}`,
      (n, y) => `${y}S${n}`,
      (n, y) => `${n}S${y}`,
      (n, y) => `${nth(n)} sem. ${y}`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(1, 2), year, fc.constantFrom(...spellings), shape, (n, y, spell, as) =>
        reads(as(spell(n, y)), span(y, 6 * n - 5, 6 * n)),
      ),
      runs(75),
    );
  });
  test("months, ranges of months and ranges of days", () => {
    const spellings: readonly ((a: number, b: number, y: number) => string)[] = [
      (a, b, y) => `de ${MONTHS[a - 1]} à ${MONTHS[b - 1]} ${y}`,
      (a, b, y) => `${MONTHS[a - 1]} - ${MONTHS[b - 1]} ${y}`,
      (a, b, y) => `du 01/${two(a)}/${y} au ${lastDay(y, b)}/${two(b)}/${y}`,
      (a, b, y) => `du 1er ${MONTHS[a - 1]} au ${lastDay(y, b)} ${MONTHS[b - 1]} ${y}`,
      (a, b, y) => `${y}-${two(a)}/${y}-${two(b)}`,
    ];
    const pair = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(pair, year, fc.constantFrom(...spellings), shape, ([a, b], y, spell, as) =>
        reads(as(spell(a, b, y)), span(y, a, b)),
      ),
      runs(150),
    );
    const single: readonly ((m: number, y: number) => string)[] = [
      (m, y) => `${MONTHS[m - 1]} ${y}`,
      (m, y) => `${y}_${two(m)}`,
      (m, y) => `${y}M${two(m)}`,
      (m, y) => `${two(m)}/${y}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), year, fc.constantFrom(...single), shape, (m, y, spell, as) =>
        reads(as(spell(m, y)), span(y, m, m)),
      ),
      runs(75),
    );
  });
  test("cumulative counts", () => {
    const spellings: readonly ((m: number, y: number) => string)[] = [
      (m, y) => `Cumul au ${lastDay(y, m)}/${two(m)}/${y}`,
      (m, y) => `Cumul à fin ${MONTHS[m - 1]} ${y}`,
      (m, y) => `Cumul ${m} mois ${y}`,
      (m, y) => `Cumul du 01/01/${y} au ${lastDay(y, m)}/${two(m)}/${y}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 11 }), year, fc.constantFrom(...spellings), shape, (m, y, spell, as) =>
        reads(as(spell(m, y)), { first: month(y, 1), last: month(y, m) }),
      ),
      runs(100),
    );
  });
});

test("a rank and a year are a month after the fourth, and a quarter or a month before", () => {
  expect(periodOf("2026-9", "2026-07/2026-09")).toBe("2026-09/2026-09");
  expect(periodOf("2/2026", "2026-04/2026-06")).toBe("error ambiguous-reading");
});

/** The line of a label, in a table of each statement: "vols-dans-vehicules,ist-vols-roulotte"; "" of none. */
function ids(label: string, settings = ""): string {
  const found = NOMENCLATURE.statements.map(({ id }) => inStatement(id, label, settings));
  return [...new Set(found)].filter((id) => id !== "").join(",");
}
function inStatement(statement: string, label: string, settings = ""): string {
  const own = NOMENCLATURE.statements.find(({ id }) => id === statement);
  const table = `${own?.label} - T1 2026\n\nInfractions|T1 2026\n${label}|1`;
  const [found] = readTables(table, { settings }).observations;
  return own?.indicators.find(({ id }) => id === found?.indicator)?.id ?? "";
}

describe("labels of lines", () => {
  test.each(
    pairsOf(`
      homicides: homicides ; HOMICIDE ; Homicides (1 à 3, 6 et 51) ; Homicides (1) ; 3 - Homicides
      cambriolages-logement: Cambrio-lages de logement ; Cambriolage s de loge ment
      cambriolages-logement: Cambriolages de logements (résidences principales et secondaires)
      cambriolages-logement: 27-28 Cambriolages de logement ; Camb. de logt
      cambriolages-logement: Cambriolages de résidences principales et secondaires ; Cambriolages de logement (27, 28)
      cambriolages-logement: 27, 28 - Cambriolages de logement ; 6. Cambriolages de logements
      atteintes-integrite-physique: Atteintes volon taires à l'intégrité physique ; AVIP
      atteintes-integrite-physique: Atteintes volontaires à l’intégrité physique (AVIP) ; Atteintes volontaires à l'intégrité physique: AVIP
      coups-blessures-15-ans-plus: Coups et blessu-res volontaires sur personnes de 15 ans ou plus
      coups-blessures-15-ans-plus: Coups et blessures volontaires sur personnes de + de 15 ans
      coups-blessures-15-ans-plus: Coups et blessures volontaires sur personnes de 15 ans ou plus ; CBV + de 15 ans
      vols-avec-armes: Vols avec arme(s) ; Vols avec armes (armes à feu, armes blanches ou par destination)
      vols-avec-armes: Vols avec armes (à feu, blanches, par destination)
      vols-avec-armes: Vols avec armes (armes à feu, armes blanches ou par destina-tion) ; 15 à 22 – Vols avec armes
      vols-violents-sans-arme: Vols avec violence(s) sans arme
      vols-sans-violence-personnes: vols sans violences contre des personnes
      vols-vehicules: Vols de véhicules (automobiles ou deux-roues motorisés) ; Vols de véh.
      vols-dans-vehicules: Index 37 - Vols dans les véhicules ; Vols dans les véhicules : ; Vols dans les véhicules*
      vols-accessoires-vehicules: • Vols d’accessoires sur véhicules
      atteintes-biens: Total atteintes aux biens ; Sous-total AAB
      ist-violences-intrafamiliales: VIF
      homicides: Homicides (y compris coups et blessures volontaires suivis de mort) ; Homicides2 ; Homicides (1)(2) ; Homicides **
      vols-avec-armes: Vols avec armes (armes à feu, armes blanches ou par destination)2
      vols-sans-violence-personnes: Vols sans violence (pers.)
      coups-blessures-15-ans-plus: Coups et blessures volontaires (sur personnes de 15 ans ou plus)1
      vols-vehicules: Vols de véhicules (automobiles ou deux roues motorisés) ; Vols de véhicules (VL et 2RM) ; Vols de véhicules (VL/2RM)
      cambriolages-logement: Cambriolages RP/RS ; Cambriolages (RP/RS) ; Cambriolages RP + RS ; Cambriolages résidences principales/secondaires
      vols-violents-sans-arme: VVSA ; Vols violents sans armes (VVSA)
      vols-accessoires-vehicules: Vols d'accessoires
      vols-dans-vehicules,ist-vols-roulotte: Vols à la roulotte ; Vols roulotte
      tentatives-homicide: Tentatives d'homicide
      violences-sexuelles,ist-violences-sexuelles: Violences sexuelles
      violences-physiques-intrafamiliales,ist-violences-physiques-intrafamiliales: Violences physiques intrafamiliales
      violences-physiques-hors-cadre-familial: Violences physiques hors cadre familial
      destructions-degradations,ist-destructions-degradations: Destructions et dégradations volontaires
      escroqueries: Escroqueries et fraudes aux moyens de paiement
      usage-stupefiants: Usage de stupéfiants
      usage-stupefiants-afd: Usage de stupéfiants (AFD)
      usage-stupefiants-hors-afd: Usage de stupéfiants (hors AFD)
      trafic-stupefiants: Trafic de stupéfiants
      tranquillite-salubrite: Infractions relatives à la tranquillité et salubrité publique ; Tranquillité publique
      ist-menaces-chantages: Menaces ou chantages
      ist-ivresse-publique: Ivresse publique manifeste
      ist-bruits-tapages: Bruits ou tapages injurieux ou nocturnes
      ist-occupation-halls: Occupation de halls
      ist-abandon-ordures: Abandon d'ordures ; Abandon / dépôt d'ordures
      ist-violences-physiques-crapuleuses: VPC
      ist-violences-physiques-non-crapuleuses: VPNC
    `),
  )("« %s » is « %s »", (label, id) => {
    expect(ids(label)).toBe(id);
  });
  test.each(
    listOf(`
    Coups et blessures volontaires sur personnes de 1 5 ans ou plus ; Atteintes volon taires ;
    Coups et blessures volontaires (CBV) sur personnes de plus de 15 ans ; CBV ;
    Coups et blessures volontaires (CBV) ; Vols avec armes (armes à feu) ; Vols avec armes (tentatives) ;
    Vols de véhicules (deux-roues motorisés) ; Cambriolages de logements (résidences principales) ;
    27 - Cambriolages de logement ; Cambriolages de logement (27) ; Vols de véhicules (index 35 et 36) ;
    Vols ; Cambriolages de locaux industriels ; Homicides et tentatives d'homicides ;
    Vols de véhicules et vols dans les véhicules ; dont vols de véhicules ; Vols avec armes blanches ;
    Coups et blessures volontaires sur personnes de moins de 15 ans ;
    Coups et blessures volontaires sur personnes de + de 18 ans ; Cambriolages de logement - tentatives ;
    Cambriolages de logement (tentatives) ; Homicides (hors règlements de compte) ; Total Homicides ;
    Homicides 2 ; Vols de VL ; VSV ; Usage de stupéfiants (verbalisations)`),
  )("« %s » is no line of the nomenclature: it stays as sent", (label) => {
    expect(ids(label)).toBe("");
  });
  test("case, accents, spaces and the apostrophe of any label do not count, and no label is two lines of one statement", () => {
    const all = NOMENCLATURE.statements.flatMap((s) =>
      s.indicators.flatMap((i) => [i.label, ...i.aliases].map((text) => ({ statement: s.id, id: i.id, text }))),
    );
    const shapes: readonly ((t: string) => string)[] = [
      (t) => t.toUpperCase(),
      (t) => t.normalize("NFD").replace(/\p{M}/gu, ""),
      (t) => t.replaceAll(" ", "  "),
      (t) => t.replaceAll(" ", "\u00a0"),
      (t) => t.replaceAll("'", "\u2019"),
      (t) => ` ${t} `,
      (t) => `${t} (3)`,
      (t) => `3 - ${t}`,
      (t) => `${t} *`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...shapes), ({ statement, id, text }, shape) => {
        expect([shape(text), inStatement(statement, shape(text))]).toEqual([shape(text), id]);
      }),
      runs(200),
    );
  });
});

describe("labels that the settings declare", () => {
  const declare = (...lines: readonly string[]) =>
    `lignes:\n${lines.map((line) => `  - { etat: IS101, ${line} }\n`).join("")}`;
  const settings = declare(
    'libelle: "Vols par effraction (habitations)", indicateur: cambriolages-logement',
    'libelle: "Escroqueries", unite: infraction',
  );
  test("an alias leads to its indicator, in its statement only", () => {
    expect(ids("VOLS PAR EFFRACTION (HABITATIONS)", settings)).toBe("cambriolages-logement");
  });
  test("a label that a narrow cell broke is that of one line, or of none; figures stay apart", () => {
    const broken = declare(
      'libelle: "Main courante", indicateur: homicides',
      'libelle: "Mainc ourante", indicateur: vols-avec-armes',
      'libelle: "Rixe armée à 12", indicateur: vols-avec-armes',
    );
    const read = (label: string) => ids(label, broken);
    expect(["Maincou rante", "Rixe ar mée à 12", "Rixe ar mée à 1 2"].map(read)).toEqual(["", "vols-avec-armes", ""]);
  });
});
