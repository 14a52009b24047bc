/** What conditional formats may lay over the cells of an .ods, as LibreOffice writes them for a table; those of a style are with it. */
import { descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import { parseHexColour } from "../../contract/contrast.ts";
import { areaOf } from "../workbook/areas.ts";
import { NOT_PLAIN, type Overlay } from "../workbook/workbook.ts";
import type { OdsStyles } from "./ods-styles.ts";

/** Of several that blanks part; the name of a sheet may hold blanks: "'IS 101'.A1:'IS 101'.B5". */
const RANGE = /(?:'(?:[^']|'')*'|[^\s'])+/g;

/** "Feuille1.A1:Feuille1.B5" => "A1:B5" */
const plainRange = (range: string): string =>
  range
    .split(":")
    .map((place) => place.slice(place.lastIndexOf(".") + 1))
    .join(":");

export const tableOverlays = (table: XmlElement, styles: OdsStyles): readonly Overlay[] =>
  descendants(table, "calcext:conditional-format").flatMap((format) => {
    const ranges = format.attributes["calcext:target-range-address"] ?? "";
    const areas = (ranges.match(RANGE) ?? []).flatMap((range) => areaOf(plainRange(range)) ?? []);
    const parts = elementsIn(format).flatMap((part) => [part, ...elementsIn(part)]);
    return parts.flatMap((part) => laidBy(part, styles)).map((laid) => ({ areas, laid }));
  });

function laidBy({ attributes }: XmlElement, styles: OdsStyles): readonly Overlay["laid"][] {
  const at = (name: string): string | undefined => attributes[`calcext:${name}`];
  const name = at("apply-style-name") ?? at("style");
  // Of a scale of colours, or of a bar: which one is behind a figure would have to be computed.
  const ground = parseHexColour(at("color") ?? at("positive-color"));
  return [
    ...(at("show-value") === "false" ? [NOT_PLAIN] : []),
    ...(ground ? [{ ground }] : []),
    ...(name === undefined ? [] : [styles.laid(name)]),
  ];
}
