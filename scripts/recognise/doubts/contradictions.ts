/** One file that says a figure twice with two values has been misread, or is wrong: its tables are refused, with both cells. */
import { FORCE_LABELS, formatCell, formatNumber, formatPeriod, quote } from "../../model/format.ts";
import type { Observation } from "../../model/observation.ts";
import { periodKey } from "../../model/period.ts";
import { lineKey } from "../../nomenclature/index.ts";
import { countsIn, doubtful, ofKind } from "../layout/outcome.ts";
import type { OpenTable } from "../table/table.ts";
import { type Doubted, readingsOf } from "./rule.ts";

const HINT =
  "Si un titre ou un en-tête dit une autre période ou une autre force que celle qui a été lue, écrivez-le dans data/convention.yaml, sous « mots: » ; si l'une des deux colonnes est à laisser, comme une version provisoire, écrivez « lecture: ignorer » avec son en-tête. Sinon demandez un fichier corrigé.";

export function* contradictions(tables: readonly OpenTable[]): Iterable<Doubted> {
  const read = tables.filter((t) => t.readings.every(({ outcomes }) => ofKind(outcomes, "doubt").length === 0));
  const counts = readingsOf(read).flatMap((reading) =>
    countsIn(reading.outcomes).map(({ observation: own }) => ({ reading, own })),
  );
  const figures = counts.filter(({ own }) => own.value !== null && own.kind !== "total");
  const said = [...Map.groupBy(figures, ({ own }) => keyOf(own)).values()];
  const contradicted = said.filter(([first, ...others]) => others.some(({ own }) => own.value !== first?.own.value));
  const [[first, ...others] = []] = contradicted;
  const other = others.find(({ own }) => own.value !== first?.own.value);
  if (!first || !other) return;
  const { label, force, period } = first.own;
  const text = `${label}, ${FORCE_LABELS[force]}, ${formatPeriod(period)}`;
  // one question for all of them
  const instead = doubtful(text, `il y est ${where(first.own)} et ${where(other.own)}`, HINT);
  for (const { reading, own } of contradicted.flat())
    yield { reading, instead, of: ({ observation }) => observation === own };
}

const keyOf = (o: Observation): string => [lineKey(o), o.force, periodKey(o.period)].join("|");

/** 12 (« Feuil1 », ligne 4, colonne C) */
const where = ({ value, provenance: p }: Observation): string =>
  `${value === null ? "" : formatNumber(value)} (${quote(p.part)}, ${formatCell(p)})`;
