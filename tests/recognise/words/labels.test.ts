import { describe, expect, test } from "vitest";
import { createLabels } from "../../../scripts/recognise/words/labels.ts";
import { fc } from "../../fast-check.ts";
import { listOf, pairsOf } from "../../lists.ts";
import { NOMENCLATURE, settingsOf } from "../tables.ts";

const labels = createLabels(NOMENCLATURE, settingsOf());
const ids = (label: string): string =>
  labels
    .match(label)
    .map((m) => m.indicator.id)
    .join(",");

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
      atteintes-integrite-physique: Atteintes volontaires à l’intégrité physique (AVIP)
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
      cambriolages-logement: Cambriolages RP/RS ; Cambriolages (RP/RS) ; Cambriolages résidences principales/secondaires
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
        const found = labels.match(shape(text)).filter((m) => m.statement === statement);
        expect([shape(text), found.map((m) => m.indicator.id)]).toEqual([shape(text), [id]]);
      }),
      { numRuns: 800 },
    );
  });
});

describe("labels that the settings declare", () => {
  const declared = createLabels(
    NOMENCLATURE,
    settingsOf(`lignes:
  - { etat: IS101, libelle: "Vols par effraction (habitations)", indicateur: cambriolages-logement }
  - { etat: IS101, libelle: "Escroqueries", unite: infraction }`),
  );
  test("an alias leads to its indicator, in its statement only", () => {
    expect(declared.match("VOLS PAR EFFRACTION (HABITATIONS)").map((m) => [m.statement, m.indicator.id])).toEqual([
      ["IS101", "cambriolages-logement"],
    ]);
  });
  test("a label that a narrow cell broke is that of one line, or of none; figures stay apart", () => {
    const { match } = createLabels(
      NOMENCLATURE,
      settingsOf(`lignes:
  - { etat: IS101, libelle: "Main courante", indicateur: homicides }
  - { etat: IS101, libelle: "Mainc ourante", indicateur: vols-avec-armes }
  - { etat: IS101, libelle: "Rixe armée à 12", indicateur: vols-avec-armes }`),
    );
    expect(match("Maincou rante")).toEqual([]);
    expect(match("Rixe ar mée à 12").map((m) => m.indicator.id)).toEqual(["vols-avec-armes"]);
    expect(match("Rixe ar mée à 1 2")).toEqual([]);
  });
  test("a line declared as it stands is known, and keeps its label", () => {
    expect(declared.match("Escroqueries")).toEqual([]);
    expect(declared.isDeclared("12 - ESCROQUERIES")).toBe(true);
    expect(declared.isDeclared("Escroqueries en ligne")).toBe(false);
  });
});
