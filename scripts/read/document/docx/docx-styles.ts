/** The styles of a .docx: each, with those that it is based on, is plain or names what is not. ECMA-376 part 1, 17.7. */
import { childrenOf, findChild, type XmlElement } from "../../container/xml.ts";
import { type Construct, type Ink, NAMES } from "../../plain/rule.ts";
import { asStyle, onBase, type Said } from "../../plain/said.ts";
import type { Colours } from "./docx-colours.ts";
import { constructsOf, runSaid } from "./docx-properties.ts";
import { isTrue, toggle, valueIn } from "./docx-values.ts";

export interface DocxStyle extends Said {
  /** Of a table: ink and ground of each of its parts (its first row …), on top of those of the whole. */
  readonly parts: ReadonlyMap<string, Ink>;
}

export interface DocxStyles {
  readonly style: (id: string | undefined) => DocxStyle;
  /** Of what names none. */
  readonly paragraph: DocxStyle;
  readonly table: DocxStyle;
}

const NONE: DocxStyle = { constructs: [], ink: {}, parts: new Map() };

const textOf = (element: XmlElement | undefined, colours: Colours): Said =>
  asStyle(runSaid(findChild(element, "w:rPr"), colours));

const groundOf = (element: XmlElement, holder: string, colours: Colours): Ink => {
  const shade = findChild(element, holder, "w:shd");
  return shade ? { ground: colours.ofShade(shade) } : {};
};

/** The parts of the style of a table, on top of those of its base; and what is not plain of them. */
function partsOf(element: XmlElement, base: DocxStyle["parts"], colours: Colours) {
  const parts = new Map(base);
  const constructs: Construct[] = [];
  for (const part of childrenOf(element, "w:tblStylePr")) {
    const type = part.attributes["w:type"] ?? "";
    const text = textOf(part, colours);
    parts.set(type, { ...parts.get(type), ...text.ink, ...groundOf(part, "w:tcPr", colours) });
    if (text.position && text.position !== "line") constructs.push(NAMES.moved);
    constructs.push(...text.constructs, ...constructsOf(findChild(part, "w:pPr")));
    if (toggle(part, "w:trPr", "w:hidden")) constructs.push(NAMES.hidden);
  }
  return { parts, constructs };
}

function withBase(element: XmlElement, base: DocxStyle, colours: Colours): DocxStyle {
  const text = textOf(element, colours);
  const paragraph = findChild(element, "w:pPr");
  const { parts, constructs } = partsOf(element, base.parts, colours);
  const ofPlace = [...constructsOf(paragraph), ...constructsOf(findChild(element, "w:tblPr"))];
  const own = {
    ...text,
    constructs: [...text.constructs, ...ofPlace, ...constructs],
    ink: { ...text.ink, ...groundOf(element, "w:pPr", colours), ...groundOf(element, "w:tcPr", colours) },
    isNumbered: findChild(paragraph, "w:numPr") !== undefined,
  };
  return { ...onBase(base, own), parts };
}

export function openStyles(root: XmlElement | undefined, colours: Colours): DocxStyles {
  const all = childrenOf(root, "w:style");
  const elements = new Map(all.map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const done = new Map<string, DocxStyle>();
  const style = (id = ""): DocxStyle => {
    const element = elements.get(id);
    const before = done.get(id);
    if (!element || before) return before ?? NONE;
    done.set(id, NONE); // a circle ends where it closes
    const found = withBase(element, style(valueIn(element, "w:basedOn")), colours);
    done.set(id, found);
    return found;
  };
  const usual = (type: string): DocxStyle => {
    const found = all.find(({ attributes: of }) => of["w:type"] === type && isTrue(of["w:default"]));
    return style(found?.attributes["w:styleId"]);
  };
  const defaults = textOf(findChild(root, "w:docDefaults", "w:rPrDefault"), colours);
  const own = usual("paragraph");
  const constructs = [...defaults.constructs, ...own.constructs];
  const paragraph = { ...own, constructs, ink: { ...defaults.ink, ...own.ink } };
  return { style, paragraph, table: usual("table") };
}
