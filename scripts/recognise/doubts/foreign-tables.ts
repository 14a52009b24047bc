/**
 * A table with none of the statement's lines or families, as the list of what is sent under it: « Convention (copie) | 1 » is no fact. Its
 * numbers are taken once a person has said that its first line is one.
 */
import { OTHER_STATEMENT } from "../../model/observation.ts";
import { CHOICES } from "../../model/question.ts";
import { captionsIn, dataRows } from "../layout/blocks.ts";
import { countsIn, notUnderstood } from "../layout/outcome.ts";
import type { BlockReading } from "../table/block.ts";
import type { OpenTable } from "../table/table.ts";
import { countedIn, type Doubted } from "./rule.ts";

export function* foreignTables(tables: readonly OpenTable[]): Iterable<Doubted> {
  const counted = countedIn(tables).filter(({ statement }) => statement !== OTHER_STATEMENT);
  const known = counted.filter(hasKnownLine);
  // a page may hold none but unknown lines of the table before
  const headings = new Set(known.map(headingsOf));
  for (const reading of counted) {
    if (hasKnownLine(reading) || headings.has(headingsOf(reading))) continue;
    const lines = countsIn(reading.outcomes).filter(({ observation }) => observation.kind === "line");
    const [first] = lines;
    if (!first) continue;
    const { label } = first.observation;
    const asks = { kind: "line", text: label, statement: reading.statement, may: [CHOICES.asSent] } as const;
    const instead = notUnderstood("row", label, "aucune ligne de ce tableau n'est de l'état", { asks });
    yield { reading, instead, of: (count) => count.observation.kind === "line" };
  }
}

const headingsOf = ({ columns }: BlockReading): string => columns.map(({ axis }) => axis.texts.join(" ")).join("|");

/** In a row, a heading, or over it; what a person has said to be a line is one. */
function hasKnownLine({ view, block, rows, columns, around }: BlockReading): boolean {
  const axes = [...rows, ...columns].map(({ axis }) => axis);
  const over = [...captionsIn(block), ...around.lines.flatMap(({ cell }) => cell ?? [])];
  const own = dataRows(block).flatMap((row) => view.own(row));
  return (
    axes.some(({ matches }) => matches.length > 0) ||
    [...over, ...own].some(({ matches, declaredLine }) => matches.length > 0 || declaredLine)
  );
}
