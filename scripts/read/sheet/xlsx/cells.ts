/**
 * The cells of a sheet of an .xlsx (ECMA-376 part 1, 18.3.1.4). Each has one place, one value of a known type, a style and a shared text that
 * exist: anything else refuses the file.
 */
import { childrenOf, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import { type Area, areaOf, isWithin, placeOf } from "../workbook/areas.ts";
import { parseFormula } from "../workbook/parse-formula.ts";
import { storedDate, storedNumber, unknownType } from "../workbook/stored-value.ts";
import type { Formula, Run, StoredCell, StoredValue } from "../workbook/workbook.ts";
import type { Styles } from "./styles.ts";
import type { Tables } from "./tables.ts";
import { readRuns, unescaped } from "./texts.ts";

/** What the cells of all sheets name. */
export interface SharedValues {
  readonly styles: Styles;
  readonly texts: readonly (readonly Run[])[];
}

/** Parts of which a program chooses one, and another program another. */
export const hasChoice = (element: XmlElement): boolean => childrenOf(element, "mc:AlternateContent").length > 0;

/** Reads the cells of a row. Its memory: the formulas that several cells of the sheet share. */
export function createCellReader(
  { styles, texts }: SharedValues,
  { painted, columnNames }: Tables,
  damaged: (words: string) => void,
): (row: XmlElement, index: number) => (StoredCell | undefined)[] {
  const formulas = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>();

  /** "F[T2 2026]" => "$B$2:$B$9", "[T2 2026]" too where one table has it; "F[[#This Row],[T2 2026]]" => "$B$5" */
  const withPlaces = (formula: string, row: number): string =>
    columnNames.size === 0
      ? formula
      : formula
          .replace(/([^\s()[\],;+*/-]+)\[\[#This Row\],(\[[^[\]]*\])\]/g, (whole, table: string, column: string) => {
            const letters = /[A-Z]+/.exec(columnNames.get(table + column) ?? "")?.[0];
            return letters === undefined ? whole : `$${letters}$${row + 1}`;
          })
          .replace(/[^\s()[\],;+*/-]+\[[^[\]]*\]/g, (name) => columnNames.get(name) ?? name)
          .replace(/(?<=^|[(,;+*/-])\[[^[\]]*\]/g, (name) => {
            const [place, ...others] = [...columnNames].flatMap(([own, at]) => (own.endsWith(name) ? [at] : []));
            return others.length === 0 ? (place ?? name) : name;
          });

  /** The formula of a cell; one that is shared stands where it first was, its references move. */
  const formulaOf = (cell: XmlElement, row: number, column: number): Formula | undefined => {
    const element = findChild(cell, "x:f");
    if (!element) return undefined;
    const { t: type, si } = element.attributes;
    const text = ownText(element);
    if (type === "shared" && si !== undefined && text !== "") formulas.set(si, { text, row, column });
    const master = type === "shared" && si !== undefined && text === "" ? formulas.get(si) : undefined;
    const shift = master && { rows: row - master.row, columns: column - master.column };
    const isOfSeveral = type === "array" && (element.attributes.ref ?? "").includes(":");
    const isAlone = !isOfSeveral && type !== "dataTable";
    const moved = (name: string): Area | undefined => areaOf(name, shift);
    const expression = isAlone ? parseFormula(withPlaces(master?.text ?? text, row), moved) : undefined;
    return { text, ...(expression !== undefined && { expression }) };
  };

  return (row, index) => {
    const cells: (StoredCell | undefined)[] = [];
    let next = 0;
    for (const cell of childrenOf(row, "x:c")) {
      const { r: name, s: style = "0", t: type = "n", vm: replaced } = cell.attributes;
      const place = name === undefined ? { row: index, column: next } : placeOf(name);
      const called = name ?? `${next + 1} de la ligne ${index + 1}`;
      if (!place) damaged(`cellule ${called} : adresse impossible`);
      else if (place.row !== index) damaged(`cellule ${called} : adresse d'une autre ligne`);
      else if (place.column in cells) damaged(`cellule ${called} : deux fois dans la feuille`);
      if (!place) continue;
      const { column } = place;
      next = column + 1;
      const value = storedValue(cell, type, texts, styles);
      if (typeof value === "string") damaged(`cellule ${called} : ${value}`);
      const own = styles.cell(Number(style));
      if (!own) damaged(`cellule ${called} : style inconnu`);
      if (typeof value === "string" || !own) continue;
      const formula = formulaOf(cell, index, column);
      const stored = value ?? (formula ? ({ kind: "waiting" } as const) : undefined);
      if (!stored) continue;
      const fill = own.fill ?? painted.find(({ area }) => isWithin(area, index, column))?.fill ?? null;
      cells[column] = {
        value: stored,
        style: fill === own.fill ? own : { ...own, fill },
        ...(formula && { formula }),
        // A date that no format of dates shows is a day for one program, a number of days for another.
        ...((replaced !== undefined || (type === "d" && !own.format.sections[0]?.isDate)) && { replaced: true }),
      };
    }
    return cells;
  };
}

/** undefined: an empty cell. A text: what is wrong with it. */
function storedValue(
  cell: XmlElement,
  type: string,
  texts: SharedValues["texts"],
  styles: Styles,
): StoredValue | undefined | string {
  const values = childrenOf(cell, "x:v");
  const inline = childrenOf(cell, "x:is");
  if (values.length + inline.length > 1) return "plusieurs valeurs";
  if (hasChoice(cell)) return "contenu de remplacement";
  if (childrenOf(cell, "x:c").length > 0) return "une autre cellule dedans";
  if (values.some((value) => elementsIn(value).length > 0)) return "plusieurs valeurs";
  const [holder] = inline;
  if (holder) {
    const runs = type === "inlineStr" ? readRuns(holder, styles) : undefined;
    return runs ? { kind: "text", runs } : "texte de plusieurs façons";
  }
  const [value] = values;
  if (!value) return undefined;
  const raw = ownText(value);
  const text = raw.trim();
  if (type === "str" || type === "inlineStr")
    return raw === "" ? emptyText : { kind: "text", runs: [{ text: unescaped(raw), font: null }] };
  if (text === "") return undefined;
  if (type === "n") return storedNumber(text);
  if (type === "s") {
    const runs = /^\d+$/.test(text) ? texts[Number(text)] : undefined;
    return runs ? { kind: "text", runs } : "texte partagé introuvable";
  }
  if (type === "b") return { kind: "boolean", value: text === "1" || text === "true" };
  if (type === "e") return { kind: "error", text };
  return type === "d" ? storedDate(text) : unknownType(type);
}

/** Of a formula that gives "": it has its result. */
const emptyText: StoredValue = { kind: "text", runs: [] };
