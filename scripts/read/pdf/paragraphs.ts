/** Lines that belong to no table -> paragraphs. */
import type { TextBlock } from "./blocks.ts";
import { extentOf, isWrapped, joinLines, type Line, spotOf, textOf } from "./lines.ts";
import { FAR_APART } from "./measures.ts";

/** A wrapped line with the line that goes on. `width`: of the page's text. */
export function findParagraphs(lines: readonly Line[], width: number): readonly TextBlock[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group && previous && goesOn(previous, line, width)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    kind: "paragraph",
    text: joinLines(group.map((line) => textOf(line.units))),
    top: group[0]?.baseline ?? 0,
    bottom: group.at(-1)?.baseline ?? 0,
    parts: group.at(-1)?.units.length ?? 0,
    ...extentOf(group),
    ...spotOf(group.flatMap((line) => line.units)),
  }));
}

function goesOn(line: Line, next: Line, width: number): boolean {
  const [first, second] = next.units;
  if (!first || second || next.baseline - line.baseline >= FAR_APART * line.size) return false;
  if (Math.abs(next.size - line.size) >= 0.1 * next.size) return false;
  const isLong = line.x1 - line.x0 > 0.75 * width;
  return (
    isWrapped(line, first, width) || (isLong && (/^\p{Ll}/u.test(first.text) || /\p{L}-$/u.test(textOf(line.units))))
  );
}
