/** The runs of a paragraph of a .docx, one after the other. Elements: ECMA-376 part 1, 17.3 (runs), 17.13.5 (revisions), 17.16 (fields). */
import { elementsIn, findChild, ownText, textIn, type XmlElement } from "../../container/xml.ts";
import { DOCX_PLAIN } from "../../plain/lists.ts";
import { type Construct, NAMES, unknown } from "../../plain/rule.ts";
import { NOTHING_SAID, type Said, saidWith } from "../word/word-said.ts";
import type { WordStory } from "../word/word-story.ts";
import type { Look } from "../word/word-styles.ts";
import { standingOf, textBoxes } from "./docx-drawings.ts";
import type { DocxStyles } from "./docx-styles.ts";
import { isLent, isTrue, WRAPPERS } from "./docx-values.ts";

/** Where a paragraph stands. */
export interface Around {
  /** Of tables, one within the other. */
  readonly depth: number;
  readonly tableStyle: number | undefined;
  /** What is not plain of all that stands here. */
  readonly constructs: readonly Construct[];
}

/** A story that is being read. */
export interface StoryReading {
  readonly styles: DocxStyles;
  readonly story: WordStory;
  /** Gets the text boxes. */
  readonly addBox: (box: XmlElement) => void;
  /** Gets the drawings that lie on the page, outside the cells. */
  readonly laidOver: XmlElement[];
}

/** A paragraph that is being read. */
interface Reading extends Around, StoryReading {
  readonly paragraph: Said;
  readonly isLink?: boolean;
  /** What the elements around make of all that they hold: deleted text is shown struck out. */
  readonly unseen?: "struck";
}

export function addRuns(reading: Reading, container: XmlElement): void {
  const { story } = reading;
  for (const child of elementsIn(container)) {
    if (isLent(child)) story.addConstruct(NAMES.bound);
    switch (child.name) {
      case "w:r":
        addContent(reading, child, lookOf(reading, findChild(child, "w:rPr")));
        break;
      case "w:hyperlink":
        addRuns({ ...reading, isLink: true }, child);
        break;
      case "w:fldSimple":
        beginField(story, child);
        story.fields.addInstruction(child.attributes["w:instr"] ?? "");
        story.fields.separate();
        addRuns(reading, child);
        story.endField(reading.depth);
        break;
      case "w:del":
      case "w:moveFrom":
        addRuns({ ...reading, unseen: "struck" }, child);
        break;
      case "w:bdo":
        if (child.attributes["w:val"] === "rtl") story.addConstruct(NAMES.reversed);
        addRuns(reading, child);
        break;
      case "mc:AlternateContent":
        story.addConstruct(NAMES.choice);
        addRuns(reading, child);
        break;
      case "m:oMath":
      case "m:oMathPara":
        story.add(textIn(child, "m:t"), { ...lookOf(reading, undefined), constructs: [NAMES.formula] });
        break;
      default:
        if (WRAPPERS.has(child.name)) addRuns(reading, child);
        else addOther(story, child);
    }
  }
}

/** An element that no list has: plain where it holds no text. */
function addOther(story: WordStory, element: XmlElement): void {
  if (DOCX_PLAIN.has(element.name.replace(/^w:/, ""))) return;
  if (!element.name.startsWith("?:") || textIn(element, "w:t").trim() !== "") story.addConstruct(unknown(element.name));
}

function lookOf(
  { styles, unseen, paragraph, depth, tableStyle, constructs }: Reading,
  properties: XmlElement | undefined,
): Look {
  const character = styles.wordsIn(properties, "text").reduce(saidWith, NOTHING_SAID);
  const look = styles.lookOf({ character, paragraph, isInTable: depth > 0, tableStyle });
  return { ...look, constructs: [...constructs, ...look.constructs], unseen: unseen ?? look.unseen };
}

/** Elements that stand for one sign of the text. */
const SIGNS: Readonly<Record<string, string>> = {
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
  "w:ptab": "\t",
  "w:tab": "\t",
};

/** What a run holds. */
function addContent(reading: Reading, run: XmlElement, look: Look): void {
  const { story, isLink } = reading;
  for (const child of elementsIn(run))
    switch (child.name) {
      case "w:t":
        story.add(ownText(child), look, isLink);
        break;
      case "w:delText":
        story.add(ownText(child), { ...look, unseen: "struck" });
        break;
      case "w:instrText":
      case "w:delInstrText":
        if (!story.fields.addInstruction(ownText(child))) story.addConstruct(NAMES.field);
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        story.addNote(child.attributes["w:customMarkFollows"] === undefined ? look : { position: "raised" });
        break;
      case "w:sym":
        story.addSign(Number.parseInt(child.attributes["w:char"] ?? "", 16));
        break;
      case "w:fldChar":
        addFieldMark(reading, child);
        break;
      case "mc:AlternateContent":
        story.addConstruct(NAMES.choice);
        addContent(reading, child, look);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        addDrawing(reading, child);
        break;
      default: {
        const sign = SIGNS[child.name];
        if (sign === undefined) addOther(story, child);
        else story.add(sign, look, isLink);
      }
    }
}

/** One that is dirty is computed again when Word opens the file. */
function beginField({ fields, addConstruct }: WordStory, mark: XmlElement): void {
  fields.begin();
  if (isTrue(mark.attributes["w:dirty"])) addConstruct(NAMES.stale);
}

function addFieldMark({ story, depth }: Reading, mark: XmlElement): void {
  const type = mark.attributes["w:fldCharType"];
  if (type === "begin") {
    beginField(story, mark);
    if (findChild(mark, "w:ffData", "w:ddList")) story.addConstruct(NAMES.list);
  } else if (type === "separate") story.fields.separate();
  else if (type === "end") story.endField(depth);
}

/** Text boxes are read apart. A picture in the line stands in place of a text; one laid on the page may cover it. */
function addDrawing({ addBox, laidOver, depth, story }: Reading, drawing: XmlElement): void {
  const boxes = textBoxes(drawing);
  for (const box of boxes) addBox(box);
  const standing = standingOf(drawing);
  if (depth > 0 && (standing === "over" || standing === "beside")) story.addConstruct(NAMES.covered);
  else if (standing === "over") laidOver.push(drawing);
  if (standing === "line" && boxes.length === 0) story.tellBeside(NAMES.picture);
}
