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
    ...c.recognitions.flatMap((r) => r.observations.map((o) => received(c, o, revisedBy))),
    ...c.analysis.analyses.flatMap((a) => derivedRows(c, a)),
  ];
}

/** `revised`: the delivery whose count replaces this one; empty when this one stands. */
const received = (c: Context, o: Observation, revisedBy: ReadonlyMap<string, string>): TidyRow => ({
  ...namesOf(o),
  period: periodKey(o.period),
  value: o.value,
  status: o.status,
  delivery: o.delivery,
  revised: revisedBy.get(provenanceKey(o.provenance)) ?? "",
  provenance: c.printed.provenance(o.provenance),
});

/** Its place is that of the last count that it was computed from: the half-year, for a second quarter computed from it. */
const derivedRows = (c: Context, a: Analysis): readonly TidyRow[] =>
  a.series.flatMap(({ figure: { period, value, status, from } }) => {
    const provenance = from.at(-1);
    if (status !== "derived" || provenance === undefined) return [];
    const delivery = deliveryOfPath(provenance.file) ?? "";
    const place = c.printed.provenance(provenance);
    return [{ ...namesOf(a), period: periodKey(period), value, status, delivery, revised: "", provenance: place }];
  });

const namesOf = ({ statement, indicator, label, force }: Observation | Analysis) => ({
  statement,
  indicator: indicator ?? "",
  label,
  force,
});
