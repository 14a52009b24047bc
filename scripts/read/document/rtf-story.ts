/** One story of an RTF file (body, page header, text box): its text and its control words on paragraphs and tables -> blocks. */
import type { Block } from "./document.ts";
import { createFlow, type RowDefinition } from "./document-flow.ts";

export interface RtfStory {
  readonly add: (piece: string) => void;
  /** A text box that stands within the story. */
  readonly addBlocks: (blocks: readonly Block[]) => void;
  /** Takes a control word if it is about paragraphs and tables. `nested`: within \nesttableprops. */
  readonly control: (name: string, value: number | null, nested: boolean) => boolean;
  readonly finish: () => readonly Block[] | string;
}

type CellDefinition = RowDefinition["cells"][number];

/** `name`: how its paragraphs are called ("en-tête de page"); none for the body. */
export function createStory(name?: string): RtfStory {
  const flow = createFlow(name);
  let text = "";
  let inTable = false; // \intbl
  let nesting = 1; // \itap
  // Row definitions being written, \trowd … \cellx: of the row in the text, and of the row in a nested table.
  const outer: { left: number; cells: CellDefinition[] } = { left: 0, cells: [] };
  const inner: { left: number; cells: CellDefinition[] } = { left: 0, cells: [] };
  let joinsLeft = false; // of the next \cellx
  let merge: CellDefinition["merge"];

  const depth = (): number => (inTable ? Math.max(1, nesting) : 0);
  const taken = (): string => {
    const all = text;
    text = "";
    return all;
  };

  const controls: Readonly<Record<string, (value: number | null, row: typeof outer) => void>> = {
    par: () => flow.endParagraph(taken(), depth()),
    sect: () => flow.endParagraph(taken(), depth()),
    pard: () => {
      inTable = false;
      nesting = 1;
    },
    intbl: () => {
      inTable = true;
    },
    itap: (value) => {
      nesting = value ?? 1;
      inTable = nesting > 0;
    },
    cell: () => flow.endCell(taken(), 1),
    nestcell: () => flow.endCell(taken(), Math.max(2, nesting)),
    row: () => flow.endRow(outer, 1),
    nestrow: () => flow.endRow(inner, Math.max(2, nesting)),
    trowd: (_, row) => {
      row.left = 0;
      row.cells = [];
    },
    trleft: (value, row) => {
      row.left = value ?? 0;
    },
    clmrg: () => {
      joinsLeft = true;
    },
    clvmgf: () => {
      merge = "start";
    },
    clvmrg: () => {
      merge = "continue";
    },
    cellx: (value, row) => {
      row.cells.push({ right: value ?? 0, joinsLeft, merge });
      joinsLeft = false;
      merge = undefined;
    },
  };

  return {
    add: (piece) => {
      text += piece;
    },
    addBlocks: (more) => flow.addBlocks(more, depth()),
    control: (word, value, nested) => {
      if (!Object.hasOwn(controls, word)) return false;
      controls[word]?.(value, nested ? inner : outer);
      return true;
    },
    finish: () => {
      if (text.trim() !== "") flow.endParagraph(taken(), depth());
      return flow.finish();
    },
  };
}
