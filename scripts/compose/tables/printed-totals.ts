/** Totals printed in the statements: shown apart, as sent, beside those of the year before; the program adds nothing up. */

import type { Table, TableCell, TableRow } from "../../model/document/table.ts";
import { FORCE_LABELS, formatDifference, formatNumber, formatPeriodShort } from "../../model/format.ts";
import { type Force, type Observation, provenanceKey, type StatementId } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { comparePeriods, lengthOf, samePeriod, shiftYears } from "../../model/period.ts";
import { labelKey } from "../../nomenclature/index.ts";
import { ABSENT, UNKNOWN } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { slug } from "../context/numbering.ts";
import { source } from "../sentences/notes.ts";
import { totalsNotes } from "../sentences/totals-note.ts";

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
    title: `${statementLabel(c, statement)} : totaux tels que transmis${totals.some((total) => yearBefore(c, total) !== undefined) ? ", à côté de ceux de l'année précédente" : ""}`,
    columns: [
      { id: "ligne", label: "Libellé transmis", kind: "label" },
      { id: "periode", label: "Période", kind: "text" },
      { id: "force", label: "Service", kind: "text" },
      { id: "nombre", label: "Nombre", kind: "number" },
      { id: "nombre-avant", label: "Un an plus tôt", kind: "number" },
      { id: "ecart", label: "Écart", kind: "number" },
    ],
    rows: totals.map((total) => row(total, yearBefore(c, total))),
    champ: `${c.settings.commune.name} ; lignes de total de l'état, dans leur libellé d'origine.`,
    source: source(c, statement),
    notes: [
      "Ces totaux réunissent des unités différentes (victimes, véhicules, infractions). Le programme les montre tels que transmis, n'en calcule aucun et n'en tire aucune lecture.",
      ...totalsNotes(c, totals),
    ],
  };
}

const row = (total: Observation, before: Observation | undefined): TableRow => ({
  line: slug(total.label),
  level: 0,
  cells: [
    { text: total.label },
    { text: formatPeriodShort(total.period) },
    { text: FORCE_LABELS[total.force] },
    totalCell(total),
    totalCell(before),
    total.value === null || before?.value == null
      ? UNKNOWN
      : { text: formatDifference(total.value - before.value), sort: total.value - before.value },
  ],
});

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
