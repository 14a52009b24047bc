/** What an edition leaves to those that follow it: what it announced, and each count that it printed. */
import type { Analysis } from "./analysis.ts";
import type { Direction } from "./degree.ts";
import type { Force, StatementId } from "./observation.ts";
import type { Period } from "./period.ts";

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
