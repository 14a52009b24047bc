/** One story of a document of Word (body, page header, text box): its text and its words on paragraphs and tables -> blocks. */
import type { Rgb } from "../../contract/contrast.ts";
import { isOfCell, isOfRow } from "../../plain/rtf-words.ts";
import { NAMES } from "../../plain/rule.ts";
import { type Block, isBlank } from "../document.ts";
import { createFlow } from "../document-flow.ts";
import { createMarkedWriter, type MarkedText } from "../marked-text.ts";
import type { RowDefinition } from "../row-definition.ts";
import { groundOf, NOTHING_SAID, oddIn, type Said, saidWith, type Word } from "./word-said.ts";
import type { WordStyles } from "./word-styles.ts";

/** What may be behind a cell. */
const CELL_GROUNDS = [
  ["clshdng", "clcfpat", "clcbpat"],
  ["clshdngraw", "clcfpatraw", "clcbpatraw"],
] as const;

const constructsOf = (said: Said): readonly string[] => oddIn(said).map(([, construct]) => construct);

/** A row of a table, as its words define it (\trowd … \cellx). */
function createRow() {
  let row = NOTHING_SAID;
  let cell = NOTHING_SAID;
  let cells: { readonly right: number; readonly said: Said }[] = [];
  return {
    control: (word: Word): void => {
      const { name, value } = word;
      if (name === "trowd") [row, cell, cells] = [NOTHING_SAID, NOTHING_SAID, []];
      else if (name === "cellx") {
        cells.push({ right: value ?? 0, said: saidWith(cell, word) });
        cell = NOTHING_SAID;
      } else if (isOfCell(name)) cell = saidWith(cell, word);
      else if (isOfRow(name)) row = saidWith(row, word);
    },
    /** Number of the style of its table. */
    style: (): number | undefined => row.values.ts,
    /** `isShaded`: the style of its table puts a ground behind cells: which ones is not followed. */
    definition: (colours: readonly (Rgb | undefined)[], isShaded: boolean): RowDefinition => {
      const behind = groundOf(row.values, ["trshdng", "trcfpat", "trcbpat"], colours) ?? (isShaded ? null : undefined);
      return {
        left: row.values.trleft ?? 0,
        exactHeight: (row.values.trrh ?? 0) < 0 ? -(row.values.trrh ?? 0) : undefined,
        constructs: constructsOf(row),
        cells: cells.map(({ right, said, said: { values } }) => ({
          right,
          joinsLeft: values.clmrg !== undefined,
          merge: values.clvmgf !== undefined ? "start" : values.clvmrg !== undefined ? "continue" : undefined,
          ground: CELL_GROUNDS.map((words) => groundOf(values, words, colours)).find(Boolean) ?? behind,
          constructs: constructsOf(said),
        })),
      };
    },
  };
}

export type WordStory = ReturnType<typeof createStory>;

export function createStory(styles: WordStyles) {
  const flow = createFlow();
  const writer = createMarkedWriter();
  let inTable = false; // \intbl
  let nesting = 1; // \itap
  // Rows as they are defined: in the text, and in a nested table.
  const [outer, inner] = [createRow(), createRow()];
  const depth = (): number => (inTable ? Math.max(1, nesting) : 0);
  const innerDepth = (): number => Math.max(2, nesting);
  const take = (): MarkedText => writer.take(depth() > 0);
  const endParagraph = (): void => flow.endParagraph(take(), depth());
  const endRow = (row: typeof outer, at: number): void =>
    flow.endRow(row.definition(styles.colours, styles.of(row.style()).isShaded), at);

  const controls: Readonly<Record<string, (value: number) => void>> = {
    par: endParagraph,
    sect: endParagraph,
    pard: () => {
      [inTable, nesting] = [false, 1];
    },
    ls: (value) => {
      if (value !== 0) writer.tellBeside(NAMES.numbered);
    },
    intbl: () => {
      inTable = true;
    },
    itap: (value) => {
      nesting = value;
      inTable = nesting > 0;
    },
    cell: () => flow.endCell(take(), 1),
    nestcell: () => flow.endCell(take(), innerDepth()),
    row: () => endRow(outer, 1),
    nestrow: () => endRow(inner, innerDepth()),
  };

  return {
    ...writer,
    /** A text box that stands within the story. */
    addBlocks: (more: readonly Block[]): void => flow.addBlocks(more, depth()),
    /** Takes a control word if it is about paragraphs and tables. `nested`: within \nesttableprops. */
    control: (word: Word, nested: boolean): void => {
      if (Object.hasOwn(controls, word.name)) controls[word.name]?.(word.value ?? 1);
      else (nested ? inner : outer).control(word);
    },
    /** Number of the style of the table being written. */
    tableStyle: (): number | undefined => (depth() === 0 ? undefined : (depth() === 1 ? outer : inner).style()),
    isInTable: (): boolean => depth() > 0,
    finish: (): readonly Block[] => {
      const rest = take();
      if (!isBlank(rest)) flow.endParagraph(rest, depth());
      return flow.finish();
    },
  };
}
