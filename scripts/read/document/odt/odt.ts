/** .odt -> one grid, from content.xml and the page headers of styles.xml. Elements: OpenDocument 1.3 part 3. */
import type { Beside, Grid, SourceFile } from "../../../model/grid.ts";
import type { Result } from "../../../model/issue.ts";
import { descendants, findChild, type XmlElement } from "../../container/xml.ts";
import { openXmlParts } from "../../container/xml-parts.ts";
import { WHITE } from "../../contract/contrast.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import { LAID_OVER, OWN_FONTS } from "../../contract/may-look-otherwise.ts";
import { refused, unreadable } from "../../contract/reader.ts";
import { assembleDocument, type Block, type PlacedCell, paragraph, type TableRow } from "../document.ts";
import type { Ground } from "../ink.ts";
import { withMarker } from "../list-marker.ts";
import { countOf, LEFT_OUT, PREFIXES, rowsOf } from "../open-document.ts";
import { openStyles } from "../open-styles.ts";
import { LEAST_LINE, USUAL_LINE } from "../paragraph-limits.ts";
import { lastLine, type SeenText, unseen, withBeside } from "../seen-text.ts";
import { isPageLayout, textOfCell, writeTable } from "../table-blocks.ts";
import { groundOf, sizeOf, twipsOf } from "./odt-look.ts";
import { deletedBeside, deletedTexts, paragraphText, type Surroundings } from "./odt-text.ts";

const FORMAT = "un document OpenDocument (.odt)";

export async function readOdt(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const parts = openXmlParts(file, FORMAT, (name) => name === "content.xml" || name === "styles.xml", PREFIXES);
  if ("issue" in parts) return refused(parts.issue);
  const content = parts.get("content.xml");
  const body = content && findChild(content, "office:body", "office:text");
  if (!content || !body) return refused(unreadable(file, FORMAT, "content.xml sans texte"));
  const shared = parts.get("styles.xml");
  const around: Surroundings = {
    styles: openStyles([...(shared ? [shared] : []), content]),
    ground: groundOfPage(shared),
    inTable: false,
    laidOver: [],
    deleted: deletedTexts(body),
  };
  const blocks = [
    // What a header draws lies under the text.
    ...pageBlocks(shared, "style:header", "en-tête de page", { ...around, laidOver: [] }),
    ...blocksOf(body, around),
    ...pageBlocks(shared, "style:footer", "pied de page", { ...around, laidOver: [] }),
  ];
  const bringsFonts = [content, ...(shared ? [shared] : [])].some(
    (root) => descendants(root, "svg:font-face-uri").length > 0,
  );
  const hasPicture = [content, ...(shared ? [shared] : [])].some((root) =>
    descendants(root, "style:background-image").some(({ attributes }) =>
      Object.keys(attributes).some((name) => name.endsWith("href")),
    ),
  );
  const otherLooks = [
    ...(bringsFonts ? [OWN_FONTS] : []),
    ...(around.laidOver.length > 0 ? [LAID_OVER] : []),
    ...(hasPicture ? [PICTURE_BEHIND] : []),
  ];
  return assembleDocument(file.path, blocks, otherLooks);
}

const PICTURE_BEHIND = "une image de fond se trouve sous des textes";

/** Of the pages that nothing calls otherwise. */
function groundOfPage(styles: XmlElement | undefined): Ground {
  const masters = styles ? descendants(styles, "style:master-page") : [];
  const master = masters.find(({ attributes }) => attributes["style:name"] === "Standard") ?? masters[0];
  const layout =
    styles &&
    descendants(styles, "style:page-layout").find(
      ({ attributes }) => attributes["style:name"] === master?.attributes["style:page-layout-name"],
    );
  const {
    "draw:fill": fill,
    "draw:fill-color": colour,
    "fo:background-color": background,
  } = (layout && findChild(layout, "style:page-layout-properties"))?.attributes ?? {};
  if (fill === "none") return WHITE;
  return groundOf(fill === "solid" ? colour : background, WHITE);
}

/** Headers or footers of the master pages, each text once. */
function pageBlocks(
  styles: XmlElement | undefined,
  name: string,
  label: string,
  around: Surroundings,
): readonly Block[] {
  if (!styles) return [];
  const seen = new Set<string>();
  return ["", "-left", "-first"]
    .flatMap((kind) => descendants(styles, `${name}${kind}`))
    .flatMap((part) => blocksOf(part, around))
    .map((block) => (block.kind === "paragraph" ? paragraph(block, label) : block))
    .filter((block) => {
      const key = JSON.stringify(block);
      return !seen.has(key) && seen.add(key);
    });
}

/** Paragraphs and tables, in order; lists, sections and indexes only wrap them. */
function blocksOf(container: XmlElement, around: Surroundings): readonly Block[] {
  return container.children.flatMap((child): readonly Block[] => {
    if (typeof child === "string" || LEFT_OUT.has(child.name)) return [];
    if (child.name === "text:p" || child.name === "text:h") {
      const boxes: Block[] = [];
      const text = paragraphText(child, around, (box) => {
        for (const block of blocksOf(box, { ...around, ground: null })) boxes.push(block);
      });
      return [paragraph(around.inTable ? withMarker(text, headingMarker(child, around)) : text), ...boxes];
    }
    if (child.name === "table:table") return tableBlocks(child, around);
    if (child.name.startsWith("draw:") && child.attributes["text:anchor-type"] === "page") around.laidOver.push(child);
    if (child.name === "text:list" && around.inTable) return listBlocks(child, around, { level: 1 });
    if (child.name === "text:change") return [paragraph({ text: "", beside: deletedBeside(child, around) })];
    const inside = child.name === "text:section" ? onGround(child, "section", around, "text:style-name") : around;
    const blocks = blocksOf(child, inside);
    if (child.name === "text:numbered-paragraph" && around.inTable) return [withNumber(blocks, child, around)].flat();
    const { "text:display": display = "true" } = child.attributes;
    if (child.name !== "text:section" || display === "true") return blocks;
    return [withoutText(blocks, display === "none" ? "hidden" : "unsure")];
  });
}

/** A paragraph numbered by itself. */
function withNumber(blocks: readonly Block[], { attributes }: XmlElement, { styles }: Surroundings): readonly Block[] {
  const [first, ...others] = blocks;
  const marker = styles.listMarker(attributes["text:style-name"], Number(attributes["text:level"] ?? 1));
  return first?.kind === "paragraph" ? [paragraph(withMarker(first, marker)), ...others] : blocks;
}

/** Of a numbered heading; a style of its own may number it as a list. */
function headingMarker({ name, attributes }: XmlElement, { styles }: Surroundings): string {
  if (name !== "text:h" || attributes["text:is-list-header"] === "true") return "";
  const level = Number(attributes["text:outline-level"] ?? 1);
  const list = styles.listOf(attributes["text:style-name"]);
  return list ? styles.listMarker(list, level) : styles.headingMarker(level);
}

interface ListPlace {
  readonly level: number;
  /** Of the list around. */
  readonly style?: string | undefined;
}

/** A list in a table: the marker that is drawn before the first paragraph of an item stands in no text. */
function listBlocks(list: XmlElement, around: Surroundings, place: ListPlace): readonly Block[] {
  const style = list.attributes["text:style-name"] ?? place.style;
  return list.children.flatMap((item): readonly Block[] => {
    if (typeof item === "string") return [];
    if (item.name !== "text:list-item") return blocksOf(item, around);
    const blocks = item.children.flatMap((child): readonly Block[] => {
      if (typeof child === "string") return [];
      if (child.name === "text:list") return listBlocks(child, around, { level: place.level + 1, style });
      return blocksOf({ ...item, children: [child] }, around);
    });
    const [first, ...others] = blocks;
    if (first?.kind !== "paragraph") return blocks;
    const own = item.children.find((child) => typeof child !== "string" && child.name === "text:p");
    const paragraphStyle = typeof own === "string" ? undefined : own?.attributes["text:style-name"];
    const marker = around.styles.listMarker(style ?? around.styles.listOf(paragraphStyle), place.level);
    return [paragraph(withMarker(first, marker)), ...others];
  });
}

/** A section that is not shown, or that a condition hides: all its texts stand beside nothing. */
const withoutText = (blocks: readonly Block[], kind: Beside["kind"]): Block => {
  const texts = blocks.flatMap((block): readonly SeenText[] =>
    block.kind === "paragraph" ? [block] : block.rows.flatMap((row) => row.cells),
  );
  return paragraph({ text: "", beside: unseen(kind, texts) });
};

function tableBlocks(table: XmlElement, around: Surroundings): readonly Block[] {
  const writer = writeTable<TableRow>((rows) => rows);
  const inTable = { ...onGround(table, "table", around), inTable: true };
  const ofColumns = cellStylesOf(table);
  const isAway = isOffThePage(table, around);
  let written = 0;
  /** What stands in rows that are not shown: told beside the row that follows. */
  let adrift: readonly Beside[] = [];
  for (const row of rowsOf(table)) {
    const inRow = onGround(row, "table-row", inTable);
    let place = 0;
    const contents = row.children.flatMap((cell) => {
      if (typeof cell === "string" || !/^table:(covered-)?table-cell$/.test(cell.name)) return [];
      const usual = ofColumns[place] ?? "";
      place += countOf(cell, "table:number-columns-repeated", MAX_COLUMNS + 1);
      const styled = { ...cell, attributes: { "table:style-name": usual, ...cell.attributes } };
      return [{ cell: styled, content: blocksOf(cell, onGround(styled, "table-cell", inRow)) }];
    });
    const height = heightOf(row, around);
    const texts = contents.map(({ cell, content }) => {
      const seen = withStoredValue(textOfCell(content), cell, around);
      if (isAway && seen.text.trim() !== "") return withBeside(seen, [{ kind: "unsure", text: lastLine(seen.text) }]);
      return isLastCutOff(content, height) ? withBeside(seen, [{ kind: "covered", text: lastLine(seen.text) }]) : seen;
    });
    if (isHidden(row, around)) {
      adrift = [...adrift, ...unseen("hidden", texts)];
      continue;
    }
    if (isPageLayout(contents.map((c) => c.content))) {
      writer.addPageLayout(contents.map((c) => c.content));
      continue;
    }
    const cells: PlacedCell[] = [];
    let column = 0;
    for (const [i, { cell }] of contents.entries()) {
      const repeated = countOf(cell, "table:number-columns-repeated", MAX_COLUMNS + 1);
      for (let n = 0; n < repeated; n++, column++)
        if (cell.name === "table:table-cell")
          cells.push({
            ...(texts[i] ?? { text: "" }),
            column,
            colSpan: countOf(cell, "table:number-columns-spanned", MAX_COLUMNS + 1),
            rowSpan: countOf(cell, "table:number-rows-spanned", MAX_ROWS),
          });
    }
    const [first] = cells;
    if (first) {
      cells[0] = withBeside(first, adrift);
      adrift = [];
    }
    // One more than allowed is enough for assembleDocument to refuse the file.
    const times = countOf(row, "table:number-rows-repeated", MAX_ROWS + 1);
    for (let n = 0; n < times && written <= MAX_ROWS; n++, written++) writer.add({ cells });
  }
  const blocks = writer.finish();
  return adrift.length > 0 ? [...blocks, paragraph({ text: "", beside: adrift })] : blocks;
}

/** A number that is stored in the cell and is not the one of its text: programs differ on which they show. */
function withStoredValue(seen: SeenText, { attributes }: XmlElement, { styles }: Surroundings): SeenText {
  const { "office:value-type": type, "office:value": stored, "table:style-name": style } = attributes;
  // Drawn again by its format, whose own signs are read with the figure.
  if (stored !== undefined && seen.text.trim() !== "" && styles.writesSigns(style))
    return withBeside(seen, [{ kind: "otherwise", text: stored }]);
  const written = seen.text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  const isOther = type === "float" && /^\d+(?:\.\d+)?$/.test(written) && Number(written) !== Number(stored);
  return stored !== undefined && isOther ? withBeside(seen, [{ kind: "otherwise", text: stored }]) : seen;
}

const onGround = (
  element: XmlElement,
  family: "table" | "table-row" | "table-cell" | "section",
  around: Surroundings,
  name = "table:style-name",
): Surroundings => {
  const style = element.attributes[name];
  const colour = around.styles.property(family, style, `style:${family}-properties`, "fo:background-color");
  return { ...around, ground: groundOf(colour, around.ground) };
};

const isHidden = (row: XmlElement, around: Surroundings): boolean =>
  (row.attributes["table:visibility"] ?? "visible") !== "visible" || heightOf(row, around) < LEAST_LINE;

/** Exact, in twips. */
function heightOf(row: XmlElement, { styles }: Surroundings): number {
  const style = row.attributes["table:style-name"];
  const height = styles.property("table-row", style, "style:table-row-properties", "style:row-height");
  return 20 * sizeOf(height ?? "", Number.POSITIVE_INFINITY);
}

/** The last line that holds a text stands below the end of its row. */
function isLastCutOff(content: readonly Block[], height: number): boolean {
  const lines = textOfCell(content).text.split("\n");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return last > 0 && last * USUAL_LINE + LEAST_LINE > height;
}

/** The style of the cells that name none, column by column. */
const cellStylesOf = (table: XmlElement): readonly string[] =>
  descendants(table, "table:table-column").flatMap((column) => {
    const times = countOf(column, "table:number-columns-repeated", MAX_COLUMNS);
    return Array.from({ length: times }, () => column.attributes["table:default-cell-style-name"] ?? "");
  });

/** In twips: further from the margin than this, a table is beyond the edge of the paper. */
const EDGES = [-3_000, 9_000] as const;

function isOffThePage(table: XmlElement, { styles }: Surroundings): boolean {
  const style = table.attributes["table:style-name"];
  const margin = twipsOf(styles.property("table", style, "style:table-properties", "fo:margin-left"));
  return margin < EDGES[0] || margin > EDGES[1];
}
