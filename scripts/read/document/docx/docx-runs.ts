/** The runs of a paragraph of a .docx, one after the other. Elements: ECMA-376 part 1, 17.3 (runs), 17.13.5 (revisions), 17.16 (fields). */
import { elementsIn, findChild, ownText, textIn, type XmlElement } from "../../container/xml.ts";
import { DOCX_PLAIN, docxName } from "../../plain/lists.ts";
import { NAMES } from "../../plain/rule.ts";
import { lookOf, onBase, type Said } from "../../plain/said.ts";
import type { RunLook, TextWriter } from "../../plain/text-writer.ts";
import type { Block } from "../document.ts";
import { standingOf, textBoxes } from "./docx-drawings.ts";
import { runSaid } from "./docx-properties.ts";
import { isLent, type Surroundings, WRAPPERS } from "./docx-surroundings.ts";
import { isTrue, valueIn } from "./docx-values.ts";

/** A paragraph that is being read. */
export interface Reading {
  readonly around: Surroundings;
  /** Of its text, by its style and by its own shade. */
  readonly said: Said;
  readonly boxes: Block[];
  readonly writer: TextWriter;
  readonly isLink: boolean;
  /** What the elements around make of all that they hold: deleted text is shown struck out. */
  readonly unseen?: "struck";
}

export function addRuns(reading: Reading, container: XmlElement): void {
  const { writer, around } = reading;
  for (const child of elementsIn(container)) {
    if (isLent(child)) writer.addConstruct(NAMES.bound);
    switch (child.name) {
      case "w:r":
        addRun(reading, child);
        break;
      case "w:hyperlink":
        addRuns({ ...reading, isLink: true }, child);
        break;
      case "w:fldSimple":
        beginField(reading, child);
        around.fields.addInstruction(child.attributes["w:instr"] ?? "");
        around.fields.separate();
        addRuns(reading, child);
        writer.addConstruct(...around.fields.end(around.inTable));
        break;
      case "w:del":
      case "w:moveFrom":
        addRuns({ ...reading, unseen: "struck" }, child);
        break;
      case "w:bdo":
        if (child.attributes["w:val"] === "rtl") writer.addConstruct(NAMES.reversed);
        addRuns(reading, child);
        break;
      case "mc:AlternateContent":
        writer.addConstruct(NAMES.choice);
        addRuns(reading, child);
        break;
      case "m:oMath":
      case "m:oMathPara":
        addFormula(reading, child);
        break;
      default:
        if (WRAPPERS.has(child.name)) addRuns(reading, child);
        else addOther(writer, child);
    }
  }
}

/** An element that no list has: plain where it holds no text. */
function addOther(writer: TextWriter, element: XmlElement): void {
  const name = element.name.replace(/^w:/, "");
  if (DOCX_PLAIN.has(name)) return;
  if (!element.name.startsWith("?:") || textIn(element, "w:t").trim() !== "") writer.addConstruct(docxName(name));
}

function addRun(reading: Reading, run: XmlElement): void {
  const { around, unseen, isLink } = reading;
  const properties = findChild(run, "w:rPr");
  const ofStyle = around.styles.style(valueIn(properties, "w:rStyle"));
  const own = runSaid(properties, around.colours);
  const said = onBase(onBase(reading.said, ofStyle), { ...own, unseen: unseen ?? own.unseen });
  addContent(reading, run, lookOf(said, around, isLink || around.fields.isInLink()));
}

/** Elements that stand for one sign of the text. */
const SIGNS: Readonly<Record<string, string>> = {
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
  "w:ptab": "\t",
  "w:tab": "\t",
};

function addContent(reading: Reading, run: XmlElement, look: RunLook): void {
  const { writer, around } = reading;
  const { fields } = around;
  for (const child of elementsIn(run)) {
    const text = child.name === "w:t" ? ownText(child) : SIGNS[child.name];
    if (text === undefined) addElement(reading, child, look);
    else if (!fields.isInInstruction()) {
      // the instruction of a field is no text
      if (text.trim() !== "") fields.showText();
      writer.add(text, look);
    }
  }
}

/** What a run holds beside its text. */
function addElement(reading: Reading, child: XmlElement, look: RunLook): void {
  const { writer, around } = reading;
  switch (child.name) {
    case "w:delText":
      writer.add(ownText(child), { ...look, unseen: "struck" });
      break;
    case "w:instrText":
    case "w:delInstrText":
      if (!around.fields.addInstruction(ownText(child))) writer.addConstruct(NAMES.field);
      break;
    case "w:footnoteReference":
    case "w:endnoteReference":
      if ((look.position ?? "line") === "line" && child.attributes["w:customMarkFollows"] === undefined)
        writer.addConstruct(NAMES.note);
      else writer.addNoteMark();
      break;
    case "w:sym":
      if (mayBeDigit(child.attributes["w:char"])) writer.addConstruct(NAMES.sign);
      break;
    case "w:fldChar":
      addFieldMark(reading, child);
      break;
    case "mc:AlternateContent":
      writer.addConstruct(NAMES.choice);
      addContent(reading, child, look);
      break;
    case "w:drawing":
    case "w:pict":
    case "w:object":
      addDrawing(reading, child);
      break;
    default:
      addOther(writer, child);
  }
}

/** One that is dirty is computed again when Word opens the file. */
function beginField({ writer, around }: Pick<Reading, "writer" | "around">, mark: XmlElement): void {
  around.fields.begin();
  if (isTrue(mark.attributes["w:dirty"])) writer.addConstruct(NAMES.stale);
}

function addFieldMark({ writer, around }: Reading, mark: XmlElement): void {
  const type = mark.attributes["w:fldCharType"];
  if (type === "begin") {
    beginField({ writer, around }, mark);
    if (findChild(mark, "w:ffData", "w:ddList")) writer.addConstruct(NAMES.list);
  } else if (type === "separate") around.fields.separate();
  else if (type === "end") writer.addConstruct(...around.fields.end(around.inTable));
}

function addFormula({ writer, around }: Reading, formula: XmlElement): void {
  if (around.fields.isInInstruction()) return;
  writer.add(textIn(formula, "m:t"), { constructs: [NAMES.formula] });
}

/** Text boxes are read apart. A picture in the line stands in place of a text; one laid on the page may cover it. */
function addDrawing(reading: Reading, drawing: XmlElement): void {
  const { boxes, around, writer } = reading;
  const found = textBoxes(drawing);
  for (const box of found) for (const block of around.readBox(box)) boxes.push(block);
  const standing = standingOf(drawing);
  if (around.inTable && (standing === "over" || standing === "beside")) writer.addConstruct(NAMES.covered);
  else if (standing === "over") around.laidOver.push(drawing);
  if (standing === "line" && found.length === 0) writer.tellBeside(NAMES.picture);
}

/** A sign by its code in its font: F032 in Arial is drawn as « 2 », 0x80 in Wingdings as a digit in a circle; an arrow is no text. */
function mayBeDigit(char = ""): boolean {
  const low = Number.parseInt(char, 16) & 0xfff;
  return Number.isNaN(Number.parseInt(char, 16)) || (low >= 0x30 && low <= 0x39) || (low >= 0x80 && low <= 0x95);
}
