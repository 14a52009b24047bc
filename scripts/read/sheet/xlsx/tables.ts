/** The tables of a sheet of an .xlsx: their headers, the names of their columns, their styles (ECMA-376 part 1, 18.5). */
import { childrenOf, findChild, type XmlElement } from "../../container/xml.ts";
import type { Rgb } from "../../contract/contrast.ts";
import { type Area, areaOf, nameOfArea } from "../workbook/areas.ts";
import type { ConditionalFormat } from "../workbook/workbook.ts";
import type { Styles } from "./styles.ts";

/** What is known of the tables of the sheet. */
export interface Tables {
  /** What their styles paint under the cells that have no fill of their own: the first that holds a cell counts. */
  readonly painted: readonly { readonly area: Area; readonly fill: Rgb }[];
  /** Their columns, as formulas name them, and where these stand. */
  readonly columnNames: ReadonlyMap<string, string>;
}

export const tablesOf = (tables: readonly XmlElement[]): Tables => ({
  painted: tables.flatMap((table) => [
    ...headerOf(table).map((area) => ({ area, fill: GREY })),
    ...darkOf(table).map((area) => ({ area, fill: DARK_GREY })),
  ]),
  columnNames: new Map(tables.flatMap(columnNamesOf)),
});

/** What the style of a table paints under its header is not known: a middle grey hides neither white nor black. */
const GREY: Rgb = [128, 128, 128];
/** Of the dark styles of Excel, the stripes: white is seen there, a dark grey is not. */
const DARK_GREY: Rgb = [64, 64, 64];

/** The others, from 8 on, are dark at their header only. */
function darkOf(table: XmlElement): readonly Area[] {
  const area = areaOf(table.attributes.ref ?? "");
  const isDark = /^TableStyleDark[1-7]$/.test(findChild(table, "x:tableStyleInfo")?.attributes.name ?? "");
  return area && isDark ? [area] : [];
}

/** "Faits[T1 2026]" => "$B$2:$B$9", without the header and the totals. */
function columnNamesOf(table: XmlElement): readonly (readonly [name: string, place: string])[] {
  const { ref = "", displayName = "", headerRowCount = "1", totalsRowCount = "0" } = table.attributes;
  const area = areaOf(ref);
  if (!area) return [];
  const [top, bottom] = [area.top + Number(headerRowCount), area.bottom - Number(totalsRowCount)];
  return childrenOf(findChild(table, "x:tableColumns"), "x:tableColumn").map(({ attributes }, i) => {
    const column = nameOfArea({ top, bottom, left: area.left + i, right: area.left + i });
    return [`${displayName}[${attributes.name}]`, column.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")] as const;
  });
}

/** The first row of a table, when that is its header. */
function headerOf({ attributes }: XmlElement): readonly Area[] {
  const area = areaOf(attributes.ref ?? "");
  return area && attributes.headerRowCount !== "0" ? [{ ...area, bottom: area.top }] : [];
}

/** A style of tables of the file's own may hide the text of some of its cells: which ones is not computed here. */
export function tableLooks(table: XmlElement, styles: Styles): readonly ConditionalFormat[] {
  const area = areaOf(table.attributes.ref ?? "");
  const name = findChild(table, "x:tableStyleInfo")?.attributes.name ?? "";
  return area ? styles.table(name).map((change) => ({ areas: [area], holds: () => undefined, change })) : [];
}
