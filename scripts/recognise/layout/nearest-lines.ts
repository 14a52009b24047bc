/** Captions and titles, nearest first, without those that nearer ones make moot: a table of 16 000 rows may hold thousands. */
import type { Facets } from "../words/said.ts";
import type { ViewCell } from "./view.ts";

/** One text around the table. `near`: it stands in the table or just above it, and not only at the top of the document. */
export interface Line {
  readonly text: string;
  readonly facets: Facets;
  readonly cell: ViewCell | null;
  readonly near: boolean;
}

/** A cell as a line of text. */
export const toLine = (cell: ViewCell, near: boolean): Line => ({ text: cell.text, facets: cell.facets, cell, near });

/** What a line says, by kind: two lines of one signature say the same kinds of things. */
function signatureOf({ facets: f, cell }: Line): string {
  const family = cell?.matches.length ? "L" : "";
  const said = [f.force && "F", f.weakForce && "W", f.total && "T", f.periods.length > 0 && "P", f.measure && "M"];
  return `${said.filter(Boolean).join("")}${f.statements.join("")}${family}${f.declared ? "D" : ""}${f.residual === "" ? "" : "?"}`;
}

/** The two nearest lines of each signature: the one that decides, and the one that may contradict it. */
export function nearestLines(lines: readonly Line[]): readonly Line[] {
  const seen = new Map<string, number>();
  return lines.filter((line) => {
    const signature = signatureOf(line);
    const before = seen.get(signature) ?? 0;
    seen.set(signature, before + 1);
    return before < 2;
  });
}
