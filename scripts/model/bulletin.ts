/** The document, as plain JSON: all that templates/ may show. Text is text, never HTML. */
import type { ChartData, Sparkline } from "./chart.ts";
import type { Verdict } from "./degree.ts";
import type { EditionMark } from "./edition.ts";
import type { Issue } from "./issue.ts";
import type { Provenance, ReadTable } from "./observation.ts";
import type { Period } from "./period.ts";
import type { Session } from "./session.ts";

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  /** Heading over several columns that follow each other. */
  readonly group?: string;
  readonly kind: "label" | "text" | "number" | "sparkline";
}

export interface TableCell {
  readonly text: string;
  /** For sorting on screen; null sorts last. */
  readonly sort?: number | null;
  /** provenanceKey of the cells it comes from: links to the control sheet. */
  readonly from?: readonly string[];
  readonly sparkline?: Sparkline;
  /** Its mark stands beside the number. */
  readonly mark?: Verdict;
  /** strong (bold): what is announced, a check that fails; muted: nothing to tell. */
  readonly emphasis?: "strong" | "muted";
}

export interface TableRow {
  /** Key for the filter by line: indicator or folded label. */
  readonly line: string;
  /** 0: a line or a family; 1: a sub-line, set back. */
  readonly level: 0 | 1;
  /** A heading over the rows that follow: "Véhicules". It stands alone in its row. */
  readonly isTheme?: true;
  /** One a column; the first is the row's heading. */
  readonly cells: readonly TableCell[];
}

/**
 * `id` is "t1", "t2" …: the number of the table. Its cells have ids too, to which the control sheet links: tableCells.
 */
export interface Table {
  readonly id: string;
  /** What it shows: "Faits enregistrés par type d'infraction, 1er trimestre 2026". Numbered by compose: « Tableau 1 ». */
  readonly number: number;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly champ: string;
  readonly source: string;
  readonly saidBefore?: SaidBefore;
  readonly notes?: readonly string[];
}

/** Numbers of the earlier tables whose champ and whose source are the same: the page names them in place of the text. */
export interface SaidBefore {
  readonly champ?: number | undefined;
  readonly source?: number | undefined;
}

/** A chart as it stands in the document: « Figure 3 », its drawing, its sentence, its counts as a table. */
export interface NumberedChart {
  readonly number: number;
  readonly chart: ChartData;
  /** Key for the filter by line. */
  readonly line: string;
  /** One sentence that reads the chart, shown beside it. */
  readonly reading: string;
  /**
   * The figures as a table: a year a row, its quarters and its total across. Column 0 of each row is its heading. `note`: what is left out, and
   * which total is not the sum of its quarters.
   */
  readonly table: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly TableCell[])[];
    readonly note?: string;
  };
}

export type Block =
  /** `to`: a section that the paragraph leads to, by its id and its title. */
  | {
      readonly kind: "paragraph";
      readonly text: string;
      readonly to?: { readonly id: string; readonly title: string };
    }
  | { readonly kind: "heading"; readonly id: string; readonly text: string }
  /** `lead`, when there is one, ends with its own colon. */
  | { readonly kind: "list"; readonly items: readonly { readonly lead?: string; readonly text: string }[] }
  | {
      readonly kind: "notices";
      readonly items: readonly {
        readonly severity: Issue["severity"];
        readonly title: string;
        readonly text: string;
      }[];
    }
  | { readonly kind: "table"; readonly table: Table }
  | {
      readonly kind: "charts";
      readonly title: string;
      readonly champ: string;
      readonly source: string;
      readonly saidBefore?: SaidBefore;
      readonly charts: readonly NumberedChart[];
    }
  | { readonly kind: "definitions"; readonly items: readonly { readonly term: string; readonly text: string }[] };

/**
 * Sections in order; those in brackets only when they have something to say. After page one (`front`) and its table, what changed and where; from
 * `is101` on, the annexe:
 * [ou-en-est-on] [avertissements] [forces-et-mandat] [tendances] [contexte] [is101] [ist] [semestre | annee] [autres-etats] [revisions] methode controles [questions].
 */
export interface Section {
  /** "ou-en-est-on", "is101" …: the anchor. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** One thing that page one says. */
export interface Point {
  /** What kind of thing it is, in the margin: "Établi", "À suivre", "Faits graves". */
  readonly tag: string;
  /** The mark beside the tag is that of this verdict. */
  readonly mark: Verdict | null;
  /** "Cambriolages de logement :", which ends with its own colon; "" for none. */
  readonly lead: string;
  readonly text: string;
}

/** A number that page one shows large. */
export interface KeyFigure {
  /** Key for the filter by line. */
  readonly line: string;
  readonly label: string;
  readonly value: TableCell;
  readonly mark: Verdict;
  /** "8 un an plus tôt" */
  readonly before: string;
  readonly curve: Sparkline;
}

/** « En bref », before the sections: the news, its points, four to six numbers. */
export interface FrontPage {
  /** The news in one sentence. */
  readonly headline: string;
  readonly points: readonly Point[];
  readonly keyFigures: readonly KeyFigure[];
}

/** A file of the deliveries, as the source notes and the control sheet name it. */
export interface SourceNote {
  readonly path: string;
  readonly delivery: string;
  readonly format: string;
  readonly statement: string;
  readonly sha256: string;
  readonly counts: number;
}

/** What stands at the head of every page: the figures are invented; a person has still to confirm how its files are read. */
export const FICTITIOUS_BANNER = "EXEMPLE – DONNÉES FICTIVES";
export const TO_CONFIRM_BANNER = "LECTURE À CONFIRMER";
export const isFictitious = ({ banner }: Pick<Bulletin, "banner">): boolean =>
  banner?.startsWith(FICTITIOUS_BANNER) === true;

export interface Bulletin {
  /** "2026-T1" */
  readonly id: string;
  readonly quarter: Period;
  readonly quarterLabel: string;
  readonly title: string;
  readonly commune: string;
  readonly service: string;
  readonly marking: string;
  /** "EXEMPLE – DONNÉES FICTIVES" on every page, or null. */
  readonly banner: string | null;
  /** "Exemplaire de travail, non numéroté" until copies are stamped. */
  readonly copy: string;
  readonly edition: EditionMark;
  /** Day on which the last of its inputs was received, or a change of them recorded: "8 avril 2026"; "arrêtée au 31 mars 2026" where nothing says when. */
  readonly editionDate: string;
  /** The day is that of a message, as the register says. */
  readonly isReceived: boolean;
  /** ISO form of the same day, for the PDF's metadata. */
  readonly editionIso: string;
  /** "édition 2, remplace celle du 8 avril 2026"; "livraison reçue 12 jours après l'échéance …"; null: nothing to say. */
  readonly editionNote: string | null;
  /** SHA-256 of all the rest of this, and of what lays it out. Shown by its first 12 digits. */
  readonly fingerprint: string;
  readonly programVersion: string;
  readonly front: FrontPage;
  readonly sections: readonly Section[];
  /** State of the checks, for the index: number of errors, warnings. */
  readonly errors: number;
  readonly warnings: number;
  /** Errors and warnings that earlier deliveries keep. */
  readonly earlier: number;
  readonly sources: readonly SourceNote[];
}

/**
 * Every cell of a bulletin's tables in the order of the document, with its HTML id: "t1-r3-c2", and of its charts' figures: "f2-r3-c2"; rows of
 * the body and columns counted from 1, as components/table.njk and chart.njk print them.
 */
export function* tableCells({ sections }: Pick<Bulletin, "sections">): Generator<{
  readonly id: string;
  /** What its row is about: "Homicides"; "Homicides, 2025" beside a chart. */
  readonly label: string;
  readonly cell: TableCell;
}> {
  for (const { blocks } of sections)
    for (const block of blocks)
      if (block.kind === "table") {
        const rows = block.table.rows.map(({ cells }) => ({ label: cells[0]?.text ?? "", cells }));
        yield* cellsOf(block.table.id, rows);
      } else if (block.kind === "charts")
        for (const { number, chart, table } of block.charts) {
          const rows = table.rows.map((cells) => ({ label: `${chart.title}, ${cells[0]?.text ?? ""}`, cells }));
          yield* cellsOf(`f${number}`, rows);
        }
}

function* cellsOf(
  table: string,
  rows: readonly { readonly label: string; readonly cells: readonly TableCell[] }[],
): Generator<{ readonly id: string; readonly label: string; readonly cell: TableCell }> {
  for (const [r, { label, cells }] of rows.entries())
    for (const [c, cell] of cells.entries()) yield { id: `${table}-r${r + 1}-c${c + 1}`, label, cell };
}

/** The control sheet of one bulletin: the tables as received, cell by cell, with the issues. */
export interface ControlSheet {
  readonly id: string;
  readonly quarterLabel: string;
  readonly files: readonly {
    readonly note: SourceNote;
    readonly tables: readonly ReadTable[];
    readonly issues: readonly Issue[];
  }[];
  /** Issues of no file in particular. */
  readonly issues: readonly Issue[];
  readonly totals: {
    readonly counts: number;
    readonly printed: number;
    readonly ignored: number;
    readonly notUnderstood: number;
  };
  /** provenanceKey -> ids of the bulletin's table cells that use it: "t1-r3-c2". */
  readonly usedBy: Readonly<Record<string, readonly string[]>>;
}

/** One tidy figure of donnees.csv. */
export interface TidyRow {
  readonly statement: string;
  readonly indicator: string;
  readonly label: string;
  readonly force: string;
  readonly period: string;
  readonly value: number | null;
  readonly status: string;
  readonly delivery: string;
  readonly revised: string;
  readonly provenance: Provenance;
}

/** What publish writes for one quarter: a bulletin, and what stands beside it. */
export interface Edition {
  readonly bulletin: Bulletin;
  readonly control: ControlSheet;
  readonly tidy: readonly TidyRow[];
  readonly session: Session;
  /** analyses.json: plain JSON. */
  readonly analyses: readonly unknown[];
  /** SHA-256 of all that the bulletin was made from: files, settings, register, program. The same gives the same content. */
  readonly madeFrom: string;
}
