/** The text of a paragraph of a .docx as a person sees it. Elements: ECMA-376 part 1, 17.3.1. */
import { findChild, type XmlElement } from "../../container/xml.ts";
import { inPlace, NAMES, unplain } from "../../plain/rule.ts";
import { createTextWriter } from "../../plain/text.ts";
import { type SeenText, withBeside } from "../../seen/seen-text.ts";
import type { Block } from "../document.ts";
import { constructsOf } from "./docx-properties.ts";
import { addRuns, type Reading } from "./docx-runs.ts";
import type { Surroundings } from "./docx-surroundings.ts";
import { valueIn } from "./docx-values.ts";

/** Text boxes anchored in the paragraph go to `boxes`, as blocks of their own. */
export function paragraphText(paragraph: XmlElement, around: Surroundings, boxes: Block[]): SeenText {
  const properties = findChild(paragraph, "w:pPr");
  const { styles, inTable, colours } = around;
  const named = valueIn(properties, "w:pStyle");
  const style = named === undefined ? styles.paragraph : styles.style(named);
  const shade = findChild(properties, "w:shd");
  const writer = createTextWriter();
  const ground = shade ? { ground: colours.ofShade(shade) } : {};
  const reading: Reading = { around, style, ground, boxes, writer, isLink: false, hasPicture: false };
  addRuns(reading, paragraph);
  const taken = writer.take();
  const isWords = /\p{L}/u.test(taken.text);
  const isBlank = taken.text.trim() === "";
  const list = findChild(properties, "w:numPr");
  const isNumbered = list ? valueIn(list, "w:numId") !== "0" : style.isNumbered;
  const constructs = [
    ...(isBlank ? [] : inPlace([...around.constructs, ...style.constructs, ...constructsOf(properties)], inTable)),
    ...(inTable && isNumbered && !isWords ? [NAMES.numbered] : []),
    ...(inTable && reading.hasPicture && !isWords ? [NAMES.picture] : []),
    ...(findChild(properties, "w:rPr", "w:del") ? [NAMES.change] : []),
  ];
  return withBeside(taken, unplain(constructs));
}
