/** Sixteen deliveries: which statement came in which layout and format. */
import { halfYear, monthOf, type Period, parseQuarterId, yearOf } from "../../scripts/model/period.ts";
import { figuresOf } from "./commune.ts";
import {
  halfYearStatement,
  type Is101Layout,
  type IstLayout,
  is101,
  ist,
  type PeriodWords,
  type StatementInput,
} from "./statements.ts";
import {
  EXCEL_CSV,
  writeCsv,
  writeDocx,
  writeHtml,
  writeOdt,
  writePdf,
  writeRtf,
  writeSpreadsheet,
} from "./write/index.ts";
import type { Sheet } from "./write/sheet.ts";

type Write = (sheets: readonly Sheet[]) => Uint8Array | Promise<Uint8Array>;
/** File name, writer, sheets. */
type DemoFile = readonly [name: string, write: Write, ...sheets: Sheet[]];

const xls: Write = (sheets) => writeSpreadsheet(sheets, "xls");
const xlsx: Write = (sheets) => writeSpreadsheet(sheets, "xlsx");
const ods: Write = (sheets) => writeSpreadsheet(sheets, "ods");
const csvUtf8: Write = (sheets) => writeCsv(sheets, { ...EXCEL_CSV, encoding: "utf-8-bom" });
const csvTabs: Write = (sheets) => writeCsv(sheets, { ...EXCEL_CSV, encoding: "utf-16le", separator: "\t" });
const csvCommas: Write = (sheets) =>
  writeCsv(sheets, { encoding: "utf-8", separator: ",", newline: "\n", fill: true, quoteAll: true });

/** The quarters whose IS 101 prints the line that the nomenclature does not know. */
const WITH_UNKNOWN_LINE: readonly string[] = ["2025-T4", "2026-T2", "2026-T3"];

interface Statements {
  readonly is101: (layout: Is101Layout, words: PeriodWords) => Sheet;
  readonly ist: (layout: IstLayout, words: PeriodWords) => Sheet;
  /** The half-year that ends with the quarter. */
  readonly half: () => Sheet;
}

const DELIVERIES: Readonly<Record<string, (s: Statements) => readonly DemoFile[]>> = {
  "2022-T4": (s) => [
    ["IS 101 T4 2022.csv", (sheets) => writeCsv(sheets), s.is101("periods-over-forces", "long")],
    ["IST T4 2022.csv", (sheets) => writeCsv(sheets), s.ist("families", "long")],
  ],
  "2023-T1": (s) => [
    ["IS101 1er trim 2023.xls", xls, s.is101("periods-over-forces", "long")],
    ["IST 1er trim 2023.xls", xls, s.ist("families", "long")],
  ],
  "2023-T2": (s) => [
    ["IS 101 2ème trimestre 2023.xls", xls, s.is101("periods-over-forces", "short")],
    ["IS 101 semestre.csv", csvUtf8, s.half()],
    ["IST.ods", ods, s.ist("cumulative", "short")],
  ],
  "2023-T3": (s) => [
    ["IS101.xls", (sheets) => writeHtml(sheets), s.is101("forces-over-periods", "long")],
    ["IST.csv", csvUtf8, s.ist("cumulative", "long")],
  ],
  "2023-T4": (s) => [
    ["is101.ods", ods, s.is101("captions", "short")],
    ["IST.docx", writeDocx, s.ist("families", "short")],
  ],
  "2024-T1": (s) => [
    ["IS101.docx", writeDocx, s.is101("periods-over-forces", "long")],
    ["IST.odt", writeOdt, s.ist("indented", "long")],
  ],
  "2024-T2": (s) => [
    ["Etats T2 2024.xlsx", xlsx, s.is101("periods-over-forces", "short"), s.ist("cumulative", "short"), s.half()],
  ],
  // No IST in this delivery: the missing statement.
  "2024-T3": (s) => [["IS 101.xls", xls, s.is101("captions", "long")]],
  "2024-T4": (s) => [
    // RTF saved under the name .doc: the reader must look at the content.
    ["IS101.doc", writeRtf, s.is101("forces-over-periods", "short")],
    ["IST.csv", csvUtf8, s.ist("cumulative", "short")],
    ["IS 101 semestre.ods", ods, s.half()],
  ],
  "2025-T1": (s) => [
    ["export.csv", (sheets) => writeCsv(sheets), s.is101("long", "compact")],
    ["IST.xls", xls, s.ist("families", "long")],
  ],
  "2025-T2": (s) => [
    ["IS101.csv", csvTabs, s.is101("periods-over-forces", "long")],
    ["IST.odt", writeOdt, s.ist("families", "long")],
  ],
  "2025-T3": (s) => [
    ["IS 101 T3 2025.xls", xls, s.is101("captions", "long")],
    ["IST T3 2025.docx", writeDocx, s.ist("cumulative", "long")],
  ],
  "2025-T4": (s) => [
    ["IS101.docx", writeDocx, s.is101("forces-over-periods", "short")],
    ["IST.ods", ods, s.ist("families", "short")],
    ["IS101 semestre.csv", csvCommas, s.half()],
  ],
  "2026-T1": (s) => [
    ["IS101.pdf", (sheets) => writePdf(sheets), s.is101("periods-over-forces", "long")],
    ["IST.rtf", writeRtf, s.ist("families", "long")],
  ],
  "2026-T2": (s) => [
    ["IS 101 T2 2026.xlsx", xlsx, s.is101("periods-over-forces", "short"), s.half()],
    [
      "IST T2 2026.xls",
      (sheets) => writeHtml(sheets, { encoding: "utf-8", tables: "one", heads: false }),
      s.ist("families", "long"),
    ],
  ],
  "2026-T3": (s) => [
    ["IS 101 T3 2026.xls", xls, s.is101("periods-over-forces", "long")],
    ["IST T3 2026.docx", writeDocx, s.ist("cumulative", "long")],
  ],
};

/** The half-year that ends with a second or fourth quarter. */
const halfYearOf = (quarter: Period): Period => halfYear(yearOf(quarter.last), monthOf(quarter.last) / 6);

/** Every file of the deliveries: path within the demo's folder ("2026-T3/IST.pdf") and bytes. */
export async function demoDeliveries(seed: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const knownAt = figuresOf(seed);
  for (const [delivery, filesOf] of Object.entries(DELIVERIES)) {
    const quarter = parseQuarterId(delivery);
    if (!quarter) throw new RangeError(`${delivery} is no quarter`);
    const input = (words: PeriodWords): StatementInput => ({
      quarter,
      figures: knownAt(quarter),
      words,
      unknownLine: WITH_UNKNOWN_LINE.includes(delivery),
    });
    const statements: Statements = {
      is101: (layout, words) => is101(input(words), layout),
      ist: (layout, words) => ist(input(words), layout),
      half: () => halfYearStatement(input("long"), halfYearOf(quarter)),
    };
    for (const [name, write, ...sheets] of filesOf(statements)) files.set(`${delivery}/${name}`, await write(sheets));
  }
  return files;
}
