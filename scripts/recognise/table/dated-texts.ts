/** The texts around a table that say which months its counts are of; they may contradict it. */

import type { Period } from "../../model/period.ts";
import type { Line } from "../layout/nearest-lines.ts";
import type { Surroundings } from "../layout/surroundings.ts";
import { fullPeriod } from "../words/period-part.ts";
import { isScope } from "../words/vocabulary.ts";

export interface DatedTexts {
  /** Captions and titles of the table that say a period, nearest first. */
  readonly titles: readonly Line[];
  /** The name of its sheet, where it says a period. */
  readonly sheet: Line | null;
  /** Texts just above the table that say a period. */
  readonly dated: number;
  /** Periods that the settings give to texts around it. */
  readonly settled: readonly Period[];
}

export function datedTexts(around: Surroundings): DatedTexts {
  const declared = around.lines.filter((l) => l.facets.declared && l.facets.periods.length > 0);
  const isSettled = declared.length > 0;
  return {
    titles: [...around.lines.filter(saysPeriod), ...around.notes.filter(speaksOfEnd)],
    sheet: !isSettled && saysPeriod(around.sheet) ? around.sheet : null,
    dated: around.lines.filter((l) => l.near && l.facets.periods.length > 0).length,
    settled: declared.flatMap(({ facets }) => facets.periods.flatMap((p) => fullPeriod(p) ?? [])),
  };
}

/** A title of the table, and no sentence beside it: understood, or named after a document. */
const saysPeriod = (line: Line): boolean => {
  const { facets, text } = line;
  const saysEnd = facets.until.length > 0 && facets.mentions.includes("figures");
  const isOfFigures = facets.statements.length > 0 || facets.residual === "" || saysEnd || isScope(line.text);
  return (
    !facets.declared &&
    (isOfFigures || (facets.mentions.includes("document") && !/\.\s*$/.test(text))) &&
    (facets.periods.length > 0 || facets.unreadable.length > 0 || facets.until.length > 0)
  );
};

/** A note, or a line under the table: "Champ : …", "Données arrêtées au 15 mars 2026". */
const speaksOfEnd = (line: Line): boolean => saysPeriod(line) && (isScope(line.text) || line.facets.until.length > 0);
