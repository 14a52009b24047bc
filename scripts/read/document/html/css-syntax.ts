/** Where a text of CSS is cut: at its braces, its semicolons and the like, outside quotes, brackets and comments. CSS Syntax Module Level 3. */

/** Strings, what follows a backslash, comments, and addresses without quotes, which may hold any sign. */
const TOKENS =
  /"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|\\[\s\S]|(?:\/\*[\s\S]*?(?:\*\/|$))+|\burl\(\s*(?!["'\s])[^)]*\)?/gi;
/** In place of a comment between two signs that would be one word: "no", a comment, "ne" is no word that a browser knows. */
const PARTED = "\u0001";
const WOULD_BE_ONE = /^(?:[\w\u0080-\uffff-][\w\u0080-\uffff(%-]|\d\.|\.\d|#[\w-])$/;

/** Without its comments, and without what stands in an address. */
export const withoutComments = (text: string): string =>
  text.replace(TOKENS, (found, at: number) => {
    if (/^url/i.test(found)) return /^url\(\s*data:/i.test(found) ? "url(data:)" : "url(-)";
    if (!found.startsWith("/*")) return found;
    return WOULD_BE_ONE.test(`${text[at - 1]}${text[at + found.length]}`) ? PARTED : "";
  });

/** Marks of HTML, which are nothing before a rule. */
const withoutMarks = (prelude: string): string => prelude.replace(/^(?:\s|<!--|-->)+/, "").trimEnd();

/**
 * "a{x} b{y}" => prelude "a", body "x"…; what stands between blocks without braces (@import …;) is left. `isTop`: outside all rules, where a semicolon
 * or a brace too many is a part of the selector that follows, which no browser then knows.
 */
export function* blocksOf(
  text: string,
  isTop = false,
): Generator<{ readonly prelude: string; readonly body: string; readonly from: number; readonly to: number }> {
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"' || sign === "'") at = endOfString(text, at);
    else if (sign === "\\") at += 1;
    else if (sign === ";") {
      if (!isTop || withoutMarks(text.slice(start, at)).startsWith("@")) start = at + 1;
    } else if (sign === "{") {
      const end = endOfBlock(text, at);
      yield { prelude: withoutMarks(text.slice(start, at)), body: text.slice(at + 1, end), from: start, to: end + 1 };
      at = end;
      start = end + 1;
    }
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
    else if (sign === "\\") at += 1;
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
    else if (sign === "\\") at += 1;
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

/** Without the backslashes that protect signs, or name them by their code: "a\:b" => "a:b", "\31 a" => "1a" */
export const withoutEscapes = (text: string): string =>
  text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_, code: string | undefined, sign: string) =>
    code === undefined ? sign : String.fromCodePoint(Number.parseInt(code, 16) % 0x110000),
  );
