/** The lines of the statements: which observations tell of the same thing, and what it is called. */

import type { Analysis } from "../model/analysis.ts";
import type { Indicator, Nomenclature, SeriesBreak } from "../model/nomenclature.ts";
import { entersSeries, type Observation, type StatementId } from "../model/observation.ts";
import { comparePlaces, compareText } from "../model/order.ts";
import type { Settings } from "../model/settings.ts";
import { declaredKey, findIndicator, lineKey, stripNumber } from "../nomenclature/index.ts";
import { breaksOf } from "./breaks.ts";
import { type Cell, cellsOf } from "./vintage.ts";

export interface Line
  extends Pick<Analysis, "statement" | "indicator" | "label" | "unit" | "family" | "level" | "grave"> {
  /** What a rate is divided by; null for a line that the nomenclature does not know: no rate is then computed. */
  readonly denominator: Indicator["denominator"] | null;
  readonly breaks: readonly SeriesBreak[];
  readonly cells: readonly Cell[];
}

/**
 * The counts by line, in the order of the nomenclature; unknown lines after those of their statement; statements that it does not know last.
 * Totals and other documents are left out: they are shown as sent.
 */
export function linesOf(
  observations: readonly Observation[],
  nomenclature: Nomenclature,
  settings: Settings,
): readonly Line[] {
  const own = observations.filter(entersSeries);
  const lines = [...Map.groupBy(own, lineKey)].map(([key, group]) => ({
    key,
    line: toLine(group, nomenclature, settings),
  }));
  const rank = rankOf(nomenclature);
  return lines
    .sort(
      (a, b) =>
        rank(a.line.statement) - rank(b.line.statement) ||
        rank(a.line.statement, a.line.indicator) - rank(b.line.statement, b.line.indicator) ||
        compareText(a.key, b.key),
    )
    .map(({ line }) => line);
}

function toLine(group: readonly Observation[], nomenclature: Nomenclature, settings: Settings): Line {
  // the latest label sent, whatever the order of the input
  const latest = group.reduce((best, o) =>
    (compareText(best.delivery, o.delivery) || comparePlaces(o.provenance, best.provenance)) < 0 ? o : best,
  );
  const { statement, indicator: id } = latest;
  const indicator = id === null ? undefined : findIndicator(nomenclature, statement, id);
  const label = indicator?.label ?? stripNumber(latest.label);
  const declared = settings.labels.find((l) => declaredKey(l) === declaredKey(latest));
  const isFamily =
    indicator !== undefined &&
    nomenclature.statements.some((s) => s.id === statement && s.indicators.some((i) => i.family === indicator.id));
  return {
    statement,
    indicator: id,
    label,
    unit: indicator?.unit ?? declared?.unit ?? null,
    family: indicator ? indicator.family : latest.family,
    level: isFamily ? "family" : "line",
    grave: indicator?.grave ?? false,
    denominator: indicator?.denominator ?? null,
    breaks: breaksOf(statement, indicator, label, settings),
    cells: cellsOf(group),
  };
}

/** Position of a statement, or of an indicator within its statement; the greatest number for an unknown one. */
function rankOf(nomenclature: Nomenclature): (statement: StatementId, indicator?: string | null) => number {
  const last = Number.MAX_SAFE_INTEGER;
  const statements = new Map(
    nomenclature.statements.map((s, rank) => [
      s.id,
      { rank, indicators: new Map(s.indicators.map((i, r) => [i.id, r])) },
    ]),
  );
  return (statement, indicator) => {
    const found = statements.get(statement);
    if (indicator === undefined) return found?.rank ?? last;
    return indicator === null ? last : (found?.indicators.get(indicator) ?? last);
  };
}
