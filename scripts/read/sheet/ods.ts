/** .ods -> one grid a sheet, from content.xml: it holds each cell's value and the text displayed for it; styles.xml says how it looks. */
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Result } from "../../model/issue.ts";
import { childrenOf, findChild } from "../container/xml.ts";
import { openXmlParts } from "../container/xml-parts.ts";
import { MAX_SHEETS, tooManySheets } from "../contract/limits.ts";
import { refused, unreadable } from "../contract/reader.ts";
import { PREFIXES } from "../document/open-document.ts";
import { odsStyles } from "./ods/styles.ts";
import { readTable } from "./ods/table.ts";
import { gridsOf } from "./workbook/grids.ts";

const FORMAT = "un classeur OpenDocument (.ods)";

export async function readOds(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const parts = openXmlParts(file, FORMAT, (name) => name === "content.xml" || name === "styles.xml", PREFIXES);
  if ("issue" in parts) return refused(parts.issue);
  const root = parts.get("content.xml");
  const body = root && findChild(root, "office:body", "office:spreadsheet");
  if (!root || !body) return refused(unreadable(file, FORMAT, "content.xml sans classeur"));
  const tables = childrenOf(body, "table:table");
  if (tables.length > MAX_SHEETS) return refused(tooManySheets(file.path, tables.length));
  const shared = parts.get("styles.xml");
  const styles = odsStyles([...(shared ? [shared] : []), root]);
  const sheets = tables.map((table, i) =>
    readTable(table, table.attributes["table:name"] ?? `Feuille${i + 1}`, styles),
  );
  return gridsOf(file, { from1904: false, asksToRecalculate: false, sheets }, FORMAT);
}
