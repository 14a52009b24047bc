/** Tables of an .odt. Elements: OpenDocument 1.3 part 3, 9 (tables), 17.15 to 17.18 (their properties). */
import { descendants, type XmlElement } from "../../container/xml.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import { pointsOf } from "../../open-document/lengths.ts";
import { cellsOf, countOf, rowsOf } from "../../open-document/open-document.ts";
import { alsoWith, type Construct, type Ink, NAMES } from "../../plain/rule.ts";
import { constructsOf } from "../../plain/said.ts";
import { type CellDefinition, COLUMN, type RowDefinition } from "../row-definition.ts";
import type { Story } from "../story.ts";
import type { Around } from "./odt-around.ts";
import type { OdtStyles } from "./odt-styles.ts";

/** A table that is being read. */
interface Table {
  readonly styles: OdtStyles;
  readonly story: Story;
  /** Of its cells: the style of those that name none, and whether they are shown. */
  readonly columns: readonly { readonly style: string | undefined; readonly isHidden: boolean }[];
  /** Ink and ground of its cells, by the part of it that they may be in. */
  readonly inks: readonly Ink[];
  readonly readBlocks: (cell: XmlElement, inCell: Around) => void;
}

/** `readBlocks`: tells what stands in a cell. */
export function readTable(
  styles: OdtStyles,
  story: Story,
  table: XmlElement,
  around: Around,
  readBlocks: Table["readBlocks"],
): void {
  const template = styles.template(table.attributes["table:template-name"]);
  const style = styles.style("table", table.attributes["table:style-name"]);
  const inks = [{}, ...template.parts].map((part) => ({ ...around.ink, ...part, ...style.ink }));
  const told = [...template.constructs, ...constructsOf(style)];
  const inTable = { ...alsoWith(around, told), depth: around.depth + 1, ink: {} };
  const reading = { styles, story, columns: columnsOf(table), inks, readBlocks };
  for (const row of rowsOf(table)) {
    const definition = readRow(reading, row, inTable);
    // One more than allowed is enough for the file to be refused.
    story.endRow(definition, inTable.depth, countOf(row, "table:number-rows-repeated", MAX_ROWS + 1));
  }
}

function readRow({ styles, story, columns, inks, readBlocks }: Table, row: XmlElement, inTable: Around): RowDefinition {
  const style = styles.style("table-row", row.attributes["table:style-name"]);
  const height = pointsOf(style.values["style:row-height"]);
  const exactHeight = height === undefined ? undefined : 20 * height;
  const inRow = alsoWith(inTable, [...constructsOf(style), ...(isShown(row) ? [] : [NAMES.hidden])]);
  const cells: CellDefinition[] = [];
  let column = 0;
  for (const element of cellsOf(row)) {
    const times = countOf(element, "table:number-columns-repeated", MAX_COLUMNS + 1);
    const { style: usual, isHidden = false } = columns[column] ?? {};
    const name = element.attributes["table:style-name"] ?? usual;
    const ofCell = styles.style("table-cell", name);
    readBlocks(element, alsoWith(inRow, [...constructsOf(ofCell), ...(isHidden ? [NAMES.hidden] : [])]));
    const text = story.endCell(inRow.depth, times);
    const cell = {
      inks: inks.map((one) => ({ ...one, ...style.ink, ...ofCell.ink })),
      constructs: storedConstructs(element, styles.data(name)?.showsNumber === false, text),
      isCovered: element.name.endsWith(":covered-table-cell"),
      rowSpan: countOf(element, "table:number-rows-spanned", MAX_ROWS),
    };
    const span = countOf(element, "table:number-columns-spanned", MAX_COLUMNS + 1);
    for (let n = 0; n < times; n++, column++)
      cells.push({ ...cell, left: COLUMN * column, right: COLUMN * (column + span) });
  }
  return { left: 0, exactHeight, constructs: [], cells };
}

const isShown = ({ attributes }: XmlElement): boolean => (attributes["table:visibility"] ?? "visible") === "visible";

/** A number that is computed, or stored in the cell beside another text: programs differ on which they show. */
function storedConstructs({ attributes }: XmlElement, drawsOther: boolean, text: string): readonly Construct[] {
  const { "office:value-type": type, "office:value": stored } = attributes;
  const written = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  const isOther = type === "float" && /^\d+(?:\.\d+)?$/.test(written) && Number(written) !== Number(stored);
  return [
    ...(attributes["table:formula"] === undefined ? [] : [NAMES.stale]),
    ...(stored !== undefined && (isOther || drawsOther) ? [NAMES.otherwise] : []),
  ];
}

const columnsOf = (table: XmlElement): Table["columns"] =>
  ["table:table-column", "loext:table-column"]
    .flatMap((name) => descendants(table, name))
    .flatMap((column) => {
      const times = countOf(column, "table:number-columns-repeated", MAX_COLUMNS);
      const found = { style: column.attributes["table:default-cell-style-name"], isHidden: !isShown(column) };
      return Array.from({ length: times }, () => found);
    });
