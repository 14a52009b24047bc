/** One file that says a figure twice with two values has been misread, or is wrong: its tables are refused, with both cells. */
import { FORCE_LABELS, formatCell, formatPeriod, quote } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import type { Observation, Reading } from "../../model/observation.ts";
import { periodKey } from "../../model/period.ts";
import { lineKey } from "../../nomenclature/index.ts";
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

/** The grids of one file, without those that say one figure twice with two values: an error names the two cells. */
export function refuseContradictions(tables: readonly TableReading[]): readonly TableReading[] {
  const pairs = findContradictions(tables.flatMap((t) => t.observations));
  const partOf = (o: Observation): string => o.provenance.part;
  const parts = new Set(pairs.flatMap((pair) => pair.map(partOf)));
  return tables.map((t) => {
    const { part } = t.table.grid;
    if (!parts.has(part)) return t;
    const own = pairs.filter(([, later]) => partOf(later) === part);
    const readings = t.table.readings.map((row) => row.map((r) => (r.kind === "count" ? REFUSED : r)));
    const issues = [...t.issues, ...describe(own)];
    return { table: { ...t.table, readings }, observations: [], undated: [], printed: [], issues };
  });
}

const REFUSED: Reading = { kind: "not-understood", why: "tableau refusé : un même chiffre y a deux valeurs" };

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
      hint: "Si un titre ou un en-tête dit une autre période ou une autre force que celle qui a été lue, écrivez-le dans data/convention.yaml, sous « mots: » ; si l'une des deux colonnes est à laisser, comme une version provisoire, écrivez « lecture: ignorer » avec son en-tête. Sinon demandez un fichier corrigé.",
      place: b.provenance,
      actual: String(b.value),
      expected: String(a.value),
    },
  ];
}
