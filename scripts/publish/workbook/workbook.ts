/**
 * tableaux.xlsx: the tables of the bulletin, for whoever counts with them. Pure; the same bytes for the same bulletin.
 *
 *   sheets.ts      Bulletin -> Sheet[]          what each sheet says          (columns.ts: of one table)
 *   worksheet.ts   Sheet -> XML, its styles
 *
 * The parts are written here: the spreadsheet library of the demo (@e965/xlsx) writes neither frozen heads, nor tables with named
 * columns, nor text that wraps, nor the mark that keeps "=1+1" a text: nothing of what makes a sheet accessible and safe.
 */
import { writeZip } from "../../disk/zip.ts";
import type { Bulletin } from "../../model/document/bulletin.ts";
import { escapeXml } from "../../model/text/xml.ts";
import { printable } from "../filters/texts.ts";
import { MAIN, OFFICE, PACKAGE, textOf, xml } from "./markup.ts";
import { marksOf, sheetsOf } from "./sheets.ts";
import { createStyles } from "./styles.ts";
import { areaOf, tableXml, worksheetXml } from "./worksheet.ts";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export function writeWorkbook(received: Bulletin): Uint8Array {
  const bulletin = printable(received);
  const styles = createStyles();
  const sheets = sheetsOf(bulletin).map((sheet, i) => ({ ...sheet, number: i + 1, area: areaOf(sheet) }));
  const tables = sheets.flatMap(({ area, number, name }) => (area ? [{ area, number, name }] : []));
  const parts = new Map<string, string>();
  for (const sheet of sheets)
    parts.set(
      `xl/worksheets/sheet${sheet.number}.xml`,
      worksheetXml(sheet, styles, { area: sheet.area, isFirst: sheet.number === 1, marking: marksOf(bulletin) }),
    );
  for (const { area, number, name } of tables) {
    parts.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations([["table", `../tables/table${number}.xml`]]));
    parts.set(`xl/tables/table${number}.xml`, tableXml(area, number, name.replace(" ", "_")));
  }
  parts.set("xl/styles.xml", styles.toXml());
  parts.set(
    "xl/workbook.xml",
    xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews>` +
        `<sheets>${sheets.map(({ name, number }) => `<sheet name="${escapeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`).join("")}</sheets>` +
        // The head of each table is printed on every page.
        `<definedNames>${tables.map(({ name, number, area }) => `<definedName name="_xlnm.Print_Titles" localSheetId="${number - 1}">'${escapeXml(name)}'!$${area.headRow}:$${area.headRow}</definedName>`).join("")}</definedNames></workbook>`,
    ),
  );
  parts.set(
    "xl/_rels/workbook.xml.rels",
    relations([
      ...sheets.map(({ number }) => ["worksheet", `worksheets/sheet${number}.xml`] as const),
      ["styles", "styles.xml"],
    ]),
  );
  parts.set("docProps/core.xml", propertiesXml(bulletin));
  parts.set(
    "_rels/.rels",
    xml(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
        `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
  );
  const contents = [...parts].map(([name, content]) => ({ name, content }));
  return writeZip([{ name: "[Content_Types].xml", content: contentTypes([...parts.keys()]) }, ...contents]);
}

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  xml(
    `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join("")}</Relationships>`,
  );

const contentTypes = (names: readonly string[]): string =>
  xml(
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `${names.map(overrideOf).join("")}</Types>`,
  );
function overrideOf(name: string): string {
  const type = typeOf(name);
  return type === undefined ? "" : `<Override PartName="/${name}" ContentType="${type}"/>`;
}

function typeOf(name: string): string | undefined {
  if (name === "xl/workbook.xml") return `${SPREADSHEET}.sheet.main+xml`;
  if (name === "xl/styles.xml") return `${SPREADSHEET}.styles+xml`;
  if (name.startsWith("xl/worksheets/sheet")) return `${SPREADSHEET}.worksheet+xml`;
  if (name.startsWith("xl/tables/")) return `${SPREADSHEET}.table+xml`;
  if (name === "docProps/core.xml") return "application/vnd.openxmlformats-package.core-properties+xml";
  return undefined; // links between parts: by their ending
}

const propertiesXml = (bulletin: Bulletin): string =>
  xml(
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${textOf(`${bulletin.title} – ${bulletin.quarterLabel}`)}</dc:title><dc:creator>${textOf(bulletin.commune)}</dc:creator>` +
      `<dc:description>${textOf(marksOf(bulletin))}</dc:description><dc:language>fr-FR</dc:language>` +
      ["created", "modified"]
        .map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${bulletin.editionIso}T00:00:00Z</dcterms:${name}>`)
        .join("") +
      "</cp:coreProperties>",
  );
