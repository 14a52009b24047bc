/**
 * "The same line": when two counts, two labels or two deliveries speak of one thing. The one rule, for every stage: read it before
 * you compare labels.
 */
import type { Observation } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { remember } from "../model/remember.ts";
import { fold, stripNumber } from "./fold.ts";

/**
 * A label, whatever its spelling and whatever number stands before or after it: « Rodéos urbains », « 12 - RODEOS URBAINS » and
 * « Rodéo urbain (12) » are one label; « 2 roues volés » and « 4 roues volés » are two.
 */
export const labelKey = remember((label: string) => fold(stripNumber(label)));

/** "dont vols liés à l'automobile": a part of the line above, which counts it already; it is added to no other. */
export const isPartOfLine = ({ label }: Pick<Observation, "label">): boolean =>
  /^[\s\p{P}•]*dont(?!\p{L})/iu.test(label);

/** What a line of the settings declares: a label of one statement, whatever family it stands under. */
export const declaredKey = ({ statement, label }: Pick<Observation, "statement" | "label">): string =>
  `${statement}|${labelKey(label)}`;

/**
 * A line: of the nomenclature, its indicator, whatever it is called and wherever it stands; of no nomenclature, its label and its
 * family (the same label under two families is two lines). "IST|ist-menaces", "IST||tapage|tranquillite salubrite"
 */
export const lineKey = (o: Pick<Observation, "statement" | "indicator" | "label" | "family">): string =>
  o.indicator !== null
    ? `${o.statement}|${o.indicator}`
    : `${o.statement}||${labelKey(o.label)}|${o.family === null ? "" : labelKey(o.family)}`;

/** What a figure counts, of whom, when. */
export const figureKey = (o: Observation): string => [o.kind, lineKey(o), o.force, periodKey(o.period)].join("|");
