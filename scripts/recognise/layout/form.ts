/** A form over the tables: « Commune | Valmont », « IS 101 | Gendarmerie | T1 2026 ». Cells in one row that say what the document is of, and head no column. */
import { isYearLike, type View, type ViewCell } from "./view.ts";

const KINDS: readonly (string | null)[] = ["statement", "period", "force", "place", "notes"];

/** "Commune : Valmont", in one cell. */
const isField = ({ text }: ViewCell): boolean => /:\s*\S/.test(text);

/** "Trimestre", and not which. */
const isBareSpan = ({ facets }: ViewCell): boolean =>
  facets.periods.length === 1 && facets.periods.every((part) => Object.keys(part).join() === "own");

const isKey = (cell: ViewCell): boolean =>
  (cell.text.endsWith(":") && cell.matches.length === 0) ||
  isBareSpan(cell) ||
  (KINDS.includes(cell.facets.dimension) && !isField(cell));

/** Of what kinds a value is: a title says several. A name of a place is of none. */
const kindsOf = (cell: ViewCell): readonly string[] => {
  const { statements, periods, force, dimension } = cell.facets;
  return [
    ...(statements.length > 0 ? ["statement"] : []),
    ...(periods.length > 0 ? ["period"] : []),
    ...(force ? ["force"] : []),
    ...(dimension && isField(cell) ? [dimension] : []),
  ];
};

/** It may head figures, or the labels of rows: "Nombre de faits", "Total", "Infractions". */
const isOfTable = (cell: ViewCell): boolean => {
  const { statements, measure, total, dimension } = cell.facets;
  const isTitle = isField(cell) || statements.length > 0;
  if (cell.number !== undefined || cell.matches.length > 0) return true;
  return total || (dimension !== null && !isField(cell)) || (measure !== null && !isTitle);
};

const isUnknown = (cell: ViewCell): boolean => !isOfTable(cell) && kindsOf(cell).length === 0;

/** The keys of a row: "Commune", and "Édité le" where each second text is a value: "Commune | Valmont | Édité le | 08/04/2026". */
function keysIn(view: View, row: number): readonly ViewCell[] {
  const cells = view.own(row);
  const keys = cells.filter(isKey);
  const firsts = cells.filter((_, i) => i % 2 === 0);
  const arePairs = keys.length > 0 && keys.every((key) => firsts.includes(key));
  return arePairs && firsts.every((cell) => isKey(cell) || isUnknown(cell)) ? firsts : keys;
}

/** "Commune | Période" over "Valmont | T1 2026" */
const isRowOfKeys = (view: View, row: number): boolean => {
  const cells = view.own(row);
  return cells.length > 1 && cells.every(isKey);
};

/** The word that says of what a cell of a form is the value: before it, or over it. */
function keyOf(view: View, cell: ViewCell): ViewCell | undefined {
  const over = view.at(cell.row - 1, cell.column);
  if (over && isRowOfKeys(view, cell.row - 1)) return over;
  const cells = view.own(cell.row);
  const keys = keysIn(view, cell.row);
  const before = cells[cells.indexOf(cell) - 1];
  return before && keys.includes(before) && !keys.includes(cell) ? before : undefined;
}

const saidAfter = (view: View, key: ViewCell): ViewCell | undefined =>
  [...view.own(key.row), ...view.own(key.row + 1)].find((cell) => keyOf(view, cell) === key);

/** The cells of a row of a form: each says what it does with its key, or its value. */
export const formLines = (view: View, row: number): readonly ViewCell[] =>
  view.own(row).map((cell) => {
    const value = saidAfter(view, cell);
    const [key, said] = value ? [cell, value] : [keyOf(view, cell), cell];
    return key ? view.inField(cell, `${key.text.replace(/\s*:$/, "")} : ${said.text}`) : cell;
  });

/** "99001" after "Code INSEE", "64" after "Département" */
const isCode = ({ text, row }: ViewCell, key: ViewCell): boolean =>
  (/^\d{5}$/.test(text) && key.facets.dimension === "place") ||
  (/^\d{2,3}$/.test(text) && /^\W*(?:code )?d[ée]p(?:artement|t)?\b/i.test(key.text) && key.row === row);

/**
 * A row of keys, each with its value; or of values, which say a statement or several kinds. Each kind is said once: "IS 101 | T1 2025 | T1 2026"
 * heads columns. Just over figures, so do the value of a key and two values: "Trimestre | 2026" over "T1 | 12". `inData`: rows of the table
 * stand above.
 */
export function isForm(view: View, row: number, inData: boolean): boolean {
  const cells = view.own(row);
  const isFigure = (cell: ViewCell | undefined): boolean => cell?.number !== undefined && !isYearLike(cell);
  const isUnderKeys = isRowOfKeys(view, row - 1);
  if (cells.length < 2) return false;
  if (isRowOfKeys(view, row)) return isForm(view, row + 1, inData);
  const keys = keysIn(view, row);
  const values = cells.filter((cell) => !keys.includes(cell));
  const isValue = (cell: ViewCell): boolean => {
    const key = keyOf(view, cell);
    if (key && isCode(cell, key)) return true;
    return !isOfTable(cell) && (!key || isUnderKeys || !isFigure(view.at(row + 1, cell.column)));
  };
  const kinds = values.flatMap(kindsOf);
  if (!keys.every((key) => saidAfter(view, key)) || !values.every(isValue) || new Set(kinds).size < kinds.length)
    return false;
  const loose = values.filter((cell) => !keyOf(view, cell));
  if (loose.length === 0) return true;
  // "IS 101 | Gendarmerie" over "Valmont | T1 2026"
  const goesOn = isForm(view, row - 1, inData);
  const isOfDocument = kinds.includes("statement") || (kinds.length > 1 && !inData) || goesOn;
  const under = view.own(row + 1);
  const isOverTexts = under.length > 0 && !under.some(isFigure);
  return isOfDocument && loose.filter(isUnknown).length < 2 && (isOverTexts || (cells.length > 2 && !inData));
}
