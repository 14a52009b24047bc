/**
 * compose: QuarterAnalysis -> Edition. What is said of one quarter: sections, sentences, tables, charts as data.
 *
 *   cover · warnings · findings · is101 · ist · trends · half-year · revisions · reference-context ·
 *   other-statements · method · checks-section        one file a section
 *   overview                                          words before numbers
 *   words · notes · cells · numbering · typography · shorten    how it is said
 *   control · tidy · sources                          where each figure comes from
 */
import type { Bulletin, Edition, Section } from "../model/bulletin.ts";
import { type ComposeInput, createContext } from "./context/context.ts";
import { sourceNote } from "./context/sources.ts";
import { controlSheet } from "./control.ts";
import { cover } from "./cover.ts";
import { checksSection } from "./sections/checks-section.ts";
import { findingsSection } from "./sections/findings.ts";
import { halfYearSection } from "./sections/half-year.ts";
import { is101Section } from "./sections/is101.ts";
import { istSection } from "./sections/ist.ts";
import { methodSection } from "./sections/method.ts";
import { otherStatementsSection } from "./sections/other-statements.ts";
import { contextSection } from "./sections/reference-context.ts";
import { revisionsSection } from "./sections/revisions.ts";
import { trendsSection } from "./sections/trends.ts";
import { warningsSection } from "./sections/warnings.ts";
import { tidyRows } from "./tidy.ts";
import { withinPage } from "./words/shorten.ts";
import { withTypography } from "./words/typography.ts";

export type { ComposeInput } from "./context/context.ts";

/** Pure: the same input gives the same document, on any day and any machine. */
export function compose(input: ComposeInput): Edition {
  const c = createContext(input);
  // The order of the document is the order of these calls: they number the tables and figures as they go.
  const body = [
    warningsSection(c),
    findingsSection(c),
    is101Section(c),
    istSection(c),
    trendsSection(c),
    halfYearSection(c),
    revisionsSection(c),
    contextSection(c),
    otherStatementsSection(c),
  ].filter((s): s is Section => s !== undefined);
  const sections = [...body, methodSection(c, body), checksSection(c)];
  const bulletin: Bulletin = {
    ...cover(c),
    sections: withinPage(withTypography(sections)),
    sources: c.recognitions.map((r) => sourceNote(c, r)),
  };
  return { bulletin, control: controlSheet(c, bulletin), tidy: tidyRows(c), analyses: input.analyses };
}
