/** Conditional formats of an .ods: of a style of cells, or of the table as LibreOffice writes them. */
import type { XmlElement } from "../../container/xml.ts";
import { childrenOf, descendants } from "../../container/xml.ts";
import { parseHexColour } from "../../contract/contrast.ts";
import { areaOf } from "../workbook/areas.ts";
import { type CellStyle, type Condition, type ConditionalFormat, numberOf } from "../workbook/workbook.ts";
import { holdsAgainst } from "./data-styles.ts";
import type { OdsStyles } from "./styles.ts";

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
    const hidesValues = ["calcext:data-bar", "calcext:icon-set"].some((name) =>
      childrenOf(format, name).some(({ attributes }) => attributes["calcext:show-value"] === "false"),
    );
    const instead = hidesValues ? [{ areas, holds: isNumber, change: hiddenText }] : [];
    // Which colour of a scale is behind a figure would have to be computed.
    const scale = descendants(format, "calcext:color-scale-entry").map(({ attributes }) => ({
      areas,
      holds: () => undefined,
      change: (style: CellStyle) => ({ ...style, fill: parseHexColour(attributes["calcext:color"] ?? "") ?? null }),
    }));
    const conditions = childrenOf(format, "calcext:condition").map(({ attributes }) => ({
      areas,
      ...conditional(attributes["calcext:value"] ?? "", styles.cell(attributes["calcext:apply-style-name"])),
    }));
    return [...instead, ...scale, ...conditions];
  });

const isNumber: Condition["holds"] = (value) => numberOf(value) !== undefined;
/** Bars and icons in place of the figures. */
const hiddenText: Condition["change"] = (style) => ({ ...style, font: { ...style.font, hidden: true } });

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
