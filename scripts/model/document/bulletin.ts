/** The document, as plain JSON: all that templates/ may show. Text is text, never HTML. */
import type { QuarterAnalysis, Tests } from "../analysis.ts";
import type { ChartData } from "../chart.ts";
import type { EditionMark } from "../edition.ts";
import type { Issue } from "../issue.ts";
import type { Period } from "../period.ts";
import type { ControlSheet, SourceNote, TidyRow } from "./control-sheet.ts";
import type { WrittenFinding } from "./finding.ts";
import type { FrontPage, Question } from "./front-page.ts";
import type { Table } from "./table.ts";

/** A chart as it stands in the document: « Figure 3 », its drawing, its sentence. Its counts stand in the table of the quarters. */
export interface NumberedChart {
  readonly number: number;
  readonly chart: ChartData;
  /** Key for the filter by line. */
  readonly line: string;
  /** What is counted, then one sentence that reads the chart: its subtitle. */
  readonly reading: string;
}

/** The small curves of one theme, on one scale. */
export interface CurvesOfTheme {
  /** "Véhicules" */
  readonly label: string;
  /** "de 0 à 25" */
  readonly scale: string;
  readonly curves: readonly Pick<NumberedChart, "chart" | "line">[];
}

/** Section of the annexe that holds the counts of every curve. */
export const QUARTERS = "trimestres";

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
      readonly charts: readonly NumberedChart[];
    }
  /** Every line that is not drawn large, by theme. */
  | {
      readonly kind: "curves";
      readonly number: number;
      readonly title: string;
      readonly themes: readonly CurvesOfTheme[];
      readonly notes: readonly string[];
      /** Where the counts stand. */
      readonly to: { readonly id: string; readonly title: string };
    }
  | { readonly kind: "definitions"; readonly items: readonly { readonly term: string; readonly text: string }[] };

/**
 * Sections in order; those in brackets only when they have something to say. After page one (`front`) and its table, what changed and where:
 * [ou-en-est-on] [avertissements] [forces-et-mandat] [tendances] [contexte] [questions]; then the annexe: [trimestres] [is101] [ist] [semestre | annee] [autres-etats]
 * [revisions] methode controles.
 */
export interface Section {
  readonly isAnnexe?: true;
  /** "ou-en-est-on", "is101" …: the anchor. */
  readonly id: string;
  /** What it shows; a plain name where it shows nothing yet. */
  readonly title: string;
  /** Its name, small above a title that is a finding. */
  readonly label?: string;
  readonly blocks: readonly Block[];
}

/** Id of the heading over « Le mot de la commune »: its list follows, note 1 first. */
export const COMMUNE_WORD = "mot-de-la-commune";

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
  /** "Exemplaire de travail, non numéroté": said on screen alone, for paper copies are numbered. */
  readonly copy: string;
  readonly edition: EditionMark;
  /** Day on which the last of its inputs was received: "8 avril 2026"; "arrêtée au 31 mars 2026" where nothing says when. */
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

/** What publish writes for one quarter: a bulletin, and what stands beside it. */
export interface Edition {
  readonly bulletin: Bulletin;
  readonly control: ControlSheet;
  readonly tidy: readonly TidyRow[];
  readonly session: Session;
  /** The review of the year that the quarter closes, laid out as a bulletin; null: it closes none, or nobody asked for it. */
  readonly year: Bulletin | null;
  /** analyses.json: plain JSON. */
  readonly analyses: {
    readonly edition: number;
    /** The counts that this edition changes, as the one before printed them, by printedKey. */
    readonly changed: Readonly<Record<string, number | null>>;
    readonly analyses: readonly unknown[];
    /** What the words rest on, and what the test can see. */
    readonly tests: Tests;
    readonly power: QuarterAnalysis["power"];
    readonly findings: readonly WrittenFinding[];
  };
  /** SHA-256 of all that the bulletin was made from: files, settings, register, program. The same gives the same content. */
  readonly madeFrom: string;
}

/** A whole day of the calendar. */
export interface CalendarDay {
  readonly id: string;
  readonly day: string;
  readonly title: string;
}

export interface Session {
  readonly calendar: readonly CalendarDay[];
  /** Lines of the message to the service; null: there is nothing to ask. */
  readonly letter: readonly string[] | null;
  readonly questions: readonly Question[];
  /** One for each thing announced, the surest first: drawn large. */
  readonly charts: readonly Pick<NumberedChart, "chart" | "line">[];
}
