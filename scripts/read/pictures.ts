/** A received PDF or page as pictures, as a person sees it; none of a file of another format, whose cells are its picture. */
import type { Format, SourceFile } from "../model/grid.ts";
import { decodeText } from "./container/encoding.ts";
import { NotRead } from "./contract/reader.ts";
import { printPage } from "./document/html/laid-out.ts";
import { drawPages, type PagePicture } from "./pdf/drawn/page-pictures.ts";

/** @param browser of the settings: it lays out the received pages. */
export async function drawFile(
  { bytes }: Pick<SourceFile, "bytes">,
  format: Format | null,
  browser: string | null,
): Promise<readonly PagePicture[]> {
  try {
    if (format === "pdf") return await drawPages(bytes);
    const text = format === "html" ? decodeText(bytes)?.text : undefined;
    return text === undefined ? [] : await drawPages((await printPage(text, browser)).pdf);
  } catch (error) {
    if (error instanceof NotRead) return []; // its reading says why
    throw error;
  }
}
