/** Totals printed in the statements: shown apart, as sent, beside those of the year before; the program adds nothing up. */
import type { Table, TableCell } from "../../model/document/table.ts";
import { FORCE_LABELS, formatNumber, formatPeriodShort, joinWords } from "../../model/format.ts";
import { type Force, type Observation, provenanceKey, type StatementId } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { comparePeriods, lengthOf, samePeriod, shiftYears } from "../../model/period.ts";
import { labelKey, lineKey } from "../../nomenclature/index.ts";
import { ABSENT, differenceCell, UNKNOWN } from "../context/cells.ts";
import { type Context, statementLabel } from "../context/context.ts";
import { type CountedLine, foremostLines } from "../context/lines.ts";
import { slug } from "../context/numbering.ts";
import { source } from "../sentences/notes.ts";
import { present } from "../words/present.ts";
import { quoted } from "../words/words.ts";
import { type Column, column, tableOf } from "./table-of.ts";

const FORCES: readonly Force[] = ["ensemble", "PN", "GN"];

/** undefined when the statement prints no total. The quarter first, then the longer periods. */
export function printedTotalsTable(c: Context, statement: StatementId): Table | undefined {
  const totals = c.analysis.printedTotals
    .filter((o) => o.statement === statement)
    .toSorted(
      (a, b) =>
        compareText(a.label, b.label) ||
        lengthOf(a.period) - lengthOf(b.period) ||
        comparePeriods(a.period, b.period) ||
        FORCES.indexOf(a.force) - FORCES.indexOf(b.force),
    );
  if (totals.length === 0) return undefined;
  const rows = totals.map((total) => ({ total, before: yearBefore(c, total) }));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    column.label("ligne", "Libellé transmis", ({ total }) => total.label),
    column.text("periode", "Période", ({ total }) => formatPeriodShort(total.period)),
    column.text("force", "Service", ({ total }) => FORCE_LABELS[total.force]),
    column.number("nombre", "Nombre", ({ total }) => totalCell(total)),
    column.number("nombre-avant", "Un an plus tôt", ({ before }) => totalCell(before)),
    column.number("ecart", "Écart", ({ total, before }) =>
      differenceCell(total, before, null, Number.POSITIVE_INFINITY),
    ),
  ];
  return tableOf(c, rows, ({ total }) => slug(total.label), columns, {
    title: `${statementLabel(c, statement)} : totaux tels que transmis${rows.some(({ before }) => before !== undefined) ? ", à côté de ceux de l'année précédente" : ""}`,
    champ: `${c.settings.commune.name} ; lignes de total de l'état, dans leur libellé d'origine.`,
    source: source(c, statement),
    notes: [
      "Ces totaux réunissent des unités différentes (victimes, véhicules, infractions). Le programme les montre tels que transmis, n'en calcule aucun et n'en tire aucune lecture.",
      totalsNotes(c, totals),
    ],
  });
}

const totalCell = (total: Observation | undefined): TableCell =>
  total === undefined
    ? UNKNOWN
    : {
        text: total.value === null ? ABSENT.missing.mark : formatNumber(total.value),
        sort: total.value,
        from: [provenanceKey(total.provenance)],
      };

/** The same total of the same months a year earlier, as the latest delivery that has it prints it. */
const yearBefore = (c: Context, total: Observation): Observation | undefined =>
  c.recognitions
    .flatMap((r) => r.observations)
    .filter(
      (o) =>
        o.kind === "total" &&
        o.statement === total.statement &&
        o.force === total.force &&
        labelKey(o.label) === labelKey(total.label) &&
        samePeriod(o.period, shiftYears(total.period, -1)),
    )
    .at(-1);

/** A total beside the counts of its own table, period and force, by line; sub-lines stand in their family. */
interface Checked {
  readonly total: Observation;
  readonly counts: ReadonlyMap<string, number>;
}

/** Are they the sums of their lines, and which lines were revised since? Nothing when one of their lines has no count. */
function totalsNotes(c: Context, totals: readonly Observation[]): readonly string[] {
  const lines = foremostLines(c).filter(({ whole }) => whole.statement === totals[0]?.statement);
  const byKey = new Map(lines.map((line) => [lineKey(line.whole), line] as const));
  const checked = totals.flatMap((total) => checkedOf(c, total, byKey) ?? []);
  if (checked.length === 0) return [];
  const areSums = checked.every(({ total, counts }) => sum(counts.values()) === total.value);
  const revised = [...byKey].flatMap(([key, line]) =>
    checked.some(({ total, counts }) => isRevised(counts.get(key), currentCount(line, total))) ? [line.label] : [],
  );
  return present(
    areSums
      ? "Chaque total est la somme des lignes de son tableau."
      : "Ces totaux ne sont pas la somme des lignes de leur tableau ; ce qu'ils ajoutent ou laissent de côté n'est pas dit par l'état.",
    revised.length > 0 &&
      `Transmis avant la révision de ${joinWords(revised.map(quoted))} : ces totaux n'en tiennent pas compte.`,
  );
}

/** What the bulletin prints today of that line, for the total's force and period; undefined where it prints none. */
function currentCount(
  { whole, police, gendarmerie }: CountedLine,
  { force, period }: Observation,
): number | null | undefined {
  const a = [whole, police, gendarmerie].find((x) => x?.force === force);
  return a && [a.quarter, a.cumulative, a.rolling].find((figure) => samePeriod(figure.period, period))?.value;
}

const isRevised = (sent: number | undefined, current: number | null | undefined): boolean =>
  sent !== undefined && current != null && sent !== current;

const sum = (values: Iterable<number>): number => [...values].reduce((x, y) => x + y, 0);

/** undefined for a total that is not known, or with a line whose count is not. */
function checkedOf(c: Context, total: Observation, lines: ReadonlyMap<string, CountedLine>): Checked | undefined {
  const { file, part } = total.provenance;
  const beside = c.recognitions
    .flatMap((r) => r.observations)
    .filter(
      (o) =>
        o.kind === "line" &&
        o.provenance.file === file &&
        o.provenance.part === part &&
        o.force === total.force &&
        samePeriod(o.period, total.period) &&
        lines.has(lineKey(o)),
    );
  if (total.value === null || beside.length === 0 || beside.some((o) => o.value === null)) return undefined;
  return { total, counts: new Map(beside.map((o) => [lineKey(o), o.value ?? 0])) };
}
