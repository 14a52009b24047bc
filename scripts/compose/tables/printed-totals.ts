/** Totals printed in the statements: shown apart, as sent, beside those of the year before; the program adds nothing up. */

import type { Table, TableCell } from "../../model/document/table.ts";
import { FORCE_LABELS, formatNumber, formatPeriodShort } from "../../model/format.ts";
import { type Force, type Observation, provenanceKey, type StatementId } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { comparePeriods, lengthOf, samePeriod, shiftYears } from "../../model/period.ts";
import { labelKey } from "../../nomenclature/index.ts";
import { ABSENT, differenceCell, UNKNOWN } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { slug } from "../context/numbering.ts";
import { source } from "../sentences/notes.ts";
import { totalsNotes } from "../sentences/totals-note.ts";
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
  const rows = totals.map((total) => ({ total, before: yearBefore(c, total) }));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    column.label("ligne", "Libellé transmis", ({ total }) => total.label),
    column.text("periode", "Période", ({ total }) => formatPeriodShort(total.period)),
    column.text("force", "Service", ({ total }) => FORCE_LABELS[total.force]),
    column.number("nombre", "Nombre", ({ total }) => totalCell(total)),
    column.number("nombre-avant", "Un an plus tôt", ({ before }) => totalCell(before)),
    column.number("ecart", "Écart", ({ total, before }) =>
      differenceCell(total, before, null, Number.POSITIVE_INFINITY),
    ),
  ];
  return tableOf(c, rows, ({ total }) => slug(total.label), columns, {
    title: `${statementLabel(c, statement)} : totaux tels que transmis${rows.some(({ before }) => before !== undefined) ? ", à côté de ceux de l'année précédente" : ""}`,
    champ: `${c.settings.commune.name} ; lignes de total de l'état, dans leur libellé d'origine.`,
    source: source(c, statement),
    notes: [
      "Ces totaux réunissent des unités différentes (victimes, véhicules, infractions). Le programme les montre tels que transmis, n'en calcule aucun et n'en tire aucune lecture.",
      totalsNotes(c, totals),
    ],
  });
}

const totalCell = (total: Observation | undefined): TableCell =>
  total === undefined
    ? UNKNOWN
    : {
        text: total.value === null ? ABSENT.missing.mark : formatNumber(total.value),
        sort: total.value,
        from: [provenanceKey(total.provenance)],
      };

/** The same total of the same months a year earlier, as the latest delivery that has it prints it. */
const yearBefore = (c: Context, total: Observation): Observation | undefined =>
  c.recognitions
    .flatMap((r) => r.observations)
    .filter(
      (o) =>
        o.kind === "total" &&
        o.statement === total.statement &&
        o.force === total.force &&
        labelKey(o.label) === labelKey(total.label) &&
        samePeriod(o.period, shiftYears(total.period, -1)),
    )
    .at(-1);
