/** Tables of an .odt. Elements: OpenDocument 1.3 part 3, 9 (tables), 17.15 to 17.18 (their properties). */
import type { Beside } from "../../../model/grid.ts";
import { descendants, type XmlElement } from "../../container/xml.ts";
import { WHITE } from "../../contract/contrast.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import { cellsOf, countOf, rowsOf } from "../../open-document/open-document.ts";
import { pointsOf } from "../../open-document/open-text.ts";
import { type SeenText, unseen, withBeside, withLastLine } from "../../seen/seen-text.ts";
import { type Block, type PlacedCell, paragraph, type TableRow } from "../document.ts";
import { isOffThePage, isPushedOut, LEAST_LINE } from "../paragraph-limits.ts";
import { inWidth, isCutOff, isPageLayout, textOfCell, writeTable } from "../table-blocks.ts";
import { cellFormat, groundOf, lookOf, paddingOf, type TextFormat, twipsOf } from "./odt-look.ts";
import type { Surroundings } from "./odt-text.ts";

/** `read`: what stands in a cell, within its surroundings. */
export function tableBlocks(
  table: XmlElement,
  around: Surroundings,
  read: (cell: XmlElement, inCell: Surroundings) => readonly Block[],
): readonly Block[] {
  const writer = writeTable<TableRow>((rows) => rows);
  const inTable = { ...onGround(table, "table", withTemplate(table, around)), inTable: true };
  const ofColumns = cellStylesOf(table);
  const widthOf = openWidths(table, around);
  const isAway = isPushedAway(table, around);
  let rows = 0;
  /** What stands in rows that are not shown: told beside the row that follows. */
  let adrift: readonly Beside[] = [];
  for (const row of rowsOf(table)) {
    const inRow = onGround(row, "table-row", inTable);
    let place = 0;
    const contents = cellsOf(row).map((cell) => {
      const usual = ofColumns[place] ?? "";
      place += countOf(cell, "table:number-columns-repeated", MAX_COLUMNS + 1);
      const styled = { ...cell, attributes: { "table:style-name": usual, ...cell.attributes } };
      return { cell: styled, content: read(cell, inCell(styled, inRow)) };
    });
    const written = contents.map(({ cell, content }) => withStoredValue(textOfCell(content), cell, around));
    if (isHidden(row, around)) {
      adrift = [...adrift, ...unseen("hidden", written)];
      continue;
    }
    const height = heightOf(row, around);
    const texts = contents.map(({ cell, content }, i) => {
      const seen = written[i] ?? { text: "" };
      if (isAway && seen.text.trim() !== "") return withLastLine(seen, "unsure");
      return isCutOff(content, height, blanksAround(cell, around)) ? withLastLine(seen, "covered") : seen;
    });
    if (isPageLayout(contents.map((c) => c.content))) {
      writer.addPageLayout(contents.map((c) => c.content));
      continue;
    }
    const cells: PlacedCell[] = [];
    let column = 0;
    for (const [i, { cell }] of contents.entries()) {
      const repeated = countOf(cell, "table:number-columns-repeated", MAX_COLUMNS + 1);
      for (let n = 0; n < repeated; n++, column++)
        if (cell.name === "table:table-cell")
          cells.push({
            ...inWidth(texts[i] ?? { text: "" }, widthOf(cell, column)),
            column,
            colSpan: countOf(cell, "table:number-columns-spanned", MAX_COLUMNS + 1),
            rowSpan: countOf(cell, "table:number-rows-spanned", MAX_ROWS),
          });
    }
    const [first] = cells;
    if (first) {
      cells[0] = withBeside(first, adrift);
      adrift = [];
    }
    // One more than allowed is enough for assembleDocument to refuse the file.
    const times = countOf(row, "table:number-rows-repeated", MAX_ROWS + 1);
    for (let n = 0; n < times && rows <= MAX_ROWS; n++, rows++) writer.add({ cells });
  }
  const blocks = writer.finish();
  return adrift.length > 0 ? [...blocks, paragraph({ text: "", beside: adrift })] : blocks;
}

/** What the template of a table says of some of its cells: which ones is not followed. */
function withTemplate(table: XmlElement, around: Surroundings): Surroundings {
  const formats = around.styles
    .cellStylesOf(table.attributes["table:template-name"])
    .map((name) => cellFormat(name, around.styles));
  const shades = formats.flatMap(({ ground }) => (ground && ground !== WHITE ? [ground] : []));
  return {
    ...around,
    shades,
    ground: shades.length > 0 ? null : around.ground,
    isDoubtful: around.isDoubtful || formats.some(isSeenOtherwise),
  };
}

const isSeenOtherwise = (format: TextFormat): boolean => {
  const { kind, position } = lookOf(format);
  return kind !== null || position !== "baseline";
};

function inCell(cell: XmlElement, inRow: Surroundings): Surroundings {
  const format = cellFormat(cell.attributes["table:style-name"] ?? "", inRow.styles);
  const hasWideBlank = ["fo:padding", "fo:padding-left"].some((blank) =>
    isPushedOut(twipsOf(cellProperty(cell, inRow)(blank))),
  );
  return {
    ...onGround(cell, "table-cell", inRow),
    isDoubtful: inRow.isDoubtful || hasWideBlank || isSeenOtherwise(format),
  };
}

/** A number that is computed, or stored in the cell beside another text: programs differ on which they show. */
function withStoredValue(text: SeenText, { attributes }: XmlElement, { styles }: Surroundings): SeenText {
  const { "office:value-type": type, "office:value": stored, "table:style-name": style } = attributes;
  const { "table:formula": formula } = attributes;
  // Computed again when the file is opened, whatever its text says.
  const seen =
    formula === undefined ? text : withBeside(text, [{ kind: "stale", text: formula.replace(/^\w+:=?/, "") }]);
  // Drawn again by its format, whose own signs are read with the figure.
  if (stored !== undefined && seen.text.trim() !== "" && styles.writesSigns(style))
    return withBeside(seen, [{ kind: "otherwise", text: stored }]);
  const written = seen.text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  const isOther = type === "float" && /^\d+(?:\.\d+)?$/.test(written) && Number(written) !== Number(stored);
  return stored !== undefined && isOther ? withBeside(seen, [{ kind: "otherwise", text: stored }]) : seen;
}

/** The same surroundings, on the ground that the style of the element gives. */
export const onGround = (
  element: XmlElement,
  family: "table" | "table-row" | "table-cell" | "section",
  around: Surroundings,
  name = "table:style-name",
): Surroundings => {
  const style = element.attributes[name];
  const colour = around.styles.property(family, style, `style:${family}-properties`, "fo:background-color");
  return { ...around, ground: groundOf(colour, around.ground) };
};

const isHidden = (row: XmlElement, around: Surroundings): boolean =>
  (row.attributes["table:visibility"] ?? "visible") !== "visible" || heightOf(row, around) < LEAST_LINE;

/** Exact, in twips. */
function heightOf(row: XmlElement, { styles }: Surroundings): number {
  const style = row.attributes["table:style-name"];
  const height = styles.property("table-row", style, "style:table-row-properties", "style:row-height");
  return height === undefined || pointsOf(height) === undefined ? Number.POSITIVE_INFINITY : twipsOf(height);
}

const cellProperty =
  ({ attributes }: XmlElement, { styles }: Surroundings) =>
  (attribute: string): string | undefined =>
    styles.property("table-cell", attributes["table:style-name"], "style:table-cell-properties", attribute);

/** Between the text of a cell and its edges above and below. */
function blanksAround(cell: XmlElement, around: Surroundings): number {
  const of = cellProperty(cell, around);
  return paddingOf(of, "top") + paddingOf(of, "bottom");
}

/** The style of the cells that name none, column by column. */
const cellStylesOf = (table: XmlElement): readonly string[] =>
  descendants(table, "table:table-column").flatMap((column) => {
    const times = countOf(column, "table:number-columns-repeated", MAX_COLUMNS);
    return Array.from({ length: times }, () => column.attributes["table:default-cell-style-name"] ?? "");
  });

/** Of a cell, from that column on, without the blanks at its sides; as wide as its text where it is not said. In twips. */
function openWidths(table: XmlElement, around: Surroundings): (cell: XmlElement, column: number) => number {
  const widths = descendants(table, "table:table-column").flatMap((column) => {
    const times = countOf(column, "table:number-columns-repeated", MAX_COLUMNS);
    const name = column.attributes["table:style-name"];
    const width = around.styles.property("table-column", name, "style:table-column-properties", "style:column-width");
    return Array.from({ length: times }, () => twipsOf(width) || Number.POSITIVE_INFINITY);
  });
  return (cell, column) => {
    const of = cellProperty(cell, around);
    const blanks = paddingOf(of, "left") + paddingOf(of, "right");
    const own = widths.slice(column, column + countOf(cell, "table:number-columns-spanned", MAX_COLUMNS + 1));
    return own.length === 0 ? Number.POSITIVE_INFINITY : own.reduce((sum, one) => sum + one, 0) - blanks;
  };
}

/** Pushed beyond the edge of the paper by one of its margins. */
function isPushedAway(table: XmlElement, { styles }: Surroundings): boolean {
  const style = table.attributes["table:style-name"];
  return ["fo:margin-left", "fo:margin-right"].some((margin) =>
    isOffThePage(twipsOf(styles.property("table", style, "style:table-properties", margin))),
  );
}
