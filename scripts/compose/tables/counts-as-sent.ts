/** A table of counts as they were sent: label, period, force and number, with no comparison and no reading. */
import type { Table } from "../../model/document/table.ts";
import { FORCE_LABELS, formatPeriodShort } from "../../model/format.ts";
import { type Observation, provenanceKey, type Undated } from "../../model/observation.ts";
import { slug } from "../context/numbering.ts";

type Sent = Observation | Undated;
const periodOf = (count: Sent): string => ("period" in count ? formatPeriodShort(count.period) : "non précisée");
const forceOf = (count: Sent): string =>
  count.force === null || ("forceUnsaid" in count && count.forceUnsaid) ? "non précisé" : FORCE_LABELS[count.force];

/** @param text what is printed of a count: its value in French, or the cell as it was written */
export const countsAsSent = (
  counts: readonly Sent[],
  text: (count: Sent) => string,
): Pick<Table, "columns" | "rows"> => ({
  columns: [
    { id: "ligne", label: "Libellé transmis", kind: "label" },
    { id: "periode", label: "Période", kind: "text" },
    { id: "force", label: "Service", kind: "text" },
    { id: "nombre", label: "Nombre", kind: "number" },
  ],
  rows: counts.map((o) => ({
    line: slug(o.label),
    level: 0,
    cells: [
      { text: o.label },
      { text: periodOf(o) },
      { text: forceOf(o) },
      { text: text(o), sort: o.value, from: [provenanceKey(o.provenance)] },
    ],
  })),
});
