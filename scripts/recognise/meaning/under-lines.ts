/** "Homicides", then "Police" and "Gendarmerie" on rows of their own under it: each row belongs to the line above. */
import { quote } from "../../model/format.ts";
import { fold } from "../../nomenclature/index.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import type { ViewCell } from "../layout/view.ts";
import { isFamily } from "../words/labels.ts";
import type { Axis } from "./axis.ts";
import type { ReadRow } from "./context.ts";
import type { Table } from "./table-axes.ts";

interface Line {
  readonly label: string;
  readonly matches: Axis["matches"];
  /** Row of its own; null for a text alone above its rows. */
  readonly row: number | null;
  readonly hasFigures: boolean;
  readonly under: ReadRow[];
}

/** Of a row without a line: it says a force or a period in the column of labels. */
const saysOnlySide = (axis: Axis): boolean =>
  axis.unknown.length === 0 &&
  axis.conflict === null &&
  !axis.ignored &&
  (axis.force !== null || axis.total || axis.periods.length > 0);

const sequence = (line: Line): string => line.under.map(({ axis }) => fold(axis.texts.join("/"))).join("|");

/**
 * The rows of a table, those under a line joined to it. Only where every line is followed by one same sequence: "Police",
 * "Gendarmerie" after the last line alone are totals of the table. A line with figures of its own is the sum of the two forces
 * under it; one without is a heading, and counts nothing. A line with figures over rows of periods may be the sum of these periods: a doubt.
 */
export function joinUnderLines(
  table: Table,
  rows: readonly ReadRow[],
): { readonly rows: readonly ReadRow[]; readonly doubt: Doubt | null } {
  const lines = findLines(table, rows) ?? [];
  const [first] = lines;
  if (!first || first.under.length === 0) return { rows, doubt: null };
  if (lines.every(isOverPeriods)) return { rows, doubt: periodsDoubt(first) };
  const { hasFigures } = first;
  const same = lines.every((l) => sequence(l) === sequence(first) && l.hasFigures === hasFigures);
  if (!same || (hasFigures && (lines.length < 2 || !areBothForces(first)))) return { rows, doubt: null };
  const joined = new Map<number, ReadRow>();
  for (const { label, matches, row, under } of lines) {
    for (const { row: own, axis } of under)
      joined.set(own, { row: own, axis: { ...axis, label, matches, texts: [label, ...axis.texts] } });
    const head = rows.find((r) => r.row === row);
    if (head) joined.set(head.row, hasFigures ? { ...head, axis: { ...head.axis, total: true } } : asHeading(head));
  }
  return { rows: rows.map((r) => joined.get(r.row) ?? r), doubt: null };
}

/** "Homicides | 3", then "T1 2025 | 1" and "T1 2026 | 2". */
const isOverPeriods = ({ hasFigures, under }: Line): boolean =>
  hasFigures && under.some(({ axis }) => axis.periods.length > 0);

const periodsDoubt = ({ label }: Line): Doubt =>
  ambiguous(label, [
    `le nombre de la ligne ${quote(label)} réunit les périodes des lignes placées dessous`,
    `le nombre de la ligne ${quote(label)} est celui de la période du tableau`,
  ]);

const asHeading = (row: ReadRow): ReadRow => ({ ...row, heading: true });

const areBothForces = ({ under }: Line): boolean =>
  under.length === 2 && ["PN", "GN"].every((force) => under.some(({ axis }) => axis.force === force));

/** A text that names a line, and no family. */
const isLine = ({ matches }: ViewCell): boolean => matches.some((m) => !isFamily(m.indicator));

const asText = ({ text, matches }: ViewCell): Line => ({
  label: text,
  matches,
  row: null,
  hasFigures: false,
  under: [],
});

/** The lines in order, each with the rows under it; undefined when a row stands under none. */
function findLines({ view, block, columns, corner }: Table, rows: readonly ReadRow[]): readonly Line[] | undefined {
  const axes = new Map(rows.map((r) => [r.row, r.axis]));
  const [above] = [...block.lines, ...corner].slice(-1);
  const lines: Line[] = above && isLine(above) ? [asText(above)] : [];
  let open = lines.length > 0;
  for (const item of block.items) {
    if (item.kind === "line") {
      open = isLine(item.cell);
      if (open) lines.push(asText(item.cell));
      continue;
    }
    const axis = axes.get(item.row);
    if (!axis) continue;
    if (axis.label !== null) {
      const hasFigures = columns.values.some(({ column }) => view.at(item.row, column) !== undefined);
      lines.push({ label: axis.label, matches: axis.matches, row: item.row, hasFigures, under: [] });
      open = true;
    } else if (open && saysOnlySide(axis)) lines.at(-1)?.under.push({ row: item.row, axis });
    else return undefined;
  }
  return lines;
}
