/** .rtf -> one grid. Format: Microsoft RTF specification 1.9.1. Cells are placed by their \cellx edges, so spans need no merge flag. */
import type { Grid, SourceFile } from "../../../model/grid.ts";
import type { Result } from "../../../model/issue.ts";
import { MAX_DEPTH, tooDeep } from "../../contract/limits.ts";
import { LAID_OVER, OWN_FONTS } from "../../contract/may-look-otherwise.ts";
import { refused, unreadable } from "../../contract/reader.ts";
import { NUMBER_SIGN } from "../../seen/list-marker.ts";
import { lookInFont } from "../../seen/symbol-fonts.ts";
import { assembleDocument, type Block } from "../document.ts";
import { joinStories } from "../document-flow.ts";
import { besideField, isLinkField } from "../word-fields.ts";
import { keepStyle, styleChange, textChange } from "./rtf-changes.ts";
import { CHARACTERS, CODE_PAGES, WESTERN } from "./rtf-codes.ts";
import {
  createGroup,
  createStories,
  destinationOf,
  type Group,
  type OwnPages,
  readStories,
  type Stories,
} from "./rtf-groups.ts";
import { createRtfStyles, DEFAULTS, lookOf, type RtfStyles, wholeParagraph } from "./rtf-look.ts";
import { blocksIn, fillColour, isLaidOver, noteShape } from "./rtf-shape.ts";
import { type ColourTable, createColourTable, createFontTable, type FontTable } from "./rtf-tables.ts";
import { type RtfToken, tokenizeRtf, type Word } from "./rtf-tokens.ts";

const FORMAT = "un document RTF";

export async function readRtf(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const read = parseRtf(file.bytes);
  if (read === TOO_DEEP) return refused(tooDeep(file.path));
  if (typeof read === "string") return refused(unreadable(file, FORMAT, read));
  return assembleDocument(file.path, read.blocks, [read.bringsFonts && OWN_FONTS, read.isLaidOver && LAID_OVER]);
}

const TOO_DEEP = "too-deep";

/** What is known while the document is read. */
interface Reading {
  readonly stories: Stories;
  readonly fonts: FontTable;
  readonly colours: ColourTable;
  readonly styles: RtfStyles;
  /** Code page of the document, where the font says nothing. */
  codePage: string;
  group: Group;
  /** The groups around it. */
  readonly around: Group[];
  /** Within a group just opened, a destination may follow. */
  position: "start" | "starred" | "inside";
  /** Bytes still to skip after \u. */
  skipped: number;
  /** A font stands within the file. */
  bringsFonts: boolean;
  /** A drawing lies on the page, outside the cells. */
  isLaidOver: boolean;
  /** Bytes of one run, decoded together. */
  readonly pending: number[];
  /** Of a text that names no font. */
  defaultFont: number | null;
  readonly pages: OwnPages;
}

interface ReadDocument {
  readonly blocks: readonly Block[];
  readonly bringsFonts: boolean;
  readonly isLaidOver: boolean;
}

/** Blocks in reading order, page headers first and footers last; in words, what is wrong otherwise. */
function parseRtf(bytes: Uint8Array): ReadDocument | string {
  const stories = createStories();
  const styles = createRtfStyles();
  const reading: Reading = {
    stories,
    fonts: createFontTable(),
    colours: createColourTable(styles),
    styles,
    codePage: WESTERN,
    group: createGroup(stories.body),
    around: [],
    position: "inside",
    skipped: 0,
    bringsFonts: false,
    isLaidOver: false,
    pending: [],
    defaultFont: null,
    pages: { hasFirst: false, hasLeft: false },
  };
  for (const token of tokenizeRtf(bytes)) {
    const fault = readToken(reading, token);
    if (fault !== undefined) return fault;
  }
  if (reading.around.length > 0) return `${reading.around.length} accolades ne sont pas fermées`;
  const blocks = joinStories(readStories(stories, reading.pages).map((story) => story.finish()));
  if (typeof blocks === "string") return blocks;
  return { blocks, bringsFonts: reading.bringsFonts, isLaidOver: reading.isLaidOver };
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
  if (token.kind === "open") return openGroup(reading);
  if (token.kind === "close") return closeGroup(reading);
  return readWord(reading, token);
}

function readByte(reading: Reading, code: number): undefined {
  reading.position = "inside";
  if (reading.skipped > 0) reading.skipped -= 1;
  else if (reading.group.use === "text") reading.pending.push(code);
  else if (reading.group.use === "marker") reading.group.story.addMarker(String.fromCharCode(code));
  else if (reading.group.use === "instruction" && reading.group.field)
    reading.group.field.instruction += String.fromCharCode(code);
  else if (reading.group.use === "properties" && reading.group.shape)
    reading.group.shape.properties += String.fromCharCode(code);
  else if (reading.group.use === "fonts") reading.fonts.byte(code);
  else if (reading.group.use === "colours") reading.colours.byte(code);
}

function addPending(reading: Reading): void {
  const { pending, fonts, group } = reading;
  if (pending.length === 0) return;
  const codePage = fonts.find(group.font)?.codePage ?? reading.codePage;
  add(reading, new TextDecoder(codePage).decode(Uint8Array.from(pending.splice(0))));
}

function add({ group, fonts, styles, defaultFont }: Reading, text: string): void {
  if (group.use !== "text") return;
  if (group.field && text.trim() !== "") group.field.isShown = true;
  const { format, paragraph, story, ground } = group;
  const {
    size,
    font: number,
    ...look
  } = lookOf(
    {
      format,
      paragraph,
      isInTable: story.isInTable(),
      cell: story.cellShade(),
      tableStyle: story.tableStyle(),
      ground,
    },
    styles,
  );
  const font = fonts.find(number ?? defaultFont);
  const type = { size: size / 2, isLink: group.field !== null && isLinkField(group.field) };
  const kind = look.kind ?? (group.field?.isPrivate ? "unsure" : null);
  const seen = lookInFont({ ...look, type, kind }, text, font?.name ?? "", font?.isSymbols);
  if (seen) story.add(text, seen);
}

/** Numbers and dates that Word finds; the mark of a note, where it is not raised. */
const FOUND: ReadonlySet<string> = new Set(["chpgn", "chdate", "chtime", "chdpl", "chdpa", "sectnum"]);

function openGroup(reading: Reading): string | undefined {
  if (reading.around.length >= MAX_DEPTH) return TOO_DEEP;
  reading.around.push(reading.group);
  reading.position = "start";
  reading.skipped = 0;
  return undefined;
}

function closeGroup(reading: Reading): string | undefined {
  const { group, stories } = reading;
  const parent = reading.around.pop();
  if (!parent) return "accolade fermante en trop";
  if (group.use === "styles" && (parent.use === "styles" || group.style.number === DEFAULTS))
    keepStyle(group, reading.styles);
  if (group.field && parent.field !== group.field) parent.story.addBeside(...besideField(group.field));
  const endsShape = group.shape !== null && group.shape !== parent.shape;
  if (group.use === "properties" && group.shape && endsShape) {
    const { styles } = reading;
    styles.page = { ...styles.page, colour: fillColour(group.shape) };
  }
  // What a header draws lies under the text.
  if (group.use === "shape" && group.shape && endsShape && parent.story === stories.body)
    reading.isLaidOver ||= isLaidOver(group.shape);
  if (group.shape && endsShape) parent.story.addBlocks(blocksIn(group.shape));
  // A text box ends; page headers and footers end with the document.
  if (parent.story !== group.story && ![...stories.ofPages.values()].includes(group.story)) {
    const blocks = group.story.finish();
    if (typeof blocks === "string") return blocks;
    if (group.shape) group.shape.blocks.push(...blocks);
    else parent.story.addBlocks(blocks);
  }
  reading.group = parent;
  reading.position = reading.around.length === 0 ? "start" : "inside";
  reading.skipped = 0;
  return undefined;
}

function readWord(reading: Reading, word: Word): undefined {
  const { name, value } = word;
  const { group, position } = reading;
  if (name === "*" && position === "start") {
    reading.position = "starred";
    return;
  }
  if (name === "fontemb") reading.bringsFonts = true;
  if (name === "falt") reading.fonts.word(word);
  if (name === "fldpriv" && group.field) group.field.isPrivate = true;
  if (name === "flddirty" && group.field) group.field.isDirty = true;
  if (name === "viewbksp") reading.styles.page = { ...reading.styles.page, isPainted: value !== 0 };
  if (name === "titlepg") reading.pages.hasFirst ||= value !== 0;
  if (name === "facingp") reading.pages.hasLeft ||= value !== 0;
  if (name === "deff") reading.defaultFont = value ?? 0;
  if (group.shape) noteShape(group.shape, word);
  const mayBeDestination = position !== "inside" && group.use !== "skip";
  const change = mayBeDestination ? destinationOf(name, position === "starred", group, reading.stories) : undefined;
  reading.position = "inside";
  if (change) reading.group = { ...group, ...change };
  else if (group.use === "skip" || group.use === "properties") return;
  else if (group.use === "fonts") reading.fonts.word(word);
  else if (group.use === "colours") reading.colours.word(word);
  else if (group.use === "styles") reading.group = { ...group, ...styleChange(group, word, reading.styles) };
  else if (name === "u") {
    add(reading, String.fromCharCode(value ?? 0));
    reading.skipped = group.fallback;
  } else if (reading.skipped > 0 && name !== "uc") reading.skipped -= 1;
  else if (name === "ansicpg") reading.codePage = CODE_PAGES[value ?? 0] ?? reading.codePage;
  else if (name === "mac") reading.codePage = "macintosh";
  else if (CHARACTERS[name] !== undefined) add(reading, CHARACTERS[name]);
  else {
    const { position: height = "baseline" } = group.format;
    const isNote = name === "chftn";
    if (group.use === "text" && (FOUND.has(name) || (isNote && height === "baseline")))
      group.story.addBeside({ kind: "other", text: NUMBER_SIGN });
    else if (group.use === "text" && isNote) group.story.addNoteMark();
    if (group.use === "text") group.story.control(name, value, group.nested);
    if (group.use === "text" && name === "s" && wholeParagraph({ style: value ?? 0 }, reading.styles).isListed)
      group.story.addMarker(NUMBER_SIGN);
    reading.group = { ...group, ...textChange(group, word, reading.styles) };
  }
}
