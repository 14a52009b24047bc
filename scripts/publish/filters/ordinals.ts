/** « 1er », « 3e », « 2es » with their exponent, in the texts of a finished page. */

/** What holds no text to set: styles, scripts, the title, drawings; then each tag. */
const APART = /<(style|script|title|svg)\b[\s\S]*?<\/\1>|<[^>]*>/g;
/** Before a file's extension it may be of the file's name, which is shown as it is written. */
const ORDINAL = /(?<![\p{L}\p{N}])(\d{1,2})(ers?|es?)(?![\p{L}\p{N}])(?![\s\S]*\.[a-z]{2,4}(?![\p{L}\p{N}]))/gu;

const raise = (text: string): string => text.replace(ORDINAL, "$1<sup>$2</sup>");

/** "<p>3e trimestre</p>" => "<p>3<sup>e</sup> trimestre</p>" */
export function withExponents(html: string): string {
  let at = 0;
  let set = "";
  for (const { 0: apart, index } of html.matchAll(APART)) {
    set += raise(html.slice(at, index)) + apart;
    at = index + apart.length;
  }
  return set + raise(html.slice(at));
}
