/** What a rule of doubts/ is, as in check/: it looks at the tables of one file and only yields what it doubts. */
import { type Count, countsIn, type Outcome } from "../layout/outcome.ts";
import type { BlockReading } from "../table/block.ts";
import type { OpenTable } from "../table/table.ts";
import type { Tools } from "../words/tools.ts";

export interface Doubted {
  /** The table whose counts are no counts. */
  readonly reading: BlockReading;
  /** What they are in their place. */
  readonly instead: Extract<Outcome, { kind: "doubt" | "elsewhere" | "not-understood" }>;
  /** Which of them; left out: all. */
  readonly of?: (count: Count) => boolean;
}

export type DoubtRule = (tables: readonly OpenTable[], tools: Tools) => Iterable<Doubted>;

export const readingsOf = (tables: readonly OpenTable[]): readonly BlockReading[] => tables.flatMap((t) => t.readings);

/** Those of which something is counted. */
export const countedIn = (tables: readonly OpenTable[]): readonly BlockReading[] =>
  readingsOf(tables).filter(({ outcomes }) => countsIn(outcomes).length > 0);
