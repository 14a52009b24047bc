/** What the quarters before a bulletin's own said, each as it was known then. */
import { type AnalyseInput, analyse, announcementsAt } from "../analyse/index.ts";
import { isKnownAt } from "../holdings/holdings.ts";
import type { QuarterAnalysis } from "../model/analysis.ts";
import type { Announcement, Left, Told } from "../model/edition.ts";
import type { Recognition } from "../model/observation.ts";
import { type Period, periodOfQuarter, quarterId, shiftQuarters } from "../model/period.ts";
import { remember } from "../model/remember.ts";

/** Earlier quarters whose announcements are followed. */
const FOLLOWED = 4;

export interface Earlier {
  readonly followed: (quarter: Period) => readonly Told[];
  /** The three quarters before the last of a year, as far as held. */
  readonly yearBefore: (quarter: Period) => readonly QuarterAnalysis[];
}

/**
 * @param recognitions of all that is held.
 * @param left by quarter, where a file of the register says so: of the other quarters it is judged again.
 */
export function earlierQuarters(
  recognitions: readonly Recognition[],
  around: Omit<AnalyseInput, "observations" | "quarter">,
  left: Readonly<Record<string, Left>>,
): Earlier {
  const inputAt = (quarter: Period): AnalyseInput | undefined => {
    const id = quarterId(quarter);
    const known = recognitions.filter((r) => isKnownAt(r.file.source.delivery, id));
    return known.length > 0 ? { ...around, observations: known.flatMap((r) => r.observations), quarter } : undefined;
  };
  const judgedAgain = (id: string): readonly Announcement[] | null => {
    const input = inputAt(periodOfQuarter(id));
    return input ? announcementsAt(input) : null;
  };
  // as many bulletins ask what a quarter announced as follow it
  const announcedAt = remember((id: string) => left[id]?.announcements ?? judgedAgain(id));
  return {
    followed: (quarter) =>
      Array.from({ length: FOLLOWED }, (_, i) => shiftQuarters(quarter, -1 - i)).flatMap((period) => {
        const announcements = announcedAt(quarterId(period));
        return announcements ? [{ quarter: period, announcements }] : [];
      }),
    yearBefore: (quarter) =>
      [-3, -2, -1].flatMap((back) => {
        const input = inputAt(shiftQuarters(quarter, back));
        return input ? [analyse(input)] : [];
      }),
  };
}
