/** .rtf -> one grid. Format: Microsoft RTF specification 1.9.1. Cells are placed by their \cellx edges, so spans need no merge flag. */
import type { Grid, SourceFile } from "../../../model/grid.ts";
import type { Result } from "../../../model/issue.ts";
import { MAX_DEPTH, tooDeep } from "../../contract/limits.ts";
import { COLOURED, LAID_OVER, OWN_FONTS } from "../../contract/may-look-otherwise.ts";
import { refused, unreadable } from "../../contract/reader.ts";
import { NAMES } from "../../plain/rule.ts";
import { assembleDocument, commentsIn } from "../document.ts";
import { joinStories } from "../document-flow.ts";
import { withConstructsIn } from "../row-definition.ts";
import { destinationOf, type Group, type Shape } from "./rtf-groups.ts";
import { addPending, newReading, noteWord, type Reading, readTextWord } from "./rtf-reading.ts";
import { DEFAULTS, styleWith } from "./rtf-styles.ts";
import { type RtfToken, tokenizeRtf, type Word } from "./rtf-tokens.ts";

const TOO_DEEP = "too-deep";

export async function readRtf(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const reading = newReading();
  for (const token of tokenizeRtf(file.bytes)) {
    const fault = readToken(reading, token);
    if (fault === TOO_DEEP) return refused(tooDeep(file.path));
    if (fault !== undefined) return refused(unreadable(file, "un document RTF", fault));
  }
  const open = reading.around.length;
  const stories = reading.stories.made(reading.hasFirst, reading.hasLeft);
  const blocks =
    open > 0 ? `${open} accolades ne sont pas fermées` : joinStories(stories.map((story) => story.finish()));
  const comments = reading.stories.comments.finish();
  if (typeof blocks === "string") return refused(unreadable(file, "un document RTF", blocks));
  if (typeof comments === "string") return refused(unreadable(file, "un document RTF", comments));
  const looks = [reading.bringsFonts && OWN_FONTS, reading.isLaidOver && LAID_OVER, reading.isColoured && COLOURED];
  return assembleDocument(file.path, blocks, looks, commentsIn(comments));
}

/** undefined: all is well so far. */
function readToken(reading: Reading, token: RtfToken): string | undefined {
  if (token.kind === "cut") return "le fichier est coupé";
  if (reading.around.length === 0 && reading.position !== "inside") {
    // After the last brace: blanks only.
    const isBlank = token.kind === "byte" && (token.code === 32 || token.code === 26);
    return isBlank ? undefined : "du contenu suit la dernière accolade";
  }
  if (token.kind === "byte") return readByte(reading, token.code);
  addPending(reading);
  if (token.kind === "close") return closeGroup(reading);
  if (token.kind === "word") return readWord(reading, token);
  if (reading.around.length >= MAX_DEPTH) return TOO_DEEP;
  reading.around.push(reading.group);
  [reading.position, reading.skipped] = ["start", 0];
  return undefined;
}

/** Before a figure, one reads them with it. */
const MAY_BE_READ = /[\d°+<>~±-]/;

function readByte(reading: Reading, code: number): undefined {
  const { group } = reading;
  const letter = String.fromCharCode(code);
  reading.position = "inside";
  if (reading.skipped > 0) reading.skipped -= 1;
  else if (group.use === "text") reading.pending.push(code);
  else if (group.use === "marker" && MAY_BE_READ.test(letter)) group.story.tellBeside(NAMES.numbered);
  else if (group.use === "instruction") reading.fields.addInstruction(letter);
  else if (group.use === "fonts") reading.fonts.byte(code);
  else if (group.use === "colours") reading.colours.byte(code);
}

function closeGroup(reading: Reading): string | undefined {
  const { group, stories } = reading;
  const parent = reading.around.pop();
  if (!parent) return "accolade fermante en trop";
  const { shape, field, style, use, story } = group;
  if (use === "styles" && (parent.use === "styles" || style.number === DEFAULTS)) stories.styles.keep(style);
  if (field?.isBegun && parent.field !== field) parent.story.tell(...reading.fields.end(parent.story.isInTable()));
  if (shape && parent.story !== story) {
    const blocks = story.finish();
    if (typeof blocks === "string") return blocks;
    shape.blocks.push(...blocks);
  }
  if (shape && shape !== parent.shape) endShape(reading, shape, parent);
  reading.group = parent;
  reading.position = reading.around.length === 0 ? "start" : "inside";
  reading.skipped = 0;
  return undefined;
}

/** Where a text box lies on the page is not followed: its text is read, and what a table in it holds is told. */
function endShape(reading: Reading, { isOver, blocks }: Shape, { story }: Group): void {
  const isText = blocks.every(({ kind }) => kind === "paragraph");
  const holdsWords = blocks.some((block) => block.kind === "table" || /\p{L}/u.test(block.text));
  // What a header draws lies under the text; what is laid over a figure to show another one has no words.
  reading.isLaidOver ||= isOver && !holdsWords && story === reading.stories.body;
  story.addBlocks(isText ? blocks : withConstructsIn(blocks, ["tableau dans une zone de texte"]));
}

function readWord(reading: Reading, word: Word): undefined {
  const { group, position } = reading;
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
    reading.fields.begin(reading.isDirty);
    group.field.isBegun = true;
  }
  if (change) reading.group = { ...group, ...change };
  else if (group.use === "fonts") reading.fonts.word(word);
  else if (group.use === "colours") reading.colours.word(word);
  else if (group.use === "styles") reading.group = { ...group, style: styleWith(group.style, word) };
  else if (group.use !== "skip") readTextWord(reading, word);
}
