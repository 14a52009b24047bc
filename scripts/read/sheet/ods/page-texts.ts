/** The header and footer of the pages of an .ods, which a master page holds and the style of a sheet names (OpenDocument 1.3 part 3, 16.9 and 16.10). */
import { descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import type { OpenStyles } from "../../open-document/open-styles.ts";

/** By the style of a sheet. */
export function pageTexts(roots: readonly XmlElement[], named: OpenStyles): (tableStyle?: string) => readonly string[] {
  const masters = new Map(
    roots
      .flatMap((root) => descendants(root, "style:master-page"))
      .map((master) => [master.attributes["style:name"] ?? "", master] as const),
  );
  return (tableStyle = "") => {
    const master = named.find("table", tableStyle)?.attributes["style:master-page-name"] ?? "Default";
    return elementsIn(masters.get(master))
      .filter(({ name, attributes }) => HOLDER.test(name) && attributes["style:display"] !== "false")
      .flatMap((holder) => descendants(holder, "text:p"))
      .map((paragraph) => textOf(paragraph).trim())
      .filter((text) => text !== "");
  };
}

const HOLDER = /^style:(header|footer)(-left|-first)?$/;

/** Without the fields, which stand for the number of the page, the name of the sheet, the day. */
const textOf = ({ children }: XmlElement): string =>
  children
    .map((child) =>
      typeof child === "string"
        ? child.replace(/\s+/g, " ")
        : /^text:(span|a)$/.test(child.name)
          ? textOf(child)
          : /^text:(s|tab|line-break)$/.test(child.name)
            ? " "
            : "",
    )
    .join("");
