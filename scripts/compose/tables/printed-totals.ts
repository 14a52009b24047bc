/** Totals printed in the statements: shown apart, as sent; the program adds nothing up and reads nothing in them. */
import type { Table } from "../../model/document/table.ts";
import { FORCE_LABELS, formatPeriodShort } from "../../model/format.ts";
import type { Force, StatementId } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { comparePeriods, lengthOf, periodKey } from "../../model/period.ts";
import { NOTHING, sentCell } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { slug } from "../context/numbering.ts";
import { type Column, column, tableOf } from "./table-of.ts";

const FORCES: readonly Force[] = ["ensemble", "PN", "GN"];

/** A row for each total and period, a column for each force that has one. undefined when the statement prints no total. The quarter first, then the longer periods. */
export function printedTotalsTable(c: Context, statement: StatementId): Table | undefined {
  const totals = c.analysis.printedTotals
    .filter((o) => o.statement === statement)
    .toSorted(
      (a, b) =>
        compareText(a.label, b.label) || lengthOf(a.period) - lengthOf(b.period) || comparePeriods(a.period, b.period),
    );
  const rows = [...Map.groupBy(totals, ({ label, period }) => `${periodKey(period)} ${label}`).values()].flatMap(
    ([first, ...more]) => (first ? [{ ...first, sent: [first, ...more] }] : []),
  );
  if (rows.length === 0) return undefined;
  type Row = (typeof rows)[number];
  const columns: readonly Column<Row>[] = [
    column.label("ligne", "Libellé transmis", ({ label }) => label),
    column.text("periode", "Période", ({ period }) => formatPeriodShort(period)),
    ...FORCES.filter((force) => totals.some((o) => o.force === force)).map((force) =>
      column.number<Row>(
        force,
        FORCE_LABELS[force],
        ({ sent }) => sent.filter((o) => o.force === force).map(sentCell)[0] ?? NOTHING,
      ),
    ),
  ];
  return tableOf(c, rows, ({ label }) => slug(label), columns, {
    title: `${statementLabel(c, statement)} : totaux tels que transmis`,
    champ: `${c.settings.commune.name} ; lignes de total de l'état, dans leur libellé d'origine.`,
    source: "Celle du tableau précédent.",
    notes: [
      "Ces totaux réunissent des unités différentes (victimes, véhicules, infractions), peuvent laisser de côté des lignes du tableau, et sont ceux du jour de l'envoi : ce qui a été révisé depuis n'y est pas. Le programme n'en calcule aucun et n'en tire aucune lecture.",
    ],
  });
}
