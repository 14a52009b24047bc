/** What may be laid over the cells of an .xlsx: conditional formats, heads of tables (ECMA-376 part 1, 18.3.1.18 and 18.5; [MS-XLSX] 2.6.33). */
import { childrenOf, descendants, findChild, textIn, type XmlElement } from "../../container/xml.ts";
import { areaOf } from "../workbook/areas.ts";
import { NOT_PLAIN, type Overlay } from "../workbook/workbook.ts";
import type { Styles } from "./xlsx-styles.ts";
import { isOn } from "./xlsx-values.ts";

/** Whether a condition holds is not computed: only what it may do. */
export const conditionalFormats = (root: XmlElement, styles: Styles): readonly Overlay[] =>
  descendants(root, "x:conditionalFormatting").flatMap((format) => {
    const ranges = format.attributes.sqref ?? textIn(format, "xm:sqref");
    const areas = ranges
      .trim()
      .split(/\s+/)
      .flatMap((range) => areaOf(range) ?? []);
    return childrenOf(format, "x:cfRule")
      .flatMap((rule) => laidBy(rule, styles))
      .map((laid) => ({ areas, laid }));
  });

function laidBy(rule: XmlElement, styles: Styles): readonly Overlay["laid"][] {
  const parts = ["x:dataBar", "x:iconSet", "x:colorScale"].flatMap((name) => childrenOf(rule, name));
  // Bars and icons in place of the figures.
  if (parts.some(({ attributes }) => !isOn(attributes.showValue))) return [NOT_PLAIN];
  const colours = parts.flatMap((part) => ["x:color", "x:fillColor"].flatMap((name) => descendants(part, name)));
  const grounds = colours.map(styles.colour).filter((ground) => ground !== null);
  const laid = styles.laid(findChild(rule, "x:dxf") ?? Number(rule.attributes.dxfId));
  return [...grounds.map((ground) => ({ ground })), ...(laid ? [laid] : [])];
}

/** A style of tables of the file's own may hide the text of some of its cells: which ones is not computed. */
export function tableOverlays(table: XmlElement, styles: Styles): readonly Overlay[] {
  const area = areaOf(table.attributes.ref ?? "");
  const isOwn = styles.hasTable(findChild(table, "x:tableStyleInfo")?.attributes.name ?? "");
  return area && isOwn ? [{ areas: [area], laid: NOT_PLAIN }] : [];
}
