/** Conditional formats of an .ods: of a style of cells, or of the table as LibreOffice writes them. */
import type { XmlElement } from "../../container/xml.ts";
import { childrenOf, descendants } from "../../container/xml.ts";
import { parseHexColour } from "../../contract/contrast.ts";
import { areaOf } from "../workbook/areas.ts";
import {
  type CellStyle,
  type Condition,
  type ConditionalFormat,
  numberOf,
  withHiddenText,
} from "../workbook/workbook.ts";
import { holdsAgainst } from "./data-styles.ts";
import type { OdsStyles } from "./styles.ts";

/** One condition and the style that it applies, by its name. */
const conditional = (condition: string, name: string | undefined, styles: OdsStyles): Condition => ({
  holds: (value) => {
    const number = numberOf(value);
    return number === undefined ? undefined : holdsAgainst(condition, number);
  },
  change: () => {
    const format = styles.data(name);
    const applied = styles.cell(name);
    return format && format.showsItself(A_FIGURE) !== true ? { ...applied, unusual: true } : applied;
  },
});

/** Any will do, to tell whether a format shows figures as they are. */
const A_FIGURE = 12;

/** Those that LibreOffice writes for a whole table. */
export const tableConditions = (table: XmlElement, styles: OdsStyles): readonly ConditionalFormat[] =>
  descendants(table, "calcext:conditional-format").flatMap((format) => {
    const ranges = format.attributes["calcext:target-range-address"] ?? "";
    const areas = (ranges.match(RANGE) ?? []).flatMap((range) => areaOf(plainRange(range)) ?? []);
    // LibreOffice says it of icons with the first of them.
    const hidesValues = ["calcext:data-bar", "calcext:icon-set", "calcext:formatting-entry"].some((name) =>
      descendants(format, name).some(({ attributes }) => attributes["calcext:show-value"] === "false"),
    );
    // Bars and icons in place of the figures.
    const instead = hidesValues ? [{ areas, holds: isNumber, change: withHiddenText }] : [];
    // Which colour of a scale, or whether a bar, is behind a figure would have to be computed.
    const colours = ["calcext:color-scale-entry", "calcext:data-bar"].flatMap((name) => descendants(format, name));
    const scale = colours.map(({ attributes: { "calcext:color": own, "calcext:positive-color": bar } }) => ({
      areas,
      holds: () => undefined,
      change: (style: CellStyle) => ({ ...style, fill: parseHexColour(own ?? bar) ?? null }),
    }));
    const days = childrenOf(format, "calcext:date-is").map(({ attributes }) => ({
      areas,
      ...conditional("", attributes["calcext:style"], styles),
    }));
    const conditions = childrenOf(format, "calcext:condition").map(({ attributes }) => ({
      areas,
      ...conditional(attributes["calcext:value"] ?? "", attributes["calcext:apply-style-name"], styles),
    }));
    return [...instead, ...scale, ...days, ...conditions];
  });

const isNumber: Condition["holds"] = (value) => numberOf(value) !== undefined;

/** Of several that blanks part; the name of a sheet may hold blanks: "'IS 101'.A1:'IS 101'.B5". */
const RANGE = /(?:'(?:[^']|'')*'|[^\s'])+/g;

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
    conditional(attributes["style:condition"] ?? "", attributes["style:apply-style-name"], styles),
  );
}
