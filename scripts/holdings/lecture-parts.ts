/** From what a lecture's file holds to what the program works with: the same recognition as on the day of its confirmation. */
import { type Cell, COVERED, type Grid, type ReadFile } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import type { Answer, ConfirmedFile, Lecture } from "../model/lecture.ts";
import type { Observation, PrintedFigure, Provenance, Reading, ReadTable } from "../model/observation.ts";
import type { FileSpec, LectureSpec, PlaceSpec, TableSpec } from "./lecture-schema.ts";

export const lectureOf = (spec: LectureSpec): Lecture => ({
  delivery: spec.livraison,
  by: spec.confirmeePar,
  at: spec.confirmeeLe,
  programVersion: spec.programme,
  files: spec.fichiers.map((file) => confirmedFile(file, spec.livraison)),
});

function confirmedFile(spec: FileSpec, delivery: string): ConfirmedFile {
  const path = spec.fichier;
  const provenance = (p: PlaceSpec): Provenance => ({
    file: path,
    part: p.partie,
    row: p.ligne,
    column: p.colonne,
    raw: p.texte,
    ...(p.nom === undefined ? {} : { name: p.nom }),
  });
  const figures = spec.chiffres.map((f) => ({
    because: f.motifs,
    observation: observationOf(f, provenance(f.ou), delivery),
  }));
  const printed = spec.imprimes.map((f) => ({ because: f.motifs, figure: printedOf(f, provenance(f.ou), delivery) }));
  const read = new Map<string, Reading>([
    ...figures.map((f) => [placeKey(f.observation.provenance), { kind: "count", ...f }] as const),
    ...printed.map((f) => [placeKey(f.figure.provenance), { kind: "printed", ...f }] as const),
  ]);
  const tables = spec.tableaux.map((table) => tableOf(table, path, read));
  const file: ReadFile = {
    source: { path, delivery, name: path.slice(path.lastIndexOf("/") + 1), sha256: spec.sha256 },
    format: spec.format,
    grids: tables.map((table) => table.grid),
  };
  return {
    recognition: {
      file,
      tables,
      observations: figures.map((f) => f.observation),
      undated: spec.sansDate.map((u) => ({
        label: u.libelle,
        force: u.force,
        value: u.valeur,
        provenance: provenance(u.ou),
      })),
      printed: printed.map((f) => f.figure),
    },
    remarks: spec.remarques.map(remarkOf),
    answers: spec.reponses.map(answerOf),
    pdf: spec.pdf ? { path: spec.pdf.fichier, sha256: spec.pdf.sha256 } : null,
    settings: spec.reglages,
  };
}

function answerOf(a: FileSpec["reponses"][number]): Answer {
  switch (a.sur) {
    case "texte":
      return { kind: "word", text: a.texte, reading: a.lecture };
    case "ligne":
      return { kind: "line", statement: a.etat, label: a.libelle, indicator: a.indicateur };
    case "noms":
      return { kind: "names", texts: a.textes };
    case "chiffres":
      return { kind: "figures", period: a.periode };
  }
}

const placeKey = (p: { readonly part: string; readonly row: number; readonly column: number }): string =>
  `${p.part}!${p.row}:${p.column}`;

const observationOf = (f: FileSpec["chiffres"][number], provenance: Provenance, delivery: string): Observation => ({
  statement: f.etat,
  indicator: f.indicateur,
  label: f.libelle,
  family: f.famille,
  kind: f.total ? "total" : "line",
  force: f.force,
  ...(f.forceNonDite ? { forceUnsaid: true } : {}),
  period: f.periode,
  value: f.valeur,
  status: f.sansValeur ?? "normal",
  delivery,
  provenance,
});

const printedOf = (f: FileSpec["imprimes"][number], provenance: Provenance, delivery: string): PrintedFigure => ({
  statement: f.etat,
  indicator: f.indicateur,
  label: f.libelle,
  family: f.famille,
  force: f.force,
  measure: f.mesure,
  value: f.valeur,
  precision: f.precision,
  between: f.entre,
  delivery,
  provenance,
});

function tableOf(spec: TableSpec, file: string, figures: ReadonlyMap<string, Reading>): ReadTable {
  const special = new Map(spec.cellules.map((c) => [`${c.ligne}:${c.colonne}`, c]));
  const cell = (text: string, row: number, column: number): Cell => {
    const own = special.get(`${row + 1}:${column + 1}`);
    if (!own) return { text };
    if (own.couverte && text === "" && !own.aussi) return COVERED;
    return {
      text,
      ...(own.hauteur === undefined ? {} : { rowSpan: own.hauteur }),
      ...(own.largeur === undefined ? {} : { colSpan: own.largeur }),
      ...(own.couverte ? { covered: true as const } : {}),
      ...(own.aussi ? { beside: own.aussi.map((b) => ({ kind: b.sorte, text: b.texte })) } : {}),
    };
  };
  const grid: Grid = {
    file,
    part: spec.partie,
    ...(spec.masquee ? { hidden: true } : {}),
    ...(spec.lignesMasquees ? { hiddenRows: spec.lignesMasquees } : {}),
    ...(spec.colonnesMasquees ? { hiddenColumns: spec.colonnesMasquees } : {}),
    rows: spec.lignes.map((row, i) => row.map((text, j) => cell(text, i, j))),
    ...(spec.aCote ? { besides: spec.aCote } : {}),
    ...(spec.commentaires ? { comments: spec.commentaires } : {}),
    ...(spec.nomsDesLignes ? { rowNames: spec.nomsDesLignes } : {}),
  };
  const others = new Map(
    spec.lu.map((r): [string, Reading] => [
      placeKey({ part: spec.partie, row: r.ligne, column: r.colonne }),
      r.comme === "ignored" || r.comme === "not-understood"
        ? { kind: r.comme, why: r.sens }
        : { kind: "text", role: r.comme, means: r.sens },
    ]),
  );
  const readings = spec.lignes.map((row, i) =>
    row.map((_, j): Reading => {
      const at = placeKey({ part: spec.partie, row: i + 1, column: j + 1 });
      return figures.get(at) ?? others.get(at) ?? { kind: "empty" };
    }),
  );
  return { grid, statement: spec.etat, anchor: spec.periode, readings };
}

function remarkOf(spec: FileSpec["remarques"][number]): Issue {
  const { ou } = spec;
  const part = ou?.partie === undefined ? {} : { part: ou.partie };
  const cell =
    ou?.partie !== undefined && ou.ligne !== undefined && ou.colonne !== undefined
      ? {
          file: ou.fichier,
          part: ou.partie,
          row: ou.ligne,
          column: ou.colonne,
          raw: ou.texte ?? "",
          ...(ou.nom === undefined ? {} : { name: ou.nom }),
        }
      : undefined;
  return {
    rule: spec.regle,
    severity: spec.gravite,
    message: spec.message,
    ...(spec.conseil === undefined ? {} : { hint: spec.conseil }),
    ...(ou ? { place: cell ?? { file: ou.fichier, ...part } } : {}),
    ...(spec.texte === undefined ? {} : { actual: spec.texte }),
  };
}
