/** Rows or columns of a later table beside those of the map, by the texts that say what each is. */
import { align } from "./align.ts";

/** For each row or column of the later table, that of the map; null for none. */
export interface Placed {
  readonly at: readonly (number | null)[];
  /** Of the later table: it holds something, and is none of the map's. */
  readonly added: readonly number[];
  /** Of the later table: it is one of the map's, and stands elsewhere among the others. */
  readonly moved: readonly number[];
  /** Of the map: nothing of the later table is like it. */
  readonly gone: readonly number[];
  /** Indexes of the later table that stand where another of their series does. */
  readonly series: ReadonlySet<number>;
}

/** A row or column as it is compared: the texts that say what it is. */
export interface Line {
  readonly key: string;
  /** It holds something. */
  readonly isUsed: boolean;
  /** Of the map: it is of months that its texts or numbers say, and another of its series may stand beside it. */
  readonly isDated?: boolean;
}

const DATED = /\{(?:an|trimestre|semestre|mois|date)\}/;

const isSeries = (line: Line | undefined): boolean =>
  line !== undefined && (line.isDated === true || DATED.test(line.key));

export function placed(before: readonly Line[], after: readonly Line[]): Placed {
  const known = before.flatMap(({ isUsed }, i) => (isUsed ? [i] : []));
  const used = after.flatMap(({ isUsed }, i) => (isUsed ? [i] : []));
  const keysOf = (lines: readonly Line[], at: readonly number[]) => at.map((i) => lines[i]?.key ?? "");
  const at: (number | null)[] = after.map(() => null);
  const taken = new Set<number>();
  for (const [i, j] of align(keysOf(before, known), keysOf(after, used))) {
    const [old, now] = [known[i], used[j]];
    if (old === undefined || now === undefined) continue;
    at[now] = old;
    taken.add(old);
  }
  // one more of a series stands beside its like: a row that left its place is none
  const series = new Set<number>();
  for (const now of used) {
    const key = after[now]?.key ?? "";
    if (at[now] !== null) continue;
    const like = known.find((old) => taken.has(old) && isSeries(before[old]) && before[old]?.key === key);
    if (like === undefined) continue;
    at[now] = like;
    series.add(now);
  }
  const ofSeries = new Set([...series].map((now) => after[now]?.key));
  for (const now of used) if (ofSeries.has(after[now]?.key) && at[now] !== null) series.add(now);
  const keys = new Set(keysOf(after, used));
  const isLeft = (old: number): boolean =>
    !taken.has(old) && !(isSeries(before[old]) && keys.has(before[old]?.key ?? ""));
  const moved: number[] = [];
  for (const now of used) {
    const same =
      at[now] === null ? known.find((old) => isLeft(old) && before[old]?.key === after[now]?.key) : undefined;
    if (same === undefined) continue;
    at[now] = same;
    taken.add(same);
    moved.push(now);
  }
  for (const [old, now] of replaced(known.filter(isLeft), used, at)) {
    at[now] = old;
    taken.add(old);
  }
  return { at, added: used.filter((now) => at[now] === null), moved, gone: known.filter(isLeft), series };
}

/** As many of the map's left as there are new ones between two neighbours: the texts of one and the same changed. */
function replaced(left: readonly number[], used: readonly number[], at: readonly (number | null)[]) {
  const pairs: (readonly [old: number, now: number])[] = [];
  for (let i = 0; i < used.length; ) {
    if (at[used[i] ?? 0] !== null) {
      i += 1;
      continue;
    }
    const start = i;
    while (i < used.length && at[used[i] ?? 0] === null) i += 1;
    const from = start === 0 ? -1 : (at[used[start - 1] ?? 0] ?? -1);
    const to = i === used.length ? Number.POSITIVE_INFINITY : (at[used[i] ?? 0] ?? Number.POSITIVE_INFINITY);
    const between = left.filter((old) => old > from && old < to);
    if (between.length !== i - start) continue;
    for (const [k, old] of between.entries()) pairs.push([old, used[start + k] ?? 0]);
  }
  return pairs;
}
