/**
 * What the properties of a .docx say, in the words of .rtf, which says the same of the same document: one way to read both. ECMA-376 part 1,
 * 17.3 (texts and paragraphs), 17.4 (tables, rows, cells).
 */
import { childrenOf, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { DOCX_PLAIN } from "../../plain/lists.ts";
import { isSignFont } from "../../plain/rule.ts";
import {
  numberOf,
  OF_CELL,
  OF_PARAGRAPH,
  OF_ROW,
  OF_STYLE,
  OF_TEXT,
  penColour,
  type ShadeWords,
  wordsOfShade,
} from "../word/word-colours.ts";
import type { Word } from "../word/word-said.ts";
import { colourOf } from "./docx-colours.ts";
import { isOn } from "./docx-values.ts";

const SHADES = {
  text: OF_TEXT,
  paragraph: OF_PARAGRAPH,
  table: OF_ROW,
  cell: OF_CELL,
  style: OF_STYLE,
} as const satisfies Readonly<Record<string, ShadeWords>>;

const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ["superscript", "super"],
  ["subscript", "sub"],
]);

/** Numbers and switches that .rtf has a word for. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bidi: "rtlpar",
    bidiVisual: "taprtl",
    cellDel: "trchanged",
    cellIns: "trchanged",
    cellMerge: "trchanged",
    cs: "rtlch",
    del: "trdeleted",
    dstrike: "striked",
    emboss: "embo",
    fitText: "fittext",
    framePr: "absw",
    hidden: "trhidden",
    imprint: "impr",
    outline: "outl",
    rtl: "rtlch",
    specVanish: "spv",
    strike: "strike",
    sz: "fs",
    vanish: "v",
    w: "charscalex",
    "w14:textFill": "outl",
  }),
);

/** Of what a property is said. */
type Holder = keyof typeof SHADES;

/** A property, with what its document knows. */
interface Property {
  readonly one: XmlElement;
  readonly value: string | undefined;
  /** The first of these attributes that is a number, and not 0; 0: none is. */
  readonly numberAt: (...names: readonly string[]) => number;
  readonly holder: Holder;
  /** Numbers of the styles by their names. */
  readonly styles: ReadonlyMap<string, number>;
  readonly fontNumber: (name: string) => number;
}

const word = (name: string, value: number): Word => ({ name, value });

/** By which a style, a paragraph, a text or a table names a style. */
const namesStyle =
  (name: string) =>
  ({ styles, value }: Property): readonly Word[] => {
    const style = styles.get(value ?? "");
    return style === undefined ? [] : [word(name, style)];
  };

const padding = ({ one }: Property): readonly Word[] =>
  elementsIn(one).map((side) =>
    word(side.name === "w:top" ? "trpaddt" : "trpaddl", Number(side.attributes["w:w"]) || 0),
  );

function shade({ one, value = "clear", holder }: Property): readonly Word[] {
  if (value === "nil" || value === "none") return [];
  const pattern = value === "clear" || value === "solid" ? value : value.startsWith("pct") ? "dots" : "lines";
  const [front, back] = [colourOf(one, "w:color", "theme"), colourOf(one, "w:fill", "themeFill")];
  return wordsOfShade(SHADES[holder], pattern, [front, back]);
}

function font({ one: { attributes }, fontNumber }: Property): readonly Word[] {
  const { "w:ascii": ascii, "w:hAnsi": other = ascii } = attributes;
  const name = [ascii, other].find((known) => known !== undefined && isSignFont(known)) ?? ascii;
  return name === undefined ? [] : [word("f", fontNumber(name))];
}

/** The word for one of these attributes. Where the element has none of them, what its style says holds. */
const wordAt = (name: string, { one, numberAt }: Property, ...attributes: readonly string[]): readonly Word[] =>
  attributes.some((attribute) => one.attributes[attribute] !== undefined) ? [word(name, numberAt(...attributes))] : [];

/** Between letters, in a text; above a paragraph, and from line to line. */
function spacing(property: Property): readonly Word[] {
  const { one, value, numberAt } = property;
  if (value !== undefined) return [word("expndtw", Number(value))];
  const line = one.attributes["w:lineRule"] === "exact" ? [word("sl", -numberAt("w:line"))] : [];
  return [...wordAt("sb", property, "w:before"), ...line];
}

/** At the sides of a paragraph, and of its first line. */
function indents(property: Property): readonly Word[] {
  const hanging = wordAt("fi", property, "w:hanging").map(({ name, value }) => word(name, -(value ?? 0)));
  return [
    ...wordAt("li", property, "w:left", "w:start"),
    ...(hanging.length > 0 ? hanging : wordAt("fi", property, "w:firstLine")),
    ...wordAt("ri", property, "w:right", "w:end"),
  ];
}

/** The others, each with its words. */
const SPELT: ReadonlyMap<string, (property: Property) => readonly Word[]> = new Map(
  Object.entries({
    b: ({ one }: Property) => [word("b", +isOn(one))],
    basedOn: namesStyle("sbasedon"),
    pStyle: namesStyle("s"),
    rStyle: namesStyle("cs"),
    tblStyle: namesStyle("ts"),
    color: ({ one }: Property) => [word("cf", numberOf(colourOf(one, "w:val", "theme")))],
    shd: shade,
    highlight: ({ value = "none" }: Property) => [word("highlight", numberOf(penColour(value)))],
    vertAlign: ({ value = "" }: Property) => [word(SCRIPTS.get(value) ?? "nosupersub", 1)],
    position: ({ value }: Property) => [word(Number(value) < 0 ? "dn" : "up", Math.abs(Number(value)))],
    rFonts: font,
    numPr: ({ one }: Property) => [word("ls", Number(findChild(one, "w:numId")?.attributes["w:val"] ?? 1))],
    ind: indents,
    spacing,
    tabs: ({ one }: Property) => [
      word("tx", Math.max(...childrenOf(one, "w:tab").map((tab) => Number(tab.attributes["w:pos"]) || 0))),
    ],
    tblInd: ({ numberAt }: Property) => [word("trleft", numberAt("w:w"))],
    tblpPr: ({ numberAt }: Property) => [word("tposx", numberAt("w:tblpX")), word("tposy", numberAt("w:tblpY"))],
    tblCellMar: padding,
    tcMar: padding,
    trHeight: ({ one, value }: Property) =>
      one.attributes["w:hRule"] === "exact" ? [word("trrh", -Number(value))] : [],
    tcW: ({ one, numberAt }: Property) =>
      one.attributes["w:type"] === "dxa" && numberAt("w:w") > 0 ? [word("clwidth", numberAt("w:w"))] : [],
    tcBorders: ({ one }: Property) =>
      ["w:tl2br", "w:tr2bl"].flatMap((line) => childrenOf(one, line)).map((line) => word("cldglu", +isOn(line))),
    hMerge: ({ value }: Property) => (value === "restart" ? [] : [word("clmrg", 1)]),
    vMerge: ({ value }: Property) => [word(value === "restart" ? "clvmgf" : "clvmrg", 1)], // no value: it goes on (17.4.84)
  }),
);

/** `styles`: numbers of the styles by their names. */
export function createWords(styles: ReadonlyMap<string, number>) {
  const fonts: string[] = [];
  const fontNumber = (name: string): number => {
    const known = fonts.indexOf(name);
    return known >= 0 ? known : fonts.push(name) - 1;
  };
  const wordsOf = (one: XmlElement, holder: Holder): readonly Word[] => {
    const { attributes } = one;
    const name = one.name.replace(/^w:/, "");
    const numberAt = (...names: readonly string[]): number =>
      names.map((attribute) => Number(attributes[attribute])).find(Boolean) ?? 0;
    const spelt = SPELT.get(name);
    if (spelt) return spelt({ one, value: attributes["w:val"], numberAt, holder, styles, fontNumber });
    return DOCX_PLAIN.has(name) ? [] : [word(WORDS.get(name) ?? one.name, numberIn(one))];
  };
  return {
    fonts,
    wordsIn: (properties: XmlElement | undefined, holder: Holder): readonly Word[] =>
      elementsIn(properties).flatMap((one) => wordsOf(one, holder)),
  };
}

/** A switch as a number. */
function numberIn(element: XmlElement): number {
  const number = Number.parseFloat(element.attributes["w:val"] ?? "");
  return Number.isNaN(number) ? +isOn(element) : number;
}
