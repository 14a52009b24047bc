/**
 * .docx -> one grid. Read from word/document.xml directly: mammoth leaves out page headers, w:gridBefore and text boxes, and a
 * row set back by w:gridBefore would put its figures under the wrong heading. Elements: ECMA-376 part 1, chapter 17.
 * Nothing outside the file's own parts is opened: no link, no field, no macro, no embedded object.
 */

import type { Grid, SourceFile } from "../../../model/grid.ts";
import type { Issue, Result } from "../../../model/issue.ts";
import { compareText } from "../../../model/order.ts";
import { findChild, type XmlElement } from "../../container/xml.ts";
import { openXmlParts } from "../../container/xml-parts.ts";
import { refused, unreadable } from "../../contract/reader.ts";
import { assembleDocument, type Block, paragraph, superscript } from "../document.ts";
import { changedCell, tableBlocks, WRAPPERS } from "./docx-table.ts";

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
  const roots = openXmlParts(file, FORMAT, (name) => PART.test(name), PREFIXES);
  if ("issue" in roots) return refused(roots.issue);
  const parts: { readonly header: Block[]; readonly body: Block[]; readonly footer: Block[] } = {
    header: [],
    body: [],
    footer: [],
  };
  for (const [name, root] of [...roots].sort(([a], [b]) => compareText(a, b))) {
    const story = name.includes("header") ? "header" : name.includes("footer") ? "footer" : "body";
    if (changedCell(root)) return refused(trackedTable(file));
    for (const block of blocksOf(story === "body" ? (findChild(root, "w:body") ?? root) : root, story))
      parts[story].push(block);
  }
  if (!roots.has("word/document.xml")) return refused(unreadable(file, FORMAT, "word/document.xml absent"));
  return assembleDocument(file.path, [...distinct(parts.header), ...parts.body, ...distinct(parts.footer)]);
}

const STORY_NAMES = { header: "en-tête de page", footer: "pied de page", body: undefined } as const;
type Story = keyof typeof STORY_NAMES;

/** First, even and other pages often repeat one header. */
const distinct = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter(
    (b, i) => b.kind !== "paragraph" || blocks.findIndex((o) => o.kind === "paragraph" && o.text === b.text) === i,
  );

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
        for (const block of boxes) blocks.push(block);
      } else if (child.name === "w:tbl")
        for (const block of tableBlocks(child, (cell) => blocksOf(cell, story))) blocks.push(block);
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
      for (const block of textBoxes(child, story)) boxes.push(block);
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

const trackedTable = (file: SourceFile): Issue => ({
  rule: "tracked-table-change",
  severity: "error",
  message:
    "Le document garde des modifications suivies qui ajoutent, suppriment ou fusionnent des cellules : deux lectures de ses tableaux sont possibles.",
  hint: "Dans Word, acceptez ou refusez les modifications (onglet Révision), puis enregistrez ; ou demandez la version définitive.",
  place: { file: file.path },
});
