/**
 * .docx -> one grid. Read from word/document.xml directly: mammoth leaves out page headers, w:gridBefore and text boxes, and a
 * row set back by w:gridBefore would put its figures under the wrong heading. Elements: ECMA-376 part 1, chapter 17.
 * Nothing outside the file's own parts is opened: no link, no field, no macro, no embedded object.
 */
import type { Grid, SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import { assembleDocument, type Block, paragraph, superscript } from "./document.ts";
import { tooDeep } from "./limits.ts";
import { refused, unreadable } from "./reader.ts";
import { type MergingCell, resolveMerges } from "./table-geometry.ts";
import { findChild, parseXml, type XmlElement } from "./xml.ts";
import { openZip } from "./zip.ts";

const FORMAT = "un document Word (.docx)";

/** Transitional and strict namespaces alike. */
const PREFIXES = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
} as const;

/** The bodies of header and footer parts go before and after the document's. */
const PART = /^word\/(document|header\d*|footer\d*)\.xml$/;

export async function readDocx(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const members = openZip(file, FORMAT, (name) => PART.test(name));
  if ("issue" in members) return refused(members.issue);
  const parts: { readonly header: Block[]; readonly body: Block[]; readonly footer: Block[] } = {
    header: [],
    body: [],
    footer: [],
  };
  for (const name of [...members.keys()].sort()) {
    const xml = parseXml(members.get(name) ?? new Uint8Array(), PREFIXES);
    if (!xml.ok)
      return refused(
        xml.reason === "malformed" ? unreadable(file, FORMAT, `${name} : ${xml.words}`) : tooDeep(file.path),
      );
    const story = name.includes("header") ? "header" : name.includes("footer") ? "footer" : "body";
    const changed = changedCell(xml.root);
    if (changed) return refused(trackedTable(file));
    parts[story].push(...blocksOf(story === "body" ? (findChild(xml.root, "w:body") ?? xml.root) : xml.root, story));
  }
  if (!members.has("word/document.xml")) return refused(unreadable(file, FORMAT, "word/document.xml absent"));
  return assembleDocument(file.path, [...distinct(parts.header), ...parts.body, ...distinct(parts.footer)]);
}

const STORY_NAMES = { header: "en-tête de page", footer: "pied de page", body: undefined } as const;
type Story = keyof typeof STORY_NAMES;

/** First, even and other pages often repeat one header. */
const distinct = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter(
    (b, i) => b.kind !== "paragraph" || blocks.findIndex((o) => o.kind === "paragraph" && o.text === b.text) === i,
  );

/** Elements that only wrap blocks or runs; of mc:AlternateContent the choice is read, never the fallback as well. */
const WRAPPERS = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:ins",
  "w:moveTo",
  "w:customXml",
  "w:smartTag",
  "w:hyperlink",
  "w:fldSimple",
  "w:dir",
  "w:bdo",
  "mc:AlternateContent",
  "mc:Choice",
]);

/** Paragraphs and tables, in order. Deleted and moved-away text (w:del, w:moveFrom) is not there any more. */
function blocksOf(container: XmlElement, story: Story): readonly Block[] {
  const blocks: Block[] = [];
  let carried = ""; // text of paragraphs whose mark is deleted: it runs on into the next
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === "string") continue;
      if (child.name === "w:p") {
        const boxes: Block[] = [];
        const text = carried + paragraphText(child, story, boxes);
        const markDeleted = findChild(child, "w:pPr", "w:rPr", "w:del") !== undefined;
        carried = markDeleted ? text : "";
        if (!markDeleted) blocks.push(paragraph(text, STORY_NAMES[story]));
        blocks.push(...boxes);
      } else if (child.name === "w:tbl") blocks.push(...tableBlocks(child, story));
      else if (WRAPPERS.has(child.name)) visit(child);
    }
  };
  visit(container);
  if (carried !== "") blocks.push(paragraph(carried, STORY_NAMES[story]));
  return blocks;
}

/** The runs' text. Text boxes anchored in the paragraph go to `boxes`, as blocks of their own. */
function paragraphText(container: XmlElement, story: Story, boxes: Block[]): string {
  let text = "";
  for (const child of container.children) {
    if (typeof child === "string") continue;
    if (child.name === "w:r") text += runText(child, story, boxes);
    else if (WRAPPERS.has(child.name)) text += paragraphText(child, story, boxes);
  }
  return text;
}

function runText(run: XmlElement, story: Story, boxes: Block[]): string {
  const properties = findChild(run, "w:rPr");
  if (properties && isOn(properties, "w:vanish")) return "";
  let text = "";
  for (const child of run.children) {
    if (typeof child === "string") continue;
    if (child.name === "w:t") text += child.children.filter((c) => typeof c === "string").join("");
    else if (child.name === "w:tab" || child.name === "w:ptab") text += "\t";
    else if (child.name === "w:br" || child.name === "w:cr") text += "\n";
    else if (child.name === "w:noBreakHyphen") text += "-";
    else if (["w:drawing", "w:pict", "mc:AlternateContent", "w:object"].includes(child.name))
      boxes.push(...textBoxes(child, story));
  }
  return properties && isRaised(properties) ? superscript(text) : text;
}

/** Superscript, or raised by half-points as LibreOffice writes it. */
const isRaised = (properties: XmlElement): boolean =>
  findChild(properties, "w:vertAlign")?.attributes["w:val"] === "superscript" ||
  Number(findChild(properties, "w:position")?.attributes["w:val"] ?? 0) > 0;

/** w:txbxContent at any depth below a drawing, of the preferred choice only. */
function textBoxes(drawing: XmlElement, story: Story): readonly Block[] {
  if (drawing.name === "w:txbxContent") return blocksOf(drawing, story);
  return drawing.children.flatMap((child) =>
    typeof child === "string" || child.name === "mc:Fallback" ? [] : textBoxes(child, story),
  );
}

/** `<w:vanish/>` or w:val="1"; not w:val="0". */
const isOn = (properties: XmlElement, name: string): boolean => {
  const toggle = findChild(properties, name);
  return toggle !== undefined && !["0", "false", "off"].includes(toggle.attributes["w:val"] ?? "1");
};

/** Rows and cells may stand within content controls. */
function inner(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? inner(child, name) : [];
  });
}

const MAX_SPAN = 1_000;
const spanOf = (element: XmlElement | undefined, name: string): number => {
  const value = Number(element && findChild(element, name)?.attributes["w:val"]);
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 0;
};

/** A row that holds a table within a cell is page layout: its cells are read one after the other, as blocks. */
function tableBlocks(table: XmlElement, story: Story): readonly Block[] {
  const blocks: Block[] = [];
  let rows: MergingCell[][] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ kind: "table", rows: resolveMerges(rows) });
    rows = [];
  };
  for (const row of inner(table, "w:tr")) {
    const properties = findChild(row, "w:trPr");
    if (properties && findChild(properties, "w:del")) continue;
    let column = spanOf(properties, "w:gridBefore");
    const cells: MergingCell[] = [];
    const contents = inner(row, "w:tc").map((cell) => ({ cell, blocks: blocksOf(cell, story) }));
    if (contents.some((c) => c.blocks.some((b) => b.kind === "table"))) {
      flush();
      blocks.push(...contents.flatMap((c) => c.blocks));
      continue;
    }
    for (const { cell, blocks: paragraphs } of contents) {
      const tcPr = findChild(cell, "w:tcPr");
      const colSpan = spanOf(tcPr, "w:gridSpan") || 1;
      const text = paragraphs.map((b) => (b.kind === "paragraph" ? b.text : "")).join("\n");
      const previous = cells.at(-1);
      if (mergeOf(tcPr, "w:hMerge") === "continue" && previous)
        cells[cells.length - 1] = {
          ...previous,
          colSpan: previous.colSpan + colSpan,
          text: `${previous.text}\n${text}`,
        };
      else {
        const merge = mergeOf(tcPr, "w:vMerge");
        cells.push({ text, column, colSpan, ...(merge ? { merge } : {}) });
      }
      column += colSpan;
    }
    rows.push(cells);
  }
  flush();
  return blocks;
}

/** `<w:vMerge/>` without a value continues (17.4.84). */
const mergeOf = (tcPr: XmlElement | undefined, name: string): "start" | "continue" | undefined => {
  const merge = tcPr && findChild(tcPr, name);
  if (!merge) return undefined;
  return merge.attributes["w:val"] === "restart" ? "start" : "continue";
};

/** Cells inserted, deleted or merged under revision marks: which geometry holds depends on a decision not yet taken. */
const changedCell = (element: XmlElement): boolean =>
  element.children.some(
    (child) =>
      typeof child !== "string" &&
      (["w:cellDel", "w:cellIns", "w:cellMerge"].includes(child.name) || changedCell(child)),
  );

const trackedTable = (file: SourceFile): Issue => ({
  rule: "tracked-table-change",
  severity: "error",
  message:
    "Le document garde des modifications suivies qui ajoutent, suppriment ou fusionnent des cellules : deux lectures de ses tableaux sont possibles.",
  hint: "Dans Word, acceptez ou refusez les modifications (onglet Révision), puis enregistrez ; ou demandez la version définitive.",
  place: { file: file.path },
});
