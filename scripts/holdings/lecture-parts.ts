/** The parts of a lecture that stand by themselves: places, figures, cells, remarks, answers; each is written and read here. */
import { type Cell, COVERED } from "../model/grid.ts";
import type { Issue } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import type { Observation, PrintedFigure, Provenance, Undated } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";
import { fromFrench, toFrench } from "./french-names.ts";
import type { FileSpec, PlaceSpec, TableSpec } from "./lecture-schema.ts";

/** Where the parts of one file come from. */
interface Source {
  readonly file: string;
  readonly delivery: string;
}

const PLACE = { partie: "part", ligne: "row", colonne: "column", texte: "raw", nom: "name" } as const;
const provenanceOf = (place: PlaceSpec, { file }: Source): Provenance => ({ file, ...fromFrench(place, PLACE) });

const LINE = { etat: "statement", indicateur: "indicator", libelle: "label", famille: "family" } as const;

const FIGURE = {
  ou: "place",
  ...LINE,
  total: "total",
  force: "force",
  forceNonDite: "forceUnsaid",
  periode: "period",
  valeur: "value",
  sansValeur: "noValue",
  motifs: "because",
} as const;
export function figureSpec(o: Observation, because: readonly string[]) {
  const { kind, status, provenance } = o;
  const noValue = status === "normal" || status === "derived" ? undefined : status;
  const total = kind === "total" ? true : undefined;
  const [place, period] = [toFrench(provenance, PLACE), periodKey(o.period)];
  return toFrench({ ...o, place, total, period, noValue, because }, FIGURE);
}
export function figureOf(spec: FileSpec["chiffres"][number], source: Source) {
  const { place, total, noValue, because, ...own } = fromFrench(spec, FIGURE);
  const observation: Observation = {
    ...own,
    kind: total ? "total" : "line",
    status: noValue ?? "normal",
    delivery: source.delivery,
    provenance: provenanceOf(place, source),
  };
  return { kind: "count", because, observation } as const;
}

const PRINTED = {
  ou: "place",
  ...LINE,
  force: "force",
  mesure: "measure",
  valeur: "value",
  precision: "precision",
  entre: "between",
  motifs: "because",
} as const;
export function printedSpec(f: PrintedFigure, because: readonly string[]) {
  const [place, between] = [toFrench(f.provenance, PLACE), f.between?.map(periodKey) ?? null];
  return toFrench({ ...f, place, between, because }, PRINTED);
}
export function printedOf(spec: FileSpec["imprimes"][number], source: Source) {
  const { place, because, ...own } = fromFrench(spec, PRINTED);
  const provenance = provenanceOf(place, source);
  const figure: PrintedFigure = { ...own, delivery: source.delivery, provenance };
  return { kind: "printed", because, figure } as const;
}

const UNDATED = { ou: "place", libelle: "label", force: "force", valeur: "value" } as const;
export const undatedSpec = (u: Undated) => toFrench({ ...u, place: toFrench(u.provenance, PLACE) }, UNDATED);
export function undatedOf(spec: FileSpec["sansDate"][number], source: Source): Undated {
  const { place, ...own } = fromFrench(spec, UNDATED);
  return { ...own, provenance: provenanceOf(place, source) };
}

const BESIDE = { sorte: "kind", texte: "text" } as const;
const CELL = {
  ligne: "row",
  colonne: "column",
  hauteur: "rowSpan",
  largeur: "colSpan",
  couverte: "covered",
  aussi: "beside",
} as const;
/** None for a cell that is its text alone. Row and column from 1. */
export function cellSpec({ rowSpan, colSpan, covered, beside }: Cell, row: number, column: number) {
  if (rowSpan === undefined && colSpan === undefined && !covered && !beside) return [];
  const others = beside?.map((b) => toFrench(b, BESIDE));
  return [toFrench({ row, column, rowSpan, colSpan, covered, beside: others }, CELL)];
}
export function cellOf(text: string, spec: TableSpec["cellules"][number] | undefined): Cell {
  if (!spec) return { text };
  const { row: _, column: __, beside, ...own } = fromFrench(spec, CELL);
  if (own.covered && text === "" && !beside) return COVERED;
  return { text, ...own, ...(beside && { beside: beside.map((b) => fromFrench(b, BESIDE)) }) };
}

const REMARK = {
  regle: "rule",
  gravite: "severity",
  message: "message",
  conseil: "hint",
  ou: "place",
  texte: "actual",
} as const;
const IN_FILE = { fichier: "file", ...PLACE } as const;
export function remarkSpec({ rule, severity, message, hint, place, actual }: Issue) {
  const at = place && toFrench<Partial<Provenance>, typeof IN_FILE>(place, IN_FILE);
  return toFrench({ rule, severity, message, hint, place: at, actual }, REMARK);
}
export function remarkOf(spec: FileSpec["remarques"][number]): Issue {
  const { place, ...own } = fromFrench(spec, REMARK);
  // a place that has a row has all of a cell's
  return { ...own, ...(place && { place: fromFrench(place, IN_FILE) as Provenance }) };
}

export function answerSpec(answer: Answer) {
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
export function answerOf(spec: FileSpec["reponses"][number]): Answer {
  switch (spec.sur) {
    case "texte":
      return { kind: "word", text: spec.texte, reading: spec.lecture };
    case "ligne":
      return { kind: "line", statement: spec.etat, label: spec.libelle, indicator: spec.indicateur };
    case "noms":
      return { kind: "names", texts: spec.textes };
    case "chiffres":
      return { kind: "figures", period: spec.periode };
  }
}
