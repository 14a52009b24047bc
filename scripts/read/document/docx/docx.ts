/**
 * .docx -> one grid. Read from its document directly: mammoth leaves out page headers, w:gridBefore and text boxes, and a
 * row set back by w:gridBefore would put its figures under the wrong heading. Elements: ECMA-376 part 1, chapter 17.
 * Nothing outside the file's own parts is opened: no link, no field, no macro, no embedded object.
 */
import type { SourceFile } from "../../../model/grid.ts";
import type { Issue } from "../../../model/issue.ts";
import { descendants, elementsIn, findChild, textIn, type XmlElement } from "../../container/xml.ts";
import { COLOURED, LAID_OVER, OWN_FONTS } from "../../contract/may-look-otherwise.ts";
import { damaged, notRead, refusing } from "../../contract/reader.ts";
import { inPlace, isSignFont, NAMES } from "../../plain/rule.ts";
import { within } from "../../plain/said.ts";
import type { SeenText } from "../../plain/seen-text.ts";
import { createTextWriter, withConstructs } from "../../plain/text-writer.ts";
import { createFields } from "../../plain/word-fields.ts";
import { assembleDocument, type Block, paragraph, withPages } from "../document.ts";
import { openColours } from "./docx-colours.ts";
import { openDocxParts, type PagePart } from "./docx-parts.ts";
import { constructsOf } from "./docx-properties.ts";
import { addRuns } from "./docx-runs.ts";
import { openStyles } from "./docx-styles.ts";
import { isLent, type Surroundings, WRAPPERS } from "./docx-surroundings.ts";
import { tableBlocks } from "./docx-table.ts";
import { isTrue, toggle, valueIn } from "./docx-values.ts";

export const readDocx = refusing("un document Word (.docx)", async (file) => {
  const { document, pageParts, helper } = openDocxParts(file.bytes);
  const fonts = helper("fontTable");
  const colours = openColours(helper("theme"), helper("settings"));
  const styles = openStyles(helper("styles"), colours);
  const laidOver: XmlElement[] = [];
  const parts: Record<PagePart | "body", Block[]> = { header: [], body: [], footer: [] };
  for (const { story, root } of [{ story: "body" as const, root: document }, ...pageParts]) {
    if (["w:altChunk", "w:subDoc"].some((part) => descendants(root, part).length > 0)) notRead(importedPart);
    const around: Surroundings = {
      styles,
      colours,
      inks: [styles.paragraph.ink],
      inTable: false,
      constructs: [],
      // What a header draws lies under the text.
      laidOver: story === "body" ? laidOver : [],
      fields: createFields(),
      // Of which colour a text box is, is not followed.
      readBox: (box) => blocksOf(box, within(around, { ground: null })),
    };
    parts[story].push(...blocksOf(story === "body" ? (findChild(root, "w:body") ?? root) : root, around));
    if (!around.fields.areAllEnded()) damaged("un champ n'est pas terminé");
  }
  const bringsFonts = EMBEDDED.some((name) => descendants(fonts, name).length > 0);
  const isColoured =
    findChild(document, "w:background") !== undefined &&
    toggle(helper("settings"), "w:displayBackgroundShape") === true;
  const looks = [
    bringsFonts && OWN_FONTS,
    namesSigns(fonts, helper("theme")) && SIGNS,
    laidOver.length > 0 && LAID_OVER,
    isFolded(document) && FOLDED,
    isColoured && COLOURED,
  ];
  const comments = descendants(helper("comments"), "w:comment").map((comment) => textIn(comment, "w:t").trim());
  const blocks = withPages(parts.header, parts.body, parts.footer);
  return assembleDocument(
    file.path,
    blocks,
    looks,
    comments.filter((text) => text !== ""),
  );
});

const SIGNS = "des polices de symboles, qui dessinent d'autres chiffres, y portent le nom d'une police de lettres";

/** A font that is said to have its own set of signs, or to stand for one that has; the fonts of the theme. */
const namesSigns = (fonts: XmlElement | undefined, theme: XmlElement | undefined): boolean =>
  descendants(theme, "a:latin").some(({ attributes }) => isSignFont(attributes.typeface ?? "")) ||
  descendants(fonts, "w:font").some((font) => {
    const isOfSigns = valueIn(font, "w:charset") === "02" || isSignFont(valueIn(font, "w:altName") ?? "");
    return isOfSigns && !isSignFont(font.attributes["w:name"] ?? "");
  });

const FOLDED = "un titre y est replié, et ce qui le suit n'est pas affiché";

const isFolded = (document: XmlElement | undefined): boolean =>
  descendants(document, "w15:collapsed").some(({ attributes }) => isTrue(attributes["w15:val"] ?? "1"));

const EMBEDDED = ["w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic"];

/** Paragraphs and tables, in order. */
function blocksOf(container: XmlElement, around: Surroundings): readonly Block[] {
  const blocks: Block[] = [];
  const visit = (parent: XmlElement, outer: Surroundings): void => {
    for (const child of elementsIn(parent)) {
      const here = isLent(child) ? within(outer, {}, [NAMES.bound]) : outer;
      if (child.name === "w:p") {
        const boxes: Block[] = [];
        blocks.push(paragraph(paragraphText(child, here, boxes)), ...boxes);
      } else if (child.name === "w:tbl")
        blocks.push(...tableBlocks(child, here, (cell, inCell) => blocksOf(cell, inCell)));
      else if (WRAPPERS.has(child.name)) visit(child, here);
      else if (/^(?:\?:|mc:AlternateContent$)/.test(child.name)) visit(child, within(here, {}, [NAMES.choice]));
    }
  };
  visit(container, around);
  return blocks;
}

const importedPart = (file: SourceFile): Issue => ({
  rule: "document-part-not-read",
  severity: "error",
  message:
    "Le document contient un autre fichier, que Word insère à l'ouverture : son contenu ne peut pas être lu ici. Rien n'a été lu du fichier.",
  hint: "Ouvrez-le dans Word et enregistrez-le de nouveau : le contenu sera alors dans le document.",
  place: { file: file.path },
});

/** Text boxes anchored in the paragraph go to `boxes`, as blocks of their own. */
function paragraphText(paragraph: XmlElement, around: Surroundings, boxes: Block[]): SeenText {
  const properties = findChild(paragraph, "w:pPr");
  const { styles, inTable, colours } = around;
  const named = valueIn(properties, "w:pStyle");
  const style = named === undefined ? styles.paragraph : styles.style(named);
  const shade = findChild(properties, "w:shd");
  const writer = createTextWriter();
  const ground = shade ? { ground: colours.ofShade(shade) } : {};
  if (findChild(properties, "w:rPr", "w:del")) writer.addConstruct(NAMES.change);
  const list = findChild(properties, "w:numPr");
  if (list ? valueIn(list, "w:numId") !== "0" : style.isNumbered) writer.tellBeside(NAMES.numbered);
  const ofStyle = style === styles.paragraph ? {} : style.ink;
  const said = { ...style, constructs: [], ink: { ...ofStyle, ...ground } };
  addRuns({ around, said, boxes, writer, isLink: false }, paragraph);
  const constructs = [...around.constructs, ...style.constructs, ...constructsOf(properties)];
  return withConstructs(writer.take(inTable), inPlace(constructs, inTable));
}
