/** The text of a paragraph of an .odt as a person sees it. Elements: OpenDocument 1.3 part 3, 5.5 (changes), 6 (paragraph content), 7 (fields). */
import type { Beside } from "../../../model/grid.ts";
import { allText, childrenOf, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { isFaint, type Rgb } from "../../contract/contrast.ts";
import { blanksOf, collapsed, LEFT_OUT } from "../../open-document/open-document.ts";
import type { OpenStyles } from "../../open-document/open-styles.ts";
import { NUMBER_SIGN } from "../../seen/list-marker.ts";
import { createTextWriter, lookAbove, type SeenText, type TextWriter } from "../../seen/seen-text.ts";
import { lookInFont } from "../../seen/symbol-fonts.ts";
import type { Ground } from "../ink.ts";
import { setIn } from "../paragraph-limits.ts";
import { groundOf, lookOf, paragraphFormat, settingOf, spanFormat, type TextFormat } from "./odt-look.ts";

/** Where a paragraph stands, and what is known of the document. */
export interface Surroundings {
  readonly styles: OpenStyles;
  readonly ground: Ground;
  /** What the template of the table puts behind some of its cells. */
  readonly shades: readonly Rgb[];
  /** The template of the table, or the style of the cell, may hide its text or strike it out. */
  readonly isDoubtful: boolean;
  /** Within a table. */
  readonly inTable: boolean;
  /** What is laid on the page before its text, outside the cells: it may hide any of them. */
  readonly laidOver: XmlElement[];
  /** Texts deleted under tracked changes, by the names of the changes: shown struck out where they were. */
  readonly deleted: ReadonlyMap<string, string>;
}

export function deletedTexts(body: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    descendants(body, "text:changed-region").flatMap((region): [string, string][] => {
      const deletion = findChild(region, "text:deletion");
      const name = region.attributes["text:id"] ?? region.attributes["?:id"];
      if (!deletion || name === undefined) return [];
      const paragraphs = ["text:p", "text:h"].flatMap((kind) => descendants(deletion, kind));
      return [[name, paragraphs.map(allText).join("\n").trim()]];
    }),
  );
}

export const deletedBeside = (change: XmlElement, { deleted }: Surroundings): readonly Beside[] => {
  const text = deleted.get(change.attributes["text:change-id"] ?? "") ?? "";
  return text === "" ? [] : [{ kind: "struck", text }];
};

/** Takes a text box, and what it has behind its text. */
type AddBox = (box: XmlElement, ground: Ground) => void;

/** A text box within the paragraph goes to `addBox`. */
export function paragraphText(paragraph: XmlElement, around: Surroundings, addBox: AddBox): SeenText {
  const format = paragraphFormat(paragraph.attributes["text:style-name"], around);
  const displays = descendants(paragraph, "text:hidden-paragraph").map(displayOf);
  const display =
    displays.find((one) => one === "hidden") ?? displays.find((one) => one === "unsure") ?? format.display;
  const writer = createTextWriter();
  addContent({ around, writer, addBox }, paragraph, { ...format, display });
  const seen = writer.take();
  return around.inTable ? setIn(seen, settingOf(paragraph.attributes["text:style-name"], around.styles)) : seen;
}

interface Reading {
  readonly around: Surroundings;
  readonly writer: TextWriter;
  readonly addBox: AddBox;
}

function addContent(reading: Reading, container: XmlElement, format: TextFormat): void {
  const { around, writer } = reading;
  const isLikeShade = ({ colour, ground }: TextFormat): boolean =>
    colour !== null && ground === null && around.shades.some((shade) => isFaint(colour, shade));
  const add = (text: string): void => {
    const own = lookOf({ ...format, isUnusual: format.isUnusual || around.isDoubtful || isLikeShade(format) });
    const look = lookInFont(own, text, format.font);
    if (look) writer.add(text, look);
  };
  for (const child of container.children) {
    if (typeof child === "string") {
      add(collapsed(child));
      continue;
    }
    if (child.name === "text:note") addNoteMark(reading, child, format);
    if (LEFT_OUT.has(child.name)) continue;
    if (child.name.startsWith("draw:")) {
      addDrawing(reading, child);
      continue;
    }
    switch (child.name) {
      case "text:s":
        add(blanksOf(child));
        break;
      case "text:tab":
        add("\t");
        break;
      case "text:line-break":
        add("\n");
        break;
      case "text:script":
        writer.addBeside({ kind: "hidden", text: allText(child) });
        break;
      case "text:span":
        addContent(reading, child, spanFormat(child.attributes["text:style-name"], format, around.styles));
        break;
      case "text:a":
        addContent(reading, child, { ...format, isLink: true });
        break;
      case "text:bibliography-mark":
        writer.addBeside({ kind: "other", text: NUMBER_SIGN });
        break;
      case "text:change":
        writer.addBeside(...deletedBeside(child, around));
        break;
      case "field:fieldmark":
        writer.addBeside(...chosenInList(child));
        addContent(reading, child, inDoubt(format));
        break;
      case "text:hidden-text":
        addHiddenText(reading, child, format);
        break;
      case "text:ruby":
        for (const base of childrenOf(child, "text:ruby-base")) addContent(reading, base, format);
        for (const small of childrenOf(child, "text:ruby-text"))
          writer.add(allText(small), lookAbove(lookOf(format), allText(small)));
        break;
      default:
        // Links, fields and content controls show their text; another program's elements may not.
        if (child.attributes["text:display"] === "none") writer.addBeside({ kind: "hidden", text: allText(child) });
        else if (/^(?:text|loext):/.test(child.name) && child.name !== "text:measure" && !asksForText(child)) {
          addContent(reading, child, format);
          if (isFoundAgain(child)) writer.addBeside({ kind: "stale", text: child.name.replace("text:", "") });
        } else addContent(reading, child, inDoubt(format));
    }
  }
}

const inDoubt = (format: TextFormat): TextFormat =>
  format.display === "shown" ? { ...format, display: "unsure" } : format;

/** A place that waits for a text, and says which meanwhile. */
const asksForText = ({ name, attributes }: XmlElement): boolean =>
  name === "text:placeholder" || attributes["loext:showing-place-holder"] === "true";

/** Fields that keep what they show, and what is no field. */
const KEEPS_ITS_TEXT =
  /^(?:loext:.*|text:(?:meta|meta-field|text-input|drop-down|number|change-.*|.*-mark.*|bookmark.*))$/;

/** The number of a page, a date, a variable, a sum: a program finds it again when it opens the file. */
const isFoundAgain = (field: XmlElement): boolean =>
  field.attributes["text:fixed"] !== "true" && !KEEPS_ITS_TEXT.test(field.name) && /\d/.test(allText(field));

/** The mark of a note is above the line, and told from the figure, where its style does not say otherwise. */
function addNoteMark({ around, writer }: Reading, note: XmlElement, format: TextFormat): void {
  const style = around.styles.noteStyle(note.attributes["text:note-class"] ?? "footnote");
  const isOnLine = style !== undefined && spanFormat(style, format, around.styles).position === "baseline";
  if (isOnLine) writer.addBeside({ kind: "other", text: NUMBER_SIGN });
  else writer.addNoteMark();
}

/** What a list of Word's, kept by LibreOffice, shows: its text is in no run. */
function chosenInList(field: XmlElement): readonly Beside[] {
  const valuesOf = (name: string): readonly string[] =>
    childrenOf(field, "field:param").flatMap(({ attributes }) =>
      attributes["field:name"] === name ? [attributes["field:value"] ?? ""] : [],
    );
  const entries = valuesOf("Dropdown_ListEntry");
  const [selected = "0"] = valuesOf("Dropdown_Selected");
  return entries.length > 0 ? [{ kind: "other", text: entries[Number(selected)] ?? NUMBER_SIGN }] : [];
}

/** A field that is hidden keeps its text apart; one that is not shows it. */
function addHiddenText(reading: Reading, field: XmlElement, format: TextFormat): void {
  const display = displayOf(field);
  if (display === "shown") addContent(reading, field, format);
  else
    reading.writer.addBeside({
      kind: display,
      text: allText(field) || (field.attributes["text:string-value"] ?? ""),
    });
}

/** Of a field that hides a text or its paragraph on a condition: what it was when the document was saved. */
function displayOf({ attributes }: XmlElement): TextFormat["display"] {
  const isHidden = attributes["text:is-hidden"];
  return isHidden === undefined ? "unsure" : isHidden === "false" ? "shown" : "hidden";
}

/** What a drawing says is read apart, and may hide what it is laid on. Another stands in the line, in place of a text, or is laid over the page. */
function addDrawing({ around, writer, addBox }: Reading, drawing: XmlElement): void {
  const boxes = [drawing, ...descendants(drawing, "draw:text-box")].filter((box) =>
    elementsIn(box).some(({ name }) => /^(?:text:(?:p|h|list)|table:table)$/.test(name)),
  );
  for (const box of boxes) addBox(box, fillOf(drawing, around));
  const { "draw:style-name": style, "text:anchor-type": anchor } = drawing.attributes;
  const property = (attribute: string): string | undefined =>
    around.styles.property("graphic", style, "style:graphic-properties", attribute);
  const isFrame = drawing.name === "draw:frame" || drawing.name === "draw:a";
  const isInFront = property("style:run-through") !== "background";
  const isRunThrough = property("style:wrap") === "run-through" && anchor !== "as-char";
  if (boxes.length > 0) {
    if (isRunThrough && isInFront && !around.inTable) around.laidOver.push(drawing);
    return;
  }
  const isOver = isFrame ? isRunThrough : anchor !== "as-char";
  if (!isOver) writer.addBeside({ kind: "other", text: descendants(drawing, "svg:desc").map(allText).join("") });
  else if (isInFront) {
    if (!around.inTable) around.laidOver.push(drawing);
    writer.addBeside({ kind: "covered", text: "" });
  }
}

/** What a drawing has behind its text: its own fill, or what is behind it; null: it cannot be told. */
export function fillOf({ name, attributes }: XmlElement, { styles, ground }: Surroundings): Ground {
  if (name === "draw:text-box") return ground; // within the frame that is filled
  const property = (attribute: string): string | undefined =>
    styles.property("graphic", attributes["draw:style-name"], "style:graphic-properties", attribute);
  const fill = property("draw:fill") ?? (name === "draw:frame" ? "" : "solid");
  if (name === "draw:g" || (property("draw:opacity") ?? "100%") !== "100%") return null;
  if (fill === "none") return ground;
  if (fill === "solid") return groundOf(property("draw:fill-color"), null);
  return fill === "" ? groundOf(property("fo:background-color"), ground) : null;
}
