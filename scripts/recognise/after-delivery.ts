/** A period that goes on after the quarter of its delivery cannot be meant: "Année 2026" in the delivery of March. */
import { cumulative, monthIndex, type Period, periodKey, samePeriod } from "../model/period.ts";
import type { Doubt } from "./outcome.ts";
import { describePeriod } from "./resolve.ts";

/**
 * The doubt over a period that holds the end of the delivery's quarter and months after it. A period that begins after that
 * quarter is read as it stands: the statement is then in the wrong folder, and a check says so.
 */
export function findAfterDelivery(period: Period, folder: Period | null, texts: readonly string[]): Doubt | null {
  if (
    !folder ||
    monthIndex(period.last) <= monthIndex(folder.last) ||
    monthIndex(period.first) > monthIndex(folder.last)
  )
    return null;
  const soFar = cumulative(folder);
  const others = samePeriod(soFar, folder) ? [folder] : [soFar, folder];
  const [text = "", second] = texts;
  return {
    kind: "doubt",
    text: texts.join(" / "),
    readings: [
      ...others.map(describePeriod),
      `${describePeriod(period)}, qui n'était pas finie à la livraison : le fichier serait dans le mauvais dossier`,
    ],
    hint: "Si le fichier est dans le mauvais dossier, déplacez-le dans celui de son trimestre.",
    ...(text !== "" && second === undefined ? { settle: others.map((p) => ({ text, reading: periodKey(p) })) } : {}),
  };
}
