/** Totals printed in the statements: shown apart, as sent; the program adds nothing up and reads nothing in them. */
import type { Table } from "../../model/document/table.ts";
import { FORCE_LABELS, formatNumber, formatPeriodShort } from "../../model/format.ts";
import { type Force, type Observation, provenanceKey, type StatementId } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { comparePeriods, lengthOf } from "../../model/period.ts";
import { ABSENT } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { slug } from "../context/numbering.ts";
import { source } from "../sentences/notes.ts";
import { type Column, column, tableOf } from "./table-of.ts";

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
  const columns: readonly Column<Observation>[] = [
    column.label("ligne", "Libellé transmis", ({ label }) => label),
    column.text("periode", "Période", ({ period }) => formatPeriodShort(period)),
    column.text("force", "Service", ({ force }) => FORCE_LABELS[force]),
    column.number("nombre", "Nombre", ({ value, provenance }) => ({
      text: value === null ? ABSENT.missing.mark : formatNumber(value),
      sort: value,
      from: [provenanceKey(provenance)],
    })),
  ];
  return tableOf(c, totals, ({ label }) => slug(label), columns, {
    title: `${statementLabel(c, statement)} : totaux tels que transmis`,
    champ: `${c.settings.commune.name} ; lignes de total de l'état, dans leur libellé d'origine.`,
    source: source(c, statement),
    notes: [
      "Ces totaux réunissent des unités différentes (victimes, véhicules, infractions) et sont ceux du jour de l'envoi : ce qui a été révisé depuis n'y est pas. Le programme n'en calcule aucun et n'en tire aucune lecture.",
    ],
  });
}
