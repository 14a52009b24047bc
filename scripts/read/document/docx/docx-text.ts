/** The text of a paragraph of a .docx as a person sees it, run by run. Elements: ECMA-376 part 1, 17.3 (runs), 17.13.5 (revisions). */
import type { Beside } from "../../../model/grid.ts";
import { chosenOf } from "../../container/choices.ts";
import { descendants, elementsIn, findChild, ownText, textIn, type XmlElement } from "../../container/xml.ts";
import { NUMBER_SIGN, withMarker } from "../../seen/list-marker.ts";
import { createTextWriter, lookAbove, type SeenText, type TextWriter } from "../../seen/seen-text.ts";
import { besideSymbol, isSymbolFont, lookInFont } from "../../seen/symbol-fonts.ts";
import type { Block } from "../document.ts";
import { isOutAtRight, isOutOfCell, LEAST_LINE, setIn } from "../paragraph-limits.ts";
import { pictureOf, textBoxes } from "./docx-drawings.ts";
import { addFieldMark } from "./docx-fields.ts";
import { foreignText } from "./docx-foreign.ts";
import { shadeOf } from "./docx-run-format.ts";
import {
  type DocxStyles,
  listOfStyle,
  paragraphProperty,
  type RunLook,
  type RunPlace,
  runLook,
  tabStops,
} from "./docx-styles.ts";
import { isLent, type Surroundings, WRAPPERS } from "./docx-surroundings.ts";
import { isTrue, valueIn } from "./docx-values.ts";

/** Text boxes anchored in the paragraph go to `boxes`, as blocks of their own. */
export function paragraphText(paragraph: XmlElement, around: Surroundings, boxes: Block[]): SeenText {
  const properties = findChild(paragraph, "w:pPr");
  const shade = shadeOf(paragraphProperty(properties, "w:shd", around.styles));
  const place: RunPlace = {
    ...around,
    paragraphStyle: valueIn(properties, "w:pStyle"),
    ground: shade === undefined ? around.ground : shade,
    isDoubtful:
      around.isDoubtful || around.bound.has(paragraph) || isSetOtherwise(properties, around.styles, around.inTable),
  };
  const writer = createTextWriter();
  const reading: Reading = { around, place, boxes, writer, isLink: false };
  addRuns(reading, paragraph, null);
  if (!around.inTable) return writer.take();
  const of = (name: string) => paragraphProperty(properties, name, around.styles);
  const seen = setIn(writer.take(), {
    above: Number(of("w:spacing")?.["w:before"]) || 0,
    beginning: beginningOf(of("w:ind")),
    right: endOf(of("w:ind")),
    stops: tabStops(properties, around.styles),
    line: exactLine(of("w:spacing")),
  });
  return withMarker(seen, markerOf(properties, around));
}

/** From right to left, in a frame of its own, or out of its cell: a figure may stand elsewhere, or in another order. */
const isSetOtherwise = (properties: XmlElement | undefined, styles: DocxStyles, inTable: boolean): boolean => {
  const of = (name: string) => paragraphProperty(properties, name, styles);
  const bidi = of("w:bidi");
  const isCutOff = (exactLine(of("w:spacing")) ?? LEAST_LINE) < LEAST_LINE;
  return (
    (bidi !== undefined && isTrue(bidi["w:val"] ?? "1")) ||
    (inTable && of("w:framePr") !== undefined) ||
    isCutOff ||
    isOutOfCell(beginningOf(of("w:ind")), inTable) ||
    (/^(?:right|end)$/.test(of("w:jc")?.["w:val"] ?? "") && isOutAtRight(-endOf(of("w:ind"))))
  );
};

const exactLine = (spacing: XmlElement["attributes"] = {}): number | undefined =>
  spacing["w:lineRule"] === "exact" ? Number(spacing["w:line"]) || 0 : undefined;

/** Where its lines end, from the right of its cell. */
const endOf = (indent: XmlElement["attributes"] = {}): number => Number(indent["w:right"] ?? indent["w:end"] ?? 0) || 0;

/** Where its first line begins, from the left of its cell. */
function beginningOf(indent: XmlElement["attributes"] = {}): number {
  const of = (name: string): number => Number(indent[name] ?? 0) || 0;
  return (of("w:left") || of("w:start")) + (of("w:firstLine") - of("w:hanging"));
}

/** Of the list that the paragraph, or its style, says to be in. */
function markerOf(properties: XmlElement | undefined, { styles, lists }: Surroundings): string {
  const name = valueIn(properties, "w:pStyle") ?? styles.defaultParagraph;
  const list = findChild(properties, "w:numPr") ?? listOfStyle(name, styles);
  const id = valueIn(list, "w:numId");
  return id === undefined ? "" : lists(id, valueIn(list, "w:ilvl") ?? "0");
}

interface Reading {
  readonly around: Surroundings;
  readonly place: RunPlace;
  readonly boxes: Block[];
  readonly writer: TextWriter;
  /** Within a link. */
  readonly isLink: boolean;
}

/** `kind`: what the elements around make of all that they hold: deleted text is shown struck out. */
function addRuns(reading: Reading, container: XmlElement, kind: Beside["kind"] | null): void {
  for (const child of elementsIn(container)) {
    // What stands there comes from another part of the file when Word opens it.
    if (isLent(child)) addRuns(reading, child, kind ?? "unsure");
    else if (child.name === "w:hyperlink") addRuns({ ...reading, isLink: true }, child, kind);
    else if (child.name === "w:fldSimple") addField(reading, child, kind);
    else if (child.name === "w:r") addRun(reading, child, kind);
    else if (child.name === "w:del" || child.name === "w:moveFrom") addRuns(reading, child, "struck");
    else if (child.name === "w:bdo") addRuns(reading, child, child.attributes["w:val"] === "rtl" ? "unsure" : kind);
    else if (child.name === "mc:AlternateContent") {
      const { element, isSure } = chosenOf(child);
      if (element) addRuns(reading, element, isSure ? kind : "unsure");
    } else if (child.name === "m:oMath" || child.name === "m:oMathPara") addFormula(reading, child, kind);
    else if (WRAPPERS.has(child.name)) addRuns(reading, child, kind);
    else reading.writer.addBeside(...foreignText(child));
  }
}

/** A field with its result, in one element. */
function addField(reading: Reading, field: XmlElement, kind: Beside["kind"] | null): void {
  const { fields } = reading.around;
  fields.begin(isTrue(field.attributes["w:dirty"]));
  fields.addInstruction(field.attributes["w:instr"] ?? "");
  fields.separate();
  addRuns(reading, field, kind);
  reading.writer.addBeside(...fields.end());
}

function addRun(reading: Reading, run: XmlElement, kind: Beside["kind"] | null): void {
  const { look, size, ...font } = runLook(findChild(run, "w:rPr"), reading.place, reading.around.styles);
  const type = { size: size / 2, isLink: reading.isLink || reading.around.fields.isInLink() };
  addContent(reading, run, { ...font, size, look: { ...look, kind: kind ?? look.kind, type } });
}

function addContent(reading: Reading, run: XmlElement, runLooks: RunLook): void {
  const { look, font, isOfSigns } = runLooks;
  const { writer, around } = reading;
  const add = (text: string): void => {
    if (around.fields.isInInstruction()) return; // the instruction of a field is no text
    if (text.trim() !== "") around.fields.showText();
    const seen = lookInFont(look, text, font, isSymbolFont(font) || (isOfSigns && /\d/.test(text)));
    if (seen) writer.add(text, seen);
  };
  for (const child of elementsIn(run)) {
    switch (child.name) {
      case "w:t":
        add(ownText(child));
        break;
      case "w:delText":
        writer.add(ownText(child), { ...look, kind: "struck" });
        break;
      case "w:instrText":
      case "w:delInstrText":
        if (!around.fields.addInstruction(ownText(child))) writer.addBeside({ kind: "unsure", text: ownText(child) });
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        // Its mark is a number that Word finds: raised, it is told from the figure; on the line, it is read with it.
        if (look.position === "baseline" && child.attributes["w:customMarkFollows"] === undefined)
          writer.addBeside({ kind: "other", text: NUMBER_SIGN });
        else writer.addNoteMark();
        break;
      case "w:tab":
      case "w:ptab":
        add("\t");
        break;
      case "w:br":
      case "w:cr":
        add("\n");
        break;
      case "w:noBreakHyphen":
        add("-");
        break;
      case "w:pgNum":
      case "w:footnoteRef":
      case "w:endnoteRef":
      case "w:contentPart": // drawn by hand
      case "w:dayShort":
      case "w:dayLong":
      case "w:monthShort":
      case "w:monthLong":
      case "w:yearShort":
      case "w:yearLong":
        writer.addBeside({ kind: "other", text: "" }); // a number that Word finds as it shows the page
        break;
      case "w:sym":
        writer.addBeside(...besideSymbol(Number.parseInt(child.attributes["w:char"] ?? "", 16)));
        break;
      case "w:fldChar":
        addFieldMark(around.fields, child, writer);
        break;
      case "w:ruby":
        for (const base of descendants(child, "w:rubyBase")) addRuns(reading, base, look.kind);
        for (const small of descendants(child, "w:rt"))
          writer.add(textIn(small, "w:t"), lookAbove(look, textIn(small, "w:t")));
        break;
      case "mc:AlternateContent": {
        const { element, isSure } = chosenOf(child);
        if (element)
          addContent(reading, element, isSure ? runLooks : { ...runLooks, look: { ...look, kind: "unsure" } });
        break;
      }
      case "w:drawing":
      case "w:pict":
      case "w:object":
        addDrawing(reading, child);
        break;
      default:
        writer.addBeside(...foreignText(child));
    }
  }
}

/** A formula of plain runs is text like another; an exponent or a fraction is not. */
function addFormula(reading: Reading, formula: XmlElement, kind: Beside["kind"] | null): void {
  const { writer, around, place } = reading;
  if (around.fields.isInInstruction()) return;
  const isPlain = everyElement(formula, (name) =>
    /^(?:m:(?:oMath|oMathPara|oMathParaPr|r|rPr|t|ctrlPr)|w:.*)$/.test(name),
  );
  for (const run of descendants(formula, "m:r")) {
    const { look } = runLook(findChild(run, "w:rPr"), place, around.styles);
    const text = textIn(run, "m:t");
    writer.add(text, { kind: kind ?? look.kind ?? (isPlain ? null : "unsure"), position: "baseline" });
  }
}

const everyElement = (element: XmlElement, holds: (name: string) => boolean): boolean =>
  holds(element.name) &&
  elementsIn(element).every((child) => /^m:.*Pr$/.test(child.name) || everyElement(child, holds));

/** Text boxes are read apart. A picture in the line stands in place of a text; one laid on the page may cover it. */
function addDrawing({ boxes, around, writer }: Reading, drawing: XmlElement): void {
  const found = textBoxes(drawing);
  for (const { content, ground } of found) for (const block of around.readBox(content, ground)) boxes.push(block);
  const { beside, liesOnText } = pictureOf(drawing);
  if (liesOnText && !around.inTable) around.laidOver.push(drawing);
  if (beside && found.length === 0) writer.addBeside(beside);
}
