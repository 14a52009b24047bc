/** What every section needs: the input, the names of the quarter, the numbering of the document. */
import type { QuarterAnalysis } from "../../model/analysis.ts";
import type { Bulletin } from "../../model/document/bulletin.ts";
import type { CommunalSummary } from "../../model/document/communal.ts";
import type { EditionMark, Recorded, Told } from "../../model/edition.ts";
import { formatPeriod, NBSP } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import type { Indicator, Nomenclature, StatementDefinition } from "../../model/nomenclature.ts";
import { OTHER_STATEMENT, type Recognition, type StatementId } from "../../model/observation.ts";
import { compareText } from "../../model/order.ts";
import { type Month, type Period, quarterId, quarterNumber, yearOf } from "../../model/period.ts";
import { isReadingRule } from "../../model/rules.ts";
import type { Settings } from "../../model/settings.ts";
import { ownIssues, relevantIssues } from "./issues.ts";
import { createNumbering, type Numbering } from "./numbering.ts";
import { createPrintedPlaces, type PrintedPlaces } from "./printed-places.ts";

export interface ComposeInput {
  readonly analysis: QuarterAnalysis;
  /** What the quarters before announced, the latest first: it is followed. */
  readonly earlier: readonly Told[];
  /** Where the review of the year is wanted: the analyses of the three quarters before, as known then. */
  readonly yearSoFar?: readonly QuarterAnalysis[] | null;
  /** Deliveries that came after the quarter may be among them: they are left out. */
  readonly recognitions: readonly Recognition[];
  readonly issues: readonly Issue[];
  readonly nomenclature: Nomenclature;
  readonly settings: Settings;
  /** What is kept of the public communal base; absent: none. */
  readonly communal?: CommunalSummary | null;
  /** Delivery -> days on which it was received, then completed or put right, as the register says. */
  readonly received: Recorded["received"];
  readonly edition: EditionMark;
  /** Each count that the edition before this one printed, by printedKey; null or absent: not known. */
  readonly printedBefore?: Readonly<Record<string, number | null>> | null;
  /** Quarters of which a control sheet is there, or is being made. */
  readonly sheets: ReadonlySet<string>;
  /** Hexadecimal SHA-256 of what the bulletin says. */
  readonly fingerprintOf: (content: Omit<Bulletin, "fingerprint">) => string;
  readonly programVersion: string;
  /** Goes to the manifest as it is: a hash of all that the bulletin is made from. */
  readonly madeFrom: string;
  /** Written to analyses.json as it is. */
  readonly analyses: readonly unknown[];
}

export interface Context extends Omit<ComposeInput, "issues" | "recognitions"> {
  /** Of the known deliveries, in order of delivery and path. */
  readonly recognitions: readonly Recognition[];
  /** Of the known deliveries, without those that depend on the day or the machine. */
  readonly issues: readonly Issue[];
  /** A person has still to confirm how one of its files is read. */
  readonly isToConfirm: boolean;
  /** Those of the quarter's own deliveries, and those of no delivery, such as a fault of the settings. */
  readonly ownIssues: readonly Issue[];
  readonly quarter: Period;
  /** "2026-T1" */
  readonly id: string;
  readonly year: number;
  /** 1 to 4 */
  readonly number: number;
  /** "1er trimestre 2026" */
  readonly name: string;
  readonly numbering: Numbering;
  readonly printed: PrintedPlaces;
}

export function createContext(input: ComposeInput): Context {
  const quarter = input.analysis.quarter;
  const rank = (delivery: string): number => input.analysis.deliveries.indexOf(delivery);
  const id = quarterId(quarter);
  const issues = relevantIssues(input.issues, input.analysis.deliveries);
  const recognitions = input.recognitions
    .filter((r) => rank(r.file.source.delivery) !== -1)
    .toSorted(
      (a, b) =>
        rank(a.file.source.delivery) - rank(b.file.source.delivery) ||
        compareText(a.file.source.path, b.file.source.path),
    );
  return {
    ...input,
    recognitions,
    issues,
    isToConfirm: input.issues.some(({ rule }) => isReadingRule(rule)),
    ownIssues: ownIssues(issues, id, input.analysis.deliveries),
    quarter,
    id,
    year: yearOf(quarter.last),
    number: quarterNumber(quarter),
    name: formatPeriod(quarter),
    numbering: createNumbering(),
    printed: createPrintedPlaces(recognitions, input),
  };
}

/** Inhabitants under which the edition is short: page one, its numbers, how to read them. */
const SMALL = 2000;
export const isSmall = ({ settings: { population } }: Context): boolean => {
  const latest = Object.values(population).at(-1);
  return latest !== undefined && latest < SMALL;
};

/** "2026-03" => "mars" */
export const monthName = (m: Month): string => formatPeriod({ first: m, last: m }).split(NBSP)[0] ?? m;

/** "2015-03" => "mars 2015" */
export const monthAndYear = (m: Month): string => formatPeriod({ first: m, last: m });

export const statementDefinition = (c: Context, id: StatementId): StatementDefinition | undefined =>
  c.nomenclature.statements.find((s) => s.id === id);

/** What the nomenclature says of a line; undefined for an unknown one. */
export const findLine = (c: Context, statement: StatementId, indicator: string | null): Indicator | undefined =>
  statementDefinition(c, statement)?.indicators.find((i) => i.id === indicator);

/** "IS101" => "IS 101"; a document that is neither statement => "autre document" */
export const statementLabel = (c: Context, id: StatementId): string =>
  statementDefinition(c, id)?.label ?? (id === OTHER_STATEMENT ? "autre document" : id);

/** Does any file of the known deliveries hold a figure of this statement that ends with the quarter? */
const isReceived = (c: Context, statement: StatementId): boolean =>
  c.recognitions.some((r) => r.observations.some((o) => o.statement === statement && o.period.last === c.quarter.last));

/** Statements that the convention promises for this quarter and that no file holds. */
export function missingStatements(c: Context): readonly StatementId[] {
  if (c.settings.since !== null && compareText(c.id, c.settings.since) < 0) return [];
  return c.settings.expectedStatements.filter((s) => !isReceived(c, s));
}
