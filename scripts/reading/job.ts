/** What is asked of the process that reads (apart.ts), and what it gives back: what documents say, never their bytes. */
import type { Held, KeptAnswer } from "../lectures/index.ts";
import type { MapOfFile } from "../map/index.ts";
import type { SourceFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import type { Answer, FileId } from "../model/lecture.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import type { Recognition } from "../model/observation.ts";
import type { Question } from "../model/question.ts";
import type { Settings } from "../model/settings.ts";

/** The same for all the jobs of one reading. */
export interface Knowledge {
  readonly settings: Settings;
  readonly nomenclature: Nomenclature;
  /** Answered before, for files of the same template. */
  readonly kept: readonly KeptAnswer[];
  /** Lines that were confirmed as they were sent, by their declaredKey. */
  readonly keptLines: readonly string[];
  /** Of the files that were confirmed, the latest first: one that fits a file without news reads it. */
  readonly maps: readonly MapOfFile[];
  /** Somebody is there to answer: each doubt is told with the answers that settle it. */
  readonly asks: boolean;
  /** Grids alone are wanted: nothing of them is recognised. */
  readonly readsOnly?: true;
}

/** A document, and its PDF where it has one. */
export interface Job {
  readonly files: readonly [SourceFile, pdf?: SourceFile];
  /** Names of all the files of its delivery. */
  readonly names?: readonly string[];
  /** Answers of the person who is confirming, by path. */
  readonly given: ReadonlyMap<string, readonly Answer[]>;
}

/** One file as it is understood. */
export interface ReadDocument {
  readonly recognition: Recognition;
  /** Of its reading, then of its recognition. */
  readonly remarks: readonly Issue[];
  readonly answers: readonly Answer[];
  readonly questions: readonly Question[];
  /** Path of the confirmed file whose map read it; null: it was recognised. */
  readonly readBy: string | null;
}

/** One file of the deliveries, as it is understood: what a confirmation accepts of it are its remarks. */
export interface Understood extends ReadDocument {
  /** Its remarks, as they are told: without what was accepted of its template. */
  readonly issues: readonly Issue[];
  /** Its PDF, read with it. */
  readonly pdf: FileId | null;
  /** null: its lecture is confirmed. */
  readonly held: Held | null;
}

/** What is understood of each, in the order of the jobs. */
export type Reader = (knowledge: Knowledge, jobs: readonly Job[]) => readonly Promise<readonly ReadDocument[]>[];
