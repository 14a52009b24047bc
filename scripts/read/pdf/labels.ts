/** Does a label go on with what stands above it, or is it one of its own? */

/** In small letters, or after such a sign. */
const GOES_ON = /^[\p{Ll}(«"+–-]/u;
/** The items of a list and the parts of the line above are lines of their own: "j) Tapages", "- sexuelles", "dont tentatives". */
const OWN_LINE = /^(?:(?:\p{Ll}|[ivx]{2,4})\s?[.)°]|[–-]\s|(?:dont|dt)\b)/u;

export const isItem = (label: string): boolean => OWN_LINE.test(label);

export const goesOn = (label: string): boolean => GOES_ON.test(label) && !isItem(label);

const LINK = "(?:à|aux?|avec|contre|dans|d[eu]|des|en|et|hors|la|les?|ou|par|pour|sans|sur)";
const ENDS_OPEN = new RegExp(`\\s${LINK}$|\\([^)]*$|,$`, "iu");
const BEGINS_LINKED = new RegExp(`^(?:${LINK}\\s|[dl]['’])`, "iu");

/** More must follow such a word, or an open bracket: "Vols sans violence contre", "COUPS ET", "USAGE (HORS". */
export const isUnfinished = (label: string): boolean => ENDS_OPEN.test(label);

/** More must stand before such a word: "ET DÉGRADATIONS", "D'ORDURES". */
export const isLinked = (label: string): boolean => BEGINS_LINKED.test(label);

/** Do most of them start so? Then such a start tells nothing. */
export function mostGoOn(labels: readonly string[]): boolean {
  const written = labels.filter((label) => label !== "");
  return written.filter(goesOn).length * 2 > written.length;
}
