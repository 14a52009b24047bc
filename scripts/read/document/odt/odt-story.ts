/** One story of an .odt (body, page header, text box): its paragraphs, lists and sections. OpenDocument 1.3 part 3, 4 and 5. */
import { descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import { LEFT_OUT } from "../../open-document/open-document.ts";
import { alsoWith, type Ink, inPlace, NAMES } from "../../plain/rule.ts";
import type { Block } from "../document.ts";
import { createStory, IN_BOX, type Story } from "../story.ts";
import { type Around, type Odt, withStyle } from "./odt-around.ts";
import { readTable } from "./odt-table.ts";
import { addContent } from "./odt-text.ts";

/** `ink`: of the page that it stands on. */
export function readStory(odt: Odt, container: XmlElement, ink: Ink = {}): readonly Block[] {
  const story = createStory();
  readBlocks(odt, story, container, { depth: 0, inList: false, ink, constructs: [] });
  return story.finish();
}

function readBlocks(odt: Odt, story: Story, parent: XmlElement, around: Around): void {
  for (const child of elementsIn(parent)) {
    const { name, attributes } = child;
    if (LEFT_OUT.has(name)) continue;
    if (name === "text:p" || name === "text:h") readParagraph(odt, story, child, around);
    else if (/^(?:table|loext):table$/.test(name))
      readTable(odt.styles, story, child, around, (cell, inCell) => readBlocks(odt, story, cell, inCell));
    else if (name.startsWith("draw:")) {
      if (attributes["text:anchor-type"] === "page") odt.laidOver.push(child);
      story.addBox(readStory(odt, child, IN_BOX));
      story.endParagraph(around.depth);
    } else if (name === "text:change") {
      story.addConstruct(NAMES.change);
      story.endParagraph(around.depth);
    } else if (name === "text:section") readBlocks(odt, story, child, inSection(odt, child, around));
    else {
      const isItem = name === "text:list-item" || name === "text:numbered-paragraph";
      readBlocks(odt, story, child, isItem ? { ...around, inList: true } : around);
    }
  }
}

function inSection({ styles }: Odt, { attributes }: XmlElement, around: Around): Around {
  const { "text:display": display = "true", "text:style-name": style } = attributes;
  const told = display === "true" ? [] : [display === "none" ? NAMES.hidden : NAMES.condition];
  return alsoWith(withStyle(around, styles.style("section", style)), told);
}

function readParagraph(odt: Odt, story: Story, element: XmlElement, around: Around): void {
  const { depth, inList, constructs, ink } = around;
  const style = odt.styles.style("paragraph", element.attributes["text:style-name"]);
  const addBox = (box: XmlElement): void => story.addBox(readStory(odt, box, IN_BOX));
  const told = inPlace([...constructs, ...style.constructs], depth > 0);
  addContent({ odt, story, depth, addBox }, element, { ...style, constructs: told, ink: { ...ink, ...style.ink } });
  if (inList || style.isNumbered || element.name === "text:h") story.tellBeside(NAMES.numbered);
  if (descendants(element, "text:hidden-paragraph").length > 0) story.addConstruct(NAMES.condition);
  story.endParagraph(depth);
}
