/**
 * What a remark of each rule is about: ids, numbers, periods, and the received texts concerned, marked as such. No field is a sentence; the
 * French stands in remarks/, as a function of these and of who reads. Lectures keep them: a name or a field that is here stays readable.
 */
import type { AboutCounts } from "./about-counts.ts";
import type { AboutFiles, Nothing } from "./about-files.ts";
import type { Force } from "./observation.ts";
import type { Period } from "./period.ts";
import type { Own, Received, Values } from "./received.ts";

export interface Abouts extends AboutFiles, AboutCounts {
  // lectures/
  "answer-awaited": { readonly delivery: Own };
  "figures-copied": {
    readonly period: Period;
    readonly earlier: Period;
    readonly force: Force;
    readonly figures: number;
    /** How many of its lines have the earlier figures, and of how many. */
    readonly lines: readonly [same: number, all: number];
    readonly delivery: Own;
  };
  /** Kept by a lecture of before, as the sentence that it then was. `rule`: its name then. */
  "remark-of-before": {
    readonly rule: Own;
    readonly message: Received;
    readonly hint: Received;
    readonly text: Received;
  };

  // settings, persons
  "settings-default": Nothing;
  "no-entitlement-list": Nothing;
}
export type RemarkName = keyof Abouts;
export type AboutOf<R extends RemarkName> = Values<Abouts[R]>;
