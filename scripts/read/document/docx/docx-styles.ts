/** The styles of a .docx, by numbers as .rtf has them. ECMA-376 part 1, 17.7. */
import { childrenOf, findChild, type XmlElement } from "../../container/xml.ts";
import { NOTHING_SAID, type Said, saidWith } from "../word/word-said.ts";
import { createStyles, DEFAULTS } from "../word/word-styles.ts";
import { isTrue } from "./docx-values.ts";
import { createWords } from "./docx-words.ts";

/** How a .docx says what it says of its texts. */
export type DocxStyles = ReturnType<typeof openStyles>;

export function openStyles(root: XmlElement | undefined) {
  const all = childrenOf(root, "w:style");
  const usual = (type: string): XmlElement | undefined =>
    all.find(({ attributes: of }) => of["w:type"] === type && isTrue(of["w:default"]));
  const [ofParagraphs, ofTables] = ["paragraph", "table"].map(usual);
  // 0: of the paragraphs that name none.
  const numbers = new Map(all.map((one, i) => [one.attributes["w:styleId"] ?? "", one === ofParagraphs ? 0 : i + 1]));
  const numberOf = (style: XmlElement): number => numbers.get(style.attributes["w:styleId"] ?? "") ?? 0;
  const { fonts, wordsIn } = createWords(numbers);
  const styles = createStyles((number = -1) => fonts[number]);
  const saidBy = (style: XmlElement): Said =>
    [
      ...wordsIn({ ...style, children: childrenOf(style, "w:basedOn") }, "style"),
      ...wordsIn(findChild(style, "w:rPr"), "text"),
      ...wordsIn(findChild(style, "w:pPr"), "paragraph"),
      ...["w:tblPr", "w:trPr", "w:tcPr"].flatMap((name) => wordsIn(findChild(style, name), "style")),
    ].reduce(saidWith, NOTHING_SAID);

  const defaults = findChild(root, "w:docDefaults", "w:rPrDefault");
  if (defaults) styles.keep(DEFAULTS, saidBy(defaults));
  for (const style of all) {
    styles.keep(numberOf(style), saidBy(style));
    for (const part of childrenOf(style, "w:tblStylePr")) styles.keep(numberOf(style), saidBy(part), true);
  }
  return {
    ...styles,
    wordsIn,
    /** Of the tables that name no style. */
    usualTable: ofTables && numberOf(ofTables),
  };
}
