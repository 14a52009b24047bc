/** .odt -> one grid, from content.xml and the page headers of styles.xml. Elements: OpenDocument 1.3 part 3. */
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Result } from "../../model/issue.ts";
import { descendants, findChild, type XmlElement } from "../container/xml.ts";
import { openXmlParts } from "../container/xml-parts.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../contract/limits.ts";
import { refused, unreadable } from "../contract/reader.ts";
import { assembleDocument, type Block, type PlacedCell, paragraph, type TableRow } from "./document.ts";
import { countOf, LEFT_OUT, PREFIXES, paragraphText, raisedStyles, rowsOf } from "./open-document.ts";
import { isPageLayout, textOfCell, writeTable } from "./table-blocks.ts";

const FORMAT = "un document OpenDocument (.odt)";

export async function readOdt(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const parts = openXmlParts(file, FORMAT, (name) => name === "content.xml" || name === "styles.xml", PREFIXES);
  if ("issue" in parts) return refused(parts.issue);
  const content = parts.get("content.xml");
  const body = content && findChild(content, "office:body", "office:text");
  if (!content || !body) return refused(unreadable(file, FORMAT, "content.xml sans texte"));
  const styles = parts.get("styles.xml");
  const raised = raisedStyles([content, ...(styles ? [styles] : [])]);
  return assembleDocument(file.path, [
    ...pageBlocks(styles, "style:header", "en-tête de page", raised),
    ...blocksOf(body, raised),
    ...pageBlocks(styles, "style:footer", "pied de page", raised),
  ]);
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
    .map((block) => (block.kind === "paragraph" ? paragraph(block, label) : block))
    .filter((block) => {
      const key = JSON.stringify(block);
      return !seen.has(key) && seen.add(key);
    });
}

/** Paragraphs and tables, in order; lists, sections and indexes only wrap them. */
function blocksOf(container: XmlElement, raised: ReadonlySet<string>): readonly Block[] {
  return container.children.flatMap((child): readonly Block[] => {
    if (typeof child === "string" || LEFT_OUT.has(child.name)) return [];
    if (child.name === "text:p" || child.name === "text:h") {
      const boxes: Block[] = [];
      const text = paragraphText(child, raised, (box) => {
        for (const block of blocksOf(box, raised)) boxes.push(block);
      });
      return [paragraph(text), ...boxes];
    }
    if (child.name === "table:table") return tableBlocks(child, raised);
    return blocksOf(child, raised);
  });
}

function tableBlocks(table: XmlElement, raised: ReadonlySet<string>): readonly Block[] {
  const writer = writeTable<TableRow>((rows) => rows);
  let written = 0;
  for (const row of rowsOf(table)) {
    const contents = row.children.flatMap((cell) =>
      typeof cell !== "string" && /^table:(covered-)?table-cell$/.test(cell.name)
        ? [{ cell, content: blocksOf(cell, raised) }]
        : [],
    );
    if (isPageLayout(contents.map((c) => c.content))) {
      writer.addPageLayout(contents.map((c) => c.content));
      continue;
    }
    const cells: PlacedCell[] = [];
    let column = 0;
    for (const { cell, content } of contents) {
      const text = textOfCell(content);
      const repeated = countOf(cell, "table:number-columns-repeated", MAX_COLUMNS + 1);
      for (let i = 0; i < repeated; i++, column++)
        if (cell.name === "table:table-cell")
          cells.push({
            ...text,
            column,
            colSpan: countOf(cell, "table:number-columns-spanned", MAX_COLUMNS + 1),
            rowSpan: countOf(cell, "table:number-rows-spanned", MAX_ROWS),
          });
    }
    // One more than allowed is enough for assembleDocument to refuse the file.
    const times = countOf(row, "table:number-rows-repeated", MAX_ROWS + 1);
    for (let i = 0; i < times && written <= MAX_ROWS; i++, written++) writer.add({ cells });
  }
  return writer.finish();
}
