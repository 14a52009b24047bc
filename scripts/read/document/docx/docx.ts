/**
 * .docx -> one grid. Read from its document directly: mammoth leaves out page headers, w:gridBefore and text boxes, and a
 * row set back by w:gridBefore would put its figures under the wrong heading. Elements: ECMA-376 part 1, chapter 17.
 * Nothing outside the file's own parts is opened: no link, no field, no macro, no embedded object.
 */
import type { Grid, SourceFile } from "../../../model/grid.ts";
import type { Issue, Result } from "../../../model/issue.ts";
import { chosenOf } from "../../container/choices.ts";
import { descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { BLACK, isFaint, parseHexColour, WHITE } from "../../contract/contrast.ts";
import { LAID_OVER, OWN_FONTS } from "../../contract/may-look-otherwise.ts";
import { refused, unreadable } from "../../contract/reader.ts";
import { joinLines, type SeenText } from "../../seen/seen-text.ts";
import { isSymbolFont } from "../../seen/symbol-fonts.ts";
import { assembleDocument, type Block, PAGE_FOOTER, PAGE_HEADER, paragraph } from "../document.ts";
import type { Ground } from "../ink.ts";
import { inDoubt } from "../table-blocks.ts";
import { createFields } from "../word-fields.ts";
import { foreignText } from "./docx-foreign.ts";
import { openLists } from "./docx-lists.ts";
import { FORMAT, openDocxParts } from "./docx-parts.ts";
import { openStyles } from "./docx-styles.ts";
import { isLent, type Surroundings, WRAPPERS } from "./docx-surroundings.ts";
import { changedCell, tableBlocks } from "./docx-table.ts";
import { paragraphText } from "./docx-text.ts";
import { isTrue, toggle } from "./docx-values.ts";

export async function readDocx(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const opened = openDocxParts(file);
  if ("issue" in opened) return refused(opened.issue);
  const { document, pageParts, helper } = opened;
  const fonts = helper("fontTable");
  const styles = openStyles(helper("styles"), fonts);
  const lists = openLists(helper("numbering"));
  const laidOver: XmlElement[] = [];
  const parts: { readonly header: Block[]; readonly body: Block[]; readonly footer: Block[] } = {
    header: [],
    body: [],
    footer: [],
  };
  for (const { story, root } of [{ story: "body" as const, root: document }, ...pageParts]) {
    if (changedCell(root)) return refused(trackedTable(file));
    if (["w:altChunk", "w:subDoc"].some((part) => descendants(root, part).length > 0))
      return refused(importedPart(file));
    const around: Surroundings = {
      styles,
      tableStyle: undefined,
      ground: groundOfPage(document, helper("settings")),
      shades: [],
      isDoubtful: false,
      bound: new Set(
        descendants(root, "w:sdt")
          .filter(isLent)
          .flatMap((control) => descendants(control, "w:p")),
      ),
      inTable: false,
      // What a header draws lies under the text.
      laidOver: story === "body" ? laidOver : [],
      lists,
      fields: createFields(),
      readBox: (box, ground = around.ground) => blocksOf(box, story, { ...around, ground }),
    };
    for (const block of blocksOf(story === "body" ? (findChild(root, "w:body") ?? root) : root, story, around))
      parts[story].push(block);
    if (!around.fields.areAllEnded()) return refused(unreadable(file, FORMAT, "un champ n'est pas terminé"));
  }
  const bringsFonts = EMBEDDED.some((name) => descendants(fonts, name).length > 0);
  const otherLooks = [
    bringsFonts && OWN_FONTS,
    laidOver.length > 0 && LAID_OVER,
    hasOwnTheme(helper("theme"), helper("settings")) && OWN_THEME,
    isFolded(document) && FOLDED,
  ];
  return assembleDocument(file.path, [...distinct(parts.header), ...parts.body, ...distinct(parts.footer)], otherLooks);
}

/** Word paints it behind the text only where it is told to. */
function groundOfPage(document: XmlElement | undefined, settings: XmlElement | undefined): Ground {
  const background = findChild(document, "w:background")?.attributes["w:color"] ?? "";
  return (toggle(settings, "w:displayBackgroundShape") && parseHexColour(background)) || WHITE;
}

const OWN_THEME = "son thème donne d'autres couleurs ou d'autres signes aux textes";

/** A theme whose dark colour is light, or whose fonts have signs in place of digits. */
function hasOwnTheme(theme: XmlElement | undefined, settings: XmlElement | undefined): boolean {
  const [dark, light] = ["a:dk1", "a:lt1"].map((name) => {
    const [own] = descendants(descendants(theme, name)[0], "a:srgbClr");
    return parseHexColour(own?.attributes.val ?? "");
  });
  const mapping = findChild(settings, "w:clrSchemeMapping")?.attributes;
  return (
    (dark !== undefined && isFaint(dark, WHITE)) ||
    (light !== undefined && isFaint(light, BLACK)) ||
    (mapping?.["w:t1"] ?? "dark1") !== "dark1" ||
    (mapping?.["w:bg1"] ?? "light1") !== "light1" ||
    descendants(theme, "a:latin").some(({ attributes }) => isSymbolFont(attributes.typeface ?? ""))
  );
}

const FOLDED = "un titre y est replié, et ce qui le suit n'est pas affiché";

const isFolded = (document: XmlElement | undefined): boolean =>
  descendants(document, "w15:collapsed").some(({ attributes }) => isTrue(attributes["w15:val"] ?? "1"));

const EMBEDDED = ["w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic"];

const STORY_NAMES = { header: PAGE_HEADER, footer: PAGE_FOOTER, body: undefined } as const;
type Story = keyof typeof STORY_NAMES;

/** First, even and other pages often repeat one header. */
const distinct = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter(
    (b, i) => b.kind !== "paragraph" || blocks.findIndex((o) => o.kind === "paragraph" && o.text === b.text) === i,
  );

/** Paragraphs and tables, in order. */
function blocksOf(container: XmlElement, story: Story, around: Surroundings): readonly Block[] {
  const blocks: Block[] = [];
  let carried: SeenText | null = null; // text of paragraphs whose mark is deleted: with the change accepted, it runs on into the next
  const visit = (parent: XmlElement): void => {
    for (const child of elementsIn(parent)) {
      if (child.name === "w:p") {
        const boxes: Block[] = [];
        const own = paragraphText(child, around, boxes);
        const seen: SeenText = carried ? joinLines([carried, own]) : own;
        const markDeleted = findChild(child, "w:pPr", "w:rPr", "w:del") !== undefined;
        carried = markDeleted ? seen : null;
        if (!markDeleted) blocks.push(paragraph(seen, STORY_NAMES[story]));
        for (const block of boxes) blocks.push(block);
      } else if (child.name === "w:tbl")
        for (const block of tableBlocks(child, around, (cell, inCell) => blocksOf(cell, story, inCell)))
          blocks.push(block);
      else if (child.name === "mc:AlternateContent") {
        const { element, isSure } = chosenOf(child);
        if (element && isSure) visit(element);
        else if (element) for (const block of blocksOf(element, story, around)) blocks.push(inDoubt(block));
      } else if (WRAPPERS.has(child.name)) visit(child);
      else if (foreignText(child).length > 0) blocks.push(paragraph({ text: "", beside: foreignText(child) }));
    }
  };
  visit(container);
  if (carried) blocks.push(paragraph(carried, STORY_NAMES[story]));
  return blocks;
}

const trackedTable = (file: SourceFile): Issue => ({
  rule: "tracked-table-change",
  severity: "error",
  message:
    "Le document garde des modifications suivies qui ajoutent, suppriment ou fusionnent des cellules : deux lectures de ses tableaux sont possibles.",
  hint: "Dans Word, acceptez ou refusez les modifications (onglet Révision), puis enregistrez ; ou demandez la version définitive.",
  place: { file: file.path },
});

const importedPart = (file: SourceFile): Issue => ({
  rule: "document-part-not-read",
  severity: "error",
  message:
    "Le document contient un autre fichier, que Word insère à l'ouverture : son contenu ne peut pas être lu ici. Rien n'a été lu du fichier.",
  hint: "Ouvrez-le dans Word et enregistrez-le de nouveau : le contenu sera alors dans le document.",
  place: { file: file.path },
});
