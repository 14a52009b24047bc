/** What stands beside a bulletin, for those who check it: the tables as received, cell by cell, and the tidy figures. */

import type { Issue, Told } from "../issue.ts";
import type { Provenance, Reading, ReadTable, Recognition } from "../observation.ts";
import { tell } from "../remarks/index.ts";

/** A file of the deliveries, as the source notes and the control sheet name it. */
export interface SourceNote {
  /** For eyes. */
  readonly path: string;
  /** The name that paper gives it: "2026-T1/fichier 2" where its own holds an unknown word. */
  readonly printed: string;
  readonly delivery: string;
  readonly format: string;
  readonly statement: string;
  readonly sha256: string;
  readonly counts: number;
}

/** A cell of an older delivery that a figure of the bulletin rests on: it stands on the sheet of its own quarter. */
export interface OlderCell {
  /** The count that it gives. */
  readonly count: number | null;
  /** The quarter whose sheet shows it; null: no bulletin of it was made. */
  readonly sheet: string | null;
  /** Its file and its table, in the order of that sheet. */
  readonly file: number;
  readonly table: number;
}

/** What was found, as it is told to whoever checks. */
export interface FoundIssue extends Told, Pick<Issue, "rule" | "severity" | "place"> {}

export const foundIssue = (issue: Issue): FoundIssue => {
  const { rule, severity, place } = issue;
  const { message, hint } = tell(issue, "eyes");
  return {
    ...{ rule, severity, message },
    ...(hint !== undefined && { hint }),
    ...(place && { place }),
  };
};

/** A file as it was received, with what was found of it. `note`: what is said of it. */
export interface ReceivedFile<Note> {
  readonly note: Note;
  readonly tables: readonly ReadTable[];
  readonly issues: readonly FoundIssue[];
}

/** The control sheet of one bulletin: the tables received for its quarter, cell by cell, with the issues. */
export interface ControlSheet {
  readonly id: string;
  readonly quarterLabel: string;
  /** Those of its quarter, the newest delivery first. */
  readonly files: readonly ReceivedFile<SourceNote>[];
  /** By provenanceKey. */
  readonly older: Readonly<Record<string, OlderCell>>;
  /** Issues of no file that it shows. */
  readonly issues: readonly FoundIssue[];
  readonly totals: ReadingTotals;
}

interface ReadingTotals {
  readonly counts: number;
  readonly printed: number;
  readonly ignored: number;
  readonly notUnderstood: number;
}

/** How many cells of these files were read as what. Titles, labels and empty cells are not counted. */
export function readingTotals(recognitions: readonly Recognition[]): ReadingTotals {
  const tally = new Map<Reading["kind"], number>();
  for (const { tables } of recognitions)
    for (const { readings } of tables)
      for (const row of readings) for (const { kind } of row) tally.set(kind, (tally.get(kind) ?? 0) + 1);
  return {
    counts: tally.get("count") ?? 0,
    printed: tally.get("printed") ?? 0,
    ignored: tally.get("ignored") ?? 0,
    notUnderstood: tally.get("not-understood") ?? 0,
  };
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
