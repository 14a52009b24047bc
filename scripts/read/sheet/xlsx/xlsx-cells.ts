/**
 * The cells of a sheet of an .xlsx (ECMA-376 part 1, 18.3.1.4). Each has one place, one value of a known type, a style and a shared text that
 * exist: anything else refuses the file.
 */
import { childrenOf, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import { damaged } from "../../contract/reader.ts";
import { SHEET } from "../../plain/lists.ts";
import { placeOf } from "../workbook/areas.ts";
import { parseStored } from "../workbook/plain-number.ts";
import { type Run, type StoredCell, type StoredValue, textValue } from "../workbook/workbook.ts";
import type { Styles } from "./xlsx-styles.ts";
import { isOneReading, readRuns, unescaped } from "./xlsx-texts.ts";

/** What the cells of all sheets name. */
export interface SharedValues {
  readonly styles: Styles;
  readonly texts: readonly (readonly Run[])[];
}

/** The cells of a row. @throws {NotRead} */
export function readCells(row: XmlElement, index: number, shared: SharedValues): (StoredCell | undefined)[] {
  if (!isOneReading(row)) damaged(`ligne ${index + 1} de plusieurs façons`);
  const cells: (StoredCell | undefined)[] = [];
  let next = 0;
  for (const cell of childrenOf(row, "x:c")) {
    const { r: name } = cell.attributes;
    const place = name === undefined ? { row: index, column: next } : placeOf(name);
    if (place?.row !== index || place.column in cells)
      return damaged(`cellule « ${name} » en ligne ${index + 1} : adresse impossible, ou deux fois dans la feuille`);
    next = place.column + 1;
    const stored = readCell(cell, shared, `cellule ${name ?? `${next} de la ligne ${index + 1}`}`);
    if (stored) cells[place.column] = stored;
  }
  return cells;
}

/** undefined: an empty cell. */
function readCell(cell: XmlElement, shared: SharedValues, called: string): StoredCell | undefined {
  const { s: index = "0", t: type = "n", vm: replaced } = cell.attributes;
  const style = shared.styles.cell(Number(index)) ?? damaged(`${called} : style inconnu`);
  const written = findChild(cell, "x:f");
  const value = storedValue(cell, type, shared, called) ?? (written && { kind: "waiting" });
  if (!value) return undefined;
  return {
    value,
    style,
    odd: [...(replaced === undefined ? [] : [SHEET.replaced]), ...(type === "d" ? [SHEET.bareDate] : [])],
    ...(written && { formula: ownText(written) }),
  };
}

/** undefined: there is none. */
function storedValue(
  cell: XmlElement,
  type: string,
  { texts, styles }: SharedValues,
  called: string,
): StoredValue | undefined {
  const inline = findChild(cell, "x:is");
  if (inline && type !== "inlineStr") damaged(`${called} : texte de type « ${type} »`);
  if (inline) return { kind: "text", runs: readRuns(inline, styles) };
  const value = findChild(cell, "x:v");
  if (!value) return undefined;
  const raw = ownText(value);
  const text = raw.trim();
  if (type === "str" || type === "inlineStr") return textValue(unescaped(raw));
  if (text === "") return undefined;
  if (type === "b") return textValue(text === "1" || text === "true" ? "VRAI" : "FAUX");
  // A date is a day for one program, a number of days for another.
  if (type === "e" || type === "d") return textValue(text);
  const runs = type === "s" && /^\d+$/.test(text) ? texts[Number(text)] : undefined;
  if (runs) return { kind: "text", runs };
  const number = type === "n" ? parseStored(text) : undefined;
  return number === undefined
    ? damaged(`${called} : valeur « ${text.slice(0, 40)} » de type « ${type} »`)
    : { kind: "number", value: number };
}
