/** Tables of a .docx. Elements: ECMA-376 part 1, 17.4 (tables), 17.13.5 (revisions). */
import type { Beside } from "../../../model/grid.ts";
import { chosenOf } from "../../container/choices.ts";
import { childrenOf, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { joinLines, unseen, withBeside, withLastLine } from "../../seen/seen-text.ts";
import { type Block, paragraph } from "../document.ts";
import type { Ground } from "../ink.ts";
import { isOffThePage, isPushedOut, isSetOffThePage, LEAST_LINE } from "../paragraph-limits.ts";
import { type Content, inWidth, isCutOff, isPageLayout, textOfCell, writeTable } from "../table-blocks.ts";
import { type MergingCell, resolveMerges } from "../table-geometry.ts";
import { foreignTexts } from "./docx-foreign.ts";
import { shadeOf } from "./docx-run-format.ts";
import { isDoubtfulTable, marginsOfStyle, stylesInTable, tableShades } from "./docx-styles.ts";
import { type Surroundings, WRAPPERS } from "./docx-surroundings.ts";
import { toggle, valueIn } from "./docx-values.ts";

/** Rows and cells may stand within content controls. */
function inner(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === "mc:AlternateContent") {
      const { element: chosen } = chosenOf(child);
      return chosen ? inner(chosen, name) : [];
    }
    return WRAPPERS.has(child.name) ? inner(child, name) : [];
  });
}

const MAX_SPAN = 1_000;
const spanOf = (element: XmlElement | undefined, name: string): number => {
  const value = Number(valueIn(element, name));
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 0;
};

/** `read`: what stands in a cell, within its surroundings. */
export function tableBlocks(
  table: XmlElement,
  around: Surroundings,
  read: (cell: XmlElement, inCell: Surroundings) => Content,
): readonly Block[] {
  const writer = writeTable<readonly MergingCell[]>(resolveMerges);
  const inTable = surroundingsIn(table, around);
  const margins = findChild(table, "w:tblPr", "w:tblCellMar") ?? marginsOfStyle(inTable.tableStyle, around.styles);
  const widths = openWidths(table, margins);
  /** What stands in rows that are not shown, or in no row: told beside the row that follows. */
  let adrift: readonly Beside[] = foreignTexts(table);
  let last: MergingCell[] | undefined;
  for (const row of inner(table, "w:tr")) {
    const properties = findChild(row, "w:trPr");
    const contents = inner(row, "w:tc").map((cell) => {
      const own = shadeOf(findChild(cell, "w:tcPr", "w:shd")?.attributes);
      const shade = own === undefined ? shadeOf(findChild(row, "w:tblPrEx", "w:shd")?.attributes) : own;
      const isDoubtful = inTable.isDoubtful || hasWideBlank(findChild(cell, "w:tcPr", "w:tcMar"));
      const inCell = { ...inTable, isDoubtful, ...(shade !== undefined && { ground: shade }) };
      return { cell, content: read(cell, inCell) };
    });
    const absence = absenceOf(properties);
    if (absence) {
      adrift = [
        ...adrift,
        ...unseen(
          absence,
          contents.map(({ content }) => textOfCell(content)),
        ),
      ];
      continue;
    }
    if (isPageLayout(contents.map((c) => c.content))) {
      writer.addPageLayout(contents.map((c) => c.content));
      continue;
    }
    const height = exactHeight(properties);
    const ofTable = blanksIn(margins);
    // The widest blank above a cell is left above those beside it.
    const padding = Math.max(
      0,
      ...contents.map(({ cell }) => sumOf({ ...ofTable, ...blanksIn(findChild(cell, "w:tcPr", "w:tcMar")) })),
    );
    const cells = placedCells(contents, spanOf(properties, "w:gridBefore"), widths).map((cell, c) => {
      const { content = [], cell: element } = contents[c] ?? {};
      return isCrossed(element) || isCutOff(content, height, padding) ? withLastLine(cell, "covered") : cell;
    });
    const [first] = cells;
    if (first) {
      cells[0] = withBeside(first, [...adrift, ...foreignTexts(row)]);
      adrift = [];
    }
    writer.add(cells);
    last = cells;
  }
  const [first] = last ?? [];
  if (last && first) last[0] = withBeside(first, adrift);
  const blocks = writer.finish();
  return last || adrift.length === 0 ? blocks : [...blocks, paragraph({ text: "", beside: adrift })];
}

function surroundingsIn(table: XmlElement, around: Surroundings): Surroundings {
  const properties = findChild(table, "w:tblPr");
  const tableStyle = valueIn(properties, "w:tblStyle") ?? around.styles.defaultTable;
  const shade = shadeOf(findChild(properties, "w:shd")?.attributes);
  const shades = tableShades(tableStyle, around.styles);
  const ofStyle: Ground = shades.length > 0 ? null : around.ground;
  return {
    ...around,
    inTable: true,
    tableStyle,
    ground: shade === undefined ? ofStyle : shade,
    shades: shades.filter((one) => one !== null),
    styles: stylesInTable(tableStyle, around.styles),
    isDoubtful:
      around.isDoubtful ||
      isDoubtfulTable(tableStyle, around.styles) ||
      isAway(properties) ||
      hasWideBlank(findChild(properties, "w:tblCellMar") ?? marginsOfStyle(tableStyle, around.styles)),
  };
}

function isAway(properties: XmlElement | undefined): boolean {
  const of = (element: string, name: string): number =>
    Number(findChild(properties, element)?.attributes[name] ?? 0) || 0;
  return (
    isOffThePage(of("w:tblInd", "w:w")) ||
    isSetOffThePage(of("w:tblpPr", "w:tblpX")) ||
    isSetOffThePage(of("w:tblpPr", "w:tblpY"))
  );
}

/** Between the edge of a cell and its text. */
const hasWideBlank = (margins: XmlElement | undefined): boolean =>
  ["w:left", "w:start"].some((side) => isPushedOut(Number(findChild(margins, side)?.attributes["w:w"] ?? 0)));

/** Between the text of a cell and its edges above and below, as the cell or its table says. */
type Blanks = Readonly<Partial<Record<"top" | "bottom", number>>>;
function blanksIn(margins: XmlElement | undefined): Blanks {
  const of = (side: "top" | "bottom"): Blanks => {
    const written = findChild(margins, `w:${side}`)?.attributes["w:w"];
    return written === undefined ? {} : { [side]: Number(written) || 0 };
  };
  return { ...of("top"), ...of("bottom") };
}
const sumOf = ({ top = 0, bottom = 0 }: Blanks): number => top + bottom;

/** A line is drawn across the cell. */
const isCrossed = (cell: XmlElement | undefined): boolean =>
  ["w:tl2br", "w:tr2bl"].some((line) => !/^(?:nil|none)$/.test(valueIn(cell, "w:tcPr", "w:tcBorders", line) ?? "none"));

/** Of a row, in twips. */
function exactHeight(row: XmlElement | undefined): number {
  const height = findChild(row, "w:trHeight")?.attributes;
  return height?.["w:hRule"] === "exact" ? Number(height["w:val"]) : Number.POSITIVE_INFINITY;
}

/** Why a row is not seen: deleted under revision marks (shown struck out), hidden, or of no height. */
function absenceOf(properties: XmlElement | undefined): "struck" | "hidden" | undefined {
  if (findChild(properties, "w:del")) return "struck";
  if (toggle(properties, "w:hidden")) return "hidden";
  return exactHeight(properties) < LEAST_LINE ? "hidden" : undefined;
}

/** Of a cell, from that column on, without the blanks at its sides; as wide as its text where it is not said. */
type WidthOf = (cell: XmlElement | undefined, column: number, span: number) => number;

/** In twips, at both sides of the text of a cell where nothing is said. */
const USUAL_BLANKS = 216;

function openWidths(table: XmlElement, margins: XmlElement | undefined): WidthOf {
  const properties = findChild(table, "w:tblPr");
  const isFixed = findChild(properties, "w:tblLayout")?.attributes["w:type"] === "fixed";
  const columns = childrenOf(findChild(table, "w:tblGrid"), "w:gridCol").map((one) => Number(one.attributes["w:w"]));
  const blanks = blanksBeside(margins) ?? USUAL_BLANKS;
  return (cell, column, span) => {
    const { "w:w": written, "w:type": unit } = findChild(cell, "w:tcW")?.attributes ?? {};
    const ofColumns = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    const width = unit === "dxa" ? Number(written) : isFixed ? ofColumns : 0;
    // A width of 0 is none.
    return width > 0 ? width - (blanksBeside(findChild(cell, "w:tcMar")) ?? blanks) : Number.POSITIVE_INFINITY;
  };
}

function blanksBeside(margins: XmlElement | undefined): number | undefined {
  const widths = ["w:left", "w:start", "w:right", "w:end"].flatMap((side) => findChild(margins, side) ?? []);
  return widths.length === 0 ? undefined : widths.reduce((sum, { attributes }) => sum + Number(attributes["w:w"]), 0);
}

function placedCells(
  contents: readonly { readonly cell: XmlElement; readonly content: Content }[],
  start: number,
  widthOf: WidthOf,
): MergingCell[] {
  const cells: MergingCell[] = [];
  let column = start;
  for (const { cell, content } of contents) {
    const tcPr = findChild(cell, "w:tcPr");
    const colSpan = spanOf(tcPr, "w:gridSpan") || 1;
    const text = textOfCell(content);
    const previous = cells.at(-1);
    if (mergeOf(tcPr, "w:hMerge") === "continue" && previous)
      cells[cells.length - 1] = { ...previous, colSpan: previous.colSpan + colSpan, ...joinLines([previous, text]) };
    else {
      const merge = mergeOf(tcPr, "w:vMerge");
      const isAlone = mergeOf(tcPr, "w:hMerge") === undefined;
      const seen = isAlone ? inWidth(text, widthOf(tcPr, column, colSpan)) : text;
      cells.push({ ...seen, column, colSpan, ...(merge ? { merge } : {}) });
    }
    column += colSpan;
  }
  return cells;
}

/** `<w:vMerge/>` without a value continues (17.4.84). */
const mergeOf = (tcPr: XmlElement | undefined, name: string): "start" | "continue" | undefined => {
  const merge = findChild(tcPr, name);
  if (!merge) return undefined;
  return merge.attributes["w:val"] === "restart" ? "start" : "continue";
};

/** Cells inserted, deleted or merged under revision marks: which geometry holds depends on a decision not yet taken. */
export const changedCell = (element: XmlElement): boolean =>
  ["w:cellDel", "w:cellIns", "w:cellMerge"].some((change) => descendants(element, change).length > 0);
