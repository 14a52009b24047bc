/** What the parts of an .xlsx (ECMA-376) have in common. */
import { escapeXml } from "../../model/text/xml.ts";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export const xml = (content: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;

/**
 * Text of a cell or an attribute. A spreadsheet reads "_x0041_" as "A": its underscore is written out. The two code points
 * that XML cannot hold become the sign of what is unknown; control characters were written out before, as on the pages.
 */
export const textOf = (text: string): string =>
  escapeXml(text.replace(/[\ufffe\uffff]/g, "\ufffd").replace(/_(?=x[\dA-F]{4}_)/gi, "_x005F_"));
