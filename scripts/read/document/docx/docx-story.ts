/** One story of a .docx (body, page header, text box): its paragraphs and tables. ECMA-376 part 1, 17.3 (paragraphs), 17.4 (tables), 17.13.5 (revisions). */
import { elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { DOCX_PLAIN } from "../../plain/lists.ts";
import { isOfRow } from "../../plain/rtf-words.ts";
import { alsoWith, type Construct, NAMES, unknown } from "../../plain/rule.ts";
import type { Block } from "../document.ts";
import { COLUMN } from "../row-definition.ts";
import { IN_BOX } from "../story.ts";
import type { RowSaid } from "../word/word-row.ts";
import { NOTHING_SAID, type Said, saidWith, type Word } from "../word/word-said.ts";
import { createWordStory } from "../word/word-story.ts";
import { type Around, addRuns, type StoryReading } from "./docx-runs.ts";
import type { DocxStyles } from "./docx-styles.ts";
import { isLent, valueIn, WRAPPERS } from "./docx-values.ts";

/** `laidOver`: gets the drawings that lie on the page, outside the cells. */
export function readStory(
  styles: DocxStyles,
  container: XmlElement,
  laidOver: XmlElement[],
  ground?: typeof IN_BOX,
): readonly Block[] {
  const story = createWordStory(styles, ground);
  const addBox = (box: XmlElement): void => story.addBox(readStory(styles, box, laidOver, IN_BOX));
  readBlocks({ styles, story, laidOver, addBox }, container, { depth: 0, tableStyle: undefined, constructs: [] });
  return story.finish();
}

function readBlocks(reading: StoryReading, parent: XmlElement, around: Around): void {
  for (const child of elementsIn(parent)) {
    const here = isLent(child) ? alsoWith(around, [NAMES.bound]) : around;
    if (child.name === "w:p") readParagraph(reading, child, here);
    else if (child.name === "w:tbl") readTable(reading, child, here);
    else if (WRAPPERS.has(child.name)) readBlocks(reading, child, here);
    else if (/^(?:\?:|mc:AlternateContent$)/.test(child.name))
      readBlocks(reading, child, alsoWith(here, [NAMES.choice]));
  }
}

function readParagraph(reading: StoryReading, element: XmlElement, around: Around): void {
  const { styles, story } = reading;
  const properties = findChild(element, "w:pPr");
  const paragraph = styles.wordsIn(properties, "paragraph").reduce(saidWith, NOTHING_SAID);
  if (findChild(properties, "w:rPr", "w:del")) story.addConstruct(NAMES.change);
  story.tellList(paragraph);
  addRuns({ ...reading, ...around, paragraph }, element);
  story.endParagraph(around.depth);
}

function readTable(reading: StoryReading, table: XmlElement, around: Around): void {
  const { wordsIn, usualTable } = reading.styles;
  const usual = usualTable === undefined ? [] : [{ name: "ts", value: usualTable }];
  const ofTable = [...usual, ...wordsIn(findChild(table, "w:tblPr"), "table")];
  const tableStyle = ofTable.reduce(saidWith, NOTHING_SAID).values.ts;
  const inTable = { ...around, depth: around.depth + 1, tableStyle };
  for (const { element: row, odd } of inner(table, "w:tr")) {
    const exceptions = wordsIn(findChild(row, "w:tblPrEx"), "table");
    readRow(reading, row, [...ofTable, ...exceptions], alsoWith(inTable, odd));
  }
}

function readRow(reading: StoryReading, row: XmlElement, ofTable: readonly Word[], inRow: Around): void {
  const { styles, story } = reading;
  const properties = findChild(row, "w:trPr");
  const cells: Cell[] = [];
  const endCell = (cell: Cell): void => {
    story.endCell(inRow.depth);
    cells.push(cell);
  };
  const addBlank = (name: string): void => {
    const span = spanOf(properties, name);
    if (span > 0) endCell({ span, words: [] });
  };
  addBlank("w:gridBefore");
  for (const { element, odd } of inner(row, "w:tc")) {
    readBlocks(reading, element, alsoWith(inRow, odd));
    const ofCell = findChild(element, "w:tcPr");
    endCell({ span: spanOf(ofCell, "w:gridSpan") || 1, words: styles.wordsIn(ofCell, "cell") });
  }
  addBlank("w:gridAfter");
  story.endRow(rowSaid([...ofTable, ...styles.wordsIn(properties, "table")], cells), inRow.depth);
}

interface Cell {
  /** Columns of the grid. */
  readonly span: number;
  readonly words: readonly Word[];
}

/** Cells inserted, deleted or merged under revision marks are told of the row: which cells it has depends on a decision not yet taken. */
function rowSaid(ofRow: readonly Word[], cells: readonly Cell[]): RowSaid {
  const told = cells.flatMap(({ words }) => words.filter(({ name }) => isOfRow(name)));
  const row = [...ofRow, ...told].reduce(saidWith, NOTHING_SAID);
  let cellx = row.values.trleft ?? 0;
  return {
    row,
    cells: cells.map(({ span, words }): Said => {
      cellx += span * COLUMN;
      return [...words.filter(({ name }) => !isOfRow(name)), { name: "cellx", value: cellx }].reduce(
        saidWith,
        NOTHING_SAID,
      );
    }),
  };
}

const MAX_SPAN = 1_000;
function spanOf(element: XmlElement | undefined, name: string): number {
  const value = Number(valueIn(element, name));
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 0;
}

/** Rows and cells, which may stand within content controls; and what is not plain around them. */
function inner(
  element: XmlElement,
  name: string,
): readonly { readonly element: XmlElement; readonly odd: readonly Construct[] }[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === name) return [{ element: child, odd: [] }];
    if (DOCX_PLAIN.has(child.name.replace(/^w:/, ""))) return [];
    const isChoice = child.name === "mc:AlternateContent";
    const told = isChoice ? NAMES.choice : unknown(child.name);
    const odd = isLent(child) ? [NAMES.bound] : WRAPPERS.has(child.name) ? [] : [told];
    return inner(child, name).map((one) => ({ ...one, odd: [...odd, ...one.odd] }));
  });
}
