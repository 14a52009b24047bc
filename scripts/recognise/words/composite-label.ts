/** A label that also says its force or its period: "Homicides (PN)", "Cambriolages de logement - T1 2026". */

import type { FacetParser } from "./facets.ts";
import type { LabelMatch, Labels } from "./labels.ts";
import { findPeriods } from "./period-text.ts";
import { type Facets, isUnderstood } from "./said.ts";

const BREAKS = /[()[\]|:]|\s[-–—/]\s|,\s/;

/** Says a force or a period, and nothing of what a column measures. */
const isBeside = (f: Facets): boolean => isUnderstood(f) && f.measure === null && f.dimension === null;

/**
 * The lines that the label names once the force and the period are taken out of it; none when nothing is left or nothing
 * is taken out. "Homicides (PN)" => the match of "Homicides"
 */
export function matchComposite(
  text: string,
  facets: Facets,
  parse: FacetParser,
  labels: Labels,
): readonly LabelMatch[] {
  if (facets.declared || (facets.force === null && facets.periods.length === 0)) return [];
  const pieces = findPeriods(text)
    .rest.split(BREAKS)
    .map((p) => p.trim());
  const rest = pieces.filter((p) => p !== "" && !isBeside(parse(p))).join(" ");
  return rest === "" ? [] : labels.match(rest);
}

/** An unknown line whose label says one force or a period: reading it under the heading's could be wrong. */
export const saysBeside = ({ force, periods, declared }: Facets): boolean =>
  !declared && (force === "PN" || force === "GN" || periods.length > 0);
