/** The text of a formula -> its tree; nothing where it does more than count and compare cells ("VLOOKUP(…)", "[1]Feuil1!A1"). */
import { type Area, areaOf } from "./areas.ts";
import { calling, type Expression, functionNamed, type Reference, SIGNS, type Sign } from "./expression.ts";

const CELL = String.raw`\$?[A-Z]{1,3}\$?\d+`;
/** "R[-1]C2", as SpreadsheetML writes them. */
const RELATIVE = String.raw`R(?:\[-?\d+\]|\d+)?C(?:\[-?\d+\]|\d+)?`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\d_.]*)!`;
/** "A:C", "5:6" */
const WHOLE = String.raw`\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+`;
const REFERENCE = `(?:${SHEET})?(?:${CELL}(?::${CELL})?|${WHOLE}|${RELATIVE}(?::${RELATIVE})?)${String.raw`(?![\p{L}\d])`}`;
const TOKEN = new RegExp(
  String.raw`\s*(${REFERENCE}|\d+(?:\.\d+)?|"(?:[^"]|"")*"|(?:_xlfn\.|COM\.MICROSOFT\.)?[A-Z]+(?=\()|(?:TRUE|FALSE)(?![\p{L}\d_.])|<>|<=|>=|[-+*/&=<>(),;])`,
  "iuy",
);
/** More tokens than a statement's formulas have. */
const MOST_TOKENS = 500;

/** `place`: the cells that a name stands for, where they move with the formula. `[.B2:.B4]` of OpenDocument is B2:B4. */
export function parseFormula(
  formula: string,
  place: (name: string) => Area | undefined = areaOf,
): Expression | undefined {
  const plain = formula
    .replace(/^(?:of:|oooc:)?=/, "")
    .replace(/\[([^\][.]*)\.([^\]:]*)(?::\.([^\]:]*))?\]/g, (_, sheet: string, from: string, to?: string) => {
      const range = to === undefined ? from : `${from}:${to}`;
      return sheet === "" ? range : `${sheet.replace(/^\$/, "")}!${range}`;
    });
  const tokens = tokensOf(plain);
  if (!tokens) return undefined;
  let at = 0;
  const take = (...wanted: readonly string[]): string | undefined => {
    const token = tokens[at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    at += 1;
    return token;
  };

  const operation = (level = 0): Expression | undefined => {
    const signs = SIGNS[level];
    if (!signs) return operand();
    let left = operation(level + 1);
    for (let sign = take(...signs); sign !== undefined; sign = take(...signs)) {
      const right = operation(level + 1);
      if (left === undefined || right === undefined) return undefined;
      left = calling(sign as Sign, [left, right]);
    }
    return left;
  };

  const operand = (): Expression | undefined => {
    if (take("+") !== undefined) return operand();
    if (take("-") !== undefined) {
      const turned = operand();
      return turned === undefined ? undefined : calling("-", [0, turned]);
    }
    if (take("(") !== undefined) {
      const inner = operation();
      return take(")") === undefined ? undefined : inner;
    }
    const token = tokens[at] ?? "";
    at += 1;
    const isCalled = take("(") !== undefined;
    if (/^(?:TRUE|FALSE)$/i.test(token))
      return isCalled && take(")") === undefined ? undefined : token.toUpperCase() === "TRUE";
    if (isCalled) return called(token);
    if (/^\d/.test(token)) return Number(token);
    return token.startsWith('"') ? token.slice(1, -1).replaceAll('""', '"') : referenceOf(token, place);
  };

  const called = (name: string): Expression | undefined => {
    const given: Expression[] = [];
    do {
      const one = operation();
      if (one === undefined) return undefined;
      given.push(one);
    } while (take(",", ";") !== undefined);
    const known = functionNamed(name);
    return take(")") !== undefined && known ? calling(known, given) : undefined;
  };

  const whole = operation();
  return at === tokens.length ? whole : undefined;
}

/** undefined: something in it is no token. */
function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  for (let from = 0; from < end; ) {
    TOKEN.lastIndex = from;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined || tokens.length === MOST_TOKENS) return undefined;
    tokens.push(token);
    from = TOKEN.lastIndex;
  }
  return tokens;
}

/** "'Police 2026'!$B$2" => its cell, its sheet. */
function referenceOf(token: string, place: (name: string) => Area | undefined): Reference | undefined {
  const cut = token.lastIndexOf("!");
  const area = place(token.slice(cut + 1).toUpperCase());
  if (!area) return undefined;
  return cut < 0
    ? { area }
    : {
        area,
        sheet: token
          .slice(0, cut)
          .replace(/^'(.*)'$/, "$1")
          .replaceAll("''", "'"),
      };
}
