/** The files of the known deliveries, as the method section, the control sheet and the templates name them. */

import type { SourceNote } from "../../model/document/control-sheet.ts";
import { joinWords } from "../../model/format.ts";
import type { Format } from "../../model/grid.ts";
import type { Recognition } from "../../model/observation.ts";
import { type Context, statementLabel } from "./context.ts";

const FORMATS: Readonly<Record<Format, string>> = {
  csv: "CSV",
  xls: "Excel (.xls)",
  xlsx: "Excel (.xlsx)",
  ods: "OpenDocument (.ods)",
  html: "HTML",
  docx: "Word (.docx)",
  doc: "Word (.doc)",
  odt: "OpenDocument (.odt)",
  rtf: "RTF",
  pdf: "PDF",
};

export function sourceNote(c: Context, r: Recognition): SourceNote {
  const statements = [...new Set(r.tables.map((t) => statementLabel(c, t.statement)))];
  return {
    path: r.file.source.path,
    printed: c.printed.file(r.file.source.path),
    delivery: r.file.source.delivery,
    format: r.file.format === null ? "non lu" : FORMATS[r.file.format],
    statement: statements.length === 0 ? "aucun" : joinWords(statements),
    sha256: r.file.source.sha256,
    counts: r.observations.length,
  };
}
