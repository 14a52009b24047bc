/** Fields of Word's formats: what Word is told to show is no text, and the result that it shows may be found anew. ECMA-376 part 1, 17.16. */
import { type Construct, NAMES } from "./rule.ts";

interface Field {
  /** What Word is told to show: " SEQ Tableau ". */
  instruction: string;
  /** It goes on until the result begins. */
  inInstruction: boolean;
  isShown: boolean;
}

/** They show nothing of their own, or their result is no text. */
const SILENT =
  /^\s*(?:$|(?:TC|XE|RD|TA|SET|ASK|PRIVATE|BIDIOUTLINE|FORM(?:CHECKBOX|TEXT)|HYPERLINK|INCLUDEPICTURE)\b)/i;
/** Word finds them anew whenever it shows the page; or, a sum of the table, does not when a figure changes. */
const MAY_DIFFER = /^\s*(?:=|(?:DATE|TIME|LISTNUM|AUTONUM\w*)\b)/i;
const OF_PAGES = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\b/i;

function constructOf({ instruction, isShown }: Field, inTable: boolean): readonly Construct[] {
  if (OF_PAGES.test(instruction)) return inTable ? [NAMES.field] : [];
  const isPlain = isShown ? !MAY_DIFFER.test(instruction) : SILENT.test(instruction);
  return isPlain ? [] : [NAMES.field];
}

/** The fields that are open, one within the other, as marks tell them: begin, instruction, separator, result, end. */
interface OpenFields {
  readonly begin: () => void;
  readonly separate: () => void;
  /** What is not plain where the last one ends. */
  readonly end: (inTable: boolean) => readonly Construct[];
  /** A piece of instruction; false: no field takes one here. */
  readonly addInstruction: (text: string) => boolean;
  /** A text stands in their results. */
  readonly showText: () => void;
  readonly isInInstruction: () => boolean;
  readonly isInLink: () => boolean;
  readonly areAllEnded: () => boolean;
}

export function createFields(): OpenFields {
  const open: Field[] = [];
  const isInInstruction = (): boolean => open.some(({ inInstruction }) => inInstruction);
  return {
    begin: () => void open.push({ instruction: "", inInstruction: true, isShown: false }),
    separate: () => {
      const field = open.at(-1);
      if (field) field.inInstruction = false;
    },
    end: (inTable) => {
      const field = open.pop();
      return field && !isInInstruction() ? constructOf(field, inTable) : [];
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
    isInLink: () => open.some(({ instruction }) => /^\s*HYPERLINK\b/i.test(instruction)),
    areAllEnded: () => open.length === 0,
  };
}
