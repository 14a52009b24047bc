/** A period that goes on after the quarter of its delivery: in the wrong folder, or "Année 2026" for the months gone by. */
import { cumulative, isWholeYear, monthIndex, type Period, samePeriod } from "../../model/period.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import type { FacetParser } from "../words/facets.ts";
import { type Anchor, describePeriod, settlePeriods } from "./resolve.ts";

const WRONG_FOLDER = "Si le fichier est dans le mauvais dossier, déplacez-le dans celui de son trimestre.";

/** A period, the texts that said it, and what it is held against. */
interface SaidSpan {
  readonly period: Period;
  readonly texts: readonly string[];
  /** Quarter of the delivery. */
  readonly folder: Period | null;
  readonly anchor: Anchor | null;
}

/**
 * The doubt over a period that holds the end of the delivery's quarter and months after it. "Année 2026" in March may mean the
 * months gone by, and the settings can say so. "1er semestre 2026" can mean nothing else than it says: where the whole
 * statement is of that half-year, it is read as it stands and a check says that its folder is wrong; in one column of an
 * earlier statement, the heading is wrong or the folder is, and no word of the settings may make a quarter of it.
 */
export function findAfterDelivery({ period, texts, folder, anchor }: SaidSpan, parse: FacetParser): Doubt | null {
  if (
    !folder ||
    monthIndex(period.last) <= monthIndex(folder.last) ||
    monthIndex(period.first) > monthIndex(folder.last)
  )
    return null;
  const text = texts.join(" / ");
  const unfinished = `${describePeriod(period)}, période qui n'était pas finie à la livraison : le fichier serait dans le mauvais dossier`;
  if (isWholeYear(period) && saysOnlyYears(texts, parse)) return yearSoFar(folder, texts, unfinished);
  if (anchor && monthIndex(anchor.period.last) >= monthIndex(period.last)) return null;
  return ambiguous(text, [unfinished, "une période plus courte, que l'en-tête devrait nommer"], {
    hint: `${WRONG_FOLDER} Sinon demandez au service un fichier corrigé : aucun réglage ne peut dire une autre période que ce texte.`,
  });
}

/** "Année 2026", "2026": a year, and no word for its months. */
const saysOnlyYears = (texts: readonly string[], parse: FacetParser): boolean =>
  texts.flatMap((t) => parse(t).periods).every((p) => p.within === undefined && p.full === undefined);

function yearSoFar(folder: Period, texts: readonly string[], unfinished: string): Doubt {
  const soFar = cumulative(folder);
  const others = samePeriod(soFar, folder) ? [folder] : [soFar, folder];
  const [text = "", second] = texts;
  return ambiguous(texts.join(" / "), [...others.map(describePeriod), unfinished], {
    hint: WRONG_FOLDER,
    ...(text !== "" && second === undefined ? { settle: settlePeriods(text, others) } : {}),
  });
}
