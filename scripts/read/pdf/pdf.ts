/**
 * .pdf -> one grid: drawn-pages.ts (glyphs and rules) -> units.ts -> layout.ts (tables, ruled or not, and paragraphs of a page) ->
 * joined.ts (the pages as one document). What the drawing leaves in doubt is refused, with the page named.
 */
import type { Grid } from "../../model/grid.ts";
import type { Result } from "../../model/issue.ts";
import { mayLookOtherwise } from "../contract/may-look-otherwise.ts";
import { refused, refusing } from "../contract/reader.ts";
import { assembleDocument } from "../document/document.ts";
import { findAsides, tellAsides } from "./asides.ts";
import { turnedBeside } from "./beside-tables.ts";
import { readPdfPages } from "./drawn/drawn-pages.ts";
import type { PdfPage } from "./drawn/marks.ts";
import {
  ambiguous,
  cutFigures,
  formFields,
  looseFigures,
  pageWithoutText,
  unclearText,
  unreadableText,
  unseenText,
  withoutHead,
  withoutText,
} from "./issues.ts";
import { joinPages } from "./joined.ts";
import { readLayout } from "./layout.ts";
import { checkStreams, findOtherLooks, isEncrypted } from "./streams.ts";

export const readPdf = refusing("un document PDF", async ({ path, bytes }) => {
  const pages = await readPdfPages(bytes);
  const isClear = !isEncrypted(bytes);
  if (isClear) checkStreams(bytes);
  const { value, issues } = readPages(path, pages);
  const looks = value.length > 0 && isClear ? mayLookOtherwise(path, findOtherLooks(bytes)) : [];
  return { value, issues: [...issues, ...looks] };
});

/** `drawn`: each cell of a table has all its lines, and no row is on two pages. */
export function readPages(path: string, pages: readonly PdfPage[], drawn?: "all lines"): Result<readonly Grid[]> {
  if (pages.every((page) => lettersOf(page) === 0)) {
    const isGuessed = pages.some((page) => page.unseen.some(({ kind }) => kind === "hidden"));
    return refused(withoutText(path, isGuessed));
  }
  for (const [i, page] of pages.entries()) {
    if (page.unreadable > lettersOf(page) / 2) return refused(unreadableText(path, i + 1, page.unreadable));
    if (page.fields > 0) return refused(formFields(path, i + 1, page.fields));
  }
  const layouts = pages.map((page, i) => {
    const { blocks, doubts, elsewhere } = readLayout(page, i + 1, drawn);
    return { doubts, elsewhere, ...tellAsides(blocks, findAsides(page)) };
  });
  const laidOut = layouts.map(({ blocks }, i) => ({ blocks, height: pages[i]?.height ?? 0 }));
  const joined = joinPages(laidOut, drawn === "all lines");
  const comments = pages.flatMap(({ notes }) => notes);
  const besides = [...new Set(pages.flatMap((page, i) => turnedBeside(page, layouts[i]?.blocks ?? [])))];
  const { value, issues } = assembleDocument(path, joined.blocks, [], { comments, besides });
  return {
    value,
    issues: [
      ...layouts.flatMap(({ doubts }, i) => doubts.map((doubt) => ambiguous(path, i + 1, doubt))),
      ...layouts.flatMap(({ elsewhere }, i) => elsewhere.map((words) => unclearText(path, i + 1, words))),
      ...layouts.flatMap(({ left }, i) => unseenText(path, i + 1, left)),
      ...pages.flatMap((page, i) => (lettersOf(page) === 0 ? [pageWithoutText(path, i + 1)] : [])),
      ...[...joined.loose].map(([i, texts]) => looseFigures(path, i + 1, texts)),
      ...joined.cuts.map((place) => cutFigures(path, place)),
      ...joined.headless.map((place) => withoutHead(path, place)),
      ...issues,
    ],
  };
}

const lettersOf = (page: PdfPage): number => page.glyphs.filter((g) => g.text.trim() !== "").length;
