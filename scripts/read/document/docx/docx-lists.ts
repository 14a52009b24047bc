/** The markers of the lists of a .docx: the number or the bullet that Word draws before a paragraph (ECMA-376 part 1, 17.9). */
import { childrenOf, type XmlElement } from "../../container/xml.ts";
import { NUMBER_SIGN } from "../../seen/list-marker.ts";
import { valueIn } from "./docx-values.ts";

/** Marker of a list's level: "n°." for "1.", "-"; "" for none. */
export type ListMarkers = (list: string, level: string) => string;

export function openLists(root: XmlElement | undefined): ListMarkers {
  const abstracts = new Map(
    childrenOf(root, "w:abstractNum").map((one) => [one.attributes["w:abstractNumId"] ?? "", one]),
  );
  const lists = new Map(childrenOf(root, "w:num").map((one) => [one.attributes["w:numId"] ?? "", one]));
  return (list, level) => {
    const own = lists.get(list);
    const isLevel = (one: XmlElement): boolean => one.attributes["w:ilvl"] === level;
    const overridden = childrenOf(own, "w:lvlOverride")
      .filter(isLevel)
      .flatMap((one) => childrenOf(one, "w:lvl"));
    const abstract = abstracts.get(valueIn(own, "w:abstractNumId") ?? "");
    // Its levels are those of the list of a style.
    const link = valueIn(abstract, "w:numStyleLink");
    const linked =
      link === undefined ? undefined : [...abstracts.values()].find((one) => valueIn(one, "w:styleLink") === link);
    const levels = childrenOf(linked ?? abstract, "w:lvl").filter(isLevel);
    const [found] = [...overridden, ...levels];
    const format = valueIn(found, "w:numFmt") ?? "decimal";
    const written = valueIn(found, "w:lvlText") ?? "";
    return found ? written.replace(/%\d/g, format === "none" ? "" : NUMBER_SIGN) : "";
  };
}
