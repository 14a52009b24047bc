/** A form to tick: "Trimestre : ☐ T1 ☒ T2" says what is ticked, "Trimestre : T2". */

const BOX = /[☒☑✔✓🗹☐□▢❏❑◻]|[[(][xX \u00a0][\])]/gu;
const isTicked = ([box]: RegExpExecArray): boolean => /[☒☑✔✓🗹xX]/u.test(box);
/** "❑ Homicides": an empty box, or the mark of an item. */
const mayBeBullet = ([box]: RegExpExecArray): boolean => /[□▢❏❑◻]/.test(box);

/**
 * A text without what is not ticked. A box stands before its words, where the text begins with one or with what is asked ("Trimestre :"),
 * or after them, where it ends with one; a text of which nothing tells is left as it is.
 */
export function withoutUnticked(text: string): string {
  const boxes = [...text.matchAll(BOX)];
  if (boxes.every(mayBeBullet)) return text;
  const pieces = text.split(BOX);
  const [start = "", end = ""] = [pieces[0], pieces.at(-1)];
  const isBefore = /(?:^|:)\s*$/.test(start);
  if (isBefore === (end.trim() === "")) return text;
  const options = isBefore ? pieces.slice(1) : pieces.slice(0, -1);
  const ticked = options.filter((_, i) => boxes[i] && isTicked(boxes[i]));
  return [...(isBefore ? [start] : []), ...ticked].map((piece) => piece.trim()).join(" ");
}
