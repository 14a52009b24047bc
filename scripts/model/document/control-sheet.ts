/** What stands beside a bulletin, for those who check it: the tables as received, cell by cell, and the tidy figures. */
import type { Issue } from "../issue.ts";
import type { Provenance, ReadTable } from "../observation.ts";

/** A file of the deliveries, as the source notes and the control sheet name it. */
export interface SourceNote {
  readonly path: string;
  readonly delivery: string;
  readonly format: string;
  readonly statement: string;
  readonly sha256: string;
  readonly counts: number;
}

/** The control sheet of one bulletin: the tables as received, cell by cell, with the issues. */
export interface ControlSheet {
  readonly id: string;
  readonly quarterLabel: string;
  readonly files: readonly {
    readonly note: SourceNote;
    readonly tables: readonly ReadTable[];
    readonly issues: readonly Issue[];
  }[];
  /** Issues of no file in particular. */
  readonly issues: readonly Issue[];
  readonly totals: {
    readonly counts: number;
    readonly printed: number;
    readonly ignored: number;
    readonly notUnderstood: number;
  };
  /** provenanceKey -> ids of the bulletin's table cells that use it: "t1-r3-c2". */
  readonly usedBy: Readonly<Record<string, readonly string[]>>;
}

/** One tidy figure of donnees.csv. */
export interface TidyRow {
  readonly statement: string;
  readonly indicator: string;
  readonly label: string;
  readonly force: string;
  readonly period: string;
  readonly value: number | null;
  readonly status: string;
  readonly delivery: string;
  readonly revised: string;
  readonly provenance: Provenance;
}
