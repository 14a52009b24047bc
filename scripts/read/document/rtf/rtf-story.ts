/** One story of an .rtf, of which control words say the paragraphs and the tables (\intbl, \itap, \trowd … \cellx, \row). */
import { isOfCell, isOfRow } from "../../plain/rtf-words.ts";
import { type Ink, NAMES } from "../../plain/rule.ts";
import type { Block } from "../document.ts";
import type { RowSaid } from "../word/word-row.ts";
import { NOTHING_SAID, saidWith, type Word } from "../word/word-said.ts";
import { createWordStory } from "../word/word-story.ts";
import type { WordStyles } from "../word/word-styles.ts";

/** A row of a table, as its words define it. */
function createRow() {
  let said: RowSaid = { row: NOTHING_SAID, cells: [] };
  let cell = NOTHING_SAID;
  return {
    said: (): RowSaid => said,
    control: (word: Word): void => {
      const { row, cells } = said;
      if (word.name === "trowd") [said, cell] = [{ row: NOTHING_SAID, cells: [] }, NOTHING_SAID];
      else if (word.name === "cellx") [said, cell] = [{ row, cells: [...cells, saidWith(cell, word)] }, NOTHING_SAID];
      else if (isOfCell(word.name)) cell = saidWith(cell, word);
      else if (isOfRow(word.name)) said = { row: saidWith(row, word), cells };
    },
  };
}

export type RtfStory = ReturnType<typeof createRtfStory>;

export function createRtfStory(styles: WordStyles, ground?: Pick<Ink, "ground">) {
  const { endParagraph, endCell, endRow, endField, finish, ...story } = createWordStory(styles, ground);
  let inTable = false; // \intbl
  let nesting = 1; // \itap
  const row = createRow();
  const depth = (): number => (inTable ? Math.max(1, nesting) : 0);

  const controls: Readonly<Record<string, (value: number) => void>> = {
    par: () => endParagraph(depth()),
    sect: () => endParagraph(depth()),
    pard: () => {
      [inTable, nesting] = [false, 1];
    },
    ls: (value) => {
      if (value !== 0) story.tellBeside(NAMES.numbered);
    },
    intbl: () => {
      inTable = true;
    },
    itap: (value) => {
      nesting = value;
      inTable = nesting > 0;
    },
    cell: () => endCell(1),
    // Of a table within another, whatever \itap said. How that one is made is not followed: \nestrow is skipped with its definition.
    nestcell: () => endParagraph(Math.max(2, nesting)),
    row: () => endRow(row.said(), 1),
  };

  return {
    ...story,
    endField: (): void => endField(depth()),
    /** Takes a control word if it is about paragraphs and tables. */
    control: (word: Word): void => {
      if (Object.hasOwn(controls, word.name)) controls[word.name]?.(word.value ?? 1);
      else row.control(word);
    },
    /** Number of the style of the table being written. */
    tableStyle: (): number | undefined => (inTable ? row.said().row.values.ts : undefined),
    isInTable: (): boolean => depth() > 0,
    finish: (): readonly Block[] => finish(depth()),
  };
}
