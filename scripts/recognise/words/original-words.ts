/** A text as it was written, beside the folded words that the program compares. */
import { fold, foldPlace } from "../../nomenclature/index.ts";

/** Is the word written with a capital in the text? */
export type IsProper = (word: string) => boolean;

/** The words of a text that begin with a capital, folded; and a folded piece of it as it was written. */
export function originalWords(text: string): {
  readonly capital: ReadonlySet<string>;
  readonly shown: (piece: string) => string;
} {
  const capital = new Set<string>();
  const flat: string[] = [];
  const at: number[] = [];
  for (const word of text.matchAll(/[\p{L}\p{N}]+/gu))
    if (/^\p{Lu}/u.test(word[0])) for (const part of foldPlace(word[0]).split(" ")) capital.add(part);
  [...text].reduce((index, char) => {
    const plain = fold(char);
    for (const c of plain) {
      flat.push(c);
      at.push(index);
    }
    return index + char.length;
  }, 0);
  const shown = (piece: string): string => {
    const letters = [...piece].map((c) => fold(c)).join("");
    const start = letters === "" ? -1 : flat.join("").indexOf(letters);
    const [from, to] = [at[start], at[start + letters.length - 1]];
    return start === -1 || from === undefined || to === undefined ? piece : text.slice(from, to + 1);
  };
  return { capital, shown };
}
