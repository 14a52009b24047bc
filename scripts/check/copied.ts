/** Figures that are those of another quarter line by line, or a total that is one force's while the other's column is empty. */
import { FORCE_LABELS, formatPeriod } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import { entersSeries, type Force, isCount, type Observation } from "../model/observation.ts";
import { isQuarter, periodKey } from "../model/period.ts";
import { lineKey } from "../nomenclature/index.ts";
import type { CheckContext } from "./context.ts";

/** Fewer lines, or fewer that hold something, may be the same by chance. */
const LINES = 5;
const FILLED = 3;

type Column = readonly Observation[];

const valuesOf = (column: Column): ReadonlyMap<string, number> =>
  new Map(column.filter(isCount).map((o) => [lineKey(o), o.value]));

function isCopy(one: Column, other: Column): boolean {
  const [own, known] = [valuesOf(one), valuesOf(other)];
  const values = [...own.values()];
  return (
    own.size >= LINES &&
    values.filter((value) => value > 0).length >= FILLED &&
    [...own].every(([line, value]) => known.get(line) === value)
  );
}

const HINT = "Vérifiez dans le fichier reçu, et demandez au service l'état complet de ce trimestre.";

export function* copied({ observations }: CheckContext): Iterable<Issue> {
  const columns = [
    ...Map.groupBy(
      observations.filter((o) => entersSeries(o) && isQuarter(o.period)),
      (o) => [o.provenance.file, o.statement, o.force, periodKey(o.period)].join("|"),
    ).values(),
  ].flatMap((column) => (column[0] ? [{ column, first: column[0] }] : []));
  const told = new Set<string>();
  for (const { column, first } of columns) {
    const { provenance, delivery, statement, force, period } = first;
    if (told.has(provenance.file)) continue;
    const tell = (message: string): Issue => {
      told.add(provenance.file);
      return { rule: "figures-copied", severity: "warning", message, hint: HINT, place: provenance };
    };
    const isSame = (other: Observation): boolean => other.statement === statement && other.force === force;
    const earlier = columns.find(
      (c) =>
        c.first.delivery < delivery && c.first.period.last < period.last && isSame(c.first) && isCopy(column, c.column),
    );
    if (earlier)
      yield tell(
        `Les chiffres du ${formatPeriod(period)} (${FORCE_LABELS[force].toLowerCase()}) sont, ligne pour ligne, ceux du ${formatPeriod(earlier.first.period)} : le même état a peut-être été envoyé deux fois.`,
      );
    const beside = (wanted: Force): Column =>
      columns.find(
        ({ first: o }) =>
          o.provenance.file === provenance.file &&
          o.statement === statement &&
          o.force === wanted &&
          periodKey(o.period) === periodKey(period),
      )?.column ?? [];
    const other: Force = force === "PN" ? "GN" : "PN";
    if (force !== "ensemble" && !column.some(isCount) && isCopy(beside("ensemble"), beside(other)))
      yield tell(
        `Aucun chiffre de la ${FORCE_LABELS[force].toLowerCase()} n'est donné pour le ${formatPeriod(period)}, et le total imprimé est celui de la seule ${FORCE_LABELS[other].toLowerCase()}.`,
      );
  }
}
