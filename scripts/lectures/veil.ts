/**
 * No label reaches paper before a person has seen it. A text of a file that is neither of known words nor of its confirmed template is
 * « libellé à confirmer » wherever it would be printed: in the bulletin, its workbook and its data. The text itself stands in the lecture
 * and on the control sheet. What remarks quote is no matter of this file: no remark gives a received text to paper (model/remarks/told.ts).
 */
import { shapeOf } from "../map/index.ts";
import { oneLine } from "../model/format.ts";
import type { Issue, Place } from "../model/issue.ts";
import type { Observation, PrintedFigure, Provenance, Reading, Recognition, Undated } from "../model/observation.ts";
import { labelKey } from "../nomenclature/index.ts";
import type { KnownTexts } from "./vocabulary.ts";

const TO_CONFIRM = "libellé à confirmer";

/** "2026-T1, ligne 6 : libellé à confirmer": where it first stands. */
const lineToConfirm = ({ file, row, name }: Provenance): string =>
  `${file.slice(0, file.indexOf("/"))}, ${name ?? `ligne ${row}`} : ${TO_CONFIRM}`;

export interface Veil {
  readonly recognition: Recognition;
  /** With the names that its sheets bear then. */
  readonly issues: (issues: readonly Issue[]) => readonly Issue[];
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
): Veil {
  const confirmed = new Set((seen ? textsOf(seen) : []).map(shapeOf));
  const isConfirmed = (text: string): boolean => isDeclared(text) || confirmed.has(shapeOf(text));
  const unknownLines = new Set(unknownLinesOf(recognition).filter((label) => !isConfirmed(label)));
  const isSeen = (text: string): boolean => isConfirmed(text) || (isKnown(text) && !unknownLines.has(oneLine(text)));
  const parts = partsToConfirm(recognition, isSeen);
  const named = <T extends Place>(at: T): T =>
    at.part === undefined ? at : { ...at, part: parts.get(at.part) ?? at.part };
  return {
    recognition: veiled(recognition, parts, isSeen, names),
    issues: (issues) =>
      issues.map((issue) => ({
        ...issue,
        ...(issue.place && { place: named(issue.place) }),
        ...(issue.also && { also: issue.also.map(named) }),
      })),
  };
}

/** Labels of lines that no list has. */
const unknownLinesOf = ({ observations, printed, undated }: Recognition): readonly string[] => [
  ...observations.flatMap((o) => (o.indicator === null && o.kind === "line" ? [o.label] : [])),
  ...printed.flatMap((o) => (o.indicator === null ? [o.label] : [])),
  ...undated.map(({ label }) => label),
];

const textsOf = ({ file, tables }: Recognition): readonly string[] =>
  (tables.length > 0 ? tables.map((t) => t.grid) : file.grids).flatMap((grid) => [
    // the name of a construct is the program's own word
    ...grid.rows
      .flat()
      .flatMap(({ text, beside = [] }) => [text, ...beside.flatMap((b) => (b.kind === "unplain" ? [] : [b.text]))]),
    ...(grid.besides ?? []),
    ...(grid.comments ?? []),
    grid.part,
  ]);

/** "Feuille 2 (nom à confirmer)" for a sheet whose name nobody has seen, wherever its cells are named. */
const partsToConfirm = ({ tables }: Recognition, isSeen: (text: string) => boolean): ReadonlyMap<string, string> =>
  new Map(
    tables.flatMap(({ grid: { part } }, i): [string, string][] =>
      isSeen(part) || part === "document" || part === "CSV" ? [] : [[part, `Feuille ${i + 1} (nom à confirmer)`]],
    ),
  );

function veiled(
  recognition: Recognition,
  parts: ReadonlyMap<string, string>,
  isSeen: (text: string) => boolean,
  names: Map<string, string>,
): Recognition {
  const partOf = (part: string): string => parts.get(part) ?? part;
  const nameOf = (label: string, place: Provenance): string => {
    const name = names.get(labelKey(label)) ?? lineToConfirm(place);
    names.set(labelKey(label), name);
    return name;
  };
  const placed = <T extends { readonly provenance: Provenance }>(o: T): T => ({
    ...o,
    provenance: { ...o.provenance, part: partOf(o.provenance.part) },
  });
  // the sheet of the readings shows the text itself
  const shown = (reading: Reading): Reading =>
    reading.kind === "count"
      ? { ...reading, observation: placed(reading.observation) }
      : reading.kind === "printed"
        ? { ...reading, figure: placed(reading.figure) }
        : reading;
  const unread = <T extends Undated>(o: T, isSeenLabel = isSeen(o.label)): T => {
    const { provenance } = placed(o);
    const label = isSeenLabel ? o.label : nameOf(o.label, provenance);
    return { ...o, label, provenance: isSeen(provenance.raw) ? provenance : { ...provenance, raw: "" } };
  };
  const line = <T extends Observation | PrintedFigure>(o: T): T => ({
    ...unread(o, o.indicator !== null || isSeen(o.label)),
    family: o.family === null || isSeen(o.family) ? o.family : TO_CONFIRM,
  });
  return {
    ...recognition,
    tables: recognition.tables.map((table) => ({
      ...table,
      grid: { ...table.grid, part: partOf(table.grid.part) },
      readings: table.readings.map((row) => row.map(shown)),
    })),
    observations: recognition.observations.map(line),
    printed: recognition.printed.map(line),
    undated: recognition.undated.map((u) => unread(u)),
  };
}
