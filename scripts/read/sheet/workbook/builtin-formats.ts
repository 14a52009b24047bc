/** The number formats that a file names by their number only (ECMA-376 part 1, 18.8.30), with the euro for the local currency. */
import { type NumberFormat, parseNumberFormat } from "./number-format.ts";

const EURO = '" €"';

const CODES: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, `#,##0${EURO};-#,##0${EURO}`],
  [6, `#,##0${EURO};[Red]-#,##0${EURO}`],
  [7, `#,##0.00${EURO};-#,##0.00${EURO}`],
  [8, `#,##0.00${EURO};[Red]-#,##0.00${EURO}`],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "dd/mm/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "dd/mm/yyyy h:mm"],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, string] => [id, "dd/mm/yyyy"]),
  [37, "#,##0;-#,##0"],
  [38, "#,##0;[Red]-#,##0"],
  [39, "#,##0.00;-#,##0.00"],
  [40, "#,##0.00;[Red]-#,##0.00"],
  [41, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'],
  [42, `_-* #,##0${EURO}_-;-* #,##0${EURO}_-;_-* "-"${EURO}_-;_-@_-`],
  [43, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'],
  [44, `_-* #,##0.00${EURO}_-;-* #,##0.00${EURO}_-;_-* "-"??${EURO}_-;_-@_-`],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

/** By their numbers, to which a file adds its own. */
export const builtinFormats = (): Map<number, NumberFormat> =>
  new Map([...CODES].map(([id, code]) => [id, parseNumberFormat(code)]));
