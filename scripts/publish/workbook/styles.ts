/** xl/styles.xml: how cells look; black on white, nothing said by colour. */
import { escapeXml } from "../../model/text/xml.ts";
import { MAIN, xml } from "./markup.ts";
import type { Value } from "./sheet.ts";

/** Words carry the mark of text (quotePrefix): "=1+1" stays text, also when someone edits it. */
const WORDS = {
  plain: '<xf fontId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  /** A sub-line. */
  back: '<xf fontId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1" indent="1"/></xf>',
  /** Above a table: on one line, over the empty cells at its right, so that the frozen part stays low. */
  line: '<xf fontId="0" quotePrefix="1"/>',
  title: '<xf fontId="2" quotePrefix="1" applyFont="1"/>',
  link: '<xf fontId="3" quotePrefix="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  head: '<xf fontId="1" borderId="1" quotePrefix="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf>',
} as const;
export type WordStyle = keyof typeof WORDS;
const WORD_STYLES = Object.keys(WORDS);

const FONTS = [
  '<sz val="11"/><name val="Calibri"/><family val="2"/>',
  '<b/><sz val="11"/><name val="Calibri"/><family val="2"/>',
  '<b/><sz val="14"/><name val="Calibri"/><family val="2"/>',
  '<u/><sz val="11"/><name val="Calibri"/><family val="2"/>',
];
/** Numbers of formats below are those that every spreadsheet has. */
const FIRST_OWN_FORMAT = 164;

/** The styles of one workbook: those of words, then two a format of numbers, plain and bold, in the order of their first use. */
export interface Styles {
  /** Place in cellXfs. */
  readonly of: (value: Value, word: WordStyle) => number;
  readonly toXml: () => string;
}

export function createStyles(): Styles {
  const formats: string[] = [];
  const numberStyle = (format: string, strong: boolean): number => {
    if (!formats.includes(format)) formats.push(format);
    return WORD_STYLES.length + 2 * formats.indexOf(format) + (strong ? 1 : 0);
  };
  return {
    of: (value, word) =>
      "number" in value
        ? numberStyle(value.format, value.strong === true)
        : WORD_STYLES.indexOf(value.to === undefined ? (value.set ?? word) : "link"),
    toXml: () => {
      const numbers = formats.flatMap((_, i) => [0, 1].map((font) => numberXf(FIRST_OWN_FORMAT + i, font)));
      const cells = [...Object.values(WORDS), ...numbers];
      return xml(
        `<styleSheet xmlns="${MAIN}">` +
          listOf(
            "numFmts",
            formats.map(
              (format, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${escapeXml(format)}"/>`,
            ),
          ) +
          listOf(
            "fonts",
            FONTS.map((font) => `<font>${font}</font>`),
          ) +
          '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
          `<borders count="2">${["", ' style="medium"'].map((bottom) => `<border><left/><right/><top/><bottom${bottom}/><diagonal/></border>`).join("")}</borders>` +
          '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
          listOf("cellXfs", cells) +
          "</styleSheet>",
      );
    },
  };
}

const numberXf = (format: number, font: number): string =>
  `<xf numFmtId="${format}" fontId="${font}" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>`;

const listOf = (name: string, parts: readonly string[]): string =>
  parts.length === 0 ? "" : `<${name} count="${parts.length}">${parts.join("")}</${name}>`;
