/** One story of a document of Word (body, page header, text box): its text and its fields, with the ends of its paragraphs, cells and rows -> blocks. */
import { damaged } from "../../contract/reader.ts";
import { type Ink, NAMES } from "../../plain/rule.ts";
import { createFields } from "../../plain/word-fields.ts";
import type { Block } from "../document.ts";
import { createStory } from "../story.ts";
import { definitionOf, type RowSaid } from "./word-row.ts";
import type { Said } from "./word-said.ts";
import type { Look, WordStyles } from "./word-styles.ts";

export type WordStory = ReturnType<typeof createWordStory>;

/** F032 in Arial is drawn as « 2 », 0x80 in Wingdings as a digit in a circle; an arrow is no text. */
const mayBeDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0x80 && code <= 0x95);

/** `ground`: behind the story, where that is said. */
export function createWordStory(styles: WordStyles, ground: Pick<Ink, "ground"> = {}) {
  const page = (): Ink => ({ ...styles.pageInk(), ...ground });
  const story = createStory(page);
  const fields = createFields();
  return {
    ...story,
    add: (text: string, { size, hasFarStop, ...look }: Look, isLink = false): void => {
      if (fields.isInInstruction()) return;
      if (hasFarStop && text.includes("\t")) story.tellBeside(NAMES.pushed);
      if (text.trim() !== "") fields.showText();
      story.add(text, { ...look, type: `${size} ${isLink || fields.isInLink()}` });
    },
    fields,
    endField: (depth: number): void => story.addConstruct(...fields.end(depth > 0)),
    /** Raised, the mark of a note is told from the figure; on the line, it is read with it. */
    addNote: ({ position }: Pick<Look, "position">): void => {
      if (position === "line") story.addConstruct(NAMES.note);
      else story.addNoteMark();
    },
    /** A sign by its code in its font. */
    addSign: (code: number): void => {
      if (Number.isNaN(code) || mayBeDigit(code & 0xfff)) story.addConstruct(NAMES.sign);
    },
    /** The number of a list is drawn where nothing is written. */
    tellList: (paragraph: Said): void => {
      if (styles.listOf(paragraph) !== 0) story.tellBeside(NAMES.numbered);
    },
    endRow: (row: RowSaid, depth: number): void =>
      story.endRow(definitionOf(row, styles.cellInks(row.row.values.ts, page())), depth),
    finish: (depth = 0): readonly Block[] => {
      if (!fields.areAllEnded()) damaged("un champ n'est pas terminé");
      return story.finish(depth);
    },
  };
}
