/** Conditions of an .ods that need no computing: "cell-content()>10", "value()>=0", ">10" (OpenDocument 1.3 part 3, 19.473). */
import type { XmlElement } from "../../container/xml.ts";
import { childrenOf, descendants } from "../../container/xml.ts";
import { areaOf } from "../workbook/areas.ts";
import { type CellStyle, type Condition, type ConditionalFormat, numberOf } from "../workbook/workbook.ts";
import type { OdsStyles } from "./styles.ts";

const CONDITION = /^(?:(?:value|cell-content|cell_content)\(\))?\s*(<=|>=|!=|<>|=|<|>)\s*(-?\d+(?:\.\d+)?)$/;

/** undefined: it would have to be computed. */
export function holdsAgainst(condition: string, value: number): boolean | undefined {
  const [, operator, text] = CONDITION.exec(condition.trim()) ?? [];
  if (operator === undefined || text === undefined) return undefined;
  const bound = Number(text);
  if (operator === "<") return value < bound;
  if (operator === "<=") return value <= bound;
  if (operator === ">") return value > bound;
  if (operator === ">=") return value >= bound;
  return operator === "=" ? value === bound : value !== bound;
}

/** One condition and the style that it applies. */
const conditional = (condition: string, applied: CellStyle): Condition => ({
  holds: (value) => {
    const number = numberOf(value);
    return number === undefined ? undefined : holdsAgainst(condition, number);
  },
  change: () => applied,
});

/** Those that LibreOffice writes for a whole table. */
export const tableConditions = (table: XmlElement, styles: OdsStyles): readonly ConditionalFormat[] =>
  descendants(table, "calcext:conditional-format").flatMap((format) => {
    const ranges = format.attributes["calcext:target-range-address"] ?? "";
    const areas = ranges.split(/\s+/).flatMap((range) => areaOf(plainRange(range)) ?? []);
    return childrenOf(format, "calcext:condition").map(({ attributes }) => ({
      areas,
      ...conditional(attributes["calcext:value"] ?? "", styles.cell(attributes["calcext:apply-style-name"])),
    }));
  });

/** "Feuille1.A1:Feuille1.B5" => "A1:B5" */
const plainRange = (range: string): string =>
  range
    .split(":")
    .map((place) => place.slice(place.lastIndexOf(".") + 1))
    .join(":");

/** Those of the style of a cell. */
export function styleConditions(name: string | undefined, styles: OdsStyles): readonly Condition[] {
  const element = name === undefined ? undefined : styles.named.find("table-cell", name);
  return childrenOf(element, "style:map").map(({ attributes }) =>
    conditional(attributes["style:condition"] ?? "", styles.cell(attributes["style:apply-style-name"])),
  );
}
