/** A text too long for a page (a label of 10 000 characters) is cut where it is shown; donnees.csv and the control sheet keep it whole. */

/** Longest text of a table's cell or of a figure: more would fill a page. */
const MOST_IN_CELL = 400;
/** A longer run of characters is no word. */
const MOST_IN_WORD = 120;

/** Letters with no place to break the line: in a cell, a longer run would push the other columns off the page. */
const LONG_RUN = /([\p{L}\p{N}_]{32})[\p{L}\p{N}_]+…?/gu;

const KEPT: ReadonlySet<string> = new Set(["id", "line", "from"]);
const LONG_WORD = new RegExp(`(\\S{${MOST_IN_WORD}})\\S+`, "gu");

/** The same plain data with its texts cut: whole texts in tables and figures, single words elsewhere. */
export function withinPage<T>(value: T): T {
  return visit(value, false) as T;
}

function visit(value: unknown, inCell: boolean): unknown {
  if (typeof value === "string") return cut(value, inCell);
  if (Array.isArray(value)) return value.map((inner) => visit(inner, inCell));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      KEPT.has(key) ? inner : visit(inner, inCell || key === "table" || key === "charts"),
    ]),
  );
}

function cut(text: string, inCell: boolean): string {
  const words = text.length > MOST_IN_WORD ? text.replace(LONG_WORD, "$1…") : text;
  const short = inCell && words.length > MOST_IN_CELL ? `${words.slice(0, MOST_IN_CELL).trimEnd()}…` : words;
  return inCell ? short.replace(LONG_RUN, "$1…") : short;
}
