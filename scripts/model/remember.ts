/** What a run keeps of its own work: the three ways, and no other. */

const MOST_KEPT = 10_000;
/** A text of a whole page is not kept. */
const LONGEST_KEPT = 200;

/**
 * The same function, pure, which computes once for each short text or few numbers: remember(fold)("Vols") twice folds once. Statements
 * repeat the same few hundred texts in every file, and many quarters of a bulletin share their counts.
 */
export function remember<T, Arguments extends readonly (string | number | undefined)[]>(
  compute: (...given: Arguments) => T,
): (...given: Arguments) => T {
  const known = new Map<string, T>();
  return (...all) => {
    // texts.map(fold) gives it the index and the whole array too
    const given = all.slice(0, compute.length) as readonly unknown[] as Arguments;
    const key = given.join("\0");
    if (key.length > LONGEST_KEPT) return compute(...given);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const value = compute(...given);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, value);
    return value;
  };
}

/** The same function, which makes its value once, the first time that it is asked for: a file of the program that never changes. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same function, pure, which computes once for each thing that it is given. */
export function onceFor<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    const kept = known.get(of) ?? { value: compute(of) };
    known.set(of, kept);
    return kept.value;
  };
}
