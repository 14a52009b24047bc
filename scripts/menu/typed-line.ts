/** What a person types at the menu: a number, or a line that a message or the guide has given. */

export type Typed =
  | { readonly kind: "choice"; readonly key: string }
  | { readonly kind: "command"; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: "unknown" };

/** "npm run copies -- 2026-T1 --pour \"Nom A; Nom B\"" => copies, 2026-T1, --pour, Nom A; Nom B. A backslash is a plain character: E:\ */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ""));

/** @param commands those that may be typed. */
export function readTyped(line: string, commands: readonly string[]): Typed {
  const [first = "", ...rest] = wordsOf(line.replaceAll("\u00a0", " ")); // a line copied from a page
  if (/^\d{1,2}$/.test(first) && rest.length === 0) return { kind: "choice", key: first };
  const [name = "", ...words] = first === "npm" && rest[0] === "run" ? rest.slice(1) : [first, ...rest];
  if (!commands.includes(name)) return { kind: "unknown" };
  return { kind: "command", name, args: words };
}
