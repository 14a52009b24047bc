/**
 * The look of the cells of an .ods, by the names of their styles (OpenDocument 1.3 part 3, 16.2 and 20): what a style says with its parents, what
 * of that is not plain.
 */
import { descendants, type XmlElement } from "../../container/xml.ts";
import { pointsOf, sizeOf } from "../../open-document/lengths.ts";
import { collapsed, partsOfPage } from "../../open-document/open-document.ts";
import { openStyles, type Style, type Styles } from "../../open-document/styles.ts";
import { constructsOf, type Said } from "../../plain/said.ts";
import { type CellStyle, NOT_PLAIN, type Overlay, PLAIN_STYLE, styledBy } from "../workbook/workbook.ts";

export interface OdsStyles extends Styles {
  readonly cell: (name: string | undefined) => CellStyle;
  /** Of a span within what looks so. */
  readonly span: (name: string | undefined, base: CellStyle) => CellStyle;
  /** A style of cells that a condition lays over another. */
  readonly laid: (name: string) => Overlay["laid"];
  /** The texts at the head and foot of the pages of a sheet, by its style. */
  readonly pageTexts: (tableStyle: string | undefined) => readonly string[];
}

/** In points, the width of a character. */
export const CHARACTER = 5.5;

/** Of the cells that name no style. */
const USUAL = "Default";

/** `roots`: styles.xml, then content.xml. */
export function odsStyles(roots: readonly XmlElement[]): OdsStyles {
  const all = (name: string): readonly XmlElement[] => roots.flatMap((root) => descendants(root, name));
  const styles = openStyles(all);
  const known = new Map<string, CellStyle>();
  const cell = (name = USUAL): CellStyle => {
    const found = known.get(name) ?? cellStyleOf(styles.style("table-cell", name));
    known.set(name, found);
    return found;
  };
  return {
    ...styles,
    data: (name = USUAL) => styles.data(name),
    cell,
    span: (name, base) => sizedBy(base, styles.style("text", name)),
    laid: (called) => {
      // By the name that people see, which LibreOffice writes there: "Mon style" for "Mon_20_style".
      const { attributes } = all("style:style").find((one) => one.attributes["style:display-name"] === called) ?? {};
      const name = attributes?.["style:name"] ?? called;
      const said = styles.style("table-cell", name);
      const isOther = styles.data(name)?.showsNumber === false || constructsOf(said).length > 0;
      return isOther ? NOT_PLAIN : said.ink;
    },
    pageTexts: (tableStyle) => {
      const name = styles.style("table", tableStyle).values["style:master-page-name"] ?? "Default";
      const master = all("style:master-page").findLast(({ attributes }) => attributes["style:name"] === name);
      return [...partsOfPage(master, "header"), ...partsOfPage(master, "footer")]
        .flatMap((holder) => descendants(holder, "text:p"))
        .map((paragraph) => textOf(paragraph).trim())
        .filter((text) => text !== "");
    },
  };
}

/** A style with that on top; a size may be a share of the one below. */
const sizedBy = (base: CellStyle, said: Said): CellStyle =>
  styledBy(base, { ...said, size: String(sizeOf(said.size ?? "", Number(base.size))) });

const cellStyleOf = ({ values, ...said }: Style): CellStyle => ({
  ...sizedBy(PLAIN_STYLE, said),
  format: "",
  indent: (pointsOf(values["fo:margin-left"]) ?? 0) / CHARACTER,
  isUpright: values["style:direction"] === "ttb" || isSteep(Number(values["style:rotation-angle"] ?? 0)),
});

/** `angle`: in degrees; it runs up or down rather than across. */
const isSteep = (angle: number): boolean => Math.abs((Math.abs(angle) % 180) - 90) < 45;

/** Without the fields, which stand for the number of the page, the name of the sheet, the day. */
const textOf = ({ children }: XmlElement): string =>
  children
    .map((child) => {
      if (typeof child === "string") return collapsed(child);
      if (/^text:(?:s|tab|line-break)$/.test(child.name)) return " ";
      return /^text:(?:span|a)$/.test(child.name) ? textOf(child) : "";
    })
    .join("");
