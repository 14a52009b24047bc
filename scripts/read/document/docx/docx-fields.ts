/** The marks of the fields of a .docx. ECMA-376 part 1, 17.16.18 (fldChar), 17.16.17 (lists of choices). */
import { descendants, findChild, type XmlElement } from "../../container/xml.ts";
import type { TextWriter } from "../../seen/seen-text.ts";
import type { OpenFields } from "../word-fields.ts";
import { isTrue, valueIn } from "./docx-values.ts";

/** begin, separate, end; a list of choices shows the one that is chosen, which stands in no run. */
export function addFieldMark(fields: OpenFields, mark: XmlElement, writer: TextWriter): void {
  const type = mark.attributes["w:fldCharType"];
  if (type === "begin") {
    fields.begin(isTrue(mark.attributes["w:dirty"]));
    const list = findChild(mark, "w:ffData", "w:ddList");
    if (list) {
      const entries = descendants(list, "w:listEntry").map((entry) => entry.attributes["w:val"] ?? "");
      const chosen = Number(valueIn(list, "w:result") ?? 0);
      writer.addBeside({ kind: "other", text: entries[chosen] ?? "" });
    }
  } else if (type === "separate") fields.separate();
  else if (type === "end") writer.addBeside(...fields.end());
}
