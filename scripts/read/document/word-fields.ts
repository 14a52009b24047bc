/** Fields of Word's formats, which Word fills: what it is told to show is no text. ECMA-376 part 1, 17.16. */
import type { Beside } from "../../model/grid.ts";
import { NUMBER_SIGN } from "../seen/list-marker.ts";

export interface Field {
  /** What Word is told to show: " SEQ Tableau "; it goes on until the result begins. */
  instruction: string;
  /** Its result shows a text. */
  isShown: boolean;
  /** Word computes it again when it opens the file. */
  isDirty: boolean;
}

/** Fields that show nothing of their own, or whose result is no text. */
const SILENT = /^\s*(?:TC|XE|RD|TA|SET|ASK|PRIVATE|BIDIOUTLINE|FORM(?:CHECKBOX|TEXT)|HYPERLINK|INCLUDEPICTURE)\b/i;
/** A page's number or a date, which Word finds anew; a sum of the table, which it does not when a figure changes. */
const MAY_DIFFER = /^\s*(?:=|(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|DATE|TIME|LISTNUM|AUTONUM\w*)\b)/i;

/** What stands beside the result of a field: the number that Word finds where the file holds none; a result that may not be what is seen. */
export function besideField({ instruction, isShown, isDirty }: Field): readonly Beside[] {
  if (isShown) return isDirty || MAY_DIFFER.test(instruction) ? [{ kind: "stale", text: instruction.trim() }] : [];
  const isSilent = instruction.trim() === "" || SILENT.test(instruction);
  return isSilent ? [] : [{ kind: "other", text: NUMBER_SIGN }];
}

export const isLinkField = ({ instruction }: Field): boolean => /^\s*HYPERLINK\b/i.test(instruction);

/** The fields that are open, one within the other, as marks tell them: begin, instruction, separator, result, end. */
export interface OpenFields {
  readonly begin: (isDirty: boolean) => void;
  readonly separate: () => void;
  /** What stands beside the text where the last one ends. */
  readonly end: () => readonly Beside[];
  /** A piece of instruction; false: no field takes one here, it is text as another (17.16.23). */
  readonly addInstruction: (text: string) => boolean;
  /** A text stands in their results. */
  readonly showText: () => void;
  readonly isInInstruction: () => boolean;
  readonly isInLink: () => boolean;
  readonly areAllEnded: () => boolean;
}

export function createFields(): OpenFields {
  const open: (Field & { inInstruction: boolean })[] = [];
  const isInInstruction = (): boolean => open.some(({ inInstruction }) => inInstruction);
  return {
    begin: (isDirty) => {
      open.push({ instruction: "", inInstruction: true, isShown: false, isDirty });
    },
    separate: () => {
      const field = open.at(-1);
      if (field) field.inInstruction = false;
    },
    end: () => {
      const field = open.pop();
      return field && !isInInstruction() ? besideField(field) : [];
    },
    addInstruction: (text) => {
      const field = open.at(-1);
      if (!field?.inInstruction) return false;
      field.instruction += text;
      return true;
    },
    showText: () => {
      for (const field of open) if (!field.inInstruction) field.isShown = true;
    },
    isInInstruction,
    isInLink: () => open.some(isLinkField),
    areAllEnded: () => open.length === 0,
  };
}
