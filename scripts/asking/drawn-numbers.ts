/**
 * Numbers that a person reads on the received document itself before a first reading is signed: three a quarter, spread over its new files that
 * hold figures, at least one each. They are counts of the quarter that are not zero, drawn by the hash of their file; of a file of zeros, the number of its lines.
 */
import { createHash } from "node:crypto";
import { periodOfDelivery } from "../model/delivery.ts";
import type { Grid } from "../model/grid.ts";
import { isCount, type Observation, provenanceKey, type Reading, type Recognition } from "../model/observation.ts";

/** A number to be read. `cell` null: how many lines the file has. */
export interface Drawn {
  /** "nombre-3f9a21c0": of the file's content and the cell. */
  readonly id: string;
  readonly cell: Observation | null;
  readonly value: number;
}

/** Of a file, in the order in which they are drawn: `asked` of them are to be read, the next ones where one was read wrong. */
export interface Draw {
  readonly all: readonly Drawn[];
  readonly asked: number;
}

const NUMBERS = 3;

const hashOf = (...parts: readonly string[]): string => createHash("sha256").update(parts.join("\n")).digest("hex");

function drawn({ file, observations }: Recognition): readonly Drawn[] {
  const { sha256, delivery } = file.source;
  const { last } = periodOfDelivery(delivery);
  const idOf = (place: string): string => `nombre-${hashOf(sha256, place).slice(0, 8)}`;
  const counts = observations
    .filter(isCount)
    .filter((o) => o.value > 0 && o.status === "normal" && o.period.last === last);
  if (counts.length === 0) {
    const lines = new Set(
      observations.map(({ statement, indicator, label, family }) => [statement, indicator ?? label, family].join("|")),
    ).size;
    return lines === 0 ? [] : [{ id: idOf(""), cell: null, value: lines }];
  }
  return counts
    .map((cell) => ({ id: idOf(provenanceKey(cell.provenance)), cell, value: cell.value }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** @param files those of a delivery that are the first of their template. @returns by path. */
export function drawNumbers(files: readonly Recognition[]): ReadonlyMap<string, Draw> {
  const drawable = files.flatMap((file) => {
    const all = drawn(file);
    return all.length > 0 ? [{ path: file.file.source.path, all }] : [];
  });
  const shareOf = (i: number): number => Math.floor((NUMBERS + drawable.length - 1 - i) / drawable.length);
  return new Map(
    drawable.map(({ path, all }, i) => [path, { all, asked: Math.min(Math.max(1, shareOf(i)), all.length) }]),
  );
}

/** Its letters are in every font. */
const MASKED = "(à lire)";

/** The same before it is known which are to be read: none of its whole numbers, but years. */
export function withoutNumbers(recognition: Recognition): Recognition {
  const hide = (grid: Grid): Grid => ({
    ...grid,
    rows: grid.rows.map((row) => row.map((cell) => (isWhole(cell.text) ? { ...cell, text: MASKED } : cell))),
  });
  return {
    ...recognition,
    file: { ...recognition.file, grids: recognition.file.grids.map(hide) },
    tables: recognition.tables.map((table) => ({ ...table, grid: hide(table.grid) })),
  };
}
const isWhole = (text: string): boolean => /^[\d\s.]*\d[\d\s]*$/.test(text) && !/^\s*(?:19|20)\d\d\s*$/.test(text);

/** The same, but for the cells that are to be read elsewhere, and the one that is drawn where one of them is read wrong. */
export function masked(recognition: Recognition, { all, asked }: Draw): Recognition {
  const hidden = new Set(all.slice(0, asked + 1).flatMap(({ cell }) => (cell ? [provenanceKey(cell.provenance)] : [])));
  if (hidden.size === 0) return recognition;
  const own = (o: Observation): Observation =>
    hidden.has(provenanceKey(o.provenance))
      ? { ...o, value: null, status: "missing", provenance: { ...o.provenance, raw: MASKED } }
      : o;
  const isHidden = (reading: Reading | undefined): boolean =>
    reading?.kind === "count" && hidden.has(provenanceKey(reading.observation.provenance));
  return {
    ...recognition,
    observations: recognition.observations.map(own),
    tables: recognition.tables.map((table) => ({
      ...table,
      grid: {
        ...table.grid,
        rows: table.grid.rows.map((row, i) =>
          row.map((cell, j) => (isHidden(table.readings[i]?.[j]) ? { ...cell, text: MASKED } : cell)),
        ),
      },
      readings: table.readings.map((row) =>
        row.map((reading) =>
          reading.kind === "count" ? { ...reading, observation: own(reading.observation) } : reading,
        ),
      ),
    })),
  };
}
