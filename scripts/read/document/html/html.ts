/** HTML (also when saved as .xls) -> one grid, as a browser shows it. */

import { anError, aWarning, UserError } from "../../../model/issue.ts";
import { received } from "../../../model/received.ts";
import { decodeText } from "../../container/encoding.ts";
import type { Refusal } from "../../contract/limits.ts";
import { mayLookOtherwise, type OtherLook } from "../../contract/may-look-otherwise.ts";
import { damaged, doubtfulEncoding, NotRead, notRead, refusing } from "../../contract/reader.ts";
import { readPdfPages } from "../../pdf/drawn/drawn-pages.ts";
import { readPages } from "../../pdf/pdf.ts";
import { assembleDocument, DOCUMENT_PART } from "../document.ts";
import { type Printed, printPage } from "./laid-out.ts";

export const readHtml = refusing("une page HTML", async (file, browser = null) => {
  const decoded = decodeText(file.bytes) ?? damaged("octets nuls ou de commande au milieu du texte");
  const tags = decoded.text.replace(APART, "");
  if (piecesIn(tags) > MAX_PIECES) notRead(tooManyPieces);
  checkTags(tags);
  const page = await printPage(decoded.text, browser).catch(refused);
  const printed = await readPdfPages(page.pdf);
  if (printed.every(({ glyphs }) => glyphs.every(({ text }) => text.trim() === "")))
    return assembleDocument(file.path, []);
  const { value, issues } = readPages(file.path, printed, "all lines");
  const told = [
    ...(decoded.doubtful ? [doubtfulEncoding(file, DOCUMENT_PART, decoded.encoding)] : []),
    ...issues,
    ...mayLookOtherwise(file.path, doubtsOf(page, decoded.text)),
  ];
  const isRefused = told.some(({ severity }) => severity === "error");
  return { value: isRefused ? [] : value.map((grid) => ({ ...grid, part: DOCUMENT_PART })), issues: told };
});

/** Why a person may see something else. */
const doubtsOf = (page: Printed, text: string): readonly (OtherLook | false)[] => [
  page.hasProgram && "program",
  page.hasSignDigits && "sign-digits",
  page.hasFrames && "frames",
  page.isAnimated && "animated",
  ON_SOME_SCREENS.test(text) && "screens",
  page.asksForSheets && "foreign-sheets",
];

/** Styles that hold for some windows: "@media (min-width: 1400px)", or media=(min-width:1400px) of an element, in quotes or not. */
const ON_SOME_SCREENS = /@media[^{;]*\(|\bmedia\s*=\s*["']?[^"'>]*\(/i;

/**
 * Elements and numbers of a page: each is printed and looked at. Measured on 29 November 2026: 700 rows of 20 cells, 29 000 pieces,
 * took 9 s of processor. A statement has some hundreds of cells.
 */
const MAX_PIECES = 20_000;
const piecesIn = (tags: string): number =>
  (tags.match(/<[a-z]/gi)?.length ?? 0) + (tags.replace(/<[^>]*>/g, " ").match(/\d+/g)?.length ?? 0);

const tooManyPieces: Refusal = ({ path }) =>
  aWarning("file-too-large", {
    about: {
      much: { of: "elements", found: MAX_PIECES, most: MAX_PIECES, part: received(DOCUMENT_PART) },
      isSound: true,
      isPage: true,
    },
    place: { file: path },
  });
/** What is no element of the page: comments, programs, styles. */
const APART = /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/**
 * A text after the end of a cell, or after the start of a row and before its first cell. Nobody writes there: a tag is broken, and the
 * cells that follow would stand one column too far left.
 */
const BETWEEN_CELLS =
  /<(?:\/t[dh]\s*|tr\b[^>]*)>(?:\s|&nbsp;|&#160;)*(?:<(?!t(?:[dhr]|able|body|head|foot)\b|caption|col)[a-z][^>]*>\s*)*(?!&nbsp;|&#160;)[^<\s]/i;

/** What a browser mends without a word: a page that was cut, whose last figure may be cut too; a tag that is broken. */
function checkTags(tags: string): void {
  if (tags.search(/<table\b(?![\s\S]*<\/table)/i) >= 0) damaged("un tableau n'est pas terminé");
  if (BETWEEN_CELLS.test(tags)) damaged("du texte entre deux cellules d'une ligne de tableau");
}

function refused(error: unknown): never {
  if (error instanceof NotRead) throw error;
  if (!(error instanceof UserError)) return damaged("la page ne se laisse pas mettre en page"); // it resists the browser, or what it is asked
  return notRead(({ path }) =>
    anError("file-not-read", { about: { browser: received(error.message) }, place: { file: path } }),
  );
}
