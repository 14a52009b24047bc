/** .odt -> one grid, from content.xml and the page headers of styles.xml. Elements: OpenDocument 1.3 part 3. */
import type { Grid, SourceFile } from "../model/grid.ts";
import type { Result } from "../model/issue.ts";
import { assembleDocument, type Block, type PlacedCell, paragraph, superscript, type TableRow } from "./document.ts";
import { MAX_COLUMNS, MAX_ROWS, tooDeep } from "./limits.ts";
import { refused, unreadable } from "./reader.ts";
import { descendants, findChild, parseXml, type XmlElement } from "./xml.ts";
import { openZip } from "./zip.ts";

const FORMAT = "un document OpenDocument (.odt)";
const NS = "urn:oasis:names:tc:opendocument:xmlns";
const PREFIXES = {
  [`${NS}:office:1.0`]: "office",
  [`${NS}:text:1.0`]: "text",
  [`${NS}:table:1.0`]: "table",
  [`${NS}:style:1.0`]: "style",
  [`${NS}:drawing:1.0`]: "draw",
} as const;

export async function readOdt(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const members = openZip(file, FORMAT, (name) => name === "content.xml" || name === "styles.xml");
  if ("issue" in members) return refused(members.issue);
  const roots: Record<string, XmlElement> = {};
  for (const [name, bytes] of members) {
    const xml = parseXml(bytes, PREFIXES);
    if (!xml.ok)
      return refused(
        xml.reason === "malformed" ? unreadable(file, FORMAT, `${name} : ${xml.words}`) : tooDeep(file.path),
      );
    roots[name] = xml.root;
  }
  const content = roots["content.xml"];
  const body = content && findChild(content, "office:body", "office:text");
  if (!content || !body) return refused(unreadable(file, FORMAT, "content.xml sans texte"));
  const styles = roots["styles.xml"];
  const raised = raisedStyles([content, ...(styles ? [styles] : [])]);
  return assembleDocument(file.path, [
    ...pageBlocks(styles, "style:header", "en-tête de page", raised),
    ...blocksOf(body, raised),
    ...pageBlocks(styles, "style:footer", "pied de page", raised),
  ]);
}

/** Names of the text styles set as superscript ("super 58%", "33% 58%"). */
function raisedStyles(roots: readonly XmlElement[]): ReadonlySet<string> {
  const names = roots
    .flatMap((root) => descendants(root, "style:style"))
    .filter((style) =>
      /^(super|[1-9]\d*%)/.test(findChild(style, "style:text-properties")?.attributes["style:text-position"] ?? ""),
    )
    .map((style) => style.attributes["style:name"] ?? "");
  return new Set(names);
}

/** Headers or footers of the master pages, each text once. */
function pageBlocks(
  styles: XmlElement | undefined,
  name: string,
  label: string,
  raised: ReadonlySet<string>,
): readonly Block[] {
  if (!styles) return [];
  const seen = new Set<string>();
  return ["", "-left", "-first"]
    .flatMap((kind) => descendants(styles, `${name}${kind}`))
    .flatMap((part) => blocksOf(part, raised))
    .map((block) => (block.kind === "paragraph" ? paragraph(block.text, label) : block))
    .filter((block) => {
      const key = JSON.stringify(block);
      return !seen.has(key) && seen.add(key);
    });
}

/** What is not the document's running text: deleted text, comments, foot- and endnotes, settings, drawn shapes' titles. */
const LEFT_OUT = new Set([
  "text:tracked-changes",
  "office:annotation",
  "office:annotation-end",
  "text:note",
  "text:sequence-decls",
  "text:variable-decls",
  "text:user-field-decls",
  "office:forms",
  "office:event-listeners",
  "text:hidden-paragraph",
]);

/** Paragraphs and tables, in order; lists, sections and indexes only wrap them. */
function blocksOf(container: XmlElement, raised: ReadonlySet<string>): readonly Block[] {
  return container.children.flatMap((child): readonly Block[] => {
    if (typeof child === "string" || LEFT_OUT.has(child.name)) return [];
    if (child.name === "text:p" || child.name === "text:h") {
      const boxes: Block[] = [];
      const text = inlineText(child, raised, boxes);
      return [paragraph(text), ...boxes];
    }
    if (child.name === "table:table") return tableBlocks(child, raised);
    return blocksOf(child, raised);
  });
}

const MAX_SPACES = 1_000;

/** Text of a paragraph: runs of blanks count as one (6.1.2), text:s says the others. Text boxes go to `boxes`. */
function inlineText(container: XmlElement, raised: ReadonlySet<string>, boxes: Block[]): string {
  let text = "";
  for (const child of container.children) {
    if (typeof child === "string") text += child.replace(/[ \t\r\n]+/g, " ");
    else if (child.name === "text:s")
      text += " ".repeat(Math.min(MAX_SPACES, Number(child.attributes["text:c"] ?? 1) || 1));
    else if (child.name === "text:tab") text += "\t";
    else if (child.name === "text:line-break") text += "\n";
    else if (child.name === "draw:text-box") boxes.push(...blocksOf(child, raised));
    else if (child.name === "text:span") {
      const inner = inlineText(child, raised, boxes);
      text += raised.has(child.attributes["text:style-name"] ?? "") ? superscript(inner) : inner;
    } else if (!LEFT_OUT.has(child.name)) text += inlineText(child, raised, boxes);
  }
  return text;
}

const count = (element: XmlElement, name: string, most: number): number => {
  const value = Number(element.attributes[name] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
};

/** Rows of the table, through header rows and groups but not into nested tables. */
const rowsOf = (table: XmlElement): readonly XmlElement[] =>
  table.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === "table:table-row") return [child];
    return ["table:table-header-rows", "table:table-rows", "table:table-row-group"].includes(child.name)
      ? rowsOf(child)
      : [];
  });

/** A row that holds a table within a cell is page layout: its cells are read one after the other, as blocks. */
function tableBlocks(table: XmlElement, raised: ReadonlySet<string>): readonly Block[] {
  const blocks: Block[] = [];
  let rows: TableRow[] = [];
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
  };
  for (const row of rowsOf(table)) {
    const places = row.children.filter(
      (c): c is XmlElement =>
        typeof c !== "string" && ["table:table-cell", "table:covered-table-cell"].includes(c.name),
    );
    const contents = places.map((cell) => ({ cell, blocks: blocksOf(cell, raised) }));
    if (contents.some((c) => c.blocks.some((b) => b.kind === "table"))) {
      flush();
      blocks.push(...contents.flatMap((c) => c.blocks));
      continue;
    }
    const cells: PlacedCell[] = [];
    let column = 0;
    for (const { cell, blocks: paragraphs } of contents) {
      const text = paragraphs.map((b) => (b.kind === "paragraph" ? b.text : "")).join("\n");
      const repeated = count(cell, "table:number-columns-repeated", MAX_COLUMNS + 1);
      for (let i = 0; i < repeated; i++, column++)
        if (cell.name === "table:table-cell")
          cells.push({
            text,
            column,
            colSpan: count(cell, "table:number-columns-spanned", MAX_COLUMNS + 1),
            rowSpan: count(cell, "table:number-rows-spanned", MAX_ROWS),
          });
    }
    const times = count(row, "table:number-rows-repeated", MAX_ROWS + 1);
    for (let i = 0; i < times && rows.length <= MAX_ROWS; i++) rows.push({ cells });
  }
  flush();
  return blocks;
}
