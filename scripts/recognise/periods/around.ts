/** The period that the texts around a table say: captions and titles, then the sheet, then the file. */
import { samePeriod } from "../../model/period.ts";
import { asking, type Doubt, doubtful } from "../layout/outcome.ts";
import type { Line, Surroundings } from "../layout/surroundings.ts";
import { fullPeriod, type PeriodPart, saysNoMonths } from "../words/period-part.ts";
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
  const [nearest, above] = said;
  const broken = nearest && above && joinBroken(nearest, above);
  if (nearest) return fromLine(broken ?? nearest, said.slice(broken ? 2 : 1));
  for (const line of [around.sheet, around.file]) {
    const [part, second] = line.facets.periods;
    if (part && !second) return { kind: "part", part, text: line.text, explained: false };
  }
  return { kind: "none" };
}

/** "1er trimestre" over "2025", "Trimestre : T1" over "Année : 2025", in one column and two rows that follow each other: one caption on two lines. */
function joinBroken(year: Line, months: Line): Line | undefined {
  const [part, second] = year.facets.periods;
  const [own, another] = months.facets.periods;
  const isUnder = year.cell && months.cell && year.cell.row === months.cell.row + 1;
  if (!isUnder || !part || second || part.year === undefined || !saysNoMonths(part)) return undefined;
  if (!own?.within || another || own.year !== undefined || own.full) return undefined;
  const periods = [{ ...own, year: part.year }];
  return { ...months, text: `${months.text} ${year.text}`, facets: { ...months.facets, periods } };
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
