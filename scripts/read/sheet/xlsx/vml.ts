/**
 * The comments and controls that an .xlsx draws over its cells in VML ([MS-OI29500] 2.2.1; ECMA-376 part 4, 19.4). Excel writes this part
 * without regard to the rules of XML: it is taken apart by its tags.
 */
import { areaUnder, coveredSpan } from "../workbook/drawn-over.ts";
import type { Drawing } from "../workbook/workbook.ts";

/** A comment that is not always shown, and what has no anchor, lies over nothing. */
export const vmlDrawingsOf = (text: string): readonly Drawing[] =>
  text
    .split(/<v:(?:shape|rect|oval|line|roundrect|image|polyline)\b/)
    .slice(1)
    .flatMap((shape): readonly Drawing[] => {
      const type = /<x:ClientData\s[^>]*ObjectType="(\w+)"/.exec(shape)?.[1];
      const anchor = /<x:Anchor>([\s\d,-]+)<\/x:Anchor>/.exec(shape)?.[1]?.split(",").map(Number);
      const isComment = type === "Note";
      // The arrow of a filter stands within its cell.
      if (
        type === undefined ||
        type === "Drop" ||
        (isComment && !/<x:Visible\b|visibility:\s*visible/.test(shape)) ||
        anchor?.length !== 8
      )
        return [];
      const [left = 0, leftOff = 0, top = 0, topOff = 0, right = 0, rightOff = 0, bottom = 0, bottomOff = 0] = anchor;
      const rows = coveredSpan(
        { index: top, share: topOff / ROW_PIXELS },
        { index: bottom, share: bottomOff / ROW_PIXELS },
      );
      const columns = coveredSpan(
        { index: left, share: leftOff / COLUMN_PIXELS },
        { index: right, share: rightOff / COLUMN_PIXELS },
      );
      return [{ areas: areaUnder(rows, columns), hides: true, isPicture: type === "Pict", text: "" }];
    });

/** Usual sizes of a row and of a column: what is over them is told within a part of a cell. */
const ROW_PIXELS = 20;
const COLUMN_PIXELS = 64;
