/** The tags of an HTML page in their order, and what the page says of its look. Wraps htmlparser2. */
import { Parser } from "htmlparser2";
import { MAX_DEPTH } from "../../contract/limits.ts";
import type { OtherLook } from "../../contract/may-look-otherwise.ts";
import { onScreen } from "./media.ts";

/** Elements open at one time: unclosed <font> or <p> of a careless export add up, never to this. */
const MAX_OPEN_ELEMENTS = 10 * MAX_DEPTH;

/** Nested beyond the limits. */
export const TOO_DEEP = "too-deep";

export interface TagListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (data: string) => void;
  /** `isImplied`: the page ends, or another tag does, before its own end tag. */
  readonly close: (isImplied: boolean) => void;
  /** Tables open at one time. */
  readonly depth: () => number;
}

/** false: nested beyond the limits. */
export function scan(text: string, listener: TagListener): boolean {
  let isDeep = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        // The parser's own stack of open elements is slow when deep.
        if (++depth > MAX_OPEN_ELEMENTS || (name === "table" && listener.depth() >= MAX_DEPTH)) isDeep = true;
        if (isDeep) parser.pause();
        else listener.open(name, attributes);
      },
      ontext: listener.text,
      onclosetag(_, isImplied) {
        depth--;
        if (!isDeep) listener.close(isImplied);
      },
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < text.length && !isDeep; at += 65_536) parser.write(text.slice(at, at + 65_536));
  if (!isDeep) parser.end();
  return !isDeep;
}

/** What a page says of its own look. */
export interface PageLook {
  /** The texts of <style>, in their order: one at the end of the page bears on its beginning. */
  readonly sheets: readonly string[];
  /** A style sheet stands elsewhere. */
  readonly asksForMore: boolean;
  /** A program may change what the page shows. */
  readonly hasProgram: boolean;
}

export function lookOfPage(text: string): PageLook | typeof TOO_DEEP {
  if (!/<(?:style|link|script|meta)|\son[a-z]+\s*=|javascript:/i.test(text))
    return { sheets: [], asksForMore: false, hasProgram: false };
  const sheets: string[] = [];
  const open: ("sheet" | "program" | null)[] = [];
  let asksForMore = false;
  let hasProgram = false;
  const isWhole = scan(text, {
    open: (name, attributes) => {
      const { media = "", rel = "", type = "", src } = attributes;
      const applies = onScreen(media);
      if (name === "link" && /\bstylesheet\b/i.test(rel) && !/alternate/i.test(rel) && applies !== "no")
        asksForMore = true;
      const isSheet = name === "style" && applies !== "no";
      const isProgram =
        name === "script" &&
        /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script.*|(?:text\/)?vbscript)$/i.test(type);
      // Another page may come in place of this one.
      const isMovedOn = name === "meta" && /^refresh$/i.test(attributes["http-equiv"] ?? "");
      const runs = Object.entries(attributes).some(
        ([key, value]) => /^on[a-z]/.test(key) || (key === "src" && /^\s*javascript:/i.test(value)),
      );
      if ((isProgram && src !== undefined) || isMovedOn || runs) hasProgram = true;
      open.push(isSheet ? "sheet" : isProgram ? "program" : null);
      // A sheet for some windows only stands in a group of its own.
      if (isSheet) sheets.push(applies === "maybe" ? `@media ${media} {` : "");
    },
    text: (data) => {
      if (open.at(-1) === "sheet") sheets[sheets.length - 1] += data;
      else if (open.at(-1) === "program" && data.trim() !== "") hasProgram = true;
    },
    close: () => {
      open.pop();
    },
    depth: () => 0,
  });
  return isWhole ? { sheets, asksForMore, hasProgram } : TOO_DEEP;
}

export const SHEET_APART: OtherLook = "sa feuille de style n'est pas dans le fichier";
export const PROGRAM: OtherLook = "il contient un programme (script), qui n'est pas exécuté et peut changer la page";
