/** The period that the texts around a table say: captions and titles, then the sheet, then the file. */
import { samePeriod } from "../../model/period.ts";
import { asking, type Doubt, doubtful } from "../layout/outcome.ts";
import type { Line, Surroundings } from "../layout/surroundings.ts";
import { fullPeriod, type PeriodPart } from "../words/period-part.ts";
import { isExplained } from "../words/said.ts";
import { isTelling } from "./anchor.ts";
import { askPeriods } from "./resolve.ts";

export type PeriodFinding =
  | {
      readonly kind: "part";
      readonly part: PeriodPart;
      readonly text: string;
      readonly explained: boolean;
    }
  | { readonly kind: "none" }
  | Doubt;

/** The period said by the nearest caption or title that says one, then by sheet and file. */
export function findPeriodLine(around: Surroundings): PeriodFinding {
  const said = around.lines.filter((l) => l.facets.periods.length > 0 && isTelling(l.facets));
  const [nearest, ...further] = said;
  if (nearest) return fromLine(nearest, further);
  for (const line of [around.sheet, around.file]) {
    const [part, second] = line.facets.periods;
    if (part && !second) return { kind: "part", part, text: line.text, explained: false };
  }
  return { kind: "none" };
}

function fromLine({ text, facets }: Line, further: readonly Line[]): PeriodFinding {
  const [part, second] = facets.periods;
  if (!part) return { kind: "none" };
  const explained = isExplained(facets);
  const found = { kind: "part", part, text, explained } as const;
  if (facets.isPeriodTold) return found;
  if (second) {
    const full = facets.periods.flatMap((p) => fullPeriod(p) ?? []);
    if (full.length === facets.periods.length) return asking(text, askPeriods(full));
    return doubtful(text, "ce titre dit plusieurs périodes");
  }
  // a text that is not understood whole may not be about the table: a wider one that says another period is a rival
  const own = explained ? undefined : fullPeriod(part);
  if (!own) return found;
  const rival = further
    .values()
    .flatMap((l) => l.facets.periods.map((p) => ({ text: l.text, period: fullPeriod(p) })))
    .find(({ period }) => period !== undefined && !samePeriod(period, own));
  if (!rival?.period) return found;
  return asking(text, askPeriods([own, rival.period]));
}
