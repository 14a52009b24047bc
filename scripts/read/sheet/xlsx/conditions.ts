/** Conditional formats that may change what a person sees of a figure (ECMA-376 part 1, 18.3.1.18; [MS-XLSX] 2.6.33). */
import { childrenOf, descendants, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import type { Rgb } from "../../contract/contrast.ts";
import { areaOf } from "../workbook/areas.ts";
import { holdsFor, type Operator } from "../workbook/conditions.ts";
import { parseNumberFormat } from "../workbook/number-format.ts";
import type { CellStyle, ConditionalFormat } from "../workbook/workbook.ts";
import type { Styles } from "./styles.ts";
import { isOn, isSet } from "./values.ts";

type Ranked = ConditionalFormat & { readonly priority: number };

/** In their order of priority. */
export function conditionalFormatsOf(root: XmlElement, styles: Styles): readonly ConditionalFormat[] {
  const written = [...descendants(root, "x:conditionalFormatting"), ...descendants(root, "x14:conditionalFormatting")];
  return written
    .flatMap((format) => {
      const ranges = format.attributes.sqref ?? textOf(descendants(format, "xm:sqref")[0]);
      const areas = ranges.split(/\s+/).flatMap((range) => areaOf(range) ?? []);
      return [...childrenOf(format, "x:cfRule"), ...childrenOf(format, "x14:cfRule")].flatMap(
        (rule): readonly Ranked[] => {
          const stops = isSet(rule.attributes.stopIfTrue);
          const change = changeOf(rule, styles) ?? (stops ? (style: CellStyle) => style : undefined);
          const scaled = scaleOf(rule, styles).map((fill) => ({
            areas,
            holds: () => undefined,
            change: (style: CellStyle) => ({ ...style, fill }),
            priority: Number.MAX_VALUE,
          }));
          if (scaled.length > 0) return scaled;
          return change
            ? [
                {
                  areas,
                  holds: holdsOf(rule),
                  change,
                  stops,
                  priority: Number(rule.attributes.priority ?? Number.MAX_VALUE),
                },
              ]
            : [];
        },
      );
    })
    .toSorted((a, b) => a.priority - b.priority);
}

const textOf = (element: XmlElement | undefined): string => ownText(element).trim();

/** The colours of a scale, or of a bar behind the figures: which one is behind a figure would have to be computed. */
const scaleOf = (rule: XmlElement, styles: Styles): readonly Rgb[] =>
  ["x:colorScale", "x14:colorScale", "x:dataBar", "x14:dataBar"]
    .flatMap((name) => findChild(rule, name) ?? [])
    .filter((scale) => isOn(scale.attributes.showValue))
    .flatMap(styles.colours);

const NOTHING = parseNumberFormat(";;;");

function changeOf(rule: XmlElement, styles: Styles): ConditionalFormat["change"] | undefined {
  const bars = ["dataBar", "iconSet"].flatMap((name) => [findChild(rule, `x:${name}`), findChild(rule, `x14:${name}`)]);
  // Bars and icons in place of the figures.
  if (bars.some((bar) => bar && !isOn(bar.attributes.showValue))) return (style) => ({ ...style, format: NOTHING });
  const own = findChild(rule, "x14:dxf");
  if (own) return styles.overlay(own);
  const { dxfId } = rule.attributes;
  return dxfId === undefined ? undefined : styles.differential(Number(dxfId));
}

/** Only what needs no computing: a figure held against constants or against nothing, an error, TRUE. */
function holdsOf(rule: XmlElement): ConditionalFormat["holds"] {
  const { type, operator } = rule.attributes;
  if (type === "dataBar" || type === "iconSet") return ({ kind }) => kind === "number";
  if (type === "containsBlanks" || type === "notContainsBlanks")
    return (value) => (value.kind === "number" ? type === "notContainsBlanks" : undefined);
  if (type === "containsErrors" || type === "notContainsErrors")
    return ({ kind }) => (kind === "error") === (type === "containsErrors");
  const formulas = [...childrenOf(rule, "x:formula"), ...childrenOf(rule, "xm:f")].map(textOf);
  if (type === "expression") {
    const [formula = ""] = formulas;
    const constant = /^(TRUE|1)(\(\))?$/i.test(formula)
      ? true
      : /^(FALSE|0)(\(\))?$/i.test(formula)
        ? false
        : undefined;
    return () => constant;
  }
  const [first, second] = formulas.map((formula) => (/^-?\d+(\.\d+)?$/.test(formula) ? Number(formula) : undefined));
  if (type !== "cellIs" || first === undefined) return () => undefined;
  return holdsFor(operator as Operator, first, second);
}
