/** Does a label go on with what stands above it, or is it one of its own? */

/** In small letters, or after such a sign. */
const GOES_ON = /^[\p{Ll}(«"+–-]/u;
/** The items of a list and the parts of the line above are lines of their own: "j) Tapages", "- sexuelles", "dont tentatives". */
const OWN_LINE = /^(?:(?:\p{Ll}|[ivx]{2,4})\s?[.)°]|[–-]\s|(?:dont|dt)\b)/u;

export const isItem = (label: string): boolean => OWN_LINE.test(label);

export const goesOn = (label: string): boolean => GOES_ON.test(label) && !isItem(label);

/** More must follow such a word: "Vols sans violence contre", "COUPS ET". */
export const isUnfinished = (label: string): boolean =>
  /\s(?:à|aux?|avec|contre|dans|d[eu]|des|en|et|la|les?|ou|par|pour|sans|sur)$/iu.test(label);

/** Do most of them start so? Then such a start tells nothing. */
export function mostGoOn(labels: readonly string[]): boolean {
  const written = labels.filter((label) => label !== "");
  return written.filter(goesOn).length * 2 > written.length;
}
