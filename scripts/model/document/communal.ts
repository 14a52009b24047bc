/** What is kept of the SSMSI's communal base: the rates of like communes, year by year, and the commune's own. */

/** How the rates of a group of communes spread, one indicator and one year. */
export interface Spread {
  readonly indicator: string;
  readonly year: number;
  /** "size": same size class and département; "epci": same intercommunal body. The commune itself is in both. */
  readonly group: "size" | "epci";
  /** Communes whose rate is published, of those of the group: the others are small numbers, and no zeros. */
  readonly published: number;
  readonly of: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
}

/** The commune's own line of the base. */
export interface OwnRate {
  readonly indicator: string;
  readonly year: number;
  /** null: not published. */
  readonly rate: number | null;
  readonly count: number | null;
}

export interface CommunalSummary {
  readonly version: 1;
  /** File that it was read from, and its SHA-256. */
  readonly base: { readonly name: string; readonly sha256: string };
  readonly commune: string;
  readonly size: { readonly low: number; readonly high: number | null; readonly departement: string };
  readonly epci: string | null;
  readonly spreads: readonly Spread[];
  readonly own: readonly OwnRate[];
  /** Rates that are not the facts of their line over its population. */
  readonly leftOut?: number;
}
