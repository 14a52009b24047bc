/** What the properties of a style say: plain, or by name what is not. OpenDocument 1.3 part 3, 20. */
import type { XmlElement } from "../container/xml.ts";
import { parseHexColour } from "../contract/contrast.ts";
import { ODT_PLAIN, ODT_PLAIN_VALUE, odtName } from "../plain/lists.ts";
import { type Construct, LEAST, NAMES } from "../plain/rule.ts";
import type { Said } from "../plain/said.ts";
import { pointsOf } from "./lengths.ts";

const twipsOf = (length: string | undefined): number => 20 * (pointsOf(length) ?? 0);
const isShare = (value: string, least: number): boolean => /%$/.test(value) && Number.parseFloat(value) < least;

export function propertiesSaid(elements: readonly XmlElement[]): Said {
  const constructs: Construct[] = [];
  const said: { -readonly [K in keyof Said]: Said[K] } = { constructs, ink: {} };
  for (const { name: group, attributes } of elements) {
    constructs.push(...placeOf(group, attributes));
    for (const [name, value] of Object.entries(attributes)) {
      switch (name) {
        case "fo:color":
          said.ink = { ...said.ink, ink: parseHexColour(value) ?? null };
          break;
        case "fo:background-color":
          if (value !== "transparent") said.ink = { ...said.ink, ground: parseHexColour(value) ?? null };
          break;
        case "text:display":
          if (value === "condition") constructs.push(NAMES.condition);
          else if (value !== "none" || said.unseen !== "hidden")
            said.unseen = value === "none" ? "hidden" : (said.unseen ?? "seen");
          break;
        case "style:text-line-through-style":
        case "style:text-line-through-type":
        case "style:text-line-through-text":
          if (value !== "none") said.unseen = "struck";
          else said.unseen ??= "seen";
          break;
        case "style:text-position":
          said.position = positionOf(value);
          if (/^0%/.test(value) && !/100%$/.test(value)) said.size = value; // small, and on the line
          break;
        case "fo:font-size":
          said.size = value;
          if ((pointsOf(value) ?? LEAST.type) < LEAST.type || isShare(value, 50)) constructs.push(NAMES.tiny);
          break;
        case "fo:font-weight":
          said.bold = value === "bold" || Number(value) >= 700;
          break;
        case "style:font-name":
        case "fo:font-family":
          said.font ??= value.replace(/["']/g, "");
          break;
        default:
          if (!isPlain(name, value)) constructs.push(odtName(name));
      }
    }
    const opacity = attributes["loext:opacity"];
    if (attributes["style:use-window-font-color"] === "true") said.ink = { ...said.ink, ink: undefined };
    else if (opacity !== undefined && isShare(opacity, 50)) constructs.push(NAMES.outline);
  }
  return said;
}

function isPlain(name: string, value: string): boolean {
  switch (name) {
    case "style:text-scale":
      return !isShare(value, LEAST.letterWidth);
    case "fo:letter-spacing":
      return twipsOf(value) >= -LEAST.overlap;
    case "style:rotation-angle":
      return !(Number(value) > 90 && Number(value) < 270);
    case "style:cell-protect":
      return value !== "hidden-and-protected";
    case "style:diagonal-bl-tr":
    case "style:diagonal-tl-br":
      return /\bnone\b|^$/.test(value); // "0.06pt solid #000000", "0.000cm none #c7c7c7"
    case "style:writing-mode":
      return !/^(?:rl|tb-rl)/.test(value);
    case "fo:line-height":
    case "style:line-height-at-least":
      return pointsOf(value) === undefined ? !isShare(value, 60) : twipsOf(value) >= LEAST.line;
    default:
      return ODT_PLAIN.test(name) || ODT_PLAIN_VALUE.test(value);
  }
}

/** Where a paragraph begins in its cell, a table on its page; the blanks around a text. */
function placeOf(group: string, of: XmlElement["attributes"]): readonly Construct[] {
  const margin = (side: string): number => twipsOf(of[`fo:margin-${side}`] ?? of["fo:margin"]);
  const isOff = (place: number, most: number, least: number): boolean => place > most || place < -least;
  if (group === "style:table-properties") {
    const isAway = ["left", "right"].some((side) => isOff(margin(side), LEAST.page / 2, LEAST.pushed));
    return isAway ? [NAMES.away] : [];
  }
  if (group === "style:paragraph-properties") {
    const beginning = margin("left") + twipsOf(of["fo:text-indent"]);
    const isPushed = isOff(beginning, LEAST.pushed, LEAST.out) || margin("right") < -LEAST.out;
    const above = margin("top") + twipsOf(of["fo:padding"] ?? of["fo:padding-top"]);
    const [isLowered, isRaised] = [above > LEAST.above, above < -LEAST.out / 2];
    return [
      ...(isPushed ? [NAMES.pushed] : []),
      ...(isLowered ? [NAMES.lowered] : []),
      ...(isRaised ? [NAMES.clipped] : []),
    ];
  }
  const [top = 0, left = 0] = ["top", "left"].map((side) => twipsOf(of[`fo:padding-${side}`] ?? of["fo:padding"]));
  const isFar = top > LEAST.above || left > LEAST.pushed;
  return group === "style:table-cell-properties" && isFar ? [NAMES.pushed] : [];
}

/** "super 58%", "33% 58%" is raised; "sub", "-33% 58%" lowered; "0% 100%" on the line. */
const positionOf = (position: string): "raised" | "lowered" | "line" =>
  /^(?:super|auto|[1-9]\d+%)/.test(position) ? "raised" : /^(?:sub|-[1-9]\d)/.test(position) ? "lowered" : "line";
