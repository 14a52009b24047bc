/** Who reads a remark, and what of a received text each may read. */
import type { AboutOf, RemarkName } from "../about.ts";
import { formatCell, formatPlace, quote } from "../format.ts";
import type { Place, Told } from "../issue.ts";
import type { Received } from "../received.ts";

/**
 *   eyes      terminal, lecture, control sheet: all is shown
 *   paper     bulletin, workbook, copies: the place of a received text, never the text
 *   service   the message to the police: may quote the text that it asks about
 */
export type Reader = "eyes" | "paper" | "service";

export interface Say {
  /** « Rang », cut at `most` signs; for paper, `instead`. */
  (text: Received, instead: string, most?: number): string;
  /** The same, without quotation marks. */
  readonly bare: (text: Received, instead: string) => string;
  /** What only the others may read; for paper, nothing. */
  readonly unlessPaper: (words: () => string) => string;
  /** "2026-T1/IS101.xls, « Feuil1 », ligne 8, colonne C"; for paper, "ligne 8, colonne C". */
  readonly place: (place: Place) => string;
}

/** The French of each rule. */
export type French = { readonly [R in RemarkName]: (about: AboutOf<R>, say: Say) => Told };

/** How a reader is told. */
export function sayTo(reader: Reader): Say {
  const isPaper = reader === "paper";
  const shows = (text: Received): boolean => text.sealed === undefined && (!isPaper || text.print === true);
  const say = (text: Received, instead: string, most = Number.POSITIVE_INFINITY): string =>
    shows(text) ? quoted(text.received, most) : instead;
  return Object.assign(say, {
    bare: (text: Received, instead: string): string => (shows(text) ? text.received : instead),
    unlessPaper: (words: () => string): string => (isPaper ? "" : words()),
    place: (place: Place): string =>
      isPaper ? ("row" in place ? formatCell(place) : "ce fichier") : formatPlace(place),
  });
}

/** A text in quotation marks, cut. */
export const quoted = (text: string, most = 60): string => quote(text.slice(0, most).trimEnd());
