/** One story of an RTF file (body, page header, text box): its text and its control words on paragraphs and tables -> blocks. */
import type { Beside } from "../../../model/grid.ts";
import type { Block } from "../document.ts";
import { createFlow, type RowDefinition } from "../document-flow.ts";
import { createTextWriter, type Look } from "../seen-text.ts";

export interface RtfStory {
  readonly add: (piece: string, look: Look) => void;
  /** A picture or a field, in the text. */
  readonly addBeside: (beside: Beside) => void;
  /** A text box that stands within the story. */
  readonly addBlocks: (blocks: readonly Block[]) => void;
  /** Takes a control word if it is about paragraphs and tables. `nested`: within \nesttableprops. */
  readonly control: (name: string, value: number | null, nested: boolean) => boolean;
  /** Index of the colour of the cell being written, 0 for none; null when its row is not defined yet. */
  readonly cellColour: () => number | null;
  readonly finish: () => readonly Block[] | string;
}

/** `colour`: index of the colour behind the cell; null: a pattern, or a shade that cannot be told. */
type CellDefinition = RowDefinition["cells"][number] & { readonly colour: number | null };

/** `name`: how its paragraphs are called ("en-tête de page"); none for the body. */
export function createStory(name?: string): RtfStory {
  const flow = createFlow(name);
  const text = createTextWriter();
  let cellsEnded = 0; // of the row being written
  let inTable = false; // \intbl
  let nesting = 1; // \itap
  // Row definitions being written, \trowd … \cellx: of the row in the text, and of the row in a nested table.
  const outer: { left: number; cells: CellDefinition[] } = { left: 0, cells: [] };
  const inner: { left: number; cells: CellDefinition[] } = { left: 0, cells: [] };
  let joinsLeft = false; // of the next \cellx
  let merge: CellDefinition["merge"];
  let colour: number | null = 0;

  const depth = (): number => (inTable ? Math.max(1, nesting) : 0);

  const controls: Readonly<Record<string, (value: number | null, row: typeof outer) => void>> = {
    par: () => flow.endParagraph(text.take(), depth()),
    sect: () => flow.endParagraph(text.take(), depth()),
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
    cell: () => {
      cellsEnded += 1;
      flow.endCell(text.take(), 1);
    },
    nestcell: () => flow.endCell(text.take(), Math.max(2, nesting)),
    row: () => {
      cellsEnded = 0;
      flow.endRow(outer, 1);
    },
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
    clcbpat: (value) => {
      colour = value ?? 0;
    },
    clshdng: (value) => {
      if (value) colour = null;
    },
    cellx: (value, row) => {
      row.cells.push({ right: value ?? 0, joinsLeft, merge, colour });
      colour = 0;
      joinsLeft = false;
      merge = undefined;
    },
  };

  return {
    add: text.add,
    addBeside: text.addBeside,
    addBlocks: (more) => flow.addBlocks(more, depth()),
    control: (word, value, nested) => {
      if (!Object.hasOwn(controls, word)) return false;
      controls[word]?.(value, nested ? inner : outer);
      return true;
    },
    cellColour: () => {
      if (depth() === 0) return 0;
      const cell = depth() === 1 ? outer.cells[cellsEnded] : undefined;
      return cell ? cell.colour : null;
    },
    finish: () => {
      if (!text.isEmpty()) flow.endParagraph(text.take(), depth());
      return flow.finish();
    },
  };
}
