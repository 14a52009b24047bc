/** Groups of an RTF text: what one sets for itself and for those within, and what its first word says that it is for. */

import { NUMBER_SIGN } from "../../seen/list-marker.ts";
import { PAGE_FOOTER, PAGE_HEADER } from "../document.ts";
import type { Ground } from "../ink.ts";
import type { Field } from "../word-fields.ts";
import { DEFAULTS } from "./rtf-look.ts";
import type { CharacterFormat, ParagraphFormat } from "./rtf-properties.ts";
import { createShape, fillOf, type Shape } from "./rtf-shape.ts";
import { createStory, type RtfStory } from "./rtf-story.ts";

/** `isDirty`: \flddirty. */
interface RtfField extends Field {
  /** \fldpriv: its result is not to be shown. */
  isPrivate: boolean;
}

export interface Group {
  /**
   * marker: the number or bullet of a list. skip: settings, pictures, instructions of fields: nothing of it is read. shape: only its text box, or the result of its
   * object, is. instruction: of a field, which only tells that it is filled in by hand. properties: of a drawing, or of what the page has behind its text. alternatives: the same text twice, of which the one in Unicode (\ud) is read.
   */
  readonly use:
    | "text"
    | "marker"
    | "skip"
    | "properties"
    | "shape"
    | "alternatives"
    | "instruction"
    | "fonts"
    | "styles"
    | "colours";
  readonly story: RtfStory;
  /** Within \nesttableprops. */
  readonly nested: boolean;
  /** The field that it stands in: its result may be missing. */
  readonly field: RtfField | null;
  /** The drawing that it stands in. */
  readonly shape: Shape | null;
  /** What the text box that it stands in has behind its text; undefined: the page, as elsewhere. */
  readonly ground: Ground | undefined;
  /** Number of the font; null: the document's own. */
  readonly font: number | null;
  readonly format: CharacterFormat;
  readonly paragraph: ParagraphFormat;
  /** \uc: bytes after \u for readers without Unicode. */
  readonly fallback: number;
  /** Within the style sheet: the style being defined. */
  readonly style: StyleHead;
}

interface StyleHead {
  readonly number: number;
  readonly basedOn?: number | undefined;
  /** Of a table: indexes of the colours that it puts behind some of its cells, or all. */
  readonly shades: readonly number[];
  /** It is about the first row, or another part of the table: which cells are in it is not followed. */
  readonly isPartial?: boolean;
}

export const createGroup = (story: RtfStory): Group => ({
  use: "text",
  story,
  nested: false,
  field: null,
  shape: null,
  ground: undefined,
  font: null,
  format: {},
  paragraph: { style: 0 },
  fallback: 1,
  style: { number: 0, shades: [] },
});

/** The parts of a document that are read. */
export interface Stories {
  readonly body: RtfStory;
  /** Headers and footers, by their word: "headerf". */
  readonly ofPages: ReadonlyMap<string, RtfStory>;
}

const HEADERS: readonly string[] = ["header", "headerl", "headerr", "headerf"];
const FOOTERS: readonly string[] = ["footer", "footerl", "footerr", "footerf"];
export const createStories = (): Stories => ({
  body: createStory(),
  ofPages: new Map([
    ...HEADERS.map((name): [string, RtfStory] => [name, createStory(PAGE_HEADER)]),
    ...FOOTERS.map((name): [string, RtfStory] => [name, createStory(PAGE_FOOTER)]),
  ]),
});

/** Which pages the document says to make otherwise than the others: the first of a section, those at the left. */
export interface OwnPages {
  hasFirst: boolean;
  hasLeft: boolean;
}

/** In the order in which they are read; those of pages that the document does not make are seen nowhere. */
export function readStories({ body, ofPages }: Stories, { hasFirst, hasLeft }: OwnPages): readonly RtfStory[] {
  const made = (names: readonly string[]): readonly RtfStory[] =>
    names.flatMap((name) => {
      const isMade = name.endsWith("f") ? hasFirst : name.endsWith("l") ? hasLeft : true;
      return isMade ? (ofPages.get(name) ?? []) : [];
    });
  return [...made(HEADERS), body, ...made(FOOTERS)];
}

const words = (text: string): readonly string[] => text.split(" ");
const SKIPPED: ReadonlySet<string> = new Set(
  words(
    "info footnote annotation pntxta pntxtb nonshppict shprslt tc xe rxe nonesttables filetbl private ftnsep ftnsepc ftncn",
  ),
);

type Destination = (group: Group) => Partial<Group>;

const textBox: Destination = ({ shape }) => {
  const { use, story, format, paragraph } = createGroup(createStory());
  return { use, story, format, paragraph, ground: shape ? fillOf(shape) : undefined };
};

/** A drawing stands somewhere on the page; anchored in a cell, it may cover its figure. */
const drawing: Destination = ({ use, story }) => {
  if (use !== "text") return { use: "shape" };
  story.addBeside({ kind: "covered", text: "" });
  return { use: "shape", shape: createShape(story.isInTable()) };
};

/** What shows something that is not read here. */
const telling =
  (kind: "other" | "unsure"): Destination =>
  ({ use, story }) => {
    if (use === "text") story.addBeside({ kind, text: "" });
    return { use: "skip" };
  };

const marker: Destination = ({ use }) => ({ use: use === "text" ? "marker" : "skip" });

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: () => ({ use: "fonts" }),
  colortbl: () => ({ use: "colours" }),
  stylesheet: () => ({ use: "styles", format: {}, paragraph: {} }),
  defchp: () => ({ use: "styles", format: {}, paragraph: {}, style: { number: DEFAULTS, shades: [] } }),
  shpinst: drawing,
  do: drawing,
  shptxt: textBox,
  dptxbxtext: textBox,
  object: () => ({ use: "shape" }),
  result: () => ({ use: "text" }),
  shppict: ({ use }) => ({ use }),
  pict: telling("other"),
  listtext: marker,
  pntext: marker,
  // The numbering of Word 6: a number is drawn where nothing is written.
  pn: ({ use, story }) => {
    if (use === "text") story.addMarker(NUMBER_SIGN);
    return { use: "skip" };
  },
  field: ({ use, field }) => ({
    use,
    field:
      use === "text" ? { instruction: "", isShown: false, isDirty: false, isPrivate: field?.isPrivate ?? false } : null,
  }),
  // Within the table of fonts: the font itself.
  fontemb: ({ use }) => ({ use }),
  falt: ({ use }) => ({ use }),
  fldinst: ({ use }) => ({ use: use === "text" ? "instruction" : "skip" }),
  mmath: telling("unsure"),
  moMath: telling("unsure"),
  moMathPara: telling("unsure"),
  background: () => ({ use: "properties", shape: createShape() }),
  sp: ({ use, shape }) => ({ use: use === "shape" && shape ? "properties" : "skip" }),
  upr: ({ use }) => ({ use: use === "text" ? "alternatives" : "skip" }),
  nesttableprops: () => ({ nested: true }),
};

/**
 * What the first word of a group changes in it; undefined: the word is no destination. Unknown ones marked \* are skipped, as the
 * specification asks.
 */
export function destinationOf(
  name: string,
  starred: boolean,
  group: Group,
  { ofPages }: Stories,
): Partial<Group> | undefined {
  if (group.use === "alternatives") return name === "ud" ? { use: "text" } : undefined;
  if (group.use === "instruction")
    return name === "formfield" ? telling("other")({ ...group, use: "text" }) : undefined;
  if (group.use === "styles" || group.use === "properties") return undefined;
  if (Object.hasOwn(DESTINATIONS, name)) return DESTINATIONS[name]?.(group);
  if (SKIPPED.has(name)) return { use: "skip" };
  const story = ofPages.get(name);
  if (story) return { use: "text", story };
  return starred ? { use: "skip" } : undefined;
}
