/** Conditional formats of a SpreadsheetML 2003 workbook: a qualifier, one or two values, a style as CSS writes it. */
import { childrenOf, findChild, ownText, type XmlElement } from "../container/xml.ts";
import type { Area } from "./workbook/areas.ts";
import { holdsFor, type Operator } from "./workbook/conditions.ts";
import type { CellStyle, Condition, ConditionalFormat } from "./workbook/workbook.ts";
import { colourOf } from "./xml-2003-styles.ts";

const OPERATORS: Readonly<Record<string, Operator>> = {
  Equal: "equal",
  NotEqual: "notEqual",
  Greater: "greaterThan",
  GreaterOrEqual: "greaterThanOrEqual",
  Less: "lessThan",
  LessOrEqual: "lessThanOrEqual",
  Between: "between",
  NotBetween: "notBetween",
};

export const conditionsOf = (sheet: XmlElement): readonly ConditionalFormat[] =>
  childrenOf(sheet, "x:ConditionalFormatting").flatMap((format) => {
    const areas = textOf(findChild(format, "x:Range"))
      .split(",")
      .flatMap((range) => areaOf(range) ?? []);
    return childrenOf(format, "x:Condition").map((condition) => ({
      areas,
      holds: holdsOf(condition),
      change: changeOf(styleOf(findChild(condition, "x:Format"))),
      stops: true, // the first that holds is the only one
    }));
  });

const styleOf = (format: XmlElement | undefined): string =>
  format?.attributes.Style ?? format?.attributes["x:Style"] ?? "";

const textOf = (element: XmlElement | undefined): string => ownText(element).trim();

/** "R5C2" or "R5C2:R9C3"; "C2" is a whole column, "R5" a whole row. */
function areaOf(range: string): Area | undefined {
  const corners = range.split(":").map((corner) => /^(?:R(\d+))?(?:C(\d+))?$/.exec(corner.trim()));
  const [from, to = from] = corners;
  if (!from || !to || !from[0]) return undefined;
  const index = (text: string | undefined, otherwise: number): number => (text ? Number(text) - 1 : otherwise);
  return {
    top: index(from[1], 0),
    left: index(from[2], 0),
    bottom: index(to[1], Number.MAX_SAFE_INTEGER),
    right: index(to[2], Number.MAX_SAFE_INTEGER),
  };
}

/** A formula would have to be computed. */
function holdsOf(condition: XmlElement): Condition["holds"] {
  const [first, second] = ["x:Value1", "x:Value2"].map((name) => {
    const text = textOf(findChild(condition, name)).replace(/^=/, "");
    return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  });
  const operator = OPERATORS[textOf(findChild(condition, "x:Qualifier"))];
  return operator && first !== undefined ? holdsFor(operator, first, second) : () => undefined;
}

/** "color:white;text-line-through:single;background:yellow" */
function changeOf(css: string): (style: CellStyle) => CellStyle {
  const values = new Map(
    css.split(";").map((part) => {
      const [name = "", value = ""] = part.split(":").map((one) => one.trim().toLowerCase());
      return [name, value] as const;
    }),
  );
  const colour = values.get("color");
  const ground = values.get("background");
  const line = values.get("text-line-through") ?? values.get("text-decoration") ?? "";
  return (style) => ({
    ...style,
    ...(ground !== undefined && { fill: named(ground) }),
    font: {
      ...style.font,
      ...(colour !== undefined && { colour: named(colour) }),
      ...(/single|line-through/.test(line) && { struck: true }),
    },
  });
}

const named = (colour: string): CellStyle["fill"] =>
  colourOf(colour === "white" ? "#ffffff" : colour === "black" ? "#000000" : colour);
