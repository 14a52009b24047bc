/** What is known while an RTF document is read, and what its words and its bytes add to it. */
import { isKnown, isOfParagraph } from "../../plain/rtf-words.ts";
import { NAMES } from "../../plain/rule.ts";
import { createFields } from "../../plain/word-fields.ts";
import { NOTHING_SAID, saidWith, type Word } from "../word/word-said.ts";
import { createStyles } from "../word/word-styles.ts";
import { CHARACTERS, codePage, WESTERN } from "./rtf-codes.ts";
import { createGroup, createStories, type Group } from "./rtf-groups.ts";
import { createColourTable, createFontTable } from "./rtf-tables.ts";

export type Reading = ReturnType<typeof newReading>;

export function newReading() {
  const styles = createStyles([]);
  const stories = createStories(styles);
  return {
    stories,
    fields: createFields(),
    fonts: createFontTable(),
    colours: createColourTable(styles.colours),
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
    /** Of a text that names no font. */
    defaultFont: -1,
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

function add({ group, fields, fonts, stories, defaultFont }: Reading, text: string): void {
  const { use, character, paragraph, story, shape } = group;
  if (use !== "text") return;
  if (text.trim() !== "") fields.showText();
  const [isInTable, tableStyle] = [story.isInTable(), story.tableStyle()];
  const { fontNumber, size, ...look } = stories.styles.lookOf({ character, paragraph, isInTable, tableStyle });
  const { name, isSymbols } = fonts.find(fontNumber ?? defaultFont) ?? {};
  // Of which colour a text box is, is not followed.
  const ground = look.ground ?? (shape ? null : undefined);
  const font = isSymbols && !/symbol/i.test(name ?? "") ? "Wingdings" : name;
  story.add(text, { ...look, ground, font, type: `${size} ${fields.isInLink()}` });
}

const NO_WRAP = 3;

/** What a word says of the document, or of the drawing around it, wherever it stands. */
export function noteWord(reading: Reading, word: Word): void {
  const { name, value } = word;
  const { shape } = reading.group;
  const isOn = value !== 0;
  if (name === "fontemb") reading.bringsFonts = true;
  else if (name === "falt") reading.fonts.word(word);
  else if (name === "flddirty" && isOn)
    reading.group.story.addConstruct(NAMES.stale); // computed again when Word opens the file
  else if (name === "fldrslt" && reading.group.use === "text" && reading.group.field?.isBegun)
    reading.fields.separate();
  else if (name === "viewbksp") reading.isColoured = isOn;
  else if (name === "titlepg") reading.hasFirst ||= isOn;
  else if (name === "facingp") reading.hasLeft ||= isOn;
  else if (name === "deff") reading.defaultFont = value ?? 0;
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
  else if (use === "text" && name === "chftn") {
    // Raised, the mark of a note is told from the figure; on the line, it is read with it.
    if (group.character.values.position) story.addNoteMark();
    else story.addConstruct(NAMES.note);
  } else say(reading, word);
}

/** What a word says of the text, the paragraph or the row that follows. */
function say(reading: Reading, word: Word): void {
  const { group } = reading;
  const { name, value } = word;
  if (group.use === "text") group.story.control(word, group.nested);
  const isOfBoth = !isKnown(name);
  let { character, paragraph } = group;
  if (name === "pard") paragraph = NOTHING_SAID;
  else if (isOfBoth || isOfParagraph(name)) paragraph = saidWith(paragraph, word);
  if (name === "plain") character = NOTHING_SAID;
  else if (isOfBoth || !isOfParagraph(name)) character = saidWith(character, word);
  reading.group = { ...group, character, paragraph };
  // Word draws the numbers of a list by the style of its paragraphs, too.
  if (name === "s" && reading.stories.styles.of(value ?? 0).said.values.ls) group.story.tellBeside(NAMES.numbered);
}
