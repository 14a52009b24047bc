/** What a quarter announces, for the bulletins that follow it. */
import { type Analysis, type Announcement, lastingOf, readingOf } from "../model/analysis.ts";
import { directionOf } from "../model/degree.ts";

export const announcementsOf = (analyses: readonly Analysis[]): readonly Announcement[] =>
  analyses.flatMap((a) =>
    [["quarter", readingOf(a)] as const, ["year", lastingOf(a)] as const].flatMap(([of, comparison]) => {
      const direction = comparison && directionOf(comparison.verdict);
      if (!direction) return [];
      const { statement, indicator, label, family, force } = a;
      return [{ statement, indicator, label, family, force, of, direction }];
    }),
  );
