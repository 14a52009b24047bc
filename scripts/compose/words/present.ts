/** Lists of which some parts are there and others not: notes, columns, blocks, sentences. */

/** One of them, several, or none. */
export type Maybe<T> = T | readonly T[] | false | null | undefined | "";

/** present("a", isLong && "b", ["c", "d"]) => "a", "b" if it is long, "c", "d" */
export const present = <T>(...items: readonly Maybe<T>[]): readonly T[] =>
  items.flatMap((item) =>
    item === false || item === null || item === undefined || item === "" ? [] : (item as T | readonly T[]),
  );
