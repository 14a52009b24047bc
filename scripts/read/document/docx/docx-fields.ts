/** Fields of a .docx, which Word fills: what it is told to show is no text. ECMA-376 part 1, 17.16. */
import { descendants, findChild, type XmlElement } from "../../container/xml.ts";
import { NUMBER_SIGN, showsSomething } from "../list-marker.ts";
import type { TextWriter } from "../seen-text.ts";

export interface OpenField {
  /** What it is told to show: " SEQ Tableau "; it goes on until its result begins. */
  instruction: string;
  inInstruction: boolean;
}

/** begin, separate, end; a list of choices shows the one that is chosen, which stands in no run. */
export function addFieldMark(fields: OpenField[], mark: XmlElement, writer: TextWriter): void {
  const type = mark.attributes["w:fldCharType"];
  if (type === "begin") {
    fields.push({ instruction: "", inInstruction: true });
    const list = findChild(mark, "w:ffData", "w:ddList");
    if (list) {
      const entries = descendants(list, "w:listEntry").map((entry) => entry.attributes["w:val"] ?? "");
      const chosen = Number(findChild(list, "w:result")?.attributes["w:val"] ?? 0);
      writer.addBeside({ kind: "other", text: entries[chosen] ?? "" });
    }
  } else if (type === "separate" && fields.length > 0)
    fields[fields.length - 1] = { instruction: "", inInstruction: false };
  else if (type === "end") {
    const field = fields.pop();
    // No result stands in the file: Word finds it.
    if (field?.inInstruction && showsSomething(field.instruction))
      writer.addBeside({ kind: "other", text: NUMBER_SIGN });
  }
}

/** Of the field that was opened last. */
export function addInstruction(fields: readonly OpenField[], text: string): void {
  const field = fields.at(-1);
  if (field?.inInstruction) field.instruction += text;
}

export const isInInstruction = (fields: readonly OpenField[]): boolean =>
  fields.some(({ inInstruction }) => inInstruction);
