/** The control sheet: every table as received, its issues, and the links from each source cell to the bulletin's cells. */
import type { Bulletin } from "../model/document/bulletin.ts";
import type { ControlSheet } from "../model/document/control-sheet.ts";
import { tableCells } from "../model/document/table-cells.ts";
import type { Issue } from "../model/issue.ts";
import type { Context } from "./context/context.ts";
import { readingTotals, sourceNote } from "./context/sources.ts";
import { typography } from "./words/typography.ts";

export function controlSheet(c: Context, bulletin: Bulletin): ControlSheet {
  const paths = new Set(c.recognitions.map((r) => r.file.source.path));
  return {
    id: c.id,
    quarterLabel: c.name,
    files: c.recognitions.map((r) => ({
      note: sourceNote(c, r),
      tables: r.tables,
      issues: c.issues.filter((i) => i.place?.file === r.file.source.path).map(typeset),
    })),
    issues: c.issues.filter((i) => i.place === undefined || !paths.has(i.place.file)).map(typeset),
    totals: readingTotals(c.recognitions),
    usedBy: usedBy(bulletin),
  };
}

/** The message and the hint get French typography; a line to paste and a value to compare with the file stay as they are. */
const typeset = (issue: Issue): Issue => ({
  ...issue,
  message: typography(issue.message),
  ...(issue.hint === undefined ? {} : { hint: typography(issue.hint) }),
});

/** provenanceKey => ids of the bulletin's table cells that rest on that source cell, in the order of the document. */
function usedBy(bulletin: Bulletin): Readonly<Record<string, readonly string[]>> {
  const uses = new Map<string, string[]>();
  for (const { id, cell } of tableCells(bulletin))
    for (const key of cell.from ?? []) uses.set(key, [...(uses.get(key) ?? []), id]);
  return Object.fromEntries(uses);
}
