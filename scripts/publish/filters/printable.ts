/** Text from files, made fit to be seen: what is invisible or changes the direction of reading is written out. */

/**
 * Controls (but tab and line feed), bidirectional marks and overrides, zero-width characters, line and paragraph separators,
 * byte-order mark. Escaping is Nunjucks' own work: here a character only becomes visible.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** "a\u202Eb" => "a[U+202E]b" */
export const showHidden = (text: string): string =>
  text.replace(HIDDEN, (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

/** The same data with every text made fit to be seen; keys are left as they are, and what needs no change is not copied. */
export function printable<T>(data: T): T {
  if (typeof data === "string") return showHidden(data) as T;
  if (data === null || typeof data !== "object") return data;
  // An array is walked as an object whose keys are its indices. Plain data has no inherited keys.
  const source = data as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const key in source) {
    const value = source[key];
    const shown = printable(value);
    if (shown === value) continue;
    copy ??= (Array.isArray(data) ? [...data] : { ...data }) as Record<string, unknown>;
    copy[key] = shown;
  }
  return (copy ?? data) as T;
}
