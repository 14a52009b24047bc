/**
 * compose: QuarterAnalysis -> Edition. What is said of one quarter: sections, sentences, tables, charts as data.
 *
 *   front/       page one: the news, its points, four numbers, « Où en est-on » by theme
 *   sections/    one file a section of the bulletin, in the order of the calls below
 *   sentences/   what is said of a line, a table, a set of charts
 *   tables/      the tables of the sections; in table-of.ts, how a column says its head and its cells
 *   charts/      a chart from a line of the analysis
 *   session/     what a session needs beside: its questions, charts for the wall, the days to come
 *   year/        the review of a year, when a quarter closes it
 *   words/       the words that all of them share, abbreviations, typography, what is too long for a page
 *   context/     what every section needs: the lines of a statement, its cells, its numbering, its issues
 *   control      the control sheet, donnees.csv
 */
import {
  type Block,
  type Bulletin,
  type Edition,
  FICTITIOUS_BANNER,
  type Section,
  TO_CONFIRM_BANNER,
} from "../model/document/bulletin.ts";
import { policeLetter } from "../model/document/letter.ts";
import type { SaidBefore } from "../model/document/table.ts";
import { type ComposeInput, type Context, createContext, sourceNote } from "./context/context.ts";
import { editionDate, editionDay, editionNote } from "./context/edition-day.ts";
import { countsOf, earlierIssues } from "./context/issues.ts";
import { controlSheet, tidyRows } from "./control.ts";
import { frontPage, standingSection } from "./front/index.ts";
import { checksSection, warningsSection } from "./sections/checks-section.ts";
import { forcesAndMandateSection } from "./sections/forces-and-mandate.ts";
import { halfYearSection, otherStatementsSection } from "./sections/half-year.ts";
import { methodSection } from "./sections/method.ts";
import { contextSection, likeCommunesSection } from "./sections/reference-context.ts";
import { revisionsSection } from "./sections/revisions.ts";
import { is101Section, istSection } from "./sections/statements.ts";
import { trendsSection } from "./sections/trends.ts";
import { calendarDays, pointCharts } from "./session/calendar.ts";
import { questions, questionsSection } from "./session/questions.ts";
import { present } from "./words/present.ts";
import { typography, withinPage, withTypography } from "./words/typography.ts";
import { yearReview } from "./year/review.ts";

export type { ComposeInput } from "./context/context.ts";

/** Pure: the same input gives the same document, on any day and any machine. */
export function compose(input: ComposeInput): Edition {
  const c = createContext(input);
  // The order of the document is the order of these calls: they number the tables and figures as they go.
  const body = present(
    standingSection(c),
    warningsSection(c),
    forcesAndMandateSection(c),
    trendsSection(c),
    contextSection(c),
    likeCommunesSection(c),
  );
  const tables = present(
    is101Section(c),
    istSection(c),
    halfYearSection(c),
    otherStatementsSection(c),
    revisionsSection(c),
  );
  const asked = withTypography(questions(c));
  const annexe = [...tables, methodSection(c, [...body, ...tables]), checksSection(c)];
  const sections = present<Section>(
    body,
    questionsSection(asked),
    annexe.map((section) => ({ ...section, isAnnexe: true as const })),
  );
  const content = {
    ...cover(c),
    front: withTypography(frontPage(c)),
    sections: laidOut(sections),
    sources: c.recognitions.map((r) => sourceNote(c, r)),
  };
  const bulletin: Bulletin = { ...content, fingerprint: input.fingerprintOf(content) };
  const { analyses, madeFrom } = input;
  const { ownIssues: issues, settings, quarter } = c;
  const letter = policeLetter({ issues, settings, quarter, withFigures: false }) ?? null;
  const review = input.yearSoFar ? yearReview(input, bulletin, input.yearSoFar) : null;
  const year = review && { ...review, sections: laidOut(review.sections) };
  const session = { questions: asked, charts: pointCharts(c), letter, calendar: calendarDays(c) };
  return { bulletin, control: controlSheet(c, bulletin), tidy: tidyRows(c), session, year, analyses, madeFrom };
}

const laidOut = (sections: readonly Section[]): readonly Section[] =>
  withoutRepeats(withinPage(withTypography(sections)));

const bannerOf = ({ settings, isToConfirm }: Context): string | null =>
  [settings.fictitious ? FICTITIOUS_BANNER : [], isToConfirm ? TO_CONFIRM_BANNER : []].flat().join(" – ") || null;

/** Everything of the bulletin but its page one, its sections, its sources and its fingerprint. */
function cover(c: Context): Omit<Bulletin, "front" | "sections" | "sources" | "fingerprint"> {
  const { day, from } = editionDay(c);
  const note = editionNote(c);
  return {
    id: c.id,
    quarter: c.quarter,
    quarterLabel: c.name,
    title: "Bulletin trimestriel de la délinquance enregistrée",
    commune: c.settings.commune.name,
    service: c.settings.service,
    marking: c.settings.marking,
    banner: bannerOf(c),
    copy: "Exemplaire de travail, non numéroté",
    edition: c.edition,
    editionDate: editionDate(c),
    editionIso: day,
    isReceived: from === "register",
    editionNote: note && typography(note),
    programVersion: c.programVersion,
    ...countsOf(c),
    earlier: earlierIssues(c).length,
  };
}

/** Shorter texts are read as quickly as the name of another table. */
const WORTH_NAMING = 60;

/** A champ or a source that an earlier table has said is not said again: the document names that table. */
export function withoutRepeats(sections: readonly Section[]): readonly Section[] {
  const champs = new Map<string, number>();
  const sources = new Map<string, number>();
  /** Number of the table that has said it; a table that says it first is remembered. */
  const before = (said: Map<string, number>, text: string, number: number | undefined): number | undefined => {
    const earlier = said.get(text);
    if (earlier === undefined && number !== undefined && text.length >= WORTH_NAMING) said.set(text, number);
    return earlier;
  };
  const saidBefore = (
    { champ, source }: { readonly champ: string; readonly source: string },
    number?: number,
  ): { readonly saidBefore?: SaidBefore } => {
    const said = { champ: before(champs, champ, number), source: before(sources, source, number) };
    return said.champ === undefined && said.source === undefined ? {} : { saidBefore: said };
  };
  const block = (b: Block): Block => {
    if (b.kind === "table") return { ...b, table: { ...b.table, ...saidBefore(b.table, b.table.number) } };
    return b.kind === "charts" ? { ...b, ...saidBefore(b) } : b;
  };
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(block) }));
}
