/** What an HTML page says of its own look: its style sheets, and what may change it. */
import type { OtherLook } from "../../contract/may-look-otherwise.ts";
import { type Page, walk } from "./html-tags.ts";
import { onScreen } from "./media.ts";

export interface PageLook {
  /** The texts of <style>, in their order: one at the end of the page bears on its beginning. */
  readonly sheets: readonly string[];
  /** A style sheet stands elsewhere. */
  readonly asksForMore: boolean;
  /** A program may change what the page shows. */
  readonly hasProgram: boolean;
}

export function lookOfPage(page: Page): PageLook {
  const sheets: string[] = [];
  const open: ("sheet" | "program" | "template" | null)[] = [];
  let asksForMore = false;
  let hasProgram = false;
  walk(page, {
    open: (name, attributes) => {
      const { media = "", rel = "", type = "", src } = attributes;
      const applies = onScreen(media);
      if (name === "link" && /\bstylesheet\b/i.test(rel) && !/alternate/i.test(rel) && applies !== "no")
        asksForMore = true;
      // That of a template is none of the page.
      const isSheet =
        name === "style" && applies !== "no" && /^(?:|text\/css)$/i.test(type) && !open.includes("template");
      const isProgram =
        name === "script" &&
        /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script.*|(?:text\/)?vbscript)$/i.test(type);
      // Another page may come in place of this one.
      const isMovedOn = name === "meta" && /^refresh$/i.test(attributes["http-equiv"] ?? "");
      const runs = Object.entries(attributes).some(
        ([key, value]) => /^on[a-z]/.test(key) || (key === "src" && /^\s*javascript:/i.test(value)),
      );
      if ((isProgram && src !== undefined) || isMovedOn || runs) hasProgram = true;
      open.push(isSheet ? "sheet" : isProgram ? "program" : name === "template" ? "template" : null);
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
  });
  return { sheets, asksForMore, hasProgram };
}

export const SHEET_APART: OtherLook = "sa feuille de style n'est pas dans le fichier";
export const PROGRAM: OtherLook = "il contient un programme (script), qui n'est pas exécuté et peut changer la page";
