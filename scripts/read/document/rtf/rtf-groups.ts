/** Groups of an RTF text: what one sets for itself and for those within, and what its first word says that it is for. */
import { NAMES } from "../../plain/rule.ts";
import { type Block, withPages } from "../document.ts";
import { IN_BOX } from "../story.ts";
import { NOTHING_SAID, type Said, saidWith, type Word } from "../word/word-said.ts";
import { DEFAULTS, type WordStyles } from "../word/word-styles.ts";
import { createRtfStory, type RtfStory } from "./rtf-story.ts";

/** A drawing. `isOver`: the text does not run around it, and it is not behind it. `blocks`: its own text. */
export interface Shape {
  isOver: boolean;
  readonly blocks: Block[];
}

/** A style being defined. `isPart`: it is about a part of a table. */
interface StyleHead {
  readonly number: number;
  readonly said: Said;
  readonly isPart: boolean;
}
const NEW_STYLE: StyleHead = { number: 0, said: NOTHING_SAID, isPart: false };
const PART_OF_TABLE = /^tsc(?:(?:first|last)(?:row|col)|band(?:horz|vert)(?:odd|even)|[ns][ew]cell)$/;

/** One word of the definition of a style. */
export const styleWith = (style: StyleHead, word: Word): StyleHead => {
  if (["s", "cs", "ds", "ts"].includes(word.name)) return { ...style, number: word.value ?? 0 };
  if (PART_OF_TABLE.test(word.name)) return { ...style, isPart: true };
  return { ...style, said: saidWith(style.said, word) };
};

export interface Group {
  /**
   * marker: the number or bullet of a list. skip: settings, pictures: nothing of it is read. around: only what a destination within it
   * opens is: the text box of a drawing, the result of an object, the Unicode one of two texts. name: of a property of a drawing.
   */
  readonly use: "text" | "marker" | "skip" | "around" | "name" | "instruction" | "fonts" | "styles" | "colours";
  readonly story: RtfStory;
  /** The field that it stands in. */
  readonly field: { isBegun: boolean } | null;
  /** The drawing that it stands in. */
  readonly shape: Shape | null;
  /** The property of it that is being said. */
  readonly property: { name: string } | null;
  readonly character: Said;
  readonly paragraph: Said;
  /** \uc: bytes after \u for readers without Unicode. */
  readonly fallback: number;
  /** Within the style sheet: the style being defined. */
  readonly style: StyleHead;
}

export const createGroup = (story: RtfStory): Group => ({
  use: "text",
  story,
  field: null,
  shape: null,
  property: null,
  character: NOTHING_SAID,
  paragraph: NOTHING_SAID,
  fallback: 1,
  style: NEW_STYLE,
});

const HEADERS: readonly string[] = ["header", "headerl", "headerr", "headerf"];
const FOOTERS: readonly string[] = ["footer", "footerl", "footerr", "footerf"];

export type Stories = ReturnType<typeof createStories>;

/** The parts of a document that are read; headers and footers by their word: "headerf". */
export function createStories(styles: WordStyles) {
  const body = createRtfStory(styles);
  const ofPages = new Map([...HEADERS, ...FOOTERS].map((word) => [word, createRtfStory(styles)]));
  return {
    styles,
    body,
    comments: [] as RtfStory[],
    /** At the foot of the pages, and at the end. */
    notes: [] as RtfStory[],
    ofPages,
    /** In their order. Headers and footers of pages that the document does not make otherwise (the first one, left ones) are seen nowhere. */
    finish: (hasFirst: boolean, hasLeft: boolean): readonly Block[] => {
      const isMade = (word: string): boolean => (word.endsWith("f") ? hasFirst : !word.endsWith("l") || hasLeft);
      const of = (words: readonly string[]) =>
        words.filter(isMade).flatMap((word) => ofPages.get(word)?.finish() ?? []);
      return withPages(of(HEADERS), body.finish(), of(FOOTERS));
    },
  };
}

type Destination = (group: Group, stories: Stories) => Partial<Group>;

const skip: Destination = () => ({ use: "skip" });
const same: Destination = ({ use }) => ({ use });
const ifText =
  (then: Group["use"]): Destination =>
  ({ use }) => ({ use: use === "text" ? then : "skip" });
/** What is seen there and is no text. */
const telling =
  (tell: (story: RtfStory) => void): Destination =>
  ({ use, story }) => {
    if (use === "text") tell(story);
    return { use: "skip" };
  };
const formula = telling((story) => story.addConstruct(NAMES.formula));
const textBox: Destination = ({ shape }, { styles }) => ({
  ...createGroup(createRtfStory(styles, IN_BOX)),
  shape,
});
const drawing: Destination = ({ use, story }) => {
  if (use !== "text") return { use: "around" };
  if (story.isInTable()) story.addConstruct(NAMES.covered);
  return { use: "around", shape: { isOver: !story.isInTable(), blocks: [] } };
};
/** A text drawn along a path, as Word's watermark is, is the value of a property. */
const propertyValue: Destination = (group, stories) =>
  group.property?.name.trim() === "gtextUNICODE" ? textBox(group, stories) : { use: "skip" };
const apart =
  (of: "comments" | "notes"): Destination =>
  ({ use }, stories) => {
    if (use !== "text") return { use: "skip" };
    const story = createRtfStory(stories.styles);
    stories[of].push(story);
    return createGroup(story);
  };
const styleSheet =
  (number: number): Destination =>
  () => ({ use: "styles", style: { ...NEW_STYLE, number } });

const SKIPPED =
  "info pntxta pntxtb nonshppict shprslt tc xe rxe nonesttables nesttableprops filetbl private ftnsep ftnsepc ftncn background formfield";
const DESTINATIONS: Readonly<Record<string, Destination>> = {
  ...Object.fromEntries(SKIPPED.split(" ").map((word) => [word, skip])),
  fonttbl: () => ({ use: "fonts" }),
  colortbl: () => ({ use: "colours" }),
  stylesheet: styleSheet(0),
  defchp: styleSheet(DEFAULTS),
  annotation: apart("comments"),
  footnote: apart("notes"),
  shpinst: drawing,
  do: drawing,
  shptxt: textBox,
  sp: ({ use }) => (use === "around" ? { use, property: { name: "" } } : { use: "skip" }),
  sn: ({ property }) => ({ use: property ? "name" : "skip" }),
  sv: propertyValue,
  dptxbxtext: textBox,
  object: () => ({ use: "around" }),
  result: () => ({ use: "text" }),
  shppict: same,
  pict: telling((story) => story.tellBeside(NAMES.picture)),
  listtext: ifText("marker"),
  pntext: ifText("marker"),
  // The numbering of Word 6: a number is drawn where nothing is written.
  pn: telling((story) => story.tellBeside(NAMES.numbered)),
  field: ({ use }) => ({ use, field: use === "text" ? { isBegun: false } : null }),
  // Within the table of fonts: the font itself.
  fontemb: same,
  falt: same,
  fldinst: ifText("instruction"),
  mmath: formula,
  moMath: formula,
  moMathPara: formula,
  upr: ifText("around"),
  ud: () => ({ use: "text" }),
};

/**
 * What the first word of a group changes in it; undefined: the word is no destination. Unknown ones marked \* are skipped, as the
 * specification asks.
 */
export function destinationOf(
  name: string,
  starred: boolean,
  group: Group,
  stories: Stories,
): Partial<Group> | undefined {
  if (group.use === "styles") return undefined;
  if (Object.hasOwn(DESTINATIONS, name)) return DESTINATIONS[name]?.(group, stories);
  const story = stories.ofPages.get(name);
  if (story) return createGroup(story);
  return starred ? { use: "skip" } : undefined;
}
