/** A realistic quarter of an invented commune, so that every section of the document has something to show. */

import type { ComposeInput } from "../../scripts/compose/index.ts";
import type { Count } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
import type { Revision } from "../../scripts/model/revision.ts";
import { madeIssue } from "../spoken.ts";
import { inputOf, type LineSpec, place, T1_2026 } from "./builders.ts";

const habitants = { kind: "habitants", size: 6500, year: 2021 } as const;
const logements = { kind: "logements", size: 3000, year: 2021 } as const;

const is101 = (
  indicator: string,
  label: string,
  unit: string,
  counts: readonly number[],
  more: Partial<LineSpec> = {},
): LineSpec => ({ indicator, label, unit, counts, police: 0.85, denominator: habitants, ...more });

/** The I.S.T: a family and, further right, its lines; "—" for a line that the nomenclature does not know, and for what was not counted. */
const IST = `
atteintes-integrite-physique              | Atteintes volontaires à l'intégrité physique                     | 29 26 31 30 28 33 27 30 32 29 35 31 34
  ist-violences-physiques-non-crapuleuses | Violences physiques non crapuleuses                              | 18 16 20 19 17 21 16 18 20 18 22 19 21
  ist-violences-physiques-crapuleuses     | Violences physiques crapuleuses                                  | 3 2 4 2 1 3 2 3 4 2 3 3 2
  ist-violences-sexuelles                 | Violences sexuelles                                              | 2 3 1 3 3 2 3 3 2 3 3 2 4
  ist-menaces                             | Menaces de violences                                             | 6 5 6 6 7 7 6 6 6 6 7 7 7
atteintes-biens                           | Atteintes aux biens                                              | 84 76 81 88 80 79 71 84 88 72 70 78 81
  ist-cambriolages                        | Cambriolages                                                     | 12 9 8 14 9 11 7 13 15 9 8 16 27
  ist-vols-vehicules                      | Vols liés aux véhicules à moteur                                 | 44 38 40 43 36 44 33 37 42 30 30 28 20
  ist-vols-simples-particuliers           | Vols simples au préjudice de particuliers                        | 16 17 19 18 21 14 18 21 18 20 18 20 21
  ist-destructions-degradations           | Destructions et dégradations                                     | 12 12 14 13 14 10 13 13 13 13 14 14 13
tranquillite-salubrite                    | Infractions concernant la tranquillité et la salubrité publiques | 41 52 60 38 44 57 66 40 43 60 71 44 47
  ist-tapages                             | Tapages                                                          | 21 28 33 19 22 30 36 20 23 32 39 22 24
  ist-depots-sauvages                     | Dépôts sauvages d'ordures                                        | 12 14 15 11 13 16 17 12 12 17 18 14 —
  ist-ivresse-publique                    | Ivresse publique et manifeste                                    | 8 10 12 8 9 11 13 8 8 11 14 8 9
  —                                       | Rodéos motorisés                                                 | 2 5 0 1`;

function istLines(): readonly LineSpec[] {
  let family: string | null = null;
  return IST.trim()
    .split("\n")
    .map((row): LineSpec => {
      const [name = "", label = "", counts = ""] = row.split("|").map((cell) => cell.trim());
      const isFamily = !row.startsWith(" ");
      if (isFamily) family = name;
      return {
        statement: "IST",
        indicator: name === "—" ? null : name,
        label,
        unit: name === "—" ? null : "fait",
        counts: counts.split(" ").map((count) => (count === "—" ? null : Number(count))),
        family: isFamily ? null : family,
        level: isFamily ? "family" : "line",
      };
    });
}

export const SPECS: readonly LineSpec[] = [
  is101("homicides", "Homicides", "victime", [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
  is101("vols-avec-armes", "Vols avec armes", "infraction", [1, 0, 2, 1, 0, 1, 1, 0, 2, 0, 1, 1, 1]),
  is101("vols-violents-sans-arme", "Vols violents sans arme", "infraction", [3, 2, 4, 2, 1, 3, 2, 2, 4, 1, 2, 3, 2]),
  is101(
    "vols-sans-violence-personnes",
    "Vols sans violence contre des personnes",
    "victime entendue",
    [22, 19, 25, 21, 24, 18, 22, 26, 21, 23, 19, 22, 24],
  ),
  is101(
    "coups-blessures-15-ans-plus",
    "Coups et blessures volontaires sur personnes de plus de 15 ans",
    "victime",
    [14, 12, 16, 15, 13, 17, 12, 14, 16, 13, 18, 15, 17],
    {
      breakAt: {
        from: "2025-07",
        reason: "Le service statistique ministériel remplace cet indicateur par deux autres.",
      },
    },
  ),
  is101(
    "cambriolages-logement",
    "Cambriolages de logement",
    "infraction",
    [9, 7, 6, 11, 7, 8, 5, 10, 12, 7, 6, 13, 24],
    {
      denominator: logements,
      verdict: "rise-established",
      p: 0.0012,
    },
  ),
  is101("vols-vehicules", "Vols de véhicules", "véhicule", [8, 6, 9, 7, 5, 8, 6, 9, 7, 6, 8, 5, 7]),
  is101(
    "vols-dans-vehicules",
    "Vols dans les véhicules",
    "véhicule",
    [31, 28, 25, 33, 27, 29, 22, 26, 24, 20, 19, 17, 9],
    {
      verdict: "fall-established",
      lasting: "fall-to-follow",
      p: 0.0003,
      shape: {
        kind: "trend",
        since: quarter(2023, 1),
        change: -0.19,
        low: -0.27,
        high: -0.1,
        p: 0.0004,
        quarters: 12,
        told: true,
        between: null,
      },
    },
  ),
  is101(
    "vols-accessoires-vehicules",
    "Vols d'accessoires sur véhicules",
    "véhicule",
    [5, 4, 6, 3, 4, 7, 5, 2, 11, 4, 3, 6, 4],
    {
      verdict: "ordinary",
    },
  ),
  { indicator: null, label: "Escroqueries et abus de confiance", unit: null, counts: [11, 9, 14], police: 0.9 },
  ...istLines(),
];

const T1_2025 = quarter(2025, 1);

const sent = (delivery: string, value: number): Count => ({
  statement: "IS101",
  indicator: "cambriolages-logement",
  label: "Cambriolages de logement",
  family: null,
  kind: "line",
  force: "ensemble",
  period: T1_2025,
  value,
  status: "normal",
  delivery,
  provenance: place("IS101", delivery === "2025-T1" ? T1_2025 : T1_2026, 7, "ensemble", String(value)),
});

const REVISION: Revision = {
  statement: "IS101",
  indicator: "cambriolages-logement",
  label: "Cambriolages de logement",
  force: "ensemble",
  period: T1_2025,
  old: sent("2025-T1", 11),
  new: sent("2026-T1", 12),
};

const reference = (indicator: string, rate: number, denominator: "habitants" | "logements") => ({
  indicator,
  territory: "Pas-de-Calais",
  year: 2024,
  rate,
  denominator,
  source: "SSMSI, base départementale de la délinquance enregistrée, édition 2025",
});

const FULL: ComposeInput = inputOf(SPECS, {
  settings: { commune: { name: "Rive-Blanche", insee: null, departement: "62" } },
  analysis: {
    revisions: [REVISION],
    printedTotals: [
      {
        ...sent("2026-T1", 99),
        indicator: null,
        label: "Total IS 101",
        kind: "total",
        period: T1_2026,
        provenance: place("IS101", T1_2026, 12, "ensemble", "99"),
      },
    ],
    references: [
      reference("cambriolages-logement", 4.61, "logements"),
      reference("vols-vehicules", 1.52, "habitants"),
      reference("vols-dans-vehicules", 2.87, "habitants"),
    ],
    power: [
      { before: 0, rise: 11, fall: null },
      { before: 1, rise: 14, fall: null },
      { before: 2, rise: 16, fall: null },
      { before: 5, rise: 22, fall: null },
      { before: 10, rise: 31, fall: 2 },
      { before: 20, rise: 47, fall: 5 },
      { before: 50, rise: 88, fall: 12 },
    ],
  },
  issues: [
    madeIssue({
      rule: "total-does-not-add-up",
      severity: "warning",
      message: "« Vols de véhicules » : police (6) + gendarmerie (2) = 8, l'ensemble imprimé est 7",
      hint: "Demander au service quel nombre est le bon.",
      place: place("IS101", T1_2026, 8, "ensemble", "7"),
    }),
    {
      rule: "delivery-late",
      severity: "warning",
      message: "La livraison du 2e trimestre 2026 était due le 8 juillet 2026.",
      place: { file: "2026-T2" },
    },
  ],
});

/** Only the last five deliveries' files, so that the printed sample stays of a readable size. */
export const SAMPLE: ComposeInput = { ...FULL, recognitions: FULL.recognitions.slice(-10) };
