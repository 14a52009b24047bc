/** Where a text of CSS is cut: at its braces, its semicolons and the like, outside quotes, brackets and comments. CSS Syntax Module Level 3. */

export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ").replace(/<!--|-->/g, " ");

/** "a{x} b{y}" => prelude "a", body "x"…; what stands between blocks without braces (@import …;) is left. */
export function* blocksOf(
  text: string,
): Generator<{ readonly prelude: string; readonly body: string; readonly from: number; readonly to: number }> {
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"' || sign === "'") at = endOfString(text, at);
    else if (sign === ";") start = at + 1;
    else if (sign === "{") {
      const end = endOfBlock(text, at);
      yield { prelude: text.slice(start, at).trim(), body: text.slice(at + 1, end), from: start, to: end + 1 };
      at = end;
      start = end + 1;
    } else if (sign === "}") start = at + 1;
    at += 1;
  }
}

/** The declarations of a rule, without the rules that stand in it. */
export const outsideBlocks = (body: string): string =>
  [...blocksOf(body)].toReversed().reduce((text, { from, to }) => `${text.slice(0, from)};${text.slice(to)}`, body);

/** Place of the brace that closes the one at `open`; the end of the text when none does. */
function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' || sign === "'") at = endOfString(text, at);
    else if (sign === "{") depth += 1;
    else if (sign === "}" && --depth === 0) return at;
  }
  return text.length;
}

function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === text[open] || text[at] === "\n") return at;
  }
  return text.length;
}

/** Splits at a sign that stands outside quotes and brackets. */
export function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' || sign === "'") at = endOfString(text, at);
    else if (sign === "(" || sign === "[") depth += 1;
    else if (sign === ")" || sign === "]") depth -= 1;
    else if (sign === separator && depth <= 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
