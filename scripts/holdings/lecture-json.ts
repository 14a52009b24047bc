/** A lecture to the text of its file, and back. What was read as a figure is written once, with its place: the table finds it there. */
import type { Cell } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import type { Answer, ConfirmedFile, Lecture } from "../model/lecture.ts";
import type { Provenance, Reading, ReadTable } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { Items, writeJson } from "./json-lines.ts";
import { LECTURE_FORMAT, type PlaceSpec, type TableSpec } from "./lecture-schema.ts";

export function lectureText(lecture: Lecture): string {
  const files = lecture.files.map((file) => {
    const { tableaux, chiffres, imprimes, sansDate, reponses, remarques, ...rest } = fileSpec(file);
    const tables = tableaux.map(({ lignes, cellules, lu, ...own }) => ({
      ...own,
      lignes: new Items(lignes),
      cellules: new Items(cellules),
      lu: new Items(lu),
    }));
    return {
      ...rest,
      chiffres: new Items(chiffres),
      imprimes: new Items(imprimes),
      sansDate: new Items(sansDate),
      reponses: new Items(reponses),
      remarques: new Items(remarques),
      tableaux: tables,
    };
  });
  const head = {
    format: LECTURE_FORMAT,
    livraison: lecture.delivery,
    confirmeePar: lecture.by,
    confirmeeLe: lecture.at,
    programme: lecture.programVersion,
  };
  return `${writeJson({ ...head, fichiers: files })}\n`;
}

const placeSpec = (p: Provenance): PlaceSpec => ({
  partie: p.part,
  ligne: p.row,
  colonne: p.column,
  texte: p.raw,
  ...(p.name === undefined ? {} : { nom: p.name }),
});
const key = (p: { readonly partie: string; readonly ligne: number; readonly colonne: number }): string =>
  `${p.partie}!${p.ligne}:${p.colonne}`;

function fileSpec({ recognition, remarks, answers, pdf, settings }: ConfirmedFile) {
  const { file, tables, observations, undated, printed } = recognition;
  const reasons = reasonsOf(tables);
  const why = (p: PlaceSpec): string[] => [...(reasons.get(key(p)) ?? [])];
  return {
    fichier: file.source.path,
    sha256: file.source.sha256,
    format: file.format,
    ...(pdf ? { pdf: { fichier: pdf.path, sha256: pdf.sha256 } } : {}),
    reglages: settings,
    chiffres: observations.map((o) => {
      const ou = placeSpec(o.provenance);
      return {
        ou,
        etat: o.statement,
        indicateur: o.indicator,
        libelle: o.label,
        famille: o.family,
        ...(o.kind === "total" ? { total: true as const } : {}),
        force: o.force,
        ...(o.forceUnsaid ? { forceNonDite: true as const } : {}),
        periode: periodKey(o.period),
        valeur: o.value,
        ...(o.status === "normal" || o.status === "derived" ? {} : { sansValeur: o.status }),
        motifs: why(ou),
      };
    }),
    imprimes: printed.map((f) => {
      const ou = placeSpec(f.provenance);
      return {
        ou,
        etat: f.statement,
        indicateur: f.indicator,
        libelle: f.label,
        famille: f.family,
        force: f.force,
        mesure: f.measure,
        valeur: f.value,
        precision: f.precision,
        entre: f.between?.map(periodKey) ?? null,
        motifs: why(ou),
      };
    }),
    sansDate: undated.map((u) => ({ ou: placeSpec(u.provenance), libelle: u.label, force: u.force, valeur: u.value })),
    reponses: answers.map(answerSpec),
    remarques: remarks.map(remarkSpec),
    tableaux: tables.map(tableSpec),
  };
}

/** Why each figure was read as it was, by its place. */
const reasonsOf = (tables: readonly ReadTable[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    tables.flatMap(({ grid, readings }) =>
      readings.flatMap((row, i) =>
        row.flatMap((reading, j) =>
          reading.kind === "count" || reading.kind === "printed"
            ? [[key({ partie: grid.part, ligne: i + 1, colonne: j + 1 }), reading.because] as const]
            : [],
        ),
      ),
    ),
  );

function tableSpec({ grid, statement, anchor, readings }: ReadTable) {
  const cells = grid.rows.flatMap((row, i) => row.flatMap((cell, j) => cellSpec(cell, i, j)));
  const read = readings.flatMap((row, i) => row.flatMap((reading, j) => readingSpec(reading, i, j)));
  return {
    partie: grid.part,
    etat: statement,
    periode: anchor && periodKey(anchor),
    ...(grid.hidden ? { masquee: true } : {}),
    ...(grid.hiddenRows ? { lignesMasquees: grid.hiddenRows } : {}),
    ...(grid.hiddenColumns ? { colonnesMasquees: grid.hiddenColumns } : {}),
    ...(grid.rowNames ? { nomsDesLignes: grid.rowNames } : {}),
    ...(grid.besides ? { aCote: grid.besides } : {}),
    ...(grid.comments ? { commentaires: grid.comments } : {}),
    lignes: grid.rows.map((row) => row.map((cell) => cell.text)),
    cellules: cells,
    lu: read,
  };
}

const cellSpec = ({ rowSpan, colSpan, covered, beside }: Cell, row: number, column: number) =>
  rowSpan === undefined && colSpan === undefined && !covered && !beside
    ? []
    : [
        {
          ligne: row + 1,
          colonne: column + 1,
          ...(rowSpan === undefined ? {} : { hauteur: rowSpan }),
          ...(colSpan === undefined ? {} : { largeur: colSpan }),
          ...(covered ? { couverte: true } : {}),
          ...(beside ? { aussi: beside.map((b) => ({ sorte: b.kind, texte: b.text })) } : {}),
        },
      ];

function readingSpec(reading: Reading, row: number, column: number): TableSpec["lu"] {
  const at = { ligne: row + 1, colonne: column + 1 };
  if (reading.kind === "text") return [{ ...at, comme: reading.role, sens: reading.means }];
  if (reading.kind === "ignored" || reading.kind === "not-understood")
    return [{ ...at, comme: reading.kind, sens: reading.why }];
  return [];
}

function answerSpec(answer: Answer) {
  switch (answer.kind) {
    case "word":
      return { sur: "texte", texte: answer.text, lecture: answer.reading };
    case "line":
      return { sur: "ligne", etat: answer.statement, libelle: answer.label, indicateur: answer.indicator };
    case "names":
      return { sur: "noms", textes: answer.texts };
    case "figures":
      return { sur: "chiffres", periode: answer.period };
  }
}

function remarkSpec({ rule, severity, message, hint, place, actual }: Issue) {
  const at =
    place && "row" in place ? { ligne: place.row, colonne: place.column, texte: place.raw, nom: place.name } : {};
  return {
    regle: rule,
    gravite: severity,
    message,
    conseil: hint,
    ...(place ? { ou: { fichier: place.file, partie: place.part, ...at } } : {}),
    texte: actual,
  };
}
