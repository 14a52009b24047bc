/** A lecture to the text of its file, and back. What was read as a figure is written once, with its place: the table finds it there. */
import type { Grid, ReadFile } from "../model/grid.ts";
import type { ConfirmedFile, FileId, Lecture } from "../model/lecture.ts";
import type { Provenance, Reading, ReadTable } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { fromFrench, toFrench } from "./french-names.ts";
import { Items, writeJson } from "./json-lines.ts";
import {
  answerOf,
  answerSpec,
  cellOf,
  cellSpec,
  figureOf,
  figureSpec,
  printedOf,
  printedSpec,
  remarkOf,
  remarkSpec,
  undatedOf,
  undatedSpec,
} from "./lecture-parts.ts";
import { type FileSpec, LECTURE_FORMAT, type LectureSpec, type TableSpec } from "./lecture-schema.ts";

const HEAD = { livraison: "delivery", confirmeePar: "by", confirmeeLe: "at", programme: "programVersion" } as const;
const GRID = {
  masquee: "hidden",
  lignesMasquees: "hiddenRows",
  colonnesMasquees: "hiddenColumns",
  nomsDesLignes: "rowNames",
  aCote: "besides",
  commentaires: "comments",
} as const;

export const lectureText = (lecture: Lecture): string =>
  `${writeJson({ format: LECTURE_FORMAT, ...toFrench(lecture, HEAD), fichiers: lecture.files.map(fileSpec) })}\n`;

export function lectureOf({ format: _, fichiers, ...head }: LectureSpec): Lecture {
  return { ...fromFrench(head, HEAD), files: fichiers.map((file) => confirmedFile(file, head.livraison)) };
}

const keyOf = (part: string, row: number, column: number): string => `${part}!${row}:${column}`;
const placeKey = ({ part, row, column }: Provenance): string => keyOf(part, row, column);

const fileIdSpec = ({ path, sha256 }: FileId) => ({ fichier: path, sha256 });
const fileIdOf = ({ fichier, sha256 }: Pick<FileSpec, "fichier" | "sha256">): FileId => ({ path: fichier, sha256 });

function fileSpec({ recognition, remarks, answers, pdf, settings }: ConfirmedFile) {
  const { file, tables, observations, undated, printed } = recognition;
  const reasons = reasonsOf(tables);
  const why = ({ provenance }: { readonly provenance: Provenance }) => reasons.get(placeKey(provenance)) ?? [];
  return {
    ...fileIdSpec(file.source),
    format: file.format,
    pdf: pdf ? fileIdSpec(pdf) : undefined,
    reglages: settings,
    chiffres: new Items(observations.map((o) => figureSpec(o, why(o)))),
    imprimes: new Items(printed.map((f) => printedSpec(f, why(f)))),
    sansDate: new Items(undated.map(undatedSpec)),
    reponses: new Items(answers.map(answerSpec)),
    remarques: new Items(remarks.map(remarkSpec)),
    tableaux: tables.map(tableSpec),
  };
}

function confirmedFile(spec: FileSpec, delivery: string): ConfirmedFile {
  const source = { file: spec.fichier, delivery };
  const figures = spec.chiffres.map((f) => figureOf(f, source));
  const printed = spec.imprimes.map((f) => printedOf(f, source));
  const read = new Map<string, Reading>([
    ...figures.map((f) => [placeKey(f.observation.provenance), f] as const),
    ...printed.map((f) => [placeKey(f.figure.provenance), f] as const),
  ]);
  const tables = spec.tableaux.map((table) => tableOf(table, source.file, read));
  const file: ReadFile = {
    source: { ...fileIdOf(spec), delivery, name: spec.fichier.slice(spec.fichier.lastIndexOf("/") + 1) },
    format: spec.format,
    grids: tables.map((table) => table.grid),
  };
  return {
    recognition: {
      file,
      tables,
      observations: figures.map((f) => f.observation),
      undated: spec.sansDate.map((u) => undatedOf(u, source)),
      printed: printed.map((f) => f.figure),
    },
    remarks: spec.remarques.map(remarkOf),
    answers: spec.reponses.map(answerOf),
    pdf: spec.pdf ? fileIdOf(spec.pdf) : null,
    settings: spec.reglages,
  };
}

/** Why each figure was read as it was, by its place. */
const reasonsOf = (tables: readonly ReadTable[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    tables.flatMap(({ grid, readings }) =>
      readings.flatMap((row, i) =>
        row.flatMap((reading, j) =>
          reading.kind === "count" || reading.kind === "printed"
            ? [[keyOf(grid.part, i + 1, j + 1), reading.because] as const]
            : [],
        ),
      ),
    ),
  );

const tableSpec = ({ grid, statement, anchor, readings }: ReadTable) => ({
  partie: grid.part,
  etat: statement,
  periode: anchor && periodKey(anchor),
  ...toFrench(grid, GRID),
  lignes: new Items(grid.rows.map((row) => row.map((cell) => cell.text))),
  cellules: new Items(grid.rows.flatMap((row, i) => row.flatMap((cell, j) => cellSpec(cell, i + 1, j + 1)))),
  lu: new Items(readings.flatMap((row, i) => row.flatMap((reading, j) => readingSpec(reading, i + 1, j + 1)))),
});

function readingSpec(reading: Reading, ligne: number, colonne: number): TableSpec["lu"] {
  if (reading.kind === "text") return [{ ligne, colonne, comme: reading.role, sens: reading.means }];
  if (reading.kind === "ignored" || reading.kind === "not-understood")
    return [{ ligne, colonne, comme: reading.kind, sens: reading.why }];
  return [];
}

function readingOf({ comme, sens }: TableSpec["lu"][number]): Reading {
  return comme === "ignored" || comme === "not-understood"
    ? { kind: comme, why: sens }
    : { kind: "text", role: comme, means: sens };
}

function tableOf(spec: TableSpec, file: string, figures: ReadonlyMap<string, Reading>): ReadTable {
  const { partie: part, etat, periode, lignes, cellules, lu, ...rest } = spec;
  const at = (place: { readonly ligne: number; readonly colonne: number }) => keyOf(part, place.ligne, place.colonne);
  const special = new Map(cellules.map((cell) => [at(cell), cell]));
  const others = new Map(lu.map((reading) => [at(reading), readingOf(reading)]));
  const rows = lignes.map((row, i) => row.map((text, j) => cellOf(text, special.get(keyOf(part, i + 1, j + 1)))));
  const grid: Grid = { file, part, ...fromFrench(rest, GRID), rows };
  const readings = lignes.map((row, i) =>
    row.map((_, j): Reading => {
      const key = keyOf(part, i + 1, j + 1);
      return figures.get(key) ?? others.get(key) ?? { kind: "empty" };
    }),
  );
  return { grid, statement: etat, anchor: periode, readings };
}
