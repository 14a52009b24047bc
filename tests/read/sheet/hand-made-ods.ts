/** A small .ods made in code, element by element, as no library writes it. */
import { strToU8, zipSync } from "fflate";
import { readOds } from "../../../scripts/read/sheet/ods.ts";
import { source } from "../source.ts";

const NS = "urn:oasis:names:tc:opendocument:xmlns";
export const SPACES = [
  ...["office", "table", "text", "style"].map((p) => `xmlns:${p}="${NS}:${p}:1.0"`),
  `xmlns:number="${NS}:datastyle:1.0"`,
  `xmlns:draw="${NS}:drawing:1.0"`,
  `xmlns:fo="${NS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${NS}:svg-compatible:1.0"`,
  `xmlns:config="${NS}:config:1.0"`,
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
].join(" ");
/** `styles`: of the content; `shared`: of the other part; `more`: attributes of the sheet. */
export const bytes = (rows: string, styles = "", shared = "", settings = "", more = ""): Uint8Array =>
  zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(
      `<office:document-content ${SPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="F" ${more}>${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
    "styles.xml": strToU8(
      `<office:document-styles ${SPACES}><office:styles>${shared}</office:styles></office:document-styles>`,
    ),
    ...(settings !== "" && {
      "settings.xml": strToU8(`<office:document-settings ${SPACES}>${settings}</office:document-settings>`),
    }),
  });
export const read = (...written: Parameters<typeof bytes>) => readOds(source("a.ods", bytes(...written)));
export const row = (cells: string, attributes = ""): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
export const cell = (content: string, attributes = ""): string =>
  `<table:table-cell table:style-name="c" ${attributes}>${content}</table:table-cell>`;
export const text = (content: string): string => cell(`<text:p>${content}</text:p>`, 'office:value-type="string"');
export const float = (value: string, shown: string, more = ""): string =>
  cell(
    shown === "-none-" ? "" : `<text:p>${shown}</text:p>`,
    `office:value-type="float" office:value="${value}" ${more}`,
  );
export const first = async (...given: Parameters<typeof read>) => {
  const { value, issues } = await read(...given);
  const [one] = value[0]?.rows[0] ?? [];
  return {
    text: one?.text,
    beside: one?.beside?.map(({ kind, text: own }) => `${kind} ${own}`.trim()),
    issues: issues.length,
  };
};
export const seen = (shown: string, ...beside: string[]) => ({
  text: shown,
  beside: beside.length > 0 ? beside : undefined,
  issues: 0,
});
export const style = (family: string, name: string, content: string, more = ""): string =>
  `<style:style style:family="${family}" style:name="${name}" ${more}>${content}</style:style>`;
export const texts = (properties: string): string => `<style:text-properties ${properties}/>`;
export const WHITE = 'fo:color="#ffffff"';
export const STRUCK = 'style:text-line-through-style="solid"';
