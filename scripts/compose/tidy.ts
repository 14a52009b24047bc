/** Rows of donnees.csv: every count as received, then the quarters that the program derived; each with where it comes from. */
import type { Analysis } from "../model/analysis.ts";
import { deliveryOfPath } from "../model/delivery.ts";
import type { TidyRow } from "../model/document/control-sheet.ts";
import { type Observation, provenanceKey } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import type { Context } from "./context/context.ts";

export function tidyRows(c: Context): readonly TidyRow[] {
  const revisedBy = new Map(c.analysis.revisions.map((r) => [provenanceKey(r.old.provenance), r.new.delivery]));
  return [
    ...c.recognitions.flatMap((r) => r.observations.map((o) => received(o, revisedBy))),
    ...c.analysis.analyses.flatMap(derivedRows),
  ];
}

/** `revised`: the delivery whose count replaces this one; empty when this one stands. */
const received = (o: Observation, revisedBy: ReadonlyMap<string, string>): TidyRow => ({
  statement: o.statement,
  indicator: o.indicator ?? "",
  label: o.label,
  force: o.force,
  period: periodKey(o.period),
  value: o.value,
  status: o.status,
  delivery: o.delivery,
  revised: revisedBy.get(provenanceKey(o.provenance)) ?? "",
  provenance: o.provenance,
});

/** Its place is that of the last count that it was computed from: the half-year, for a second quarter computed from it. */
function derivedRows(a: Analysis): readonly TidyRow[] {
  return a.series.flatMap(({ figure }) => {
    const provenance = figure.from.at(-1);
    if (figure.status !== "derived" || provenance === undefined) return [];
    return [
      {
        statement: a.statement,
        indicator: a.indicator ?? "",
        label: a.label,
        force: a.force,
        period: periodKey(figure.period),
        value: figure.value,
        status: figure.status,
        delivery: deliveryOfPath(provenance.file) ?? "",
        revised: "",
        provenance,
      },
    ];
  });
}
