/** Fields of a .docx, which Word fills: what it is told to show is no text. ECMA-376 part 1, 17.16. */
import { descendants, findChild, type XmlElement } from "../../container/xml.ts";
import { mayDiffer, NUMBER_SIGN, showsSomething } from "../list-marker.ts";
import type { TextWriter } from "../seen-text.ts";
import { isTrue, valueIn } from "./docx-values.ts";

export interface OpenField {
  /** What it is told to show: " SEQ Tableau "; it goes on until its result begins. */
  instruction: string;
  inInstruction: boolean;
  /** Its result shows a text. */
  isShown: boolean;
  /** Word computes it again when it opens the file. */
  readonly isDirty: boolean;
}

/** begin, separate, end; a list of choices shows the one that is chosen, which stands in no run. */
export function addFieldMark(fields: OpenField[], mark: XmlElement, writer: TextWriter): void {
  const type = mark.attributes["w:fldCharType"];
  if (type === "begin") {
    fields.push({
      instruction: "",
      inInstruction: true,
      isShown: false,
      isDirty: isTrue(mark.attributes["w:dirty"]),
    });
    const list = findChild(mark, "w:ffData", "w:ddList");
    if (list) {
      const entries = descendants(list, "w:listEntry").map((entry) => entry.attributes["w:val"] ?? "");
      const chosen = Number(valueIn(list, "w:result") ?? 0);
      writer.addBeside({ kind: "other", text: entries[chosen] ?? "" });
    }
  } else if (type === "separate") {
    const field = fields.at(-1);
    if (field) field.inInstruction = false;
  } else if (type === "end") {
    const field = fields.pop();
    if (!field || isInInstruction(fields)) return;
    const { instruction, isShown, isDirty } = field;
    // No result stands in the file: Word finds it.
    if (!isShown && showsSomething(instruction)) writer.addBeside({ kind: "other", text: NUMBER_SIGN });
    else if (isShown && (isDirty || mayDiffer(instruction)))
      writer.addBeside({ kind: "stale", text: instruction.trim() });
  }
}

/** Of the field that was opened last; in none, it is text as another (17.16.23). @returns was it an instruction? */
export function addInstruction(fields: readonly OpenField[], text: string): boolean {
  const field = fields.at(-1);
  if (!field?.inInstruction) return false;
  field.instruction += text;
  return true;
}

/** A text stands in the results of the fields that are open. */
export function showText(fields: readonly OpenField[]): void {
  for (const field of fields) if (!field.inInstruction) field.isShown = true;
}

export const isInInstruction = (fields: readonly OpenField[]): boolean =>
  fields.some(({ inInstruction }) => inInstruction);
