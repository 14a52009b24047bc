/** The editions of a quarter's bulletin. What the register knows of them is brought by the commands: the main path reads no disk. */
import type { Analysis } from "./analysis.ts";
import type { Direction } from "./degree.ts";
import type { Force, StatementId } from "./observation.ts";
import type { Period } from "./period.ts";

/** What an edition says of itself, beside its day. */
export interface EditionMark {
  /** 1 for the first. */
  readonly number: number;
  /** Day of the edition that this one replaces; null for the first. */
  readonly replaces: string | null;
}

/** The latest edition that was published of a quarter. */
export interface PublishedEdition extends EditionMark {
  readonly quarter: string;
  /** "2026-04-08" */
  readonly day: string;
  /** Of its content. */
  readonly fingerprint: string;
  /** Hash of what it tells its readers; null: made by a program that kept none. */
  readonly words: string | null;
  /** SHA-256 by path of the deliveries that it was made from. */
  readonly deliveries: Readonly<Record<string, string>>;
  /** Numbered copies of it were made. */
  readonly left: boolean;
}

/** What the register says of what was received and published. */
export interface Recorded {
  /** Delivery -> days of the messages that brought it: "2026-T1" -> ["2026-04-08", "2026-05-04"]. */
  readonly received: Readonly<Record<string, readonly string[]>>;
  /** Quarter -> its latest edition. */
  readonly editions: Readonly<Record<string, PublishedEdition>>;
}

export const NOTHING_RECORDED: Recorded = { received: {}, editions: {} };

export const FIRST_EDITION: EditionMark = { number: 1, replaces: null };

/**
 * Is a bulletin made again still the edition that was published? When it tells its readers the same, yes. When not, no if copies of
 * the published one have left, for nobody must hold two papers of one edition that differ; nor when other files were received since.
 * Until then, settings that are put right make no new edition.
 */
export function isSameEdition(
  published: PublishedEdition,
  now: Pick<PublishedEdition, "fingerprint" | "words" | "deliveries">,
): boolean {
  if (published.fingerprint === now.fingerprint || published.words === now.words) return true;
  return !published.left && sameFiles(published.deliveries, now.deliveries);
}

const sameFiles = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([path, sha256]) => b[path] === sha256);

/** How far a quarter has come, in order; what to do next. */
export interface QuarterState {
  readonly quarter: string;
  readonly steps: readonly { readonly label: string; readonly done: boolean }[];
  readonly next: string;
}

/** The quarters of a year, as the day of the build knows them. */
export interface YearStates {
  /** "29 novembre 2026"; null: of no day, as for the demonstration. */
  readonly asOf: string | null;
  readonly quarters: readonly QuarterState[];
}
export const NO_STATES: YearStates = { asOf: null, quarters: [] };

/** What was made of one quarter: the register records it, and the operator is told. */
export interface PublishedBulletin {
  readonly id: string;
  readonly fingerprint: string;
  readonly folder: string;
  readonly madeFrom: string;
  readonly edition: EditionMark & { readonly day: string };
  /** Name in the folder -> SHA-256, manifest.json too. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly pages: number;
}

export interface Publication {
  readonly published: readonly PublishedBulletin[];
  /** Path of index.html, and its SHA-256. */
  readonly index: string;
  readonly indexSha256: string;
}

/** What a bulletin announced of one line, as its analyses.json keeps it: the later ones tell what has become of it. */
export interface Announcement {
  readonly statement: StatementId;
  readonly indicator: string | null;
  readonly label: string;
  readonly family: string | null;
  readonly force: Force;
  /** Of the quarter, or of twelve months. */
  readonly of: "quarter" | "year";
  readonly direction: Direction;
}

/** What an edition of a bulletin left: what it announced, each count that it printed, by printedKey, and those that it changed as they were before. */
export interface Left {
  readonly edition: number;
  readonly changed: Readonly<Record<string, number | null>>;
  readonly announcements: readonly Announcement[];
  readonly printed: Readonly<Record<string, number | null>>;
}

/** A count as every edition names it: of one line, force and period ("2026-01/2026-03"). */
export const printedKey = (
  { statement, indicator, label, force }: Pick<Analysis, "statement" | "indicator" | "label" | "force">,
  period: string,
): string => [statement, indicator ?? label, force, period].join(" ");

/** An earlier quarter, and what its bulletin announced. */
export interface Told {
  readonly quarter: Period;
  readonly announcements: readonly Announcement[];
}
