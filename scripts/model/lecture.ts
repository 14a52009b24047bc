/** A lecture: how a person confirmed that each file of a delivery is read; the town hall's own record of its figures. */
import type { Issue } from "./issue.ts";
import type { Recognition, StatementId } from "./observation.ts";

/** What a person answered where the program could not know; it holds for every later file of the same template. */
export type Answer =
  /** A text, and what it says: "police", "ignorer", "2026-01/2026-03" … (see DeclaredWord). */
  | { readonly kind: "word"; readonly text: string; readonly reading: string }
  /** A line and its indicator; null: it stands as it was sent, under its own label. */
  | {
      readonly kind: "line";
      readonly statement: StatementId;
      readonly label: string;
      readonly indicator: string | null;
    }
  /** Texts that look like persons' names, and are none. */
  | { readonly kind: "names"; readonly texts: readonly string[] }
  /** The figures of this quarter are its own, though they are another's line by line: said of one delivery. */
  | { readonly kind: "figures"; readonly period: string };

/** A received file, as it is known for what it is. */
export interface FileId {
  readonly path: string;
  readonly sha256: string;
}

/** One file as it was confirmed: its tables, what each cell was read as, its figures. Its template is drawn from these. */
export interface ConfirmedFile {
  readonly recognition: Recognition;
  /** Said of its reading, and accepted with it. */
  readonly remarks: readonly Issue[];
  readonly answers: readonly Answer[];
  /** Its PDF, which was read with it. */
  readonly pdf: FileId | null;
  /** SHA-256 of the settings that change how a file is read: with others, it is read again. */
  readonly settings: string;
}

export interface Lecture {
  /** Name of the delivery's folder. */
  readonly delivery: string;
  /** Account of the person who confirmed. */
  readonly by: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly programVersion: string;
  readonly files: readonly ConfirmedFile[];
}

/** Folder of the lectures in the data folder. */
export const LECTURES_FOLDER = "lectures";
/** "2026-T1" => "lectures/2026-T1.json" */
export const lecturePath = (delivery: string): string => `${LECTURES_FOLDER}/${delivery}.json`;
