/** One file that says a figure twice with two values has been misread, or is wrong: its tables are refused, with both cells. */
import { FORCE_LABELS, formatPeriod, quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import type { Observation, Reading } from "../../model/observation.ts";
import { periodKey } from "../../model/period.ts";
import { fold } from "../../nomenclature/index.ts";
import type { TableReading } from "../table/table.ts";

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

/** The line without its force and period: what a sub-line under several lines ("dont tentatives") has in common. */
const lineKey = (o: Observation): string => `${o.statement}|${o.family ?? ""}|${fold(o.label)}`;

/**
 * The grids of one file, without what it says twice with two values. Of a line of the nomenclature: a table has been misread,
 * or is wrong; both are refused, with an error that names the two cells. Of an unknown line: its label stands under several
 * lines, and nothing tells which; its counts are left out, with a warning.
 */
export function refuseContradictions(tables: readonly TableReading[]): readonly TableReading[] {
  const pairs = findContradictions(tables.flatMap((t) => t.observations));
  const known = pairs.filter(([o]) => o.indicator !== null);
  const repeated = new Set(pairs.flatMap(([o]) => (o.indicator === null ? [lineKey(o)] : [])));
  const parts = new Set(known.flatMap((pair) => pair.map((o) => o.provenance.part)));
  return tables.map((t) => {
    if (parts.has(t.table.grid.part))
      return refused(
        t,
        known.filter(([, later]) => later.provenance.part === t.table.grid.part),
      );
    return repeated.size > 0 ? withoutRepeated(t, repeated) : t;
  });
}

function withoutRepeated(t: TableReading, repeated: ReadonlySet<string>): TableReading {
  const isRepeated = (o: Observation): boolean => o.indicator === null && o.kind === "line" && repeated.has(lineKey(o));
  const lost = t.observations.filter(isRepeated);
  if (lost.length === 0) return t;
  const why = "libellé répété, sans que rien ne dise de quelle ligne il dépend";
  const reading = (r: Reading): Reading =>
    r.kind === "count" && isRepeated(r.observation) ? { kind: "not-understood", why } : r;
  const issues = [...Map.groupBy(lost, lineKey).values()].flatMap(([first]): readonly Issue[] =>
    first
      ? [
          {
            rule: "row-not-understood",
            severity: "warning",
            message: `La ligne ${quote(first.label)} n'est pas reprise : elle est répétée avec des valeurs différentes, sans que rien ne dise de quelle ligne elle dépend.`,
            hint: "Demandez au service un libellé complet pour chacune, par exemple « Tentatives de cambriolage » au lieu de « dont tentatives ».",
            place: first.provenance,
            actual: first.label,
          },
        ]
      : [],
  );
  return {
    ...t,
    table: { ...t.table, readings: t.table.readings.map((row) => row.map(reading)) },
    observations: t.observations.filter((o) => !isRepeated(o)),
    issues: [...t.issues, ...issues],
  };
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
