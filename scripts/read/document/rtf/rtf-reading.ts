/** What is known while an RTF document is read, and what its words and its bytes add to it. */
import { isKnown, isOfParagraph } from "../../plain/rtf-words.ts";
import { NAMES } from "../../plain/rule.ts";
import { NOTHING_SAID, saidWith, type Word } from "../word/word-said.ts";
import { createStyles } from "../word/word-styles.ts";
import { CHARACTERS, codePage, WESTERN } from "./rtf-codes.ts";
import { createGroup, createStories, type Group } from "./rtf-groups.ts";
import { createColourTable, createFontTable } from "./rtf-tables.ts";

export type Reading = ReturnType<typeof newReading>;

export function newReading() {
  const fonts = createFontTable();
  const styles = createStyles(fonts.nameOf);
  const stories = createStories(styles);
  return {
    stories,
    fonts,
    colours: createColourTable(),
    /** Of the document, where the font says nothing. */
    codePage: WESTERN as string,
    group: createGroup(stories.body),
    /** The groups around it. */
    around: [] as Group[],
    /** Within a group just opened, a destination may follow. */
    position: "inside" as "start" | "starred" | "inside",
    /** Bytes still to skip after \u. */
    skipped: 0,
    /** Bytes of one run, decoded together. */
    pending: [] as number[],
    /** A font stands within the file. */
    bringsFonts: false,
    /** A drawing lies on the page, outside the cells. */
    isLaidOver: false,
    /** Pages that the document makes otherwise than the others: the first of a section, those at the left. */
    hasFirst: false,
    hasLeft: false,
    /** A colour behind the pages is shown. */
    isColoured: false,
  };
}

export function addPending(reading: Reading): void {
  const { pending, fonts, group } = reading;
  if (pending.length === 0) return;
  const page = fonts.find(group.character.values.f ?? -1)?.codePage ?? reading.codePage;
  add(reading, new TextDecoder(page).decode(Uint8Array.from(pending.splice(0))));
}

function add({ group: { use, character, paragraph, story }, stories: { styles } }: Reading, text: string): void {
  if (use !== "text") return;
  const [isInTable, tableStyle] = [story.isInTable(), story.tableStyle()];
  story.add(text, styles.lookOf({ character, paragraph, isInTable, tableStyle }));
}

const NO_WRAP = 3;

/** What a word says of the document, or of the drawing around it, wherever it stands. */
export function noteWord(reading: Reading, word: Word): void {
  const { name, value } = word;
  const { shape } = reading.group;
  const isOn = value !== 0;
  if (name === "fontemb") reading.bringsFonts = true;
  else if (name === "falt" || name === "deff") reading.fonts.word(word);
  else if (name === "flddirty" && isOn)
    reading.group.story.addConstruct(NAMES.stale); // computed again when Word opens the file
  else if (name === "fldrslt" && reading.group.use === "text" && reading.group.field?.isBegun)
    reading.group.story.fields.separate();
  else if (name === "viewbksp") reading.isColoured = isOn;
  else if (name === "titlepg") reading.hasFirst ||= isOn;
  else if (name === "facingp") reading.hasLeft ||= isOn;
  else if (name === "ansicpg") reading.codePage = codePage(value ?? 0) ?? reading.codePage;
  else if (name === "mac") reading.codePage = "macintosh";
  else if (shape && name === "shpwr") shape.isOver &&= value === NO_WRAP;
  else if (shape && name === "shpfblwtxt") shape.isOver &&= !isOn;
}

/** Numbers and dates that Word finds. */
const FOUND: ReadonlySet<string> = new Set(["chpgn", "chdate", "chtime", "chdpl", "chdpa", "sectnum"]);

/** A word that stands for a sign, or that is about the text that follows. */
export function readTextWord(reading: Reading, word: Word): void {
  const { group } = reading;
  const { name, value } = word;
  const { story, use } = group;
  if (name === "u") {
    add(reading, String.fromCharCode(value ?? 0));
    reading.skipped = group.fallback;
  } else if (reading.skipped > 0 && name !== "uc") reading.skipped -= 1;
  else if (name === "uc") reading.group = { ...group, fallback: Math.max(0, value ?? 1) };
  else if (CHARACTERS[name] !== undefined) {
    if (name === "tab" && use === "text") story.tellBeside(NAMES.pushed);
    add(reading, CHARACTERS[name]);
  } else if (use === "text" && FOUND.has(name)) story.addConstruct(NAMES.field);
  else if (use === "text" && name === "chftn")
    story.addNote({ position: group.character.values.position ? "raised" : "line" });
  else say(reading, word);
}

/** What a word says of the text, the paragraph or the row that follows. */
function say(reading: Reading, word: Word): void {
  const { group } = reading;
  const { name } = word;
  if (group.use === "text") group.story.control(word);
  const isOfBoth = !isKnown(name);
  let { character, paragraph } = group;
  if (name === "pard") paragraph = NOTHING_SAID;
  else if (isOfBoth || isOfParagraph(name)) paragraph = saidWith(paragraph, word);
  if (name === "plain") character = NOTHING_SAID;
  else if (isOfBoth || !isOfParagraph(name)) character = saidWith(character, word);
  reading.group = { ...group, character, paragraph };
  // Word draws the numbers of a list by the style of its paragraphs, too.
  if (name === "s") group.story.tellList(saidWith(NOTHING_SAID, word));
}
