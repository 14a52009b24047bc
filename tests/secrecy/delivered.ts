/** One invented statement in each format, with an invented name in every place where that format holds a text. */
import { strToU8, unzipSync } from "fflate";
import { writeZip } from "../../scripts/disk/zip.ts";
import { EXCEL_CSV, writeCsv, writeDocx, writeOdt, writeRtf, writeSpreadsheet } from "../demo/write/index.ts";
import { line, type Sheet } from "../demo/write/sheet.ts";
import { html, pdf } from "./pages.ts";
import { ASKED, named, OTHER, SHEET } from "./statement.ts";

/** The parts of a zip, some written otherwise, some added. */
function repacked(bytes: Uint8Array, changes: Readonly<Record<string, (before: string) => string>>): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const known = new Set(parts.map(([name]) => name));
  const decoder = new TextDecoder();
  const stored = (name: string): { stored?: true } => (name === "mimetype" ? { stored: true } : {});
  return writeZip([
    ...parts.map(([name, content]) => ({
      name,
      content: changes[name] ? changes[name](decoder.decode(content)) : content,
      ...stored(name),
    })),
    ...Object.entries(changes)
      .filter(([name]) => !known.has(name))
      .map(([name, change]) => ({ name, content: change("") })),
  ]);
}

const CORE = (words: string): string =>
  `<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${words}</dc:title><dc:creator>${words}</dc:creator><cp:lastModifiedBy>${words}</cp:lastModifiedBy></cp:coreProperties>`;

function xlsx(): Uint8Array {
  const hidden: Sheet = { name: named("Cachee"), hidden: true, blocks: [line(named("DansCachee"))] };
  return repacked(writeSpreadsheet([SHEET, hidden], "xlsx"), {
    "docProps/core.xml": () => CORE(named("Meta")),
    "[Content_Types].xml": (xml) =>
      xml.replace(
        "</Types>",
        '<Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
      ),
    "xl/worksheets/_rels/sheet1.xml.rels": () =>
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>',
    "xl/comments1.xml": () =>
      `<?xml version="1.0"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${named("Auteur")}</author></authors><commentList><comment ref="B5" authorId="0"><text><t>${named("Commentaire")}</t></text></comment></commentList></comments>`,
    "xl/worksheets/sheet1.xml": (xml) =>
      xml.replace(
        "</worksheet>",
        `<headerFooter><oddHeader>&amp;C${named("EnTete")}</oddHeader><oddFooter>${named("Pied")}</oddFooter></headerFooter></worksheet>`,
      ),
  });
}

function docx(): Uint8Array {
  const run = (style: string, words: string): string =>
    `<w:p><w:r><w:rPr>${style}</w:rPr><w:t>${words}</w:t></w:r></w:p>`;
  const looks = [
    run("<w:vanish/>", named("Masque")),
    run("<w:strike/>", named("Barre")),
    `<w:p><w:del w:id="1" w:author="${named("Auteur")}"><w:r><w:delText>${named("Supprime")}</w:delText></w:r></w:del></w:p>`,
  ].join("");
  return repacked(writeDocx([SHEET]), {
    "docProps/core.xml": () => CORE(named("Meta")),
    "[Content_Types].xml": (xml) =>
      xml.replace(
        "</Types>",
        '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>',
      ),
    "word/_rels/document.xml.rels": () =>
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>',
    "word/header1.xml": () =>
      `<?xml version="1.0"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${named("EnTete")}</w:t></w:r></w:p></w:hdr>`,
    "word/document.xml": (xml) =>
      xml.replace(
        "<w:sectPr/>",
        `${looks}<w:sectPr><w:headerReference w:type="default" r:id="rId7" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></w:sectPr>`,
      ),
  });
}

/** Hardly seen, and asked about all the same. */
function visibleDocx(): Uint8Array {
  const run = (style: string, words: string): string =>
    `<w:p><w:r><w:rPr>${style}</w:rPr><w:t>${words}</w:t></w:r></w:p>`;
  const looks = [
    run('<w:color w:val="FFFFFF"/>', named("Blanc")),
    run('<w:sz w:val="2"/>', named("Minuscule")),
    `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>${named("Cadre")}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
  ].join("");
  return repacked(writeDocx([SHEET]), {
    "word/document.xml": (xml) => xml.replace("<w:sectPr/>", `${looks}<w:sectPr/>`),
  });
}

const odt = (): Uint8Array =>
  repacked(writeOdt([SHEET]), {
    "meta.xml": () =>
      `<?xml version="1.0"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:creator>${named("Meta")}</dc:creator></office:meta></office:document-meta>`,
    "content.xml": (xml) =>
      xml.replace(
        "</office:text>",
        `<text:p><office:annotation><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">${named("Auteur")}</dc:creator><text:p>${named("Commentaire")}</text:p></office:annotation></text:p></office:text>`,
      ),
  });

const rtf = (): Uint8Array =>
  strToU8(
    new TextDecoder()
      .decode(writeRtf([SHEET]))
      .replace("\\viewkind4", `{\\info{\\author ${named("Meta")}}}{\\header ${named("EnTete")}}\\viewkind4`)
      .replace(/\}\n$/, `\\pard {\\v ${named("Masque")}}{\\strike ${named("Barre")}}\\par\n}\n`),
  );

export interface Delivered {
  /** "2026-T1/Kervadeccsv IS101.csv" */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const inDelivery = ([extension, write]: readonly [string, () => Uint8Array]): Delivered => ({
  path: `2026-T1/${named(extension)}.${extension}`,
  bytes: write(),
});

/** The same figures in each format, with what nobody is asked about. */
export const HIDDEN: readonly Delivered[] = (
  [
    ["csv", () => writeCsv([SHEET], EXCEL_CSV)],
    ["xls", () => writeSpreadsheet([SHEET], "xls")],
    ["ods", () => writeSpreadsheet([SHEET], "ods")],
    ["rtf", rtf],
    ["odt", odt],
    ["docx", docx],
    ["html", html],
    ["pdf", pdf],
    ["xlsx", xlsx],
  ] as const
).map(inDelivery);

/** What a person is asked about. */
export const VISIBLE: readonly Delivered[] = (
  [
    ["csv", () => writeCsv([ASKED], EXCEL_CSV)],
    ["xlsx", () => writeSpreadsheet([ASKED], "xlsx")],
    ["docx", visibleDocx],
    ["rtf", () => writeRtf([OTHER])],
  ] as const
).map(inDelivery);
