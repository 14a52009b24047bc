/**
 * The cells of a sheet of an .xlsx (ECMA-376 part 1, 18.3.1.4). Each has one place, one value of a known type, a style and a shared text that
 * exist: anything else refuses the file.
 */
import { childrenOf, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import { SHEET } from "../../plain/lists.ts";
import { type Area, isWithin, placeOf, type SheetPlace } from "../workbook/areas.ts";
import { parseStored } from "../workbook/plain-number.ts";
import { type Run, type StoredCell, type StoredValue, textValue } from "../workbook/workbook.ts";
import { GREY } from "./overlays.ts";
import type { Styles } from "./styles.ts";
import { readRuns, unescaped } from "./texts.ts";

/** What the cells of all sheets name. */
export interface SharedValues {
  readonly styles: Styles;
  readonly texts: readonly (readonly Run[])[];
  /** An office program has computed the formulas. */
  readonly isComputed: boolean;
}

/** Reads the cells of a row. */
export function createCellReader(
  { styles, texts, isComputed }: SharedValues,
  painted: readonly Area[],
  damaged: (words: string) => void,
): (row: XmlElement, index: number) => (StoredCell | undefined)[] {
  const cellOf = (cell: XmlElement, place: SheetPlace, called: string): StoredCell | undefined => {
    const { s: style = "0", t: type = "n", vm: replaced } = cell.attributes;
    const value = storedValue(cell, type, texts, styles);
    if (typeof value === "string") damaged(`cellule ${called} : ${value}`);
    const own = styles.cell(Number(style));
    if (!own) damaged(`cellule ${called} : style inconnu`);
    if (typeof value === "string" || !own) return undefined;
    const written = findChild(cell, "x:f");
    const formula = written && { text: ownText(written), mayBeAnother: !isComputed };
    const stored = value ?? (formula ? ({ kind: "waiting" } as const) : undefined);
    if (!stored) return undefined;
    const isPainted = own.grounds.length === 0 && painted.some((area) => isWithin(area, place.row, place.column));
    const odd = [...(replaced === undefined ? [] : [SHEET.replaced]), ...(type === "d" ? [SHEET.bareDate] : [])];
    return {
      value: stored,
      style: isPainted ? { ...own, grounds: [GREY] } : own,
      odd,
      ...(formula && { formula }),
    };
  };
  return (row, index) => {
    const cells: (StoredCell | undefined)[] = [];
    let next = 0;
    for (const cell of childrenOf(row, "x:c")) {
      const { r: name } = cell.attributes;
      const place = name === undefined ? { row: index, column: next } : placeOf(name);
      const called = name ?? `${next + 1} de la ligne ${index + 1}`;
      if (!place) damaged(`cellule ${called} : adresse impossible`);
      else if (place.row !== index) damaged(`cellule ${called} : adresse d'une autre ligne`);
      else if (place.column in cells) damaged(`cellule ${called} : deux fois dans la feuille`);
      if (!place) continue;
      next = place.column + 1;
      const stored = cellOf(cell, place, called);
      if (stored) cells[place.column] = stored;
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
  const inline = findChild(cell, "x:is");
  if (inline)
    return type === "inlineStr"
      ? { kind: "text", runs: readRuns(inline, styles) }
      : wrong("texte d'un autre type", type);
  const value = findChild(cell, "x:v");
  if (!value) return undefined;
  const raw = ownText(value);
  const text = raw.trim();
  if (type === "str" || type === "inlineStr") return textValue(unescaped(raw));
  if (text === "") return undefined;
  if (type === "n") return numberValue(parseStored(text)) ?? wrong("nombre impossible", text);
  if (type === "s") {
    const runs = /^\d+$/.test(text) ? texts[Number(text)] : undefined;
    return runs ? { kind: "text", runs } : "texte partagé introuvable";
  }
  if (type === "b") return textValue(text === "1" || text === "true" ? "VRAI" : "FAUX");
  // A date is a day for one program, a number of days for another.
  return type === "e" || type === "d" ? textValue(text) : wrong("type inconnu", type);
}

const numberValue = (value: number | undefined): StoredValue | undefined =>
  value === undefined ? undefined : { kind: "number", value };

const wrong = (what: string, text: string): string => `${what} « ${text.slice(0, 40)} »`;
