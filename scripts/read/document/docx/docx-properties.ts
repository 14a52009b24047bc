/** What the properties of a run, a paragraph, a table, a row or a cell of a .docx say: plain, or by name what is not. ECMA-376 part 1, 17.3 and 17.4. */
import { elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { BLACK } from "../../contract/contrast.ts";
import { DOCX_PLAIN, docxName } from "../../plain/lists.ts";
import { type Construct, isSignFont, LEAST, NAMES } from "../../plain/rule.ts";
import type { Said } from "../../plain/said.ts";
import type { RunLook } from "../../plain/text-writer.ts";
import { type Colours, penColour } from "./docx-colours.ts";
import { isTrue } from "./docx-values.ts";

const written = ({ attributes }: XmlElement): string => attributes["w:val"] ?? "";
/** `<w:strike/>`, and not `<w:strike w:val="0"/>` */
const isOn = ({ attributes }: XmlElement): boolean =>
  isTrue(attributes["w:val"] ?? "1") && !/^(?:none|nil)$/.test(attributes["w:val"] ?? "");
const localName = ({ name }: XmlElement): string => name.replace(/^w:/, "");
const numberOf = (element: XmlElement | undefined, name: string): number => Number(element?.attributes[name] ?? 0) || 0;

const named = (element: XmlElement): readonly Construct[] => {
  const name = localName(element);
  return DOCX_PLAIN.has(name) || !isOn(element) ? [] : [docxName(name)];
};

const POSITIONS: Readonly<Record<string, RunLook["position"]>> = {
  baseline: "line",
  subscript: "lowered",
  superscript: "raised",
};

/** Off its line by more than a point: above or under it. In half-points. */
const moved = (by: number): RunLook["position"] => (by > 2 ? "raised" : by < -2 ? "lowered" : "line");

export function runSaid(properties: XmlElement | undefined, colours: Colours): Said {
  const constructs: Construct[] = [];
  const said: { -readonly [K in keyof Said]: Said[K] } = { constructs, ink: {} };
  for (const one of elementsIn(properties)) {
    const value = written(one);
    switch (localName(one)) {
      case "color":
        said.ink = { ...said.ink, ink: colours.ofText(one) };
        break;
      case "shd":
        if (!("pen" in said)) said.ink = { ...said.ink, ground: colours.ofShade(one) };
        break;
      case "highlight":
        // Over the black of the marker pen, the usual colour stays black.
        if (value !== "none") said.ink = { ink: BLACK, ...said.ink, ground: penColour(value) };
        break;
      case "vertAlign":
        said.position = POSITIONS[value];
        break;
      case "position":
        if (!said.position || said.position === "line") said.position = moved(Number(value));
        break;
      case "sz":
        said.size = value;
        if (Number(value) < 2 * LEAST.type) constructs.push(NAMES.tiny);
        break;
      case "w":
        if (Number.parseInt(value, 10) < LEAST.letterWidth) constructs.push(NAMES.narrow);
        break;
      case "spacing":
        if (Number(value) < -LEAST.overlap) constructs.push(NAMES.narrow);
        break;
      case "rFonts": {
        const { "w:ascii": ascii, "w:hAnsi": other = ascii } = one.attributes;
        said.font = [ascii, other].find((font) => font !== undefined && isSignFont(font)) ?? ascii;
        break;
      }
      case "strike":
      case "dstrike":
        if (isOn(one)) said.unseen ??= "struck";
        break;
      case "vanish":
        if (isOn(one)) said.unseen = "hidden";
        break;
      default:
        constructs.push(...named(one));
    }
  }
  return said;
}

const isOff = (place: number, most: number): boolean => place > most || place < -LEAST.pushed;
const hasWideBlank = (margins: XmlElement): boolean =>
  elementsIn(margins).some((side) => numberOf(side, "w:w") > (side.name === "w:top" ? LEAST.above : LEAST.pushed));

/** Of a paragraph, a table, a row or a cell, or of their styles. `text`: what stands in the cell, or in each of the row. */
export const constructsOf = (properties: XmlElement | undefined, text = ""): readonly Construct[] =>
  elementsIn(properties).flatMap((one): readonly Construct[] => {
    const of = (name: string): number => numberOf(one, name);
    const told = (isOdd: boolean, name: Construct): readonly Construct[] => (isOdd ? [name] : []);
    switch (localName(one)) {
      case "ind": {
        const first = (of("w:left") || of("w:start")) + of("w:firstLine") - of("w:hanging");
        const right = of("w:right") || of("w:end");
        return told(Math.abs(first) > (first < 0 ? LEAST.out : LEAST.pushed) || right < -LEAST.out, NAMES.pushed);
      }
      case "spacing": {
        const isLow = one.attributes["w:lineRule"] === "exact" && of("w:line") < LEAST.line;
        return told(isLow || of("w:before") > LEAST.above, NAMES.clipped);
      }
      case "tabs":
        return told(
          elementsIn(one).some((tab) => numberOf(tab, "w:pos") > LEAST.pushed),
          NAMES.pushed,
        );
      case "tblInd":
        return told(isOff(of("w:w"), LEAST.page / 2), NAMES.away);
      case "tblpPr":
        return told(isOff(of("w:tblpX"), LEAST.page) || isOff(of("w:tblpY"), LEAST.page), NAMES.away);
      case "tblCellMar":
      case "tcMar":
        return told(hasWideBlank(one), NAMES.pushed);
      case "trHeight": {
        const lines = text.trimEnd().split("\n").length;
        return told(one.attributes["w:hRule"] === "exact" && of("w:val") < lines * LEAST.line, NAMES.clipped);
      }
      case "tcW": {
        const width = one.attributes["w:type"] === "dxa" ? of("w:w") : 0;
        return told(width > 0 && width < LEAST.line && /\d\d/.test(text), NAMES.column);
      }
      case "tcBorders":
        return told(["w:tl2br", "w:tr2bl"].flatMap((line) => findChild(one, line) ?? []).some(isOn), NAMES.crossed);
      default:
        return named(one);
    }
  });
