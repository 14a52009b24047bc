/** Statements of families: under which family a row stands, and whether its "Total" is the family's own figure. */
import type { Indicator, Nomenclature } from "../../model/nomenclature.ts";
import type { StatementId } from "../../model/observation.ts";
import { isNear } from "../layout/surroundings.ts";
import type { View, ViewCell } from "../layout/view.ts";
import { isFamily, lineOf } from "../words/labels.ts";
import { type Context, isTotalRow, type ReadRow } from "./context.ts";

/** The family that a row stands under. */
export interface Family {
  readonly id: string;
  readonly label: string;
  /** The row is its total. */
  readonly isTotal?: true;
}

/** The rows that follow a family's name, until the next one. */
interface Section extends Family {
  /** How far its label is set back; null where it stands in a column of its own. */
  readonly depth: number | null;
  /** A family of the statement, named by a text or in a column, and by no row that holds its figures. */
  readonly isBare: boolean;
  readonly rows: number[];
  /** The first of each force and period that rows say. */
  readonly totals: Map<string, ReadRow>;
}

export const familiesOf = (n: Nomenclature, statement: StatementId): boolean =>
  n.statements.some((s) => s.id === statement && s.indicators.some((i) => i.family !== null));

/** Row => its family; a row that stands under none is not there. */
export function findFamilies(context: Context): ReadonlyMap<number, Family> {
  if (!context.hasFamilies) return new Map();
  const { rows } = context;
  const sections = sectionsOf(context);
  const bare = sections.filter(({ isBare }) => isBare);
  // a family that stands on a row of its own has its figures there: "Total" is then of the table
  const haveTotals =
    bare.every(({ totals }) => totals.size > 0) &&
    !rows.some(({ axis }) => axis.matches.some((m) => isFamily(m.indicator)));
  // "Total général" is no family's, where there are several
  const isOwn = ({ axis }: ReadRow): boolean =>
    bare.length < 2 || !axis.texts.some((text) => /g[ée]n[ée]ral/i.test(text));
  return new Map(
    sections.flatMap(({ id, label, isBare, rows: under, totals }) =>
      under.map((row): [number, Family] => {
        const isTotal = isBare && haveTotals && [...totals.values()].some((total) => total.row === row && isOwn(total));
        return [row, isTotal ? { id, label, isTotal } : { id, label }];
      }),
    ),
  );
}

/** The family that stands over a column of a line: "Atteintes aux biens" over "Cambriolages | Vols simples". */
export function familyOver(context: Context, { headings }: Context["columns"][number]): Family | null {
  if (!context.hasFamilies) return null;
  const over = headings.slice(0, -1).flatMap((cell) => {
    const id = familyIn(context, cell)?.id;
    return id === undefined ? [] : [{ id, label: cell.text }];
  });
  return over.at(-1) ?? null;
}

/** "Famille | Libellé", a caption, a line of the table: each begins a section. */
function sectionsOf(context: Context): readonly Section[] {
  const { view, block, plan, rows, statement } = context;
  const axes = new Map(rows.flatMap((r) => (r.heading ? [] : [[r.row, r] as const])));
  const labelIn = (row: number): ViewCell | undefined => (plan.label === null ? undefined : view.at(row, plan.label));
  const labels = block.items.flatMap((item) => (item.kind === "line" ? item.cell : labelIn(item.row)) ?? []);
  const isSetBack = areSetBack(context, labels);
  const sections: Section[] = [];
  let current: Section | undefined;
  const begin = (id: string, label: string, depth: number | null, isBare: boolean): void => {
    current = { id, label, depth, isBare, rows: [], totals: new Map() };
    sections.push(current);
  };
  const totalsAreBelow = rows[0] !== undefined && !familyIn(context, rows[0].axis);
  const caption = captionFamily(context);
  // under the caption of the table before, a "Total" may be of this table alone
  const isOwn = ({ row }: ViewCell): boolean => block.header.includes(row) || block.lines.some((c) => c.row === row);
  if (caption) begin(caption.id, caption.cell.text, depthOf(view, caption.cell), isOwn(caption.cell));
  for (const item of block.items) {
    const cell = item.kind === "line" ? item.cell : plan.family === null ? undefined : view.at(item.row, plan.family);
    const family = cell && familyIn(context, cell);
    const named = family?.id ?? (item.kind === "data" ? cell?.text : undefined);
    if (cell && named !== undefined && named !== current?.id)
      begin(named, cell.text, item.kind === "line" ? depthOf(view, cell) : null, family !== undefined);
    const row = item.kind === "data" ? axes.get(item.row) : undefined;
    if (!row) continue;
    const { label, matches } = row.axis;
    const known = lineOf(matches, statement);
    const own = isSetBack ? labelIn(row.row) : undefined;
    const depth = own ? depthOf(view, own) : null;
    // an unknown line that is not set back, after the lines of a family that are: it is none of them
    const leaves = !known && label !== null && depth !== null && current?.depth != null && depth <= current.depth;
    if (leaves) current = undefined;
    // a family that stands on a row of its own is under none
    if (label === null || label !== cell?.text) current?.rows.push(row.row);
    const sides = JSON.stringify([row.axis.force, row.axis.periods]);
    if (current && isTotalRow(context, row.axis) && !current.totals.has(sides)) current.totals.set(sides, row);
    if (known?.family === null && totalsAreBelow && TOTAL_OF.test(label ?? "")) current = undefined;
    else if (known?.family === null) begin(known.id, label ?? known.label, depth, false);
    else if (leaves) begin(label, label, depth, false);
  }
  return sections;
}

function captionFamily(context: Context): { readonly id: string; readonly cell: ViewCell } | undefined {
  const found = context.around.lines.flatMap((line) => {
    const { cell } = line;
    const id = cell && isNear(line) ? familyIn(context, cell)?.id : undefined;
    return cell && id !== undefined ? [{ id, cell }] : [];
  });
  return found[0];
}

/** The family of the table's statement that the cell names. */
function familyIn({ statement }: Context, { matches }: Pick<ViewCell, "matches">): Indicator | undefined {
  const named = lineOf(matches, statement);
  return named?.family === null ? named : undefined;
}

/** "Total Atteintes aux biens" closes its family, unless it is the first row: then totals stand over their lines. */
const TOTAL_OF = /^\s*(?:sous[- ]?|s[/.])?total\b/i;

/** How far a label is set back, "    Cambriolages", "- Cambriolages": its leading spaces, and a dash or bullet for one more. */
function depthOf(view: View, cell: ViewCell): number {
  const text = view.grid.rows[cell.row]?.[cell.column]?.text ?? "";
  return text.length - text.trimStart().length + (/^\s*[-–—•·▪►>*]\s/.test(text) ? 1 : 0);
}

/** Are the lines set back under their families? One known line that stands as far left as its family is enough to say that they are not. */
function areSetBack({ view, statement }: Context, cells: readonly ViewCell[]): boolean {
  let family: number | undefined;
  let isSetBack = false;
  for (const cell of cells) {
    const depth = depthOf(view, cell);
    const known = lineOf(cell.matches, statement);
    if (known?.family === null) family = depth;
    else if (family !== undefined && depth > family) isSetBack = true;
    else if (family !== undefined && known) return false;
  }
  return isSetBack;
}
