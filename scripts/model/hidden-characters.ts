/** Characters of received texts and file names that are not seen, or that turn the direction of reading round. Pure. */

/**
 * Controls (but tab and line feed), bidirectional marks and overrides, zero-width characters, line and paragraph separators,
 * byte-order mark.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const code = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
/** "→" => "U+2192" */
export const nameOf = (character: string): string => `U+${code(character)}`;

/** For people: "a\u202Eb" => "a[U+202E]b" */
export const showHidden = (text: string): string => text.replace(HIDDEN, (c) => `[${nameOf(c)}]`);

/** Those that a text holds, each once, by name: "a\u202Eb" => ["U+202E"] */
export const findHidden = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(HIDDEN)].map(([c]) => nameOf(c))),
];

/** JSON.stringify whose text shows the same to every reader; what JSON.parse makes of it is unchanged. "a\u202Eb" => "a\\u202Eb" */
export const plainJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(HIDDEN, (c) => `\\u${code(c)}`);
