/** One story of a document of Word (body, page header, text box): its text and its fields, with the ends of its paragraphs, cells and rows -> blocks. */
import { damaged } from "../../contract/reader.ts";
import { type Ink, NAMES } from "../../plain/rule.ts";
import { createFields } from "../../plain/word-fields.ts";
import { type Block, isBlank } from "../document.ts";
import { createFlow } from "../document-flow.ts";
import { createMarkedWriter } from "../marked-text.ts";
import { definitionOf, type RowSaid } from "./word-row.ts";
import type { Said } from "./word-said.ts";
import type { Look, WordStyles } from "./word-styles.ts";

export type WordStory = ReturnType<typeof createStory>;

/** Behind a text box: of which colour it is, is not followed. */
export const IN_BOX = { ground: null } as const;

/** F032 in Arial is drawn as « 2 », 0x80 in Wingdings as a digit in a circle; an arrow is no text. */
const mayBeDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0x80 && code <= 0x95);

/** `depth`: of tables, one within the other; 0 outside. `ground`: behind the story, where that is said. */
export function createStory(styles: WordStyles, ground: Pick<Ink, "ground"> = {}) {
  const page = (): Ink => ({ ...styles.pageInk(), ...ground });
  const flow = createFlow(page);
  const writer = createMarkedWriter();
  const fields = createFields();
  const { addConstruct, addNoteMark, tellBeside } = writer;
  return {
    addConstruct,
    tellBeside,
    add: (text: string, { size, ...look }: Look, isLink = false): void => {
      if (fields.isInInstruction()) return;
      if (text.trim() !== "") fields.showText();
      writer.add(text, { ...look, type: `${size} ${isLink || fields.isInLink()}` });
    },
    fields,
    endField: (depth: number): void => addConstruct(...fields.end(depth > 0)),
    /** Raised, the mark of a note is told from the figure; on the line, it is read with it. */
    addNote: ({ position }: Pick<Look, "position">): void => {
      if (position === "line") addConstruct(NAMES.note);
      else addNoteMark();
    },
    /** A sign by its code in its font. */
    addSign: (code: number): void => {
      if (Number.isNaN(code) || mayBeDigit(code & 0xfff)) addConstruct(NAMES.sign);
    },
    /** The number of a list is drawn where nothing is written. */
    tellList: (paragraph: Said): void => {
      if (styles.listOf(paragraph) !== 0) tellBeside(NAMES.numbered);
    },
    /** A text box that stands within the story. */
    addBlocks: flow.addBlocks,
    endParagraph: (depth: number): void => flow.endParagraph(writer.take(depth > 0), depth),
    endCell: (depth: number): void => flow.endCell(writer.take(true), depth),
    endRow: (row: RowSaid, depth: number): void =>
      flow.endRow(definitionOf(row, styles.palette, styles.cellInks(row.row.values.ts, page())), depth),
    /** `depth`: of the text that no mark ends. */
    finish: (depth = 0): readonly Block[] => {
      if (!fields.areAllEnded()) damaged("un champ n'est pas terminé");
      const rest = writer.take(depth > 0);
      if (!isBlank(rest)) flow.endParagraph(rest, depth);
      return flow.finish();
    },
  };
}
