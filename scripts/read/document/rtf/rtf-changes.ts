/** What a control word changes in its group: for the text that follows, or for the style that the group defines. */
import type { Group } from "./rtf-groups.ts";
import { changeFormat, changeParagraph, isSeenOtherwise, NO_STYLE_SAID, type RtfStyles } from "./rtf-look.ts";
import type { Word } from "./rtf-tokens.ts";

/** Of its characters or of its paragraph. */
function lookChange(group: Group, word: Word, styles: RtfStyles): Partial<Group> {
  const paragraph = changeParagraph(group.paragraph, word);
  if (paragraph) return { paragraph };
  const format = changeFormat(group.format, word, styles);
  return format ? { format } : {};
}

/** What a word about fonts, characters and paragraphs changes for the rest of the group. */
export function textChange(group: Group, word: Word, styles: RtfStyles): Partial<Group> {
  const { name, value } = word;
  switch (name) {
    case "f":
      return { font: value ?? 0, format: { ...group.format, font: value ?? 0 } };
    case "uc":
      return { fallback: Math.max(0, value ?? 1) };
    case "pard":
      return { paragraph: { style: 0 } };
    case "plain":
      return { format: {}, font: null };
    default:
      return lookChange(group, word, styles);
  }
}

/** The number 222 says "on no style". */
const ON_NO_STYLE = 222;

/** One word of the definition of a style: what it changes in the group. */
export function styleChange(group: Group, word: Word, styles: RtfStyles): Partial<Group> {
  const { name, value } = word;
  if (["s", "cs", "ds", "ts"].includes(name)) return { style: { ...group.style, number: value ?? 0 } };
  if (name === "sbasedon")
    return { style: { ...group.style, basedOn: value === ON_NO_STYLE ? undefined : (value ?? 0) } };
  if (/^tscellc[bf]pat$/.test(name)) return { style: { ...group.style, shades: [...group.style.shades, value ?? 0] } };
  if (PART_OF_TABLE.test(name)) return { style: { ...group.style, isPartial: true } };
  return lookChange(group, word, styles);
}

const PART_OF_TABLE = /^tsc(?:(?:first|last)(?:row|col)|band(?:horz|vert)(?:odd|even)|[ns][ew]cell)$/;

export const keepStyle = ({ style, format, paragraph }: Group, styles: RtfStyles): void => {
  const { number, isPartial, shades } = style;
  const whole = styles.styles.get(number) ?? NO_STYLE_SAID;
  styles.styles.set(number, {
    ...(isPartial
      ? { ...whole, isDoubtful: whole.isDoubtful || isSeenOtherwise(format, shades.at(-1), styles) }
      : { ...whole, format, paragraph, basedOn: style.basedOn }),
    shades: [...whole.shades, ...shades],
  });
};
