/** One file that says a figure twice with two values has been misread, or is wrong: its tables are refused, with both cells. */
import { FORCE_LABELS, formatCell, formatPeriod, quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import type { Observation, Reading } from "../../model/observation.ts";
import { periodKey } from "../../model/period.ts";
import { lineKey, stripNumber } from "../../nomenclature/index.ts";
import type { TableReading } from "../table/table.ts";

const keyOf = (o: Observation): string => [lineKey(o), o.force, periodKey(o.period)].join("|");

/** Two counts of one line, force and period, with two values. */
type Pair = readonly [Observation, Observation];

function findContradictions(observations: readonly Observation[]): readonly Pair[] {
  const first = new Map<string, Observation>();
  const pairs: Pair[] = [];
  for (const o of observations) {
    if (o.value === null || o.kind === "total") continue;
    const known = first.get(keyOf(o));
    if (known === undefined) first.set(keyOf(o), o);
    else if (known.value !== o.value) pairs.push([known, o]);
  }
  return pairs;
}

const isNumbered = (label: string): boolean => stripNumber(label) !== label.trim();

/**
 * An unknown label that may stand under several lines: "dont tentatives" and "dont tentatives", "27.1 - dont tentatives" and "28.1 -
 * dont tentatives". With its number here and without it there, it is one line.
 */
const isRepeated = ([a, b]: Pair): boolean => a.indicator === null && isNumbered(a.label) === isNumbered(b.label);

/**
 * The grids of one file, without what it says twice with two values. Of one line: a table has been misread, or is wrong; both are
 * refused, with an error that names the two cells. Of a label that stands under several lines, nothing tells which: its counts are
 * left out, with a warning.
 */
export function refuseContradictions(tables: readonly TableReading[]): readonly TableReading[] {
  const pairs = findContradictions(tables.flatMap((t) => t.observations));
  const wrong = pairs.filter((pair) => !isRepeated(pair));
  const repeated = new Map(pairs.filter(isRepeated).map((pair) => [lineKey(pair[0]), pair]));
  const parts = new Set(wrong.flatMap((pair) => pair.map((o) => o.provenance.part)));
  return tables.map((t) => {
    if (parts.has(t.table.grid.part))
      return refused(
        t,
        wrong.filter(([, later]) => later.provenance.part === t.table.grid.part),
      );
    return repeated.size > 0 ? withoutRepeated(t, repeated) : t;
  });
}

function withoutRepeated(t: TableReading, repeated: ReadonlyMap<string, Pair>): TableReading {
  const isLost = (o: Observation): boolean => o.kind === "line" && repeated.has(lineKey(o));
  const lost = t.observations.filter(isLost);
  if (lost.length === 0) return t;
  const why = "libellé répété, sans que rien ne dise de quelle ligne il dépend";
  const reading = (r: Reading): Reading =>
    r.kind === "count" && isLost(r.observation) ? { kind: "not-understood", why } : r;
  const issues = [...Map.groupBy(lost, lineKey)].flatMap(([key, [first]]): readonly Issue[] => {
    const pair = repeated.get(key);
    if (!first || !pair) return [];
    return [
      {
        rule: "row-not-understood",
        severity: "warning",
        message: `La ligne ${quote(first.label)} n'est pas reprise : elle est répétée avec des valeurs différentes, ${pair.map(where).join(" et ")}, sans que rien ne dise de quelle ligne elle dépend.`,
        hint: "Demandez au service un libellé complet pour chacune, par exemple « Tentatives de cambriolage » au lieu de « dont tentatives ».",
        place: first.provenance,
        actual: first.label,
      },
    ];
  });
  return {
    ...t,
    table: { ...t.table, readings: t.table.readings.map((row) => row.map(reading)) },
    observations: t.observations.filter((o) => !isLost(o)),
    issues: [...t.issues, ...issues],
  };
}

const WHY = "tableau refusé : un même chiffre y a deux valeurs";

function refused(t: TableReading, pairs: readonly Pair[]): TableReading {
  const withoutCounts = (r: Reading): Reading => (r.kind === "count" ? { kind: "not-understood", why: WHY } : r);
  return {
    table: { ...t.table, readings: t.table.readings.map((row) => row.map(withoutCounts)) },
    observations: [],
    undated: [],
    printed: [],
    issues: [...t.issues, ...describe(pairs)],
  };
}

/** 12 (« Feuil1 », ligne 4, colonne C) */
const where = ({ value, provenance: p }: Observation): string => `${value} (${quote(p.part)}, ${formatCell(p)})`;

/** One issue for the first pair; the others are counted. */
function describe(pairs: readonly Pair[]): readonly Issue[] {
  const [pair] = pairs;
  if (!pair) return [];
  const [a, b] = pair;
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
