/** Tables of an .odt. Elements: OpenDocument 1.3 part 3, 9 (tables), 17.15 to 17.18 (their properties). */
import { descendants, type XmlElement } from "../../container/xml.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import { pointsOf } from "../../open-document/lengths.ts";
import { cellsOf, countOf, rowsOf } from "../../open-document/open-document.ts";
import { type Construct, LEAST, NAMES } from "../../plain/rule.ts";
import { within, withinParts } from "../../plain/said.ts";
import type { SeenText } from "../../plain/seen-text.ts";
import { withConstructs } from "../../plain/text-writer.ts";
import type { Block, PlacedCell } from "../document.ts";
import { isPageLayout, textOfCell, writeTable } from "../table-blocks.ts";
import { type Surroundings, withStyle } from "./odt-surroundings.ts";

/** `read`: what stands in a cell, within its surroundings. */
export function tableBlocks(
  table: XmlElement,
  around: Surroundings,
  read: (cell: XmlElement, inCell: Surroundings) => readonly Block[],
): readonly Block[] {
  const writer = writeTable<PlacedCell>((rows) => rows.map((cells) => ({ cells })));
  const { styles } = around;
  const template = styles.template(table.attributes["table:template-name"]);
  const inTable = withStyle(
    withinParts(around, [{}, ...template.parts], template.constructs),
    styles.style("table", table.attributes["table:style-name"]),
  );
  const columns = columnsOf(table);
  let rows = 0;
  for (const row of rowsOf(table)) {
    const height = heightOf(row, around);
    const isShown = (row.attributes["table:visibility"] ?? "visible") === "visible" && height >= LEAST.line;
    const inRow = withStyle(inTable, styles.style("table-row", row.attributes["table:style-name"]));
    const cells = readCells(row, isShown ? inRow : within(inRow, {}, [NAMES.hidden]), columns);
    const contents = cells.map(({ element, inCell }) => read(element, inCell));
    const texts = contents.map(textOfCell);
    if (isPageLayout(contents)) writer.addPageLayout(contents);
    else {
      const found = placed(cells, texts, height);
      // One more than allowed is enough for assembleDocument to refuse the file.
      const times = countOf(row, "table:number-rows-repeated", MAX_ROWS + 1);
      for (let n = 0; n < times && rows <= MAX_ROWS; n++, rows++) writer.add(found);
    }
  }
  return writer.finish();
}

interface OpenCell {
  readonly element: XmlElement;
  readonly inCell: Surroundings;
  /** Its style, or that of its column. */
  readonly style: string | undefined;
}

function readCells(row: XmlElement, inRow: Surroundings, columns: ReturnType<typeof columnsOf>): readonly OpenCell[] {
  let place = 0;
  return cellsOf(row).map((element) => {
    const column = columns[place];
    place += countOf(element, "table:number-columns-repeated", MAX_COLUMNS + 1);
    const style = element.attributes["table:style-name"] ?? column?.style;
    const own = withStyle(inRow, inRow.styles.style("table-cell", style));
    const inCell = column?.isHidden ? within(own, {}, [NAMES.hidden]) : own;
    return { element, inCell, style };
  });
}

/** The cells of a row at their columns. `height`: of the row, where that is exact. */
function placed(cells: readonly OpenCell[], texts: readonly SeenText[], height: number): PlacedCell[] {
  const found: PlacedCell[] = [];
  const clipped = Math.max(0, ...texts.map(linesOf)) * LEAST.line > height ? [NAMES.clipped] : [];
  let column = 0;
  for (const [i, { element: cell, inCell, style }] of cells.entries()) {
    const text = texts[i] ?? { text: "" };
    const seen = withConstructs(text, [...clipped, ...storedConstructs(cell, style, text, inCell)]);
    const repeated = countOf(cell, "table:number-columns-repeated", MAX_COLUMNS + 1);
    for (let n = 0; n < repeated; n++, column++)
      if (cell.name === "table:table-cell")
        found.push({
          ...seen,
          column,
          colSpan: countOf(cell, "table:number-columns-spanned", MAX_COLUMNS + 1),
          rowSpan: countOf(cell, "table:number-rows-spanned", MAX_ROWS),
        });
  }
  return found;
}
const linesOf = ({ text }: SeenText): number => text.trimEnd().split("\n").length;

/** A number that is computed, or stored in the cell beside another text: programs differ on which they show. */
function storedConstructs(
  { attributes }: XmlElement,
  style: string | undefined,
  { text }: SeenText,
  { styles }: Surroundings,
): readonly Construct[] {
  const { "office:value-type": type, "office:value": stored } = attributes;
  const written = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  const isOther = type === "float" && /^\d+(?:\.\d+)?$/.test(written) && Number(written) !== Number(stored);
  const isDrawnAgain = stored !== undefined && (isOther || styles.data(style)?.showsNumber === false);
  return [
    ...(attributes["table:formula"] === undefined ? [] : [NAMES.stale]),
    ...(isDrawnAgain ? [NAMES.otherwise] : []),
  ];
}

/** Exact, in twips. */
function heightOf(row: XmlElement, { styles }: Surroundings): number {
  const height = pointsOf(styles.style("table-row", row.attributes["table:style-name"]).values["style:row-height"]);
  return height === undefined ? Number.POSITIVE_INFINITY : 20 * height;
}

/** The columns of a table: the style of the cells that name none, and whether they are shown. */
const columnsOf = (table: XmlElement): readonly { readonly style: string | undefined; readonly isHidden: boolean }[] =>
  descendants(table, "table:table-column").flatMap((column) => {
    const times = countOf(column, "table:number-columns-repeated", MAX_COLUMNS);
    const isHidden = (column.attributes["table:visibility"] ?? "visible") !== "visible";
    return Array.from({ length: times }, () => ({
      style: column.attributes["table:default-cell-style-name"],
      isHidden,
    }));
  });
