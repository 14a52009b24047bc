/** The columns of a table as a spreadsheet needs them: numbers that can be added up, one head a column, no empty cell. */

import { VERDICT_WORDS } from "../../model/degree.ts";
import type { Table, TableCell, TableColumn } from "../../model/document/table.ts";
import { MINUS } from "../../model/format.ts";
import type { SheetColumn, Value } from "./sheet.ts";

/** "1 012", "+5", "−0,38", "84 %" */
const NUMBER =
  /^(?<sign>[+−])?(?<whole>\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+)(?:,(?<decimals>\d+))?(?<percent>[\u00a0\u202f]%)?$/;
/** "−3 (−14 %)", "63 transmis", "14,6 / 5,4 (au-dessus)": a number, then the same as a percentage, what stands beside it, or a word on it. */
const WITH_REST =
  /^(?<first>[+−]?\d{1,3}(?:[\u00a0\u202f]\d{3})*(?:,\d+)?)[ \u00a0](?:\((?<percent>.+%)\)|\/ (?<beside>[\d,\u00a0\u202f]+\d|\d)(?: \((?<found>.+)\))?|(?<word>\D.*))$/;
/** A whole number that heads a row: a year, a usual count. A longer one, or one with a sign, may be the label that was sent. */
const HEADING_NUMBER = /^(?:0|[1-9]\d{0,3})$/;
/** What stands where there is nothing to give. */
const NOTHING = "–";

/** "84 %" => 0.84 shown as "84%"; "n.d." => the text. The value is the one that is printed: the two documents say the same. */
function printedValue(text: string): Value {
  const { sign, whole = "", decimals = "", percent } = NUMBER.exec(text)?.groups ?? {};
  if (whole === "") return { text: text || NOTHING };
  // Read as one decimal number, so that 14 % is 0.14 and not 0.14000000000000001
  const digits = `${whole.replace(/\D/g, "")}.${decimals || "0"}`;
  const size = Number(percent ? `${digits}e-2` : digits);
  // A year has no space between its thousands: "2025" is not "2 025".
  const integer = percent || /\d{4}/.test(whole) ? "0" : "#,##0";
  const shown = `${integer}${decimals && `.${"0".repeat(decimals.length)}`}${percent ? "%" : ""}`;
  const format = sign ? `+${shown};-${shown};${shown}` : shown;
  return { number: sign === MINUS ? -size : size, format };
}

/** The table of a section: a column of drawings is left out, as their counts stand in the table of the quarters. */
export function tableColumns({ columns, rows }: Table): readonly SheetColumn[] {
  const isRead = columns.some(({ id }) => id === "lecture");
  return distinct(
    columns.flatMap((column, i) => {
      if (column.kind === "sparkline") return [];
      // The heading of a theme is no line that can be added up or sorted.
      const lines = rows.filter((row) => !row.isTheme);
      const cells = lines.map(({ cells, level }) => ({ ...(cells[i] ?? { text: "" }), level }));
      return column.kind === "number"
        ? numberColumns(headOf(column), cells, !isRead)
        : [wordColumn(headOf(column), cells, i === 0)];
    }),
  );
}

/** A head stands over one column: "3e trimestre" above "2026" => "3e trimestre, 2026" */
const headOf = ({ group, label }: TableColumn): string => (group === undefined ? label : `${group}, ${label}`);

type Cell = TableCell & { readonly level: 0 | 1 };

function wordColumn(head: string, cells: readonly Cell[], first: boolean): SheetColumn {
  if (first && cells.every(({ text }) => HEADING_NUMBER.test(text)))
    return { head, values: cells.map(({ text }) => ({ number: Number(text), format: "0" })) };
  return {
    head,
    values: cells.map(({ text, level }) => ({
      text: text || NOTHING,
      ...(first && level === 1 && { set: "back" as const }),
    })),
  };
}

/** The numbers, and what the printed cell says beside them: a percentage, another number, a word; its mark, where no column reads the line. */
function numberColumns(head: string, cells: readonly Cell[], withMarks: boolean): readonly SheetColumn[] {
  const parts = cells.map(({ text, emphasis, mark }) => {
    const { first, percent, beside, found, word = found } = WITH_REST.exec(text)?.groups ?? {};
    const value = printedValue(first ?? text);
    const isStrong = emphasis === "strong" && "number" in value;
    return {
      value: isStrong ? { ...value, strong: true as const } : value,
      percent: printedValue(percent ?? NOTHING),
      beside: printedValue(beside ?? NOTHING),
      word,
      degree: mark === undefined || !withMarks ? "" : VERDICT_WORDS[mark],
    };
  });
  const columns: SheetColumn[] = [{ head, values: parts.map(({ value }) => value) }];
  if (parts.some(({ percent }) => "number" in percent))
    columns.push({ head: `${head} en pourcentage`, values: parts.map(({ percent }) => percent) });
  if (parts.some(({ beside }) => "number" in beside))
    columns.push({ head: `${head} : en regard`, values: parts.map(({ beside }) => beside) });
  if (parts.some(({ word }) => word !== undefined))
    columns.push({ head: `${head} : remarque`, values: parts.map(({ word }) => ({ text: word ?? NOTHING })) });
  if (parts.some(({ degree }) => degree !== ""))
    columns.push({ head: `${head} : lecture`, values: parts.map(({ degree }) => ({ text: degree || NOTHING })) });
  return columns;
}

/** Heads as a spreadsheet's table wants them: none empty, none twice, capitals or not. */
function distinct(columns: readonly SheetColumn[]): readonly SheetColumn[] {
  const seen = new Set<string>();
  return columns.map(({ head, values }, i) => {
    const said = head.trim() || `Colonne ${i + 1}`;
    let name = said;
    for (let n = 2; seen.has(name.toLowerCase()); n++) name = `${said} (${n})`;
    seen.add(name.toLowerCase());
    return { head: name, values };
  });
}
