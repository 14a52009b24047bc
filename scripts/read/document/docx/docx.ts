/**
 * .docx -> one grid. Read from its document directly: mammoth leaves out page headers, w:gridBefore and text boxes, and a
 * row set back by w:gridBefore would put its figures under the wrong heading. Elements: ECMA-376 part 1, chapter 17.
 * Nothing outside the file's own parts is opened: no link, no field, no macro, no embedded object.
 */

import type { OtherLook } from "../../../model/about-files.ts";
import type { SourceFile } from "../../../model/grid.ts";
import { anError, type Issue } from "../../../model/issue.ts";
import { descendants, findChild, textIn, type XmlElement } from "../../container/xml.ts";
import { notRead, refusing } from "../../contract/reader.ts";
import { isSignFont } from "../../plain/rule.ts";
import { assembleDocument, type Block, textsIn, withPages } from "../document.ts";
import { openDocxParts, type PagePart } from "./docx-parts.ts";
import { readStory } from "./docx-story.ts";
import { openStyles } from "./docx-styles.ts";
import { isOn, isTrue, valueIn } from "./docx-values.ts";

export const readDocx = refusing("un document Word (.docx)", async (file) => {
  const { document, pageParts, helper } = openDocxParts(file.bytes);
  const fonts = helper("fontTable");
  const styles = openStyles(helper("styles"));
  const laidOver: XmlElement[] = [];
  const parts: Record<PagePart | "body", Block[]> = { header: [], body: [], footer: [] };
  for (const { story, root } of [{ story: "body" as const, root: document }, ...pageParts]) {
    if (["w:altChunk", "w:subDoc"].some((part) => descendants(root, part).length > 0)) notRead(importedPart);
    // What a header draws lies under the text.
    if (story === "body") parts.body.push(...readStory(styles, findChild(root, "w:body") ?? root, laidOver));
    else parts[story].push(...readStory(styles, root, []));
  }
  const bringsFonts = EMBEDDED.some((name) => descendants(fonts, name).length > 0);
  const isColoured =
    findChild(document, "w:background") !== undefined &&
    isOn(findChild(helper("settings"), "w:displayBackgroundShape"));
  const looks: readonly (OtherLook | false)[] = [
    bringsFonts && "own-fonts",
    namesSigns(fonts, helper("theme")) && SIGNS,
    laidOver.length > 0 && "laid-over",
    isFolded(document) && FOLDED,
    isColoured && "coloured",
    isTurnedOver(helper("settings")) && TURNED_OVER,
  ];
  const comments = descendants(helper("comments"), "w:comment").map((comment) => textIn(comment, "w:t").trim());
  const blocks = withPages(parts.header, parts.body, parts.footer);
  const notes = (["footnote", "endnote"] as const).flatMap((kind) =>
    descendants(helper(`${kind}s`), `w:${kind}`).flatMap((note) => readStory(styles, note, [])),
  );
  return assembleDocument(file.path, blocks, looks, {
    comments: comments.filter((text) => text !== ""),
    besides: textsIn(notes),
  });
});

const SIGNS = "symbol-fonts";

/** A font that is said to have its own set of signs, or to stand for one that has; the fonts of the theme. */
const namesSigns = (fonts: XmlElement | undefined, theme: XmlElement | undefined): boolean =>
  descendants(theme, "a:latin").some(({ attributes }) => isSignFont(attributes.typeface ?? "")) ||
  descendants(fonts, "w:font").some((font) => {
    const isOfSigns = valueIn(font, "w:charset") === "02" || isSignFont(valueIn(font, "w:altName") ?? "");
    return isOfSigns && !isSignFont(font.attributes["w:name"] ?? "");
  });

const TURNED_OVER = "theme-swapped";

const isTurnedOver = (settings: XmlElement | undefined): boolean =>
  descendants(settings, "w:clrSchemeMapping").some(
    ({ attributes: of }) => /^light/.test(of["w:t1"] ?? "") || /^dark/.test(of["w:bg1"] ?? ""),
  );

const FOLDED = "folded";

const isFolded = (document: XmlElement | undefined): boolean =>
  descendants(document, "w15:collapsed").some(({ attributes }) => isTrue(attributes["w15:val"] ?? "1"));

const EMBEDDED = ["w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic"];

const importedPart = (file: SourceFile): Issue => anError("document-part-not-read", { place: { file: file.path } });
