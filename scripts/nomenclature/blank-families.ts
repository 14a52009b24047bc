/** « Case vide : aucun fait »: a family left blank over lines that are all without a fact has none either. */

import { type Observation, provenanceKey, type Recognition } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { markOf } from "./legend.ts";

const placeOf = ({ statement, force, period, provenance }: Observation): string =>
  [statement, provenance.part, force, periodKey(period)].join("|");

/** A family whose place holds the mark that stands for no fact in one of its lines; nothing else that a person may see stands there. */
export function withBlankFamilies(recognition: Recognition): Recognition {
  const { observations, tables } = recognition;
  const lines = Map.groupBy(
    observations.filter(({ kind, family }) => kind === "line" && family !== null),
    (o) => `${o.family} ${placeOf(o)}`,
  );
  const isNone = (o: Observation): boolean => {
    if (o.value !== null || o.indicator === null) return false;
    const parts = lines.get(`${o.indicator} ${placeOf(o)}`) ?? [];
    const mark = markOf(o.provenance.raw);
    return parts.every(({ value }) => value === 0) && parts.some(({ provenance }) => markOf(provenance.raw) === mark);
  };
  const besides = new Set(
    tables.flatMap(({ grid, readings }) =>
      readings.flatMap((row, r) =>
        row.flatMap((reading, c) =>
          reading.kind === "count" && grid.rows[r]?.[c]?.beside ? [provenanceKey(reading.observation.provenance)] : [],
        ),
      ),
    ),
  );
  const none = new Set(
    observations
      .filter(isNone)
      .map(({ provenance }) => provenanceKey(provenance))
      .filter((key) => !besides.has(key)),
  );
  if (none.size === 0) return recognition;
  const counted = (o: Observation): Observation =>
    none.has(provenanceKey(o.provenance)) ? { ...o, value: 0, status: "normal" } : o;
  return {
    ...recognition,
    observations: observations.map(counted),
    tables: tables.map((table) => ({
      ...table,
      readings: table.readings.map((row) =>
        row.map((reading) =>
          reading.kind === "count" ? { ...reading, observation: counted(reading.observation) } : reading,
        ),
      ),
    })),
  };
}
