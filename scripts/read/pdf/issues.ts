/** What is told of a PDF: see model/remarks/pdf.ts. */

import { aNote, anError, aWarning, type Issue } from "../../model/issue.ts";
import { own, received } from "../../model/received.ts";
import type { Aside } from "./blocks.ts";

const inDocument = (file: string) => ({ place: { file, part: "document" } });

/** @param row "page 1, ligne 3" */
export const cutFigures = (file: string, row: string): Issue =>
  anError("pdf-cut-figures", { about: { row: own(row) }, ...inDocument(file) });

export const withoutHead = (file: string, row: string): Issue =>
  anError("ambiguous-header", { about: { row: own(row) }, ...inDocument(file) });

export const withoutText = (file: string, isGuessed: boolean): Issue =>
  anError("pdf-without-text", { about: { isGuessed }, place: { file } });

export const pageWithoutText = (file: string, page: number): Issue =>
  aWarning("pdf-page-without-text", { about: { page }, ...inDocument(file) });

export const unreadableText = (file: string, page: number, signs: number): Issue =>
  anError("pdf-unreadable-text", { about: { page, signs }, ...inDocument(file) });

export const formFields = (file: string, page: number, fields: number): Issue =>
  anError("pdf-form", { about: { page, fields }, ...inDocument(file) });

export const looseFigures = (file: string, page: number, texts: readonly string[]): Issue =>
  aNote("pdf-unseen-text", { about: { page, kind: "loose", texts: texts.map(received) }, ...inDocument(file) });

/** Away from any table. */
export const unclearText = (file: string, page: number, words: string): Issue =>
  aNote("pdf-unseen-text", { about: { page, kind: "unclear", texts: [received(words)] }, ...inDocument(file) });

/** Texts that are struck out or hidden outside the cells of figures. */
export const unseenText = (file: string, page: number, asides: readonly Aside[]): readonly Issue[] =>
  [...Map.groupBy(asides, ({ kind }) => kind)].flatMap(([aside, group]) => {
    const texts = group.map(({ text }) => text.trim()).filter((text) => /[\p{L}\d]/u.test(text));
    if (texts.length === 0) return [];
    const kind = aside === "hidden" ? "hidden" : "struck";
    const say = kind === "hidden" ? aNote : aWarning; // nobody sees what is hidden
    return say("pdf-unseen-text", { about: { page, kind, texts: texts.map(received) }, ...inDocument(file) });
  });

export const ambiguous = (file: string, page: number, doubt: string): Issue =>
  anError("ambiguous-header", { about: { page, doubt: received(doubt) }, ...inDocument(file) });
