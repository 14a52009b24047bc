/** .rtf -> one grid. Format: Microsoft RTF specification 1.9.1. Cells are placed by their \cellx edges, so spans need no merge flag. */
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Result } from "../../model/issue.ts";
import { MAX_DEPTH, tooDeep } from "../contract/limits.ts";
import { refused, unreadable } from "../contract/reader.ts";
import { assembleDocument, type Block, superscript } from "./document.ts";
import { createStory, type RtfStory } from "./rtf-story.ts";
import { tokenizeRtf } from "./rtf-tokens.ts";

const FORMAT = "un document RTF";

export async function readRtf(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const read = parseRtf(file.bytes);
  if (read === "too-deep") return refused(tooDeep(file.path));
  return typeof read === "string" ? refused(unreadable(file, FORMAT, read)) : assembleDocument(file.path, read);
}

/** What a group sets for itself and for the groups within. */
interface Group {
  /** skip: settings, pictures, fields' instructions…: nothing of it is read. shape: only its text box is. */
  readonly use: "text" | "skip" | "shape" | "fonts";
  readonly story: RtfStory;
  readonly nested: boolean;
  readonly codePage: string;
  readonly hidden: boolean;
  readonly raised: boolean;
  /** \uc: bytes after \u for readers without Unicode. */
  readonly fallback: number;
}
type Destination = (group: Group) => Partial<Group>;

const words = (text: string): readonly string[] => text.split(" ");
const SKIPPED: ReadonlySet<string> = new Set(
  words(
    "colortbl stylesheet info pict object fldinst footnote annotation listtext pntext pntxta pntxtb nonshppict shprslt sp tc xe rxe nonesttables filetbl private ftnsep ftnsepc ftncn do upr",
  ),
);
const HEADERS: ReadonlySet<string> = new Set(words("header headerl headerr headerf"));
const FOOTERS: ReadonlySet<string> = new Set(words("footer footerl footerr footerf"));

const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ tab: "\t", line: "\n", lbr: "\n", "~": "\u00a0", _: "-", emdash: "—", endash: "–", bullet: "•" },
  ...{ emspace: "\u2003", enspace: "\u2002", qmspace: "\u2005" },
  ...{ lquote: "‘", rquote: "’", ldblquote: "“", rdblquote: "”" },
};

/** \fcharset -> code page; those not listed are read in the document's own. */
const CHARSETS: Readonly<Record<number, string>> = {
  ...{ 0: "windows-1252", 77: "macintosh", 161: "windows-1253", 162: "windows-1254", 186: "windows-1257" },
  ...{ 204: "windows-1251", 238: "windows-1250" },
};
const CODE_PAGES: Readonly<Record<number, string>> = {
  ...{ 1250: "windows-1250", 1251: "windows-1251", 1252: "windows-1252", 1253: "windows-1253", 1254: "windows-1254" },
  ...{ 1257: "windows-1257", 10000: "macintosh", 28591: "latin1", 28605: "iso-8859-15", 65001: "utf-8" },
};

/** Blocks in reading order, page headers first and footers last; in words, what is wrong otherwise. */
function parseRtf(bytes: Uint8Array): readonly Block[] | string {
  const body = createStory();
  const header = createStory("en-tête de page");
  const footer = createStory("pied de page");
  const fonts = new Map<number, string>();
  let font = 0; // being defined, within the font table
  let documentPage = "windows-1252";
  let group: Group = {
    ...{ use: "text", story: body, nested: false, codePage: documentPage, hidden: false, raised: false, fallback: 1 },
  };
  const groups: Group[] = [];
  let position: "start" | "starred" | "inside" = "inside"; // within a group just opened, a destination may follow
  let skipped = 0; // bytes still to skip after \u
  let pending: number[] = []; // bytes of one run, decoded together

  const flush = (): void => {
    if (pending.length === 0) return;
    const text = new TextDecoder(group.codePage).decode(Uint8Array.from(pending));
    pending = [];
    add(text);
  };
  const add = (text: string): void => {
    if (group.use === "text" && !group.hidden) group.story.add(group.raised ? superscript(text) : text);
  };

  const box = (): Partial<Group> => ({ use: "text", story: createStory(), hidden: false, raised: false });
  const destinations: Readonly<Record<string, Destination>> = {
    fonttbl: () => ({ use: "fonts" }),
    shpinst: () => ({ use: "shape" }),
    shptxt: box,
    nesttableprops: () => ({ nested: true }),
  };
  /** The group's destination, told by its first word. Unknown ones marked \* are skipped, as the specification asks. */
  const destination = (name: string, starred: boolean): Partial<Group> | undefined => {
    if (SKIPPED.has(name)) return { use: "skip" };
    if (HEADERS.has(name)) return { use: "text", story: header };
    if (FOOTERS.has(name)) return { use: "text", story: footer };
    if (Object.hasOwn(destinations, name)) return destinations[name]?.(group);
    return starred ? { use: "skip" } : undefined;
  };

  const property = (name: string, value: number | null): Partial<Group> => {
    const on = value !== 0;
    switch (name) {
      case "plain":
        return { hidden: false, raised: false, codePage: documentPage };
      case "v":
      case "deleted":
        return { hidden: on };
      case "super":
        return { raised: on };
      case "up":
        return { raised: (value ?? 6) > 0 };
      case "nosupersub":
      case "sub":
      case "dn":
        return { raised: false };
      case "f":
        return { codePage: fonts.get(value ?? 0) ?? documentPage };
      case "uc":
        return { fallback: Math.max(0, value ?? 1) };
      default:
        return {};
    }
  };

  for (const token of tokenizeRtf(bytes)) {
    if (token.kind === "cut") return "le fichier est coupé";
    if (groups.length === 0 && position !== "inside") {
      // After the last brace: blanks only.
      if (token.kind === "byte" && (token.code === 32 || token.code === 26)) continue;
      return "du contenu suit la dernière accolade";
    }
    if (token.kind === "byte") {
      position = "inside";
      if (skipped > 0) skipped -= 1;
      else if (group.use === "text" && !group.hidden) pending.push(token.code);
      continue;
    }
    flush();
    if (token.kind === "open") {
      if (groups.length >= MAX_DEPTH) return "too-deep";
      groups.push(group);
      position = "start";
      skipped = 0;
    } else if (token.kind === "close") {
      const parent = groups.pop();
      if (!parent) return "accolade fermante en trop";
      if (parent.story !== group.story && group.story !== header && group.story !== footer) {
        const blocks = group.story.finish();
        if (typeof blocks === "string") return blocks;
        parent.story.addBlocks(blocks);
      }
      group = parent;
      position = groups.length === 0 ? "start" : "inside";
      skipped = 0;
    } else {
      const { name, value } = token;
      if (name === "*" && position === "start") {
        position = "starred";
        continue;
      }
      const change =
        position === "inside" || group.use === "skip" ? undefined : destination(name, position === "starred");
      position = "inside";
      if (change) group = { ...group, ...change };
      else if (group.use === "skip") continue;
      else if (group.use === "fonts") {
        if (name === "f") font = value ?? 0;
        else if (name === "fcharset") fonts.set(font, CHARSETS[value ?? 0] ?? documentPage);
      } else if (name === "u") {
        add(String.fromCharCode((value ?? 0) & 0xffff));
        skipped = group.fallback;
      } else if (skipped > 0 && name !== "uc") skipped -= 1;
      else if (name === "ansicpg") {
        documentPage = CODE_PAGES[value ?? 0] ?? documentPage;
        group = { ...group, codePage: documentPage };
      } else if (name === "mac") {
        documentPage = "macintosh";
        group = { ...group, codePage: documentPage };
      } else if (CHARACTERS[name] !== undefined) add(CHARACTERS[name]);
      else if (group.use !== "text" || !group.story.control(name, value, group.nested))
        group = { ...group, ...property(name, value) };
    }
  }
  if (groups.length > 0) return `${groups.length} accolades ne sont pas fermées`;
  const parts = [header.finish(), body.finish(), footer.finish()];
  const fault = parts.find((part) => typeof part === "string");
  return typeof fault === "string" ? fault : parts.flatMap((part) => (typeof part === "string" ? [] : part));
}
