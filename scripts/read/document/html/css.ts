/**
 * The style sheets of an HTML page -> rules, of which only what bears on seeing a text is kept. No other file is fetched. Grammar: CSS Syntax Module Level 3.
 */
import { type Declaration, parseDeclarations } from "./css-declarations.ts";
import { parseSelectors, type Selector } from "./css-selectors.ts";
import { blocksOf, outsideBlocks, splitOutside, withoutComments } from "./css-syntax.ts";
import type { FontSource } from "./html-fonts.ts";
import { groupApplies } from "./media.ts";

export interface Rule {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
  /** Rank in the sheets: the later one wins. */
  readonly order: number;
  /** It may bear on what is seen, or not: it stands for windows of some widths. */
  readonly isOpen: boolean;
}

export interface StyleSheets {
  readonly rules: readonly Rule[];
  /** Families of type that the page brings, or gives another name, in small letters: their signs may be any. */
  readonly ownFonts: ReadonlyMap<string, FontSource>;
  /** Another style sheet is asked for, which is not in the file. */
  readonly asksForMore: boolean;
}

/** Rules nest no deeper than this: groups (@media, @supports, @layer) within groups. */
const MAX_GROUPS = 8;

export function parseStyleSheets(sheets: readonly string[]): StyleSheets {
  const rules: Rule[] = [];
  const ownFonts = new Map<string, FontSource>();
  let asksForMore = false;
  /** `around`: the selectors of the rule that these stand in. */
  const visit = (
    text: string,
    group: { readonly depth: number; readonly isOpen: boolean; readonly around: string },
  ) => {
    if (/(?:^|[;}]|<!--|-->)\s*@import\b/i.test(text)) asksForMore = true;
    for (const { prelude, body } of blocksOf(text, group.around === "")) {
      const { depth, isOpen, around } = group;
      if (depth >= MAX_GROUPS) continue;
      if (prelude.startsWith("@")) {
        const [, name = "", condition = ""] = /^@([\w-]+)\s*([\s\S]*)$/.exec(prelude) ?? [];
        if (name.toLowerCase() === "font-face")
          for (const [family, source] of ownFontOf(body)) ownFonts.set(family, source);
        const applies = groupApplies(name, condition);
        if (applies === undefined || applies === "no") continue;
        const inner = { depth: depth + 1, isOpen: isOpen || applies === "maybe", around };
        if (around !== "") add(body, inner);
        visit(body, inner);
        continue;
      }
      const selectors = around === "" ? prelude : nested(prelude, around);
      const inner = { depth: depth + 1, isOpen, around: selectors };
      add(body, inner);
      if (body.includes("{")) visit(body, inner);
    }
  };
  const add = (body: string, { isOpen, around }: { readonly isOpen: boolean; readonly around: string }): void => {
    const declarations = parseDeclarations(outsideBlocks(body));
    if (declarations.length === 0) return;
    for (const selector of parseSelectors(around)) rules.push({ selector, declarations, order: rules.length, isOpen });
  };
  // With a space of names, names of elements may mean none of the page.
  for (const sheet of sheets.map(withoutComments))
    visit(sheet, { depth: 0, isOpen: /@namespace\b/i.test(sheet), around: "" });
  return { rules, ownFonts, asksForMore };
}

/** "&.x, b" within "td" => ":is(td).x, :is(td) b" */
const nested = (prelude: string, around: string): string =>
  splitOutside(prelude, ",")
    .map((one) => one.trim())
    .map((one) => (one.includes("&") ? one.replaceAll("&", `:is(${around})`) : `:is(${around}) ${one}`))
    .join(", ");

/** A font within the page, or one of the machine under another name; one that is asked for elsewhere comes or not. */
function ownFontOf(body: string): readonly (readonly [string, FontSource])[] {
  const values = new Map(
    splitOutside(body, ";").map((part) => {
      const colon = part.indexOf(":");
      return [
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ] as const;
    }),
  );
  const { src = "" } = Object.fromEntries(values);
  const isWithin = /url\(\s*["']?data:|local\(/.test(src);
  const family = values.get("font-family")?.replace(/["']/g, "") ?? "";
  // Word says of the fonts of the machine what they look like.
  return family === "" || src === "" ? [] : [[family, isWithin ? "within" : "elsewhere"]];
}
