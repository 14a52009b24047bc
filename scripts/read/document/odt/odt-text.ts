/** The text of a paragraph of an .odt as a person sees it. Elements: OpenDocument 1.3 part 3, 5.5 (changes), 6 (paragraph content), 7 (fields). */
import type { Beside } from "../../../model/grid.ts";
import { allText, childrenOf, descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import { blanksOf, collapsed, LEFT_OUT } from "../../open-document/open-document.ts";
import { odtName } from "../../plain/lists.ts";
import { inPlace, NAMES } from "../../plain/rule.ts";
import { lookOf, onBase, type Said } from "../../plain/said.ts";
import { type SeenText, seenText } from "../../plain/seen-text.ts";
import { createTextWriter, type TextWriter, withConstructs } from "../../plain/text-writer.ts";
import { deletedBeside, type Surroundings } from "./odt-surroundings.ts";

type Look = Said & { readonly isLink: boolean };

interface Reading {
  readonly around: Surroundings;
  readonly writer: TextWriter;
  readonly addBox: (box: XmlElement) => void;
  readonly beside: Beside[];
}

/** A text box within the paragraph goes to `addBox`. */
export function paragraphText(paragraph: XmlElement, around: Surroundings, addBox: Reading["addBox"]): SeenText {
  const style = around.styles.style("paragraph", paragraph.attributes["text:style-name"]);
  const writer = createTextWriter();
  const reading: Reading = { around, writer, addBox, beside: [] };
  addContent(reading, paragraph, { ...style, constructs: [], isLink: false });
  if (around.inList || style.isNumbered || paragraph.name === "text:h") writer.tellBeside(NAMES.numbered);
  if (descendants(paragraph, "text:hidden-paragraph").length > 0) writer.addConstruct(NAMES.condition);
  const { text, beside = [] } = withConstructs(
    writer.take(around.inTable),
    inPlace([...around.constructs, ...style.constructs], around.inTable),
  );
  return seenText(text, [...reading.beside, ...beside]);
}

const write = ({ around, writer }: Reading, text: string, look: Look): void =>
  writer.add(text, lookOf(look, around, look.isLink));

function addContent(reading: Reading, container: XmlElement, look: Look): void {
  const { around, writer } = reading;
  for (const child of container.children) {
    if (typeof child === "string") {
      write(reading, collapsed(child), look);
      continue;
    }
    if (child.name === "text:note") {
      if (around.styles.hasNotesOnLine) writer.addConstruct(NAMES.note);
      else writer.addNoteMark();
    }
    if (LEFT_OUT.has(child.name)) continue;
    if (child.name.startsWith("draw:")) {
      addDrawing(reading, child);
      continue;
    }
    switch (child.name) {
      case "text:s":
        write(reading, blanksOf(child), look);
        break;
      case "text:tab":
        write(reading, "\t", look);
        break;
      case "text:line-break":
        write(reading, "\n", look);
        break;
      case "text:script":
        break;
      case "text:span":
        addContent(reading, child, {
          ...onBase(look, around.styles.style("text", child.attributes["text:style-name"])),
          isLink: look.isLink,
        });
        break;
      case "text:a":
        addContent(reading, child, { ...look, isLink: true });
        break;
      case "text:change":
        reading.beside.push(...deletedBeside(child, around));
        break;
      case "text:hidden-text": // whether it is shown depends on a condition
        write(reading, allText(child) || (child.attributes["text:string-value"] ?? ""), look);
        writer.addConstruct(NAMES.condition);
        break;
      case "text:ruby":
        for (const base of childrenOf(child, "text:ruby-base")) addContent(reading, base, look);
        writer.addConstruct(NAMES.ruby);
        break;
      default:
        addField(reading, child, look);
    }
  }
}

/** Fields that keep what they show, and what is no field. */
const KEEPS_ITS_TEXT =
  /^(?:loext:.*|text:(?:meta|meta-field|text-input|number|change-.*|.*-mark.*|bookmark.*|soft-page-break))$/;
const OF_PAGES = /^text:page-(?:number|count)$/;

/** The number of a page, a date, a variable, a sum: a program finds it again when it opens the file. Another program's elements may show nothing. */
function addField({ around, writer, ...reading }: Reading, field: XmlElement, look: Look): void {
  const { name, attributes } = field;
  const asks = name === "text:placeholder" || attributes["loext:showing-place-holder"] === "true";
  const isKnown =
    /^(?:text|loext):/.test(name) && name !== "text:measure" && name !== "text:bibliography-mark" && !asks;
  const isKept = attributes["text:fixed"] === "true" || KEEPS_ITS_TEXT.test(name) || !/\d/.test(allText(field));
  if (attributes["text:display"] === "none")
    addContent({ around, writer, ...reading }, field, { ...look, unseen: "hidden" });
  else addContent({ around, writer, ...reading }, field, look);
  if (!isKnown) writer.addConstruct(name === "field:fieldmark" ? NAMES.list : asks ? NAMES.bound : odtName(name));
  else if (!isKept && (around.inTable || !OF_PAGES.test(name))) writer.addConstruct(NAMES.field);
}

/** What a drawing says is read apart, and may hide what it is laid on; another stands in the line, in place of a text. */
function addDrawing(reading: Reading, drawing: XmlElement): void {
  const { around, writer, addBox } = reading;
  const boxes = boxesIn(drawing);
  for (const box of boxes) addBox(box);
  const standing = standingOf(drawing, around);
  if (standing === "over" && !around.inTable) around.laidOver.push(drawing);
  else if (standing === "over") writer.addConstruct(NAMES.covered);
  else if (standing === "line" && boxes.length === 0) writer.tellBeside(NAMES.picture);
}

/** What of a drawing holds a text: itself, or its boxes. */
const boxesIn = (drawing: XmlElement): readonly XmlElement[] =>
  [drawing, ...descendants(drawing, "draw:text-box")].filter((box) =>
    elementsIn(box).some(({ name }) => /^(?:text:(?:p|h|list)|table:table)$/.test(name)),
  );

/** In the line, or with the text running around it; behind the text; or over it, where it may hide any text of its page. */
function standingOf(drawing: XmlElement, { styles }: Surroundings): "line" | "behind" | "over" {
  const { "draw:style-name": style, "text:anchor-type": anchor } = drawing.attributes;
  const { values } = styles.style("graphic", style);
  if (anchor === "as-char") return "line";
  if (values["style:run-through"] === "background") return "behind";
  const isFrame = /^draw:(?:frame|a)$/.test(drawing.name) || boxesIn(drawing).length > 0;
  return !isFrame || values["style:wrap"] === "run-through" ? "over" : "line";
}
