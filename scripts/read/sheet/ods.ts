/** .ods -> one grid a sheet, from content.xml: it holds each cell's value and the text displayed for it; styles.xml says how it looks. */
import { childrenOf, descendants, findChild, ownText, textIn, type XmlElement } from "../container/xml.ts";
import { damaged, refusing } from "../contract/reader.ts";
import { openXmlParts } from "../open-document/open-document.ts";
import { odsStyles } from "./ods/ods-styles.ts";
import { readTable } from "./ods/ods-table.ts";
import { gridsOf } from "./workbook/grids.ts";

const FORMAT = "un classeur OpenDocument (.ods)";

const READ = ["content.xml", "styles.xml", "settings.xml", "meta.xml"];

/** A view of the file that shows nothing in place of zeros. */
const leavesZerosBlank = (item: XmlElement): boolean =>
  item.attributes["config:name"] === "ShowZeroValues" && ownText(item).trim() === "false";

export const readOds = refusing(FORMAT, async (file) => {
  const parts = openXmlParts(file.bytes, READ);
  const root = parts.get("content.xml");
  const body = findChild(root, "office:body", "office:spreadsheet");
  if (!root || !body) return damaged("content.xml sans classeur");
  const tables = childrenOf(body, "table:table");
  const shared = parts.get("styles.xml");
  const styles = odsStyles([...(shared ? [shared] : []), root]);
  const showsZeros = !descendants(parts.get("settings.xml"), "config:config-item").some(leavesZerosBlank);
  // The program that saved it last, which has computed its formulas.
  const isComputed = /office/i.test(textIn(parts.get("meta.xml"), "meta:generator"));
  const sheets = tables.map((table, i) =>
    readTable(table, table.attributes["table:name"] ?? `Feuille${i + 1}`, styles, { showsZeros, isComputed }),
  );
  return gridsOf(file, { from1904: false, sheets });
});
