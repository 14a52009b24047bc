/** A drawn statement to the file that an operator would drop in data/. */
import { createHash } from "node:crypto";
import {
  writeCsv,
  writeDocx,
  writeHtml,
  writeOdt,
  writeRtf,
  writeSpreadsheet,
} from "../../scripts/demo/write/index.ts";
import type { SourceFile } from "../../scripts/model/grid.ts";
import type { Plan } from "./choices.ts";
import type { DrawnStatement } from "./statement.ts";

function bytesOf(plan: Plan, { sheets }: DrawnStatement): Uint8Array {
  switch (plan.format) {
    case "csv":
      return writeCsv(sheets, {
        encoding: plan.csvEncoding,
        separator: plan.csvSeparator,
        newline: plan.csvStyle === "filled" ? "\r\n" : "\n",
        fill: plan.csvStyle !== "ragged",
        quoteAll: plan.csvStyle === "quoted",
      });
    case "xlsx":
    case "xls":
    case "ods": {
      const isFormat = plan.numbers === "# ##0" || plan.numbers === "#,##0";
      return writeSpreadsheet(sheets, plan.format, {
        values: plan.numbers === "text" ? "text" : "number",
        countFormat: isFormat ? plan.numbers : "General",
      });
    }
    case "docx":
      return writeDocx(sheets);
    case "odt":
      return writeOdt(sheets);
    case "rtf":
      return writeRtf(sheets);
    case "html":
      return writeHtml(sheets, {
        encoding: plan.csvEncoding === "windows-1252" ? "windows-1252" : "utf-8",
        tables: plan.htmlTables === "parts" ? "parts" : "one",
        heads: plan.htmlTables !== "one without heads",
      });
  }
}

export function sourceFile(delivery: string, name: string, bytes: Uint8Array): SourceFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path: `${delivery}/${name}`, delivery, name, bytes, sha256 };
}

export function fileOf(plan: Plan, drawn: DrawnStatement): SourceFile {
  const extension = plan.format === "html" ? "xls" : plan.format;
  return sourceFile(drawn.delivery, `${drawn.name}.${extension}`, bytesOf(plan, drawn));
}
