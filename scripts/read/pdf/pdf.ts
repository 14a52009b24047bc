/**
 * .pdf -> one grid: page.ts (glyphs and rules) -> text.ts (units) -> layout.ts (tables, ruled or not, and paragraphs of a page) ->
 * joined.ts (the pages as one document). What the drawing leaves in doubt is refused, with the page named.
 */
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Result } from "../../model/issue.ts";
import { inflatedTooLarge, tooManyMarks, tooManyOrders, tooManyPages } from "../contract/limits.ts";
import { mayLookOtherwise } from "../contract/may-look-otherwise.ts";
import { passwordProtected, refused, unreadable } from "../contract/reader.ts";
import { assembleDocument } from "../document/document.ts";
import { findAsides, tellAsides } from "./asides.ts";
import type { PdfPage } from "./drawn/marks.ts";
import { MAX_PDF_MARKS, MAX_PDF_ORDERS, MAX_PDF_PAGES, readPdfPages } from "./drawn/page.ts";
import {
  ambiguous,
  cutFigures,
  formFields,
  isStamp,
  looseFigures,
  pageWithoutText,
  stampedText,
  unreadableText,
  unseenText,
  withoutHead,
  withoutText,
} from "./issues.ts";
import { joinPages } from "./joined.ts";
import { readLayout } from "./layout.ts";
import { findOtherLooks, findStreamFault, isEncrypted } from "./streams.ts";

const FORMAT = "un document PDF";

export async function readPdf(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const read = await readPdfPages(file.bytes);
  switch (read.kind) {
    case "password":
      return refused(passwordProtected(file, "PDF"));
    case "unreadable":
      return refused(unreadable(file, FORMAT, read.words));
    case "too-many-pages":
      return refused(tooManyPages(file.path, read.count, MAX_PDF_PAGES));
    case "too-many-orders":
      return refused(tooManyOrders(file.path, read.count, MAX_PDF_ORDERS));
    case "too-many-marks":
      return refused(tooManyMarks(file.path, read.count, MAX_PDF_MARKS));
    case "pages": {
      const isClear = !isEncrypted(file.bytes);
      const fault = isClear ? findStreamFault(file.bytes) : undefined;
      if (fault?.kind === "damaged") return refused(unreadable(file, FORMAT, fault.words));
      if (fault?.kind === "too-large") return refused(inflatedTooLarge(file.path, fault.bytes));
      const { value, issues } = readPages(file.path, read.pages);
      const looks = value.length > 0 && isClear ? mayLookOtherwise(file.path, findOtherLooks(file.bytes)) : [];
      return { value, issues: [...issues, ...looks] };
    }
  }
}

/** `drawn`: each cell of a table has all its lines. */
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
    const { blocks, doubts } = readLayout(page, i + 1, drawn);
    return { doubts, ...tellAsides(blocks, findAsides(page)) };
  });
  const joined = joinPages(layouts.map(({ blocks }, i) => ({ blocks, height: pages[i]?.height ?? 0 })));
  const comments = pages.flatMap(({ notes }) => notes);
  const { value, issues } = assembleDocument(path, joined.blocks, [], comments);
  return {
    value,
    issues: [
      ...layouts.flatMap(({ doubts }, i) => doubts.map((doubt) => ambiguous(path, i + 1, doubt))),
      ...layouts.flatMap(({ left }, i) => unseenText(path, i + 1, left)),
      ...pages.flatMap((page, i) => page.turned.filter(isStamp).map(({ text }) => stampedText(path, i + 1, text))),
      ...pages.flatMap((page, i) => (lettersOf(page) === 0 ? [pageWithoutText(path, i + 1)] : [])),
      ...[...joined.loose].map(([i, texts]) => looseFigures(path, i + 1, texts)),
      ...joined.cuts.map((place) => cutFigures(path, place)),
      ...joined.headless.map((place) => withoutHead(path, place)),
      ...issues,
    ],
  };
}

const lettersOf = (page: PdfPage): number => page.glyphs.filter((g) => g.text.trim() !== "").length;
