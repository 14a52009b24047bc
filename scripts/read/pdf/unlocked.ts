/**
 * A PDF that anyone may open but not change is encrypted under an empty password (ISO 32000-1, 7.6.3). PDFium opens it by itself,
 * but the checksums of its streams stand within what is encrypted: pdf-lib writes them in clear. Wraps pdf-lib.
 */
import { PDFDocument } from "@cantoo/pdf-lib";
import { type Attempt, attempt } from "../contract/reader.ts";

/** The same file in clear; or pdf-lib's words when it cannot. */
export const unlocked = (bytes: Uint8Array): Promise<Attempt<Uint8Array>> =>
  attempt(async () => {
    const pdf = await PDFDocument.load(bytes, { password: "", updateMetadata: false });
    return pdf.save({ useObjectStreams: false });
  });
