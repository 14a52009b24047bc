/** The cells that a drawing of an .ods lies over: rows of 10 points, columns of 50. */
import { expect, test } from "vitest";
import { parseXml } from "../../../scripts/read/container/xml.ts";
import { PREFIXES } from "../../../scripts/read/open-document/open-document.ts";
import { drawingsIn } from "../../../scripts/read/sheet/ods/ods-drawings.ts";
import { EVERYWHERE } from "../../../scripts/read/sheet/workbook/areas.ts";

const names = Object.entries(PREFIXES).map(([uri, prefix]) => `xmlns:${prefix}="${uri}"`);
const areas = (shapes: string) => {
  const cell = parseXml(
    "cell",
    Buffer.from(`<table:table-cell ${names.join(" ")}>${shapes}</table:table-cell>`),
    PREFIXES,
  );
  const sizes = { height: () => 10, width: () => 50 };
  return drawingsIn(cell, { row: 2, column: 1 }, sizes).map(({ area }) => area);
};
const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
const SIZE = 'svg:x="0pt" svg:y="0pt" svg:width="100pt" svg:height="30pt"';
/** A shape that ends in D9, so far into that cell. */
const toCell = (name: string, into = "") => `<draw:${name} table:end-cell-address="F.D9" ${into}>`;
/** A line from here to there, in points. */
const line = (x1: number, y1: number, x2: number, y2: number) =>
  `<draw:line svg:x1="${x1}pt" svg:y1="${y1}pt" svg:x2="${x2}pt" svg:y2="${y2}pt"/>`;
const SMALL = '<draw:g><draw:rect svg:x="100pt" svg:y="0pt" svg:width="40pt" svg:height="9pt"/></draw:g>';
const COMMENTS = `<office:annotation office:display="true" ${SIZE}/><office:annotation ${SIZE}/>`;

test.each([
  ["by its size", `<draw:frame ${SIZE}/>`, [area(2, 1, 4, 2)]],
  ["to the cell where it ends", toCell("frame", 'table:end-x="25pt" table:end-y="9pt" /'), [area(2, 1, 8, 3)]],
  ["above that, at its start", toCell("frame", 'table:end-x="25pt" table:end-y="0pt" /'), [area(2, 1, 7, 3)]],
  ["to the whole of the cell where it ends", toCell("frame", "/"), [area(2, 1, 8, 3)]],
  ["in its cell, of no size", "<draw:frame/>", [area(2, 1, 2, 1)]],
  ["a line through the middle of cells", line(90, 5, 10, 5), [area(2, 1, 2, 2)]],
  ["none, a line along their edge: it ends above where it begins", line(90, 10, 10, 10), [area(3, 1, 2, 2)]],
  ["a line down", line(60, 25, 90, 5), [area(2, 2, 4, 2)]],
  ["each shape of a group", `<draw:g><draw:rect ${SIZE}/>${SMALL}</draw:g>`, [area(2, 1, 4, 2), area(2, 3, 2, 3)]],
  ["a group that says where it ends", `${toCell("g")}<draw:rect ${SIZE}/></draw:g>`, [area(2, 1, 8, 3)]],
  ["anywhere, once it leans", `<draw:frame ${SIZE} draw:transform="rotate (0.5)"/>`, [EVERYWHERE]],
  ["beside its cell, a comment that is shown", COMMENTS, [area(2, 2, 2, 2)]],
])("%s", (_, shapes, wanted) => expect(areas(shapes)).toEqual(wanted));
