/** The lines, the words and their aliases, as nomenclature/*.yaml holds them. */
import type { Month } from "./period.ts";

/** What page one groups the lines by, in its order. */
export const THEMES = ["personnes", "vols", "logements", "vehicules", "cadre-de-vie"] as const;
export type Theme = (typeof THEMES)[number];

/** What is counted: counts of two units are never added. */
export interface Indicator {
  /** "cambriolages-logement" */
  readonly id: string;
  /** "Cambriolages de logement": printed in the bulletin. */
  readonly label: string;
  /** The label where room is short: "Coups et blessures". */
  readonly short: string;
  readonly theme: Theme;
  /** Told whenever it is not zero, whatever a test says. */
  readonly grave: boolean;
  /** "un homicide": facts that open the headline, and that are asked about, however few; several are told by the short name. */
  readonly headline?: string | undefined;
  /** Some services send it; a statement without it lacks nothing. */
  readonly occasional?: boolean | undefined;
  /** Its rank among the large numbers of page one, after what is announced: 1 for the first; undefined: after those that have one. */
  readonly front?: number | undefined;
  /** Lines of another statement that count a part of the same facts: both are one fact of life. */
  readonly covers: readonly string[];
  /** Other labels met in statements; folded before they are compared. */
  readonly aliases: readonly string[];
  /** What a label may say in brackets of the whole line: "armes à feu, armes blanches ou par destination". */
  readonly explained?: readonly string[];
  /** "infraction", "victime", "véhicule" … in French, singular. */
  readonly unit: string;
  readonly definition: string;
  /** Lines of "état 4001" that the indicator is made of. */
  readonly index: readonly number[];
  /** Where label, unit and definition come from. */
  readonly source: string;
  /** What a yearly rate is divided by. */
  readonly denominator: "habitants" | "logements";
  /** Id of the family it belongs to; null for a family itself and for statements without families. */
  readonly family: string | null;
  /** A family, which has lines under it. */
  readonly hasLines?: true;
  /** A family whose lines are mostly contraventions, which one force may not count. */
  readonly contraventions?: boolean | undefined;
  /** Known breaks in series: counts before and from this month do not compare. */
  readonly breaks: readonly SeriesBreak[];
  /** Names of the same indicator in the SSMSI bases, all editions. */
  readonly ssmsi: readonly string[];
}

export interface SeriesBreak {
  /** First month of the new series: "2015-04". */
  readonly from: Month;
  /** In French: what changed. */
  readonly reason: string;
}

export interface StatementDefinition {
  /** "IS101" */
  readonly id: string;
  /** "IS 101": printed. */
  readonly label: string;
  readonly title: string;
  /** Ways in which titles and file names name the statement. */
  readonly names: readonly string[];
  readonly indicators: readonly Indicator[];
}

export interface Nomenclature {
  readonly statements: readonly StatementDefinition[];
}
