/** The settings of one commune, checked and typed. Written by people in data/convention.yaml. */
import type { SeriesBreak } from "./nomenclature.ts";
import type { StatementId } from "./observation.ts";

/** Denominators by year: `{ 2021: 6507 }`. */
export type ByYear = Readonly<Record<number, number>>;

/** A label that the operator has declared. `indicator` null: a line of its own, known and kept as sent. */
interface DeclaredLabel {
  readonly statement: StatementId;
  readonly label: string;
  readonly indicator: string | null;
  readonly unit: string | null;
}

/** A word of a heading or caption that the operator has explained, in one file or in all. */
export interface DeclaredWord {
  readonly text: string;
  /** "ignorer", "nombre", "evolution", "pourcentage", "taux", "police", "gendarmerie", "ensemble", "commune", a statement's id or a period "2026-01/2026-03". */
  readonly reading: string;
  /** Path of the only file concerned; null: all files. */
  readonly file: string | null;
}

/** A note of the commune's own, of a day or a month: "2026-05", "2026-05-12". */
export interface CommuneEvent {
  readonly date: string;
  readonly text: string;
  /** Indicators that it bears on; none: all. */
  readonly lines: readonly string[];
}

export interface Settings {
  readonly commune: { readonly name: string; readonly insee: string | null; readonly departement: string | null };
  readonly population: ByYear;
  readonly dwellings: ByYear;
  /** The partner service, as printed: "Direction interdépartementale de la Police nationale". */
  readonly service: string;
  /** Day of the month after the quarter on which the statements are due; 8 by default. */
  readonly deliveryDay: number;
  /** First quarter that the convention covers ("2026-T1"): nothing is expected before it; null: the first delivery held. */
  readonly since: string | null;
  readonly expectedStatements: readonly StatementId[];
  /** Day on which the mandate of the municipal council began ("2026-03-22"): page one adds up the quarters since; null: it does not. */
  readonly mandateSince: string | null;
  /** Printed on every page. */
  readonly marking: string;
  readonly labels: readonly DeclaredLabel[];
  readonly words: readonly DeclaredWord[];
  readonly breaks: readonly (SeriesBreak & { readonly statement: StatementId; readonly indicator: string })[];
  readonly events: readonly CommuneEvent[];
  /** Path of a browser to print with; null: the one shipped, then an installed one. */
  readonly browser: string | null;
  /** Years that deliveries and bulletins are kept; null: the convention sets none. */
  readonly retentionYears: number | null;
  /** The commune and its figures are invented: every page says so. */
  readonly fictitious: boolean;
  /** data/convention.yaml is absent: defaults are in force, and a warning says so. */
  readonly isDefault: boolean;
}

/** The commune's département: as the settings say it, else by its code: "99001" => "99"; "97499" => "974" (overseas). */
export const departementOf = ({ departement, insee }: Settings["commune"]): string | null =>
  departement ?? insee?.slice(0, insee.startsWith("97") ? 3 : 2) ?? null;
