/** A label that also says its force or its period: "Homicides (PN)", "Cambriolages de logement - T1 2026". */

import type { Force } from "../../model/observation.ts";
import { fold } from "../../nomenclature/index.ts";
import type { LabelMatch } from "./labels.ts";
import { findPeriods } from "./period-text.ts";
import { type Facets, isUnderstood } from "./said.ts";
import type { Tools } from "./tools.ts";

const BREAKS = /[()[\]|:]|\s[-–—/]\s|,\s/;

/** Says a force or a period, and nothing of what a column measures. */
const isBeside = (f: Facets): boolean => isUnderstood(f) && f.measure === null && f.dimension === null;

/** "Homicides - Ville-Haute" => "Homicides", "Ville-Haute" */
export const labelPieces = (text: string): readonly string[] =>
  text
    .split(BREAKS)
    .map((p) => p.trim())
    .filter((p) => p !== "");

/**
 * The lines that the label names once the force, the period and the commune's name are taken out of it; none when nothing is left
 * or nothing is taken out. "Homicides (PN)" => the match of "Homicides"
 */
export function matchComposite(
  text: string,
  facets: Facets,
  { parse, labels, placeIn }: Pick<Tools, "parse" | "labels" | "placeIn">,
): readonly LabelMatch[] {
  if (facets.declared) return [];
  const pieces = labelPieces(findPeriods(text).rest);
  // All of it is the label, or none.
  if (pieces.length < 2 && facets.periods.length === 0) return [];
  const isOurs = (piece: string): boolean => placeIn(piece, "heading")?.kind === "ours";
  const rest = pieces.filter((p) => !isBeside(parse(p)) && !isOurs(p));
  if (rest.length === pieces.length && facets.periods.length === 0) return [];
  return rest.length === 0 ? [] : labels.match(rest.join(" "));
}

/** An unknown line whose label says one force or a period: reading it under the heading's could be wrong. */
export const saysBeside = ({ force, periods, declared }: Facets): boolean =>
  !declared && (force === "PN" || force === "GN" || periods.length > 0);

/** "Rodéos gendarmerie", "dont police nationale", but not "Outrages à agent de police". */
const ENDS_WITH_FORCE =
  /^(?:.*(?<!\b(?:de|du|a|la|l|d|agent|force)) )(?:police|gendarmerie|pn|gn|zpn|zgn)(?: nationale?)?$/;

/** The force with which the label of a line ends; null where it says none. */
export const forceInLabel = (label: string, { force, weakForce, declared }: Facets): Force | null =>
  !declared && ENDS_WITH_FORCE.test(fold(label)) ? (force ?? weakForce) : null;
