/** What every reader is, and how it says that it cannot read. */

import type { Grid, SourceFile } from "../../model/grid.ts";
import { anError, aWarning, type Issue, type Result } from "../../model/issue.ts";
import { own, received } from "../../model/received.ts";

/**
 * One format: the file's bytes -> its grids, text as written. A file that cannot be read gives no grid and an issue of
 * severity "error"; a reader throws only for a bug of ours. Pure: no disk, no clock, nothing in the file is run or followed.
 * `browser`: path of the browser that the settings name, for a page that is laid out; null: the one that is found.
 */
export type Reader = (file: SourceFile, browser?: string | null) => Promise<Result<readonly Grid[]>>;

/** No grid, and why. */
export const refused = (issue: Issue): Result<readonly Grid[]> => ({ value: [], issues: [issue] });

/** A file shows somewhere that it is not to be read: thrown there, and told once, by `refusing`. */
export class NotRead extends Error {
  readonly issueOf: (file: SourceFile, format: string) => Issue;
  constructor(issueOf: NotRead["issueOf"]) {
    super("not read");
    this.issueOf = issueOf;
  }
}
/** @throws {NotRead} the file is not to be read, and why. */
export function notRead(issueOf: NotRead["issueOf"]): never {
  throw new NotRead(issueOf);
}
/** @throws {NotRead} the file is damaged or cut. `words`: where, for whoever looks into it. */
export function damaged(words: string): never {
  throw new NotRead((file, format) => unreadable(file, format, words));
}

/** What is read of a file; or why it is not. `format`: "un document Word (.docx)" */
export const refusing =
  (format: string, read: Reader): Reader =>
  async (file, browser) => {
    try {
      return await read(file, browser);
    } catch (error) {
      if (error instanceof NotRead) return refused(error.issueOf(file, format));
      throw error;
    }
  };

/** A damaged or truncated file. `words`: what the library said. */
export const unreadable = (file: SourceFile, format: string, words: string): Issue =>
  anError("file-unreadable", { about: { format: own(format), words: received(words) }, place: { file: file.path } });

/** Bytes of a text that have no meaning in its `encoding`. */
export const doubtfulEncoding = (file: SourceFile, part: string, encoding: string): Issue =>
  aWarning("encoding-doubtful", { about: { encoding: own(encoding) }, place: { file: file.path, part } });

/** A file of a program before Office 97. `what`: "un document de Word 95"; `newer`: ".docx" */
export const tooOld =
  (what: string, newer: string) =>
  (file: SourceFile): Issue =>
    anError("file-format-old", { about: { what: own(what), newer: own(newer) }, place: { file: file.path } });

/** Password-protected Office, OpenDocument or PDF. */
export const passwordProtected = (file: SourceFile, what: string): Issue =>
  anError("file-password-protected", { about: { what: own(what) }, place: { file: file.path } });
