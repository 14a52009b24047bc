/** A text as it was written, beside the folded words that the program compares. */
import { foldPlace } from "../../nomenclature/index.ts";

/** Is the word written with a capital in the text? */
export type IsProper = (word: string) => boolean;

/** The words of a text, folded, each with its place and whether it begins with a capital. */
export const wordsIn = (text: string) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: own, index }) => ({
    at: index,
    end: index + own.length,
    word: foldPlace(own),
    isProper: /^\p{Lu}/u.test(own),
  }));

/** The words of a text that begin with a capital, folded; and a folded piece of it as it was written. */
export function originalWords(text: string): {
  readonly capital: ReadonlySet<string>;
  readonly shown: (piece: string) => string;
} {
  const all = wordsIn(text);
  const shown = (piece: string): string => {
    const words = wordsIn(piece).map(({ word }) => word);
    const start =
      words.length === 0 ? -1 : all.findIndex((_, at) => words.every((word, i) => all[at + i]?.word === word));
    const [first, last] = [all[start], all[start + words.length - 1]];
    return first && last ? text.slice(first.at, last.end) : piece;
  };
  return { capital: new Set(all.flatMap(({ word, isProper }) => (isProper ? [word] : []))), shown };
}
