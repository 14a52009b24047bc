/** HTML (also when saved as .xls) and "Page web unique" (MHTML) -> one grid a page. */
import type { Grid, SourceFile } from "../../../model/grid.ts";
import type { Issue, Result } from "../../../model/issue.ts";
import { decodeText } from "../../container/encoding.ts";
import { isMhtml, openMhtml } from "../../container/mhtml.ts";
import { tooDeep } from "../../contract/limits.ts";
import { doubtfulEncoding, refused, unreadable } from "../../contract/reader.ts";
import { assembleDocument, DOCUMENT_PART, isBlank } from "../document.ts";
import { readPage } from "./html-page.ts";
import { TOO_DEEP } from "./html-tags.ts";

const FORMAT = "une page HTML";

export async function readHtml(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const { pages, sheets } = isMhtml(file.bytes)
    ? openMhtml(file.bytes)
    : { pages: [{ name: null, bytes: file.bytes }], sheets: [] };
  if (pages.length === 0)
    return refused(unreadable(file, "une « page web unique » (MHTML)", "aucune page dans le fichier"));
  const grids: Grid[] = [];
  const issues: Issue[] = [];
  for (const page of pages) {
    const decoded = decodeText(page.bytes);
    if (!decoded) return refused(unreadable(file, FORMAT, "octets nuls ou de commande au milieu du texte"));
    const read = readPage(decoded.text, sheets);
    if (read === TOO_DEEP) return refused(tooDeep(file.path));
    if (typeof read === "string") return refused(unreadable(file, FORMAT, read));
    const { blocks } = read;
    // Frames and tabs around the sheets of a workbook hold no text: only an entirely empty file is an issue.
    if (page.name !== null && blocks.every((b) => b.kind === "paragraph" && isBlank(b))) continue;
    const result = assembleDocument(file.path, blocks, read.otherLooks);
    grids.push(...result.value.map((grid) => (page.name === null ? grid : { ...grid, part: page.name })));
    const part = page.name ?? DOCUMENT_PART;
    if (decoded.doubtful) issues.push(doubtfulEncoding(file, part, decoded.encoding));
    issues.push(...result.issues);
  }
  if (grids.length === 0 && issues.length === 0) issues.push(...assembleDocument(file.path, []).issues);
  // What is said of the file as a whole is said once, whichever of its pages it comes from.
  const told = [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
  return { value: told.some((i) => i.severity === "error") ? [] : grids, issues: told };
}
