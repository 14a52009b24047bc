/** .rtf -> one grid. Format: Microsoft RTF specification 1.9.1. Cells are placed by their \cellx edges, so spans need no merge flag. */
import type { OtherLook } from "../../../model/about-files.ts";
import { MAX_DEPTH, tooDeep } from "../../contract/limits.ts";
import { damaged, notRead, refusing } from "../../contract/reader.ts";
import { NAMES } from "../../plain/rule.ts";
import { assembleDocument, textsIn } from "../document.ts";
import { withConstructsIn } from "../row-definition.ts";
import type { Word } from "../word/word-said.ts";
import { DEFAULTS } from "../word/word-styles.ts";
import { destinationOf, type Group, type Shape, styleWith } from "./rtf-groups.ts";
import { addPending, newReading, noteWord, type Reading, readTextWord } from "./rtf-reading.ts";
import type { RtfStory } from "./rtf-story.ts";
import { type RtfToken, tokenizeRtf } from "./rtf-tokens.ts";

export const readRtf = refusing("un document RTF", async (file) => {
  const reading = newReading();
  for (const token of tokenizeRtf(file.bytes)) readToken(reading, token);
  const open = reading.around.length;
  if (open > 0) damaged(`${open} accolades ne sont pas fermées`);
  const blocks = reading.stories.finish(reading.hasFirst, reading.hasLeft);
  const looks: readonly (OtherLook | false)[] = [
    reading.bringsFonts && "own-fonts",
    reading.isLaidOver && "laid-over",
    reading.isColoured && "coloured",
  ];
  const textsOf = (stories: readonly RtfStory[]) => textsIn(stories.flatMap((story) => story.finish()));
  const { comments, notes } = reading.stories;
  return assembleDocument(file.path, blocks, looks, { comments: textsOf(comments), besides: textsOf(notes) });
});

function readToken(reading: Reading, token: RtfToken): void {
  if (reading.around.length === 0 && reading.position !== "inside") {
    // After the last brace: blanks only.
    const isBlank = token.kind === "byte" && (token.code === 32 || token.code === 26);
    if (!isBlank) damaged("du contenu suit la dernière accolade");
  } else if (token.kind === "byte") readByte(reading, token.code);
  else {
    addPending(reading);
    if (token.kind === "close") closeGroup(reading);
    else if (token.kind === "word") readWord(reading, token);
    else openGroup(reading);
  }
}

function openGroup(reading: Reading): void {
  if (reading.around.length >= MAX_DEPTH) notRead(tooDeep);
  reading.around.push(reading.group);
  [reading.position, reading.skipped] = ["start", 0];
}

/** Before a figure, one reads them with it. */
const MAY_BE_READ = /[\d°+<>~±-]/;

function readByte(reading: Reading, code: number): void {
  const { group } = reading;
  const letter = String.fromCharCode(code);
  reading.position = "inside";
  if (reading.skipped > 0) reading.skipped -= 1;
  else if (group.use === "text") reading.pending.push(code);
  else if (group.use === "marker" && MAY_BE_READ.test(letter)) group.story.tellBeside(NAMES.numbered);
  else if (group.use === "name" && group.property) group.property.name += letter;
  else if (group.use === "instruction") group.story.fields.addInstruction(letter);
  else if (group.use === "fonts") reading.fonts.byte(code);
  else if (group.use === "colours") reading.colours.byte(code);
}

function closeGroup(reading: Reading): void {
  const { group, stories } = reading;
  const parent = reading.around.pop() ?? damaged("accolade fermante en trop");
  const { shape, field, style, use, story } = group;
  if (use === "styles" && (parent.use === "styles" || style.number === DEFAULTS))
    stories.styles.keep(style.number, style.said, style.isPart);
  if (field?.isBegun && parent.field !== field) parent.story.endField();
  if (shape && parent.story !== story) shape.blocks.push(...story.finish());
  if (shape && shape !== parent.shape) endShape(reading, shape, parent);
  reading.group = parent;
  reading.position = reading.around.length === 0 ? "start" : "inside";
  reading.skipped = 0;
}

/** Where a text box lies on the page is not followed: its text is read, and what a table in it holds is told. */
function endShape(reading: Reading, { isOver, blocks }: Shape, { story }: Group): void {
  const isText = blocks.every(({ kind }) => kind === "paragraph");
  const holdsWords = blocks.some((block) => block.kind === "table" || /\p{L}/u.test(block.text));
  // What a header draws lies under the text; what is laid over a figure to show another one has no words.
  reading.isLaidOver ||= isOver && !holdsWords && story === reading.stories.body;
  story.addBox(isText ? blocks : withConstructsIn(blocks, [NAMES.boxedTable]));
}

function readWord(reading: Reading, token: Word): void {
  const { group, position, colours } = reading;
  const word = colours.coloured(token);
  if (word.name === "*" && position === "start") {
    reading.position = "starred";
    return;
  }
  reading.position = "inside";
  noteWord(reading, word);
  const mayBeDestination = position !== "inside" && group.use !== "skip";
  const isStarred = position === "starred";
  const change = mayBeDestination ? destinationOf(word.name, isStarred, group, reading.stories) : undefined;
  if (change?.use === "instruction" && group.field && !group.field.isBegun) {
    group.story.fields.begin();
    group.field.isBegun = true;
  }
  if (change) reading.group = { ...group, ...change };
  else if (group.use === "fonts") reading.fonts.word(word);
  else if (group.use === "colours") colours.word(word);
  else if (group.use === "styles") reading.group = { ...group, style: styleWith(group.style, word) };
  else if (group.use !== "skip") readTextWord(reading, word);
}
