/**
 * Rows that head those under them: "Homicides" over "Police" and "Gendarmerie", "POLICE NATIONALE" over its lines. Only where each heads
 * the same sequence: "Police", "Gendarmerie" after the last line alone are totals of the table.
 */
import { fold } from "../../nomenclature/index.ts";
import { type Doubt, doubtful } from "../layout/outcome.ts";
import type { ViewCell } from "../layout/view.ts";
import { isFamily } from "../words/labels.ts";
import type { Axis } from "./axis.ts";
import type { ReadRow, Table } from "./context.ts";

interface Joined {
  readonly rows: readonly ReadRow[];
  readonly doubt: Doubt | null;
}

/** The rows of a table, those under a head joined to it. */
export const joinHeads = (table: Table, rows: readonly ReadRow[]): Joined =>
  joinLines(linesOf(table, rows)) ?? joinForces(rows) ?? { rows, doubt: null };

const sequence = ({ under }: Group): string => under.map(({ axis }) => fold(axis.texts.join("/"))).join("|");

const withAxis = (row: ReadRow, axis: Partial<Axis>): ReadRow => ({ ...row, axis: { ...row.axis, ...axis } });

/** A head, and the rows under it. */
interface Group {
  /** What it says of them. */
  readonly says: Partial<Axis> & Pick<Axis, "texts">;
  /** null for a text alone above its rows. */
  readonly row: ReadRow | null;
  readonly hasFigures: boolean;
  readonly under: ReadRow[];
}

/** A head with figures of its own is the sum of those under it; one without is a heading, and counts nothing. */
const joined = (groups: readonly Group[]): readonly ReadRow[] =>
  groups.flatMap(({ says, row, hasFigures, under }) => [
    ...(row ? [hasFigures ? withAxis(row, { total: true }) : { ...row, heading: true as const }] : []),
    ...under.map((own) => withAxis(own, { ...says, texts: [...says.texts, ...own.axis.texts] })),
  ]);

/** A line with figures is the sum of the two forces under it; over rows of periods, it may be the sum of these periods: a doubt. */
function joinLines(lines: readonly Group[] | undefined): Joined | undefined {
  const [first] = lines ?? [];
  if (!lines || !first || first.under.length === 0) return undefined;
  const { hasFigures, says } = first;
  const rows = joined(lines);
  if (lines.every(isOverPeriods)) return { rows, doubt: periodsDoubt(says.texts.join(" / ")) };
  const areAlike = lines.every((l) => sequence(l) === sequence(first) && l.hasFigures === hasFigures);
  return areAlike && (!hasFigures || (lines.length > 1 && areBothForces(first))) ? { rows, doubt: null } : undefined;
}

/** "Homicides | 3", then "T1 2025 | 1" and "T1 2026 | 2". */
const isOverPeriods = ({ hasFigures, under }: Group): boolean =>
  hasFigures && under.some(({ axis }) => axis.periods.length > 0);

const areBothForces = ({ under }: Group): boolean =>
  under.length === 2 && ["PN", "GN"].every((force) => under.some(({ axis }) => axis.force === force));

const periodsDoubt = (label: string): Doubt =>
  doubtful(label, "son nombre est celui des périodes placées dessous, ou celui de la période du tableau");

/** A row understood, that names no line. */
const saysNoLine = ({ axis }: ReadRow): boolean =>
  axis.label === null && axis.unknown.length === 0 && !axis.conflict && !axis.ignored;

/** The lines in order, each with the rows under it; undefined when a row stands under none. */
function linesOf({ view, block, heads, corner }: Table, rows: readonly ReadRow[]): readonly Group[] | undefined {
  const byRow = new Map(rows.map((r) => [r.row, r]));
  const lines: Group[] = [];
  let isOpen = false;
  /** A text that names a line, and no family. */
  const open = ({ text: label, matches }: ViewCell): void => {
    isOpen = matches.some((m) => !isFamily(m.indicator));
    if (isOpen) lines.push({ says: { label, matches, texts: [label] }, row: null, hasFigures: false, under: [] });
  };
  const above = [...block.lines, ...corner].at(-1);
  if (above) open(above);
  for (const item of block.items) {
    if (item.kind === "line") open(item.cell);
    const row = item.kind === "data" ? byRow.get(item.row) : undefined;
    if (!row) continue;
    const { label, matches, force, total, periods } = row.axis;
    if (label !== null) {
      const hasFigures = heads.values.some(({ column }) => view.at(row.row, column) !== undefined);
      lines.push({ says: { label, matches, texts: [label] }, row, hasFigures, under: [] });
      isOpen = true;
    } else if (isOpen && saysNoLine(row) && (force !== null || total || periods.length > 0))
      lines.at(-1)?.under.push(row);
    else return undefined;
  }
  return lines;
}

/** "Ensemble | Police", beside lines of the same force, is their total, and no head. */
const isForce = (row: ReadRow): boolean => {
  const { force, periods, total, texts } = row.axis;
  return saysNoLine(row) && (force === "PN" || force === "GN") && periods.length === 0 && !(total && texts.length > 1);
};

/** A line, or a total of lines, that says no force of its own. */
const mayStandUnder = ({ axis }: ReadRow): boolean => axis.force === null && (axis.label !== null || axis.total);

/**
 * Where the first row is of a force and a line follows, nothing tells whose lines are that stand otherwise under the next. Two rows of
 * forces that follow each other are totals of the table.
 */
function joinForces(rows: readonly ReadRow[]): Joined | undefined {
  const [first, second] = rows;
  if (!first || !isForce(first) || second === undefined || second.axis.label === null) return undefined;
  const groups: Group[] = [];
  // "Total général" after the lines of the last force is of both, where the other has none
  const totals = rows.filter((row) => saysNoLine(row) && row.axis.force === null && row.axis.total);
  const isOfBoth = totals[0] === rows.at(-1) && rows.filter(isForce).length > 1;
  const end = isOfBoth ? totals : [];
  for (const row of rows.slice(0, rows.length - end.length)) {
    const { force, texts } = row.axis;
    if (isForce(row)) groups.push({ says: { force, texts }, row, hasFigures: true, under: [] });
    else groups.at(-1)?.under.push(row);
  }
  const isRegular = groups.every((g) => g.under.every(mayStandUnder)) && new Set(groups.map(sequence)).size === 1;
  return isRegular ? { rows: [...joined(groups), ...end], doubt: null } : { rows, doubt: forceDoubt(first) };
}

const forceDoubt = ({ axis }: ReadRow): Doubt =>
  doubtful(axis.texts.join(" / "), "les lignes du dessous sont de cette force, ou c'est un total du tableau");
