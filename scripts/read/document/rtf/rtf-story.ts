/** One story of an RTF file (body, page header, text box): its text and its control words on paragraphs and tables -> blocks. */
import type { Beside } from "../../../model/grid.ts";
import { NUMBER_SIGN, withMarker } from "../../seen/list-marker.ts";
import { createTextWriter, type Look, type SeenText } from "../../seen/seen-text.ts";
import type { Block } from "../document.ts";
import { createFlow } from "../document-flow.ts";
import { type Setting, setIn } from "../paragraph-limits.ts";
import type { Shade } from "./rtf-properties.ts";
import { createRow } from "./rtf-row.ts";

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

const NOT_SET: Omit<Setting, "beginning"> & { readonly left: number; readonly first: number } = {
  above: 0,
  left: 0,
  first: 0,
  right: 0,
  stops: [],
};

/** `name`: how its paragraphs are called ("en-tête de page"); none for the body. */
export function createStory(name?: string): RtfStory {
  const flow = createFlow(name);
  const text = createTextWriter();
  let cellsEnded = 0; // of the row being written
  let inTable = false; // \intbl
  let nesting = 1; // \itap
  // Rows as they are defined: in the text, and in a nested table.
  const outer = createRow();
  const inner = createRow();
  let marker = ""; // of the paragraph being written
  let setting = NOT_SET; // of the paragraph being written
  let isDecimal = false; // of the next \tx

  const paragraphText = (): SeenText =>
    depth() > 0 ? setIn(text.take(), { ...setting, beginning: setting.left + setting.first }) : text.take();
  const cellText = (): SeenText => {
    const seen = withMarker(paragraphText(), marker);
    marker = "";
    return seen;
  };

  const set = (what: Partial<typeof setting>): void => {
    setting = { ...setting, ...what };
  };
  const depth = (): number => (inTable ? Math.max(1, nesting) : 0);

  const endParagraph = (): void => flow.endParagraph(paragraphText(), depth());

  const controls: Readonly<Record<string, (value: number | null) => void>> = {
    par: endParagraph,
    sect: endParagraph,
    pard: () => {
      marker = "";
      setting = NOT_SET;
      isDecimal = false;
      inTable = false;
      nesting = 1;
    },
    sb: (value) => set({ above: value ?? 0 }),
    li: (value) => set({ left: value ?? 0 }),
    lin: (value) => set({ left: value ?? 0 }),
    fi: (value) => set({ first: value ?? 0 }),
    ri: (value) => set({ right: value ?? 0 }),
    rin: (value) => set({ right: value ?? 0 }),
    sl: (value) => set({ line: value !== null && value < 0 ? -value : undefined }),
    tqdec: () => {
      isDecimal = true;
    },
    tx: (value) => {
      set({ stops: [...setting.stops, { at: value ?? 0, isDecimal }] });
      isDecimal = false;
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
    row: () => {
      cellsEnded = 0;
      flow.endRow(outer.definition(), 1);
    },
    nestrow: () => flow.endRow(inner.definition(), Math.max(2, nesting)),
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
      if (!Object.hasOwn(controls, word)) return (nested ? inner : outer).control(word, value);
      controls[word]?.(value);
      return true;
    },
    cellShade: () => {
      if (depth() === 0) return {};
      return depth() === 1 ? outer.cellShade(cellsEnded) : null;
    },
    tableStyle: () => (depth() === 0 ? undefined : (depth() === 1 ? outer : inner).tableStyle()),
    isInTable: () => depth() > 0,
    finish: () => {
      if (!text.isEmpty()) flow.endParagraph(text.take(), depth());
      return flow.finish();
    },
  };
}
