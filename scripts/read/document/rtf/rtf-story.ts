/** One story of an RTF file (body, page header, text box): its text and its control words on paragraphs and tables -> blocks. */
import { NAMES } from "../../plain/rule.ts";
import { type Block, isBlank } from "../document.ts";
import { createFlow } from "../document-flow.ts";
import { createMarkedWriter, type MarkedText } from "../marked-text.ts";
import { createRow } from "./rtf-row.ts";
import type { RtfStyles } from "./rtf-styles.ts";
import type { Word } from "./rtf-tokens.ts";

export type RtfStory = ReturnType<typeof createStory>;

export function createStory(styles: RtfStyles) {
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
