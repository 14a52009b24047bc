/** A period whose figures may end before it does: in the wrong folder, "Année 2026" for the months gone by, "T1 2026 - arrêté au 15 mars". */
import { cumulative, isWholeYear, month, monthOf, type Period, samePeriod, yearOf } from "../../model/period.ts";
import { typedDay } from "../../model/typed.ts";
import { asking, type Doubt, doubtful } from "../layout/outcome.ts";
import type { FacetParser } from "../words/facets.ts";
import { daysIn } from "../words/period-items.ts";
import type { EndDay } from "../words/period-part.ts";
import { type Anchor, askPeriods } from "./resolve.ts";

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
 * The doubt over a period that holds the end of the delivery's quarter and months after it, or of which a text says an earlier end.
 * "Année 2026" in March may mean the months gone by, and the settings can say so. "1er semestre 2026" can mean nothing else than it says:
 * where the whole statement is of that half-year, it is read as it stands and a check says that its folder is wrong; in one column of an
 * earlier statement, the heading is wrong or the folder is, and no word of the settings may make a quarter of it.
 */
export function findUnfinished({ period, texts, folder, anchor }: SaidSpan, parse: FacetParser): Doubt | null {
  const goesOn = folder !== null && period.first <= folder.last && period.last > folder.last;
  if (!goesOn) return findCutShort(period, texts, parse);
  // "Année 2026", "2026": a year, and no word for its months
  const saysOnlyYears = texts.flatMap((t) => parse(t).periods).every((p) => !p.within && !p.full);
  if (isWholeYear(period) && saysOnlyYears) return yearSoFar(folder, texts);
  if (anchor && anchor.period.last >= period.last) return findCutShort(period, texts, parse);
  return doubtful(texts.join(" / "), UNFINISHED, `${WRONG_FOLDER} Sinon demandez au service un fichier corrigé.`);
}

const UNFINISHED = "cette période n'était pas finie à la livraison";

function yearSoFar(folder: Period, texts: readonly string[]): Doubt {
  const soFar = cumulative(folder);
  const others = samePeriod(soFar, folder) ? [folder] : [soFar, folder];
  const [text = "", second] = texts;
  return text !== "" && second === undefined
    ? asking(text, askPeriods(others), WRONG_FOLDER)
    : doubtful(texts.join(" / "), UNFINISHED, WRONG_FOLDER);
}

/** Is the day before the last one of the period? A day without its year, "au 8 janvier" for a 4th quarter, is of the year after. */
export function isCutShort({ day, month: number, year }: EndDay, { first, last }: Period): boolean {
  const own = yearOf(last);
  const end = month(year ?? (number < monthOf(first) ? own + 1 : own), number);
  return end < last || (end === last && day < daysIn(own, monthOf(last)));
}

/** "31/03/2025" over figures that only the folder, or another text, says to be of the first quarter of 2026. */
export function findOtherDay({ first, last }: Period, heads: readonly string[]): Doubt | null {
  const isOther = (day: string): boolean => day < first || day.slice(0, 7) > last;
  const text = heads.find((head) => isOther(typedDay(head.replace(/^.*\bau /i, "")) ?? first));
  return text === undefined ? null : doubtful(text, "ce jour n'est pas de la période de ses chiffres", WRONG_FOLDER);
}

/** "Cumul au 15/03/2026" */
function findCutShort(period: Period, texts: readonly string[], parse: FacetParser): Doubt | null {
  const text = texts.find((t) => parse(t).until.some((day) => isCutShort(day, period)));
  if (text === undefined) return null;
  return doubtful(
    text,
    "les chiffres s'arrêteraient avant la fin de leur période",
    "Demandez au service les chiffres de la période entière.",
  );
}
