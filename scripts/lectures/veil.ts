/**
 * No label reaches paper before a person has seen it. A text of a file that is neither of known words nor of its confirmed template is
 * « libellé à confirmer » wherever it would be printed: in the bulletin, its workbook and its data. The text itself stands in the lecture
 * and on the control sheet. Remarks and the names of files, sheets and cells are no matter of this file: none gives a received text to paper
 * (model/remarks/told.ts, compose/context/printed-places.ts).
 */
import { shapeOf } from "../map/index.ts";
import { formatCell, oneLine } from "../model/format.ts";
import type { Observation, PrintedFigure, Provenance, Recognition, Undated } from "../model/observation.ts";
import { labelKey } from "../nomenclature/index.ts";
import type { KnownTexts } from "./vocabulary.ts";

const TO_CONFIRM = "libellé à confirmer";

/** "2026-T1, ligne 6 : libellé à confirmer": where it first stands; its column too where another label of that row has the name. */
function lineToConfirm(place: Provenance, taken: readonly string[]): string {
  const { file, row, name } = place;
  const named = (at: string): string => `${file.slice(0, file.indexOf("/"))}, ${at} : ${TO_CONFIRM}`;
  const own = named(name ?? `ligne ${row}`);
  return taken.includes(own) ? named(formatCell(place)) : own;
}

/**
 * @param seen the recognition that a person confirmed, whose template this file has; undefined: none.
 * @param known texts of known words; of a line that no list has, even these may be a name (« PETIT », « Voisin »).
 * @param names of the lines to confirm, by their labels: one line of several files has one name.
 */
export function veil(
  recognition: Recognition,
  seen: Recognition | undefined,
  { isKnown, isDeclared }: KnownTexts,
  names: Map<string, string> = new Map(),
): Recognition {
  const confirmed = new Set((seen ? labelsOf(seen) : []).map(shapeOf));
  const isConfirmed = (text: string): boolean => isDeclared(text) || confirmed.has(shapeOf(text));
  const unknownLines = new Set(unknownLinesOf(recognition).filter((label) => !isConfirmed(label)));
  const isSeen = (text: string): boolean => isConfirmed(text) || (isKnown(text) && !unknownLines.has(oneLine(text)));
  const nameOf = (label: string, place: Provenance): string => {
    const name = names.get(labelKey(label)) ?? lineToConfirm(place, [...names.values()]);
    names.set(labelKey(label), name);
    return name;
  };
  const labelled = <T extends Undated>(o: T): T =>
    isSeen(o.label) ? o : { ...o, label: nameOf(o.label, o.provenance) };
  const line = <T extends Observation | PrintedFigure>(o: T): T => ({
    ...(o.indicator === null ? labelled(o) : o),
    family: o.family === null || isSeen(o.family) ? o.family : TO_CONFIRM,
  });
  return {
    ...recognition,
    observations: recognition.observations.map(line),
    printed: recognition.printed.map(line),
    undated: recognition.undated.map(labelled),
  };
}

/** Labels of lines that no list has. */
const unknownLinesOf = ({ observations, printed, undated }: Recognition): readonly string[] => [
  ...observations.flatMap((o) => (o.indicator === null && o.kind === "line" ? [o.label] : [])),
  ...printed.flatMap((o) => (o.indicator === null ? [o.label] : [])),
  ...undated.map(({ label }) => label),
];

/** Keeping a line is consent for its label, and its family's. */
const labelsOf = ({ observations, printed, undated }: Recognition): readonly string[] => [
  ...[...observations, ...printed].flatMap(({ label, family }) => [label, family ?? ""]),
  ...undated.map(({ label }) => label),
];
