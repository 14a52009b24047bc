/** The tables of a sheet of an .xlsx: their headers, the names of their columns, their styles (ECMA-376 part 1, 18.5). */
import { childrenOf, findChild, type XmlElement } from "../../container/xml.ts";
import { type Area, areaOf, nameOfArea } from "../workbook/areas.ts";
import type { ConditionalFormat } from "../workbook/workbook.ts";
import type { Styles } from "./styles.ts";

/** What is known of the tables of the sheet. */
export interface Tables {
  /** The first row of each, when that is its header: its fill is not that of its cells. */
  readonly headers: readonly Area[];
  /** Their columns, as formulas name them, and where these stand. */
  readonly columnNames: ReadonlyMap<string, string>;
}

export const tablesOf = (tables: readonly XmlElement[]): Tables => ({
  headers: tables.flatMap(headerOf),
  columnNames: new Map(tables.flatMap(columnNamesOf)),
});

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
