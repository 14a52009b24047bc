/** A départemental base in the SSMSI's schema of 2025, for an invented département: figures of no real place. */
import { seeded } from "./random.ts";
import { encode } from "./write/index.ts";

/** Indicator, unit of count, yearly rate per 1 000 (dwellings for the burglaries, inhabitants for all others). */
const INDICATORS: readonly (readonly [string, string, number])[] = [
  ["Homicides", "Victime", 0.012],
  ["Vols avec armes", "Infraction", 0.11],
  ["Vols violents sans arme", "Infraction", 0.52],
  ["Vols sans violence contre des personnes", "Victime entendue", 6.4],
  ["Violences physiques hors cadre familial", "Victime", 2.6],
  ["Violences physiques intrafamiliales", "Victime", 3.4],
  ["Cambriolages de logement", "Infraction", 5.3],
  ["Vols de véhicule", "Véhicule", 1.6],
  ["Vols dans les véhicules", "Véhicule", 3.9],
  ["Vols d'accessoires sur véhicules", "Véhicule", 1.4],
];
const DEPARTEMENT = "99";
const HEAD =
  "Code_departement;Code_region;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;insee_pop;insee_pop_millesime;insee_log;insee_log_millesime";

const quoted = (fields: readonly (string | number)[]): string => fields.map((field) => `"${field}"`).join(";");

/** Bytes of the base: CSV, « ; », decimal comma, UTF-8 with a mark, every field in quotes, as the SSMSI publishes it. */
export function demoReference(seed: number): Uint8Array {
  const random = seeded(seed);
  const rows = [2021, 2022, 2023, 2024, 2025].flatMap((year) => {
    const population = 612_000 + (year - 2021) * 1_300;
    const dwellings = 301_000 + (year - 2021) * 1_900;
    return INDICATORS.map(([indicator, unit, rate]) => {
      const size = indicator === "Cambriolages de logement" ? dwellings : population;
      const count = Math.round((rate * size * (0.94 + 0.12 * random.next())) / 1000);
      const perThousand = ((count * 1000) / size).toFixed(7).replace(".", ",");
      return quoted([
        DEPARTEMENT,
        DEPARTEMENT,
        year,
        indicator,
        unit,
        count,
        perThousand,
        population,
        year,
        dwellings,
        year,
      ]);
    });
  });
  return encode(`${[quoted(HEAD.split(";")), ...rows].join("\n")}\n`, "utf-8-bom");
}
