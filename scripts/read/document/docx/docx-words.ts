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
import type { ReadColour } from "./docx-colours.ts";
import { isOn } from "./docx-values.ts";

const SHADES = {
  text: OF_TEXT,
  paragraph: OF_PARAGRAPH,
  table: OF_ROW,
  cell: OF_CELL,
  style: OF_STYLE,
} as const satisfies Readonly<Record<string, ShadeWords>>;

/** Numbers and switches that .rtf has a word for. */
const WORDS: Readonly<Record<string, string>> = {
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
};

const SCRIPTS: Readonly<Record<string, string>> = { superscript: "super", subscript: "sub" };
const localName = ({ name }: XmlElement): string => name.replace(/^w:/, "");

/** By which a style, a paragraph, a text or a table names a style. */
const STYLES: Readonly<Record<string, string>> = { basedOn: "sbasedon", pStyle: "s", rStyle: "cs", tblStyle: "ts" };

/** `styles`: numbers of the styles by their names. */
export function createWords(colour: ReadColour, styles: ReadonlyMap<string, number>) {
  const fonts: string[] = [];
  const fontNumber = (name: string): number => {
    const known = fonts.indexOf(name);
    return known >= 0 ? known : fonts.push(name) - 1;
  };
  const wordsOf = (one: XmlElement, holder: keyof typeof SHADES): readonly Word[] => {
    const { "w:val": value, ...attributes } = one.attributes;
    const of = (...names: readonly string[]): number => names.map((one) => Number(attributes[one])).find(Boolean) ?? 0;
    const word = (name: string, said: number): Word => ({ name, value: said });
    const name = localName(one);
    const [ofStyle, style] = [STYLES[name], styles.get(value ?? "")];
    if (ofStyle) return style === undefined ? [] : [word(ofStyle, style)];
    switch (name) {
      case "color":
        return [word("cf", numberOf(colour(one, "w:val", "theme")))];
      case "shd": {
        const share = shareOf(value ?? "clear");
        if (value === "nil" || value === "none") return [];
        return wordsOfShade(SHADES[holder], share, [
          colour(one, "w:color", "theme"),
          colour(one, "w:fill", "themeFill"),
        ]);
      }
      case "highlight":
        return [word("highlight", numberOf(penColour(value ?? "none")))];
      case "vertAlign":
        return [word(SCRIPTS[value ?? ""] ?? "nosupersub", 1)];
      case "position":
        return [word(Number(value) < 0 ? "dn" : "up", Math.abs(Number(value)))];
      case "rFonts": {
        const { "w:ascii": ascii, "w:hAnsi": other = ascii } = attributes;
        const font = [ascii, other].find((known) => known !== undefined && isSignFont(known)) ?? ascii;
        return font === undefined ? [] : [word("f", fontNumber(font))];
      }
      case "numPr":
        return [word("ls", Number(findChild(one, "w:numId")?.attributes["w:val"] ?? 1))];
      case "ind":
        return [
          word("li", of("w:left", "w:start")),
          word("fi", of("w:firstLine") - of("w:hanging")),
          word("ri", of("w:right", "w:end")),
        ];
      case "spacing":
        if (value !== undefined) return [word("expndtw", Number(value))];
        return [
          word("sb", of("w:before")),
          ...(attributes["w:lineRule"] === "exact" ? [word("sl", -of("w:line"))] : []),
        ];
      case "tabs":
        return [word("tx", Math.max(...childrenOf(one, "w:tab").map((tab) => Number(tab.attributes["w:pos"]) || 0)))];
      case "tblInd":
        return [word("trleft", of("w:w"))];
      case "tblpPr":
        return [word("tposx", of("w:tblpX")), word("tposy", of("w:tblpY"))];
      case "tblCellMar":
      case "tcMar":
        return elementsIn(one).map((side) =>
          word(side.name === "w:top" ? "trpaddt" : "trpaddl", Number(side.attributes["w:w"]) || 0),
        );
      case "trHeight":
        return attributes["w:hRule"] === "exact" ? [word("trrh", -Number(value))] : [];
      case "tcW":
        return attributes["w:type"] === "dxa" && of("w:w") > 0 ? [word("clwidth", of("w:w"))] : [];
      case "tcBorders":
        return ["w:tl2br", "w:tr2bl"]
          .flatMap((line) => childrenOf(one, line))
          .map((line) => word("cldglu", +isOn(line)));
      case "hMerge":
        return value === "restart" ? [] : [word("clmrg", 1)];
      case "vMerge":
        return [word(value === "restart" ? "clvmgf" : "clvmrg", 1)]; // no value: it goes on (17.4.84)
      default:
        return DOCX_PLAIN.has(name) ? [] : [word(WORDS[name] ?? one.name, numberIn(one))];
    }
  };
  return {
    fonts,
    wordsIn: (properties: XmlElement | undefined, holder: keyof typeof SHADES): readonly Word[] =>
      elementsIn(properties).flatMap((one) => wordsOf(one, holder)),
  };
}

/** "pct25" => 25; undefined: lines. */
function shareOf(pattern: string): number | undefined {
  if (pattern === "clear") return 0;
  const share = pattern === "solid" ? 100 : Number(/^pct(\d+)$/.exec(pattern)?.[1] ?? Number.NaN);
  return Number.isNaN(share) ? undefined : share;
}

/** A switch as a number. */
function numberIn(element: XmlElement): number {
  const number = Number.parseFloat(element.attributes["w:val"] ?? "");
  return Number.isNaN(number) ? +isOn(element) : number;
}
