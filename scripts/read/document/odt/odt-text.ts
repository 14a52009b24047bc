/** The text of a paragraph of an .odt as a person sees it. Elements: OpenDocument 1.3 part 3, 5.5 (changes), 6 (paragraph content), 7 (fields). */
import { allText, childrenOf, descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import { blanksOf, collapsed, LEFT_OUT } from "../../open-document/open-document.ts";
import { odtName } from "../../plain/lists.ts";
import { NAMES } from "../../plain/rule.ts";
import { lookOf, onBase, type Said } from "../../plain/said.ts";
import type { Story } from "../story.ts";
import type { Odt } from "./odt-around.ts";
import type { OdtStyles } from "./odt-styles.ts";

type Look = Said & { readonly isLink?: boolean | undefined };

/** A paragraph that is being read. */
interface Reading {
  readonly odt: Odt;
  readonly story: Story;
  /** Of tables. */
  readonly depth: number;
  /** Gets the text boxes that stand within it. */
  readonly addBox: (box: XmlElement) => void;
}

const write = ({ story }: Reading, text: string, { isLink = false, ...said }: Look): void =>
  story.add(text, lookOf(said, isLink));

export function addContent(reading: Reading, container: XmlElement, look: Look): void {
  const { odt, story } = reading;
  for (const child of container.children) {
    if (typeof child === "string") {
      write(reading, collapsed(child), look);
      continue;
    }
    if (child.name === "text:note") {
      if (odt.styles.hasNotesOnLine) story.addConstruct(NAMES.note);
      else story.addNoteMark();
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
          ...onBase(look, odt.styles.style("text", child.attributes["text:style-name"])),
          isLink: look.isLink,
        });
        break;
      case "text:a":
        addContent(reading, child, { ...look, isLink: true });
        break;
      case "text:change": // what was deleted there is shown, struck out, or not
        story.addConstruct(NAMES.change);
        break;
      case "text:hidden-text": // whether it is shown depends on a condition
        write(reading, allText(child) || (child.attributes["text:string-value"] ?? ""), look);
        story.addConstruct(NAMES.condition);
        break;
      case "text:ruby":
        for (const base of childrenOf(child, "text:ruby-base")) addContent(reading, base, look);
        story.addConstruct(NAMES.ruby);
        break;
      default:
        addField(reading, child, look);
    }
  }
}

/** Fields that keep what they show, and what is no field. */
const KEEPS_ITS_TEXT =
  /^(?:loext:.*|text:(?:meta|meta-field|text-input|number|change-.*|.*-mark.*|bookmark.*|soft-page-break))$/;
/** They number a page or a caption: outside of tables, no figure depends on them. */
const NUMBERS = /^text:(?:page-(?:number|count)|sequence)$/;

/** The number of a page, a date, a variable, a sum: a program finds it again when it opens the file. Another program's elements may show nothing. */
function addField(reading: Reading, field: XmlElement, look: Look): void {
  const { story, depth } = reading;
  const { name, attributes } = field;
  const asks = name === "text:placeholder" || attributes["loext:showing-place-holder"] === "true";
  const isKnown =
    /^(?:(?:text|loext):|field:(?:fieldmark-(?:start|end)|param)$)/.test(name) &&
    name !== "text:measure" &&
    name !== "text:bibliography-mark" &&
    !asks;
  const isKept = attributes["text:fixed"] === "true" || KEEPS_ITS_TEXT.test(name) || !/\d/.test(allText(field));
  addContent(reading, field, attributes["text:display"] === "none" ? { ...look, unseen: "hidden" } : look);
  if (!isKnown) story.addConstruct(name === "field:fieldmark" ? NAMES.list : asks ? NAMES.bound : odtName(name));
  else if (!isKept && (depth > 0 || !NUMBERS.test(name))) story.addConstruct(NAMES.field);
}

/** What a drawing says is read apart, and may hide what it is laid on; another stands in the line, in place of a text. */
function addDrawing({ odt, story, depth, addBox }: Reading, drawing: XmlElement): void {
  const boxes = boxesIn(drawing);
  for (const box of boxes) addBox(box);
  const standing = standingOf(drawing, odt.styles);
  if (standing === "over" && depth === 0) odt.laidOver.push(drawing);
  else if (standing === "over") story.addConstruct(NAMES.covered);
  else if (standing === "line" && boxes.length === 0) story.tellBeside(NAMES.picture);
}

/** What of a drawing holds a text: itself, or its boxes. */
const boxesIn = (drawing: XmlElement): readonly XmlElement[] =>
  [drawing, ...descendants(drawing, "draw:text-box")].filter((box) =>
    elementsIn(box).some(({ name }) => /^(?:text:(?:p|h|list)|(?:table|loext):table)$/.test(name)),
  );

/** In the line, or with the text running around it; behind the text; or over it, where it may hide any text of its page. */
function standingOf(drawing: XmlElement, styles: OdtStyles): "line" | "behind" | "over" {
  const { "draw:style-name": style, "text:anchor-type": anchor } = drawing.attributes;
  const { values } = styles.style("graphic", style);
  if (anchor === "as-char") return "line";
  if (values["style:run-through"] === "background") return "behind";
  const isFrame = /^draw:(?:frame|a)$/.test(drawing.name) || boxesIn(drawing).length > 0;
  return !isFrame || values["style:wrap"] === "run-through" ? "over" : "line";
}
