/** One file that says a figure twice with two values has been misread, or is wrong: its tables are refused, with both cells. */
import { FORCE_LABELS, formatPeriod, quote } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import type { Observation, Reading } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { fold } from "../nomenclature/index.ts";
import type { TableReading } from "./table.ts";

const keyOf = (o: Observation): string =>
  [o.statement, o.indicator ?? `${o.family ?? ""}/${fold(o.label)}`, o.kind, o.force, periodKey(o.period)].join("|");

/** Pairs of counts of one key with two values. */
function findContradictions(observations: readonly Observation[]): readonly (readonly [Observation, Observation])[] {
  const first = new Map<string, Observation>();
  const pairs: [Observation, Observation][] = [];
  for (const o of observations) {
    if (o.value === null || o.kind === "total") continue;
    const known = first.get(keyOf(o));
    if (known === undefined) first.set(keyOf(o), o);
    else if (known.value !== o.value) pairs.push([known, o]);
  }
  return pairs;
}

/** The grids of one file, those of two contradictory figures without their counts and with an error that names both cells. */
export function refuseContradictions(tables: readonly TableReading[]): readonly TableReading[] {
  const pairs = findContradictions(tables.flatMap((t) => t.observations));
  if (pairs.length === 0) return tables;
  const parts = new Set(pairs.flatMap((pair) => pair.map((o) => o.provenance.part)));
  return tables.map((t) =>
    parts.has(t.table.grid.part)
      ? refused(
          t,
          pairs.filter(([, later]) => later.provenance.part === t.table.grid.part),
        )
      : t,
  );
}

const WHY = "tableau refusé : un même chiffre y a deux valeurs";

function refused(t: TableReading, pairs: readonly (readonly [Observation, Observation])[]): TableReading {
  const withoutCounts = (r: Reading): Reading => (r.kind === "count" ? { kind: "not-understood", why: WHY } : r);
  return {
    table: { ...t.table, readings: t.table.readings.map((row) => row.map(withoutCounts)) },
    observations: [],
    printed: [],
    issues: [...t.issues, ...describe(pairs)],
  };
}

/** One issue for the first pair; the others are counted. */
function describe(pairs: readonly (readonly [Observation, Observation])[]): readonly Issue[] {
  const [pair] = pairs;
  if (!pair) return [];
  const [a, b] = pair;
  const where = (o: Observation) =>
    `${o.value} (${quote(o.provenance.part)}, ${o.provenance.name ?? `ligne ${o.provenance.row}`}, colonne ${o.provenance.column})`;
  const more = pairs.length > 1 ? ` ${pairs.length - 1} autre${pairs.length > 2 ? "s" : ""} de même.` : "";
  return [
    {
      rule: "same-figure-two-values",
      severity: "error",
      message: `Le tableau n'est pas lu : ${quote(a.label)} (${FORCE_LABELS[a.force]}, ${formatPeriod(a.period)}) y a deux valeurs, ${where(a)} et ${where(b)}.${more}`,
      hint: "Si un titre ou un en-tête dit une autre période ou une autre force que celle qui a été lue, écrivez-le dans data/convention.yaml, sous « mots: » ; sinon demandez un fichier corrigé.",
      place: b.provenance,
      actual: String(b.value),
      expected: String(a.value),
    },
  ];
}
