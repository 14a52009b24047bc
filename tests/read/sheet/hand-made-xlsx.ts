/** A small .xlsx made in code, part by part, as no library writes it. */
import { strToU8, zipSync } from "fflate";
import { readXlsx } from "../../../scripts/read/sheet/xlsx.ts";
import { source } from "../source.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const SPACES = `xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:o="urn:other"`;
export const links = (targets: Readonly<Record<string, readonly [type: string, target: string]>>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(targets)
    .map(([id, [type, target]]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

export interface Written {
  /** Rows, from the first. */
  readonly rows?: string;
  /** Around the rows. */
  readonly before?: string;
  readonly after?: string;
  readonly styles?: string;
  readonly texts?: string;
  readonly workbook?: string;
  readonly state?: string;
  /** Other parts, or parts in place of those. */
  readonly parts?: Readonly<Record<string, string>>;
}

export const xlsx = (written: Written, level: 0 | 6 = 6): Uint8Array => {
  const {
    rows = "",
    before = "",
    after = "",
    styles = "",
    texts = "",
    workbook = "",
    state = "",
    parts = {},
  } = written;
  const written_ = {
    "_rels/.rels": links({ r1: ["officeDocument", "xl/workbook.xml"] }),
    "xl/workbook.xml": `<workbook ${SPACES}><sheets><sheet name="IS101" sheetId="1" r:id="r1" ${state}/></sheets>${workbook}</workbook>`,
    "xl/_rels/workbook.xml.rels": links({
      r1: ["worksheet", "worksheets/sheet1.xml"],
      r2: ["styles", "styles.xml"],
      r3: ["sharedStrings", "sharedStrings.xml"],
    }),
    "xl/styles.xml": `<styleSheet ${SPACES}>${styles}</styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${SPACES}>${texts}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${SPACES}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    ...parts,
  };
  const members = Object.entries(written_).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(members), { level });
};
export const read = (written: Written) => readXlsx(source("a.xlsx", xlsx(written)));
/** The only cell, with what stands beside it. */
export const cellOf = async (written: Written) => {
  const { value, issues } = await read(written);
  const [cell] = value[0]?.rows[0] ?? [];
  return {
    text: cell?.text,
    beside: cell?.beside?.map(({ kind, text }) => `${kind} ${text}`.trim()),
    issues: issues.length,
  };
};
export const one = (cell: string): string => `<row r="1">${cell}</row>`;
export const seen = (text: string, ...beside: string[]) => ({
  text,
  beside: beside.length > 0 ? beside : undefined,
  issues: 0,
});
export const NO_STYLES = "<cellXfs><xf/></cellXfs>";

/** Styles where cells of style 1 have this font, fill, number format and alignment. */
export const styled = ({ font = "", fill = "", format = "General", alignment = "", borders = "", more = "" }): string =>
  `<numFmts><numFmt numFmtId="164" formatCode="${format.replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}"/></numFmts>` +
  `<fonts><font><sz val="11"/></font><font>${font}</font></fonts>` +
  `<fills><fill><patternFill patternType="none"/></fill><fill>${fill || '<patternFill patternType="none"/>'}</fill></fills>` +
  `<borders>${borders}</borders><cellXfs><xf/><xf numFmtId="164" fontId="1" fillId="1">${alignment}</xf></cellXfs>${more}`;
export const DIAGONAL = '<diagonal style="thin"/>';
export const gradient = (...rgbs: readonly string[]): string =>
  `<gradientFill>${rgbs.map((rgb) => `<stop><color rgb="FF${rgb}"/></stop>`).join("")}</gradientFill>`;
export const solid = (rgb: string): string =>
  `<patternFill patternType="solid"><fgColor rgb="FF${rgb}"/></patternFill>`;
export const NUMBER = one('<c r="A1" s="1"><v>99</v></c>');

/** A cell in which nothing is seen, and 99 is stored. */
export const HIDDEN = seen("", "faint 99");
/** What stands beside each cell of the first row. */
export const besides = async (written: Written): Promise<readonly (string | undefined)[]> =>
  ((await read(written)).value[0]?.rows[0] ?? []).map(({ beside }) =>
    beside?.map((b) => `${b.kind} ${b.text}`.trim()).join(),
  );
/** A row of one cell with this value. */
export const value = (text: string, more = "") => one(`<c r="A1" ${more}><v>${text}</v></c>`);
