/** Totals printed in the statements: shown apart, as sent; the program adds nothing up. */

import type { Table } from "../../model/bulletin.ts";
import { formatNumber } from "../../model/format.ts";
import type { Force, StatementId } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { comparePeriods, lengthOf } from "../../model/period.ts";
import { ABSENT } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { source } from "../sentences/notes.ts";
import { countsAsSent } from "./counts-as-sent.ts";

const FORCES: readonly Force[] = ["ensemble", "PN", "GN"];

/** undefined when the statement prints no total. The quarter first, then the longer periods. */
export function printedTotalsTable(c: Context, statement: StatementId): Table | undefined {
  const totals = c.analysis.printedTotals
    .filter((o) => o.statement === statement)
    .toSorted(
      (a, b) =>
        compareText(a.label, b.label) ||
        lengthOf(a.period) - lengthOf(b.period) ||
        comparePeriods(a.period, b.period) ||
        FORCES.indexOf(a.force) - FORCES.indexOf(b.force),
    );
  if (totals.length === 0) return undefined;
  return {
    ...c.numbering.nextTable(),
    title: `${statementLabel(c, statement)} : totaux tels que transmis`,
    ...countsAsSent(totals, ({ value }) => (value === null ? ABSENT.missing.mark : formatNumber(value))),
    champ: `${c.settings.commune.name} ; lignes de total de l'état, dans leur libellé d'origine.`,
    source: source(c, statement),
    notes: [
      "Ces totaux réunissent des unités différentes (victimes, véhicules, infractions). Le programme les montre tels que transmis, n'en calcule aucun et n'en tire aucune lecture.",
    ],
  };
}
