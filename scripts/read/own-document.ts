/** This program's own documents, dropped among the statements: what they hold was already counted, and is no statement. */
import type { Grid, SourceFile } from "../model/grid.ts";
import { aNote, type Issue } from "../model/issue.ts";
import { bufferOf } from "./container/views.ts";

/** In the head of its pages, in the metadata of its PDFs and their copies; the heads of donnees.csv, analyses.json and manifest.json. A folder's name bears no such mark. */
const MARKS = /<meta name="generator" content="bulletin-delinquance |<xmp:CreatorTool>bulletin-delinquance /;
const TIDY_HEAD = /^(?:\xef\xbb\xbf)?etat;indicateur;libelle;force;periode;valeur;statut;livraison;revise;/;
const JSON_HEAD =
  /^(?:\[\s*\{\s*"statement":|\{\s*"edition":\s*\d+,\s*"changed":|\{\s*"version":\s*\d+,\s*"index":\s*\{\s*"id":)/;
/** What is made for the session: questions.txt, under its marking, courriel-police.txt, calendrier.ics. */
const SESSION_HEAD =
  /^(?:Questions au commissaire – |Objet : transmission trimestrielle de la convention|PRODID:-\/\/bulletin-delinquance)/m;
/** On the first sheet of tableaux.xlsx, whatever saves it again. */
const IN_A_CELL = /^Programme : bulletin-delinquance \d/;
const FIRST_ROWS = 20;

/** undefined: it comes from elsewhere. */
export function ownDocument(file: Pick<SourceFile, "path" | "bytes">, grids: readonly Grid[]): Issue | undefined {
  const raw = bufferOf(file.bytes);
  const head = raw.toString("latin1", 0, 100);
  const isOwn =
    (raw.includes("bulletin-delinquance ") && MARKS.test(raw.toString("latin1"))) ||
    TIDY_HEAD.test(head) ||
    JSON_HEAD.test(head) ||
    SESSION_HEAD.test(raw.toString("utf8", 0, 500)) ||
    grids.some(({ rows }) => rows.slice(0, FIRST_ROWS).some((row) => row.some(({ text }) => IN_A_CELL.test(text))));
  if (!isOwn) return undefined;
  return aNote("own-document", { place: { file: file.path } });
}
