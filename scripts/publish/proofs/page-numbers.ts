/** "Page n/N" stands on each page of the PDF: a reader sees that none is missing. */
import type { Proof } from "./proof.ts";

export const pageNumbers: Proof = function* ({ pdf }) {
  const total = pdf.pages.length;
  for (const [index, page] of pdf.pages.entries()) {
    const number = `${index + 1}/${total}`;
    if (!new RegExp(`(?<!\\d)${number}(?!\\d)`).test(page.loose.replace(/\s/g, "")))
      yield `page ${index + 1} : « ${number} » n’y est pas`;
  }
};
