/** Why the numbers of a table were read so: what a whole line or column has in common is said once, at its head. */
import { quote } from "../../model/format.ts";
import type { ReadTable } from "../../model/observation.ts";

interface Reasons {
  /** By row: what all its numbers were read by, its own label left out, which stands in the row: "légende « 2026 »". */
  readonly rows: readonly (readonly string[])[];
  /** By column: "colonne « T1 2026 / Police »". */
  readonly columns: readonly (readonly string[])[];
  /** What is left to say at the cell itself. */
  readonly own: (row: number, column: number) => readonly string[];
}

const NONE: readonly string[] = [];

/** What the lists given so far have in common. */
class Common {
  private lists = 0;
  private shared: readonly string[] = NONE;

  add(list: readonly string[]): void {
    const { shared } = this;
    if (this.lists++ === 0) this.shared = list;
    else if (!shared.every((reason) => list.includes(reason)))
      this.shared = shared.filter((reason) => list.includes(reason));
  }

  /** Nothing for a single cell: its reasons are said at the cell itself. */
  reasons(): readonly string[] {
    return this.lists > 1 ? this.shared : NONE;
  }
}

/** What the label of a row already says in its own cell: "ligne « Homicides »"; undefined for a row without one. */
function saidByLabel({ grid, readings }: ReadTable, row: number): string | undefined {
  const column = readings[row]?.findIndex((reading) => reading.kind === "text" && reading.role === "label") ?? -1;
  const text = grid.rows[row]?.[column]?.text;
  return text === undefined ? undefined : `ligne ${quote(text)}`;
}

/** @param table its readings have the shape of its grid. */
export function reasonsOf(table: ReadTable): Reasons {
  const { readings } = table;
  const ofColumns = (readings[0] ?? []).map(() => new Common());
  const ofRows = readings.map(() => new Common());
  for (const [r, row] of readings.entries())
    for (const [c, reading] of row.entries())
      if ("because" in reading) {
        ofRows[r]?.add(reading.because);
        ofColumns[c]?.add(reading.because);
      }
  const labels = readings.map((_, r) => saidByLabel(table, r));
  const rows = ofRows.map((common, r) => common.reasons().filter((reason) => reason !== labels[r]));
  const columns = ofColumns.map((common) => common.reasons());
  const own = (r: number, c: number): readonly string[] => {
    const reading = readings[r]?.[c];
    if (reading === undefined || !("because" in reading)) return NONE;
    return reading.because.filter(
      (reason) => reason !== labels[r] && !columns[c]?.includes(reason) && !rows[r]?.includes(reason),
    );
  };
  return { rows, columns, own };
}
