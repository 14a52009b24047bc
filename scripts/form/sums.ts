/** Which cells of a table are sums of others, as its own words say and its figures bear out in each of its columns, or rows. */

/** Counts by row and column; undefined: no count stands there. */
export type Counts = readonly (readonly (number | undefined)[])[];
/** Rows, or columns, that a row, or a column, is the sum of. */
export type Parts = ReadonlyMap<number, readonly number[]>;

/** @param isNamed does a word of the row say that it is a total, or a family? @param kindOf those of one kind alone are added: "2026". */
export function sumsOfRows(
  counts: Counts,
  isNamed: (row: number) => boolean,
  kindOf: (row: number) => string = () => "",
): Parts {
  const rows = counts.flatMap((row, r) => (row.some((count) => count !== undefined) ? [r] : []));
  const named = rows.filter(isNamed);
  const isSum = (row: number, parts: readonly number[]): boolean =>
    parts.length > 0 &&
    (counts[row] ?? []).every(
      (count, c) => count === undefined || count === parts.reduce((sum, part) => sum + (counts[part]?.[c] ?? 0), 0),
    );
  const found = new Map<number, readonly number[]>();
  const plain = rows.filter((row) => !named.includes(row));
  for (const row of named) {
    const [before, after] = [named.findLast((one) => one < row) ?? -1, named.find((one) => one > row) ?? Infinity];
    const near = [plain.filter((one) => one > row && one < after), plain.filter((one) => kindOf(one) === kindOf(row))];
    // « Police, Gendarmerie, Total » for each year: those right before it
    const nearest = plain.filter((one) => one > before && one < row);
    const parts = [...near, ...nearest.map((_, i) => nearest.slice(i))].find((some) => isSum(row, some));
    if (parts) found.set(row, parts);
  }
  return found;
}

export const sumsOfColumns = (
  counts: Counts,
  isNamed: (column: number) => boolean,
  kindOf: (column: number) => string,
): Parts =>
  sumsOfRows(
    Array.from({ length: Math.max(0, ...counts.map((row) => row.length)) }, (_, c) => counts.map((row) => row[c])),
    isNamed,
    kindOf,
  );

/** Each count drawn, and the sums made again of what is drawn. */
export function drawnCounts(counts: Counts, rows: Parts, columns: Parts, draw: () => number): Counts {
  const values = counts.map((row) => row.map((count) => (count === undefined ? undefined : draw())));
  const valueAt = (r: number, c: number): number => {
    if (values[r]?.[c] === undefined) return 0;
    const [inRows, inColumns] = [rows.get(r), columns.get(c)];
    if (inRows) return inRows.reduce((sum, row) => sum + valueAt(row, c), 0);
    if (inColumns) return inColumns.reduce((sum, column) => sum + valueAt(r, column), 0);
    return values[r]?.[c] ?? 0;
  };
  return values.map((row, r) => row.map((value, c) => (value === undefined ? undefined : valueAt(r, c))));
}
