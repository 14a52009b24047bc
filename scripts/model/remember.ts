/** Statements repeat the same few hundred texts in every file: what is found out about one is kept. */

const MOST_KEPT = 10_000;
/** A text of a whole page is not kept. */
const LONGEST_KEPT = 200;

/** The same function, pure, which computes each short text once: remember(fold)("Vols") twice folds once. */
export function remember<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return compute(text);
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const value = compute(text);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, value);
    return value;
  };
}
