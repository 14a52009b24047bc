/** A lecture to the text of its file, and back. What was read as a figure is written once, with its place: the table finds it there. */
import { v } from "../disk/schema.ts";
import { COVERED, type Grid, type ReadFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import type { ConfirmedFile, Lecture } from "../model/lecture.ts";
import type { Observation, PrintedFigure, Reading, ReadTable } from "../model/observation.ts";
import { writeJson } from "./forms.ts";
import {
  type FigureSpec,
  type FileSpec,
  LECTURE,
  NO_EFFECT_OF_1,
  type ReadingSpec,
  type TableSpec,
} from "./lecture-forms.ts";

export const lectureText = (lecture: Lecture): string =>
  `${writeJson(LECTURE.write({ ...lecture, format: "lecture 2", files: lecture.files.map(fileSpec) }))}\n`;

/** undefined: it has not the form of a lecture. @param key of its sealed texts. */
export function lectureOf(data: unknown, key = ""): Lecture | undefined {
  const { success, output } = v.safeParse(LECTURE.schema, data);
  if (!success) return undefined;
  const { format: _, files, ...head } = output;
  return { ...head, files: files.map((file) => ({ ...confirmedFile(file, head.delivery), key })) };
}

interface Cell {
  readonly part: string;
  readonly row: number;
  readonly column: number;
}
const keyOf = ({ part, row, column }: Cell): string => `${part}!${row}:${column}`;
/** Each with its place, from 1. */
const cellsOf = <T>(part: string, rows: readonly (readonly T[])[]): readonly (readonly [place: Cell, own: T])[] =>
  rows.flatMap((row, i) => row.map((own, j) => [{ part, row: i + 1, column: j + 1 }, own] as const));

function fileSpec({ recognition, remarks, answers, pdf, settings }: ConfirmedFile): FileSpec {
  const { file, tables, observations, undated, printed } = recognition;
  return {
    path: file.source.path,
    sha256: file.source.sha256,
    format: file.format,
    ...(pdf && { pdf }),
    settings,
    figures: observations.map(figureSpec),
    printed: [...printed] as FileSpec["printed"],
    undated: [...undated],
    answers: [...answers],
    remarks: [...remarks] as unknown as FileSpec["remarks"],
    tables: tables.map(tableSpec),
  };
}

function figureSpec({ kind, status, ...own }: Observation): FigureSpec {
  const noValue = status === "normal" || status === "derived" ? {} : { noValue: status };
  return { ...own, ...noValue, ...(kind === "total" && { total: true }) };
}

function tableSpec({ grid, statement, anchor, readings }: ReadTable): TableSpec {
  const { part, rows, ...own } = grid;
  return {
    ...(own as Pick<TableSpec, "hidden">),
    part,
    statement,
    anchor,
    rows: rows.map((row) => row.map(({ text }) => text)),
    // none for a cell that is its text alone
    cells: cellsOf(part, rows).flatMap(([place, { text: _, at: __, ...more }]) =>
      Object.keys(more).length > 0 ? [{ ...place, ...(more as object) }] : [],
    ),
    read: cellsOf(part, readings).flatMap(([place, reading]) => readingSpec(reading, place)),
  };
}

function readingSpec(reading: Reading, place: Cell): readonly ReadingSpec[] {
  if (reading.kind === "text")
    return [{ ...place, role: reading.role, ...(reading.means !== null && { hasEffect: true }) }];
  return reading.kind === "ignored" || reading.kind === "not-understood" ? [{ ...place, role: reading.kind }] : [];
}

function readingOf({ role, hasEffect, means: before }: ReadingSpec): Reading {
  if (role === "ignored" || role === "not-understood") return { kind: role, why: "" };
  const isUsed = hasEffect || (before !== undefined && before !== NO_EFFECT_OF_1);
  return { kind: "text", role, means: isUsed ? "" : null };
}

function confirmedFile(spec: FileSpec, delivery: string): Omit<ConfirmedFile, "key"> {
  const { path, sha256, format, pdf, settings, remarks, answers } = spec;
  const placed = <T extends object>(provenance: T) => ({ file: path, ...provenance });
  const figures = spec.figures.map(({ provenance, total, noValue, because: _, ...own }) => {
    const kind = total ? "total" : "line";
    const observation: Observation = {
      ...own,
      kind,
      status: noValue ?? "normal",
      delivery,
      provenance: placed(provenance),
    };
    return { kind: "count", observation } as const;
  });
  const printed = spec.printed.map(({ provenance, because: _, ...own }) => {
    const figure: PrintedFigure = { ...own, delivery, provenance: placed(provenance) };
    return { kind: "printed", figure } as const;
  });
  const read = new Map<string, Reading>([
    ...figures.map((f) => [keyOf(f.observation.provenance), f] as const),
    ...printed.map((f) => [keyOf(f.figure.provenance), f] as const),
  ]);
  const tables = spec.tables.map((table) => tableOf(table, path, read));
  const name = path.slice(path.lastIndexOf("/") + 1);
  const file: ReadFile = { source: { path, sha256, delivery, name }, format, grids: tables.map(({ grid }) => grid) };
  return {
    recognition: {
      file,
      tables,
      observations: figures.map((f) => f.observation),
      undated: spec.undated.map((u) => ({ ...u, provenance: placed(u.provenance) })),
      printed: printed.map((f) => f.figure),
    },
    remarks: remarks as unknown as readonly Issue[], // a place that has a row has all of a cell's
    answers,
    pdf: pdf ?? null,
    settings,
  };
}

function tableOf(spec: TableSpec, file: string, figures: ReadonlyMap<string, Reading>): ReadTable {
  const { statement, anchor, rows: texts, cells, read, ...own } = spec;
  const { part } = own;
  const special = new Map(cells.map(({ row, column, ...cell }) => [keyOf({ part, row, column }), cell]));
  const others = new Map(read.map((reading) => [keyOf({ part, ...reading }), readingOf(reading)]));
  const at = <T>(of: (key: string, text: string) => T) =>
    texts.map((row, i) => row.map((text, j) => of(keyOf({ part, row: i + 1, column: j + 1 }), text)));
  const rows = at((key, text) => {
    const cell = special.get(key);
    return cell?.covered && text === "" && !cell.beside ? COVERED : { text, ...cell };
  });
  const grid: Grid = { file, ...own, rows };
  const readings = at((key): Reading => figures.get(key) ?? others.get(key) ?? { kind: "empty" });
  return { grid, statement, anchor, readings };
}
