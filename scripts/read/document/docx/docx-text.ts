/** The text of a paragraph of a .docx as a person sees it. Elements: ECMA-376 part 1, 17.3.1. */
import { findChild, type XmlElement } from "../../container/xml.ts";
import { inPlace, NAMES } from "../../plain/rule.ts";
import { createTextWriter, withConstructs } from "../../plain/text-writer.ts";
import type { SeenText } from "../../seen/seen-text.ts";
import type { Block } from "../document.ts";
import { constructsOf } from "./docx-properties.ts";
import { addRuns } from "./docx-runs.ts";
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
  if (findChild(properties, "w:rPr", "w:del")) writer.addConstruct(NAMES.change);
  const list = findChild(properties, "w:numPr");
  if (list ? valueIn(list, "w:numId") !== "0" : style.isNumbered) writer.tellBeside(NAMES.numbered);
  const ofStyle = style === styles.paragraph ? {} : style.ink;
  const said = { ...style, constructs: [], ink: { ...ofStyle, ...ground } };
  addRuns({ around, said, boxes, writer, isLink: false }, paragraph);
  const constructs = [...around.constructs, ...style.constructs, ...constructsOf(properties)];
  return withConstructs(writer.take(inTable), inPlace(constructs, inTable));
}
