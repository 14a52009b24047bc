/** A drawn statement to the file that an operator would drop in data/. */
import { createHash } from "node:crypto";
import type { SourceFile } from "../../scripts/model/grid.ts";
import {
  PRINTED_REPORT,
  writeCsv,
  writeDocx,
  writeHtml,
  writeOdt,
  writePdf,
  writeRtf,
  writeSpreadsheet,
} from "../demo/write/index.ts";
import type { Plan } from "./choices.ts";
import type { DrawnStatement } from "./statement.ts";

async function bytesOf(plan: Plan, { sheets }: DrawnStatement): Promise<Uint8Array> {
  switch (plan.format) {
    case "csv":
      return writeCsv(sheets, {
        encoding: plan.csvEncoding,
        separator: plan.csvSeparator,
        newline: plan.csvStyle === "filled" || plan.csvStyle === "sep line" ? "\r\n" : "\n",
        fill: plan.csvStyle !== "ragged",
        quoteAll: plan.csvStyle === "quoted",
        sepLine: plan.csvStyle === "sep line",
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
    case "pdf":
      return writePdf(sheets, { ...PRINTED_REPORT, lines: plan.csvStyle === "filled" ? "grid" : "none" });
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

export async function fileOf(plan: Plan, drawn: DrawnStatement): Promise<SourceFile> {
  const extension = plan.format === "html" ? "xls" : plan.format;
  return sourceFile(drawn.delivery, `${drawn.name}.${extension}`, await bytesOf(plan, drawn));
}
