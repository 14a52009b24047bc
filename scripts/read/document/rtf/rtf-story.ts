/** One story of an RTF file (body, page header, text box): its text and its control words on paragraphs and tables -> blocks. */
import type { Beside } from "../../../model/grid.ts";
import { NUMBER_SIGN, withMarker } from "../../seen/list-marker.ts";
import { createTextWriter, type Look, type SeenText, under, withBeside } from "../../seen/seen-text.ts";
import type { Block } from "../document.ts";
import { createFlow, type RowDefinition } from "../document-flow.ts";
import { isPushedOut, isSetOffThePage } from "../paragraph-limits.ts";
import type { Shade } from "./rtf-properties.ts";

export interface RtfStory {
  readonly add: (piece: string, look: Look) => void;
  /** A picture or a field, in the text. */
  readonly addBeside: (...more: readonly Beside[]) => void;
  /** The mark of a note, above the line. */
  readonly addNoteMark: () => void;
  /** A piece of the number or bullet that is drawn before the text. */
  readonly addMarker: (piece: string) => void;
  /** A text box that stands within the story. */
  readonly addBlocks: (blocks: readonly Block[]) => void;
  /** Takes a control word if it is about paragraphs and tables. `nested`: within \nesttableprops. */
  readonly control: (name: string, value: number | null, nested: boolean) => boolean;
  /** Behind the cell being written; null when its row is not defined yet. */
  readonly cellShade: () => Shade | null;
  /** Number of the style of the table being written. */
  readonly tableStyle: () => number | undefined;
  readonly isInTable: () => boolean;
  readonly finish: () => readonly Block[] | string;
}

/** `shade`: behind the cell. */
type CellDefinition = RowDefinition["cells"][number] & { readonly shade: Shade };

type Control = (value: number | null, row: Row) => void;
/** Words that say the same: "raw" ones are of Word 2002 and later. */
const sameFor = (names: readonly string[], control: Control): Readonly<Record<string, Control>> =>
  Object.fromEntries(names.map((name) => [name, control]));

interface Row {
  left: number;
  height: number;
  gap: number;
  /** Behind its cells that have none of their own. */
  shade: Shade;
  /** Number of the style of its table. */
  style: number | undefined;
  isAway: boolean;
  cells: CellDefinition[];
}

const createRow = (): Row => ({ left: 0, height: 0, gap: 0, shade: {}, style: undefined, isAway: false, cells: [] });

/** `name`: how its paragraphs are called ("en-tête de page"); none for the body. */
export function createStory(name?: string): RtfStory {
  const flow = createFlow(name);
  const text = createTextWriter();
  let cellsEnded = 0; // of the row being written
  let inTable = false; // \intbl
  let nesting = 1; // \itap
  // Row definitions being written, \trowd … \cellx: of the row in the text, and of the row in a nested table.
  const outer = createRow();
  const inner = createRow();
  let joinsLeft = false; // of the next \cellx
  let merge: CellDefinition["merge"];
  let doubt: CellDefinition["doubt"];
  let padding = 0; // of the next \cellx
  let shade: Shade = {}; // of the next \cellx
  let marker = ""; // of the paragraph being written
  let above = 0; // the paragraph being written
  let isReversed = false; // its first cell is the rightmost one

  const paragraphText = (): SeenText => under(above, text.take());
  /** The text of a cell, as its row and its marker let it be seen. */
  const cellText = (): SeenText => {
    const seen = withMarker(paragraphText(), marker);
    marker = "";
    return isReversed && seen.text.trim() !== "" ? withBeside(seen, [{ kind: "unsure", text: "" }]) : seen;
  };

  const depth = (): number => (inTable ? Math.max(1, nesting) : 0);

  const controls: Readonly<Record<string, Control>> = {
    ...sameFor(["par", "sect"], () => flow.endParagraph(paragraphText(), depth())),
    pard: () => {
      marker = "";
      above = 0;
      inTable = false;
      nesting = 1;
    },
    sb: (value) => {
      above = value ?? 0;
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
      flow.endCell(cellText(), 1);
    },
    nestcell: () => flow.endCell(cellText(), Math.max(2, nesting)),
    ls: (value) => {
      if (value) marker ||= NUMBER_SIGN;
    },
    trrh: (value, row) => {
      row.height = value ?? 0;
    },
    trgaph: (value, row) => {
      row.gap = value ?? 0;
    },
    rtlrow: () => {
      isReversed = true;
    },
    row: () => {
      cellsEnded = 0;
      flow.endRow(outer, 1);
    },
    nestrow: () => flow.endRow(inner, Math.max(2, nesting)),
    trowd: (_, row) => {
      Object.assign(row, createRow());
      isReversed = false;
    },
    trleft: (value, row) => {
      row.left = value ?? 0;
    },
    ts: (value, row) => {
      row.style = value ?? 0;
    },
    ...sameFor(["tposx", "tposnegx", "tposy", "tposnegy"], (value, row) => {
      row.isAway ||= isSetOffThePage(value ?? 0);
    }),
    // Word says the blank at the left where the one above is expected.
    ...sameFor(["clpadl", "clpadt"], (value) => {
      if (isPushedOut(value ?? 0)) doubt = "unsure";
      padding = Math.max(padding, value ?? 0);
    }),
    trpaddl: (value, row) => {
      row.isAway ||= isPushedOut(value ?? 0);
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
    trcbpat: (value, row) => {
      row.shade = { ...row.shade, background: value ?? 0 };
    },
    trcfpat: (value, row) => {
      row.shade = { ...row.shade, shadeColour: value ?? 0 };
    },
    trshdng: (value, row) => {
      row.shade = { ...row.shade, shade: value ?? 0 };
    },
    ...sameFor(["clcbpat", "clcbpatraw"], (value) => {
      shade = { ...shade, background: value ?? 0 };
    }),
    ...sameFor(["clcfpat", "clcfpatraw"], (value) => {
      shade = { ...shade, shadeColour: value ?? 0 };
    }),
    ...sameFor(["clshdng", "clshdngraw"], (value) => {
      shade = { ...shade, shade: value ?? 0 };
    }),
    ...sameFor(["cldglu", "cldgll"], () => {
      doubt = "covered";
    }),
    cldel: () => {
      doubt = "struck";
    },
    cellx: (value, row) => {
      const behind = shade.shade || shade.background ? shade : row.shade;
      row.cells.push({ right: value ?? 0, joinsLeft, merge, padding, shade: behind, ...(doubt && { doubt }) });
      doubt = undefined;
      padding = 0;
      shade = {};
      joinsLeft = false;
      merge = undefined;
    },
  };

  return {
    add: text.add,
    addBeside: text.addBeside,
    addNoteMark: text.addNoteMark,
    addMarker: (piece) => {
      marker = marker === NUMBER_SIGN ? piece : marker + piece;
    },
    addBlocks: (more) => flow.addBlocks(more, depth()),
    control: (word, value, nested) => {
      if (!Object.hasOwn(controls, word)) return false;
      controls[word]?.(value, nested ? inner : outer);
      return true;
    },
    cellShade: () => {
      if (depth() === 0) return {};
      const cell = depth() === 1 ? outer.cells[cellsEnded] : undefined;
      return cell ? cell.shade : null;
    },
    tableStyle: () => (depth() === 0 ? undefined : (depth() === 1 ? outer : inner).style),
    isInTable: () => depth() > 0,
    finish: () => {
      if (!text.isEmpty()) flow.endParagraph(text.take(), depth());
      return flow.finish();
    },
  };
}
