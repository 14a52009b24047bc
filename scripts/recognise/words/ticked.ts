/** A form to tick: "Trimestre : ☐ T1 ☒ T2" says what is ticked, "Trimestre : T2". */

/** "☒", "✔", "[x]", and the same left empty. */
const BOX = /([☒☑✔✓🗹]|[[(][xX][\])])|[☐□▢❏❑◻]|[[(][ \u00a0][\])]/gu;

/**
 * A text without what is not ticked. A box stands before its words, where the text begins with one or with what is asked ("Trimestre :"),
 * or after them, where it ends with one; a text of which nothing tells is left as it is.
 */
export function withoutUnticked(text: string): string {
  const boxes = [...text.matchAll(BOX)];
  const [first] = boxes;
  if (!first) return text;
  const pieces = text.split(new RegExp(BOX.source.replace("([", "(?:["), "gu"));
  const [start = "", end = ""] = [pieces[0], pieces.at(-1)];
  const isBefore = /(?:^|:)\s*$/.test(start);
  if (isBefore === (end.trim() === "")) return text;
  const options = isBefore ? pieces.slice(1) : pieces.slice(0, -1);
  const ticked = options.filter((_, i) => boxes[i]?.[1] !== undefined);
  return [...(isBefore ? [start] : []), ...ticked].map((piece) => piece.trim()).join(" ");
}
