/** Months as a text says them, in lower case and without accents: in full, or cut after some letters: "juil", "juill", "septe". */

const NAMES: readonly (readonly [shortest: string, whole: string])[] = [
  ["jan", "janvier"],
  ["fev", "fevrier"],
  ["mars", "mars"],
  ["avr", "avril"],
  ["mai", "mai"],
  ["juin", "juin"],
  ["juil", "juillet"],
  ["aou", "aout"],
  ["sep", "septembre"],
  ["oct", "octobre"],
  ["nov", "novembre"],
  ["dec", "decembre"],
];

/** Of each month, its words parted by "|", the longest first. */
export const MONTH_WORDS: readonly string[] = NAMES.map(([shortest, whole]) =>
  Array.from({ length: whole.length - shortest.length + 1 }, (_, cut) => whole.slice(0, whole.length - cut)).join("|"),
);

/** "juill" => 7; 0 for none. */
export const monthOfWord = (word: string): number =>
  1 + NAMES.findIndex(([shortest, whole]) => whole.startsWith(word) && word.startsWith(shortest));
