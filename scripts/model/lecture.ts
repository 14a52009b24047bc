/** A lecture: how a person confirmed that each file of a delivery is read; the town hall's own record of its figures. */
import type { Issue } from "./issue.ts";
import type { Recognition, StatementId } from "./observation.ts";
import type { ChoiceId, QuestionKind } from "./question.ts";
import type { Sealed } from "./received.ts";

/**
 * What a person answered where the program could not know; it holds for every later file of the same template, but for a "copy", which is
 * said of the figures of one delivery.
 */
export interface Answer {
  readonly kind: QuestionKind;
  /** As received, of the place that was asked about; "" where no one text was, or it is sealed. */
  readonly text: string;
  readonly sealed?: Sealed;
  readonly choice: ChoiceId;
  /** Of a line. */
  readonly statement: StatementId | null;
  /** Of a remark that was understood: the gap that it had, in facts; a larger one is told again. */
  readonly bound?: number;
}

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
  /** By which its sealed texts are known again; "" where nothing of it is sealed. */
  readonly key: string;
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
