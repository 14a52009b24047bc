/**
 * compose: QuarterAnalysis -> Edition. What is said of one quarter: sections, sentences, tables, charts as data.
 *
 *   front/       page one: the news, its points, four numbers, « Où en est-on » by theme
 *   sections/    one file a section of the bulletin, in the order of the calls below
 *   sentences/   what is said of a line, a table, a set of charts
 *   tables/      the tables of the sections; in table-of.ts, how a column says its head and its cells
 *   charts/      a chart from a line of the analysis
 *   session/     what a session needs beside: its questions, the days to come
 *   year/        the review of a year, when a quarter closes it
 *   words/       the words that all of them share, abbreviations, typography, what is too long for a page
 *   context/     what every section needs: the lines of a statement, its cells, its numbering, its issues
 *   cover, control, tidy    what names the document, the control sheet, donnees.csv
 */

import type { Bulletin, Edition, Section } from "../model/document/bulletin.ts";
import { policeLetter } from "../model/document/letter.ts";
import { type ComposeInput, isSmall } from "./context/context.ts";
import { contextOf } from "./context/denials.ts";
import { sourceNote } from "./context/sources.ts";
import { controlSheet } from "./control.ts";
import { cover } from "./cover.ts";
import { writtenFindings } from "./findings.ts";
import { changedBefore } from "./front/changes.ts";
import { frontPage, MOST_ASKED, standingSection } from "./front/index.ts";
import { checksSection } from "./sections/checks-section.ts";
import { forcesAndMandateSection } from "./sections/forces-and-mandate.ts";
import { likeCommunesSection } from "./sections/like-communes.ts";
import { methodSection } from "./sections/method.ts";
import { otherStatementsSection } from "./sections/other-statements.ts";
import { contextSection } from "./sections/reference-context.ts";
import { revisionsSection } from "./sections/revisions.ts";
import { statementSections } from "./sections/statements.ts";
import { quartersSection, saidCharts, trendsSection } from "./sections/trends.ts";
import { warningsSection } from "./sections/warnings.ts";
import { calendarDays } from "./session/calendar.ts";
import { questions, questionsSection } from "./session/questions.ts";
import { tidyRows } from "./tidy.ts";
import { present } from "./words/present.ts";
import { typography, withinPage, withTypography } from "./words/typography.ts";
import { yearReview } from "./year/review.ts";

export type { ComposeInput } from "./context/context.ts";

/** Pure: the same input gives the same document, on any day and any machine. */
export function compose(input: ComposeInput): Edition {
  const c = contextOf(input);
  // The order of the document is the order of these calls: they number the tables and figures as they go.
  const isShort = isSmall(c);
  const body = present(
    standingSection(c),
    warningsSection(c),
    !isShort && forcesAndMandateSection(c),
    trendsSection(c),
    contextSection(c),
    likeCommunesSection(c),
  );
  const tables = present(
    quartersSection(c),
    !isShort && statementSections(c),
    otherStatementsSection(c),
    revisionsSection(c),
  );
  const asked = withTypography(questions(c));
  const annexe = [...tables, methodSection(c, [...body, ...tables]), checksSection(c)];
  const sections = present<Section>(
    body,
    !(isShort && asked.length <= MOST_ASKED) && questionsSection(asked),
    annexe.map((section) => ({ ...section, isAnnexe: true as const })),
  );
  const content = {
    ...cover(c),
    front: withTypography(frontPage(c, asked)),
    sections: laidOut(sections),
    sources: c.recognitions.map((r) => sourceNote(c, r)),
  };
  const bulletin: Bulletin = { ...content, fingerprint: input.fingerprintOf(content) };
  const { analyses, madeFrom } = input;
  const { tests, power } = c.analysis;
  const { ownIssues: issues, settings, quarter } = c;
  const letter = policeLetter({ issues, settings, quarter, withFigures: false })?.map(typography) ?? null;
  const review = input.yearSoFar ? yearReview(input, bulletin, input.yearSoFar) : null;
  const year = review && { ...review, sections: laidOut(review.sections) };
  const session = { questions: asked, charts: saidCharts(c), letter, calendar: calendarDays(c) };
  const findings = writtenFindings(bulletin, asked, year);
  return {
    bulletin,
    control: controlSheet(c, bulletin),
    tidy: tidyRows(c),
    session,
    year,
    analyses: { edition: c.edition.number, changed: changedBefore(c), analyses, tests, power, findings },
    madeFrom,
  };
}

const laidOut = (sections: readonly Section[]): readonly Section[] => withinPage(withTypography(sections));
